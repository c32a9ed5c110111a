import Words
import Testing

@testable import Sales

@Suite struct DateFormatTests {
    let clock = ClockTests.clock
    var english: DateFormat { DateFormat(clock: clock) }
    var chinese: DateFormat { DateFormat(clock: clock, language: .chinese) }

    @Test func full() {
        let due = Due(on: Day(2026, 11, 27)!, time: TimeOfDay(10, 0)!, zone: clock.zone)
        #expect(english.full(due) == "Fri 27 Nov 2026 10:00")
        #expect(chinese.full(due) == "2026年11月27日 周五 10:00")
        #expect(english.full(Due(on: Day(2026, 12, 1)!)) == "Tue 1 Dec 2026")
        #expect(chinese.full(Day(2026, 12, 1)!) == "2026年12月1日 周二")
        #expect(english.full(Day(987, 1, 5)!).hasSuffix("5 Jan 0987"))
    }

    @Test(arguments: [
        (0, "today", "今天"), (1, "Sun", "周日"), (6, "Fri", "周五"), (7, "28 Nov", "11-28"), (40, "31 Dec", "12-31"),
        (41, "01 Jan 2027", "2027-01-01"),
        (-1, "1 day over", "逾期1天"), (-3, "3 days over", "逾期3天"), (-400, "400 days over", "逾期400天"),
    ])
    func due(_ days: Int, _ inEnglish: String, _ inChinese: String) {
        #expect(english.due(Due(on: clock.today + days)) == inEnglish)
        #expect(chinese.due(Due(on: clock.today + days)) == inChinese)
    }

    @Test func times() {
        #expect(english.due(Due(on: clock.today, time: TimeOfDay(14, 25)!, zone: clock.zone)) == "today 14:25")
        #expect(english.due(Due(on: clock.today, time: TimeOfDay(9, 0)!, zone: clock.zone)) == "today 09:00")
        #expect(chinese.due(Due(on: clock.today + 2, time: TimeOfDay(9, 5)!, zone: clock.zone)) == "周一 09:05")
        #expect(english.short(Day(2025, 11, 12)!) == "12 Nov 2025")
        #expect(english.short(Day(2026, 11, 5)!) == "05 Nov")
        #expect(chinese.short(Day(2025, 11, 5)!) == "2025-11-05")
        #expect(english.coming(clock.today - 1) == "20 Nov")
        #expect(english.over(days: 0) == "")
        #expect(english.now == "Sat 21 Nov  14:05")
        #expect(chinese.now == "11月21日 周六  14:05")
    }

    @Test(arguments: [
        (0, "now"), (1, "in 1 min"), (60, "in 1 min"), (61, "in 2 min"), (1200, "in 20 min"), (3540, "in 59 min"),
        (3541, "in 1 h"), (7199, "in 2 h"), (86_400, "in 1 day"), (200_000, "in 2 days"),
        (-59, "now"), (-60, "1 min ago"), (-3600, "1 h ago"), (-86_400, "1 day ago"), (-172_800, "2 days ago"),
    ])
    func distances(_ seconds: Int, _ expected: String) {
        #expect(english.distance(to: clock.now + seconds) == expected)
    }

    @Test func chineseDistances() {
        #expect(
            [0, 1200, 7200, 86_400, -1200].map { chinese.distance(to: clock.now + $0) } == [
                "现在", "20分钟后", "2小时后", "1天后", "20分钟前",
            ])
    }

    @Test func names() {
        #expect((1...12).map(DateFormat.monthName).joined() == "JanFebMarAprMayJunJulAugSepOctNovDec")
        #expect((1...7).map(DateFormat.weekdayName).joined() == "MonTueWedThuFriSatSun")
    }
}
