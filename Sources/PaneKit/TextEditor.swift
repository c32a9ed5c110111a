package import Screen
import Words

/// Text that is being typed: one line or several, moved through by what the reader sees as characters.

/// A value; `handle` an event, `draw` it. Knows nothing of what the text is for.
package struct TextEditor: Hashable, Sendable {
    /// One character is one step of the cursor, whatever scalars it is made of.
    private(set) var characters: [Character]
    /// Before which character the cursor stands.
    package private(set) var cursor: Int
    package let isMultiline: Bool
    /// Characters; a longer paste is cut and `wasCut` set.
    package var limit: Int
    /// The last insertion did not fit whole.
    package private(set) var wasCut = false
    /// Columns of the last layout, for moving up and down.
    private var width = 80
    private var undoStack: [Snapshot] = []
    /// A run of typed characters is one undo.
    private var isTyping = false

    private struct Snapshot: Hashable, Sendable {
        var characters: [Character]
        var cursor: Int
    }

    package init(_ text: String = "", multiline: Bool = false, limit: Int = 100_000) {
        isMultiline = multiline
        self.limit = limit
        characters = []
        cursor = 0
        characters = clean(text)
        cursor = characters.count
    }

    /// Setting it puts the cursor at the end, and can be undone.
    package var text: String {
        get { String(characters) }
        set {
            guard newValue != text else { return }
            remember()
            characters = Array(clean(newValue).prefix(limit))
            cursor = characters.count
        }
    }

    package var isEmpty: Bool { characters.isEmpty }

    /// Takes an event; false when it means nothing here, so that it may mean something to the owner.
    package mutating func handle(_ event: Event) -> Bool {
        switch event {
        case .key(let key): handle(key)
        case .paste(let text): insert(text)
        default: false
        }
    }

    private mutating func handle(_ key: Key) -> Bool {
        if case .character(let character) = key {
            if !isTyping { remember() }
            place([character])
            isTyping = true
            return true
        }
        let wasTyping = isTyping
        isTyping = false
        switch key {
        case .enter where isMultiline: return insert("\n")
        case .left: cursor = max(0, cursor - 1)
        case .right: cursor = min(characters.count, cursor + 1)
        case .home, .control("a"): cursor = lineStart
        case .end: cursor = lineEnd
        case .wordLeft, .alt("b"): cursor = wordStart
        case .wordRight, .alt("f"): cursor = wordEnd
        case .up where isMultiline: return moveLine(by: -1)
        case .down where isMultiline: return moveLine(by: 1)
        case .backspace, .control("h"): remove(max(0, cursor - 1)..<cursor)
        case .delete, .control("d"): remove(cursor..<min(characters.count, cursor + 1))
        case .control("w"), .alt("\u{7F}"): remove(wordStart..<cursor)
        case .control("u"): remove(lineStart..<cursor)
        case .control("k"): remove(cursor..<lineEnd)
        case .control("z"): undo()
        default:
            isTyping = wasTyping
            return false
        }
        return true
    }

    /// Inserts text at the cursor; line breaks become spaces in a one-line editor.
    @discardableResult
    package mutating func insert(_ text: String) -> Bool {
        isTyping = false
        remember()
        place(clean(text))
        return true
    }

    private mutating func place(_ new: [Character]) {
        let room = max(0, limit - characters.count)
        wasCut = new.count > room
        let fitting = new.prefix(room)
        characters.insert(contentsOf: fitting, at: cursor)
        cursor += fitting.count
        // A combining mark or the second half of an emoji joins the character before it.
        if fitting.count == 1, cursor > 1 {
            let joined = Array(String(characters[cursor - 2...cursor - 1]))
            if joined.count == 1 {
                characters.replaceSubrange(cursor - 2...cursor - 1, with: joined)
                cursor -= 1
            }
        }
    }

    private mutating func remove(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        remember()
        characters.removeSubrange(range)
        cursor = range.lowerBound
    }

    private mutating func remember() {
        wasCut = false
        if undoStack.count == 200 { undoStack.removeFirst() }
        undoStack.append(Snapshot(characters: characters, cursor: cursor))
    }

    private mutating func undo() {
        guard let last = undoStack.popLast() else { return }
        characters = last.characters
        cursor = last.cursor
    }

    private func clean(_ text: String) -> [Character] {
        text.map { character in
            if character.isNewline { return isMultiline ? "\n" : " " }
            return character == "\t" ? " " : character
        }
    }

    // MARK: Places

    private var lineStart: Int { (characters[..<cursor].lastIndex(of: "\n") ?? -1) + 1 }
    private var lineEnd: Int { characters[cursor...].firstIndex(of: "\n") ?? characters.count }

    private var wordStart: Int {
        var index = cursor
        while index > 0, !isWord(characters[index - 1]) { index -= 1 }
        while index > 0, isWord(characters[index - 1]) { index -= 1 }
        return index
    }

    private var wordEnd: Int {
        var index = cursor
        while index < characters.count, !isWord(characters[index]) { index += 1 }
        while index < characters.count, isWord(characters[index]) { index += 1 }
        return index
    }

    private func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }

    // MARK: Lines on the screen

    /// Learns how many columns there are; one is kept for the cursor after the last character.
    package mutating func layout(width: Int) { self.width = max(3, width) }

    /// Rows that the text takes when it is wrapped to the width.
    package func height(width: Int) -> Int { isMultiline ? lines(width: width).count : 1 }

    private func lines(width: Int) -> [Range<Int>] { lineRanges(of: characters, width: max(2, width - 1)) }

    /// Row and column of the cursor in a text wrapped to the width.
    package func cursorPlace(width: Int) -> (row: Int, column: Int) {
        let lines = lines(width: width)
        let row = lines.lastIndex { $0.lowerBound <= cursor } ?? 0
        return (row, columns(lines[row].lowerBound..<cursor))
    }

    private func columns(_ range: Range<Int>) -> Int {
        characters[range].reduce(0) { $0 + (shownWidth(of: $1)) }
    }

    private func shownWidth(of character: Character) -> Int {
        character == "\n" ? 0 : displayWidth(of: visible(String(character)))
    }

    /// Up or down one row of the screen, to the nearest column; false at the first and last row.
    private mutating func moveLine(by step: Int) -> Bool {
        let lines = lines(width: width)
        let place = cursorPlace(width: width)
        let row = place.row + step
        guard lines.indices.contains(row) else { return false }
        cursor = lines[row].lowerBound
        var used = 0
        let last = row == lines.count - 1 ? lines[row].upperBound : lines[row].upperBound - 1
        while cursor < last, used + shownWidth(of: characters[cursor]) <= place.column {
            used += shownWidth(of: characters[cursor])
            cursor += 1
        }
        return true
    }

    /// Draws the text, scrolled so that the cursor is seen, and the cursor when it has the focus.
    package func draw(on canvas: inout Canvas, in area: Rect, style: Style = .normal, focused: Bool) {
        guard !area.isEmpty else { return }
        if isMultiline {
            let lines = lines(width: area.width)
            let place = cursorPlace(width: area.width)
            let top = focused ? max(0, place.row - area.height + 1) : 0
            for row in 0..<min(area.height, lines.count - top) {
                let line = characters[lines[top + row]].filter { $0 != "\n" }
                canvas.write(String(line), x: area.x, y: area.y + row, style: style, width: area.width)
            }
            if focused {
                canvas.cursor = .init(x: area.x + min(place.column, area.width - 1), y: area.y + place.row - top)
            }
        } else {
            var first = 0
            while focused, first < cursor, columns(first..<cursor) > area.width - 1 { first += 1 }
            canvas.write(String(characters[first...]), x: area.x, y: area.y, style: style, width: area.width)
            if focused { canvas.cursor = .init(x: area.x + columns(first..<cursor), y: area.y) }
        }
    }
}
