/// A telephone number as typed, and the digits by which it is found and compared. No country is needed.
package struct PhoneDigits: Hashable, Sendable {
    /// ASCII digits in the order typed, of any script or width; the `+` is not kept.
    package let digits: String
    /// The digits after `ext`, `x`, `#`, `转` or `分机`; nil without them.
    package let ext: String?
    /// True for a number that names its country: it begins with `+` or `00`.
    package let isInternational: Bool
    private let hasPlus: Bool

    /// What a telephone takes: the digits, behind a `+` where one was typed; nil for what is no number. ITU-T E.164 has 15
    /// digits at most, before which some dial a prefix.
    package var dialled: String? { (1...20).contains(digits.utf8.count) ? (hasPlus ? "+" : "") + digits : nil }

    package init(_ text: String) {
        if let plain = PhoneDigits(plain: text) {
            self = plain
            return
        }
        var number = ""
        var after: String?
        var hasPlus = false
        var word = ""
        var rest = folded(text)[...]
        while let character = rest.popFirst() {
            // `+49 (0) 30` is how Europeans write one number for use at home and abroad.
            if hasPlus, !number.isEmpty, character == "(", rest.hasPrefix("0)") {
                rest = rest.dropFirst(2)
            } else if let digit = character.wholeNumberValue,
                character.unicodeScalars.first?.properties.numericType == .decimal
            {
                if after != nil { after! += String(digit) } else { number += String(digit) }
                word = ""
            } else if character == "+", number.isEmpty {
                hasPlus = true
            } else if !number.isEmpty {
                word = character.isLetter || character == "#" ? word + String(character) : ""
                if ["ext", "x", "#", "转", "分机"].contains(word) { after = after ?? "" }
            }
        }
        isInternational = hasPlus || number.hasPrefix("00")
        digits = number
        self.hasPlus = hasPlus
        ext = after.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Most numbers hold nothing but digits, a `+` and the signs between groups: those are read without looking further.
    private init?(plain text: String) {
        var text = text
        var hasPlus = false
        var isPlain = true
        let digits = text.withUTF8 { bytes in
            String(unsafeUninitializedCapacity: bytes.count) { digits in
                var count = 0
                var index = 0
                while index < bytes.count {
                    switch bytes[index] {
                    case 0x30...0x39:
                        digits[count] = bytes[index]
                        count += 1
                    case UInt8(ascii: "+"): if count == 0 { hasPlus = true }
                    case UInt8(ascii: "("):
                        // `+49 (0) 30`, see above.
                        if hasPlus, count > 0, index + 2 < bytes.count, bytes[index + 1] == 0x30,
                            bytes[index + 2] == UInt8(ascii: ")")
                        {
                            index += 2
                        }
                    case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ")"):
                        break
                    default: isPlain = false
                    }
                    index += 1
                }
                return count
            }
        }
        if !isPlain { return nil }
        self.digits = digits
        self.hasPlus = hasPlus
        isInternational = hasPlus || digits.utf8.starts(with: [0x30, 0x30])
        ext = nil
    }

    /// The digits from the last to the first, for an index by which `8000` finds `138 0013 8000`.
    package var reversed: String {
        let bytes = digits.utf8
        return String(unsafeUninitializedCapacity: bytes.count) { reversed in
            var place = bytes.count
            for byte in bytes {
                place -= 1
                reversed[place] = byte
            }
            return bytes.count
        }
    }

    /// The digits that two ways of writing the same number share: without `00` and without the trunk `0`.
    private var core: Substring { digits.drop { $0 == "0" } }

    /// True when two numbers, as typed, most likely ring at the same place: `+86 138 0013 8000` and `13800138000`,
    /// `0049 30 1234567`, `+49 30 1234567` and `030 1234567`. At least seven digits must agree from the end; when both
    /// name a country, or neither does, they must agree wholly. An extension on both sides must be the same.
    package func isSame(as other: PhoneDigits) -> Bool {
        if let ext, let otherExt = other.ext, ext != otherExt { return false }
        if digits.isEmpty || other.digits.isEmpty { return false }
        if digits == other.digits { return true }
        if core == other.core { return core.count >= 7 }
        if isInternational && other.isInternational { return false }
        let (short, long) = core.count < other.core.count ? (self, other) : (other, self)
        // A country code has one to three digits; only the longer number can have it.
        let rest = long.core.count - short.core.count
        guard short.core.count >= 7, (1...3).contains(rest), long.core.hasSuffix(short.core) else { return false }
        return long.isInternational || (!short.isInternational && long.digits.first != "0" && long.core.count >= 11)
    }
}
