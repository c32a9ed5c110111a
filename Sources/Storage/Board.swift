internal import GRDB
package import Sales

/// The pipeline as a board: a column a stage, a card an open deal. The order of all cards is read from one index at once, the
/// cards themselves only for the part that is drawn.
package struct Board: Sendable, Equatable {
    package struct Card: Sendable, Equatable {
        package var id: Int64
        package var name: String
        package var company: String
        package var stageID: Int64
        package var money: Money?
        /// In percent: the deal's own or the stage's.
        package var probability: Int
        package var closeOn: Day?
        /// Days since it came into its stage.
        package var age: Int
        package var isRotting: Bool
        /// The next step; nil when nothing is planned.
        package var next: Due?
        package var nextAction: String
        /// Why nothing is planned, where that was said.
        package var because = ""
    }

    package struct Column: Sendable, Equatable {
        package var stage: Stage
        /// The open deals in it: due ones first, then by amount.
        package var ids: [Int64]
        /// What they are worth, the largest currency first.
        package var sums: [DealSum]
    }

    package var columns: [Column]
    /// What all of it is worth by its chances, in the base currency; nil where nothing is to be converted.
    package var grandTotal: GrandTotal?

    package init(columns: [Column] = []) { self.columns = columns }

    /// What all open deals are worth, the largest currency first.
    package var sums: [DealSum] { DealSum.together(columns.map(\.sums)) }

    /// All open deals, stage by stage.
    package var ids: [Int64] { columns.flatMap(\.ids) }
}

extension Transaction {
    /// All stages, the order of their open deals, and what these are worth.
    package func board() throws -> Board {
        var ids: [Int64: [Int64]] = [:]
        var tallies: [Int64: DealTally] = [:]
        try forEachOpenDeal { deal in
            ids[deal.stage, default: []].append(deal.id)
            tallies[deal.stage, default: DealTally()].add(deal)
        }
        return try board(ids, tallies, ratesOf: clock.today)
    }

    /// - Parameters:
    ///   - ids: of each stage, in the order of the cards.
    ///   - day: by whose rates all of it is converted.
    func board(_ ids: [Int64: [Int64]], _ tallies: [Int64: DealTally], ratesOf day: Day) throws -> Board {
        var board = Board(
            columns: try fetchAll(Stage.self).map {
                Board.Column(stage: $0, ids: ids[$0.id] ?? [], sums: tallies[$0.id]?.sums ?? [])
            })
        board.grandTotal = try grandTotal(board.sums.map(\.weighted), on: day)
        return board
    }

    /// The cards of these deals; one that is gone is left out.
    package func cards(_ ids: [Int64]) throws -> [Board.Card] {
        let statement = try BoundStatement(
            """
            SELECT o.name, coalesce(c.name, ''), o.stage_id, o.amount, o.currency, coalesce(o.probability, g.probability),
                o.close_on, s.stage_since, g.rotting_days, s.next_on, s.next_at, s.next_action, o.nothing_because
            FROM opportunity o JOIN opportunity_state s ON s.opportunity_id = o.id JOIN stage g ON g.id = o.stage_id
                LEFT JOIN company c ON c.id = o.company_id
            WHERE o.id = ?
            """, database)
        var cards: [Board.Card] = []
        for id in ids {
            try statement.forEach([.integer(id)]) { row in
                let age = max(0, clock.today - clock.zone.day(of: row.instant(7) ?? clock.now))
                cards.append(
                    Board.Card(
                        id: id, name: row.text(0) ?? "", company: row.text(1) ?? "", stageID: row.integer(2),
                        money: row.money(3, 4), probability: Int(row.integer(5)), closeOn: row.day(6), age: age,
                        isRotting: age > row.integer(8), next: row.due(9, 10), nextAction: row.text(11) ?? "",
                        because: row.text(12) ?? ""))
            }
        }
        return cards
    }
}
