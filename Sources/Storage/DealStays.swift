internal import GRDB
import Sales

/// When deals stood open: each time in which one was open in the same stage with the same worth, derived of its history, so that
/// those which stood open at an instant are found without a look at the others.
///
/// The times hang in a tree of seconds, as in the relational interval tree of Kriegel, Pötke and Seidl (VLDB 2000): each at the
/// one of its seconds whose number ends with the most zeros. So the times in which an instant lies are all found at the forty
/// numbers that one meets on the way down to it.
enum DealStays {
    /// The end of what is still open: a second that never comes, with as many bits as the tree has storeys.
    private static let never: Int64 = 1 << storeys
    private static let storeys = 40

    /// The number at which a time hangs.
    ///
    /// - Parameters:
    ///   - begins: its first second.
    ///   - ends: the first one that is no more of it.
    static func node(begins: Int64, ends: Int64) -> Int64 {
        let last = ends - 1
        if begins >= last { return last }
        // What the first and the last one have in common, the bit in which they differ, and zeros.
        let zeros = Int64.bitWidth - 1 - (begins ^ last).leadingZeroBitCount
        return (last >> zeros) << zeros
    }

    /// The numbers at which the times in which an instant lies can hang: those up to it and those after it.
    static func nodes(around instant: Int64) -> (before: Set<Int64>, after: Set<Int64>) {
        let before = (0...storeys).map { (instant >> $0) << $0 }
        let after = (0...storeys).filter { (instant >> $0) & 1 == 0 }.map { ((instant >> $0) + 1) << $0 }
        return (Set(before), Set(after))
    }

    private struct Stay: Equatable {
        var begins: Int64
        var ends: Int64
        var stage: Int64
        var amount: Value
        var currency: String
        var chance: Value

        func isAsBefore(_ other: Stay) -> Bool {
            (stage, amount, currency) == (other.stage, other.amount, other.currency)
        }
    }

    /// Makes the stays of these deals what their histories say; one that is gone has none.
    static func derive(_ ids: some Sequence<Int64>, _ database: Database) throws {
        let history = try BoundStatement(
            """
            SELECT c.at, c.state = 'open', c.stage_id, c.amount, c.currency, o.probability
            FROM deal_change c JOIN opportunity o ON o.id = c.opportunity_id
            WHERE c.opportunity_id = ? ORDER BY c.at, c.id
            """, database)
        let known = try BoundStatement(
            """
            SELECT begins, ends, stage_id, amount, currency, chance FROM deal_stay WHERE opportunity_id = ? ORDER BY begins
            """, database)
        let delete = try BoundStatement("DELETE FROM deal_stay WHERE opportunity_id = ?", database)
        let insert = try BoundStatement("INSERT INTO deal_stay VALUES (?, ?, ?, ?, ?, ?, ?, ?)", database)
        for id in ids {
            let stays = try stays(history, id)
            var before: [Stay] = []
            try known.forEach([.integer(id)]) { row in
                before.append(
                    Stay(
                        begins: row.integer(0), ends: row.integer(1), stage: row.integer(2), amount: row[3],
                        currency: row.text(4) ?? "", chance: row[5]))
            }
            if stays == before { continue }
            if !before.isEmpty { try delete.run([.integer(id)]) }
            for stay in stays {
                try insert.run([
                    .integer(id), .integer(stay.begins), .integer(stay.ends),
                    .integer(node(begins: stay.begins, ends: stay.ends)), .integer(stay.stage), stay.amount,
                    .text(stay.currency), stay.chance,
                ])
            }
        }
    }

    private static func stays(_ history: BoundStatement, _ id: Int64) throws -> [Stay] {
        var stays: [Stay] = []
        var current: Stay?
        func end(at second: Int64) {
            guard var stay = current, stay.begins < second else { return }
            stay.ends = second
            stays.append(stay)
        }
        try history.forEach([.integer(id)]) { row in
            let at = Int64(max(0, row.instant(0)?.seconds ?? 0))
            let next =
                row.integer(1) == 0
                ? nil
                : Stay(
                    begins: at, ends: never, stage: row.integer(2), amount: row[3], currency: row.text(4) ?? "",
                    chance: row[5])
            if let current, let next, current.isAsBefore(next) { return }
            end(at: at)
            current = next
        }
        end(at: never)
        return stays
    }
}

extension Transaction {
    /// Reads the deals that stood open at an instant, in no order, with the chances that they have today.
    func forEachDeal(openAt instant: Int64, _ body: (OpenDeal) -> Void) throws {
        let chances = try chances()
        let nodes = DealStays.nodes(around: instant)
        // At a number after the instant hangs nothing that ends before it, at one up to it nothing that begins after it.
        for (nodes, condition) in [(nodes.before, "ends > ?2"), (nodes.after, "begins <= ?2")] {
            try BoundStatement(
                """
                SELECT opportunity_id, stage_id, amount, currency, chance
                FROM json_each(?1) n CROSS JOIN deal_stay INDEXED BY deal_stay_node ON node = n.value AND \(condition)
                """, database
            ).forEach([.text(IDList.json(nodes)), .integer(instant)]) {
                body(OpenDeal($0.integer(0), $0, 1, chances: chances))
            }
        }
    }
}
