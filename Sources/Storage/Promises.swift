internal import GRDB
package import Sales
import Words

/// The promise ledger: what I owe and what they owe, until it is kept; and what the lines of a note make.
extension Transaction {
    /// Open promises, oldest first.
    ///
    /// - Parameters:
    ///   - owner: those of a contact, company or deal; nil for all. A company's are those with its people, too.
    ///   - places: which of them.
    package func openPromises(of owner: Ref? = nil, _ places: Range<Int>) throws -> [Agenda.Item] {
        let condition: String
        switch owner?.kind {
        case nil: condition = "?1 IS NULL"
        case .contact: condition = "r.contact_id = ?1"
        case .opportunity: condition = "r.opportunity_id = ?1"
        case .company:
            condition = "(r.company_id = ?1 OR r.contact_id IN (SELECT id FROM contact WHERE company_id = ?1))"
        default: return []
        }
        return try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT r.id, r.direction, r.text, r.at, r.contact_id, r.company_id, r.opportunity_id,
                        coalesce(p.name, c.name, o.name, '')
                    FROM promise r LEFT JOIN contact p ON p.id = r.contact_id LEFT JOIN company c ON c.id = r.company_id
                        LEFT JOIN opportunity o ON o.id = r.opportunity_id
                    WHERE r.kept_at IS NULL AND \(condition) ORDER BY r.at, r.id LIMIT ?2 OFFSET ?3
                    """), arguments: [owner?.id, places.count, places.lowerBound]
        ).map { row in
            Agenda.Item(
                ref: Ref(.promise, row[0]), action: row[1], due: nil, who: row[7], subject: row[2], contactID: row[4],
                companyID: row[5], opportunityID: row[6],
                since: Instant(row[3] as String).map { clock.zone.day(of: $0) })
        }
    }

    package func openPromisesCount() throws -> Int {
        try Int.fetchOne(
            database.cachedStatement(
                sql: "SELECT count(*) FROM promise INDEXED BY promise_open WHERE kept_at IS NULL")) ?? 0
    }

    /// Makes what the lines of a note say, in the action that stores the note.
    ///
    /// - Parameters:
    ///   - source: the call, meeting or note in which they stand.
    ///   - at: when they were written down.
    /// - Returns: the follow-ups and promises, one a line that acts.
    @discardableResult
    package func make(_ lines: [NoteLine], for party: Party, source: Ref, at: Instant) throws -> [Ref] {
        try lines.compactMap { line in
            switch line.meaning {
            case .undated: return nil
            case .followUp(let action, let subject, let due):
                let step = NextStepPlan(action: action, subject: subject, due: due)
                return Ref(.followUp, try plan(step, for: party))
            case .promise(let direction, let text):
                var promise = Promise()
                (promise.direction, promise.text, promise.at, promise.zone) = (direction, text, at, clock.zone.name)
                (promise.contactID, promise.companyID, promise.opportunityID) = (
                    party.contactID, party.companyID, party.opportunityID
                )
                switch source.kind {
                case .call: promise.callID = source.id
                case .meeting: promise.meetingID = source.id
                default: promise.noteID = source.id
                }
                return Ref(.promise, try insert(&promise))
            }
        }
    }
}

extension Store {
    /// Marks a promise as kept.
    package func keep(_ promiseID: Int64) throws {
        guard let promise = try read({ try $0.fetch(Promise.self, promiseID) }) else {
            throw StoreError.notFound("p\(promiseID)")
        }
        if promise.keptAt != nil { throw StoreError.refused(say("That promise is kept already.")) }
        try write("Kept: \(promise.text.prefix(40))") { transaction in
            var kept = promise
            kept.keptAt = clock.now
            try transaction.update(from: promise, to: kept)
        }
    }
}
