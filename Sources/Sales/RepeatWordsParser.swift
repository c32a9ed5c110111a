import Words

/// Reads one text from left to right: how often, on which days, until when.
struct RepeatWordsParser {
    let text: String
    let day: Day
    private var scan: DateScanner
    private var rule = Recurrence(.daily)

    init(text: String, day: Day) {
        self.text = text
        self.day = day
        scan = DateScanner(folded(text))
    }

    private var unknown: RecurrenceError {
        RecurrenceError(
            "“\(visible(String(text.prefix(60))))” is no way to repeat; try weekly, every 2 weeks, every mon,thu, weekdays, every 15th, monthly, quarterly, yearly, 每周一 or 每月底"
        )
    }

    mutating func reading() throws(RecurrenceError) -> Recurrence {
        guard takeHow() else { throw unknown }
        let isPlain = rule.weekdays.isEmpty && rule.monthDays.isEmpty
        if isPlain, !takeWhich() { throw unknown }
        rule.keepToShortMonths()
        if rule.weekdays.isEmpty, rule.monthDays.isEmpty { rule = rule.filled(on: day) }
        try takeEnd()
        skipJoints()
        guard scan.isAtEnd else { throw unknown }
        return rule
    }

    private mutating func skipJoints() {
        while let here = scan.current, here == " " || here == "," || here == "、" || here == ";" { scan.at += 1 }
    }

    // MARK: How often

    private mutating func takeHow() -> Bool {
        if scan.takePhrase(["weekdays", "workdays", "working days", "business days", "工作日"]) {
            rule = .weekdays
            return true
        }
        if scan.takePhrase(["end of month", "end of the month", "month end"]) {
            rule = Recurrence(.monthly)
            rule.monthDays = [-1]
            return true
        }
        if let found = scan.take(from: Self.adverbs) {
            rule = Recurrence(found.frequency, every: found.interval)
            return true
        }
        if scan.takePhrase(["every", "each"]) { return takeEvery() }
        return scan.takePhrase(["每"]) && takeHanEvery()
    }

    private typealias Pace = (frequency: Recurrence.Frequency, interval: Int)

    private static let adverbs: [(String, Pace)] = [
        ("daily", (.daily, 1)), ("weekly", (.weekly, 1)), ("fortnightly", (.weekly, 2)), ("monthly", (.monthly, 1)),
        ("quarterly", (.monthly, 3)), ("yearly", (.yearly, 1)), ("annually", (.yearly, 1)),
    ]

    private static let units: [(String, Pace)] = [
        ("day", (.daily, 1)), ("days", (.daily, 1)), ("d", (.daily, 1)), ("week", (.weekly, 1)),
        ("weeks", (.weekly, 1)), ("w", (.weekly, 1)), ("fortnight", (.weekly, 2)), ("month", (.monthly, 1)),
        ("months", (.monthly, 1)), ("m", (.monthly, 1)), ("quarter", (.monthly, 3)), ("quarters", (.monthly, 3)),
        ("year", (.yearly, 1)), ("years", (.yearly, 1)), ("y", (.yearly, 1)), ("天", (.daily, 1)), ("日", (.daily, 1)),
        ("周", (.weekly, 1)), ("星期", (.weekly, 1)), ("礼拜", (.weekly, 1)), ("月", (.monthly, 1)),
        ("季度", (.monthly, 3)), ("季", (.monthly, 3)), ("半年", (.monthly, 6)), ("年", (.yearly, 1)),
    ]

    private mutating func take(_ pace: Pace, times number: Int) -> Bool {
        guard (1...999).contains(number) else { return false }
        rule = Recurrence(pace.frequency, every: pace.interval * number)
        return true
    }

    /// Behind `every`.
    private mutating func takeEvery() -> Bool {
        scan.skipSpaces()
        if scan.takePhrase(["weekday", "workday", "working day", "business day"]) {
            rule = .weekdays
            return true
        }
        let start = scan.at
        if scan.takePhrase(["other", "second"]) {
            scan.skipSpaces()
            if let pace = scan.take(from: Self.units) { return take(pace, times: 2) }
            rule = Recurrence(.weekly, every: 2)
            return takeWeekdays()
        }
        if let pace = scan.take(from: Self.units) { return take(pace, times: 1) }
        if let number = scan.takeNumber()?.value {
            scan.skipSpaces()
            if let pace = scan.take(from: Self.units) { return take(pace, times: number) }
        }
        scan.at = start
        if let date = scan.takeDateParts() {
            guard let number = date.day, date.year == nil else { return false }
            return takeDate(month: date.month, number)
        }
        rule = Recurrence(.weekly)
        return takeWeekdays()
    }

    /// Behind 每: 天, 两周, 3个月, 个工作日, 隔一周.
    private mutating func takeHanEvery() -> Bool {
        if scan.takePhrase(["个工作日", "工作日"]) {
            rule = .weekdays
            return true
        }
        // 每隔一周 is every second week; of larger numbers people mean two different things.
        let isOther = scan.takePhrase(["隔一"])
        var number = 1
        if isOther { number = 2 } else if let found = scan.takeNumber() { number = found.value }
        _ = scan.takePhrase(["个"])
        guard let pace = scan.take(from: Self.units) else { return false }
        return take(pace, times: number)
    }

    // MARK: On which days

    /// What follows how often; false when it is there and wrong.
    private mutating func takeWhich() -> Bool {
        let start = scan.at
        _ = scan.takePhrase(["的"])
        scan.skipSpaces()
        let isAsked = scan.takePhrase(["on the", "on", "at the"])
        scan.skipSpaces()
        let isTaken: Bool
        switch rule.frequency {
        case .daily: isTaken = false
        case .weekly: isTaken = takeWeekdays()
        case .monthly: isTaken = takeDaysOfMonth()
        case .yearly: isTaken = takeDayOfYear()
        }
        if !isTaken { scan.at = start }
        return isTaken || !isAsked
    }

    /// Whether something else of a list follows.
    private mutating func takeAnd() -> Bool {
        let start = scan.at
        skipJoints()
        _ = scan.takePhrase(["and", "和", "及", "与"])
        scan.skipSpaces()
        return scan.at > start
    }

    /// `mon, thu`, 一三五, 周一和周四.
    private mutating func takeWeekdays() -> Bool {
        var days: Set<Int> = []
        while true {
            let start = scan.at
            // Behind 周 the day's sign alone will do, behind a first day no digit: that is how many times.
            let isHan = start > 0 && !scan.characters[start - 1].isASCII
            let isApart = days.isEmpty || takeAnd()
            let isCount = !days.isEmpty && scan.current?.isASCIIDigit == true
            if isApart || isHan, !isCount, let day = scan.takeWeekday(isBare: isHan) {
                days.insert(day)
            } else {
                scan.at = start
                break
            }
        }
        rule.weekdays = days.sorted().map { Recurrence.Weekday($0) }
        if rule.interval == 1, rule.weekdays == Recurrence.weekdays.weekdays { rule = .weekdays }
        return !days.isEmpty
    }

    /// `15th`, `1st and 15th`, `last day`, `2nd tue`, 15号, 底, 第一个周一.
    private mutating func takeDaysOfMonth() -> Bool {
        if scan.takePhrase(["first weekday", "first working day", "第一个工作日"]) { return takeWorkingDay(1) }
        if scan.takePhrase(["last weekday", "last working day", "最后一个工作日", "最后1个工作日"]) {
            return takeWorkingDay(-1)
        }
        var days: Set<Int> = []
        var weekdays: Set<Recurrence.Weekday> = []
        while true {
            let start = scan.at
            if !days.isEmpty || !weekdays.isEmpty, !takeAnd() { break }
            if let weekday = takeOrdinalWeekday() {
                weekdays.insert(weekday)
            } else if let day = takeDayNumber() {
                days.insert(day)
            } else {
                scan.at = start
                break
            }
        }
        guard days.isEmpty != weekdays.isEmpty else { return false }
        rule.monthDays = days.sorted { ($0 < 0 ? 1 : 0, $0) < ($1 < 0 ? 1 : 0, $1) }
        rule.weekdays = weekdays.sorted {
            ($0.ordinal < 0 ? 1 : 0, $0.ordinal, $0.day) < ($1.ordinal < 0 ? 1 : 0, $1.ordinal, $1.day)
        }
        // It is so without being said.
        _ = scan.takePhrase([" or the last day", "或最后一天", " of the month", " of each month"])
        return true
    }

    private mutating func takeWorkingDay(_ position: Int) -> Bool {
        rule.weekdays = Recurrence.weekdays.weekdays
        rule.positions = [position]
        return true
    }

    /// 1 to 31; -1 for the last day.
    private mutating func takeDayNumber() -> Int? {
        if scan.takePhrase(["last day", "end", "底", "末", "月底", "月末", "最后一天", "最后1天", "最后一日"]) { return -1 }
        if scan.takePhrase(["月初", "初"]) { return 1 }
        if scan.takePhrase(["倒数第"]) {
            guard let number = scan.takeNumber()?.value, (1...31).contains(number), scan.takePhrase(["天", "日"]) else {
                return nil
            }
            return -number
        }
        guard let number = scan.takeNumber()?.value, (1...31).contains(number) else { return nil }
        if scan.takePhrase(["st", "nd", "rd", "th"]) { return scan.takePhrase([" to last day"]) ? -number : number }
        if scan.takePhrase(["号", "日"]) { return number }
        return scan.takePhrase(Self.times + Self.times.map { " " + $0 }) ? nil : number
    }

    /// `2nd tue`, `last fri`, 第二个周二, 最后一个周五, 倒数第二个周五.
    private mutating func takeOrdinalWeekday() -> Recurrence.Weekday? {
        let start = scan.at
        var ordinal: Int?
        if scan.takePhrase(["最后一个", "最后1个"]) {
            ordinal = -1
        } else if scan.takePhrase(["倒数第"]) {
            ordinal = scan.takeNumber().map { -$0.value }
            _ = scan.takePhrase(["个"])
        } else if scan.takePhrase(["第"]) {
            ordinal = scan.takeNumber()?.value
            _ = scan.takePhrase(["个"])
        } else if let word = scan.take(from: Self.ordinals) {
            ordinal = word
        } else if let number = scan.takeNumber()?.value, scan.takePhrase(["st", "nd", "rd", "th"]) {
            ordinal = scan.takePhrase([" to last"]) ? -number : number
        }
        scan.skipSpaces()
        if let ordinal, ordinal == -1 || (1...5).contains(abs(ordinal)), let day = scan.takeWeekday() {
            return Recurrence.Weekday(day, ordinal: ordinal)
        }
        scan.at = start
        return nil
    }

    private static let ordinals: [(String, Int)] = [
        ("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("fifth", 5), ("last", -1),
    ]

    /// `15 mar`, `the 2nd sun of may`, 3月15日, 5月第二个周日.
    private mutating func takeDayOfYear() -> Bool {
        if let weekday = takeOrdinalWeekday() {
            guard scan.takePhrase([" of", " in"]) else { return false }
            scan.skipSpaces()
            guard let date = scan.takeDateParts(), date.year == nil, let month = date.month, date.day == nil else {
                return false
            }
            rule.months = [month]
            rule.weekdays = [weekday]
            return true
        }
        let start = scan.at
        if let month = scan.takeNumber()?.value, scan.takePhrase(["月"]), (1...12).contains(month),
            let weekday = takeOrdinalWeekday()
        {
            rule.months = [month]
            rule.weekdays = [weekday]
            return true
        }
        scan.at = start
        guard let date = scan.takeDateParts(), date.year == nil, let month = date.month, let number = date.day else {
            return false
        }
        return takeDate(month: month, number, every: rule.interval)
    }

    /// A day of each year, or without a month of each month.
    private mutating func takeDate(month: Int?, _ number: Int, every interval: Int = 1) -> Bool {
        // 2024 had a 29th of February.
        guard (1...31).contains(number), month.map({ Day(2024, $0, number) != nil }) ?? true else { return false }
        rule = Recurrence(month == nil ? .monthly : .yearly, every: interval)
        rule.months = month.map { [$0] } ?? []
        rule.monthDays = [number]
        return true
    }

    // MARK: The end

    private static let times = ["times", "time", "x", "次"]

    private mutating func takeEnd() throws(RecurrenceError) {
        skipJoints()
        if scan.takePhrase(["until", "till", "直到", "到", "至"]) {
            scan.skipSpaces()
            guard let date = scan.takeDateParts(), let month = date.month, let number = date.day else { throw unknown }
            let years = date.year.map { $0...$0 } ?? day.year...day.year + 8
            guard let last = years.lazy.compactMap({ Day($0, month, number) }).first(where: { $0 >= day }) else {
                throw RecurrenceError("It would end before it begins: the end lies before \(day).")
            }
            _ = scan.takePhrase(["为止", "止"])
            rule.until = .day(last)
            return
        }
        let start = scan.at
        _ = scan.takePhrase(["for", "共", "一共"])
        scan.skipSpaces()
        if let number = scan.takeNumber()?.value {
            scan.skipSpaces()
            if number > 0, scan.takePhrase(Self.times) {
                rule.count = number
                return
            }
        }
        scan.at = start
    }
}
