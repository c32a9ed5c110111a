internal import GRDB
import Sales

/// Cadence: how often one wants to be in touch with somebody, and who is being lost because of it.
///
/// A contact's own cadence goes before that of its tier or tags, which holds for active contacts only, so that an import of a
/// thousand leads loses nobody. A contact that is former or marked do-not-call has none. The touch is due so many days after
/// the day of the last touch, as that was meant: of a call the date in the zone where it was made, of a meeting its date. So
/// no zone of a reader, and none of this machine, shifts it. Of somebody who was never touched the days count from the date,
/// in UTC, on which the record was added.
///
/// Somebody is being lost from the day on which the touch is due, unless a next step is overdue or comes within as many days
/// again: then one is about to be in touch.
extension Refresher {
    /// Gives each contact whose cadence is not what its tier and tags say the right one, all of them in one statement.
    func refreshCadences() throws {
        try database.execute(sql: Self.touches("1"))
    }

    /// The statement that writes `touch_every` and `touch_due` of the contacts `p` that fulfil a condition.
    ///
    /// Text is folded in Swift, which takes longer than all the rest: so each tier and tag once, however many people have it.
    static func touches(_ condition: String) -> String {
        """
        WITH person AS MATERIALIZED (
            SELECT p.id, p.created_at, p.tier, p.cadence, p.do_not_call = 1 OR p.status = 'former' AS none, s.active,
                s.last_contact, s.touch_every AS was
            FROM contact p JOIN contact_state s ON s.contact_id = p.id
            WHERE \(condition) AND (s.active = 1 OR p.cadence IS NOT NULL OR s.touch_every IS NOT NULL)),
        rule AS MATERIALIZED (SELECT field, fold(name) AS name, min(days) AS days FROM cadence GROUP BY 1, 2),
        tiers AS MATERIALIZED (
            SELECT tier, days FROM (SELECT DISTINCT tier FROM person) JOIN rule ON field = 'tier' AND name = fold(tier)),
        tags AS MATERIALIZED (
            SELECT word, days FROM (
                SELECT DISTINCT tag.name AS word FROM person CROSS JOIN tag ON contact_id = person.id
                WHERE EXISTS (SELECT 1 FROM rule WHERE field = 'tag'))
            JOIN rule ON field = 'tag' AND name = fold(word)),
        wish AS MATERIALIZED (
            SELECT id, created_at, last_contact, was, CASE
                WHEN none THEN NULL
                WHEN cadence IS NOT NULL THEN cadence
                WHEN active = 1 THEN (
                    SELECT nullif(min(days), 0) FROM (
                        SELECT days FROM tiers WHERE tiers.tier = person.tier
                        UNION ALL
                        SELECT days FROM tags CROSS JOIN tag ON contact_id = person.id AND tag.name = word))
                END AS every
            FROM person)
        UPDATE contact_state SET touch_every = wish.every, touch_due = date(CASE
            WHEN wish.every IS NULL THEN NULL
            WHEN wish.last_contact IS NULL THEN substr(wish.created_at, 1, 10)
            ELSE (SELECT coalesce(day, local_day(at, zone)) FROM (
                SELECT call.at, zone, NULL AS day FROM call JOIN outcome ON outcome.id = outcome_id
                    WHERE contact_id = wish.id AND reached = 1
                UNION ALL
                SELECT coalesce(due_at, due_on), zone, due_on FROM attendee JOIN meeting ON meeting.id = meeting_id
                    WHERE contact_id = wish.id AND state = 'held'
                UNION ALL
                SELECT done_at, zone, NULL FROM follow_up
                    WHERE contact_id = wish.id AND state = 'done' AND action = 'visit'
                ORDER BY 1 DESC, 2, 3 LIMIT 1))
            END, '+' || wish.every || ' days')
        FROM wish WHERE wish.id = contact_id AND wish.every IS NOT wish.was
        """
    }
}

/// Whose touch is due, and no step is near.
enum LosingTouch {
    /// The condition that a row of `contact_state` fulfils, for an index over its columns alone.
    static func condition(_ table: String = "contact_state", today: Day) -> FilterSQL.Condition {
        (
            """
            \(table).touch_due <= ? AND (\(table).next_on IS NULL
                OR \(table).next_on > date(?, '+' || \(table).touch_every || ' days'))
            """, [today.description, today.description]
        )
    }
}

extension Transaction {
    /// How many one is losing.
    func losingTouchCount() throws -> Int {
        let losing = LosingTouch.condition(today: clock.today)
        return try Int.fetchOne(
            database.cachedStatement(
                sql: "SELECT count(*) FROM contact_state INDEXED BY contact_state_touch WHERE \(losing.sql)"),
            arguments: StatementArguments(losing.arguments)) ?? 0
    }

    /// Some of them, the one that is longest over first.
    func losingTouch(_ places: Range<Int>) throws -> [Agenda.Item] {
        let losing = LosingTouch.condition(today: clock.today)
        return try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT p.id, p.name, p.tier, p.company_id, coalesce(c.name, ''), s.last_contact, s.touch_every,
                        s.touch_due
                    FROM (SELECT contact_id AS id FROM contact_state INDEXED BY contact_state_touch WHERE \(losing.sql)
                            ORDER BY touch_due, contact_id LIMIT ? OFFSET ?) d
                        CROSS JOIN contact p ON p.id = d.id CROSS JOIN contact_state s ON s.contact_id = d.id
                        LEFT JOIN company c ON c.id = p.company_id
                    """), arguments: StatementArguments(losing.arguments + [places.count, places.lowerBound])
        ).map { row in
            Agenda.Item(
                ref: Ref(.contact, row[0]), action: "touch",
                due: (row[7] as String?).flatMap { Day($0) }.map { Due(on: $0) },
                who: row[1], subject: row[4], contactID: row[0], companyID: row[3],
                since: (row[5] as String?).flatMap { day(of: $0) }, tier: row[2], every: row[6])
        }
    }

    /// How often one wants to be in touch with a contact.
    func touch(of contactID: Int64) throws -> Brief.Touch? {
        let losing = LosingTouch.condition(today: clock.today)
        return try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT touch_every, touch_due, \(losing.sql) FROM contact_state
                    WHERE contact_id = ? AND touch_due IS NOT NULL
                    """), arguments: StatementArguments(losing.arguments + [contactID])
        ).flatMap { row in
            Day(row[1] as String).map { Brief.Touch(every: row[0], due: $0, isLosing: row[2]) }
        }
    }

    /// The date of a touch, where it is read; one of a whole day has no time.
    func day(of touch: String) -> Day? { Instant(touch).map { clock.zone.day(of: $0) } ?? Day(touch) }
}
