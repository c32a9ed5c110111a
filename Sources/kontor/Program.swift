import ArgumentParser
import Sales
import Storage
import Words

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Runs one command line: what it wrote goes out at the end, and every error becomes one sentence and a status.
enum Program {
    /// - Returns: the exit status.
    static func run(_ arguments: [String]) -> Int32 {
        // What Kontor makes is for its user alone; a reader that goes away and a full disk are answers, not signals.
        umask(0o077)
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        // A file must never be opened as standard output: what is said would be written into it.
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
            _ = open("/dev/null", O_RDONLY)
        }
        let output = Output()
        do {
            try perform(arguments, output)
            try output.flush()
            return 0
        } catch Output.ReaderGone.gone {
            return 0
        } catch {
            var failure = Failure(error)
            if case .no = failure {
                // What was found stands before the "no".
                do { try output.flush() } catch Output.ReaderGone.gone {} catch { failure = Failure(error) }
            }
            if let sentence = failure.sentence { Output.complain(sentence) }
            return failure.status
        }
    }

    private static func perform(_ arguments: [String], _ output: Output) throws {
        // The parser would take a tenth of the time until the first screen, and has nothing to do.
        if arguments.isEmpty { return try Kontor.open(Errand(output)) }
        var command: any ParsableCommand
        do {
            command = try Help.$isWanted.withValue(Help.isAsked(by: arguments)) { try Kontor.parseAsRoot(arguments) }
            if !(command is any Subcommand) {
                let verbs = type(of: command).configuration.subcommands.compactMap { $0.configuration.commandName }
                if !verbs.isEmpty {
                    let name = type(of: command).configuration.commandName ?? ""
                    throw Failure.usage(say("`kontor \(name)` needs to know what: \(verbs.joined(separator: ", "))."))
                }
                // What remains is `help`, which answers by an error.
                try command.run()
            }
        } catch let failure as Failure {
            throw failure
        } catch {
            let text = Kontor.fullMessage(for: error, columns: 80)
            guard Kontor.exitCode(for: error) == .success else { throw Failure.usage(sentence(of: error, full: text)) }
            return try output.data(Array((text + "\n").utf8))
        }
        guard let subcommand = command as? any Subcommand else { return }
        let errand = try Errand(subcommand.options, output)
        // The screen says it itself.
        if !(command is Kontor), !(command is DemoCommand), let problem = Settings.current.problem {
            Output.complain(problem)
        }
        try subcommand.run(in: errand)
    }

    /// What the parser has to say, in one line that ends where help is.
    private static func sentence(of error: any Error, full: String) -> String {
        let lines = Kontor.message(for: error).split(separator: "\n").map { $0.trimmingSpaces() }
        var text = lines.filter { !$0.isEmpty }.joined(separator: " ")
        if text.isEmpty { text = say("That is not enough to go on") }
        if let last = text.last, !".!?".contains(last) { text += "." }
        let help = full.split(separator: "'").first { $0.hasPrefix("kontor") && $0.hasSuffix("--help") }
        return help.map { say("\(text) See `\($0)`.") } ?? text
    }
}
