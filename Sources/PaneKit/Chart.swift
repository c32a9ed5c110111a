package import Screen

/// Charts of characters.
package enum Chart {
    /// A piece of a bar.
    package struct Part: Sendable {
        package var value: Int64
        package var style: Style
        /// Drawn full, or shaded.
        package var isFull: Bool

        package init(_ value: Int64, _ style: Style = .accent, full: Bool = true) {
            self.value = value
            self.style = style
            isFull = full
        }
    }

    /// A column as high as a value, of eight heights; the lowest for nothing and less.
    package static func height(_ value: Int64, of most: Int64) -> String {
        if value <= 0 || most <= 0 { return Glyphs.heights[0] }
        return Glyphs.heights[min(7, max(0, Int((Double(value) / Double(most) * 7).rounded())))]
    }

    /// A small chart in a line of text: a column for each of the last values, as high as it is to the largest of them.
    package static func sparkline(_ values: [Int64], width: Int, style: Style = .accent) -> StyledText {
        let shown = values.suffix(max(0, width))
        let most = shown.max() ?? 0
        return StyledText(shown.map { height($0, of: most) }.joined(), style)
    }

    /// A bar of pieces, each to half a column; the whole is to `width` as its value to the largest one; anything above zero is
    /// seen.
    ///
    /// - Parameters:
    ///   - mark: where a mark stands in or behind it.
    ///   - most: the largest value, of the longest bar or the farthest mark.
    package static func bar(_ parts: [Part], mark: Int64? = nil, of most: Int64, width: Int) -> StyledText {
        func halves(_ value: Int64) -> Int {
            if value <= 0 || most <= 0 || width <= 0 { return 0 }
            return min(2 * width, max(1, Int((Double(value) / Double(most) * Double(2 * width)).rounded())))
        }
        var columns: [(glyph: String, style: Style)] = []
        var sum: Int64 = 0
        for part in parts {
            sum = sum.addingReportingOverflow(part.value).overflow ? .max : sum + part.value
            let end = halves(sum)
            while columns.count < (end + 1) / 2 {
                let isEdge = columns.count == end / 2
                columns.append((part.isFull ? (isEdge ? Glyphs.edge : Glyphs.full) : Glyphs.shade, part.style))
            }
        }
        if let mark, mark > 0, width > 0 {
            let place = min(width - 1, halves(mark) / 2)
            while columns.count <= place { columns.append((" ", .normal)) }
            columns[place] = (Glyphs.quota, .attention)
        }
        var text = StyledText()
        for column in columns {
            if let last = text.runs.indices.last, text.runs[last].style == column.style {
                text.runs[last].text += column.glyph
            } else {
                text += StyledText(column.glyph, column.style)
            }
        }
        return text
    }
}
