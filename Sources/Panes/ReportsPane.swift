import PaneKit
import Sales
import Screen
import Storage
import Words

/// Reports: figures and bars; each number leads to the records that it counts.
struct ReportsPane: Pane {
    let office: Office
    private var name = Report.Name.pipeline
    /// The period that was chosen for each report.
    private var periods: [Report.Name: Period] = [:]
    /// The filter line that holds of each kind; empty for all.
    private var filters: [Kind: String] = [:]
    private var filterLine = FilterLine()
    /// The line that held before another was typed.
    private var lineBefore = ""
    private var report: Report?
    private var lines: [Report.Line] = []
    /// The columns whose numbers lead to records, and of each section the longest bar: a report may have thousands of lines.
    private var leading: [Int] = []
    private var longest: [Int64] = []
    /// Columns of the screen that the longest word behind a bar takes.
    private var noteWidth = 0
    /// The number under the cursor, where a line has several.
    private var column = 0
    private var table = ListTable(columns: [], showsTitles: true)
    private var shown: [(index: Int, column: ListTable.Column)] = []
    private var barWidth = 0
    private var menuArea = Rect.zero
    private var area = Rect.zero
    private var tableArea = Rect.zero

    init(office: Office) { self.office = office }

    var title: String { say("Reports") }
    var isModal: Bool { filterLine.isTyped }

    private var period: Period { periods[name] ?? name.periods.first ?? .all }
    private var line: String { name.kind.flatMap { filters[$0] } ?? "" }

    static var bindings: [Binding<ReportsPane>] {
        let own: [Binding<ReportsPane>] = [
            Binding(
                "<Enter>", label: say("records"), help: say("Opens the records behind the number under the cursor."),
                rank: 0, unavailable: { $0.behind == nil ? say("There is nothing behind this line.") : nil }
            ) { $0.openRecords() },
            Binding(
                "p", label: say("period"), help: say("Looks at another period."), rank: 0, unavailable: \.whyNoPeriod
            ) { try $0.turn(period: 1) },
            Binding(
                "<Esc>", label: say("count all"), help: say("Counts all records again."), rank: 2,
                unavailable: { $0.line.isEmpty ? say("All are counted.") : nil }
            ) { pane in
                try pane.narrow("")
                return .stay
            },
            Binding("]", name: "[ ]", label: say("next"), help: say("Shows the next report."), rank: 0) {
                try $0.turn(report: 1)
            },
            Binding("[", help: say("Shows the report before.")) { try $0.turn(report: -1) },
            Binding("r", label: say("reports"), help: say("Lists the reports, to pick one."), rank: 0) { $0.pick() },
            Binding(
                "/", label: say("filter"), help: say("Counts only what passes a filter line, as you type."),
                unavailable: \.whyNoFilter
            ) { pane in
                pane.lineBefore = pane.line
                pane.filterLine.begin(pane.line)
                return .stay
            },
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
            ) { $0.office.export($0.name, $0.period, filter: $0.line) },
        ]
        let resting = own + ListTable.bindings(\.table)
        return FilterLine.bindings(
            \.filterLine, [("<Enter>", say("keep")), ("<Esc>", say("as before"))], resting: resting)
    }

    private var whyNoPeriod: String? { name.periods.isEmpty ? say("This is shown as it is now.") : nil }
    private var whyNoFilter: String? {
        name.kind == nil ? say("This report counts several kinds; there is nothing to narrow.") : nil
    }
    private var whyNoColumns: String? { counted.count < 2 ? say("Each line has one number.") : nil }

    /// The columns in sight whose numbers lead to records.
    private var counted: [Int] { leading.filter { index in shown.contains { $0.index == index } } }

    private var chosen: Int? { counted.contains(column) ? column : counted.first }

    private var behind: Report.Behind? {
        guard let chosen, lines.indices.contains(table.selected) else { return nil }
        return lines[table.selected].behind[chosen]
    }

    private func openRecords() -> Step {
        guard let behind else { return .stay }
        if let record = behind.record { return office.open(Ref(behind.kind, record)) }
        return .open(ListPane(behind.kind, office: office, behind: behind.line))
    }

    private mutating func turn(period step: Int) throws -> Step {
        let all = name.periods
        periods[name] = all[((all.firstIndex(of: period) ?? 0) + step + all.count) % all.count]
        try refresh()
        return .stay
    }

    private mutating func turn(report step: Int) throws -> Step { try show(Self.neighbour(of: name, by: step)) }

    private mutating func show(_ other: Report.Name) throws -> Step {
        name = other
        table.select(0)
        try refresh()
        // The picture and the words beside it belong to the other report.
        filterLine = FilterLine()
        return .stay
    }

    private func pick() -> Step {
        .open(
            MenuPane(
                say("Reports"),
                Report.Name.allCases.map { other in
                    .init(ReportLook.title(other), detail: other == name ? say("shown") : "") {
                        .update(ReportsPane.self) { try $0.show(other) }
                    }
                }, from: Report.Name.allCases.firstIndex(of: name)))
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
        let filter = try ReportFilter(line, for: name, clock: office.clock, currency: office.currency)
        let report = try office.read { try $0.report(name, period, filter) }
        self.report = report
        lines = report.summary.isEmpty ? [] : report.lines
        table.sections = report.sections.map { section in
            let what = section.lines.first?.movement?.what
            return .init(
                section.title, style: what.map(MovementsPane.style) ?? .accent.bold, count: section.lines.count)
        }
        if lines.isEmpty { table.sections = [] }
        leading = report.columns.indices.filter { index in lines.contains { $0.behind[index] != nil } }
        longest = report.sections.map { $0.lines.reduce(0) { max($0, $1.bar, $1.mark ?? 0) } }
        noteWidth = lines.reduce(0) { max($0, $1.note.map { displayWidth(of: $0) + 3 } ?? 0) }
    }

    private mutating func narrow(_ text: String) throws {
        filterLine.explain(try FilterLine.narrow(by: text) { try take($0) })
    }

    /// Counts what passes a filter line. One that cannot be understood leaves the report as it is.
    private mutating func take(_ line: String) throws {
        guard let kind = name.kind else { return }
        let before = filters[kind]
        filters[kind] = line
        do {
            try refresh()
        } catch {
            filters[kind] = before
            throw error
        }
    }

    mutating func layout(in area: Rect) {
        let isWide = area.width >= 110
        let (menu, rest) = area.splitLeft(isWide ? 24 : 0)
        menuArea = menu
        self.area = isWide ? rest.inset(left: 1) : rest
        shown = ReportLook.columns(name)
        // What the figures leave is the bar's: indent, gaps, what is said behind it and a margin aside.
        func room() -> Int { self.area.width - 4 - shown.reduce(noteWidth) { $0 + $1.column.width + 2 } }
        // Of what changed the company says more than how long a bar is.
        while room() < (name == .changes ? 0 : 12), let least = shown.map(\.column.priority).max(), least > 0 {
            shown.removeAll { $0.column.priority == least }
        }
        barWidth = max(0, min(60, room()))
        table.columns =
            shown.map { shown in
                var column = shown.column
                column.priority = 0
                return column
            } + [.init("", width: barWidth + noteWidth, priority: 9)]
        tableArea = self.area.inset(top: 2 + filterLine.height(of: line, width: self.area.width))
        table.layout(in: tableArea)
    }

    mutating func handle(_ event: Event) throws -> Step? {
        if filterLine.isTyped {
            if let kind = name.kind, let (text, hint) = filterLine.complete(event, kind, office) {
                if text != line { try narrow(text) }
                return .say(hint)
            }
            switch filterLine.handle(event) {
            case .changed(let text): try narrow(text)
            case .cancelled: try narrow(lineBefore)
            case .accepted, .handled: break
            case nil:
                guard case .key(let key) = event, [.up, .down, .pageUp, .pageDown].contains(key) else { return nil }
                _ = table.handle(event)
            }
            return .stay
        }
        if case .mouse(let mouse) = event, mouse.action == .click, menuArea.contains(x: mouse.x, y: mouse.y),
            Report.Name.allCases.indices.contains(mouse.y - menuArea.y)
        {
            return try show(Report.Name.allCases[mouse.y - menuArea.y])
        }
        return table.mouse(event)
    }

    var status: StyledText? {
        var span = name.periods.isEmpty ? say("now") : ReportLook.title(period)
        if name == .forecast, let days = report?.days {
            let (first, last) = (office.dates.month(days.lowerBound), office.dates.month(days.upperBound))
            span = first == last ? first : "\(first) \(Glyphs.dash) \(last)"
        }
        return StyledText("\(ReportLook.name(name)) \(Glyphs.between) \(span)", .dim)
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        if !menuArea.isEmpty { drawMenu(on: &canvas) }
        let line = self.area
        var title = ReportLook.title(name)
        if name == .changes, let since = report?.days?.lowerBound {
            title = say("Changes since \(office.dates.full(since))")
        }
        canvas.write(title, x: line.x + 1, y: line.y, style: .normal.bold, width: line.width - 2)
        let room = line.width - 4 - displayWidth(of: title)
        var summary = ""
        for part in report?.summary ?? [] {
            let longer = summary.isEmpty ? part : summary + " \(Glyphs.between) " + part
            if displayWidth(of: longer) > room { break }
            summary = longer
        }
        canvas.write(summary, x: line.right - 1 - room, y: line.y, style: .accent, width: room, align: .right)
        filterLine.draw(self.line, on: &canvas, in: line.inset(top: 1))
        if lines.isEmpty {
            let hint = self.line.isEmpty ? ReportLook.emptyHint(name, period) : say("Nothing passes the filter.")
            canvas.hint(hint, in: tableArea.inset(left: 3, right: 1))
            return
        }
        table.draw(table.window.map(row), on: &canvas)
        let end = tableArea.y + lines.count + 2 * (report?.sections.count ?? 0) + 1
        if end < tableArea.bottom, barWidth > 0 || name != .changes, let report {
            canvas.write(ReportLook.legend(report), x: line.x + 3, y: tableArea.bottom - 1, width: line.width - 4)
        }
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
        let section = report?.sections.firstIndex { section in
            before += section.lines.count
            return index < before
        }
        let most = section.map { longest[$0] } ?? 0
        var cells = shown.map { ReportLook.cell(line, $0.index, name, dates: office.dates) }
        if let chosen, counted.count > 1, index == table.selected,
            let at = shown.firstIndex(where: { $0.index == chosen })
        {
            cells[at] = cells[at].mapStyle { _ in .accent.bold.underline }
        }
        var bar = Chart.bar(ReportLook.parts(line), mark: line.mark, of: most, width: barWidth)
        if let note = line.note { bar += StyledText(" \(Glyphs.left) \(note)", .attention) }
        return ListTable.Row(cells + [bar])
    }
}
