internal import GRDB
package import Sales
import Words

extension Transaction {
    /// A report on a period, of those records that pass a filter.
    ///
    /// - Parameter day: of changes, since when instead of the begin of the period.
    package func report(
        _ name: Report.Name, _ period: Period, _ filter: ReportFilter = .none, since day: Day? = nil
    ) throws -> Report {
        var report =
            switch name {
            case .pipeline: try pipelineReport(filter)
            case .changes: try changesReport(period, since: day, filter)
            case .forecast: try forecastReport(period, filter)
            case .conversion: try conversionReport(period, filter)
            case .winRate, .reasons, .sources, .tiers: try closedReport(name, period, filter)
            case .commission: try commissionReport(period, filter)
            case .losing: try losingReport(filter)
            case .outcomes: try outcomesReport(period, filter)
            case .attempts: try attemptsReport(period, filter)
            case .hours: try hoursReport(period, filter)
            case .activity: try activityReport(period)
            }
        if !name.periods.isEmpty, report.days == nil { report.days = period.days(on: clock.today) }
        return report
    }

    /// A condition for what passes a filter, to be put behind others; its arguments come last.
    func narrowed(_ id: String, by filter: ReportFilter) throws -> FilterSQL.Condition {
        guard let kind = filter.kind, !filter.isEmpty else { return ("", []) }
        let list = ListDefinition.of(kind)
        let condition = try sifted(ListQuery(kind, filter.filter))
        return (" AND \(id) IN (SELECT \(list.id) FROM \(list.from) WHERE \(condition.sql))", condition.arguments)
    }

    // MARK: The pipeline by stage, as it is now

    private func pipelineReport(_ filter: ReportFilter) throws -> Report {
        let stages = try fetchAll(Stage.self)
        let names = stages.map(\.name)
        let sums = try openDealSums(filter)
        let narrowed = try narrowed("id", by: filter)
        let unknown = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT stage_id, count(*) FROM opportunity WHERE state = 'open' AND amount IS NULL\(narrowed.sql)
                    GROUP BY stage_id
                    """), arguments: StatementArguments(narrowed.arguments)
        ).reduce(into: [Int64: Int]()) { $0[$1[0]] = $1[1] }
        func line(_ stage: Stage, _ count: Int, _ terms: String, _ cells: [Report.Cell]) -> Report.Line {
            let line = filter.with("state:open " + exactly("stage", stage.name, among: names) + " " + terms)
            let behind = count > 0 ? Report.Behind(kind: .opportunity, line: line) : nil
            return Report.Line(
                cells: [.text(stage.name), .number(count)] + cells, behind: [nil, behind, nil, nil, nil])
        }
        let all = DealSum.together(sums.values)
        var sections = all.map { currency in
            Report.Section(
                lines: stages.map { stage in
                    let zero = Money(minor: 0, currency: currency.currency)
                    let sum =
                        sums[stage.id]?.first { $0.currency == currency.currency }
                        ?? DealSum(count: 0, total: zero, weighted: zero)
                    var line = line(
                        stage, sum.count, "currency:\(sum.currency) -amount:none",
                        [.text(sum.currency), .money(sum.total), .money(sum.weighted)])
                    line.parts = [
                        Report.Part(sum.weighted.minor), Report.Part(sum.total.minor &- sum.weighted.minor, .shaded),
                    ]
                    return line
                })
        }
        let vague = stages.compactMap { stage in
            unknown[stage.id].map { line(stage, $0, "amount:none", [.none, .none, .none]) }
        }
        if !vague.isEmpty { sections.append(Report.Section(lines: vague)) }
        let count = all.reduce(0) { $0 + $1.count } + unknown.values.reduce(0, +)
        return Report(
            name: .pipeline,
            columns: [
                Report.Column("stage", "Stage"), Report.Column("deals", "Deals"),
                Report.Column("currency", "Currency"), Report.Column("total", "Total"),
                Report.Column("weighted", "Weighted"),
            ], sections: sections,
            summary: count == 0
                ? []
                : try [say("\(count, "deal", "deals")")] + grandTotalWords(all.map(\.weighted))
                    + all.map { "≈ \($0.weighted)" })
    }

    /// Hundredths of a sum of money, which may be near the limit of 64 bits.
    func share(_ part: Int64, of whole: Int64) -> Int { Int((Double(part) / Double(whole) * 100).rounded()) }

    func share(_ part: Int, of whole: Int) -> Int { whole == 0 ? 0 : (part * 200 + whole) / (2 * whole) }

    /// The middle of some numbers, of an even number of them halfway between the two in the middle, halves rounded up; nil of none.
    func median(_ numbers: [Int]) -> Int? {
        if numbers.isEmpty { return nil }
        let sorted = numbers.sorted()
        let (low, high) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
        return (low + high + 1) / 2
    }

    /// The first second of a day in the current zone, as the file has it.
    func start(of day: Day) -> String { clock.zone.instant(day, TimeOfDay(0, 0)!).description }

    /// Days as a filter line has them.
    func range(_ days: ClosedRange<Day>) -> String { "\(days.lowerBound)..\(days.upperBound)" }

    /// A filter term that fits one of several names only: those that hold it, too, are excluded. Two of the same name cannot be
    /// told apart by a filter.
    func exactly(_ field: String, _ name: String, among names: [String]) -> String {
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
