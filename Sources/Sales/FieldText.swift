import Words

/// Fields as text, the same in commands and in files: ISO dates and times, exact amounts, `yes` and `no`.
package struct FieldError: Error, Equatable {
    /// One plain sentence that says what is possible.
    package var sentence: String

    package init(_ sentence: String) { self.sentence = sentence }
}

extension FieldType {
    /// The value as text. A reference is its id here; files and commands write names and uids instead.
    ///
    /// - Parameter currency: of the record, for an amount.
    package func text(of value: Value, currency: String) -> String {
        switch (self, value) {
        case (_, .null): ""
        case (.flag, .integer(let number)): number == 1 ? "yes" : "no"
        case (.money, .integer(let minor)): Money(minor: minor, currency: currency).decimal
        case (.percent, .integer(let hundredths)): Percent.text(hundredths)
        case (_, .integer(let number)): String(number)
        case (_, .text(let text)): text
        }
    }

    /// Reads text as `text(of:)` writes it. Empty text is no value.
    ///
    /// - Parameters:
    ///   - name: of the field, for the sentence.
    ///   - currency: of the record, for an amount.
    package func value(of text: String, name: String, currency: String) throws(FieldError) -> Value {
        switch self {
        case .text, .longText: return .text(text)
        default: break
        }
        let text = text.trimmingSpaces()
        if text.isEmpty { return .null }
        let shown = visible(String(text.prefix(60)))
        switch self {
        case .text, .longText: return .text(text)
        case .integer(let range):
            guard let number = Int64(text), range.contains(number) else {
                throw FieldError(
                    say("\(name) must be a whole number from \(range.lowerBound) to \(range.upperBound), not \(shown).")
                )
            }
            return .integer(number)
        case .flag:
            switch folded(text) {
            case "yes", "y", "true", "1", "是", "x": return .integer(1)
            case "no", "n", "false", "0", "否": return .integer(0)
            default: throw FieldError(say("\(name) is yes or no, not \(shown)."))
            }
        case .choice(let choices):
            guard let choice = choices.first(where: { folded($0) == folded(text) }) else {
                throw FieldError(say("\(name) is one of \(choices.joined(separator: ", ")), not \(shown)."))
            }
            return .text(choice)
        case .day:
            guard let day = Day(text) else {
                throw FieldError(say("\(name) must be a date as 2026-11-27, not \(shown)."))
            }
            return .text(day.description)
        case .birthday:
            if text.hasPrefix("--"), Day("2000-" + text.dropFirst(2)) != nil { return .text(text) }
            guard let day = Day(text) else {
                throw FieldError(
                    say("\(name) must be a date as 1980-11-27, or --11-27 without the year, not \(shown)."))
            }
            return .text(day.description)
        case .instant:
            guard let instant = Instant(text) else {
                throw FieldError(say("\(name) must be a time as 2026-11-27T10:00:00Z, not \(shown)."))
            }
            return .text(instant.description)
        case .money:
            guard let money = Money(decimal: text, currency: currency) ?? Money(text, currency: currency),
                money.currency == currency
            else { throw FieldError(say("\(name) must be an amount in \(currency) as 120000.50, not \(shown).")) }
            return .integer(money.minor)
        case .percent:
            guard let hundredths = Percent.hundredths(text) else {
                throw FieldError(say("\(name) must be a percentage from 0 to 100 as 2.5, not \(shown)."))
            }
            return .integer(hundredths)
        case .reference:
            guard let id = Int64(text) else {
                throw FieldError(say("\(name) must be the id of a record, not \(shown)."))
            }
            return .integer(id)
        }
    }
}
