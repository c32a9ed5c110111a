import Sales
import Storage
import Testing
import Words

/// What the outcome of a call does besides: to the number, to who was called, to the deal.
@Suite struct CallsTests {
    let store: Store

    init() throws { store = try Store.inMemory(clock: RandomActions.clock, seed: 3) }

    private func person(_ phones: [Phone] = []) throws -> Int64 {
        var contact = Contact()
        (contact.name, contact.status, contact.phones) = ("王伟", .customer, phones)
        return try store.add(contact)
    }

    private func outcome(_ effect: Outcome.Effect = .none, stage: Int64? = nil, reached: Bool = true) throws -> Outcome
    {
        var outcome = Outcome()
        (outcome.name, outcome.key, outcome.effect, outcome.stageID) = ("new one", "z", effect, stage)
        outcome.reached = reached
        outcome.id = try store.add(outcome)
        return outcome
    }

    @discardableResult
    private func log(
        _ outcome: Outcome, on ref: Ref, number: String? = nil, next: NextStepPlan? = nil, refusing: Set<String> = []
    ) throws -> LoggedCall {
        var party = try store.read { try $0.party(of: ref) }
        if let number { party.number = number }
        var call = Call()
        (call.contactID, call.companyID, call.opportunityID) = (party.contactID, party.companyID, party.opportunityID)
        (call.outcomeID, call.at) = (outcome.id, store.clock.now)
        return try store.log(call, of: party, next: next, refusing: refusing)
    }

    private func contact(_ id: Int64) throws -> Contact { try store.read { try $0.fetch(Contact.self, id)! } }

    @Test func theNumberThatWasDialledIsMarkedAndKeepsItsLabel() throws {
        let id = try person([Phone("110", label: "work"), Phone("+86 138 0013 8000", label: "mobile"), Phone("120")])
        let wrong = try outcome(.badNumber, reached: false)
        let before = try store.dump()
        let logged = try log(wrong, on: Ref(.contact, id), number: "+86 138 0013 8000")
        #expect(logged.effects == [.badNumber("+86 138 0013 8000")])
        #expect(try contact(id).phones.map(\.label) == ["work", "mobile (bad number)", ""])
        _ = try store.undo()
        #expect(try store.dump() == before)
        // By itself it is the first that is good, and each is marked once.
        for _ in 0..<4 { try log(wrong, on: Ref(.contact, id)) }
        #expect(
            try contact(id).phones.map(\.label) == ["work (bad number)", "mobile (bad number)", "bad number"])
        #expect(try log(wrong, on: Ref(.contact, id)).effects == [])
        #expect(try store.read { try $0.party(of: Ref(.contact, id)).number } == "110")
    }

    @Test func theNumberOfACompanyIsMarkedToo() throws {
        var company = Company()
        (company.name, company.phones) = ("上海艾克米", [Phone("021 5555 1234", label: "front desk")])
        let id = try store.add(company)
        try log(outcome(.badNumber), on: Ref(.company, id))
        let marked = try store.read { try $0.fetch(Company.self, id)! }
        #expect(marked.phones == [Phone("021 5555 1234", label: "front desk (bad number)")])
    }

    @Test func whoIsNotToBeCalledIsNotCalledByAReminderEither() throws {
        let id = try person()
        func add(_ action: FollowUp.Action, days: Int, repeating: String = "") throws -> Int64 {
            var followUp = FollowUp()
            (followUp.contactID, followUp.action, followUp.repeat) = (id, action, repeating)
            followUp.dueOn = store.clock.today + days
            return try store.add(followUp)
        }
        let due = try add(.call, days: 0)
        let weekly = try add(.call, days: 3, repeating: "FREQ=WEEKLY")
        let sending = try add(.send, days: 1)
        let never = try outcome(.doNotCall, reached: false)
        let before = try store.dump()
        let logged = try log(never, on: Ref(.contact, id))
        #expect(logged.effects == [.doNotCall(closes: 1)])
        #expect(logged.effects.first?.sentence == "do not call, closes 1 follow-up to call")
        let open = try store.read { transaction in
            try transaction.ids(.followUp).filter { try transaction.fetch(FollowUp.self, $0)?.state == .open }
        }
        // Neither the due call nor the weekly one, which does not come again.
        #expect(open == [sending])
        #expect(try store.read { try $0.fetch(FollowUp.self, weekly)?.result } == "new one")
        #expect(try contact(id).doNotCall)
        _ = try store.undo()
        #expect(try store.dump() == before)
        // Taken back, the call is only an attempt, which moves the due one on.
        let later = NextStepPlan(action: .call, subject: "", due: Due(on: store.clock.today + 2))
        #expect(try log(never, on: Ref(.contact, id), next: later, refusing: ["do-not-call"]).effects == [])
        #expect(try !contact(id).doNotCall)
        #expect(try store.read { try $0.fetch(FollowUp.self, due)?.dueOn } == store.clock.today + 2)
    }

    @Test(arguments: ["edit", "several", "merge"]) func whateverSaysSoClosesTheCalls(way: String) throws {
        let id = try person()
        var (call, sending) = (FollowUp(), FollowUp())
        (call.contactID, call.action, call.repeat) = (id, .call, "FREQ=WEEKLY")
        (sending.contactID, sending.action) = (id, .send)
        (call.dueOn, sending.dueOn) = (store.clock.today + 3, store.clock.today + 3)
        let refs = [Ref(.followUp, try store.add(call)), Ref(.followUp, try store.add(sending))]
        var quiet = Contact()
        (quiet.name, quiet.doNotCall) = ("Wang Wei", true)
        quiet.id = try store.add(quiet)
        let before = try store.dump()
        let old = try contact(id)
        switch way {
        case "edit":
            var new = old
            new.doNotCall = true
            try store.edit(from: old, to: new)
        case "several":
            var change = BulkChange()
            change.values["do_not_call"] = .integer(1)
            let done = try store.change([Ref(.contact, id), Ref(.contact, quiet.id)], change)
            #expect(done.changed == 1 && done.closedCalls == 1)
        default:
            // Of two the one that is not to be called decides, and it had no calls of its own.
            try store.merge(Merge(kept: try contact(quiet.id), lost: old))
        }
        let now = try store.read { transaction in
            try refs.map { try #require(try transaction.fetch(FollowUp.self, $0.id)) }
        }
        #expect(now[0].state == .done && now[0].result == "do not call")
        #expect(now[1].state == .open)
        #expect(try store.read { try $0.count(.followUp) } == 2)
        _ = try store.undo()
        #expect(try store.dump() == before)
    }

    @Test func whoIsNotToBeCalledIsNotProposedToBeCalled() throws {
        var outcome = try outcome(.doNotCall)
        (outcome.nextAction, outcome.nextDays) = ("call", 7)
        #expect(try store.read { try $0.proposal(for: outcome) } == nil)
        outcome.nextAction = "email"
        #expect(try store.read { try $0.proposal(for: outcome)?.action } == .email)
    }

    @Test func aDealGoesOnAndNeverBack() throws {
        let id = try person()
        var deal = Opportunity()
        (deal.name, deal.stageID, deal.roles) = ("Line 3", 2, [DealRole(contactID: id)])
        let dealID = try store.add(deal)
        func stage() throws -> Int64? { try store.read { try $0.fetch(Opportunity.self, dealID)?.stageID } }
        let before = try store.dump()
        let forward = try outcome(stage: 3)
        // A contact's only open deal is meant.
        let logged = try log(forward, on: Ref(.contact, id))
        #expect(logged.effects.map(\.sentence) == ["Line 3 → Proposal"])
        #expect(try stage() == 3)
        #expect(try store.read { try $0.dealHistory(dealID).map(\.stageID) } == [2, 3])
        _ = try store.undo()
        _ = try store.undo()
        #expect(try store.dump() == before)

        let back = try outcome(stage: 1)
        #expect(try log(back, on: Ref(.opportunity, dealID)).effects == [])
        #expect(try stage() == 2)
        try store.win(dealID)
        #expect(try log(outcome(stage: 4), on: Ref(.opportunity, dealID)).effects == [])
        #expect(try stage() == 2)
        // Of several open ones none is guessed.
        try store.reopen(dealID)
        deal.name = "Line 4"
        try store.add(deal)
        #expect(try log(outcome(stage: 4), on: Ref(.contact, id)).effects == [])
    }

    @Test func aStageThatGoesIsTakenOutOfTheOutcomes() throws {
        let moving = try outcome(stage: 4)
        let before = try store.dump()
        try store.delete([Ref(.stage, 4)])
        #expect(try store.read { try $0.fetch(Outcome.self, moving.id)?.stageID } == nil)
        _ = try store.undo()
        #expect(try store.dump() == before)
    }
}
