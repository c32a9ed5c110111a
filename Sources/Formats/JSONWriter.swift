/// Writes JSON that is also safe on a terminal: one record a line, control characters always as escapes.

package struct JSONWriter {
    /// What was written since the last `take()`.
    package private(set) var bytes: [UInt8] = []
    private var needsComma = false
    private var hasRecords = false

    package init() {}

    /// One value on its own.
    package static func text(_ value: JSON) -> String {
        var writer = JSONWriter()
        writer.value(value)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// The next record of the array that is the file, on a line of its own. End with `endRecords()`.
    package mutating func record(_ value: JSON) {
        beginRecord()
        self.value(value)
    }

    /// Before a record that is written member by member.
    package mutating func beginRecord() {
        bytes += hasRecords ? [UInt8(ascii: ","), 0x0A] : [UInt8(ascii: "["), 0x0A]
        hasRecords = true
        needsComma = false
    }

    package mutating func endRecords() {
        if hasRecords { bytes += [0x0A, UInt8(ascii: "]"), 0x0A] } else { bytes += Array("[]\n".utf8) }
        hasRecords = false
    }

    /// Takes out what was written, so that a file of any length needs little memory.
    package mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    // MARK: - Values piece by piece; a comma is set where one is needed

    package mutating func beginObject() { open("{") }
    package mutating func endObject() { close("}") }
    package mutating func beginArray() { open("[") }
    package mutating func endArray() { close("]") }

    /// The name of the next value of an object.
    package mutating func name(_ text: String) {
        string(text)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    package mutating func value(_ value: JSON) {
        switch value {
        case .null: plain("null")
        case .bool(let value): plain(value ? "true" : "false")
        case .number(let text): plain(text)
        case .string(let text): string(text)
        case .array(let values):
            beginArray()
            for value in values { self.value(value) }
            endArray()
        case .object(let members):
            beginObject()
            for member in members {
                name(member.name)
                self.value(member.value)
            }
            endObject()
        }
    }

    package mutating func number(_ number: Int) { plain(String(number)) }

    package mutating func string(_ text: String) {
        var text = text
        text.withUTF8 { string(utf8: $0) }
    }

    package mutating func string(utf8: UnsafeBufferPointer<UInt8>) {
        comma()
        bytes.append(UInt8(ascii: "\""))
        var i = 0
        var start = 0
        while i < utf8.count {
            let byte = utf8[i]
            // C1 (U+0080 to 9F) is C2 80 to C2 9F; U+2028 and 2029 are E2 80 A8 and A9.
            if byte == 0xC2, i + 1 < utf8.count, utf8[i + 1] < 0xA0 {
                bytes.append(contentsOf: utf8[start..<i])
                escape(UInt16(utf8[i + 1]))
                i += 2
                start = i
            } else if byte == 0xE2, i + 2 < utf8.count, utf8[i + 1] == 0x80, utf8[i + 2] & 0xFE == 0xA8 {
                bytes.append(contentsOf: utf8[start..<i])
                escape(0x2028 + UInt16(utf8[i + 2] & 1))
                i += 3
                start = i
            } else if byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                bytes.append(contentsOf: utf8[start..<i])
                escape(UInt16(byte))
                i += 1
                start = i
            } else {
                i += 1
            }
        }
        bytes.append(contentsOf: utf8[start...])
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    private mutating func escape(_ code: UInt16) {
        bytes.append(UInt8(ascii: "\\"))
        switch code {
        case 0x22, 0x5C: bytes.append(UInt8(code))
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        default:
            bytes.append(UInt8(ascii: "u"))
            for shift in [12, 8, 4, 0] {
                let digit = UInt8(code >> UInt16(shift) & 15)
                bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
            }
        }
    }

    private mutating func comma() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }

    private mutating func open(_ bracket: Unicode.Scalar) {
        comma()
        bytes.append(UInt8(ascii: bracket))
        needsComma = false
    }

    private mutating func close(_ bracket: Unicode.Scalar) {
        bytes.append(UInt8(ascii: bracket))
        needsComma = true
    }

    private mutating func plain(_ text: String) {
        comma()
        bytes += text.utf8
        needsComma = true
    }
}
