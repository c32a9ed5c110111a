import ArgumentParser
import Exchange
import Sales
import Storage
import Words

/// `kontor export`: records as files that lose nothing.
struct ExportCommand: Subcommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case csv, json, vcard, ics, sql }
    enum CardVersion: String, ExpressibleByArgument, CaseIterable {
        case three = "3.0"
        case four = "4.0"
    }

    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write records as CSV, JSON, vCard or iCalendar, which come back as they were, or as SQL.",
        discussion: """
            Without --format the end of the file's name says it: .csv, .json, .vcf, .ics. vCards hold contacts and companies, old phones \
            and Outlook want --vcard-version 3.0; iCalendar holds meetings and follow-ups. With --format sql all goes into one script, \
            which PostgreSQL loads as it is.
            """)

    @Argument(help: "contacts, companies, …; all for a folder with a file of each kind, or an SQL script.")
    var kind: String
    @Argument(help: "A filter, as for list.")
    var query: [String] = []
    @Option(help: "How it is written; by itself as the name of the file says, else CSV.")
    var format: Format?
    @Option(name: .customLong("vcard-version"), help: "Which vCards.")
    var cardVersion = CardVersion.four
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Where to; for all a folder. By itself standard output.", valueName: "file"))
    var output: String?
    @Flag(help: "Replace what is there already.")
    var force = false
    @OptionGroup var saved: ViewOption
    @OptionGroup var options: ErrandOptions

    func run(in errand: Errand) throws {
        // Everything goes into a folder, whose name says nothing, but for SQL.
        let named = output.flatMap { ExportFormat(fileName: $0) }.flatMap {
            self.kind == "all" && $0 != .sql ? nil : $0
        }
        let format = self.format.map { ExportFormat(rawValue: $0.rawValue)! } ?? named ?? .csv
        if kind == "all" { return try writeAll(format, errand) }
        let kind = try Kind.listed(self.kind)
        let filter = try saved.read(kind, query, errand).filter
        let list = filter.isEmpty ? nil : ListQuery(kind, filter)
        let exporter = try exporter(errand)
        guard let output, output != "-" else {
            return _ = try exporter.write(kind, query: list, format: format) { try errand.output.data($0) }
        }
        let count = try exporter.write(kind, query: list, format: format, toFile: output, force: force)
        errand.output.line(say("\(count) \(count == 1 ? kind.name : kind.plural) written to \(output)."))
    }

    private func writeAll(_ format: ExportFormat, _ errand: Errand) throws {
        if !query.isEmpty || saved.view != nil {
            throw Failure.usage(say("A filter goes with one kind, not with all."))
        }
        let exporter = try exporter(errand)
        if format == .sql, output == nil || output == "-" {
            return _ = try exporter.writeSQL { try errand.output.data($0) }
        }
        guard let output else { throw Failure.usage(say("All kinds need a folder: name it with -o.")) }
        let counts =
            try format == .sql
            ? exporter.writeSQL(toFile: output, force: force)
            : exporter.writeAll(output, format: format, force: force)
        let list = counts.filter { $0.count > 0 }.map { "\($0.count) \($0.count == 1 ? $0.kind.name : $0.kind.plural)" }
        let said = list.isEmpty ? say("no records") : list.joined(separator: ", ")
        errand.output.line(say("Written to \(output): \(said)."))
    }

    private func exporter(_ errand: Errand) throws -> Exporter {
        Exporter(
            try errand.store(for: .reading), cardVersion: Exchange.CardVersion(rawValue: cardVersion.rawValue)!)
    }
}
