internal import GRDB
package import Sales
import Words

/// The pipeline as it was at the end of a day that is over, read from the histories of the deals.
///
/// A day ends at midnight where one is now. What no history keeps is shown as it is today: the name, the company, a probability of
/// the deal's own, and the stages themselves. A deal that was deleted took its history along.
extension Transaction {
    /// The stages with the deals that stood open in them when that day ended, the largest first: of those that are open still, and
    /// those to which something happened since. What was closed before and left alone was not open then.
    package func board(asOf day: Day) throws -> Board {
        let stages = try fetchAll(Stage.self)
        let chances = Dictionary(uniqueKeysWithValues: stages.map { ($0.id, $0.probability) })
        var ids: [Int64: [Int64]] = [:]
        var sums: [Int64: [[DealSum]]] = [:]
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT o.id, c.stage_id, c.amount, c.currency, o.probability
                    FROM (SELECT id FROM opportunity WHERE state = 'open'
                            UNION SELECT opportunity_id FROM deal_change WHERE at >= ?1) lived
                        CROSS JOIN opportunity o ON o.id = lived.id
                        JOIN deal_change c ON c.id = (SELECT id FROM deal_change
                            WHERE opportunity_id = o.id AND at < ?1 ORDER BY at DESC, id DESC LIMIT 1)
                    WHERE c.state = 'open' ORDER BY c.amount DESC, o.id
                    """), arguments: [end(of: day)])
        while let row = try rows.next() {
            let stage: Int64 = row[1]
            ids[stage, default: []].append(row[0])
            guard let amount: Int64 = row[2] else { continue }
            let money = Money(minor: amount, currency: row[3])
            let sum = DealSum(count: 1, total: money, weighted: money.weighted(by: row[4] ?? chances[stage] ?? 0))
            sums[stage, default: []].append([sum])
        }
        var board = Board(
            columns: stages.map {
                Board.Column(stage: $0, ids: ids[$0.id] ?? [], sums: DealSum.together(sums[$0.id] ?? []))
            })
        // By the rates of that day.
        board.grandTotal = try grandTotal(board.sums.map(\.weighted), on: day)
        return board
    }

    /// The cards of these deals as they were when that day ended; one that was not there yet is left out.
    package func cards(_ ids: [Int64], asOf day: Day) throws -> [Board.Card] {
        let now = Dictionary(uniqueKeysWithValues: try cards(ids).map { ($0.id, $0) })
        return try ids.compactMap { id in
            let lived = try dealHistory(id).prefix { $0.at.description < end(of: day) }
            guard var card = now[id], let last = lived.last, let stage = try fetch(Stage.self, last.stageID) else {
                return nil
            }
            let own = try fetch(Opportunity.self, id)?.probability
            // Since when it stood there: the first of the last lines that have its stage, open.
            let stay = lived.reversed().prefix { ($0.stageID, $0.state) == (last.stageID, last.state) }.last ?? last
            card.stageID = stage.id
            card.money = last.amount.map { Money(minor: $0, currency: last.currency) }
            card.probability = own ?? stage.probability
            card.closeOn = last.closeOn
            card.age = max(0, day - clock.zone.day(of: stay.at))
            card.isRotting = card.age > stage.rottingDays
            (card.next, card.nextAction) = (nil, "")
            return card
        }
    }

    /// The first second that is no more of a day, as the file has it.
    func end(of day: Day) -> String { start(of: day + 1) }
}

extension Transaction {
    func noteDeal<R: Sales.Record>(_ record: R) {
        if R.kind == .opportunity { writtenDeals.insert(record.id) }
    }

    /// Gives every deal written here a line of history when its last line does not say what it is now.
    func completeDealHistories() throws {
        for id in writtenDeals.sorted() {
            guard let deal = try fetch(Opportunity.self, id) else { continue }
            var change = DealChange()
            change.opportunityID = id
            change.at = clock.now
            change.stageID = deal.stageID
            change.state = deal.state
            change.currency = deal.currency
            change.amount = deal.amount
            change.closeOn = deal.closeOn
            change.reasonID = deal.reasonID
            if let last = try dealHistory(id).last {
                var same = change
                (same.id, same.uid, same.at) = (last.id, last.uid, last.at)
                if same == last { continue }
                // A history never runs backwards, whatever the clock does.
                change.at = max(change.at, last.at)
            }
            try insert(&change)
        }
        writtenDeals = []
    }

    /// The history of a deal, oldest first.
    package func dealHistory(_ id: Int64) throws -> [DealChange] {
        var changes: [DealChange] = []
        try histories.get().forEach([.integer(id)]) { changes.append(decode($0)) }
        return changes
    }
}
