import Sales
import Storage
import Testing
import Words

/// The appointments of a week: days of the current zone, their order, and what overlaps.
@Suite struct WeekTests {
    private let zone = Zone("Europe/Berlin")!
    private let store: Store

    init() throws {
        store = try Store.inMemory(
            clock: Clock(zone: Zone("Europe/Berlin")!, fixedAt: Instant("2026-10-22T10:00:00Z")!), seed: 1)
    }

    private func meeting(
        _ title: String, _ day: String, _ time: (Int, Int)? = nil, minutes: Int? = 60, _ state: Meeting.State = .planned
    ) throws {
        var meeting = Meeting()
        (meeting.title, meeting.state, meeting.dueOn) = (title, state, Day(day)!)
        if let time {
            meeting.due = Due(on: Day(day)!, time: TimeOfDay(time.0, time.1)!, zone: zone)
            meeting.endAt = minutes.map { meeting.dueAt! + $0 * 60 }
        }
        try store.add(meeting)
    }

    private func week(_ monday: String) throws -> [Appointment] { try store.read { try $0.week(from: Day(monday)!) } }

    @Test func sevenDaysInOrderAroundTheEndOfSummerTime() throws {
        // The night to Sunday 25 October 2026 has an hour more.
        try meeting("late on Sunday", "2026-10-25", (23, 59))
        try meeting("next Monday", "2026-10-26", (0, 0))
        try meeting("first", "2026-10-19", (0, 0))
        try meeting("Sunday before", "2026-10-18", (23, 59), minutes: nil)
        try meeting("客户拜访", "2026-10-21")
        try meeting("noon", "2026-10-21", (12, 0))
        try meeting("cancelled", "2026-10-21", (9, 0), .cancelled)
        try meeting("held", "2026-10-21", (8, 0), .held)
        var followUp = FollowUp()
        followUp.due = Due(on: Day("2026-10-21")!, time: TimeOfDay(10, 0)!, zone: zone)
        try store.add(followUp)
        followUp.due = Due(on: Day("2026-10-21")!)
        try store.add(followUp)  // no time: nothing for the calendar
        let found = try week("2026-10-19")
        #expect(found.map(\.title) == ["first", "客户拜访", "held", "call", "noon", "late on Sunday"])
        #expect(found.map(\.day.weekday) == [1, 3, 3, 3, 3, 7])
        #expect(found.map(\.isOpen) == [true, true, false, true, true, true])
        #expect(found.allSatisfy { !$0.hasConflict })
        #expect(try week("2026-10-12").map(\.title) == ["Sunday before"])
        #expect(try week("2026-11-02").isEmpty)
    }

    @Test func aTimeOfAnotherZoneStandsOnTheDayHere() throws {
        var meeting = Meeting()
        (meeting.title, meeting.zone) = ("Tokyo, Monday morning", "Asia/Tokyo")
        meeting.due = Due(on: Day("2026-10-26")!, at: Instant("2026-10-25T21:00:00Z")!)
        try store.add(meeting)
        #expect(try week("2026-10-19").map(\.day) == [Day("2026-10-25")!])
        #expect(try week("2026-10-26").isEmpty)
    }

    @Test func whatOverlapsIsMarkedAsWhileOneTypes() throws {
        try meeting("long", "2026-10-20", (9, 0), minutes: 180)
        try meeting("within", "2026-10-20", (10, 0), minutes: 30)
        try meeting("after within", "2026-10-20", (10, 30), minutes: 30)
        try meeting("at its end", "2026-10-20", (12, 0))
        try meeting("held then", "2026-10-20", (9, 0), .held)
        try meeting("all day", "2026-10-20")
        var followUp = FollowUp()
        followUp.due = Due(on: Day("2026-10-20")!, time: TimeOfDay(12, 59)!, zone: zone)
        try store.add(followUp)
        let found = try week("2026-10-19")
        #expect(
            Set(found.filter(\.hasConflict).map(\.title)) == ["long", "within", "after within", "at its end", "call"])
        // The same as the question that the form asks of each.
        for item in found where item.isOpen && item.at != nil && item.ref.kind == .meeting {
            let others = try store.read {
                try $0.conflicts(with: TimeSlot(start: item.at!, end: item.end!, place: item.place), except: item.ref)
            }
            #expect(item.hasConflict == others.contains { $0.clash != nil }, "\(item.title)")
            #expect(others.last?.step.subject == "all day")
        }
    }
}
