import Sales
import Words

/// The list of deals.
extension ListDefinition {
    static let opportunities = ListDefinition(
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
            ListColumn("state", "State", .word, "opportunity.state").sorted(
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
                weighted("opportunity.amount", "coalesce(opportunity.probability, g.probability)"),
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
            (
                FilterField("company", .text, words: ["none"], aliases: ["公司"]),
                name(of: "company", "opportunity.company_id")
            ),
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
                .rows(of: "tag", column: "tag.opportunity_id", at: "s.opportunity_id", .expression("tag.name"))
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

    /// The person who comes first in a deal.
    private static let buyer =
        "(SELECT contact_id FROM role WHERE opportunity_id = s.opportunity_id ORDER BY ordinal, id LIMIT 1)"

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
}
