import Sales

/// The text by which a record is found: folded, one part a line, so that a word never matches across two parts.
enum SearchText {
    /// - Parameters:
    ///   - names: found by pinyin and by its initials, too.
    ///   - words: other text, each may hold several lines.
    ///   - phones: numbers, one a line: found by their digits.
    static func of(names: [String?], words: [String?], phones: String?) -> String {
        var parts: [String] = []
        for name in names {
            guard let name, !name.isEmpty else { continue }
            parts.append(folded(name))
            parts.append(Pinyin.spelled(name))
            parts.append(Pinyin.initials(name))
        }
        for word in words {
            guard let word, !word.isEmpty else { continue }
            parts.append(folded(word))
        }
        if let phones {
            for number in phones.split(separator: "\n") { parts.append(PhoneDigits(String(number)).digits) }
        }
        var seen: Set<String> = []
        return parts.filter { !$0.isEmpty && seen.insert($0).inserted }.joined(separator: "\n")
    }
}
