import Formats
import Sales
import Storage

/// Writes records as the rows of a table: what the file holds goes into the cells without becoming a record in between.
struct TableRows {
    private enum Cell {
        case plain, flag, money, percent
        /// A uid and what a person calls it.
        case reference

        init(_ type: FieldType) {
            switch type {
            case .flag: self = .flag
            case .money: self = .money
            case .percent: self = .percent
            case .reference: self = .reference
            default: self = .plain
            }
        }

        var columns: Int { self == .reference ? 2 : 1 }
    }

    /// A list, and how many rows of it the fullest record has.
    private struct List {
        let cells: [Cell]
        let columns: Int
        let width: Int
        let isTags: Bool
    }

    let headings: [String]
    /// Said once, in the last heading, over empty cells: so two exports of the same records differ in the first line alone.
    private let revision: String?
    private let cursor: RecordCursor
    private let fields: [Cell]
    private let lists: [List]
    private let derived: [String]
    /// Where the currency stands in a row.
    private let currency: Int?

    init<R: Sales.Record>(_ type: R.Type, _ transaction: Transaction, _ ids: [Int64]?) throws {
        let fields = R.fields.map { Cell($0.type) }
        derived = Columns.derived(R.kind)
        cursor = try RecordCursor(R.self, transaction, derived: derived)
        lists = try R.lists.map { list in
            let cells = list.parts.map { Cell($0.type) }
            let width =
                try ids.map { try transaction.fullest(list.name, of: R.kind, among: $0) }
                ?? transaction.fullest(list.name, of: R.kind)
            return List(
                cells: cells, columns: cells.reduce(0) { $0 + $1.columns }, width: width, isTags: list.name == "tag")
        }
        revision = try transaction.revision()
        headings =
            Columns.headings(R.self, widths: lists.map { $0.isTags ? 1 : $0.width })
            + (revision.map { [Columns.heading(of: $0)] } ?? [])
        currency = R.fields.firstIndex { $0.name == "currency" }
            .map { 2 + fields[..<$0].reduce(0) { $0 + $1.columns } }
        self.fields = fields
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
            for place in lists.indices {
                if lists[place].isTags {
                    try writeTags(place, of: id, to: &writer)
                } else {
                    try write(place, of: id, currency, to: &writer)
                }
            }
            for _ in derived {
                writer.cell(guarded: row.utf8(column))
                column += 1
            }
            if revision != nil { writer.cell(guarded: nil) }
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

    private func write(_ place: Int, of id: Int64, _ currency: String, to writer: inout CSVWriter) throws {
        let list = lists[place]
        var missing = max(1, list.width)
        if list.width > 0 {
            try cursor.forEach(in: place, of: id) { row in
                var column = 0
                for cell in list.cells { write(cell, row, &column, currency, to: &writer) }
                missing -= 1
            }
        }
        for _ in 0..<max(0, missing * list.columns) { writer.cell(guarded: nil) }
    }

    /// Tags stand in one cell, parted by `;`.
    private func writeTags(_ place: Int, of id: Int64, to writer: inout CSVWriter) throws {
        var joined: [UInt8] = []
        if lists[place].width > 0 {
            var count = 0
            try cursor.forEach(in: place, of: id) { row in
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
