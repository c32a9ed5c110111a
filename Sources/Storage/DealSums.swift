internal import GRDB
package import Sales

/// What deals are worth together, a currency at a time: summed by SQL, exact, never mixed.
package struct DealSum: Sendable, Equatable {
    /// Deals with an amount in this currency.
    package var count: Int
    package var total: Money
    /// Each deal by its probability, rounded to its minor unit.
    package var weighted: Money

    package var currency: String { total.currency }

    package init(count: Int, total: Money, weighted: Money) {
        self.count = count
        self.total = total
        self.weighted = weighted
    }

    /// The largest currency first. There are no rates of exchange here: totals are compared by their minor units, as a cent, a
    /// fen and a yen are of about the same worth, so that a few deals in yen do not hide a pipeline in euros.
    package static func largestFirst(_ a: DealSum, _ b: DealSum) -> Bool {
        (b.total.minor, b.count, a.currency) < (a.total.minor, a.count, b.currency)
    }

    /// The sums of several groups together, the largest currency first.
    package static func together(_ groups: some Sequence<[DealSum]>) -> [DealSum] {
        var sums: [String: DealSum] = [:]
        for sum in groups.joined() {
            guard var all = sums[sum.currency] else {
                sums[sum.currency] = sum
                continue
            }
            all.count += sum.count
            all.total.minor = clamped(all.total.minor, plus: sum.total.minor)
            all.weighted.minor = clamped(all.weighted.minor, plus: sum.weighted.minor)
            sums[sum.currency] = all
        }
        return sums.values.sorted(by: largestFirst)
    }
}

/// A sum beyond 64 bits stands at their limit.
func clamped(_ a: Int64, plus b: Int64) -> Int64 {
    let (sum, isOver) = a.addingReportingOverflow(b)
    return isOver ? (b < 0 ? .min : .max) : sum
}

/// An amount by its chance in percent, rounded to the minor unit, halves away from zero, in SQL: see `Money.weighted`.
let weighted = "amount / 100 * chance + (amount % 100 * chance + iif(amount < 0, -50, 50)) / 100"

/// A sum in two columns. SQLite's sum() of more than 64 bits is an error: thousands of millions and the rest are summed apart.
func exactSum(_ expression: String) -> String {
    "sum((\(expression)) / 1000000000), sum((\(expression)) % 1000000000)"
}

/// The two columns of a sum together.
func exactSum(_ row: Row, _ column: Int) -> Int64 {
    ExactSum(billions: row[column], rest: row[column + 1]).value
}

/// A sum of amounts that may be beyond 64 bits on the way: thousands of millions and the rest apart, as in SQL.
struct ExactSum {
    var billions: Int64 = 0
    var rest: Int64 = 0

    mutating func add(_ amount: Int64) {
        billions += amount / 1_000_000_000
        rest += amount % 1_000_000_000
    }

    var value: Int64 {
        let (product, isOver) = billions.multipliedReportingOverflow(by: 1_000_000_000)
        return clamped(isOver ? (billions < 0 ? .min : .max) : product, plus: rest)
    }
}

extension Transaction {
    /// The sums of the open deals of each stage, by its id, the largest currency first.
    package func openDealSums(_ filter: ReportFilter = .none) throws -> [Int64: [DealSum]] {
        let narrowed = try narrowed("s.opportunity_id", by: filter)
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT stage_id, currency, count(*), \(exactSum("amount")), \(exactSum("weighted"))
                    FROM (SELECT stage_id, currency, amount, \(weighted) AS weighted
                        FROM (SELECT s.stage_id, s.currency, s.amount, coalesce(s.chance, g.probability) AS chance
                            FROM stage g CROSS JOIN opportunity_state s INDEXED BY opportunity_state_board
                                ON s.stage_id = g.id
                            WHERE s.amount IS NOT NULL\(narrowed.sql)))
                    GROUP BY stage_id, currency
                    """), arguments: StatementArguments(narrowed.arguments))
        var sums: [Int64: [DealSum]] = [:]
        for row in rows {
            let currency: String = row[1]
            sums[row[0], default: []].append(
                DealSum(
                    count: row[2], total: Money(minor: exactSum(row, 3), currency: currency),
                    weighted: Money(minor: exactSum(row, 5), currency: currency)))
        }
        return sums.mapValues { $0.sorted(by: DealSum.largestFirst) }
    }
}
