import Sales

/// The text by which a record is found: folded, one part a line, so that a word never matches across two parts.
enum SearchText {
    /// - Parameters:
    ///   - names: names and other text, each may hold several lines; Chinese is found by pinyin and its initials, too.
    ///   - phones: numbers, one a line: found by their digits.
    static func of(names: [String?], phones: String?) -> String {
        var parts = names.flatMap { forms(of: $0 ?? "") }
        if let phones { parts += phones.split(separator: "\n").map { PhoneDigits(String($0)).digits } }
        var seen: Set<String> = []
        return parts.filter { !$0.isEmpty && seen.insert($0).inserted }.joined(separator: "\n")
    }

    /// The ways in which a text is typed when it is looked for: folded; pinyin and its initials, read as a name (单 shan) and
    /// as a word (单 dan).
    static func forms(of text: String) -> [String] {
        text.split(separator: "\n").flatMap { line in
            let line = String(line)
            return [folded(line)]
                + [true, false].flatMap { isName in
                    [Pinyin.spelled(line, isName: isName), Pinyin.initials(line, isName: isName)]
                }
        }
    }
}
