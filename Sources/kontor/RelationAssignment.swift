import Sales
import Storage
import Words

/// `relation+=Ada: reports to` and `relation-=Ada`: what a contact is to another or to a company.
struct RelationAssignment {
    private let assignment: Assignment

    init(_ assignment: Assignment) { self.assignment = assignment }

    static func isMeant(by assignment: Assignment) -> Bool { ["relation", "relations"].contains(assignment.name) }

    /// - Parameter links: makes a company that is not here yet, where a word is said of companies alone.
    /// - Returns: what was done, in a few words.
    /// - Throws: `FieldError` when it does not say what to do, `StoreError` for somebody who is not here.
    func apply(to id: Int64, _ links: Links) throws -> String {
        let transaction = links.transaction
        let parts = assignment.value.split(maxSplits: 1, omittingEmptySubsequences: false) { ":：".contains($0) }
            .map { String($0).trimmingSpaces() }
        let word = parts.count > 1 ? parts[1] : ""
        switch assignment.operation {
        case .add:
            if word.isEmpty || parts[0].isEmpty {
                throw FieldError(
                    say("A relation is written as 'relation+=Ada: reports to', not \(visible(assignment.value))."))
            }
            let other = try self.other(parts[0], RelationWords.kinds(word), links)
            try transaction.relate(id, word, to: other)
            return say("\(RelationWords.sides(word).word) \(try transaction.title(of: other))")
        case .remove:
            let other = try transaction.record(
                parts[0], among: word.isEmpty ? [.contact, .company] : RelationWords.kinds(word))
            let gone = try transaction.relations(of: Ref(.contact, id)).filter {
                $0.other == other && (word.isEmpty || folded($0.relation) == folded(word))
            }
            if gone.isEmpty { throw FieldError(say("There is no relation \(visible(assignment.value)) to remove.")) }
            for relation in gone { try transaction.delete(relation.row) }
            return say("no relation to \(try transaction.title(of: other))")
        case .set:
            throw FieldError(say("Relations are added and removed: 'relation+=Ada: reports to', relation-=Ada."))
        }
    }

    private func other(_ name: String, _ kinds: [Kind], _ links: Links) throws -> Ref {
        do {
            return try links.transaction.record(name, among: kinds)
        } catch StoreError.notFound where kinds == [.company] {
            return Ref(.company, try links.id(.company, name))
        }
    }
}
