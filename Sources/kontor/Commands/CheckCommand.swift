import ArgumentParser
import Sales
import Storage
import Words

/// `kontor check`: whether the file is whole.
struct CheckCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check the file: its pages, indexes and links, and everything derived.")

    @Flag(help: "Make anew what is derived and out of date; nothing that you entered is touched.")
    var repair = false

    @OptionGroup var options: ErrandOptions

    func run(in errand: Errand) throws {
        // Reading only: opening a damaged file for writing could change it.
        let problems = try errand.store(for: .reading).problems(thorough: true)
        if problems.isEmpty {
            let store = try errand.store(for: .command)
            if store.isReadOnly {
                return errand.output.line(
                    say("\(errand.path) is whole; what is derived was not compared, as the file may only be read."))
            }
            let stale = try store.staleKinds()
            if !stale.isEmpty {
                try tell(stale.map { say("what is derived of \($0.plural) is out of date") }, errand)
                guard repair else {
                    throw Failure.system(
                        say(
                            "What you entered is whole; let what is derived be made anew with `kontor check --repair`."
                        ))
                }
                try store.recomputeDerived()
                return errand.output.line(say("It was made anew."))
            }
            return errand.output.line(say("\(errand.path) is whole."))
        }
        try tell(problems, errand)
        throw Failure.system(
            say(
                "\(visible(errand.path)) has \(problems.count, "problem", "problems"): restore a backup with `kontor restore`."
            ))
    }

    private func tell(_ problems: [String], _ errand: Errand) throws {
        for problem in problems { errand.output.line(problem) }
        try errand.output.flush()
    }
}
