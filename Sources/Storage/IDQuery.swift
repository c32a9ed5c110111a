internal import CSQLite
internal import GRDB
import Sales

/// A query of ids, which are never NULL, that is gone through within SQLite: to hand over each as a row takes several times as long
/// as to find it.
struct IDQuery {
    typealias IDs = Slice<UnsafeMutableBufferPointer<Int64>>

    private let statement: BoundStatement

    /// - Parameters:
    ///   - sql: selects one column, `id`.
    ///   - arguments: bound once, for a query that is run once.
    init(_ sql: String, _ database: Database, arguments: [(any DatabaseValueConvertible)?] = []) throws {
        statement = try BoundStatement(
            "WITH found AS (\(sql)) SELECT each_id(id, ?) FROM found", database, arguments: arguments)
    }

    /// Hands over the ids, some at a time, for as long as the answer is true.
    ///
    /// - Returns: whether it came to its end.
    @discardableResult
    func forEach(_ values: [Value], _ body: (IDs) -> Bool) throws -> Bool {
        try withoutActuallyEscaping(body) { body in
            var receiver = Receiver(body)
            defer { receiver.ids.deallocate() }
            return try withUnsafeMutablePointer(to: &receiver) { receiver in
                try statement.bindLast(receiver, as: Receiver.type)
                do {
                    try statement.forEach(values) { _ in }
                } catch let error {
                    if receiver.pointee.hasStopped { return false }
                    throw error
                }
                _ = receiver.pointee.handOver()
                return true
            }
        }
    }

    /// Reached through a pointer alone: to count the references to an object would take a third of the time.
    private struct Receiver {
        /// What SQLite knows it by.
        nonisolated(unsafe) static let type = kept("kontor ids")

        let ids = UnsafeMutableBufferPointer<Int64>.allocate(capacity: 1024)
        private var count = 0
        private let body: (IDs) -> Bool
        private(set) var hasStopped = false

        init(_ body: @escaping (IDs) -> Bool) { self.body = body }

        /// - Returns: whether more are wanted.
        @inline(__always)
        mutating func receive(_ id: Int64) -> Bool {
            ids[count] = id
            count += 1
            return count < ids.count || handOver()
        }

        mutating func handOver() -> Bool {
            let found = ids[..<count]
            count = 0
            hasStopped = !body(found)
            return !hasStopped
        }
    }

    /// Makes `each_id` known, which hands over the ids of the rows that it is asked of.
    static func register(in database: Database) throws {
        let code = sqlite3_create_function_v2(
            database.sqliteConnection, "each_id", 2, SQLITE_UTF8, nil, nil,
            { context, _, arguments in
                // SQLite keeps the receiver for the query once it has looked it up by its name.
                guard let arguments,
                    let known = sqlite3_aggregate_context(context, Int32(MemoryLayout<UnsafeMutableRawPointer?>.size))?
                        .assumingMemoryBound(to: UnsafeMutableRawPointer?.self)
                else { return }
                if known.pointee == nil { known.pointee = sqlite3_value_pointer(arguments[1], Receiver.type) }
                guard let receiver = known.pointee?.assumingMemoryBound(to: Receiver.self) else { return }
                if !receiver.pointee.receive(sqlite3_value_int64(arguments[0])) {
                    sqlite3_result_error(context, "enough", -1)
                }
            }, { sqlite3_result_null($0) }, nil)
        if code != SQLITE_OK { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }
}
