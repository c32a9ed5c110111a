import Sales
import Words

/// What happened to the deals since the period began: a line for each change of each deal, all steps between taken together.
extension Transaction {
    /// - Parameter day: since when; nil since the period began.
    func changesReport(_ period: Period, since day: Day?, _ filter: ReportFilter) throws -> Report {
        let since = day ?? period.days(on: clock.today)?.lowerBound ?? Day(1, 1, 1)!
        let movements = try movements(since: since, filter)
        let sections = DealMovement.What.allCases.compactMap { what -> Report.Section? in
            let own = movements.filter { $0.what == what }
            return own.isEmpty ? nil : Report.Section(title: what.title, lines: own.map(line))
        }
        let counts = sections.map { ($0.lines.count, $0.title.lowercased()) }
        return Report(
            name: .changes,
            columns: [
                Report.Column("change", "Change"), Report.Column("ref", "Ref"), Report.Column("deal", "Deal"),
                Report.Column("company", "Company"), Report.Column("from", "From"), Report.Column("to", "To"),
                Report.Column("days", "Days"), Report.Column("close_on", "Close"),
                Report.Column("currency", "Currency"),
                Report.Column("currency_before", "Was in"), Report.Column("amount_before", "Before"),
                Report.Column("amount", "Amount"), Report.Column("reason", "Reason"),
            ], sections: sections,
            summary: movements.isEmpty
                ? []
                : [say("\(Set(movements.map(\.id)).count, "deal", "deals")")]
                    + counts.map { count, title in "\(title) \(count)" },
            days: since...max(since, clock.today))
    }

    private func line(_ movement: DealMovement) -> Report.Line {
        func text(_ text: String?) -> Report.Cell { text.map { $0.isEmpty ? .none : .text($0) } ?? .none }
        let deal = Ref(.opportunity, movement.id)
        var line = Report.Line(
            cells: [
                .text(movement.what.rawValue), .text("\(deal)"), .text(movement.name), text(movement.company),
                text(movement.stages?.from), text(movement.stages?.to),
                movement.days == 0 ? .none : .days(movement.days), movement.closeOn.map { .day($0) } ?? .none,
                text(movement.money?.currency), text(movement.before?.currency),
                movement.before.map { .money($0) } ?? .none, movement.money.map { .money($0) } ?? .none,
                text(movement.reason),
            ],
            behind: [nil, nil, Report.Behind(kind: .opportunity, record: movement.id)]
                + Array(repeating: nil, count: 10))
        line.movement = movement
        // By how many days the close was moved; amounts may be of several currencies.
        if movement.days > 0 {
            line.parts = [Report.Part(Int64(movement.days), movement.what == .slipped ? .late : .good)]
        }
        return line
    }
}

extension DealMovement.What {
    package var title: String {
        switch self {
        case .new: say("New")
        case .won: say("Won")
        case .lost: say("Lost")
        case .reopened: say("Reopened")
        case .advanced: say("Advanced")
        case .back: say("Moved back")
        case .slipped: say("Slipped")
        case .earlier: say("Closes earlier")
        case .amount: say("Amount changed")
        }
    }
}
