import Sales
import Words

/// The lists of what happened and what is to happen: calls, meetings, follow-ups, notes.
extension ListDefinition {
    static let calls = ListDefinition(
        from: """
            call JOIN call_state s ON s.call_id = call.id JOIN outcome u ON u.id = call.outcome_id LEFT JOIN contact p ON p.id = call.contact_id
            LEFT JOIN company c ON c.id = coalesce(call.company_id, p.company_id) LEFT JOIN opportunity o ON o.id = call.opportunity_id
            """,
        base: "call", id: "call.id", key: "call.at", isAscending: false,
        columns: [
            ListColumn("at", "When", .instant, "call.at"),
            ListColumn("contact", "Contact", .text, "p.name").sorted(personKey),
            ListColumn("company", "Company", .text, "c.name").sorted(companyKey),
            ListColumn("outcome", "Outcome", .text, "u.name").sorted("u.position", "u.id"),
            ListColumn("summary", "Summary", .text, "call.summary"),
            ListColumn("direction", "Direction", .word, "call.direction").onRequest,
            ListColumn("minutes", "Minutes", .number, "call.minutes").onRequest,
            ListColumn("deal", "Deal", .text, "o.name").sorted(dealKey).onRequest,
        ],
        index: .of(.call),
        filters: linked + [
            (FilterField("outcome", .text, aliases: ["结果"]), .expression("u.name")),
            (
                FilterField("reached", .choice(["yes", "no"]), aliases: ["接通"]),
                .expression("CASE u.reached WHEN 1 THEN 'yes' ELSE 'no' END")
            ),
            (
                FilterField("direction", .choice(Call.Direction.allCases.map(\.rawValue)), aliases: ["方向"]),
                .expression("call.direction")
            ),
            (FilterField("at", .day(.past), aliases: ["date", "日期"]), .day("call.at", isInstant: true)),
            (FilterField("minutes", .number, words: ["none"], aliases: ["分钟"]), .expression("call.minutes")),
            (FilterField("hour", .number, aliases: ["钟点"]), .expression("hour_of_week(call.at) % 24")),
            (
                FilterField("weekday", .choice(Transaction.weekdays), aliases: ["星期"]),
                .expression(
                    "CASE hour_of_week(call.at) / 24 "
                        + Transaction.weekdays.enumerated().map { "WHEN \($0) THEN '\($1)' " }.joined() + "END")
            ),
            (FilterField("attempt", .number, aliases: ["第几次"]), .expression(attempt)),
        ])

    /// Which attempt an outgoing call to a person is, counted from when that person was last reached by telephone.
    private static let attempt = """
        CASE WHEN call.direction = 'out' AND call.contact_id IS NOT NULL THEN 1 + (
            SELECT count(*) FROM call a WHERE a.contact_id = call.contact_id AND a.direction = 'out' AND (a.at, a.id) < (call.at, call.id)
            AND NOT EXISTS (SELECT 1 FROM call b JOIN outcome bu ON bu.id = b.outcome_id
                WHERE b.contact_id = call.contact_id AND bu.reached AND (b.at, b.id) >= (a.at, a.id)
                AND (b.at, b.id) < (call.at, call.id))) END
        """

    static let meetings = ListDefinition(
        from: """
            meeting JOIN meeting_state s ON s.meeting_id = meeting.id
            LEFT JOIN contact p ON p.id = (SELECT contact_id FROM attendee WHERE meeting_id = meeting.id ORDER BY ordinal LIMIT 1)
            LEFT JOIN company c ON c.id = coalesce(meeting.company_id, p.company_id) LEFT JOIN opportunity o ON o.id = meeting.opportunity_id
            """,
        base: "meeting", id: "meeting.id", key: "meeting.due_on || coalesce(meeting.due_at, '')", isAscending: false,
        columns: [
            ListColumn("due", "When", .step, "meeting.due_on", "meeting.due_at", "'meeting'"),
            ListColumn("title", "Title", .text, "meeting.title"),
            ListColumn("contact", "With", .text, "p.name").sorted(personKey),
            ListColumn("company", "Company", .text, "c.name").sorted(companyKey),
            ListColumn("state", "State", .word, "meeting.state").sorted(place("meeting.state", Meeting.State.self)),
            ListColumn("place", "Place", .text, "meeting.place"),
            ListColumn("end", "End", .instant, "meeting.end_at").onRequest,
            ListColumn(
                "minutes", "Minutes", .number,
                "(strftime('%s', meeting.end_at) - strftime('%s', meeting.due_at)) / 60"
            ).onRequest,
            ListColumn("notes", "Notes", .text, "meeting.notes").onRequest,
            ListColumn("deal", "Deal", .text, "o.name").sorted(dealKey).onRequest,
        ],
        index: .of(.meeting),
        filters: linked + [
            (
                FilterField("state", .choice(Meeting.State.allCases.map(\.rawValue)), aliases: ["状态"]),
                .expression("meeting.state")
            ),
            (FilterField("place", .text, words: ["none"], aliases: ["地点"]), .expression("meeting.place")),
            (
                FilterField("at", .day(.past), aliases: ["时间"]),
                .day("coalesce(meeting.due_at, meeting.due_on)", isInstant: true)
            ),
            (
                FilterField("due", .day(.coming), words: ["overdue", "today"], aliases: ["date", "日期"]),
                .day("meeting.due_on", isInstant: false)
            ),
        ])

    static let followUps = ListDefinition(
        from: """
            follow_up JOIN follow_up_state s ON s.follow_up_id = follow_up.id LEFT JOIN contact p ON p.id = follow_up.contact_id
            LEFT JOIN company c ON c.id = coalesce(follow_up.company_id, p.company_id)
            LEFT JOIN opportunity o ON o.id = follow_up.opportunity_id
            """,
        base: "follow_up", id: "follow_up.id", key: "follow_up.due_on || coalesce(follow_up.due_at, '~')",
        columns: [
            ListColumn("due", "Due", .step, "follow_up.due_on", "follow_up.due_at", "follow_up.action"),
            ListColumn("subject", "Subject", .text, "follow_up.subject"),
            ListColumn("contact", "Contact", .text, "p.name").sorted(personKey),
            ListColumn("company", "Company", .text, "c.name").sorted(companyKey),
            ListColumn("state", "State", .word, "follow_up.state").sorted(
                place("follow_up.state", FollowUp.State.self)),
            ListColumn("action", "Action", .word, "follow_up.action").sorted(
                place("follow_up.action", FollowUp.Action.self)
            ).onRequest,
            ListColumn("priority", "Priority", .number, "follow_up.priority").onRequest,
            ListColumn("repeat", "Repeat", .text, "follow_up.repeat").onRequest,
            ListColumn("done", "Done", .instant, "follow_up.done_at").onRequest,
            ListColumn("result", "Result", .text, "follow_up.result").onRequest,
            ListColumn("deal", "Deal", .text, "o.name").sorted(dealKey).onRequest,
        ],
        index: .of(.followUp),
        filters: linked + [
            (
                FilterField("state", .choice(FollowUp.State.allCases.map(\.rawValue)), aliases: ["状态"]),
                .choices(["open": "follow_up.state = 'open'", "done": "follow_up.state = 'done'"])
            ),
            (
                FilterField("action", .choice(FollowUp.Action.allCases.map(\.rawValue)), aliases: ["类型"]),
                .expression("follow_up.action")
            ),
            (
                FilterField("due", .day(.coming), words: ["overdue", "today"], aliases: ["日期"]),
                .day("follow_up.due_on", isInstant: false)
            ),
            (
                FilterField("done", .day(.past), words: ["none"], aliases: ["完成"]),
                .day("follow_up.done_at", isInstant: true)
            ),
            (FilterField("priority", .number, aliases: ["优先级"]), .expression("follow_up.priority")),
        ])

    static let notes = ListDefinition(
        from: """
            note JOIN note_state s ON s.note_id = note.id LEFT JOIN contact p ON p.id = note.contact_id LEFT JOIN company c ON c.id = coalesce(note.company_id, p.company_id)
            LEFT JOIN opportunity o ON o.id = note.opportunity_id
            """,
        base: "note", id: "note.id", key: "note.at", isAscending: false,
        columns: [
            ListColumn("at", "When", .instant, "note.at"),
            ListColumn("contact", "Contact", .text, "p.name").sorted(personKey),
            ListColumn("company", "Company", .text, "c.name").sorted(companyKey),
            ListColumn("text", "Text", .text, "note.text"),
            ListColumn("deal", "Deal", .text, "o.name").sorted(dealKey).onRequest,
        ],
        index: .of(.note),
        filters: linked + [
            (FilterField("at", .day(.past), aliases: ["date", "日期"]), .day("note.at", isInstant: true))
        ])

    static let promises = ListDefinition(
        from: """
            promise JOIN promise_state s ON s.promise_id = promise.id LEFT JOIN contact p ON p.id = promise.contact_id
            LEFT JOIN company c ON c.id = coalesce(promise.company_id, p.company_id)
            LEFT JOIN opportunity o ON o.id = promise.opportunity_id
            """,
        base: "promise", id: "promise.id", key: "promise.at", isAscending: false,
        columns: [
            ListColumn("at", "Made", .instant, "promise.at"),
            ListColumn("owes", "Who owes", .word, "promise.direction"),
            ListColumn("text", "What", .text, "promise.text"),
            ListColumn("contact", "Contact", .text, "p.name").sorted(personKey),
            ListColumn("company", "Company", .text, "c.name").sorted(companyKey),
            ListColumn("kept", "Kept", .instant, "promise.kept_at"),
            ListColumn("deal", "Deal", .text, "o.name").sorted(dealKey).onRequest,
        ],
        index: .of(.promise),
        filters: linked + [
            (
                FilterField("owes", .choice(Promise.Direction.allCases.map(\.rawValue)), aliases: ["欠"]),
                .expression("promise.direction")
            ),
            (
                FilterField("state", .choice(["open", "kept"]), aliases: ["状态"]),
                .choices(["open": "promise.kept_at IS NULL", "kept": "promise.kept_at IS NOT NULL"])
            ),
            (FilterField("at", .day(.past), aliases: ["date", "日期"]), .day("promise.at", isInstant: true)),
            (
                FilterField("kept", .day(.past), words: ["none"], aliases: ["兑现"]),
                .day("promise.kept_at", isInstant: true)
            ),
        ])

    /// Whom an activity is linked to.
    private static var linked: [(field: FilterField, sql: FieldSQL)] {
        [
            (FilterField("contact", .text, words: ["none"], aliases: ["联系人"]), name(of: "contact", "p.id")),
            (FilterField("company", .text, words: ["none"], aliases: ["公司"]), name(of: "company", "c.id")),
            (
                FilterField("deal", .text, words: ["none"], aliases: ["opportunity", "商机"]),
                name(of: "opportunity", "o.id")
            ),
        ]
    }
}
