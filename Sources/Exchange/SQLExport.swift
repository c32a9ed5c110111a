import Formats
import Sales
import Storage

/// Records as standard SQL (ISO 9075), for the day on which a team outgrows one file: PostgreSQL reads it as it is.
///
/// A table for each kind and for each list of it, rows, and at the end the keys that lead from one to another, in one
/// transaction.
struct SQLExport {
    private let transaction: Transaction
    /// Whose tables are written: keys lead only to these.
    private let kinds: Set<Kind>
    /// Whether all records of those kinds are written.
    private let isWhole: Bool
    private var bytes: [UInt8] = []
    /// Rows that wait for the next INSERT, by table.
    private var pending: [String: (columns: String, rows: [String])] = [:]
    private var keys: [String] = []

    /// Rows of one INSERT.
    private static let batch = 100

    init(_ transaction: Transaction, kinds: [Kind], isWhole: Bool) {
        self.transaction = transaction
        self.kinds = Set(kinds)
        self.isWhole = isWhole
    }

    /// What has been written since it was last asked for.
    mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    mutating func begin() {
        line("-- Written by Kontor, \(transaction.clock.now). In UTF-8, for a database that is empty.")
        line("START TRANSACTION;")
    }

    mutating func end() {
        for key in keys { line(key) }
        line("COMMIT;")
    }

    private mutating func line(_ text: String) { bytes += Array((text + "\n").utf8) }

    // MARK: - Tables

    mutating func table<R: Record>(_ type: R.Type) {
        let table = R.kind.table
        var columns = ["\"id\" BIGINT PRIMARY KEY", "\"uid\" VARCHAR NOT NULL UNIQUE"]
        for field in R.fields {
            var column = "\"\(field.column)\" \(SQLExport.type(field.type))"
            if field.isRequired { column += " NOT NULL" }
            if case .choice(let choices) = field.type {
                column += " CHECK (\"\(field.column)\" IN (\(choices.map(SQLExport.text).joined(separator: ", "))))"
            }
            columns.append(column)
            addKey(table, field.column, field.type)
        }
        create(table, columns)
        for list in R.lists {
            let name = "\(table)_\(list.name)"
            var columns = ["\"\(table)_id\" BIGINT NOT NULL", "\"ordinal\" INTEGER NOT NULL"]
            for part in list.parts {
                columns.append("\"\(SQLExport.column(part, of: table))\" \(SQLExport.type(part.type))")
                addKey(name, SQLExport.column(part, of: table), part.type)
            }
            columns.append("PRIMARY KEY (\"\(table)_id\", \"ordinal\")")
            create(name, columns)
            keys.append(SQLExport.key(name, "\(table)_id", table))
        }
    }

    private mutating func create(_ table: String, _ columns: [String]) {
        line("\nCREATE TABLE \"\(table)\" (\n    \(columns.joined(separator: ",\n    "))\n);")
    }

    /// A key leads only to where everything is.
    private mutating func addKey(_ table: String, _ column: String, _ type: FieldType) {
        guard case .reference(let kind) = type, isWhole, kinds.contains(kind) else { return }
        keys.append(SQLExport.key(table, column, kind.table))
    }

    private static func key(_ table: String, _ column: String, _ target: String) -> String {
        "ALTER TABLE \"\(table)\" ADD FOREIGN KEY (\"\(column)\") REFERENCES \"\(target)\" (\"id\");"
    }

    /// The column of a part of a list, which must not be called as the key to the record is.
    private static func column(_ part: ListPart, of table: String) -> String {
        part.column == table + "_id" ? "other_" + part.column : part.column
    }

    private static func type(_ type: FieldType) -> String {
        switch type {
        case .text, .longText, .choice, .birthday: "VARCHAR"
        case .integer(let range): range.lowerBound >= Int32.min && range.upperBound <= Int32.max ? "INTEGER" : "BIGINT"
        case .flag: "BOOLEAN"
        case .day: "DATE"
        case .instant: "TIMESTAMP WITH TIME ZONE"
        case .money: "DECIMAL(20, 4)"
        case .percent: "DECIMAL(5, 2)"
        case .reference: "BIGINT"
        }
    }

    // MARK: - Rows

    mutating func row<R: Record>(_ record: R) {
        let table = R.kind.table
        let currency = R.field("currency")?.get(record).text ?? ""
        var values = [String(record.id), SQLExport.text(record.uid)]
        for field in R.fields { values.append(SQLExport.literal(field.get(record), field.type, currency)) }
        insert(table, ["id", "uid"] + R.fields.map(\.column), values)
        for list in R.lists {
            for (ordinal, row) in list.get(record).enumerated() {
                insert(
                    "\(table)_\(list.name)",
                    ["\(table)_id", "ordinal"] + list.parts.map { SQLExport.column($0, of: table) },
                    [String(record.id), String(ordinal + 1)]
                        + zip(list.parts, row).map { SQLExport.literal($1, $0.type, currency) })
            }
        }
    }

    private mutating func insert(_ table: String, _ columns: [String], _ values: [String]) {
        let list = columns.map { "\"\($0)\"" }.joined(separator: ", ")
        pending[table, default: (list, [])].rows.append("(" + values.joined(separator: ", ") + ")")
        if pending[table]!.rows.count == SQLExport.batch { flush(table) }
    }

    /// Writes the rows that wait.
    mutating func flush() {
        for table in pending.keys.sorted() { flush(table) }
    }

    private mutating func flush(_ table: String) {
        guard let waiting = pending.removeValue(forKey: table) else { return }
        line("INSERT INTO \"\(table)\" (\(waiting.columns)) VALUES\n\(waiting.rows.joined(separator: ",\n"));")
    }

    private static func literal(_ value: Value, _ type: FieldType, _ currency: String) -> String {
        switch (type, value) {
        case (_, .null): "NULL"
        case (.flag, .integer(let number)): number == 1 ? "TRUE" : "FALSE"
        case (.money, .integer(let minor)): Money(minor: minor, currency: currency).decimal
        case (.percent, .integer(let hundredths)):
            "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)"
        case (_, .integer(let number)): String(number)
        case (.day, .text(let day)): "DATE '\(day)'"
        // A literal of TIMESTAMP with an offset loses it in PostgreSQL.
        case (.instant, .text(let instant)):
            "CAST('\(instant.replacing("T", with: " ").replacing("Z", with: "+00:00"))' AS TIMESTAMP WITH TIME ZONE)"
        case (_, .text(let text)): SQLExport.text(text)
        }
    }

    /// A quote is doubled; nothing else means anything in a standard string. No database takes a NUL.
    private static func text(_ text: String) -> String {
        if !text.utf8.contains(where: { $0 == 39 || $0 == 0 }) { return "'\(text)'" }
        var scalars = String.UnicodeScalarView("'".unicodeScalars)
        for scalar in text.unicodeScalars {
            if scalar == "'" { scalars.append("'") }
            scalars.append(scalar.value == 0 ? "\u{FFFD}" : scalar)
        }
        scalars.append("'")
        return String(scalars)
    }
}
