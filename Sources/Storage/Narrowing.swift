internal import GRDB
import Sales

/// A list narrowed by a filter, worked out in small steps, so that a key never waits for it: the first lines at once, the
/// rest when nobody types.

/// The records of a list that pass a filter, as far as they are known.
///
/// The words of a filter are asked of the index. As long as it has not said all, the list is walked in its order and every record
/// looked at: what is common is soon met, what is rare the index says at once. What the index does not know SQLite is asked in one
/// query, when nobody waits: it finds what it has an index for, and looks at everything else faster than record by record.
package struct Narrowing: Sendable {
    package let query: ListQuery
    /// In the order of the list, without gaps.
    package private(set) var ids: [Int64] = []
    package private(set) var isFinished = false
    /// How many there are in all, once that is known.
    package private(set) var count: Int?

    private let list: ListDefinition
    private let order: ListOrderIDs
    /// The question to the index; nil where the filter has words that need not be there, or none.
    private let match: String?
    /// The filter is of wanted words alone.
    private let isWords: Bool
    /// True when what is said is exactly what passes.
    private var isExact: Bool
    /// What the index has said, and the last id of it.
    private var said = IDSet()
    private var lastSaid: Int64?
    private var hasAsked = false
    private var hasSaidAll = false
    /// How far the list has been walked.
    private var walked = 0
    /// The words of the filter, where it is of wanted words alone: of one of the groups all must be held.
    private let words: [[SearchWord]]

    /// With so few found by the index the list is not walked: they are put in order.
    private static let few = 1000
    /// So many records are looked at before the index is asked.
    private static let trial = 384

    /// - Parameter order: the list's ids as far as they were loaded, to be used again by the next narrowing.
    package init(_ query: ListQuery, order: ListOrderIDs? = nil) {
        self.query = query
        list = ListDefinition.of(query.kind)
        let subset = list.subset(query.filter)
        self.order =
            order.flatMap { $0.order == query.order && $0.kind == query.kind && $0.subset == subset ? $0 : nil }
            ?? ListOrderIDs(query.kind, query.order, subset: subset)
        match = list.index == nil ? nil : SearchIndex.match(query.filter)
        isWords = SearchIndex.isWords(query.filter)
        isExact = isWords
        words = isWords && list.index != nil ? query.filter.groups.map { $0.compactMap(\.searchWord) } : []
    }

    /// The list's ids, for the next narrowing of the same data.
    package var orderIDs: ListOrderIDs { order }

    /// Loads more of the list's ids, for about so many milliseconds, or until a key waits.
    package func prepare(in transaction: Transaction, milliseconds: Int) throws {
        let end = ContinuousClock.now + .milliseconds(milliseconds)
        _ = try transaction.patiently(until: nil) {
            if list.index != nil { try order.loadTexts(Self.trial, in: transaction) }
            while !order.isComplete, ContinuousClock.now < end { try order.load(order.ids.count + 1, in: transaction) }
        }
    }

    /// False for a filter that a list's own indexes answer.
    static func isNeeded(for filter: Filter, _ list: ListDefinition) -> Bool {
        if filter.isEmpty { return false }
        return !(filter.groups.count == 1 && filter.groups[0].count == 1 && list.subset(filter) != nil)
    }

    /// False for a query that pages by the list's own indexes.
    package static func isNeeded(for query: ListQuery) -> Bool {
        query.order != nil || isNeeded(for: query.filter, .of(query.kind))
    }

    /// Goes on until so many are known, or all are, or so many milliseconds are over. What takes long is given up when a key waits,
    /// and when somebody waits for so many also when twice the time is over.
    package mutating func find(
        _ wanted: Int = .max, in transaction: Transaction, milliseconds: Int = .max, heedsKeys: Bool = true
    ) throws {
        let now = ContinuousClock.now
        let end = now + .milliseconds(min(milliseconds, 3_600_000))
        let last = now + .milliseconds(2 * min(milliseconds, 3_600_000))
        _ = try transaction.patiently(until: wanted == .max ? nil : last, heedsKeys: heedsKeys) {
            try find(wanted, in: transaction, from: now, until: end, milliseconds: milliseconds)
        }
    }

    /// Counts what the index knows, where that is exactly what passes: until some time, or until a key waits.
    package mutating func count(in transaction: Transaction, until end: ContinuousClock.Instant) throws {
        guard match != nil, isExact, !hasSaidAll, !isFinished, ContinuousClock.now < end else { return }
        _ = try transaction.patiently(until: end) { try ask(in: transaction, until: end) }
        if hasSaidAll { count = said.count }
    }

    private mutating func find(
        _ wanted: Int, in transaction: Transaction, from now: ContinuousClock.Instant,
        until end: ContinuousClock.Instant, milliseconds: Int
    ) throws {
        if match != nil, !hasSaidAll, wanted < .max {
            // What is common fills a screen with the first records of the list.
            while !isFinished, !hasAsked, ids.count < wanted, walked < Self.trial { try walkOn(128, in: transaction) }
            if isFinished || ids.count >= wanted { return }
        }
        // Then the index is given half of the time.
        if !isExact, !query.filter.isEmpty, wanted == .max, !hasSaidAll || said.count > Self.few {
            try askAll(in: transaction)
        } else if match != nil, !hasSaidAll, !hasAsked || wanted == .max {
            hasAsked = true
            try ask(in: transaction, until: wanted == .max ? end : now + .milliseconds(min(milliseconds, 5)) / 2)
        }
        if hasSaidAll, isExact, count == nil {
            count = said.count
            // That is to be seen before the rest is put in order.
            if wanted == .max, milliseconds < .max, said.count > Self.few { return }
        }
        try step(in: transaction, wanted: wanted, until: end)
    }

    private mutating func step(in transaction: Transaction, wanted: Int, until deadline: ContinuousClock.Instant) throws
    {
        if isFinished || (wanted == .max && match != nil && !hasSaidAll) { return }
        if hasSaidAll, said.count <= Self.few, query.order == nil, !order.isComplete {
            return try finish(few: said.all, in: transaction)
        }
        if query.filter.isEmpty {
            try order.load(.max, in: transaction)
            ids = order.ids
            return finish()
        }
        while ids.count < wanted {
            // When nobody waits for the next lines and only their order is wanted, many cost little.
            let isSwift = wanted == .max && hasSaidAll && isExact
            try walkOn(isSwift ? 8192 : walked < 1024 ? 128 : 1024, in: transaction)
            if isFinished || ContinuousClock.now > deadline { return }
        }
    }

    /// Walks so many records further.
    private mutating func walkOn(_ length: Int, in transaction: Transaction) throws {
        let end = walked + length
        try order.load(end, in: transaction)
        let block = order.ids[min(walked, order.ids.count)..<min(end, order.ids.count)]
        if !words.isEmpty, end <= Self.trial {
            try order.loadTexts(end, in: transaction)
            ids += zip(block, order.texts[walked...]).filter { holds($1) }.map(\.0)
        } else if !block.isEmpty {
            try walk(block, in: transaction)
        }
        walked += block.count
        if order.isComplete, walked == order.ids.count { finish() }
    }

    private func holds(_ text: [UInt8]) -> Bool {
        words.contains { group in group.allSatisfy { $0.isHeld(by: text) } }
    }

    private mutating func finish() {
        isFinished = true
        count = ids.count
        said = IDSet()
    }

    /// Asks the index for more.
    private mutating func ask(in transaction: Transaction, until deadline: ContinuousClock.Instant) throws {
        guard let index = list.index, let match else { return }
        let asked = try IDQuery(
            "SELECT rowid AS id FROM \(index.table) WHERE \(index.table) MATCH ?"
                + (lastSaid == nil ? "" : " AND rowid > ?"), transaction.database)
        let values: [Value] = [.text(match)] + (lastSaid.map { [.integer($0)] } ?? [])
        hasSaidAll = try asked.forEach(values) { ids in
            for id in ids { said.insert(id) }
            lastSaid = ids.last ?? lastSaid
            return ContinuousClock.now < deadline
        }
    }

    /// Asks for all that pass at once. Given up, it is begun anew.
    private mutating func askAll(in transaction: Transaction) throws {
        (said, hasSaidAll) = (IDSet(), false)
        let condition = try transaction.sifted(query)
        try IDQuery(
            "SELECT \(list.id) AS id FROM \(list.from) WHERE \(condition.sql)", transaction.database,
            arguments: condition.arguments
        ).forEach([]) { ids in
            for id in ids { said.insert(id) }
            return true
        }
        (hasSaidAll, isExact) = (true, true)
    }

    /// Looks at some records of the list, in its order.
    private mutating func walk(_ block: ArraySlice<Int64>, in transaction: Transaction) throws {
        let candidates = hasSaidAll ? block.filter { said.contains($0) } : Array(block)
        if hasSaidAll, isExact {
            ids += candidates
            return
        }
        if candidates.isEmpty { return }
        let passing = try Set(passing(candidates, in: transaction, inOrder: false))
        ids += candidates.filter { passing.contains($0) }
    }

    private mutating func finish(few: [Int64], in transaction: Transaction) throws {
        ids = few.isEmpty ? [] : try passing(few, in: transaction, inOrder: true)
        finish()
    }

    /// Which of some records pass the filter.
    private func passing(_ ids: [Int64], in transaction: Transaction, inOrder: Bool) throws -> [Int64] {
        var condition = try transaction.filterSQL(query.kind).condition(query.filter)
        let numbers = "[" + ids.map { String($0) }.joined(separator: ",") + "]"
        let direction = list.isAscending ? "ASC" : "DESC"
        var (rows, id) = (list.from, list.id)
        if isExact, inOrder {
            // They were tested, and only the order is wanted.
            (rows, condition) = (list.base, ("1", []))
        } else if let index = list.index, isWords {
            // Words are looked for in the search text, which is all that this table has.
            (rows, id) = ("\(index.state) s", "s.\(index.id)")
        }
        let order = inOrder ? "ORDER BY \(list.key) \(direction), \(list.id) \(direction)" : ""
        return try Int64.fetchAll(
            transaction.database.cachedStatement(
                sql: """
                    SELECT \(id) FROM \(rows) WHERE \(id) IN (SELECT value FROM json_each(?)) AND \(condition.sql) \(order)
                    """), arguments: StatementArguments([numbers] + condition.arguments))
    }
}
