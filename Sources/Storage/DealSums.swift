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
func weighted(_ amount: String = "amount", _ chance: String = "chance") -> String {
    "\(amount) / 100 * \(chance) + (\(amount) % 100 * \(chance) + iif(\(amount) < 0, -50, 50)) / 100"
}

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

/// An open deal while it is read: holds until the next one is.
struct OpenDeal {
    var id: Int64
    var stage: Int64
    /// In minor units.
    var amount: Int64?
    /// Its bytes where SQLite has them.
    var currency: UnsafeBufferPointer<UInt8>
    /// In percent: its own or that of its stage.
    var chance: Int

    /// Four columns of a row, from one on: stage, amount, currency, the probability of its own.
    init(_ id: Int64, _ row: BoundRow, _ column: Int, chances: [Int64: Int]) {
        self.id = id
        stage = row.integer(column)
        amount = row.number(column + 1)
        currency = row.utf8(column + 2) ?? UnsafeBufferPointer(start: nil, count: 0)
        chance = row.number(column + 3).map { Int($0) } ?? chances[stage] ?? 0
    }
}

/// What deals are worth that are read one after another.
struct DealTally {
    private var parts: [(currency: String, count: Int, total: ExactSum, weighted: ExactSum)] = []
    /// Where the currency of the deal before stands, which most deals share with the next.
    private var last = 0

    /// One without an amount does not count.
    mutating func add(_ deal: OpenDeal) {
        guard let amount = deal.amount else { return }
        if !parts.indices.contains(last) || !parts[last].currency.utf8.elementsEqual(deal.currency) {
            last = parts.firstIndex { $0.currency.utf8.elementsEqual(deal.currency) } ?? parts.count
            if last == parts.count {
                parts.append((String(decoding: deal.currency, as: UTF8.self), 0, ExactSum(), ExactSum()))
            }
        }
        parts[last].count += 1
        parts[last].total.add(amount)
        parts[last].weighted.add(Money.weighted(amount, by: deal.chance))
    }

    /// The largest currency first.
    var sums: [DealSum] {
        parts.map { part in
            DealSum(
                count: part.count, total: Money(minor: part.total.value, currency: part.currency),
                weighted: Money(minor: part.weighted.value, currency: part.currency))
        }.sorted(by: DealSum.largestFirst)
    }
}

extension Transaction {
    /// Reads the open deals in the order of the board, stage by stage, from one index that holds all that is asked of them.
    func forEachOpenDeal(_ narrowed: FilterSQL.Condition = ("", []), _ body: (OpenDeal) -> Void) throws {
        let chances = try chances()
        try BoundStatement(
            """
            SELECT s.opportunity_id, s.stage_id, s.amount, s.currency, s.chance
            FROM opportunity_state s INDEXED BY opportunity_state_board WHERE s.stage_id IS NOT NULL\(narrowed.sql)
            ORDER BY s.stage_id, s.next_on IS NULL, s.next_on, s.next_at IS NULL, s.next_at, s.amount DESC, s.opportunity_id
            """, database, arguments: narrowed.arguments
        ).forEach([]) { body(OpenDeal($0.integer(0), $0, 1, chances: chances)) }
    }

    /// The probability of each stage in percent, by its id.
    func chances() throws -> [Int64: Int] {
        Dictionary(uniqueKeysWithValues: try fetchAll(Stage.self).map { ($0.id, $0.probability) })
    }

    /// The sums of the open deals of each stage, by its id, the largest currency first.
    package func openDealSums(_ filter: ReportFilter = .none) throws -> [Int64: [DealSum]] {
        var tallies: [Int64: DealTally] = [:]
        try forEachOpenDeal(narrowed("s.opportunity_id", by: filter)) {
            tallies[$0.stage, default: DealTally()].add($0)
        }
        return tallies.mapValues(\.sums)
    }
}
