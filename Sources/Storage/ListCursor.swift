internal import GRDB
import Sales

/// The rows of a list. Records are mostly gone through in the order in which they were made, which is that of their ids, too: then
/// the rows are gone through once, beside them, instead of being asked for by each.
final class ListCursor {
    private let all: BoundStatement
    private let one: BoundStatement
    private let owner: Int
    private var isBeside = false
    /// The row that comes next, and whose it is; nil at the end.
    private var row: BoundRow?
    private var next: Int64 = 0
    /// Whose rows have all been passed.
    private var passed: Int64 = 0

    /// To go so far beside takes about as long as to ask.
    private static let mostSteps = 8

    init(_ columns: [String], _ from: String, _ owner: String, _ database: Database) throws {
        let order = "l.ordinal, l.id"
        all = try BoundStatement(
            """
            SELECT \((columns + [owner]).joined(separator: ", ")) FROM \(from)
            WHERE \(owner) BETWEEN ? AND ? ORDER BY \(owner), \(order)
            """, database)
        one = try BoundStatement(
            "SELECT \(columns.joined(separator: ", ")) FROM \(from) WHERE \(owner) = ? ORDER BY \(order)", database)
        self.owner = columns.count
    }

    /// From now on records are asked for whose ids lie in a range, mostly one after another.
    func begin(_ ids: ClosedRange<Int64>) throws {
        all.reset()
        try all.bind(.integer(ids.lowerBound), 1)
        try all.bind(.integer(ids.upperBound), 2)
        (isBeside, row, next, passed) = (true, nil, 0, 0)
    }

    func end() {
        all.reset()
        (isBeside, row) = (false, nil)
    }

    func forEach(of id: Int64, _ body: (BoundRow) throws -> Void) throws {
        if isBeside {
            if next == 0 { try step() }
            var steps = 0
            while next < id, row != nil, steps < Self.mostSteps {
                try step()
                steps += 1
            }
            while next == id, let row {
                try body(row)
                try step()
                if next != id { return }
            }
            if passed < id, next > id || row == nil { return }
        }
        try one.bind(.integer(id), 1)
        try one.forEach([], body)
    }

    private func step() throws {
        passed = next
        row = try all.next()
        // Behind the last one there is nobody.
        next = row.map { $0.integer(owner) } ?? .max
    }
}
