/// What can happen on a screen.

/// One thing that the person, the terminal or the clock did.
package enum Event: Hashable, Sendable {
    case key(Key)
    /// Text pasted in one piece: never keys.
    case paste(String)
    case mouse(Mouse)
    /// The terminal has another size now; ask the display.
    case resize
    /// Nothing happened for as long as one wanted to wait.
    case tick
    /// The terminal is going away, or somebody asked the program to end: keep what is unsaved and leave at once.
    case hangUp

    /// The events of typing a key notation.
    package static func typing(_ notation: String) -> [Event] { Key.parse(notation).map(Event.key) }
}

/// What the mouse did, and where.
package struct Mouse: Hashable, Sendable {
    package enum Action: Hashable, Sendable {
        case click, doubleClick, wheelUp, wheelDown
        /// Moved with the button held down, since the press.
        case drag
        /// The button let go after a drag.
        case drop
    }

    package var action: Action
    package var x: Int
    package var y: Int

    package init(_ action: Action, x: Int, y: Int) {
        self.action = action
        self.x = x
        self.y = y
    }
}
