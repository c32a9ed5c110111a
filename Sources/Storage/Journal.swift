import Foundation
internal import GRDB
package import Sales
import Words

/// The journal: every action of the user as the changes that it made, so that it can be undone and done again.
enum Journal {
    /// The tables whose rows are the user's: all but what is derived or remembered.
    static let tables = [
        "stage", "outcome", "reason", "holiday", "quota", "cadence", "commission", "rate", "template", "saved_view",
        "company",
        "contact",
        "relation", "affiliation",
        "difference", "opportunity",
        "role", "deal_change", "call", "meeting", "attendee", "follow_up", "note", "promise", "phone", "email",
        "address", "tag",
        "property", "alarm", "external_id",
    ]

    /// Changes a piece: a large entry is kept in pieces, so that a million rows need little memory.
    static let changesPerPiece = 20_000
}

/// One action that the history lists.
package struct HistoryEntry: Sendable, Equatable {
    package enum State: String, Sendable {
        case done, undone
        /// Undone, and then something else was done: it cannot be done again.
        case dropped
    }

    package var id: Int64
    package var at: Instant
    /// What was done, as a sentence of the user's language.
    package var sentence: String
    /// Rows that it changed.
    package var records: Int
    package var state: State
    /// True when this run of the program did it.
    package var isOurs: Bool
}

/// The entry being written: it records what a transaction changes, refreshes what is derived, and keeps the pieces.
final class JournalEntry {
    private let label: Phrase
    private let database: Database
    private unowned let store: Store
    private var recorder: ChangeRecorder?
    private var id: Int64?
    private var pieces = 0
    private var records = 0
    private var changesAtLastPiece = 0
    private var postponed: Touched.Postponed = [:]
    private var touched: Touched
    /// What inserts rows and notes them itself.
    private var inserts: [RowInsert] = []

    init(label: Phrase, database: Database, store: Store) {
        self.label = label
        self.database = database
        self.store = store
        touched = Touched(database: database)
    }

    /// What inserts rows of a table.
    ///
    /// - Parameter columns: those of the values that will be given.
    func insertion(_ table: String, _ columns: [String]) throws -> RowInsert {
        let insert = try RowInsert(touched.columns.of(table), columns, database)
        inserts.append(insert)
        return insert
    }

    /// Inserts a row and notes it. A row that comes after other changes is noted by them: the order of changes stays.
    func run(_ insert: RowInsert, _ values: [Value]) throws -> Int64 {
        guard insert.isWhole, let recorder, recorder.isEmpty else { return try insert.run(values, isNoted: false) }
        let id = try recorder.pause { try insert.run(values, isNoted: true) }
        touched.add(insert, id, values)
        return id
    }

    /// Does what is to leave no trace, as it takes back what was done since the last piece.
    func untraced(_ body: () throws -> Void) throws {
        if let recorder { try recorder.pause(body) } else { try body() }
    }

    func begin() throws {
        recorder = try ChangeRecorder(database, tables: Journal.tables)
        changesAtLastPiece = database.totalChangesCount
    }

    /// Called after every change: closes a piece when enough has gathered.
    func checkpoint() throws {
        if database.totalChangesCount - changesAtLastPiece >= Journal.changesPerPiece {
            try closePiece(isLast: false)
            try begin()
        }
    }

    func finish() throws {
        try closePiece(isLast: true)
        if let id {
            try database.execute(sql: "UPDATE journal SET records = ? WHERE id = ?", arguments: [records, id])
        }
    }

    func end() { recorder = nil }

    private func closePiece(isLast: Bool) throws {
        var inserted: [UInt8] = []
        for insert in inserts {
            records += insert.count
            insert.move(to: &inserted)
        }
        let changes = try recorder?.changeset()
        recorder = nil
        try changes?.forEach {
            touched.add($0)
            records += 1
        }
        try touched.refresh(watching: store.planWatch, postponed: &postponed, isLast: isLast)
        touched.removeAll()
        // Rows are noted here as long as nothing else has been done: what came after stands in a piece after them.
        if !inserted.isEmpty { try write(inserted) }
        if let changes { try write(changes.bytes) }
    }

    private func write(_ changes: [UInt8]) throws {
        if id == nil {
            // Something new was done: what had been undone cannot be done again.
            try database.execute(sql: "UPDATE journal SET state = 'dropped' WHERE state = 'undone'")
            let arguments = String(decoding: try JSONEncoder().encode(label.values), as: UTF8.self)
            try database.execute(
                sql:
                    "INSERT INTO journal (at, process, verb, arguments, records, state) VALUES (?, ?, ?, ?, 0, 'done')",
                arguments: [store.clock.now.description, store.process, label.key, arguments])
            id = database.lastInsertedRowID
        }
        pieces += 1
        try database.execute(
            sql: "INSERT INTO journal_piece VALUES (?, ?, ?)", arguments: [id, pieces, Data(changes)])
    }
}

extension Store {
    /// What `undo` would take back; nil when there is nothing.
    package func nextUndo() throws -> HistoryEntry? {
        try history(where: "id = (SELECT max(id) FROM journal WHERE state = 'done')").first
    }

    /// What `redo` would do again; nil when there is nothing.
    package func nextRedo() throws -> HistoryEntry? {
        try history(where: "id = (SELECT min(id) FROM journal WHERE state = 'undone')").first
    }

    /// The last actions, newest first.
    package func history(limit: Int = 100) throws -> [HistoryEntry] {
        try history(where: "1 ORDER BY id DESC LIMIT \(limit)")
    }

    /// Takes the last action back. Nil when there is nothing to undo.
    ///
    /// - Throws: `StoreError.refused` when another program changed the same rows since; nothing is changed then.
    package func undo() throws -> HistoryEntry? {
        guard let entry = try nextUndo() else { return nil }
        try apply(entry, backwards: true)
        return entry
    }

    /// Does the last undone action again. Nil when there is nothing to redo.
    package func redo() throws -> HistoryEntry? {
        guard let entry = try nextRedo() else { return nil }
        try apply(entry, backwards: false)
        return entry
    }

    /// Forgets entries older than 90 days beyond the newest gigabyte. The histories in the data stay.
    ///
    /// - Returns: how many entries were forgotten.
    package func pruneJournal() throws -> Int {
        let oldest = clock.zone.instant(clock.today - 90, TimeOfDay(0, 0)!).description
        return try writeUnjournaled { database in
            let sizes = try Row.fetchAll(
                database,
                sql: """
                    SELECT journal.id, at, (SELECT sum(length(changes)) FROM journal_piece WHERE journal_id = journal.id) AS size
                    FROM journal ORDER BY id DESC
                    """)
            var total = 0
            var forgotten = 0
            for row in sizes {
                total += row["size"] ?? 0
                guard total > 1_000_000_000, (row["at"] as String) < oldest else { continue }
                let id: Int64 = row["id"]
                try database.execute(sql: "DELETE FROM journal_piece WHERE journal_id = ?", arguments: [id])
                try database.execute(sql: "DELETE FROM journal WHERE id = ?", arguments: [id])
                forgotten += 1
            }
            return forgotten
        }
    }

    private func apply(_ entry: HistoryEntry, backwards: Bool) throws {
        try writeUnjournaled { database in
            // Between the look and the lock another process may have undone it.
            let state = try String.fetchOne(
                database, sql: "SELECT state FROM journal WHERE id = ?", arguments: [entry.id])
            guard state == (backwards ? "done" : "undone") else { throw StoreError.busy }
            let numbers = try Int.fetchAll(
                database, sql: "SELECT number FROM journal_piece WHERE journal_id = ? ORDER BY number",
                arguments: [entry.id])
            var postponed: Touched.Postponed = [:]
            for number in backwards ? numbers.reversed() : numbers {
                let data = try Data.fetchOne(
                    database, sql: "SELECT changes FROM journal_piece WHERE journal_id = ? AND number = ?",
                    arguments: [entry.id, number])
                var changes = Changeset(bytes: [UInt8](data ?? Data()))
                if backwards { changes = try changes.inverted() }
                guard try changes.apply(to: database) else {
                    throw StoreError.refused(
                        backwards
                            ? say(
                                "\(entry.sentence) cannot be undone: another program has changed the same records since."
                            )
                            : say(
                                "\(entry.sentence) cannot be done again: another program has changed the same records since."
                            ))
                }
                var touched = Touched(database: database)
                try changes.forEach { touched.add($0) }
                try touched.refresh(
                    watching: planWatch, postponed: &postponed,
                    isLast: number == (backwards ? numbers.first : numbers.last))
            }
            try database.execute(
                sql: "UPDATE journal SET state = ? WHERE id = ?", arguments: [backwards ? "undone" : "done", entry.id])
        }
    }

    private func history(where condition: String) throws -> [HistoryEntry] {
        try read { transaction in
            try Row.fetchAll(transaction.database, sql: "SELECT * FROM journal WHERE \(condition)").map { row in
                let values =
                    (try? JSONDecoder().decode([String].self, from: Data((row["arguments"] as String).utf8))) ?? []
                return HistoryEntry(
                    id: row["id"], at: Instant(row["at"] as String) ?? Instant(seconds: 0),
                    sentence: say(Phrase(key: row["verb"], values: values)), records: row["records"],
                    state: HistoryEntry.State(rawValue: row["state"]) ?? .dropped,
                    isOurs: row["process"] as String == process)
            }
        }
    }
}
