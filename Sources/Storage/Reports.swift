internal import GRDB
package import Sales
package import Words

/// A report as a table: what the pane, the command and an export show, and for each number the records behind it.
package struct Report: Sendable, Equatable {
    package enum Name: String, CaseIterable, Sendable { case pipeline, activity, outcomes }

    package struct Column: Sendable, Equatable {
        /// The word for it in files.
        package var name: String
        package var label: Phrase
    }

    package enum Cell: Sendable, Equatable {
        case none
        case text(String)
        case flag(Bool)
        case number(Int)
        /// Of a hundred, rounded.
        case percent(Int)
        case money(Money)
        case day(Day)
    }

    /// The records that a number counts: those of a kind that pass a filter line.
    package struct Behind: Sendable, Equatable {
        package var kind: Kind
        package var line: String
    }

    package struct Line: Sendable, Equatable {
        /// One a column.
        package var cells: [Cell]
        /// By column; nil where nothing is counted.
        package var behind: [Behind?]
        /// The length of its bar, and how much of it is solid; compared within a section.
        package var bar: Int64 = 0
        package var solid: Int64 = 0
    }

    package var name: Name
    package var columns: [Column]
    /// Lines that may be compared with one another: of the pipeline those of one currency.
    package var sections: [[Line]]
    /// What it comes to, in a few words each.
    package var summary: [String]

    package var lines: [Line] { sections.flatMap { $0 } }
}

extension Transaction {
    package func report(_ name: Report.Name, _ period: Period) throws -> Report {
        switch name {
        case .pipeline: try pipelineReport()
        case .activity: try activityReport(period)
        case .outcomes: try outcomesReport(period)
        }
    }

    // MARK: The pipeline by stage, as it is now

    private func pipelineReport() throws -> Report {
        let stages = try fetchAll(Stage.self)
        let names = stages.map(\.name)
        let sums = try openDealSums()
        let unknown = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT stage_id, count(*) FROM opportunity WHERE state = 'open' AND amount IS NULL GROUP BY stage_id
                    """)
        ).reduce(into: [Int64: Int]()) { $0[$1[0]] = $1[1] }
        func line(_ stage: Stage, _ count: Int, _ terms: String, _ cells: [Report.Cell]) -> Report.Line {
            let filter = "state:open " + exactly("stage", stage.name, among: names) + " " + terms
            let behind = count > 0 ? Report.Behind(kind: .opportunity, line: filter) : nil
            return Report.Line(
                cells: [.text(stage.name), .number(count)] + cells, behind: [nil, behind, nil, nil, nil])
        }
        let all = DealSum.together(sums.values)
        var sections = all.map { currency in
            stages.map { stage in
                let zero = Money(minor: 0, currency: currency.currency)
                let sum =
                    sums[stage.id]?.first { $0.currency == currency.currency }
                    ?? DealSum(count: 0, total: zero, weighted: zero)
                var line = line(
                    stage, sum.count, "currency:\(sum.currency) -amount:none",
                    [.text(sum.currency), .money(sum.total), .money(sum.weighted)])
                (line.bar, line.solid) = (sum.total.minor, sum.weighted.minor)
                return line
            }
        }
        let vague = stages.compactMap { stage in
            unknown[stage.id].map { line(stage, $0, "amount:none", [.none, .none, .none]) }
        }
        if !vague.isEmpty { sections.append(vague) }
        let count = all.reduce(0) { $0 + $1.count } + unknown.values.reduce(0, +)
        return Report(
            name: .pipeline,
            columns: [
                Report.Column(name: "stage", label: "Stage"), Report.Column(name: "deals", label: "Deals"),
                Report.Column(name: "currency", label: "Currency"), Report.Column(name: "total", label: "Total"),
                Report.Column(name: "weighted", label: "Weighted"),
            ], sections: sections,
            summary: count == 0
                ? [] : [say("\(count, "deal", "deals")")] + all.map { "≈ \($0.weighted)" })
    }

    // MARK: Calls by outcome

    private func outcomesReport(_ period: Period) throws -> Report {
        let days = period.days(on: clock.today)
        let outcomes = try fetchAll(Outcome.self)
        let names = outcomes.map(\.name)
        let sql: String
        var arguments: StatementArguments = []
        if let days {
            // By itself SQLite looks every call up in the order of their outcomes. For a few weeks the index of the times is the
            // best way, for more of them it is to read the table from its begin to its end.
            let way = days.upperBound - days.lowerBound > 100 ? "NOT INDEXED" : "INDEXED BY call_at"
            sql = "SELECT outcome_id, count(*) FROM call \(way) WHERE at >= ? AND at < ? GROUP BY outcome_id"
            arguments = [start(of: days.lowerBound), start(of: days.upperBound + 1)]
        } else {
            sql = "SELECT outcome_id, count(*) FROM call GROUP BY outcome_id"
        }
        let counts = try Row.fetchAll(database.cachedStatement(sql: sql), arguments: arguments)
            .reduce(into: [Int64: Int]()) { $0[$1[0]] = $1[1] }
        let total = counts.values.reduce(0, +)
        let reached = outcomes.filter(\.reached).reduce(0) { $0 + (counts[$1.id] ?? 0) }
        let met = outcomes.enumerated().compactMap { at, outcome in counts[outcome.id].map { (at, outcome, $0) } }
        let lines = met.sorted { ($1.2, $0.0) < ($0.2, $1.0) }.map { _, outcome, count in
            let filter = exactly("outcome", outcome.name, among: names) + (days.map { " at:" + range($0) } ?? "")
            return Report.Line(
                cells: [
                    .text(outcome.name), .flag(outcome.reached), .number(count),
                    .percent(share(count, of: total)),
                ], behind: [nil, nil, Report.Behind(kind: .call, line: filter), nil], bar: Int64(count),
                solid: outcome.reached ? Int64(count) : 0)
        }
        return Report(
            name: .outcomes,
            columns: [
                Report.Column(name: "outcome", label: "Outcome"), Report.Column(name: "reached", label: "Reached"),
                Report.Column(name: "calls", label: "Calls"), Report.Column(name: "share", label: "Share"),
            ], sections: lines.isEmpty ? [] : [lines],
            summary: total == 0
                ? []
                : [
                    say("\(total, "call", "calls")"), say("\(reached) reached"),
                    say("\(share(reached, of: total)) %"),
                ])
    }

    private func share(_ part: Int, of whole: Int) -> Int { whole == 0 ? 0 : (part * 200 + whole) / (2 * whole) }

    /// The first second of a day in the current zone, as the file has it.
    func start(of day: Day) -> String { clock.zone.instant(day, TimeOfDay(0, 0)!).description }

    /// Days as a filter line has them.
    func range(_ days: ClosedRange<Day>) -> String { "\(days.lowerBound)..\(days.upperBound)" }

    /// A filter term that fits one of several names only: those that hold it, too, are excluded. Two of the same name cannot be
    /// told apart by a filter.
    private func exactly(_ field: String, _ name: String, among names: [String]) -> String {
        let wanted = quotable(name)
        let others = names.filter { other in
            folded(other) != folded(name) && holds(other, wanted) && !holds(name, quotable(other))
        }
        return ([term(field, wanted)] + others.map { "-" + term(field, quotable($0)) }).joined(separator: " ")
    }

    /// Whether a filter that asks for this text finds that name.
    private func holds(_ name: String, _ text: String) -> Bool {
        SearchText.forms(of: name).contains { $0.contains(folded(text)) }
    }

    private func term(_ field: String, _ text: String) -> String {
        text.allSatisfy { $0.isLetter || $0.isNumber } ? "\(field):\(text)" : "\(field):\"\(text)\""
    }

    /// The longest part of a name without a quotation mark, which would end a quoted text.
    private func quotable(_ name: String) -> String {
        let parts: [Substring] = name.split { "\"＂\n".contains($0) }
        return parts.max { $0.count < $1.count }.map(String.init) ?? ""
    }
}
