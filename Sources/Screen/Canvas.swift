import Words

/// The screen as a value: what panes draw on, what tests compare, and what a display shows.

/// A grid of cells. Whatever is drawn outside of it is cut off.
package struct Canvas: Hashable, Sendable {
    package let width: Int
    package let height: Int
    /// Row by row.
    package private(set) var cells: [Cell]
    /// Where the terminal's own cursor is to stand, so that an input method opens its window there; nil hides it.
    package var cursor: Point?

    package struct Point: Hashable, Sendable {
        package var x: Int
        package var y: Int
        package init(x: Int, y: Int) {
            self.x = x
            self.y = y
        }
    }

    package init(width: Int, height: Int) {
        self.width = max(0, width)
        self.height = max(0, height)
        cells = Array(repeating: .blank, count: self.width * self.height)
    }

    package var bounds: Rect { Rect(x: 0, y: 0, width: width, height: height) }

    package subscript(x: Int, y: Int) -> Cell {
        precondition(x >= 0 && x < width && y >= 0 && y < height, "a cell outside of the canvas")
        return cells[y * width + x]
    }

    /// Whether a row looks the same as on a canvas of the same width.
    package func hasSameRow(_ other: Canvas, _ y: Int) -> Bool { row(y) == other.row(y) }

    /// Whether a row holds the same text, whatever the style, as some row of a canvas of the same width.
    package func hasSameText(_ y: Int, _ other: Canvas, _ otherY: Int) -> Bool {
        row(y).elementsEqual(other.row(otherY)) { $0.hasSameText($1) }
    }

    private func row(_ y: Int) -> ArraySlice<Cell> { cells[y * width..<(y + 1) * width] }

    /// Writes foreign or own text, made safe by `visible(_:)`, in at most `room` columns, or up to the right edge. Text that
    /// is cut ends in `…`; a wide character is never split.
    ///
    /// - Returns: the columns used.
    @discardableResult
    package mutating func write(
        _ text: String, x: Int, y: Int, style: Style = .normal, width room: Int? = nil, align: Alignment = .left
    ) -> Int {
        let room = min(room ?? width - x, width - x)
        guard y >= 0, y < height, room > 0 else { return 0 }
        if let used = write(plain: text, x: x, y: y, style: style, room: room, align: align) { return used }
        let shown = clip(visible(text), room)
        let used = displayWidth(of: shown)
        var column = align == .right ? x + room - used : x
        // Where the cell of the last scalar that took columns is, for the marks that combine with it.
        var base: Int?
        for scalar in shown.unicodeScalars where isSent(scalar) {
            let columns = displayWidth(of: scalar)
            if columns == 0 {
                if let base { cells[base].combine(scalar) }
                continue
            }
            base = put(Cell(scalar, width: columns, style: style), column, y)
            column += columns
        }
        return used
    }

    /// Writes printable ASCII, as most text is, byte by byte.
    ///
    /// - Returns: the columns used; nil for any other text.
    private mutating func write(plain text: String, x: Int, y: Int, style: Style, room: Int, align: Alignment) -> Int? {
        let utf8 = text.utf8
        guard utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else { return nil }
        let isCut = utf8.count > room
        let used = isCut ? room : utf8.count
        var column = align == .right ? x + room - used : x
        for byte in utf8.prefix(isCut ? room - 1 : used) {
            _ = put(Cell(ascii: byte, style: style), column, y)
            column += 1
        }
        if isCut { _ = put(Cell(Glyphs.ellipsis, style: style), column, y) }
        return used
    }

    /// Writes runs of different styles, clipped as one text.
    @discardableResult
    package mutating func write(
        _ text: StyledText, x: Int, y: Int, width room: Int? = nil, align: Alignment = .left
    ) -> Int {
        let room = min(room ?? width - x, width - x)
        guard room > 0 else { return 0 }
        if text.runs.count == 1, let run = text.runs.first {
            return write(run.text, x: x, y: y, style: run.style, width: room, align: align)
        }
        let runs = text.runs.map { StyledText.Run(text: visible($0.text), style: $0.style) }
        let wanted = runs.reduce(0) { $0 + displayWidth(of: $1.text) }
        let start = align == .right && wanted < room ? x + room - wanted : x
        var left = room
        var rest = wanted
        var column = start
        for run in runs {
            let columns = displayWidth(of: run.text)
            rest -= columns
            // When what follows does not fit, this run ends in the `…` of the whole.
            if columns > left || (columns == left && rest > 0) {
                let cut = columns > left ? run.text : run.text + " "
                return column - start + write(cut, x: column, y: y, style: run.style, width: left)
            }
            column += write(run.text, x: column, y: y, style: run.style, width: left)
            left -= columns
        }
        return column - start
    }

    /// Sets one cell; the index of it, or nil when it is outside.
    private mutating func put(_ cell: Cell, _ x: Int, _ y: Int) -> Int? {
        guard x >= 0, x + Int(cell.width) <= width else { return nil }
        let index = y * width + x
        separate(x, y)
        if cell.width == 2 { separate(x + 1, y) }
        cells[index] = cell
        if cell.width == 2 { cells[index + 1] = Cell(behindWide: cell.style) }
        return index
    }

    /// A wide character that loses one of its two columns leaves a blank in the other.
    private mutating func separate(_ x: Int, _ y: Int) {
        let index = y * width + x
        if cells[index].width == 0, x > 0 { cells[index - 1].clear() }
        if cells[index].width == 2, x + 1 < width { cells[index + 1].clear() }
    }

    /// Blanks, or one character of one column, all over an area.
    package mutating func fill(_ area: Rect, with glyph: String = " ", style: Style = .normal) {
        let cell = Cell(glyph, style: style)
        for y in max(0, area.y)..<max(0, area.y, min(height, area.bottom)) {
            for x in max(0, area.x)..<max(0, area.x, min(width, area.right)) { _ = put(cell, x, y) }
        }
    }

    /// Changes the style of what is already drawn.
    package mutating func restyle(_ area: Rect, _ change: (Style) -> Style) {
        for y in max(0, area.y)..<max(0, area.y, min(height, area.bottom)) {
            for x in max(0, area.x)..<max(0, area.x, min(width, area.right)) {
                cells[y * width + x].style = change(cells[y * width + x].style)
            }
        }
    }

    /// A horizontal line.
    package mutating func rule(x: Int, y: Int, width: Int, style: Style = .dim) {
        fill(Rect(x: x, y: y, width: width, height: 1), with: Glyphs.horizontal, style: style)
    }

    /// A vertical line.
    package mutating func verticalRule(x: Int, y: Int, height: Int, style: Style = .dim) {
        fill(Rect(x: x, y: y, width: 1, height: height), with: Glyphs.vertical, style: style)
    }

    /// A rounded frame with a title in its upper edge, blank inside.
    package mutating func box(_ area: Rect, title: StyledText = "", style: Style = .accent) {
        guard area.width >= 2, area.height >= 2 else { return }
        fill(area)
        let last = area.bottom - 1
        rule(x: area.x, y: area.y, width: area.width, style: style)
        rule(x: area.x, y: last, width: area.width, style: style)
        verticalRule(x: area.x, y: area.y + 1, height: area.height - 2, style: style)
        verticalRule(x: area.right - 1, y: area.y + 1, height: area.height - 2, style: style)
        write("╭", x: area.x, y: area.y, style: style)
        write("╮", x: area.right - 1, y: area.y, style: style)
        write("╰", x: area.x, y: last, style: style)
        write("╯", x: area.right - 1, y: last, style: style)
        if !title.isEmpty, area.width > 8 {
            let used = write(title, x: area.x + 3, y: area.y, width: area.width - 6)
            write(" ", x: area.x + 2, y: area.y, style: style)
            write(" ", x: area.x + 3 + used, y: area.y, style: style)
        }
    }
}
