/// The one function that makes foreign text safe to show.

/// Text as it may be sent to a terminal, a window title, a log or standard error: what could command the terminal or
/// turn the order of the text round (control characters C0, C1 and DEL, line and paragraph separators, bidirectional
/// overrides and isolates, invisible and tag characters) becomes a visible mark. A line break becomes `↵`, a tab a space.
///
/// - Parameter keepingLines: leave `\n` as it is, for text that is shown on several lines.
package func visible(_ text: String, keepingLines: Bool = false) -> String {
    // Nearly all text is harmless: look before copying.
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
    if !text.unicodeScalars.contains(where: { mark(for: $0) != nil }) { return text }
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
        defer { previous = scalar }
        if scalar == "\n", previous == "\r" { continue }  // the second half of one line break
        if scalar == "\n" || scalar == "\r" {
            result.append(keepingLines ? "\n" : "↵")
        } else if let mark = mark(for: scalar) {
            result.append(contentsOf: mark.unicodeScalars)
        } else {
            result.append(scalar)
        }
    }
    return String(result)
}

/// What is shown instead of a scalar that must not reach a terminal; nil for a harmless one.
private func mark(for scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x09: " "
    case 0x0A, 0x0D: "↵"
    case 0x00..<0x20: String(Unicode.Scalar(0x2400 + scalar.value)!)
    case 0x7F: "␡"
    case 0x80..<0xA0, 0xAD, 0x034F, 0x061C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180E, 0x200B, 0x200E...0x200F,
        0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF,
        0xF0000...0x10FFFF:
        "<" + String(scalar.value, radix: 16, uppercase: true) + ">"
    default: nil
    }
}
