/// How Chinese is read: for sorting, and for finding 王伟 by `ww` or `wangwei`.

/// One syllable of a reading.
package struct Syllable: Hashable, Sendable, CustomStringConvertible {
    /// Lower-case ASCII letters, ü written `v` as on a keyboard: `wang`, `lv`.
    package var letters: String
    /// 1 to 4, 5 for the neutral one.
    package var tone: Int

    package init(_ letters: String, _ tone: Int) {
        self.letters = letters
        self.tone = tone
    }

    /// The letter that pinyin initials are made of: `w`.
    package var initial: Character { letters.first! }
    /// `wang2`.
    package var description: String { letters + String(tone) }
}

package enum Pinyin {
    /// The usual reading of one Han character; nil for everything else, and for a character without a known reading.
    package static func syllable(of scalar: Unicode.Scalar) -> Syllable? {
        if scalar.value == 0x3007 { return Syllable("ling", 2) }  // 〇
        let entry = entry(of: scalar)
        return entry == 0 ? nil : Syllable(letters(entry), (entry - 1) % 5 + 1)
    }

    /// Whether a character has a reading.
    static func isRead(_ scalar: Unicode.Scalar) -> Bool { scalar.value == 0x3007 || entry(of: scalar) != 0 }

    /// Which syllable of the table it is, counted from 1; 0 for none.
    private static func entry(of scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        switch value {
        case 0x3400...0x4DBF: return PinyinTable.extensionA.number(at: Int(value - 0x3400) * 2, digits: 2)
        case 0x4E00...0x9FFF: return PinyinTable.unified.number(at: Int(value - 0x4E00) * 2, digits: 2)
        case 0x20000...0x3FFFF: return rare(Int(value) - 0x20000)
        default: return 0
        }
    }

    /// The syllables of the Han characters of a text, in order; what is not Han is left out. In a name the first
    /// character, or two, are read as a surname: 单 shan, 曾 zeng, 尉迟 yuchi.
    package static func pinyin(of text: String, isName: Bool = true) -> [Syllable] {
        reading(of: text, isName: isName).compactMap(\.syllable)
    }

    /// Full pinyin without tones and spaces: `wangwei`. Empty when there is no Han.
    package static func spelled(_ text: String, isName: Bool = true) -> String {
        pinyin(of: text, isName: isName).map(\.letters).joined()
    }

    /// The initials: `ww`. Empty when there is no Han.
    package static func initials(_ text: String, isName: Bool = true) -> String {
        String(pinyin(of: text, isName: isName).map(\.initial))
    }

    /// A folded word with ü as it stands in readings where it may be meant: 吕 is typed `lv`, `lü`, as in a passport `lyu`, and
    /// without its dots. Nil where none is meant.
    package static func typed(_ word: String) -> String? {
        guard word.utf8.allSatisfy({ (97...122).contains($0) }), word.utf8.contains(117) else { return nil }
        let spelled = ["lyu", "lu", "nyu", "nu"].reduce(word) { word, typed in
            word.replacing(typed, with: "\(typed.first!)v")
        }
        return spelled == word ? nil : spelled
    }

    /// Every scalar of a text with its syllable, nil where it has none.
    static func reading(of text: String, isName: Bool) -> [(scalar: Unicode.Scalar, syllable: Syllable?)] {
        var result = text.unicodeScalars.map { (scalar: $0, syllable: syllable(of: $0)) }
        guard result.contains(where: { $0.syllable != nil }) else { return result }
        for start in result.indices where result[start].syllable != nil {
            for phrase in PinyinExceptions.phrases[result[start].scalar] ?? [] {
                let end = start + phrase.characters.count
                if end <= result.count, result[start..<end].map(\.scalar) == phrase.characters {
                    for (index, syllable) in zip(start..<end, phrase.syllables) { result[index].syllable = syllable }
                }
            }
        }
        guard isName, let start = result.firstIndex(where: { !$0.scalar.properties.isWhitespace }) else {
            return result
        }
        let han = result[start...].prefix { $0.syllable != nil }.map(\.scalar)
        if han.count >= 2, let double = PinyinExceptions.doubleSurnames[String(String.UnicodeScalarView(han.prefix(2)))]
        {
            result[start].syllable = double[0]
            result[start + 1].syllable = double[1]
        } else if let first = han.first, let single = PinyinExceptions.surnames[first],
            !PinyinExceptions.isPhrase(startingWith: han)
        {
            result[start].syllable = single
        }
        return result
    }

    private static func letters(_ entry: Int) -> String {
        PinyinTable.syllables.withUTF8Buffer { all in
            let start = (entry - 1) / 5 * 6
            return String(decoding: all[start..<start + 6].prefix { $0 != 46 }, as: UTF8.self)
        }
    }

    private static func rare(_ offset: Int) -> Int {
        var start = 0
        var end = PinyinTable.rare.utf8CodeUnitCount / 5
        while start < end {
            let middle = (start + end) / 2
            let found = PinyinTable.rare.number(at: middle * 5, digits: 3)
            if found == offset { return PinyinTable.rare.number(at: middle * 5 + 3, digits: 2) }
            if found < offset { start = middle + 1 } else { end = middle }
        }
        return 0
    }
}
