import ArgumentParser
import Exchange
import Foundation
import Sales
import Storage
import Words

/// `kontor import`: brings files in, all of them or none, as one action that undo takes back.
struct ImportCommand: Subcommand {
    enum Mode: String, ExpressibleByArgument, CaseIterable { case add, update, skip }
    enum Side: String, ExpressibleByArgument, CaseIterable { case here, file }

    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Bring in CSV tables, vCards, calendars and Kontor's own JSON.",
        discussion: """
            The kind, the encoding and what the columns mean are found out from the file; --as and --map say otherwise. With --dry-run \
            the numbers are told and nothing is changed.
            """)

    @Argument(help: "The files; those that others refer to are read first.")
    var file: [String] = []
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("What the rows are: contacts, companies, calls, …", valueName: "kind"))
    var kind: String?
    @Option(
        help: ArgumentHelp("What a column fills, or - to leave it out; may be repeated.", valueName: "column=field"))
    var map: [String] = []
    @Option(help: "What happens to records that are here already.")
    var mode = Mode.update
    @Option(help: "Which side counts where a record was changed both here and in an exported table.")
    var conflicts = Side.here
    @Flag(help: "Tell what would happen, and change nothing.")
    var dryRun = false
    @Option(help: ArgumentHelp("Write the refused rows there, each with its reason.", valueName: "file"))
    var rejects: String?
    @Flag(help: "Replace the file of refused rows when it is there already.")
    var force = false
    @Flag(help: "Tell what each column holds and what it would fill, and change nothing.")
    var columns = false
    @Option(help: ArgumentHelp("Map the columns as was kept under this name.", valueName: "name"))
    var mapping: String?
    @Option(help: ArgumentHelp("Keep what --as and --map say under this name.", valueName: "name"))
    var keepMapping: String?
    @Flag(help: "List the mappings that are kept.")
    var mappings = false
    @Option(help: ArgumentHelp("Remove the mapping of this name.", valueName: "name"))
    var forgetMapping: String?
    @Flag(help: .hidden)
    var forScreen = false
    @Option(help: .hidden)
    var plan: [String] = []
    @OptionGroup var options: ErrandOptions

    /// Refused rows and remarks that are told; a file of rejects holds all.
    private static let told = 10

    func run(in errand: Errand) throws {
        var how = ImportOptions(kind: try kind.map(Kind.listed), isDryRun: dryRun)
        how.mode = ImportOptions.Mode(rawValue: mode.rawValue)!
        how.conflicts = ImportOptions.Side(rawValue: conflicts.rawValue)!
        for pair in map {
            guard let equals = pair.lastIndex(of: "=") else {
                throw Failure.usage(say("--map \(visible(pair)) maps nothing: write COLUMN=FIELD."))
            }
            how.mapping[String(pair[..<equals])] = String(pair[pair.index(after: equals)...])
        }
        how.currency = Settings.current.currency
        if mappings { return try MappingList.tell(errand) }
        if let forgetMapping { return try MappingList.forget(forgetMapping, errand) }
        if file.isEmpty { throw Failure.usage(say("Name the files to bring in.")) }
        let plans = try plans(errand)
        if columns { return try ColumnList.tell(file, plans, how.mapping, errand, forScreen: forScreen, progress) }
        if let keepMapping, !dryRun { try MappingList.keep(keepMapping, of: file[0], how, plans.first, errand) }
        let report = try Importer(errand.store(for: .command), options: how).run(
            paths: file, plans: plans, progress: progress)
        let lines = Lines()
        try tell(report, lines)
        if forScreen {
            try errand.output.data(Array(JSONEncoder().encode(ImportSummary(report, lines.all))))
        } else {
            for line in lines.all { errand.output.line(line) }
        }
        if report.total.refused > 0, report.total.refused == report.total.read {
            try errand.output.flush()
            throw Failure.data(say("No record of the file could be brought in."))
        }
    }

    /// What the screen shows while it waits begins with how much of the work is done.
    private func progress(_ done: ImportProgress) {
        guard forScreen else { return }
        let part = done.fraction.map { "\(Int($0 * 100))% " } ?? ""
        Output.complain(part + say("\(done.records, "record", "records")"))
    }

    /// How each file is to be read: as the screen says, as was kept under a name, or as was kept for the same headings.
    private func plans(_ errand: Errand) throws -> [FilePlan] {
        if !plan.isEmpty {
            return try plan.map { try JSONDecoder().decode(FilePlan.self, from: Data($0.utf8)) }
        }
        guard let mapping else { return [] }
        let kept = try errand.store(for: .command).read { try $0.mapping(named: mapping).query }
        let known = try JSONDecoder().decode(KeptMapping.self, from: Data(kept.utf8))
        return try file.map { known.applied(to: try FileLook.header(of: $0)) }
    }

    /// The lines of the report.
    private final class Lines {
        private(set) var all: [String] = []
        func line(_ text: String) { all.append(text) }
    }

    private func tell(_ report: ImportReport, _ output: Lines) throws {
        for file in report.files where !file.unmapped.isEmpty {
            let columns = file.unmapped.joined(separator: ", ")
            let hint = forScreen || !file.hasColumns ? "" : say("; name a field with --map COLUMN=FIELD")
            output.line(say("\(file.path): not read: \(columns)") + hint + ".")
        }
        for file in report.files where file.isEncodingGuessed {
            output.line(say("\(file.path): read as \(file.encoding ?? ""), which is a guess; look at the text."))
        }
        for kind in Kind.allCases {
            guard let counts = report.counts[kind], counts.read > 0 else { continue }
            output.line(Self.sentence(kind, counts, isDryRun: report.isDryRun))
        }
        for (kind, names) in report.made.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where !names.isEmpty {
            let more = names.count > Self.told ? say(" and \(names.count - Self.told) more") : ""
            let list = names.prefix(Self.told).joined(separator: ", ")
            let noun = names.count == 1 ? kind.name : kind.plural
            output.line(
                report.isDryRun
                    ? say("\(names.count) \(noun) would be made for them: \(list)\(more).")
                    : say("\(names.count) \(noun) made for them: \(list)\(more)."))
        }
        tellConflicts(report, output)
        let more = report.remarks.count + report.remarksBeyond - Self.told
        for remark in report.remarks.prefix(Self.told) { output.line(remark.sentence) }
        if more > 0 { output.line(say("and \(more, "more remark", "more remarks")")) }
        try tellRefusals(report, output)
        if forScreen { return }
        if report.isDryRun {
            output.line(say("Nothing was changed; without --dry-run it will be."))
        } else if report.total.imported + report.total.updated > 0 {
            output.line(say("`kontor undo` takes all of it back."))
        }
    }

    /// What was changed here since a table was exported, and where both sides changed the same.
    private func tellConflicts(_ report: ImportReport, _ output: Lines) {
        if report.keptHere > 0 {
            output.line(
                say("\(report.keptHere, "record was", "records were") changed here since the export, which stays."))
        }
        for conflict in report.conflicts.prefix(Self.told) { output.line(conflict.sentence) }
        let more = report.conflictCount - Self.told
        if more > 0 { output.line(say("and \(more, "more conflict", "more conflicts")")) }
        // On the screen a key says it.
        if let first = report.conflicts.first, !forScreen {
            output.line(
                first.takesFile
                    ? say("What the file says was taken; --conflicts here keeps what is here.")
                    : say("What is here stays; --conflicts file takes what the file says."))
        }
    }

    private func tellRefusals(_ report: ImportReport, _ output: Lines) throws {
        if report.refusals.isEmpty { return }
        if let rejects {
            try report.writeRefusals(to: rejects, force: force)
            return output.line(
                say("\(report.refusals.count, "refused row is", "refused rows are") in \(rejects) with the reason."))
        }
        for refusal in report.refusals.prefix(Self.told) { output.line(refusal.remark.sentence) }
        if report.refusals.count > Self.told {
            output.line(say("and \(report.refusals.count - Self.told) more; --rejects FILE writes them all down"))
        }
    }

    /// The numbers add up: read = imported + updated + unchanged + skipped + refused.
    private static func sentence(_ kind: Kind, _ counts: ImportReport.Counts, isDryRun: Bool) -> String {
        let noun = counts.read == 1 ? kind.name : kind.plural
        if isDryRun {
            return say(
                "\(counts.read) \(noun) read: \(counts.imported) would be imported, \(counts.updated) updated, \(counts.unchanged) unchanged, \(counts.skipped) skipped, \(counts.refused) refused."
            )
        }
        return say(
            "\(counts.read) \(noun) read: \(counts.imported) imported, \(counts.updated) updated, \(counts.unchanged) unchanged, \(counts.skipped) skipped, \(counts.refused) refused."
        )
    }
}
