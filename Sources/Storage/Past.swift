import Foundation
internal import GRDB
package import Sales

/// What the records were at an earlier moment, as far as they have changed since: found by taking back, for that look alone, what
/// the journal says was done. So a file that was exported then can be told apart from what has been changed here meanwhile.
package struct Past {
    private var records: [Ref: any Sales.Record] = [:]
    /// Those that are no more here, by their uids.
    private var gone: [Kind: [String: Ref]] = [:]

    /// Nothing has changed.
    package init() {}

    /// The record as it was; nil when nothing of it has changed since.
    package func record<R: Sales.Record>(_ type: R.Type, _ id: Int64) -> R? { records[Ref(R.kind, id)] as? R }

    /// The record as it was, when it was deleted since.
    package func deleted<R: Sales.Record>(_ type: R.Type, uid: String) -> R? {
        gone[R.kind]?[uid].flatMap { records[$0] as? R }
    }

    /// What it was called, when that has changed since.
    package func name(_ ref: Ref) -> String? { records[ref]?.title }

    fileprivate mutating func add<R: Sales.Record>(_ found: [R]) {
        for record in found { records[Ref(R.kind, record.id)] = record }
    }

    fileprivate mutating func part(from transaction: Transaction) throws {
        for (ref, record) in records where try !transaction.exists(ref) {
            gone[ref.kind, default: [:]][record.uid] = ref
        }
    }
}

extension Transaction {
    /// The moment as files say it: the newest entry of the journal, and a mark by which another file's entry of that number is
    /// told from it. Nil before anything was done.
    package func revision() throws -> String? {
        try Row.fetchOne(database, sql: "\(Self.entries) WHERE id = (SELECT max(id) FROM journal WHERE state = 'done')")
            .map(Self.revision)
    }

    /// What has changed since a moment was; nil when the journal does not know it any more, or another file's does.
    package func past(since revision: String) throws -> Past? {
        guard let id = revision.split(separator: "-").first.flatMap({ Int64($0) }),
            let entry = try Row.fetchOne(database, sql: "\(Self.entries) WHERE id = ?", arguments: [id]),
            Self.revision(entry) == revision
        else { return nil }
        let state: String = entry["state"]
        // What had been done then and is undone now is done again for the look.
        let (way, isBackwards) = state == "done" ? ("id > ? ORDER BY id DESC", true) : ("id <= ? ORDER BY id", false)
        if state == HistoryEntry.State.dropped.rawValue { return nil }
        let steps = try Int64.fetchAll(
            database, sql: "SELECT id FROM journal WHERE state = ? AND \(way)", arguments: [state, id])
        if steps.isEmpty { return Past() }
        let owners = ListOwners()
        // What was added since was not there: mostly the bulk of what happened, as by an import of a hundred thousand.
        let added = isBackwards ? try added(by: steps, owners) : [:]
        if !added.isEmpty, let past = try past(taking: steps, isBackwards: true, without: added, owners) { return past }
        return try past(taking: steps, isBackwards: isBackwards, without: [:], owners)
    }

    /// Which records some entries of the journal added.
    private func added(by steps: [Int64], _ owners: ListOwners) throws -> [Kind: Set<Int64>] {
        var added: [Kind: Set<Int64>] = [:]
        for step in steps {
            for piece in try pieces(of: step) {
                try changes(of: step, piece).forEachRaw { change in
                    if change.operation == .insert, let kind = owners.kinds[change.table], let id = change.integer(0) {
                        added[kind, default: []].insert(id)
                    }
                }
            }
        }
        return added
    }

    private func pieces(of step: Int64) throws -> [Int64] {
        try BoundStatement("SELECT number FROM journal_piece WHERE journal_id = ? ORDER BY number", database)
            .integers([.integer(step)])
    }

    private func changes(of step: Int64, _ piece: Int64) throws -> Changeset {
        let data = try Data.fetchOne(
            database, sql: "SELECT changes FROM journal_piece WHERE journal_id = ? AND number = ?",
            arguments: [step, piece])
        return Changeset(bytes: [UInt8](data ?? Data()))
    }

    /// What some entries changed, found by taking them back or doing them again.
    ///
    /// - Parameter added: records that were not there, nor their rows.
    /// - Returns: nil when they cannot be.
    private func past(
        taking steps: [Int64], isBackwards: Bool, without added: [Kind: Set<Int64>], _ owners: ListOwners
    ) throws -> Past? {
        var past: Past? = Past()
        var touched: [Kind: Set<Int64>] = [:]
        /// Rows of lists of which only the changed columns are known: whom they belong to is looked up.
        var rows: [String: Set<Int64>] = [:]
        func matters(_ change: RawChange) -> Bool {
            if let kind = owners.kinds[change.table] {
                return !(change.integer(0).map { added[kind]?.contains($0) == true } ?? false)
            }
            // Of an update of a row it is not known whose it is; to take it back does no harm.
            if change.operation == .update { return true }
            return !(owners.columns[change.table] ?? []).contains { column, kind in
                guard let added = added[kind], let place = try? owners.place(of: column, in: change.table, database)
                else { return false }
                return change.integer(Int(place)).map { added.contains($0) } ?? false
            }
        }
        try database.inSavepoint {
            for step in steps {
                let pieces = try pieces(of: step)
                for piece in isBackwards ? pieces.reversed() : pieces {
                    var changes = try changes(of: step, piece)
                    if !added.isEmpty {
                        guard let kept = changes.filtered(matters) else {
                            past = nil
                            return .rollback
                        }
                        if kept.bytes.isEmpty { continue }
                        changes = kept
                    }
                    if isBackwards { changes = try changes.inverted() }
                    guard try changes.apply(to: database) else {
                        past = nil
                        return .rollback
                    }
                    try changes.forEach { change in
                        if let kind = owners.kinds[change.table] {
                            change.forEachID(0) { touched[kind, default: []].insert($0) }
                        } else if let columns = owners.columns[change.table] {
                            if change.operation == .update {
                                change.forEachID(0) { rows[change.table, default: []].insert($0) }
                            }
                            for (column, kind) in columns {
                                change.forEachID(try owners.place(of: column, in: change.table, database)) {
                                    touched[kind, default: []].insert($0)
                                }
                            }
                        }
                    }
                }
            }
            for (table, ids) in rows {
                for (column, kind) in owners.columns[table] ?? [] {
                    let found = try Int64?.fetchAll(
                        database,
                        sql: "SELECT \(column) FROM \(table) WHERE id IN (SELECT value FROM json_each(?))",
                        arguments: [IDList.json(ids)])
                    touched[kind, default: []].formUnion(found.compactMap { $0 })
                }
            }
            for (kind, ids) in touched {
                let ids = ids.subtracting(added[kind] ?? [])
                func fetch<R: Sales.Record>(_ type: R.Type) throws { past?.add(try self.fetch(R.self, Array(ids))) }
                try fetch(kind.type)
            }
            return .rollback
        }
        try past?.part(from: self)
        return past
    }

    private static let entries = "SELECT id, at, process, verb, arguments, state FROM journal"

    /// `482-1x9k3f`.
    private static func revision(_ entry: Row) -> String {
        var mark: UInt32 = 2_166_136_261
        for column in ["at", "process", "verb", "arguments"] {
            for byte in (entry[column] as String).utf8 { mark = (mark ^ UInt32(byte)) &* 16_777_619 }
        }
        return "\(entry["id"] as Int64)-" + String(mark, radix: 36)
    }
}

/// Which tables hold the records, and which the rows of their lists.
private final class ListOwners {
    let kinds = Dictionary(uniqueKeysWithValues: Kind.allCases.map { ($0.table, $0) })
    private(set) var columns: [String: [(column: String, kind: Kind)]] = [:]
    private var places: [String: Int32] = [:]

    init() {
        func lists<R: Sales.Record>(_ type: R.Type) -> [String] { R.lists.map(\.name) }
        for kind in Kind.allCases {
            for list in lists(kind.type) { columns[list, default: []].append((kind.table + "_id", kind)) }
        }
    }

    /// The place of a column in the changesets of its table.
    func place(of column: String, in table: String, _ database: Database) throws -> Int32? {
        let key = table + "." + column
        if places[key] == nil {
            let names = try database.columns(in: table).map(\.name)
            places[key] = names.firstIndex(of: column).map { Int32($0) } ?? -1
        }
        return places[key].flatMap { $0 < 0 ? nil : $0 }
    }
}
