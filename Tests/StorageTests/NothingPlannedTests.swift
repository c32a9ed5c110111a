import Sales
import Storage
import Testing
import Words

/// That nothing is planned, and why: counted unless somebody said why, and said anew after the next plan or touch.
@Suite struct NothingPlannedTests {
    let store: Store
    let person: Int64
    let deal: Int64

    init() throws {
        store = try Store.inMemory(clock: RandomActions.clock, seed: 3)
        var contact = Contact()
        (contact.name, contact.status) = ("王伟", .customer)
        person = try store.add(contact)
        var opportunity = Opportunity()
        (opportunity.name, opportunity.stageID) = ("Line 3", 1)
        opportunity.roles = [DealRole(contactID: person)]
        deal = try store.add(opportunity)
    }

    private var party: Party { get throws { try store.read { try $0.party(of: Ref(.contact, person)) } } }
    private func count() throws -> Int { try store.read { try $0.nothingPlannedCount() } }
    private func reasons() throws -> [String?] {
        try store.read {
            [
                try $0.fetch(Contact.self, person)?.nothingBecause,
                try $0.fetch(Opportunity.self, deal)?.nothingBecause,
            ]
        }
    }
    private func found(_ line: String, _ kind: Kind = .contact) throws -> Int {
        let filter = try kind.filter(line, clock: store.clock, currency: "CNY")
        return try store.read { try $0.count(ListQuery(kind, filter)) }
    }

    private func log(_ key: String, next: NextStepPlan? = nil, because: String = "") throws {
        var call = Call()
        let outcome = try store.read { try $0.fetchAll(Outcome.self).first { $0.key == key }! }
        (call.contactID, call.opportunityID, call.outcomeID) = (person, deal, outcome.id)
        call.at = store.clock.now
        try store.log(call, of: party, next: next, because: because)
    }

    @Test func aReasonTakesBothOutOfTheCount() throws {
        #expect(try count() == 2)
        let before = try store.dump()
        try log("x", because: "waits for the budget")
        #expect(try reasons() == ["waits for the budget", "waits for the budget"])
        #expect(try count() == 0)
        #expect(try store.read { try $0.agendaItems(.nothingPlanned, 0..<9).isEmpty })
        #expect(try (found("next:none"), found("next:because")) == (0, 1))
        #expect(try (found("next:none", .opportunity), found("next:because", .opportunity)) == (0, 1))
        #expect(try store.read { try $0.brief(Ref(.contact, person)).because } == "waits for the budget")
        #expect(try store.read { try $0.words(.because).first?.text } == "waits for the budget")
        _ = try store.undo()
        #expect(try store.dump() == before)
        #expect(try count() == 2)
        #expect(try found("next:none") == 1)
    }

    @Test func anAttemptLeavesTheReasonAndATouchEndsIt() throws {
        try store.excuse([party], because: "waits")
        try log("n")
        #expect(try reasons() == ["waits", "waits"])
        try log("a")
        #expect(try reasons() == ["", ""])
        #expect(try count() == 2)
    }

    @Test func theNextPlanEndsIt() throws {
        try store.excuse([party], because: "waits")
        var followUp = FollowUp()
        (followUp.opportunityID, followUp.dueOn) = (deal, store.clock.today)
        let id = try store.add(followUp)
        // The deal's own; the contact has a next step by it, and its reason stays for when that is done.
        #expect(try reasons() == ["waits", ""])
        #expect(try count() == 0)
        try store.complete(id, result: "", next: nil)
        #expect(try count() == 1)
        var meeting = Meeting()
        (meeting.title, meeting.dueOn, meeting.attendees) = ("Talk", store.clock.today, [person])
        let talk = try store.add(meeting)
        #expect(try reasons() == ["", ""])
        try store.hold(talk, notes: "", next: nil, because: "all said")
        #expect(try reasons() == ["all said", "all said"])
        // Notes added to what was held are no touch.
        let held = try store.read { try $0.fetch(Meeting.self, talk)! }
        var noted = held
        noted.notes = "more"
        try store.edit(from: held, to: noted)
        #expect(try reasons() == ["all said", "all said"])
    }

    @Test func whatIsPlannedNeedsNoReason() throws {
        let step = NextStepPlan(action: .call, subject: "", due: Due(on: store.clock.today + 3))
        try log("a", next: step)
        #expect(try store.excuse([party], because: "waits") == 0)
        #expect(try reasons() == ["", ""])
        // Done with a reason.
        let open = try store.read { try $0.ids(.followUp)[0] }
        try store.complete(open, result: "", next: nil, because: "they call")
        #expect(try reasons() == ["they call", "they call"])
        // Taken back.
        #expect(try store.excuse([party], because: "") == 1)
        #expect(try count() == 2)
    }

    @Test func whatWasSaidOfAnOpenDealEndsWithIt() throws {
        try store.excuse([party], because: "waits")
        try store.win(deal)
        try store.reopen(deal)
        #expect(try reasons() == ["waits", ""])
    }

    @Test func theFormKnowsWhomNothingIsPlannedForThen() throws {
        let step = NextStepPlan(action: .call, subject: "", due: Due(on: store.clock.today))
        try log("a", next: step)
        let open = Ref(.followUp, try store.read { try $0.ids(.followUp)[0] })
        let party = try party
        #expect(try store.read { try $0.unplanned(party) } == [])
        #expect(
            try store.read { try $0.unplanned(party, without: open) } == [
                Ref(.opportunity, deal), Ref(.contact, person),
            ])
    }

    @Test func whatThisRunLeftWithoutANextStepIsNamed() throws {
        store.watchPlans()
        // Nothing was planned for them before.
        try log("n")
        #expect(try store.newlyUnplanned() == [])
        let step = NextStepPlan(action: .call, subject: "", due: Due(on: store.clock.today))
        try log("a", next: step)
        let open = try store.read { try $0.ids(.followUp)[0] }
        try store.complete(open, result: "", next: nil)
        #expect(try store.newlyUnplanned() == ["Line 3", "王伟"])
        _ = try store.undo()
        #expect(try store.newlyUnplanned() == [])
        try store.complete(open, result: "", next: nil, because: "waits")
        #expect(try store.newlyUnplanned() == [])
        // The reason is over.
        try log("a")
        #expect(try store.newlyUnplanned() == ["Line 3", "王伟"])
    }
}
