import Sales
import Words

/// The lists of contacts and of companies.
extension ListDefinition {
    static let contacts = ListDefinition(
        from:
            "contact_state s JOIN contact ON contact.id = s.contact_id LEFT JOIN company c ON c.id = contact.company_id",
        base: "contact_state s", id: "s.contact_id", key: "s.sort_key",
        columns: [
            ListColumn("name", Contact.nameLabel, .text, "contact.name").sorted("s.sort_key"),
            ListColumn("company", "Company", .text, "c.name").sorted(companyKey),
            ListColumn("next", "Next step", .step, "s.next_on", "s.next_at", "s.next_action"),
            ListColumn("last", "Last contact", .instant, "s.last_contact"),
            ListColumn("status", "Status", .word, "contact.status").sorted(place("contact.status", Status.self)),
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
            (
                FilterField("company", .text, words: ["none"], aliases: ["公司"]),
                name(of: "company", "contact.company_id")
            ),
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
        ]
            + deals(
                "role r CROSS JOIN opportunity o ON o.id = r.opportunity_id", column: "r.contact_id", at: "s.contact_id"
            ))

    static let companies = ListDefinition(
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
        ] + deals("opportunity o", column: "o.company_id", at: "s.company_id"))

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

    /// Phones, e-mails, tags and the place of a contact or company.
    private static func owned(_ owner: String, _ id: String) -> [(field: FilterField, sql: FieldSQL)] {
        func rows(_ table: String, _ inner: FieldSQL) -> FieldSQL {
            .rows(of: table, column: "\(table).\(owner)_id", at: id, inner)
        }
        return [
            (
                FilterField("city", .text, words: ["none"], aliases: ["城市"]),
                rows("address", .expression("address.city"))
            ),
            (
                FilterField("region", .text, words: ["none"], aliases: ["省"]),
                rows("address", .expression("address.region"))
            ),
            (
                FilterField("country", .text, words: ["none"], aliases: ["国家"]),
                rows("address", .expression("address.country"))
            ),
            (
                FilterField("phone", .text, words: ["none"], aliases: ["电话"]),
                rows("phone", .phone("phone.reversed_digits"))
            ),
            (
                FilterField("email", .text, words: ["none"], aliases: ["邮箱"]),
                rows("email", .expression("email.address"))
            ),
            (
                FilterField("tag", .text, words: ["none"], aliases: ["tags", "标签"]),
                rows("tag", .expression("tag.name"))
            ),
        ]
    }

    /// The open deals of a contact or company.
    private static func deals(_ tables: String, column: String, at id: String) -> [(field: FilterField, sql: FieldSQL)]
    {
        // Joined in this order, and `+` keeps SQLite from going through all open deals for each record.
        let open = "\(tables) CROSS JOIN stage g ON g.id = o.stage_id AND +o.state = 'open'"
        func rows(_ inner: FieldSQL) -> FieldSQL { .rows(of: open, column: column, at: id, inner) }
        return [
            (FilterField("stage", .text, words: ["none"], aliases: ["阶段"]), rows(.expression("g.name"))),
            (FilterField("amount", .money, aliases: ["金额"]), rows(.money("o.amount", currency: "o.currency"))),
        ]
    }
}
