import Foundation
import Formats
import Sales
package import Storage
import Words

/// Brings files in: all of them in one go, which one undo takes back, or nothing.
package struct Importer {
    private let store: Store
    private let options: ImportOptions

    package init(_ store: Store, options: ImportOptions = ImportOptions()) {
        self.store = store
        self.options = options
    }

    /// Ends a transaction of which nothing is to stay: a dry run, whose numbers are then those that the import would have, and
    /// an import that brought nothing, which is to leave no stage or company made in passing.
    private struct NothingStays: Error {}

    /// Reads the files in the order in which they need one another, whatever the order of the paths.
    ///
    /// - Parameters:
    ///   - plans: how each of them is to be read.
    ///   - progress: called about every 1000 records.
    ///   - isCancelled: asked as often; true ends the import, and nothing is changed.
    /// - Throws: `ExchangeError`, `StoreError`; then nothing is changed.
    @discardableResult
    package func run(
        paths: [String], plans: [FilePlan] = [], progress: (ImportProgress) -> Void = { _ in },
        isCancelled: () -> Bool = { false }
    ) throws -> ImportReport {
        var options = options
        for plan in plans { options.names.add(plan.names) }
        var files = try paths.enumerated().map { index, path in
            var options = options
            if plans.indices.contains(index) { options.plan = plans[index] }
            if let name = options.plan.encoding { options.encoding = try TableFile.encoding(name) }
            return try ImportFile(InputFile(path), options)
        }
        files = files.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }.map(
            \.element)
        let isMuch = size(of: paths) >= Self.much
        if isMuch { try prepareForMuch() }
        var report = ImportReport()
        report.isDryRun = options.isDryRun
        report.files = files.map(\.file)
        let refusedRows = try options.rejects.map { try RefusedRows($0, of: report.files) }
        let rung = try store.pastReminders()
        let names = paths.map { visible($0.split(separator: "/").last.map(String.init) ?? $0) }.joined(separator: ", ")
        do {
            try store.write("Import \(names)") { transaction in
                let run = ImportRun(
                    transaction, options, report, refusedRows, hasHistories: files.contains { $0.kind == .dealChange })
                defer { report = run.report }
                for revision in Set(files.compactMap(\.revision)) {
                    run.pasts[revision] = try transaction.past(since: revision)
                }
                var steps = 0
                func read() throws {
                    for (index, file) in files.enumerated() {
                        run.file = index
                        try file.run(run) {
                            steps += 1
                            guard steps % 1000 == 0 else { return }
                            if isCancelled() { throw ExchangeError.cancelled }
                            progress(
                                ImportProgress(
                                    path: file.path, records: run.report.total.read, fraction: fraction(of: files)))
                        }
                    }
                }
                if isMuch { try transaction.writingMuch(read) } else { try read() }
                try refusedRows?.finish()
                if run.report.total.imported + run.report.total.updated == 0 {
                    run.report.forgetMade()
                    throw NothingStays()
                }
                if options.isDryRun { throw NothingStays() }
            }
        } catch is NothingStays {
            return report
        }
        try store.quiet(since: rung)
        return report
    }

    /// How much of all files has been read.
    private func fraction(of files: [ImportFile]) -> Double? {
        let parts = files.compactMap(\.fraction)
        let whole = parts.reduce(0) { $0 + $1.size }
        return parts.count == files.count && whole > 0 ? parts.reduce(0) { $0 + $1.part * $1.size } / whole : nil
    }

    /// Files from this size on, in bytes, are a large import: the store is looked through and copied before it is given that much.
    private static let much = 5_000_000

    private func prepareForMuch() throws {
        guard try store.problems(thorough: false).isEmpty else { throw StoreError.damaged(path: store.path) }
        if options.isDryRun { return }
        if try !store.read({ try $0.isEmpty() }) { try store.keepBackup(.beforeImport) }
    }

    private func size(of paths: [String]) -> Int {
        paths.reduce(0) { $0 + ((try? FileManager.default.attributesOfItem(atPath: $1)[.size] as? Int) ?? 0) }
    }
}

/// A file of any format on its way in.
private enum ImportFile {
    case table(TableImport)
    case cards(CardImport)
    case json(JSONImport)
    case calendar(CalendarImport)

    init(_ input: InputFile, _ options: ImportOptions) throws {
        if !options.mapping.isEmpty, input.format != .table {
            throw ExchangeError.usage(say("\(visible(input.path)) is no table, so it has no columns to map."))
        }
        switch input.format {
        case .table: self = .table(try TableImport(input, options))
        case .cards: self = .cards(try CardImport(input, options))
        case .json: self = .json(try JSONImport(input, options))
        case .calendar: self = .calendar(try CalendarImport(input, options))
        }
    }

    var path: String { file.path }
    var kind: Kind? { file.kind }

    /// When a table of ours was exported.
    var revision: String? {
        if case .table(let table) = self { table.plan.revision } else { nil }
    }

    /// Its place among the files: what is referred to comes first.
    var order: Int {
        if case .calendar = self { return Kind.allCases.firstIndex(of: .meeting)! }
        return Kind.allCases.firstIndex(of: kind ?? .contact)!
    }

    var file: ImportReport.File {
        switch self {
        case .table(let table): table.file
        case .cards(let cards): cards.file
        case .json(let json): json.file
        case .calendar(let calendar): calendar.file
        }
    }

    /// How much of it was read, and its size; nil where that cannot be known, of what comes from a pipe.
    var fraction: (part: Double, size: Double)? {
        let (input, part) =
            switch self {
            case .table(let table): (table.input, table.input.fraction(isSurveyed: table.isSurveyed))
            case .cards(let cards): (cards.input, cards.input.fraction())
            case .json(let json): (json.input, json.input.fraction())
            case .calendar(let calendar): (calendar.input, calendar.input.fraction(isSurveyed: true))
            }
        guard let size = input.size, let part else { return nil }
        return (part, Double(size))
    }

    func run(_ run: ImportRun, _ step: () throws -> Void) throws {
        switch self {
        case .table(let table): try table.run(run, step)
        case .cards(let cards): try cards.run(run, step)
        case .json(let json): try json.run(run, step)
        case .calendar(let calendar): try calendar.run(run, step)
        }
    }
}
