internal import CSQLite
internal import GRDB

/// What takes long is given up as soon as a key waits, or when the time of the key that it answers is over: SQLite asks every hundred
/// steps of its machine, in an index of words too.
private final class Patience {
    private let end: ContinuousClock.Instant?
    private let isKeyWaiting: () -> Bool
    private var lastLook = ContinuousClock.now

    init(until end: ContinuousClock.Instant?, _ isKeyWaiting: @escaping () -> Bool) {
        self.end = end
        self.isKeyWaiting = isKeyWaiting
    }

    var isOver: Bool {
        let now = ContinuousClock.now
        if let end, now >= end { return true }
        // The terminal is asked less often: that is a call of the system.
        if now - lastLook < .microseconds(200) { return false }
        lastLook = now
        return isKeyWaiting()
    }
}

extension Transaction {
    /// Reads something, and gives it up when it takes too long. What it has changed of its own must be right at any query.
    ///
    /// - Parameters:
    ///   - end: when it has taken too long; nil for never.
    ///   - heedsKeys: whether a key that waits ends it, too.
    /// - Returns: nil when it was given up.
    func patiently<T>(
        until end: ContinuousClock.Instant?, heedsKeys: Bool = true, _ body: () throws -> T
    ) throws -> T? {
        let patience = Patience(until: end, heedsKeys ? store.isKeyWaiting : { false })
        return try withExtendedLifetime(patience) {
            sqlite3_progress_handler(
                database.sqliteConnection, 100,
                { Unmanaged<Patience>.fromOpaque($0!).takeUnretainedValue().isOver ? 1 : 0 },
                Unmanaged.passUnretained(patience).toOpaque())
            defer { sqlite3_progress_handler(database.sqliteConnection, 0, nil, nil) }
            do {
                return try body()
            } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
                return nil
            }
        }
    }
}
