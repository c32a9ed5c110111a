import Sales
import Storage

/// The rows of a list of any length, of which only those near the screen are kept. A whole list is paged by the place of its rows
/// in the order, so that moving costs the same at a hundred records and at a million; of a narrowed or sorted one the ids are
/// held, as far as they are known, and the rows are loaded by them.
struct ListSource {
    private(set) var query: ListQuery
    private(set) var count = 0
    private var rows: [ListRow] = []
    /// The position of the first kept row.
    private var base = 0
    /// The ids, of a narrowed or sorted list.
    private var narrowing: Narrowing?
    /// The ids of the list without its filter, for the next letter of the filter.
    private var order: ListOrderIDs?
    /// How many there are without a filter, or with one that the list's indexes answer.
    private var whole: [Filter: Int] = [:]
    /// Of which state of the file, and on which day, the list was loaded.
    private var loaded: (state: FileState, day: Day)?

    init(_ query: ListQuery) { self.query = query }

    /// False while `count` may still grow.
    var isExact: Bool { narrowing.map { $0.count != nil } ?? true }
    /// True while `goOn` has something to do.
    var isUnfinished: Bool { narrowing?.isFinished == false }

    /// True when the ids of the whole list are there, by which any narrowing is put in order at once.
    var isPrepared: Bool { order?.isComplete == true }

    /// Gets ready to be narrowed, for about so many milliseconds.
    mutating func prepare(in transaction: Transaction, milliseconds: Int) throws {
        let narrowing = Narrowing(query, order: order)
        order = narrowing.orderIDs
        try narrowing.prepare(in: transaction, milliseconds: milliseconds)
    }

    /// Begins anew if anything is not as it was.
    ///
    /// - Parameter row: the one under the cursor.
    /// - Returns: where that one stands now, or would stand; nil when that is not known, or nothing has changed.
    mutating func reload(_ query: ListQuery, around row: ListRow? = nil, in transaction: Transaction) throws -> Int? {
        let moment = (state: try transaction.state, day: transaction.clock.today)
        if let loaded, loaded == moment {
            if query == self.query { return nil }
        } else {
            loaded = moment
            order = nil
            whole = [:]
        }
        try narrow(query, in: transaction)
        guard let row else { return nil }
        if narrowing != nil { return position(of: row.ref) }
        let now = try transaction.place(of: row.ref)
        let place = now ?? row.place
        let before = try transaction.page(query, from: place, backwards: true, limit: 60)
        rows = before
        if now != nil { rows += try transaction.rows(query, ids: [row.ref.id]) }
        rows += try transaction.page(query, from: place, limit: 60)
        let position = try transaction.position(of: place, in: query)
        base = position - before.count
        return position
    }

    /// Begins anew with another filter on the same data.
    mutating func narrow(_ query: ListQuery, in transaction: Transaction) throws {
        self.query = query
        rows = []
        base = 0
        guard Narrowing.isNeeded(for: query) else {
            narrowing = nil
            count = try whole[query.filter] ?? transaction.count(query)
            whole[query.filter] = count
            return
        }
        var narrowing = Narrowing(query, order: order)
        order = narrowing.orderIDs
        let end = ContinuousClock.now + .milliseconds(Self.patience + 1)
        try narrowing.find(Self.screenful, in: transaction, milliseconds: Self.patience)
        // In a list of usual length, or one that is narrowed further, the number is drawn with the rows.
        if isExact, count <= Self.countable { try narrowing.count(in: transaction, until: end) }
        keep(narrowing)
    }

    /// So many rows are looked for at first.
    private static let screenful = 60
    /// How long a key may wait for its first rows: milliseconds.
    private static let patience = 3
    /// Among so many all that pass are counted within that time, as a rule.
    private static let countable = 200_000

    /// Looks for more, for about so many milliseconds.
    mutating func goOn(in transaction: Transaction, milliseconds: Int) throws {
        guard var narrowing else { return }
        try narrowing.find(in: transaction, milliseconds: milliseconds)
        keep(narrowing)
    }

    /// Makes sure that the first rows are there, as far as there are any: before a key acts on one of them.
    mutating func settle(in transaction: Transaction) throws {
        guard var narrowing, narrowing.ids.isEmpty, !narrowing.isFinished else { return }
        try narrowing.find(Self.screenful, in: transaction, milliseconds: 1000, heedsKeys: false)
        keep(narrowing)
    }

    private mutating func keep(_ narrowing: Narrowing) {
        count = narrowing.count ?? narrowing.ids.count
        self.narrowing = narrowing
    }

    /// Makes sure that the rows of a window are there, as far as the list goes.
    mutating func load(_ window: Range<Int>, in transaction: Transaction) throws {
        if holds(window) { return }
        if narrowing != nil { return try loadByID(window, in: transaction) }
        let page = max(window.count, 20)
        if !rows.isEmpty, window.lowerBound >= base, window.lowerBound <= base + rows.count {
            let missing = window.upperBound - base - rows.count
            rows += try transaction.page(
                query, from: rows.last!.place, limit: missing + window.ahead(missing))
        } else if !rows.isEmpty, window.upperBound <= base + rows.count, window.upperBound >= base {
            let missing = base - window.lowerBound
            let before = try transaction.page(
                query, from: rows[0].place, backwards: true, limit: min(base, missing + window.ahead(missing)))
            rows = before + rows
            base -= before.count
        } else if min(window.upperBound, count - window.lowerBound) > 10 * page {
            // Far from everything known: ids are counted faster than rows.
            let order = Narrowing(query, order: order).orderIDs
            self.order = order
            try order.load(window.upperBound, in: transaction)
            base = min(window.lowerBound, order.ids.count)
            rows = try transaction.rows(query, ids: order.ids[base..<min(order.ids.count, window.upperBound)])
        } else if window.upperBound <= count - window.lowerBound {
            rows = try transaction.page(query, limit: window.upperBound)
            base = 0
        } else {
            // Nearer to the end: counted from there.
            rows = try transaction.page(query, backwards: true, limit: count - window.lowerBound)
            base = count - rows.count
        }
        let kept = 20 * page
        if rows.count > 2 * kept {
            let first = max(0, min(window.lowerBound - base - kept / 2, rows.count - kept))
            rows = Array(rows[first..<min(rows.count, first + kept)])
            base += first
        }
    }

    private mutating func loadByID(_ window: Range<Int>, in transaction: Transaction) throws {
        guard var narrowing else { return }
        if narrowing.ids.count < window.upperBound {
            try narrowing.find(window.upperBound, in: transaction, milliseconds: Self.patience)
            keep(narrowing)
        }
        let ids = narrowing.ids
        let isOnward = !rows.isEmpty && window.lowerBound >= base && window.lowerBound < base + rows.count
        let isBackward = !rows.isEmpty && window.upperBound > base && window.lowerBound < base
        let after = isOnward ? window.ahead(window.upperBound - base - rows.count) : 0
        let before = isBackward ? window.ahead(base - window.lowerBound) : 0
        let last = min(ids.count, window.upperBound + after)
        base = min(last, max(0, window.lowerBound - before))
        rows = try transaction.rows(query, ids: ids[base..<last])
    }

    /// The records that stand on some lines of the list.
    mutating func refs(_ lines: Range<Int>, in transaction: Transaction) throws -> [Ref] {
        try load(lines, in: transaction)
        return lines.compactMap { self[$0]?.ref }
    }

    /// Whether the rows of a window are there.
    func holds(_ window: Range<Int>) -> Bool {
        window.isEmpty || (window.lowerBound >= base && window.upperBound <= base + rows.count)
    }

    subscript(position: Int) -> ListRow? {
        rows.indices.contains(position - base) ? rows[position - base] : nil
    }

    /// Where a record stands: among all when the ids are held, else among the kept rows.
    func position(of ref: Ref) -> Int? {
        if let narrowing { return narrowing.ids.firstIndex(of: ref.id) }
        return rows.firstIndex { $0.ref == ref }.map { $0 + base }
    }
}

extension Range<Int> {
    /// How many rows beyond those of a window that are missing are loaded with them: for who moves a line at a time, and not for who
    /// pages and needs all new ones at every key.
    func ahead(_ missing: Int) -> Int { missing < count / 2 ? count : 0 }
}
