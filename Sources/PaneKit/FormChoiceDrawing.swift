import Screen
import Words

/// How one chooses in a form: choices with their letters, and the list of what may be meant.
extension Form {
    // MARK: Choices

    /// Which choices stand on which row; one that is typed has the last place.
    func choiceRows(_ choices: [FormField.Choice], _ field: FormField, width: Int) -> [[FormField.Choice]] {
        var all = choices
        if case .choice(_, extends: true) = field.kind {
            let isNew = field.value == FormField.new
            all.append(.init("+", isNew ? field.editor.text + " " : say("new"), value: FormField.new))
        }
        var rows: [[FormField.Choice]] = [[]]
        var used = 0
        for choice in all {
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

    func drawChoices(
        _ choices: [FormField.Choice], _ field: FormField, focused: Bool, on canvas: inout Canvas, in area: Rect,
        skipped: Int
    ) {
        let rows = choiceRows(choices, field, width: area.width).dropFirst(skipped).prefix(area.height)
        var end = (x: area.x, y: area.y)
        for (row, choices) in rows.enumerated() {
            var x = area.x
            for choice in choices {
                x += canvas.write(String(choice.key), x: x, y: area.y + row, style: .accent.bold, width: area.right - x)
                if choice.value == FormField.new, field.value == FormField.new {
                    let line = Rect(
                        x: x + 1, y: area.y + row,
                        width: min(max(12, displayWidth(of: choice.label)), area.right - x - 1),
                        height: 1)
                    field.editor.draw(on: &canvas, in: line, focused: focused)
                    canvas.restyle(line) { $0.underline }
                    x = line.right + 2
                    continue
                }
                let style: Style =
                    choice.value == field.value ? .accent.reverse.bold : choice.key == "+" ? .dim : .normal
                x += canvas.write(" " + choice.label, x: x, y: area.y + row, style: style, width: area.right - x) + 2
            }
            end = (x, area.y + row)
        }
        if let hint = self.area == .zero ? field.hint(self) : field.shownHint, end.x < area.right {
            canvas.write(hint, x: end.x + 1, y: end.y, width: area.right - end.x - 1)
        }
    }

    // MARK: Completions

    /// Where what may be meant is listed: under the field, over what stands there; above it when there is more room.
    func completionArea(_ lines: [Line], in area: Rect) -> Rect {
        let count = min(8, fields[focus].completions.count)
        guard count > 0, let line = lines.first(where: { $0.index == focus }) else { return .zero }
        let y = area.y + line.y - scroll(lines, in: area)
        let (above, below) = (y - area.y, area.bottom - y - 1)
        let height = min(count, max(above, below))
        return Rect(
            x: area.x + labelWidth, y: below >= count || below >= above ? y + 1 : y - height,
            width: area.width - labelWidth, height: height)
    }

    /// Index of the first completion that is shown.
    private func firstCompletion(_ height: Int) -> Int { max(0, (fields[focus].highlighted ?? 0) - height + 1) }

    func completionRow(_ lines: [Line], in area: Rect, y: Int) -> Int? {
        let list = completionArea(lines, in: area)
        guard !list.isEmpty, y >= list.y, y < list.bottom else { return nil }
        return firstCompletion(list.height) + y - list.y
    }

    /// What may be meant, in a list over what stands under the field.
    func drawCompletions(on canvas: inout Canvas, in list: Rect) {
        guard !list.isEmpty else { return }
        let field = fields[focus]
        let top = firstCompletion(list.height)
        for (row, completion) in field.completions.dropFirst(top).prefix(list.height).enumerated() {
            let line = Rect(x: list.x, y: list.y + row, width: list.width, height: 1)
            canvas.fill(line)
            let used = canvas.write(
                completion.detail, x: line.x + line.width / 2, y: line.y, style: .dim,
                width: line.width - line.width / 2 - 1, align: .right)
            canvas.write(completion.label, x: line.x + 2, y: line.y, width: line.width - 4 - used)
            if top + row == field.highlighted {
                canvas.write(Glyphs.selected, x: line.x, y: line.y, style: .accent.bold)
                canvas.restyle(line) { $0.selected }
            }
        }
    }
}
