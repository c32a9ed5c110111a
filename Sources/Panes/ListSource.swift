import Sales
import Storage

/// The rows of a list of any length, of which only those near the screen are kept. In the list's own order neighbouring pages are
/// found by their place, so that moving costs the same at a hundred records and at a million; in an order that somebody chose
/// all ids are held, and pages are loaded by them.
struct ListSource {
    private(set) var query: ListQuery
    private(set) var count = 0
    private var rows: [ListRow] = []
    /// The position of the first kept row.
    private var base = 0
    /// All ids in their order, when it is not the list's own.
    private var ids: [Int64]?

    init(_ query: ListQuery) { self.query = query }

    /// Forgets the rows and counts anew.
    mutating func reload(_ query: ListQuery, in transaction: Transaction) throws {
        self.query = query
        ids = query.order == nil ? nil : try transaction.orderedIDs(query)
        count = try ids?.count ?? transaction.count(query)
        rows = []
        base = 0
    }

    /// Makes sure that the rows of a window are there.
    mutating func load(_ window: Range<Int>, in transaction: Transaction) throws {
        if window.isEmpty || (window.lowerBound >= base && window.upperBound <= base + rows.count) { return }
        let page = max(window.count, 100)
        if let ids {
            base = max(0, window.lowerBound - page)
            rows = try transaction.rows(query, ids: ids[base..<min(ids.count, window.upperBound + page)])
            return
        }
        if !rows.isEmpty, window.lowerBound >= base, window.lowerBound <= base + rows.count {
            rows += try transaction.page(
                query, from: rows.last!.place, limit: window.upperBound - base - rows.count + page)
        } else if !rows.isEmpty, window.upperBound <= base + rows.count, window.upperBound >= base {
            let before = try transaction.page(
                query, from: rows[0].place, backwards: true, limit: base - max(0, window.lowerBound - page))
            rows = before + rows
            base -= before.count
        } else if count - window.upperBound < window.lowerBound {
            // Nearer to the end: counted from there.
            rows = try transaction.page(query, backwards: true, limit: count - window.lowerBound)
            base = count - rows.count
        } else {
            rows = try transaction.page(query, limit: window.upperBound + page)
            base = 0
        }
        let kept = 20 * page
        if rows.count > 2 * kept {
            let first = max(0, min(window.lowerBound - base - kept / 2, rows.count - kept))
            rows = Array(rows[first..<min(rows.count, first + kept)])
            base += first
        }
    }

    /// The records that stand on some lines of the list.
    mutating func refs(_ lines: Range<Int>, in transaction: Transaction) throws -> [Ref] {
        try load(lines, in: transaction)
        return lines.compactMap { self[$0]?.ref }
    }

    subscript(position: Int) -> ListRow? {
        rows.indices.contains(position - base) ? rows[position - base] : nil
    }

    /// Where a record stands: among all when all ids are held, else among the kept rows.
    func position(of ref: Ref) -> Int? {
        if let ids { return ids.firstIndex(of: ref.id) }
        return rows.firstIndex { $0.ref == ref }.map { $0 + base }
    }
}
