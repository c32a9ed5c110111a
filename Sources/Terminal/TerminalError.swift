import Words

/// Why there can be no full screen here.

/// One plain sentence that says what to do.
package struct TerminalError: Error, CustomStringConvertible {
    package let description: String

    static var noTerminal: TerminalError {
        TerminalError(
            description: say(
                "The full screen needs a terminal on standard input and output; use a command such as kontor today instead."
            ))
    }

    static func unknown(_ name: String?) -> TerminalError {
        guard let name else {
            return TerminalError(
                description: say("TERM is not set; set it to what your terminal is, such as TERM=xterm-256color."))
        }
        return TerminalError(
            description: say(
                "The terminal \(visible(name)) is not known here; set TERM to one that is, such as TERM=xterm-256color."
            ))
    }

    static func dumb(_ name: String) -> TerminalError {
        TerminalError(
            description: say(
                "A \(visible(name)) terminal cannot show a full screen; use a command such as kontor today instead."))
    }

    static func charset(_ name: String) -> TerminalError {
        TerminalError(
            description: say(
                "The screen needs a UTF-8 terminal, and the locale says \(visible(name)); try LC_ALL=C.UTF-8 kontor."))
    }
}
