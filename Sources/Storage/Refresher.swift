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
                SELECT name, state, created_at, stage_id, amount, currency, probability FROM opportunity WHERE id = ?
                """, id)
        else { return try forget(.opportunity, id) }
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
        let isOpen = row["state"] as String == "open"
        // What the board sums and orders: of open deals only.
        let (stage, amount, currency, chance): (Int64?, Int64?, String?, Int?) =
            isOpen ? (row["stage_id"], row["amount"], row["currency"], row["probability"]) : (nil, nil, nil, nil)
        try statement("INSERT OR REPLACE INTO opportunity_state VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .execute(
                arguments: [
                    id, SortKey.of(name), try searchText(.opportunity, id), isOpen ? 1 : 0, since ?? row["created_at"],
                    step?.ref, step?.on, step?.at, step?.action, stage, amount, currency, chance,
                ])
    }

    func refreshContact(_ id: Int64) throws {
        guard
            let row = try one(
                """
                SELECT name, status, do_not_call FROM contact WHERE id = ?
                """, id)
        else { return try forget(.contact, id) }
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
                id, SortKey.of(name), try searchText(.contact, id), touch, lastAttempt, attempts[1] ?? 0,
                isActive && row["do_not_call"] as Int == 0 ? 1 : 0,
                own?.ref, own?.on, own?.at, own?.action,
            ])
    }

    func refreshCompany(_ id: Int64) throws {
        guard
            let row = try one(
                """
                SELECT name, (SELECT count(*) FROM contact WHERE company_id = ?1) AS contacts,
                    (SELECT count(*) FROM opportunity WHERE company_id = ?1 AND state = 'open') AS open_deals
                FROM company WHERE id = ?1
                """, id)
        else { return try forget(.company, id) }
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
            id, SortKey.of(name), try searchText(.company, id), row["contacts"], row["open_deals"], touch, step?.ref,
            step?.on, step?.at, step?.action,
        ])
    }

    /// Call, meeting, follow-up or note.
    func refreshActivity(_ kind: Kind, _ id: Int64) throws {
        guard let text = try newText(kind, id) else { return try forget(kind, id) }
        try index(kind, id, text)
        try statement("INSERT OR REPLACE INTO \(kind.table)_state VALUES (?, ?)").execute(arguments: [id, text])
    }

    /// The search text of a record that is there; the index knows it from now on.
    private func searchText(_ kind: Kind, _ id: Int64) throws -> String {
        let text = try newText(kind, id) ?? " "
        try index(kind, id, text)
        return text
    }

    private func newText(_ kind: Kind, _ id: Int64) throws -> String? {
        guard let source = SearchSource.of(kind) else { return nil }
        return try one("\(source.sql) WHERE \(source.alias).id = ?", id).map(source.text)
    }

    /// Must come before the derived row is written: what it says now is what the index knows.
    private func index(_ kind: Kind, _ id: Int64, _ text: String?) throws {
        guard let index = SearchIndex.of(kind) else { return }
        let old = try String.fetchOne(
            statement("SELECT search FROM \(index.state) WHERE \(index.id) = ?"), arguments: [id])
        try index.update(id, from: old, to: text, in: database)
    }

    private func forget(_ kind: Kind, _ id: Int64) throws {
        try index(kind, id, nil)
        try statement("DELETE FROM \(kind.table)_state WHERE \(kind.table)_id = ?").execute(arguments: [id])
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
