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
    @Option(help: "Which of several numbers was dialled; by itself the first that is not a bad one.")
    var number: String?
    @Flag(help: "The outcome marks and moves nothing.")
    var noEffects = false
    @Flag(name: .customLong("in"), help: "They called.")
    var incoming = false
    @OptionGroup var set: SetOptions
    @OptionGroup var options: ErrandOptions

    func run(in errand: Errand) throws {
        let store = try errand.store(for: .command)
        var call = Call()
        let (party, next, outcome) = try store.read { transaction in
            let links = Links(transaction, errand)
            var party = try links.party(ref)
            if let number { party.number = try dialled(number, of: party) }
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
        let refused = try noEffects ? store.read { try $0.effects(of: outcome, on: party).map(\.name) } : []
        let logged = try store.log(
            call, of: party, next: next, because: nextStep.because, lines: lines, refusing: Set(refused))
        let isKept = try store.read { try $0.keepsReason(of: party) }
        let none =
            nextStep.because.isEmpty
            ? say("no next step") : isKept ? say("none: \(nextStep.because)") : say("as planned already")
        let step = next?.echoed(errand) ?? none
        let when = at == nil ? "" : ", " + errand.format.full(call.at)
        errand.output.line(
            say("Call \(Ref(.call, logged.id)) with \(party.name) logged\(when): \(outcome.name); next: \(step)")
                + logged.effects.map { "; " + $0.sentence }.joined() + ".")
        LinesOptions.tell(lines, errand)
    }

    /// The number of theirs that is meant; by its digits, also the last ones.
    private func dialled(_ text: String, of party: Party) throws -> String {
        let wanted = PhoneDigits(text).reversed
        let found = party.numbers.filter { !wanted.isEmpty && PhoneDigits($0.number).reversed.hasPrefix(wanted) }
        guard found.count == 1 else {
            let list = party.numbers.map(\.number).joined(separator: ", ")
            throw Failure.usage(say("--number is one of the numbers of \(party.name): \(list)."))
        }
        return found[0].number
    }
}
