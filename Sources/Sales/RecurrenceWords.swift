import Words

/// Recurrence rules as a person says them: `every 2 weeks on Mon`, `every month on the last day`.
extension Recurrence {
    /// How often, without the days and the end, for a list: `every 2 weeks`, `every Mon, Thu`.
    package var pace: String {
        if isEveryWeekday { return say("every weekday") }
        if frequency == .weekly, interval == 1, !weekdays.isEmpty { return say("every \(weekdayNames)") }
        return every
    }

    /// The rule in words that `RepeatWords` reads; a rule for which there are none is its own text.
    package var words: String {
        guard let rhythm else { return standardText }
        var text = rhythm
        if let count { text += say(", \(count, "time", "times")") }
        if let last = until?.shownDay {
            text += say(" until \(last.day) \(DateFormat.monthName(last.month)) \(last.year)")
        }
        return text
    }

    private var weekdayNames: String { weekdays.map { DateFormat.weekdayName($0.day) }.joined(separator: ", ") }

    private var rhythm: String? {
        if isEveryWeekday { return say("every weekday") }
        guard weekNumbers.isEmpty, yearDays.isEmpty, weekStart == 1 || weekdays.count < 2 || interval == 1 else {
            return nil
        }
        switch frequency {
        case .daily:
            return months.isEmpty && monthDays.isEmpty && weekdays.isEmpty && positions.isEmpty ? every : nil
        case .weekly:
            guard months.isEmpty, positions.isEmpty else { return nil }
            if weekdays.isEmpty { return every }
            return interval == 1 ? pace : say("\(every) on \(weekdayNames)")
        case .monthly:
            guard months.isEmpty else { return nil }
            if monthDays.isEmpty, weekdays.isEmpty, positions.isEmpty { return every }
            return daysOfMonth.map { say("\(every) on the \($0)") }
        case .yearly:
            if months.isEmpty, monthDays.isEmpty, weekdays.isEmpty, positions.isEmpty { return every }
            guard months.count == 1 else { return nil }
            let month = DateFormat.monthName(months[0])
            if weekdays.isEmpty, monthDays.count == 1, monthDays[0] > 0, positions.isEmpty {
                return say("\(every) on \(monthDays[0]) \(month)")
            }
            if months == [2], monthDays == [28, 29], positions == [-1], weekdays.isEmpty {
                return say("\(every) on 29 \(month)")
            }
            guard monthDays.isEmpty, weekdays.count == 1 else { return nil }
            return daysOfMonth.map { say("\(every) on the \($0) of \(month)") }
        }
    }

    /// `every month`, `every 3 months`.
    private var every: String {
        switch (frequency, interval) {
        case (.daily, 1): say("every day")
        case (.weekly, 1): say("every week")
        case (.monthly, 1): say("every month")
        case (.yearly, 1): say("every year")
        case (.daily, _): say("every \(interval) days")
        case (.weekly, _): say("every \(interval) weeks")
        case (.monthly, _): say("every \(interval) months")
        case (.yearly, _): say("every \(interval) years")
        }
    }

    /// `15th`, `1st, last day`, `2nd Mon`, `last weekday`.
    private var daysOfMonth: String? {
        if weekdays.isEmpty {
            if positions == [-1], let most = monthDays.last, most == 29 || most == 30, monthDays == Array(28...most) {
                return say("\(Self.ordinal(most)) or the last day")
            }
            guard positions.isEmpty else { return nil }
            return monthDays.map { number in
                if number > 0 { return isChinese ? "\(number)号" : Self.ordinal(number) }
                return number == -1 ? say("last day") : say("\(Self.ordinal(-number)) to last day")
            }.joined(separator: ", ")
        }
        guard monthDays.isEmpty else { return nil }
        if weekdays == Self.weekdays.weekdays, positions == [1] { return say("first weekday") }
        if weekdays == Self.weekdays.weekdays, positions == [-1] { return say("last weekday") }
        guard positions.isEmpty, weekdays.allSatisfy({ $0.ordinal != 0 && abs($0.ordinal) <= 5 }) else { return nil }
        return weekdays.map { weekday in
            let name = DateFormat.weekdayName(weekday.day)
            if weekday.ordinal > 0 {
                return isChinese ? "第\(weekday.ordinal)个\(name)" : "\(Self.ordinal(weekday.ordinal)) \(name)"
            }
            return weekday.ordinal == -1
                ? say("last \(name)") : say("\(Self.ordinal(-weekday.ordinal)) to last \(name)")
        }.joined(separator: ", ")
    }

    private var isChinese: Bool { Language.current == .chinese }

    /// `1st`, `22nd`; in Chinese what parts them stands in the sentence.
    private static func ordinal(_ number: Int) -> String {
        if Language.current == .chinese { return "\(number)" }
        return switch (number % 10, number % 100) {
        case (1, let two) where two != 11: "\(number)st"
        case (2, let two) where two != 12: "\(number)nd"
        case (3, let two) where two != 13: "\(number)rd"
        default: "\(number)th"
        }
    }

    /// What a person means who says no more than how often: on the days as the first one, and where a month is too short on
    /// its last day.
    package func filled(on day: Day) -> Recurrence {
        var rule = resolved(on: day)
        if frequency == .monthly || (frequency == .yearly && day.month == 2) { rule.keepToShortMonths() }
        return rule
    }

    /// The 29th to 31st mean the last day of a month that has no such day.
    mutating func keepToShortMonths() {
        guard weekdays.isEmpty, positions.isEmpty, monthDays.count == 1 else { return }
        switch (months, monthDays[0]) {
        case ([], 31): monthDays = [-1]
        case ([], let number) where number > 28, ([2], let number) where number == 29:
            monthDays = Array(28...number)
            positions = [-1]
        default: break
        }
    }
}

extension Recurrence.Until {
    /// The day to show.
    var shownDay: Day {
        switch self {
        case .day(let day), .local(let day, _): day
        case .instant(let instant): Zone.system.day(of: instant)
        }
    }
}
