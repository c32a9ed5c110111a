package import Screen

/// How a list looks: exact columns, sections in capitals, the selected row on a quiet background.

extension ListTable {
    /// Columns left of the first cell: a margin and the place of `▸`.
    private static var indent: Int { 3 }
    /// Columns between two cells.
    private static var gap: Int { 2 }

    /// Draws the list where `layout` put it.
    ///
    /// - Parameter rows: those of `window`, in order.
    package func draw(_ rows: [Row], on canvas: inout Canvas, focused: Bool = true) {
        let widths = columnWidths
        if showsTitles { drawTitles(widths, on: &canvas) }
        let first = window.lowerBound
        for row in 0..<self.rows {
            let y = firstRow + row
            switch content(of: top + row) {
            case .heading(let section): draw(section, y: y, on: &canvas)
            case .item(let item):
                if rows.indices.contains(item - first) {
                    draw(rows[item - first], widths, y: y, selected: item == selected && focused, on: &canvas)
                }
            case .blank: break
            }
        }
    }

    private func drawTitles(_ widths: [Int?], on canvas: inout Canvas) {
        var x = area.x + Self.indent
        for (column, width) in zip(columns, widths) {
            guard let width else { continue }
            canvas.write(column.title.uppercased(), x: x, y: area.y, style: .dim, width: width, align: column.align)
            x += width + Self.gap
        }
    }

    private func draw(_ section: Section, y: Int, on canvas: inout Canvas) {
        let title = StyledText(section.title.uppercased(), section.style.bold) + StyledText(" \(section.count)", .dim)
        let used = canvas.write(title, x: area.x + 1, y: y, width: area.width - 2)
        let x = area.x + 1 + used + 2
        canvas.rule(x: x, y: y, width: area.right - 1 - x)
    }

    private func draw(_ row: Row, _ widths: [Int?], y: Int, selected: Bool, on canvas: inout Canvas) {
        var x = area.x + Self.indent
        for (index, column) in columns.enumerated() {
            guard let width = widths[index] else { continue }
            if row.cells.indices.contains(index) {
                let cell = selected ? row.cells[index].mapStyle(emphasised) : row.cells[index]
                canvas.write(cell, x: x, y: y, width: width, align: column.align)
            }
            x += width + Self.gap
        }
        if row.isMarked { canvas.write(Glyphs.dot, x: area.x, y: y, style: .accent) }
        if selected {
            canvas.write(Glyphs.selected, x: area.x + 1, y: y, style: .accent.bold)
            canvas.restyle(Rect(x: area.x, y: y, width: area.width, height: 1)) { $0.selected }
        }
    }

    /// Dim text cannot be read on the quiet background.
    private func emphasised(_ style: Style) -> Style {
        Style(style.role == .dim ? .normal : style.role, style.marks).bold
    }

    /// The width of each column in the room that there is; nil for one that is left out.
    var columnWidths: [Int?] {
        let room = area.width - Self.indent - 1
        var shown = Array(columns.indices)
        func needed(_ width: KeyPath<Column, Int>) -> Int {
            shown.reduce(Self.gap * max(0, shown.count - 1)) { $0 + columns[$1][keyPath: width] }
        }
        while needed(\.least) > room, let worst = shown.map({ columns[$0].priority }).max(), worst > 0 {
            shown.remove(at: shown.lastIndex { columns[$0].priority == worst }!)
        }
        var widths: [Int?] = Array(repeating: nil, count: columns.count)
        for index in shown { widths[index] = columns[index].width }
        var excess = needed(\.width) - room
        // Take from those that matter least first, then from the right.
        for index in shown.sorted(by: { (columns[$0].priority, $0) > (columns[$1].priority, $1) }) where excess > 0 {
            let cut = min(excess, columns[index].width - columns[index].least)
            widths[index]! -= cut
            excess -= cut
        }
        let growing = shown.filter { columns[$0].grows }
        if excess < 0, !growing.isEmpty {
            for (order, index) in growing.enumerated() {
                widths[index]! += -excess / growing.count + (order < -excess % growing.count ? 1 : 0)
            }
        }
        return widths
    }
}
