package import Screen
import Words

/// How a form looks: labels left, fields right, a hint beside and an error under them.

extension Form {
    /// Columns from the left edge to the fields.
    private var labelWidth: Int { min(24, max(9, (fields.map { displayWidth(of: $0.label) }.max() ?? 0) + 3)) }

    /// Rows of the field itself in so many columns.
    private func height(of field: FormField, width: Int) -> Int {
        let rows: Int =
            switch field.kind {
            case .line, .pick, .check: 1
            case .area(let least): max(least, field.editor.height(width: width))
            case .choice(let choices): choiceRows(choices, width: width).count
            }
        return rows + (field.error == nil ? 0 : 1)
    }

    /// Rows with a blank one before, between and after the fields.
    package func height(width: Int) -> Int {
        fields.reduce(1) { $0 + height(of: $1, width: width - labelWidth) + 1 }
    }

    /// Learns its width, for moving up and down in wrapped text.
    package mutating func layout(in area: Rect) {
        for index in fields.indices { fields[index].editor.layout(width: area.width - labelWidth) }
    }

    /// The first row and height of each field, counted from the first row of the form.
    private func rows(in area: Rect) -> [(y: Int, height: Int)] {
        let width = area.width - labelWidth
        let gap = height(width: area.width) <= area.height ? 1 : 0
        var y = gap
        return fields.map { field in
            let rows = height(of: field, width: width)
            defer { y += rows + gap }
            return (y, rows)
        }
    }

    /// Draws it, scrolled so that the field with the focus is seen whole, or its cursor at least.
    package func draw(on canvas: inout Canvas, in area: Rect) {
        guard !fields.isEmpty, area.width > labelWidth + 4, area.height > 0 else { return }
        let rows = rows(in: area)
        let top = scroll(rows, in: area)
        for (index, row) in rows.enumerated() where row.y + row.height > top && row.y < top + area.height {
            let y = area.y + row.y - top
            let skipped = max(0, area.y - y)
            let place = Rect(
                x: area.x + labelWidth, y: y + skipped, width: area.width - labelWidth,
                height: min(row.height - skipped, area.bottom - y - skipped))
            let field = fields[index]
            let style: Style = index == focus ? .accent.bold : .dim
            let label = field.label + (field.isRequired ? " *" : "")
            if skipped == 0 { canvas.write(label, x: area.x, y: y, style: style, width: labelWidth - 1) }
            draw(field, focused: index == focus, on: &canvas, in: place, skipped: skipped)
        }
        drawCompletions(on: &canvas, in: area, y: area.y + rows[focus].y - top + 1)
    }

    private func scroll(_ rows: [(y: Int, height: Int)], in area: Rect) -> Int {
        let last = rows[rows.count - 1]
        let total = last.y + last.height
        if total <= area.height { return 0 }
        let field = rows[focus]
        var end = field.y + field.height
        if field.height > area.height {
            let cursor = fields[focus].editor.cursorPlace(width: area.width - labelWidth).row
            end = max(field.y + area.height, field.y + cursor + 1)
        }
        return min(max(0, end - area.height + (focus + 1 < rows.count ? 1 : 0)), max(0, total - area.height))
    }

    private func draw(_ field: FormField, focused: Bool, on canvas: inout Canvas, in area: Rect, skipped: Int) {
        var room = area
        if let error = field.error {
            canvas.write(error, x: area.x, y: area.bottom - 1, style: .bad, width: area.width)
            room = area.inset(bottom: 1)
        }
        switch field.kind {
        case .line, .pick:
            let hint = field.error == nil ? field.hint(self) : nil
            let text = min(max(12, displayWidth(of: visible(field.editor.text)) + 1), room.width)
            let least = hint.map { min(room.width / 2, $0.width + 3) } ?? 0
            let line = Rect(x: room.x, y: room.y, width: min(text, room.width - least), height: 1)
            field.editor.draw(on: &canvas, in: line, focused: focused)
            canvas.restyle(line) { $0.underline }
            if let hint { canvas.write(hint, x: line.right + 2, y: room.y, width: room.right - line.right - 2) }
        case .area:
            field.editor.draw(on: &canvas, in: room, focused: focused)
            canvas.restyle(room) { $0.underline }
        case .choice(let choices):
            drawChoices(choices, field, on: &canvas, in: room, skipped: skipped)
        case .check:
            let mark = field.value == nil ? "[ ]" : "[x]"
            let used = canvas.write(mark, x: room.x, y: room.y, style: focused ? .accent.bold : .normal)
            if let hint = field.hint(self) {
                canvas.write(hint, x: room.x + used + 2, y: room.y, width: room.width - used - 2)
            }
        }
        if focused, !field.isText { canvas.cursor = nil }
    }

    /// Which choices stand on which row.
    private func choiceRows(_ choices: [FormField.Choice], width: Int) -> [[FormField.Choice]] {
        var rows: [[FormField.Choice]] = [[]]
        var used = 0
        for choice in choices {
            let columns = displayWidth(of: choice.label) + 2
            if used > 0, used + columns > width {
                rows.append([])
                used = 0
            }
            rows[rows.count - 1].append(choice)
            used += columns + 2
        }
        return rows
    }

    private func drawChoices(
        _ choices: [FormField.Choice], _ field: FormField, on canvas: inout Canvas, in area: Rect, skipped: Int
    ) {
        let rows = choiceRows(choices, width: area.width).dropFirst(skipped).prefix(area.height)
        var end = (x: area.x, y: area.y)
        for (row, choices) in rows.enumerated() {
            var x = area.x
            for choice in choices {
                x += canvas.write(String(choice.key), x: x, y: area.y + row, style: .accent.bold, width: area.right - x)
                let style: Style = choice.value == field.value ? .accent.reverse.bold : .normal
                x += canvas.write(" " + choice.label, x: x, y: area.y + row, style: style, width: area.right - x) + 2
            }
            end = (x, area.y + row)
        }
        if let hint = field.hint(self), end.x < area.right {
            canvas.write(hint, x: end.x + 1, y: end.y, width: area.right - end.x - 1)
        }
    }

    /// What may be meant, in a list over what stands under the field.
    private func drawCompletions(on canvas: inout Canvas, in area: Rect, y: Int) {
        let field = fields[focus]
        let shown = field.completions.count
        guard shown > 0 else { return }
        let x = area.x + labelWidth
        let height = min(6, shown, max(1, area.bottom - y))
        let top = max(0, field.highlighted - height + 1)
        for (row, completion) in field.completions.dropFirst(top).prefix(height).enumerated() {
            let line = Rect(x: x, y: y + row, width: area.right - x, height: 1)
            canvas.fill(line)
            let used = canvas.write(
                completion.detail, x: x + line.width / 2, y: y + row, style: .dim,
                width: line.width - line.width / 2 - 1, align: .right)
            canvas.write(completion.text, x: x + 2, y: y + row, width: line.width - 4 - used)
            if top + row == field.highlighted {
                canvas.write(Glyphs.selected, x: x, y: y + row, style: .accent.bold)
                canvas.restyle(line) { $0.selected }
            }
        }
    }
}
