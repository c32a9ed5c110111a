internal import GRDB
package import Sales
package import Words

/// The one door to the file. Everything that is read or written passes here; nothing above knows SQL.
package final class Store {
    /// Who uses the file: it decides how long a lock is waited for.
    package enum Use: Sendable {
        /// The screen: never waits; a busy file is an error that the screen retries from its loop.
        case screen
        /// A command: waits up to 30 seconds.
        case command
        /// A command that only reads.
        case reading
    }

    /// The file's path; `:memory:` for one that is nowhere.
    package let path: String
    package let clock: Clock
    /// Distinguishes what this run of the program wrote in the journal.
    package let process: String
    /// True when the file may only be read.
    package let isReadOnly: Bool
    /// The person's working days: ISO weekdays, 1 Monday to 7 Sunday.
    package var workingDays: Set<Int> = [1, 2, 3, 4, 5]
    /// ISO 4217: in which one total of all currencies is shown; nil for none.
    package var baseCurrency: String?
    /// After how many days a won deal proposes a follow-up for the next sale; 0 for never.
    package var nextSaleDays = 90
    /// Whether somebody has struck a key that is not heard yet: asked while something takes long.
    package var isKeyWaiting: () -> Bool = { false }
    /// The person's working hours, in minutes since midnight.
    package var workingHours = Availability.usualHours
    /// Minutes that the way takes between two places.
    package var travelMinutes = Availability.usualTravel
    let queue: DatabaseQueue
    var uids: UIDSource
    private var lastDataVersion: Int32 = 0
    /// What was counted last without a next step, and in which state of the file.
    var nothingPlanned: (state: FileState, deals: Int, people: Int)?
    /// How much of each part of Today is due on which day.
    var dueDays: [Agenda.Part: DueDays] = [:]
    /// For whom this run left nothing planned; nil while nobody wants to know.
    var planWatch: PlanWatch?

    init(queue: DatabaseQueue, path: String, clock: Clock, isReadOnly: Bool, seed: UInt64?) {
        self.queue = queue
        self.path = path
        self.clock = clock
        self.isReadOnly = isReadOnly
        uids = UIDSource(seed: seed)
        process = uids.next(at: clock.now)
        queue.inDatabase { Functions.registerHours(of: clock.zone, in: $0) }
        lastDataVersion = (try? dataVersion()) ?? 0
    }

    /// A store in memory, for tests and previews.
    ///
    /// - Parameter seed: makes the uids repeatable.
    package static func inMemory(clock: Clock, seed: UInt64? = nil) throws -> Store {
        let queue = try DatabaseQueue(configuration: Opening.configuration(for: .command))
        let store = Store(queue: queue, path: ":memory:", clock: clock, isReadOnly: false, seed: seed)
        try queue.writeWithoutTransaction { try Opening.migrate($0) }
        return store
    }

    /// A store in memory that holds the same.
    package func copyInMemory(seed: UInt64? = nil) throws -> Store {
        let copy = try DatabaseQueue(configuration: Opening.configuration(for: .command))
        try queue.backup(to: copy)
        return Store(queue: copy, path: ":memory:", clock: clock, isReadOnly: false, seed: seed)
    }

    /// Reads in one snapshot.
    package func read<T>(_ body: (Transaction) throws -> T) throws -> T {
        do {
            return try queue.inDatabase { database in
                try database.snapshot { try body(Transaction(database: database, store: self, journal: nil)) }
            }
        } catch {
            throw StoreError.from(error, path: path)
        }
    }

    /// The one way to write: one transaction that holds the changes, one entry of the journal, and the refreshed
    /// derived data; all of it or nothing.
    ///
    /// - Parameter label: what the user did, as `Move deal \(name)`; undo and the history show it.
    @discardableResult
    package func write<T>(_ label: Phrase, _ body: (Transaction) throws -> T) throws -> T {
        if isReadOnly { throw StoreError.readOnly(path: path) }
        do {
            var result: T?
            try queue.writeWithoutTransaction { database in
                try database.inTransaction(.immediate) {
                    let journal = JournalEntry(label: label, database: database, store: self)
                    let transaction = Transaction(database: database, store: self, journal: journal)
                    try journal.begin()
                    defer { journal.end() }
                    result = try body(transaction)
                    try transaction.completeExcuses()
                    try transaction.completeDealHistories()
                    try journal.finish()
                    return .commit
                }
            }
            return result!
        } catch {
            throw StoreError.from(error, path: path)
        }
    }

    /// Writes what is not part of the user's data (undo state, what the program remembers): no journal entry.
    func writeUnjournaled<T>(_ body: (Database) throws -> T) throws -> T {
        if isReadOnly { throw StoreError.readOnly(path: path) }
        do {
            var result: T?
            try queue.writeWithoutTransaction { database in
                try database.inTransaction(.immediate) {
                    result = try body(database)
                    return .commit
                }
            }
            return result!
        } catch {
            throw StoreError.from(error, path: path)
        }
    }

    private func dataVersion() throws -> Int32 {
        try queue.unsafeReentrantRead { try Int32.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
    }

    /// True when another process has committed since the last call, or since the file was opened: what is shown may be old.
    package func hasForeignChanges() throws -> Bool {
        do {
            let version = try dataVersion()
            defer { lastDataVersion = version }
            return lastDataVersion != version
        } catch {
            let error = StoreError.from(error, path: path)
            if error as? StoreError == .busy { return false }
            throw error
        }
    }

    package func close() throws {
        try queue.close()
    }
}

extension Database {
    /// Reads in one snapshot, and ends it so that nothing is ever written by it.
    ///
    /// GRDB's own `read` sets PRAGMA query_only, upon which SQLite compiles every statement anew, several times at each key.
    fileprivate func snapshot<T>(_ body: () throws -> T) throws -> T {
        if isInsideTransaction { return try body() }
        try cachedStatement(sql: "BEGIN DEFERRED TRANSACTION").execute()
        let changes = totalChangesCount
        defer {
            assert(totalChangesCount == changes, "somebody who only reads has written")
            if isInsideTransaction { try? cachedStatement(sql: "ROLLBACK TRANSACTION").execute() }
        }
        return try body()
    }
}
