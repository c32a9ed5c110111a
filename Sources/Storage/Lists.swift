internal import GRDB
package import Sales
package import Words

/// The lists of all kinds: what columns they show, how they are ordered, a page at a time.

/// What a cell of a list shows.
package enum ListCell: Sendable, Equatable {
    case none
    case text(String)
    case number(Int64)
    case day(Day)
    case instant(Instant)
    case money(Money)
    /// A next step: when, and what is to be done.
    case step(Due, action: String)
}

/// A column that a list can show.
package struct ListColumn: Sendable, Equatable {
    enum Shape { case text, word, number, day, instant, money, step }

    /// The word for it in commands, and of its filter field.
    package let name: String
    package let label: Phrase
    let shape: Shape
    /// One SQL expression; for money amount and currency, for a step `next_on`, `next_at` and `next_action`.
    let sql: [String]
    /// Expressions by which the column is sorted, NULL where it is empty; none for what follows from the shape.
    private(set) var sortKeys: [String] = []
    /// Shown where nobody has chosen columns.
    package private(set) var isUsual = true

    package static func == (a: ListColumn, b: ListColumn) -> Bool { a.name == b.name }

    init(_ name: String, _ label: Phrase, _ shape: Shape = .text, _ sql: String...) {
        self.name = name
        self.label = label
        self.shape = shape
        self.sql = sql
    }

    /// The same column, sorted by other expressions than what it shows.
    func sorted(_ keys: String...) -> ListColumn {
        var column = self
        column.sortKeys = keys
        return column
    }

    /// Whether it is to be read from the right.
    package var isNumber: Bool { shape == .number || shape == .money }

    /// A text that it holds as it is read: words of ours, such as states, in the language of the user.
    package func said(_ text: String) -> String {
        shape != .word ? text : name == "action" ? FollowUp.Action.said(text) : say("\(text)")
    }

    /// Whether it holds words of ours.
    package var isOfWords: Bool { shape == .word }

    /// The same column, shown only where somebody chooses it.
    var onRequest: ListColumn {
        var column = self
        column.isUsual = false
        return column
    }
}

/// What a list holds, in which order, and what it shows of each record.
package struct ListQuery: Sendable, Equatable {
    package var kind: Kind
    package var filter: Filter
    /// Nil for the list's own order.
    package var order: ListOrder?
    package var columns: [ListColumn]

    package init(
        _ kind: Kind, _ filter: Filter = Filter(), order: ListOrder? = nil, columns: [ListColumn]? = nil
    ) {
        self.kind = kind
        self.filter = filter
        self.order = order
        self.columns = columns ?? kind.listColumns
    }
}

/// One line of a list, and its place in the order.
package struct ListRow: Sendable, Equatable {
    package var ref: Ref
    package var cells: [ListCell]
    package var place: ListPlace
}

/// A place in a list's order: the key of the order and the id.
package struct ListPlace: Sendable, Equatable {
    var key: String
    var id: Int64
}

extension Transaction {
    /// A page of a list in its own order, whatever order the query asks for; see `orderedIDs` for others.
    ///
    /// - Parameters:
    ///   - place: the page begins behind it, or ends before it when `backwards`; nil for the very begin or end.
    ///   - limit: lines at most. The lines are always in the order of the list.
    package func page(_ query: ListQuery, from place: ListPlace? = nil, backwards: Bool = false, limit: Int) throws
        -> [ListRow]
    {
        let list = ListDefinition.of(query.kind)
        if place == nil, !backwards, Narrowing.isNeeded(for: query.filter, list) {
            var ownOrder = query
            ownOrder.order = nil
            var narrowing = Narrowing(ownOrder)
            try narrowing.find(limit, in: self)
            return try rows(query, ids: narrowing.ids.prefix(limit))
        }
        var condition = try sifted(query)
        let isAscending = list.isAscending != backwards
        let direction = isAscending ? "ASC" : "DESC"
        if let place {
            let behind = list.beyond(place, isAscending: isAscending)
            condition = ("\(condition.sql) AND \(behind.sql)", condition.arguments + behind.arguments)
        }
        var lines: [ListRow] = []
        try BoundStatement(
            """
            SELECT \(selection(query)) FROM \(list.from) WHERE \(condition.sql)
            ORDER BY \(list.key) \(direction), \(list.id) \(direction) LIMIT ?
            """, database, arguments: condition.arguments + [limit]
        ).forEach([]) { lines.append(line(query, $0)) }
        return backwards ? lines.reversed() : lines
    }

    /// The lines of some records of a list, in the order of the ids. One that is gone has empty cells.
    package func rows(_ query: ListQuery, ids: some Sequence<Int64>) throws -> [ListRow] {
        let list = ListDefinition.of(query.kind)
        let statement = try BoundStatement(
            "SELECT \(selection(query)) FROM \(list.from) WHERE \(list.id) = ?", database)
        return try ids.map { id in
            var row: ListRow?
            try statement.forEach([.integer(id)]) { row = line(query, $0) }
            return row
                ?? ListRow(
                    ref: Ref(query.kind, id), cells: query.columns.map { _ in .none }, place: ListPlace(key: "", id: id)
                )
        }
    }

    private func selection(_ query: ListQuery) -> String {
        let list = ListDefinition.of(query.kind)
        return ([list.id, list.key] + query.columns.flatMap(\.sql)).joined(separator: ", ")
    }

    private func line(_ query: ListQuery, _ row: BoundRow) -> ListRow {
        var at = 2
        let cells = query.columns.map { column in
            defer { at += column.sql.count }
            return cell(column, row, at)
        }
        let id = row.integer(0)
        return ListRow(ref: Ref(query.kind, id), cells: cells, place: ListPlace(key: row.text(1) ?? "", id: id))
    }

    /// How many lines a list has.
    package func count(_ query: ListQuery) throws -> Int {
        let list = ListDefinition.of(query.kind)
        if !Narrowing.isNeeded(for: query.filter, list) {
            // Without a condition, be it only `1`, SQLite counts a page of its index at a time.
            let condition = list.subset(query.filter).map { " WHERE \($0)" } ?? ""
            return try Int.fetchOne(
                database.cachedStatement(sql: "SELECT count(*) FROM \(list.base)\(condition)")) ?? 0
        }
        let condition = try sifted(query)
        return try Int.fetchOne(
            database.cachedStatement(sql: "SELECT count(*) FROM \(list.from) WHERE \(condition.sql)"),
            arguments: StatementArguments(condition.arguments)) ?? 0
    }

    /// The ids of all records of a list, ordered by uid: what an export of the list holds.
    package func ids(_ query: ListQuery) throws -> [Int64] {
        let list = ListDefinition.of(query.kind)
        let condition = try sifted(query)
        return try Int64.fetchAll(
            database,
            sql: "SELECT \(list.id) FROM \(list.from) WHERE \(condition.sql) ORDER BY \(query.kind.table).uid",
            arguments: StatementArguments(condition.arguments))
    }

    /// Where a record stands in the order of its list; nil when it is gone.
    package func place(of ref: Ref) throws -> ListPlace? {
        let list = ListDefinition.of(ref.kind)
        return try String.fetchOne(
            database.cachedStatement(sql: "SELECT \(list.key) FROM \(list.base) WHERE \(list.id) = ?"),
            arguments: [ref.id]
        ).map { ListPlace(key: $0, id: ref.id) }
    }

    /// How many lines of a list stand before a record; nil when it is not in the list.
    package func position(of ref: Ref, in query: ListQuery) throws -> Int? {
        if query.order != nil { return try orderedIDs(query).firstIndex(of: ref.id) }
        guard let place = try place(of: ref) else { return nil }
        let list = ListDefinition.of(query.kind)
        let condition = try sifted(query)
        let isThere = try Int.fetchOne(
            database.cachedStatement(sql: "SELECT 1 FROM \(list.from) WHERE \(condition.sql) AND \(list.id) = ?"),
            arguments: StatementArguments(condition.arguments + [ref.id]))
        return isThere == nil ? nil : try position(of: place, in: query)
    }

    /// How many lines of a list stand before a place in its own order.
    package func position(of place: ListPlace, in query: ListQuery) throws -> Int {
        let list = ListDefinition.of(query.kind)
        let isWhole = !Narrowing.isNeeded(for: query.filter, list)
        var condition: FilterSQL.Condition = isWhole ? (list.subset(query.filter) ?? "1", []) : try sifted(query)
        let before = list.beyond(place, isAscending: !list.isAscending)
        condition = ("\(condition.sql) AND \(before.sql)", condition.arguments + before.arguments)
        return try Int.fetchOne(
            database.cachedStatement(
                sql: "SELECT count(*) FROM \(isWhole ? list.base : list.from) WHERE \(condition.sql)"),
            arguments: StatementArguments(condition.arguments)) ?? 0
    }

    /// The condition of a query that looks at the whole list at once.
    func sifted(_ query: ListQuery) throws -> FilterSQL.Condition { try filterSQL(query.kind).sifted(query.filter) }

    func filterSQL(_ kind: Kind) -> FilterSQL {
        FilterSQL(list: ListDefinition.of(kind), clock: clock, currencies: currencies)
    }

    private func currencies() throws -> [String] {
        try String.fetchAll(database.cachedStatement(sql: "SELECT DISTINCT currency FROM opportunity"))
    }

    private func cell(_ column: ListColumn, _ row: BoundRow, _ at: Int) -> ListCell {
        switch column.shape {
        case .text, .word: row.text(at).flatMap { $0.isEmpty ? nil : .text($0) } ?? .none
        case .number: row.number(at).map { .number($0) } ?? .none
        case .day: row.day(at).map { .day($0) } ?? .none
        case .instant: row.instant(at).map { .instant($0) } ?? row.day(at).map { .day($0) } ?? .none
        case .money: row.money(at, at + 1).map { .money($0) } ?? .none
        case .step: row.due(at, at + 1).map { .step($0, action: row.text(at + 2) ?? "") } ?? .none
        }
    }
}

extension ListDefinition {
    /// The condition for what stands behind a place, or before it. The first part is for indexes on expressions: SQLite does not
    /// use them for the second.
    func beyond(_ place: ListPlace, isAscending: Bool) -> FilterSQL.Condition {
        let sign = isAscending ? ">" : "<"
        return ("\(key) \(sign)= ? AND (\(key), \(id)) \(sign) (?, ?)", [place.key, place.key, place.id])
    }
}

extension Kind {
    /// The columns of a list of this kind where nobody has chosen others.
    package var listColumns: [ListColumn] { allListColumns.filter(\.isUsual) }

    /// Every column that a list of this kind can show, and be sorted by.
    package var allListColumns: [ListColumn] { ListDefinition.of(self).columns }

    package func listColumn(_ name: String) -> ListColumn? { allListColumns.first { $0.name == name } }

    /// The fields by which a list of this kind may be filtered.
    package var filterFields: [FilterField] { ListDefinition.of(self).filters.map(\.field) }

    /// Reads a filter line for a list of this kind.
    package func filter(_ line: String, clock: Clock, currency: String) throws(FilterError) -> Filter {
        try Filter.parse(line, fields: filterFields, clock: clock, currency: currency)
    }
}
