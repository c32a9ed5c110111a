internal import CSQLite
internal import GRDB
import Sales

/// Inserts rows of one table, and writes each as the change that SQLite's session extension would record: that reads every row
/// again, which is a tenth of an import.
///
/// The form is described in sqlite3session.h and https://www.sqlite.org/session/changegroup.html: for each table a header, then for
/// each row the operation and its values, whole numbers in eight bytes, texts behind their length.
final class RowInsert {
    private enum Column {
        case id, empty
        /// Its place among the values that are given.
        case value(Int)
    }

    let table: TableColumns
    /// Places among the values of what leads to whom a row belongs to.
    let owners: [(value: Int, kind: Kind)]
    /// Whether a change can be written of what is given alone: no column has a value of its own.
    let isWhole: Bool
    private let statement: BoundStatement
    private let database: Database
    private let columns: [Column]
    private let header: [UInt8]
    /// The changes since the journal closed a piece.
    private(set) var changes: [UInt8] = []
    private(set) var count = 0
    private var row: [UInt8] = []
    private var texts: [(place: Int, start: Int, count: Int)] = []

    /// - Parameter names: the columns of the values that will be given, in their order; the id is SQLite's.
    init(_ table: TableColumns, _ names: [String], _ database: Database) throws {
        self.table = table
        self.database = database
        let infos = try database.columns(in: table.table)
        columns = infos.map { info in
            info.name == "id" ? .id : names.firstIndex(of: info.name).map { .value($0) } ?? .empty
        }
        isWhole = infos.allSatisfy { $0.name == "id" || names.contains($0.name) || $0.defaultValueSQL == nil }
        let given = infos.map(\.name).filter { names.contains($0) }
        statement = try BoundStatement(
            "INSERT INTO \(table.table) (\(given.joined(separator: ", "))) VALUES (\(databaseQuestionMarks(count: given.count)))",
            database)
        owners = table.ownerNames.compactMap { owner in
            names.firstIndex(of: owner.column).map { (value: $0, kind: owner.kind) }
        }
        var header: [UInt8] = [UInt8(ascii: "T")]
        header.append(count: infos.count)
        header += infos.map { UInt8($0.primaryKeyIndex) }
        self.header = header + Array(table.table.utf8) + [0]
    }

    /// Inserts a row.
    ///
    /// - Parameter isNoted: whether its change is kept for the journal.
    /// - Returns: the id that SQLite gave it.
    func run(_ values: [Value], isNoted: Bool) throws -> Int64 {
        // Taken out and put back, as a class's own array is looked after at every byte.
        var row = row
        var texts = texts
        (self.row, self.texts) = ([], [])
        defer { (self.row, self.texts) = (row, texts) }
        row.removeAll(keepingCapacity: true)
        texts.removeAll(keepingCapacity: true)
        row.append(UInt8(SQLITE_INSERT))
        row.append(0)
        var idPlace = 0
        var place = 0
        for column in columns {
            switch column {
            case .empty: row.append(UInt8(SQLITE_NULL))
            case .id:
                idPlace = row.count + 1
                row.append(integer: 0)
            case .value(let index):
                place += 1
                switch values[index] {
                case .null:
                    row.append(UInt8(SQLITE_NULL))
                    try statement.bind(.null, place)
                case .integer(let number):
                    row.append(integer: number)
                    try statement.bind(.integer(number), place)
                case .text(var text):
                    row.append(UInt8(SQLITE_TEXT))
                    text.withUTF8 { bytes in
                        row.append(count: bytes.count)
                        texts.append((place, row.count, bytes.count))
                        row.append(contentsOf: bytes)
                    }
                }
            }
        }
        try row.withUnsafeBufferPointer { bytes in
            for text in texts {
                try statement.bind(
                    staying: UnsafeBufferPointer(rebasing: bytes[text.start..<text.start + text.count]), text.place)
            }
            try statement.run()
        }
        let id = database.lastInsertedRowID
        if isNoted {
            let start = changes.count + idPlace
            changes.append(contentsOf: row)
            count += 1
            for byte in 0..<8 { changes[start + byte] = UInt8(truncatingIfNeeded: id >> Int64(56 - byte * 8)) }
        }
        return id
    }

    /// Forgets the rows since there were so many bytes and changes.
    func forget(from mark: (bytes: Int, count: Int)) {
        changes.removeLast(max(0, changes.count - mark.bytes))
        count = min(count, mark.count)
    }

    var mark: (bytes: Int, count: Int) { (changes.count, count) }

    /// Puts the changes behind others, and begins anew.
    func move(to changeset: inout [UInt8]) {
        if count == 0 { return }
        changeset += header
        changeset += changes
        forget(from: (0, 0))
    }
}

extension [UInt8] {
    /// A length as SQLite writes it: seven bits a byte, the highest first.
    fileprivate mutating func append(count: Int) {
        if count < 0x80 { return append(UInt8(count)) }
        var shift = 7
        while count >> (shift + 7) > 0 { shift += 7 }
        while shift > 0 {
            append(UInt8(count >> shift & 0x7F) | 0x80)
            shift -= 7
        }
        append(UInt8(count & 0x7F))
    }

    fileprivate mutating func append(integer: Int64) {
        append(UInt8(SQLITE_INTEGER))
        Swift.withUnsafeBytes(of: integer.bigEndian) { append(contentsOf: $0) }
    }
}
