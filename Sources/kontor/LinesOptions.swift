import ArgumentParser
import Sales
import Storage
import Words

/// Whether the lines of a text act: `! fri 10 send sample`, `-> text`, `<- text`.
struct LinesOptions: ParsableArguments {
    @Flag(name: .customLong("no-lines"), help: "Lines that begin with !, -> or <- are only text.")
    var areOnlyText = false

    func read(_ text: String, _ transaction: Transaction) throws -> [NoteLine] {
        if areOnlyText { return [] }
        return NoteLines.read(text, clock: transaction.clock, calendar: try transaction.workCalendar())
    }

    /// Says what was made, a line each; and of a follow-up without a date that it was not.
    static func tell(_ lines: [NoteLine], _ errand: Errand) {
        for line in lines {
            switch line.meaning {
            case .followUp(let action, let subject, let due):
                errand.output.line(
                    say(
                        "Follow-up set: \(NextStepPlan(action: action, subject: subject, due: due).echoed(errand)) \(subject)"
                    ))
            case .promise(.mine, let text): errand.output.line(say("I owe: \(text)"))
            case .promise(.theirs, let text): errand.output.line(say("They owe: \(text)"))
            case .undated: errand.output.line(say("No date in “\(line.text)”: it is only text."))
            }
        }
    }
}
