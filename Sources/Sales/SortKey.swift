/// The one order of every list: a text whose plain byte comparison sorts as a reader of Chinese and English expects.
package enum SortKey {
    /// The longest run of digits that is sorted as one number; longer runs are sorted digit by digit after it.
    private static let longestNumber = 9

    /// The key of a text. Han stands among the Latin letters by its pinyin, tone, then the character itself, so that one surname stays
    /// together (王 beside Wang); Latin letters are folded; digits stand before letters and by value (`Line 9` before
    /// `Line 10`); signs and spaces before digits; other scripts after all letters; an empty text last of all.
    ///
    /// Two texts with the same key differ in case, accents or width only: order by the text itself after the key.
    /// - Parameter isName: read the first Han character as a surname.
    package static func of(_ text: String, isName: Bool = true) -> String {
        let plain = folded(text)
        if plain.isEmpty { return "\u{10FFFF}" }
        if plain.utf8.allSatisfy({ $0 < 0x80 }) { return ofASCII(plain) }
        var key = ""
        var digits = ""
        func flushDigits() {
            guard !digits.isEmpty else { return }
            // The count of digits first, so that a longer number is a larger one: 9 → "19", 10 → "210".
            let number = digits.drop { $0 == "0" }
            key += number.count <= longestNumber ? "\(number.count)\(number)" : "9\(digits)"
            digits = ""
        }
        for (scalar, syllable) in Pinyin.reading(of: plain, isName: isName) {
            if (48...57).contains(scalar.value) {
                digits.unicodeScalars.append(scalar)
                continue
            }
            flushDigits()
            if let syllable {
                // A tone is lower than any letter: xi before xian, "wang wei" before 王 before "wanger". lü stands after lu
                // and before luan, as in Chinese dictionaries.
                let isUmlaut = syllable.letters.last == "v"
                key += isUmlaut ? syllable.letters.dropLast() + "u" : syllable.letters[...]
                key += String(syllable.tone + (isUmlaut ? 5 : 0) - (isUmlaut ? 1 : 0))
            }
            key.unicodeScalars.append(scalar)
        }
        flushDigits()
        return key
    }

    /// The key of a folded text that is ASCII, as most names are.
    private static func ofASCII(_ plain: String) -> String {
        func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
        guard plain.utf8.contains(where: isDigit) else { return plain }
        var key: [UInt8] = []
        var rest = plain.utf8[...]
        while let byte = rest.first {
            let digits = rest.prefix(while: isDigit)
            let number = digits.drop { $0 == 48 }
            if digits.isEmpty {
                key.append(byte)
                rest = rest.dropFirst()
                continue
            } else if number.count <= longestNumber {
                key.append(48 + UInt8(number.count))
                key += number
            } else {
                key.append(57)
                key += digits
            }
            rest = rest[digits.endIndex...]
        }
        return String(decoding: key, as: UTF8.self)
    }
}
