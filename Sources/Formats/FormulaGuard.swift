/// Keeps a cell of a table from being run as a formula by a spreadsheet (CWE-1236), so that it can be undone exactly.

package enum FormulaGuard {
    /// The cell as it is written: with a leading `'` when a spreadsheet would take it for a formula.
    ///
    /// `remove(protect(x)) == x` for every text, also for one that itself begins with `'=`.
    package static func protect(_ text: String) -> String {
        needsGuard(text) ? "'" + text : text
    }

    /// The text of a cell that `protect` wrote; every other text as it is.
    package static func remove(_ cell: String) -> String {
        guard cell.utf8.first == apostrophe else { return cell }
        let text = String(cell.unicodeScalars.dropFirst())
        return needsGuard(text) ? text : cell
    }

    /// Any number of apostrophes before a formula: counting them too makes the pair an identity.
    package static func needsGuard(_ text: String) -> Bool {
        guard let first = text.utf8.first, isStart(first) else { return false }
        var text = text
        return text.withUTF8 { needsGuard($0) }
    }

    /// The same of a text's UTF-8.
    package static func needsGuard(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = utf8.first, isStart(first) else { return false }
        let rest = utf8.drop { $0 == apostrophe }
        guard let start = rest.first else { return false }
        switch start {
        case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D: return true
        case UInt8(ascii: "+"), UInt8(ascii: "-"): return !isNumber(rest) && !isPhone(rest)
        // ＝ ＋ － ＠ are EF BC 9D, 8B, 8D, A0.
        case 0xEF:
            return rest.count >= 3 && rest[rest.startIndex + 1] == 0xBC
                && [0x9D, 0x8B, 0x8D, 0xA0].contains(rest[rest.startIndex + 2])
        default: return false
        }
    }

    private static let apostrophe = UInt8(ascii: "'")

    /// Most cells are decided by their first byte.
    private static func isStart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "'"), UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
            0x09, 0x0A, 0x0D, 0xEF:
            true
        default: false
        }
    }

    /// A sign, digits with commas or points between them, perhaps `%`: `-120.50`, `+1,234`.
    private static func isNumber(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var digits = bytes.dropFirst()
        if digits.last == UInt8(ascii: "%") { digits = digits.dropLast() }
        guard let first = digits.first, let last = digits.last, isDigit(first), isDigit(last) else { return false }
        var previousIsDigit = true
        for byte in digits {
            if isDigit(byte) {
                previousIsDigit = true
            } else if previousIsDigit, byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") {
                previousIsDigit = false
            } else {
                return false
            }
        }
        return true
    }

    /// `+`, then 5 to 20 digits with spaces, points, hyphens and brackets between them: `+86 138 0013 8000`.
    private static func isPhone(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard bytes.first == UInt8(ascii: "+"), bytes.count <= 40 else { return false }
        var digits = 0
        for byte in bytes.dropFirst() {
            if isDigit(byte) {
                digits += 1
            } else if !" .-()".utf8.contains(byte) {
                return false
            }
        }
        return (5...20).contains(digits)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
