internal import GRDB
import Sales

/// One way through the file on which those that may be one stand beside each other.
enum DuplicateWalk {
    case emails, phones, names, colleagues

    struct Place {
        var key = ""
        /// 0 for none.
        var company: Int64 = 0
        var id: Int64 = 0
    }

    struct Entry {
        var place: Place
        var id: Int64
        /// What is compared.
        var text: String
    }

    /// The number, address or company that many may share; nil where each is compared with its neighbours only.
    func group(of entry: Entry) -> String? {
        switch self {
        case .emails, .phones: entry.text.isEmpty ? nil : entry.text
        case .colleagues: String(entry.place.company)
        case .names: nil
        }
    }

    func mayBeOne(_ a: Entry, _ b: Entry, _ kind: Kind) -> Bool {
        switch self {
        case .emails, .phones: !a.text.isEmpty && a.text == b.text
        // Who shares the name alone and works elsewhere is somebody else.
        case .names where kind == .contact:
            a.text == b.text && (a.place.company == b.place.company || min(a.place.company, b.place.company) == 0)
        case .names: Likeness.areAlike(cores: a.text, b.text, isCompany: true)
        // The group finds all of them.
        case .colleagues: false
        }
    }
}

extension Transaction {
    func entries(_ kind: Kind, _ walk: DuplicateWalk, after place: DuplicateWalk.Place, limit: Int) throws
        -> [DuplicateWalk.Entry]
    {
        let id = kind.table + "_id"
        // Each along an index, so that a piece costs the same at any size of the file.
        let sql =
            switch walk {
            case .emails:
                """
                SELECT lower(address), 0, id, \(id), lower(address) FROM email
                WHERE lower(address) >= ?1 AND (lower(address) > ?1 OR id > ?3) ORDER BY lower(address), id LIMIT ?4
                """
            case .phones:
                """
                SELECT reversed_digits, 0, id, \(id), substr(reversed_digits, 1, 7) FROM phone
                WHERE reversed_digits >= ?1 AND (reversed_digits > ?1 OR id > ?3) ORDER BY reversed_digits, id LIMIT ?4
                """
            case .names:
                """
                SELECT s.sort_key, \(kind == .contact ? "r.company_id" : "0"), r.id, r.id, r.name
                FROM \(kind.table)_state s JOIN \(kind.table) r ON r.id = s.\(id)
                WHERE s.sort_key >= ?1 AND (s.sort_key, s.\(id)) > (?1, ?3) ORDER BY s.sort_key, s.\(id) LIMIT ?4
                """
            case .colleagues:
                """
                SELECT '', company_id, id, id, '' FROM contact
                WHERE company_id >= ?2 AND (company_id > ?2 OR id > ?3) ORDER BY company_id, id LIMIT ?4
                """
            }
        var entries: [DuplicateWalk.Entry] = []
        try BoundStatement(sql, database).forEach([
            .text(place.key), .integer(place.company), .integer(place.id), .integer(Int64(limit)),
        ]) { row in
            // Numbers and addresses of the other kind stand between.
            let owner = row.number(3)
            var text = row.text(4) ?? ""
            if walk == .names { text = Likeness.core(of: text, isCompany: kind == .company) }
            if owner == nil || walk == .phones && text.utf8.count < 5 { text = "" }
            entries.append(
                DuplicateWalk.Entry(
                    place: .init(key: row.text(0) ?? "", company: row.integer(1), id: row.integer(2)),
                    id: owner ?? -row.integer(2), text: text))
        }
        return entries
    }

    /// What two that are alike have in common; see `Likeness.keys`.
    func likenessKeys(_ ref: Ref) throws -> Set<String> {
        var keys: Set<String> = []
        try BoundStatement("SELECT name FROM \(ref.kind.table) WHERE id = ?", database).forEach([.integer(ref.id)]) {
            let isCompany = ref.kind == .company
            keys = Likeness.keys(of: Likeness.core(of: $0.text(0) ?? "", isCompany: isCompany), isCompany: isCompany)
        }
        return keys
    }
}
