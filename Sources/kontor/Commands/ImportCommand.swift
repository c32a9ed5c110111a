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
    @Option(
        help: ArgumentHelp("Map the columns as was kept under this name; - for as none was kept.", valueName: "name"))
    var mapping: String?
    @Option(
        help: ArgumentHelp(
            "Keep what --as, --map, --name, --encoding, --delimiter and --headings say under this name.",
            valueName: "name"))
    var keepMapping: String?
    @Flag(help: "List the mappings that are kept.")
    var mappings = false
    @Option(help: ArgumentHelp("Remove the mapping of this name.", valueName: "name"))
    var forgetMapping: String?
    @OptionGroup var reading: ImportReading
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
        how.rejects = rejects.map { .init($0, force: force) }
        if mappings { return try MappingList.tell(errand) }
        if let forgetMapping { return try MappingList.forget(forgetMapping, errand) }
        if file.isEmpty { throw Failure.usage(say("Name the files to bring in.")) }
        let (plans, notes) = try MappingList.plans(self, errand)
        if columns, !forScreen { notes.forEach(errand.output.line) }
        if columns { return try ColumnList.tell(file, plans, how.mapping, errand, forScreen: forScreen, progress) }
        if let keepMapping, !dryRun { try MappingList.keep(keepMapping, of: file[0], how, plans.first, errand) }
        let report = try Importer(errand.store(for: .command), options: how).run(
            paths: file, plans: plans, progress: progress)
        let lines = Lines()
        notes.forEach(lines.line)
        tell(report, lines)
        if forScreen {
            let summary = ImportSummary(report, lines.all, counted: Self.counted(report))
            try errand.output.data(Array(JSONEncoder().encode(summary)))
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

    /// The lines of the report.
    private final class Lines {
        private(set) var all: [String] = []
        func line(_ text: String) { all.append(text) }
    }

    private func tell(_ report: ImportReport, _ output: Lines) {
        for file in report.files where !file.hasHeader {
            let fields = zip(file.header, file.fields).compactMap { heading, field in
                field.map { say("\(heading) is \($0)") }
            }.joined(separator: ", ")
            output.line(say("\(file.name): no headings; read: \(fields)."))
        }
        for file in report.files where !file.unmapped.isEmpty {
            let columns = file.unmapped.joined(separator: ", ")
            let hint = forScreen || !file.hasColumns ? "" : say("; name a field with --map COLUMN=FIELD")
            output.line(say("\(file.name): not read: \(columns)") + hint + ".")
        }
        for file in report.files where file.isEncodingGuessed {
            let hint = forScreen ? "" : say(" --encoding says another.")
            output.line(
                say("\(file.name): read as \(file.encoding ?? ""), which is a guess; look at the text.") + hint)
        }
        for sentence in Self.counted(report) { output.line(sentence) }
        for sentence in report.sentences(ofNames: Self.told) { output.line(sentence) }
        tellConflicts(report, output)
        let more = report.remarks.count + report.remarksBeyond - Self.told
        for remark in report.remarks.prefix(Self.told) { output.line(remark.sentence) }
        if more > 0 { output.line(say("and \(more, "more remark", "more remarks")")) }
        if !forScreen { tellFlags(report, output) }
        tellRefusals(report, output)
        if forScreen { return }
        if report.isDryRun {
            output.line(say("Nothing was changed; without --dry-run it will be."))
        } else if report.total.imported + report.total.updated > 0 {
            output.line(say("`kontor undo` takes all of it back."))
        }
    }

    /// Which options decide what the files left open.
    private func tellFlags(_ report: ImportReport, _ output: Lines) {
        // New companies are what one expects; a new stage may be a slip of the pen.
        let isOpen = { (name: UnknownName) in
            name.choice == .refuse
                || report.isDryRun && name.choice == .make && name.kind != .company && report.made[name.kind] != nil
        }
        if let open = report.unknown.first(where: isOpen) {
            output.line(
                say(
                    "--name '\(open.kind.name):\(open.name)=KNOWN' says which is meant; --unknown make, skip or refuse, what becomes of them."
                ))
        }
        if report.isDateOrderOpen { output.line(say("--dates dmy, mdy or ymd says how such dates are read.")) }
        if report.isDecimalOpen { output.line(say("--decimal point or comma says how such numbers are read.")) }
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

    private func tellRefusals(_ report: ImportReport, _ output: Lines) {
        let refused = report.total.refused
        if refused == 0 { return }
        if let rejects {
            return output.line(say("\(refused, "refused row is", "refused rows are") in \(rejects) with the reason."))
        }
        for refusal in report.refusals.prefix(Self.told) { output.line(refusal.remark.sentence) }
        if refused > Self.told {
            output.line(say("and \(refused - Self.told) more; --rejects FILE writes them all down"))
        }
    }

    private static func counted(_ report: ImportReport) -> [String] {
        Kind.allCases.compactMap { kind in
            report.counts[kind].flatMap { $0.read > 0 ? sentence(kind, $0, isDryRun: report.isDryRun) : nil }
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
