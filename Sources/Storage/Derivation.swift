internal import GRDB
import Sales

/// What is derived of a record of a kind beside the text by which it is found: the columns, and how they are computed.
struct Derivation: Sendable {
    /// The columns of the derived table that it fills.
    let columns: [String]
    /// What is asked for each record, in SQL; the record's table has the name that `SearchSource` gives it.
    let expressions: [String]
    /// What of the others leads to records of the kind and is asked for: tables, and the column of each that has an index.
    var leading: [(table: String, column: String)] = []
    /// Of the expressions those that ask for that, by their places, and what they answer where nothing leads to a record.
    var answers: [Int: String] = [:]
    /// What derives more of the records with these ids, some of which may be gone, when the columns have been written.
    var after: (@Sendable (ArraySlice<Int64>, Database) throws -> Void)?
    /// The place of the expression that says whether a record wants that; nil: all of them do.
    var more: Int?
    /// The column that is 1 for whom something should be planned: those of them without a next step are counted.
    var wantsPlan: String?
    /// The values of the columns.
    ///
    /// The answers to the expressions stand in the row from the second argument on; the third is the record's id.
    let values: @Sendable (BoundRow, Int, Int64, Database) throws -> [Value]

    /// What is asked for a record to which nothing leads.
    var alone: [String] { expressions.indices.map { answers[$0] ?? expressions[$0] } }

    /// The greatest id to which something leads: records that are newer, as an import's, need no look into other tables.
    func lastReferred(_ database: Database) throws -> Int64 {
        if answers.isEmpty { return 0 }
        return try leading.reduce(0) { last, leading in
            try max(
                last,
                BoundStatement(
                    "SELECT max(\(leading.column)) FROM \(leading.table) WHERE \(leading.column) IS NOT NULL", database
                ).integers([]).first ?? 0)
        }
    }

    static func of(_ kind: Kind) -> Derivation {
        switch kind {
        case .contact: contact
        case .company: company
        case .opportunity: opportunity
        default: nothing
        }
    }

    private static let nothing = Derivation(columns: [], expressions: []) { _, _, _, _ in [] }

    // A touch: a reached call, a meeting held, a visit done. An attempt: a call not reached, something sent.

    private static let contact = Derivation(
        // The last two are emptied here, so that the statement after it works them out anew.
        columns: ["sort_key", "last_contact", "last_attempt", "attempts", "active"] + Step.columns
            + ["touch_every", "touch_due"],
        expressions: [
            "p.status", "p.do_not_call",
            latest([
                "SELECT max(call.at) FROM call JOIN outcome ON outcome.id = outcome_id WHERE contact_id = p.id AND reached = 1",
                """
                SELECT max(coalesce(due_at, due_on)) FROM attendee JOIN meeting ON meeting.id = meeting_id
                WHERE contact_id = p.id AND state = 'held'
                """,
                "SELECT max(done_at) FROM follow_up WHERE contact_id = p.id AND state = 'done' AND action = 'visit'",
            ]),
            latest([
                "SELECT max(call.at) FROM call JOIN outcome ON outcome.id = outcome_id WHERE contact_id = p.id AND reached = 0",
                """
                SELECT max(done_at) FROM follow_up
                WHERE contact_id = p.id AND state = 'done' AND action IN ('email', 'send')
                """,
            ]),
            Step.first(
                Step.withContact + [
                    Step.ofRecords(
                        "role JOIN opportunity_state USING (opportunity_id)", "contact_id = p.id AND open = 1")
                ]),
            // Most have no cadence, and an import brings a million of them.
            "p.cadence IS NOT NULL OR EXISTS (SELECT 1 FROM cadence)",
        ],
        leading: ["call", "attendee", "follow_up", "role"].map { ($0, "contact_id") },
        answers: [2: "NULL", 3: "NULL", 4: "'\(Step.none)'"],
        after: { ids, database in
            // It begins a savepoint, too.
            try BoundStatement(Refresher.touches("p.id IN (SELECT value FROM json_each(?))"), database)
                .run([.text(IDList.json(ids))])
        }, more: 5, wantsPlan: "active"
    ) { row, place, id, database in
        let touch = row.text(place + 2)
        let attempt = row.text(place + 3)
        let isActive: Bool
        switch Status(rawValue: row.text(place) ?? "") {
        case .prospect, .customer, .partner: isActive = true
        case .lead: isActive = touch != nil || attempt != nil
        default: isActive = false
        }
        let attempts = try attempt == nil ? 0 : attemptsSince(touch, id, database)
        return [
            .text(SortKey.of(row.text(1) ?? "")), row[place + 2], row[place + 3], .integer(attempts),
            .integer(isActive && row[place + 1].integer == 0 ? 1 : 0),
        ] + Step.values(row.text(place + 4)) + [.null, .null]
    }

    /// How often a contact was tried since the last touch.
    private static func attemptsSince(_ touch: String?, _ id: Int64, _ database: Database) throws -> Int64 {
        let statement = try database.cachedStatement(
            sql: """
                SELECT (SELECT count(*) FROM call JOIN outcome ON outcome.id = outcome_id
                        WHERE contact_id = ?1 AND reached = 0 AND call.at > ?2)
                    + (SELECT count(*) FROM follow_up
                        WHERE contact_id = ?1 AND state = 'done' AND action IN ('email', 'send') AND done_at > ?2)
                """)
        return try Int64.fetchOne(statement, arguments: [id, touch ?? ""]) ?? 0
    }

    private static let company = Derivation(
        columns: ["sort_key", "contacts", "open_deals", "last_contact"] + Step.columns,
        expressions: [
            "(SELECT count(*) FROM contact WHERE company_id = c.id)",
            // `+` keeps SQLite from going through all open deals of the file for each company.
            "(SELECT count(*) FROM opportunity WHERE company_id = c.id AND +state = 'open')",
            latest([
                "SELECT max(call.at) FROM call JOIN outcome ON outcome.id = outcome_id WHERE company_id = c.id AND reached = 1",
                "SELECT max(coalesce(due_at, due_on)) FROM meeting WHERE company_id = c.id AND state = 'held'",
                "SELECT max(done_at) FROM follow_up WHERE company_id = c.id AND state = 'done' AND action = 'visit'",
                """
                SELECT max(last_contact) FROM contact JOIN contact_state ON contact_id = contact.id WHERE company_id = c.id
                """,
            ]),
            Step.first([
                Step.ofFollowUps("company_id = c.id"),
                Step.ofMeetings("meeting", "company_id = c.id"),
                Step.ofRecords(
                    "opportunity JOIN opportunity_state ON opportunity_id = id", "company_id = c.id AND open = 1"),
                Step.ofRecords("contact JOIN contact_state ON contact_id = id", "company_id = c.id"),
            ]),
        ],
        leading: ["contact", "opportunity", "call", "meeting", "follow_up"].map { ($0, "company_id") },
        answers: [0: "0", 1: "0", 2: "NULL", 3: "'\(Step.none)'"]
    ) { row, place, _, _ in
        [.text(SortKey.of(row.text(1) ?? "")), row[place], row[place + 1], row[place + 2]]
            + Step.values(row.text(place + 3))
    }

    private static let opportunity = Derivation(
        // The last four are what the board sums and orders: of open deals only.
        columns: ["sort_key", "open", "stage_since"] + Step.columns + ["stage_id", "amount", "currency", "chance"],
        expressions: [
            "o.state",
            // Since when it is where it is: the first line after the last one that said something else.
            """
            coalesce((
                WITH last AS (SELECT stage_id, state FROM deal_change WHERE opportunity_id = o.id ORDER BY at DESC, id DESC LIMIT 1),
                    other AS (SELECT at, id FROM deal_change WHERE opportunity_id = o.id
                        AND (stage_id, state) <> (SELECT stage_id, state FROM last) ORDER BY at DESC, id DESC LIMIT 1)
                SELECT min(at) FROM deal_change WHERE opportunity_id = o.id
                    AND (NOT EXISTS (SELECT 1 FROM other) OR (at, id) > (SELECT at, id FROM other))), o.created_at)
            """,
            Step.first([Step.ofFollowUps("opportunity_id = o.id"), Step.ofMeetings("meeting", "opportunity_id = o.id")]
            ),
        ] + ["stage_id", "amount", "currency", "probability"].map { "CASE o.state WHEN 'open' THEN o.\($0) END" },
        leading: ["meeting", "follow_up"].map { ($0, "opportunity_id") }, answers: [2: "'\(Step.none)'"],
        after: { try DealStays.derive($0, $1) }, wantsPlan: "open"
    ) { row, place, _, _ in
        [.text(SortKey.of(row.text(1) ?? "")), .integer(row.text(place) == "open" ? 1 : 0), row[place + 1]]
            + Step.values(row.text(place + 2)) + (3...6).map { row[place + $0] }
    }

    /// The latest of what several queries find; NULL when they find nothing.
    private static func latest(_ queries: [String]) -> String {
        "nullif(max(\(queries.map { "coalesce((\($0)), '')" }.joined(separator: ", "))), '')"
    }
}

/// A next step: the earliest open follow-up or planned meeting. SQL finds it as one text that sorts as the steps do: day, time,
/// reference and action with tabs between them.
enum Step {
    static let columns = ["next_ref", "next_on", "next_at", "next_action"]

    /// Sorts after every digit: within a day what has a time comes first, and any step before none.
    static let none = "~"

    static func ofFollowUps(_ condition: String) -> String {
        "SELECT min(\(text("due_on", "due_at", "'f' || id", "action"))) FROM follow_up WHERE \(condition) AND state = 'open'"
    }

    static func ofMeetings(_ tables: String, _ condition: String) -> String {
        """
        SELECT min(\(text("due_on", "due_at", "'m' || meeting.id", "'meeting'"))) FROM \(tables)
        WHERE \(condition) AND state = 'planned'
        """
    }

    /// The next steps of records that are derived already.
    static func ofRecords(_ tables: String, _ condition: String) -> String {
        """
        SELECT min(\(text("next_on", "next_at", "next_ref", "next_action"))) FROM \(tables)
        WHERE \(condition) AND next_on IS NOT NULL
        """
    }

    /// Of what is planned with the contact `p` itself.
    static let withContact = [
        ofFollowUps("contact_id = p.id"),
        ofMeetings("attendee JOIN meeting ON meeting.id = meeting_id", "contact_id = p.id"),
    ]

    static func first(_ queries: [String]) -> String {
        "min(\(queries.map { "coalesce((\($0)), '\(none)')" }.joined(separator: ", ")))"
    }

    private static func text(_ day: String, _ time: String, _ ref: String, _ action: String) -> String {
        "\(day) || '\t' || coalesce(\(time), '\(none)') || '\t' || \(ref) || '\t' || \(action)"
    }

    /// The values of the four columns.
    static func values(_ text: String?) -> [Value] {
        guard let text, text != none else { return [.null, .null, .null, .null] }
        let parts = text.split(separator: "\t", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return [.null, .null, .null, .null] }
        return [
            .text(String(parts[2])), .text(String(parts[0])), parts[1] == none ? .null : .text(String(parts[1])),
            .text(String(parts[3])),
        ]
    }
}
