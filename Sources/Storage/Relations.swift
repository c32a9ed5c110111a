internal import GRDB
package import Sales
import Words

/// What a contact is to other contacts and to companies. A relation is kept once and read from both sides: whom one reports to leads
/// one.
extension Transaction {
    /// The relations of a contact or company as they are said from its side: first those that were said of it, in the order in which
    /// they were made.
    ///
    /// - Parameter limit: how many at most; a company may have many former employees.
    package func relations(of ref: Ref, limit: Int = 10_000) throws -> [Brief.Kinship] {
        let sql =
            ref.kind == .company
            ? """
            SELECT a.id, 'affiliation', a.contact_id, 'contact', p.name, a.name, a.inverse, 1 FROM affiliation a
                JOIN contact p ON p.id = a.contact_id WHERE a.company_id = ?1 ORDER BY 1 LIMIT ?2
            """
            : """
            SELECT r.id, 'relation', r.other_id, 'contact', p.name, r.name, r.inverse, 0 FROM relation r
                JOIN contact p ON p.id = r.other_id WHERE r.contact_id = ?1
            UNION ALL
            SELECT a.id, 'affiliation', a.company_id, 'company', c.name, a.name, a.inverse, 0 FROM affiliation a
                JOIN company c ON c.id = a.company_id WHERE a.contact_id = ?1
            UNION ALL
            SELECT r.id, 'relation', r.contact_id, 'contact', p.name, r.name, r.inverse, 1 FROM relation r
                JOIN contact p ON p.id = r.contact_id WHERE r.other_id = ?1
            ORDER BY 8, 2 DESC, 1 LIMIT ?2
            """
        return try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [ref.id, limit]).map { row in
            let (word, inverse): (String, String) = (row[5], row[6])
            let known = inverse.isEmpty ? RelationWords.inverse(of: word) : inverse
            let isOwn = row[7] == 0
            return Brief.Kinship(
                row: Ref(Kind(word: row[1])!, row[0]), other: Ref(Kind(word: row[3])!, row[2]), name: row[4],
                relation: isOwn ? word : known ?? word, isTheirs: !isOwn && known == nil)
        }
    }

    /// The relations to others that were said of a contact, in the order in which they were made.
    package func ownRelations(of id: Int64) throws -> [Relation] {
        try Int64.fetchAll(
            database.cachedStatement(sql: "SELECT id FROM relation WHERE contact_id = ? ORDER BY id"), arguments: [id]
        ).compactMap { try fetch(Relation.self, $0) }
    }

    /// The relations of a contact to companies, in the order in which they were made.
    package func affiliations(of id: Int64) throws -> [Affiliation] {
        try Int64.fetchAll(
            database.cachedStatement(sql: "SELECT id FROM affiliation WHERE contact_id = ? ORDER BY id"),
            arguments: [id]
        ).compactMap { try fetch(Affiliation.self, $0) }
    }

    /// Notes what a contact is to another or to a company; what is said already, from whichever side, is not said twice.
    ///
    /// - Parameter typed: `reports to`, or both sides as `mentors/is mentored by`.
    /// - Throws: `StoreError.refused` for oneself, and for no word.
    package func relate(_ id: Int64, _ typed: String, to other: Ref) throws {
        let (word, inverse) = RelationWords.sides(typed)
        if other == Ref(.contact, id) { throw StoreError.refused(say("Nobody has a relation to themselves.")) }
        if word.isEmpty { throw StoreError.refused(say("Say what the one is to the other, as in reports to.")) }
        let plain = folded(word)
        let isSaid = try relations(of: Ref(.contact, id)).contains {
            $0.other == other && !$0.isTheirs && folded($0.relation) == plain
        }
        if isSaid { return }
        // Without another word it is the same from both sides.
        let back = try inverse ?? RelationWords.inverse(of: word) ?? usedInverse(of: plain) ?? word
        if other.kind == .company {
            var affiliation = Affiliation()
            (affiliation.contactID, affiliation.name) = (id, word)
            (affiliation.companyID, affiliation.inverse) = (other.id, back)
            try insert(&affiliation)
        } else {
            var relation = Relation()
            (relation.contactID, relation.name, relation.otherID, relation.inverse) = (id, word, other.id, back)
            try insert(&relation)
        }
    }

    /// What the file says from the other side of a word that was used before.
    private func usedInverse(of plain: String) throws -> String? {
        let used = "SELECT name, inverse FROM relation UNION SELECT name, inverse FROM affiliation"
        for row in try Row.fetchAll(database, sql: "SELECT * FROM (\(used)) WHERE inverse <> ''") {
            let (word, inverse): (String, String) = (row[0], row[1])
            if folded(word) == plain { return inverse }
            if folded(inverse) == plain { return word }
        }
        return nil
    }

    /// Makes the relations of a contact those that are wanted: what is not among them is taken away, what is new is added.
    package func setRelations(of id: Int64, to wanted: [(other: Ref, word: String)]) throws {
        var left = wanted
        for known in try relations(of: Ref(.contact, id)) {
            let same = left.firstIndex {
                $0.other == known.other && folded(RelationWords.sides($0.word).word) == folded(known.shown)
            }
            if let same { left.remove(at: same) } else { try delete(known.row) }
        }
        for new in left { try relate(id, new.word, to: new.other) }
    }
}
