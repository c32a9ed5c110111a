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

    /// Carried forward until handled, oldest first; the first ones of `overdueCount`.
    package var overdue: [Item] = []
    package var overdueCount = 0
    package var today: [Item] = []
    /// From tomorrow to the seventh day from today.
    package var nextDays: [Item] = []
    /// Deals by amount, then contacts by name; the first ones of `nothingPlannedCount`.
    package var nothingPlanned: [Item] = []
    package var nothingPlannedCount = 0

    package init() {}

    /// True when something is overdue or due today.
    package var isDue: Bool { overdueCount > 0 || !today.isEmpty }
}

extension Transaction {
    /// What is due up to a week from now.
    ///
    /// - Parameter limit: how many of the overdue ones and of nothing planned are listed; all are counted.
    package func agenda(limit: Int = 200) throws -> Agenda {
        var agenda = Agenda()
        let clock = self.clock
        let lastDay = clock.today + 7
        // A time of another zone may fall on the day before or after the date that it was meant for; what was due before yesterday
        // is overdue in every zone. Of a pile of such follow-ups no more is loaded than is listed.
        let yesterday = clock.today - 1
        let pile = try items(
            Self.followUps + " AND due_on < ? ORDER BY due_on, due_at IS NULL, due_at, f.id LIMIT ?",
            [yesterday.description, limit])
        let count =
            try pile.count < limit
            ? pile.count
            : Int.fetchOne(
                database.cachedStatement(sql: "SELECT count(*) FROM follow_up WHERE state = 'open' AND due_on < ?"),
                arguments: [yesterday.description]) ?? 0
        let rest =
            try items(
                Self.followUps + " AND due_on BETWEEN ? AND ?", [yesterday.description, (lastDay + 1).description])
            + items(Self.meetings + " AND due_on <= ?", [(lastDay + 1).description])
        var others: [Agenda.Item] = []
        for (item, end) in rest.sorted(by: { Self.isBefore($0.item, $1.item) }) {
            guard let due = item.due else { continue }
            // A meeting is over when it ends; the question "held?" comes then.
            let isOverdue = end.map { $0 < clock.now } ?? due.isOverdue(at: clock)
            let day = due.day(in: clock.zone)
            if isOverdue {
                others.append(item)
            } else if day <= clock.today {
                agenda.today.append(item)
            } else if day <= lastDay {
                agenda.nextDays.append(item)
            }
        }
        agenda.overdueCount = count + others.count
        agenda.overdue = Array((pile.map(\.item) + others).sorted(by: Self.isBefore).prefix(limit))
        agenda.nothingPlanned = try nothingPlanned(limit: limit)
        agenda.nothingPlannedCount = try nothingPlannedCount()
        return agenda
    }

    private static func isBefore(_ a: Agenda.Item, _ b: Agenda.Item) -> Bool {
        guard let first = a.due, let second = b.due, first == second else {
            return (a.due ?? Due(on: Day(number: 0))) < (b.due ?? Due(on: Day(number: 0)))
        }
        return (a.ref.kind == .meeting ? 1 : 0, a.ref.id) < (b.ref.kind == .meeting ? 1 : 0, b.ref.id)
    }

    private static let followUps = """
        SELECT 'f', f.id, action, subject, due_on, due_at, NULL, f.contact_id, f.company_id, f.opportunity_id,
            coalesce(p.name, c.name, o.name, ''), repeat
        FROM follow_up f LEFT JOIN contact p ON p.id = f.contact_id LEFT JOIN company c ON c.id = f.company_id
            LEFT JOIN opportunity o ON o.id = f.opportunity_id
        WHERE f.state = 'open'
        """
    private static let meetings = """
        SELECT 'm', m.id, 'meeting', title, due_on, due_at, end_at, p.id, m.company_id, m.opportunity_id,
            coalesce(p.name, c.name, o.name, ''), ''
        FROM meeting m
            LEFT JOIN contact p ON p.id = (SELECT contact_id FROM attendee WHERE meeting_id = m.id ORDER BY ordinal LIMIT 1)
            LEFT JOIN company c ON c.id = m.company_id LEFT JOIN opportunity o ON o.id = m.opportunity_id
        WHERE m.state = 'planned'
        """

    /// The items of a query, and when each ends.
    private func items(_ sql: String, _ arguments: StatementArguments) throws -> [(item: Agenda.Item, end: Instant?)] {
        let rows = try Row.fetchCursor(database.cachedStatement(sql: sql), arguments: arguments)
        var items: [(item: Agenda.Item, end: Instant?)] = []
        // By place: looking columns up by name would take most of the time of a long list.
        while let row = try rows.next() {
            let due = Due(on: Day(row[4] as String) ?? clock.today, at: (row[5] as String?).flatMap { Instant($0) })
            let item = Agenda.Item(
                ref: Ref(row[0] as String == "f" ? .followUp : .meeting, row[1]), action: row[2], due: due,
                who: row[10],
                subject: row[3], contactID: row[7], companyID: row[8], opportunityID: row[9], repeat: row[11])
            items.append((item, (row[6] as String?).flatMap { Instant($0) }))
        }
        return items
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
                    FROM opportunity o INDEXED BY opportunity_open_amount CROSS JOIN opportunity_state s ON s.opportunity_id = o.id
                        LEFT JOIN company c ON c.id = o.company_id
                    WHERE o.state = 'open' AND s.next_on IS NULL ORDER BY o.amount DESC, o.id LIMIT ?
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
