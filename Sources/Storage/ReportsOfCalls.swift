internal import GRDB
import Sales
import Words

/// How calls went: by outcome.
extension Transaction {
    func outcomesReport(_ period: Period, _ filter: ReportFilter) throws -> Report {
        let days = period.days(on: clock.today)
        let outcomes = try fetchAll(Outcome.self)
        let names = outcomes.map(\.name)
        let narrowed = try narrowed("id", by: filter)
        let sql: String
        var arguments: StatementArguments = []
        if let days {
            // By itself SQLite looks every call up in the order of their outcomes. For a few weeks the index of the times is the
            // best way, for more of them it is to read the table from its begin to its end.
            let way = days.upperBound - days.lowerBound > 100 ? "NOT INDEXED" : "INDEXED BY call_at"
            sql =
                "SELECT outcome_id, count(*) FROM call \(way) WHERE at >= ? AND at < ? \(narrowed.sql) GROUP BY outcome_id"
            arguments = [start(of: days.lowerBound), start(of: days.upperBound + 1)]
        } else {
            sql = "SELECT outcome_id, count(*) FROM call WHERE 1\(narrowed.sql) GROUP BY outcome_id"
        }
        arguments += StatementArguments(narrowed.arguments)
        let counts = try Row.fetchAll(database.cachedStatement(sql: sql), arguments: arguments)
            .reduce(into: [Int64: Int]()) { $0[$1[0]] = $1[1] }
        let total = counts.values.reduce(0, +)
        let reached = outcomes.filter(\.reached).reduce(0) { $0 + (counts[$1.id] ?? 0) }
        let met = outcomes.enumerated().compactMap { at, outcome in counts[outcome.id].map { (at, outcome, $0) } }
        let lines = met.sorted { ($1.2, $0.0) < ($0.2, $1.0) }.map { _, outcome, count in
            let line = filter.with(
                exactly("outcome", outcome.name, among: names) + (days.map { " at:" + range($0) } ?? ""))
            return Report.Line(
                cells: [
                    .text(outcome.name), .flag(outcome.reached), .number(count),
                    .percent(share(count, of: total)),
                ], behind: [nil, nil, Report.Behind(kind: .call, line: line), nil],
                parts: [Report.Part(Int64(count), outcome.reached ? .solid : .shaded)])
        }
        return Report(
            name: .outcomes,
            columns: [
                Report.Column("outcome", "Outcome"), Report.Column("reached", "Reached"),
                Report.Column("calls", "Calls"), Report.Column("share", "Share"),
            ], sections: lines.isEmpty ? [] : [Report.Section(lines: lines)],
            summary: total == 0
                ? []
                : [
                    say("\(total, "call", "calls")"), say("\(reached) reached"),
                    say("\(share(reached, of: total)) %"),
                ])
    }
}
