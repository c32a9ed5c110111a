import ArgumentParser
import Formats
import Sales
import Storage
import Words

/// `kontor changes`: what happened to the deals since a day.
struct ChangesCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "changes",
        abstract: "What happened to the deals since a day: new, won, lost, moved, slipped, amounts.",
        discussion: """
            All steps since the first second of that day are taken together: a deal that went forward and back again did not move. \
            days is how much later (slipped) or earlier it is to close; amount is what it is worth now.
            """)

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("The first day of it, in date words; by itself Monday of last week.", valueName: "day"))
    var since: String?
    @OptionGroup var format: FormatOptions
    @OptionGroup var options: ErrandOptions

    private static let columns: [(name: String, label: Phrase)] = [
        ("change", "Change"), ("ref", "Ref"), ("deal", "Deal"), ("company", "Company"), ("from", "From"), ("to", "To"),
        ("days", "Days"), ("close_on", "Close"), ("currency", "Currency"), ("currency_before", "Was in"),
        ("amount_before", "Before"),
        ("amount", "Amount"), ("reason", "Reason"),
    ]

    func run(in errand: Errand) throws {
        let store = try errand.store(for: .reading)
        var day = errand.clock.today.monday - 7
        if let since {
            do {
                day = try DateWords.parse(since, clock: errand.clock, direction: .past).day(in: errand.clock.zone)
            } catch {
                throw Failure.usage(error.description)
            }
        }
        let movements = try store.read { try $0.movements(since: day) }
        if movements.isEmpty {
            throw Failure.no(say("Nothing happened to any deal since \(errand.format.full(day))."))
        }
        switch format.chosen {
        case .table:
            let rows = movements.map { cells($0, isPlain: false) }
            let numbers = ["days", "amount_before", "amount"]
            let table = Table(
                Self.columns.map { Table.Column(title: say($0.label), isRight: numbers.contains($0.name)) },
                fitting: rows)
            errand.output.line(table.header)
            for row in rows { errand.output.line(table.line(row)) }
        case .csv:
            var writer = CSVWriter()
            writer.row(Self.columns.map(\.name))
            for movement in movements { writer.row(cells(movement, isPlain: true)) }
            try errand.output.data(writer.take())
        case .json:
            try errand.output.json(
                movements.map { movement in
                    .object(
                        zip(Self.columns, cells(movement, isPlain: true)).map { column, text in
                            let isNumber = ["days", "amount_before", "amount"].contains(column.name)
                            return JSON.Member(
                                column.name, text.isEmpty ? .null : isNumber ? .number(text) : .string(text))
                        })
                })
        }
    }

    /// - Parameter isPlain: for programs, which want a number and nothing else.
    private func cells(_ movement: DealMovement, isPlain: Bool) -> [String] {
        func amount(_ money: Money?) -> String { money.map { isPlain ? $0.decimal : $0.number } ?? "" }
        return [
            movement.what.rawValue, "\(Ref(.opportunity, movement.id))", movement.name, movement.company,
            movement.stages?.from ?? "", movement.stages?.to ?? "", movement.days == 0 ? "" : "\(movement.days)",
            movement.closeOn?.description ?? "", movement.money?.currency ?? "",
            movement.before?.currency ?? "", amount(movement.before), amount(movement.money), movement.reason,
        ]
    }
}
