import Sales
import Storage
import Testing
import Words

/// The brief: all that is related, and the timeline to its end.
@Suite struct BriefTests {
    @Test func relativesOfAContact() throws {
        let store = try Store.inMemory(clock: RandomActions.clock, seed: 1)
        func person(_ name: String) throws -> Int64 {
            var contact = Contact()
            contact.name = name
            return try store.add(contact)
        }
        let (wang, ada) = (try person("王伟"), try person("Ada"))
        for (from, name, to) in [(wang, "reports to", ada), (ada, "Referred by", wang), (ada, "knows", wang)] {
            var relation = Relation()
            (relation.contactID, relation.name, relation.otherID) = (from, name, to)
            try store.add(relation)
        }
        for (state, close) in [(Opportunity.State.won, "2026-01-01"), (.open, "2027-01-01"), (.open, "2026-12-01")] {
            var deal = Opportunity()
            (deal.name, deal.stageID, deal.state, deal.closeOn) = ("\(state) \(close)", 1, state, Day(close))
            deal.roles = [DealRole(contactID: ada, role: "user"), DealRole(contactID: wang, role: "决策人")]
            try store.add(deal)
        }
        let brief = try store.read { try $0.brief(Ref(.contact, wang)) }
        #expect(brief.deals.map(\.name) == ["open 2026-12-01", "open 2027-01-01", "won 2026-01-01"])
        #expect(brief.deals.map(\.role) == ["决策人", "决策人", "决策人"])
        // Said from this side, as far as that is known.
        #expect(brief.relations.map(\.shown) == ["reports to", "referred", "(knows)"])
        #expect(brief.relations.map(\.isTheirs) == [false, false, true])
        #expect(brief.relations.map(\.name) == ["Ada", "Ada", "Ada"])
        #expect(!brief.hasOlder)
    }

    @Test(arguments: [(5, true), (6, true), (7, false), (8, false), (Int.max, false)])
    func olderActivitiesAreTold(limit: Int, hasOlder: Bool) throws {
        let store = try Store.inMemory(clock: RandomActions.clock, seed: 1)
        var company = Company()
        company.name = "上海艾克米"
        let id = try store.add(company)
        for number in 0..<7 {
            var note = Note()
            (note.companyID, note.text, note.at) = (id, "\(number)", Instant(seconds: 1_700_000_000 + number))
            try store.add(note)
        }
        let brief = try store.read { try $0.brief(Ref(.company, id), activities: limit) }
        #expect(brief.timeline.map(\.text) == ["6", "5", "4", "3", "2", "1", "0"].prefix(limit).map { $0 })
        #expect(brief.hasOlder == hasOlder)
    }

    /// Who has a part in a deal shows what is planned with them, in this deal or not, and not what is planned with another one.
    @Test func eachPersonOfADealHasAStepOfTheirOwn() throws {
        let store = try Store.inMemory(clock: RandomActions.clock, seed: 1)
        let ids = try ["王伟", "Ada", "Eve"].map { name in
            var contact = Contact()
            contact.name = name
            return try store.add(contact)
        }
        var deal = Opportunity()
        (deal.name, deal.stageID) = ("Line 3", 1)
        deal.roles = ids.map { DealRole(contactID: $0, role: "buyer") }
        let dealID = try store.add(deal)
        let today = store.clock.today
        func add(_ contact: Int64?, in deal: Int64?, _ action: FollowUp.Action, days: Int, isDone: Bool = false) throws
        {
            var followUp = FollowUp()
            (followUp.contactID, followUp.opportunityID, followUp.action) = (contact, deal, action)
            followUp.dueOn = today + days
            if isDone { (followUp.state, followUp.doneAt) = (.done, store.clock.now) }
            try store.add(followUp)
        }
        try add(nil, in: dealID, .task, days: 1)
        try add(ids[0], in: dealID, .call, days: 3)
        try add(ids[0], in: nil, .email, days: 2)
        try add(ids[0], in: dealID, .visit, days: -9, isDone: true)
        var meeting = Meeting()
        (meeting.title, meeting.dueOn, meeting.attendees, meeting.opportunityID) = ("Talk", today + 4, [ids[1]], dealID)
        try store.add(meeting)
        let people = try store.read { try $0.brief(Ref(.opportunity, dealID)) }.people
        #expect(people.map(\.name) == ["王伟", "Ada", "Eve"])
        #expect(people.map(\.next?.on) == [today + 2, today + 4, nil])
        #expect(people.map(\.nextAction) == ["email", "meeting", ""])
        // With whom nothing is planned in a deal, something is to be done all the same.
        let own = try store.read { try $0.brief(Ref(.contact, ids[2])) }.next
        #expect(own?.action == "task")
    }
}
