internal import GRDB
import Sales

/// Recomputes what is derived of one record at a time, from the tables alone.
struct Refresher {
    let database: Database

    /// A next step: the earliest open follow-up or planned meeting.
    private struct Step: Comparable {
        var ref: String
        var on: String
        var at: String?
        var action: String

        static func < (a: Step, b: Step) -> Bool {
            // Within a day, what has a time comes first; `~` sorts after every digit.
            (a.on, a.at ?? "~", a.ref) < (b.on, b.at ?? "~", b.ref)
        }
    }

    func refreshOpportunity(_ id: Int64) throws {
        guard
            let row = try one(
                """
                SELECT o.name, o.state, o.created_at, c.name AS company, c.nickname AS company_nickname,
                    (SELECT group_concat(name, char(10)) FROM tag WHERE opportunity_id = o.id) AS tags
                FROM opportunity o LEFT JOIN company c ON c.id = o.company_id WHERE o.id = ?
                """, id)
        else { return try forget("opportunity", id) }
        // Since when it is where it is: the first line after the last one that said something else.
        let since = try String.fetchOne(
            statement(
                """
                WITH last AS (SELECT stage_id, state FROM deal_change WHERE opportunity_id = ?1 ORDER BY at DESC, id DESC LIMIT 1),
                    other AS (SELECT at, id FROM deal_change WHERE opportunity_id = ?1
                        AND (stage_id, state) <> (SELECT stage_id, state FROM last) ORDER BY at DESC, id DESC LIMIT 1)
                SELECT min(at) FROM deal_change WHERE opportunity_id = ?1
                    AND (NOT EXISTS (SELECT 1 FROM other) OR (at, id) > (SELECT at, id FROM other))
                """), arguments: [id])
        let step = try steps(
            """
            SELECT 'f' || id, due_on, due_at, action FROM follow_up WHERE opportunity_id = ?1 AND state = 'open'
            UNION ALL
            SELECT 'm' || id, due_on, due_at, 'meeting' FROM meeting WHERE opportunity_id = ?1 AND state = 'planned'
            """, id
        ).min()
        let name: String = row["name"]
        try statement("INSERT OR REPLACE INTO opportunity_state VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)").execute(
            arguments: [
                id, SortKey.of(name),
                SearchText.of(
                    names: [name, row["company"], row["company_nickname"], row["tags"]], phones: nil),
                row["state"] as String == "open" ? 1 : 0, since ?? row["created_at"], step?.ref, step?.on, step?.at,
                step?.action,
            ])
    }

    func refreshContact(_ id: Int64) throws {
        guard
            let row = try one(
                """
                SELECT p.name, p.nickname, p.given_name, p.family_name, p.position, p.status, p.do_not_call,
                    c.name AS company, c.nickname AS company_nickname,
                    (SELECT group_concat(number, char(10)) FROM phone WHERE contact_id = p.id) AS phones,
                    (SELECT group_concat(address, char(10)) FROM email WHERE contact_id = p.id) AS emails,
                    (SELECT group_concat(city, char(10)) FROM address WHERE contact_id = p.id) AS cities,
                    (SELECT group_concat(name, char(10)) FROM tag WHERE contact_id = p.id) AS tags
                FROM contact p LEFT JOIN company c ON c.id = p.company_id WHERE p.id = ?
                """, id)
        else { return try forget("contact", id) }
        // A touch: a reached call, a meeting held, a visit done. An attempt: a call not reached, something sent.
        let touch = try String.fetchOne(
            statement(
                """
                SELECT max(at) FROM (
                    SELECT call.at FROM call JOIN outcome ON outcome.id = outcome_id WHERE contact_id = ?1 AND reached = 1
                    UNION ALL
                    SELECT coalesce(due_at, due_on) FROM attendee JOIN meeting ON meeting.id = meeting_id
                        WHERE contact_id = ?1 AND state = 'held'
                    UNION ALL
                    SELECT done_at FROM follow_up WHERE contact_id = ?1 AND state = 'done' AND action = 'visit')
                """), arguments: [id])
        let attempts = try Row.fetchOne(
            statement(
                """
                SELECT max(at), sum(at > ?2) FROM (
                    SELECT call.at FROM call JOIN outcome ON outcome.id = outcome_id WHERE contact_id = ?1 AND reached = 0
                    UNION ALL
                    SELECT done_at FROM follow_up WHERE contact_id = ?1 AND state = 'done' AND action IN ('email', 'send'))
                """), arguments: [id, touch ?? ""])!
        let lastAttempt: String? = attempts[0]
        let own = try steps(
            """
            SELECT 'f' || id, due_on, due_at, action FROM follow_up WHERE contact_id = ?1 AND state = 'open'
            UNION ALL
            SELECT 'm' || meeting.id, due_on, due_at, 'meeting' FROM attendee JOIN meeting ON meeting.id = meeting_id
                WHERE contact_id = ?1 AND state = 'planned'
            UNION ALL
            SELECT next_ref, next_on, next_at, next_action FROM role JOIN opportunity_state USING (opportunity_id)
                WHERE contact_id = ?1 AND open = 1 AND next_on IS NOT NULL
            """, id
        ).min()
        let isActive: Bool
        switch Status(rawValue: row["status"]) {
        case .prospect, .customer, .partner: isActive = true
        case .lead: isActive = touch != nil || lastAttempt != nil
        default: isActive = false
        }
        let name: String = row["name"]
        try statement("INSERT OR REPLACE INTO contact_state VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").execute(
            arguments: [
                id, SortKey.of(name),
                SearchText.of(
                    names: [
                        name, row["nickname"], row["given_name"], row["family_name"], row["company"],
                        row["company_nickname"], row["position"], row["emails"], row["cities"], row["tags"],
                    ], phones: row["phones"]),
                touch, lastAttempt, attempts[1] ?? 0, isActive && row["do_not_call"] as Int == 0 ? 1 : 0,
                own?.ref, own?.on, own?.at, own?.action,
            ])
    }

    func refreshCompany(_ id: Int64) throws {
        guard
            let row = try one(
                """
                SELECT name, nickname, industry,
                    (SELECT count(*) FROM contact WHERE company_id = ?1) AS contacts,
                    (SELECT count(*) FROM opportunity WHERE company_id = ?1 AND state = 'open') AS open_deals,
                    (SELECT group_concat(number, char(10)) FROM phone WHERE company_id = ?1) AS phones,
                    (SELECT group_concat(address, char(10)) FROM email WHERE company_id = ?1) AS emails,
                    (SELECT group_concat(city, char(10)) FROM address WHERE company_id = ?1) AS cities,
                    (SELECT group_concat(name, char(10)) FROM tag WHERE company_id = ?1) AS tags
                FROM company WHERE id = ?1
                """, id)
        else { return try forget("company", id) }
        let touch = try String.fetchOne(
            statement(
                """
                SELECT max(at) FROM (
                    SELECT call.at FROM call JOIN outcome ON outcome.id = outcome_id WHERE company_id = ?1 AND reached = 1
                    UNION ALL
                    SELECT coalesce(due_at, due_on) FROM meeting WHERE company_id = ?1 AND state = 'held'
                    UNION ALL
                    SELECT done_at FROM follow_up WHERE company_id = ?1 AND state = 'done' AND action = 'visit'
                    UNION ALL
                    SELECT last_contact FROM contact JOIN contact_state ON contact_id = contact.id WHERE company_id = ?1)
                """), arguments: [id])
        let step = try steps(
            """
            SELECT 'f' || id, due_on, due_at, action FROM follow_up WHERE company_id = ?1 AND state = 'open'
            UNION ALL
            SELECT 'm' || id, due_on, due_at, 'meeting' FROM meeting WHERE company_id = ?1 AND state = 'planned'
            UNION ALL
            SELECT next_ref, next_on, next_at, next_action FROM opportunity JOIN opportunity_state ON opportunity_id = id
                WHERE company_id = ?1 AND open = 1 AND next_on IS NOT NULL
            UNION ALL
            SELECT next_ref, next_on, next_at, next_action FROM contact JOIN contact_state ON contact_id = id
                WHERE company_id = ?1 AND next_on IS NOT NULL
            """, id
        ).min()
        let name: String = row["name"]
        try statement("INSERT OR REPLACE INTO company_state VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").execute(arguments: [
            id, SortKey.of(name),
            SearchText.of(
                names: [name, row["nickname"], row["industry"], row["emails"], row["cities"], row["tags"]],
                phones: row["phones"]),
            row["contacts"], row["open_deals"], touch, step?.ref, step?.on, step?.at, step?.action,
        ])
    }

    private func forget(_ table: String, _ id: Int64) throws {
        try statement("DELETE FROM \(table)_state WHERE \(table)_id = ?").execute(arguments: [id])
    }

    private func steps(_ sql: String, _ id: Int64) throws -> [Step] {
        try Row.fetchAll(statement(sql), arguments: [id]).map { Step(ref: $0[0], on: $0[1], at: $0[2], action: $0[3]) }
    }

    private func one(_ sql: String, _ id: Int64) throws -> Row? {
        try Row.fetchOne(statement(sql), arguments: [id])
    }

    private func statement(_ sql: String) throws -> Statement {
        try database.cachedStatement(sql: sql)
    }
}
