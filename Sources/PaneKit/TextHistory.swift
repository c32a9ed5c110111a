import Screen

/// Changing a text, and taking changes back and doing them again.

/// What was changed, newest last.
struct TextHistory: Hashable, Sendable {
    /// Some text in the place of some other; both by paragraphs.
    struct Change: Hashable, Sendable {
        var at: TextEditor.Place
        var removed: [[Character]]
        var inserted: [[Character]]
        /// Where the cursor stood before.
        var cursor: TextEditor.Place
    }

    static let longest = 500

    var done: [Change] = []
    var undone: [Change] = []

    mutating func append(_ change: Change) {
        if done.count == TextHistory.longest { done.removeFirst() }
        done.append(change)
        undone = []
    }
}

extension TextEditor {
    /// Types one character. Words are undone one by one.
    mutating func type(_ character: Character) {
        goal = nil
        wasCut = count >= limit
        let offset = place.offset
        let before = offset > 0 ? paragraphs[place.paragraph].characters[offset - 1] : nil
        // A combining mark or the second half of an emoji joins the character before it.
        if let before, case let joined = Array(String([before, character])), joined.count == 1 {
            let start = Place(paragraph: place.paragraph, offset: offset - 1)
            if isTyping, var last = history.done.last, last.inserted[0].last == before {
                _ = replace(start..<place, with: [joined])
                last.inserted[0][last.inserted[0].count - 1] = joined[0]
                history.done[history.done.count - 1] = last
            } else {
                change(start..<place, to: [joined])
            }
            isTyping = true
            return
        }
        if wasCut { return }
        let character = isMultiline || !character.isNewline ? character : " "
        let beginsWord = before.map { !$0.isLetter && !$0.isNumber } ?? false
        if isTyping, !(beginsWord && character.isLetter), !history.done.isEmpty {
            _ = replace(place..<place, with: [[character]])
            history.done[history.done.count - 1].inserted[0].append(character)
        } else {
            change(place..<place, to: [[character]])
        }
        isTyping = true
    }

    mutating func remove(_ range: Range<Place>) {
        wasCut = false
        if !range.isEmpty { change(range, to: [[]]) }
    }

    /// Puts text in the place of some other, so that it can be undone.
    mutating func change(_ range: Range<Place>, to new: [[Character]]) {
        wasCut = false
        goal = nil
        let cursor = place
        let removed = replace(range, with: new)
        history.append(.init(at: range.lowerBound, removed: removed, inserted: new, cursor: cursor))
    }

    mutating func undo() {
        guard let last = history.done.popLast() else { return }
        _ = replace(last.at..<TextEditor.end(of: last.inserted, from: last.at), with: last.removed)
        place = last.cursor
        history.undone.append(last)
    }

    mutating func redo() {
        guard let last = history.undone.popLast() else { return }
        _ = replace(last.at..<TextEditor.end(of: last.removed, from: last.at), with: last.inserted)
        history.done.append(last)
    }

    /// Puts text in the place of some other, and the cursor after it. Answers what stood there.
    private mutating func replace(_ range: Range<Place>, with new: [[Character]]) -> [[Character]] {
        let (start, end) = (range.lowerBound, range.upperBound)
        rowsBefore = []
        var removed: [[Character]] = []
        for index in start.paragraph...end.paragraph {
            let characters = paragraphs[index].characters
            let from = index == start.paragraph ? start.offset : 0
            removed.append(Array(characters[from..<(index == end.paragraph ? end.offset : characters.count)]))
        }
        if new.count == 1, start.paragraph == end.paragraph {
            paragraphs[start.paragraph].characters.replaceSubrange(start.offset..<end.offset, with: new[0])
            paragraphs[start.paragraph].starts = nil
        } else {
            var lines = new
            lines[0].insert(contentsOf: paragraphs[start.paragraph].characters[..<start.offset], at: 0)
            lines[lines.count - 1] += paragraphs[end.paragraph].characters[end.offset...]
            paragraphs.replaceSubrange(start.paragraph...end.paragraph, with: lines.map(Paragraph.init))
        }
        count += TextEditor.size(of: new) - TextEditor.size(of: removed)
        place = TextEditor.end(of: new, from: start)
        return removed
    }

    /// Characters, with a line feed between paragraphs.
    static func size(of lines: [[Character]]) -> Int { lines.reduce(lines.count - 1) { $0 + $1.count } }

    /// As many characters of it.
    static func prefix(of lines: [[Character]], _ size: Int) -> [[Character]] {
        var rest = size
        var kept: [[Character]] = []
        for line in lines {
            kept.append(Array(line.prefix(rest)))
            rest -= line.count + 1
            if rest < 0 { break }
        }
        return kept
    }

    private static func end(of lines: [[Character]], from start: Place) -> Place {
        lines.count == 1
            ? Place(paragraph: start.paragraph, offset: start.offset + lines[0].count)
            : Place(paragraph: start.paragraph + lines.count - 1, offset: lines[lines.count - 1].count)
    }
}
