import ArgumentParser
import Formats
import Sales
import Storage
import Words

/// The journal: `kontor undo`, `redo` and `history`.

/// `kontor undo`.
struct UndoCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take the last action back, whoever did it.")

    @OptionGroup var options: ErrandOptions

    func run(in errand: Errand) throws {
        guard let entry = try errand.store(for: .command).undo() else {
            throw Failure.no(say("There is nothing to undo."))
        }
        errand.output.line(
            say("Undone: \(entry.sentence) (\(entry.records, "change", "changes")); `kontor redo` does it again."))
    }
}

/// `kontor redo`.
struct RedoCommand: Subcommand {
    static let configuration = CommandConfiguration(commandName: "redo", abstract: "Do the last undone action again.")

    @OptionGroup var options: ErrandOptions

    func run(in errand: Errand) throws {
        guard let entry = try errand.store(for: .command).redo() else {
            throw Failure.no(say("There is nothing to do again."))
        }
        errand.output.line(say("Done again: \(entry.sentence) (\(entry.records, "change", "changes"))."))
    }
}

/// `kontor history`.
struct HistoryCommand: Subcommand {
    static let configuration = CommandConfiguration(commandName: "history", abstract: "The last actions, newest first.")

    @Option(help: "How many.")
    var limit = 100
    @Flag(help: "An array of records in JSON.")
    var json = false
    @OptionGroup var options: ErrandOptions

    func validate() throws {
        if limit < 1 { throw ValidationError(say("--limit is a number from 1.")) }
    }

    func run(in errand: Errand) throws {
        let entries = try errand.store(for: .reading).history(limit: limit)
        if json {
            try errand.output.json(
                entries.map { entry -> JSON in
                    [
                        "number": .number(String(entry.id)), "at": .string(entry.at.description),
                        "sentence": .string(entry.sentence), "records": .number(String(entry.records)),
                        "state": .string(entry.state.rawValue),
                    ]
                })
        } else if !entries.isEmpty {
            let rows = entries.map { entry in
                [
                    String(entry.id), RecordText.iso(entry.at, errand), entry.sentence, String(entry.records),
                    say("\(entry.state.rawValue)"),
                ]
            }
            let columns = [
                Table.Column(title: say("Number"), isRight: true), Table.Column(title: say("When")),
                Table.Column(title: say("What")),
                Table.Column(title: say("Changes"), isRight: true), Table.Column(title: say("State")),
            ]
            let table = Table(columns, fitting: rows)
            errand.output.line(table.header)
            for row in rows { errand.output.line(table.line(row)) }
        }
        if entries.isEmpty { throw Failure.no(say("Nothing was done yet.")) }
    }
}
