/// Breaking text into lines that fit, in English and in Chinese.

/// The lines of a text in at most `width` columns. Breaks at spaces and between Han characters; closing punctuation stays
/// with the line before, opening punctuation goes to the next; a word longer than a line is broken. Line feeds break.
package func wrap(_ text: String, width: Int) -> [String] {
    let characters = Array(text)
    return lineRanges(of: characters, width: width).map { range in
        var end = range.upperBound
        while end > range.lowerBound, characters[end - 1] == " " || characters[end - 1].isNewline { end -= 1 }
        return String(characters[range.lowerBound..<end])
    }
}

/// The same lines as ranges of characters that leave nothing out, as an editor needs them: spaces at a break and the line
/// feed belong to the line that they end. Text that ends in a line feed has an empty last line.
package func lineRanges(of characters: [Character], width: Int) -> [Range<Int>] {
    let room = max(2, width)
    var lines: [Range<Int>] = []
    var start = 0
    var used = 0
    /// The last place where the line may be broken, and the columns used before it.
    var breakAt: Int?
    var index = 0
    while index < characters.count {
        let character = characters[index]
        if character.isNewline {
            lines.append(start..<index + 1)
            start = index + 1
            used = 0
            breakAt = nil
            index += 1
            continue
        }
        if index > start, mayBreak(between: characters[index - 1], and: character) { breakAt = index }
        let columns = displayWidth(of: character)
        // A space hangs over the edge rather than begin a line.
        if used + columns > room, character != " " {
            var end = breakAt ?? max(index, start + 1)
            // A word longer than the line is broken anywhere, but not before what may not begin a line.
            if breakAt == nil {
                while end > start, breaking(characters[end]) == .closing { end -= 1 }
                if end == start { end = max(index, start + 1) }
            }
            lines.append(start..<end)
            start = end
            used = characters[start..<index].reduce(0) { $0 + displayWidth(of: $1) }
            breakAt = nil
        }
        used += columns
        index += 1
    }
    lines.append(start..<characters.count)
    return lines
}

private func mayBreak(between a: Character, and b: Character) -> Bool {
    if b == " " { return false }
    if a == " " { return true }
    let (left, right) = (breaking(a), breaking(b))
    if right == .closing || left == .opening { return false }
    return left == .free || right == .free || isWide(a, left) || isWide(b, right)
}

/// How a character stands to the places where a line may be broken.
private enum Breaking {
    /// Part of a word that is not parted.
    case word
    /// Of a script without spaces: a line may be broken on both sides.
    case free
    /// Never at the end of a line.
    case opening
    /// Never at the beginning of a line.
    case closing
}

/// Whether a mark belongs to a script without spaces: after 。 a line may be broken, after `.` it may not.
private func isWide(_ character: Character, _ breaking: Breaking) -> Bool {
    breaking != .word && isIdeographic(character.unicodeScalars.first!.value)
}

private func breaking(_ character: Character) -> Breaking {
    let value = character.unicodeScalars.first!.value
    // Letters and digits come first, as nearly everything is one of them.
    if value < 0x80 {
        if value >= 97 && value <= 122 || value >= 48 && value <= 57 || value >= 65 && value <= 90 { return .word }
    } else if (0x4E00...0x9FFF).contains(value) {
        return .free
    }
    if closing.contains(character) { return .closing }
    if opening.contains(character) { return .opening }
    return isIdeographic(value) ? .free : .word
}

/// Never at the beginning of a line: closing marks, and kana that are halves of a syllable.
private let closing: Set<Character> = Set(
    "，。、；：？！）》」』】〕〉〗〙〛｝］＞｣”’％…—·～〜ー々ゝゞヽヾ゛゜・ヶヵぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ,.;:?!)]}%~")
/// Never at the end of a line.
private let opening: Set<Character> = Set("（《「『【〔〈〖〘〚｛［＜｢“‘([{")

/// Text that is written without spaces: a line may be broken beside each character.
private func isIdeographic(_ value: UInt32) -> Bool {
    switch value {
    case 0x2E80...0x303F, 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF01...0xFF60,
        0x20000...0x3FFFF:
        true
    default: false
    }
}
