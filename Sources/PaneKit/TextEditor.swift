package import Screen
import Words

/// Text that is being typed: one line or several, moved through by what the reader sees as characters.

/// A value; `handle` an event, `draw` it. Knows nothing of what the text is for. Kept by paragraphs, so that a key costs the same
/// in a line and in a megabyte.
package struct TextEditor: Hashable, Sendable {
    /// The text between two line feeds. Two are the same when their characters are.
    struct Paragraph: Hashable, Sendable {
        /// One character is one step of the cursor, whatever scalars it is made of.
        var characters: [Character]
        /// Where its rows on the screen begin, but for the first; nil until it is laid out.
        var starts: [Int]?

        init(_ characters: [Character]) { self.characters = characters }

        static func == (a: Paragraph, b: Paragraph) -> Bool { a.characters == b.characters }
        func hash(into hasher: inout Hasher) { hasher.combine(characters) }
    }

    /// Before which character of which paragraph.
    struct Place: Hashable, Comparable, Sendable {
        var paragraph: Int
        var offset: Int

        static func < (a: Place, b: Place) -> Bool { (a.paragraph, a.offset) < (b.paragraph, b.offset) }
    }

    /// Never empty: a text without line feeds is one paragraph.
    var paragraphs: [Paragraph]
    var place = Place(paragraph: 0, offset: 0)
    package let isMultiline: Bool
    /// Characters; a longer paste is cut and `wasCut` set.
    package var limit: Int
    /// The last insertion did not fit whole.
    package var wasCut = false
    /// Characters, with the line feeds.
    var count = 0
    /// Columns and rows of the last layout, for moving up and down, and the first row shown then.
    var width = 80
    var height = 10
    var top = 0
    /// How many rows stand before each paragraph, and after the last one; empty when the text has changed since the last layout.
    var rowsBefore: [Int] = []
    /// The column to which moving up and down returns after a shorter row.
    var goal: Int?
    var history = TextHistory()
    /// A word that is being typed is one undo.
    var isTyping = false

    package init(_ text: String = "", multiline: Bool = false, limit: Int = 100_000) {
        isMultiline = multiline
        self.limit = limit
        paragraphs = [Paragraph([])]
        paragraphs = clean(text).map(Paragraph.init)
        count = paragraphs.reduce(paragraphs.count - 1) { $0 + $1.characters.count }
        place = end
    }

    /// Setting it puts the cursor at the end, and can be undone.
    package var text: String {
        get {
            var text = ""
            for (index, paragraph) in paragraphs.enumerated() {
                if index > 0 { text += "\n" }
                text += String(paragraph.characters)
            }
            return text
        }
        set {
            let new = clean(newValue)
            guard new != paragraphs.map(\.characters) else { return }
            isTyping = false
            let size = TextEditor.size(of: new)
            let fitting = size > limit ? TextEditor.prefix(of: new, limit) : new
            change(Place(paragraph: 0, offset: 0)..<end, to: fitting)
            wasCut = size > limit
        }
    }

    package var isEmpty: Bool { count == 0 }

    /// How many characters stand before the cursor.
    package var cursor: Int {
        paragraphs[..<place.paragraph].reduce(place.offset) { $0 + $1.characters.count + 1 }
    }

    /// After the last character.
    var end: Place { Place(paragraph: paragraphs.count - 1, offset: paragraphs[paragraphs.count - 1].characters.count) }
    /// The paragraph of the cursor.
    private var current: [Character] { paragraphs[place.paragraph].characters }

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
            type(character)
            return true
        }
        let (wasTyping, column) = (isTyping, goal)
        isTyping = false
        goal = nil
        switch key {
        case .enter where isMultiline: return insert("\n")
        case .left: place = before(place)
        case .right: place = after(place)
        case .home, .control("a"): place.offset = 0
        case .end: place.offset = current.count
        case .textStart: place = Place(paragraph: 0, offset: 0)
        case .textEnd: place = end
        case .wordLeft, .alt("b"): place = wordStart
        case .wordRight, .alt("f"): place = wordEnd
        case .up where isMultiline: return moveLine(by: -1, goal: column)
        case .down where isMultiline: return moveLine(by: 1, goal: column)
        case .pageUp where isMultiline: movePage(by: -1, goal: column)
        case .pageDown where isMultiline: movePage(by: 1, goal: column)
        case .backspace, .control("h"): remove(before(place)..<place)
        case .delete, .control("d"): remove(place..<after(place))
        case .control("w"), .alt("\u{7F}"): remove(wordStart..<place)
        case .alt("d"): remove(place..<wordEnd)
        case .control("u"): remove(Place(paragraph: place.paragraph, offset: 0)..<place)
        case .control("k"): remove(place..<Place(paragraph: place.paragraph, offset: current.count))
        case .control("z"): undo()
        case .control("y"), .alt("z"): redo()
        default:
            (isTyping, goal) = (wasTyping, column)
            return false
        }
        return true
    }

    /// Inserts text at the cursor; line breaks become spaces in a one-line editor.
    @discardableResult
    package mutating func insert(_ text: String) -> Bool {
        isTyping = false
        let new = clean(text)
        let room = max(0, limit - count)
        let size = TextEditor.size(of: new)
        change(place..<place, to: size > room ? TextEditor.prefix(of: new, room) : new)
        wasCut = size > room
        return true
    }

    /// Puts a text in the place of some characters of the cursor's line; the cursor stands behind it.
    package mutating func replace(_ characters: Range<Int>, with text: String) {
        isTyping = false
        let range = characters.clamped(to: 0..<current.count)
        let (from, to) = (Place(paragraph: place.paragraph, offset: range.lowerBound), range.upperBound)
        change(from..<Place(paragraph: place.paragraph, offset: to), to: clean(text))
    }

    func clean(_ text: String) -> [[Character]] {
        var lines: [[Character]] = [[]]
        for character in text {
            if character.isNewline, isMultiline {
                lines.append([])
            } else {
                let isSpace = character.isNewline || character == "\t"
                lines[lines.count - 1].append(isSpace ? " " : character)
            }
        }
        return lines
    }

    // MARK: Places

    private func before(_ place: Place) -> Place {
        if place.offset > 0 { return Place(paragraph: place.paragraph, offset: place.offset - 1) }
        if place.paragraph == 0 { return place }
        return Place(paragraph: place.paragraph - 1, offset: paragraphs[place.paragraph - 1].characters.count)
    }

    private func after(_ place: Place) -> Place {
        if place.offset < paragraphs[place.paragraph].characters.count {
            return Place(paragraph: place.paragraph, offset: place.offset + 1)
        }
        return place.paragraph + 1 < paragraphs.count ? Place(paragraph: place.paragraph + 1, offset: 0) : place
    }

    /// What moving by words takes as one: letters and digits of the alphabets, Han, or kana, each for itself.
    private enum WordClass { case none, letters, han, kana }

    private func wordClass(_ place: Place) -> WordClass {
        let characters = paragraphs[place.paragraph].characters
        guard characters.indices.contains(place.offset) else { return .none }
        let character = characters[place.offset]
        switch character.unicodeScalars.first!.value {
        case 0x3005...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: return .han
        case 0x3041...0x3096, 0x30A1...0x30FF, 0xFF66...0xFF9F: return .kana
        default: return character.isLetter || character.isNumber ? .letters : .none
        }
    }

    private var wordStart: Place {
        var now = place
        while now > Place(paragraph: 0, offset: 0), wordClass(before(now)) == .none { now = before(now) }
        let kind = wordClass(before(now))
        while now.offset > 0, kind != .none, wordClass(before(now)) == kind { now = before(now) }
        return now
    }

    private var wordEnd: Place {
        var now = place
        let end = end
        while now < end, wordClass(now) == .none { now = after(now) }
        let kind = wordClass(now)
        while now < end, kind != .none, wordClass(now) == kind { now = after(now) }
        return now
    }
}
