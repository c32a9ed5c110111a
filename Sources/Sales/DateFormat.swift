package import Words

/// Dates and times as a person reads them, relative to a clock. Knows no ICU.
package struct DateFormat: Sendable {
    private let clock: Clock
    private let language: Language

    package init(clock: Clock, language: Language = .current) {
        self.clock = clock
        self.language = language
    }

    private var isChinese: Bool { language == .chinese }

    // MARK: In full, as a typed date is echoed

    /// `Fri 27 Nov 2026`, `2026年11月27日 周五`.
    package func full(_ day: Day) -> String {
        let (year, month, number) = day.parts
        if isChinese { return "\(year)年\(month)月\(number)日 \(weekday(day))" }
        return "\(weekday(day)) \(number) \(Self.monthName(month)) \(padded(year, 4))"
    }

    /// `Fri 27 Nov 2026 10:00`, in the clock's zone.
    package func full(_ instant: Instant) -> String {
        full(clock.zone.day(of: instant)) + " " + time(instant)
    }

    /// With the time when there is one.
    package func full(_ due: Due) -> String { due.at.map { full($0) } ?? full(due.on) }

    // MARK: Short, for lists

    /// `Fri`, `周五`.
    package func weekday(_ day: Day) -> String {
        isChinese ? Self.chineseWeekdays[day.weekday - 1] : Self.weekdayName(day.weekday)
    }

    /// `12 Nov`, `11-12` in the clock's year, else `12 Nov 2025`, `2025-11-12`; two digits for the day, so that a column of dates stands straight.
    package func short(_ day: Day) -> String {
        let (year, month, number) = day.parts
        let isThisYear = year == clock.today.year
        // With signs a column would be too wide.
        if isChinese { return (isThisYear ? "" : "\(padded(year, 4))-") + "\(padded(month, 2))-\(padded(number, 2))" }
        return "\(padded(number, 2)) \(Self.monthName(month))" + (isThisYear ? "" : " \(padded(year, 4))")
    }

    /// `Nov 2026`, `2026-11`.
    package func month(_ day: Day) -> String {
        let (year, month, _) = day.parts
        return isChinese ? "\(padded(year, 4))-\(padded(month, 2))" : "\(Self.monthName(month)) \(padded(year, 4))"
    }

    /// `today`, `tomorrow`'s weekday and so on for the next six days, else as `short`.
    package func coming(_ day: Day) -> String {
        switch day - clock.today {
        case 0: isChinese ? "今天" : say("today")
        case 1...6: weekday(day)
        default: short(day)
        }
    }

    /// When something is due, for a list: `3 days over`, `today 14:25`, `Mon`, `Mon 10:00`, `12 Nov`.
    package func due(_ due: Due) -> String {
        let day = due.day(in: clock.zone)
        if day < clock.today { return over(days: clock.today - day) }
        return coming(day) + (due.at.map { " " + time($0) } ?? "")
    }

    /// `3 days over`; empty for 0.
    package func over(days: Int) -> String {
        if days <= 0 { return "" }
        return isChinese ? "逾期\(days)天" : say("\(days, "day", "days") over")
    }

    /// Since when one was not in touch, and how often one wants to be: `last 12 Nov, every 30 days`.
    package func touch(every days: Int, last: Day?) -> String {
        if isChinese { return (last.map { "上次" + short($0) } ?? "从未联系") + ",每\(days)天" }
        return (last.map { say("last \(short($0))") } ?? say("never yet")) + ", " + say("every \(days, "day", "days")")
    }

    /// When a touch is due: `due Mon 12 Oct`.
    package func touchDue(_ day: Day) -> String {
        let date = weekday(day) + " " + short(day)
        return isChinese ? date + "到期" : say("due \(date)")
    }

    /// How far away a time of the near future is: `now`, `in 20 min`, `in 3 h`, `in 2 days`; of the past `20 min ago`. A begun minute
    /// ahead counts as one.
    package func distance(to instant: Instant) -> String {
        let seconds = instant - clock.now
        let minutes = (abs(seconds) + (seconds > 0 ? 59 : 0)) / 60
        let isAhead = seconds > 0
        switch minutes {
        case 0: return isChinese ? "现在" : say("now")
        case ..<60:
            if isChinese { return "\(minutes)分钟\(isAhead ? "后" : "前")" }
            return isAhead ? say("in \(minutes) min") : say("\(minutes) min ago")
        case ..<(24 * 60):
            if isChinese { return "\(minutes / 60)小时\(isAhead ? "后" : "前")" }
            return isAhead ? say("in \(minutes / 60) h") : say("\(minutes / 60) h ago")
        default:
            let days = minutes / 1440
            if isChinese { return "\(days)天\(isAhead ? "后" : "前")" }
            return isAhead ? say("in \(days, "day", "days")") : say("\(days, "day", "days") ago")
        }
    }

    /// `14:25`, in the clock's zone.
    package func time(_ instant: Instant) -> String { clock.zone.time(of: instant).description }

    /// The clock in the corner of the screen: `Sat 21 Nov  14:05`, `11月21日 周六  14:05`.
    package var now: String {
        let (_, month, number) = clock.today.parts
        let date =
            isChinese
            ? "\(month)月\(number)日 \(weekday(clock.today))"
            : "\(weekday(clock.today)) \(number) \(Self.monthName(month))"
        return date + "  " + clock.timeOfDay.description
    }

    // MARK: Names

    private static let chineseWeekdays = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]

    /// 1 is `Mon`, `周一`; 7 is `Sun`.
    package static func weekdayName(_ weekday: Int) -> String {
        if Language.current == .chinese { return chineseWeekdays[weekday - 1] }
        return switch weekday {
        case 1: say("Mon")
        case 2: say("Tue")
        case 3: say("Wed")
        case 4: say("Thu")
        case 5: say("Fri")
        case 6: say("Sat")
        default: say("Sun")
        }
    }

    /// 1 is `Jan`, 12 is `Dec`.
    package static func monthName(_ month: Int) -> String {
        switch month {
        case 1: say("Jan")
        case 2: say("Feb")
        case 3: say("Mar")
        case 4: say("Apr")
        case 5: say("May")
        case 6: say("Jun")
        case 7: say("Jul")
        case 8: say("Aug")
        case 9: say("Sep")
        case 10: say("Oct")
        case 11: say("Nov")
        default: say("Dec")
        }
    }
}
