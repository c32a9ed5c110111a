internal import GRDB
package import Sales

/// What is due, whom one is losing, and what nothing is planned for: the contents of Today.
package struct Agenda: Sendable, Equatable {
    package struct Item: Sendable, Equatable {
        /// The follow-up or meeting; under *nothing planned* the deal or contact.
        package var ref: Ref
        /// `call`, `visit`, `email`, `send`, `task`, `meeting`; under *nothing planned* `deal` or `contact`; of a promise
        /// `mine` or `theirs`; of whom one is losing `touch`.
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
        /// Of a promise, when it was made; of whom one is losing, the last touch.
        package var since: Day?
        /// Of whom one is losing: how much the person matters, and every how many days one wants to be in touch.
        package var tier = ""
        package var every: Int?
    }

    /// A part of Today, in the order in which it stands there.
    package enum Part: CaseIterable, Sendable {
        /// Carried forward until handled, oldest first.
        case overdue
        case today
        /// From tomorrow to the seventh day from today.
        case nextDays
        /// With whom one wants to be in touch and was not, the longest first.
        case losingTouch
        /// What I owe and what they owe, oldest first.
        case promises
        /// Deals by amount, then contacts by name.
        case nothingPlanned
    }

    /// The first ones of each part.
    package var items: [Part: [Item]] = [:]
    /// How many each part has.
    package var counts: [Part: Int] = [:]

    package init() {}

    package subscript(_ part: Part) -> [Item] { items[part] ?? [] }
    package func count(_ part: Part) -> Int { counts[part] ?? 0 }

    /// True when something is overdue or due today.
    package var isDue: Bool { count(.overdue) > 0 || count(.today) > 0 }
}

extension Transaction {
    /// What is due up to a week from now, and what nothing is planned for.
    ///
    /// - Parameter limit: how many of each part are listed; all are counted.
    package func agenda(limit: Int = 200) throws -> Agenda {
        var agenda = Agenda()
        for part in Agenda.Part.allCases {
            agenda.counts[part] = try agendaCount(part)
            agenda.items[part] = try agendaItems(part, 0..<min(limit, agenda.count(part)))
        }
        return agenda
    }

    package func agendaCount(_ part: Agenda.Part) throws -> Int {
        switch part {
        case .overdue, .today, .nextDays: try dueDays(part).count
        case .losingTouch: try losingTouchCount()
        case .promises: try openPromisesCount()
        case .nothingPlanned: try nothingPlannedCount()
        }
    }

    /// Some items of a part, by their places in it. Ids are found by the indexes alone; only what is listed gets its names.
    package func agendaItems(_ part: Agenda.Part, _ places: Range<Int>) throws -> [Agenda.Item] {
        if places.isEmpty { return [] }
        switch part {
        case .overdue, .today, .nextDays: return try dueItems(part, places)
        case .losingTouch: return try losingTouch(places)
        case .promises: return try openPromises(places)
        case .nothingPlanned: return try nothingPlanned(places)
        }
    }

    private func dueItems(_ part: Agenda.Part, _ places: Range<Int>) throws -> [Agenda.Item] {
        let dueDays = try dueDays(part)
        guard let (days, before) = dueDays.holding(places) else { return [] }
        let due = dueCondition(part, at: dueDays.now, days)
        let sql = """
            SELECT 0, id, due_on, due_at FROM follow_up WHERE \(due.followUps.sql)
            UNION ALL SELECT 1, id, due_on, due_at FROM meeting WHERE \(due.meetings.sql)
            ORDER BY 3, 4 NULLS LAST, 1, 2 LIMIT ? OFFSET ?
            """
        var rows: [(isMeeting: Bool, id: Int64)] = []
        try BoundStatement(
            sql, database,
            arguments: due.followUps.arguments + due.meetings.arguments + [places.count, places.lowerBound - before]
        ).forEach([]) { rows.append(($0.integer(0) == 1, $0.integer(1))) }
        let followUp = try BoundStatement(Self.followUp, database)
        let meeting = try BoundStatement(Self.meeting, database)
        var items: [Agenda.Item] = []
        for row in rows {
            try (row.isMeeting ? meeting : followUp).forEach([.integer(row.id)]) {
                items.append(dueItem(row.isMeeting ? .meeting : .followUp, $0))
            }
        }
        return items
    }

    /// Which open follow-ups and planned meetings belong to a part that is about what is due. A day counts as it was meant, a time
    /// where it is read; the bounds of `due_on`, a day wider for times of other zones, are for the indexes.
    ///
    /// - Parameter days: only what is due on these.
    func dueCondition(_ part: Agenda.Part, at now: Instant, _ days: ClosedRange<String>? = nil) -> (
        followUps: FilterSQL.Condition, meetings: FilterSQL.Condition
    ) {
        let today = clock.zone.day(of: now)
        func start(of day: Day) -> String { clock.zone.instant(day, TimeOfDay(0, 0)!).description }
        let late = [today.description, now.description]
        func isLate(_ end: String) -> String { "CASE WHEN due_at IS NULL THEN due_on < ? ELSE \(end) < ? END" }
        func conditions(from: Day, to: Day, _ arguments: [String], _ sql: (_ end: String) -> String)
            -> (FilterSQL.Condition, FilterSQL.Condition)
        {
            // A meeting is over when it ends, maybe days after it began; the question "held?" comes then.
            (
                (
                    "state = 'open' AND due_on BETWEEN ? AND ? AND \(sql("due_at"))",
                    [days?.lowerBound ?? from.description, days?.upperBound ?? to.description] + arguments
                ),
                (
                    "state = 'planned' AND due_on BETWEEN ? AND ? AND \(sql("coalesce(end_at, due_at)"))",
                    [days?.lowerBound ?? "", days?.upperBound ?? to.description] + arguments
                )
            )
        }
        switch part {
        case .overdue: return conditions(from: Day(number: 0), to: today + 1, late) { isLate($0) }
        case .today:
            return conditions(from: today - 1, to: today + 1, late + [today.description, start(of: today + 1)]) {
                "NOT \(isLate($0)) AND CASE WHEN due_at IS NULL THEN due_on <= ? ELSE due_at < ? END"
            }
        case .nextDays:
            let span = [today + 1, today + 7].map(\.description) + [today + 1, today + 8].map(start)
            return conditions(from: today, to: today + 8, span) { _ in
                "CASE WHEN due_at IS NULL THEN due_on BETWEEN ? AND ? ELSE due_at >= ? AND due_at < ? END"
            }
        case .losingTouch, .promises, .nothingPlanned: preconditionFailure("nothing of it is due")
        }
    }

    private static let followUp = """
        SELECT f.id, action, subject, due_on, due_at, f.contact_id, f.company_id, f.opportunity_id,
            coalesce(p.name, c.name, o.name, ''), repeat
        FROM follow_up f LEFT JOIN contact p ON p.id = f.contact_id LEFT JOIN company c ON c.id = f.company_id
            LEFT JOIN opportunity o ON o.id = f.opportunity_id
        WHERE f.id = ?
        """
    private static let meeting = """
        SELECT m.id, 'meeting', title, due_on, due_at, p.id, m.company_id, m.opportunity_id,
            coalesce(p.name, c.name, o.name, ''), ''
        FROM meeting m
            LEFT JOIN contact p ON p.id = (SELECT contact_id FROM attendee WHERE meeting_id = m.id ORDER BY ordinal LIMIT 1)
            LEFT JOIN company c ON c.id = m.company_id LEFT JOIN opportunity o ON o.id = m.opportunity_id
        WHERE m.id = ?
        """

    /// - Parameter row: of one of the two queries above.
    private func dueItem(_ kind: Kind, _ row: BoundRow) -> Agenda.Item {
        Agenda.Item(
            ref: Ref(kind, row.integer(0)), action: row.text(1) ?? "",
            due: Due(on: row.day(3) ?? clock.today, at: row.instant(4)), who: row.text(8) ?? "",
            subject: row.text(2) ?? "", contactID: row.number(5), companyID: row.number(6),
            opportunityID: row.number(7), repeat: row.text(9) ?? "")
    }

    /// Rows of `contact_state` that nothing is planned for, and nobody said why. Who has a reason is looked up first, as they are few;
    /// the rest is found in the one index.
    private static let unplannedPerson = """
        active = 1 AND next_on IS NULL AND contact_id NOT IN
            (SELECT id FROM contact INDEXED BY contact_because WHERE nothing_because <> '')
        """

    /// Open deals and active contacts without a next step and without a reason for that: nothing is forgotten while this is looked at.
    package func nothingPlannedCount() throws -> Int {
        let counts = try nothingPlannedCounts()
        return counts.deals + counts.people
    }

    private func nothingPlannedCounts() throws -> (deals: Int, people: Int) {
        // It stands on every screen, and only a change of the file changes it.
        let state = try self.state
        if let known = store.nothingPlanned, known.state == state { return (known.deals, known.people) }
        let counts = (deals: try unplannedCount(.opportunity, "open"), people: try unplannedCount(.contact, "active"))
        store.nothingPlanned = (state, counts.deals, counts.people)
        return counts
    }

    /// - Parameter flag: the column that says for whom something should be planned.
    private func unplannedCount(_ kind: Kind, _ flag: String) throws -> Int {
        let name = kind.table
        return try Int.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT count - (SELECT count(*) FROM \(name) INDEXED BY \(name)_because
                            CROSS JOIN \(name)_state ON \(name)_id = id
                            WHERE nothing_because <> '' AND \(flag) = 1 AND next_on IS NULL)
                    FROM unplanned WHERE kind = '\(name)'
                    """)) ?? 0
    }

    private func nothingPlanned(_ places: Range<Int>) throws -> [Agenda.Item] {
        let (deals, people) = try nothingPlannedCounts()
        let ofDeals = places.clamped(to: 0..<deals)
        let ofPeople = (max(0, places.lowerBound - deals)..<max(0, places.upperBound - deals)).clamped(to: 0..<people)
        return try fromNearerEnd(ofDeals, of: deals, dealsWithoutNextStep)
            + fromNearerEnd(ofPeople, of: people, peopleWithoutNextStep)
    }

    /// Some places of a list that is gone through to them, from its begin or from its end.
    private func fromNearerEnd(
        _ places: Range<Int>, of count: Int, _ items: (Range<Int>, _ backwards: Bool) throws -> [Agenda.Item]
    ) throws -> [Agenda.Item] {
        if places.isEmpty { return [] }
        if places.lowerBound <= count - places.upperBound { return try items(places, false) }
        return try items(count - places.upperBound..<count - places.lowerBound, true).reversed()
    }

    private func dealsWithoutNextStep(_ places: Range<Int>, backwards: Bool) throws -> [Agenda.Item] {
        try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT o.id, o.name, o.amount, o.currency, o.company_id, coalesce(c.name, '') AS company,
                        (SELECT contact_id FROM role WHERE opportunity_id = o.id ORDER BY ordinal LIMIT 1) AS contact_id
                    FROM (SELECT o.id FROM opportunity o INDEXED BY opportunity_open_amount
                            CROSS JOIN opportunity_state s ON s.opportunity_id = o.id
                            WHERE o.state = 'open' AND s.next_on IS NULL AND o.nothing_because = ''
                            ORDER BY o.amount \(backwards ? "ASC, o.id DESC" : "DESC, o.id") LIMIT ? OFFSET ?) d
                        CROSS JOIN opportunity o ON o.id = d.id LEFT JOIN company c ON c.id = o.company_id
                    """), arguments: [places.count, places.lowerBound]
        ).map { row in
            let amount: Int64? = row["amount"]
            let company: String = row["company"]
            return Agenda.Item(
                ref: Ref(.opportunity, row["id"]), action: "deal", due: nil,
                who: company.isEmpty ? row["name"] : company, subject: row["name"], contactID: row["contact_id"],
                companyID: row["company_id"], opportunityID: row["id"],
                money: amount.map { Money(minor: $0, currency: row["currency"]) })
        }
    }

    private func peopleWithoutNextStep(_ places: Range<Int>, backwards: Bool) throws -> [Agenda.Item] {
        let direction = backwards ? "DESC" : "ASC"
        return try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT p.id, p.name, p.company_id, coalesce(c.name, '') AS company
                    FROM (SELECT contact_id AS id FROM contact_state INDEXED BY contact_state_nothing
                            WHERE \(Self.unplannedPerson) ORDER BY sort_key \(direction), contact_id \(direction) LIMIT ? OFFSET ?) d
                        CROSS JOIN contact p ON p.id = d.id LEFT JOIN company c ON c.id = p.company_id
                    """), arguments: [places.count, places.lowerBound]
        ).map { row in
            Agenda.Item(
                ref: Ref(.contact, row["id"]), action: "contact", due: nil, who: row["name"], subject: row["company"],
                contactID: row["id"], companyID: row["company_id"])
        }
    }
}
