internal import GRDB
package import Sales
import Words

/// The review of the pipeline: what one walks through, and when each deal was last looked at.
extension Transaction {
    /// Those of these deals that are open, in their order.
    package func open(_ deals: [Int64]) throws -> [Int64] {
        let statement = try database.cachedStatement(sql: "SELECT 1 FROM opportunity WHERE id = ? AND state = 'open'")
        return try deals.filter { try Int.fetchOne(statement, arguments: [$0]) != nil }
    }

    /// The follow-up or meeting of a deal that was planned last and is open still; nil for none.
    package func lastPlanned(of deal: Int64) throws -> String? {
        try String.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT group_concat(ref, ' ') FROM (
                        SELECT 'f' || max(id) AS ref FROM follow_up WHERE opportunity_id = ?1 AND state = 'open'
                        UNION ALL
                        SELECT 'm' || max(id) FROM meeting WHERE opportunity_id = ?1 AND state = 'planned')
                    """), arguments: [deal])
    }
}

extension Store {
    /// Notes when deals were looked at, as one action. A deal that is gone is passed over.
    package func noteReview(_ seen: [Int64: Instant]) throws {
        try write("Review \(seen.count, "deal", "deals")") { transaction in
            for (id, at) in seen.sorted(by: { $0.key < $1.key }) {
                guard let deal = try transaction.fetch(Opportunity.self, id), deal.reviewedAt.map({ $0 < at }) ?? true
                else { continue }
                var reviewed = deal
                reviewed.reviewedAt = at
                try transaction.update(from: deal, to: reviewed)
            }
        }
    }
}
