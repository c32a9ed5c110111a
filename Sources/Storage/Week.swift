internal import GRDB
package import Sales

/// What stands in the calendar of a week: meetings, and follow-ups that have a time.
package struct Appointment: Sendable, Equatable {
    package var ref: Ref
    /// In the current zone.
    package var day: Day
    /// The start; nil for a meeting of a whole day.
    package var at: Instant?
    package var end: Instant?
    package var title: String
    /// Whom it is with: the person, else the company, else the deal.
    package var who: String
    package var place: String
    /// A planned meeting or an open follow-up; else it was held or done.
    package var isOpen: Bool
    /// At the same time as another one that is open.
    package var hasConflict = false

    package var due: Due { Due(on: day, at: at) }
}

extension Transaction {
    /// The appointments of the seven days from a Monday, by day; within it what has no time first, then by time. Cancelled
    /// meetings are left out.
    package func week(from monday: Day) throws -> [Appointment] {
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT 'm' || m.id AS ref, m.due_on, m.due_at, m.end_at, m.title, m.place, m.state = 'planned' AS open,
                        coalesce(p.name, c.name, o.name, '') AS who
                    FROM meeting m
                        LEFT JOIN contact p ON p.id = (SELECT contact_id FROM attendee WHERE meeting_id = m.id ORDER BY ordinal LIMIT 1)
                        LEFT JOIN company c ON c.id = m.company_id LEFT JOIN opportunity o ON o.id = m.opportunity_id
                    WHERE m.state <> 'cancelled' AND m.due_on BETWEEN ?1 AND ?2
                    UNION ALL
                    SELECT 'f' || f.id, f.due_on, f.due_at, NULL, iif(f.subject = '', f.action, f.subject), '', f.state = 'open',
                        coalesce(p.name, c.name, o.name, '')
                    FROM follow_up f LEFT JOIN contact p ON p.id = f.contact_id LEFT JOIN company c ON c.id = f.company_id
                        LEFT JOIN opportunity o ON o.id = f.opportunity_id
                    WHERE f.due_at IS NOT NULL AND f.due_on BETWEEN ?1 AND ?2
                    ORDER BY 3, 4, 1
                    """),
            // A time of another zone may fall on the day before or after the date that it was meant for.
            arguments: [(monday - 1).description, (monday + 7).description])
        var all = rows.compactMap { row -> Appointment? in
            guard let on = Day(row["due_on"] as String), let ref = Ref(row["ref"] as String) else { return nil }
            let at = (row["due_at"] as String?).flatMap { Instant($0) }
            return Appointment(
                ref: ref, day: Due(on: on, at: at).day(in: clock.zone), at: at,
                end: (row["end_at"] as String?).flatMap { Instant($0) }, title: row["title"], who: row["who"],
                place: row["place"], isOpen: row["open"])
        }.filter { (monday...monday + 6).contains($0.day) }
        try markConflicts(&all)
        let places = Dictionary(uniqueKeysWithValues: zip(all.map(\.ref), all.indices))
        return all.sorted { ($0.day, places[$0.ref]!) < ($1.day, places[$1.ref]!) }
    }

    /// What cannot be kept beside each other, as while one types; what takes the whole day stands above all else and is seen.
    ///
    /// - Parameter all: ordered by their start.
    private func markConflicts(_ all: inout [Appointment]) throws {
        let availability = try availability()
        let timed = all.indices.compactMap { index in all[index].isOpen ? all[index].slot.map { (index, $0) } : nil }
        for (place, (index, slot)) in timed.enumerated() {
            for (other, otherSlot) in timed[..<place] where availability.clash(slot, otherSlot) != nil {
                // Two that are to be done at a time are done one after the other.
                if all[index].ref.kind == .followUp, all[other].ref.kind == .followUp { continue }
                all[index].hasConflict = true
                all[other].hasConflict = true
            }
        }
    }
}

extension Appointment {
    /// The time that it takes; nil when it has none.
    fileprivate var slot: TimeSlot? {
        at.map { start in
            let usual = ref.kind == .meeting ? TimeSlot.meeting : TimeSlot.followUp
            return TimeSlot(start: start, end: end ?? start + usual * 60, place: place)
        }
    }
}
