import ArgumentParser
import Exchange
import Sales
import Storage
import Words

/// `kontor export`: records as files that lose nothing.
struct ExportCommand: Subcommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case csv, json }

    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write records as CSV or JSON; importing them again changes nothing.")

    @Argument(help: "contacts, companies, …; all for a folder with a file of each kind.")
    var kind: String
    @Argument(help: "A filter, as for list.")
    var query: [String] = []
    @Option(help: "How it is written.")
    var format = Format.csv
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Where to; for all a folder. By itself standard output.", valueName: "file"))
    var output: String?
    @Flag(help: "Replace what is there already.")
    var force = false
    @OptionGroup var options: ErrandOptions

    func run(in errand: Errand) throws {
        let format = ExportFormat(rawValue: self.format.rawValue)!
        if kind == "all" { return try writeAll(format, errand) }
        let kind = try Kind.listed(self.kind)
        let filter = try kind.filter(
            query.joined(separator: " "), clock: errand.clock, currency: Settings.current.currency)
        let list = filter.isEmpty ? nil : ListQuery(kind, filter)
        let exporter = Exporter(try errand.store(for: .reading))
        guard let output, output != "-" else {
            return _ = try exporter.write(kind, query: list, format: format) { try errand.output.data($0) }
        }
        let count = try exporter.write(kind, query: list, format: format, toFile: output, force: force)
        errand.output.line(say("\(count) \(count == 1 ? kind.name : kind.plural) written to \(output)."))
    }

    private func writeAll(_ format: ExportFormat, _ errand: Errand) throws {
        guard let output else { throw Failure.usage(say("All kinds need a folder: name it with -o.")) }
        if !query.isEmpty { throw Failure.usage(say("A filter goes with one kind, not with all.")) }
        let counts = try Exporter(errand.store(for: .reading)).writeAll(output, format: format, force: force)
        let list = counts.filter { $0.count > 0 }.map { "\($0.count) \($0.count == 1 ? $0.kind.name : $0.kind.plural)" }
        errand.output.line(say("Written to \(output): \(list.joined(separator: ", "))."))
    }
}
