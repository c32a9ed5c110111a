import Formats
package import Sales
package import Storage
import Words

/// How records are written.
package enum ExportFormat: String, CaseIterable, Sendable {
    case csv, json, vcard, ics, sql

    /// As people call it.
    var name: String {
        switch self {
        case .csv, .json, .sql: rawValue.uppercased()
        case .vcard: "vCard"
        case .ics: "iCalendar"
        }
    }

    /// How the names of its files end.
    package var ending: String { self == .vcard ? "vcf" : rawValue }

    /// The format that the name of a file asks for; nil when it does not say.
    package init?(fileName: String) {
        let ending = fileName.split(separator: "/").last?.split(separator: ".").dropFirst().last?.lowercased()
        guard let format = Self.allCases.first(where: { $0.ending == ending }) else { return nil }
        self = format
    }

    /// The kinds that it can hold.
    package var kinds: [Kind] {
        switch self {
        case .csv, .json, .sql: Kind.allCases
        case .vcard: [.company, .contact]
        case .ics: [.meeting, .followUp]
        }
    }

    /// Whether a file of no records can be read.
    fileprivate var mayBeEmpty: Bool { self == .csv || self == .json }
}

/// Takes bytes, piece by piece: standard output, a file, a buffer of a test.
package typealias ByteSink = ([UInt8]) throws -> Void

/// Writes records as files that say everything about them, so that an import into an empty file gives the same again.
package struct Exporter {
    private let store: Store

    /// Records that are read, and bytes that are gathered, before they are handed on.
    private static let batch = 500

    /// Of the vCards.
    private let cardVersion: CardVersion

    package init(_ store: Store, cardVersion: CardVersion = .four) {
        self.store = store
        self.cardVersion = cardVersion
    }

    /// Writes all records of a kind, or those of a list, ordered by uid.
    ///
    /// - Returns: how many.
    @discardableResult
    package func write(_ kind: Kind, query: ListQuery? = nil, format: ExportFormat = .csv, to sink: ByteSink) throws
        -> Int
    {
        guard format.kinds.contains(kind) else {
            let kinds = format.kinds.map(\.plural).joined(separator: say(" and "))
            throw ExchangeError.usage(
                say("\(format.name) files hold \(kinds); write \(kind.plural) as CSV or JSON."))
        }
        return try store.read { try write(kind.type, query, format, $0, sink) }
    }

    /// Writes them into a file.
    ///
    /// - Parameter force: replace the file when it exists.
    @discardableResult
    package func write(
        _ kind: Kind, query: ListQuery? = nil, format: ExportFormat = .csv, toFile path: String, force: Bool = false
    ) throws -> Int {
        let file = try SafeFile(path, force: force)
        let count = try write(kind, query: query, format: format) { try file.write($0) }
        try file.finish()
        return count
    }

    /// Writes a file for every kind into a folder, which is made when it is not there: `contacts.csv`, `companies.csv`
    /// and so on, all of one moment. Nothing takes its name before all are written.
    ///
    /// - Returns: how many records there are of each kind.
    @discardableResult
    package func writeAll(_ folder: String, format: ExportFormat = .csv, force: Bool = false) throws -> [(
        kind: Kind, count: Int
    )] {
        try SafeFile.makeFolder(folder)
        var files: [SafeFile] = []
        let counts = try store.read { transaction in
            try format.kinds.map { kind in
                let file = try SafeFile("\(folder)/\(kind.plural).\(format.ending)", force: force)
                files.append(file)
                return (kind, try write(kind.type, nil, format, transaction) { try file.write($0) })
            }
        }
        for (file, written) in zip(files, counts) where written.1 > 0 || format.mayBeEmpty { try file.finish() }
        return counts
    }

    private func write<R: Sales.Record>(
        _ type: R.Type, _ query: ListQuery?, _ format: ExportFormat, _ transaction: Transaction, _ sink: ByteSink
    ) throws -> Int {
        let chosen = try query.map { try transaction.ids($0) }
        var rows = RecordRows<R>(transaction)
        var count = 0
        func forEach(_ body: (R) throws -> Void) throws {
            try Exporter.batches(R.self, chosen, transaction) { records in
                if format == .json { try rows.prepare(records) }
                for record in records { try body(record) }
            }
        }
        switch format {
        case .csv:
            let table = try TableRows(R.self, transaction, chosen)
            var writer = CSVWriter()
            writer.row(table.headings)
            try table.write(chosen, to: &writer) { writer in
                count += 1
                if count % Exporter.batch == 0 { try sink(writer.take()) }
            }
            try sink(writer.take())
        case .json:
            var writer = JSONWriter()
            try forEach { record in
                writer.record(rows.object(record))
                count += 1
                if count % Exporter.batch == 0 { try sink(writer.take()) }
            }
            writer.endRecords()
            try sink(writer.take())
        case .vcard:
            let cards = CardExport(transaction: transaction, version: cardVersion)
            var writer = ContentWriter()
            try forEach { record in
                switch record {
                case let contact as Contact: writer.lines(try cards.lines(contact))
                case let company as Company: writer.lines(cards.lines(company))
                default: return
                }
                count += 1
                // A card may hold a photo.
                if count % Exporter.batch == 0 || writer.count > Limits.line { try sink(writer.take()) }
            }
            try sink(writer.take())
        case .ics:
            var calendar = CalendarExport(transaction)
            var writer = ContentWriter()
            writer.lines(CalendarExport.begin)
            try forEach { record in
                switch record {
                case let meeting as Meeting: writer.lines(try calendar.lines(meeting))
                case let followUp as FollowUp: writer.lines(try calendar.lines(followUp))
                default: return
                }
                count += 1
                if count % Exporter.batch == 0 { try sink(writer.take()) }
            }
            writer.lines(CalendarExport.end)
            try sink(writer.take())
        case .sql:
            var sql = SQLExport(transaction, kinds: [R.kind], isWhole: chosen == nil)
            sql.begin()
            sql.table(R.self)
            count = try Exporter.rows(R.self, chosen, transaction, &sql, sink)
            sql.end()
            try sink(sql.take())
        }
        return count
    }

    /// The records of a kind in the order of their uids, or those that were chosen, some hundred at a time.
    private static func batches<R: Sales.Record>(
        _ type: R.Type, _ chosen: [Int64]?, _ transaction: Transaction, _ body: ([R]) throws -> Void
    ) throws {
        if let chosen {
            for start in stride(from: 0, to: chosen.count, by: batch) {
                try body(transaction.fetch(R.self, Array(chosen[start..<min(start + batch, chosen.count)])))
            }
            return
        }
        var last = ""
        while true {
            let ids = try transaction.ids(R.kind, after: last, limit: batch)
            try body(transaction.fetch(R.self, ids.map(\.id)))
            guard ids.count == batch, let end = ids.last?.uid else { return }
            last = end
        }
    }
}

// MARK: - SQL

extension Exporter {
    /// Writes everything as one SQL script, of one moment.
    ///
    /// - Returns: how many records there are of each kind.
    @discardableResult
    package func writeSQL(to sink: ByteSink) throws -> [(kind: Kind, count: Int)] {
        try store.read { transaction in
            var sql = SQLExport(transaction, kinds: Kind.allCases, isWhole: true)
            sql.begin()
            for kind in Kind.allCases { sql.table(kind.type) }
            let counts = try Kind.allCases.map { kind in
                (kind, try Exporter.rows(kind.type, nil, transaction, &sql, sink))
            }
            sql.end()
            try sink(sql.take())
            return counts
        }
    }

    /// Writes it into a file.
    ///
    /// - Parameter force: replace the file when it exists.
    @discardableResult
    package func writeSQL(toFile path: String, force: Bool = false) throws -> [(kind: Kind, count: Int)] {
        let file = try SafeFile(path, force: force)
        let counts = try writeSQL { try file.write($0) }
        try file.finish()
        return counts
    }

    private static func rows<R: Sales.Record>(
        _ type: R.Type, _ chosen: [Int64]?, _ transaction: Transaction, _ sql: inout SQLExport, _ sink: ByteSink
    ) throws -> Int {
        var count = 0
        try batches(R.self, chosen, transaction) { records in
            for record in records { sql.row(record) }
            count += records.count
            try sink(sql.take())
        }
        sql.flush()
        try sink(sql.take())
        return count
    }
}
