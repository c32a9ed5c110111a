import Foundation
import Sales
import Testing
import Words

@testable import Storage

/// The index and the walk against a plain look at every record, under random changes, merges and undo, and in steps of any size.
@Suite struct NarrowingTests {
    static let lines = [
        "w", "wang", "wangw 1", "王", "王伟", "欧阳", "ouyang", "oyx", "a", "ad lov", "lovell 4", "o'brien", "drop",
        "table;",
        "ök", "okonom gm", "fam", "👩", "שלו", "1", "10", "8000", "138", "1001", "010-1234567", "fair", "展", "zhanhui",
        "上海",
        "sh", "zzz", "*", "%", "_", "\"", "'", "\\", "NEAR(a b)", "a OR b", "or", "-wang", "lovell -4", "a or 王",
        "wang or status:lead",
        "w status:customer", "-a -w", "\"ada lovell\"", "\u{202E}", "💥", "←", "^a", "a*", "search:1", "(", "+",
        "city:上", "-city:上", "city:none w", "company:a", "-company:a or a", "company:none", "tag:fair or next:overdue",
        "next:overdue", "-next:overdue", "last:7d", "last>30d", "at:30d", "at<2026-11", "contact:王", "deal:none",
        "phone:138",
        "email:none", "close<30d", "close:overdue", "outcome:no", "stage:lead amount>10", "added:today",
        "answered", "touch:losing", "-touch:losing wang", "touch<today", "touch:none", "cadence:30",
    ]

    @Test(arguments: 1...2 as ClosedRange<UInt64>)
    func theIndexFindsWhatAPlainLookFinds(seed: UInt64) throws {
        let path = RawFile.path()
        defer { unlink(path) }
        let store = try Store.open(path, for: .command, clock: RandomActions.clock, seed: seed)
        var actions = RandomActions(seed: seed, store: store)
        for round in 0..<4 {
            for _ in 0..<50 { try actions.act() }
            for _ in 0..<2 {
                try merge(Contact.self, &actions)
                try merge(Company.self, &actions)
            }
            if round == 1 { for _ in 0..<30 { _ = try store.undo() } }
            if round == 2 {
                for _ in 0..<20 { _ = try store.undo() }
                for _ in 0..<10 { _ = try store.redo() }
            }
            try expectExact(store, path)
            #expect(try store.staleKinds() == [])
        }
    }

    private func merge<R: Record>(_ type: R.Type, _ actions: inout RandomActions) throws {
        let ids = try actions.ids(R.kind)
        guard let kept = actions.pick(ids), let lost = actions.pick(ids.filter({ $0 != kept })) else { return }
        let (one, two) = try actions.store.read { (try $0.fetch(R.self, kept)!, try $0.fetch(R.self, lost)!) }
        try actions.store.merge(Merge(kept: one, lost: two))
    }

    private func expectExact(_ store: Store, _ path: String) throws {
        let file = RawFile(path)
        for kind in Kind.main {
            let rows = file.rows("SELECT \(kind.table)_id, search FROM \(kind.table)_state")
            let texts = Dictionary(uniqueKeysWithValues: rows.map { (Int64($0[0])!, $0[1]) })
            try store.read { try expectExact(kind, texts, in: $0) }
        }
    }

    private func expectExact(_ kind: Kind, _ texts: [Int64: String], in transaction: Transaction) throws {
        let whole = try transaction.orderedIDs(ListQuery(kind))
        #expect(Set(whole) == Set(texts.keys))
        do {
            for line in Self.lines {
                guard let filter = try? kind.filter(line, clock: transaction.clock, currency: "CNY") else { continue }
                let query = ListQuery(kind, filter)
                let isPlain = filter.groups.allSatisfy { group in
                    group.allSatisfy { if case .word = $0.test { true } else { false } }
                }
                let found = try transaction.orderedIDs(query)
                if isPlain {
                    let expected = whole.filter { passes(texts[$0]!, filter) }
                    #expect(found == expected, "\(kind) \(line)")
                }
                #expect(try transaction.count(query) == found.count)
                // Record by record, in the form for one of them.
                var walked = Narrowing(query)
                try walked.find(.max - 1, in: transaction)
                #expect(walked.isFinished && walked.ids == found, "\(kind) \(line)")
                #expect(
                    try transaction.page(query, limit: 5).map(\.ref.id) == Array(found.prefix(5)), "\(kind) \(line)")
                for order in [nil, ListOrder(kind.allListColumns[1].name, isDescending: true)] {
                    var sorted = query
                    sorted.order = order
                    var narrowing = Narrowing(sorted)
                    try narrowing.find(3, in: transaction, milliseconds: 0)
                    let first = narrowing.ids
                    while !narrowing.isFinished { try narrowing.find(in: transaction, milliseconds: 0) }
                    #expect(narrowing.ids.starts(with: first))
                    #expect(try narrowing.ids == transaction.orderedIDs(sorted), "\(kind) \(line)")
                    #expect(narrowing.count == found.count)
                }
            }
        }
    }

    private func passes(_ text: String, _ filter: Filter) -> Bool {
        filter.isEmpty
            || filter.groups.contains { group in
                group.allSatisfy { term in
                    guard case .word(let word, _) = term.test else { return false }
                    return SearchTextTests.holds(text, word) != term.isNegated
                }
            }
    }

    private static func ofThreeThousand() throws -> Store {
        let store = try Store.inMemory(clock: RandomActions.clock, seed: 5)
        try store.write("Add many") { transaction in
            for number in 0..<3000 {
                var contact = Contact()
                contact.name = "\(number % 3 == 0 ? "Wanda" : "Bert") \(number * 7919 % 3000)"
                contact.status = number % 2 == 0 ? .customer : .lead
                try transaction.insert(&contact)
            }
        }
        return store
    }

    @Test func aLongListIsWalkedInSteps() throws {
        let store = try Self.ofThreeThousand()
        try store.read { transaction in
            for line in ["w", "b status:lead", "status:customer", "-wanda", "wanda 1", "wanda or status:lead", "b -1"] {
                let filter = try Kind.contact.filter(line, clock: transaction.clock, currency: "CNY")
                let expected = try transaction.orderedIDs(ListQuery(.contact, filter))
                #expect(expected.count > 100)
                var narrowing = Narrowing(ListQuery(.contact, filter))
                try narrowing.find(50, in: transaction)
                #expect(narrowing.ids.count >= 50)
                #expect(expected.starts(with: narrowing.ids))
                // The next letter uses what was loaded of the order.
                var next = Narrowing(ListQuery(.contact, filter), order: narrowing.orderIDs)
                #expect(next.orderIDs === narrowing.orderIDs)
                // As long as nobody types, the order and the texts of its first records are loaded.
                try next.prepare(in: transaction, milliseconds: 0)
                try next.find(50, in: transaction)
                #expect(next.ids.count >= 50 && expected.starts(with: next.ids), "\(line)")
                try next.find(in: transaction)
                #expect(next.isFinished && next.ids == expected, "\(line)")
            }
        }
    }

    @Test func whatTheIndexKnowsIsCountedBeforeItIsPutInOrder() throws {
        let store = try Self.ofThreeThousand()
        let lines = [("b", true), ("wanda or bert", true), ("b status:lead", false), ("status:lead", false)]
        for (line, isKnown) in lines {
            try store.read { transaction in
                let filter = try Kind.contact.filter(line, clock: transaction.clock, currency: "CNY")
                let expected = try transaction.orderedIDs(ListQuery(.contact, filter))
                var narrowing = Narrowing(ListQuery(.contact, filter))
                try narrowing.find(50, in: transaction)
                let first = narrowing.ids
                #expect(narrowing.count == nil && first.count >= 50)

                try narrowing.count(in: transaction, until: .now)
                #expect(narrowing.count == nil)
                try narrowing.count(in: transaction, until: .now + .seconds(600))
                #expect(narrowing.count == (isKnown ? expected.count : nil))
                #expect(narrowing.ids == first)

                try narrowing.find(in: transaction)
                #expect(narrowing.ids == expected && narrowing.isFinished)
            }
        }
    }

    @Test func aFileOfTheFirstVersionGetsItsIndex() throws {
        let folder = NSTemporaryDirectory() + "kontor-version-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/k.db"
        var store = try Store.open(path, for: .command, clock: RandomActions.clock, seed: 6)
        var actions = RandomActions(seed: 6, store: store)
        // The first version had no cadences of tiers and tags, and no reasons for planning nothing.
        actions.changesCadences = false
        actions.givesReasons = false
        for _ in 0..<80 { try actions.act() }
        let (dump, derived) = (try store.dump(), try store.derivedDump())
        try store.close()
        RawFile(path).makeFirstVersion()
        let contacts = RawFile(path).rows("SELECT * FROM contact")
        store = try Store.open(path, for: .reading, clock: RandomActions.clock, seed: 7)
        #expect(try store.dump() == dump)
        #expect(try store.derivedDump() == derived)
        #expect(try store.staleKinds() == [])
        // The file as it was is kept.
        let kept = try #require(store.backups?.all())
        #expect(kept.map(\.occasion) == [.beforeUpdate])
        #expect(RawFile(kept[0].path).rows("PRAGMA user_version") == [["1"]])
        #expect(RawFile(kept[0].path).rows("SELECT * FROM contact") == contacts)
        // It can be restored, and stays as it was.
        let bytes = try Data(contentsOf: URL(fileURLWithPath: kept[0].path))
        try store.restore(from: kept[0].path)
        #expect(try store.dump() == dump && store.derivedDump() == derived)
        #expect(try Data(contentsOf: URL(fileURLWithPath: kept[0].path)) == bytes)
        #expect(!FileManager.default.fileExists(atPath: folder + "/backups/backups"))
        // What was done before can be undone.
        while try store.undo() != nil {}
        while try store.redo() != nil {}
        #expect(try store.dump() == dump)
        try expectExact(store, path)
    }

    @Test func anIndexThatIsWrongIsSaid() throws {
        let path = RawFile.path()
        defer { unlink(path) }
        let store = try Store.open(path, for: .command, clock: RandomActions.clock, seed: 1)
        var contact = Contact()
        contact.name = "Ada"
        try store.add(contact)
        #expect(try store.staleKinds() == [])
        RawFile(path).run("INSERT INTO contact_words (rowid, search) VALUES (1, ' bert ')")
        #expect(try store.staleKinds() == [.contact])
        try store.recomputeDerived()
        #expect(try store.staleKinds() == [])
    }
}

extension RawFile {
    /// Makes the file as the first version of Kontor left it.
    fileprivate func makeFirstVersion() {
        for name in [
            "opportunity_open_amount", "opportunity_close", "contact_state_touch", "contact_because",
            "opportunity_because", "deal_change_way", "opportunity_state_board",
        ] {
            run("DROP INDEX \(name)")
        }
        for name in [
            "promise_words", "promise_state", "promise", "difference", "quota", "cadence", "commission", "rate",
            "affiliation", "deal_stay", "unplanned",
        ] {
            run("DROP TABLE \(name)")
        }
        for name in ["contact", "company", "opportunity", "call", "meeting", "follow_up", "note"] {
            run("DROP TABLE \(name)_words")
        }
        for name in ["call", "meeting", "follow_up", "note"] { run("DROP TABLE \(name)_state") }
        for name in ["meeting_order", "follow_up_order", "follow_up_order_open"] { run("DROP INDEX \(name)") }
        for name in ["contact", "company", "opportunity"] { run("UPDATE \(name)_state SET search = 'old'") }
        for (table, column) in [
            ("outcome", "stage_id"), ("contact_state", "touch_every"), ("contact_state", "touch_due"),
            ("saved_view", "sort"), ("saved_view", "columns"), ("relation", "inverse"),
            ("contact", "nothing_because"), ("opportunity", "nothing_because"),
            ("meeting", "reason"), ("opportunity", "reviewed_at"), ("opportunity_state", "stage_id"),
            ("opportunity_state", "amount"), ("opportunity_state", "currency"), ("opportunity_state", "chance"),
        ] { run("ALTER TABLE \(table) DROP COLUMN \(column)") }
        run("CREATE INDEX deal_change_opportunity ON deal_change (opportunity_id, at, id)")
        run("PRAGMA user_version = 1")
    }
}
