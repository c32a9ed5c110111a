import ArgumentParser
import Demo
import Sales
import Storage
import Words

/// `kontor demo`: the full screen on a file that is made for it and goes with it.
struct DemoCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Try everything on a territory that is made up and goes away at the end.")

    @OptionGroup var options: ErrandOptions

    func run(in errand: Errand) throws {
        try requireTerminal(
            otherwise: say(
                "`kontor demo` opens the full screen, which needs a terminal: run it in one; nothing of yours is touched."
            ))
        ChildProcess.holdSignals()
        let folder = try PassingFolder()
        defer { folder.remove() }
        let file = folder.path + "/demo.db"
        let store = try Store.open(file, for: .command, clock: errand.clock)
        try DemoTerritory.fill(store, clock: errand.clock)
        try store.close()
        // Another process shows it, so that the file goes away even when that one crashes or is ended.
        let time = (options.now ?? variable("KONTOR_NOW")).map { ["--now", $0] } ?? []
        let settings = (options.settings + ["backups=off"]).flatMap { ["--setting", $0] }
        let status = try ChildProcess.run(["--db", file] + time + settings)
        if status != 0 { throw Failure.ended(status) }
    }
}
