import Sales
import Words

/// The text inside the lines of vCards and calendars: parameters, escapes, structured values, dates.

extension ContentLine {
    /// Reads `group.NAME;PARAM=value;…`, in which parameters may be quoted, lists, or bare words as in 2.1.
    package init?(head: String, value: String, line: Int) {
        var parts = ContentText.split(head, on: ";", honouring: .quotes)
        let full = parts.removeFirst().trimmed
        guard !full.isEmpty else { return nil }
        let dot = full.lastIndex(of: ".")
        let name = dot.map { full[full.index(after: $0)...] } ?? full[...]
        guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
        else {
            return nil
        }
        var parameters: [Parameter] = []
        for part in parts where !part.trimmed.isEmpty {
            let equals = ContentText.split(part, on: "=", honouring: .quotes, limit: 1)
            if equals.count == 2 {
                let values = ContentText.split(equals[1], on: ",", honouring: .quotes).map(ContentText.unquoted)
                parameters.append(Parameter(name: equals[0].trimmed.uppercased(), values: values))
            } else {
                let word = part.trimmed
                let isEncoding = ["QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT"].contains(word.uppercased())
                parameters.append(Parameter(name: isEncoding ? "ENCODING" : "TYPE", values: [word]))
            }
        }
        self.init(
            group: dot.map { String(full[..<$0]) }, name: name.uppercased(), parameters: parameters, value: value,
            line: line)
    }
}

package enum ContentText {
    enum Protection { case quotes, backslashes }

    /// Splits at an ASCII character that is neither quoted nor escaped, on bytes, so that combining marks do not hide it.
    static func split(
        _ text: String, on separator: Unicode.Scalar, honouring protection: Protection, limit: Int = .max
    ) -> [String] {
        let separator = UInt8(ascii: separator)
        var parts: [String] = []
        var part: [UInt8] = []
        var isProtected = false
        for byte in text.utf8 {
            if byte == separator, !isProtected, parts.count < limit {
                parts.append(String(decoding: part, as: UTF8.self))
                part = []
                continue
            }
            switch protection {
            case .quotes: if byte == UInt8(ascii: "\"") { isProtected.toggle() }
            case .backslashes: isProtected = byte == UInt8(ascii: "\\") && !isProtected
            }
            part.append(byte)
        }
        parts.append(String(decoding: part, as: UTF8.self))
        return parts
    }

    /// Without quotes around it, and with the `^` escapes of RFC 6868 undone.
    static func unquoted(_ text: String) -> String {
        var text = text.trimmed
        let quote = UInt8(ascii: "\"")
        if text.utf8.count >= 2, text.utf8.first == quote, text.utf8.last == quote {
            text = String(decoding: text.utf8.dropFirst().dropLast(), as: UTF8.self)
        }
        if !text.utf8.contains(UInt8(ascii: "^")) { return text }
        var result: [UInt8] = []
        var isEscaped = false
        for byte in text.utf8 {
            if isEscaped {
                isEscaped = false
                switch byte {
                case UInt8(ascii: "n"): result.append(0x0A)
                case UInt8(ascii: "'"): result.append(UInt8(ascii: "\""))
                case UInt8(ascii: "^"): result.append(byte)
                default: result += [UInt8(ascii: "^"), byte]
                }
            } else if byte == UInt8(ascii: "^") {
                isEscaped = true
            } else {
                result.append(byte)
            }
        }
        if isEscaped { result.append(UInt8(ascii: "^")) }
        return String(decoding: result, as: UTF8.self)
    }

    /// In quotes where it must be, with the `^` escapes of RFC 6868.
    static func quoted(_ text: String) -> String {
        let plain = text.escaping("^", as: "^^").escaping("\"", as: "^'").breakingLines(with: "^n")
        let isBare = plain == plain.trimmed && !plain.utf8.contains { ";:,".utf8.contains($0) }
        return isBare ? plain : "\"\(plain)\""
    }

    /// With a backslash before each character that parts values, and every line break as `\n`.
    package static func escaped(_ text: String) -> String {
        var result: [UInt8] = []
        var isBehindReturn = false
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","): result += [UInt8(ascii: "\\"), byte]
            case 0x0D: result += Array("\\n".utf8)
            case 0x0A: if !isBehindReturn { result += Array("\\n".utf8) }
            default: result.append(byte)
            }
            isBehindReturn = byte == 0x0D
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The parts of a structured value, parted by `;`.
    package static func parts(_ value: String, version: String? = nil) -> [String] {
        split(value, on: ";", honouring: .backslashes).map { unescaped($0, version: version) }
    }

    /// Undoes backslash escapes. In 2.1 `\n` is a backslash and an n, so that `C:\new` stays whole.
    package static func unescaped(_ text: String, version: String?) -> String {
        if !text.utf8.contains(UInt8(ascii: "\\")) { return text }
        let is21 = version == "2.1"
        var result: [UInt8] = []
        var isEscaped = false
        for byte in text.utf8 {
            if !isEscaped {
                if byte == UInt8(ascii: "\\") { isEscaped = true } else { result.append(byte) }
                continue
            }
            isEscaped = false
            switch byte {
            case UInt8(ascii: "n"), UInt8(ascii: "N"):
                if is21 { result += [UInt8(ascii: "\\"), byte] } else { result.append(0x0A) }
            case UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "\\"), UInt8(ascii: "\""):
                result.append(byte)
            default: result += [UInt8(ascii: "\\"), byte]
            }
        }
        if isEscaped { result.append(UInt8(ascii: "\\")) }
        return String(decoding: result, as: UTF8.self)
    }

    /// The bytes of quoted-printable (RFC 2045, 6.7); an `=` without two digits stays as it is.
    static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var i = bytes.startIndex
        while i < bytes.endIndex {
            if bytes[i] == UInt8(ascii: "="), i + 2 < bytes.endIndex, let high = hex(bytes[i + 1]),
                let low = hex(bytes[i + 2])
            {
                result.append(high << 4 | low)
                i += 3
            } else {
                result.append(bytes[i])
                i += 1
            }
        }
        return result
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }

    /// `1980-03-22`, `19800322`, `--0203`, `--02-03`, with or without a time behind it; nil for anything else.
    static func date(_ text: String, omittedYear: String?) -> VCard.PartialDate? {
        let day = text.trimmed.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)[0]
        let lacksYear = day.hasPrefix("--")
        let digits = day.filter { $0 != "-" && $0 != "/" && $0 != "." }
        guard digits.utf8.count == (lacksYear ? 4 : 8), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(digits)
        else { return nil }
        let year = lacksYear || String(digits.prefix(4)) == omittedYear ? nil : number / 10000
        let month = number / 100 % 100
        // 2000 was a leap year: the 29th of February may stand without its year.
        guard (1...12).contains(month), number % 100 >= 1, year != 0,
            number % 100 <= Day.length(ofMonth: month, in: year ?? 2000)
        else { return nil }
        return VCard.PartialDate(year: year, month: month, day: number % 100)
    }
}

extension String {
    /// Without blanks at both ends.
    var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }
}
