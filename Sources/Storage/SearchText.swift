import Sales

/// The text by which a record is found: words of our own making, each between two spaces, so that `instr(text, ' wang')` says
/// whether one begins so, and an index that only knows how to split at spaces knows the same.
///
/// A Latin word is found by its beginning, Chinese by any part of it, by pinyin and by initials from any syllable on, a
/// number by its first or last digits.
struct SearchText {
    /// How Chinese in a text may be typed.
    enum Reading {
        /// By its characters only: long texts.
        case characters
        /// By pinyin and initials, too, from the first syllable on.
        case beginning
        /// By pinyin and initials from any syllable on.
        case anywhere
    }

    /// Longer words agree when they agree so far: in letters.
    private static let longest = 24
    /// Stands before digits that are written backwards.
    static let backwards: Unicode.Scalar = "←"

    /// UTF-8: an import makes a million of these.
    private(set) var bytes: [UInt8] = []
    private var seen = WordHashes()
    private let memory: WordMemory?

    /// - Parameter memory: where the words of what comes again and again are kept.
    init(_ memory: WordMemory? = nil) {
        self.memory = memory
        bytes.reserveCapacity(400)
        bytes.append(0x20)
    }

    /// Begins another text in the same memory.
    mutating func clear() {
        bytes.removeLast(bytes.count - 1)
        seen.clear()
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    private mutating func add(word: some Sequence<UInt8>) {
        let start = bytes.count
        bytes.append(contentsOf: word)
        finishWord(from: start)
    }

    /// Keeps the word that ends the text, unless the text has it already.
    private mutating func finishWord(from start: Int) {
        if bytes.count == start { return }
        // FNV-1a: that two words of one text should agree in 64 bits is not to be expected.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for index in start..<bytes.count { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3 }
        if seen.insert(hash) { bytes.append(0x20) } else { bytes.removeLast(bytes.count - start) }
    }

    /// Adds a text of one or more lines, as it stands in the file.
    mutating func add(utf8: UnsafeBufferPointer<UInt8>, _ reading: Reading = .anywhere) {
        if utf8.allSatisfy({ $0 < 0x7F }) {
            add(ascii: utf8)
        } else {
            add(String(decoding: utf8, as: UTF8.self), reading)
        }
    }

    /// Adds so many characters of a text at most.
    mutating func add(beginning utf8: UnsafeBufferPointer<UInt8>?, _ count: Int, _ reading: Reading) {
        guard let utf8 else { return }
        // No character takes less than a byte.
        if utf8.count <= count { return add(utf8: utf8, reading) }
        add(String(String(decoding: utf8, as: UTF8.self).prefix(count)), reading)
    }

    /// The words that `pieces` finds in ASCII when it is folded, where no sign is a run of its own: by bytes, as most texts are such.
    private mutating func add(ascii: UnsafeBufferPointer<UInt8>) {
        var word = -1
        var chunk = 0
        var isBare = true
        for index in 0...ascii.count {
            // The end of a text or line parts words as a space does.
            let byte = index < ascii.count ? ascii[index] : 0x20
            switch byte {
            case 0x30...0x39, 0x61...0x7A, 0x41...0x5A:
                if word < 0 { word = index }
                isBare = false
            default:
                if word >= 0 { add(ascii: ascii[word..<index]) }
                word = -1
                guard byte <= 0x20 else { continue }
                if isBare, chunk < index { add(ascii: ascii[chunk..<index]) }
                chunk = index + 1
                isBare = true
            }
        }
    }

    private mutating func add(ascii word: Slice<UnsafeBufferPointer<UInt8>>) {
        let start = bytes.count
        for byte in word.prefix(Self.longest) { bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
        finishWord(from: start)
    }

    /// Adds a text of one or more lines.
    mutating func add(_ text: String?, _ reading: Reading = .anywhere) {
        guard var text, !text.isEmpty else { return }
        if text.utf8.allSatisfy({ $0 < 0x7F }) {
            text.withUTF8 { add(ascii: $0) }
            return
        }
        if let memory, text.utf8.count <= WordMemory.longest {
            let words = memory.words(of: text, reading)
            var start = 1
            for end in words.indices.dropFirst() where words[end] == 0x20 {
                add(word: words[start..<end])
                start = end + 1
            }
            return
        }
        // Most texts have one line; looking for the end of one goes through all characters.
        let lines = text.utf8.contains(0x0A) ? text.split(separator: "\n").map { String($0) } : [text]
        for line in lines {
            var isHan = false
            for piece in Self.pieces(of: folded(line)) {
                switch piece {
                case .word(let word): add(word: Self.cut(word).utf8)
                case .run(let scalars):
                    isHan = true
                    for index in scalars.indices {
                        add(word: UTF8.encode(scalars[index])!)
                        if index > 0 { add(word: Self.pair(scalars[index - 1], scalars[index]).utf8) }
                    }
                }
            }
            if isHan, reading != .characters { addPinyin(of: line, anywhere: reading == .anywhere) }
        }
    }

    /// Read as a name (单 shan) and as a word (单 dan).
    private mutating func addPinyin(of line: String, anywhere: Bool) {
        let name = Pinyin.pinyin(of: line, isName: true)
        if name.isEmpty { return }
        let word = Pinyin.pinyin(of: line, isName: false)
        for syllables in name == word ? [name] : [name, word] {
            var spelled: [UInt8] = []
            var starts: [Int] = []
            for syllable in syllables {
                starts.append(spelled.count)
                spelled += syllable.letters.utf8
            }
            let initials = starts.map { spelled[$0] }
            for index in anywhere ? syllables.indices : 0..<1 {
                add(word: spelled[starts[index]...].prefix(Self.longest))
                add(word: initials[index...].prefix(Self.longest))
            }
        }
    }

    /// Adds a telephone number: its digits from each place where a person may begin to type them, and backwards.
    mutating func add(phone: String) {
        let number = PhoneDigits(phone)
        let digits = number.digits
        if digits.isEmpty { return }
        add(word: digits.utf8.prefix(Self.longest))
        add(word: Self.reversed(digits).utf8)
        addGroups(of: phone.utf8.allSatisfy { $0 < 0x80 } ? phone : folded(phone), digits)
        if number.isInternational {
            let national = digits.drop { $0 == "0" }
            add(word: Self.cut(national.dropFirst(Self.countryDigits(national))).utf8)
        }
    }

    /// `+86 138 0013 8000` is found from 138, from 0013 and from 8000 on.
    private mutating func addGroups(of phone: String, _ digits: String) {
        var phone = phone
        var rest = digits.utf8[...]
        phone.withUTF8 { bytes in
            var start = -1
            var before: Slice<UnsafeBufferPointer<UInt8>>?
            for index in bytes.indices {
                guard (0x30...0x39).contains(bytes[index]) else {
                    if start >= 0 { before = bytes[start..<index] }
                    start = -1
                    continue
                }
                if start >= 0 { continue }
                start = index
                // Another group begins: what follows the one before is a begin.
                guard let group = before, rest.starts(with: group) else { continue }
                rest = rest.dropFirst(group.count)
                if rest.count >= 3 { add(word: rest.prefix(Self.longest)) }
            }
        }
    }

    private static let twoDigits: Set = [
        "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49",
        "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84",
        "86", "90", "91", "92", "93", "94", "95", "98",
    ]

    /// How many digits the country code has at the begin of an international number (ITU-T E.164).
    private static func countryDigits(_ digits: Substring) -> Int {
        guard let first = digits.first else { return 0 }
        if first == "1" || first == "7" { return 1 }
        return twoDigits.contains(String(digits.prefix(2))) ? 2 : 3
    }

    static func reversed(_ digits: some StringProtocol) -> String {
        cut(String(backwards) + String(decoding: digits.utf8.reversed(), as: UTF8.self))
    }

    static func pair(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> String {
        var pair = String(a)
        pair.unicodeScalars.append(b)
        return pair
    }

    static func cut(_ word: some StringProtocol) -> String {
        word.utf8.count <= longest
            ? String(word) : String(String.UnicodeScalarView(word.unicodeScalars.prefix(longest)))
    }
}

/// The words of short texts that are not ASCII: cities, companies and family names come again and again in a long import, and
/// making the words of one takes longer than all else that is done with it.
final class WordMemory {
    /// In bytes.
    fileprivate static let longest = 60
    private static let most = 20_000

    private struct Key: Hashable {
        let text: String
        let reading: SearchText.Reading
    }

    private var known: [Key: [UInt8]] = [:]

    fileprivate func words(of text: String, _ reading: SearchText.Reading) -> [UInt8] {
        let key = Key(text: text, reading: reading)
        if let words = known[key] { return words }
        var words = SearchText()
        words.add(text, reading)
        if known.count == Self.most { known = [:] }
        // As many bytes as there are: a text that is written has room for more.
        let exact = words.bytes.withUnsafeBufferPointer { Array($0) }
        known[key] = exact
        return exact
    }
}

/// The words that a text has, by their hashes.
private struct WordHashes {
    /// At most half of the places are taken; 0 is a free one.
    private var places = [UInt64](repeating: 0, count: 128)
    private var count = 0

    mutating func clear() {
        if count == 0 { return }
        for place in places.indices { places[place] = 0 }
        count = 0
    }

    /// - Returns: false when it is there already.
    mutating func insert(_ hash: UInt64) -> Bool {
        let hash = max(hash, 1)
        guard add(hash) else { return false }
        count += 1
        if count * 2 > places.count {
            let old = places
            places = [UInt64](repeating: 0, count: old.count * 4)
            for hash in old where hash != 0 { _ = add(hash) }
        }
        return true
    }

    private mutating func add(_ hash: UInt64) -> Bool {
        var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
        while places[place] != 0 {
            if places[place] == hash { return false }
            place = (place + 1) & (places.count - 1)
        }
        places[place] = hash
        return true
    }
}

extension SearchText {
    /// The ways in which a text is typed when one of its fields is asked for: folded; pinyin and its initials, read as a name
    /// and as a word.
    static func forms(of text: String) -> [String] {
        text.split(separator: "\n").flatMap { line in
            let line = String(line)
            if line.utf8.allSatisfy({ $0 < 0x80 }) { return [folded(line)] }
            return [folded(line)]
                + [true, false].flatMap { isName in
                    let spelled = Pinyin.spelled(line, isName: isName)
                    // ü, too, as it is typed where there is no key for it.
                    let plain = spelled.contains("v") ? [spelled.replacing("v", with: "u")] : []
                    return [spelled, Pinyin.initials(line, isName: isName)] + plain
                }
        }
    }
}
