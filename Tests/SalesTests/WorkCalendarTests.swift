import Testing

@testable import Sales

@Suite struct WorkCalendarTests {
    /// The national holiday of 2026 in China: off from Thursday 1 to Wednesday 7 October, worked on Saturday 10.
    let china = WorkCalendar(
        holidays: Set((1...7).map { Day(2026, 10, $0)! }), makeUpDays: [Day(2026, 10, 10)!])

    @Test func next() {
        let plain = WorkCalendar()
        #expect(plain.workingDay(onOrAfter: Day(2026, 11, 20)!) == Day(2026, 11, 20))
        #expect(plain.workingDay(onOrAfter: Day(2026, 11, 21)!) == Day(2026, 11, 23))
        #expect(china.workingDay(onOrAfter: Day(2026, 10, 1)!) == Day(2026, 10, 8))
        #expect(china.workingDay(onOrAfter: Day(2026, 10, 10)!) == Day(2026, 10, 10))
        #expect(china.workingDay(onOrAfter: Day(2026, 10, 11)!) == Day(2026, 10, 12))
    }

    @Test(arguments: [(1, 8), (2, 9), (3, 10), (4, 12), (0, 8), (-1, 30)])
    func adding(_ count: Int, _ day: Int) {
        #expect(china.adding(workingDays: count, to: Day(2026, 10, 3)!).day == day)
    }

    @Test func nothingIsWorked() {
        let none = WorkCalendar(weekdays: [])
        let day = Day(2026, 11, 21)!
        #expect(none.workingDay(onOrAfter: day) == day)
        #expect(none.adding(workingDays: 5, to: day) == day)
        #expect(none.adding(workingDays: -5, to: day) == day)
    }
}
