import Screen

/// Completing what is typed: a whole field, or the last piece of a list parted by commas.

/// What parts the pieces of a list, in English and Chinese.
private let separators: Set<Character> = [",", "，", "、", ";", "；"]

extension Form {
    /// The pieces of a list field, without the spaces around them. A completion that was taken is one piece, also when there is a
    /// comma in it.
    package func pieces(of id: String) -> [String] {
        guard let field = fields.first(where: { $0.id == id }) else { return [] }
        return field.ranges.map { String(field.editor.paragraphs[0].characters[$0]) }.filter { !$0.isEmpty }
    }

    /// The value of the completion that was taken for a piece; nil for text of one's own.
    package func value(of id: String, piece: String) -> String? {
        fields.first { $0.id == id }?.values[piece]
    }

    /// Shows at once what the field under the cursor may hold, where that is a short list.
    package mutating func propose() {
        guard fields.indices.contains(focus), case .completed(let completing) = fields[focus].kind else { return }
        fields[focus].completions = completing.complete(fields[focus].editor.text)
    }

    mutating func handleCompleted(_ event: Event, _ completing: FormField.Completing) -> Reaction? {
        let count = fields[focus].completions.count
        switch event {
        case .key(.down) where count > 0:
            let now = fields[focus].highlighted
            fields[focus].highlighted = now.map { ($0 + 1) % count } ?? 0
            return .stay
        case .key(.up) where count > 0:
            let now = fields[focus].highlighted ?? 0
            fields[focus].highlighted = (now + count - 1) % count
            return .stay
        case .key(.enter) where count > 0, .key(.tab) where count > 0:
            let first = completing.isLine && event == .key(.tab) ? 0 : nil
            guard let index = fields[focus].highlighted ?? first else { break }
            let taken = fields[focus].completions[index]
            fields[focus].take(taken, isList: completing.isList)
            if completing.isLine || taken.leadsOn {
                fields[focus].complete(completing)
                return react(default: .stay)
            }
            // In a list Enter waits for the next one.
            return react(default: completing.isList && event == .key(.enter) ? .stay : .next)
        case .key(.tab) where count == 0 && !completing.isList && fields.indices.filter(isShown).count == 1:
            // Tab has nowhere to go: it tells what may follow.
            fields[focus].complete(completing)
            return .stay
        default: break
        }
        let before = fields[focus].editor.paragraphs
        guard fields[focus].editor.handle(event) else { return moving(event) }
        if fields[focus].editor.paragraphs == before { return .stay }
        fields[focus].complete(completing)
        let reaction = react(default: .stay)
        sayWhenCut(focus)
        return reaction
    }
}

extension FormField {
    fileprivate mutating func complete(_ completing: Completing) {
        value = nil
        let text = completing.isList ? piece(at: ranges.last ?? 0..<0) : editor.text
        completions = text.isBlank ? [] : completing.complete(text)
        // What is there in full already needs no completing.
        if !completing.isPick, completions.first?.text == text { completions = [] }
        highlighted = completing.isPick && completions.first?.isLikely == true ? 0 : nil
    }

    /// Puts a completion in the place of what was typed for it.
    fileprivate mutating func take(_ completion: Completion, isList: Bool) {
        completions = []
        guard isList else {
            editor.text = completion.text
            value = completion.value
            return
        }
        var text = completion.text
        if let known = values[text], known != completion.value { text += " (\(completion.detail))" }
        let characters = editor.paragraphs[0].characters
        editor.text = String(characters[..<(ranges.last?.lowerBound ?? 0)]) + text
        values[text] = completion.value
    }

    private func piece(at range: Range<Int>) -> String { String(editor.paragraphs[0].characters[range]) }

    /// Where the pieces of a list stand; the last one is where the cursor types, and may be empty.
    fileprivate var ranges: [Range<Int>] {
        let characters = editor.paragraphs[0].characters
        let known = values.keys.map { Array($0) }.sorted { $0.count > $1.count }
        var found: [Range<Int>] = []
        var start = 0
        while true {
            while start < characters.count, characters[start] == " " { start += 1 }
            var end = start
            if let whole = known.first(where: { characters[start...].starts(with: $0) }) { end += whole.count }
            while end < characters.count, !separators.contains(characters[end]) { end += 1 }
            var last = end
            while last > start, characters[last - 1] == " " { last -= 1 }
            found.append(start..<last)
            if end == characters.count { return found }
            start = end + 1
        }
    }
}
