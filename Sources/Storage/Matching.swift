internal import GRDB
package import Sales

/// What an import asks: is this record already here? And one record of many that may fail alone.
extension Transaction {
    /// Does all of it or nothing of it, inside the transaction.
    ///
    /// - Throws: `StoreError.refused` when the data does not allow it; then what was done here is taken back.
    package func attempt<T>(_ body: () throws -> T) throws -> T {
        do {
            var result: T?
            try database.inSavepoint {
                result = try body()
                return .commit
            }
            return result!
        } catch {
            throw StoreError.from(error, path: store.path)
        }
    }

    /// The contacts, companies or opportunities of that name, at most 100 of them. What was written since the derived
    /// data were last refreshed (see `JournalEntry.checkpoint`) is not among them.
    package func ids(_ kind: Kind, named name: String) throws -> [Int64] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT r.id, r.name FROM \(kind.table)_state s JOIN \(kind.table) r ON r.id = s.\(kind.table)_id
                WHERE s.sort_key = ? LIMIT 100
                """)
        let wanted = folded(name)
        return try Row.fetchAll(statement, arguments: [SortKey.of(name)])
            .filter { folded($0[1] as String) == wanted }.map { $0[0] }
    }

    /// The contacts or companies that have an e-mail address, whatever its case; at most 100.
    package func ids(_ kind: Kind, email address: String) throws -> [Int64] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT DISTINCT \(kind.table)_id FROM email
                WHERE lower(address) = lower(?) AND \(kind.table)_id IS NOT NULL LIMIT 100
                """)
        return try Int64.fetchAll(statement, arguments: [address])
    }

    /// The contacts or companies whose number most likely rings at the same place; at most 1000.
    package func ids(_ kind: Kind, phone number: String) throws -> [Int64] {
        let wanted = PhoneDigits(number)
        guard !wanted.digits.isEmpty else { return [] }
        // The last seven digits agree in every way of writing a number; `:` follows `9`. A shorter number is the whole: `!` stands before `0`.
        let end = String(wanted.reversed.prefix(7))
        let isShort = end.utf8.count < 7
        let statement = try database.cachedStatement(
            sql: """
                SELECT \(kind.table)_id, number FROM phone
                WHERE reversed_digits >= ? AND reversed_digits < ? AND \(kind.table)_id IS NOT NULL LIMIT 1000
                """)
        return try Row.fetchAll(statement, arguments: [end, end + (isShort ? "!" : ":")])
            .filter { PhoneDigits($0[1]).isSame(as: wanted) }.map { $0[0] }
    }

    /// A record of which all those fields hold the same: for what has no other identity, such as a call.
    package func twin<R: Sales.Record>(of record: R, in fields: [Field<R>]) throws -> Int64? {
        if fields.isEmpty { return nil }
        let conditions = fields.map { "\($0.column) IS ?" }.joined(separator: " AND ")
        let statement = try database.cachedStatement(
            sql: "SELECT id FROM \(R.kind.table) WHERE \(conditions) ORDER BY id LIMIT 1")
        let values: [(any DatabaseValueConvertible)?] = fields.map { argument($0.get(record)) }
        return try Int64.fetchOne(statement, arguments: StatementArguments(values))
    }
}
