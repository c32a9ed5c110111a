internal import GRDB
package import Sales

/// What one wants to see before dialling: derived data, deals and people of a contact, company or deal.
package struct Brief: Sendable, Equatable {
    package struct NextStep: Sendable, Equatable {
        package var ref: Ref
        package var action: String
        package var subject: String
        package var due: Due
        /// How it repeats, the value of an RRULE; empty for once.
        package var `repeat` = ""
        /// With whom of a company; empty where that goes without saying.
        package var who = ""
    }

    package struct Touch: Sendable, Equatable {
        /// Days.
        package var every: Int
        package var due: Day
        /// Whether it is due and no step is near.
        package var isLosing: Bool
    }

    package struct Deal: Sendable, Equatable {
        package var id: Int64
        package var name: String
        package var money: Money?
        package var stage: String
        package var probability: Int
        package var state: Opportunity.State
        package var closeOn: Day?
        /// The contact's part in it; empty in the brief of a company.
        package var role = ""
    }

    /// What a contact is to another one or to a company, or a company to a contact.
    package struct Kinship: Sendable, Equatable {
        /// The relation itself.
        package var row: Ref
        package var other: Ref
        /// Of the other one.
        package var name: String
        /// What this one is to the other: `reports to`, `family`.
        package var relation: String
        /// True when it is said of the other one, and how it is said from here is not known.
        package var isTheirs = false

        /// As it stands in a form; what is said of the other one, in brackets.
        package var shown: String { isTheirs ? "(\(relation))" : relation }
    }

    package struct Person: Sendable, Equatable {
        package var id: Int64
        package var name: String
        /// The position, or the role in the deal.
        package var part: String
        /// The next step with them; in a deal not what is planned with somebody else in it.
        package var next: Due?
        package var nextAction = ""
    }

    package var next: NextStep?
    /// Why nothing is planned, where that was said.
    package var because = ""
    /// The last touch; a meeting of a whole day has no time.
    package var lastContact: Day?
    /// How the last touch went.
    package var lastOutcome = ""
    /// Attempts since the last touch.
    package var attempts = 0
    /// How often one wants to be in touch with the contact; nil for no wish.
    package var touch: Touch?
    package var isActive = false
    /// Open ones, oldest first.
    package var promises: [Agenda.Item] = []
    package var company: String = ""
    /// Open ones first.
    package var deals: [Deal] = []
    package var people: [Person] = []
    package var relations: [Kinship] = []
    package var timeline: [Activity] = []
    /// There are older activities than those of `timeline`.
    package var hasOlder = false

    package init() {}
}

extension Transaction {
    /// - Parameters:
    ///   - activities: how many of the timeline.
    ///   - relatives: how many people and deals.
    package func brief(_ owner: Ref, activities: Int = 50, relatives: Int = 200) throws -> Brief {
        var brief = Brief()
        brief.timeline = try timeline(owner, limit: activities == .max ? activities : activities + 1)
        brief.hasOlder = brief.timeline.count > activities
        if brief.hasOlder { brief.timeline.removeLast() }
        brief.lastOutcome = brief.timeline.first { $0.isTouch == true }?.shownOutcome ?? ""
        var (touched, step, because): (String?, String?, String?)
        switch owner.kind {
        case .contact:
            try one(
                """
                SELECT last_contact, next_ref, p.nothing_because, attempts, active, c.name
                FROM contact_state JOIN contact p ON p.id = contact_id LEFT JOIN company c ON c.id = p.company_id
                WHERE contact_id = ?
                """, owner.id
            ) { row in
                (touched, step, because) = (row.text(0), row.text(1), row.text(2))
                (brief.attempts, brief.isActive) = (Int(row.integer(3)), row.integer(4) == 1)
                brief.company = row.text(5) ?? ""
            }
            brief.deals = try deals(
                "o.id IN (SELECT opportunity_id FROM role WHERE contact_id = ?1)",
                role:
                    "(SELECT role FROM role WHERE opportunity_id = o.id AND contact_id = ?1 ORDER BY ordinal LIMIT 1)",
                owner.id, limit: relatives)
            brief.relations = try relations(of: owner)
        case .company:
            try one("SELECT last_contact, next_ref FROM company_state WHERE company_id = ?", owner.id) {
                (touched, step) = ($0.text(0), $0.text(1))
            }
            brief.deals = try deals("o.company_id = ?1", owner.id, limit: relatives)
            brief.people = try people(of: owner.id, limit: relatives)
            brief.relations = try relations(of: owner, limit: relatives)
        case .opportunity:
            try one(
                """
                SELECT next_ref, o.nothing_because, c.name
                FROM opportunity_state JOIN opportunity o ON o.id = opportunity_id
                    LEFT JOIN company c ON c.id = o.company_id
                WHERE opportunity_id = ?
                """, owner.id
            ) { (step, because, brief.company) = ($0.text(0), $0.text(1), $0.text(2) ?? "") }
            brief.people = try parts(in: owner.id, limit: relatives)
        default: break
        }
        brief.lastContact = touched.flatMap { day(of: $0) }
        if owner.kind == .contact { brief.touch = try touch(of: owner.id) }
        brief.promises = try openPromises(of: owner, 0..<relatives)
        if let ref = step.flatMap({ Ref($0) }) {
            brief.next = try nextStep(ref)
            if owner.kind == .company, let id = try party(of: ref).contactID {
                brief.next?.who = try title(of: Ref(.contact, id))
            }
        }
        if brief.next == nil { brief.because = because ?? "" }
        return brief
    }

    /// An open follow-up or planned meeting as a next step.
    package func nextStep(_ ref: Ref) throws -> Brief.NextStep? {
        switch ref.kind {
        case .followUp:
            try fetch(FollowUp.self, ref.id).map {
                Brief.NextStep(
                    ref: ref, action: $0.action.rawValue, subject: $0.subject, due: $0.due, repeat: $0.repeat)
            }
        case .meeting:
            try fetch(Meeting.self, ref.id).map {
                Brief.NextStep(ref: ref, action: "meeting", subject: $0.title, due: $0.due)
            }
        default: nil
        }
    }

    private func one(_ sql: String, _ id: Int64, _ body: (BoundRow) -> Void) throws {
        try BoundStatement(sql, database).forEach([.integer(id)], body)
    }

    /// - Parameters:
    ///   - condition: of the deals `o`, by the owner's id `?1`.
    ///   - role: an expression of the owner's part in the deal.
    private func deals(_ condition: String, role: String = "''", _ id: Int64, limit: Int) throws -> [Brief.Deal] {
        var deals: [Brief.Deal] = []
        try BoundStatement(
            """
            SELECT o.id, o.name, o.amount, o.currency, s.name, coalesce(o.probability, s.probability), o.state, o.close_on,
                \(role)
            FROM opportunity o JOIN stage s ON s.id = o.stage_id WHERE \(condition)
            ORDER BY o.state <> 'open', o.close_on IS NULL, o.close_on, o.id LIMIT ?2
            """, database
        ).forEach([.integer(id), .integer(Int64(limit))]) { row in
            deals.append(
                Brief.Deal(
                    id: row.integer(0), name: row.text(1) ?? "",
                    money: row.money(2, 3), stage: row.text(4) ?? "", probability: Int(row.integer(5)),
                    state: row.text(6).flatMap { Opportunity.State(rawValue: $0) } ?? .open, closeOn: row.day(7),
                    role: row.text(8) ?? ""))
        }
        return deals
    }

    /// The people of a company, by name.
    private func people(of company: Int64, limit: Int) throws -> [Brief.Person] {
        var people: [Brief.Person] = []
        try BoundStatement(
            """
            SELECT p.id, p.name, p.position, s.next_on, s.next_at, s.next_action
            FROM contact p JOIN contact_state s ON s.contact_id = p.id WHERE p.company_id = ?
            ORDER BY s.sort_key, p.id LIMIT ?
            """, database
        ).forEach([.integer(company), .integer(Int64(limit))]) { row in
            people.append(
                Brief.Person(
                    id: row.integer(0), name: row.text(1) ?? "", part: row.text(2) ?? "", next: row.due(3, 4),
                    nextAction: row.text(5) ?? ""))
        }
        return people
    }

    /// Who has a part in a deal, in the order in which they were named.
    private func parts(in deal: Int64, limit: Int) throws -> [Brief.Person] {
        var people: [Brief.Person] = []
        try BoundStatement(
            """
            SELECT p.id, p.name, r.role, \(Step.first(Step.withContact))
            FROM role r JOIN contact p ON p.id = r.contact_id
            WHERE r.opportunity_id = ? ORDER BY r.ordinal, r.id LIMIT ?
            """, database
        ).forEach([.integer(deal), .integer(Int64(limit))]) { row in
            let step = Step.values(row.text(3))
            people.append(
                Brief.Person(
                    id: row.integer(0), name: row.text(1) ?? "", part: row.text(2) ?? "",
                    next: step[1].text.flatMap { Day($0) }.map {
                        Due(on: $0, at: step[2].text.flatMap { Instant($0) })
                    }, nextAction: step[3].text ?? ""))
        }
        return people
    }
}
