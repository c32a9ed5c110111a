internal import GRDB
package import Sales

/// What is in the way of a time.
extension Transaction {
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
