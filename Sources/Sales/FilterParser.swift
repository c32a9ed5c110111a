import Words

extension Filter {
    /// Reads a filter line.
    ///
    /// Words and terms that follow one another must all hold; `or` (或, `|`) parts alternatives and binds less. `-` in front
    /// excludes. A term is a field, one of `: = > < >= <=`, and a value, which may be quoted; a range is `a..b`, open at either
    /// end. A day that names a week, month or year means all of it. For a distance of days `:` means within it:
    /// `last:30d` in the last thirty days, `last>30d` longer ago, `close<30d` in less than thirty days.
    ///
    /// - Parameter currency: of amounts typed without one.
    /// - Throws: for the first term that is wrong.
    package static func parse(
        _ line: String, fields: [FilterField], clock: Clock, currency: String
    ) throws(FilterError) -> Filter {
        let parser = FilterParser(fields: fields, clock: clock, currency: currency)
        var groups: [[Term]] = [[]]
        for token in FilterLexer.tokens(line) {
            if token.field == nil, !token.isQuoted, !token.isNegated,
                ["or", "或", "或者", "|"].contains(folded(token.value))
            {
                groups.append([])
            } else if let term = try parser.term(token) {
                groups[groups.count - 1].append(term)
            }
        }
        return Filter(groups: groups.filter { !$0.isEmpty })
    }
}

/// Gives the tokens of a filter line their meaning, by the fields that there are.
private struct FilterParser {
    let fields: [FilterField]
    let clock: Clock
    let currency: String

    typealias Token = FilterLexer.Token

    /// Nil for a token that asks for nothing: `""`, a lone `-`.
    func term(_ token: Token) throws(FilterError) -> Filter.Term? {
        guard let name = token.field else {
            let word = folded(token.value)
            if word.isEmpty || (word == "-" && !token.isQuoted) { return nil }
            return Filter.Term(
                isNegated: token.isNegated, test: .word(word, isQuoted: token.isQuoted), range: token.range)
        }
        let field = try field(named: name, token)
        if folded(token.value).isEmpty, !token.isQuoted {
            throw incomplete(field, token)
        }
        let condition = try condition(field, token)
        return Filter.Term(isNegated: token.isNegated, test: .field(field.name, condition), range: token.range)
    }

    private func field(named name: String, _ token: Token) throws(FilterError) -> FilterField {
        let key = folded(name)
        if let field = fields.first(where: { $0.names.contains { folded($0) == key } }) { return field }
        // In the language of what was typed.
        let isChinese = FilterValues.isChinese(name)
        let list = fields.map { $0.name(inChinese: isChinese) }.joined(separator: ", ")
        let shown = visible(name)
        if let near = nearest(to: key, among: fields.flatMap(\.names)) {
            throw FilterError(
                range: token.range,
                description: say("There is no field “\(shown)”; did you mean \(near)? Fields are \(list)"))
        }
        throw FilterError(
            range: token.range,
            description: say("There is no field “\(shown)”, and text with a colon goes in quotes; fields are \(list)"))
    }

    // MARK: Values

    private func condition(_ field: FilterField, _ token: Token) throws(FilterError) -> Filter.Condition {
        let value = folded(token.value)
        let isEquality = token.comparison == .has || token.comparison == .equal
        // In quotes it is a text: 公司:"无".
        let isText = field.kind == .text && token.isQuoted
        if isEquality, !isText, let word = field.value(value, of: field.words) { return .special(word) }
        switch field.kind {
        case .text:
            guard isEquality else { throw error(token, say("\(field.name) is text: use \(field.name):value")) }
            return .contains(value)
        case .special:
            throw impossible(field, token)
        case .choice(let choices):
            guard isEquality else { throw error(token, say("\(field.name) has no order: use \(field.name):value")) }
            if let exact = field.value(value, of: choices) { return .choice(exact) }
            let begun = choices.filter { choice in
                !value.isEmpty && FilterValues.spellings(choice).contains { folded($0).hasPrefix(value) }
            }
            guard begun.count == 1 else {
                var error = impossible(field, token)
                error.isIncomplete = begun.count > 1
                throw error
            }
            return .choice(begun[0])
        case .number:
            return .number(
                try bounds(field, token) { text throws(FilterError) in
                    guard let number = Self.number(text) else { throw impossible(field, token) }
                    return Span(number)
                })
        case .money: return .money(try moneyBounds(field, token))
        case .day(let direction): return .day(try dayBounds(field, token, direction))
        case .dated:
            guard isEquality else { throw error(token, say("\(field.name) is text: use \(field.name):value")) }
            guard let sign = value.lastIndex(of: "@") else { return .dated(value, nil) }
            var days = token
            days.value = String(value[value.index(after: sign)...])
            if days.value.isEmpty { throw incomplete(field, token) }
            return .dated(value[..<sign].trimmingSpaces(), try dayBounds(field, days, .past))
        }
    }

    /// A plain decimal number of at most fifteen digits, a percent sign allowed.
    private static func number(_ text: String) -> Double? {
        let digits = text.hasSuffix("%") ? text.dropLast() : text[...]
        guard digits.utf8.count <= 16, digits.contains(where: \.isNumber),
            digits.utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 || $0 == 45 })
        else { return nil }
        return Double(digits)
    }

    private func moneyBounds(_ field: FilterField, _ token: Token) throws(FilterError) -> MoneyBounds {
        // The currency that is named, by asking with two different ones.
        var named: String?
        func amount(_ text: String) throws(FilterError) -> Money {
            guard let one = Money(text, currency: currency) else { throw impossible(field, token) }
            let other = currency == "EUR" ? "USD" : "EUR"
            if Money(text, currency: other)?.currency == one.currency {
                guard named == nil || named == one.currency else {
                    throw error(token, say("Amounts of different currencies have no order"))
                }
                named = one.currency
            }
            return one
        }
        let parts = Self.range(token)
        if parts.count == 2 {
            // `10000..20000 EUR`: the currency of one end is that of both.
            for part in parts where !part.isEmpty { _ = try amount(part) }
        }
        let plain = named
        let limits = try bounds(field, token) { text throws(FilterError) in
            var money = try amount(text)
            if let plain, money.currency != plain {
                guard let again = Money(text, currency: plain) else { throw impossible(field, token) }
                money = again
            }
            return Span(money.minor)
        }
        return MoneyBounds(minor: limits, currency: named ?? currency, isCurrencyNamed: named != nil)
    }

    private func dayBounds(
        _ field: FilterField, _ token: Token, _ direction: DateWords.Direction
    ) throws(FilterError) -> Bounds<Day> {
        func read(_ text: String) throws(FilterError) -> DateWords.Reading {
            do throws(DateWordsError) {
                return try DateWords.read(text, clock: clock, direction: direction)
            } catch {
                throw self.error(token, error.description)
            }
        }
        var token = token
        let parts = Self.range(token)
        if parts.count == 1, try read(token.value).isDistance {
            let day = try read(token.value).due.on
            // Within the distance, today included.
            if token.comparison == .has { return Bounds(lower: min(day, clock.today), upper: max(day, clock.today)) }
            // Longer ago is earlier.
            if direction == .past { token.comparison = token.comparison.turned }
        }
        return try bounds(field, token) { text throws(FilterError) in
            let reading = try read(text)
            let day = reading.due.on
            return Span(reading.period?.lowerBound ?? day, reading.period?.upperBound ?? day)
        }
    }

    // MARK: Limits

    /// A value, or all values from a first to a last one.
    private struct Span<Value: Comparable> {
        let first: Value
        let last: Value

        init(_ first: Value, _ last: Value? = nil) {
            self.first = first
            self.last = last ?? first
        }
    }

    /// The two ends of `a..b`, or the one value.
    private static func range(_ token: Token) -> [String] {
        let value = token.value
        guard token.comparison == .has || token.comparison == .equal, let dots = value.rangeOfDots else {
            return [value]
        }
        return [String(value[..<dots.lowerBound]), String(value[dots.upperBound...])].map { $0.trimmingSpaces() }
    }

    private func bounds<Value>(
        _ field: FilterField, _ token: Token, _ span: (String) throws(FilterError) -> Span<Value>
    ) throws(FilterError) -> Bounds<Value> {
        let parts = Self.range(token)
        if parts.count == 2 {
            if parts[0].isEmpty, parts[1].isEmpty { throw impossible(field, token) }
            let low = parts[0].isEmpty ? nil : try span(folded(parts[0]))
            let high = parts[1].isEmpty ? nil : try span(folded(parts[1]))
            if let low, let high, high.first < low.first { return Bounds(lower: high.first, upper: low.last) }
            return Bounds(lower: low?.first, upper: high?.last)
        }
        let value = try span(folded(token.value))
        switch token.comparison {
        case .has, .equal: return Bounds(lower: value.first, upper: value.last)
        case .less: return Bounds(upper: value.first, includesUpper: false)
        case .atMost: return Bounds(upper: value.last)
        case .greater: return Bounds(lower: value.last, includesLower: false)
        case .atLeast: return Bounds(lower: value.first)
        }
    }

    // MARK: Sentences

    private func error(_ token: Token, _ sentence: String) -> FilterError {
        FilterError(range: token.range, description: sentence)
    }

    private func incomplete(_ field: FilterField, _ token: Token) -> FilterError {
        FilterError(
            range: token.range, description: say("\(field.name) needs a value: \(possible(field, token))"),
            isIncomplete: true)
    }

    private func possible(_ field: FilterField, _ token: Token) -> String {
        field.possible(inChinese: FilterValues.isChinese((token.field ?? "") + token.value))
    }

    private func impossible(_ field: FilterField, _ token: Token) -> FilterError {
        let shown = visible(token.value)
        var choices = field.words
        if case .choice(let all) = field.kind { choices += all }
        if let near = nearest(to: folded(token.value), among: choices.flatMap(FilterValues.spellings)) {
            return error(
                token,
                say("\(field.name) cannot be “\(shown)”; did you mean \(near)? Possible: \(possible(field, token))"))
        }
        return error(token, say("\(field.name) cannot be “\(shown)”; possible: \(possible(field, token))"))
    }
}

extension FilterLexer.Comparison {
    fileprivate var turned: Self {
        switch self {
        case .less: .greater
        case .greater: .less
        case .atMost: .atLeast
        case .atLeast: .atMost
        case .has, .equal: self
        }
    }
}

extension String {
    /// Where `..` stands.
    fileprivate var rangeOfDots: Range<Index>? {
        guard var at = indices.first else { return nil }
        while let next = index(at, offsetBy: 1, limitedBy: endIndex), next < endIndex {
            if self[at] == ".", self[next] == "." { return at..<index(after: next) }
            at = next
        }
        return nil
    }
}

/// The candidate that is at most two letters from what was typed, and not altogether another word.
package func nearest(to typed: String, among candidates: [String]) -> String? {
    let limit = min(typed.count - 1, typed.count <= 3 ? 1 : 2)
    return candidates.map { ($0, editDistance(folded($0), typed)) }.filter { $0.1 <= limit }.min { $0.1 < $1.1 }?.0
}

/// How many letters must be added, left out, replaced or swapped with their neighbour (Damerau and Levenshtein, restricted).
func editDistance(_ a: String, _ b: String) -> Int {
    let a = Array(a)
    let b = Array(b)
    // Far apart anyway; long input must not cost its square.
    if abs(a.count - b.count) > 2 || b.count > 64 { return .max }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        for j in b.indices {
            var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforeLast[j - 1] + 1) }
            row.append(best)
        }
        (beforeLast, last) = (last, row)
    }
    return last[b.count]
}
