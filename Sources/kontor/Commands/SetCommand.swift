import ArgumentParser
import Sales
import Storage
import Words

/// `kontor set`: changes fields of any record.
struct SetCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Change fields of a record.",
        discussion: ([
            say(
                "FIELD= empties a field. phone, email and tag hold several values: phone=… sets the first, phone+=… adds one, phone-=… removes one, 'phone 2 label=mobile' labels the second, tag='a;b' sets all tags; of a contact 'relation+=Ada: reports to' says what it is to another, relation-=Ada takes that away. The fields of each kind:"
            )
        ] + Kind.main.map { "\($0.name): " + Self.fields($0).joined(separator: ", ") + "." }).joined(separator: "\n"))

    private static func fields(_ kind: Kind) -> [String] {
        func names<R: Record>(_ type: R.Type) -> [String] { R.fields.map(\.name) + R.lists.map(\.name) }
        return names(kind.type)
    }

    @Argument(help: ArgumentHelp("The record.", valueName: "ref"))
    var ref: String
    @Argument(help: ArgumentHelp("What to change.", valueName: "field=value"))
    var fields: [String]
    @OptionGroup var options: ErrandOptions

    func run(in errand: Errand) throws {
        let store = try errand.store(for: .command)
        let assignments = try fields.map(Assignment.init(parsing:))
        let ref = try store.read { try $0.record(self.ref, among: Kind.main) }
        func set<R: Record>(_ type: R.Type) throws { try change(type, ref.id, assignments, store, errand) }
        try set(ref.kind.type)
    }

    private func change<R: Record>(
        _: R.Type, _ id: Int64, _ assignments: [Assignment], _ store: Store, _ errand: Errand
    ) throws {
        let ref = Ref(R.kind, id)
        let title = try store.read { try $0.title(of: ref) }
        try store.write("Edit \(R.kind.name) \(title.prefix(40))") { transaction in
            guard let old = try transaction.fetch(R.self, id) else { throw StoreError.notFound("\(ref)") }
            var new = old
            let links = Links(transaction, errand)
            let own = R.kind == .contact ? assignments.filter { !RelationAssignment.isMeant(by: $0) } : assignments
            try Assigning<R>(links).apply(own, to: &new)
            links.tell()
            var relations: [String] = []
            for assignment in assignments
            where own.count < assignments.count && RelationAssignment.isMeant(by: assignment) {
                relations.append(try RelationAssignment(assignment).apply(to: id, in: transaction))
            }
            if new == old, let said = relations.first {
                return errand.output.line(
                    say(
                        "\(R.kind.capitalised) \(ref) \(title) saved: \(([said] + relations.dropFirst()).joined(separator: "; "))."
                    ))
            }
            if new == old { return errand.output.line(say("\(R.kind.capitalised) \(ref) \(title) is so already.")) }
            try transaction.update(from: old, to: new)
            var changes = [try Changes(transaction, errand).changes(from: old, to: new)] + relations
            if let old = old as? Contact, let new = new as? Contact {
                let closed = try transaction.closeCalls(from: old, to: new)
                if closed > 0 { changes.append(say("\(closed, "follow-up", "follow-ups") to call closed")) }
            }
            errand.output.line(say("\(R.kind.capitalised) \(ref) \(title) saved: \(changes.joined(separator: "; "))."))
        }
    }
}

/// What a change made of a record, in a few words; dates in full.
private struct Changes {
    let text: RecordText

    init(_ transaction: Transaction, _ errand: Errand) { text = RecordText(transaction, errand) }

    func changes<R: Record>(from old: R, to new: R) throws -> String {
        let fields = try R.fields.filter { $0.name != "zone" }.compactMap { field -> String? in
            let value = try text.shown(field, of: new)
            // Another currency changes what an amount says, too.
            if field.get(old) == field.get(new), try text.shown(field, of: old) == value { return nil }
            return say(field.label).lowercased() + " " + (value.isEmpty ? say("emptied") : value)
        }
        let lists = try R.lists.filter { $0.get(old) != $0.get(new) }.map { list in
            let rows = try text.shown(list, of: new)
            return say(list.label).lowercased() + " " + (rows.isEmpty ? say("emptied") : rows.joined(separator: ", "))
        }
        return (fields + lists).joined(separator: "; ")
    }
}
