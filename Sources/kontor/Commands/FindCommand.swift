import ArgumentParser
import Formats
import Sales
import Storage
import Words

/// `kontor find`: records of all kinds that hold some words.
struct FindCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Find records of any kind by name, pinyin, phone, e-mail, city, tag or text; the best first.")

    @Argument(help: "Words that must all be there.")
    var text: [String]
    @Option(help: "At most so many.")
    var limit = 50
    @Flag(help: "An array of records in JSON.")
    var json = false
    @OptionGroup var options: ErrandOptions

    func validate() throws {
        if limit < 1 { throw ValidationError(say("--limit is a number from 1.")) }
    }

    func run(in errand: Errand) throws {
        let filter = Filter(finding: text.joined(separator: " "))
        let found = try errand.store(for: .reading).read { transaction in
            let found = try transaction.find(filter, limit: limit)
            if json {
                let text = RecordText(transaction, errand)
                try errand.output.json(found.map { try text.json($0.ref) })
                return found.count
            }
            let rows = try found.map { hit in
                [
                    "\(hit.ref)", hit.ref.kind.name, try transaction.title(of: hit.ref),
                    try transaction.company(of: hit.ref),
                ]
            }
            if !rows.isEmpty {
                let table = Table(
                    [
                        .init(title: say("Ref")), .init(title: say("Kind")), .init(title: say("Name")),
                        .init(title: say("Company")),
                    ],
                    fitting: rows)
                errand.output.line(table.header)
                for row in rows { errand.output.line(table.line(row)) }
            }
            return rows.count
        }
        if found == 0 { throw Failure.no(say("Nothing holds \(visible(text.joined(separator: " "))).")) }
    }
}

extension Transaction {
    /// The name of the company that a record belongs to; empty for a company itself.
    fileprivate func company(of ref: Ref) throws -> String {
        if ref.kind == .company { return "" }
        let party = try party(of: ref)
        var id = party.companyID
        if id == nil, let contact = party.contactID { id = try fetch(Contact.self, contact)?.companyID }
        return try id.flatMap { try fetch(Company.self, $0) }?.name ?? ""
    }
}
