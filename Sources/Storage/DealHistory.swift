internal import GRDB
package import Sales

/// The pipeline as it was at the end of a day that is over, read from the histories of the deals.
///
/// A day ends at midnight where one is now. What no history keeps is shown as it is today: the name, the company, a probability of
/// the deal's own, and the stages themselves. A deal that was deleted took its history along.
extension Transaction {
    /// The stages with the deals that stood open in them when that day ended, the largest first.
    package func board(asOf day: Day) throws -> Board {
        var cards: [Int64: [(amount: Int64?, id: Int64)]] = [:]
        var tallies: [Int64: DealTally] = [:]
        try forEachDeal(openAt: Int64(end(of: day).seconds - 1)) { deal in
            cards[deal.stage, default: []].append((deal.amount, deal.id))
            tallies[deal.stage, default: DealTally()].add(deal)
        }
        let ids = cards.mapValues { cards in
            cards.sorted { a, b in
                if a.amount == b.amount { return a.id < b.id }
                guard let first = a.amount, let second = b.amount else { return a.amount != nil }
                return first > second
            }.map(\.id)
        }
        return try board(ids, tallies, ratesOf: day)
    }

    /// The deals of which a line of history was written since some instant, in the order of their ids.
    ///
    /// Few changes are found by their time. Of many it takes less to look through all of an index in the order of the deals.
    func deals(changedSince begin: String, _ narrowed: FilterSQL.Condition = ("", [])) throws -> [Int64] {
        let count = try BoundStatement(
            "SELECT count(*) FROM (SELECT 1 FROM deal_change WHERE at >= ? LIMIT ?)", database
        ).integers([.text(begin), .integer(Int64(Self.manyChanges))])
        let index = count == [Int64(Self.manyChanges)] ? "deal_change_way" : "deal_change_at"
        return try BoundStatement(
            """
            SELECT DISTINCT opportunity_id FROM deal_change INDEXED BY \(index) WHERE at >= ?\(narrowed.sql)
            ORDER BY opportunity_id
            """, database, arguments: [begin] + narrowed.arguments
        ).integers([])
    }

    private static var manyChanges: Int { 10_000 }

    /// The cards of these deals as they were when that day ended; one that was not there yet is left out.
    package func cards(_ ids: [Int64], asOf day: Day) throws -> [Board.Card] {
        let now = Dictionary(uniqueKeysWithValues: try cards(ids).map { ($0.id, $0) })
        let end = end(of: day)
        return try ids.compactMap { id in
            let lived = try dealHistory(id).prefix { $0.at < end }
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

    /// The first second that is no more of a day.
    private func end(of day: Day) -> Instant { clock.zone.instant(day + 1, TimeOfDay(0, 0)!) }
}

extension Transaction {
    func noteDeal<R: Sales.Record>(_ record: R) {
        if R.kind == .opportunity { writtenDeals.insert(record.id) }
    }

    /// Gives every deal written here a line of history when its last line does not say what it is now.
    func completeDealHistories() throws {
        for id in writtenDeals.sorted() {
            guard let deal = try fetchFields(Opportunity.self, id) else { continue }
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
