import Words

/// What a spreadsheet makes of a cell that nobody edited, when it saves a table anew: `+8613800138000` becomes a number without its
/// sign, `010020` loses its zero, `1E5` is written out, and a number of many digits is rounded.
enum SpreadsheetCell {
    /// Whether a cell says what it said when it was exported.
    static func isSame(_ exported: String, _ found: String) -> Bool {
        if exported.utf8.elementsEqual(found.utf8) { return true }
        if exported.utf8.contains(0x0D) || found.utf8.contains(0x0D), lines(exported) == lines(found) { return true }
        if let exported = Number(exported), let found = Number(found) { return found.isSame(as: exported) }
        return ["true", "false"].contains(exported.lowercased()) && exported.lowercased() == found.lowercased()
    }

    private static func lines(_ text: String) -> String {
        text.breakingLines(with: "\n")
    }
}

/// A decimal number as its digits from the first to the last that is not zero, and the place of the point before them.
private struct Number {
    var isNegative = false
    var digits: [UInt8] = []
    var exponent = 0
    /// To how many digits it may have been rounded: those of `8.6138E+12`, and 15 of a longer number; nil for any other.
    var precision: Int?

    init?(_ text: String) {
        var rest = Array(text.utf8)[...]
        if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
            isNegative = sign == UInt8(ascii: "-")
            rest = rest.dropFirst()
        }
        var point: Int?
        while let byte = rest.first {
            if (0x30...0x39).contains(byte) {
                digits.append(byte)
            } else if byte == UInt8(ascii: "."), point == nil {
                point = digits.count
            } else {
                break
            }
            rest = rest.dropFirst()
        }
        if digits.isEmpty || digits.count > 400 { return nil }
        exponent = point ?? digits.count
        if let byte = rest.first {
            guard byte == UInt8(ascii: "E") || byte == UInt8(ascii: "e"),
                let power = Int(String(decoding: rest.dropFirst(), as: UTF8.self)), abs(power) < 400
            else { return nil }
            exponent += power
            precision = 0
        }
        let zeros = digits.prefix { $0 == 0x30 }.count
        digits.removeFirst(zeros)
        exponent -= zeros
        precision = precision != nil ? digits.count : digits.count > 15 ? 15 : nil
        while digits.last == 0x30 { digits.removeLast() }
        if digits.isEmpty { (exponent, isNegative) = (0, false) }
    }

    /// Whether it is the other number, perhaps rounded by a spreadsheet.
    func isSame(as other: Number) -> Bool {
        if isNegative != other.isNegative { return false }
        if digits == other.digits { return exponent == other.exponent }
        guard let precision, precision >= 3, other.digits.count > precision else { return false }
        // Rounded, or cut: programs do either.
        var cut = Array(other.digits.prefix(precision))
        let isRaised = other.digits[precision] >= 0x35
        while cut.last == 0x30 { cut.removeLast() }
        if cut == digits, exponent == other.exponent { return true }
        if !isRaised { return false }
        var raised = Array(other.digits.prefix(precision))
        while raised.last == 0x39 { raised.removeLast() }
        if raised.isEmpty { return digits == [0x31] && exponent == other.exponent + 1 }
        raised[raised.count - 1] += 1
        return digits == raised && exponent == other.exponent
    }
}
