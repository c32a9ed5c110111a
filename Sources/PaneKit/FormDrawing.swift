package import Screen
import Words

/// How a form looks: labels left, fields right, a hint beside, errors and warnings under them.

extension Form {
    /// A field and the rows that it takes.
    struct Line {
        var index: Int
        /// Counted from the first row of the form.
        var y: Int
        /// Of the field itself; what is to be said about it stands below.
        var rows: Int
        var notes: [StyledText]
        var height: Int { rows + notes.count }
    }

    /// Columns from the left edge to the fields.
    var labelWidth: Int {
        // Of all fields, so that nothing moves when more of them are shown.
        min(24, max(9, (fields.map { displayWidth(of: $0.label) }.max() ?? 0) + 3))
    }

    private func width(in columns: Int) -> Int { max(3, columns - labelWidth) }

    /// Rows of the field itself in so many columns.
    private func height(of field: FormField, width: Int, most: Int) -> Int {
        switch field.kind {
        case .line, .completed, .check, .more, .hidden: 1
        case .checks: field.shownChecks.count
        case .area(let least): min(most, max(least, field.editor.height(width: width)))
        case .choice(let choices, _): choiceRows(choices, field, width: width).count
        }
    }

    /// What stands under a field: what is wrong, what somebody else wrote, what should be known.
    private func notes(on field: FormField, width: Int) -> [StyledText] {
        func lines(_ text: String, _ role: Role, most: Int) -> [StyledText] {
            wrap(visible(text), width: width).prefix(most).map { StyledText($0, Style(role)) }
        }
        if let error = field.error { return lines(error, .bad, most: 3) }
        if let theirs = field.theirs {
            let said = clip(visible(field.said(theirs)), max(20, width - 10))
            let text = said.isEmpty ? say("meanwhile emptied") : say("meanwhile: \(said)")
            return lines(text, .attention, most: 2)
        }
        return field.shownWarning.map { lines("\(Glyphs.warning) \($0.text)", .attention, most: 2) } ?? []
    }

    private func lines(width columns: Int, height most: Int, gap: Int) -> [Line] {
        let width = width(in: columns)
        var y = gap
        return fields.indices.filter(isShown).map { index in
            let field = fields[index]
            let notes = notes(on: field, width: width)
            let line = Line(
                index: index, y: y, rows: height(of: field, width: width, most: max(3, most - notes.count)),
                notes: notes)
            y += line.height + gap
            return line
        }
    }

    /// Rows with a blank one before, between and after the fields.
    package func height(width: Int) -> Int {
        lines(width: width, height: .max, gap: 1).last.map { $0.y + $0.height + 1 } ?? 1
    }

    private func lines(in area: Rect) -> [Line] {
        if height(width: area.width) <= area.height { return lines(width: area.width, height: area.height, gap: 1) }
        var close = lines(width: area.width, height: area.height, gap: 0)
        // Where there is room for some blank rows, but not for one between all, the first field stands off the edge.
        if let last = close.last, last.y + last.height + 2 <= area.height {
            for index in close.indices { close[index].y += 1 }
        }
        return close
    }

    /// Learns where it stands, and asks what is to be said about each field.
    package mutating func layout(in area: Rect) {
        self.area = area
        for index in fields.indices {
            if case .checks(let checks) = fields[index].kind { fields[index].shownChecks = checks(self) }
        }
        // What was there a moment ago may be gone.
        if fields.indices.contains(focus), case .checks = fields[focus].kind, !isShown(focus) { previous() }
        for index in fields.indices where isShown(index) {
            fields[index].shownWarning = fields[index].error == nil ? fields[index].warning(self) : nil
            fields[index].shownHint = fields[index].hint(self)
        }
        let width = width(in: area.width)
        for line in lines(in: area) { fields[line.index].editor.layout(width: width, height: line.rows) }
    }

    /// Takes the focus, or picks a choice, where somebody clicked; nil when there is nothing.
    mutating func click(x: Int, y: Int) -> Reaction? {
        guard area.contains(x: x, y: y) else { return nil }
        let lines = lines(in: area)
        let row = y - area.y + scroll(lines, in: area)
        if let at = completionRow(lines, in: area, y: y) {
            fields[focus].highlighted = at
            return handle(.key(.enter))
        }
        guard let line = lines.first(where: { row >= $0.y && row < $0.y + $0.height }) else { return .stay }
        fields[focus].completions = []
        focus = line.index
        let column = x - area.x - labelWidth
        guard column >= 0 else { return .stay }
        let field = fields[focus]
        switch field.kind {
        case .check: return handle(.key(.character(" ")))
        case .checks:
            guard field.shownChecks.indices.contains(row - line.y) else { return .stay }
            fields[focus].highlighted = row - line.y
            return handle(.key(.character(" ")))
        case .more: return handle(.key(.enter))
        case .choice(let choices, _):
            let rows = choiceRows(choices, field, width: width(in: area.width))
            guard rows.indices.contains(row - line.y) else { return .stay }
            var at = 0
            for choice in rows[row - line.y] {
                let end = at + displayWidth(of: choice.label) + 2
                if column >= at, column < end { return handle(.key(.character(choice.key))) }
                at = end + 2
            }
        case .line, .area, .completed: fields[focus].editor.move(toColumn: column, row: row - line.y)
        case .hidden: break
        }
        return .stay
    }

    /// Draws it, scrolled so that the field with the focus is seen whole, or its cursor at least.
    package func draw(on canvas: inout Canvas, in area: Rect) {
        guard !fields.isEmpty, area.width > labelWidth + 4, area.height > 0 else { return }
        let lines = lines(in: area)
        let top = scroll(lines, in: area)
        for line in lines where line.y + line.height > top && line.y < top + area.height {
            let y = area.y + line.y - top
            let skipped = max(0, area.y - y)
            let place = Rect(
                x: area.x + labelWidth, y: y + skipped, width: width(in: area.width),
                height: min(line.height - skipped, area.bottom - y - skipped))
            let field = fields[line.index]
            let isFocused = line.index == focus
            let style: Style = isFocused ? .accent.bold : .dim
            let label = field.label + (field.isRequired ? " *" : "")
            if skipped == 0 { canvas.write(label, x: area.x, y: y, style: style, width: labelWidth - 1) }
            let room = Rect(
                x: place.x, y: place.y, width: place.width, height: min(place.height, max(0, line.rows - skipped)))
            if !room.isEmpty { draw(field, focused: isFocused, on: &canvas, in: room, skipped: skipped) }
            for (row, note) in line.notes.enumerated() where y + line.rows + row < area.bottom {
                canvas.write(note, x: place.x, y: y + line.rows + row, width: place.width)
            }
        }
        if top > 0 { canvas.write(Glyphs.up, x: area.right - 1, y: area.y, style: .accent) }
        if let last = lines.last, last.y + last.height > top + area.height {
            canvas.write(Glyphs.down, x: area.right - 1, y: area.bottom - 1, style: .accent)
        }
        drawCompletions(on: &canvas, in: completionArea(lines, in: area))
    }

    func scroll(_ lines: [Line], in area: Rect) -> Int {
        guard let last = lines.last, let field = lines.first(where: { $0.index == focus }) else { return 0 }
        let total = last.y + last.height
        if total <= area.height { return 0 }
        let isLast = focus == last.index
        let end = field.y + field.height + min(isLast ? 0 : 1, max(0, area.height - field.height))
        return min(max(0, end - area.height), max(0, total - area.height))
    }

    private func draw(_ field: FormField, focused: Bool, on canvas: inout Canvas, in room: Rect, skipped: Int) {
        let hint = area == .zero ? field.hint(self) : field.shownHint
        switch field.kind {
        case .line, .completed:
            let text = min(
                max(12, displayWidth(of: visible(String(field.editor.text.prefix(room.width)))) + 1), room.width)
            let least = hint.map { min(room.width / 2, $0.width + 3) } ?? 0
            let line = Rect(x: room.x, y: room.y, width: min(text, room.width - least), height: 1)
            field.editor.draw(on: &canvas, in: line, focused: focused)
            canvas.restyle(line) { $0.underline }
            if let hint { canvas.write(hint, x: line.right + 2, y: room.y, width: room.right - line.right - 2) }
        case .area:
            field.editor.draw(on: &canvas, in: room, focused: focused)
            canvas.restyle(room) { $0.underline }
        case .choice(let choices, _):
            drawChoices(choices, field, focused: focused, on: &canvas, in: room, skipped: skipped)
        case .check:
            let mark = field.value == nil ? "[ ]" : "[x]"
            let used = canvas.write(mark, x: room.x, y: room.y, style: focused ? .accent.bold : .normal)
            if let hint { canvas.write(hint, x: room.x + used + 2, y: room.y, width: room.width - used - 2) }
        case .checks: drawChecks(field, focused: focused, on: &canvas, in: room, skipped: skipped)
        case .more:
            let mark = field.value == nil ? Glyphs.selected : Glyphs.down
            var text = StyledText(mark + " ", focused ? .accent.bold : .dim)
            if field.value == nil { text += said(behind: field) }
            canvas.write(text, x: room.x, y: room.y, width: room.width)
        case .hidden: break
        }
        if focused, !field.isText { canvas.cursor = nil }
    }

    /// What stands behind a line that is not opened: first what is filled in.
    private func said(behind more: FormField) -> StyledText {
        guard let start = fields.firstIndex(where: { $0.id == more.id }) else { return "" }
        let hidden = fields[(start + 1)...].filter { !$0.isHidden && $0.isShown(self) }
        let filled = hidden.filter { !$0.isBlank }.map {
            StyledText($0.label.lowercased() + ($0.isText ? " " : ""), .dim) + StyledText($0.isText ? $0.text : "")
        }
        let empty = hidden.filter(\.isBlank).map { StyledText($0.label.lowercased(), .dim) }
        return (filled + empty).enumerated().reduce("") {
            $0 + StyledText($1.offset > 0 ? ", " : "", .dim) + $1.element
        }
    }
}
