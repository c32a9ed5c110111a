internal import GRDB
import Sales

/// The ids of a list in its order, loaded as far as they are needed; a reference, as it only ever grows.
package final class ListOrderIDs: @unchecked Sendable {
    let kind: Kind
    let order: ListOrder?
    /// A condition that holds for all of them.
    let subset: String?
    package private(set) var ids: [Int64] = []
    package private(set) var isComplete = false
    /// The search texts of the first ones, at which every letter looks.
    private(set) var texts: [[UInt8]] = []

    init(_ kind: Kind, _ order: ListOrder?, subset: String?) {
        self.kind = kind
        self.order = order
        self.subset = subset
    }

    /// Makes sure that so many are there, or all.
    package func load(_ wanted: Int, in transaction: Transaction) throws {
        while !isComplete, ids.count < wanted { try loadMore(in: transaction) }
    }

    /// Makes sure that the texts of so many are there, as far as there are any.
    func loadTexts(_ wanted: Int, in transaction: Transaction) throws {
        try load(wanted, in: transaction)
        let missing = ids.prefix(wanted).dropFirst(texts.count)
        guard !missing.isEmpty, let index = SearchIndex.of(kind) else { return }
        let text = try BoundStatement(
            "SELECT search FROM \(index.state) WHERE \(index.id) = ?", transaction.database)
        for id in missing {
            var bytes: [UInt8] = []
            try text.forEach([.integer(id)]) { bytes = $0.utf8(0).map { Array($0) } ?? [] }
            texts.append(bytes)
        }
    }

    private func loadMore(in transaction: Transaction) throws {
        let list = ListDefinition.of(kind)
        if let order {
            ids = try transaction.orderedIDs(ListQuery(kind, order: order), subset: subset)
            isComplete = true
            return
        }
        let direction = list.isAscending ? "ASC" : "DESC"
        var condition = subset ?? "1"
        var values: [Value] = []
        if let last = ids.last {
            let key = try String.fetchOne(
                transaction.database.cachedStatement(sql: "SELECT \(list.key) FROM \(list.base) WHERE \(list.id) = ?"),
                arguments: [last])
            let behind = list.beyond(ListPlace(key: key ?? "", id: last), isAscending: list.isAscending)
            condition += " AND " + behind.sql
            values = [.text(key ?? ""), .text(key ?? ""), .integer(last)]
        }
        let limit = min(16_384, max(512, ids.count))
        let before = ids.count
        // At least doubled, as all that is there is copied.
        if ids.capacity < before + limit { ids.reserveCapacity(max(before + limit, 2 * before)) }
        do {
            try IDQuery(
                """
                SELECT \(list.id) AS id FROM \(list.base) WHERE \(condition)
                ORDER BY \(list.key) \(direction), \(list.id) \(direction) LIMIT \(limit)
                """, transaction.database
            ).forEach(values) {
                ids += $0
                return true
            }
        } catch {
            // What was given up is begun anew.
            ids.removeSubrange(before...)
            throw error
        }
        if ids.count - before < limit { isComplete = true }
    }
}
