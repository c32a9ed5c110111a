import PaneKit
import Panes
import Sales
import Screen
import Storage
import Terminal
import Words

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The way to the full screen.

/// - Throws: wrong usage with that sentence, when standard input or output is no terminal.
func requireTerminal(otherwise sentence: String) throws {
    if isatty(STDIN_FILENO) != 1 || isatty(STDOUT_FILENO) != 1 { throw Failure.usage(sentence) }
}

/// Shows the panes until the user leaves.
func openScreen(_ store: Store, clock: Clock) throws {
    let display: CursesDisplay
    do {
        let settings = Settings.current
        display = try CursesDisplay(theme: settings.theme, glyphs: settings.glyphs, hasMouse: settings.hasMouse)
    } catch let error as TerminalError {
        throw Failure.usage(error.description)
    }
    defer { display.close() }
    let office = Panes.Office(
        store: store, currency: Settings.current.currency,
        drafts: .inFolder(draftFolder(of: store.path), clock: clock))
    store.isKeyWaiting = { display.isKeyWaiting }
    office.keepsBackups = Settings.current.keepsBackups
    office.ringsBell = Settings.current.ringsBell
    office.dialCommand = Settings.current.dialCommand
    var program = office.program()
    if let problem = Settings.current.problem { program.greeting = { (problem, .bad) } }
    let executable = try ChildProcess.programPath()
    program.executable = executable
    program.whenIdle = { office.backup(by: executable) }
    var app = App(program: program, size: display.size)
    app.run(on: display)
    display.close()
    office.keepArrangements()
    office.keepOpened()
    if let farewell = office.farewell { Output.complain(visible(farewell)) }
    let forgotten = (try? store.pruneJournal()) ?? 0
    if forgotten > 0 {
        Output.complain(say("\(forgotten, "action", "actions") of more than 90 days ago can no longer be undone."))
    }
    let backup = office.backup(by: executable)
    try store.close()
    // Nobody waits for it, and the file is no longer ours.
    _ = try? backup?.begin()
    display.endBySignal()
}

/// Where unfinished forms of a file are kept: `kontor/drafts` under `$XDG_STATE_HOME`, a folder a file. Without a home
/// beside the file, as they must be somewhere.
private func draftFolder(of path: String) -> String {
    let state = variable("XDG_STATE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    guard let base = state ?? variable("HOME").map({ $0 + "/.local/state" }) else { return path + "-drafts" }
    // However the file was named: by another folder, `..`, or a link.
    let full =
        realpath(path, nil).map { found in
            defer { free(found) }
            return String(cString: found)
        } ?? path
    // FNV-1a: two files must not share their drafts.
    let hash = full.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    return "\(base)/kontor/drafts/" + String(hash, radix: 16)
}
