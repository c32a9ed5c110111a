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
        ] + Kind.main.map { "\($0.plural): " + $0.filterFields.map(\.name).joined(separator: ", ") + "." }
            + [say("The columns of each kind:")]
            + Kind.main.map { "\($0.plural): " + $0.allListColumns.map(\.name).joined(separator: ", ") + "." }).joined(
                separator: "\n"))

    @Argument(help: "contacts, companies, opportunities, calls, meetings, follow-ups, notes or promises.")
    var kind: String
    @Argument(help: "Words and terms that all must fit; 'or' parts alternatives, - in front excludes.")
    var filter: [String] = []
    @Option(help: ArgumentHelp("The column to sort by; ,desc turns the order round.", valueName: "column[,desc]"))
    var sort: String?
    @Option(help: ArgumentHelp("What the table or CSV shows, in this order.", valueName: "column,…"))
    var columns: String?
    @OptionGroup var format: FormatOptions
    @OptionGroup var options: ErrandOptions

    func run(in errand: Errand) throws {
        let kind = try Kind.listed(self.kind)
        let filter = try kind.filter(
            self.filter.joined(separator: " "), clock: errand.clock, currency: Settings.current.currency)
        let query = ListQuery(
            kind, filter, order: try sort.map { try kind.order($0) }, columns: try columns.map { try kind.columns($0) })
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

    /// An order as it is typed: `name`, `amount,desc`.
    fileprivate func order(_ text: String) throws -> ListOrder {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { $0.lowercased() }
        guard parts.count <= 2, ["asc", "desc"].contains(parts.dropFirst().first ?? "asc") else {
            throw Failure.usage(say("--sort is a column, or a column and desc as in name,desc."))
        }
        return ListOrder(try column(parts[0]).name, isDescending: parts.last == "desc" && parts.count == 2)
    }

    fileprivate func columns(_ text: String) throws -> [ListColumn] {
        try text.split(separator: ",").map { try column($0.lowercased()) }
    }

    private func column(_ word: String) throws -> ListColumn {
        if let column = listColumn(word) { return column }
        let names = allListColumns.map(\.name)
        if let near = nearest(to: word, among: names) {
            throw Failure.usage(say("There is no column \(visible(word)); did you mean \(near)?"))
        }
        throw Failure.usage(
            say("There is no column \(visible(word)); columns are \(names.joined(separator: ", "))."))
    }
}
