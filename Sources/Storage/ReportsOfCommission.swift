internal import GRDB
import Sales
import Words

/// One's own commission: of each month, quarter or year what was earned by what was won, and what is to be expected of the open
/// deals, by the steps that one keeps for a currency.
extension Transaction {
    private struct Scheme: Hashable {
        var currency: String
        var every: Commission.Every
    }

    private struct Sums {
        var won: Int64 = 0
        var weighted: Int64 = 0
        var isWon = false
        var isOpen = false

        mutating func add(_ other: Sums) {
            won = clamped(won, plus: other.won)
            weighted = clamped(weighted, plus: other.weighted)
            isWon = isWon || other.isWon
            isOpen = isOpen || other.isOpen
        }
    }

    func commissionReport(_ period: Period, _ filter: ReportFilter) throws -> Report {
        let days = period.days(on: clock.today)
        let rows = try fetchAll(Commission.self)
        let schemes = Dictionary(grouping: rows) { Scheme(currency: $0.currency, every: $0.every) }
        let sums = try commissionSums(days, filter)
        var sections: [(scheme: Scheme, lines: [Report.Line], earned: Int64, expected: Int64)] = []
        for (scheme, steps) in schemes {
            var units: [Day: Sums] = [:]
            for (month, sum) in sums[scheme.currency] ?? [:] {
                units[begin(of: month, scheme.every), default: Sums()].add(sum)
            }
            let shown: [Day]
            if let days {
                shown = stride(from: 0, to: 40, by: scheme.every.months).map {
                    begin(of: days.lowerBound, scheme.every).adding(months: $0)
                }.filter { $0 <= days.upperBound }
            } else {
                shown = units.keys.sorted()
            }
            var (earnedSum, expectedSum): (Int64, Int64) = (0, 0)
            let lines = shown.map { first in
                let sum = units[first] ?? Sums()
                let earned = Commission.earned(on: sum.won, steps: steps)
                let all = Commission.earned(on: clamped(sum.won, plus: sum.weighted), steps: steps)
                earnedSum = clamped(earnedSum, plus: earned)
                expectedSum = clamped(expectedSum, plus: max(0, all - earned))
                return line(scheme, first, sum, earned, max(0, all - earned), filter)
            }
            sections.append((scheme, lines, earnedSum, expectedSum))
        }
        sections.sort { a, b in
            (clamped(b.earned, plus: b.expected), a.scheme.currency, a.scheme.every.months)
                < (clamped(a.earned, plus: a.expected), b.scheme.currency, b.scheme.every.months)
        }
        let isEmpty = sections.allSatisfy { $0.earned == 0 && $0.expected == 0 }
        return Report(
            name: .commission,
            columns: [
                Report.Column("period", "Period"), Report.Column("currency", "Currency"),
                Report.Column("won", "Won"), Report.Column("earned", "Earned"),
                Report.Column("weighted", "Weighted"), Report.Column("expected", "Expected"),
                Report.Column("total", "Total"),
            ],
            sections: sections.map { section in
                Report.Section(title: sections.count > 1 ? section.scheme.currency : "", lines: section.lines)
            },
            summary: isEmpty
                ? []
                : sections.prefix(1).flatMap { section in
                    let earned = Money(minor: section.earned, currency: section.scheme.currency)
                    let expected = Money(minor: section.expected, currency: section.scheme.currency)
                    return [say("earned \(earned.description)"), say("expected \(expected.number)")]
                })
    }

    /// The first day of the month, quarter or year in which a day is.
    private func begin(of day: Day, _ every: Commission.Every) -> Day {
        day.firstOfMonth.adding(months: -((day.month - 1) % every.months))
    }

    private func line(
        _ scheme: Scheme, _ first: Day, _ sum: Sums, _ earned: Int64, _ expected: Int64, _ filter: ReportFilter
    ) -> Report.Line {
        func money(_ minor: Int64) -> Report.Cell { .money(Money(minor: minor, currency: scheme.currency)) }
        func behind(_ terms: String) -> Report.Behind {
            Report.Behind(
                kind: .opportunity, line: filter.with("\(terms) currency:\(scheme.currency) -amount:none"))
        }
        let last = first.adding(months: scheme.every.months) - 1
        let coming = max(first, clock.today.firstOfMonth)
        let title: Report.Cell =
            switch scheme.every {
            case .month: .month(first)
            case .quarter: .text("\(first.year) Q\((first.month + 2) / 3)")
            case .year: .text("\(first.year)")
            }
        return Report.Line(
            cells: [
                title, .text(scheme.currency), money(sum.won), money(earned), money(sum.weighted), money(expected),
                money(clamped(earned, plus: expected)),
            ],
            behind: [
                nil, nil, sum.isWon ? behind("state:won close:" + range(first...last)) : nil, nil,
                sum.isOpen ? behind("state:open close:" + range(coming...last)) : nil, nil, nil,
            ], parts: [Report.Part(earned, .good), Report.Part(expected, .shaded)])
    }

    /// By currency and first day of the month: what was won by the day on which it was, what is open and expected from this month on
    /// by its probability. All of the years in which the days lie, as a year's steps count from its begin.
    private func commissionSums(_ days: ClosedRange<Day>?, _ filter: ReportFilter) throws -> [String: [Day: Sums]] {
        let narrowed = try narrowed("o.id", by: filter)
        let first = days.map { begin(of: $0.lowerBound, .year) } ?? Day(1, 1, 1)!
        let last = days.map { begin(of: $0.upperBound, .year).adding(months: 12) - 1 } ?? Day(9999, 12, 31)!
        let coming = max(first, clock.today.firstOfMonth)
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT month, isOpen, currency, \(exactSum("iif(isOpen, \(weighted()), amount)"))
                    FROM (
                        SELECT substr(close_on, 1, 7) AS month, 0 AS isOpen, currency, amount, 0 AS chance
                        FROM opportunity o WHERE state = 'won' AND close_on BETWEEN ? AND ? AND amount IS NOT NULL\(narrowed.sql)
                        UNION ALL
                        SELECT substr(close_on, 1, 7), 1, currency, amount, coalesce(o.probability, g.probability)
                        FROM opportunity o JOIN stage g ON g.id = o.stage_id
                        WHERE state = 'open' AND close_on BETWEEN ? AND ? AND amount IS NOT NULL\(narrowed.sql))
                    GROUP BY month, isOpen, currency
                    """),
            arguments: StatementArguments(
                [first.description, last.description] + narrowed.arguments + [coming.description, last.description]
                    + narrowed.arguments))
        var sums: [String: [Day: Sums]] = [:]
        for row in rows {
            guard let month = Day(row[0] as String + "-01") else { continue }
            let isOpen: Bool = row[1]
            let sum = exactSum(row, 3)
            sums[row[2], default: [:]][month, default: Sums()].add(
                isOpen ? Sums(weighted: sum, isOpen: true) : Sums(won: sum, isWon: true))
        }
        return sums
    }
}
