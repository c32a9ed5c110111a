/// A text to start from, such as the headings of a note: it counts as nothing until it is changed.

extension FormField {
    /// Starts an empty field from a text, with the cursor behind its first heading that nothing follows.
    package func starting(with text: String) -> FormField {
        var field = self
        if isBlank { field.start(with: text) }
        return field
    }

    /// What stands there is what it started from, and nobody has written anything.
    var isAtStart: Bool { !start.isEmpty && editor.paragraphs == start }

    fileprivate mutating func start(with text: String) {
        // Behind a heading one goes on writing at once.
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.hasSuffix(":") ? line + " " : String(line)
        }
        editor = TextEditor(lines.joined(separator: "\n"), multiline: editor.isMultiline, limit: editor.limit)
        start = text.isEmpty ? [] : editor.paragraphs
        let isHeading: (TextEditor.Paragraph) -> Bool = { ":：".contains($0.characters.last { $0 != " " } ?? "-") }
        guard let heading = start.firstIndex(where: isHeading) else { return }
        editor.place = TextEditor.Place(paragraph: heading, offset: start[heading].characters.count)
    }
}

extension Form {
    /// Starts a field from another text.
    ///
    /// - Returns: false when something was written there, which stays.
    package mutating func start(_ id: String, with text: String) -> Bool {
        guard let index = index(of: id), fields[index].isBlank else { return false }
        fields[index].start(with: text)
        return true
    }

    /// From now on this is what that field opened with.
    package mutating func settle(_ id: String) {
        guard let index = index(of: id) else { return }
        fields[index].opened = fields[index].content
    }

    /// Takes a field back to what it opened with.
    package mutating func putBack(_ id: String) {
        guard let index = index(of: id) else { return }
        fields[index].content = fields[index].opened
    }
}
