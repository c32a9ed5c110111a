package import Sales
import Words

/// A date, or a date and time, as a calendar says it (RFC 5545, 3.3.4 and 3.3.5).
package struct CalendarTime: Hashable, Sendable {
    package var day: Day
    /// Since midnight; nil for a whole day.
    package var seconds: Int?
    package var isUTC = false
    /// The zone that is named; nil for UTC, and for a time that is the same on every clock.
    package var zone: String?

    package init(_ day: Day, seconds: Int? = nil, isUTC: Bool = false, zone: String? = nil) {
        self.day = day
        self.seconds = seconds
        self.isUTC = isUTC
        self.zone = zone
    }

    /// Reads the value of a property, with its TZID.
    package init(_ line: ContentLine) throws(FileProblem) {
        // A zone's name with a colon in it and no quotes has taken a part of itself into the value.
        let text = line.value.split(separator: ":").last.map { String($0).trimmed } ?? ""
        guard var time = CalendarTime(text) else {
            throw FileProblem(
                line: line.line,
                reason: say("\(line.name) is no time: \(visible(String(line.value.prefix(60))))"))
        }
        if line.values("VALUE").first?.uppercased() == "DATE" { (time.seconds, time.isUTC) = (nil, false) }
        if time.seconds != nil, !time.isUTC {
            time.zone = line.values("TZID").first.flatMap { $0.isEmpty ? nil : $0 }
        }
        self = time
    }

    /// Reads `20261127`, `20261127T090000`, `20261127T090000Z`, and the same with `-` and `:` as some programs write it.
    init?(_ text: String) {
        let parts = text.uppercased().split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        let digits = parts[0].filter { $0 != "-" }
        guard let date = CalendarTime.number(digits, 8), let day = Day(date / 10_000, date / 100 % 100, date % 100)
        else {
            return nil
        }
        self.init(day)
        guard parts.count == 2 else { return }
        var clock = parts[1].filter { $0 != ":" }
        var offset = 0
        if clock.hasSuffix("Z") {
            clock.removeLast()
            isUTC = true
        } else if let sign = clock.firstIndex(where: { $0 == "+" || $0 == "-" }) {
            guard let zone = CalendarTime.offset(clock[sign...]) else { return nil }
            clock = String(clock[..<sign])
            (offset, isUTC) = (zone, true)
        }
        if clock.utf8.count == 4 { clock += "00" }
        guard let time = CalendarTime.number(clock, 6), time / 10_000 <= 24, time / 100 % 100 < 60, time % 100 <= 60
        else {
            return nil
        }
        let wall = day.number * 86_400 + time / 10_000 * 3600 + time / 100 % 100 * 60 + min(time % 100, 59) - offset
        self = CalendarTime(wall: wall, isUTC: isUTC)
    }

    /// Seconds since 1970 on a clock that knows no zones.
    package init(wall: Int, isUTC: Bool = false, zone: String? = nil) {
        let number = Int((Double(wall) / 86_400).rounded(.down))
        self.init(Day(number: number), seconds: wall - number * 86_400, isUTC: isUTC, zone: zone)
    }

    package var wall: Int { day.number * 86_400 + (seconds ?? 0) }

    /// `+0100` or `-023000` in seconds; nil for anything else.
    static func offset(_ text: some StringProtocol) -> Int? {
        let digits = String(text.dropFirst()).filter { $0 != ":" }
        guard let sign = text.first, sign == "+" || sign == "-", [2, 4, 6].contains(digits.utf8.count) else {
            return nil
        }
        let whole = digits + String(repeating: "0", count: 6 - digits.utf8.count)
        guard let number = number(whole, 6), number / 10_000 < 24, number / 100 % 100 < 60 else { return nil }
        return (number / 10_000 * 3600 + number / 100 % 100 * 60 + number % 100) * (sign == "-" ? -1 : 1)
    }

    private static func number(_ text: some StringProtocol, _ count: Int) -> Int? {
        guard text.utf8.count == count, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text)
    }
}

/// How long something takes (RFC 5545, 3.3.6). Days and weeks are those of the calendar.
package struct CalendarDuration: Hashable, Sendable {
    package var days = 0
    package var seconds = 0

    /// Reads `P1W`, `P1DT2H`, `-PT15M`; nil for anything else.
    package init?(_ text: String) {
        var rest = text.trimmed.uppercased()[...]
        var sign = 1
        if rest.first == "-" { sign = -1 }
        if rest.first == "-" || rest.first == "+" { rest.removeFirst() }
        guard rest.first == "P" else { return nil }
        rest.removeFirst()
        var isTime = false
        var hasAny = false
        while let first = rest.first {
            if first == "T", !isTime {
                isTime = true
                rest.removeFirst()
                continue
            }
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            // Centuries are no duration of an event.
            guard (1...9).contains(digits.utf8.count), let number = Int(digits) else { return nil }
            rest = rest.dropFirst(digits.count)
            switch (rest.popFirst(), isTime) {
            case ("W", false): days += number * 7
            case ("D", false): days += number
            case ("H", true): seconds += number * 3600
            case ("M", true): seconds += number * 60
            case ("S", true): seconds += number
            default: return nil
            }
            hasAny = true
        }
        guard hasAny else { return nil }
        (days, seconds) = (days * sign, seconds * sign)
    }
}
