import Sales
import Testing
import Words

@testable import Storage

struct SuggestionsTests {
    private let store: Store

    init() throws {
        store = try Store.inMemory(clock: Clock(zone: Zone("UTC")!, fixedAt: Instant("2026-11-20T09:00:00Z")!), seed: 1)
        for (name, city, tags) in [
            ("王伟", "上海", ["fair", "key"]), ("Wang Li", "上海", ["fair"]), ("Ada", "London", ["key", "fair"]),
            ("Anders", "", []),
        ] {
            var contact = Contact()
            contact.name = name
            contact.source = "fair"
            contact.addresses = city.isEmpty ? [] : [Address(city: city)]
            contact.tags = tags
            try store.add(contact)
        }
        var company = Company()
        company.name = "Anderson"
        company.source = "referral"
        try store.add(company)
    }

    @Test func mostUsedFirst() throws {
        try store.read { (transaction: Transaction) throws -> Void in
            #expect(try transaction.words(.tag) == [.init(text: "fair", uses: 3), .init(text: "key", uses: 2)])
            #expect(try transaction.words(.city).map(\.text) == ["上海", "London"])
            #expect(try transaction.words(.source).map(\.text) == ["fair", "referral"])
            for field in SuggestedField.allCases { _ = try transaction.words(field) }
        }
    }

    @Test(arguments: [
        ("wang", ["Wang Li", "王伟"]), ("王", ["王伟"]), ("WANG L", ["Wang Li"]), ("a", ["Ada", "Anders"]), ("", []),
        ("x", []), ("%", []), ("王伟伟", []),
    ])
    func recordsByTheBeginningOfTheirName(typed: String, expected: [String]) throws {
        let found = try store.read { try $0.records(.contact, beginning: typed, limit: 5) }
        #expect(Set(found.map(\.name)) == Set(expected))
    }

    @Test func aRecordThatChangedMeanwhileIsRefusedFieldByField() throws {
        let old = try #require(try store.read { try $0.fetch(Contact.self, 1) })
        var theirs = old
        theirs.position = "CEO"
        theirs.tags = ["x"]
        try store.edit(from: old, to: theirs)
        var ours = old
        ours.position = "CFO"
        ours.tags = ["y"]
        ours.tier = "A"
        do {
            try store.edit(from: old, to: ours)
            Issue.record("refused")
        } catch StoreError.changed(let title, let clashes) {
            #expect(title == "王伟")
            #expect(clashes.map(\.field) == ["position", "tag"])
            #expect(clashes.map(\.theirs) == ["CEO", "x"])
            #expect(clashes.map(\.ours) == ["CFO", "y"])
        }
        #expect(try store.read { try $0.fetch(Contact.self, 1)?.tier } == "")
        try store.delete([Ref(.contact, 1)])
        do {
            try store.edit(from: old, to: ours)
            Issue.record("refused")
        } catch StoreError.gone(let title) {
            #expect(title == "王伟")
        }
    }
}
