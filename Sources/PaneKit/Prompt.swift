package import Screen

/// The line in which one types to narrow a list.

/// A value that a pane holds; while it is open it takes what is typed.
package struct Prompt: Hashable, Sendable {
    package enum Answer: Hashable, Sendable {
        /// The text is another one now.
        case changed(String)
        /// Enter: the narrowing stays, the keys are the pane's again.
        case accepted(String)
        /// Esc: as it was before.
        case cancelled
        /// Something else was done with the event, such as moving the cursor.
        case handled
    }

    /// What stands before it, such as `/`.
    package var label: String
    package var editor: TextEditor
    /// The text stood there before: what is typed takes its place, unless the cursor is moved or a space is typed first.
    private var isOld: Bool

    package init(_ label: String = "/", text: String = "") {
        self.label = label
        editor = TextEditor(text)
        isOld = !text.isEmpty
    }

    package var text: String { editor.text }

    /// What is typed from now on is added to the text.
    package mutating func keep() { isOld = false }

    /// nil for what the owner should see: arrows up and down, page keys, Tab, the mouse.
    package mutating func handle(_ event: Event) -> Answer? {
        switch event {
        case .key(.enter): return .accepted(text)
        case .key(.escape): return .cancelled
        // Backspace in an empty line leaves it, as in every program with such a line.
        case .key(.backspace) where editor.isEmpty: return .cancelled
        default:
            let before = text
            if isOld, Self.replaces(event) { editor.text = "" }
            guard editor.handle(event) else { return nil }
            keep()
            return text == before ? .handled : .changed(text)
        }
    }

    private static func replaces(_ event: Event) -> Bool {
        switch event {
        case .key(.character(let character)): !character.isWhitespace
        case .key(.backspace), .paste: true
        default: false
        }
    }

    /// Draws it in the first row of the area.
    package func draw(on canvas: inout Canvas, in area: Rect, focused: Bool = true) {
        let used = canvas.write(label, x: area.x + 1, y: area.y, style: .accent.bold, width: area.width)
        let x = area.x + 1 + used + 1
        let line = Rect(x: x, y: area.y, width: area.right - x, height: 1)
        editor.draw(on: &canvas, in: line, style: isOld && focused ? .normal.selected : .normal, focused: focused)
    }
}
