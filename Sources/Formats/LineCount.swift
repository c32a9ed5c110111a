/// Counts physical lines that LF, CR or CRLF end, over pieces of bytes.
struct LineCount {
    /// The line, from 1, on which the next byte lies.
    private(set) var line = 1
    private var lastWasCR = false

    mutating func count(_ bytes: ArraySlice<UInt8>) {
        var previous: UInt8 = lastWasCR ? 0x0D : 0
        var ends = 0
        for byte in bytes {
            if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { ends += 1 }
            previous = byte
        }
        line += ends
        lastWasCR = previous == 0x0D
    }
}
