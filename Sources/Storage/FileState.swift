internal import GRDB

/// What the file holds at some moment, as this process sees it: as long as it is the same, so is all that is read.
package struct FileState: Hashable, Sendable {
    /// Changes with every commit of another process.
    let version: Int
    /// Rows that this process has changed.
    let changes: Int
}

extension Transaction {
    package var state: FileState {
        get throws {
            FileState(
                version: try Int.fetchOne(database.cachedStatement(sql: "PRAGMA data_version")) ?? 0,
                changes: database.totalChangesCount)
        }
    }
}
