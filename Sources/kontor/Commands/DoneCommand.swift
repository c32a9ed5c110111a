import ArgumentParser
import Sales
import Storage
import Words

/// `kontor done`: a follow-up is done, a meeting was held, a promise is kept.
struct DoneCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "done",
        abstract: "Mark a follow-up as done or a meeting as held, with its result and the next step; a promise as kept."
    )

    @Argument(help: ArgumentHelp("The follow-up, meeting or promise.", valueName: "ref"))
    var ref: String
    @Option(parsing: .unconditional, help: ArgumentHelp("What came of it.", valueName: "text"))
    var result: String?
    @OptionGroup var nextStep: NextOptions
    @OptionGroup var options: ErrandOptions

    func run(in errand: Errand) throws {
        let store = try errand.store(for: .command)
        let (ref, title, next) = try store.read { transaction in
            let ref = try transaction.record(self.ref, among: [.followUp, .meeting, .promise])
            return (ref, try transaction.title(of: ref), try nextStep.plan(transaction, errand))
        }
        if ref.kind == .promise {
            try store.keep(ref.id)
            return errand.output.line(say("Promise \(ref) \(title) kept."))
        }
        guard let result else { throw Failure.usage(say("Say with --result what came of it.")) }
        var again: FollowUp?
        if ref.kind == .meeting {
            try store.hold(ref.id, notes: notes(ref, store, result), next: next, because: nextStep.because)
        } else {
            again = try store.complete(ref.id, result: result, next: next, because: nextStep.because)
        }
        let verb = ref.kind == .meeting ? say("held") : say("done")
        let isKept = try store.read { try $0.keepsReason(of: $0.party(of: ref)) }
        let none =
            nextStep.because.isEmpty
            ? "" : "; " + (isKept ? say("none: \(nextStep.because)") : say("next: as planned already"))
        let step = next.map { "; " + say("next: \($0.echoed(errand))") } ?? none
        let rhythm = again.map { "; " + say("again: \(Ref(.followUp, $0.id)) \(errand.format.full($0.due))") } ?? ""
        errand.output.line(say("\(ref.kind.capitalised) \(ref) \(title) \(verb)\(step)\(rhythm)."))
    }

    /// The result below what was noted when the meeting was planned.
    private func notes(_ ref: Ref, _ store: Store, _ result: String) throws -> String {
        guard let meeting = try store.read({ try $0.fetch(Meeting.self, ref.id) }) else {
            throw StoreError.notFound("\(ref)")
        }
        if meeting.state != .planned {
            throw StoreError.refused(say("\(ref) \(meeting.title) is \(meeting.state.rawValue) already."))
        }
        return meeting.notes.isEmpty ? result : meeting.notes + "\n\n" + result
    }
}
