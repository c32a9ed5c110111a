/// One spelling for what a person takes for the same text: used by search and by the hunt for duplicates.

/// The text without case, accents, width and compatibility forms, Han characters simplified, runs of white space one
/// space and none at the ends: `Ｍüller　王偉` becomes `muller 王伟`. Punctuation stays, in its plain form. Marks of
/// scripts in which they are letters' halves (kana, Devanagari, Thai, Arabic…) stay. Folding twice changes nothing.
///
/// Traditional characters become simplified ones only where Unicode names exactly one (`kSimplifiedVariant`).
package func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return foldedASCII(text) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var folding = Folding()
    for scalar in text.unicodeScalars { folding.take(scalar, into: &bytes) }
    folding.finish(into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
}

private func foldedASCII(_ text: String) -> String {
    String(unsafeUninitializedCapacity: text.utf8.count) { bytes in
        var count = 0
        var spaceIsDue = false
        for byte in text.utf8 {
            if byte <= 0x20 {
                spaceIsDue = count > 0
                continue
            }
            if spaceIsDue {
                bytes[count] = 0x20
                count += 1
                spaceIsDue = false
            }
            bytes[count] = byte &- 65 < 26 ? byte + 32 : byte
            count += 1
        }
        return count
    }
}

/// The state of folding one text: what may still be joined to the scalar that follows.
private struct Folding {
    private var pending: UInt32 = 0
    private var spaceIsDue = false
    private var isEmpty = true

    /// Folds one scalar of the text.
    mutating func take(_ scalar: Unicode.Scalar, into bytes: inout [UInt8]) {
        let value = scalar.value
        if value < 0x80 {
            put(value &- 65 < 26 ? value + 32 : value, into: &bytes)
            return
        }
        switch FoldingTable.fold(value) {
        case .itself: put(value, into: &bytes)
        case .nothing: break
        case .scalar(let other): put(other, into: &bytes)
        case .text(let start):
            FoldingTable.expansions.withUTF8Buffer { all in
                var end = start
                while all[end] != 10 { end += 1 }
                for part in String(decoding: all[start..<end], as: UTF8.self).unicodeScalars {
                    put(part.value, into: &bytes)
                }
            }
        }
    }

    mutating func finish(into bytes: inout [UInt8]) { flush(into: &bytes) }

    private mutating func put(_ value: UInt32, into bytes: inout [UInt8]) {
        if value <= 0x20 || value == 0x85 || value == 0x2028 || value == 0x2029 || value == 0x1680 {
            // White space; other control characters part words too, they never join them.
            flush(into: &bytes)
            spaceIsDue = !isEmpty
        } else if let joined = Folding.join(pending, value) {
            pending = joined
        } else {
            flush(into: &bytes)
            pending = value
        }
    }

    private mutating func flush(into bytes: inout [UInt8]) {
        guard pending != 0, let scalar = Unicode.Scalar(pending) else { return }
        if spaceIsDue { bytes.append(0x20) }
        bytes.append(contentsOf: UTF8.encode(scalar)!)
        pending = 0
        spaceIsDue = false
        isEmpty = false
    }

    /// What two scalars make together: kana with a voicing mark, Hangul from its parts (Unicode, 3.12); else nil.
    private static func join(_ first: UInt32, _ second: UInt32) -> UInt32? {
        switch second {
        case 0x3099, 0x309A:
            let katakana: UInt32 = first >= 0x30A1 ? 0x60 : 0
            guard first >= 0x3041, first <= 0x30F2 else { return nil }
            let kana = first - katakana
            if second == 0x3099, kana == 0x3046 { return 0x3094 + katakana }  // う to ゔ
            let voiced =
                [0x304B...0x3061, 0x306F...0x307B].contains { $0.contains(kana) }
                || [0x3064, 0x3066, 0x3068].contains(kana)
            guard voiced else { return nil }
            if kana >= 0x306F {
                guard kana % 3 == 0 else { return nil }  // は ひ ふ へ ほ, each followed by its two voiced forms
                return first + (second - 0x3098)
            }
            let isPlain = kana < 0x3062 ? kana % 2 == 1 : kana % 2 == 0
            return second == 0x3099 && isPlain ? first + 1 : nil
        case 0x1161...0x1175 where (0x1100...0x1112).contains(first):
            return 0xAC00 + ((first - 0x1100) * 21 + (second - 0x1161)) * 28
        case 0x11A8...0x11C2 where (0xAC00...0xD7A3).contains(first) && (first - 0xAC00) % 28 == 0:
            return first + (second - 0x11A7)
        default:
            return nil
        }
    }
}

extension FoldingTable {
    enum Target {
        case itself, nothing
        case scalar(UInt32)
        /// Where it starts in `expansions`; a line feed ends it.
        case text(Int)
    }

    /// What one scalar beyond ASCII folds to.
    static func fold(_ value: UInt32) -> Target {
        guard value < 0x30000 else { return (0xE0000..<0xE1000).contains(value) ? .nothing : .itself }
        let page = Int(value >> 6)
        let low = value & 63
        var record = pages.number(at: page * 3, digits: 3)
        var end = pages.number(at: page * 3 + 3, digits: 3)
        while record < end {
            let middle = (record + end) / 2
            let found = records.number(at: middle * 4, digits: 1)
            if found == low {
                let target = records.number(at: middle * 4 + 1, digits: 3)
                if target == 0 { return .nothing }
                return target < 0x38000 ? .scalar(UInt32(target)) : .text(target - 0x38000)
            }
            if found < low { record = middle + 1 } else { end = middle }
        }
        return .itself
    }
}

extension StaticString {
    /// A number written in base 64, as the tables made by Scripts/make-character-tables.py do: `0` is 0, `o` is 63, and
    /// `p` stands for the backslash.
    func number(at place: Int, digits: Int) -> Int {
        precondition(place >= 0 && place + digits <= utf8CodeUnitCount)
        var number = 0
        for offset in place..<place + digits {
            let byte = utf8Start[offset]
            number = number * 64 + (byte == 112 ? 44 : Int(byte) - 48)
        }
        return number
    }
}
