import Sales
import Testing

/// The days of a period, by days in it.
@Suite struct PeriodTests {
    @Test(arguments: [
        (Period.week, "2026-11-21", "2026-11-16", "2026-11-22"), (.week, "2027-01-01", "2026-12-28", "2027-01-03"),
        (.monday, "2026-11-21", "2026-11-09", "2026-11-22"), (.monday, "2026-11-23", "2026-11-16", "2026-11-29"),
        (.weeks, "2026-11-21", "2026-08-31", "2026-11-22"), (.month, "2028-02-29", "2028-02-01", "2028-02-29"),
        (.month, "2026-12-31", "2026-12-01", "2026-12-31"), (.quarter, "2026-11-21", "2026-10-01", "2026-12-31"),
        (.quarter, "2026-03-31", "2026-01-01", "2026-03-31"), (.year, "2026-01-01", "2026-01-01", "2026-12-31"),
    ])
    func days(period: Period, today: String, first: String, last: String) {
        #expect(period.days(on: Day(today)!) == Day(first)!...Day(last)!)
    }

    @Test func allTimeHasNoEnd() { #expect(Period.all.days(on: Day("2026-11-21")!) == nil) }
}
