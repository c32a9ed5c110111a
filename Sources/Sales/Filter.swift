import Words

/// What a filter line means: `city:shanghai amount>10000 -former or tag:fair`. The same in every pane, in `kontor list`, in saved
/// views and in exports. Made by `Filter.parse`; whoever turns it into SQL binds every value.
package struct Filter: Hashable, Sendable {
    /// A record passes when it passes all terms of any group. No groups: everything passes.
    package var groups: [[Term]] = []

    package init(groups: [[Term]] = []) { self.groups = groups }

    /// What holds a text anywhere, spaces included.
    package init(holding text: String) {
        let term = Term(isNegated: false, test: .word(folded(text), isQuoted: true), range: 0..<text.count)
        self.init(groups: text.isEmpty ? [] : [[term]])
    }

    package var isEmpty: Bool { groups.isEmpty }

    /// What passes both.
    package func and(_ other: Filter) -> Filter {
        if isEmpty { return other }
        if other.isEmpty { return self }
        return Filter(groups: groups.flatMap { group in other.groups.map { group + $0 } })
    }

    /// The words that are looked for, folded.
    package var words: [String] {
        groups.joined().compactMap { term in
            guard case .word(let word, _) = term.test, !term.isNegated else { return nil }
            return word
        }
    }

    /// One condition, and where it stands in the line.
    package struct Term: Hashable, Sendable {
        /// `-term`: the record must not pass the test.
        package var isNegated: Bool
        package var test: Test
        /// Characters of the line, counted from 0.
        package var range: Range<Int>
    }

    package enum Test: Hashable, Sendable {
        /// Folded text to be found anywhere in the record; a quoted one stands there as it is, spaces too.
        case word(String, isQuoted: Bool)
        /// The field's name as in the list of fields, whatever alias was typed.
        case field(String, Condition)
    }

    package enum Condition: Hashable, Sendable {
        /// Folded text that the field contains.
        case contains(String)
        /// One of the field's choices, as in the list of fields.
        case choice(String)
        /// One of the field's special words: `none`, `overdue`.
        case special(String)
        case number(Bounds<Double>)
        case day(Bounds<Day>)
        case money(MoneyBounds)
        /// Something of that folded name, empty for any, and when; nil for whenever.
        case dated(String, Bounds<Day>?)
    }
}

/// What lies between two limits; a missing one is open. At least one is there.
package struct Bounds<Value: Comparable & Hashable & Sendable>: Hashable, Sendable {
    package var lower: Value?
    package var includesLower = true
    package var upper: Value?
    package var includesUpper = true

    package func contains(_ value: Value) -> Bool {
        if let lower, includesLower ? value < lower : value <= lower { return false }
        if let upper, includesUpper ? value > upper : value >= upper { return false }
        return true
    }
}

/// Limits of an amount. Amounts of different currencies are never compared by value: without a currency the number is
/// taken in each record's own, with one only records in that currency pass.
package struct MoneyBounds: Hashable, Sendable {
    /// In minor units of `currency`.
    package var minor: Bounds<Int64>
    package var currency: String
    /// True when the currency was typed.
    package var isCurrencyNamed: Bool

    /// The limits in minor units of a currency; nil when no amount in it can pass.
    package func bounds(in other: String) -> Bounds<Int64>? {
        if other == currency { return minor }
        if isCurrencyNamed { return nil }
        var result = minor
        let shift = Money.digits(of: other) - Money.digits(of: currency)
        func scale(_ value: Int64, up: Bool) -> (value: Int64, isExact: Bool) {
            var value = value
            var isExact = true
            for _ in 0..<abs(shift) {
                if shift > 0 {
                    let (product, isOver) = value.multipliedReportingOverflow(by: 10)
                    value = isOver ? (value > 0 ? .max : .min) : product
                } else {
                    let quotient = value.quotientAndRemainder(dividingBy: 10)
                    isExact = isExact && quotient.remainder == 0
                    value = quotient.quotient
                    // Whole units inside the limit: round up from below, down from above.
                    if quotient.remainder > 0, up { value += 1 }
                    if quotient.remainder < 0, !up { value -= 1 }
                }
            }
            return (value, isExact)
        }
        if let lower = minor.lower {
            let scaled = scale(lower, up: true)
            result.lower = scaled.value
            if !scaled.isExact { result.includesLower = true }
        }
        if let upper = minor.upper {
            let scaled = scale(upper, up: false)
            result.upper = scaled.value
            if !scaled.isExact { result.includesUpper = true }
        }
        return result
    }
}

/// A field by which a list may be filtered.
package struct FilterField: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case text, number, money
        /// Past: `30d` is thirty days ago, and `>30d` is longer ago than that.
        case day(DateWords.Direction)
        case choice([String])
        /// A text, and behind `@` the days of it, which lie in the past: `proposal@30d`.
        case dated
        /// Only the field's special words.
        case special
    }

    package var name: String
    /// Other spellings: the Chinese name, the plural.
    package var aliases: [String]
    package var kind: Kind
    /// Values beside those of the kind: `none`, `overdue`.
    package var words: [String]

    package init(_ name: String, _ kind: Kind, words: [String] = [], aliases: [String] = []) {
        self.name = name
        self.kind = kind
        self.words = words
        self.aliases = aliases
    }

    /// What may stand behind the colon, as a person reads it.
    package func possible(inChinese: Bool = false) -> String {
        func spelled(_ word: String) -> String {
            inChinese ? FilterValues.spellings(word).dropFirst().first ?? word : word
        }
        let any: String? =
            switch kind {
            case .text: say("any text")
            case .number: say("a number, or a range as 10..20")
            case .money: say("an amount, or a range as 10000..20000")
            case .day: say("a date as today, 30d, 2026-12-01, or a range as today..eom")
            case .dated: say("any text, and behind @ its days: proposal@30d")
            case .choice(let choices): choices.map { visible(spelled($0)) }.joined(separator: ", ")
            case .special: nil
            }
        return (words.map(spelled) + [any].compactMap { $0 }).joined(separator: ", ")
    }
}

/// What is wrong with a filter line: where, and one plain sentence that says what is possible.
package struct FilterError: Error, Hashable, CustomStringConvertible {
    /// Characters of the line, counted from 0.
    package var range: Range<Int>
    package var description: String
    /// True while the term may only be half typed (`city:`): a pane that narrows as one types does so by the `rest`.
    package var isIncomplete = false

    package init(range: Range<Int>, description: String, isIncomplete: Bool = false) {
        self.range = range
        self.description = description
        self.isIncomplete = isIncomplete
    }

    /// The line without the wrong term.
    package func rest(of line: String) -> String {
        (line.prefix(range.lowerBound) + line.dropFirst(range.upperBound)).trimmingSpaces()
    }
}
