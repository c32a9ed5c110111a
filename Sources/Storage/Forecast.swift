internal import GRDB
import Sales
import Words

/// The forecast: of each month what is won, committed and likely, a currency at a time, against what one is to sell.
extension Transaction {
    /// A deal is committed from this probability on, in percent; below it counts by its probability, as likely.
    package static var committedFrom: Int { 75 }

    /// What one line of the forecast is about.
    private enum Span: Hashable {
        /// Expected before this month, and still open.
        case overdue
        case month(Day)
        /// Open, and nobody said when it closes.
        case undated
    }

    private struct Sums {
        var won: Int64 = 0
        var committed: Int64 = 0
        var likely: Int64 = 0
        /// Which of them count deals at all.
        var counted: Set<Int> = []

        var total: Int64 { clamped(clamped(won, plus: committed), plus: likely) }
    }

    func forecastReport(_ period: Period, _ filter: ReportFilter) throws -> Report {
        let days = period.days(on: clock.today)
        let sums = try forecastSums(days, filter)
        // A quota is for all deals, not for those that pass a filter.
        let quotas =
            filter.isEmpty ? try fetchAll(Quota.self).sorted { ($0.startsOn, $0.id) < ($1.startsOn, $1.id) } : []
        func quota(_ month: Day, _ currency: String) -> Int64? {
            let last = month.adding(months: 1) - 1
            return quotas.last { $0.currency == currency && $0.startsOn <= last }?.amount
        }
        let months: [Day]
        if let days {
            months = (0..<40).map { days.lowerBound.adding(months: $0) }.filter { $0 <= days.upperBound }
        } else {
            // Of all time those in which something is: a typing error may be centuries away.
            let met = sums.values.flatMap(\.keys).compactMap { if case .month(let month) = $0 { month } else { nil } }
            months = Set(met).sorted()
        }
        var totals: [(currency: String, sum: Int64, quota: Int64?)] = sums.map { currency, spans in
            let wanted = months.compactMap { quota($0, currency) }
            return (
                currency,
                months.reduce(0) { clamped($0, plus: spans[.month($1)]?.total ?? 0) },
                wanted.isEmpty ? nil : wanted.reduce(0, clamped)
            )
        }
        totals.sort { ($1.sum, $0.currency) < ($0.sum, $1.currency) }
        let sections = totals.map { total in
            let spans = sums[total.currency] ?? [:]
            let shown =
                (spans[.overdue] == nil ? [] : [Span.overdue]) + months.map { .month($0) }
                + (spans[.undated] == nil ? [] : [.undated])
            return Report.Section(
                title: totals.count > 1 ? total.currency : "",
                lines: shown.map { span in
                    var wanted: Int64?
                    if case .month(let month) = span { wanted = quota(month, total.currency) }
                    return forecastLine(span, total.currency, spans[span] ?? Sums(), quota: wanted, filter)
                })
        }
        return Report(
            name: .forecast,
            columns: [
                Report.Column("month", "Month"), Report.Column("currency", "Currency"), Report.Column("won", "Won"),
                Report.Column("committed", "Committed"), Report.Column("likely", "Likely"),
                Report.Column("total", "Total"), Report.Column("quota", "Quota"),
                Report.Column("of_quota", "Of quota"),
            ], sections: sections,
            summary: try (totals.first.map(forecastSummary) ?? [])
                + grandTotalWords(totals.map { Money(minor: $0.sum, currency: $0.currency) }))
    }

    private func forecastSummary(_ total: (currency: String, sum: Int64, quota: Int64?)) -> [String] {
        let sum = Money(minor: total.sum, currency: total.currency)
        guard let quota = total.quota, quota > 0 else { return [say("forecast \(sum.description)")] }
        return [
            say("\(share(total.sum, of: quota)) % of quota"), say("forecast \(sum.description)"),
            say("quota \(Money(minor: quota, currency: total.currency).number)"),
        ]
    }

    private func forecastLine(
        _ span: Span, _ currency: String, _ sums: Sums, quota: Int64?, _ filter: ReportFilter
    ) -> Report.Line {
        func money(_ minor: Int64) -> Report.Cell { .money(Money(minor: minor, currency: currency)) }
        let (title, when): (Report.Cell, String) =
            switch span {
            case .overdue: (.text(say("overdue")), "close<\(clock.today.firstOfMonth)")
            case .month(let month): (.month(month), "close:" + range(month...month.adding(months: 1) - 1))
            case .undated: (.text(say("no date")), "close:none")
            }
        func behind(_ index: Int, _ terms: String) -> Report.Behind? {
            if !sums.counted.contains(index) { return nil }
            return Report.Behind(
                kind: .opportunity, line: filter.with("\(terms) \(when) currency:\(currency) -amount:none"))
        }
        let limit = Self.committedFrom
        return Report.Line(
            cells: [
                title, .text(currency), money(sums.won), money(sums.committed), money(sums.likely),
                money(sums.total), quota.map(money) ?? .none,
                quota.flatMap { $0 > 0 ? .percent(share(sums.total, of: $0)) : nil } ?? .none,
            ],
            behind: [
                nil, nil, behind(0, "state:won"), behind(1, "state:open probability>=\(limit)"),
                behind(2, "state:open probability<\(limit)"), nil, nil, nil,
            ],
            parts: [
                Report.Part(sums.won, .good), Report.Part(sums.committed), Report.Part(sums.likely, .shaded),
            ], mark: quota)
    }

    /// By currency and span. The won by the day on which they were; the open by the day on which they are expected to close.
    private func forecastSums(_ days: ClosedRange<Day>?, _ filter: ReportFilter) throws -> [String: [Span: Sums]] {
        let narrowed = try narrowed("o.id", by: filter)
        let wonDays = days == nil ? "close_on IS NOT NULL" : "close_on BETWEEN ? AND ?"
        let openDays = days == nil ? "1" : "(close_on IS NULL OR close_on <= ?)"
        let (first, last) = (days?.lowerBound.description, days?.upperBound.description)
        let thisMonth = clock.today.firstOfMonth
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT month, part, currency, \(exactSum("iif(part = 2, \(weighted()), amount)"))
                    FROM (
                        SELECT substr(close_on, 1, 7) AS month, 0 AS part, currency, amount, 0 AS chance
                        FROM opportunity o WHERE state = 'won' AND \(wonDays) AND amount IS NOT NULL\(narrowed.sql)
                        UNION ALL
                        SELECT substr(close_on, 1, 7), iif(coalesce(o.probability, g.probability) >= ?, 1, 2), currency,
                            amount, coalesce(o.probability, g.probability)
                        FROM opportunity o JOIN stage g ON g.id = o.stage_id
                        WHERE state = 'open' AND \(openDays) AND amount IS NOT NULL\(narrowed.sql))
                    GROUP BY month, part, currency
                    """),
            arguments: StatementArguments(
                (days == nil ? [] : [first, last]) + narrowed.arguments + [Self.committedFrom]
                    + (days == nil ? [] : [last]) + narrowed.arguments))
        var sums: [String: [Span: Sums]] = [:]
        for row in rows {
            let part: Int = row[1]
            let month = (row[0] as String?).flatMap { Day($0 + "-01") }
            let span: Span =
                switch month {
                case nil: .undated
                case let month? where part > 0 && month < thisMonth: .overdue
                case let month?: .month(month)
                }
            let sum = exactSum(row, 3)
            var line = sums[row[2], default: [:]][span] ?? Sums()
            switch part {
            case 0: line.won = sum
            // Several months may be overdue.
            case 1: line.committed = clamped(line.committed, plus: sum)
            default: line.likely = clamped(line.likely, plus: sum)
            }
            line.counted.insert(part)
            sums[row[2], default: [:]][span] = line
        }
        return sums
    }
}
