import Sales
import Screen

extension StyledText {
    /// A text with what was looked for in it marked.
    ///
    /// - Parameters:
    ///   - words: folded.
    ///   - isCut: whether what stands long before the first mark is left out, so that it is seen where there is little room.
    init(_ text: String, _ style: Style, marking words: [String], isCut: Bool = false) {
        // A note may be a book; its begin is looked at. No character takes less than a byte.
        let text = text.utf8.count <= 2000 ? text : String(text.prefix(2000))
        let ranges = words.isEmpty ? [] : marks(in: text, of: words)
        guard let first = ranges.first?.lowerBound else {
            self.init(text, style)
            return
        }
        self.init("")
        var place = isCut && first > 16 ? first - 8 : 0
        var index = text.index(text.startIndex, offsetBy: place)
        func upTo(_ end: Int) -> String {
            let start = index
            index = text.index(start, offsetBy: end - place)
            place = end
            return String(text[start..<index])
        }
        if place > 0 { self += StyledText(Glyphs.ellipsis + upTo(first), style) }
        for range in ranges {
            self += StyledText(upTo(range.lowerBound), style)
            self += StyledText(upTo(range.upperBound), Style.match.bold.underline)
        }
        self += StyledText(String(text[index...]), style)
    }
}
