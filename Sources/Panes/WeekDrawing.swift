import PaneKit
import Sales
import Screen
import Storage
import Words

/// How the days of a week and their appointments look.
extension WeekPane {
    private func name(_ index: Int) -> String {
        "\(office.dates.weekday(monday + index)) \(office.dates.short(monday + index))"
    }

    private func time(_ item: Appointment) -> String {
        guard let at = item.at else { return say("all day") }
        let end = item.end.map { $0 > at ? Glyphs.dash + office.dates.time($0) : "" } ?? ""
        return office.dates.time(at) + end
    }

    private func role(_ item: Appointment) -> Role {
        item.isOpen ? Wording.role(Due(on: item.day, at: item.end ?? item.at), clock: office.clock) : .dim
    }

    /// What is past and still planned asks whether it was held.
    private func title(_ item: Appointment) -> StyledText {
        if !item.isOpen { return StyledText(Glyphs.check + " " + item.title, .dim) }
        let isPast = role(item) == .bad && item.ref.kind == .meeting
        return StyledText(isPast ? say("held?") + " " : "", .bad) + StyledText(item.title, .normal.bold)
    }

    // MARK: A column a day

    func drawColumn(_ index: Int, on canvas: inout Canvas, in area: Rect) {
        let isToday = monday + index == today
        let isEmptyChoice = index == day && days[index].isEmpty
        canvas.write(
            StyledText(isEmptyChoice ? Glyphs.selected : "", .accent.bold)
                + StyledText(name(index), isToday ? .accent.bold : index == day ? .normal.bold : .normal),
            x: area.x, y: area.y, width: area.width)
        canvas.rule(x: area.x, y: area.y + 1, width: area.width, style: isToday ? .accent : .dim)
        if isToday { canvas.write(" \(say("today")) ", x: area.x + 1, y: area.y + 1, style: .accent.bold) }
        var y = area.y + Self.heading
        let count = days[index].count
        for row in min(tops[index], count)..<count {
            let isLast = row == count - 1
            if y + Self.cardHeight - 1 > area.bottom - (isLast ? 0 : 1) {
                canvas.write(
                    say("\(count - row) more") + " " + Glyphs.down, x: area.x, y: area.bottom - 1, style: .dim,
                    width: area.width)
                break
            }
            drawCard(
                days[index][row], isSelected: index == day && row == rows[index], on: &canvas,
                in: Rect(x: area.x, y: y, width: area.width, height: Self.cardHeight - 1))
            y += Self.cardHeight
        }
        if tops[index] > 0 {
            canvas.write(
                "\(tops[index]) \(Glyphs.up)", x: area.x, y: area.y + 1, style: .dim, width: area.width, align: .right)
        }
    }

    private func drawCard(_ item: Appointment, isSelected: Bool, on canvas: inout Canvas, in area: Rect) {
        let role = role(item)
        let (x, width) = (area.x + 2, area.width - 2)
        let warning = item.hasConflict ? " " + Glyphs.warning : ""
        var time = time(item)
        if displayWidth(of: time + warning) > width, let at = item.at { time = office.dates.time(at) }
        canvas.write(
            StyledText(time, item.isOpen ? Style(role) : .dim) + StyledText(warning, .attention.bold), x: x, y: area.y,
            width: width)
        // The title may take two lines; whom it is with stands below.
        let title = title(item)
        let isLong = title.width > width
        let first = isLong ? wrap(title.text, width: width)[0] : title.text
        var y = area.y + 1
        if isLong {
            let rest = String(title.text.dropFirst(first.count)).trimmingSpaces()
            let style = title.runs.last?.style ?? .normal
            canvas.write(first, x: x, y: y, style: style, width: width)
            canvas.write(rest, x: x, y: y + 1, style: style, width: width)
            y += 2
        } else {
            canvas.write(title, x: x, y: y, width: width)
            y += 1
        }
        canvas.write(item.who.isEmpty ? item.place : item.who, x: x, y: y, style: .dim, width: width)
        for row in area.y...y { canvas.write(Glyphs.edge, x: area.x, y: row, style: Style(role)) }
        if isSelected {
            canvas.write(Glyphs.selected, x: area.x + 1, y: area.y, style: .accent.bold)
            select(Rect(x: area.x + 1, y: area.y, width: area.width - 1, height: y - area.y + 1), on: &canvas)
        }
    }

    private func select(_ area: Rect, on canvas: inout Canvas) {
        canvas.restyle(area) { Style($0.role == .dim ? .normal : $0.role, $0.marks).selected }
    }

    // MARK: One day below the other

    func drawLines(on canvas: inout Canvas, in area: Rect) {
        var line = 0
        /// The row of the screen, nil when it is not on it; goes on to the next line.
        func nextRow() -> Int? {
            defer { line += 1 }
            return line >= topLine && line - topLine < area.height ? area.y + line - topLine : nil
        }
        for index in days.indices {
            if let y = nextRow() { drawDay(index, y: y, on: &canvas, in: area) }
            for (row, item) in days[index].enumerated() {
                if let y = nextRow() {
                    drawLine(item, isSelected: index == day && row == rows[index], y: y, on: &canvas, in: area)
                }
            }
            if !days[index].isEmpty { _ = nextRow() }
        }
    }

    private func drawDay(_ index: Int, y: Int, on canvas: inout Canvas, in area: Rect) {
        let isToday = monday + index == today
        let style: Style = isToday ? .accent.bold : .dim
        let used = canvas.write(
            StyledText(name(index).uppercased(), style) + StyledText(isToday ? " " + say("today") : "", .accent),
            x: area.x + 1, y: y, width: area.width - 2)
        canvas.rule(x: area.x + 2 + used, y: y, width: area.width - 3 - used, style: isToday ? .accent : .dim)
        if index == day, days[index].isEmpty {
            canvas.write(Glyphs.selected, x: area.x, y: y, style: .accent.bold)
            select(Rect(x: area.x, y: y, width: area.width, height: 1), on: &canvas)
        }
    }

    private func drawLine(_ item: Appointment, isSelected: Bool, y: Int, on canvas: inout Canvas, in area: Rect) {
        canvas.write(time(item), x: area.x + 3, y: y, style: item.isOpen ? Style(role(item)) : .dim, width: 11)
        if item.hasConflict { canvas.write(Glyphs.warning, x: area.x + 15, y: y, style: .attention.bold) }
        // The person stands in a column of its own, where there is room for one.
        let whoWidth = min(24, max(12, area.width / 4))
        let titleWidth = area.width - 17 - whoWidth - 3
        canvas.write(title(item), x: area.x + 17, y: y, width: titleWidth)
        canvas.write(item.who, x: area.right - 1 - whoWidth, y: y, style: .dim, width: whoWidth)
        if isSelected {
            canvas.write(Glyphs.selected, x: area.x + 1, y: y, style: .accent.bold)
            select(Rect(x: area.x, y: y, width: area.width, height: 1), on: &canvas)
        }
    }
}
