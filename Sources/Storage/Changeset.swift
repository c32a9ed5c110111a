internal import CSQLite
internal import GRDB

/// SQLite's session extension: the changes of a transaction as bytes that can be turned round and applied.
/// https://www.sqlite.org/sessionintro.html
final class ChangeRecorder {
    private var session: OpaquePointer?

    /// Records the changes of these tables from now on.
    init(_ database: Database, tables: [String]) throws {
        try check(sqlite3session_create(database.sqliteConnection, "main", &session), "sqlite3session_create")
        for table in tables { try check(sqlite3session_attach(session, table), "sqlite3session_attach") }
    }

    deinit { sqlite3session_delete(session) }

    /// Whether nothing was recorded yet.
    var isEmpty: Bool { sqlite3session_isempty(session) != 0 }

    /// Does what is recorded elsewhere, or is to leave no trace.
    func pause<T>(_ body: () throws -> T) rethrows -> T {
        sqlite3session_enable(session, 0)
        defer { sqlite3session_enable(session, 1) }
        return try body()
    }

    /// What changed since the beginning; nil when nothing did.
    func changeset() throws -> Changeset? {
        if sqlite3session_isempty(session) != 0 { return nil }
        var size: Int32 = 0
        var bytes: UnsafeMutableRawPointer?
        try check(sqlite3session_changeset(session, &size, &bytes), "sqlite3session_changeset")
        defer { sqlite3_free(bytes) }
        guard let bytes, size > 0 else { return nil }
        return Changeset(bytes: [UInt8](UnsafeRawBufferPointer(start: bytes, count: Int(size))))
    }
}

struct Changeset {
    var bytes: [UInt8]

    /// One row that was inserted, updated or deleted. Holds only while the changes are gone through.
    struct Change {
        enum Operation { case insert, update, delete }
        let table: String
        let operation: Operation
        fileprivate let iterator: OpaquePointer?

        /// The whole numbers that a column held before and holds now, as far as the changeset knows them: of an update only
        /// the key, and what it changed.
        func forEachID(_ column: Int32?, _ body: (Int64) -> Void) {
            guard let column else { return }
            var value: OpaquePointer?
            if operation != .insert, sqlite3changeset_old(iterator, column, &value) == SQLITE_OK, let value,
                sqlite3_value_type(value) == SQLITE_INTEGER
            {
                body(sqlite3_value_int64(value))
            }
            value = nil
            if operation != .delete, sqlite3changeset_new(iterator, column, &value) == SQLITE_OK, let value,
                sqlite3_value_type(value) == SQLITE_INTEGER
            {
                body(sqlite3_value_int64(value))
            }
        }

        /// Whether the changeset says what a column holds now.
        func isNew(_ column: Int32) -> Bool {
            var value: OpaquePointer?
            return operation != .delete && sqlite3changeset_new(iterator, column, &value) == SQLITE_OK && value != nil
        }
    }

    /// The changes turned round: applying them takes this changeset back.
    func inverted() throws -> Changeset {
        var size: Int32 = 0
        var result: UnsafeMutableRawPointer?
        var input = bytes
        try check(
            input.withUnsafeMutableBytes { sqlite3changeset_invert(Int32($0.count), $0.baseAddress, &size, &result) },
            "sqlite3changeset_invert")
        defer { sqlite3_free(result) }
        guard let result, size > 0 else { return Changeset(bytes: []) }
        return Changeset(bytes: [UInt8](UnsafeRawBufferPointer(start: result, count: Int(size))))
    }

    /// Applies the changes. Any row that is not as the changes expect it aborts, and nothing is changed.
    ///
    /// - Returns: false when a row was not as expected.
    func apply(to database: Database) throws -> Bool {
        if bytes.isEmpty { return true }
        var input = bytes
        let code = input.withUnsafeMutableBytes { buffer in
            sqlite3changeset_apply(
                database.sqliteConnection, Int32(buffer.count), buffer.baseAddress, nil,
                { _, kind, _ in
                    // Foreign keys are checked again, in full, by the commit.
                    kind == SQLITE_CHANGESET_FOREIGN_KEY ? SQLITE_CHANGESET_OMIT : SQLITE_CHANGESET_ABORT
                }, nil)
        }
        if code == SQLITE_ABORT { return false }
        try check(code, "sqlite3changeset_apply")
        return true
    }

    func forEach(_ body: (Change) throws -> Void) throws {
        if bytes.isEmpty { return }
        var input = bytes
        try input.withUnsafeMutableBytes { buffer in
            var iterator: OpaquePointer?
            try check(
                sqlite3changeset_start(&iterator, Int32(buffer.count), buffer.baseAddress), "sqlite3changeset_start")
            defer { sqlite3changeset_finalize(iterator) }
            // The changes of a table stand together.
            var table = ""
            while true {
                let step = sqlite3changeset_next(iterator)
                if step == SQLITE_DONE { return }
                guard step == SQLITE_ROW else { return try check(step, "sqlite3changeset_next") }
                var name: UnsafePointer<CChar>?
                var columns: Int32 = 0
                var code: Int32 = 0
                try check(sqlite3changeset_op(iterator, &name, &columns, &code, nil), "sqlite3changeset_op")
                if let name, sqlite3_stricmp(name, table) != 0 { table = String(cString: name) }
                try body(
                    Change(
                        table: table,
                        operation: code == SQLITE_INSERT ? .insert : code == SQLITE_DELETE ? .delete : .update,
                        iterator: iterator))
            }
        }
    }
}

private func check(_ code: Int32, _ call: String) throws {
    if code != SQLITE_OK { throw DatabaseError(resultCode: ResultCode(rawValue: code), message: call) }
}
