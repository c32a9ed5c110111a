internal import GRDB
import Sales
import Words

/// Turns a filter into an SQL condition. What a person typed only ever becomes a bound argument.
struct FilterSQL {
    var list: ListDefinition
    var clock: Clock
    /// Asks for the currencies that occur: only for amounts, as it takes a look at every deal.
    var currencies: () throws -> [String]
    /// The whole list is asked: what rows of other tables say is gathered once, and not looked up for each record.
    var isWhole = false

    typealias Condition = (sql: String, arguments: [(any DatabaseValueConvertible)?])

    func condition(_ filter: Filter) throws -> Condition {
        if filter.isEmpty { return ("1", []) }
        let groups = try filter.groups.map { group in
            joined(
                try group.map { term in
                    let test = try condition(term.test)
                    return term.isNegated ? ("NOT coalesce(\(test.sql), 0)", test.arguments) : test
                }, "AND")
        }
        return joined(groups, "OR")
    }

    /// The condition, with a first sieve by the index where the filter has words: for a query of the whole list at once.
    func sifted(_ filter: Filter) throws -> Condition {
        var whole = self
        whole.isWhole = true
        let condition = try whole.condition(filter)
        guard let index = list.index, let match = SearchIndex.match(filter) else { return condition }
        let found = "\(list.id) IN (SELECT rowid FROM \(index.table) WHERE \(index.table) MATCH ?)"
        return joined([(found, [match]), condition], "AND")
    }

    /// Many parts are joined by halves: a pasted page would be a deeper expression than SQLite takes.
    private func joined(_ parts: [Condition], _ word: String) -> Condition {
        if parts.count > 32 {
            let half = parts.count / 2
            return joined([joined(Array(parts[..<half]), word), joined(Array(parts[half...]), word)], word)
        }
        return joinedAtOnce(parts, word)
    }

    private func joinedAtOnce(_ parts: [Condition], _ word: String) -> Condition {
        ("(" + parts.map(\.sql).joined(separator: " \(word) ") + ")", parts.flatMap(\.arguments))
    }

    private func condition(_ test: Filter.Test) throws -> Condition {
        switch test {
        case .word(let word, _):
            if list.index == nil { return contains(list.search, word) }
            let alternatives = SearchWord(word).alternatives.map { parts in
                joined(parts.map { ("instr(\(list.search), ?) > 0", [" " + $0]) }, "AND")
            }
            return joined(alternatives, "OR")
        case .field(let name, let condition):
            guard let sql = list.filters.first(where: { $0.field.name == name })?.sql else { return ("0", []) }
            return try compare(sql, condition)
        }
    }

    private func compare(_ sql: ListDefinition.FieldSQL, _ condition: Filter.Condition) throws -> Condition {
        if case .exists(let rows, let inner) = sql {
            if case .special("none") = condition {
                return ("NOT " + rows.replacing("%", with: "1"), [])
            }
            let test = try compare(inner, condition)
            return (rows.replacing("%", with: test.sql), test.arguments)
        }
        if case .rows(let tables, let column, let key, let inner) = sql {
            let isThere = "EXISTS (SELECT 1 FROM \(tables) WHERE \(column) = \(key) AND %)"
            if !isWhole || condition == .special("none") { return try compare(.exists(isThere, inner), condition) }
            // `+` keeps SQLite from an index in the order of which the rows do not lie.
            let gathered = "\(key) IN (SELECT \(column) FROM \(tables) WHERE +\(column) IS NOT NULL AND %)"
            return try compare(.exists(gathered, inner), condition)
        }
        if case .worded(let words, let inner) = sql {
            if case .special(let word) = condition, let sql = words[word] { return (sql, []) }
            return try compare(inner, condition)
        }
        switch (condition, sql) {
        case (.special("none"), .expression(let expression)): return ("coalesce(\(expression), '') = ''", [])
        case (.special("none"), .day(let expression, _)), (.special("none"), .money(let expression, _)):
            return ("\(expression) IS NULL", [])
        case (.special("overdue"), .day(let expression, _)):
            // The time stands in the column beside the day, where there is one.
            let at =
                expression.hasSuffix("_on") && !expression.hasSuffix("close_on")
                ? String(expression.dropLast(2)) + "at" : "NULL"
            // Elsewhere it may be tomorrow already; the first comparison is for indexes.
            return (
                "(\(expression) <= ? AND coalesce(\(at) < ?, \(expression) < ?))",
                [(clock.today + 1).description, clock.now.description, clock.today.description]
            )
        case (.special("losing"), .day): return LosingTouch.condition("s", today: clock.today)
        case (.special("today"), .day(let expression, _)): return ("\(expression) = ?", [clock.today.description])
        case (.contains(let name), .stages(let rows, let stage, _)):
            let test = stages(stage, named: name)
            return (rows.replacing("%", with: test.sql), test.arguments)
        case (.dated(let name, let days), .stages(let rows, let stage, let at)):
            var tests: [Condition] = name.isEmpty ? [] : [stages(stage, named: name)]
            if let days, let at { tests.append(instants(at, days)) }
            let test: Condition = tests.isEmpty ? ("1", []) : joined(tests, "AND")
            return (rows.replacing("%", with: test.sql), test.arguments)
        case (.contains(let text), .phone(let expression)):
            return ("\(expression) LIKE ?", ["%\(PhoneDigits(text).reversed)%"])
        case (.contains(let text), .expression(let expression)): return contains("forms(\(expression))", text)
        case (.choice(let choice), .choices(let conditions)): return (conditions[choice] ?? "0", [])
        case (.choice(let choice), .expression(let expression)): return ("\(expression) = ?", [choice])
        case (.number(let bounds), .expression(let expression)):
            return between(expression, bounds.lower, bounds.includesLower, bounds.upper, bounds.includesUpper)
        case (.day(let bounds), .day(let expression, let isInstant)):
            return isInstant
                ? instants(expression, bounds)
                : between(
                    expression, bounds.lower?.description, bounds.includesLower, bounds.upper?.description,
                    bounds.includesUpper)
        case (.money(let bounds), .money(let expression, let currency)):
            let parts: [Condition] = try currencies().compactMap { code in
                guard let limits = bounds.bounds(in: code) else { return nil }
                let test = between(expression, limits.lower, limits.includesLower, limits.upper, limits.includesUpper)
                return ("(\(currency) = ? AND \(test.sql))", [code] + test.arguments)
            }
            return parts.isEmpty ? ("0", []) : joined(parts, "OR")
        default: return ("0", [])
        }
    }

    /// The stages of that folded name, or uid; when there is none, those that hold it.
    private func stages(_ id: String, named name: String) -> Condition {
        let exact = "fold(name) = ? OR fold(uid) = ?"
        let holding = contains("forms(name)", name)
        return (
            "\(id) IN (SELECT id FROM stage WHERE \(exact) OR (\(holding.sql) AND NOT EXISTS (SELECT 1 FROM stage WHERE \(exact))))",
            [name, name] + holding.arguments + [name, name]
        )
    }

    /// Days of a column of instants: from the first second of a day to the last of another, in the clock's zone. A meeting of a
    /// whole day is there with its date only.
    private func instants(_ expression: String, _ bounds: Bounds<Day>) -> Condition {
        let midnight = TimeOfDay(0, 0)!
        let first = bounds.lower.map { bounds.includesLower ? $0 : $0 + 1 }
        let behind = bounds.upper.map { bounds.includesUpper ? $0 + 1 : $0 }
        let exact = between(
            expression, first.map { clock.zone.instant($0, midnight).description }, true,
            behind.map { clock.zone.instant($0, midnight).description }, false)
        let days = between(expression, first?.description, true, behind?.description, false)
        let test = (
            sql: "CASE length(\(expression)) WHEN 10 THEN \(days.sql) ELSE \(exact.sql) END",
            arguments: days.arguments + exact.arguments
        )
        // For indexes: no zone is a day away.
        let near = between(
            expression, first.map { ($0 - 1).description }, true, behind.map { ($0 + 1).description }, false)
        return joined([near, test], "AND")
    }

    private func between<V: DatabaseValueConvertible>(
        _ expression: String, _ lower: V?, _ includesLower: Bool, _ upper: V?, _ includesUpper: Bool
    ) -> Condition {
        var parts: [Condition] = []
        if let lower { parts.append(("\(expression) \(includesLower ? ">=" : ">") ?", [lower])) }
        if let upper { parts.append(("\(expression) \(includesUpper ? "<=" : "<") ?", [upper])) }
        return parts.isEmpty ? ("\(expression) IS NOT NULL", []) : joined(parts, "AND")
    }

    private func contains(_ expression: String, _ text: String) -> Condition {
        // SQLite's LIKE ends at a NUL, and no text here holds one.
        if text.contains("\0") { return ("0", []) }
        let escaped = text.escaping("\\", as: "\\\\").escaping("%", as: "\\%").escaping("_", as: "\\_")
        return ("\(expression) LIKE ? ESCAPE '\\'", ["%\(escaped)%"])
    }
}

extension ListDefinition {
    /// The condition for a choice that has one and that all records passing a filter fulfil: an index may hold just those.
    func subset(_ filter: Filter) -> String? {
        func conditions(_ group: [Filter.Term]) -> [String] {
            group.compactMap { term in
                guard !term.isNegated, case .field(let name, .choice(let choice)) = term.test,
                    case .choices(let conditions)? = filters.first(where: { $0.field.name == name })?.sql
                else { return nil }
                return conditions[choice]
            }
        }
        guard let first = filter.groups.first.map(conditions)?.first else { return nil }
        return filter.groups.allSatisfy { conditions($0).contains(first) } ? first : nil
    }
}
