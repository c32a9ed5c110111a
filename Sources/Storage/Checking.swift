internal import GRDB
package import Sales

/// Whether everything derived is what a recomputation of everything would make of it.
extension Store {
    /// Recomputes all that is derived, compares, and takes the recomputation back: the file is left as it was.
    ///
    /// - Returns: the kinds of records of which something derived is not as it should be.
    package func staleKinds() throws -> [Kind] {
        if isReadOnly { throw StoreError.readOnly(path: path) }
        do {
            return try queue.writeWithoutTransaction { database in
                var stale: [Kind] = []
                try database.inTransaction(.immediate) {
                    let kinds = Kind.main
                    stale = try kinds.filter { try SearchIndex.of($0)?.isExact(in: database) == false }
                    let before = try kinds.map { try Self.fingerprint(of: $0, database) }
                    try Derived.recompute(in: database)
                    let after = try kinds.map { try Self.fingerprint(of: $0, database) }
                    stale += zip(kinds, zip(before, after)).filter { $1.0 != $1.1 && !stale.contains($0) }.map(\.0)
                    return .rollback
                }
                return stale
            }
        } catch {
            throw StoreError.from(error, path: path)
        }
    }

    /// A number for all that is derived of a kind; the same within one run when every row is the same.
    private static func fingerprint(of kind: Kind, _ database: Database) throws -> Int {
        var hasher = Hasher()
        for table in Derived.rows(of: kind) {
            let rows = try Row.fetchCursor(database, sql: "SELECT * FROM \(table.from) ORDER BY \(table.order)")
            while let row = try rows.next() {
                for value in row.databaseValues { hasher.combine(value) }
            }
        }
        return hasher.finalize()
    }
}
