import ArgumentParser

/// One verb of the command line. What it says goes to the errand's output; what goes wrong is thrown.
protocol Subcommand: ParsableCommand {
    var options: ErrandOptions { get }
    func run(in errand: Errand) throws
}

/// The options that every command has, before and after its name.
struct ErrandOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The file (KONTOR_DB; default kontor/kontor.db under $XDG_DATA_HOME).", valueName: "file"))
    var db: String?

    @Option(
        help: ArgumentHelp(
            "Work as if it were this time: 2026-11-21T14:05:00Z, or local 2026-11-21 14:05.", valueName: "time"))
    var now: String?

    @Option(
        name: .customLong("setting"), parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "A setting for this run, as theme=light; `kontor config` lists them.", valueName: "key=value"))
    var settings: [String] = []
}
