/// Takes the words of a date text one after the other: whole words only, where words are Latin.
struct DateScanner {
    enum Period { case week, month, year }
    enum Unit { case minute, hour, day, week, month, year, workingDay }

    let characters: [Character]
    var at = 0
    private(set) var lastTaken = ""

    /// The text is folded already.
    init(_ text: String) { characters = Array(text) }

    var isAtEnd: Bool { at >= characters.count }
    private var current: Character? { at < characters.count ? characters[at] : nil }

    mutating func skipSpaces() { while current == " " { at += 1 } }

    /// What stands between two parts and means nothing: spaces, commas, `at`, `on`, 的.
    mutating func skipJoints() {
        while true {
            let start = at
            while let here = current, here == " " || here == "," || here == "的" || here == "在" { at += 1 }
            // A point after an abbreviation: `Fri. 27 Nov.`
            if current == ".", at > 0, characters[at - 1].isLetter { at += 1 }
            _ = takePhrase(["at", "on", "the", "um"])
            if at == start { return }
        }
    }

    // MARK: Words

    /// Takes the longest of some phrases that stands here; a Latin one only up to the end of a word.
    mutating func takePhrase(_ phrases: [String]) -> Bool {
        var longest = 0
        for phrase in phrases where phrase.count > longest {
            let end = at + phrase.count
            guard end <= characters.count, characters[at..<end].elementsEqual(phrase) else { continue }
            if phrase.last!.isASCII, end < characters.count, characters[end].isLatinLetter { continue }
            longest = phrase.count
            lastTaken = phrase
        }
        at += longest
        return longest > 0
    }

    /// The value of the longest key of a table that stands here.
    private mutating func take<Value>(from table: [(String, Value)]) -> Value? {
        guard takePhrase(table.map(\.0)) else { return nil }
        let taken = lastTaken
        return table.first { $0.0 == taken }?.1
    }

    mutating func takeMark(_ marks: String) -> Character? {
        guard let here = current, marks.contains(here) else { return nil }
        at += 1
        return here
    }

    /// Days from today, and the part of the day that the word names as well: 明早, 今晚.
    mutating func takeDayName() -> (Int, PartOfDay?)? {
        take(from: [
            ("today", (0, nil)), ("tod", (0, nil)), ("tonight", (0, .evening)), ("tomorrow", (1, nil)),
            ("tom", (1, nil)),
            ("tmr", (1, nil)), ("tmrw", (1, nil)), ("the day after tomorrow", (2, nil)),
            ("day after tomorrow", (2, nil)),
            ("yesterday", (-1, nil)), ("yest", (-1, nil)), ("the day before yesterday", (-2, nil)),
            ("day before yesterday", (-2, nil)), ("今天", (0, nil)), ("今日", (0, nil)), ("今早", (0, .morning)),
            ("今晚", (0, .evening)), ("明天", (1, nil)), ("明日", (1, nil)), ("明早", (1, .morning)),
            ("明晚", (1, .evening)), ("后天", (2, nil)), ("大后天", (3, nil)), ("昨天", (-1, nil)), ("昨日", (-1, nil)),
            ("昨晚", (-1, .evening)), ("前天", (-2, nil)), ("大前天", (-3, nil)),
        ])
    }

    /// `fri`, 周五, 星期五, 礼拜五; only the day's own sign after a word for the week when `isBare` (下周 + 五).
    mutating func takeWeekday(isBare: Bool = false) -> Int? {
        let start = at
        if isBare { skipSpaces() }
        if let day = take(from: Self.weekdays) { return day }
        let named = takePhrase(["周", "星期", "礼拜"])
        if named || isBare {
            if let here = current, let day = "一二三四五六日天".firstIndex(of: here) {
                let number = "一二三四五六日天".distance(from: "一二三四五六日天".startIndex, to: day)
                at += 1
                return min(number + 1, 7)
            }
            if !characters[start..<at].contains(" "), let digit = current, ("1"..."7").contains(digit),
                at + 1 >= characters.count || !(characters[at + 1].isASCIIDigit || "点时:.".contains(characters[at + 1]))
            {
                at += 1
                return digit.wholeNumberValue
            }
        }
        at = start
        return nil
    }

    private static let weekdays: [(String, Int)] = [
        ("mon", 1), ("monday", 1), ("tue", 2), ("tues", 2), ("tuesday", 2), ("wed", 3), ("weds", 3), ("wednesday", 3),
        ("thu", 4), ("thur", 4), ("thurs", 4), ("thursday", 4), ("fri", 5), ("friday", 5), ("sat", 6), ("saturday", 6),
        ("sun", 7), ("sunday", 7),
    ]

    /// `next week`, 上个月, 明年, and `next` before a weekday, which is the next week too.
    mutating func takeRelativePeriod() -> (steps: Int, unit: Period)? {
        let start = at
        if let found = take(from: Self.hanPeriods) { return found }
        guard let steps = take(from: [("next", 1), ("this", 0), ("last", -1), ("coming", 1), ("previous", -1)]) else {
            return nil
        }
        let word = lastTaken
        skipSpaces()
        if let unit = take(from: [("week", Period.week), ("month", .month), ("year", .year)]) { return (steps, unit) }
        let here = at
        let isWeekday = takeWeekday() != nil
        at = here
        if isWeekday, word != "coming" { return (steps, .week) }
        at = start
        return nil
    }

    private static let hanPeriods: [(String, (steps: Int, unit: Period))] = {
        var all: [(String, (steps: Int, unit: Period))] = []
        for (prefix, steps) in [("下下", 2), ("下", 1), ("本", 0), ("这", 0), ("上", -1), ("上上", -2)] {
            for week in ["周", "个周", "星期", "个星期", "礼拜", "个礼拜"] { all.append((prefix + week, (steps, .week))) }
            for month in ["月", "个月"] { all.append((prefix + month, (steps, .month))) }
        }
        for (name, steps) in [("今年", 0), ("明年", 1), ("后年", 2), ("去年", -1), ("前年", -2)] {
            all.append((name, (steps, .year)))
        }
        return all
    }()

    // MARK: Numbers

    /// A number in digits or in Han numerals up to 999; at most six digits.
    mutating func takeNumber() -> (value: Int, digits: Int)? {
        let start = at
        while let here = current, here.isASCIIDigit { at += 1 }
        if at > start {
            guard at - start <= 6 else {
                at = start
                return nil
            }
            return (Int(String(characters[start..<at]))!, at - start)
        }
        while let here = current, "〇零一二两三四五六七八九十百".contains(here) { at += 1 }
        guard at > start, let value = Self.hanNumber(characters[start..<at]) else {
            at = start
            return nil
        }
        return (value, at - start)
    }

    private static func hanNumber(_ text: ArraySlice<Character>) -> Int? {
        let values: [Character: Int] = [
            "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
        ]
        if !text.contains("十"), !text.contains("百") {
            // Digit by digit, as years are said: 二〇二六.
            guard text.count <= 4 else { return nil }
            return text.reduce(0) { $0 * 10 + values[$1]! }
        }
        var total = 0
        var digit: Int?
        var last = 1000
        for character in text {
            if character == "十" || character == "百" {
                let unit = character == "十" ? 10 : 100
                guard unit < last, digit != 0 else { return nil }
                total += (digit ?? 1) * unit
                digit = nil
                last = unit
            } else {
                guard digit == nil || digit == 0 else { return nil }
                digit = values[character]
            }
        }
        return total + (digit ?? 0)
    }

    /// `3d`, `a week`, 三天, 半小时, 2个工作日.
    mutating func takeAmount() -> (Double, Unit)? {
        let start = at
        var count: Double
        if takePhrase(["半个", "半"]) {
            count = 0.5
        } else if takePhrase(["half a", "half an"]) {
            count = 0.5
        } else if takePhrase(["a", "an", "one"]) {
            count = 1
        } else if let number = takeNumber() {
            count = Double(number.value)
            if takePhrase(["个半"]) {
                count += 0.5
                at -= 2
                if characters[at] == "个" { at += 2 }
            }
        } else {
            return nil
        }
        skipSpaces()
        guard let unit = take(from: Self.units), !(lastTaken == "日" && !"以之后前内".contains(current ?? " ")) else {
            at = start
            return nil
        }
        // 3月 is March, 2026年 a year, 3周一 nothing.
        if lastTaken == "年", current.map({ "以之后前内".contains($0) }) != true,
            count >= 100 || current?.isASCIIDigit == true
        {
            at = start
            return nil
        }
        return (count, unit)
    }

    private static let units: [(String, Unit)] = [
        ("d", .day), ("day", .day), ("days", .day), ("w", .week), ("wk", .week), ("wks", .week), ("week", .week),
        ("weeks", .week), ("m", .month), ("mo", .month), ("month", .month), ("months", .month), ("y", .year),
        ("yr", .year),
        ("year", .year), ("years", .year), ("h", .hour), ("hr", .hour), ("hrs", .hour), ("hour", .hour),
        ("hours", .hour),
        ("min", .minute), ("mins", .minute), ("minute", .minute), ("minutes", .minute), ("wd", .workingDay),
        ("working day", .workingDay), ("working days", .workingDay), ("workdays", .workingDay),
        ("workday", .workingDay),
        ("business days", .workingDay), ("business day", .workingDay), ("天", .day), ("日", .day), ("周", .week),
        ("个周", .week), ("星期", .week), ("个星期", .week), ("礼拜", .week), ("个礼拜", .week), ("个月", .month),
        ("年", .year), ("小时", .hour), ("个小时", .hour), ("钟头", .hour), ("个钟头", .hour), ("分钟", .minute),
        ("工作日", .workingDay), ("个工作日", .workingDay),
    ]

    // MARK: Calendar dates

    /// Whatever of year, month and day is written here; nil when it is no date.
    mutating func takeDateParts() -> (year: Int?, month: Int?, day: Int?)? {
        let start = at
        if let found = datePartsWithMonthName() ?? datePartsOfNumbers() { return found }
        at = start
        return nil
    }

    private mutating func datePartsWithMonthName() -> (year: Int?, month: Int?, day: Int?)? {
        let start = at
        if let month = take(from: Self.months) {
            if current == "." { at += 1 }
            let afterMonth = at
            skipSpaces()
            if let number = takeNumber(), number.digits <= 2, current != ":", current != "点", !isSuffixHere {
                _ = takePhrase(["st", "nd", "rd", "th"])
                return (takeYear(), month, number.value)
            }
            at = afterMonth
            return (takeYear(), month, nil)
        }
        guard let number = takeNumber(), number.digits <= 2 else {
            at = start
            return nil
        }
        if !takePhrase(["st", "nd", "rd", "th"]), current == "." { at += 1 }
        let isOrdinal = ["st", "nd", "rd", "th"].contains(lastTaken)
        let afterNumber = at
        skipSpaces()
        if current == "-" { at += 1 }
        _ = takePhrase(["of"])
        skipSpaces()
        if let month = take(from: Self.months) {
            if current == "." { at += 1 }
            if current == "-" { at += 1 }
            return (takeYear(), month, number.value)
        }
        if isOrdinal, characters[start..<afterNumber].contains(where: \.isLatinLetter) {
            at = afterNumber
            return (nil, nil, number.value)
        }
        at = start
        return nil
    }

    private static let months: [(String, Int)] = {
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november",
            "december",
        ]
        var all: [(String, Int)] = [("sept", 9)]
        for (index, name) in names.enumerated() {
            all.append((name, index + 1))
            if name.count > 3 { all.append((String(name.prefix(3)), index + 1)) }
        }
        return all
    }()

    /// A year of four digits after a date.
    private mutating func takeYear() -> Int? {
        let start = at
        while current == " " || current == "," { at += 1 }
        if let number = takeNumber(), number.digits == 4, current != ":" { return number.value }
        at = start
        return nil
    }

    private mutating func datePartsOfNumbers() -> (year: Int?, month: Int?, day: Int?)? {
        guard let first = takeNumber() else { return nil }
        if takePhrase(["年"]) {
            guard first.digits == 4 else { return nil }
            skipSpaces()
            guard let (month, day) = takeHanMonth() else { return (first.value, nil, nil) }
            return (first.value, month, day)
        }
        if takePhrase(["月份", "月"]) {
            if takePhrase(["底", "末"]) { return nil }
            return (nil, first.value, takeDayOfMonth())
        }
        if takePhrase(["号", "日"]) { return (nil, nil, first.value) }
        guard let mark = takeMark("-/.") else {
            return first.digits == 4 && isAtEnd && (1900...2999).contains(first.value) ? (first.value, nil, nil) : nil
        }
        guard let second = takeNumber(), second.digits <= 2 else { return nil }
        if first.digits == 4 {
            guard takeMark(String(mark)) != nil else { return (first.value, second.value, nil) }
            guard let third = takeNumber(), third.digits <= 2, current?.isASCIIDigit != true else { return nil }
            if current == "t" { at += 1 }
            return (first.value, second.value, third.value)
        }
        guard first.digits <= 2 else { return nil }
        var year: Int?
        if takeMark(String(mark)) != nil {
            if let third = takeNumber() {
                guard third.digits == 4 else { return nil }
                year = third.value
            } else if mark != "." {
                return nil
            }
        }
        // With points the day comes first (27.11.), else the month, unless there is no such month (27/11).
        let isDayFirst = mark == "." || (first.value > 12 && second.value <= 12)
        return isDayFirst ? (year, second.value, first.value) : (year, first.value, second.value)
    }

    /// 12月1日, 12月.
    mutating func takeHanMonth() -> (month: Int, day: Int?)? {
        let start = at
        if let month = takeNumber(), takePhrase(["月份", "月"]) { return (month.value, takeDayOfMonth()) }
        at = start
        return nil
    }

    /// 15号, 15日, or 15 at the end.
    mutating func takeDayOfMonth() -> Int? {
        let start = at
        skipSpaces()
        if let number = takeNumber(), number.digits <= 3, takePhrase(["号", "日"]) || isAtEnd { return number.value }
        at = start
        return nil
    }

    // MARK: Times

    /// 下午, `morning`.
    mutating func takePartOfDay() -> PartOfDay? {
        take(from: [
            ("凌晨", .night), ("早上", .morning), ("早晨", .morning), ("上午", .morning), ("早", .morning),
            ("中午", .noon), ("午间", .noon), ("noon", .noon), ("下午", .afternoon), ("午后", .afternoon),
            ("傍晚", .evening), ("晚上", .evening), ("晚间", .evening), ("晚", .evening), ("夜里", .night),
            ("in the morning", .morning), ("morning", .morning), ("in the afternoon", .afternoon),
            ("afternoon", .afternoon), ("in the evening", .evening), ("evening", .evening),
        ])
    }

    private var isSuffixHere: Bool {
        var ahead = self
        return ahead.takeSuffix() != nil
    }

    mutating func takeSuffix() -> PartOfDay? {
        let start = at
        skipSpaces()
        if let found = take(from: [("am", PartOfDay.am), ("pm", .pm), ("a.m.", .am), ("p.m.", .pm)]) { return found }
        at = start
        return nil
    }

    /// `15:30`, `10` before am or pm or where it may be bare, 十点半, 3点一刻, 15时30分.
    mutating func takeClockTime(mayBeBare: Bool) -> (hour: Int, minute: Int)? {
        let start = at
        guard let hour = takeNumber(), hour.digits <= 2 || !characters[start].isASCIIDigit, hour.value < 100 else {
            at = start
            return nil
        }
        if takeMark(":") != nil {
            if let minute = takeNumber(), minute.digits == 2 {
                // Seconds are read and dropped.
                if takeMark(":") != nil, (takeNumber()?.value ?? 60) >= 60 { at = start; return nil }
                return (hour.value, minute.value)
            }
        } else if takePhrase(["点钟", "点整", "点", "时"]) {
            return (hour.value, takeHanMinutes())
        } else if isSuffixHere || takePhrase(["uhr", "o'clock"]) {
            return (hour.value, 0)
        } else if mayBeBare, isAtEnd || current == " ", characters[start].isASCIIDigit {
            return (hour.value, 0)
        }
        at = start
        return nil
    }

    private mutating func takeHanMinutes() -> Int {
        let start = at
        if takePhrase(["半"]) { return 30 }
        if takePhrase(["一刻"]) { return 15 }
        if takePhrase(["三刻"]) { return 45 }
        _ = takePhrase(["过"])
        if let minute = takeNumber() {
            _ = takePhrase(["分钟", "分"])
            return minute.value
        }
        at = start
        return 0
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) && isASCII }
    fileprivate var isLatinLetter: Bool { isASCII && isLetter }
}
