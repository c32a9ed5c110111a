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

/// What happened to a deal since a day began, all steps between taken together.
package struct DealMovement: Sendable, Equatable {
    package enum What: String, CaseIterable, Sendable {
        case new, won, lost, reopened, advanced, back, slipped, earlier, amount
    }

    package var what: What
    package var id: Int64
    package var name: String
    package var company: String
    /// What the deal is worth now.
    package var money: Money?
    /// What the deal was worth before; of `amount` only.
    package var before: Money?
    /// The stages before and now; of `advanced` and `back` only.
    package var stages: (from: String, to: String)?
    /// The expected close, or the day on which it closed.
    package var closeOn: Day?
    /// By how many days the expected close was moved; of `slipped` and `earlier` only.
    package var days = 0
    /// Why it was lost.
    package var reason = ""

    package static func == (a: DealMovement, b: DealMovement) -> Bool {
        (a.what, a.id, a.money, a.before, a.days, a.reason) == (b.what, b.id, b.money, b.before, b.days, b.reason)
            && (a.name, a.company, a.closeOn, a.stages?.from, a.stages?.to)
                == (b.name, b.company, b.closeOn, b.stages?.from, b.stages?.to)
    }
}

extension Transaction {
    /// What happened to the deals since the first second of a day: a line for each change of each deal, by what it is, then by the
    /// worth of the deal. What was taken back in between, or undone, is no change.
    package func movements(since day: Day) throws -> [DealMovement] {
        let begin = start(of: day)
        let touched = try Int64.fetchAll(
            database.cachedStatement(
                sql: "SELECT DISTINCT opportunity_id FROM deal_change WHERE at >= ? ORDER BY opportunity_id"),
            arguments: [begin])
        return try movements(of: touched, since: begin)
    }

    /// What happened to one deal since its last review, by what it is.
    package func movements(of deal: Int64, after review: Instant) throws -> [DealMovement] {
        try movements(of: [deal], since: (review + 1).description)
    }

    /// What happened to one deal since the first second of a day, by what it is.
    package func movements(of deal: Int64, since day: Day) throws -> [DealMovement] {
        try movements(of: [deal], since: start(of: day))
    }

    private func movements(of deals: [Int64], since begin: String) throws -> [DealMovement] {
        let stages = try fetchAll(Stage.self)
        let order = Dictionary(uniqueKeysWithValues: stages.enumerated().map { ($1.id, $0) })
        let reasons = Dictionary(uniqueKeysWithValues: try fetchAll(Reason.self).map { ($0.id, $0.name) })
        var found: [DealMovement] = []
        for id in deals {
            let history = try dealHistory(id)
            guard let now = history.last, let deal = try fetch(Opportunity.self, id) else { continue }
            let company = try deal.companyID.flatMap { try fetch(Company.self, $0)?.name } ?? ""
            func add(_ what: DealMovement.What, _ more: (inout DealMovement) -> Void = { _ in }) {
                var movement = DealMovement(
                    what: what, id: id, name: deal.name, company: company,
                    money: now.amount.map { Money(minor: $0, currency: now.currency) }, closeOn: now.closeOn)
                more(&movement)
                found.append(movement)
            }
            let before = history.last { $0.at.description < begin }
            if before == nil { add(.new) }
            if now.state != before?.state {
                switch now.state {
                case .won: add(.won)
                case .lost: add(.lost) { $0.reason = now.reasonID.flatMap { reasons[$0] } ?? "" }
                case .open: if before != nil { add(.reopened) }
                }
            }
            guard let before else { continue }
            if let from = order[before.stageID], let to = order[now.stageID], from != to {
                add(from < to ? .advanced : .back) { $0.stages = (stages[from].name, stages[to].name) }
            }
            // Of a closed deal the date is when it closed, which is no promise that slipped.
            if before.state == .open, now.state == .open, let from = before.closeOn, let to = now.closeOn, from != to {
                add(from < to ? .slipped : .earlier) { $0.days = abs(to - from) }
            }
            if (before.amount, before.currency) != (now.amount, now.currency) {
                if before.amount != nil || now.amount != nil {
                    add(.amount) { movement in
                        movement.before = before.amount.map { Money(minor: $0, currency: before.currency) }
                    }
                }
            }
        }
        let place = Dictionary(uniqueKeysWithValues: DealMovement.What.allCases.enumerated().map { ($1, $0) })
        return found.sorted {
            (place[$0.what]!, -$0.days, -($0.money?.minor ?? 0), $0.id)
                < (place[$1.what]!, -$1.days, -($1.money?.minor ?? 0), $1.id)
        }
    }
}
