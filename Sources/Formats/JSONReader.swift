import Words

/// Reads JSON strictly (RFC 8259): UTF-8, no comments, no trailing commas, at most `Limits.jsonDepth` deep.
///
/// An array of records is read record by record: `try reader.next()` until nil. No more of it is held than a record.
package struct JSONReader {
    /// What was read of the text and is not yet done with.
    private var bytes: [UInt8] = []
    private var position = 0
    private let source: ByteSource
    /// Why nothing more can be read.
    private var failure: (any Error)?
    /// The lines before those bytes, and how many bytes of their own line stand before them.
    private var lines = LineCount()
    private var column = 0
    private var isInArray = false
    private var isFirst = true
    private var hasEnded = false

    package init(_ source: @escaping ByteSource) { self.source = source }

    /// The only value of a text.
    package static func value(_ bytes: [UInt8]) throws(FileProblem) -> JSON {
        var reader = JSONReader { nil }
        reader.bytes = bytes
        try reader.skipMark()
        let value = try reader.value(depth: 0)
        try reader.end()
        return value
    }

    /// The next value of the array that is the text; nil behind the last.
    ///
    /// - Throws: `FileProblem` for what is no JSON or too large, and what the source throws.
    package mutating func next() throws -> JSON? {
        do {
            return try element()
        } catch {
            throw failure ?? error
        }
    }

    private mutating func element() throws(FileProblem) -> JSON? {
        if hasEnded { return nil }
        forget()
        if !isInArray { try skipMark() }
        skipBlanks()
        if !isInArray {
            if !take("[") { throw problem(say("expected an array of records")) }
            isInArray = true
            skipBlanks()
        }
        if take("]") {
            hasEnded = true
            try end()
            return nil
        }
        if !isFirst, !take(",") { throw unexpected() }
        isFirst = false
        return try value(depth: 1)
    }

    // MARK: - Grammar

    private mutating func value(depth: Int) throws(FileProblem) -> JSON {
        skipBlanks()
        if depth == Limits.jsonDepth, peek == UInt8(ascii: "[") || peek == UInt8(ascii: "{") {
            throw problem(say("more than \(Limits.jsonDepth) arrays and objects inside one another"))
        }
        switch peek {
        case UInt8(ascii: "{"): return try object(depth)
        case UInt8(ascii: "["): return try array(depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "-"), (0x30...0x39)?: return .number(try number())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: throw unexpected()
        }
    }

    private mutating func array(_ depth: Int) throws(FileProblem) -> JSON {
        position += 1
        var values: [JSON] = []
        skipBlanks()
        if take("]") { return .array([]) }
        while true {
            values.append(try value(depth: depth + 1))
            skipBlanks()
            if take("]") { return .array(values) }
            if !take(",") { throw unexpected() }
        }
    }

    private mutating func object(_ depth: Int) throws(FileProblem) -> JSON {
        position += 1
        var members: [JSON.Member] = []
        skipBlanks()
        if take("}") { return .object([]) }
        while true {
            skipBlanks()
            if peek != UInt8(ascii: "\"") { throw unexpected() }
            let name = try string()
            skipBlanks()
            if !take(":") { throw unexpected() }
            members.append(JSON.Member(name, try value(depth: depth + 1)))
            skipBlanks()
            if take("}") { return .object(members) }
            if !take(",") { throw unexpected() }
        }
    }

    private mutating func word(_ text: StaticString, _ value: JSON) throws(FileProblem) -> JSON {
        for i in 0..<text.utf8CodeUnitCount {
            if peek != text.utf8Start[i] { throw unexpected() }
            position += 1
        }
        return value
    }

    private mutating func number() throws(FileProblem) -> String {
        let start = position
        _ = take("-")
        if !take("0") { try digits() }
        if take(".") { try digits() }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            try digits()
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func digits() throws(FileProblem) {
        let start = position
        while let byte = peek, (0x30...0x39).contains(byte) { position += 1 }
        if position == start { throw unexpected() }
    }

    private mutating func string() throws(FileProblem) -> String {
        position += 1
        var text: [UInt8] = []
        var start = position
        while true {
            guard let byte = peek else { throw problem(say("the text ends inside a string")) }
            switch byte {
            case UInt8(ascii: "\""):
                text += bytes[start..<position]
                position += 1
                guard let valid = String(validating: text, as: UTF8.self) else {
                    position = start
                    throw problem(say("a string is not valid UTF-8"))
                }
                return valid
            case UInt8(ascii: "\\"):
                text += bytes[start..<position]
                position += 1
                try escape(&text)
                start = position
            case 0..<0x20: throw problem(say("a control character inside a string"))
            default: position += 1
            }
        }
    }

    private mutating func escape(_ text: inout [UInt8]) throws(FileProblem) {
        let byte = peek
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte!)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            var code = try hex()
            if (0xD800..<0xDC00).contains(code), take("\\"), take("u") {
                let low = try hex()
                if (0xDC00...0xDFFF).contains(low) { code = 0x10000 + (code - 0xD800) << 10 + low - 0xDC00 }
            }
            guard let scalar = Unicode.Scalar(code) else { throw problem(say("half of a surrogate pair")) }
            text += UTF8.encode(scalar)!
        default:
            position -= 1
            throw unexpected()
        }
    }

    private mutating func hex() throws(FileProblem) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw unexpected() }
            code = code << 4 | UInt32(digit)
            position += 1
        }
        return code
    }

    private mutating func end() throws(FileProblem) {
        skipBlanks()
        if peek != nil { throw unexpected() }
    }

    // MARK: - Bytes

    private var peek: UInt8? {
        mutating get { position < bytes.count || readOn() ? bytes[position] : nil }
    }

    /// Reads more of the text; false at its end.
    private mutating func readOn() -> Bool {
        if failure != nil { return false }
        do {
            if bytes.count >= Limits.jsonRecord { throw problem(say("a record of more than 16 MB")) }
            while let piece = try source() {
                bytes += piece
                if !piece.isEmpty { return true }
            }
        } catch { failure = error }
        return false
    }

    /// Lets go of what is done with.
    private mutating func forget() {
        if position < Limits.sample { return }
        lines.count(bytes[..<position])
        column = self.column(of: position)
        bytes.removeFirst(position)
        position = 0
    }

    /// How many bytes of its line stand before a place.
    private func column(of place: Int) -> Int {
        bytes[..<place].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { place - $0 - 1 } ?? column + place
    }

    private mutating func skipMark() throws(FileProblem) {
        for byte: UInt8 in peek == 0xEF ? [0xEF, 0xBB, 0xBF] : [] {
            if peek != byte { throw unexpected() }
            position += 1
        }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        if peek != UInt8(ascii: character) { return false }
        position += 1
        return true
    }

    private mutating func skipBlanks() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private mutating func unexpected() -> FileProblem {
        guard let byte = peek else { return problem(say("the text ends too early")) }
        let found = byte > 0x20 && byte < 0x7F ? String(Unicode.Scalar(byte)) : "0x" + String(byte, radix: 16)
        return problem(say("unexpected \(found)"))
    }

    /// Line and place are counted only now, when there is something to report.
    private func problem(_ reason: String) -> FileProblem {
        let end = min(position, bytes.count)
        var lines = lines
        lines.count(bytes[..<end])
        return FileProblem(line: lines.line, reason: reason + say(" at byte \(column(of: end) + 1) of the line"))
    }
}
