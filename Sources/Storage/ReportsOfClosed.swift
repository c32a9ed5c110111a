internal import GRDB
import Sales
import Words

/// Deals that were won or lost in the period, by the day on which they were: win rate and cycle month by month, and both by reason,
/// source and tier. First by number, then a currency at a time by amount.
extension Transaction {
    /// How the deals are put together, and what the filter term of a group is.
    private struct Grouping {
        var column: Report.Column
        /// In SQL; NULL and an empty text are one.
        var expression: String
        var join = ""
        var isOfLostOnly = false
    }

    private struct Tally {
        var won = 0
        var lost = 0
        var wonAmount: Int64 = 0
        var lostAmount: Int64 = 0
        /// Days from the first to the last of those that were won.
        var cycles: [Int] = []

        mutating func add(_ other: Tally) {
            won += other.won
            lost += other.lost
            wonAmount = clamped(wonAmount, plus: other.wonAmount)
            lostAmount = clamped(lostAmount, plus: other.lostAmount)
            cycles += other.cycles
        }
    }

    private static func grouping(_ name: Report.Name) -> Grouping {
        switch name {
        case .reasons:
            Grouping(
                column: Report.Column("reason", "Reason"), expression: "r.name",
                join: "LEFT JOIN reason r ON r.id = o.reason_id", isOfLostOnly: true)
        case .sources: Grouping(column: Report.Column("source", "Source"), expression: "o.source")
        case .tiers:
            Grouping(
                column: Report.Column("tier", "Tier"), expression: "c.tier",
                join: "LEFT JOIN company c ON c.id = o.company_id")
        default: Grouping(column: Report.Column("month", "Month"), expression: "substr(o.close_on, 1, 7)")
        }
    }

    func closedReport(_ name: Report.Name, _ period: Period, _ filter: ReportFilter) throws -> Report {
        let days = period.days(on: clock.today)
        let grouping = Self.grouping(name)
        // By group and currency; without a currency the deals that have no amount.
        let (tallies, spellings) = try closedDeals(grouping, days, filter)
        var all: [String: Tally] = [:]
        for (group, currencies) in tallies {
            for tally in currencies.values { all[group, default: Tally()].add(tally) }
        }
        let months: [String] =
            name == .winRate
            ? days.map { days in
                (0..<40).map { days.lowerBound.adding(months: $0) }.filter { $0 <= days.upperBound }
                    .map { String($0.description.prefix(7)) }
            } ?? [] : []
        let groups = Set(all.keys).union(months).sorted { a, b in
            let (one, other) = (all[a] ?? Tally(), all[b] ?? Tally())
            return switch name {
            // What there is no date or no tier of comes last.
            case .winRate, .tiers: (a.isEmpty ? 1 : 0, a) < (b.isEmpty ? 1 : 0, b)
            case .reasons: (other.lost, a) < (one.lost, b)
            default: (other.won + other.lost, a) < (one.won + one.lost, b)
            }
        }
        let names = groups.map { spellings[$0] ?? $0 }
        func behind(_ count: Int, _ state: String, _ group: String, _ currency: String?) -> Report.Behind? {
            if count == 0 { return nil }
            var terms = ["state:\(state)"]
            switch name {
            case .winRate: break
            case .reasons: terms.append(exactly("reason", spellings[group] ?? group, among: names))
            case .sources:
                terms.append(group.isEmpty ? "source:none" : exactly("source", spellings[group] ?? group, among: names))
            default:
                terms.append(group.isEmpty ? "tier:none" : exactly("tier", spellings[group] ?? group, among: names))
            }
            if name == .winRate, group.isEmpty {
                terms.append("close:none")
            } else if name == .winRate, let first = Day(group + "-01") {
                terms.append("close:" + range(first...first.endOfMonth))
            } else if let days {
                terms.append("close:" + range(days))
            }
            if let currency { terms.append("currency:\(currency) -amount:none") }
            return Report.Behind(kind: .opportunity, line: filter.with(terms.joined(separator: " ")))
        }
        let whole = all.values.reduce(into: Tally()) { $0.add($1) }
        func line(_ group: String, _ tally: Tally, _ currency: String?, _ whole: Tally) -> Report.Line {
            func money(_ minor: Int64) -> Report.Cell {
                currency.map { .money(Money(minor: minor, currency: $0)) } ?? .none
            }
            let title: Report.Cell =
                name == .winRate
                ? Day(group + "-01").map { .month($0) } ?? .text(say("no date"))
                : .text(group.isEmpty ? say("none") : spellings[group] ?? group)
            let code: Report.Cell = currency.map { .text($0) } ?? .none
            let won = behind(tally.won, "won", group, currency)
            let lost = behind(tally.lost, "lost", group, currency)
            let (wonSize, lostSize) =
                currency == nil ? (Int64(tally.won), Int64(tally.lost)) : (tally.wonAmount, tally.lostAmount)
            if grouping.isOfLostOnly {
                let size = currency == nil ? Int64(whole.lost) : whole.lostAmount
                return Report.Line(
                    cells: [title, .number(tally.lost), percent(lostSize, of: size), code, money(tally.lostAmount)],
                    behind: [nil, lost, nil, nil, currency == nil ? nil : lost], parts: [Report.Part(lostSize, .bad)])
            }
            return Report.Line(
                cells: [
                    title, .number(tally.won), .number(tally.lost),
                    percent(wonSize, of: clamped(wonSize, plus: lostSize)), code, money(tally.wonAmount),
                    money(tally.lostAmount), median(tally.cycles).map { .days($0) } ?? .none,
                ],
                behind: [
                    nil, won, lost, nil, nil, currency == nil ? nil : won, currency == nil ? nil : lost, nil,
                ], parts: [Report.Part(wonSize, .good), Report.Part(lostSize, .bad)])
        }
        var sections = [
            Report.Section(
                title: say("By number"),
                lines: groups.filter { name == .winRate || all[$0] != nil }.map {
                    line($0, all[$0] ?? Tally(), nil, whole)
                }
            )
        ]
        var currencies: [String: Tally] = [:]
        for group in tallies.values {
            for (currency, tally) in group where !currency.isEmpty { currencies[currency, default: Tally()].add(tally) }
        }
        let order = currencies.sorted {
            let (a, b) = (
                clamped($0.value.wonAmount, plus: $0.value.lostAmount),
                clamped($1.value.wonAmount, plus: $1.value.lostAmount)
            )
            return (b, $0.key) < (a, $1.key)
        }
        for (currency, sum) in order {
            sections.append(
                Report.Section(
                    title: currency,
                    lines: groups.compactMap { group in
                        tallies[group]?[currency].map { line(group, $0, currency, sum) }
                    }))
        }
        return Report(
            name: name,
            columns: grouping.isOfLostOnly
                ? [
                    grouping.column, Report.Column("lost", "Lost"), Report.Column("share", "Share"),
                    Report.Column("currency", "Currency"), Report.Column("amount", "Amount"),
                ]
                : [
                    grouping.column, Report.Column("won", "Won"), Report.Column("lost", "Lost"),
                    Report.Column("win_rate", "Win rate"), Report.Column("currency", "Currency"),
                    Report.Column("won_amount", "Won for"), Report.Column("lost_amount", "Lost for"),
                    Report.Column("days", "Days"),
                ],
            sections: sections,
            summary: whole.won + whole.lost == 0 ? [] : closedSummary(name, whole, order.first))
    }

    private func closedSummary(_ name: Report.Name, _ whole: Tally, _ largest: (key: String, value: Tally)?) -> [String]
    {
        if name == .reasons {
            return [say("\(whole.lost) lost")]
                + (largest.map { [Money(minor: $0.value.lostAmount, currency: $0.key).description] } ?? [])
        }
        return [
            say("\(share(whole.won, of: whole.won + whole.lost)) % won"),
            say("\(whole.won) of \(whole.won + whole.lost)"),
        ] + (median(whole.cycles).map { [say("\($0) d to win")] } ?? [])
    }

    /// None where there is nothing to share: of a sum of nothing, or of less.
    private func percent(_ part: Int64, of whole: Int64) -> Report.Cell {
        whole > 0 && part >= 0 && part <= whole ? .percent(share(part, of: whole)) : .none
    }

    /// The deals that were closed, by group and currency, and how each group is written most often. A deal without an amount counts
    /// under no currency.
    private func closedDeals(
        _ grouping: Grouping, _ days: ClosedRange<Day>?, _ filter: ReportFilter
    ) throws -> (tallies: [String: [String: Tally]], spellings: [String: String]) {
        let narrowed = try narrowed("o.id", by: filter)
        let states = grouping.isOfLostOnly ? "o.state = 'lost'" : "o.state IN ('won', 'lost')"
        let closed = states + (days == nil ? "" : " AND o.close_on BETWEEN ? AND ?")
        let arguments =
            (days.map { [$0.lowerBound.description, $0.upperBound.description] } ?? []) + narrowed.arguments
        // One pass through all of them, each under its group as it is written and its currency; folded are only the groups.
        var places: [String: Int] = [:]
        var found: [(text: String, currency: String, tally: Tally, won: ExactSum, lost: ExactSum)] = []
        try BoundStatement(
            """
            SELECT iif(o.amount IS NULL, '   ', o.currency) || coalesce(\(grouping.expression), ''), o.state = 'won', o.amount,
                o.created_at, o.close_on
            FROM opportunity o \(grouping.join) WHERE \(closed)\(narrowed.sql)
            """, database, arguments: arguments
        ).forEach([]) { row in
            guard let key = row.text(0) else { return }
            let place = places[key] ?? found.count
            if place == found.count {
                places[key] = place
                let code = String(key.prefix(3))
                found.append((String(key.dropFirst(3)), code == "   " ? "" : code, Tally(), ExactSum(), ExactSum()))
            }
            if row.integer(1) == 0 {
                found[place].tally.lost += 1
                found[place].lost.add(row.integer(2))
                return
            }
            found[place].tally.won += 1
            found[place].won.add(row.integer(2))
            guard !grouping.isOfLostOnly, let created = row.instant(3)?.seconds, let closed = row.day(4) else { return }
            // One that was added after it had been closed says nothing.
            let days = closed - clock.zone.day(of: Instant(seconds: created))
            if days >= 0 { found[place].tally.cycles.append(days) }
        }
        var tallies: [String: [String: Tally]] = [:]
        var spellings: [String: [String: Int]] = [:]
        for (text, currency, tally, won, lost) in found {
            let group = folded(text)
            spellings[group, default: [:]][text, default: 0] += tally.won + tally.lost
            var tally = tally
            (tally.wonAmount, tally.lostAmount) = (won.value, lost.value)
            tallies[group, default: [:]][currency, default: Tally()].add(tally)
        }
        return (tallies, spellings.mapValues { texts in texts.max { ($0.value, $1.key) < ($1.value, $0.key) }!.key })
    }
}
