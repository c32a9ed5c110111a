import ArgumentParser
import Sales
import Storage
import Words

/// `kontor list`: the records of a kind, filtered as in the panes.
struct ListCommand: Subcommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list", abstract: "List records, filtered as in the panes.",
            discussion: Help.isWanted ? discussion : "")
    }

    private static var discussion: String {
        ([
            say(
                "A filter holds words and terms: 'city:shanghai tier:A stage:proposal amount>10000 last>30d next:none tag:fair'. The terms of each kind:"
            )
        ] + Kind.main.map { "\($0.plural): " + $0.filterFields.map(\.name).joined(separator: ", ") + "." }
            + [
                say(
                    "A view saved in a list (v) is named by --view; a filter then narrows it further. `list views` shows them."
                ),
                say("The columns of each kind:"),
            ]
            + Kind.main.map { "\($0.plural): " + $0.allListColumns.map(\.name).joined(separator: ", ") + "." }).joined(
                separator: "\n")
    }

    @Argument(help: "contacts, companies, opportunities, calls, meetings, follow-ups, notes or promises.")
    var kind: String
    @Argument(help: "Words and terms that all must fit; 'or' parts alternatives, - in front excludes.")
    var filter: [String] = []
    @Option(help: ArgumentHelp("The column to sort by; ,desc turns the order round.", valueName: "column[,desc]"))
    var sort: String?
    @Option(help: ArgumentHelp("What the table or CSV shows, in this order.", valueName: "column,…"))
    var columns: String?
    @OptionGroup var saved: ViewOption
    @OptionGroup var format: FormatOptions
    @OptionGroup var options: ErrandOptions

    /// A column that is not there is wrong usage.
    private static func usage<T>(_ body: () throws -> T) throws -> T {
        do { return try body() } catch StoreError.refused(let sentence) { throw Failure.usage(sentence) }
    }

    func run(in errand: Errand) throws {
        let kind = try Kind.listed(self.kind)
        let (view, filter) = try saved.read(kind, self.filter, errand)
        let order = try sort.map { sort in try Self.usage { try kind.order(sort) } }
        let columns = try columns.map { columns in try Self.usage { try kind.columns(columns) } }
        let query = ListQuery(
            kind, filter, order: try order ?? view?.order(of: kind), columns: try columns ?? view?.columns(of: kind))
        let count = try Listing(query, errand).write(errand.store(for: .reading), as: format.chosen)
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
