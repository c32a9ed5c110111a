import CSQLite
import Foundation

/// A file as another program sees it: through SQLite's own interface.
final class RawFile {
    /// A place for a file of one test.
    static func path() -> String { NSTemporaryDirectory() + "kontor-storage-" + UUID().uuidString + ".db" }

    private var connection: OpaquePointer?

    init(_ path: String) {
        precondition(sqlite3_open(path, &connection) == SQLITE_OK)
        sqlite3_busy_timeout(connection, 5000)
    }

    deinit { sqlite3_close(connection) }

    func run(_ sql: String) {
        let code = sqlite3_exec(connection, sql, nil, nil, nil)
        precondition(code == SQLITE_OK, String(cString: sqlite3_errmsg(connection)))
    }

    /// The rows of a query, every value as text.
    func rows(_ sql: String) -> [[String]] {
        var statement: OpaquePointer?
        let code = sqlite3_prepare_v2(connection, sql, -1, &statement, nil)
        precondition(code == SQLITE_OK, String(cString: sqlite3_errmsg(connection)))
        defer { sqlite3_finalize(statement) }
        var rows: [[String]] = []
        while sqlite3_step(statement) == SQLITE_ROW {
            rows.append(
                (0..<sqlite3_column_count(statement)).map { column in
                    sqlite3_column_text(statement, column).map { String(cString: $0) } ?? ""
                })
        }
        return rows
    }
}
