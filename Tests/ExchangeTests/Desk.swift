import Exchange
import Foundation
import Sales
import Storage

/// What every test here needs: a store in memory, a folder of its own for files, and the folder of real files.
final class Desk {
    static let clock = Clock(zone: Zone("Asia/Shanghai")!, fixedAt: Instant("2026-11-21T06:05:00Z")!)
    static let corpus = ProcessInfo.processInfo.environment["KONTOR_CORPUS"]
    static let hasCorpus = corpus != nil

    let store: Store
    let folder: String

    init(seed: UInt64 = 1) throws {
        store = try Store.inMemory(clock: Desk.clock, seed: seed)
        folder = NSTemporaryDirectory() + "exchange-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Writes a file into the folder.
    func file(_ name: String, _ text: String) throws -> String { try file(name, Array(text.utf8)) }

    func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        let path = folder + "/" + name
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }

    /// A file of the folder, with its byte order mark.
    func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)), as: UTF8.self)
    }

    @discardableResult
    func bring(_ paths: String..., options: ImportOptions = ImportOptions()) throws -> ImportReport {
        try Importer(store, options: options).run(paths: paths)
    }

    /// Brings a text in as a file of that name.
    @discardableResult
    func take(_ name: String, _ text: String, options: ImportOptions = ImportOptions()) throws -> ImportReport {
        try bring(try file(name, text), options: options)
    }

    func export(_ kind: Kind, _ format: ExportFormat = .csv) throws -> String {
        var bytes: [UInt8] = []
        try Exporter(store).write(kind, format: format) { bytes += $0 }
        return Desk.withoutRevision(String(decoding: bytes, as: UTF8.self))
    }

    /// A table without its last column, which says when it was exported: two of the same records differ in that alone.
    static func withoutRevision(_ text: String) -> String {
        let heading = text.firstRange(of: /,revision [0-9]+-[0-9a-z]+\r\n/)
        return heading.map { text.replacingCharacters(in: $0, with: ",\r\n").replacing(",\r\n", with: "\r\n") } ?? text
    }

    func all<R: Sales.Record>(_ type: R.Type) throws -> [R] {
        try store.read { transaction in try transaction.ids(R.kind).compactMap { try transaction.fetch(R.self, $0) } }
    }

    func count(_ kind: Kind) throws -> Int { try store.read { try $0.count(kind) } }

    static func corpus(_ path: String) -> String { corpus! + "/" + path }
}
