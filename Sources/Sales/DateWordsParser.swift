import Words

/// Reads one date text from left to right: a date, a weekday and a time, each at most once, in any order.
struct DateWordsParser {
    let text: String
    let clock: Clock
    let direction: DateWords.Direction
    let calendar: WorkCalendar
    let today: Day
    var scan: DateScanner

    private var day: Day?
    private var weekday: Int?
    private var time: TimeOfDay?
    private var instant: Instant?
    private var period: ClosedRange<Day>?
    private var isDistance = false
    private var partOfDay: PartOfDay?

    init(text: String, clock: Clock, direction: DateWords.Direction, calendar: WorkCalendar) {
        self.text = text
        self.clock = clock
        self.direction = direction
        self.calendar = calendar
        today = clock.today
        scan = DateScanner(folded(text))
    }

    mutating func reading() throws(DateWordsError) -> DateWords.Reading {
        scan.skipJoints()
        if scan.isAtEnd { throw DateWordsError(say("Type a date, as tomorrow, fri 10:00, 3d or 12-01")) }
        while !scan.isAtEnd {
            if try !takeDate(), try !takeTime() { throw .unknown(text) }
            scan.skipJoints()
        }
        return try resolved()
    }

    // MARK: What the parts mean together

    private func resolved() throws(DateWordsError) -> DateWords.Reading {
        if let instant {
            guard day == nil, weekday == nil, time == nil, partOfDay == nil else { throw .unknown(text) }
            return DateWords.Reading(due: Due(on: clock.zone.day(of: instant), at: instant))
        }
        if let partOfDay, time == nil {
            guard partOfDay == .noon else { throw DateWordsError(say("At which hour is \(visible(text))?")) }
            return try finished(TimeOfDay(12, 0))
        }
        return try finished(time)
    }

    private func finished(_ time: TimeOfDay?) throws(DateWordsError) -> DateWords.Reading {
        var on = day
        if let weekday {
            if let day {
                if day.weekday != weekday {
                    let name = DateFormat.weekdayName(day.weekday)
                    throw DateWordsError(say("\(day) is a \(name), not a \(DateFormat.weekdayName(weekday))"))
                }
            } else {
                let ahead = (weekday - today.weekday + 6) % 7 + 1
                on = today + (direction == .coming ? ahead : ahead == 7 ? -7 : ahead - 7)
            }
        }
        guard let time else {
            guard let on else { throw .unknown(text) }
            return DateWords.Reading(due: Due(on: on), isDistance: isDistance, period: period)
        }
        if let on { return DateWords.Reading(due: Due(on: on, time: time, zone: clock.zone)) }
        let due = Due(on: today, time: time, zone: clock.zone)
        switch direction {
        case .coming where due.at! <= clock.now:
            return DateWords.Reading(due: Due(on: today + 1, time: time, zone: clock.zone))
        case .past where due.at! > clock.now:
            return DateWords.Reading(due: Due(on: today - 1, time: time, zone: clock.zone))
        default: return DateWords.Reading(due: due)
        }
    }

    // MARK: Dates

    private mutating func takeDate() throws(DateWordsError) -> Bool {
        let start = scan.at
        if day == nil, instant == nil {
            if try takeWordDate() { return true }
            if try takeDistance() { return true }
            if try takeCalendarDate() { return true }
            scan.at = start
        }
        if weekday == nil, let named = scan.takeWeekday() {
            weekday = named
            return true
        }
        scan.at = start
        return false
    }

    /// `today`, 后天, `next tue`, `end of month`.
    private mutating func takeWordDate() throws(DateWordsError) -> Bool {
        if let (offset, part) = scan.takeDayName() {
            day = today + offset
            if let part {
                guard partOfDay == nil, time == nil else { throw .unknown(text) }
                partOfDay = part
            }
            return true
        }
        if scan.takePhrase(["now", "现在"]) {
            instant = clock.now
            return true
        }
        let start = scan.at
        if let end = takeEnd() {
            day = end
            return true
        }
        scan.at = start
        guard let (steps, unit) = scan.takeRelativePeriod() else { return false }
        switch unit {
        case .week:
            let monday = today.monday + steps * 7
            if let named = scan.takeWeekday(isBare: true) {
                day = monday + (named - 1)
            } else {
                day = monday
                period = monday...monday + 6
            }
        case .month:
            let first = Day(number: today.number - today.day + 1).adding(months: steps)
            if let number = scan.takeDayOfMonth() {
                guard number <= Day.length(ofMonth: first.month, in: first.year), number > 0 else {
                    throw .missing(text)
                }
                day = first + (number - 1)
            } else {
                day = first
                period = first...first.endOfMonth
            }
        case .year:
            let year = today.year + steps
            if let (month, number) = scan.takeHanMonth() {
                guard let exact = Day(year, month, number ?? 1) else { throw .missing(text) }
                day = exact
                if number == nil { period = exact...exact.endOfMonth }
            } else {
                guard let first = Day(year, 1, 1), let last = Day(year, 12, 31) else { throw .tooFar(text) }
                day = first
                period = first...last
            }
        }
        return true
    }

    /// `eom`, `end of next month`, 月底, 年底, `end of week` (its Friday), `weekend` (its Saturday), 月初.
    private mutating func takeEnd() -> Day? {
        let isShort = scan.takePhrase(["eom", "eow", "eoy"])
        let last = scan.lastTaken
        if isShort { return end(of: last == "eom" ? .month : last == "eow" ? .week : .year, steps: nil) }
        if scan.takePhrase(["end of", "end of the"]) {
            scan.skipSpaces()
            if scan.takePhrase(["month"]) { return end(of: .month, steps: nil) }
            if scan.takePhrase(["week"]) { return end(of: .week, steps: nil) }
            if scan.takePhrase(["year"]) { return end(of: .year, steps: nil) }
            return scan.takeRelativePeriod().map { end(of: $0.unit, steps: $0.steps) }
        }
        if scan.takePhrase(["月底", "月末"]) { return end(of: .month, steps: nil) }
        if scan.takePhrase(["年底", "年末"]) { return end(of: .year, steps: nil) }
        if scan.takePhrase(["月初"]) {
            let first = today - (today.day - 1)
            return direction == .coming && first < today ? first.adding(months: 1) : first
        }
        if scan.takePhrase(["weekend", "this weekend", "周末", "本周末", "这周末", "这个周末"]) {
            let saturday = today.monday + 5
            if direction == .past { return saturday < today ? saturday : saturday - 7 }
            return saturday < today ? saturday + 7 : saturday
        }
        if scan.takePhrase(["next weekend", "下周末", "下个周末"]) { return today.monday + 12 }
        if scan.takePhrase(["last weekend", "上周末", "上个周末"]) { return today.monday - 2 }
        if let (steps, unit) = scan.takeRelativePeriod(), scan.takePhrase(["底", "末"]) {
            return end(of: unit, steps: steps)
        }
        return nil
    }

    /// The last day of a month or year, the Friday of a week. Without steps the coming one, today included; looking
    /// back the last one that is over.
    private func end(of unit: DateScanner.Period, steps: Int?) -> Day {
        func last(_ steps: Int) -> Day {
            switch unit {
            case .week: today.monday + 4 + steps * 7
            case .month: (today - (today.day - 1)).adding(months: steps).endOfMonth
            case .year: (Day(min(9999, max(1, today.year + steps)), 12, 31) ?? today)
            }
        }
        if let steps { return last(steps) }
        if direction == .past { return last(last(0) < today ? 0 : -1) }
        return last(last(0) < today ? 1 : 0)
    }

    /// `3d`, `in 2 weeks`, `a month ago`, `-2d`, 三天后, 半小时后, 3个工作日.
    private mutating func takeDistance() throws(DateWordsError) -> Bool {
        let start = scan.at
        var sign: Int?
        if scan.takePhrase(["in", "过", "再过"]) { sign = 1 }
        scan.skipSpaces()
        if sign == nil, let mark = scan.takeMark("+-") { sign = mark == "-" ? -1 : 1 }
        guard let (count, unit) = scan.takeAmount() else {
            scan.at = start
            return false
        }
        scan.skipSpaces()
        if scan.takePhrase(["ago", "以前", "之前", "前", "back"]) {
            sign = -1
        } else if scan.takePhrase(["later", "from now", "from today", "以后", "之后", "后", "内"]) {
            sign = 1
        }
        isDistance = sign == nil
        let signed = Double(sign ?? (direction == .coming ? 1 : -1)) * count
        guard abs(count) <= 100_000 else { throw .tooFar(text) }
        // Half a month or a half day are no dates.
        if count != count.rounded(), unit != .hour, !(unit == .year && count == 0.5) { throw .unknown(text) }
        switch unit {
        case .minute: instant = clock.now + Int(signed) * 60
        case .hour: instant = clock.now + Int(signed * 3600)
        case .day: day = today + Int(signed)
        case .week: day = today + Int(signed) * 7
        case .month: day = months(Int(signed))
        case .year: day = months(Int(signed * 12))
        case .workingDay: day = count > 20_000 ? nil : calendar.adding(workingDays: Int(signed), to: today)
        }
        if day == nil, instant == nil { throw .tooFar(text) }
        return true
    }

    /// Nil beyond the years 1 to 9999.
    private func months(_ count: Int) -> Day? {
        let total = today.year * 12 + today.month - 1 + count
        return (12..<120_000).contains(total) ? today.adding(months: count) : nil
    }

    /// `2026-12-01`, `12-01`, `27.11.`, `1 dec 2026`, 2026年12月1日, 15号.
    private mutating func takeCalendarDate() throws(DateWordsError) -> Bool {
        guard let date = scan.takeDateParts() else { return false }
        switch (date.year, date.month, date.day) {
        case (let year?, let month?, let number?):
            guard let exact = Day(year, month, number) else { throw .missing(text) }
            day = exact
        case (let year?, let month?, nil):
            guard let first = Day(year, month, 1) else { throw .missing(text) }
            day = first
            period = first...first.endOfMonth
        case (let year?, nil, _):
            guard let first = Day(year, 1, 1), let last = Day(year, 12, 31) else { throw .missing(text) }
            day = first
            period = first...last
        case (nil, let month?, let number):
            guard let found = nearest(number == nil ? (month, 1) : (month, number!), wholeMonth: number == nil) else {
                throw .missing(text)
            }
            day = found
            if number == nil { period = found...found.endOfMonth }
        case (nil, nil, let number?):
            guard (1...31).contains(number) else { throw .missing(text) }
            // The 31st is the next month that has one.
            let first = today - (today.day - 1)
            let isComing = direction == .coming
            for step in 0...12 where day == nil {
                let month = first.adding(months: isComing ? step : -step)
                guard number <= Day.length(ofMonth: month.month, in: month.year) else { continue }
                let found = month + (number - 1)
                if isComing ? found >= today : found <= today { day = found }
            }
        default: return false
        }
        return true
    }

    /// The next (or last) date of that month and day; leap days are at most eight years away. This month, when a whole
    /// month is meant, is the one that runs.
    private func nearest(_ date: (month: Int, day: Int), wholeMonth: Bool) -> Day? {
        let limit = wholeMonth ? today - (today.day - 1) : today
        for step in 0...8 {
            let year = today.year + (direction == .coming ? step : -step)
            if let day = Day(year, date.month, date.day), direction == .coming ? day >= limit : day <= today {
                return day
            }
        }
        return nil
    }

    // MARK: Times

    private mutating func takeTime() throws(DateWordsError) -> Bool {
        guard time == nil, instant == nil else { return false }
        if partOfDay == nil, let part = scan.takePartOfDay() {
            partOfDay = part
            return true
        }
        let mayBeBare = day != nil || weekday != nil || partOfDay != nil
        guard let clockTime = scan.takeClockTime(mayBeBare: mayBeBare) else { return false }
        var part = partOfDay
        if let suffix = scan.takeSuffix() {
            guard part == nil || part == suffix else { throw .unknown(text) }
            part = suffix
        } else if part == nil {
            scan.skipSpaces()
            part = scan.takePartOfDay()
        }
        partOfDay = part
        guard let hour = part.map({ $0.hour(clockTime.hour) }) ?? clockTime.hour,
            let found = TimeOfDay(hour, clockTime.minute)
        else { throw DateWordsError(say("There is no such time as \(visible(text))")) }
        time = found
        return true
    }
}
