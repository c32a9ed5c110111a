/// A rectangle of screen cells, and the cuts that lay a screen out.

/// Columns count from `x` to the right, rows from `y` downwards; never negative in size.
package struct Rect: Hashable, Sendable {
    package var x: Int
    package var y: Int
    package var width: Int
    package var height: Int

    package init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = max(0, width)
        self.height = max(0, height)
    }

    package static let zero = Rect(x: 0, y: 0, width: 0, height: 0)

    /// The first column to the right of it.
    package var right: Int { x + width }
    /// The first row below it.
    package var bottom: Int { y + height }
    package var isEmpty: Bool { width == 0 || height == 0 }

    package func contains(x px: Int, y py: Int) -> Bool { px >= x && px < right && py >= y && py < bottom }

    /// Without so many columns at both sides and so many rows above and below.
    package func inset(x dx: Int, y dy: Int) -> Rect {
        Rect(x: x + dx, y: y + dy, width: width - 2 * dx, height: height - 2 * dy)
    }

    package func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
        Rect(x: x + left, y: y + top, width: width - left - right, height: height - top - bottom)
    }

    /// Cuts `columns` off at the left: the part cut off, and the rest.
    package func splitLeft(_ columns: Int) -> (left: Rect, rest: Rect) {
        let cut = min(max(0, columns), width)
        return (
            Rect(x: x, y: y, width: cut, height: height), Rect(x: x + cut, y: y, width: width - cut, height: height)
        )
    }

    /// Cuts `rows` off at the top: the part cut off, and the rest.
    package func splitTop(_ rows: Int) -> (top: Rect, rest: Rect) {
        let cut = min(max(0, rows), height)
        return (
            Rect(x: x, y: y, width: width, height: cut), Rect(x: x, y: y + cut, width: width, height: height - cut)
        )
    }

    /// Cuts `rows` off at the bottom: the rest, and the part cut off.
    package func splitBottom(_ rows: Int) -> (rest: Rect, bottom: Rect) {
        let cut = min(max(0, rows), height)
        let (rest, bottom) = splitTop(height - cut)
        return (rest, bottom)
    }

    /// `count` columns of nearly equal width with `gap` columns between them, left to right.
    package func columns(_ count: Int, gap: Int) -> [Rect] {
        guard count > 0 else { return [] }
        let room = max(0, width - gap * (count - 1))
        var left = x
        return (0..<count).map { index in
            let share = room / count + (index < room % count ? 1 : 0)
            defer { left += share + gap }
            return Rect(x: left, y: y, width: share, height: height)
        }
    }

    /// A rectangle of the wanted size, or as much of it as fits, in the middle of this one.
    package func centred(width wanted: Int, height rows: Int) -> Rect {
        let w = min(wanted, width)
        let h = min(rows, height)
        return Rect(x: x + (width - w) / 2, y: y + (height - h) / 2, width: w, height: h)
    }
}
