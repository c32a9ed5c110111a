import ArgumentParser
import Sales
import Storage
import Words

/// `kontor check`: whether the file is whole.
struct CheckCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check the file: its pages, indexes and links, and everything derived.")

    @OptionGroup var options: ErrandOptions

    func run(in errand: Errand) throws {
        // Reading only: opening a damaged file for writing could change it.
        var problems = try errand.store(for: .reading).problems(thorough: true)
        if problems.isEmpty {
            let store = try errand.store(for: .command)
            if store.isReadOnly {
                return errand.output.line(
                    say("\(errand.path) is whole; what is derived was not compared, as the file may only be read."))
            }
            problems = try store.staleKinds().map { say("what is derived of \($0.plural) is out of date") }
        }
        if problems.isEmpty { return errand.output.line(say("\(errand.path) is whole.")) }
        for problem in problems { errand.output.line(problem) }
        try errand.output.flush()
        throw Failure.system(
            say(
                "\(visible(errand.path)) has \(problems.count, "problem", "problems"): restore a backup with `kontor restore`."
            ))
    }
}
