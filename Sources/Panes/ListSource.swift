import Sales
import Storage

/// The rows of a list of any length, of which only those near the screen are kept. Neighbouring pages are found by their place
/// in the order, so that moving costs the same at a hundred records and at a million.
struct ListSource {
    private(set) var query: ListQuery
    private(set) var count = 0
    private var rows: [ListRow] = []
    /// The position of the first kept row.
    private var base = 0

    init(_ query: ListQuery) { self.query = query }

    /// Forgets the rows and counts anew.
    mutating func reload(_ query: ListQuery, in transaction: Transaction) throws {
        self.query = query
        count = try transaction.count(query)
        rows = []
        base = 0
    }

    /// Makes sure that the rows of a window are there.
    mutating func load(_ window: Range<Int>, in transaction: Transaction) throws {
        if window.isEmpty || (window.lowerBound >= base && window.upperBound <= base + rows.count) { return }
        let page = max(window.count, 100)
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

    subscript(position: Int) -> ListRow? {
        rows.indices.contains(position - base) ? rows[position - base] : nil
    }

    /// Where a record stands among the kept rows.
    func position(of ref: Ref) -> Int? { rows.firstIndex { $0.ref == ref }.map { $0 + base } }
}
