internal import GRDB
import Sales

/// What of a record is searched: the query that gathers it, and the text that is made of it.
struct SearchSource: Sendable {
    /// The parts that are gathered; the id comes first.
    let columns: String
    /// Where they are gathered from. Ends so that `WHERE` may follow.
    let from: String
    /// The table's name in the query.
    let alias: String
    let text: @Sendable (BoundRow) -> String

    static func of(_ kind: Kind) -> SearchSource? {
        switch kind {
        case .contact: contacts
        case .company: companies
        case .opportunity: opportunities
        case .call: calls
        case .meeting: meetings
        case .followUp: followUps
        case .note: notes
        case .promise: promises
        default: nil
        }
    }

    private static let contacts = SearchSource(
        columns: """
            p.id, p.name, p.nickname, p.given_name, p.family_name, p.position, c.name, c.nickname,
                \(lines("address", of: "email", "contact_id = p.id")), \(lines("city", of: "address", "contact_id = p.id")),
                \(lines("name", of: "tag", "contact_id = p.id")), \(lines("number", of: "phone", "contact_id = p.id"))
            """,
        from: "contact p LEFT JOIN company c ON c.id = p.company_id", alias: "p"
    ) { row in
        var text = SearchText()
        let name = row.text(1) ?? ""
        text.add(name)
        text.add(row, 2)
        // Mostly parts of the name, and mostly its ends, which are compared sooner.
        for part in [row.text(3) ?? "", row.text(4) ?? ""]
        where !name.hasPrefix(part) && !name.hasSuffix(part) && !name.contains(part) {
            text.add(part)
        }
        for column in 5...10 { text.add(row, column) }
        text.add(phones: row.text(11))
        return text.text
    }

    private static let companies = SearchSource(
        columns: """
            c.id, c.name, c.nickname, c.industry, \(lines("address", of: "email", "company_id = c.id")),
                \(lines("city", of: "address", "company_id = c.id")), \(lines("name", of: "tag", "company_id = c.id")),
                \(lines("number", of: "phone", "company_id = c.id"))
            """,
        from: "company c", alias: "c"
    ) { row in
        var text = SearchText()
        for column in 1...6 { text.add(row, column) }
        text.add(phones: row.text(7))
        return text.text
    }

    private static let opportunities = SearchSource(
        columns: "o.id, o.name, c.name, c.nickname, \(lines("name", of: "tag", "opportunity_id = o.id"))",
        from: "opportunity o LEFT JOIN company c ON c.id = o.company_id", alias: "o"
    ) { row in
        var text = SearchText()
        for column in 1...4 { text.add(row, column) }
        return text.text
    }

    // What happened is found by whom it was with, and by its own words.

    private static let calls = SearchSource(
        columns: "a.id, p.name, c.name, u.name, a.summary",
        from: """
            call a JOIN outcome u ON u.id = a.outcome_id LEFT JOIN contact p ON p.id = a.contact_id
                LEFT JOIN company c ON c.id = coalesce(a.company_id, p.company_id)
            """, alias: "a"
    ) { row in
        var text = SearchText()
        text.add(row, 1)
        text.add(row, 2, .beginning)
        text.add(row, 3, .characters)
        text.add(row, 4, .characters)
        return text.text
    }

    private static let meetings = SearchSource(
        columns: """
            a.id, (SELECT group_concat(name, char(10)) FROM attendee JOIN contact ON contact.id = contact_id
                    WHERE meeting_id = a.id), c.name, o.name, a.title, a.place, a.notes
            """,
        from: """
            meeting a
                LEFT JOIN contact p ON p.id = (SELECT contact_id FROM attendee WHERE meeting_id = a.id ORDER BY ordinal LIMIT 1)
                LEFT JOIN company c ON c.id = coalesce(a.company_id, p.company_id)
                LEFT JOIN opportunity o ON o.id = a.opportunity_id
            """, alias: "a"
    ) { row in
        var text = SearchText()
        text.add(row, 1)
        for column in 2...5 { text.add(row, column, .beginning) }
        text.add(row, 6, .characters)
        return text.text
    }

    private static let followUps = SearchSource(
        columns: "a.id, p.name, c.name, o.name, a.subject, a.result",
        from: """
            follow_up a LEFT JOIN contact p ON p.id = a.contact_id
                LEFT JOIN company c ON c.id = coalesce(a.company_id, p.company_id)
                LEFT JOIN opportunity o ON o.id = a.opportunity_id
            """, alias: "a"
    ) { row in
        var text = SearchText()
        text.add(row, 1)
        for column in 2...4 { text.add(row, column, .beginning) }
        text.add(row, 5, .characters)
        return text.text
    }

    private static let notes = SearchSource(
        columns: "a.id, p.name, c.name, o.name, a.text",
        from: """
            note a LEFT JOIN contact p ON p.id = a.contact_id
                LEFT JOIN company c ON c.id = coalesce(a.company_id, p.company_id)
                LEFT JOIN opportunity o ON o.id = a.opportunity_id
            """, alias: "a"
    ) { row in
        var text = SearchText()
        text.add(row, 1)
        for column in 2...3 { text.add(row, column, .beginning) }
        text.add(row, 4, .characters)
        return text.text
    }

    private static let promises = SearchSource(
        columns: "a.id, p.name, c.name, o.name, a.text",
        from: """
            promise a LEFT JOIN contact p ON p.id = a.contact_id
                LEFT JOIN company c ON c.id = coalesce(a.company_id, p.company_id)
                LEFT JOIN opportunity o ON o.id = a.opportunity_id
            """, alias: "a", text: notes.text)

    /// What several rows of a table say, one a line.
    private static func lines(_ column: String, of table: String, _ condition: String) -> String {
        "(SELECT group_concat(\(column), char(10)) FROM \(table) WHERE \(condition))"
    }
}

extension SearchText {
    /// Adds the text of a column.
    fileprivate mutating func add(_ row: BoundRow, _ column: Int, _ reading: Reading = .anywhere) {
        if let utf8 = row.utf8(column) { add(utf8: utf8, reading) }
    }

    /// Adds telephone numbers, one a line.
    fileprivate mutating func add(phones: String?) {
        for number in phones?.split(separator: "\n") ?? [] { add(phone: String(number)) }
    }
}

extension SearchSource {
    /// Gives every record of a kind its search text, and makes the index of them: for files that were made without it.
    static func fill(_ kind: Kind, in database: Database) throws {
        guard let source = of(kind), let index = SearchIndex.of(kind) else { return }
        let isNew = ![Kind.contact, .company, .opportunity].contains(kind)
        let write = try BoundStatement(
            isNew
                ? "INSERT INTO \(index.state) (search, \(index.id)) VALUES (?, ?)"
                : "UPDATE \(index.state) SET search = ? WHERE \(index.id) = ?", database)
        try BoundStatement("SELECT \(source.columns) FROM \(source.from)", database).forEach([]) { row in
            try write.run([.text(source.text(row)), row[0]])
        }
        try index.rebuild(in: database)
    }
}
