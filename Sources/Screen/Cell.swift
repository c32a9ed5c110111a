/// One place on the screen.
///
/// What it shows is held as bytes and not as a String: at each key thousands of cells are drawn, compared and thrown away.
package struct Cell: Hashable, Sendable {
    /// UTF-8, the first byte lowest, zeros behind the last.
    private var first: UInt64
    private var second: UInt64 = 0
    /// Columns: 1 or 2; 0 in the second column of a wide character.
    package private(set) var width: UInt8
    package var style: Style

    package static let blank = Cell(ascii: 0x20, style: .normal)

    init(_ scalar: Unicode.Scalar, width: Int, style: Style) {
        self.init(first: 0, width: UInt8(width), style: style)
        combine(scalar)
    }

    /// One of our own, in one column.
    init(_ glyph: String, style: Style) { self.init(glyph.unicodeScalars.first!, width: 1, style: style) }

    /// Printable ASCII.
    init(ascii byte: UInt8, style: Style) { self.init(first: UInt64(byte), width: 1, style: style) }

    /// The second column of a wide character: nothing.
    init(behindWide style: Style) { self.init(first: 0, width: 0, style: style) }

    private init(first: UInt64, width: UInt8, style: Style) {
        self.first = first
        self.width = width
        self.style = style
    }

    /// What is sent: one scalar that takes columns, and the marks that combine with it, as far as there is room: four after most.
    /// Empty in the second column of a wide character.
    package var text: String {
        withUnsafeBytes(of: (first.littleEndian, second.littleEndian)) {
            String(decoding: $0.prefix(count), as: UTF8.self)
        }
    }

    func hasSameText(_ other: Cell) -> Bool { first == other.first && second == other.second }

    /// The only byte, where there is one.
    package var ascii: UInt8? { (1..<0x80).contains(first) ? UInt8(first) : nil }

    private var count: Int {
        second == 0 ? 8 - first.leadingZeroBitCount / 8 : 16 - second.leadingZeroBitCount / 8
    }

    /// Puts a mark on what is there.
    mutating func combine(_ mark: Unicode.Scalar) {
        let utf8 = UTF8.encode(mark)!
        var place = count
        guard place + utf8.count <= 16 else { return }
        for byte in utf8 {
            if place < 8 {
                first |= UInt64(byte) << (place * 8)
            } else {
                second |= UInt64(byte) << ((place - 8) * 8)
            }
            place += 1
        }
    }

    /// Shows nothing any more, in one column.
    mutating func clear() { self = Cell(ascii: 0x20, style: style) }
}
