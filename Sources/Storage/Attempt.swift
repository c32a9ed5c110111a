internal import GRDB

/// One of many records that may fail alone.
extension Transaction {
    /// What was done since the attempt began.
    struct Attempt {
        /// The rows that it made, and what had been noted of their tables before.
        var inserted: [(insert: RowInsert, id: Int64, mark: (bytes: Int, count: Int))] = []
        /// How many of them there were when a savepoint began, which was before the first change of a row that had been there.
        var protected: Int?
    }

    /// Does all of it or nothing of it, inside the transaction.
    ///
    /// A savepoint for each of a million records would cost more than the records: rows that were made are deleted instead.
    ///
    /// - Throws: `StoreError.refused` when the data does not allow it; then what was done here is taken back.
    package func attempt<T>(_ body: () throws -> T) throws -> T {
        underway = Attempt()
        defer { underway = nil }
        do {
            let result = try body()
            if underway?.protected != nil { try database.execute(sql: "RELEASE SAVEPOINT attempt") }
            underway = nil
            try changed()
            return result
        } catch {
            // After some errors, as of a full disk, SQLite has taken back the whole transaction by itself.
            if database.isInsideTransaction { try takeBack() }
            throw StoreError.from(error, path: store.path)
        }
    }

    /// Must come before the change of a row that was there before the attempt.
    func protect() throws {
        guard let underway, underway.protected == nil else { return }
        try database.execute(sql: "SAVEPOINT attempt")
        self.underway?.protected = underway.inserted.count
    }

    private func takeBack() throws {
        guard let underway else { return }
        if underway.protected != nil {
            try database.execute(sql: "ROLLBACK TO SAVEPOINT attempt; RELEASE SAVEPOINT attempt")
        }
        for row in underway.inserted.reversed() { row.insert.forget(from: row.mark) }
        let made = underway.inserted.prefix(underway.protected ?? underway.inserted.count)
        func delete() throws {
            for row in made.reversed() {
                try database.execute(sql: "DELETE FROM \(row.insert.table.table) WHERE id = ?", arguments: [row.id])
            }
        }
        if let journal { try journal.untraced(delete) } else { try delete() }
    }
}
