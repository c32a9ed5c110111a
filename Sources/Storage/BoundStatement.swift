internal import CSQLite
internal import GRDB
package import Sales

/// A statement that is run very often: its values are bound directly, without arrays in between.
struct BoundStatement {
    private let statement: Statement
    private let connection: OpaquePointer

    /// - Parameter arguments: bound once, for a query that is run once.
    init(_ sql: String, _ database: Database, arguments: [(any DatabaseValueConvertible)?] = []) throws {
        statement = try database.cachedStatement(sql: sql)
        // Not all of them, where one is bound at each run.
        if !arguments.isEmpty { statement.setUncheckedArguments(StatementArguments(arguments)) }
        connection = database.sqliteConnection!
    }

    /// How many columns a row of its answer has.
    var columnCount: Int { Int(sqlite3_column_count(statement.sqliteStatement)) }

    /// Runs it to its end: for what changes rows and answers none.
    func run(_ values: [Value]) throws {
        for (index, value) in values.enumerated() { try bind(value, index + 1) }
        try run()
    }

    /// Runs it to its end with the values that were bound.
    func run() throws {
        let handle = statement.sqliteStatement
        defer { sqlite3_reset(handle) }
        let code = sqlite3_step(handle)
        if code != SQLITE_DONE { throw error(code) }
    }

    /// Runs a query, and hands over one row after another.
    func forEach(_ values: [Value], _ body: (BoundRow) throws -> Void) throws {
        let handle = statement.sqliteStatement
        defer { sqlite3_reset(handle) }
        for (index, value) in values.enumerated() { try bind(value, index + 1) }
        while true {
            let code = sqlite3_step(handle)
            if code == SQLITE_DONE { return }
            if code != SQLITE_ROW { throw error(code) }
            try body(BoundRow(handle: handle))
        }
    }

    /// The next row of a query that is gone through bit by bit, until `reset`; nil at its end.
    func next() throws -> BoundRow? {
        let code = sqlite3_step(statement.sqliteStatement)
        if code == SQLITE_ROW { return BoundRow(handle: statement.sqliteStatement) }
        if code != SQLITE_DONE { throw error(code) }
        return nil
    }

    func reset() { sqlite3_reset(statement.sqliteStatement) }

    /// Runs a query, and gives the whole numbers of its first column; NULL is left out.
    func integers(_ values: [Value]) throws -> [Int64] {
        var numbers: [Int64] = []
        try forEach(values) { if let number = $0[0].integer { numbers.append(number) } }
        return numbers
    }

    /// Binds the value of a place, from 1, until another one is bound there.
    func bind(_ value: Value, _ place: Int) throws {
        let handle = statement.sqliteStatement
        let place = Int32(place)
        let code: Int32
        switch value {
        case .null: code = sqlite3_bind_null(handle, place)
        case .integer(let number): code = sqlite3_bind_int64(handle, place, number)
        case .text(var text):
            code = text.withUTF8 { bytes in
                // An empty text has no address, and would be NULL.
                if bytes.isEmpty { return sqlite3_bind_text(handle, place, emptyText, 0, nil) }
                return bytes.withMemoryRebound(to: CChar.self) {
                    sqlite3_bind_text(handle, place, $0.baseAddress, Int32($0.count), copied)
                }
            }
        }
        if code != SQLITE_OK { throw error(code) }
    }

    /// Binds a text without copying it: it must stay where it is until the statement has run.
    func bind(staying utf8: UnsafeBufferPointer<UInt8>, _ place: Int) throws {
        guard let start = utf8.baseAddress, !utf8.isEmpty else { return try bind(.text(""), place) }
        let code = start.withMemoryRebound(to: CChar.self, capacity: utf8.count) {
            sqlite3_bind_text(statement.sqliteStatement, Int32(place), $0, Int32(utf8.count), nil)
        }
        if code != SQLITE_OK { throw error(code) }
    }

    /// Binds something of ours at the last place, for a function of ours that knows it by the name of its type. It must stay where it is
    /// until the statement has run.
    func bindLast(_ pointer: UnsafeMutableRawPointer, as type: UnsafePointer<CChar>) throws {
        let handle = statement.sqliteStatement
        let code = sqlite3_bind_pointer(
            handle, sqlite3_bind_parameter_count(handle), pointer, type, nil)
        if code != SQLITE_OK { throw error(code) }
    }

    private func error(_ code: Int32) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)),
            sql: statement.sql)
    }
}

/// A row of a query that is running: holds until the next one is asked for.
package struct BoundRow {
    fileprivate let handle: OpaquePointer

    package subscript(column: Int) -> Value {
        let column = Int32(column)
        switch sqlite3_column_type(handle, column) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, column))
        case SQLITE_TEXT:
            guard let text = sqlite3_column_text(handle, column) else { return .text("") }
            let count = Int(sqlite3_column_bytes(handle, column))
            return .text(String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self))
        case SQLITE_FLOAT: return .integer(Int64(sqlite3_column_double(handle, column)))
        default: return .null
        }
    }

    /// The text of a column; nil for NULL.
    package func text(_ column: Int) -> String? { utf8(column).map { String(decoding: $0, as: UTF8.self) } }

    /// The bytes of the text of a column where SQLite has them; nil for NULL.
    package func utf8(_ column: Int) -> UnsafeBufferPointer<UInt8>? {
        guard let text = sqlite3_column_text(handle, Int32(column)) else { return nil }
        return UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(handle, Int32(column))))
    }

    func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }

    /// A whole number, read without looking at what the column holds; 0 for NULL.
    func integer(_ column: Int) -> Int64 { sqlite3_column_int64(handle, Int32(column)) }

    /// A whole number; nil for NULL.
    func number(_ column: Int) -> Int64? {
        sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL ? nil : integer(column)
    }

    func day(_ column: Int) -> Day? { utf8(column).flatMap { Day(bytes: $0) } }

    /// As a rule without a text in between.
    func instant(_ column: Int) -> Instant? {
        utf8(column).flatMap { Instant(bytes: $0) ?? Instant(String(decoding: $0, as: UTF8.self)) }
    }

    /// What is in two columns: the amount, nil for NULL, and the currency.
    func money(_ amount: Int, _ currency: Int) -> Money? {
        number(amount).map { Money(minor: $0, currency: text(currency) ?? "") }
    }

    /// The due date in two columns.
    func due(_ day: Int, _ time: Int) -> Due? { self.day(day).map { Due(on: $0, at: instant(time)) } }
}

/// SQLITE_TRANSIENT, a macro that Swift does not import: SQLite copies what is bound.
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
nonisolated(unsafe) private let emptyText = kept("")

/// A text in C that stays where it is.
func kept(_ text: String) -> UnsafePointer<CChar> {
    let bytes = text.utf8CString
    let place = UnsafeMutableBufferPointer<CChar>.allocate(capacity: bytes.count)
    _ = place.initialize(from: bytes)
    return UnsafePointer(place.baseAddress!)
}
