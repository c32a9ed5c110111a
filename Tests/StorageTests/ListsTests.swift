import Sales
import Storage
import Testing
import Words

/// Lists: a page at a time in both directions, and filters against a plain look at every record.
@Suite struct ListsTests {
    /// The same records for every test; none of them writes.
    nonisolated(unsafe) private static let filled: Store = {
        let store = try! Store.inMemory(clock: RandomActions.clock, seed: 7)
        var actions = RandomActions(seed: 7, store: store)
        for _ in 0..<150 { try! actions.act() }
        return store
    }()

    @Test(arguments: Kind.allCases)
    func pagesInBothDirectionsGiveTheWholeList(kind: Kind) throws {
        try ListsTests.filled.read { transaction in
            let query = ListQuery(kind)
            let whole = try transaction.page(query, limit: 10_000)
            #expect(try whole.count == transaction.count(query))
            #expect(try Set(whole.map(\.ref.id)) == Set(transaction.ids(query)))
            var forwards: [ListRow] = []
            while true {
                let page = try transaction.page(query, from: forwards.last?.place, limit: 7)
                if page.isEmpty { break }
                forwards += page
            }
            #expect(forwards == whole)
            var backwards: [ListRow] = []
            while true {
                let page = try transaction.page(query, from: backwards.first?.place, backwards: true, limit: 7)
                if page.isEmpty { break }
                backwards = page + backwards
            }
            #expect(backwards == whole)
            for (index, row) in whole.enumerated() {
                #expect(try transaction.place(of: row.ref) == row.place)
                #expect(try transaction.position(of: row.ref, in: query) == index)
            }
        }
    }

    @Test func filtersGiveWhatAPlainLookGives() throws {
        let today = RandomActions.clock.today
        try ListsTests.filled.read { transaction in
            let contacts = try transaction.ids(.contact).compactMap { try transaction.fetch(Contact.self, $0) }
            let deals = try transaction.ids(.opportunity).compactMap { try transaction.fetch(Opportunity.self, $0) }
            let followUps = try transaction.ids(.followUp).compactMap { try transaction.fetch(FollowUp.self, $0) }
            func check(_ kind: Kind, _ line: String, _ expected: [Int64]) throws {
                let filter = try kind.filter(line, clock: transaction.clock, currency: "USD")
                let found = try transaction.ids(ListQuery(kind, filter))
                #expect(found.sorted() == expected.sorted(), "\(line)")
                #expect(try transaction.count(ListQuery(kind, filter)) == expected.count)
            }
            try check(.contact, "status:customer", contacts.filter { $0.status == .customer }.map(\.id))
            try check(.contact, "-status:customer", contacts.filter { $0.status != .customer }.map(\.id))
            try check(
                .contact, "status:customer or status:partner",
                contacts.filter { $0.status == .customer || $0.status == .partner }.map(\.id))
            try check(.contact, "tag:展会", contacts.filter { $0.tags.contains("展会") }.map(\.id))
            try check(.contact, "tag:none", contacts.filter(\.tags.isEmpty).map(\.id))
            try check(.contact, "company:none", contacts.filter { $0.companyID == nil }.map(\.id))
            try check(.contact, "name:lovell", contacts.filter { $0.name.contains("Lovell") }.map(\.id))
            try check(
                .contact, "phone:1001", contacts.filter { $0.phones.contains { $0.number.hasSuffix("1001") } }.map(\.id)
            )
            try check(.contact, "phone:none", contacts.filter(\.phones.isEmpty).map(\.id))
            try check(.opportunity, "state:open", deals.filter { $0.state == .open }.map(\.id))
            try check(.opportunity, "amount>500000", deals.filter { ($0.amount ?? 0) > 50_000_000 }.map(\.id))
            try check(
                .opportunity, "amount:1000..2000",
                deals.filter { $0.amount.map { (100_000...200_000).contains($0) } ?? false }.map(\.id))
            try check(.opportunity, "amount:none", deals.filter { $0.amount == nil }.map(\.id))
            try check(
                .followUp, "state:open due<today", followUps.filter { $0.state == .open && $0.dueOn < today }.map(\.id))
            try check(.followUp, "action:visit", followUps.filter { $0.action == .visit }.map(\.id))
            try check(
                .followUp, "contact:none company:none",
                followUps.filter {
                    $0.contactID == nil && $0.companyID == nil
                }.map(\.id))
        }
    }

    @Test func lastContactIsFilteredByTheDayInTheZone() throws {
        let store = try Store.inMemory(clock: RandomActions.clock, seed: 1)  // 21 Nov 2026 14:05 in Shanghai
        let reached = try store.read { try $0.fetchAll(Outcome.self).first { $0.reached }! }
        for (name, at) in [("old", "2026-10-22T15:59:59Z"), ("new", "2026-10-22T16:00:00Z")] {
            var contact = Contact()
            contact.name = name
            let id = try store.add(contact)
            var call = Call()
            (call.contactID, call.outcomeID, call.at) = (id, reached.id, Instant(at)!)
            try store.add(call)
        }
        func names(_ line: String) throws -> [String] {
            try store.read { transaction in
                let filter = try Kind.contact.filter(line, clock: transaction.clock, currency: "CNY")
                return try transaction.ids(ListQuery(.contact, filter)).map {
                    try transaction.title(of: Ref(.contact, $0))
                }
            }
        }
        // 30 days before 21 November is 22 October, which ends at 16:00 UTC in Shanghai.
        #expect(try names("last<=2026-10-22") == ["old"])
        #expect(try names("last>2026-10-22") == ["new"])
        #expect(try names("last:none").isEmpty)
    }

    @Test(arguments: ["'; DROP TABLE contact; --", "%", "_", "\\", "name:%", "city:'", "*", "NEAR(a b)", "💥"])
    func hostileWordsFindNothingAndBreakNothing(line: String) throws {
        let store = try Store.inMemory(clock: RandomActions.clock, seed: 1)
        var contact = Contact()
        contact.name = "Ada"
        try store.add(contact)
        try store.read { transaction in
            let filter = try Kind.contact.filter(line, clock: transaction.clock, currency: "CNY")
            #expect(try transaction.ids(ListQuery(.contact, filter)).isEmpty)
            #expect(try transaction.count(.contact) == 1)
        }
    }
}
