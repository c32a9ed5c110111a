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
    var current: Character? { at < characters.count ? characters[at] : nil }

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
    mutating func take<Value>(from table: [(String, Value)]) -> Value? {
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
}

extension Character {
    var isASCIIDigit: Bool { ("0"..."9").contains(self) && isASCII }
    var isLatinLetter: Bool { isASCII && isLetter }
}
