internal import GRDB
package import Sales
import Words

/// Two records of the same person or company become one: everything that led to the one leads to the other.
extension Store {
    /// Merges two contacts or two companies as was chosen, in one action.
    ///
    /// - Throws: `StoreError.changed` or `.gone` when one of them is not any more what the choice was made from.
    package func merge<R: Sales.Record>(_ merge: Merge<R>) throws {
        try write("Merge \(merge.lost.title) into \(merge.kept.title)") { try $0.merge(merge) }
    }

    /// Notes that two are not the same, so that they are not proposed again.
    package func tellApart(_ one: Ref, _ other: Ref) throws {
        try write("Tell apart \(read { try $0.title(of: one) }) and \(read { try $0.title(of: other) })") {
            var difference = Difference(one, other)
            try $0.insert(&difference)
        }
    }
}

extension Transaction {
    /// What leads to a record from elsewhere, by the kind or table it stands in, most first.
    package func followers(of ref: Ref) throws -> [(table: String, count: Int)] {
        try links(to: ref.kind).map { link in
            let sql = "SELECT count(*) FROM \(link.table) WHERE \(link.column) = ?"
            return (link.table, try Int.fetchOne(database, sql: sql, arguments: [ref.id]) ?? 0)
        }.reduce(into: [:]) { $0[$1.0, default: 0] += $1.1 }
            .filter { $0.value > 0 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { (table: $0.key, count: $0.value) }
    }

    func merge<R: Sales.Record>(_ merge: Merge<R>) throws {
        let (kept, lost) = (merge.kept, merge.lost)
        precondition(R.kind == .contact || R.kind == .company)
        guard kept.id != lost.id else { throw StoreError.refused(say("These two are one record already.")) }
        try requireUnchanged(kept)
        try requireUnchanged(lost)
        // Other programs' ids are unique: they must be gone from the one before the other gets them.
        for list in R.lists {
            try database.execute(
                sql: "DELETE FROM \(list.name) WHERE \(R.kind.table)_id = ?", arguments: [lost.id])
        }
        try update(from: kept, to: merge.result)
        for link in try links(to: R.kind) where link.table != "role" && link.table != "attendee" {
            try database.execute(
                sql: "UPDATE \(link.table) SET \(link.column) = ? WHERE \(link.column) = ?",
                arguments: [kept.id, lost.id])
            try changed()
        }
        if R.kind == .contact {
            // Those of the one may ask to call whom the other says not to.
            if let result = merge.result as? Contact, let two = [kept, lost] as? [Contact],
                result.doNotCall, !two.allSatisfy(\.doNotCall)
            {
                try closeCalls(with: kept.id, result: say("do not call"), at: clock.now)
            }
            try mergeSeats(kept.id, lost.id)
            try mergeRoles(kept.id, lost.id)
            try dropRepeats("relation", between: ["contact_id", "other_id"], and: ", name", kept.id)
            try dropRepeats("difference", between: ["contact_id", "other_contact_id"], kept.id)
        } else {
            try dropRepeats("difference", between: ["company_id", "other_company_id"], kept.id)
        }
        try dropRepeats("affiliation", of: "\(R.kind.table)_id = ?1", by: "contact_id, company_id, name", kept.id)
        try database.execute(sql: "DELETE FROM \(R.kind.table) WHERE id = ?", arguments: [lost.id])
        try changed()
    }

    /// - Throws: when the record is gone, or anything of it is not as it was.
    private func requireUnchanged<R: Sales.Record>(_ record: R) throws {
        guard let now = try fetch(R.self, record.id) else { throw StoreError.gone(record.title) }
        let fields = R.fields.filter { $0.get(now) != $0.get(record) }.map {
            StoreError.Clash(
                field: $0.name, label: say($0.label), theirs: $0.type.text(of: $0.get(now), currency: ""),
                ours: $0.type.text(of: $0.get(record), currency: ""))
        }
        func text(_ rows: [[Value]]) -> String { rows.compactMap { $0.first?.text }.joined(separator: ", ") }
        let lists = R.lists.filter { $0.get(now) != $0.get(record) }.map {
            StoreError.Clash(
                field: $0.name, label: say($0.label), theirs: text($0.get(now)), ours: text($0.get(record)))
        }
        if !(fields + lists).isEmpty { throw StoreError.changed(record.title, fields + lists) }
    }

    /// Every column of every table that leads to a kind of record, but for the lists of the record itself: as the file has it, so
    /// that a table that comes later is not forgotten.
    private func links(to kind: Kind) throws -> [(table: String, column: String)] {
        func lists<R: Sales.Record>(_ type: R.Type) -> [String] { R.lists.map(\.name) }
        let own = lists(kind.type)
        return try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT t.name, f."from" FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f
                    WHERE t.type = 'table' AND f."table" = ? ORDER BY t.rowid, f.id
                    """), arguments: [kind.table]
        ).map { ($0[0], $0[1]) }.filter { !own.contains($0.0) }
    }

    /// Who sat in a meeting as both sat there once.
    private func mergeSeats(_ kept: Int64, _ lost: Int64) throws {
        try database.execute(
            sql: """
                DELETE FROM attendee WHERE contact_id = ?2
                    AND meeting_id IN (SELECT meeting_id FROM attendee WHERE contact_id = ?1)
                """, arguments: [kept, lost])
        try database.execute(
            sql: "UPDATE attendee SET contact_id = ?1 WHERE contact_id = ?2", arguments: [kept, lost])
    }

    /// Whoever has two parts in a deal has both of them.
    private func mergeRoles(_ kept: Int64, _ lost: Int64) throws {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT mine.id, mine.role, theirs.id, theirs.role FROM role mine
                    JOIN role theirs ON theirs.opportunity_id = mine.opportunity_id
                WHERE mine.contact_id = ?1 AND theirs.contact_id = ?2 ORDER BY mine.id, theirs.id
                """, arguments: [kept, lost])
        for row in rows {
            let (mine, theirs) = (row[1] as String, row[3] as String)
            let both =
                folded(mine) == folded(theirs) || theirs.isEmpty ? mine : mine.isEmpty ? theirs : "\(mine), \(theirs)"
            if both != mine {
                try database.execute(
                    sql: "UPDATE role SET role = ? WHERE id = ?", arguments: [both, row[0] as Int64])
            }
            try database.execute(sql: "DELETE FROM role WHERE id = ?", arguments: [row[2] as Int64])
        }
        try database.execute(sql: "UPDATE role SET contact_id = ?1 WHERE contact_id = ?2", arguments: [kept, lost])
    }

    /// What was said of both is said once, and what was said between them has no meaning any more.
    private func dropRepeats(_ table: String, between ends: [String], and more: String = "", _ kept: Int64) throws {
        let ours = "(\(ends[0]) = ?1 OR \(ends[1]) = ?1)"
        try database.execute(
            sql: "DELETE FROM \(table) WHERE \(ours) AND \(ends[0]) = \(ends[1])", arguments: [kept])
        try dropRepeats(table, of: ours, by: ends.joined(separator: ", ") + more, kept)
    }

    /// - Parameters:
    ///   - ours: the rows of the kept one, `?1`.
    ///   - columns: what is the same in repeats.
    private func dropRepeats(_ table: String, of ours: String, by columns: String, _ kept: Int64) throws {
        try database.execute(
            sql: """
                DELETE FROM \(table) WHERE \(ours)
                    AND id NOT IN (SELECT min(id) FROM \(table) WHERE \(ours) GROUP BY \(columns))
                """, arguments: [kept])
    }
}
