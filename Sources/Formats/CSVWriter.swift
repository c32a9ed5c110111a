/// Writes a table as RFC 4180: UTF-8 with a byte order mark, CRLF, quotes only where they are needed.

package struct CSVWriter {
    /// What was written since the last `take()`.
    package private(set) var bytes: [UInt8] = []
    private let delimiter: UInt8
    private let guardsFormulas: Bool
    private var cells = 0
    private var isEmptyRow = true

    /// - Parameters:
    ///   - delimiter: an ASCII character.
    ///   - mark: begin with the byte order mark, by which Excel and WPS recognise UTF-8.
    ///   - guardsFormulas: see `FormulaGuard`.
    package init(delimiter: UInt8 = UInt8(ascii: ","), mark: Bool = true, guardsFormulas: Bool = true) {
        self.delimiter = delimiter
        self.guardsFormulas = guardsFormulas
        if mark { bytes = [0xEF, 0xBB, 0xBF] }
    }

    package mutating func row(_ cells: some Sequence<String>) {
        for text in cells { cell(text) }
        endRow()
    }

    /// The next cell of the row.
    package mutating func cell(_ text: String) {
        var text = text
        text.withUTF8 { cell(guarded: $0) }
    }

    /// The next cell of the row; nil is an empty one.
    package mutating func cell(guarded utf8: UnsafeBufferPointer<UInt8>?) {
        cell(utf8 ?? .init(start: nil, count: 0), mark: guardsFormulas && utf8.map(FormulaGuard.needsGuard) ?? false)
    }

    /// The next cell of the row as it stands, without the formula guard: for numbers, dates and ids.
    package mutating func cell(utf8: UnsafeBufferPointer<UInt8>) { cell(utf8, mark: false) }

    /// - Parameter mark: with the apostrophe of the formula guard.
    private mutating func cell(_ utf8: UnsafeBufferPointer<UInt8>, mark: Bool) {
        if cells > 0 { bytes.append(delimiter) }
        cells += 1
        if utf8.isEmpty { return }
        isEmptyRow = false
        if !needsQuotes(utf8) {
            if mark { bytes.append(UInt8(ascii: "'")) }
            bytes.append(contentsOf: utf8)
            return
        }
        bytes.append(quote)
        if mark { bytes.append(UInt8(ascii: "'")) }
        for byte in utf8 {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }

    package mutating func endRow() {
        // A row of one empty cell would be a blank line, which is no row.
        if cells == 1, isEmptyRow { bytes += [quote, quote] }
        bytes += [0x0D, 0x0A]
        cells = 0
        isEmptyRow = true
    }

    /// Takes out what was written, so that a table of any length needs little memory.
    package mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    /// Spaces at the ends are quoted too, because some programs trim them otherwise; a `#` because some take the row
    /// for a comment.
    private func needsQuotes(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        if utf8.first == 0x20 || utf8.last == 0x20 || utf8.first == UInt8(ascii: "#") { return true }
        return utf8.contains { $0 == delimiter || $0 == quote || $0 == 0x0D || $0 == 0x0A || $0 == 0 }
    }
}

private let quote = UInt8(ascii: "\"")
