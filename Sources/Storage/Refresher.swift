internal import GRDB
import Sales

/// Recomputes what is derived of records, from the tables alone: those of a kind by one query, however many they are.
struct Refresher {
    let database: Database
    var memory = WordMemory()

    /// Records that are asked for at a time, so that little memory is needed.
    private static let batch = 5_000
    /// From so many on it is asked to which of them nothing can lead yet.
    private static let many = 100

    func refresh(_ kind: Kind, _ ids: Set<Int64>) throws {
        // In the order of the ids: FTS5 writes out what it has gathered whenever an id is smaller than the one before.
        let ids = ids.sorted()
        let derivation = Derivation.of(kind)
        let last = try ids.count < Self.many ? ids.last ?? 0 : derivation.lastReferred(database)
        let new = ids.firstIndex { $0 > last } ?? ids.count
        try refresh(kind, ids[..<new], derivation.columns, derivation.expressions)
        try refresh(kind, ids[new...], derivation.columns, derivation.alone)
    }

    private func refresh(_ kind: Kind, _ ids: ArraySlice<Int64>, _ columns: [String], _ expressions: [String]) throws {
        for start in stride(from: ids.startIndex, to: ids.endIndex, by: Self.batch) {
            try refreshBatch(kind, ids[start..<min(start + Self.batch, ids.endIndex)], columns, expressions)
        }
    }

    private func refreshBatch(_ kind: Kind, _ ids: ArraySlice<Int64>, _ derived: [String], _ expressions: [String])
        throws
    {
        guard let source = SearchSource.of(kind), let index = SearchIndex.of(kind) else { return }
        let derivation = Derivation.of(kind)
        let columns = derived + ["search"]
        let asked = (columns + [index.id]).map { "s.\($0)" } + expressions
        // A plain INSERT or UPDATE, never REPLACE: that begins a savepoint, and at each of them FTS5 writes out what it has gathered.
        let insert = try BoundStatement(
            "INSERT INTO \(index.state) (\((columns + [index.id]).joined(separator: ", "))) VALUES (\(databaseQuestionMarks(count: columns.count + 1)))",
            database)
        var updates: [Int: BoundStatement] = [:]
        let query = try BoundStatement(
            """
            SELECT \(source.columns), \(asked.joined(separator: ", "))
            FROM \(source.from) LEFT JOIN \(index.state) s ON s.\(index.id) = \(source.alias).id
            WHERE \(source.alias).id IN (SELECT value FROM json_each(?)) ORDER BY \(source.alias).id
            """, database)
        let words = try SearchIndex.Writer(index, database)
        let place = query.columnCount - asked.count
        var reader = try SearchSource.Reader(source, kind, memory, database)
        // Where most of a range are asked for, the rows of their lists are gone through beside them.
        if let first = ids.first, let last = ids.last, ids.count >= Self.many, last - first < 4 * Int64(ids.count) {
            try reader.begin(first...last)
        }
        defer { reader.end() }
        var wantsMore = derivation.more == nil
        var unplanned = UnplannedCount(of: kind)
        var next = ids.startIndex
        try query.forEach([.text(IDList.json(ids))]) { row in
            let id = row.integer(0)
            while ids[next] < id {
                try forget(ids[next], index, &unplanned)
                next += 1
            }
            next += 1
            let values = try derivation.values(row, place + asked.count - expressions.count, id, database)
            try reader.read(row, id)
            if let more = derivation.more, row.integer(place + asked.count - expressions.count + more) == 1 {
                wantsMore = true
            }
            let isNew = row.isNull(place + columns.count)
            unplanned.note(row, place, values)
            try reader.text.bytes.withUnsafeBufferPointer { search in
                let old = isNew ? nil : row.utf8(place + derived.count)
                let isFound = old.map { $0.elementsEqual(search) } ?? false
                if !isFound { try words.update(id, from: old, to: search) }
                if isNew {
                    for (column, value) in values.enumerated() { try insert.bind(value, column + 1) }
                    try insert.bind(staying: search, columns.count)
                    try insert.bind(.integer(id), columns.count + 1)
                    return try insert.run()
                }
                // Only what differs is written: SQLite writes anew every index of a column that is named.
                var changed = isFound ? 0 : 1 << derived.count
                for (column, value) in values.enumerated() where row[place + column] != value { changed |= 1 << column }
                if changed == 0 { return }
                let update = try updates[changed] ?? self.update(index, columns, changed)
                updates[changed] = update
                var argument = 1
                for (column, value) in values.enumerated() where changed >> column & 1 == 1 {
                    try update.bind(value, argument)
                    argument += 1
                }
                if !isFound {
                    try update.bind(staying: search, argument)
                    argument += 1
                }
                try update.bind(.integer(id), argument)
                try update.run()
            }
        }
        for id in ids[next...] { try forget(id, index, &unplanned) }
        try unplanned.write(database)
        if let after = derivation.after, wantsMore { try after(ids, database) }
    }

    /// What writes those of the columns whose bits are set.
    private func update(_ index: SearchIndex, _ columns: [String], _ changed: Int) throws -> BoundStatement {
        let names = columns.indices.filter { changed >> $0 & 1 == 1 }.map { columns[$0] + " = ?" }
        return try BoundStatement(
            "UPDATE \(index.state) SET \(names.joined(separator: ", ")) WHERE \(index.id) = ?", database)
    }

    /// A record that is no longer there.
    private func forget(_ id: Int64, _ index: SearchIndex, _ unplanned: inout UnplannedCount) throws {
        try BoundStatement(
            "SELECT search, \(unplanned.condition) FROM \(index.state) WHERE \(index.id) = ?", database
        ).forEach([.integer(id)]) { row in
            try SearchIndex.Writer(index, database).update(id, from: row.utf8(0), to: nil)
            if row.integer(1) == 1 { unplanned.change -= 1 }
        }
        try database.cachedStatement(sql: "DELETE FROM \(index.state) WHERE \(index.id) = ?").execute(arguments: [id])
    }
}

/// Of how many of a kind something should be planned and is not: counted as they change, since it stands on every screen.
private struct UnplannedCount {
    /// What of the derived columns says so, in SQL.
    let condition: String
    private let kind: Kind
    /// The two columns by their places among those that are derived.
    private let places: (wants: Int, next: Int)?
    var change: Int64 = 0

    init(of kind: Kind) {
        self.kind = kind
        let derivation = Derivation.of(kind)
        guard let wants = derivation.wantsPlan, let place = derivation.columns.firstIndex(of: wants),
            let next = derivation.columns.firstIndex(of: "next_on")
        else {
            (condition, places) = ("0", nil)
            return
        }
        condition = "\(wants) = 1 AND next_on IS NULL"
        places = (place, next)
    }

    /// - Parameters:
    ///   - row: what was derived before stands there from a place on; NULL of a new record.
    ///   - values: what is derived now.
    mutating func note(_ row: BoundRow, _ place: Int, _ values: [Value]) {
        guard let places else { return }
        if row.integer(place + places.wants) == 1, row.isNull(place + places.next) { change -= 1 }
        if values[places.wants] == .integer(1), values[places.next] == .null { change += 1 }
    }

    func write(_ database: Database) throws {
        if change == 0 { return }
        try BoundStatement("UPDATE unplanned SET count = count + ? WHERE kind = ?", database)
            .run([.integer(change), .text(kind.table)])
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
