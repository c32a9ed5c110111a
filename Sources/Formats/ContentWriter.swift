import Words

/// Writes the lines of vCards and calendars (RFC 6350, 3.2; RFC 5545, 3.1): folded at 75 bytes, never inside a character.

package struct ContentWriter {
    private var bytes: [UInt8] = []

    /// Bytes of a line, without its end.
    private static let width = 75

    package init() {}

    /// How much has been written and not been taken.
    package var count: Int { bytes.count }

    /// What has been written since it was last asked for.
    package mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    package mutating func line(_ line: ContentLine) {
        let parameters = line.parameterText
        let head =
            (line.group.map { $0 + "." } ?? "") + line.name + (parameters.isEmpty ? "" : ";" + parameters)
        fold(head + ":" + ContentWriter.oneLine(line.value))
    }

    package mutating func lines(_ lines: [ContentLine]) {
        for line in lines { self.line(line) }
    }

    /// A value that was kept as another program wrote it may have line breaks in it, which would end it here.
    private static func oneLine(_ value: String) -> String {
        if !value.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) { return value }
        return value.breakingLines(with: "\\n")
    }

    private mutating func fold(_ text: String) {
        var column = 0
        func fits(_ size: Int) -> Bool { column + size <= ContentWriter.width }
        func add(_ piece: some Collection<UInt8>, _ bytes: inout [UInt8]) {
            if !fits(piece.count) {
                bytes += [0x0D, 0x0A, 0x20]
                column = 1
            }
            bytes += piece
            column += piece.count
        }
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            // A photo is a long line of this sort.
            var rest = Array(text.utf8)[...]
            while rest.count > ContentWriter.width - column {
                bytes += rest.prefix(ContentWriter.width - column) + [0x0D, 0x0A, 0x20]
                rest = rest.dropFirst(ContentWriter.width - column)
                column = 1
            }
            bytes += rest
        } else {
            for character in text {
                if character.utf8.count < ContentWriter.width {
                    add(character.utf8, &bytes)
                } else {
                    for scalar in character.unicodeScalars { add(UTF8.encode(scalar)!, &bytes) }
                }
            }
        }
        bytes += [0x0D, 0x0A]
    }
}
