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
        abstract: "The pipeline by stage, what was done week by week, calls by outcome.",
        discussion: """
            pipeline: the open deals as they are now, by stage and currency; weighted by their probability. activity: calls, meetings \
            held, follow-ups done and notes of each week from Monday to Sunday. outcomes: how calls went, and how many reached somebody.
            """)

    @Argument(help: ArgumentHelp("pipeline, activity or outcomes.", valueName: "report"))
    var name: Report.Name
    @Option(help: "The time that it looks at, today in it.")
    var period = Period.weeks
    @OptionGroup var format: FormatOptions
    @Option(
        name: .shortAndLong, help: ArgumentHelp("Where to; by itself standard output.", valueName: "file"))
    var output: String?
    @Flag(help: "Replace what is there already.")
    var force = false
    @OptionGroup var options: ErrandOptions

    func run(in errand: Errand) throws {
        let report = try errand.store(for: .reading).read { try $0.report(name, period) }
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

    private func table(_ report: Report, _ lines: [Report.Line], _ errand: Errand) {
        let rows = lines.map { $0.cells.map { text($0, isPlain: false) } }
        let columns = report.columns.indices.map { index in
            Table.Column(
                title: say(report.columns[index].label),
                isRight: lines.contains {
                    switch $0.cells[index] {
                    case .number, .percent, .money: true
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
                    case .number, .percent, .money: .number(text(cell, isPlain: true))
                    case .text, .day: .string(text(cell, isPlain: true))
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
        }
    }
}

extension Report.Name: ExpressibleByArgument {}
extension Period: ExpressibleByArgument {}
