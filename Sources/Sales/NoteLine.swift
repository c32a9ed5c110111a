import Words

/// A line of a note that does something: `! thu 15:00 send sample` sets a follow-up, `-> price list` records what I owe,
/// `<- drawings` what they owe.
package struct NoteLine: Hashable, Sendable {
    package enum Meaning: Hashable, Sendable {
        case followUp(FollowUp.Action, subject: String, Due)
        case promise(Promise.Direction, String)
        /// A follow-up without a date that is understood: it does nothing but say so.
        case undated
    }

    /// As it was typed, without the spaces around.
    package var text: String
    package var meaning: Meaning

    /// Whether something is made of it.
    package var acts: Bool { meaning != .undated }
}

/// Finding the lines that act. There is no guessing: a mark at the beginning of a line, in a text of one line (the summary of
/// a call) also behind a semicolon, and behind `!` the longest beginning that is a date.
///
/// | typed | makes |
/// |---|---|
/// | `! fri 10 send sample`, ！周五寄样品 | a follow-up; its first word says what is to be done, else it is a task |
/// | `-> text`, → text | what I owe |
/// | `<- text`, ← text | what they owe |
package enum NoteLines {
    /// So many of one text are read; nobody decides about more at once.
    package static let most = 30

    /// The characters with which a mark begins.
    package static let marks: Set<Character> = ["!", "！", "-", "→", "－", "<", "←", "＜"]

    private enum Mark { case followUp, mine, theirs }

    /// - Parameter calendar: the days that `3 working days` counts.
    package static func read(
        _ text: some StringProtocol, clock: Clock, calendar: WorkCalendar = WorkCalendar()
    ) -> [NoteLine] {
        var lines: [NoteLine] = []
        let isOneLine = !text.contains(where: \.isNewline)
        for line in text.split(whereSeparator: \.isNewline) {
            for piece in isOneLine ? pieces(Array(line)) : [Array(line)[...]] where lines.count < most {
                if let read = read(piece: piece, clock: clock, calendar: calendar) { lines.append(read) }
            }
        }
        return lines
    }

    /// Those of a text that were not in it before: what acted once does not act again.
    package static func new(in text: String, since old: String, clock: Clock, calendar: WorkCalendar = WorkCalendar())
        -> [NoteLine]
    {
        var before = read(old, clock: clock, calendar: calendar).map(\.text)
        return read(text, clock: clock, calendar: calendar).filter { line in
            guard let index = before.firstIndex(of: line.text) else { return true }
            before.remove(at: index)
            return false
        }
    }

    /// A line, parted at each semicolon behind which a mark stands. What is before the first mark is no piece.
    private static func pieces(_ line: [Character]) -> [ArraySlice<Character>] {
        var pieces: [ArraySlice<Character>] = []
        var start = mark(line[...]) == nil ? nil : 0
        for index in line.indices where ";；".contains(line[index]) && mark(line[(index + 1)...]) != nil {
            if let start { pieces.append(line[start..<index]) }
            start = index + 1
        }
        if let start { pieces.append(line[start...]) }
        return pieces
    }

    /// The mark with which a text begins, and what stands behind it.
    private static func mark(_ text: ArraySlice<Character>) -> (mark: Mark, rest: ArraySlice<Character>)? {
        let text = text.drop(while: \.isWhitespace)
        let marks: [(String, Mark)] = [
            ("!", .followUp), ("！", .followUp), ("->", .mine), ("→", .mine), ("－＞", .mine), ("<-", .theirs),
            ("←", .theirs), ("＜－", .theirs),
        ]
        for (sign, mark) in marks where text.starts(with: sign) { return (mark, text.dropFirst(sign.count)) }
        return nil
    }

    private static func read(piece: ArraySlice<Character>, clock: Clock, calendar: WorkCalendar) -> NoteLine? {
        guard let (mark, rest) = mark(piece) else { return nil }
        let text = String(piece).trimmingSpaces()
        let said = String(rest).trimmingSpaces()
        if said.isEmpty { return nil }
        switch mark {
        case .mine: return NoteLine(text: text, meaning: .promise(.mine, said))
        case .theirs: return NoteLine(text: text, meaning: .promise(.theirs, said))
        case .followUp:
            if let (due, subject) = dated(Array(said), clock: clock, calendar: calendar) {
                let (action, subject) = action(of: subject)
                return NoteLine(text: text, meaning: .followUp(action, subject: subject, due))
            }
            // `!important` is a word; `! important` wants to be a follow-up.
            return rest.first?.isWhitespace == true ? NoteLine(text: text, meaning: .undated) : nil
        }
    }

    /// The longest beginning that is a date, and what stands behind it. It ends at a space, a comma or colon, or before a Han character.
    private static func dated(_ text: [Character], clock: Clock, calendar: WorkCalendar) -> (Due, subject: String)? {
        for end in stride(from: min(text.count, 40), through: 1, by: -1) {
            guard end == text.count || text[end].isWhitespace || isHan(text[end]) || ",:，：、".contains(text[end]),
                !text[end - 1].isWhitespace,
                let due = try? DateWords.parse(String(text[..<end]), clock: clock, calendar: calendar)
            else { continue }
            var subject = text[end...].drop(while: \.isWhitespace)
            while let first = subject.first, ",:，：、".contains(first) { subject = subject.dropFirst() }
            return (due, String(subject).trimmingSpaces())
        }
        return nil
    }

    private static func isHan(_ character: Character) -> Bool {
        character.unicodeScalars.first.map { (0x3400...0x9FFF).contains($0.value) } ?? false
    }

    /// What is to be done, by the first word. A word of Latin letters is not said again in the subject, of which Han words
    /// are a part.
    private static func action(of subject: String) -> (FollowUp.Action, subject: String) {
        let words = subject.split(separator: " ", maxSplits: 1)
        let first = folded(words.first.map(String.init) ?? "")
        let latin: [String: FollowUp.Action] = [
            "call": .call, "phone": .call, "ring": .call, "visit": .visit, "email": .email, "e-mail": .email,
            "mail": .email, "send": .send, "task": .task,
        ]
        if let action = latin[first] { return (action, words.count > 1 ? String(words[1]).trimmingSpaces() : "") }
        let han: [(String, FollowUp.Action)] = [
            ("打电话", .call), ("致电", .call), ("电话", .call), ("回电", .call), ("拜访", .visit), ("上门", .visit),
            ("发邮件", .email), ("写邮件", .email), ("邮件", .email), ("送", .send), ("寄", .send), ("发", .send),
        ]
        return (han.first { first.hasPrefix($0.0) }?.1 ?? .task, subject)
    }
}
