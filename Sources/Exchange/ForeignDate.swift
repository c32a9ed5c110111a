import Sales

/// Dates as other programs write them. `03/04/2026` is told apart over the whole column, never cell by cell.
package enum DateOrder: String, Codable, Hashable, Sendable {
    case dayFirst, monthFirst
    /// `26/3/4`: only as a person says, as nothing tells it from the others.
    case yearFirst
}

/// What the dates of one column have in common.
struct DateColumn: Codable, Hashable, Sendable {
    /// Values that only make sense with the day first, with the month first, or both ways.
    private(set) var dayFirst = 0
    private(set) var monthFirst = 0
    private(set) var either = 0
    /// Values that end in a year of four digits.
    private(set) var longYears = 0

    mutating func add(_ cell: ArraySlice<UInt8>) {
        // `2026-12-01` says nothing, and is what most columns hold.
        let digits = cell.prefix(4)
        if digits.first == 49 || digits.first == 50, digits.allSatisfy({ (48...57).contains($0) }),
            cell.dropFirst(4).first == UInt8(ascii: "-")
        {
            return
        }
        add(String(decoding: cell, as: UTF8.self))
    }

    mutating func add(_ text: some StringProtocol) {
        if ForeignDate.endsInLongYear(text) { longYears += 1 }
        guard let (a, b, _) = ForeignDate.numbers(text) else { return }
        let canBeDayFirst = a <= 31 && b <= 12
        let canBeMonthFirst = a <= 12 && b <= 31
        if canBeDayFirst && canBeMonthFirst {
            if a != b { either += 1 }
        } else if canBeDayFirst {
            dayFirst += 1
        } else if canBeMonthFirst {
            monthFirst += 1
        }
    }

    /// Whether nothing in the column says which it is.
    var isAmbiguous: Bool { either > 0 && dayFirst == 0 && monthFirst == 0 }

    /// Whether it holds some that may be read two ways, and none that tell how, or some for either.
    var isOpen: Bool { either > 0 && (dayFirst > 0) == (monthFirst > 0) }

    /// The order of the column; nil when it holds both, so that a date that reads both ways must be refused.
    func order(hint: DateOrder) -> DateOrder? {
        if dayFirst > 0, monthFirst > 0 { return nil }
        if dayFirst > 0 { return .dayFirst }
        return monthFirst > 0 ? .monthFirst : hint
    }
}

enum ForeignDate {
    enum Problem: Error { case none, ambiguous }

    /// Reads `2026-12-01`, `2026/12/1`, `2026年12月1日`, `20261201`, `1.12.2026`, `01/12/2026`, `1 Dec 2026`, `Dec 1, 2026`; what follows
    /// it (a time) is left.
    static func day(_ text: some StringProtocol, order: DateOrder?) throws(Problem) -> (day: Day, rest: String) {
        // As most programs write it: read byte by byte.
        if let day = Day(text) { return (day, "") }
        let text = text.trimmingSpaces()
        if text.utf8.count > 10, let day = Day(bytes: text.utf8.prefix(10)) {
            let rest = text.utf8.dropFirst(10)
            if rest.first == UInt8(ascii: "T") || rest.first == 0x20 {
                return (day, Substring(rest.dropFirst()).trimmingSpaces())
            }
        }
        if let (year, month, day, rest) = yearFirst(text) {
            guard let date = Day(year, month, day) else { throw .none }
            return (date, rest)
        }
        if let (day, month, year, rest) = named(text) {
            guard let date = Day(year, month, day) else { throw .none }
            return (date, rest)
        }
        let (date, rest) = cut(text)
        if order == .yearFirst, let day = shortYearFirst(date) { return (day, rest) }
        guard let (a, b, year) = numbers(date) else { throw .none }
        let dayFirst = Day(year, b, a)
        let monthFirst = Day(year, a, b)
        // Points are only written with the day first.
        switch date.contains(".") ? .dayFirst : order {
        case .dayFirst:
            guard let dayFirst else { throw .none }
            return (dayFirst, rest)
        case .monthFirst:
            guard let monthFirst else { throw .none }
            return (monthFirst, rest)
        case nil, .yearFirst:
            if let dayFirst, let monthFirst, dayFirst != monthFirst { throw .ambiguous }
            guard let only = dayFirst ?? monthFirst else { throw .none }
            return (only, rest)
        }
    }

    static func endsInLongYear(_ text: some StringProtocol) -> Bool {
        let end = cut(text.trimmingSpaces()).date.utf8.suffix(5)
        return end.count == 5 && !(48...57).contains(end.first!)
            && end.dropFirst().allSatisfy { (48...57).contains($0) }
    }

    /// `26/3/4`, with the year in two digits.
    private static func shortYearFirst(_ date: String) -> Day? {
        guard let mark = date.first(where: { "/.-".contains($0) }) else { return nil }
        let parts = date.split(separator: mark, omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ (1...2).contains($0.count) }), let year = Int(parts[0]),
            let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        return Day(year < 70 ? 2000 + year : 1900 + year, month, day)
    }

    /// The three numbers of `1/12/2026`, in that order; nil for other forms.
    static func numbers(_ text: some StringProtocol) -> (Int, Int, year: Int)? {
        let date = cut(text.trimmingSpaces()).date
        guard let separator = date.first(where: { $0 == "/" || $0 == "." || $0 == "-" }) else { return nil }
        let parts = date.split(separator: separator, omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let a = parts[0], let b = parts[1], let c = parts[2], a > 0, a <= 31, b > 0, c >= 0
        else { return nil }
        return (a, b, c < 70 ? 2000 + c : c < 100 ? 1900 + c : c)
    }

    /// The date before a space, and what follows.
    private static func cut(_ text: String) -> (date: String, rest: String) {
        guard let space = text.firstIndex(where: { $0 == " " || $0 == "T" }) else { return (text, "") }
        return (String(text[..<space]), text[space...].dropFirst().trimmingSpaces())
    }

    private static func yearFirst(_ text: String) -> (Int, Int, Int, String)? {
        var rest = text[...]
        func number(_ digits: ClosedRange<Int>) -> Int? {
            let run = rest.prefix { $0.isASCII && $0.isNumber }
            guard digits.contains(run.count) else { return nil }
            rest = rest.dropFirst(run.count)
            return Int(run)
        }
        if text.utf8.count == 8, text.utf8.allSatisfy({ (48...57).contains($0) }), let all = Int(text) {
            return (all / 10_000, all / 100 % 100, all % 100, "")
        }
        guard let year = number(4...4), let mark = rest.popFirst(), "-/.年".contains(mark), let month = number(1...2),
            let second = rest.popFirst(), second == mark || (mark == "年" && second == "月"), let day = number(1...2)
        else { return nil }
        if rest.first == "日" || rest.first == "号" { rest = rest.dropFirst() }
        guard let next = rest.first else { return (year, month, day, "") }
        guard next == "T" || next == "t" || next.isWhitespace else { return nil }
        return (year, month, day, rest.dropFirst().trimmingSpaces())
    }

    /// With the month by its English name.
    private static func named(_ text: String) -> (Int, Int, Int, String)? {
        let words = text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "-" })
        guard words.count >= 3 else { return nil }
        let rest = words.dropFirst(3).joined(separator: " ")
        func month(_ word: Substring) -> Int? {
            let start = word.lowercased().prefix(3)
            guard word.count >= 3, word.allSatisfy(\.isLetter) else { return nil }
            return ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
                .firstIndex { $0 == start }.map { $0 + 1 }
        }
        func year(_ word: Substring) -> Int? {
            guard let number = Int(word), word.count == 4 || word.count == 2 else { return nil }
            return word.count == 4 ? number : number < 70 ? 2000 + number : 1900 + number
        }
        if let day = Int(words[0]), let month = month(words[1]), let year = year(words[2]) {
            return (day, month, year, rest)
        }
        if let month = month(words[0]), let day = Int(words[1]), let year = year(words[2]) {
            return (day, month, year, rest)
        }
        return nil
    }

    /// An instant as other programs write it; a time without a zone is meant in that zone, a date alone is its first second.
    static func instant(_ text: String, order: DateOrder?, zone: Zone) throws(Problem) -> Instant {
        if let instant = Instant(text) { return instant }
        if let seconds = Int(text), text.utf8.count == 13 { return Instant(seconds: seconds / 1000) }
        let (day, rest) = try day(text, order: order)
        if rest.isEmpty { return zone.instant(day, TimeOfDay(0, 0)!) }
        if let instant = Instant("\(day)T\(rest)") { return instant }
        guard let (seconds, _) = time(rest) else { throw .none }
        return zone.instant(day, TimeOfDay(seconds / 3600, seconds / 60 % 60)!) + seconds % 60
    }

    /// `9:05`, `21:05:30`, `9:05 PM`, 下午9:05, in seconds since midnight.
    private static func time(_ text: String) -> (Int, String)? {
        let bytes = text.utf8
        if bytes.count == 8, bytes.enumerated().allSatisfy({ $0 == 2 || $0 == 5 ? $1 == 58 : (48...57).contains($1) }) {
            let digits = bytes.map { Int($0) - 48 }
            let (hour, minute, second) = (
                digits[0] * 10 + digits[1], digits[3] * 10 + digits[4], digits[6] * 10 + digits[7]
            )
            if hour < 24, minute < 60, second < 60 { return (hour * 3600 + minute * 60 + second, "") }
        }
        var rest = folded(text)
        var isAfternoon: Bool?
        for (word, afternoon) in [("pm", true), ("am", false), ("下午", true), ("上午", false)] {
            if rest.hasSuffix(word) {
                rest = rest.dropLast(word.count).trimmingSpaces()
                isAfternoon = afternoon
            } else if rest.hasPrefix(word) {
                rest = rest.dropFirst(word.count).trimmingSpaces()
                isAfternoon = afternoon
            }
        }
        let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
            .map { Int($0.prefix { $0 != "." }) }
        guard (2...3).contains(parts.count), var hour = parts[0], let minute = parts[1], minute < 60, minute >= 0 else {
            return nil
        }
        let second = parts.count == 3 ? parts[2] : 0
        guard let second, (0..<60).contains(second) else { return nil }
        if let isAfternoon {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + (isAfternoon ? 12 : 0)
        }
        guard (0..<24).contains(hour) else { return nil }
        return (hour * 3600 + minute * 60 + second, "")
    }
}
