/// How many columns text takes on a screen.

/// Columns of a text as it is sent to the terminal: the sum over its scalars, not what a clever terminal might make of a
/// whole emoji family, because ncurses and most terminals add up the same way.
package func displayWidth(of text: String) -> Int {
    var ascii = true
    for byte in text.utf8 where byte < 0x20 || byte > 0x7E {
        ascii = false
        break
    }
    if ascii { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + displayWidth(of: $1) }
}

/// Columns of one user-perceived character.
package func displayWidth(of character: Character) -> Int {
    character.unicodeScalars.reduce(0) { $0 + displayWidth(of: $1) }
}

/// Columns of one scalar: 0, 1 or 2. What is not sent takes none.
package func displayWidth(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value >= 0x20 && !(0x7F..<0xA0).contains(value) ? 1 : 0 }
    if !isSent(scalar) || contains(value, in: zeroWidth) { return 0 }
    return contains(value, in: doubleWidth) ? 2 : 1
}

/// Joiners and variation selectors stay at home: ncurses drops some of them, and terminals disagree on the rest.
func isSent(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200C, 0x200D, 0xFE00...0xFE0F, 0xE0100...0xE01EF: false
    default: true
    }
}

/// Whether a sorted table of ranges holds the value.
private func contains(_ value: UInt32, in ranges: [ClosedRange<UInt32>]) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
        let middle = (low + high) / 2
        if ranges[middle].upperBound < value {
            low = middle + 1
        } else if ranges[middle].lowerBound > value {
            high = middle
        } else {
            return true
        }
    }
    return false
}

/// The text in at most `width` columns; cut text ends in `…`. No character is split.
package func clip(_ text: String, _ width: Int) -> String {
    if displayWidth(of: text) <= width { return text }
    if width <= 0 { return "" }
    var result = ""
    var used = 0
    for character in text {
        let more = displayWidth(of: character)
        if used + more > width - 1 { break }
        result.append(character)
        used += more
    }
    return result + Glyphs.ellipsis
}

/// Where a text stands in its column.
package enum Alignment: Sendable {
    case left, right
}

/// The text in exactly `width` columns: clipped, or filled up with spaces.
package func pad(_ text: String, _ width: Int, _ alignment: Alignment = .left) -> String {
    let clipped = clip(text, width)
    let space = String(repeating: " ", count: max(0, width - displayWidth(of: clipped)))
    return alignment == .left ? clipped + space : space + clipped
}
