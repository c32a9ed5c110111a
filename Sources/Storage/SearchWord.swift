import Sales

/// What is looked for by one word that a person typed: all words of any of these must begin words of the text.
struct SearchWord: Hashable {
    /// A word with more than this many parts is looked for by its first ones.
    private static let mostParts = 12

    /// Each with at least one part.
    let alternatives: [[String]]
    /// The same as the bytes that stand in a search text where a word begins so.
    let beginnings: [[[UInt8]]]

    /// - Parameter word: folded; spaces part it like any sign.
    init(_ word: String) {
        alternatives = Self.alternatives(of: word)
        beginnings = alternatives.map { parts in parts.map { [0x20] + Array($0.utf8) } }
    }

    private static func alternatives(of word: String) -> [[String]] {
        let parts = SearchText.beginnings(in: word)
        // No word of any text begins so.
        if parts.isEmpty { return [[SearchText.nothing]] }
        var alternatives = [Array(parts.prefix(mostParts))]
        if let reading = Pinyin.typed(word) { alternatives.append([SearchText.beginning(reading)]) }
        // A number is looked for among the first and the last digits of phones, however it was typed.
        if word.allSatisfy({ $0.isNumber || "+-()./ ".contains($0) }) {
            let digits = PhoneDigits(word).digits
            if digits.isEmpty { return alternatives }
            if [digits] != parts { alternatives.append([SearchText.beginning(digits)]) }
            alternatives.append([SearchText.ending(digits)])
        }
        return alternatives
    }
}

extension SearchText {
    /// The words that must be begun in a text for a folded word to be found in it.
    static func beginnings(in word: String) -> [String] {
        var seen: Set<String> = []
        return pieces(of: word).flatMap { piece in
            switch piece {
            case .word(let word): [cut(word)]
            case .run(let scalars):
                scalars.count == 1
                    ? [String(scalars[0])] : zip(scalars, scalars.dropFirst()).map { pair($0, $1) }
            }
        }.filter { seen.insert($0).inserted }
    }

    /// What begins no word of any text.
    fileprivate static let nothing = "←←"
    fileprivate static func beginning(_ digits: String) -> String { cut(digits) }
    fileprivate static func ending(_ digits: String) -> String { reversed(digits) }
}

extension SearchWord {
    /// Whether a search text holds the word.
    func isHeld(by text: [UInt8]) -> Bool {
        beginnings.contains { parts in parts.allSatisfy { text.holds($0) } }
    }
}

extension [UInt8] {
    /// Whether some bytes stand in others one after another. There are at least two.
    fileprivate func holds(_ part: [UInt8]) -> Bool {
        withUnsafeBufferPointer { text in
            part.withUnsafeBufferPointer { part in
                var start = 0
                while start + part.count <= text.count {
                    var same = 0
                    while same < part.count, text[start + same] == part[same] { same += 1 }
                    if same == part.count { return true }
                    start += 1
                }
                return false
            }
        }
    }
}

extension Filter.Term {
    /// What is looked for, when the term is a word.
    var searchWord: SearchWord? {
        if case .word(let word, _) = test { SearchWord(word) } else { nil }
    }
}
