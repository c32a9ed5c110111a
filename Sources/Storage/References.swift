internal import GRDB
package import Sales

/// From what a person types (`c12`, a uid, a name) to the record that it means, and from words to all that they find.
extension Transaction {
    /// The record that a reference means: a short id, a uid, or a name that only one record has.
    ///
    /// - Parameter kinds: where names are looked up, in this order.
    /// - Throws: `StoreError.notFound`, or `StoreError.ambiguous` with the candidates.
    package func resolve(_ text: String, among kinds: [Kind] = [.contact, .company, .opportunity]) throws -> Ref {
        if let ref = Ref(text), kinds.contains(ref.kind), try exists(ref) { return ref }
        for kind in kinds { if let id = try id(kind, uid: text) { return Ref(kind, id) } }
        let name = folded(text.trimmingSpaces())
        if name.isEmpty { throw StoreError.notFound(text) }
        // Names that are the same first, then names that only hold the words.
        var found: [StoreError.Candidate] = []
        for isExact in [true, false] {
            found = try kinds.flatMap { try named(name, $0, isExact: isExact) }
            if found.count == 1 { return found[0].ref }
            if !found.isEmpty { throw StoreError.ambiguous(text, candidates: found) }
        }
        throw StoreError.notFound(text)
    }

    private func named(_ name: String, _ kind: Kind, isExact: Bool) throws -> [StoreError.Candidate] {
        let column = kind.titleColumn
        // Words of the name first find who may be meant; without an index all are looked at.
        let candidates: [Int64]
        if let index = SearchIndex.of(kind), let match = SearchIndex.match(Filter(holding: name)) {
            candidates = try Int64.fetchAll(
                database.cachedStatement(sql: "SELECT rowid FROM \(index.table) WHERE \(index.table) MATCH ?"),
                arguments: [match])
        } else {
            candidates = try ids(kind)
        }
        let statement = try database.cachedStatement(sql: "SELECT \(column) FROM \(kind.table) WHERE id = ?")
        var found: [StoreError.Candidate] = []
        for id in candidates {
            guard let title = try String.fetchOne(statement, arguments: [id]) else { continue }
            // Contacts, companies and deals are also meant by their pinyin, e-mail or phone.
            let isMeant = isExact ? folded(title) == name : column == "name" || folded(title).contains(name)
            if isMeant {
                found.append(StoreError.Candidate(ref: Ref(kind, id), title: title))
                if found.count == 20 { break }
            }
        }
        return found
    }

    /// What a person calls a record: its name, subject or text, or whom it was with.
    package func title(of ref: Ref) throws -> String {
        func title<R: Sales.Record>(_ type: R.Type) throws -> String? { try fetch(R.self, ref.id)?.title }
        guard let text = try title(ref.kind.type) else { throw StoreError.notFound("\(ref)") }
        if !text.isEmpty || !Kind.main.contains(ref.kind) { return text }
        return try party(of: ref).name
    }
}
