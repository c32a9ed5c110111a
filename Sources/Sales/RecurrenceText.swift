import Words

/// Recurrence rules as text, the value of an RRULE: `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO`.

/// Why a text is no rule that Kontor can keep: one plain sentence.
package struct RecurrenceError: Error, Hashable, CustomStringConvertible {
    package let description: String

    init(_ phrase: Phrase) { description = say(phrase) }
}

extension Recurrence: CustomStringConvertible {
    /// Reads the value of an RRULE, with or without the name before it. Case and the order of its parts do not matter.
    ///
    /// - Throws: a sentence, for what is no rule, for rules that are finer than a day, and for other calendars.
    package init(rule text: some StringProtocol) throws(RecurrenceError) {
        var text = text.trimmingSpaces().uppercased()[...]
        if text.hasPrefix("RRULE:") { text = text.dropFirst(6) }
        if text.last == ";" { text.removeLast() }
        var parts: [String: String] = [:]
        for part in text.split(separator: ";", omittingEmptySubsequences: false) {
            let pieces = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pieces.count == 2, !pieces[1].isEmpty else {
                throw RecurrenceError("“\(shown(part))” is no part of a repeat rule; write it as FREQ=WEEKLY;BYDAY=MO.")
            }
            guard parts.updateValue(String(pieces[1]), forKey: String(pieces[0])) == nil else {
                throw RecurrenceError("A repeat rule names \(shown(pieces[0])) only once.")
            }
        }
        try self.init(parts)
    }

    private init(_ parts: [String: String]) throws(RecurrenceError) {
        guard let word = parts["FREQ"] else {
            throw RecurrenceError("A repeat rule says how often: FREQ=DAILY, WEEKLY, MONTHLY or YEARLY.")
        }
        guard let frequency = Frequency(rawValue: word) else {
            throw RecurrenceError("FREQ is DAILY, WEEKLY, MONTHLY or YEARLY, not \(shown(word)).")
        }
        self.init(frequency)
        for (name, value) in parts.sorted(by: { $0.key < $1.key }) where name != "FREQ" {
            switch name {
            case "INTERVAL": interval = try number(value, name, 1...9999)
            case "COUNT": count = try number(value, name, 1...99_999)
            case "UNTIL": until = try Until(value)
            case "BYMONTH": months = try numbers(value, name, 1...12, isSigned: false)
            case "BYWEEKNO": weekNumbers = try numbers(value, name, 1...53)
            case "BYYEARDAY": yearDays = try numbers(value, name, 1...366)
            case "BYMONTHDAY": monthDays = try numbers(value, name, 1...31)
            case "BYSETPOS": positions = try numbers(value, name, 1...366)
            case "BYDAY": weekdays = try Self.weekdays(value)
            case "WKST":
                guard let day = Self.dayCodes.firstIndex(of: value) else { throw Self.noWeekday(value) }
                weekStart = day + 1
            case "DTSTART":
                guard let day = Until.day(value[...]) else {
                    throw RecurrenceError("DTSTART must be a date as 20261127, not \(shown(value)).")
                }
                start = day
            case "BYHOUR", "BYMINUTE", "BYSECOND":
                throw RecurrenceError("Kontor repeats on days; the time is that of the item, so leave out \(name).")
            case "RSCALE", "SKIP":
                throw RecurrenceError("Kontor repeats in the Gregorian calendar only, without \(name).")
            default: throw RecurrenceError("A repeat rule has no part \(shown(name)).")
            }
        }
        try check()
    }

    /// What RFC 5545 does not let stand together.
    private func check() throws(RecurrenceError) {
        if count != nil, until != nil { throw RecurrenceError("A repeat rule ends by COUNT or by UNTIL, not by both.") }
        let hasOrdinal = weekdays.contains { $0.ordinal != 0 }
        if hasOrdinal, frequency == .daily || frequency == .weekly || !weekNumbers.isEmpty {
            throw RecurrenceError(
                "A numbered weekday as 1MO is one of a month or of a year: use FREQ=MONTHLY or YEARLY.")
        }
        if frequency == .weekly, !monthDays.isEmpty {
            throw RecurrenceError("BYMONTHDAY does not go with FREQ=WEEKLY; use FREQ=MONTHLY.")
        }
        if frequency != .yearly, !yearDays.isEmpty || !weekNumbers.isEmpty {
            throw RecurrenceError("BYYEARDAY and BYWEEKNO go with FREQ=YEARLY only.")
        }
        if !positions.isEmpty, months.isEmpty, weekNumbers.isEmpty, yearDays.isEmpty, monthDays.isEmpty,
            weekdays.isEmpty
        {
            throw RecurrenceError("BYSETPOS chooses among days: name them with BYDAY or BYMONTHDAY.")
        }
    }

    /// The rule in its one spelling: equal rules read the same, and reading it back gives the rule.
    package var description: String { text(withStart: true) }

    /// The rule as other programs know it, for an item that stands on its rhythm.
    package var standardText: String { text(withStart: false) }

    private func text(withStart: Bool) -> String {
        var parts = ["FREQ=" + frequency.rawValue]
        func add(_ name: String, _ values: [String]) {
            if !values.isEmpty { parts.append(name + "=" + values.joined(separator: ",")) }
        }
        if let until { add("UNTIL", [until.text]) }
        if let count { add("COUNT", [String(count)]) }
        if interval != 1 { add("INTERVAL", [String(interval)]) }
        add("BYMONTH", months.map { String($0) })
        add("BYWEEKNO", weekNumbers.map { String($0) })
        add("BYYEARDAY", yearDays.map { String($0) })
        add("BYMONTHDAY", monthDays.map { String($0) })
        add("BYDAY", weekdays.map { ($0.ordinal == 0 ? "" : String($0.ordinal)) + Self.dayCodes[$0.day - 1] })
        add("BYSETPOS", positions.map { String($0) })
        if weekStart != 1 { add("WKST", [Self.dayCodes[weekStart - 1]]) }
        if withStart, let start { add("DTSTART", [Until.digits(start)]) }
        return parts.joined(separator: ";")
    }

    static let dayCodes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

    private static func noWeekday(_ text: some StringProtocol) -> RecurrenceError {
        RecurrenceError("A weekday is MO, TU, WE, TH, FR, SA or SU, not \(shown(text)).")
    }

    private static func weekdays(_ text: String) throws(RecurrenceError) -> [Weekday] {
        var found: Set<Weekday> = []
        for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let day = dayCodes.firstIndex(of: String(piece.suffix(2))) else { throw noWeekday(piece) }
            let digits = piece.dropLast(2)
            let ordinal = try digits.isEmpty ? 0 : signed(digits, "BYDAY", 1...53, true)
            found.insert(Weekday(day + 1, ordinal: ordinal))
        }
        return found.sorted {
            ($0.ordinal < 0 ? 1 : 0, $0.ordinal, $0.day) < ($1.ordinal < 0 ? 1 : 0, $1.ordinal, $1.day)
        }
    }
}

extension Recurrence.Until {
    init(_ text: String) throws(RecurrenceError) {
        let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard let day = Self.day(parts[0]) else { throw Self.wrong(text) }
        guard parts.count == 2 else {
            self = .day(day)
            return
        }
        let isUTC = parts[1].hasSuffix("Z")
        let digits = isUTC ? parts[1].dropLast() : parts[1]
        guard digits.utf8.count == 6, digits.utf8.allSatisfy({ (48...57).contains($0) }), let time = Int(digits),
            time / 10_000 < 24, time / 100 % 100 < 60, time % 100 <= 60
        else { throw Self.wrong(text) }
        let seconds = time / 10_000 * 3600 + time / 100 % 100 * 60 + min(time % 100, 59)
        self = isUTC ? .instant(Instant(seconds: day.number * 86_400 + seconds)) : .local(day, seconds: seconds)
    }

    private static func wrong(_ text: String) -> RecurrenceError {
        RecurrenceError("UNTIL must be a date as 20261231, or a time as 20261231T150000Z, not \(shown(text)).")
    }

    /// Reads `YYYYMMDD`.
    static func day(_ text: Substring) -> Day? {
        guard text.utf8.count == 8, text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text) else {
            return nil
        }
        return Day(number / 10_000, number / 100 % 100, number % 100)
    }

    static func digits(_ day: Day) -> String { day.description.replacing("-", with: "") }

    /// As it stands in a rule.
    var text: String {
        func time(_ seconds: Int) -> String {
            "T" + padded(seconds / 3600, 2) + padded(seconds / 60 % 60, 2) + padded(seconds % 60, 2)
        }
        switch self {
        case .day(let day): return Self.digits(day)
        case .local(let day, let seconds): return Self.digits(day) + time(seconds)
        case .instant(let instant): return instant.description.filter { $0 != "-" && $0 != ":" }
        }
    }
}

private func shown(_ text: some StringProtocol) -> String { visible(String(text.prefix(40))) }

private func number(_ text: String, _ name: String, _ range: ClosedRange<Int>) throws(RecurrenceError) -> Int {
    try signed(text[...], name, range, false)
}

/// A list of numbers, each once: those from the front in order, then those from the back.
private func numbers(
    _ text: String, _ name: String, _ range: ClosedRange<Int>, isSigned: Bool = true
) throws(RecurrenceError) -> [Int] {
    var found: Set<Int> = []
    for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
        found.insert(try signed(piece, name, range, isSigned))
    }
    return found.sorted { ($0 < 0 ? 1 : 0, $0) < ($1 < 0 ? 1 : 0, $1) }
}

private func signed(
    _ text: Substring, _ name: String, _ range: ClosedRange<Int>, _ isSigned: Bool
) throws(RecurrenceError) -> Int {
    let digits = isSigned && (text.first == "+" || text.first == "-") ? text.dropFirst() : text
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(digits),
        range.contains(number)
    else {
        let back = isSigned ? say(", or counted from the end with a minus") : ""
        throw RecurrenceError(
            "\(name) takes numbers from \(range.lowerBound) to \(range.upperBound)\(back), not \(shown(text)).")
    }
    return text.first == "-" ? -number : number
}
