internal import GRDB
package import Sales

/// What is due, and what nothing is planned for: the contents of Today.
package struct Agenda: Sendable, Equatable {
    package struct Item: Sendable, Equatable {
        /// The follow-up or meeting; under *nothing planned* the deal or contact.
        package var ref: Ref
        /// `call`, `visit`, `email`, `send`, `task`, `meeting`; under *nothing planned* `deal` or `contact`.
        package var action: String
        package var due: Due?
        /// Whom it is about: the person, else the company, else the deal.
        package var who: String
        package var subject: String
        package var contactID: Int64?
        package var companyID: Int64?
        package var opportunityID: Int64?
        package var money: Money?
        /// How it repeats, the value of an RRULE; empty for once.
        package var `repeat` = ""
    }

    /// Carried forward until handled, oldest first.
    package var overdue: [Item] = []
    package var today: [Item] = []
    /// From tomorrow to the seventh day from today.
    package var nextDays: [Item] = []
    /// Deals by amount, then contacts by name; the first ones of `nothingPlannedCount`.
    package var nothingPlanned: [Item] = []
    package var nothingPlannedCount = 0

    package init() {}

    /// True when something is overdue or due today.
    package var isDue: Bool { !overdue.isEmpty || !today.isEmpty }
}

extension Transaction {
    /// What is due up to a week from now. A section lists at most `limit` items of nothing planned.
    package func agenda(limit: Int = 200) throws -> Agenda {
        var agenda = Agenda()
        let clock = self.clock
        let lastDay = clock.today + 7
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT * FROM (SELECT 'f' AS letter, f.id, action, subject, due_on, due_at, NULL AS end_at, f.contact_id, f.company_id,
                        f.opportunity_id, coalesce(p.name, c.name, o.name, '') AS who, repeat
                    FROM follow_up f LEFT JOIN contact p ON p.id = f.contact_id LEFT JOIN company c ON c.id = f.company_id
                        LEFT JOIN opportunity o ON o.id = f.opportunity_id
                    WHERE f.state = 'open' AND due_on <= ?1
                    UNION ALL
                    SELECT 'm', m.id, 'meeting', title, due_on, due_at, end_at, p.id, m.company_id, m.opportunity_id,
                        coalesce(p.name, c.name, o.name, ''), ''
                    FROM meeting m
                        LEFT JOIN contact p ON p.id = (SELECT contact_id FROM attendee WHERE meeting_id = m.id ORDER BY ordinal LIMIT 1)
                        LEFT JOIN company c ON c.id = m.company_id LEFT JOIN opportunity o ON o.id = m.opportunity_id
                    WHERE m.state = 'planned' AND due_on <= ?1)
                    ORDER BY due_on, due_at IS NULL, due_at, letter, id
                    """),
            // A time of another zone may fall on the day before or after the date that it was meant for.
            arguments: [(lastDay + 1).description])
        for row in rows {
            let letter: String = row["letter"]
            let due = Due(
                on: Day(row["due_on"] as String) ?? clock.today, at: (row["due_at"] as String?).flatMap { Instant($0) })
            let item = Agenda.Item(
                ref: Ref(letter == "f" ? .followUp : .meeting, row["id"]), action: row["action"], due: due,
                who: row["who"],
                subject: row["subject"], contactID: row["contact_id"], companyID: row["company_id"],
                opportunityID: row["opportunity_id"], repeat: row["repeat"])
            // A meeting is over when it ends; the question "held?" comes then.
            let end = (row["end_at"] as String?).flatMap { Instant($0) }
            let isOverdue = end.map { $0 < clock.now } ?? due.isOverdue(at: clock)
            let day = due.day(in: clock.zone)
            if isOverdue {
                agenda.overdue.append(item)
            } else if day <= clock.today {
                agenda.today.append(item)
            } else if day <= lastDay {
                agenda.nextDays.append(item)
            }
        }
        agenda.nothingPlanned = try nothingPlanned(limit: limit)
        agenda.nothingPlannedCount = try nothingPlannedCount()
        return agenda
    }

    /// Open deals and active contacts without a next step: nothing is forgotten while this is looked at.
    ///
    /// INDEXED BY here and below, as SQLite knows nothing of how many next steps are NULL and would look through them all.
    package func nothingPlannedCount() throws -> Int {
        // It stands on every screen that is drawn, and only a change of the file changes it.
        let version = try Int.fetchOne(database.cachedStatement(sql: "PRAGMA data_version")) ?? 0
        let state = [version, database.totalChangesCount]
        if let known = store.nothingPlanned, known.state == state { return known.count }
        let count =
            try Int.fetchOne(
                database.cachedStatement(
                    sql: """
                        SELECT (SELECT count(*) FROM opportunity_state INDEXED BY opportunity_state_nothing WHERE open = 1 AND next_on IS NULL)
                            + (SELECT count(*) FROM contact_state INDEXED BY contact_state_nothing WHERE active = 1 AND next_on IS NULL)
                        """)) ?? 0
        store.nothingPlanned = (state, count)
        return count
    }

    private func nothingPlanned(limit: Int) throws -> [Agenda.Item] {
        let deals = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT o.id, o.name, o.amount, o.currency, o.company_id, coalesce(c.name, '') AS company,
                        (SELECT contact_id FROM role WHERE opportunity_id = o.id ORDER BY ordinal LIMIT 1) AS contact_id
                    FROM opportunity_state s INDEXED BY opportunity_state_nothing JOIN opportunity o ON o.id = s.opportunity_id LEFT JOIN company c ON c.id = o.company_id
                    WHERE s.open = 1 AND s.next_on IS NULL ORDER BY o.amount DESC, o.id LIMIT ?
                    """), arguments: [limit])
        let people = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT p.id, p.name, p.company_id, coalesce(c.name, '') AS company, s.last_contact
                    FROM contact_state s INDEXED BY contact_state_nothing JOIN contact p ON p.id = s.contact_id LEFT JOIN company c ON c.id = p.company_id
                    WHERE s.active = 1 AND s.next_on IS NULL ORDER BY s.sort_key, s.contact_id LIMIT ?
                    """), arguments: [max(0, limit - deals.count)])
        return deals.map { row in
            let amount: Int64? = row["amount"]
            let company: String = row["company"]
            return Agenda.Item(
                ref: Ref(.opportunity, row["id"]), action: "deal", due: nil,
                who: company.isEmpty ? row["name"] : company,
                subject: row["name"], contactID: row["contact_id"], companyID: row["company_id"],
                opportunityID: row["id"],
                money: amount.map { Money(minor: $0, currency: row["currency"]) })
        }
            + people.map { row in
                Agenda.Item(
                    ref: Ref(.contact, row["id"]), action: "contact", due: nil, who: row["name"],
                    subject: row["company"],
                    contactID: row["id"], companyID: row["company_id"])
            }
    }
}
