/// Where in a shown text stands what a person looked for.

/// The places of folded words in a text, as ranges of characters, in order and without overlap: the begin of a Latin word, any
/// part of Chinese, the characters whose pinyin or initials were typed, the first or last digits of a number.
package func marks(in text: String, of words: [String]) -> [Range<Int>] {
    if words.isEmpty { return [] }
    if let ranges = marks(inASCII: text, of: words) { return ranges }
    let found = MarkedText(text, isRead: words.contains { $0.utf8.contains { (97...122).contains($0) } })
    var isMarked = Array(repeating: false, count: found.characters.count)
    for word in words {
        for range in found.places(of: word) { for index in range { isMarked[index] = true } }
    }
    return ranges(isMarked)
}

private func ranges(_ isMarked: [Bool]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for index in isMarked.indices where isMarked[index] {
        if let last = ranges.last, last.upperBound == index {
            ranges[ranges.count - 1] = last.lowerBound..<index + 1
        } else {
            ranges.append(index..<index + 1)
        }
    }
    return ranges
}

/// The same in a text of printable ASCII, by its bytes: every line on the screen is asked at every letter.
///
/// - Returns: nil for other texts, and where a number may be meant that does not begin a word.
private func marks(inASCII text: String, of words: [String]) -> [Range<Int>]? {
    let bytes = Array(text.utf8)
    guard bytes.allSatisfy({ (0x20...0x7E).contains($0) }) else { return nil }
    let plain = bytes.map { $0 &- 65 < 26 ? $0 + 32 : $0 }
    let isInner = plain.map { (97...122).contains($0) || (48...57).contains($0) }
    var isMarked = Array(repeating: false, count: bytes.count)
    for word in words where !word.isEmpty {
        var isFound = false
        let wanted = Array(word.utf8)
        for start in plain.indices where start == 0 || !isInner[start - 1] {
            guard plain[start...].starts(with: wanted) else { continue }
            isFound = true
            for index in start..<start + wanted.count { isMarked[index] = true }
        }
        if !isFound, word.utf8.contains(where: isDigit), bytes.contains(where: isDigit) { return nil }
    }
    return ranges(isMarked)
}

private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

/// A text by its characters, each with what it is folded to and how it is read.
private struct MarkedText {
    let characters: [Character]
    private let plain: [String]
    private let isHan: [Bool]
    /// How each character is spelled, and its initial, as a name and where that differs as a word; `\0` for what is not Han.
    private var readings: [(letters: [String], initials: [String])] = []

    /// - Parameter isRead: whether something is looked for that may be pinyin.
    init(_ text: String, isRead: Bool) {
        characters = Array(text)
        isHan = characters.map { !$0.isASCII && Pinyin.isRead($0.unicodeScalars.first!) }
        plain = zip(characters, isHan).map { character, isHan in
            !isHan && character.isWhitespace ? " " : folded(String(character))
        }
        guard isRead, isHan.contains(true) else { return }
        let name = syllables(text, isName: true)
        let word = syllables(text, isName: false)
        readings = (name == word ? [name] : [name, word]).map { syllables in
            (syllables.map { $0?.letters ?? "\0" }, syllables.map { $0.map { String($0.initial) } ?? "\0" })
        }
    }

    private func syllables(_ text: String, isName: Bool) -> [Syllable?] {
        var syllables = Pinyin.reading(of: text, isName: isName)[...]
        return characters.map { character in
            defer { syllables = syllables.dropFirst(character.unicodeScalars.count) }
            return syllables.first?.syllable
        }
    }

    func places(of word: String) -> [Range<Int>] {
        var places: [Range<Int>] = []
        let spelled = readings.isEmpty ? nil : Pinyin.typed(word)
        for start in characters.indices where beginsWord(start) {
            if let end = end(of: word, from: start, plain) { places.append(start..<end) }
            for reading in readings {
                if let end = end(of: word, from: start, reading.letters)
                    ?? spelled.flatMap({ end(of: $0, from: start, reading.letters) })
                    ?? end(of: word, from: start, reading.initials)
                {
                    places.append(start..<end)
                }
            }
        }
        return places.isEmpty ? digits(of: word) : places
    }

    /// Where a word ends that begins at a place; nil when it does not.
    private func end(of word: String, from start: Int, _ pieces: [String]) -> Int? {
        var rest = word.utf8[...]
        // Most places are not where it begins.
        guard let first = rest.first, pieces[start].utf8.first == first else { return nil }
        for index in start..<pieces.count {
            let piece = pieces[index].utf8
            if rest.count <= piece.count { return piece.starts(with: rest) ? index + 1 : nil }
            guard rest.starts(with: piece) else { return nil }
            rest = rest.dropFirst(piece.count)
        }
        return nil
    }

    private func beginsWord(_ index: Int) -> Bool {
        if index == 0 || !plain[index].utf8.allSatisfy({ $0 < 0x80 }) || isHan[index - 1] { return true }
        return !(characters[index - 1].isLetter || characters[index - 1].isNumber)
    }

    /// The first or last digits of a number, however it is written.
    private func digits(of word: String) -> [Range<Int>] {
        let wanted = word.filter(\.isASCIIDigit)
        guard !wanted.isEmpty, word.allSatisfy({ $0.isASCIIDigit || "+-()./ ".contains($0) }) else { return [] }
        let places = characters.indices.filter { plain[$0].count == 1 && plain[$0].allSatisfy(\.isASCIIDigit) }
        let all = String(places.map { Character(plain[$0]) })
        if all.hasSuffix(wanted) { return [places[places.count - wanted.count]..<places.last! + 1] }
        if all.hasPrefix(wanted) { return [places[0]..<places[wanted.count - 1] + 1] }
        return []
    }
}
