internal import GRDB
package import Sales
import Words

/// What a contact is to other contacts. A relation is kept once and read from both sides: whom one reports to leads one.
extension Transaction {
    /// The relations of a contact as they are said from its side: first those that were said of it, in the order in which they were
    /// made.
    package func relations(of id: Int64) throws -> [Brief.Kinship] {
        try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT r.id, r.other_id, p.name, r.name, r.inverse, 0 FROM relation r
                        JOIN contact p ON p.id = r.other_id WHERE r.contact_id = ?1
                    UNION ALL
                    SELECT r.id, r.contact_id, p.name, r.name, r.inverse, 1
                        FROM relation r JOIN contact p ON p.id = r.contact_id WHERE r.other_id = ?1
                    ORDER BY 6, 1
                    """), arguments: [id]
        ).map { row in
            let (word, inverse): (String, String) = (row[3], row[4])
            let known = inverse.isEmpty ? RelationWords.inverse(of: word) : inverse
            let isOwn = row[5] == 0
            return Brief.Kinship(
                row: row[0], id: row[1], name: row[2], relation: isOwn ? word : known ?? word,
                isTheirs: !isOwn && known == nil)
        }
    }

    /// The relations that were said of a contact, in the order in which they were made.
    package func ownRelations(of id: Int64) throws -> [Relation] {
        try Int64.fetchAll(
            database.cachedStatement(sql: "SELECT id FROM relation WHERE contact_id = ? ORDER BY id"), arguments: [id]
        ).compactMap { try fetch(Relation.self, $0) }
    }

    /// Notes what a contact is to another; what is said already, from whichever side, is not said twice.
    ///
    /// - Parameter typed: `reports to`, or both sides as `mentors/is mentored by`.
    /// - Throws: `StoreError.refused` for oneself, and for no word.
    package func relate(_ id: Int64, _ typed: String, to other: Int64) throws {
        let (word, inverse) = RelationWords.sides(typed)
        if id == other { throw StoreError.refused(say("Nobody has a relation to themselves.")) }
        if word.isEmpty { throw StoreError.refused(say("Say what the one is to the other, as in reports to.")) }
        let plain = folded(word)
        let isSaid = try relations(of: id).contains {
            $0.id == other && !$0.isTheirs && folded($0.relation) == plain
        }
        if isSaid { return }
        var relation = Relation()
        (relation.contactID, relation.name, relation.otherID) = (id, word, other)
        // Without another word it is the same from both sides.
        relation.inverse = try inverse ?? RelationWords.inverse(of: word) ?? usedInverse(of: plain) ?? word
        try insert(&relation)
    }

    /// What the file says from the other side of a word that was used before.
    private func usedInverse(of plain: String) throws -> String? {
        for row in try Row.fetchAll(database, sql: "SELECT DISTINCT name, inverse FROM relation WHERE inverse <> ''") {
            let (word, inverse): (String, String) = (row[0], row[1])
            if folded(word) == plain { return inverse }
            if folded(inverse) == plain { return word }
        }
        return nil
    }

    /// Makes the relations of a contact those that are wanted: what is not among them is taken away, what is new is added.
    package func setRelations(of id: Int64, to wanted: [(other: Int64, word: String)]) throws {
        var left = wanted
        for known in try relations(of: id) {
            let same = left.firstIndex {
                $0.other == known.id && folded(RelationWords.sides($0.word).word) == folded(known.shown)
            }
            if let same { left.remove(at: same) } else { try delete(Ref(.relation, known.row)) }
        }
        for new in left { try relate(id, new.word, to: new.other) }
    }
}
