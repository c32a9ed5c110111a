internal import GRDB
package import Sales

/// The pipeline as a board: a column a stage, a card an open deal.
package struct Board: Sendable, Equatable {
    package struct Card: Sendable, Equatable {
        package var id: Int64
        package var name: String
        package var company: String
        package var money: Money?
        /// In percent: the deal's own or the stage's.
        package var probability: Int
        /// Days since it came into its stage.
        package var age: Int
        package var isRotting: Bool
        /// The next step; nil when nothing is planned.
        package var next: Due?
        package var nextAction: String
    }

    package struct Column: Sendable, Equatable {
        package var stage: Stage
        package var cards: [Card]

        /// The sum of each currency, that of the most deals first.
        package var totals: [(total: Money, weighted: Money)] { Board.totals(cards) }

        package static func == (a: Column, b: Column) -> Bool { a.stage == b.stage && a.cards == b.cards }
    }

    package var columns: [Column]

    package init(columns: [Column] = []) { self.columns = columns }

    /// Sums by currency, the currency of the most deals first; weighted by probability, each deal rounded to its minor unit.
    package static func totals(_ cards: [Card]) -> [(total: Money, weighted: Money)] {
        var sums: [String: (count: Int, total: Int64, weighted: Int64)] = [:]
        for card in cards {
            guard let money = card.money else { continue }
            let weighted = (money.minor * Int64(card.probability) + 50) / 100
            let sum = sums[money.currency] ?? (0, 0, 0)
            sums[money.currency] = (sum.count + 1, sum.total + money.minor, sum.weighted + weighted)
        }
        return sums.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map {
            (Money(minor: $0.value.total, currency: $0.key), Money(minor: $0.value.weighted, currency: $0.key))
        }
    }
}

extension Transaction {
    /// All stages with their open deals: due ones first, then by amount.
    package func board() throws -> Board {
        let stages = try fetchAll(Stage.self)
        var cards: [Int64: [Board.Card]] = [:]
        let days = Dictionary(uniqueKeysWithValues: stages.map { ($0.id, $0.rottingDays) })
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT o.id, o.name, coalesce(c.name, '') AS company, o.amount, o.currency, o.stage_id,
                        coalesce(o.probability, g.probability) AS probability, s.stage_since, s.next_on, s.next_at, s.next_action
                    FROM opportunity o JOIN opportunity_state s ON s.opportunity_id = o.id JOIN stage g ON g.id = o.stage_id
                        LEFT JOIN company c ON c.id = o.company_id
                    WHERE o.state = 'open'
                    ORDER BY s.next_on IS NULL, s.next_on, s.next_at IS NULL, s.next_at, o.amount DESC, o.id
                    """))
        while let row = try rows.next() {
            let stage: Int64 = row["stage_id"]
            let amount: Int64? = row["amount"]
            let since = Instant(row["stage_since"] as String) ?? clock.now
            let age = max(0, clock.today - clock.zone.day(of: since))
            cards[stage, default: []].append(
                Board.Card(
                    id: row["id"], name: row["name"], company: row["company"],
                    money: amount.map { Money(minor: $0, currency: row["currency"]) }, probability: row["probability"],
                    age: age,
                    isRotting: age > days[stage] ?? .max, next: due(row), nextAction: row["next_action"] ?? ""))
        }
        return Board(columns: stages.map { Board.Column(stage: $0, cards: cards[$0.id] ?? []) })
    }
}
