import Testing
import Words

@testable import Sales

/// Every phrase with the one answer that it must have; `!` is a refusal.
@Suite struct DateWordsTests {
    static func clock(_ wall: String, _ zone: String = "Europe/Berlin") -> Clock {
        let zone = Zone(zone)!
        let (day, seconds, _) = Instant.split(wall)!
        return Clock(zone: zone, fixedAt: zone.instant(day, TimeOfDay(seconds / 3600, seconds / 60 % 60)!))
    }

    static func answer(_ text: String, _ clock: Clock, _ direction: DateWords.Direction = .coming) -> String {
        guard let due = try? DateWords.parse(text, clock: clock, direction: direction) else { return "!" }
        return due.on.description + (due.at.map { " " + clock.zone.time(of: $0).description } ?? "")
    }

    /// Lines of `phrase = answer`.
    static func check(
        _ table: String, at wall: String, _ zone: String = "Europe/Berlin", _ direction: DateWords.Direction = .coming,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let clock = clock(wall, zone)
        for line in table.split(separator: "\n") {
            let parts = line.split(separator: "=", omittingEmptySubsequences: false).map { $0.trimmingSpaces() }
            #expect(
                answer(parts[0], clock, direction) == parts[1], "\(parts[0]) at \(wall)", sourceLocation: sourceLocation
            )
        }
    }

    /// Saturday 21 November 2026, 14:05, as in the design.
    @Test func english() {
        Self.check(
            """
            today = 2026-11-21
            TODAY = 2026-11-21
            tomorrow = 2026-11-22
            tom = 2026-11-22
            tmr = 2026-11-22
            day after tomorrow = 2026-11-23
            the day after tomorrow = 2026-11-23
            yesterday = 2026-11-20
            mon = 2026-11-23
            fri = 2026-11-27
            Friday = 2026-11-27
            Fri. = 2026-11-27
            sat = 2026-11-28
            saturday = 2026-11-28
            sun = 2026-11-22
            thurs = 2026-11-26
            fri 10 = 2026-11-27 10:00
            fri 10:00 = 2026-11-27 10:00
            fri at 10 = 2026-11-27 10:00
            on fri at 10:15 = 2026-11-27 10:15
            10am fri = 2026-11-27 10:00
            fri 10pm = 2026-11-27 22:00
            fri 12am = 2026-11-27 00:00
            fri 12pm = 2026-11-27 12:00
            fri noon = 2026-11-27 12:00
            next tue = 2026-11-24
            next tue 9:00 = 2026-11-24 09:00
            9:00 next tue = 2026-11-24 09:00
            next sat = 2026-11-28
            next sun = 2026-11-29
            this fri = 2026-11-20
            this sun = 2026-11-22
            last fri = 2026-11-13
            next monday = 2026-11-23
            next week = 2026-11-23
            next month = 2026-12-01
            next year = 2027-01-01
            last week = 2026-11-09
            3d = 2026-11-24
            3 d = 2026-11-24
            +3d = 2026-11-24
            -2d = 2026-11-19
            2w = 2026-12-05
            1m = 2026-12-21
            1y = 2027-11-21
            3 days = 2026-11-24
            in 3 days = 2026-11-24
            in a week = 2026-11-28
            a week = 2026-11-28
            in two weeks = !
            2 weeks = 2026-12-05
            3 months = 2027-02-21
            3 days ago = 2026-11-18
            a month ago = 2026-10-21
            3d 9:00 = 2026-11-24 09:00
            3d 9am = 2026-11-24 09:00
            2h = 2026-11-21 16:05
            in 20 min = 2026-11-21 14:25
            20min = 2026-11-21 14:25
            now = 2026-11-21 14:05
            12h = 2026-11-22 02:05
            15:30 = 2026-11-21 15:30
            14:06 = 2026-11-21 14:06
            14:05 = 2026-11-22 14:05
            9:00 = 2026-11-22 09:00
            10am = 2026-11-22 10:00
            10 am = 2026-11-22 10:00
            3pm = 2026-11-21 15:00
            3:30pm = 2026-11-21 15:30
            3:30 p.m. = 2026-11-21 15:30
            noon = 2026-11-22 12:00
            today 9:00 = 2026-11-21 09:00
            tomorrow 9 = 2026-11-22 09:00
            tomorrow afternoon 3 = 2026-11-22 15:00
            tomorrow 9 in the morning = 2026-11-22 09:00
            2026-12-01 = 2026-12-01
            2026-12-01 10:30 = 2026-12-01 10:30
            2026-12-01T10:30 = 2026-12-01 10:30
            2026-12-01T10:30:00Z = 2026-12-01 11:30
            2026/12/1 = 2026-12-01
            2026.12.1 = 2026-12-01
            12-01 = 2026-12-01
            12/1 = 2026-12-01
            11-20 = 2027-11-20
            11-21 = 2026-11-21
            11-22 = 2026-11-22
            27.11. = 2026-11-27
            27.11 = 2026-11-27
            27.11.2026 = 2026-11-27
            27/11 = 2026-11-27
            12/1/2027 = 2027-12-01
            2-29 = 2028-02-29
            27 nov = 2026-11-27
            27 Nov 2026 = 2026-11-27
            27-Nov-2026 = 2026-11-27
            27th of November = 2026-11-27
            nov 27 = 2026-11-27
            November 27, 2026 = 2026-11-27
            1 dec 10:00 = 2026-12-01 10:00
            1 dec 10 = 2026-12-01 10:00
            1 jan = 2027-01-01
            dec = 2026-12-01
            15th = 2026-12-15
            the 30th = 2026-11-30
            31st = 2026-12-31
            Fri 27 Nov 2026 10:00 = 2026-11-27 10:00
            Thu 27 Nov 2026 = !
            noon tomorrow = 2026-11-22 12:00
            next tuesday at 9:30am = 2026-11-24 09:30
            may = 2027-05-01
            march 5 = 2027-03-05
            24/12 18:00 = 2026-12-24 18:00
            eom = 2026-11-30
            end of month = 2026-11-30
            end of the month = 2026-11-30
            end of next month = 2026-12-31
            end of year = 2026-12-31
            eoy = 2026-12-31
            end of week = 2026-11-27
            end of next week = 2026-11-27
            weekend = 2026-11-21
            next weekend = 2026-11-28
            3 working days = 2026-11-25
            1wd = 2026-11-23
            ｆｒｉ　１０：００ = 2026-11-27 10:00
            １５：３０ = 2026-11-21 15:30
            """, at: "2026-11-21T14:05")
    }

    @Test func chinese() {
        Self.check(
            """
            今天 = 2026-11-21
            明天 = 2026-11-22
            后天 = 2026-11-23
            後天 = 2026-11-23
            大后天 = 2026-11-24
            昨天 = 2026-11-20
            前天 = 2026-11-19
            周五 = 2026-11-27
            週五 = 2026-11-27
            星期五 = 2026-11-27
            礼拜五 = 2026-11-27
            禮拜五 = 2026-11-27
            周日 = 2026-11-22
            星期天 = 2026-11-22
            周六 = 2026-11-28
            周5 = 2026-11-27
            下周二 = 2026-11-24
            下周三 = 2026-11-25
            下周日 = 2026-11-29
            下星期三 = 2026-11-25
            下个星期三 = 2026-11-25
            下下周三 = 2026-12-02
            本周五 = 2026-11-20
            这周日 = 2026-11-22
            上周五 = 2026-11-13
            下周 = 2026-11-23
            下个月 = 2026-12-01
            下月5号 = 2026-12-05
            下个月15日 = 2026-12-15
            明年 = 2027-01-01
            明年3月1日 = 2027-03-01
            今年12月1日 = 2026-12-01
            月底 = 2026-11-30
            本月底 = 2026-11-30
            下月底 = 2026-12-31
            下个月底 = 2026-12-31
            年底 = 2026-12-31
            下周一上午九点 = 2026-11-23 09:00
            3月5日 = 2027-03-05
            明天中午 = 2026-11-22 12:00
            下午四点二十 = 2026-11-21 16:20
            月初 = 2026-12-01
            周末 = 2026-11-21
            下周末 = 2026-11-28
            3天后 = 2026-11-24
            三天后 = 2026-11-24
            3天 = 2026-11-24
            3天以后 = 2026-11-24
            过3天 = 2026-11-24
            3日后 = 2026-11-24
            十天后 = 2026-12-01
            二十一天后 = 2026-12-12
            一百天后 = 2027-03-01
            两周后 = 2026-12-05
            兩週後 = 2026-12-05
            2个星期后 = 2026-12-05
            一个月后 = 2026-12-21
            3个月后 = 2027-02-21
            一年后 = 2027-11-21
            半年后 = 2027-05-21
            三天前 = 2026-11-18
            3个工作日后 = 2026-11-25
            半小时后 = 2026-11-21 14:35
            2小时后 = 2026-11-21 16:05
            二十分钟后 = 2026-11-21 14:25
            下午3点 = 2026-11-21 15:00
            下午三点 = 2026-11-21 15:00
            下午3點 = 2026-11-21 15:00
            下午3:30 = 2026-11-21 15:30
            下午三点一刻 = 2026-11-21 15:15
            下午12点 = 2026-11-22 12:00
            十点半 = 2026-11-22 10:30
            十五点半 = 2026-11-21 15:30
            15点30 = 2026-11-21 15:30
            15点30分 = 2026-11-21 15:30
            15时 = 2026-11-21 15:00
            中午 = 2026-11-22 12:00
            晚上8点 = 2026-11-21 20:00
            今晚8点 = 2026-11-21 20:00
            明早9点 = 2026-11-22 09:00
            明晚七点半 = 2026-11-22 19:30
            明天上午十点 = 2026-11-22 10:00
            明天的上午10点 = 2026-11-22 10:00
            后天下午两点 = 2026-11-23 14:00
            周一十点 = 2026-11-23 10:00
            周一 10 = 2026-11-23 10:00
            下周二上午9点 = 2026-11-24 09:00
            下周二 9:00 = 2026-11-24 09:00
            星期三下午3点 = 2026-11-25 15:00
            凌晨12点 = 2026-11-22 00:00
            2026年12月1日 = 2026-12-01
            2026年12月1号 = 2026-12-01
            二〇二六年十二月一日 = 2026-12-01
            12月1日 = 2026-12-01
            12月1号 = 2026-12-01
            十二月一日 = 2026-12-01
            十一月二十日 = 2027-11-20
            12月 = 2026-12-01
            15号 = 2026-12-15
            30日 = 2026-11-30
            12月1日10点 = 2026-12-01 10:00
            12月1日下午3点半 = 2026-12-01 15:30
            2026年11月27日 周五 10:00 = 2026-11-27 10:00
            2026年11月27日 周四 = !
            １２月１日 = 2026-12-01
            明天１０：３０ = 2026-11-22 10:30
            现在 = 2026-11-21 14:05
            """, at: "2026-11-21T14:05")
    }

    @Test func refusals() {
        let phrases = [
            "", " ", "friend", "todays", "tomorrowish", "3", "10", "31", "d", "3dd", "3x", "fri fri", "fri mon",
            "today tomorrow",
            "25:00", "24:00", "10:60", "10:5", "13am", "0am", "13pm", "2026-02-29", "2-30", "30 feb", "2026-13-01",
            "13-13",
            "2026-00-10", "0000-01-01", "32.1.", "32号", "2月30日", "下个月32号", "今天今天", "下", "周", "周八", "星期", "下午",
            "明早", "25点", "十点六十分", "晚上12点", "上午15点", "next", "next friend", "in", "ago", "3 ago", "in fri", "-", "+",
            ":",
            "99999999999999999999d", "999999d", "9000y", "10:30:99", "10:00 11:00", "3d 2w", "now 10:00", "2h 10:00",
            "half a day", "1/2/3", "1/2/99", "a", "the", "at", "fri 24", "fri 100", "三十", "百", "十十天后", "明天后天", "本周",
            "this week",
            "this month", "2026", "\u{0}", "'; drop table", "🙂", "3天5天", "\u{202E}fri", "nov 31", "april 31",
            "31 april 2026",
            "2026-12-01 25:00", "2026-12-1-1", "--3d", "+-3d", "今天 -", "10.30 uhr x",
        ]
        for phrase in phrases where phrase != "\u{202E}fri" {
            #expect(Self.answer(phrase, Self.clock("2026-11-21T14:05")) == "!", "\(phrase)")
        }
    }

    @Test func sentences() {
        let clock = Self.clock("2026-11-21T14:05")
        func sentence(_ text: String) -> String {
            do throws(DateWordsError) {
                return try DateWords.parse(text, clock: clock).on.description
            } catch {
                return error.description
            }
        }
        #expect(sentence("2-30") == "There is no such date as 2-30")
        #expect(sentence("Thu 27 Nov 2026") == "2026-11-27 is a Fri, not a Thu")
        #expect(sentence("25:00") == "There is no such time as 25:00")
        #expect(sentence("明早") == "At which hour is 明早?")
        #expect(sentence("this week") == "Which day of this week?")
        #expect(sentence("soon\u{1B}[2J").contains("soon␛[2J"))
    }

    @Test func past() {
        Self.check(
            """
            today = 2026-11-21
            yesterday = 2026-11-20
            昨天 = 2026-11-20
            前天 = 2026-11-19
            fri = 2026-11-20
            sat = 2026-11-14
            周五 = 2026-11-20
            mon = 2026-11-16
            sun = 2026-11-15
            fri 10 = 2026-11-20 10:00
            last fri = 2026-11-13
            上周五 = 2026-11-13
            -2d = 2026-11-19
            2d = 2026-11-19
            30d = 2026-10-22
            3天前 = 2026-11-18
            3 days ago = 2026-11-18
            20 min ago = 2026-11-21 13:45
            20min = 2026-11-21 13:45
            半小时前 = 2026-11-21 13:35
            2h = 2026-11-21 12:05
            14:05 = 2026-11-21 14:05
            14:06 = 2026-11-20 14:06
            13:58 = 2026-11-21 13:58
            9:00 = 2026-11-21 09:00
            昨天下午3点 = 2026-11-20 15:00
            昨晚8点 = 2026-11-20 20:00
            12-01 = 2025-12-01
            11-20 = 2026-11-20
            11-21 = 2026-11-21
            11月22日 = 2025-11-22
            15号 = 2026-11-15
            30th = 2026-10-30
            31st = 2026-10-31
            2-29 = 2024-02-29
            月底 = 2026-10-31
            eom = 2026-10-31
            weekend = 2026-11-14
            上个月 = 2026-10-01
            去年3月1日 = 2025-03-01
            in 3 days = 2026-11-24
            """, at: "2026-11-21T14:05", "Europe/Berlin", .past)
    }

    @Test func monthAndYearEnds() {
        Self.check("1m = 2026-02-28\n2m = 2026-03-31\n月底 = 2026-01-31\nnext month = 2026-02-01", at: "2026-01-31T09:00")
        Self.check("1m = 2028-02-29\n1y = 2029-01-31\n下月底 = 2028-02-29", at: "2028-01-31T09:00")
        Self.check("1y = 2029-02-28\n4y = 2032-02-29\n2-29 = 2028-02-29\n明天 = 2028-03-01", at: "2028-02-29T09:00")
        Self.check(
            "tomorrow = 2027-01-01\nfri = 2027-01-01\n月底 = 2026-12-31\nnext week = 2027-01-04", at: "2026-12-31T23:59")
        Self.check(
            "0:00 = 2027-01-01 00:00\n23:59 = 2027-01-01 23:59\n1 jan = 2027-01-01\n本周日 = 2027-01-03",
            at: "2026-12-31T23:59")
        Self.check("2-29 = 2104-02-29", at: "2096-03-01T09:00")
        Self.check(
            "next sun = 2026-11-29\nsun = 2026-11-29\nnext mon = 2026-11-23\nmon = 2026-11-23", at: "2026-11-22T09:00")
        Self.check(
            "mon = 2026-11-30\nnext mon = 2026-11-30\n周一 = 2026-11-30\nthis mon = 2026-11-23", at: "2026-11-23T00:00")
        Self.check("tomorrow = 9999-12-31\n2d = !\n明年 = !\n1m = !\n1y = !", at: "9999-12-30T12:00")
    }

    /// Berlin: forward on 29 March 2026 at 2:00, back on 25 October 2026 at 3:00. New York: 8 March and 1 November.
    @Test func daylightSaving() throws {
        Self.check(
            "3:30 = 2026-03-29 03:30\n2:30 = 2026-03-29 03:30\n1d 9:00 = 2026-03-29 09:00", at: "2026-03-28T14:05")
        Self.check("4h = 2026-03-29 05:00\n1d = 2026-03-30", at: "2026-03-29T00:00")
        Self.check("4h = 2026-10-25 03:00\n2:30 = 2026-10-25 02:30", at: "2026-10-25T00:00")
        Self.check("2:30 = 2026-03-08 03:30\n3d 9:00 = 2026-03-10 09:00", at: "2026-03-07T20:00", "America/New_York")
        Self.check("1:30 = 2026-11-01 01:30", at: "2026-10-31T20:00", "America/New_York")
        // The first of the two half past two.
        let due = try DateWords.parse("2026-10-25 2:30", clock: Self.clock("2026-10-01T00:00"))
        #expect(due.at?.description == "2026-10-25T00:30:00Z")
        let nine = try DateWords.parse("2026-03-29 9:00", clock: Self.clock("2026-03-01T00:00"))
        #expect(nine.at?.description == "2026-03-29T07:00:00Z")
    }

    @Test func zones() throws {
        let shanghai = Clock(zone: Zone("Asia/Shanghai")!, fixedAt: Instant("2026-11-21T20:00:00Z")!)
        #expect(try DateWords.parse("今天", clock: shanghai).on.description == "2026-11-22")
        #expect(try DateWords.parse("明天9点", clock: shanghai).at?.description == "2026-11-23T01:00:00Z")
        let honolulu = Clock(zone: Zone("Pacific/Honolulu")!, fixedAt: Instant("2026-11-21T05:00:00Z")!)
        #expect(try DateWords.parse("today", clock: honolulu).on.description == "2026-11-20")
        #expect(try DateWords.parse("2026-12-01T10:00+08:00", clock: honolulu).on.description == "2026-11-30")
    }

    /// What is shown is also what may be typed, on every day of more than a leap cycle.
    @Test func echoIsReadBack() throws {
        let start = Day(2026, 1, 1)!
        for offset in stride(from: 0, to: 1600, by: 7) {
            for day in [start + offset, start + offset + offset % 7] {
                let clock = Self.clock("\(day - 3)T14:05")
                for language in [Language.english, .chinese] {
                    let format = DateFormat(clock: clock, language: language)
                    #expect(try DateWords.parse(format.full(day), clock: clock) == Due(on: day))
                    #expect(try DateWords.parse(format.coming(day), clock: clock) == Due(on: day))
                    let due = Due(on: day, time: TimeOfDay(10, 30)!, zone: clock.zone)
                    #expect(try DateWords.parse(format.full(due), clock: clock) == due)
                }
            }
        }
    }
}
