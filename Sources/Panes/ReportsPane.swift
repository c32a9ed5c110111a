import PaneKit
import Sales
import Screen
import Storage
import Words

/// Reports: figures and bars; each number leads to the records that it counts.
struct ReportsPane: Pane {
    let office: Office
    private var name = Report.Name.pipeline
    private var period = Period.weeks
    private var report: Report?
    private var lines: [Report.Line] = []
    /// The number under the cursor, where a line has several.
    private var column = 0
    private var table = ListTable(columns: [], showsTitles: true)
    private var barWidth = 0
    private var menuArea = Rect.zero
    private var area = Rect.zero

    init(office: Office) { self.office = office }

    var title: String { say("Reports") }

    static var bindings: [Binding<ReportsPane>] {
        let own: [Binding<ReportsPane>] = [
            Binding(
                "<Enter>", label: say("records"), help: say("Opens the records behind the number under the cursor."),
                rank: 0, unavailable: { $0.behind == nil ? say("There is nothing behind this line.") : nil }
            ) { $0.openRecords() },
            Binding(
                "p", label: say("period"), help: say("Looks at another period."), rank: 0, unavailable: \.whyNoPeriod
            ) { try $0.turn(period: 1) },
            Binding("]", name: "[ ]", label: say("report"), help: say("Shows the next report."), rank: 0) {
                try $0.turn(report: 1)
            },
            Binding("[", help: say("Shows the report before.")) { try $0.turn(report: -1) },
            Binding(
                "l", "<Right>", name: "h l", label: say("column"), help: say("Moves to the number at the right."),
                unavailable: \.whyNoColumns
            ) { $0.move(columns: 1) },
            Binding("h", "<Left>", help: say("Moves to the number at the left."), unavailable: \.whyNoColumns) {
                $0.move(columns: -1)
            },
            Binding(
                "x", label: say("export"), help: say("Exports the figures."),
                unavailable: { $0.lines.isEmpty ? say("There is nothing to export.") : nil }
            ) { $0.office.export($0.name, $0.period) },
        ]
        return own + ListTable.bindings(\.table)
    }

    private var whyNoPeriod: String? { name == .pipeline ? say("The pipeline is shown as it is now.") : nil }
    private var whyNoColumns: String? { counted.count < 2 ? say("Each line has one number.") : nil }

    /// The columns whose numbers lead to records.
    private var counted: [Int] {
        (report?.columns ?? []).indices.filter { index in lines.contains { $0.behind[index] != nil } }
    }

    private var chosen: Int? { counted.contains(column) ? column : counted.first }

    private var behind: Report.Behind? {
        guard let chosen, lines.indices.contains(table.selected) else { return nil }
        return lines[table.selected].behind[chosen]
    }

    private func openRecords() -> Step {
        behind.map { .open(ListPane($0.kind, office: office, behind: $0.line)) } ?? .stay
    }

    private mutating func turn(period step: Int) throws -> Step {
        period = Self.neighbour(of: period, by: step)
        try refresh()
        return .stay
    }

    private mutating func turn(report step: Int) throws -> Step { try show(Self.neighbour(of: name, by: step)) }

    private mutating func show(_ other: Report.Name) throws -> Step {
        name = other
        table.select(0)
        try refresh()
        return .stay
    }

    private static func neighbour<C: CaseIterable & Equatable>(of value: C, by step: Int) -> C {
        let all = Array(C.allCases)
        return all[(all.firstIndex(of: value)! + step + all.count) % all.count]
    }

    private mutating func move(columns step: Int) -> Step {
        if let at = chosen.flatMap({ counted.firstIndex(of: $0) }) {
            column = counted[max(0, min(counted.count - 1, at + step))]
        }
        return .stay
    }

    mutating func refresh() throws {
        let report = try office.read { try $0.report(name, period) }
        self.report = report
        lines = report.summary.isEmpty ? [] : report.lines
        table.sections = report.sections.map { .init(count: $0.count) }
        if lines.isEmpty { table.sections = [] }
    }

    mutating func layout(in area: Rect) {
        let isWide = area.width >= 110
        let (menu, rest) = area.splitLeft(isWide ? 24 : 0)
        menuArea = menu
        self.area = isWide ? rest.inset(left: 1) : rest
        let shown = ReportLook.columns(name)
        // What the figures leave is the bar's: indent, gaps and a margin aside.
        barWidth = max(0, min(60, self.area.width - 4 - shown.reduce(0) { $0 + $1.width + 2 }))
        table.columns = shown + [.init("", width: barWidth, priority: 9)]
        table.layout(in: self.area.inset(top: 2))
    }

    mutating func handle(_ event: Event) throws -> Step? {
        guard case .mouse(let mouse) = event else { return nil }
        let row = mouse.y - menuArea.y
        if mouse.action == .click, menuArea.contains(x: mouse.x, y: mouse.y),
            Report.Name.allCases.indices.contains(row)
        {
            return try show(Report.Name.allCases[row])
        }
        if mouse.action == .doubleClick, let item = table.item(x: mouse.x, y: mouse.y) {
            table.select(item)
            return openRecords()
        }
        return table.handle(event) ? .stay : nil
    }

    var status: StyledText? {
        let span = name == .pipeline ? say("now") : ReportLook.title(period)
        return StyledText("\(ReportLook.name(name)) \(Glyphs.between) \(span)", .dim)
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        if !menuArea.isEmpty { drawMenu(on: &canvas) }
        let line = self.area
        let title = ReportLook.title(name)
        canvas.write(title, x: line.x + 1, y: line.y, style: .normal.bold, width: line.width - 2)
        let room = line.width - 4 - displayWidth(of: title)
        var summary = ""
        for part in report?.summary ?? [] {
            let longer = summary.isEmpty ? part : summary + " \(Glyphs.between) " + part
            if displayWidth(of: longer) > room { break }
            summary = longer
        }
        canvas.write(summary, x: line.right - 1 - room, y: line.y, style: .accent, width: room, align: .right)
        if lines.isEmpty {
            canvas.hint(ReportLook.emptyHint(name, period), in: line.inset(left: 3, top: 2, right: 1))
            return
        }
        table.draw(table.window.map(row), on: &canvas)
    }

    private func drawMenu(on canvas: inout Canvas) {
        for (row, other) in Report.Name.allCases.enumerated() {
            let isShown = other == name
            canvas.write(
                StyledText(isShown ? Glyphs.selected + " " : "  ", .accent.bold)
                    + StyledText(ReportLook.name(other), isShown ? .accent.bold : .normal), x: menuArea.x + 1,
                y: menuArea.y + row, width: menuArea.width - 2)
        }
        canvas.verticalRule(x: menuArea.right, y: menuArea.y, height: menuArea.height)
    }

    private func row(_ index: Int) -> ListTable.Row {
        let line = lines[index]
        // Bars are compared within their section: amounts of one currency.
        var before = 0
        let section = report?.sections.first { section in
            before += section.count
            return index < before
        }
        let most = section?.map(\.bar).max() ?? 0
        var cells = ReportLook.cells(line, name, dates: office.dates)
        if let chosen, counted.count > 1, index == table.selected, cells.indices.contains(chosen) {
            cells[chosen] = cells[chosen].mapStyle { _ in .accent.bold.underline }
        }
        return ListTable.Row(cells + [Chart.bar(line.bar, solid: line.solid, of: most, width: barWidth)])
    }
}
