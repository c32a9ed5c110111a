internal import GRDB
package import Sales
import Words

/// One activity of a timeline: a call, a meeting, a done follow-up or a note.
package struct Activity: Sendable, Equatable {
    package var ref: Ref
    /// When it happened; a meeting of a whole day has only its day.
    package var on: Day
    package var at: Instant?
    /// `call`, `meeting`, `note`, or what a follow-up was: `email`, `visit`.
    package var action: String
    /// The same as it is read.
    package var shownAction: String {
        ref.kind == .followUp ? FollowUp.Action.said(action) : say("\(action)")
    }
    /// How it went: a call's outcome, `held`, `cancelled`.
    package var outcome: String
    /// The same as it is read: an outcome of calls has the name that the user gave it.
    package var shownOutcome: String { ref.kind == .call ? outcome : say("\(outcome)") }
    /// True for a touch, false for an attempt, nil for neither.
    package var isTouch: Bool?
    /// Its text: summary, title, result, note.
    package var text: String
    /// With whom, where the timeline is a company's or a deal's.
    package var who: String
}

extension Transaction {
    /// The activities of a contact, company or deal, newest first. A company's holds those with its people, too.
    package func timeline(_ owner: Ref, limit: Int) throws -> [Activity] {
        let mine: (_ table: String) -> String
        let attended: String
        switch owner.kind {
        case .contact:
            mine = { "\($0).contact_id = ?1" }
            attended = "m.id IN (SELECT meeting_id FROM attendee WHERE contact_id = ?1)"
        case .company:
            let people = "(SELECT id FROM contact WHERE company_id = ?1)"
            mine = { "(\($0).company_id = ?1 OR \($0).contact_id IN \(people))" }
            attended = "(m.company_id = ?1 OR m.id IN (SELECT meeting_id FROM attendee WHERE contact_id IN \(people)))"
        case .opportunity:
            mine = { "\($0).opportunity_id = ?1" }
            attended = "m.opportunity_id = ?1"
        default: return []
        }
        var activities: [Activity] = []
        try BoundStatement(
            """
            SELECT 'call' AS kind, l.id, l.at, 'call' AS action, u.name AS outcome, u.reached AS touch, l.summary AS text,
                coalesce(p.name, '') AS who
            FROM call l JOIN outcome u ON u.id = l.outcome_id LEFT JOIN contact p ON p.id = l.contact_id
            WHERE \(mine("l"))
            UNION ALL
            SELECT 'meeting', m.id, coalesce(m.due_at, m.due_on), 'meeting', m.state, m.state = 'held',
                m.title || iif(m.reason = '', '', ': ' || m.reason) || iif(m.notes = '', '', ': ' || m.notes),
                coalesce((SELECT name FROM attendee JOIN contact ON contact.id = contact_id WHERE meeting_id = m.id
                    ORDER BY ordinal LIMIT 1), '')
            FROM meeting m WHERE m.state <> 'planned' AND \(attended)
            UNION ALL
            SELECT 'follow-up', f.id, f.done_at, f.action, 'done',
                CASE f.action WHEN 'visit' THEN 1 WHEN 'email' THEN 0 WHEN 'send' THEN 0 END,
                f.subject || CASE WHEN f.result = '' THEN '' ELSE ': ' || f.result END, coalesce(p.name, '')
            FROM follow_up f LEFT JOIN contact p ON p.id = f.contact_id WHERE f.state = 'done' AND \(mine("f"))
            UNION ALL
            SELECT 'note', n.id, n.at, 'note', '', NULL, n.text, coalesce(p.name, '')
            FROM note n LEFT JOIN contact p ON p.id = n.contact_id WHERE \(mine("n"))
            ORDER BY 3 DESC, 2 DESC LIMIT ?2
            """, database
        ).forEach([.integer(owner.id), .integer(Int64(limit))]) { row in
            let (kind, action) = (Kind(rawValue: row.text(0) ?? "")!, row.text(3) ?? "")
            let (at, touch) = (row.instant(2), row.number(5))
            activities.append(
                Activity(
                    ref: Ref(kind, row.integer(1)),
                    on: at.map { clock.zone.day(of: $0) } ?? row.day(2) ?? clock.today, at: at, action: action,
                    outcome: row.text(4) ?? "",
                    isTouch: touch == 1 ? true : touch == 0 && kind != .meeting ? false : nil,
                    text: row.text(6) ?? "", who: owner.kind == .contact ? "" : row.text(7) ?? ""))
        }
        return activities
    }
}
