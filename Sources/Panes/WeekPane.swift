import PaneKit
import Sales
import Screen
import Storage
import Words

/// The meetings and timed follow-ups of a week: a column a day where there is room, else one day below the other.
struct WeekPane: Desk {
    let office: Office
    private(set) var monday: Day
    /// The appointments of each day, from Monday.
    private(set) var days: [[Appointment]] = Array(repeating: [], count: 7)
    private(set) var day: Int
    /// The appointment under the cursor, of each day.
    private(set) var rows = Array(repeating: 0, count: 7)
    /// The first appointment on the screen, of each day, where days are columns.
    private(set) var tops = Array(repeating: 0, count: 7)
    /// The first line on the screen, where days stand below one another.
    private(set) var topLine = 0
    private(set) var columns: [Rect] = []
    private(set) var area = Rect.zero
    /// Until it has been loaded once, the cursor is to go to what comes next.
    private var isFresh = true

    init(office: Office) {
        self.office = office
        monday = office.clock.today.monday
        day = office.clock.today.weekday - 1
    }

    var title: String { say("Week") }
    var isWide: Bool { area.width >= 120 }
    var today: Day { office.clock.today }

    private var selected: Appointment? { days[day].indices.contains(rows[day]) ? days[day][rows[day]] : nil }
    var target: Ref? { selected?.ref }

    static var bindings: [Binding<WeekPane>] {
        let own: [Binding<WeekPane>] = [
            Binding(
                "<Enter>", label: say("open"), help: say("Opens the appointment."), unavailable: { $0.needsSomebody() }
            ) { $0.office.open($0.target!) },
            Binding("t", label: say("list"), help: say("Shows all meetings as a list.")) { $0.showList() },
            Binding("]", name: "[ ]", label: say("week"), help: say("Shows the next week.")) { try $0.turn(by: 7) },
            Binding("[", help: say("Shows the week before.")) { try $0.turn(by: -7) },
            Binding(
                "gt", "0", label: say("this week"), help: say("Shows this week."),
                unavailable: { $0.monday == $0.today.monday ? say("This week is shown.") : nil }
            ) { try $0.goToToday() },
            Binding("h", "<Left>", name: "h l", help: say("Moves to the day before.")) { $0.move(days: -1) },
            Binding("l", "<Right>", help: say("Moves to the next day.")) { $0.move(days: 1) },
            Binding("j", "<Down>", name: "j k", help: say("Moves to the next appointment.")) { $0.move(by: 1) },
            Binding("k", "<Up>", help: say("Moves to the appointment before.")) { $0.move(by: -1) },
            Binding("gg", "<Home>", help: say("Moves to the first appointment of the day.")) { $0.moveInDay(to: 0) },
            Binding("G", "<End>", help: say("Moves to the last appointment of the day.")) { $0.moveInDay(to: .max) },
            Binding(
                "M", label: say("plan"), help: say("Plans a meeting with the same people on the day under the cursor."),
                rank: 2, unavailable: { $0.needsSomebody() }
            ) { pane in
                .sequence([
                    try pane.office.planMeeting(on: pane.target!), .press(Key.parse("\(pane.monday + pane.day) ")),
                ])
            },
        ]
        return own + verbs(WeekPane.self).filter { $0.name != "M" }
    }

    private func showList() -> Step {
        // The list goes to the meeting that was under the cursor.
        if let target, target.kind == .meeting { office.noteAdded(target) }
        return .replace(ListPane(.meeting, office: office))
    }

    // MARK: Moving

    private mutating func turn(by step: Int) throws -> Step {
        monday = monday + step
        (rows, tops, topLine) = (Array(repeating: 0, count: 7), Array(repeating: 0, count: 7), 0)
        try refresh()
        return .stay
    }

    private mutating func goToToday() throws -> Step {
        (day, isFresh) = (today.weekday - 1, true)
        return try turn(by: today.monday - monday)
    }

    private mutating func move(days step: Int) -> Step {
        day = max(0, min(6, day + step))
        return .stay
    }

    private mutating func moveInDay(to row: Int) -> Step {
        rows[day] = max(0, min(row, days[day].count - 1))
        return .stay
    }

    /// Within the day; where days stand below one another on to the next one.
    private mutating func move(by step: Int) -> Step {
        let row = rows[day] + step
        if days[day].indices.contains(row) || isWide { return moveInDay(to: row) }
        let next = day + step
        guard days.indices.contains(next) else { return .stay }
        day = next
        return moveInDay(to: step > 0 ? 0 : .max)
    }

    mutating func refresh() throws {
        let before = target
        let all = try office.read { try $0.week(from: monday) }
        days = (0..<7).map { offset in all.filter { $0.day == monday + offset } }
        for index in 0..<7 { rows[index] = max(0, min(rows[index], days[index].count - 1)) }
        if isFresh, monday == today.monday {
            let now = office.clock.now
            rows[day] = days[day].firstIndex { $0.isOpen && ($0.end ?? $0.at).map { $0 >= now } != false } ?? rows[day]
        } else if let before {
            for (index, items) in days.enumerated() {
                if let row = items.firstIndex(where: { $0.ref == before }) { (day, rows[index]) = (index, row) }
            }
        }
        isFresh = false
    }

    // MARK: Lines, where days stand below one another: a heading, the appointments, and a blank when there are some

    private func line(of day: Int, _ row: Int) -> Int {
        days[..<day].reduce(1) { $0 + $1.count + ($1.isEmpty ? 1 : 2) } + (days[day].isEmpty ? -1 : row)
    }

    /// Lines for a card with the gap below it, and above the cards.
    static let (cardHeight, heading) = (5, 2)

    private var room: Int { max(1, ((columns.first?.height ?? 0) - Self.heading) / Self.cardHeight) }

    mutating func layout(in area: Rect) {
        self.area = area
        let body = area.inset(top: 2)
        columns = isWide ? body.inset(left: 1, right: 1).columns(7, gap: 3) : []
        if isWide {
            tops[day] = max(min(tops[day], rows[day]), rows[day] - room + 1, 0)
        } else {
            let line = line(of: day, rows[day])
            // The heading stays in view with the first appointment.
            topLine = max(
                min(topLine, rows[day] == 0 ? line - (days[day].isEmpty ? 0 : 1) : line), line - body.height + 1, 0)
        }
    }

    mutating func handle(_ event: Event) throws -> Step? {
        guard case .mouse(let mouse) = event else { return nil }
        switch mouse.action {
        case .wheelDown: return move(by: 1)
        case .wheelUp: return move(by: -1)
        case .click, .doubleClick:
            guard let place = place(at: mouse) else { return nil }
            (day, rows[place.day]) = (place.day, place.row)
            return mouse.action == .doubleClick ? target.map { office.open($0) } ?? .stay : .stay
        case .drag, .drop: return nil
        }
    }

    private func place(at mouse: Mouse) -> (day: Int, row: Int)? {
        if isWide {
            guard let index = columns.firstIndex(where: { $0.contains(x: mouse.x, y: mouse.y) }) else { return nil }
            let line = mouse.y - columns[index].y - Self.heading
            let row = tops[index] + line / Self.cardHeight
            return (index, line >= 0 && days[index].indices.contains(row) ? row : rows[index])
        }
        let wanted = topLine + mouse.y - area.y - 2
        for index in days.indices {
            let first = line(of: index, 0) - (days[index].isEmpty ? 0 : 1)
            if wanted >= first, wanted <= first + days[index].count { return (index, max(0, wanted - first - 1)) }
        }
        return nil
    }

    // MARK: Drawing

    func draw(on canvas: inout Canvas, in area: Rect) {
        drawTitle(on: &canvas)
        if isWide {
            for (index, place) in columns.enumerated() {
                drawColumn(index, on: &canvas, in: place)
                if index > 0 { canvas.verticalRule(x: place.x - 2, y: place.y, height: place.height) }
            }
        } else {
            drawLines(on: &canvas, in: area.inset(top: 2))
        }
        if days.allSatisfy(\.isEmpty) {
            canvas.write(
                say("Nothing in this week: M on a contact plans a meeting."), x: area.x + 3,
                y: isWide ? area.y + 5 : area.bottom - 1, style: .dim, width: area.width - 4)
        }
    }

    private func drawTitle(on canvas: inout Canvas) {
        let last = monday + 6
        // The ISO week is numbered in the year of its Thursday.
        let thursday = monday + 3
        let week = (thursday - Day(thursday.year, 1, 1)!) / 7 + 1
        let title =
            StyledText(say("Week \(week)"), .normal.bold)
            + StyledText("  \(office.dates.short(monday)) \(Glyphs.dash) \(office.dates.short(last))", .dim)
            + StyledText(monday == today.monday ? "  " + say("this week") : "", .accent)
        let count = days.reduce(0) { $0 + $1.count }
        let used = canvas.write(
            say("\(count, "appointment", "appointments")"), x: area.x + 1, y: area.y, style: .dim,
            width: area.width - 2, align: .right)
        canvas.write(title, x: area.x + 1, y: area.y, width: area.width - 4 - used)
    }
}
