import Sales
import Testing
import Words

@testable import Storage

/// What finds a record of any kind, and in which order they come.
@Suite struct FindingTests {
    private static func office() throws -> Store {
        let store = try Store.inMemory(clock: RandomActions.clock, seed: 3)
        try store.write("Add some") { transaction in
            var company = Company()
            company.name = "Wangfujing Stores"
            try transaction.insert(&company)
            for (name, place) in [
                ("Ada Wang", nil), ("王伟", nil), ("Bert Pratt", company.id), ("单雄信", nil), ("欧阳修", nil),
            ] {
                var contact = Contact()
                contact.name = name
                contact.companyID = place
                if name == "Bert Pratt" { contact.phones = [Phone("+49 40 555-1234")] }
                try transaction.insert(&contact)
            }
            var deal = Opportunity()
            deal.name = "Wang line 3"
            deal.stageID = 1
            try transaction.insert(&deal)
            for (text, day) in [
                ("Lunch with Wang", "2026-03-01"), ("wang again", "2026-04-01"), ("nothing", "2026-05-01"),
            ] {
                var note = Note()
                note.text = text
                note.contactID = 2
                note.at = Instant(day + "T10:00:00Z")!
                try transaction.insert(&note)
            }
        }
        return store
    }

    @Test(arguments: [
        ("wang", ["c1", "c2", "k1", "o1", "c3", "n2", "n1", "n3"]), ("ww", ["c2", "n3", "n2", "n1"]),
        ("1234", ["c3"]), ("0405", []), ("555", ["c3"]), ("王", ["c2", "n3", "n2", "n1"]), ("sx", ["c4"]),
        ("shan", ["c4"]), ("sxx", ["c4"]), ("ouyang", ["c5"]), ("oyx", ["c5"]), ("單", ["c4"]), ("歐陽", ["c5"]),
        ("ｗａｎｇｗｅｉ", ["c2", "n3", "n2", "n1"]), ("wang pratt", ["c3"]), ("wang -pratt lunch", ["n1"]),
        ("shan or oyx", ["c5", "c4"]), ("-wang", []), ("", []), ("name:ada", []), ("a=b", []),
    ])
    func theBestIsFirst(text: String, expected: [String]) throws {
        let store = try Self.office()
        let found = try store.read { try $0.find(Filter(finding: text), limit: 50) }
        #expect(found.map { $0.ref.description } == expected)
    }

    @Test func whatWasOpenedComesFirstOfItsLike() throws {
        let store = try Self.office()
        try store.remember(opened: [Ref(.opportunity, 1), Ref(.contact, 2), Ref(.contact, 99)])
        let found = try store.read { try $0.find(Filter(finding: "wang"), limit: 4) }
        #expect(found.map { $0.ref.description } == ["o1", "c2", "c1", "k1"])
        #expect(try store.read { try $0.opened() } == [Ref(.opportunity, 1), Ref(.contact, 2)])
    }

    /// In steps of any length the same is found as at once, under random changes.
    @Test func stepsFindWhatOneStepFinds() throws {
        let store = try Store.inMemory(clock: RandomActions.clock, seed: 8)
        var actions = RandomActions(seed: 8, store: store)
        for _ in 0..<150 { try actions.act() }
        for line in NarrowingTests.lines {
            let filter = Filter(finding: line)
            try store.read { transaction in
                let whole = try transaction.find(filter, limit: .max - 1)
                var finding = Finding(filter)
                while !finding.isFinished { try finding.goOn(in: transaction, milliseconds: 0) }
                #expect(finding.hits == whole, "\(line)")
                #expect(Set(whole.map(\.ref)).count == whole.count)
                // And what a plain look at every list finds.
                if SearchIndex.match(filter) == nil { return }
                let plain = try Kind.main.flatMap { kind in
                    try transaction.orderedIDs(ListQuery(kind, filter)).map { Ref(kind, $0) }
                }
                #expect(Set(whole.map(\.ref)) == Set(plain), "\(line)")
            }
        }
    }

    @Test func ofVeryManySomeAreShownAndThatIsSaid() throws {
        let store = try Store.inMemory(clock: RandomActions.clock, seed: 5)
        try store.write("Add many") { transaction in
            for number in 0..<900 {
                var contact = Contact()
                contact.name = "Wanda \(number)"
                try transaction.insert(&contact)
            }
        }
        try store.read { transaction in
            var finding = Finding(Filter(finding: "wanda"))
            try finding.goOn(in: transaction)
            #expect(finding.isCut && finding.hits.count >= 256 && finding.hits.count < 900)
            var rare = Finding(Filter(finding: "wanda 899"))
            try rare.goOn(in: transaction)
            #expect(!rare.isCut && rare.hits.map(\.ref.id) == [900])
        }
    }
}
