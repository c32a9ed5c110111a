import Words

/// What may stand at the cursor of a filter line that is being typed: the name of a field, or a value of one.
package struct FilterCompletion: Equatable, Sendable {
    /// The characters of the line that a candidate takes the place of.
    package var range: Range<Int>
    /// The field whose value is typed; nil for the name of a field.
    package var field: FilterField?
    /// What stands there, without quotes, folded.
    package var typed: String
    private var fields: [FilterField]

    /// Nil where nothing can be completed: behind a sign that follows no field.
    package init?(_ line: String, at cursor: Int, fields: [FilterField]) {
        let before = String(line.prefix(cursor))
        self.fields = fields
        guard let token = FilterLexer.tokens(before).last, token.range.upperBound == before.count,
            token.isQuoted || before.last?.isWhitespace == false
        else {
            (range, typed) = (before.count..<before.count, "")
            return
        }
        typed = folded(token.value)
        range = token.valueAt..<before.count
        guard let name = token.field.map(folded) else {
            if token.isQuoted { return nil }
            return
        }
        field = fields.first { $0.names.contains { folded($0) == name } }
        if field == nil { return nil }
        isEquality = token.comparison == .has || token.comparison == .equal
        isChinese = FilterValues.isChinese(token.field ?? "") || FilterValues.isChinese(typed)
    }

    private var isEquality = true
    /// What is proposed is in the language of what is typed.
    private var isChinese = false

    /// What may stand there, as it is put into the line.
    ///
    /// - Parameter known: values that the file holds for a field and that begin so.
    package func candidates(_ known: (FilterField, String) -> [String]) -> [String] {
        guard let field else {
            return fields.compactMap { field in field.names.first { folded($0).hasPrefix(typed) }.map { $0 + ":" } }
        }
        let spelled = { (words: [String]) in words.compactMap(self.spelled) }
        let words = spelled(field.words)
        var values = isEquality ? words : []
        switch field.kind {
        // What the file holds is meant more often than that there is nothing.
        case .text: if isEquality { values = known(field, typed) + values }
        case .choice(let choices): values += spelled(choices)
        case .day(let direction): values += FilterValues.days(direction, inChinese: isChinese)
        case .number, .money, .dated, .special: break
        }
        var seen: Set<String> = []
        let isFile = field.kind == .text
        return values.filter { isFile && !words.contains($0) || folded($0).hasPrefix(typed) }
            .filter { seen.insert(folded($0)).inserted }.compactMap(Self.quoted).map { $0 + " " }
    }

    /// A word as it is proposed: what begins as was typed first; nil where none does.
    private func spelled(_ word: String) -> String? {
        let all = FilterValues.spellings(word).filter { folded($0).hasPrefix(typed) }
        return all.first { FilterValues.isChinese($0) == isChinese } ?? all.first
    }

    /// A value as it must stand in a line; nil for one that no quotes can hold.
    private static func quoted(_ value: String) -> String? {
        let isPlain = !value.contains { $0.isWhitespace || "\"＂“”「」".contains($0) }
        if isPlain { return value }
        if !value.contains(where: { "\"＂".contains($0) }) { return "\"\(value)\"" }
        return value.contains("」") ? nil : "「\(value)」"
    }
}
