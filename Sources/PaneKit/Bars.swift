package import Screen

/// Bars for charts, in a line of text.

/// A bar of parts, each with its glyph and style, out of `full` units in `width` columns. Every part that is not 0 is seen.
package func bar(_ parts: [(value: Double, glyph: String, style: Style)], of full: Double, width: Int) -> StyledText {
    guard full > 0, width > 0 else { return "" }
    var text: StyledText = ""
    var drawn = 0
    var sum = 0.0
    for part in parts where part.value > 0 {
        sum += part.value
        let end = min(width, max(drawn + 1, Int((sum / full * Double(width)).rounded())))
        text += StyledText(String(repeating: part.glyph, count: max(0, end - drawn)), part.style)
        drawn = max(drawn, end)
    }
    return text
}

/// A chart of one row: a column of one of eight heights a value.
package func sparkline(_ values: [Double], style: Style = .accent) -> StyledText {
    let most = max(values.max() ?? 0, 0)
    let glyphs = values.map { value in
        most == 0 ? Glyphs.heights[0] : Glyphs.heights[max(0, min(7, Int((value / most * 7).rounded())))]
    }
    return StyledText(glyphs.joined(), style)
}
