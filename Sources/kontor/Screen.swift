import Sales
import Storage
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
    throw Failure.system(say("This build has no screen; use the commands that `kontor --help` lists."))
}
