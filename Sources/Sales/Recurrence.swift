/// How something repeats: a recurrence rule of RFC 5545, 3.3.10, on whole days. The time of day is that of the item.
package struct Recurrence: Hashable, Sendable {
    package enum Frequency: String, CaseIterable, Sendable {
        case daily = "DAILY"
        case weekly = "WEEKLY"
        case monthly = "MONTHLY"
        case yearly = "YEARLY"
    }

    /// A weekday, each one or one of its month or year: `MO`, `1MO`, `-1FR`.
    package struct Weekday: Hashable, Sendable {
        /// 1 the first, -1 the last; 0 each.
        package var ordinal: Int
        /// 1 Monday to 7 Sunday.
        package var day: Int

        package init(_ day: Int, ordinal: Int = 0) {
            self.day = day
            self.ordinal = ordinal
        }
    }

    /// The end, itself included.
    package enum Until: Hashable, Sendable {
        case day(Day)
        /// A time of the item's own zone: seconds since midnight.
        case local(Day, seconds: Int)
        case instant(Instant)

        /// The last day on which something may fall.
        ///
        /// - Parameter time: of the item; nil for one of a whole day.
        func lastDay(time: TimeOfDay?, zone: Zone) -> Day {
            let end: (day: Day, seconds: Int)
            switch self {
            case .day(let day): return day
            case .local(let day, let seconds): end = (day, seconds)
            case .instant(let instant):
                let day = zone.day(of: instant)
                guard let time else { return day }
                return zone.instant(day, time) <= instant ? day : day - 1
            }
            return (time?.minutes ?? 0) * 60 <= end.seconds ? end.day : end.day - 1
        }
    }

    package var frequency: Frequency
    /// Every so many days, weeks, months or years.
    package var interval = 1
    /// How many times it is still to be done, this time included.
    package var count: Int?
    package var until: Until?
    // What follows is sorted: from the front, then those that count from the back.
    package var months: [Int] = []
    package var weekNumbers: [Int] = []
    package var yearDays: [Int] = []
    package var monthDays: [Int] = []
    package var weekdays: [Weekday] = []
    /// Which of the days of a period are meant.
    package var positions: [Int] = []
    /// 1 Monday to 7 Sunday.
    package var weekStart = 1
    /// The day that the rhythm counts from, where it is not the item's own: one that was put off keeps its rhythm so.
    package var start: Day?

    package init(_ frequency: Frequency, every interval: Int = 1) {
        self.frequency = frequency
        self.interval = interval
    }

    /// True for Monday to Friday of each week, which a person calls weekdays.
    package var isEveryWeekday: Bool {
        let each = Recurrence.weekdays
        return self == ending(each) || self == ending(each.asDaily)
    }

    /// Monday to Friday.
    static let weekdays: Recurrence = {
        var rule = Recurrence(.weekly)
        rule.weekdays = (1...5).map { Weekday($0) }
        return rule
    }()

    private var asDaily: Recurrence {
        var rule = self
        rule.frequency = .daily
        return rule
    }

    /// Another rule with the end of this one.
    private func ending(_ rule: Recurrence) -> Recurrence {
        var rule = rule
        (rule.count, rule.until, rule.start, rule.weekStart) = (count, until, start, weekStart)
        return rule
    }

    /// The rule with what it takes from its first day written out, as RFC 5545 has it: `FREQ=WEEKLY` on a Friday is
    /// each Friday.
    package func resolved(on first: Day) -> Recurrence {
        var rule = self
        let (_, month, day) = first.parts
        switch frequency {
        case .daily: break
        case .weekly: if weekdays.isEmpty { rule.weekdays = [Weekday(first.weekday)] }
        case .monthly: if weekdays.isEmpty, monthDays.isEmpty { rule.monthDays = [day] }
        case .yearly:
            guard weekdays.isEmpty, monthDays.isEmpty, yearDays.isEmpty else { break }
            if !weekNumbers.isEmpty {
                rule.weekdays = [Weekday(first.weekday)]
            } else {
                if months.isEmpty { rule.months = [month] }
                rule.monthDays = [day]
            }
        }
        return rule
    }

    /// The rule with all of its rhythm in it, so that the item may be moved to another day and the next one still comes as if it
    /// had not been.
    package func anchored(on day: Day) -> Recurrence {
        var rule = resolved(on: start ?? day)
        // Which second week it is, no part of the rule says.
        if interval > 1 { rule.start = start ?? day }
        return rule
    }

    /// What comes after one that is done: the next due date after it and after today, and the rule as it goes on.
    /// Nil when it ends here.
    ///
    /// - Parameters:
    ///   - zone: where the item's time is meant; it stays there through summer and winter.
    ///   - calendar: decides what a weekday is, for a rule that asks for weekdays.
    package func following(_ due: Due, doneOn today: Day, zone: Zone, calendar: WorkCalendar) -> (
        due: Due, rule: Recurrence
    )? {
        if let count, count <= 1 { return nil }
        let time = due.at.map { zone.time(of: $0) }
        let day = due.at.map { zone.day(of: $0) } ?? due.on
        let after = max(day, today)
        var rule = self
        rule.count = nil
        let last = until.map { $0.lastDay(time: time, zone: zone) }
        let found: Day?
        if isEveryWeekday {
            found = calendar.workingDay(onOrAfter: after + 1)
        } else {
            found = rule.days(from: start ?? day, after: after).first
        }
        guard let found, found.year <= 9999, last.map({ found <= $0 }) ?? true else { return nil }
        rule.count = count.map { $0 - 1 }
        rule.start = nil
        return (time.map { Due(on: found, time: $0, zone: zone) } ?? Due(on: found), rule)
    }
}
