import Sales
import Testing
import Words

@testable import Storage

/// Doing and putting off what repeats: one action each, and the rhythm stays.
@Suite struct RecurringTests {
    /// Friday 20 November 2026, 14:05 in Shanghai.
    private let clock = Clock(zone: Zone("Asia/Shanghai")!, fixedAt: Instant("2026-11-20T06:05:00Z")!)
    private let store: Store

    init() throws { store = try Store.inMemory(clock: clock, seed: 5) }

    @discardableResult
    private func add(_ rule: String, due: String, time: String? = nil, action: FollowUp.Action = .task) throws -> Int64
    {
        var contact = Contact()
        (contact.name, contact.status) = ("王伟", .customer)
        let contactID = try store.add(contact)
        var followUp = FollowUp()
        (followUp.subject, followUp.action, followUp.repeat) = ("report", action, rule)
        (followUp.contactID, followUp.priority, followUp.alarms) = (contactID, 1, [15, 1440])
        followUp.zone = clock.zone.name
        let parts = time?.split(separator: ":").compactMap { Int($0) }
        followUp.due =
            parts.map { Due(on: Day(due)!, time: TimeOfDay($0[0], $0[1])!, zone: clock.zone) } ?? Due(on: Day(due)!)
        return try store.add(followUp)
    }

    private func followUps() throws -> [FollowUp] { try store.read { try $0.fetchAll(FollowUp.self) } }
    private var open: [FollowUp] { get throws { try followUps().filter { $0.state == .open } } }

    @Test func doneOnceItGoesOnInANewOne() throws {
        let id = try add("FREQ=WEEKLY;BYDAY=MO", due: "2026-11-16", time: "09:00")
        let before = try store.dump()
        let next = try #require(try store.complete(id, result: "sent", next: nil))
        let all = try followUps()
        #expect(all.count == 2)
        #expect(all[0].state == .done && all[0].result == "sent" && all[0].repeat.isEmpty)
        #expect(all[1] == next)
        #expect(all[1].state == .open && all[1].result.isEmpty && all[1].doneAt == nil && all[1].uid != all[0].uid)
        #expect(all[1].dueOn == Day("2026-11-23"))
        #expect(all[1].dueAt == Instant("2026-11-23T01:00:00Z"))
        let (old, new) = (all[0], all[1])
        #expect(
            new.contactID == old.contactID && new.subject == "report" && new.priority == 1 && new.alarms == [15, 1440])
        #expect(new.repeat == "FREQ=WEEKLY;BYDAY=MO" && new.action == .task && new.zone == old.zone)
        #expect(try store.read { try $0.brief(Ref(.contact, 1)).next?.ref } == Ref(.followUp, new.id))
        // One action.
        _ = try store.undo()
        #expect(try store.dump() == before)
        _ = try store.redo()
        #expect(try followUps() == all)
    }

    @Test func aTimeOfAnotherZoneStaysThere() throws {
        let id = try add("FREQ=DAILY", due: "2026-11-20")
        var berlin = try store.read { try $0.fetch(FollowUp.self, id)! }
        let old = berlin
        let zone = Zone("Europe/Berlin")!
        berlin.zone = zone.name
        berlin.due = Due(on: Day("2027-03-27")!, time: TimeOfDay(9, 0)!, zone: zone)
        try store.edit(from: old, to: berlin)
        let next = try #require(try store.complete(id, result: "", next: nil))
        #expect(next.dueAt == Instant("2027-03-28T07:00:00Z"))
        #expect(zone.time(of: next.dueAt!) == TimeOfDay(9, 0))
    }

    @Test func itEnds() throws {
        let id = try add("FREQ=DAILY;COUNT=2", due: "2026-11-20")
        let second = try #require(try store.complete(id, result: "", next: nil))
        #expect(second.repeat == "FREQ=DAILY;COUNT=1")
        #expect(try store.complete(second.id, result: "", next: nil) == nil)
        #expect(try open.isEmpty)
        let last = try add("FREQ=DAILY;UNTIL=20261120", due: "2026-11-20")
        #expect(try store.complete(last, result: "", next: nil) == nil)
        #expect(try open.isEmpty)
    }

    @Test func doneTwiceIsRefusedAndGoesOnOnce() throws {
        let id = try add("FREQ=DAILY", due: "2026-11-20")
        try store.complete(id, result: "", next: nil)
        #expect(throws: StoreError.self) { try store.complete(id, result: "", next: nil) }
        #expect(try open.count == 1)
    }

    @Test func whatIsNotUnderstoodStaysOpenAndSaysWhy() throws {
        let id = try add("FREQ=HOURLY", due: "2026-11-20")
        let error = #expect(throws: StoreError.self) { try store.complete(id, result: "", next: nil) }
        #expect(error?.sentence.contains("FREQ is DAILY") == true)
        #expect(try open.map(\.id) == [id])
    }

    @Test(arguments: [
        ("FREQ=WEEKLY;BYDAY=FR", "2026-11-20", "2026-11-24", "FREQ=WEEKLY;BYDAY=FR", "2026-11-27"),
        ("FREQ=WEEKLY", "2026-11-20", "2026-11-24", "FREQ=WEEKLY;BYDAY=FR", "2026-11-27"),
        // Put off beyond the next one: that one is left out.
        ("FREQ=WEEKLY;BYDAY=FR", "2026-11-20", "2026-11-27", "FREQ=WEEKLY;BYDAY=FR", "2026-12-04"),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "2026-11-20", "2026-11-27",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;DTSTART=20261120", "2026-12-04"
        ),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-11-30", "2026-12-01", "FREQ=MONTHLY;BYMONTHDAY=-1", "2026-12-31"),
        ("FREQ=DAILY;INTERVAL=10", "2026-11-20", "2026-11-23", "FREQ=DAILY;INTERVAL=10;DTSTART=20261120", "2026-11-30"),
    ])
    func snoozedItKeepsItsRhythm(rule: String, due: String, to: String, kept: String, next: String) throws {
        let id = try add(rule, due: due, time: "09:00")
        try store.snooze([Ref(.followUp, id)], to: Day(to)!)
        #expect(try open.first?.repeat == kept)
        #expect(try open.first?.dueOn == Day(to))
        let following = try #require(try store.complete(id, result: "", next: nil))
        #expect(following.dueOn == Day(next))
        #expect(!following.repeat.contains("DTSTART"))
    }

    private func log(_ key: String, next: NextStepPlan?) throws {
        let outcome = try store.read { try $0.fetchAll(Outcome.self).first { $0.key == key }! }
        let party = try store.read { try $0.party(of: Ref(.contact, 1)) }
        var call = Call()
        (call.contactID, call.outcomeID, call.at) = (1, outcome.id, clock.now)
        try store.log(call, of: party, next: next)
    }

    @Test func aCallThatClosesOneGoesOnWithIt() throws {
        try add("FREQ=WEEKLY;BYDAY=FR", due: "2026-11-20", action: .call)
        try log("a", next: NextStepPlan(action: .send, subject: "quote", due: Due(on: Day("2026-11-23")!)))
        #expect(try open.map(\.dueOn) == [Day("2026-11-27"), Day("2026-11-23")])
        #expect(try open.map(\.repeat) == ["FREQ=WEEKLY;BYDAY=FR", ""])
    }

    @Test func whatTheRhythmPlansIsNotPlannedTwice() throws {
        try add("FREQ=WEEKLY;BYDAY=FR", due: "2026-11-20", action: .call)
        try log("a", next: NextStepPlan(action: .call, subject: "", due: Due(on: Day("2026-11-27")!)))
        #expect(try open.count == 1)
        #expect(try open.first?.subject == "report")
    }

    @Test func aCallWithoutAnAnswerMovesOnlyThisOne() throws {
        try add("FREQ=WEEKLY", due: "2026-11-20", action: .call)
        try log("n", next: NextStepPlan(action: .call, subject: "", due: Due(on: Day("2026-11-23")!)))
        #expect(try open.count == 1)
        #expect(try open.first?.dueOn == Day("2026-11-23"))
        #expect(try open.first?.repeat == "FREQ=WEEKLY;BYDAY=FR")
    }

    @Test func aWeekdayIsAWorkingDayOfTheUser() throws {
        try store.write("Add holidays") { transaction in
            for (day, isWorking) in [("2026-11-23", false), ("2026-11-22", true)] {
                var holiday = Holiday()
                (holiday.day, holiday.isWorking) = (Day(day)!, isWorking)
                try transaction.insert(&holiday)
            }
        }
        let weekdays = try add("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", due: "2026-11-20")
        // A Sunday that is worked, in place of the Monday.
        let sunday = try #require(try store.complete(weekdays, result: "", next: nil))
        #expect(sunday.dueOn == Day("2026-11-22"))
        #expect(try store.complete(sunday.id, result: "", next: nil)?.dueOn == Day("2026-11-24"))
        let mondays = try add("FREQ=WEEKLY;BYDAY=MO", due: "2026-11-20")
        #expect(try store.complete(mondays, result: "", next: nil)?.dueOn == Day("2026-11-23"))
    }
}
