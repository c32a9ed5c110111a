internal import GRDB
package import Sales

/// What to propose while a field is typed: words that the file holds already, and records by the beginning of their name.

/// A word that was used before, and how often.
package struct Suggestion: Sendable, Equatable {
    package var text: String
    package var uses: Int
}

/// Which words are proposed.
package enum SuggestedField: String, Sendable, CaseIterable {
    case tag, city, region, country, place, industry, source, position, tier, role, relation, currency, stage, outcome,
        reason, because

    /// The columns that hold them.
    fileprivate var columns: [(table: String, column: String)] {
        switch self {
        case .tag: [("tag", "name")]
        case .city: [("address", "city")]
        case .region: [("address", "region")]
        case .country: [("address", "country")]
        case .place: [("meeting", "place")]
        case .industry: [("company", "industry")]
        case .source: [("contact", "source"), ("company", "source"), ("opportunity", "source")]
        case .position: [("contact", "position")]
        case .tier: [("contact", "tier"), ("company", "tier")]
        case .role: [("role", "role")]
        // What is said of a company is never typed.
        case .relation: [("relation", "name"), ("relation", "inverse"), ("affiliation", "name")]
        case .currency: [("opportunity", "currency")]
        case .stage, .outcome, .reason: [(rawValue, "name")]
        case .because: [("contact", "nothing_because"), ("opportunity", "nothing_because")]
        }
    }
}

/// A record by its name.
package struct NameMatch: Sendable, Equatable {
    package var ref: Ref
    package var name: String
    /// The company of a contact; the city of a company.
    package var detail: String
}

extension Transaction {
    /// The words of a field, most used first, at most 500. Of more than 2,000 rows the newest ones are looked at, so that this takes the
    /// same time in every file.
    package func words(_ field: SuggestedField) throws -> [Suggestion] {
        // Few have a reason, and an index holds just those.
        let those = field == .because ? "WHERE nothing_because <> ''" : "ORDER BY id DESC"
        let rows = field.columns.map {
            "SELECT * FROM (SELECT \($0.column) AS word FROM \($0.table) \(those) LIMIT \(2_000 / field.columns.count))"
        }
        return try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT word, count(*) AS uses FROM (\(rows.joined(separator: " UNION ALL "))) WHERE word <> ''
                    GROUP BY word ORDER BY uses DESC, word LIMIT 500
                    """)
        ).map { Suggestion(text: $0[0], uses: $0[1]) }
    }

    /// Contacts, companies or deals whose name begins so, in the order of lists: Han by its pinyin, too. At most `limit`.
    package func records(_ kind: Kind, beginning text: String, limit: Int) throws -> [NameMatch] {
        guard !folded(text).isEmpty else { return [] }
        let detail =
            switch kind {
            case .contact: "(SELECT name FROM company c WHERE c.id = r.company_id)"
            case .company: "(SELECT city FROM address a WHERE a.company_id = r.id ORDER BY ordinal LIMIT 1)"
            default: "NULL"
            }
        // Whom one has more to do with comes first, among the first in order.
        let weight =
            kind == .company ? "s.contacts + s.open_deals" : kind == .contact ? "coalesce(s.last_contact, '')" : "0"
        return try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT * FROM (SELECT r.id, r.name, coalesce(\(detail), '') AS detail, \(weight) AS weight, s.sort_key
                    FROM \(kind.table)_state s JOIN \(kind.table) r ON r.id = s.\(kind.table)_id
                    WHERE s.sort_key >= ?1 AND s.sort_key < ?1 || char(1114111) ORDER BY s.sort_key, r.id LIMIT 40)
                    ORDER BY weight DESC, sort_key, id LIMIT ?2
                    """), arguments: [SortKey.of(text), limit]
        ).map { NameMatch(ref: Ref(kind, $0[0]), name: $0[1], detail: $0[2]) }
    }
}
