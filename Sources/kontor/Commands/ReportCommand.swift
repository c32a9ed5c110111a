import ArgumentParser
import Exchange
import Formats
import Sales
import Storage
import Words

/// `kontor report`: the figures of the pane of reports.
struct ReportCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Figures of deals, calls and what was done.",
        discussion: """
            pipeline: the open deals as they are now, by stage and currency; weighted by their probability. changes: what happened to \
            the deals, all steps since the first second of a day taken together, so that a deal that went forward and back again did not \
            move; days is how much later (slipped) or earlier it is to close, amount what it is worth now. forecast: won, committed \
            (from 75 % on) and likely of each month, a currency at a time, against the quota. conversion: of the deals that entered a stage, how many \
            went on, were won, were lost or are still there, and how many days they stood in it. win-rate: deals won and lost of each \
            month, by number and by amount, and the days to win one. reasons, sources, tiers: deals won and lost by reason, source, \
            and tier of the company. commission: what you earn yourself by what was won, and by what is expected. losing: with whom one wants to be in \
            touch by tier, and whom one is losing: by up to a week, up to 30 days, longer. outcomes: how calls went, and how many \
            reached somebody. attempts: how many reached somebody at the first attempt, the second and so on. hours: \
            at which hour and weekday somebody was reached. activity: calls, meetings held, follow-ups done and notes of each week from Monday to Sunday. \
            docs/reports.md says what each number means.
            """)

    @Argument(
        help: ArgumentHelp("\(Report.Name.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "report"))
    var name: Report.Name
    @Argument(
        help: ArgumentHelp(
            "Counts only what passes: a filter line for deals; for contacts of losing, for calls of how calls went.",
            valueName: "query"))
    var filter: [String] = []
    @Option(help: "The time that it looks at; each report has a usual one.")
    var period: Period?
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Of changes: the first day of it, in date words, instead of a period.", valueName: "day"))
    var since: String?
    @OptionGroup var format: FormatOptions
    @Option(
        name: .shortAndLong, help: ArgumentHelp("Where to; by itself standard output.", valueName: "file"))
    var output: String?
    @Flag(help: "Replace what is there already.")
    var force = false
    @OptionGroup var options: ErrandOptions

    func run(in errand: Errand) throws {
        let filter = try ReportFilter(
            self.filter.joined(separator: " "), for: name, clock: errand.clock, currency: Settings.current.currency)
        let period = self.period ?? name.periods.first ?? .all
        if name == .changes, period == .all {
            throw Failure.usage(say("changes looks back to a day: give --since, or another --period."))
        }
        let day = try since(errand)
        let report = try errand.store(for: .reading).read { try $0.report(name, period, filter, since: day) }
        let lines = report.summary.isEmpty ? [] : report.lines
        if lines.isEmpty { throw Failure.no(say("There is nothing to report.")) }
        if let output, output != "-" {
            guard format.chosen != .table else {
                throw Failure.usage(say("A table is for reading; write a file with --format csv or json."))
            }
            let file = try SafeFile(output, force: force)
            try file.write(format.chosen == .csv ? csv(report, lines) : json(report, lines))
            try file.finish()
            return errand.output.line(say("\(lines.count, "line", "lines") written to \(output)."))
        }
        switch format.chosen {
        case .table: table(report, lines, errand)
        case .csv: try errand.output.data(csv(report, lines))
        case .json: try errand.output.json(lines.map { object(report, $0) })
        }
    }

    private func since(_ errand: Errand) throws -> Day? {
        guard let since else { return nil }
        guard name == .changes, period == nil else {
            throw Failure.usage(say("--since is for changes, in place of --period."))
        }
        do {
            return try DateWords.parse(since, clock: errand.clock, direction: .past).day(in: errand.clock.zone)
        } catch {
            throw Failure.usage(error.description)
        }
    }

    private func table(_ report: Report, _ lines: [Report.Line], _ errand: Errand) {
        let rows = lines.map { $0.cells.map { text($0, isPlain: false) } }
        let columns = report.columns.indices.map { index in
            Table.Column(
                title: say(report.columns[index].label),
                isRight: lines.contains {
                    switch $0.cells[index] {
                    case .number, .percent, .money, .days, .hour: true
                    default: false
                    }
                })
        }
        let table = Table(columns, fitting: rows)
        errand.output.line(table.header)
        for row in rows { errand.output.line(table.line(row)) }
    }

    private func csv(_ report: Report, _ lines: [Report.Line]) -> [UInt8] {
        var writer = CSVWriter()
        writer.row(report.columns.map(\.name))
        for line in lines { writer.row(line.cells.map { text($0, isPlain: true) }) }
        return writer.take()
    }

    private func json(_ report: Report, _ lines: [Report.Line]) -> [UInt8] {
        var writer = JSONWriter()
        for line in lines { writer.record(object(report, line)) }
        writer.endRecords()
        return writer.take()
    }

    private func object(_ report: Report, _ line: Report.Line) -> JSON {
        .object(
            zip(report.columns, line.cells).map { column, cell in
                let value: JSON =
                    switch cell {
                    case .none: .null
                    case .flag(let isSo): .bool(isSo)
                    case .number, .percent, .money, .days, .hour: .number(text(cell, isPlain: true))
                    case .text, .day, .month: .string(text(cell, isPlain: true))
                    }
                return JSON.Member(column.name, value)
            })
    }

    /// - Parameter isPlain: for programs, which want a number and nothing else.
    private func text(_ cell: Report.Cell, isPlain: Bool) -> String {
        switch cell {
        case .none: ""
        case .text(let text): text
        case .flag(let isSo): isPlain ? (isSo ? "yes" : "no") : isSo ? say("yes") : say("no")
        case .number(let number): String(number)
        case .percent(let number): isPlain ? String(number) : "\(number) %"
        case .money(let money): isPlain ? money.decimal : money.number
        case .day(let day): day.description
        case .month(let day): String(day.description.prefix(7))
        case .days(let days): String(days)
        case .hour(let hour): String(hour)
        }
    }
}

extension Report.Name: ExpressibleByArgument {}
extension Period: ExpressibleByArgument {}
