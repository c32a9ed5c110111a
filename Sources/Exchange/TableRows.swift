import Formats
import Sales
import Storage

/// Writes records as the rows of a table: what the file holds goes into the cells without becoming a record in between.
struct TableRows<R: Sales.Record> {
    private enum Cell {
        case plain, flag, money, percent
        /// A uid and what a person calls it.
        case reference
    }

    private let cursor: RecordCursor<R>
    private let fields = R.fields.map { Self.cell($0.type) }
    private let lists = R.lists.map { $0.parts.map { Self.cell($0.type) } }
    private let derived = Columns.derived(R.kind)
    /// How many rows of each list the fullest record has.
    private let widths: [Int]
    private let tags = R.lists.firstIndex { $0.name == "tag" }
    /// Where the currency stands in a row.
    private var currency: Int?

    init(_ transaction: Transaction, _ ids: [Int64]?) throws {
        cursor = try RecordCursor(transaction, derived: derived)
        widths = try R.lists.map { list in
            guard let ids else { return try transaction.fullest(list.name, of: R.kind) }
            return try transaction.fullest(list.name, of: R.kind, among: ids)
        }
        if let place = R.fields.firstIndex(where: { $0.name == "currency" }) {
            currency = 2 + fields[..<place].reduce(0) { $0 + ($1 == .reference ? 2 : 1) }
        }
    }

    private static func cell(_ type: FieldType) -> Cell {
        switch type {
        case .flag: .flag
        case .money: .money
        case .percent: .percent
        case .reference: .reference
        default: .plain
        }
    }

    var headings: [String] {
        Columns.headings(R.self, widths: widths.enumerated().map { $0.offset == tags ? 1 : $0.element })
    }

    /// Writes all records in the order of their uids, or some in theirs.
    ///
    /// - Parameter wrote: called after each.
    func write(_ ids: [Int64]?, to writer: inout CSVWriter, _ wrote: (inout CSVWriter) throws -> Void) throws {
        try cursor.forEach(ids) { row in
            let id = row[0].integer ?? 0
            let currency = currency.flatMap { row.text($0) } ?? ""
            writer.cell(guarded: row.utf8(1))
            var column = 2
            for cell in fields { write(cell, row, &column, currency, to: &writer) }
            for list in lists.indices {
                if list == tags {
                    try writeTags(list, of: id, to: &writer)
                } else {
                    try write(list, of: id, currency, to: &writer)
                }
            }
            for _ in derived {
                writer.cell(guarded: row.utf8(column))
                column += 1
            }
            writer.endRow()
            try wrote(&writer)
        }
    }

    private func write(
        _ cell: Cell, _ row: BoundRow, _ column: inout Int, _ currency: String, to writer: inout CSVWriter
    ) {
        switch cell {
        case .plain: writer.cell(guarded: row.utf8(column))
        case .flag: writer.cell(row[column].integer.map { $0 == 1 ? "yes" : "no" } ?? "")
        case .money: writer.cell(row[column].integer.map { Money(minor: $0, currency: currency).decimal } ?? "")
        case .percent: writer.cell(row[column].integer.map { Percent.text($0) } ?? "")
        case .reference:
            writer.cell(guarded: row.utf8(column))
            column += 1
            writer.cell(guarded: row.utf8(column))
        }
        column += 1
    }

    private func write(_ list: Int, of id: Int64, _ currency: String, to writer: inout CSVWriter) throws {
        var missing = max(1, widths[list])
        if widths[list] > 0 {
            try cursor.forEach(in: list, of: id) { row in
                var column = 0
                for cell in lists[list] { write(cell, row, &column, currency, to: &writer) }
                missing -= 1
            }
        }
        let columns = lists[list].reduce(0) { $0 + ($1 == .reference ? 2 : 1) }
        for _ in 0..<max(0, missing) * columns { writer.cell(guarded: nil) }
    }

    /// Tags stand in one cell, parted by `;`.
    private func writeTags(_ list: Int, of id: Int64, to writer: inout CSVWriter) throws {
        var joined: [UInt8] = []
        if widths[list] > 0 {
            var count = 0
            try cursor.forEach(in: list, of: id) { row in
                if count > 0 { joined.append(UInt8(ascii: ";")) }
                count += 1
                for byte in row.utf8(0) ?? .init(start: nil, count: 0) {
                    if byte == UInt8(ascii: ";") || byte == UInt8(ascii: "\\") { joined.append(UInt8(ascii: "\\")) }
                    joined.append(byte)
                }
            }
        }
        joined.withUnsafeBufferPointer { writer.cell(guarded: $0) }
    }
}
