import Sales
import Testing
import Words

@testable import Storage

/// Room for a meeting between what is planned, and cancelling one.
struct PlanningTests {
    private let store = try! Store.inMemory(clock: RandomActions.clock, seed: 1)
    private var zone: Zone { store.clock.zone }

    @discardableResult
    private func meeting(
        _ title: String, _ day: String, _ hour: Int? = nil, minutes: Int? = 60, place: String = "",
        state: Meeting.State = .planned
    ) throws -> Int64 {
        var meeting = Meeting()
        (meeting.title, meeting.place, meeting.state, meeting.dueOn) = (title, place, state, Day(day)!)
        if let hour {
            meeting.due = Due(on: Day(day)!, time: TimeOfDay(hour, 0)!, zone: zone)
            meeting.endAt = minutes.map { meeting.dueAt! + $0 * 60 }
        }
        return try store.add(meeting)
    }

    private func at(_ day: String, _ hour: Int, _ minute: Int = 0) -> Instant {
        zone.instant(Day(day)!, TimeOfDay(hour, minute)!)
    }

    private func free(_ day: String, minutes: Int = 60, place: String = "", except: Ref? = nil) throws -> String? {
        try store.read { try $0.nextFree(from: at(day, 0), minutes: minutes, place: place, except: except) }.map {
            "\(zone.day(of: $0)) \(zone.time(of: $0))"
        }
    }

    @Test func meetingsFollowUpsHolidaysAndTheWayAreMinded() throws {
        #expect(try free("2026-12-01") == "2026-12-01 09:00")
        let id = try meeting("first", "2026-12-01", 9, place: "上海")
        #expect(try free("2026-12-01") == "2026-12-01 10:00")
        #expect(try free("2026-12-01", place: "苏州") == "2026-12-01 10:30")
        #expect(try free("2026-12-01", except: Ref(.meeting, id)) == "2026-12-01 09:00")
        var followUp = FollowUp()
        followUp.due = Due(on: Day("2026-12-01")!, time: TimeOfDay(10, 30)!, zone: zone)
        try store.add(followUp)
        #expect(try free("2026-12-01") == "2026-12-01 10:45")
        // What has no end takes an hour, what was held or cancelled nothing, what lasts the whole day all of it.
        try meeting("no end", "2026-12-01", 11, minutes: nil)
        try meeting("held", "2026-12-01", 12, state: .held)
        try meeting("off", "2026-12-01", 12, state: .cancelled)
        #expect(try free("2026-12-01") == "2026-12-01 12:00")
        try meeting("fair", "2026-12-01")
        #expect(try free("2026-12-01") == "2026-12-02 09:00")
        var holiday = Holiday()
        (holiday.day, holiday.name) = (Day("2026-12-02")!, "off")
        try store.add(holiday)
        store.workingHours = [8 * 60..<10 * 60]
        #expect(try free("2026-12-01") == "2026-12-03 08:00")
        store.workingDays = [6]
        #expect(try free("2026-12-01") == "2026-12-05 08:00")
        // One that goes on for days.
        try meeting("tour", "2026-12-05", 7, minutes: 4 * 24 * 60)
        store.workingDays = [6, 7, 1, 2, 3]
        #expect(try free("2026-12-05") == "2026-12-09 08:00")
    }

    @Test func whyItCannotBeIsKnown() throws {
        try meeting("long", "2026-12-01", 9, minutes: 120, place: "上海")
        try meeting("fair", "2026-12-01")
        func found(_ hour: Int, _ minute: Int, _ place: String) throws -> [Availability.Clash?] {
            let start = at("2026-12-01", hour, minute)
            return try store.read {
                try $0.conflicts(with: TimeSlot(start: start, end: start + 3600, place: place)).map(\.clash)
            }
        }
        #expect(try found(10, 0, "") == [.overlap, nil])
        #expect(try found(11, 10, "苏州") == [.tooClose(10), nil])
        #expect(try found(11, 10, "上海") == [nil])
        store.travelMinutes = 5
        #expect(try found(11, 10, "苏州") == [nil])
    }

    @Test func aCancelledMeetingStaysAndClosesNothing() throws {
        var contact = Contact()
        (contact.name, contact.status) = ("王伟", .customer)
        let who = try store.add(contact)
        var planned = Meeting()
        (planned.title, planned.attendees) = ("Demo", [who])
        planned.due = Due(on: Day("2026-12-01")!, time: TimeOfDay(10, 0)!, zone: zone)
        let id = try store.add(planned)
        var followUp = FollowUp()
        (followUp.contactID, followUp.dueOn) = (who, Day("2026-12-08")!)
        let open = try store.add(followUp)
        let before = try store.dump()
        try store.cancel(id, reason: "they moved")
        let found = try #require(try store.read { try $0.fetch(Meeting.self, id) })
        #expect(found.state == .cancelled)
        #expect(found.reason == "they moved")
        #expect(found.due == planned.due)
        #expect(try store.read { try $0.fetch(FollowUp.self, open)?.state } == .open)
        // It is no touch, and no next step any more.
        let brief = try store.read { try $0.brief(Ref(.contact, who)) }
        #expect(brief.lastContact == nil)
        #expect(brief.next?.ref == Ref(.followUp, open))
        #expect(brief.timeline.first?.outcome == "cancelled")
        #expect(brief.timeline.first?.text == "Demo: they moved")
        #expect(throws: StoreError.self) { try store.cancel(id, reason: "") }
        #expect(throws: StoreError.self) { try store.hold(id, notes: "", next: nil) }
        _ = try store.undo()
        #expect(try store.dump() == before)
        try store.cancel(
            id, reason: "", next: NextStepPlan(action: .call, subject: "new date", due: Due(on: Day("2026-12-02")!)))
        #expect(try store.read { try $0.brief(Ref(.contact, who)) }.next?.subject == "new date")
    }
}
