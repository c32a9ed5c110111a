import PaneKit
import Sales
import Screen
import Storage
import Words

/// What happened to the deals since a day: new, won, lost, moved, slipped, and amounts that changed.
struct MovementsPane: Desk {
    let office: Office
    private var line: DayLine
    private var movements: [DealMovement] = []
    private var area = Rect.zero
    private var table = ListTable(columns: [
        .init(say("Deal"), width: 24, least: 14, grows: true),
        .init(say("Company"), width: 18, least: 8, priority: 2, grows: true),
        .init(say("What"), width: 28, least: 22, priority: 1),
        .init(say("Amount"), width: 15, least: 12, align: .right),
    ])

    /// - Parameter since: the first day of it; by itself Monday of last week.
    init(office: Office, since: Day? = nil) {
        self.office = office
        line = DayLine(since ?? office.clock.today.monday - 7)
    }

    var title: String { say("Changes") }
    var isModal: Bool { line.isTyped }
    var target: Ref? {
        movements.indices.contains(table.selected) ? Ref(.opportunity, movements[table.selected].id) : nil
    }

    static var bindings: [Binding<MovementsPane>] {
        let own: [Binding<MovementsPane>] = [
            Binding("<Enter>", label: say("open"), help: say("Opens the deal."), unavailable: { $0.needsDeal() }) {
                $0.office.open($0.target!)
            },
            Binding("@", label: say("since"), help: say("Shows what changed since another day."), rank: 0) { pane in
                pane.line.begin()
                return .stay
            },
            Binding(
                "x", label: say("export"), help: say("Exports the changes."), rank: 3,
                unavailable: { $0.movements.isEmpty ? say("There is nothing to export.") : nil }
            ) { $0.office.export(.changes, .monday, since: $0.line.day) },
        ]
        return own + PipelinePane.onBoard(verbs(MovementsPane.self)) + ListTable.bindings(\.table)
    }

    mutating func refresh() throws {
        let before = movements.indices.contains(table.selected) ? movements[table.selected] : nil
        movements = try office.read { try $0.movements(since: line.day!) }
        table.sections = DealMovement.What.allCases.map { what in
            .init(what.title, style: Self.style(what), count: movements.count { $0.what == what })
        }
        if let before, let row = movements.firstIndex(where: { ($0.id, $0.what) == (before.id, before.what) }) {
            table.select(row)
        }
    }

    mutating func layout(in area: Rect) {
        self.area = area
        table.layout(in: area.inset(top: 2))
    }

    mutating func handle(_ event: Event) throws -> Step? {
        if line.isTyped {
            let before = line.day
            _ = line.handle(event, clock: office.clock, includesToday: true)
            if line.day != before {
                table.select(0)
                try refresh()
            }
            return .stay
        }
        return table.mouse(event)
    }

    var status: StyledText? {
        StyledText(say("\(Set(movements.map(\.id)).count, "deal", "deals")") + "  ", .dim) + office.status
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        line.draw(
            { StyledText(say("Since \(office.dates.full($0))"), .accent.bold) }, dates: office.dates, on: &canvas,
            in: area)
        if movements.isEmpty {
            canvas.hint(
                say("Nothing happened to any deal since then; @ looks back to another day."),
                in: area.inset(left: 3, top: 2, right: 1))
            return
        }
        table.draw(
            table.window.map { index in
                let movement = movements[index]
                return ListTable.Row([
                    StyledText(movement.name, .normal.bold), StyledText(movement.company),
                    Self.text(movement, office.dates), StyledText(Wording.money(movement.money)),
                ])
            }, on: &canvas)
    }

    static func style(_ what: DealMovement.What) -> Style {
        switch what {
        case .won, .advanced: .good.bold
        case .lost, .back: .bad.bold
        case .slipped: .attention.bold
        case .new, .reopened, .earlier, .amount: .normal.bold
        }
    }

    /// What a movement comes to, beside the name of its section.
    static func text(_ movement: DealMovement, _ dates: DateFormat) -> StyledText {
        let close = movement.closeOn.map { dates.short($0) } ?? ""
        switch movement.what {
        case .new, .reopened: return StyledText(close.isEmpty ? "" : say("closes \(close)"), .dim)
        case .won: return StyledText(close, .good)
        case .lost: return StyledText(movement.reason, .bad)
        case .advanced: return StyledText("\(movement.stages!.from) \(Glyphs.right) \(movement.stages!.to)", .good)
        case .back: return StyledText("\(movement.stages!.from) \(Glyphs.right) \(movement.stages!.to)", .bad)
        case .slipped:
            return StyledText(say("by \(movement.days, "day", "days") to \(close)"), .attention)
        case .earlier: return StyledText(say("by \(movement.days, "day", "days") to \(close)"), .good)
        case .amount:
            return StyledText(
                movement.before.map { say("was \($0.description)") } ?? say("was not known"), .dim)
        }
    }
}
