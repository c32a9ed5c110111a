import ArgumentParser
import Sales
import Storage
import Words

/// `kontor add`: new records, one command a kind.
struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a contact, company, opportunity, meeting, follow-up or note.",
        subcommands: [
            AddContactCommand.self, AddCompanyCommand.self, AddOpportunityCommand.self, AddMeetingCommand.self,
            AddFollowUpCommand.self, AddNoteCommand.self,
        ])
}

/// Adds a record by its fields.
protocol AddingSubcommand: Subcommand {
    associatedtype Added: Record
    var set: SetOptions { get }
    /// What the history calls the new record.
    var title: String { get }
    /// What the command's own options say, as assignments.
    var assignments: [Assignment] { get throws }
    /// Fills in what the user need not say.
    func prepare(_ record: inout Added, _ links: Links) throws
    /// What is said about the new record, in one line.
    func answer(_ record: Added, _ ref: Ref, _ links: Links) throws -> String
    /// What follows from the new record, in the same action.
    func finish(_ record: Added, _ ref: Ref, _ links: Links) throws
}

extension AddingSubcommand {
    func run(in errand: Errand) throws {
        let store = try errand.store(for: .command)
        let assignments = try assignments + set.assignments()
        try store.write("Add \(Added.kind.name) \(title.prefix(40))") { transaction in
            let links = Links(transaction, errand)
            var record = Added()
            try prepare(&record, links)
            try Assigning<Added>(links).apply(assignments, to: &record)
            try transaction.insert(&record)
            links.tell()
            errand.output.line(try answer(record, Ref(Added.kind, record.id), links))
            try finish(record, Ref(Added.kind, record.id), links)
        }
    }

    func prepare(_ record: inout Added, _ links: Links) {}

    func finish(_ record: Added, _ ref: Ref, _ links: Links) {}

    func answer(_ record: Added, _ ref: Ref, _ links: Links) -> String {
        say("\(Added.kind.capitalised) \(ref) \(record.title) added.")
    }
}

extension Kind {
    /// As a sentence begins: `Follow-up`.
    var capitalised: String { name.prefix(1).uppercased() + name.dropFirst() }
}

/// Whom a new record concerns: `--with REF`.
extension Links {
    func party(_ text: String?) throws -> Party {
        guard let text else { return Party() }
        return try transaction.party(
            of: transaction.record(text, among: [.contact, .company, .opportunity, .followUp, .meeting, .call]))
    }
}
