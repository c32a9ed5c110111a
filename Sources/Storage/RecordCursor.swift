internal import GRDB
package import Sales

/// The records of a kind as the rows of the file hold them, for an export of a million: no record is made of them.
package struct RecordCursor {
    private let all: BoundStatement
    private let one: BoundStatement
    private let lists: [ListCursor]

    /// - Parameter derived: the columns that are derived of the kind, as `Transaction.derived` knows them.
    package init<R: Sales.Record>(_ type: R.Type, _ transaction: Transaction, derived: [String]) throws {
        let table = R.kind.table
        var columns = ["r.id", "r.uid"]
        var from = "\(table) r"
        for field in R.fields { Self.add(field.column, field.type, of: "r", &columns, &from) }
        columns += derived.map { $0 == "next_step" ? "coalesce(s.next_at, s.next_on)" : "s.\($0)" }
        if !derived.isEmpty { from += " LEFT JOIN \(table)_state s ON s.\(table)_id = r.id" }
        let select = "SELECT \(columns.joined(separator: ", ")) FROM \(from)"
        all = try BoundStatement(select + " ORDER BY r.uid", transaction.database)
        one = try BoundStatement(select + " WHERE r.id = ?", transaction.database)
        lists = try R.lists.map { list in
            var columns: [String] = []
            var from = "\(list.name) l"
            for part in list.parts { Self.add(part.column, part.type, of: "l", &columns, &from) }
            return try ListCursor(columns, from, "l.\(table)_id", transaction.database)
        }
    }

    /// A reference is the uid and what a person calls it.
    private static func add(
        _ column: String, _ type: FieldType, of table: String, _ columns: inout [String], _ from: inout String
    ) {
        guard case .reference(let kind) = type else {
            columns.append("\(table).\(column)")
            return
        }
        let name = "\(table)\(columns.count)"
        columns += ["\(name).uid", "\(name).\(kind.titleColumn)"]
        from += " LEFT JOIN \(kind.table) \(name) ON \(name).id = \(table).\(column)"
    }

    /// Goes through all records in the order of their uids, or through some in theirs. A row is the id, the uid, the fields
    /// and what is derived; it holds until the next one.
    package func forEach(_ ids: [Int64]?, _ body: (BoundRow) throws -> Void) throws {
        guard let ids else {
            for list in lists { try list.begin(0...Int64.max) }
            defer { for list in lists { list.end() } }
            return try all.forEach([], body)
        }
        for id in ids { try one.forEach([.integer(id)], body) }
    }

    /// Goes through the rows of one of the lists of a record, by the list's place: the parts of each.
    package func forEach(in list: Int, of id: Int64, _ body: (BoundRow) throws -> Void) throws {
        try lists[list].forEach(of: id, body)
    }
}
