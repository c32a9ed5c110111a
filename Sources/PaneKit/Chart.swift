package import Screen

/// Charts of characters.
package enum Chart {
    /// A bar whose length, to half a column, is to `width` as the value to the largest one; anything above zero is seen.
    ///
    /// - Parameters:
    ///   - solid: how much of the value is drawn full; the rest is shaded.
    ///   - most: the largest value, of the longest bar.
    package static func bar(_ value: Int64, solid: Int64, of most: Int64, width: Int) -> StyledText {
        func halves(_ part: Int64) -> Int {
            if part <= 0 || most <= 0 || width <= 0 { return 0 }
            return min(2 * width, max(1, Int((Double(part) / Double(most) * Double(2 * width)).rounded())))
        }
        let (long, full) = (halves(value), min(halves(solid), halves(value)))
        let shaded = (long + 1) / 2 - (full + 1) / 2
        return StyledText(
            String(repeating: Glyphs.full, count: full / 2) + (full % 2 == 1 ? Glyphs.edge : "")
                + String(repeating: Glyphs.shade, count: shaded), .accent)
    }
}
