import Screen

/// What is said where there is nothing yet, and how to begin.
extension Canvas {
    /// Writes a sentence, in as many lines as it needs.
    mutating func hint(_ sentence: String, in area: Rect) {
        for (row, line) in wrap(sentence, width: area.width).prefix(area.height).enumerated() {
            write(line, x: area.x, y: area.y + row, style: .dim, width: area.width)
        }
    }
}
