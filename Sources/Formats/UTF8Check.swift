/// Valid and invalid sequences of UTF-8 (Unicode 15, table 3-7: no surrogates, no overlong forms).

struct UTF8Check {
    private(set) var multibyte = 0
    private(set) var errors = 0

    /// Counts over a sample; a character cut off at its end is no error.
    init(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { buffer in
            var i = 0
            while i < buffer.count {
                if buffer[i] < 0x80 {
                    i += 1
                    continue
                }
                switch UTF8Check.sequence(in: buffer, at: i) {
                case .valid(let length):
                    multibyte += 1
                    i += length
                case .invalid(let length):
                    errors += 1
                    i += length
                case .cut: i = buffer.count
                }
            }
        }
    }

    enum Sequence: Equatable {
        case valid(Int)
        /// The number of bytes for one U+FFFD (the maximal subpart of Unicode 15, section 3.9).
        case invalid(Int)
        /// Valid so far, but the bytes end.
        case cut
    }

    /// The sequence that begins with the byte at `i`, which is not ASCII.
    static func sequence(in bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Sequence {
        let lead = bytes[i]
        let length: Int
        var low: UInt8 = 0x80
        var high: UInt8 = 0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF:
            length = 3
            if lead == 0xE0 { low = 0xA0 }
            if lead == 0xED { high = 0x9F }
        case 0xF0...0xF4:
            length = 4
            if lead == 0xF0 { low = 0x90 }
            if lead == 0xF4 { high = 0x8F }
        default: return .invalid(1)
        }
        for k in 1..<length {
            if i + k >= bytes.count { return .cut }
            if bytes[i + k] < low || bytes[i + k] > high { return .invalid(k) }
            low = 0x80
            high = 0xBF
        }
        return .valid(length)
    }
}
