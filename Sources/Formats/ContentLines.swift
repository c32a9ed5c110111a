import Words

/// The lines of a vCard or calendar put together: folded lines, soft breaks of quoted-printable, base64 without a blank line.
struct ContentLines {
    /// A property as bytes, because each may have its own charset.
    struct Line {
        var bytes: [UInt8]
        /// The physical line, from 1, on which it begins.
        var number: Int
        /// It was longer than the limit and is cut off.
        var isTooLong = false
        var head: Head?

        var value: ArraySlice<UInt8> { bytes[(head?.end ?? 0)...] }
    }

    /// What stands before the colon.
    struct Head {
        /// Where the value begins.
        var end: Int
        var isQuotedPrintable = false
        var isBase64 = false

        /// - Parameter isWhole: false when the colon, or the end of what is quoted, may stand on a further physical line.
        init?(_ bytes: [UInt8], isWhole: Bool = true) {
            guard let colon = Head.colon(in: bytes, isWhole) else { return nil }
            end = colon + 1
            if !bytes[..<colon].contains(UInt8(ascii: ";")) { return }
            let words = bytes[..<colon].split(whereSeparator: { ";,=:".utf8.contains($0) })
            for word in words.dropFirst() {
                switch String(decoding: word, as: UTF8.self).uppercased() {
                case "QUOTED-PRINTABLE": isQuotedPrintable = true
                case "BASE64", "B": isBase64 = true
                default: break
                }
            }
        }

        /// The first colon outside quotes; where the quotes do not match, the first one at all.
        private static func colon(in bytes: [UInt8], _ isWhole: Bool) -> Int? {
            var isQuoted = false
            for (i, byte) in bytes.enumerated() {
                if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
                if byte == UInt8(ascii: ":"), !isQuoted { return i }
            }
            return isWhole ? bytes.firstIndex(of: UInt8(ascii: ":")) : nil
        }

        /// Bytes of a line within which quotes must be closed: looking for the colon again and again takes its time.
        static let longest = 8 << 10
    }

    private let source: ByteSource
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false
    private var number = 0
    /// The physical line that was looked at and not used.
    private var waiting: (bytes: [UInt8], number: Int, isTooLong: Bool)?

    init(_ source: @escaping ByteSource) {
        self.source = source
    }

    /// The next property; nil at the end. Blank lines and lines that begin with `#` are passed over.
    mutating func next() throws -> Line? {
        guard let first = try physical() else { return nil }
        var line = Line(bytes: first.bytes, number: first.number, isTooLong: first.isTooLong)
        if line.bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) || line.bytes.first == UInt8(ascii: "#") {
            line.bytes = []
            return line
        }
        line.head = Head(line.bytes, isWhole: line.bytes.count > Head.longest)
        while let more = try physical() {
            guard let joint = joint(of: line, and: more.bytes) else {
                waiting = more
                break
            }
            let limit = line.head?.isBase64 == true ? Limits.photo / 3 * 4 + Limits.line : Limits.line
            if line.isTooLong || more.isTooLong || line.bytes.count + more.bytes.count > limit {
                line.isTooLong = true
                continue
            }
            line.bytes.removeLast(joint.dropLast)
            if let between = joint.between { line.bytes.append(between) }
            line.bytes += more.bytes.dropFirst(joint.dropFirst)
            let isLong = line.bytes.count > Head.longest
            if line.head == nil,
                more.bytes.contains(UInt8(ascii: ":")) || !isLong && more.bytes.contains(UInt8(ascii: "\""))
            {
                line.head = Head(line.bytes, isWhole: isLong)
            }
        }
        if line.head == nil { line.head = Head(line.bytes) }
        return line
    }

    /// How two physical lines become one; nil when the second is a line of its own.
    private func joint(of line: Line, and next: [UInt8]) -> (dropLast: Int, between: UInt8?, dropFirst: Int)? {
        let last = line.bytes.last
        if let head = line.head, head.isQuotedPrintable, last == UInt8(ascii: "="), line.bytes.count >= head.end {
            return (1, nil, 0)
        }
        if let first = next.first, first == 0x20 || first == 0x09 {
            // A line of only blanks ends base64; elsewhere it is a fold of nothing.
            if line.head?.isBase64 == true, next.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return nil }
            return (0, nil, 1)
        }
        if line.head?.isBase64 == true, !next.isEmpty, next.allSatisfy(Base64.isDigit) { return (0, nil, 0) }
        // Some phones write the lines of a street as they are, with a backslash before each line break.
        if last == UInt8(ascii: "\\"), line.head != nil,
            line.bytes.reversed().prefix(while: { $0 == last }).count % 2 == 1,
            !next.isEmpty, !next.contains(UInt8(ascii: ":"))
        {
            return (1, 0x0A, 0)
        }
        return nil
    }

    private mutating func physical() throws -> (bytes: [UInt8], number: Int, isTooLong: Bool)? {
        if let line = waiting {
            waiting = nil
            return line
        }
        var bytes: [UInt8] = []
        var isTooLong = false
        var hasAny = false
        while true {
            if position == buffer.count {
                if isAtEnd { break }
                guard let piece = try source() else {
                    isAtEnd = true
                    break
                }
                buffer = piece
                position = 0
                continue
            }
            hasAny = true
            let start = position
            var end = start
            buffer.withUnsafeBufferPointer { all in
                while end < all.count, all[end] != 0x0A { end += 1 }
            }
            // The photo of a card may stand on one line.
            if bytes.count + end - start > Limits.photo / 3 * 4 + Limits.line {
                isTooLong = true
            } else {
                bytes += buffer[start..<end]
            }
            position = end
            if end < buffer.count {
                position += 1
                break
            }
        }
        if !hasAny { return nil }
        number += 1
        if bytes.last == 0x0D { bytes.removeLast() }
        if bytes.count > Limits.line, Head(bytes)?.isBase64 != true { isTooLong = true }
        if isTooLong { bytes.removeLast(max(0, bytes.count - 200)) }
        return (bytes, number, isTooLong)
    }
}

/// Base64 (RFC 4648) as address books write it: blanks anywhere, padding or none.
package enum Base64 {
    /// Without line breaks, padded.
    package static func encode(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var result: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        func digit(_ shift: UInt32) -> UInt8 { digits[Int(bits >> shift & 63)] }
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            count += 1
            if count % 3 == 0 { result += [digit(18), digit(12), digit(6), digit(0)] }
        }
        if count % 3 == 1 {
            bits <<= 16
            result += [digit(18), digit(12), UInt8(ascii: "="), UInt8(ascii: "=")]
        } else if count % 3 == 2 {
            bits <<= 8
            result += [digit(18), digit(12), digit(6), UInt8(ascii: "=")]
        }
        return String(decoding: result, as: UTF8.self)
    }

    static func isDigit(_ byte: UInt8) -> Bool { value(byte) != nil || byte == UInt8(ascii: "=") }

    /// Nil when the bytes hold anything else than base64.
    static func decode(_ bytes: some Sequence<UInt8>) -> [UInt8]? {
        var result: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        var padding = 0
        for byte in bytes {
            if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { continue }
            if byte == UInt8(ascii: "=") {
                padding += 1
                continue
            }
            guard padding == 0, let digit = value(byte) else { return nil }
            bits = bits << 6 | digit
            count += 1
            if count % 4 == 0 { result += [UInt8(bits >> 16 & 255), UInt8(bits >> 8 & 255), UInt8(bits & 255)] }
        }
        switch count % 4 {
        case 1: return nil
        case 2: result.append(UInt8(bits >> 4 & 255))
        case 3: result += [UInt8(bits >> 10 & 255), UInt8(bits >> 2 & 255)]
        default: break
        }
        return padding > 3 ? nil : result
    }

    private static func value(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte) - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte) - 71
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) + 4
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }
}
