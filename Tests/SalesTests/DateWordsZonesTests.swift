import Testing

@testable import Sales

/// The same words at clocks all over the world: each with its date and, where a time was said, the instant in UTC.
struct DateWordsZonesTests {
    /// A clock: where, and when in UTC; then lines of `phrase = date`, or `phrase = date instant`, or `phrase = !`.
    private static func check(
        _ zone: String, _ now: String, looking direction: DateWords.Direction = .coming, _ table: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let clock = Clock(zone: try #require(Zone(zone)), fixedAt: Instant(now)!)
        for line in table.split(separator: "\n") {
            let parts = line.split(separator: "=").map { $0.trimmingSpaces() }
            for phrase in parts[0].split(separator: ",").map({ $0.trimmingSpaces() }) {
                let due = try? DateWords.parse(phrase, clock: clock, direction: direction)
                let answer = due.map { $0.on.description + ($0.at.map { " " + $0.description } ?? "") } ?? "!"
                #expect(answer == parts[1], "\(phrase) in \(zone) at \(now)", sourceLocation: sourceLocation)
            }
        }
    }

    /// Just after midnight in Shanghai, where UTC is still on the day before.
    @Test func theDayIsThatOfTheClock() throws {
        try Self.check(
            "Asia/Shanghai", "2026-11-20T16:30:00Z",
            """
            today, 今天 = 2026-11-21
            yesterday, 昨天 = 2026-11-20
            fri, 周五 = 2026-11-27
            sat, 周六, 星期六 = 2026-11-28
            next tue 9:00, 下周二上午9点 = 2026-11-24 2026-11-24T01:00:00Z
            0:15, 0点15分 = 2026-11-22 2026-11-21T16:15:00Z
            0:45 = 2026-11-21 2026-11-20T16:45:00Z
            2h, 2小时后 = 2026-11-21 2026-11-20T18:30:00Z
            eom, 月底 = 2026-11-30
            """)
        try Self.check(
            "Asia/Shanghai", "2026-11-20T16:30:00Z", looking: .past,
            """
            yesterday 23:00, 昨晚11点 = 2026-11-20 2026-11-20T15:00:00Z
            20min, 20 min ago, 二十分钟前 = 2026-11-21 2026-11-20T16:10:00Z
            1h, 1小时前 = 2026-11-20 2026-11-20T15:30:00Z
            fri, 周五 = 2026-11-20
            sat, 周六 = 2026-11-14
            """)
    }

    /// Samoa, 13 hours ahead, in the last minute of a Saturday and at the first of a Sunday.
    @Test func midnightInApia() throws {
        try Self.check(
            "Pacific/Apia", "2026-11-21T10:59:00Z",
            """
            today, 今天 = 2026-11-21
            tomorrow, 明天 = 2026-11-22
            2min, 两分钟后 = 2026-11-22 2026-11-21T11:01:00Z
            mon 9:00, 周一九点 = 2026-11-23 2026-11-22T20:00:00Z
            """)
        try Self.check(
            "Pacific/Apia", "2026-11-21T11:00:00Z",
            """
            today, 今天 = 2026-11-22
            sun, 周日 = 2026-11-29
            next mon, 下周一 = 2026-11-23
            next week, 下周 = 2026-11-23
            """)
    }

    /// In 2011 Samoa left out 30 December: the date can be named, no time is on it.
    @Test func aDayThatWasLeftOut() throws {
        try Self.check(
            "Pacific/Apia", "2011-12-30T09:00:00Z",
            """
            today, 今天 = 2011-12-29
            tomorrow, 1d, 明天 = 2011-12-30
            2d, 后天 = 2011-12-31
            2h, 2小时后 = 2011-12-31 2011-12-30T11:00:00Z
            2d 9:00, 后天上午9点 = 2011-12-31 2011-12-30T19:00:00Z
            """)
    }

    /// Half an hour beside the full ones.
    @Test func midnightInKolkata() throws {
        try Self.check(
            "Asia/Kolkata", "2026-11-21T18:29:00Z",
            """
            today, 今天 = 2026-11-21
            tomorrow 9:00, 明天上午9点 = 2026-11-22 2026-11-22T03:30:00Z
            2min = 2026-11-22 2026-11-21T18:31:00Z
            半小时后, 30min = 2026-11-22 2026-11-21T18:59:00Z
            """)
        try Self.check(
            "Asia/Kolkata", "2026-11-21T18:30:00Z",
            """
            today, 今天 = 2026-11-22
            noon, 中午 = 2026-11-22 2026-11-22T06:30:00Z
            fri 17:45, 周五下午5点45分 = 2026-11-27 2026-11-27T12:15:00Z
            """)
    }

    /// São Paulo moved its clocks at midnight: a day began at one o'clock, and another ended with its last hour twice.
    @Test func daylightSavingAtMidnight() throws {
        try Self.check(
            "America/Sao_Paulo", "2018-11-03T15:00:00Z",
            """
            tomorrow, 明天 = 2018-11-04
            tomorrow 0:30, 明天0点30分 = 2018-11-04 2018-11-04T03:30:00Z
            tomorrow 9:00, 明天上午9点 = 2018-11-04 2018-11-04T11:00:00Z
            1d 12:00 = 2018-11-04 2018-11-04T14:00:00Z
            24h, 24小时后 = 2018-11-04 2018-11-04T15:00:00Z
            """)
        try Self.check(
            "America/Sao_Paulo", "2019-02-16T14:00:00Z",
            """
            23:30, 晚上11点半 = 2019-02-16 2019-02-17T01:30:00Z
            tomorrow, 明天 = 2019-02-17
            tomorrow 0:30 = 2019-02-17 2019-02-17T03:30:00Z
            14h = 2019-02-17 2019-02-17T04:00:00Z
            """)
        // Since then the year has one offset.
        try Self.check(
            "America/Sao_Paulo", "2026-11-22T02:59:00Z",
            """
            today, 今天 = 2026-11-21
            tomorrow 0:30 = 2026-11-22 2026-11-22T03:30:00Z
            mon 9am, 周一上午9点 = 2026-11-23 2026-11-23T12:00:00Z
            """)
    }

    /// London: forward on 29 March 2026 at 1:00, back on 25 October at 2:00.
    @Test func daylightSavingInLondon() throws {
        try Self.check(
            "Europe/London", "2026-03-28T12:00:00Z",
            """
            tomorrow, 明天 = 2026-03-29
            tomorrow 1:30 = 2026-03-29 2026-03-29T01:30:00Z
            tomorrow 9:00, 明天9点 = 2026-03-29 2026-03-29T08:00:00Z
            mon 9am, 周一九点 = 2026-03-30 2026-03-30T08:00:00Z
            24h, 24小时后 = 2026-03-29 2026-03-29T12:00:00Z
            """)
        try Self.check(
            "Europe/London", "2026-10-24T11:00:00Z",
            """
            tomorrow 1:30, 明天凌晨1点半 = 2026-10-25 2026-10-25T00:30:00Z
            tomorrow 9:00, 明天上午9点 = 2026-10-25 2026-10-25T09:00:00Z
            24h = 2026-10-25 2026-10-25T11:00:00Z
            """)
        // At the first half past one of the two.
        try Self.check(
            "Europe/London", "2026-10-25T00:30:00Z",
            """
            1h, 1小时后 = 2026-10-25 2026-10-25T01:30:00Z
            1:30 = 2026-10-26 2026-10-26T01:30:00Z
            today, 今天 = 2026-10-25
            """)
        try Self.check(
            "Europe/London", "2026-10-25T12:00:00Z", looking: .past,
            """
            12h = 2026-10-25 2026-10-25T00:00:00Z
            yesterday 9:00, 昨天9点 = 2026-10-24 2026-10-24T08:00:00Z
            1:30 = 2026-10-25 2026-10-25T00:30:00Z
            """)
        // Summer: half past midnight is still the month before in UTC.
        try Self.check(
            "Europe/London", "2026-06-30T23:30:00Z",
            """
            today, 今天 = 2026-07-01
            yesterday, 昨天 = 2026-06-30
            eom, 月底 = 2026-07-31
            this sun, 本周日 = 2026-07-05
            """)
    }

    @Test func leapDays() throws {
        try Self.check(
            "Europe/London", "2028-02-28T23:59:00Z",
            """
            tomorrow, 明天, 2-29, 2月29日, eom, 月底 = 2028-02-29
            2d, 后天 = 2028-03-01
            1y, 一年后 = 2029-02-28
            2min = 2028-02-29 2028-02-29T00:01:00Z
            """)
        try Self.check(
            "Asia/Kolkata", "2028-02-28T18:30:00Z",
            """
            today, 今天 = 2028-02-29
            1m, 一个月后 = 2028-03-29
            1y, 一年后 = 2029-02-28
            4y = 2032-02-29
            """)
        try Self.check(
            "Asia/Shanghai", "2027-02-28T10:00:00Z",
            """
            tomorrow, 明天 = 2027-03-01
            2-29, 2月29日 = 2028-02-29
            2027-02-29, 2027年2月29日 = !
            """)
    }

    @Test func yearEnds() throws {
        try Self.check(
            "Asia/Shanghai", "2027-12-31T15:59:00Z",
            """
            tomorrow, 明天, next year, 明年, 1 jan, 1月1日 = 2028-01-01
            eoy, 年底, 12-31, 12月31日 = 2027-12-31
            明年2月29日 = 2028-02-29
            next mon, 下周一, mon = 2028-01-03
            2min = 2028-01-01 2027-12-31T16:01:00Z
            """)
        try Self.check(
            "America/Sao_Paulo", "2027-01-01T02:30:00Z",
            """
            today, 今天, eoy, 年底 = 2026-12-31
            tomorrow, 明天, 1 jan, 明年1月1日 = 2027-01-01
            1h, 1小时后 = 2027-01-01 2027-01-01T03:30:00Z
            mon, 周一, 下周一 = 2027-01-04
            """)
        try Self.check(
            "Pacific/Apia", "2026-12-31T10:30:00Z",
            """
            today, 今天 = 2026-12-31
            tomorrow 9:00, 明天上午9点 = 2027-01-01 2026-12-31T20:00:00Z
            fri, 周五 = 2027-01-01
            1h = 2027-01-01 2026-12-31T11:30:00Z
            """)
    }
}
