import PaneKit
import Sales
import Screen
import Storage
import Words

/// The board as a table: every open deal a line, stage by stage; `t` goes back, with the cursor on the same deal.
struct DealTablePane: LooksBack {
    let office: Office
    private var board = Board()
    private var ids: [Int64] = []
    private var cards = DealCards()
    private var table = ListTable(
        columns: [
            .init(say("Deal"), width: 22, least: 16, grows: true),
            .init(say("Company"), width: 16, least: 10, priority: 3, grows: true),
            .init(say("Amount"), width: 13, align: .right),
            .init(say("Stage"), width: 11, least: 9, priority: 2),
            .init("%", width: 3, align: .right, priority: 7),
            .init(say("Weighted"), width: 10, align: .right, priority: 6),
            .init(say("Close"), width: 11, priority: 4),
            .init(say("Next step"), width: 20, priority: 1),
            .init(say("Age"), width: 6, align: .right, priority: 5),
        ], showsTitles: true)
    private var width = 0
    private var wanted: Int64?
    /// The day that it is looked at as of.
    var line: DayLine

    /// - Parameter deal: where the cursor begins.
    init(office: Office, at deal: Int64? = nil, line: DayLine = DayLine()) {
        self.office = office
        self.line = line
        wanted = deal
    }

    var title: String { say("Pipeline") }
    var isModal: Bool { line.isTyped }

    private var id: Int64? { ids.indices.contains(table.selected) ? ids[table.selected] : nil }
    var target: Ref? { id.map { Ref(.opportunity, $0) } }

    static var bindings: [Binding<DealTablePane>] {
        let looks: [Binding<DealTablePane>] = [
            Binding("<Enter>", label: say("open"), help: say("Opens the deal."), unavailable: { $0.needsDeal() }) {
                $0.office.open($0.target!)
            },
            Binding("t", label: say("board"), help: say("Shows the deals as a board.")) { pane in
                .replace(PipelinePane(office: pane.office, at: pane.id, line: pane.line))
            },
        ]
        let changes: [Binding<DealTablePane>] = [
            Binding("v", label: say("views"), help: say("Opens a saved view of the deals as a list."), rank: 3) {
                .open(ViewsPane(.opportunity, office: $0.office))
            },
            Binding("n", label: say("new deal"), help: say("Adds a deal.")) { try $0.office.addDeal(on: nil) },
            Binding(
                "r", label: say("review"),
                help: say("Walks the open deals: what changed since the last review, and one key a decision."), rank: 3,
                unavailable: { $0.ids.isEmpty ? say("There is no open deal to review.") : nil }
            ) { try $0.office.reviewPipeline() },
            Binding("x", label: say("export"), help: say("Exports the open deals."), rank: 3) {
                $0.office.exportOpenDeals()
            },
        ]
        return lookingBack(
            looks + ListTable.bindings(\.table), changes: changes + PipelinePane.onBoard(verbs(DealTablePane.self)))
    }

    mutating func refresh() throws {
        let before = office.takeAdded(.opportunity)?.id ?? wanted ?? id
        wanted = nil
        board = try office.board(asOf: line.day)
        ids = board.ids
        cards.forgetAll()
        table.sections = [.init(count: ids.count)]
        if let before, let row = ids.firstIndex(of: before) { table.select(row) }
    }

    mutating func layout(in area: Rect) throws {
        width = area.width
        table.layout(in: area.inset(top: line.height))
        try cards.load(ids[table.window], asOf: line.day, office: office)
    }

    mutating func handle(_ event: Event) throws -> Step? {
        if let step = try typeDay(event) { return step }
        return table.mouse(event)
    }

    var status: StyledText? {
        let count = StyledText(say("\(ids.count, "deal", "deals")") + "  ", .dim)
        guard width >= 80, let worth = DealCards.worth(board, office.dates) else { return count + office.status }
        return (width < 100 ? "" : count) + worth + "  " + office.status
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        drawLine(on: &canvas, in: area)
        if ids.isEmpty {
            canvas.hint(
                line.day == nil
                    ? say("No open deals: n adds one, o on a contact adds one for them.")
                    : say("No deal was open then."), in: area.inset(left: 3, top: 1 + line.height, right: 1))
            return
        }
        let stages = Dictionary(uniqueKeysWithValues: board.columns.map { ($0.stage.id, $0.stage.name) })
        table.draw(
            ids[table.window].map { id in
                guard let card = cards[id] else { return ListTable.Row([]) }
                return ListTable.Row([
                    StyledText(card.name, .normal.bold), StyledText(card.company),
                    StyledText(Wording.money(card.money)), StyledText(stages[card.stageID] ?? "", .accent),
                    StyledText("\(card.probability)", .dim),
                    StyledText(card.money?.weighted(by: card.probability).number ?? ""),
                    StyledText(card.closeOn.map { office.dates.short($0) } ?? "", closeStyle(card)),
                    DealCards.step(card, asOf: line.day, office: office), DealCards.age(card),
                ])
            }, on: &canvas)
    }

    /// An expected close that has passed is to be looked at.
    private func closeStyle(_ card: Board.Card) -> Style {
        card.closeOn.map { $0 < line.day ?? office.clock.today } == true ? .bad : .dim
    }
}
