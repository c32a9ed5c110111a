internal import GRDB
import Sales

/// Recomputes what is derived of records, from the tables alone: those of a kind by one query, however many they are.
struct Refresher {
    let database: Database

    /// Records that are asked for at a time, so that little memory is needed.
    private static let batch = 5_000

    func refresh(_ kind: Kind, _ ids: Set<Int64>) throws {
        // In the order of the ids: FTS5 writes out what it has gathered whenever an id is smaller than the one before.
        let ids = ids.sorted()
        for start in stride(from: 0, to: ids.count, by: Self.batch) {
            try refresh(kind, ids[start..<min(start + Self.batch, ids.count)])
        }
    }

    private func refresh(_ kind: Kind, _ ids: ArraySlice<Int64>) throws {
        guard let source = SearchSource.of(kind), let index = SearchIndex.of(kind) else { return }
        let derivation = Derivation.of(kind)
        let columns = [index.id] + derivation.columns + ["search"]
        let asked = columns.map { "s.\($0)" } + derivation.expressions
        // A plain INSERT or UPDATE, never REPLACE: that begins a savepoint, and at each of them FTS5 writes out what it has gathered.
        let insert = try BoundStatement(
            "INSERT INTO \(index.state) (\(columns.joined(separator: ", "))) VALUES (\(databaseQuestionMarks(count: columns.count)))",
            database)
        let update = try BoundStatement(
            """
            UPDATE \(index.state) SET \(columns.dropFirst().map { "\($0) = ?" }.joined(separator: ", "))
            WHERE \(index.id) = ?
            """, database)
        let query = try BoundStatement(
            """
            SELECT \(source.columns), \(asked.joined(separator: ", "))
            FROM \(source.from) LEFT JOIN \(index.state) s ON s.\(index.id) = \(source.alias).id
            WHERE \(source.alias).id IN (SELECT value FROM json_each(?)) ORDER BY \(source.alias).id
            """, database)
        let words = try SearchIndex.Writer(index, database)
        let place = query.columnCount - asked.count
        var next = ids.startIndex
        try query.forEach([.text(IDList.json(ids))]) { row in
            let id = row[0].integer ?? 0
            while ids[next] < id {
                try forget(ids[next], index)
                next += 1
            }
            next += 1
            let derived = try derivation.values(row, place + columns.count, id, database)
            let text = source.text(row)
            let old = row.text(place + columns.count - 1)
            try words.update(id, from: old, to: text)
            let new = derived + [.text(text)]
            if old == nil {
                try insert.bind(.integer(id), 1)
                for (column, value) in new.enumerated() { try insert.bind(value, column + 2) }
                try insert.run()
            } else if !new.indices.allSatisfy({ row[place + 1 + $0] == new[$0] }) {
                try update.run(new + [.integer(id)])
            }
        }
        for id in ids[next...] { try forget(id, index) }
        if let after = derivation.after { try BoundStatement(after, database).run([.text(IDList.json(ids))]) }
    }

    /// A record that is no longer there.
    private func forget(_ id: Int64, _ index: SearchIndex) throws {
        let old = try String.fetchOne(
            database.cachedStatement(sql: "SELECT search FROM \(index.state) WHERE \(index.id) = ?"), arguments: [id])
        try SearchIndex.Writer(index, database).update(id, from: old, to: nil)
        try database.cachedStatement(sql: "DELETE FROM \(index.state) WHERE \(index.id) = ?").execute(arguments: [id])
    }
}

/// Many ids as one argument of a statement: `id IN (SELECT value FROM json_each(?))`.
enum IDList {
    static func json(_ ids: some Sequence<Int64>) -> String {
        var text = "["
        for id in ids {
            if text.utf8.count > 1 { text += "," }
            text += String(id)
        }
        return text + "]"
    }
}
