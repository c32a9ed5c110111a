internal import GRDB
package import Sales

/// What an import asks: is this record already here?
extension Transaction {
    /// The contacts, companies or opportunities of that name, at most 100 of them. What was written since the derived
    /// data were last refreshed (see `JournalEntry.checkpoint`) is not among them.
    package func ids(_ kind: Kind, named name: String) throws -> [Int64] {
        let wanted = folded(name)
        var found: [Int64] = []
        try question(
            .name(kind),
            """
            SELECT r.id, r.name FROM \(kind.table)_state s JOIN \(kind.table) r ON r.id = s.\(kind.table)_id
            WHERE s.sort_key = ? LIMIT 100
            """
        ).forEach([.text(SortKey.of(name))]) { row in
            if let id = row[0].integer, folded(row.text(1) ?? "") == wanted { found.append(id) }
        }
        return found
    }

    /// The deals of a company, or of none, that have that close date: for names, of which many deals have the same.
    package func deals(of company: Int64?, closing day: Day?) throws -> [(id: Int64, name: String)] {
        // By the day where there is no company: `+` keeps SQLite from going through all deals that have none.
        let condition =
            company == nil
            ? "state IN ('open', 'won', 'lost') AND close_on IS ?2 AND +company_id IS ?1"
            : "company_id = ?1 AND close_on IS ?2"
        var found: [(id: Int64, name: String)] = []
        try question(.deals(hasCompany: company != nil), "SELECT id, name FROM opportunity WHERE \(condition)")
            .forEach([company.map { .integer($0) } ?? .null, day.map { .text($0.description) } ?? .null]) { row in
                found.append((row.integer(0), row.text(1) ?? ""))
            }
        return found.sorted { $0.id < $1.id }
    }

    /// The contacts or companies that have an e-mail address, whatever its case; at most 100.
    package func ids(_ kind: Kind, email address: String) throws -> [Int64] {
        if try !mayHold(address, .email) { return [] }
        // Not DISTINCT, for which SQLite makes a table at each call.
        let ids = try question(
            .email(kind),
            """
            SELECT \(kind.table)_id FROM email
            WHERE lower(address) = lower(?) AND \(kind.table)_id IS NOT NULL LIMIT 100
            """
        ).integers([.text(address)])
        return ids.enumerated().filter { !ids[..<$0.offset].contains($0.element) }.map(\.element)
    }

    /// The contacts or companies whose number most likely rings at the same place; at most 1000.
    package func ids(_ kind: Kind, phone number: String) throws -> [Int64] {
        let wanted = PhoneDigits(number)
        guard !wanted.digits.isEmpty, try mayHold(wanted.reversed, .phone) else { return [] }
        // The last seven digits agree in every way of writing a number; `:` follows `9`. A shorter number is the whole: `!` stands before `0`.
        let end = String(wanted.reversed.prefix(7))
        let isShort = end.utf8.count < 7
        var found: [Int64] = []
        try question(
            .phone(kind),
            """
            SELECT \(kind.table)_id, number FROM phone
            WHERE reversed_digits >= ? AND reversed_digits < ? AND \(kind.table)_id IS NOT NULL LIMIT 1000
            """
        ).forEach([.text(end), .text(end + (isShort ? "!" : ":"))]) { row in
            if let id = row[0].integer, PhoneDigits(row[1].text ?? "").isSame(as: wanted) { found.append(id) }
        }
        return found
    }

    /// A record of which all those fields hold the same: for what has no other identity, such as a call.
    package func twin<R: Sales.Record>(of record: R, in fields: [Field<R>]) throws -> Int64? {
        if fields.isEmpty { return nil }
        let conditions = fields.map { "\($0.column) IS ?" }.joined(separator: " AND ")
        return try BoundStatement(
            "SELECT id FROM \(R.kind.table) WHERE \(conditions) ORDER BY id LIMIT 1", database
        ).integers(fields.map { $0.get(record) }).first
    }
}
