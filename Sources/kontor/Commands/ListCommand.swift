import ArgumentParser
import Sales
import Storage
import Words

/// `kontor list`: the records of a kind, filtered as in the panes.
struct ListCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List records, filtered as in the panes.",
        discussion: ([
            say(
                "A filter holds words and terms: 'city:shanghai tier:A stage:proposal amount>10000 last>30d next:none tag:fair'. The terms of each kind:"
            )
        ] + Kind.main.map { "\($0.plural): " + $0.filterFields.map(\.name).joined(separator: ", ") + "." }).joined(
            separator: "\n"))

    @Argument(help: "contacts, companies, opportunities, calls, meetings, follow-ups or notes.")
    var kind: String
    @Argument(help: "Words and terms that all must fit; 'or' parts alternatives, - in front excludes.")
    var filter: [String] = []
    @OptionGroup var format: FormatOptions
    @OptionGroup var options: ErrandOptions

    func run(in errand: Errand) throws {
        let kind = try Kind.listed(self.kind)
        let filter = try kind.filter(
            self.filter.joined(separator: " "), clock: errand.clock, currency: Settings.current.currency)
        let count = try Listing(ListQuery(kind, filter), errand).write(errand.store(for: .reading), as: format.chosen)
        if count == 0 {
            throw Failure.no(
                filter.isEmpty ? say("There are no \(kind.plural) yet.") : say("None of the \(kind.plural) fits."))
        }
    }
}

extension Kind {
    /// - Throws: wrong usage, with the kinds that there are.
    static func listed(_ word: String) throws -> Kind {
        if let kind = Kind(word: word) { return kind }
        let list = Kind.main.map(\.plural).joined(separator: ", ")
        throw Failure.usage(say("There is no kind \(visible(word)); it is one of \(list)."))
    }
}
