internal import GRDB

extension Transaction {
    /// The meetings that an event of another program has brought, one for each of its times, with the ids of those times.
    ///
    /// - Parameter id: what these ids begin with, before their `/`.
    package func meetings(ofSeries id: String, source: String) throws -> [(id: Int64, external: String)] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT meeting_id, value FROM external_id
                WHERE value > ?1 || '/' AND value < ?1 || '0' AND source = ?2 AND meeting_id IS NOT NULL
                """)
        return try Row.fetchAll(statement, arguments: [id, source]).map { ($0[0], $0[1]) }
    }
}
