import Sales
import Storage
import Testing
import Words

/// What a salesperson does, as single actions, and what follows from each.
@Suite struct ActionsTests {
    let store: Store
    let outcomes: [Outcome]

    init() throws {
        store = try Store.inMemory(clock: RandomActions.clock, seed: 3)
        outcomes = try store.read { try $0.fetchAll(Outcome.self) }
    }

    private func outcome(_ key: String) -> Outcome { outcomes.first { $0.key == key }! }

    private func person(_ name: String = "王伟", status: Status = .customer) throws -> Int64 {
        var contact = Contact()
        contact.name = name
        contact.status = status
        contact.phones = [Phone("+86 138 0013 8000")]
        return try store.add(contact)
    }

    private func log(_ key: String, with contact: Int64, next: NextStepPlan? = nil) throws -> Int64 {
        let party = try store.read { try $0.party(of: Ref(.contact, contact)) }
        var call = Call()
        (call.contactID, call.outcomeID, call.at) = (contact, outcome(key).id, store.clock.now)
        return try store.log(call, of: party, next: next).id
    }

    private func brief(_ contact: Int64) throws -> Brief { try store.read { try $0.brief(Ref(.contact, contact)) } }

    @Test func onlyWhatHappenedMovesLastContact() throws {
        let id = try person()
        var followUp = FollowUp()
        (followUp.contactID, followUp.dueOn, followUp.action) = (id, store.clock.today, .visit)
        try store.add(followUp)
        var meeting = Meeting()
        (meeting.title, meeting.dueOn, meeting.attendees) = ("planned", store.clock.today - 1, [id])
        let meetingID = try store.add(meeting)
        #expect(try brief(id).lastContact == nil)
        _ = try log("n", with: id)
        #expect(try brief(id).lastContact == nil)
        #expect(try brief(id).attempts == 1)
        try store.hold(meetingID, notes: "", next: nil)
        #expect(try brief(id).lastContact == store.clock.today - 1)
        _ = try log("a", with: id)
        #expect(try brief(id).lastContact == store.clock.today)
        #expect(try brief(id).attempts == 0)
    }

    @Test func aLeadIsActiveOnceTouchedOrTriedAndNeverWhenNotToBeCalled() throws {
        let id = try person(status: .lead)
        #expect(try store.read { try $0.nothingPlannedCount() } == 0)
        _ = try log("n", with: id)
        #expect(try store.read { try $0.nothingPlannedCount() } == 1)
        let old = try store.read { try $0.fetch(Contact.self, id)! }
        var quiet = old
        quiet.doNotCall = true
        try store.edit(from: old, to: quiet)
        #expect(try store.read { try $0.nothingPlannedCount() } == 0)
    }

    @Test func anUnreachedCallMovesTheDueOneOn() throws {
        let id = try person()
        var followUp = FollowUp()
        (followUp.contactID, followUp.dueOn, followUp.subject) = (id, store.clock.today - 3, "send quote")
        let due = try store.add(followUp)
        let next = try store.read { try $0.proposal(for: outcome("n")) }
        #expect(next?.due.on == Day("2026-11-23"))  // the day after is a Sunday
        _ = try log("n", with: id, next: next)
        let moved = try store.read { try $0.fetch(FollowUp.self, due)! }
        #expect(moved.state == .open)
        #expect(moved.dueOn == Day("2026-11-23"))
        #expect(moved.subject == "send quote")
        #expect(try store.read { try $0.count(.followUp) } == 1)
        // One action: one undo takes the call and the move back.
        _ = try store.undo()
        #expect(try store.read { try $0.count(.call) } == 0)
        #expect(try store.read { try $0.fetch(FollowUp.self, due)?.dueOn } == store.clock.today - 3)
    }

    @Test func aFieldChangedElsewhereMeanwhileIsNotOverwritten() throws {
        let id = try person()
        let opened = try store.read { try $0.fetch(Contact.self, id)! }
        var theirs = opened
        theirs.tier = "B"
        theirs.phones = [Phone("110")]
        try store.edit(from: opened, to: theirs)
        var mine = opened
        mine.position = "buyer"
        try store.edit(from: opened, to: mine)
        let both = try store.read { try $0.fetch(Contact.self, id)! }
        #expect(both.tier == "B" && both.position == "buyer" && both.phones == [Phone("110")])
        mine.tier = "A"
        #expect(throws: StoreError.self) { try store.edit(from: opened, to: mine) }
        #expect(try store.read { try $0.fetch(Contact.self, id)?.tier } == "B")
    }

    @Test func lostNeedsAReasonInTheFileItself() throws {
        var deal = Opportunity()
        deal.name = "x"
        deal.stageID = 1
        deal.state = .lost
        #expect(throws: StoreError.self) { try store.add(deal) }
    }

    @Test func aDealsHistoryTellsEachChangeOnce() throws {
        var deal = Opportunity()
        (deal.name, deal.stageID, deal.closeOn) = ("Line 3", 1, Day("2026-12-31"))
        let id = try store.add(deal)
        let stages = try store.read { try $0.fetchAll(Stage.self) }
        try store.move(id, to: stages[2])
        let reason = try store.read { try $0.fetchAll(Reason.self)[0] }
        try store.lose(id, reason: reason)
        #expect(throws: StoreError.self) { try store.move(id, to: stages[0]) }
        try store.reopen(id)
        let opened = try store.read { try $0.fetch(Opportunity.self, id)! }
        #expect(opened.state == .open && opened.reasonID == nil && opened.closeOn == Day("2026-12-31"))
        try store.win(id)
        let history = try store.read { try $0.dealHistory(id) }
        #expect(history.map(\.state) == [.open, .open, .lost, .open, .won])
        #expect(history.map(\.stageID) == [1, 3, 3, 3, 3])
        // What is no part of the history leaves no line.
        var renamed = try store.read { try $0.fetch(Opportunity.self, id)! }
        renamed.name = "Line 4"
        try store.edit(from: try store.read { try $0.fetch(Opportunity.self, id)! }, to: renamed)
        #expect(try store.read { try $0.dealHistory(id).count } == 5)
    }

    @Test func deletingKeepsWhatBelongsToOthers() throws {
        let id = try person()
        var company = Company()
        company.name = "上海艾克米"
        let companyID = try store.add(company)
        var shared = Call()
        (shared.contactID, shared.companyID, shared.outcomeID) = (id, companyID, outcomes[0].id)
        let kept = try store.add(shared)
        var own = Note()
        (own.contactID, own.text) = (id, "only his")
        let gone = try store.add(own)
        let before = try store.dump()
        try store.delete([Ref(.contact, id)])
        #expect(try store.read { try $0.fetch(Call.self, kept)?.contactID } == nil)
        #expect(try store.read { try $0.exists(Ref(.call, kept)) })
        #expect(try !store.read { try $0.exists(Ref(.note, gone)) })
        _ = try store.undo()
        #expect(try store.dump() == before)
        #expect(throws: StoreError.self) { try store.delete([Ref(.outcome, outcomes[0].id)]) }
    }

    @Test func snoozingKeepsTheTimeOfDay() throws {
        var followUp = FollowUp()
        followUp.due = Due(on: Day("2026-11-20")!, time: TimeOfDay(9, 30)!, zone: store.clock.zone)
        let id = try store.add(followUp)
        try store.snooze([Ref(.followUp, id)], to: Day("2026-11-25")!)
        let moved = try store.read { try $0.fetch(FollowUp.self, id)! }
        #expect(moved.dueOn == Day("2026-11-25"))
        #expect(moved.dueAt == Instant("2026-11-25T01:30:00Z"))
    }

    @Test func anOverdueItemStaysUntilItIsHandled() throws {
        var followUp = FollowUp()
        (followUp.subject, followUp.dueOn) = ("forgotten?", Day("2020-02-29")!)
        try store.add(followUp)
        let agenda = try store.read { try $0.agenda() }
        #expect(agenda[.overdue].map(\.subject) == ["forgotten?"])
    }

    @Test func conflictsAreFoundByOverlap() throws {
        var meeting = Meeting()
        meeting.title = "standing"
        meeting.due = Due(on: Day("2026-11-24")!, time: TimeOfDay(10, 0)!, zone: store.clock.zone)
        meeting.endAt = meeting.dueAt! + 3600
        let id = try store.add(meeting)
        func hits(_ hour: Int, _ minute: Int, minutes: Int) throws -> Int {
            let start = store.clock.zone.instant(Day("2026-11-24")!, TimeOfDay(hour, minute)!)
            return try store.read { try $0.conflicts(with: TimeSlot(start: start, end: start + minutes * 60)).count }
        }
        #expect(try hits(9, 0, minutes: 60) == 0)
        #expect(try hits(9, 0, minutes: 61) == 1)
        #expect(try hits(10, 30, minutes: 5) == 1)
        #expect(try hits(11, 0, minutes: 60) == 0)
        let start = meeting.dueAt!
        #expect(
            try store.read {
                try $0.conflicts(with: TimeSlot(start: start, end: start + 60), except: Ref(.meeting, id)).isEmpty
            })
    }
}
