import Words

/// Recognises the encoding of a file from its first bytes.
package struct TextDetection: Sendable, Equatable {
    package enum Certainty: Int, Comparable, Sendable {
        /// The letters would also make sense in another encoding: show a preview and ask.
        case guess
        /// Other encodings are very unlikely.
        case likely
        /// A byte order mark, or bytes that are valid in no other way.
        case certain

        package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }

    package var encoding: TextEncoding
    package var certainty: Certainty
    /// Bytes of the byte order mark, which are not text.
    package var mark = 0

    package init(encoding: TextEncoding, certainty: Certainty, mark: Int = 0) {
        self.encoding = encoding
        self.certainty = certainty
        self.mark = mark
    }

    /// - Parameter sample: the whole of a small file, else its first `Limits.sample` bytes.
    /// - Throws: `FileProblem` for UTF-32, also behind a byte order mark of UTF-16.
    package init(sample: [UInt8]) throws(FileProblem) {
        if sample.starts(with: [0xFF, 0xFE, 0, 0]) || sample.starts(with: [0, 0, 0xFE, 0xFF]) {
            throw TextDetection.utf32
        }
        if sample.starts(with: [0xEF, 0xBB, 0xBF]) {
            self.init(encoding: .utf8, certainty: .certain, mark: 3)
            return
        }
        let marked: TextEncoding? =
            sample.starts(with: [0xFF, 0xFE]) ? .utf16LE : sample.starts(with: [0xFE, 0xFF]) ? .utf16BE : nil
        if TextDetection.isUTF32(marked == nil ? sample[...] : sample[2...]) { throw TextDetection.utf32 }
        if let marked {
            self.init(encoding: marked, certainty: .certain, mark: 2)
        } else if let wide = TextDetection.unmarkedUTF16(sample) {
            self.init(encoding: wide, certainty: .likely)
        } else {
            self = TextDetection.narrow(sample)
        }
    }

    private static var utf32: FileProblem {
        FileProblem(reason: say("The file is UTF-32, which Kontor does not read; save it as UTF-8."))
    }

    /// Three of four bytes are zero, always at the same places.
    private static func isUTF32(_ bytes: ArraySlice<UInt8>) -> Bool {
        let groups = bytes.count / 4
        if groups < 2 { return false }
        var little = 0
        var big = 0
        for i in 0..<groups {
            let at = bytes.startIndex + 4 * i
            if bytes[at + 3] == 0, bytes[at + 2] <= 0x10, bytes[at] != 0, bytes[at + 1] == 0 { little += 1 }
            if bytes[at] == 0, bytes[at + 1] <= 0x10, bytes[at + 2] == 0, bytes[at + 3] != 0 { big += 1 }
        }
        return max(little, big) * 2 > groups
    }

    /// Western text in UTF-16 is zero in every other byte; Chinese text still has line breaks, digits and commas.
    private static func unmarkedUTF16(_ sample: [UInt8]) -> TextEncoding? {
        let pairs = sample.count / 2
        if pairs < 2 { return nil }
        var first = 0
        var second = 0
        for i in 0..<pairs {
            if sample[2 * i] == 0 { first += 1 }
            if sample[2 * i + 1] == 0 { second += 1 }
        }
        let most = max(first, second)
        if most == 0 || min(first, second) * 20 > most { return nil }
        let encoding: TextEncoding = first > second ? .utf16BE : .utf16LE
        if most * 4 >= pairs * 3 { return encoding }
        // Few zeros: only when the bytes are no UTF-8, and are valid as UTF-16.
        if most * 50 < pairs || UTF8Check(sample).errors == 0 { return nil }
        var decoder = TextDecoder(encoding)
        _ = decoder.decode(Array(sample[..<(pairs * 2)]))
        return decoder.problems.count == 0 ? encoding : nil
    }

    private static func narrow(_ sample: [UInt8]) -> TextDetection {
        let check = UTF8Check(sample)
        if check.errors == 0 {
            if check.multibyte == 0, hasJapaneseEscape(sample) {
                return TextDetection(encoding: .other("ISO-2022-JP"), certainty: .likely)
            }
            return TextDetection(encoding: .utf8, certainty: .certain)
        }
        if check.multibyte > 4 * check.errors { return TextDetection(encoding: .utf8, certainty: .likely) }
        let scores: [(TextEncoding, Double)] = [
            (.gb18030, share(sample, gb18030)), (.big5, share(sample, big5)), (.shiftJIS, share(sample, shiftJIS)),
        ]
        let best = scores.max { $0.1 < $1.1 }!
        if best.1 >= 0.6 {
            let others = scores.filter { $0.0 != best.0 }.map(\.1).max()!
            return TextDetection(encoding: best.0, certainty: best.1 - others > 0.2 ? .likely : .guess)
        }
        return TextDetection(encoding: .windows1252, certainty: .guess)
    }

    private static func hasJapaneseEscape(_ bytes: [UInt8]) -> Bool {
        bytes.indices.dropLast(2).contains {
            bytes[$0] == 0x1B && bytes[$0 + 1] == 0x24 && (bytes[$0 + 2] == 0x40 || bytes[$0 + 2] == 0x42)
        }
    }

    // MARK: - Characters of everyday text

    /// How many bytes a character has, and whether it is an everyday one; nil when the bytes are no character.
    private typealias Shape = (UInt8, UInt8) -> (bytes: Int, isCommon: Bool)?

    /// The share of everyday characters among all that are not ASCII.
    private static func share(_ bytes: [UInt8], _ shape: Shape) -> Double {
        var total = 0
        var common = 0
        var i = 0
        while i < bytes.count {
            if bytes[i] < 0x80 {
                i += 1
                continue
            }
            guard i + 1 < bytes.count else { break }
            total += 1
            if let (length, isCommon) = shape(bytes[i], bytes[i + 1]) {
                if isCommon { common += 1 }
                i += length
            } else {
                total += 4  // an impossible character weighs more than a rare one
                i += 1
            }
        }
        return total == 0 ? 0 : Double(common) / Double(total)
    }

    /// Everyday: GB 2312 level 1 (rows B0 to D7) and its punctuation.
    private static func gb18030(_ a: UInt8, _ b: UInt8) -> (bytes: Int, isCommon: Bool)? {
        if a == 0x80 || a == 0xFF { return nil }
        if (0x30...0x39).contains(b) { return (4, false) }
        if b < 0x40 || b == 0x7F || b == 0xFF { return nil }
        return (2, b >= 0xA1 && ((0xB0...0xD7).contains(a) || a == 0xA1 || a == 0xA3))
    }

    /// Everyday: Big5 level 1 (A4 to C6) and punctuation.
    private static func big5(_ a: UInt8, _ b: UInt8) -> (bytes: Int, isCommon: Bool)? {
        guard (0x81...0xFE).contains(a), (0x40...0x7E).contains(b) || (0xA1...0xFE).contains(b) else { return nil }
        return (2, (0xA4...0xC6).contains(a) || a == 0xA1)
    }

    /// Everyday: kana, punctuation, JIS level 1. Half-width katakana are a byte each.
    private static func shiftJIS(_ a: UInt8, _ b: UInt8) -> (bytes: Int, isCommon: Bool)? {
        if (0xA1...0xDF).contains(a) { return (1, false) }
        guard (0x81...0x9F).contains(a) || (0xE0...0xFC).contains(a), b >= 0x40, b != 0x7F, b <= 0xFC else {
            return nil
        }
        return (2, (0x81...0x83).contains(a) || (0x88...0x97).contains(a))
    }
}
