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

    /// How many rows of a list the fullest of these records has.
    package func fullest(_ list: String, of kind: Kind, among ids: [Int64]) throws -> Int {
        let owner = kind.table + "_id"
        let counts = try BoundStatement(
            "SELECT count(*) FROM \(list) WHERE \(owner) IN (SELECT value FROM json_each(?)) GROUP BY \(owner)",
            database
        ).integers([.text(IDList.json(ids))])
        return Int(counts.max() ?? 0)
    }

    /// The uid of a record and what a person calls it; nil when it is gone. Only for kinds that have a name.
    package func named(_ ref: Ref) throws -> (uid: String, name: String)? {
        var found: (uid: String, name: String)?
        try question(.named(ref.kind), "SELECT uid, \(ref.kind.titleColumn) FROM \(ref.kind.table) WHERE id = ?")
            .forEach([.integer(ref.id)]) { found = ($0[0].text ?? "", $0[1].text ?? "") }
        return found
    }

    /// The uids of records and what a person calls them. Only for kinds that have a name.
    package func named(_ kind: Kind, _ ids: some Sequence<Int64>) throws -> [Int64: (uid: String, name: String)] {
        var found: [Int64: (uid: String, name: String)] = [:]
        try BoundStatement(
            "SELECT id, uid, \(kind.titleColumn) FROM \(kind.table) WHERE id IN (SELECT value FROM json_each(?))",
            database
        ).forEach([.text(IDList.json(ids))]) { row in
            if let id = row[0].integer { found[id] = (row[1].text ?? "", row[2].text ?? "") }
        }
        return found
    }

    /// What is derived of contacts, companies or opportunities, as files say it: `last_contact`, `last_attempt`, and as
    /// `next_step` the instant when it is due, or the day.
    package func derived(_ columns: [String], of kind: Kind, _ ids: some Sequence<Int64>) throws -> [Int64: [String]] {
        let list = columns.map { $0 == "next_step" ? "coalesce(next_at, next_on)" : $0 }.joined(separator: ", ")
        let id = kind.table + "_id"
        var found: [Int64: [String]] = [:]
        try BoundStatement(
            "SELECT \(id), \(list) FROM \(kind.table)_state WHERE \(id) IN (SELECT value FROM json_each(?))", database
        ).forEach([.text(IDList.json(ids))]) { row in
            if let id = row[0].integer { found[id] = columns.indices.map { row[$0 + 1].text ?? "" } }
        }
        return found
    }
}
