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
    /// Lists whose rows are searched, too: their tables and columns. Telephone numbers have words of their own.
    var lists: [(table: String, column: String)] = []
    /// Gathers the words of a row.
    let gather: @Sendable (BoundRow, inout SearchText) -> Void

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
        columns: "p.id, p.name, p.nickname, p.given_name, p.family_name, p.position, c.name, c.nickname",
        from: "contact p LEFT JOIN company c ON c.id = p.company_id", alias: "p",
        lists: [("email", "address"), ("address", "city"), ("tag", "name"), ("phone", "number")]
    ) { row, text in
        let name = row.text(1) ?? ""
        text.add(name)
        text.add(row, 2)
        // Mostly parts of the name, and mostly its ends, which are compared sooner.
        for part in [row.text(3) ?? "", row.text(4) ?? ""]
        where !name.hasPrefix(part) && !name.hasSuffix(part) && !name.contains(part) {
            text.add(part)
        }
        for column in 5...7 { text.add(row, column) }
    }

    private static let companies = SearchSource(
        columns: "c.id, c.name, c.nickname, c.industry", from: "company c", alias: "c", lists: contacts.lists
    ) { row, text in
        for column in 1...3 { text.add(row, column) }
    }

    private static let opportunities = SearchSource(
        columns: "o.id, o.name, c.name, c.nickname",
        from: "opportunity o LEFT JOIN company c ON c.id = o.company_id", alias: "o", lists: [("tag", "name")]
    ) { row, text in
        for column in 1...3 { text.add(row, column) }
    }

    // What happened is found by whom it was with, and by its own words.

    private static let calls = SearchSource(
        columns: "a.id, p.name, c.name, u.name, a.summary",
        from: """
            call a JOIN outcome u ON u.id = a.outcome_id LEFT JOIN contact p ON p.id = a.contact_id
                LEFT JOIN company c ON c.id = coalesce(a.company_id, p.company_id)
            """, alias: "a"
    ) { row, text in
        text.add(row, 1)
        text.add(row, 2, .beginning)
        text.add(row, 3, .characters)
        text.add(row, 4, .characters)
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
    ) { row, text in
        text.add(row, 1)
        for column in 2...5 { text.add(row, column, .beginning) }
        text.add(row, 6, .characters)
    }

    private static let followUps = SearchSource(
        columns: "a.id, p.name, c.name, o.name, a.subject, a.result",
        from: """
            follow_up a LEFT JOIN contact p ON p.id = a.contact_id
                LEFT JOIN company c ON c.id = coalesce(a.company_id, p.company_id)
                LEFT JOIN opportunity o ON o.id = a.opportunity_id
            """, alias: "a"
    ) { row, text in
        text.add(row, 1)
        for column in 2...4 { text.add(row, column, .beginning) }
        text.add(row, 5, .characters)
    }

    private static let notes = SearchSource(
        columns: "a.id, p.name, c.name, o.name, a.text",
        from: """
            note a LEFT JOIN contact p ON p.id = a.contact_id
                LEFT JOIN company c ON c.id = coalesce(a.company_id, p.company_id)
                LEFT JOIN opportunity o ON o.id = a.opportunity_id
            """, alias: "a"
    ) { row, text in
        text.add(row, 1)
        for column in 2...3 { text.add(row, column, .beginning) }
        text.add(row, 4, .characters)
    }

    private static let promises = SearchSource(
        columns: "a.id, p.name, c.name, o.name, a.text",
        from: """
            promise a LEFT JOIN contact p ON p.id = a.contact_id
                LEFT JOIN company c ON c.id = coalesce(a.company_id, p.company_id)
                LEFT JOIN opportunity o ON o.id = a.opportunity_id
            """, alias: "a", gather: notes.gather)

    /// Makes the search texts of records, of one after another.
    struct Reader {
        private let source: SearchSource
        private let lists: [(rows: ListCursor, isPhones: Bool)]
        private(set) var text: SearchText

        init(_ source: SearchSource, _ kind: Kind, _ memory: WordMemory, _ database: Database) throws {
            self.source = source
            lists = try source.lists.map { list in
                let rows = try ListCursor(["l.\(list.column)"], "\(list.table) l", "l.\(kind.table)_id", database)
                return (rows, list.table == "phone")
            }
            text = SearchText(memory)
        }

        /// From now on records are read whose ids lie in a range, and that are most of them.
        func begin(_ ids: ClosedRange<Int64>) throws { for list in lists { try list.rows.begin(ids) } }

        func end() { for list in lists { list.rows.end() } }

        mutating func read(_ row: BoundRow, _ id: Int64) throws {
            text.clear()
            source.gather(row, &text)
            for (rows, isPhones) in lists {
                try rows.forEach(of: id) { row in
                    if isPhones { text.add(phone: row.text(0) ?? "") } else { text.add(row, 0) }
                }
            }
        }
    }
}

extension SearchText {
    /// Adds the text of a column.
    fileprivate mutating func add(_ row: BoundRow, _ column: Int, _ reading: Reading = .anywhere) {
        if let utf8 = row.utf8(column) { add(utf8: utf8, reading) }
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
        var reader = try Reader(source, kind, WordMemory(), database)
        try reader.begin(0...Int64.max)
        defer { reader.end() }
        try BoundStatement("SELECT \(source.columns) FROM \(source.from) ORDER BY 1", database).forEach([]) { row in
            try reader.read(row, row.integer(0))
            try write.run([.text(reader.text.text), row[0]])
        }
        try index.rebuild(in: database)
    }
}
