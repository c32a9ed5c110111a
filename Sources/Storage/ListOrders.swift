internal import GRDB
import Sales
import Words

/// Lists in an order that somebody chose: all ids at once, as no index knows the order.

/// By which column a list is sorted.
package struct ListOrder: Sendable, Hashable {
    /// The column's name.
    package var column: String
    package var isDescending: Bool

    package init(_ column: String, isDescending: Bool = false) {
        self.column = column
        self.isDescending = isDescending
    }

    /// Reads `name` and `amount,desc`; nil for what is neither.
    package init?(_ text: String) {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map {
            $0.trimmingSpaces().lowercased()
        }
        guard parts.count <= 2, !parts[0].isEmpty, ["asc", "desc"].contains(parts.dropFirst().first ?? "asc") else {
            return nil
        }
        self.init(parts[0], isDescending: parts.count == 2 && parts[1] == "desc")
    }

    /// `amount,desc`.
    package var text: String { column + (isDescending ? ",desc" : "") }
}

extension Transaction {
    /// The ids of all records of a list in the order that the query asks for: 8 bytes each.
    ///
    /// Text sorts as names do, what is empty stands last in both directions, and what is the same stands in the list's own order.
    /// - Throws: `StoreError.refused` when there is no such column.
    package func orderedIDs(_ query: ListQuery) throws -> [Int64] { try orderedIDs(query, subset: nil) }

    /// - Parameter subset: a condition of ours besides.
    func orderedIDs(_ query: ListQuery, subset: String?) throws -> [Int64] {
        let list = ListDefinition.of(query.kind)
        var condition = try sifted(query)
        if let subset { condition.sql += " AND \(subset)" }
        let direction = list.isAscending ? "ASC" : "DESC"
        // Of a filter's records SQLite would go through the whole list in its order; `+` makes it find them first, and then sort.
        let key = Narrowing.isNeeded(for: query.filter, list) ? "+\(list.key)" : list.key
        let order = try sorting(query) + ["\(key) \(direction)", "\(list.id) \(direction)"]
        var ids: [Int64] = []
        try IDQuery(
            "SELECT \(list.id) AS id FROM \(list.from) WHERE \(condition.sql) ORDER BY \(order.joined(separator: ", "))",
            database, arguments: condition.arguments
        ).forEach([]) {
            ids += $0
            return true
        }
        return ids
    }

    private func sorting(_ query: ListQuery) throws -> [String] {
        guard let order = query.order else { return [] }
        guard let column = query.kind.listColumn(order.column) else {
            let names = query.kind.allListColumns.map(\.name).joined(separator: ", ")
            throw StoreError.refused(
                say("\(query.kind.plural) have no column \(visible(order.column)); columns are \(names)."))
        }
        let direction = order.isDescending ? "DESC NULLS LAST" : "ASC NULLS LAST"
        return column.order.map { $0 + " " + direction }
    }
}

extension ListColumn {
    /// The expressions by which the column is sorted, NULL where it is empty.
    fileprivate var order: [String] {
        if !sortKeys.isEmpty { return sortKeys }
        switch shape {
        case .text, .word: return ["sort_text(\(sql[0]))"]
        case .number, .day, .instant: return sql
        // Amounts of different currencies have no order: each currency for itself.
        case .money: return ["CASE WHEN \(sql[0]) IS NOT NULL THEN \(sql[1]) END", sql[0]]
        // Within a day, what has a time comes first; `~` sorts after every digit.
        case .step: return [sql[0], "coalesce(\(sql[1]), '~')"]
        }
    }
}
