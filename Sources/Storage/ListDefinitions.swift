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

    private static let contacts = ListDefinition(
        from:
            "contact_state s JOIN contact ON contact.id = s.contact_id LEFT JOIN company c ON c.id = contact.company_id",
        base: "contact_state s", id: "s.contact_id", key: "s.sort_key",
        columns: [
            ListColumn("name", "Name", .text, "contact.name").sorted("s.sort_key"),
            ListColumn("company", "Company", .text, "c.name").sorted(companyKey),
            ListColumn("next", "Next step", .step, "s.next_on", "s.next_at", "s.next_action"),
            ListColumn("last", "Last contact", .instant, "s.last_contact"),
            ListColumn("status", "Status", .text, "contact.status").sorted(place("contact.status", Status.self)),
            ListColumn("tier", "Tier", .text, "contact.tier"),
            ListColumn("phone", "Phone", .text, first("number", of: "phone", "contact_id = s.contact_id")),
            ListColumn("city", "City", .text, first("city", of: "address", "contact_id = s.contact_id")),
            ListColumn("active", "Active", .number, "s.active"),
            ListColumn("position", "Position", .text, "contact.position").onRequest,
            ListColumn("email", "E-mail", .text, first("address", of: "email", "contact_id = s.contact_id")).onRequest,
            ListColumn("tags", "Tags", .text, tags("contact_id = s.contact_id")).onRequest,
            ListColumn("source", "Source", .text, "contact.source").onRequest,
            ListColumn("attempts", "Attempts", .number, "s.attempts").onRequest,
            ListColumn("attempt", "Last attempt", .instant, "s.last_attempt").onRequest,
            ListColumn("cadence", "Every, days", .number, "s.touch_every").onRequest,
            ListColumn("touch", "Touch due", .day, "s.touch_due").onRequest,
            ListColumn("because", "Nothing planned because", .text, "contact.nothing_because").onRequest,
            ListColumn("added", "Added", .instant, "contact.created_at").onRequest,
        ],
        index: .of(.contact),
        filters: [
            (FilterField("name", .text, aliases: ["姓名"]), .expression("contact.name")),
            (FilterField("company", .text, words: ["none"], aliases: ["公司"]), .expression("c.name")),
            (
                FilterField("status", .choice(Status.allCases.map(\.rawValue)), aliases: ["状态"]),
                .expression("contact.status")
            ),
            (FilterField("tier", .text, words: ["none"], aliases: ["等级"]), .expression("contact.tier")),
            (FilterField("position", .text, words: ["none"], aliases: ["职位"]), .expression("contact.position")),
            (FilterField("source", .text, words: ["none"], aliases: ["来源"]), .expression("contact.source")),
        ] + owned("contact", "s.contact_id") + [
            (FilterField("relation", .text, words: ["none"], aliases: ["relations", "关系"]), relations),
            (
                FilterField("next", .day(.coming), words: ["none", "because", "overdue", "today"], aliases: ["下一步"]),
                nextStep(because: "contact.nothing_because")
            ),
            (
                FilterField("last", .day(.past), words: ["none"], aliases: ["last-contact", "上次联系"]),
                .day("s.last_contact", isInstant: true)
            ),
            (
                FilterField("attempt", .day(.past), words: ["none"], aliases: ["last-attempt", "上次尝试"]),
                .day("s.last_attempt", isInstant: true)
            ),
            (FilterField("attempts", .number, aliases: ["尝试次数"]), .expression("s.attempts")),
            (
                FilterField("active", .choice(["yes", "no"]), aliases: ["活跃"]),
                .expression("CASE s.active WHEN 1 THEN 'yes' ELSE 'no' END")
            ),
            (FilterField("cadence", .number, words: ["none"], aliases: ["联系周期"]), .expression("s.touch_every")),
            (
                FilterField("touch", .day(.coming), words: ["none", "losing"], aliases: ["联系到期"]),
                .day("s.touch_due", isInstant: false)
            ),
            (FilterField("added", .day(.past), aliases: ["添加"]), .day("contact.created_at", isInstant: true)),
        ] + deals("o.id IN (SELECT opportunity_id FROM role WHERE contact_id = s.contact_id)"))

    private static let companies = ListDefinition(
        from: "company_state s JOIN company ON company.id = s.company_id",
        base: "company_state s", id: "s.company_id", key: "s.sort_key",
        columns: [
            ListColumn("name", "Name", .text, "company.name").sorted("s.sort_key"),
            ListColumn("city", "City", .text, first("city", of: "address", "company_id = s.company_id")),
            ListColumn("next", "Next step", .step, "s.next_on", "s.next_at", "s.next_action"),
            ListColumn("last", "Last contact", .instant, "s.last_contact"),
            ListColumn("contacts", "People", .number, "s.contacts"),
            ListColumn("deals", "Open deals", .number, "s.open_deals"),
            ListColumn("tier", "Tier", .text, "company.tier"),
            ListColumn("industry", "Industry", .text, "company.industry"),
            ListColumn("phone", "Phone", .text, first("number", of: "phone", "company_id = s.company_id")).onRequest,
            ListColumn("email", "E-mail", .text, first("address", of: "email", "company_id = s.company_id")).onRequest,
            ListColumn("website", "Website", .text, "company.website").onRequest,
            ListColumn("tags", "Tags", .text, tags("company_id = s.company_id")).onRequest,
            ListColumn("employees", "Employees", .number, "company.employees").onRequest,
            ListColumn("source", "Source", .text, "company.source").onRequest,
            ListColumn("added", "Added", .instant, "company.created_at").onRequest,
        ],
        index: .of(.company),
        filters: [
            (FilterField("name", .text, aliases: ["名称"]), .expression("company.name")),
            (FilterField("tier", .text, words: ["none"], aliases: ["等级"]), .expression("company.tier")),
            (FilterField("industry", .text, words: ["none"], aliases: ["行业"]), .expression("company.industry")),
            (FilterField("source", .text, words: ["none"], aliases: ["来源"]), .expression("company.source")),
            (FilterField("contacts", .number, aliases: ["人数"]), .expression("s.contacts")),
            (FilterField("deals", .number, aliases: ["商机数"]), .expression("s.open_deals")),
        ] + owned("company", "s.company_id") + [
            (
                FilterField("relation", .text, words: ["none"], aliases: ["relations", "关系"]),
                .exists(
                    """
                    EXISTS (SELECT 1 FROM affiliation a JOIN contact p ON p.id = a.contact_id
                        WHERE a.company_id = s.company_id AND %)
                    """, .expression("coalesce(nullif(a.inverse, ''), a.name) || ' ' || p.name"))
            ),
            (
                FilterField("next", .day(.coming), words: ["none", "overdue", "today"], aliases: ["下一步"]),
                .day("s.next_on", isInstant: false)
            ),
            (
                FilterField("last", .day(.past), words: ["none"], aliases: ["last-contact", "上次联系"]),
                .day("s.last_contact", isInstant: true)
            ),
            (FilterField("added", .day(.past), aliases: ["添加"]), .day("company.created_at", isInstant: true)),
        ] + deals("o.company_id = s.company_id"))

    private static let opportunities = ListDefinition(
        from: """
            opportunity_state s JOIN opportunity ON opportunity.id = s.opportunity_id JOIN stage g ON g.id = opportunity.stage_id
            LEFT JOIN company c ON c.id = opportunity.company_id LEFT JOIN reason r ON r.id = opportunity.reason_id
            """,
        base: "opportunity_state s", id: "s.opportunity_id", key: "s.sort_key",
        columns: [
            ListColumn("name", "Deal", .text, "opportunity.name").sorted("s.sort_key"),
            ListColumn("company", "Company", .text, "c.name").sorted(companyKey),
            ListColumn("amount", "Amount", .money, "opportunity.amount", "opportunity.currency"),
            ListColumn("stage", "Stage", .text, "g.name").sorted("g.position", "g.id"),
            ListColumn("state", "State", .text, "opportunity.state").sorted(
                place("opportunity.state", Opportunity.State.self)),
            ListColumn("close", "Close", .day, "opportunity.close_on"),
            ListColumn("next", "Next step", .step, "s.next_on", "s.next_at", "s.next_action"),
            ListColumn("contact", "Contact", .text, "(SELECT name FROM contact WHERE id = \(buyer))").sorted(
                "(SELECT sort_key FROM contact_state WHERE contact_id = \(buyer))"
            ).onRequest,
            ListColumn("probability", "Probability", .number, "coalesce(opportunity.probability, g.probability)")
                .onRequest,
            // Rounded to the minor unit, as the board does.
            ListColumn(
                "weighted", "Weighted", .money,
                "(opportunity.amount * coalesce(opportunity.probability, g.probability) + 50) / 100",
                "opportunity.currency"
            ).onRequest,
            ListColumn("since", "In stage since", .instant, "s.stage_since").onRequest,
            ListColumn("reason", "Reason", .text, "r.name").sorted("r.position", "r.id").onRequest,
            ListColumn("source", "Source", .text, "opportunity.source").onRequest,
            ListColumn("tags", "Tags", .text, tags("opportunity_id = s.opportunity_id")).onRequest,
            ListColumn("because", "Nothing planned because", .text, "opportunity.nothing_because").onRequest,
            ListColumn("added", "Added", .instant, "opportunity.created_at").onRequest,
            ListColumn("reviewed", "Reviewed", .instant, "opportunity.reviewed_at").onRequest,
        ],
        index: .of(.opportunity),
        filters: [
            (FilterField("name", .text, aliases: ["名称"]), .expression("opportunity.name")),
            (FilterField("company", .text, words: ["none"], aliases: ["公司"]), .expression("c.name")),
            (FilterField("tier", .text, words: ["none"], aliases: ["等级"]), .expression("c.tier")),
            (FilterField("stage", .text, aliases: ["阶段"]), .expression("g.name")),
            (FilterField("entered", .dated, aliases: ["进入"]), .stages(entered, id: "e.stage_id", at: "e.at")),
            (FilterField("passed", .text, aliases: ["通过"]), .stages(passed, id: "x.id", at: nil)),
            (
                FilterField("state", .choice(Opportunity.State.allCases.map(\.rawValue)), aliases: ["状态"]),
                .expression("opportunity.state")
            ),
            (
                FilterField("amount", .money, words: ["none"], aliases: ["金额"]),
                .money("opportunity.amount", currency: "opportunity.currency")
            ),
            (FilterField("currency", .text, aliases: ["币种"]), .expression("opportunity.currency")),
            (
                FilterField("probability", .number, aliases: ["概率"]),
                .expression("coalesce(opportunity.probability, g.probability)")
            ),
            (
                FilterField("close", .day(.coming), words: ["none", "overdue"], aliases: ["成交"]),
                .day("opportunity.close_on", isInstant: false)
            ),
            (FilterField("reason", .text, words: ["none"], aliases: ["原因"]), .expression("r.name")),
            (FilterField("source", .text, words: ["none"], aliases: ["来源"]), .expression("opportunity.source")),
            (
                FilterField("tag", .text, words: ["none"], aliases: ["tags", "标签"]),
                .exists(
                    "EXISTS (SELECT 1 FROM tag WHERE opportunity_id = s.opportunity_id AND %)", .expression("tag.name"))
            ),
            (
                FilterField("next", .day(.coming), words: ["none", "because", "overdue", "today"], aliases: ["下一步"]),
                nextStep(because: "opportunity.nothing_because")
            ),
            (FilterField("added", .day(.past), aliases: ["添加"]), .day("opportunity.created_at", isInstant: true)),
            (
                FilterField("reviewed", .day(.past), words: ["none"], aliases: ["回顾"]),
                .day("opportunity.reviewed_at", isInstant: true)
            ),
        ])

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

    /// The person who comes first in a deal.
    private static let buyer =
        "(SELECT contact_id FROM role WHERE opportunity_id = s.opportunity_id ORDER BY ordinal, id LIMIT 1)"

    /// Where a word stands among the cases of a type: leads before prospects before customers.
    static func place<C: CaseIterable & RawRepresentable<String>>(_ expression: String, _ type: C.Type) -> String {
        "instr('\(C.allCases.map(\.rawValue).joined(separator: " "))', \(expression))"
    }

    /// A deal enters a stage when it comes to stand in it, open, and never stood in it or in a later one before: going back enters
    /// nothing, and a stage that was skipped was not entered.
    private static let entered = """
        EXISTS (SELECT 1 FROM deal_change e JOIN stage eg ON eg.id = e.stage_id
            WHERE e.opportunity_id = s.opportunity_id AND e.state = 'open' AND %
            AND NOT EXISTS (SELECT 1 FROM deal_change b JOIN stage bg ON bg.id = b.stage_id
                WHERE b.opportunity_id = e.opportunity_id AND b.state = 'open' AND (b.at, b.id) < (e.at, e.id)
                AND (bg.position, bg.id) >= (eg.position, eg.id)))
        """
    /// A deal has passed a stage when it once stood open in a later one, or is won.
    private static let passed = """
        EXISTS (SELECT 1 FROM stage x WHERE % AND (opportunity.state = 'won' OR EXISTS (
            SELECT 1 FROM deal_change p JOIN stage pg ON pg.id = p.stage_id
            WHERE p.opportunity_id = s.opportunity_id AND p.state = 'open' AND (pg.position, pg.id) > (x.position, x.id))))
        """

    private static func first(_ column: String, of table: String, _ condition: String) -> String {
        "(SELECT \(column) FROM \(table) WHERE \(condition) ORDER BY ordinal LIMIT 1)"
    }

    private static func tags(_ condition: String) -> String {
        "(SELECT group_concat(name, '; ') FROM (SELECT name FROM tag WHERE \(condition) ORDER BY ordinal))"
    }

    /// What a contact is to others, and to whom, as it is said from its side.
    private static let relations = FieldSQL.exists(
        """
        EXISTS (SELECT 1 FROM (
            SELECT r.name || ' ' || p.name AS said FROM relation r JOIN contact p ON p.id = r.other_id
                WHERE r.contact_id = s.contact_id
            UNION ALL
            SELECT coalesce(nullif(r.inverse, ''), r.name) || ' ' || p.name FROM relation r
                JOIN contact p ON p.id = r.contact_id WHERE r.other_id = s.contact_id
            UNION ALL
            SELECT a.name || ' ' || k.name FROM affiliation a JOIN company k ON k.id = a.company_id
                WHERE a.contact_id = s.contact_id) WHERE %)
        """, .expression("said"))

    // MARK: Filters that several lists have

    /// The next step; where there is none it is asked whether somebody said why.
    private static func nextStep(because: String) -> FieldSQL {
        .worded(
            [
                "none": "(s.next_on IS NULL AND \(because) = '')",
                "because": "(s.next_on IS NULL AND \(because) <> '')",
            ], .day("s.next_on", isInstant: false))
    }

    /// Phones, e-mails, tags and the place of a contact or company.
    private static func owned(_ owner: String, _ id: String) -> [(field: FilterField, sql: FieldSQL)] {
        func rows(_ table: String) -> String { "EXISTS (SELECT 1 FROM \(table) WHERE \(owner)_id = \(id) AND %)" }
        return [
            (
                FilterField("city", .text, words: ["none"], aliases: ["城市"]),
                .exists(rows("address"), .expression("address.city"))
            ),
            (
                FilterField("region", .text, words: ["none"], aliases: ["省"]),
                .exists(rows("address"), .expression("address.region"))
            ),
            (
                FilterField("country", .text, words: ["none"], aliases: ["国家"]),
                .exists(rows("address"), .expression("address.country"))
            ),
            (
                FilterField("phone", .text, words: ["none"], aliases: ["电话"]),
                .exists(rows("phone"), .phone("phone.reversed_digits"))
            ),
            (
                FilterField("email", .text, words: ["none"], aliases: ["邮箱"]),
                .exists(rows("email"), .expression("email.address"))
            ),
            (
                FilterField("tag", .text, words: ["none"], aliases: ["tags", "标签"]),
                .exists(rows("tag"), .expression("tag.name"))
            ),
        ]
    }

    /// The open deals of a contact or company.
    private static func deals(_ condition: String) -> [(field: FilterField, sql: FieldSQL)] {
        let rows =
            "EXISTS (SELECT 1 FROM opportunity o JOIN stage g ON g.id = o.stage_id WHERE o.state = 'open' AND \(condition) AND %)"
        return [
            (FilterField("stage", .text, words: ["none"], aliases: ["阶段"]), .exists(rows, .expression("g.name"))),
            (FilterField("amount", .money, aliases: ["金额"]), .exists(rows, .money("o.amount", currency: "o.currency"))),
        ]
    }
}
