import ArgumentParser
import Sales
import Storage
import Words

/// `kontor delete`: takes records away, all or none, as one action that undo takes back.
struct DeleteCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Delete records; undo brings them back.")

    @Argument(help: ArgumentHelp("The records.", valueName: "ref"))
    var refs: [String]
    @OptionGroup var options: ErrandOptions

    func run(in errand: Errand) throws {
        let store = try errand.store(for: .command)
        let found = try store.read { transaction in
            var found: [(ref: Ref, title: String)] = []
            for text in refs {
                let ref = try transaction.record(text, among: Kind.main)
                if !found.contains(where: { $0.ref == ref }) { found.append((ref, try transaction.title(of: ref))) }
            }
            return found
        }
        try store.delete(found.map(\.ref))
        for record in found {
            errand.output.line(
                say(
                    "\(record.ref.kind.capitalised) \(record.ref) \(record.title) deleted; `kontor undo` brings it back."
                ))
        }
    }
}
