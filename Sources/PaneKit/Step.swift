package import Screen

/// What is to happen beyond a pane, as the answer to a key.

package indirect enum Step {
    /// Nothing beyond the pane.
    case stay
    /// A pane over this one.
    case open(any Pane)
    /// Away with this pane; the one under it loads itself anew.
    case back
    case replace(any Pane)
    /// A line in place of the hint bar, until the next key.
    case say(String, Role)
    case ask(Question)
    /// Tab by index, from 0.
    case tab(Int)
    case edit(TextEdit)
    case run(Work)
    case start(Launch)
    /// One after the other. A failing one takes those before it back.
    case sequence([Step])
    /// Text to the clipboard.
    case copy(String)
    /// Data changed: every visible pane loads itself anew.
    case refresh
    /// As if these keys were struck on the pane on top.
    case press([Key])
    /// Changes a pane that is open in this tab; see `update(_:_:)`.
    case change((inout any Pane) throws -> Step?)
    /// To the shell, which may come back.
    case stop
    case quit

    /// A line in the normal style.
    package static func say(_ text: String) -> Step { .say(text, .normal) }

    /// Hands something to the uppermost pane of a type in this tab, such as the choice made in a menu to the pane that opened
    /// it. Nothing happens when there is none.
    package static func update<P: Pane>(_ type: P.Type, _ body: @escaping (inout P) throws -> Step) -> Step {
        .change { pane in
            guard var wanted = pane as? P else { return nil }
            let step = try body(&wanted)
            pane = wanted
            return step
        }
    }
}

/// A question of one line, answered with one key. Any other key takes it back; of an offer it does its own besides.
package struct Question {
    package struct Choice {
        package var keys: [Key]
        package var label: String
        package var step: () throws -> Step

        /// - Parameter keys: in the notation of `Key.parse`; each answers, the first is shown.
        package init(_ keys: String, _ label: String, _ step: @escaping () throws -> Step) {
            self.keys = Key.parse(keys)
            self.label = label
            self.step = step
        }
    }

    package var text: String
    package var role: Role
    /// Whether one may as well go on as if nothing had been asked.
    package var isOffer: Bool
    package var choices: [Choice]

    package init(_ text: String, role: Role = .attention, isOffer: Bool = false, choices: [Choice]) {
        self.text = text
        self.role = role
        self.isOffer = isOffer
        self.choices = choices
    }
}

/// Text to be edited in the person's own editor.
package struct TextEdit {
    package var text: String
    /// Ending of the temporary file, so that the editor knows what it is: `md`, `txt`.
    package var suffix: String
    package var then: (String) throws -> Step

    package init(text: String, suffix: String = "md", then: @escaping (String) throws -> Step) {
        self.text = text
        self.suffix = suffix
        self.then = then
    }
}

/// Long work in a child process: our own program with these arguments.
package struct Work {
    package struct Result: Hashable, Sendable {
        /// Exit status; 128 + number when a signal ended it, as in a shell.
        package var status: Int32
        /// Everything from its standard output.
        package var output: String
        /// Lines of its standard error, where progress is told.
        package var progress: [String]
        package var wasCancelled: Bool
    }

    package var title: String
    package var arguments: [String]
    package var then: (Result) throws -> Step

    package init(title: String, arguments: [String], then: @escaping (Result) throws -> Step) {
        self.title = title
        self.arguments = arguments
        self.then = then
    }
}

/// An error that goes away by itself: another process is writing. The App keeps what was typed and tries again.
package protocol Retryable: Error {}
