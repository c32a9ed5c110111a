internal import GRDB
package import Sales
import Words

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
    package func movements(since day: Day, _ filter: ReportFilter = .none) throws -> [DealMovement] {
        let begin = start(of: day)
        let narrowed = try narrowed("opportunity_id", by: filter)
        return try movements(of: deals(changedSince: begin, narrowed), since: begin)
    }

    /// What happened to one deal since its last review, by what it is.
    package func movements(of deal: Int64, after review: Instant) throws -> [DealMovement] {
        try movements(of: [deal], since: (review + 1).description)
    }

    /// What happened to one deal since the first second of a day, by what it is.
    package func movements(of deal: Int64, since day: Day) throws -> [DealMovement] {
        try movements(of: [deal], since: start(of: day))
    }

    /// How a deal stood at some time: a line of its history.
    private struct Stand {
        var state: Opportunity.State
        var stage: Int64
        var money: Money?
        var closeOn: Day?
        var reason: Int64?

        /// Six columns of a row, from one on; nil where there is no line.
        init?(_ row: BoundRow, _ column: Int) {
            guard let word = row.text(column), let state = Opportunity.State(rawValue: word) else { return nil }
            self.state = state
            stage = row.integer(column + 1)
            money = row.number(column + 2).map { Money(minor: $0, currency: row.text(column + 3) ?? "") }
            closeOn = row.day(column + 4)
            reason = row.number(column + 5)
        }

        static func columns(_ table: String) -> String {
            ["state", "stage_id", "amount", "currency", "close_on", "reason_id"].map { "\(table).\($0)" }
                .joined(separator: ", ")
        }
    }

    private func movements(of deals: [Int64], since begin: String) throws -> [DealMovement] {
        let stages = try fetchAll(Stage.self)
        let order = Dictionary(uniqueKeysWithValues: stages.enumerated().map { ($1.id, $0) })
        let reasons = Dictionary(uniqueKeysWithValues: try fetchAll(Reason.self).map { ($0.id, $0.name) })
        let last = "SELECT id FROM deal_change WHERE opportunity_id = ?1"
        let statement = try BoundStatement(
            """
            SELECT o.name, c.name, \(Stand.columns("n")), \(Stand.columns("b"))
            FROM opportunity o LEFT JOIN company c ON c.id = o.company_id
                JOIN deal_change n ON n.id = (\(last) ORDER BY at DESC, id DESC LIMIT 1)
                LEFT JOIN deal_change b ON b.id = (\(last) AND at < ?2 ORDER BY at DESC, id DESC LIMIT 1)
            WHERE o.id = ?1
            """, database)
        try statement.bind(.text(begin), 2)
        var found: [DealMovement.What: [DealMovement]] = [:]
        func look(at deal: Int64, _ row: BoundRow) {
            guard let now = Stand(row, 2) else { return }
            let before = Stand(row, 8)
            func add(_ what: DealMovement.What, _ more: (inout DealMovement) -> Void = { _ in }) {
                var movement = DealMovement(
                    what: what, id: deal, name: row.text(0) ?? "", company: row.text(1) ?? "", money: now.money,
                    closeOn: now.closeOn)
                more(&movement)
                found[what, default: []].append(movement)
            }
            if before == nil { add(.new) }
            if now.state != before?.state {
                switch now.state {
                case .won: add(.won)
                case .lost: add(.lost) { $0.reason = now.reason.flatMap { reasons[$0] } ?? "" }
                case .open: if before != nil { add(.reopened) }
                }
            }
            guard let before else { return }
            if let from = order[before.stage], let to = order[now.stage], from != to {
                add(from < to ? .advanced : .back) { $0.stages = (stages[from].name, stages[to].name) }
            }
            // Of a closed deal the date is when it closed, which is no promise that slipped.
            if before.state == .open, now.state == .open, let from = before.closeOn, let to = now.closeOn, from != to {
                add(from < to ? .slipped : .earlier) { $0.days = abs(to - from) }
            }
            if before.money != now.money { add(.amount) { $0.before = before.money } }
        }
        for deal in deals { try statement.forEach([.integer(deal)]) { look(at: deal, $0) } }
        return DealMovement.What.allCases.flatMap { what in
            (found[what] ?? []).sorted {
                (-$0.days, -($0.money?.minor ?? 0), $0.id) < (-$1.days, -($1.money?.minor ?? 0), $1.id)
            }
        }
    }
}
