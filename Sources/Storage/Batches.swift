internal import GRDB
package import Sales

/// What an export asks: records in the order of their uids, some at a time, and what is derived of them.
extension Transaction {
    /// The next ids of a kind in the order of the uids, behind one of them; an empty uid is the begin.
    package func ids(_ kind: Kind, after uid: String, limit: Int) throws -> [(id: Int64, uid: String)] {
        let statement = try database.cachedStatement(
            sql: "SELECT id, uid FROM \(kind.table) WHERE uid > ? ORDER BY uid LIMIT ?")
        return try Row.fetchAll(statement, arguments: [uid, limit]).map { ($0[0], $0[1]) }
    }

    /// How many rows of a list the fullest record of a kind has.
    package func fullest(_ list: String, of kind: Kind) throws -> Int {
        let owner = kind.table + "_id"
        return try Int.fetchOne(
            database,
            sql: """
                SELECT coalesce(max(rows), 0) FROM
                    (SELECT count(*) AS rows FROM \(list) WHERE \(owner) IS NOT NULL GROUP BY \(owner))
                """) ?? 0
    }

    /// How many rows of a list a record has.
    package func count(_ list: String, of ref: Ref) throws -> Int {
        let statement = try database.cachedStatement(
            sql: "SELECT count(*) FROM \(list) WHERE \(ref.kind.table)_id = ?")
        return try Int.fetchOne(statement, arguments: [ref.id]) ?? 0
    }

    /// The uid of a record and what a person calls it; nil when it is gone. Only for kinds that have a name.
    package func named(_ ref: Ref) throws -> (uid: String, name: String)? {
        let statement = try database.cachedStatement(
            sql: "SELECT uid, \(ref.kind.titleColumn) FROM \(ref.kind.table) WHERE id = ?")
        return try Row.fetchOne(statement, arguments: [ref.id]).map { ($0[0], $0[1]) }
    }

    /// What is derived of a contact, company or opportunity, as files say it: `last_contact`, `last_attempt`, and as
    /// `next_step` the instant when it is due, or the day.
    package func derived(_ columns: [String], of ref: Ref) throws -> [String] {
        let list = columns.map { $0 == "next_step" ? "coalesce(next_at, next_on)" : $0 }.joined(separator: ", ")
        let statement = try database.cachedStatement(
            sql: "SELECT \(list) FROM \(ref.kind.table)_state WHERE \(ref.kind.table)_id = ?")
        guard let row = try Row.fetchOne(statement, arguments: [ref.id]) else { return columns.map { _ in "" } }
        return columns.indices.map { row[$0] ?? "" }
    }
}
