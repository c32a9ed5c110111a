import ArgumentParser
import Sales
import Storage
import Words

/// `kontor set`: changes fields of any record.
struct SetCommand: Subcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "set", abstract: "Change fields of a record.", discussion: Help.isWanted ? discussion : "")
    }

    private static var discussion: String {
        ([
            say(
                "FIELD= empties a field. phone, email and tag hold several values: phone=… sets the first, phone+=… adds one, phone-=… removes one, 'phone 2 label=mobile' labels the second, tag='a;b' sets all tags; of a contact 'relation+=Ada: reports to' says what it is to another or to a company ('relation+=Acme: former company'), relation-=Ada takes that away. The fields of each kind:"
            )
        ] + Kind.main.map { "\($0.name): " + Self.fields($0).joined(separator: ", ") + "." }).joined(separator: "\n")
    }

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
            // What a contact is to others stands in rows of its own.
            let isRelation = { R.kind == .contact && RelationAssignment.isMeant(by: $0) }
            try Assigning<R>(links).apply(assignments.filter { !isRelation($0) }, to: &new)
            var changes: [String] = []
            if new != old {
                try transaction.update(from: old, to: new)
                changes.append(try Changes(transaction, errand).changes(from: old, to: new))
                let closed = transaction.closedCalls
                if closed > 0 { changes.append(say("\(closed, "follow-up", "follow-ups") to call closed")) }
            }
            for assignment in assignments.filter(isRelation) {
                changes.append(try RelationAssignment(assignment).apply(to: id, links))
            }
            links.tell()
            let who = "\(R.kind.capitalised) \(ref) \(title)"
            errand.output.line(
                changes.isEmpty
                    ? say("\(who) is so already.") : say("\(who) saved: \(changes.joined(separator: "; "))."))
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
