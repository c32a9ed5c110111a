import Formats
package import Sales
package import Storage
import Words

/// How records are written.
package enum ExportFormat: String, CaseIterable, Sendable {
    case csv, json, vcard

    /// As people call it.
    var name: String { self == .vcard ? "vCard" : rawValue.uppercased() }

    /// How the names of its files end.
    package var ending: String { self == .vcard ? "vcf" : rawValue }

    /// The format that the name of a file asks for; nil when it does not say.
    package init?(fileName: String) {
        let ending = fileName.split(separator: "/").last?.split(separator: ".").dropFirst().last?.lowercased()
        guard let format = Self.allCases.first(where: { $0.ending == ending }) else { return nil }
        self = format
    }

    /// The kinds that it can hold.
    package var kinds: [Kind] { self == .vcard ? [.company, .contact] : Kind.allCases }
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
        // A file of no cards would be refused on the way in.
        for (file, written) in zip(files, counts) where written.1 > 0 || format != .vcard { try file.finish() }
        return counts
    }

    private func write<R: Sales.Record>(
        _ type: R.Type, _ query: ListQuery?, _ format: ExportFormat, _ transaction: Transaction, _ sink: ByteSink
    ) throws -> Int {
        let chosen = try query.map { try transaction.ids($0) }
        var rows = RecordRows<R>(transaction)
        var count = 0
        func forEach(_ body: (R) throws -> Void) throws {
            func take(_ ids: [Int64]) throws {
                let records = try transaction.fetch(R.self, ids)
                if format != .vcard { try rows.prepare(records) }
                for record in records { try body(record) }
            }
            if let chosen {
                for start in stride(from: 0, to: chosen.count, by: Exporter.batch) {
                    try take(Array(chosen[start..<min(start + Exporter.batch, chosen.count)]))
                }
                return
            }
            var last = ""
            while true {
                let ids = try transaction.ids(R.kind, after: last, limit: Exporter.batch)
                try take(ids.map(\.id))
                guard ids.count == Exporter.batch, let end = ids.last?.uid else { return }
                last = end
            }
        }
        switch format {
        case .csv:
            let widths = try rows.widths(of: chosen)
            var writer = CSVWriter()
            writer.row(Columns.headings(R.self, widths: widths))
            try forEach { record in
                writer.row(rows.cells(record, widths: widths))
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
        }
        return count
    }
}
