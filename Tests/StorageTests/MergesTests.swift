import Sales
import Storage
import Testing
import Words

/// Two become one: nothing is lost, nothing leads to the one that went, and one undo brings both back.
@Suite struct MergesTests {
    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func undoneItIsAsItWasAndNothingLeadsToTheLostOne(seed: UInt64) throws {
        let store = try Store.inMemory(clock: RandomActions.clock, seed: seed)
        var actions = RandomActions(seed: seed, store: store)
        for _ in 0..<150 { try actions.act() }
        try merge(Contact.self, &actions)
        try merge(Company.self, &actions)
    }

    private func merge<R: Record>(_ type: R.Type, _ actions: inout RandomActions) throws {
        let store = actions.store
        let ids = try actions.ids(R.kind)
        guard ids.count >= 2, let kept = actions.pick(ids), let lost = actions.pick(ids.filter({ $0 != kept })) else {
            return
        }
        let (one, two) = try store.read { (try $0.fetch(R.self, kept)!, try $0.fetch(R.self, lost)!) }
        let before = try store.dump()
        func happened() throws -> [Int] {
            try store.read { transaction in
                try [Kind.call, .meeting, .followUp, .note].map { try transaction.count($0) }
            }
        }
        let activities = try happened()
        try store.merge(Merge(kept: one, lost: two))
        let after = try store.dump()
        #expect(try store.read { try !$0.exists(Ref(R.kind, lost)) })
        #expect(try store.read { try $0.followers(of: Ref(R.kind, lost)).isEmpty })
        #expect(try happened() == activities)
        try JournalTests().expectDerivedIsExact(store)
        _ = try store.undo()
        #expect(try store.dump() == before)
        _ = try store.redo()
        #expect(try store.dump() == after)
    }

    private func contact(_ store: Store, _ name: String, _ change: (inout Contact) -> Void = { _ in }) throws -> Contact
    {
        var contact = Contact()
        contact.name = name
        change(&contact)
        try store.write("Add \(name)") { try $0.insert(&contact) }
        return try #require(try store.read { try $0.fetch(Contact.self, contact.id) })
    }

    @Test func whatIsFilledInWinsAndListsAreJoinedWithoutRepeats() throws {
        let store = try Store.inMemory(clock: RandomActions.clock, seed: 1)
        let one = try contact(store, "王伟") {
            $0.phones = [Phone("138 0013 8000", label: "mobile")]
            $0.tags = ["fair"]
            $0.about = "speaks German"
            $0.externalIDs = [ExternalID(source: "hubspot", value: "1")]
        }
        let two = try contact(store, "Wang Wei") {
            $0.phones = [Phone("+86 138 0013 8000"), Phone("010 555 1234")]
            $0.tags = ["Fair", "vip"]
            $0.position = "CEO"
            $0.about = "met in Ulm"
            $0.status = .customer
            $0.doNotCall = true
            $0.externalIDs = [ExternalID(source: "hubspot", value: "2")]
        }
        var merge = Merge(kept: one, lost: two)
        #expect(merge.result.name == "王伟")
        merge.prefer(.lost)
        #expect(merge.result.name == "Wang Wei")
        merge.take("name", from: .kept)
        merge.take("name", from: .both)
        #expect(merge.result.name == "王伟")
        try store.merge(merge)
        let now = try #require(try store.read { try $0.fetch(Contact.self, one.id) })
        #expect(now.phones.map(\.number) == ["138 0013 8000", "010 555 1234"])
        #expect(now.tags == ["fair", "vip"])
        #expect(now.position == "CEO")
        #expect(now.about == "speaks German\nmet in Ulm")
        #expect(now.status == .customer)
        #expect(now.doNotCall)
        // The lost uid leads here, too.
        #expect(now.externalIDs.map(\.value) == ["1", "2", two.uid])
        #expect(now.externalIDs.last?.source == ExternalID.merged)
    }

    @Test func seatsPartsAndRelationsAreNotDoubled() throws {
        let store = try Store.inMemory(clock: RandomActions.clock, seed: 1)
        let (one, two, boss) = (try contact(store, "A"), try contact(store, "B"), try contact(store, "C"))
        var meeting = Meeting()
        meeting.title = "Talk"
        meeting.attendees = [two.id, one.id, boss.id]
        var deal = Opportunity()
        deal.name = "Deal"
        deal.stageID = 1
        deal.roles = [DealRole(contactID: one.id, role: "buyer"), DealRole(contactID: two.id, role: "decider")]
        try store.write("Add") { transaction in
            try transaction.insert(&meeting)
            try transaction.insert(&deal)
            for (who, other) in [(one, boss), (two, boss), (one, two)] {
                var relation = Relation()
                (relation.contactID, relation.name, relation.otherID) = (who.id, "reports to", other.id)
                try transaction.insert(&relation)
            }
        }
        try store.merge(Merge(kept: one, lost: two))
        let seats = try store.read { try $0.fetch(Meeting.self, meeting.id)?.attendees }
        #expect(seats == [one.id, boss.id])
        let parts = try store.read { try $0.fetch(Opportunity.self, deal.id)?.roles }
        #expect(parts == [DealRole(contactID: one.id, role: "buyer, decider")])
        let relations = try store.read { try $0.brief(Ref(.contact, one.id)).relations }
        #expect(relations.map(\.other) == [Ref(.contact, boss.id)])
    }

    @Test func relationsToCompaniesGoOverFromEither() throws {
        let store = try Store.inMemory(clock: RandomActions.clock, seed: 1)
        let (one, two) = (try contact(store, "A"), try contact(store, "B"))
        var (kept, lost) = (Company(), Company())
        (kept.name, lost.name) = ("Acme", "ACME Ltd")
        try store.write("Add") { transaction in
            try transaction.insert(&kept)
            try transaction.insert(&lost)
            try transaction.relate(one.id, "former company", to: Ref(.company, kept.id))
            try transaction.relate(two.id, "former company", to: Ref(.company, kept.id))
            try transaction.relate(two.id, "adviser to", to: Ref(.company, lost.id))
            try transaction.relate(two.id, "former company", to: Ref(.company, lost.id))
        }
        func said(_ ref: Ref) throws -> [String] {
            try store.read { try $0.relations(of: ref) }.map { "\($0.shown) \($0.name)" }
        }
        let before = try said(Ref(.contact, two.id))
        try store.merge(Merge(kept: kept, lost: lost))
        #expect(try said(Ref(.contact, two.id)) == ["former company Acme", "adviser to Acme"])
        try store.merge(Merge(kept: one, lost: two))
        #expect(try said(Ref(.company, kept.id)) == ["former employee A", "advised by A"])
        _ = try store.undo()
        _ = try store.undo()
        #expect(try said(Ref(.contact, two.id)) == before)
    }

    /// What is left out is said, whether the list is full or too many share a number.
    @Test func moreThanIsKeptIsSaid() throws {
        let store = try Store.inMemory(clock: RandomActions.clock, seed: 1)
        func search() throws -> DuplicateSearch {
            var search = DuplicateSearch(.contact)
            try store.read { while !search.isFinished { _ = try search.goOn(in: $0, milliseconds: 1000) } }
            return search
        }
        func add(_ count: Int) throws {
            try store.write("Add") { transaction in
                for _ in 0..<count {
                    var contact = Contact()
                    contact.name = "Ada Lovell"
                    contact.phones = [Phone("+44 20 7946 0000")]
                    try transaction.insert(&contact)
                }
            }
        }
        try add(20)
        var found = try search()
        #expect(found.pairs.count == 190 && !found.isCut)
        try add(180)
        found = try search()
        #expect(found.pairs.count == DuplicateSearch.most && found.isCut)
    }

    /// A hundred colleagues, and a hundred at one number: whoever is there twice is found however far apart.
    @Test func nearlyTheSameNamesAreFoundInLargeGroups() throws {
        let store = try Store.inMemory(clock: RandomActions.clock, seed: 1)
        var company = Company()
        company.name = "Large"
        let names = ["Ada Lovell", "王伟明", "Grace Hopper", "欧阳娜娜"]
        let twins = ["Ada Lovel", "Weiming Wang", "Graec Hopper", "歐陽娜娜"]
        try store.write("Add") { transaction in
            let id = try transaction.insert(&company)
            for group in 0..<2 {
                func add(_ name: String) throws {
                    var contact = Contact()
                    contact.name = name
                    // The first are colleagues, the others share a number.
                    if group == 0 { contact.companyID = id } else { contact.phones = [Phone("021 5555 0000")] }
                    try transaction.insert(&contact)
                }
                for name in names { try add(name) }
                for number in 0..<100 { try add("Nobody \(String(number * 7919, radix: 26))-\(group)") }
                for name in twins { try add(name) }
            }
        }
        var search = DuplicateSearch(.contact)
        while !search.isFinished { _ = try store.read { try search.goOn(in: $0, milliseconds: 50) } }
        func pairs(_ reason: LikelyPair.Reason) -> Set<[String]> {
            Set(search.pairs.filter { $0.reasons.contains(reason) }.map(\.titles))
        }
        for (name, twin) in zip(names, twins) {
            #expect(pairs(.company).contains([name, twin]), "\(twin)")
            #expect(pairs(.phone).contains([name, twin]), "\(twin)")
        }
    }

    /// What is alike shares a key.
    @Test(arguments: [
        ("ada lovell", "ada lovel"), ("ada lovell", "lovell ada"), ("ada lovell", "aad lovell"), ("王伟", "王薇"),
        ("王伟明", "weiming wang"), ("王伟明", "明王伟"), ("acme", "acmee"), ("müller", "muller"),
    ])
    func alikeNamesShareAKey(a: String, b: String) {
        let cores = [a, b].map { Likeness.core(of: $0, isCompany: false) }
        guard Likeness.areAlike(cores: cores[0], cores[1]) else { return }
        #expect(
            !Likeness.keys(of: cores[0], isCompany: false).isDisjoint(
                with: Likeness.keys(of: cores[1], isCompany: false)))
    }

    @Test func aChangeByAnotherIsRefusedByName() throws {
        let store = try Store.inMemory(clock: RandomActions.clock, seed: 1)
        let (one, two) = (try contact(store, "A"), try contact(store, "B"))
        var theirs = two
        theirs.position = "CEO"
        try store.write("Edit") { try $0.update(from: two, to: theirs) }
        let before = try store.dump()
        let error = #expect(throws: StoreError.self) { try store.merge(Merge(kept: one, lost: two)) }
        #expect(error?.sentence.contains("CEO") == true)
        #expect(try store.dump() == before)
        try store.write("Delete") { try $0.delete(Ref(.contact, two.id)) }
        #expect(throws: StoreError.gone("B")) { try store.merge(Merge(kept: one, lost: theirs)) }
    }

    @Test func likelyPairsAreFoundWithTheirReasonsAndStayAwayOnceToldApart() throws {
        let store = try Store.inMemory(clock: RandomActions.clock, seed: 1)
        for name in ["Acme Ltd", "ACME GmbH", "Berg AS"] {
            var company = Company()
            company.name = name
            try store.write("Add") { try $0.insert(&company) }
        }
        let mail = try contact(store, "Ada Lovell") { $0.emails = [Email("ada@x.example")] }
        _ = try contact(store, "Ada Lovel") { $0.emails = [Email("ADA@x.example")] }
        // Colleagues at one switchboard are two.
        for name in ["Kofi", "Nils"] {
            _ = try contact(store, name) {
                $0.companyID = 3
                $0.phones = [Phone("+47 22 33 44 55")]
            }
        }
        _ = try contact(store, "王伟") { $0.companyID = 3 }
        let near = try contact(store, "王薇") { $0.companyID = 3 }
        _ = try contact(store, "李明") { $0.companyID = 1 }
        _ = try contact(store, "李明") { $0.companyID = 3 }
        for number in 0..<700 {
            _ = try contact(store, "Person Number \(number)") { $0.phones = [Phone("55500\(number)0")] }
        }
        func pairs(_ kind: Kind) throws -> [LikelyPair] {
            try store.read { transaction in
                var search = DuplicateSearch(kind)
                while !search.isFinished { _ = try search.goOn(in: transaction, milliseconds: 1) }
                return search.pairs
            }
        }
        let found = try pairs(.contact)
        #expect(found.map(\.titles) == [["Ada Lovell", "Ada Lovel"], ["王伟", "王薇"]])
        #expect(found.map(\.reasons) == [[.email, .nearName], [.nearName, .company]])
        #expect(try pairs(.company).map(\.titles) == [["Acme Ltd", "ACME GmbH"]])
        try store.tellApart(found[1].second, found[1].first)
        #expect(try pairs(.contact).map(\.first.id) == [mail.id])
        _ = try store.undo()
        #expect(try pairs(.contact).last?.second.id == near.id)
    }

    @Test func namesakesAmongManyColleaguesAreFound() throws {
        let store = try Store.inMemory(clock: RandomActions.clock, seed: 1)
        try store.write("Fill") { transaction in
            var company = Company()
            company.name = "Acme"
            let acme = try transaction.insert(&company)
            for number in 0..<40 {
                var contact = Contact()
                contact.name = number % 39 == 0 ? "王小明" : "Person \(number) \(number * 7919)"
                contact.companyID = acme
                try transaction.insert(&contact)
            }
            // The same name elsewhere is somebody else.
            var other = Company()
            other.name = "Hansa Tools"
            var contact = Contact()
            (contact.name, contact.companyID) = ("王小明", try transaction.insert(&other))
            try transaction.insert(&contact)
        }
        let pairs = try store.read { transaction in
            var search = DuplicateSearch(.contact)
            while !search.isFinished { _ = try search.goOn(in: transaction, milliseconds: 1) }
            return search.pairs
        }
        #expect(pairs.map(\.titles) == [["王小明", "王小明"]])
        #expect(pairs.first?.reasons == [.name, .company])
    }
}
