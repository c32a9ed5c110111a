/// The days of a recurrence rule, found one after the other.

extension Recurrence {
    /// The days of the rule in order. It ends, also for a rule that names days which never come (30 February).
    ///
    /// - Parameters:
    ///   - first: the day that the rhythm and COUNT count from; it is one of the days only when the rule says so.
    ///   - after: leaves out this day and those before it; with a COUNT they count nevertheless.
    ///   - last: leaves out what is later: `until` without its time of day.
    package func days(from first: Day, after: Day? = nil, until last: Day? = nil) -> Days {
        Days(self, first, after: after, last: last)
    }

    /// A walk over the periods of a rule: its days, weeks, months or years, of which each has the days that match.
    package struct Days: Sequence, IteratorProtocol {
        private let rule: Recurrence
        private let begin: Day
        private let after: Day?
        private let last: Day?
        private var period: Int
        /// The days of the period that was looked at last, the next one at the end.
        private var found: [Day] = []
        private var count: Int
        private var isOver = false

        init(_ rule: Recurrence, _ first: Day, after: Day?, last: Day?) {
            let resolved = rule.resolved(on: first)
            self.rule = resolved
            begin = first
            self.after = after
            self.last = last
            count = rule.count ?? .max
            // What is counted must be walked through; else one begins where it becomes interesting.
            period = rule.count == nil ? after.map { resolved.periods(from: first, to: $0) } ?? 0 : 0
        }

        /// The day that `next` would give.
        package var first: Day? {
            var copy = self
            return copy.next()
        }

        package mutating func next() -> Day? {
            while !isOver, count > 0 {
                guard let day = found.popLast() ?? nextFound() else { break }
                if let last, day > last { break }
                count -= 1
                if let after, day <= after { continue }
                return day
            }
            isOver = true
            return nil
        }

        /// Looks at period after period for one that has days. The calendar repeats after 400 years: what did not come in
        /// that time never comes.
        private mutating func nextFound() -> Day? {
            for _ in 0...rule.periodsOfCalendar {
                guard let days = rule.period(period, from: begin) else { return nil }
                if let last, days.lowerBound > last { return nil }
                period += 1
                found = rule.matching(days).filter { $0 >= begin }.reversed()
                if let day = found.popLast() { return day }
            }
            return nil
        }
    }

    /// How many periods there are in the 400 years after which weekdays and dates repeat.
    private var periodsOfCalendar: Int {
        switch frequency {
        case .daily: 146_097
        case .weekly: 20_871
        case .monthly: 4800
        case .yearly: 400
        }
    }

    /// How many periods of the rhythm lie wholly before that day.
    fileprivate func periods(from first: Day, to day: Day) -> Int {
        guard day > first else { return 0 }
        let units =
            switch frequency {
            case .daily: day - first
            case .weekly: (week(of: day) - week(of: first)) / 7
            case .monthly: (day.year - first.year) * 12 + day.month - first.month
            case .yearly: day.year - first.year
            }
        return units / interval
    }

    /// The days of the period of that number; nil beyond the year 9999.
    fileprivate func period(_ number: Int, from first: Day) -> ClosedRange<Day>? {
        let steps = number * interval
        let start: Day
        let end: Day
        switch frequency {
        case .daily: (start, end) = (first + steps, first + steps)
        case .weekly:
            start = week(of: first) + steps * 7
            end = start + 6
        case .monthly:
            start = (first - (first.day - 1)).adding(months: steps)
            end = start.endOfMonth
        case .yearly:
            guard let (newYear, yearsEnd) = Day.year(first.year + steps) else { return nil }
            (start, end) = (newYear, yearsEnd)
        }
        return end.year <= 9999 ? start...end : nil
    }

    /// The first day of a day's week.
    private func week(of day: Day) -> Day { day - (day.weekday - weekStart + 7) % 7 }

    /// Those days of a period that the rule names, in order.
    fileprivate func matching(_ period: ClosedRange<Day>) -> [Day] {
        var days: [Day] = []
        var day = period.lowerBound
        while day <= period.upperBound {
            if !months.isEmpty, !months.contains(day.month) {
                day = day.endOfMonth + 1
                continue
            }
            if matches(day) { days.append(day) }
            day = day + 1
        }
        if positions.isEmpty { return days }
        return days.indices.filter { positions.contains($0 + 1) || positions.contains($0 - days.count) }.map {
            days[$0]
        }
    }

    /// Whether a day of one of the months is one of the days.
    private func matches(_ day: Day) -> Bool {
        if !weekdays.isEmpty, !weekdays.contains(where: { isNamed(day, by: $0) }) { return false }
        if !monthDays.isEmpty {
            let (year, month, number) = day.parts
            let fromEnd = number - Day.length(ofMonth: month, in: year) - 1
            if !monthDays.contains(number), !monthDays.contains(fromEnd) { return false }
        }
        if !yearDays.isEmpty {
            let (newYear, yearsEnd) = day.ownYear
            if !yearDays.contains(day - newYear + 1), !yearDays.contains(day - yearsEnd - 1) { return false }
        }
        if !weekNumbers.isEmpty {
            let (number, fromEnd) = weekNumber(of: day)
            if !weekNumbers.contains(number), !weekNumbers.contains(fromEnd) { return false }
        }
        return true
    }

    private func isNamed(_ day: Day, by weekday: Weekday) -> Bool {
        guard day.weekday == weekday.day else { return false }
        if weekday.ordinal == 0 { return true }
        // The second Monday is one of its month, except in a rule of years that names no month.
        let (year, month, number) = day.parts
        let (before, behind): (Int, Int)
        if frequency == .monthly || !months.isEmpty {
            (before, behind) = (number - 1, Day.length(ofMonth: month, in: year) - number)
        } else {
            let (newYear, yearsEnd) = day.ownYear
            (before, behind) = (day - newYear, yearsEnd - day)
        }
        return weekday.ordinal > 0 ? before / 7 + 1 == weekday.ordinal : behind / 7 + 1 == -weekday.ordinal
    }

    /// The number of a day's week in its year, from the front and from the back. The first week has four days of the
    /// year at least.
    private func weekNumber(of day: Day) -> (number: Int, fromEnd: Int) {
        func number(_ middle: Day) -> Int { (middle - middle.ownYear.first) / 7 + 1 }
        let middle = week(of: day) + 3
        // The 28th of December lies in the last week of its year.
        let last = number(week(of: middle.ownYear.last - 3) + 3)
        return (number(middle), number(middle) - last - 1)
    }
}

extension Day {
    /// The first and the last day of its year, also of one before 1 or after 9999, into which the week of a date may reach.
    fileprivate var ownYear: (first: Day, last: Day) {
        let (year, month, number) = parts
        let first = self - (1..<month).reduce(number - 1) { $0 + Day.length(ofMonth: $1, in: year) }
        return (first, first + (Day.length(ofMonth: 2, in: year) == 29 ? 365 : 364))
    }

    /// The first and the last day of a year; nil for years that no date has.
    fileprivate static func year(_ year: Int) -> (first: Day, last: Day)? {
        guard let first = Day(year, 1, 1), let last = Day(year, 12, 31) else { return nil }
        return (first, last)
    }
}
