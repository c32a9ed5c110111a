import ArgumentParser
import Sales
import Storage
import Words

/// `kontor log`: what happened.
struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Log a call that happened.", subcommands: [LogCallCommand.self])
}

/// `kontor log call`: outcome, summary and the dated next step, as one action.
struct LogCallCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "call", abstract: "Log a telephone call: its outcome and the next step.",
        discussion: """
            Without --next the next step is the one that the outcome proposes, on a working day; --next none plans none. \
            A due call to the contact is closed, or moved on when nobody was reached. In --note a line "! fri 10 send sample" sets \
            a follow-up, "-> text" records what I owe, "<- text" what they owe.
            """)

    @Argument(help: ArgumentHelp("With whom: a contact, company or deal, or the follow-up to call.", valueName: "ref"))
    var ref: String
    @Option(help: "How it went: answered, no-answer, voicemail, …")
    var outcome: String
    @Option(parsing: .unconditional, help: ArgumentHelp("What was said.", valueName: "text"))
    var note: String?
    @OptionGroup var linesOptions: LinesOptions
    @OptionGroup var nextStep: NextOptions
    @Option(help: "How long it took.")
    var minutes: Int?
    @Option(help: ArgumentHelp("When it was, in date words looking back; by itself now.", valueName: "when"))
    var at: String?
    @Flag(name: .customLong("in"), help: "They called.")
    var incoming = false
    @OptionGroup var set: SetOptions
    @OptionGroup var options: ErrandOptions

    func run(in errand: Errand) throws {
        let store = try errand.store(for: .command)
        var call = Call()
        let (party, next, outcome) = try store.read { transaction in
            let links = Links(transaction, errand)
            let party = try links.party(ref)
            (call.contactID, call.companyID, call.opportunityID) = (
                party.contactID, party.companyID, party.opportunityID
            )
            call.at = errand.clock.now
            call.zone = errand.clock.zone.name
            call.direction = incoming ? .in : .out
            let assignments = Assignment.from([
                ("outcome", self.outcome), ("summary", note), ("minutes", minutes.map(String.init)), ("at", at),
            ])
            try Assigning<Call>(links).apply(assignments + set.assignments(), to: &call)
            let outcome = try transaction.fetch(Outcome.self, call.outcomeID)!
            return (
                party, try nextStep.plan(transaction, errand, proposal: transaction.proposal(for: outcome, of: party)),
                outcome
            )
        }
        let lines = try store.read { try linesOptions.read(call.summary, $0) }
        let id = try store.log(call, of: party, next: next, lines: lines)
        let step = next?.echoed(errand) ?? say("no next step")
        let when = at == nil ? "" : ", " + errand.format.full(call.at)
        errand.output.line(
            say("Call \(Ref(.call, id)) with \(party.name) logged\(when): \(outcome.name); next: \(step)."))
        LinesOptions.tell(lines, errand)
    }
}
