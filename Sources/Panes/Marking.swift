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
        var ranges = words.isEmpty ? [] : marks(in: text, of: words)
        if ranges.isEmpty {
            self.init(text, style)
            return
        }
        self.init("")
        var characters = Array(text)
        if isCut, let first = ranges.first?.lowerBound, first > 16 {
            let cut = first - 8
            characters = [Character(Glyphs.ellipsis)] + characters[cut...]
            ranges = ranges.map { $0.lowerBound - cut + 1..<$0.upperBound - cut + 1 }
        }
        var index = 0
        for range in ranges {
            self += StyledText(String(characters[index..<range.lowerBound]), style)
            self += StyledText(String(characters[range]), Style.match.bold.underline)
            index = range.upperBound
        }
        self += StyledText(String(characters[index...]), style)
    }
}
