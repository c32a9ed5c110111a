internal import GRDB
import Sales
import Words

/// The index of the words in a kind's search texts: an FTS5 table beside the derived table that holds the texts.
struct SearchIndex: Sendable {
    /// The FTS5 table, the derived table and the column of its id.
    let table: String
    let state: String
    let id: String

    /// The index of a kind; nil for settings and histories, of which there are few.
    static func of(_ kind: Kind) -> SearchIndex? {
        Kind.main.contains(kind)
            ? SearchIndex(table: "\(kind.table)_words", state: "\(kind.table)_state", id: "\(kind.table)_id") : nil
    }

    /// Makes the index say of one record after another what its search text says.
    struct Writer {
        private let insert: BoundStatement
        private let delete: BoundStatement

        init(_ index: SearchIndex, _ database: Database) throws {
            let table = index.table
            insert = try BoundStatement("INSERT INTO \(table) (rowid, search) VALUES (?, ?)", database)
            delete = try BoundStatement(
                "INSERT INTO \(table) (\(table), rowid, search) VALUES ('delete', ?, ?)", database)
        }

        /// Nil: there is no such record.
        func update(_ id: Int64, from old: UnsafeBufferPointer<UInt8>?, to new: UnsafeBufferPointer<UInt8>?) throws {
            // FTS5 keeps no texts of its own: it is told which words to forget.
            for (statement, text) in [(delete, old), (insert, new)] {
                guard let text else { continue }
                try statement.bind(.integer(id), 1)
                try statement.bind(staying: text, 2)
                try statement.run()
            }
        }
    }

    /// Makes the index anew from the search texts.
    func rebuild(in database: Database) throws {
        try database.execute(sql: "INSERT INTO \(table) (\(table)) VALUES ('rebuild')")
    }

    /// FTS5's own, and what it gathers in a long write: fewer pieces to be merged. In bytes.
    private static let usualGathering = 1 << 20
    private static let longGathering = 4 << 20

    /// Sets how much is gathered in memory before it is written.
    fileprivate func gather(isLong: Bool, in database: Database) throws {
        try database.execute(
            sql: "INSERT INTO \(table) (\(table), rank) VALUES ('hashsize', ?)",
            arguments: [isLong ? Self.longGathering : Self.usualGathering])
    }

    /// Whether the index says what the search texts say.
    func isExact(in database: Database) throws -> Bool {
        do {
            try database.execute(sql: "INSERT INTO \(table) (\(table), rank) VALUES ('integrity-check', 1)")
            return true
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            return false
        }
    }

    /// What to ask the index for the words of a filter: a superset of what passes the filter, and exactly that when the filter
    /// is of wanted words alone. Nil when some of the records that pass need not hold any word.
    static func match(_ filter: Filter) -> String? {
        let groups = filter.groups.map { group in
            group.compactMap { term -> String? in
                guard case .word(let word, _) = term.test, !term.isNegated else { return nil }
                return match(SearchWord(word))
            }
        }
        if groups.isEmpty || groups.contains(where: \.isEmpty) { return nil }
        return groups.map { "(" + $0.prefix(Self.mostWords).joined(separator: " AND ") + ")" }.joined(separator: " OR ")
    }

    /// Of a longer line only the first words are asked of the index.
    private static let mostWords = 32

    private static func match(_ word: SearchWord) -> String {
        let alternatives = word.alternatives.map { parts in
            "(" + parts.map { "\"\($0.escaping("\"", as: "\"\""))\"*" }.joined(separator: " AND ") + ")"
        }
        return "(" + alternatives.joined(separator: " OR ") + ")"
    }

    /// True when what `match` finds is exactly what passes.
    static func isWords(_ filter: Filter) -> Bool {
        filter.groups.allSatisfy { group in
            group.count <= mostWords
                && group.allSatisfy { term in
                    if case .word = term.test { !term.isNegated } else { false }
                }
        }
    }
}

extension Transaction {
    /// Writes much: the indexes of words gather more before they write.
    package func writingMuch<T>(_ body: () throws -> T) throws -> T {
        let indexes = Kind.main.compactMap { SearchIndex.of($0) }
        for index in indexes { try index.gather(isLong: true, in: database) }
        let result = try body()
        for index in indexes { try index.gather(isLong: false, in: database) }
        return result
    }
}
