import Sales
import Words

/// A list in SQL: its rows, columns, order, and the fields that filter it.
struct ListDefinition: Sendable {
    var from: String
    /// The one of these tables that is enough for the id, the key and, where there is an index for it, the order.
    var base: String
    /// The expressions of the id and of the key that orders the list; the key is a text and never NULL.
    var id: String
    var key: String
    var isAscending = true
    var columns: [ListColumn]
    /// The text in which the words of a filter are looked for: a search text where there is an index, else any folded text.
    var search = "s.search"
    var index: SearchIndex?
    var filters: [(field: FilterField, sql: FieldSQL)]

    /// How a filter field is asked in SQL.
    enum FieldSQL: Sendable {
        /// An expression that is compared; text is folded first.
        case expression(String)
        /// A day, or an instant when `isInstant`.
        case day(String, isInstant: Bool)
        /// An amount and its currency.
        case money(String, currency: String)
        /// A condition with `%` where the comparison of this inner expression stands.
        indirect case exists(String, FieldSQL)
        /// Whether among the rows of a table, or of several joined, found by the value of an expression in one of their columns, one
        /// passes the comparison.
        indirect case rows(of: String, column: String, at: String, FieldSQL)
        /// Digits of a telephone number.
        case phone(String)
        /// Conditions of its own for some special words; everything else as the inner one.
        indirect case worded([String: String], FieldSQL)
        /// A condition with `%` where the test of this stage's id stands, and of this instant.
        case stages(String, id: String, at: String?)
        /// A condition for each of the choices, without arguments, so that SQLite sees which index holds just those rows.
        case choices([String: String])
    }

    static func of(_ kind: Kind) -> ListDefinition {
        switch kind {
        case .contact: contacts
        case .company: companies
        case .opportunity: opportunities
        case .call: calls
        case .meeting: meetings
        case .followUp: followUps
        case .note: notes
        case .promise: promises
        case .savedView: views
        default: settings(kind)
        }
    }

    private static let views = ListDefinition(
        from: "saved_view", base: "saved_view", id: "saved_view.id",
        key: "saved_view.pane || printf(' %08d', saved_view.position)",
        columns: [
            ListColumn("pane", "List", .text, "saved_view.pane"),
            ListColumn("name", "Name", .text, "saved_view.name"),
            ListColumn("query", "Filter", .text, "saved_view.query"),
            ListColumn("sort", "Sorted by", .text, "saved_view.sort"),
            ListColumn("columns", "Columns", .text, "saved_view.columns"),
        ],
        search: "fold(saved_view.name)",
        filters: [
            (FilterField("name", .text, aliases: ["名称"]), .expression("saved_view.name")),
            (FilterField("pane", .text, aliases: ["列表"]), .expression("saved_view.pane")),
            (FilterField("query", .text, words: ["none"], aliases: ["筛选"]), .expression("saved_view.query")),
        ])

    private static func settings(_ kind: Kind) -> ListDefinition {
        let name =
            kind == .dealChange || kind == .difference
            ? "uid"
            : kind == .holiday
                ? "day" : [.quota, .rate].contains(kind) ? "starts_on" : kind == .commission ? "currency" : "name"
        return ListDefinition(
            from: kind.table, base: kind.table, id: "\(kind.table).id", key: "printf('%08d', \(kind.table).id)",
            columns: [ListColumn("name", "Name", .text, "\(kind.table).\(name)")],
            search: "fold(\(kind.table).\(name))",
            filters: [(FilterField("name", .text, aliases: ["名称"]), .expression("\(kind.table).\(name)"))])
    }

    // MARK: Expressions

    /// The key by which the name of the company `c` sorts.
    static let companyKey = "(SELECT sort_key FROM company_state WHERE company_id = c.id)"
    /// The key by which the name of the person `p` sorts.
    static let personKey = "(SELECT sort_key FROM contact_state WHERE contact_id = p.id)"
    /// The key by which the name of the deal `o` sorts.
    static let dealKey = "(SELECT sort_key FROM opportunity_state WHERE opportunity_id = o.id)"

    /// Where a word stands among the cases of a type: leads before prospects before customers.
    static func place<C: CaseIterable & RawRepresentable<String>>(_ expression: String, _ type: C.Type) -> String {
        "instr('\(C.allCases.map(\.rawValue).joined(separator: " "))', \(expression))"
    }

    static func first(_ column: String, of table: String, _ condition: String) -> String {
        "(SELECT \(column) FROM \(table) WHERE \(condition) ORDER BY ordinal LIMIT 1)"
    }

    static func tags(_ condition: String) -> String {
        "(SELECT group_concat(name, '; ') FROM (SELECT name FROM tag WHERE \(condition) ORDER BY ordinal))"
    }

    // MARK: Filters that several lists have

    /// The name of the record that an expression leads to.
    static func name(of table: String, _ id: String) -> FieldSQL {
        .rows(of: table, column: "\(table).id", at: id, .expression("\(table).name"))
    }

    /// The next step; where there is none it is asked whether somebody said why.
    static func nextStep(because: String) -> FieldSQL {
        .worded(
            [
                "none": "(s.next_on IS NULL AND \(because) = '')",
                "because": "(s.next_on IS NULL AND \(because) <> '')",
            ], .day("s.next_on", isInstant: false))
    }
}
