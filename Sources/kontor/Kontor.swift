import ArgumentParser
import Storage
import Words

/// The command `kontor`: on its own the full screen, with a verb one errand.
struct Kontor: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "kontor",
        abstract: "Contacts, calls, meetings, follow-ups and deals of one salesperson, in one file.",
        discussion: """
            Without a command the full screen opens. REF is a short id (c12 contact, k7 company, o3 opportunity, l5 call, \
            m9 meeting, f4 follow-up, n2 note, p8 promise), a uid, or a name when only one matches. Dates are words: tomorrow, \
            "fri 10:00", 3d, 12-01, 下周二.

            Exit status: 0 done; 1 no (nothing found, or something due with --exit-code); 2 wrong usage; 3 the data \
            refused it; 4 the file or the system did.
            """,
        version: "0.1.0",
        subcommands: [
            TodayCommand.self, RemindCommand.self, AddCommand.self, LogCommand.self, ListCommand.self, ShowCommand.self,
            FindCommand.self, DuplicatesCommand.self, MergeCommand.self,
            SetCommand.self, DeleteCommand.self, DoneCommand.self, MoveCommand.self, WonCommand.self, LostCommand.self,
            ReopenCommand.self, UndoCommand.self, RedoCommand.self, HistoryCommand.self, ImportCommand.self,
            ExportCommand.self, ReportCommand.self, BackupCommand.self,
            RestoreCommand.self, CheckCommand.self, ConfigCommand.self, DemoCommand.self, GenerateDocsCommand.self,
        ])

    @OptionGroup var options: ErrandOptions

    func run(in errand: Errand) throws { try Self.open(errand) }

    /// Opens the full screen.
    static func open(_ errand: Errand) throws {
        try requireTerminal(
            otherwise: say(
                "The full screen needs a terminal; use `kontor today` or another command (`kontor --help`) here instead."
            ))
        try openScreen(errand.store(for: .screen), clock: errand.clock)
    }
}
