import Sales
import Testing
import Words

@testable import Storage

/// What makes itself heard, when, and that it is told once.
@Suite struct RemindersTests {
    /// Friday 20 November 2026, 14:05 in Shanghai.
    private let clock = Clock(zone: Zone("Asia/Shanghai")!, fixedAt: Instant("2026-11-20T06:05:00Z")!)
    private let store: Store

    init() throws { store = try Store.inMemory(clock: clock, seed: 5) }

    @discardableResult
    private func add(_ subject: String, _ due: String, _ alarms: [Int] = []) throws -> Int64 {
        var followUp = FollowUp()
        (followUp.subject, followUp.alarms, followUp.zone) = (subject, alarms, clock.zone.name)
        followUp.due = try DateWords.parse(due, clock: clock)
        return try store.add(followUp)
    }

    private func heard(_ start: String, _ end: String) throws -> [String] {
        func instant(_ text: String) throws -> Instant { try DateWords.parse(text, clock: clock).at! }
        return try store.read { try $0.reminders(after: instant(start), until: instant(end)) }.map {
            "\($0.step.subject) \(clock.zone.day(of: $0.at)) \(clock.zone.time(of: $0.at))"
        }
    }

    @Test func eachAlarmIsHeardAtItsTime() throws {
        try add("quote", "2026-11-25 10:00", [15, 1440])
        #expect(try heard("2026-11-24 09:59", "2026-11-24 10:00") == ["quote 2026-11-24 10:00"])
        #expect(try heard("2026-11-24 10:00", "2026-11-25 09:44").isEmpty)
        #expect(try heard("2026-11-25 09:44", "2026-11-25 09:45") == ["quote 2026-11-25 09:45"])
        // With alarms the time itself is quiet.
        #expect(try heard("2026-11-25 09:45", "2026-11-25 12:00").isEmpty)
        // Both missed: heard once.
        #expect(try heard("2026-11-24 09:00", "2026-11-25 12:00") == ["quote 2026-11-25 09:45"])
    }

    @Test func withoutATimeItIsNineInTheMorning() throws {
        try add("today", "2026-11-25")
        try add("the day before", "2026-11-26", [1440])
        var meeting = Meeting()
        (meeting.title, meeting.dueOn, meeting.zone) = ("fair", Day("2026-11-25")!, clock.zone.name)
        try store.add(meeting)
        #expect(try heard("2026-11-24 09:00", "2026-11-25 08:59").isEmpty)
        #expect(
            try heard("2026-11-25 08:59", "2026-11-25 09:00") == [
                "today 2026-11-25 09:00", "the day before 2026-11-25 09:00", "fair 2026-11-25 09:00",
            ])
        #expect(try heard("2026-11-25 09:00", "2026-11-27 09:00").isEmpty)
    }

    @Test func leadsReachFourWeeks() throws {
        try add("far", "2026-12-20 10:00", [28 * 1440])
        try add("farther", "2027-01-10 10:00", [365 * 1440])
        #expect(try heard("2026-11-22 09:00", "2026-11-22 10:00") == ["far 2026-11-22 10:00"])
        #expect(try heard("2026-12-13 09:00", "2026-12-13 10:00") == ["farther 2026-12-13 10:00"])
    }

    @Test func onlyWhatIsToBeDoneIsHeard() throws {
        let done = try add("done", "2026-11-25 10:00")
        try store.complete(done, result: "", next: nil)
        let moved = try add("moved", "2026-11-25 10:00")
        try store.snooze([Ref(.followUp, moved)], to: Day("2026-11-26")!)
        #expect(try heard("2026-11-25 00:00", "2026-11-25 23:59").isEmpty)
        #expect(try heard("2026-11-26 00:00", "2026-11-26 23:59") == ["moved 2026-11-26 10:00"])
    }

    private func take(_ store: Store) throws -> [String] { try store.takeReminders().map(\.step.subject) }

    /// The store as it is at another time.
    private func at(_ time: String) throws -> Store {
        let now = Clock(zone: clock.zone, fixedAt: try DateWords.parse(time, clock: clock).at!)
        return Store(queue: store.queue, path: store.path, clock: now, isReadOnly: false, seed: 6)
    }

    @Test func itIsTakenOnce() throws {
        try add("yesterday", "2026-11-19 10:00")
        try add("morning", "2026-11-20 08:00")
        try add("day", "2026-11-20")
        try add("later", "2026-11-20 15:00", [15, 30])
        // The first time it is of today only: what was due before is listed.
        let first = try store.takeReminders()
        #expect(first.map(\.step.subject) == ["morning", "day"])
        #expect(try take(store).isEmpty)
        try store.told(first)
        #expect(try take(store).isEmpty)
        #expect(try take(at("2026-11-20 14:30")) == ["later"])
        #expect(try take(at("2026-11-20 14:45")) == ["later"])
        #expect(try take(at("2026-11-20 16:00")).isEmpty)
    }

    @Test func whatCouldNotBeToldIsToldAgain() throws {
        try add("morning", "2026-11-20 08:00")
        let taken = try store.takeReminders()
        try store.untold(taken)
        #expect(try take(store) == ["morning"])
    }

    @Test func whoEndedWhileTellingHasNotTold() throws {
        try add("morning", "2026-11-20 08:00")
        let taken = try store.takeReminders()
        // No process has this number.
        for key in taken.flatMap(\.keys) { try store.remember(key, "telling \(Int32.max)") }
        #expect(try take(store) == ["morning"])
        #expect(try take(store).isEmpty)
    }

    @Test func aScreenAndACommandShareWhatWasTold() throws {
        try add("morning", "2026-11-20 08:00")
        try add("noon", "2026-11-20 12:00")
        let all = try store.read { try $0.reminders(after: clock.now + -86_400, until: clock.now) }
        #expect(try store.announce([all[0]]).map(\.step.subject) == ["morning"])
        #expect(try take(store) == ["noon"])
        #expect(try store.announce(all).isEmpty)
    }

    @Test func aMissedDayIsToldAndWhatIsOldIsForgotten() throws {
        _ = try store.takeReminders()
        try add("missed", "2026-11-21 10:00")
        try add("long ago", "2026-11-22 10:00")
        let missed = try at("2026-11-22 09:00").takeReminders()
        #expect(missed.map(\.step.subject) == ["missed"])
        try at("2026-11-22 09:00").told(missed)
        // Two months later: too old to be told, and nothing is kept of it.
        try add("new", "2027-02-01 10:00")
        #expect(try take(at("2027-02-01 10:00")) == ["new"])
        #expect(try store.read { try $0.remembered(missed[0].keys[0]) } == nil)
    }
}
