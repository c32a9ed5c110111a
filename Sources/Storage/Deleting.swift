internal import GRDB
package import Sales
import Words

/// Deleting a record and what belongs to it. The Store does it itself, row by row, so that the journal can undo it.
extension Transaction {
    /// Deletes a record with what belongs to it alone. What also belongs to another record stays there: a call with a
    /// deleted contact remains in the company's or the deal's timeline.
    ///
    /// - Throws: `StoreError.refused` when others need it: a stage with deals, an outcome of calls.
    package func delete(_ ref: Ref) throws {
        try protect()
        let id = ref.id
        switch ref.kind {
        case .contact:
            for table in ["attendee", "role", "relation", "affiliation"] { try deleteRows(table, "contact_id", id) }
            try deleteRows("relation", "other_id", id)
            for column in ["contact_id", "other_contact_id"] { try deleteRows("difference", column, id) }
            try release(id, column: "contact_id")
        case .company:
            for column in ["company_id", "other_company_id"] { try deleteRows("difference", column, id) }
            try deleteRows("affiliation", "company_id", id)
            try setNull("contact", "company_id", id)
            try setNull("opportunity", "company_id", id)
            try setNull("meeting", "company_id", id)
            try release(id, column: "company_id")
        case .opportunity:
            for table in ["role", "deal_change"] { try deleteRows(table, "opportunity_id", id) }
            try setNull("meeting", "opportunity_id", id)
            try release(id, column: "opportunity_id")
        case .stage:
            try refuseWhenUsed(ref, in: "opportunity", what: say("deals are in it; move them first"))
            try refuseWhenUsed(ref, in: "deal_change", what: say("the history of deals needs it; rename it instead"))
            try setNull("outcome", "stage_id", id)
        case .outcome:
            try refuseWhenUsed(ref, in: "call", what: say("calls have it; rename it instead"))
        case .reason:
            try refuseWhenUsed(ref, in: "opportunity", what: say("lost deals have it; rename it instead"))
            try refuseWhenUsed(ref, in: "deal_change", what: say("the history of deals needs it; rename it instead"))
        case .call, .note: try setNull("promise", ref.kind.table + "_id", id)
        case .meeting:
            try setNull("promise", "meeting_id", id)
            try deleteRows("attendee", "meeting_id", id)
        default: break
        }
        try deleteListRows(ref)
        try database.execute(sql: "DELETE FROM \(ref.kind.table) WHERE id = ?", arguments: [id])
        if database.changesCount == 0 { throw StoreError.notFound("\(ref)") }
        try changed()
    }

    private func deleteListRows(_ ref: Ref) throws {
        func lists<R: Sales.Record>(_ type: R.Type) -> [String] { R.lists.map(\.name) }
        for table in lists(ref.kind.type) { try deleteRows(table, ref.kind.table + "_id", ref.id) }
    }

    /// Takes the calls, follow-ups, notes and promises away from an owner: kept where they have another, else deleted.
    private func release(_ id: Int64, column: String) throws {
        let owners = ["contact_id", "company_id", "opportunity_id"].filter { $0 != column }
        for (kind, needed) in [
            (Kind.call, owners.filter { $0 != "opportunity_id" }), (.followUp, owners), (.note, owners),
            (.promise, owners),
        ] {
            let kept = needed.map { "\($0) IS NOT NULL" }.joined(separator: " OR ")
            try database.execute(
                sql: "UPDATE \(kind.table) SET \(column) = NULL WHERE \(column) = ? AND (\(kept))", arguments: [id])
            let orphans = try Int64.fetchAll(
                database, sql: "SELECT id FROM \(kind.table) WHERE \(column) = ?", arguments: [id])
            for orphan in orphans { try delete(Ref(kind, orphan)) }
        }
    }

    private func deleteRows(_ table: String, _ column: String, _ id: Int64) throws {
        try database.execute(sql: "DELETE FROM \(table) WHERE \(column) = ?", arguments: [id])
    }

    private func setNull(_ table: String, _ column: String, _ id: Int64) throws {
        try database.execute(sql: "UPDATE \(table) SET \(column) = NULL WHERE \(column) = ?", arguments: [id])
    }

    private func refuseWhenUsed(_ ref: Ref, in table: String, what: String) throws {
        let column = ref.kind.table + "_id"
        let isUsed = try Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT 1 FROM \(table) WHERE \(column) = ?)", arguments: [ref.id])
        if isUsed == true { throw StoreError.refused(say("This \(ref.kind.name) cannot be deleted: \(what).")) }
    }
}
