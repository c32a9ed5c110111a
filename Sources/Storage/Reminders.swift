internal import GRDB
package import Sales

/// What makes itself heard at a time, and what is in the way of a time.
extension Transaction {
    /// Open follow-ups and planned meetings of which an alarm, or the time itself where there is no alarm, lies between two
    /// instants: behind the first, up to and with the second.
    package func reminders(after start: Instant, until end: Instant) throws -> [Brief.NextStep] {
        try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT 'f' || f.id AS ref, due_at, coalesce(minutes_before, 0) AS before FROM follow_up f
                        LEFT JOIN alarm ON follow_up_id = f.id
                    WHERE state = 'open' AND due_on BETWEEN ?1 AND ?2 AND due_at IS NOT NULL
                    UNION ALL
                    SELECT 'm' || m.id, due_at, coalesce(minutes_before, 0) FROM meeting m LEFT JOIN alarm ON meeting_id = m.id
                    WHERE state = 'planned' AND due_on BETWEEN ?1 AND ?2 AND due_at IS NOT NULL
                    """),
            // The longest usual lead is a week; a time of another zone may fall on a neighbouring date.
            arguments: [(clock.zone.day(of: start) - 1).description, (clock.zone.day(of: end) + 8).description]
        ).compactMap { row in
            guard let at = Instant(row["due_at"] as String), let ref = Ref(row["ref"] as String) else { return nil }
            let rings = at + -60 * (row["before"] as Int)
            return rings > start && rings <= end ? try nextStep(ref) : nil
        }
    }

    /// Planned meetings and follow-ups with a time that overlap a span of time.
    ///
    /// - Parameter except: the one that is being planned.
    package func conflicts(from start: Instant, to end: Instant, except: Ref? = nil) throws -> [Brief.NextStep] {
        try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT 'm' || id FROM meeting WHERE state = 'planned' AND due_at < ?2 AND due_on >= ?3
                        AND coalesce(end_at, due_at) > ?1
                    UNION ALL
                    SELECT 'f' || id FROM follow_up WHERE state = 'open' AND due_on >= ?3 AND due_at >= ?1 AND due_at < ?2
                    """), arguments: [start.description, end.description, (clock.zone.day(of: start) - 7).description]
        ).compactMap { row in
            guard let ref = Ref(row[0] as String), ref != except else { return nil }
            return try nextStep(ref)
        }
    }
}
