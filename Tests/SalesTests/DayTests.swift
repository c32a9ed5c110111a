import Testing

@testable import Sales

@Suite struct DayTests {
    /// Every day of all years follows the one before it, by a second way of counting.
    @Test func everyDay() {
        var day = Day(1, 1, 1)!
        #expect(day.number == -719_162)
        var wrong = 0
        for year in 1...9999 {
            let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
            for (month, length) in zip(1..., [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]) {
                if Day(year, month, length + 1) != nil || Day(year, month, 0) != nil { wrong += 1 }
                for number in 1...length {
                    if day.parts != (year, month, number) || Day(year, month, number) != day { wrong += 1 }
                    day = day + 1
                }
            }
        }
        #expect(wrong == 0)
        #expect(Day(number: day.number - 1).description == "9999-12-31")
    }

    @Test(arguments: [
        "2026-11-21", "0001-01-01", "9999-12-31", "2024-02-29", "1900-02-28", "2000-02-29",
    ])
    func texts(_ text: String) { #expect(Day(text)?.description == text) }

    @Test(arguments: [
        "", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "2026-1-1", "26-01-01", "2026-01-01 ",
        "2026/01/01", "+026-01-01", "2026--1-01", "２０２６-01-01", "0000-01-01", "10000-01-01", "2026-01", "2026-01-01-01",
    ])
    func refusals(_ text: String) { #expect(Day(text) == nil) }

    @Test func weekdays() {
        #expect(Day(2026, 11, 21)!.weekday == 6)
        #expect(Day(1970, 1, 1)!.weekday == 4)
        #expect(Day(1969, 12, 28)!.weekday == 7)
        #expect(Day(1, 1, 1)!.weekday == 1)
        #expect(Day(2026, 11, 22)!.monday == Day(2026, 11, 16))
    }

    @Test func months() {
        #expect(Day(2026, 1, 31)!.adding(months: 1) == Day(2026, 2, 28))
        #expect(Day(2026, 1, 31)!.adding(months: -2) == Day(2025, 11, 30))
        #expect(Day(2026, 1, 31)!.adding(months: -13) == Day(2024, 12, 31))
        #expect(Day(2024, 2, 29)!.adding(months: -48) == Day(2020, 2, 29))
        #expect(Day(2026, 12, 15)!.adding(months: 1) == Day(2027, 1, 15))
        #expect(Day(2028, 2, 1)!.endOfMonth == Day(2028, 2, 29))
        // Beyond the calendar the count goes on evenly, in both directions.
        #expect(Day(1, 1, 31)!.adding(months: -1).parts == (0, 12, 31))
        #expect(Day(1, 1, 31)!.adding(months: -13).parts == (-1, 12, 31))
        #expect(Day(1, 1, 31)!.adding(months: -25).adding(months: 25) == Day(1, 1, 31))
    }
}
