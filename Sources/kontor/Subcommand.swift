import ArgumentParser

/// One verb of the command line. What it says goes to the office's output; what goes wrong is thrown.
protocol Subcommand: ParsableCommand {
    var options: OfficeOptions { get }
    func run(in office: Office) throws
}

/// The options that every command has, before and after its name.
struct OfficeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The file (KONTOR_DB; default kontor/kontor.db under $XDG_DATA_HOME).", valueName: "file"))
    var db: String?

    @Option(
        help: ArgumentHelp(
            "Work as if it were this time: 2026-11-21T14:05:00Z, or local 2026-11-21 14:05.", valueName: "time"))
    var now: String?
}
