import Testing

@testable import Sales

/// When there is room, and what cannot be kept beside each other.
struct AvailabilityTests {
    private let zone = Zone("Asia/Shanghai")!

    private func at(_ text: String) -> Instant {
        let parts = text.split(separator: " ")
        let time = parts[1].split(separator: ":").map { Int($0)! }
        return zone.instant(Day(parts[0])!, TimeOfDay(time[0], time[1])!)
    }

    private func slot(_ day: String, _ from: String, _ to: String, _ place: String = "") -> TimeSlot {
        TimeSlot(start: at("\(day) \(from)"), end: at("\(day) \(to)"), place: place)
    }

    @Test(
        arguments: [
            ("9:00", "10:00", "", nil), ("9:00", "10:01", "", .overlap), ("10:30", "10:31", "", .overlap),
            ("11:00", "12:00", "", nil), ("11:00", "12:00", "苏州", .tooClose(0)),
            ("11:29", "12:00", "苏州", .tooClose(29)),
            ("11:30", "12:00", "苏州", nil), ("9:00", "9:45", "苏州", .tooClose(15)), ("11:00", "12:00", "上海 ", nil),
        ] as [(String, String, String, Availability.Clash?)])
    func clashes(from: String, to: String, place: String, expected: Availability.Clash?) {
        let standing = slot("2026-11-24", "10:00", "11:00", "上海")
        let wanted = slot("2026-11-24", from, to, place)
        let availability = Availability(zone: zone)
        #expect(availability.clash(wanted, standing) == expected)
        #expect(availability.clash(standing, wanted) == expected)
    }

    /// Friday 20 November 2026 has a meeting in Shanghai from 10 to 12, and something to do at 15:10 for a quarter of an hour; Monday
    /// is a holiday, Sunday a make-up day that is taken as a whole.
    private var taken: [TimeSlot] {
        [
            slot("2026-11-20", "10:00", "12:00", "上海"), slot("2026-11-20", "15:10", "15:25"),
            TimeSlot(start: at("2026-11-22 0:00"), end: at("2026-11-23 0:00")),
        ]
    }

    @Test(
        arguments: [
            ("2026-11-20 8:00", 60, "", "2026-11-20 09:00"), ("2026-11-20 9:01", 60, "", "2026-11-20 12:00"),
            ("2026-11-20 9:01", 45, "", "2026-11-20 09:15"), ("2026-11-20 8:00", 60, "苏州", "2026-11-20 12:30"),
            ("2026-11-20 8:00", 30, "苏州", "2026-11-20 09:00"), ("2026-11-20 14:00", 70, "", "2026-11-20 14:00"),
            ("2026-11-20 14:00", 75, "", "2026-11-20 15:30"), ("2026-11-20 17:30", 45, "", "2026-11-24 09:00"),
            ("2026-11-20 12:00", 481, "", "2026-11-24 09:00"), ("2026-11-25 18:00", 540, "", "2026-11-26 09:00"),
        ])
    func nextFree(from: String, minutes: Int, place: String, expected: String) {
        let calendar = WorkCalendar(holidays: [Day("2026-11-23")!], makeUpDays: [Day("2026-11-22")!])
        let availability = Availability(calendar: calendar, zone: zone)
        let found = availability.nextFree(from: at(from), minutes: minutes, place: place) { _ in taken }
        let day = found.map { "\(zone.day(of: $0)) \(zone.time(of: $0))" }
        #expect(day == expected)
    }

    @Test func hoursMayHaveABreak() {
        let availability = Availability(hours: [510..<720, 810..<1050], zone: zone)
        let found = availability.nextFree(from: at("2026-11-24 11:30"), minutes: 60) { _ in [] }
        #expect(found == at("2026-11-24 13:30"))
    }

    @Test func whatDoesNotFitIsNotOffered() {
        var asked = 0
        let found = Availability(zone: zone).nextFree(from: at("2026-11-24 9:00"), minutes: 541) { _ in
            asked += 1
            return []
        }
        #expect(found == nil)
        #expect(asked == 26)
    }

    /// The hour that the clock skips in spring and the one that comes twice in autumn are counted as they pass.
    @Test(arguments: [("2026-03-29", 22), ("2026-10-25", 24), ("2026-11-24", 23)])
    func daysWithAChangeOfTheClock(day: String, hours: Int) {
        let berlin = Zone("Europe/Berlin")!
        let availability = Availability(
            calendar: WorkCalendar(weekdays: [1, 2, 3, 4, 5, 6, 7]), hours: [0..<1440], zone: berlin)
        let start = berlin.instant(Day(day)!, TimeOfDay(0, 0)!)
        let found = availability.nextFree(from: start, minutes: hours * 60) { _ in [] }
        #expect(found == start)
        let longer = availability.nextFree(from: start, minutes: (hours + 2) * 60) { _ in [] }
        #expect(longer != start)
    }
}
