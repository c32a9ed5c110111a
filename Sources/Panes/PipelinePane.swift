import PaneKit
import Sales
import Screen
import Storage
import Words

/// The pipeline as a board: a column a stage, a card an open deal. Below 80 columns one stage at a time.
struct PipelinePane: LooksBack {
    /// A card on its way to another stage, by the mouse.
    struct Drag {
        var id: Int64
        /// Index of the column where it was taken up.
        var from: Int
        /// Index of the column that it is over; nil while it has not been moved.
        var over: Int?
    }

    let office: Office
    private(set) var board = Board(columns: [])
    private(set) var cards = DealCards()
    private(set) var column = 0
    /// The card under the cursor, of each column.
    private(set) var rows: [Int] = []
    /// The first card on the screen, of each column.
    private(set) var tops: [Int] = []
    private(set) var areas: [Rect] = []
    /// The first column on the screen, where there is not room for all.
    private(set) var firstColumn = 0
    private(set) var isNarrow = false
    private(set) var drag: Drag?
    /// The deal that the cursor is to be on once the board is loaded.
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

    /// Lines of the heading of a column, and of a card with the gap below it.
    static let (heading, cardHeight) = (3, 4)

    private var id: Int64? {
        guard board.columns.indices.contains(column), board.columns[column].ids.indices.contains(rows[column]) else {
            return nil
        }
        return board.columns[column].ids[rows[column]]
    }

    var target: Ref? { id.map { Ref(.opportunity, $0) } }

    static var bindings: [Binding<PipelinePane>] {
        let looks: [Binding<PipelinePane>] = [
            Binding("<Enter>", label: say("open"), help: say("Opens the deal."), unavailable: { $0.needsDeal() }) {
                $0.office.open($0.target!)
            },
            Binding("h", "<Left>", name: "h l", help: say("Moves to the stage at the left.")) { $0.move(columns: -1) },
            Binding("l", "<Right>", help: say("Moves to the stage at the right.")) { $0.move(columns: 1) },
            Binding("j", "<Down>", name: "j k", help: say("Moves to the next deal.")) { $0.move(cards: 1) },
            Binding("k", "<Up>", help: say("Moves to the deal before.")) { $0.move(cards: -1) },
            Binding("gg", "<Home>", help: say("Moves to the first deal of the stage.")) { $0.move(cards: -.max / 2) },
            Binding("G", "<End>", help: say("Moves to the last deal of the stage.")) { $0.move(cards: .max / 2) },
            Binding("<PgDn>", help: say("Moves down by a page of deals.")) { $0.move(cards: $0.room) },
            Binding("<PgUp>", help: say("Moves up by a page of deals.")) { $0.move(cards: -$0.room) },
            Binding("t", label: say("table"), help: say("Shows the board as a table.")) { pane in
                .replace(DealTablePane(office: pane.office, at: pane.id, line: pane.line))
            },
        ]
        let changes: [Binding<PipelinePane>] = [
            Binding("v", label: say("views"), help: say("Opens a saved view of the deals as a list."), rank: 3) {
                .open(ViewsPane(.opportunity, office: $0.office))
            },
            Binding("n", label: say("new deal"), help: say("Adds a deal.")) { try $0.office.addDeal(on: nil) },
            Binding(
                "r", label: say("review"),
                help: say("Walks the open deals: what changed since the last review, and one key a decision."), rank: 3,
                unavailable: { pane in
                    pane.board.columns.allSatisfy(\.ids.isEmpty) ? say("There is no open deal to review.") : nil
                }
            ) { try $0.office.reviewPipeline() },
            Binding("x", label: say("export"), help: say("Exports the open deals."), rank: 3) {
                $0.office.exportOpenDeals()
            },
            Binding(
                "<Esc>", label: say("put back"), help: say("Puts a card back that the mouse drags."), rank: 0,
                unavailable: { $0.drag?.over == nil ? say("No card is dragged.") : nil }
            ) { pane in
                pane.drag = nil
                return .stay
            },
        ]
        return lookingBack(looks, changes: changes + onBoard(verbs(PipelinePane.self)))
    }

    /// Where deals are shown their moves matter most.
    static func onBoard<P: Desk>(_ verbs: [Binding<P>]) -> [Binding<P>] {
        verbs.map { binding in
            var own = binding
            if [">", "< >", "W", "L"].contains(binding.name) { own.rank = 0 }
            if binding.name == "W" { own.label = say("won") }
            if binding.name == "L" { own.label = say("lost") }
            if binding.name == "+ -" { own.label = say("push") }
            if ["c", "m", "o"].contains(binding.name) { own.rank = 2 }
            return own
        }
    }

    /// Cards of a column that fit on the screen, besides the line that says how many are below.
    private var room: Int { max(1, ((areas.first?.height ?? 0) - Self.heading - 1) / Self.cardHeight) }

    private mutating func move(columns step: Int) -> Step {
        column = max(0, min(board.columns.count - 1, column + step))
        return .stay
    }

    private mutating func move(cards step: Int) -> Step {
        guard board.columns.indices.contains(column) else { return .stay }
        rows[column] = max(0, min(board.columns[column].ids.count - 1, rows[column] + step))
        return .stay
    }

    mutating func refresh() throws {
        let before = office.takeAdded(.opportunity)?.id ?? wanted ?? id
        board = try office.board(asOf: line.day)
        (wanted, drag) = (nil, nil)
        cards.forgetAll()
        if rows.count != board.columns.count {
            rows = Array(repeating: 0, count: board.columns.count)
            tops = rows
        }
        for (index, stage) in board.columns.enumerated() {
            // The cursor follows its deal into another stage.
            if let before, let row = stage.ids.firstIndex(of: before) { (column, rows[index]) = (index, row) }
            rows[index] = max(0, min(rows[index], stage.ids.count - 1))
        }
        column = max(0, min(column, board.columns.count - 1))
    }

    mutating func layout(in area: Rect) throws {
        guard !board.columns.isEmpty else { return }
        let shown = min(board.columns.count, area.width < 80 ? 1 : max(1, (area.width - 1) / 24))
        // What is dragged must be seen where it goes.
        let seen = drag?.over ?? column
        firstColumn = max(min(firstColumn, seen, board.columns.count - shown), seen - shown + 1, 0)
        isNarrow = area.width < 80
        areas = area.inset(left: 1, top: line.height, right: 1).columns(shown, gap: 3)
        for index in firstColumn..<firstColumn + shown {
            tops[index] = max(min(tops[index], rows[index]), rows[index] - room + 1, 0)
            try cards.load(
                board.columns[index].ids.dropFirst(tops[index]).prefix(room + 1), asOf: line.day, office: office)
        }
    }

    // MARK: The mouse

    mutating func handle(_ event: Event) throws -> Step? {
        if let step = try typeDay(event) { return step }
        switch event {
        case .mouse(let mouse): return try handle(mouse)
        case .key(let key) where key != .escape:
            // Any key but Esc puts the card back, too, and then does its own.
            drag = nil
            return nil
        default: return nil
        }
    }

    private func column(at mouse: Mouse) -> Int? {
        areas.firstIndex { $0.contains(x: mouse.x, y: mouse.y) }.map { firstColumn + $0 }
    }

    private mutating func handle(_ mouse: Mouse) throws -> Step? {
        switch mouse.action {
        case .click, .doubleClick:
            drag = nil
            guard let index = column(at: mouse) else { return nil }
            column = index
            guard let row = row(at: mouse, in: index) else { return .stay }
            rows[index] = row
            if mouse.action == .doubleClick { return office.open(target!) }
            // What was cannot be moved.
            if line.day == nil { drag = Drag(id: board.columns[index].ids[row], from: index) }
        case .drag:
            guard let taken = drag else { return nil }
            drag!.over = isOnBoard(mouse) ? over(mouse) : taken.from
        case .drop:
            guard let dropped = drag else { return nil }
            drag = nil
            guard isOnBoard(mouse), let index = dropped.over, index != dropped.from else { return .stay }
            return try office.moveDeal(dropped.id, to: board.columns[index].stage)
        case .wheelDown: return scroll(column(at: mouse) ?? column, by: 1)
        case .wheelUp: return scroll(column(at: mouse) ?? column, by: -1)
        }
        return .stay
    }

    private func row(at mouse: Mouse, in index: Int) -> Int? {
        let line = mouse.y - areas[index - firstColumn].y - Self.heading
        let row = tops[index] + line / Self.cardHeight
        return line >= 0 && board.columns[index].ids.indices.contains(row) ? row : nil
    }

    private func isOnBoard(_ mouse: Mouse) -> Bool {
        areas.first.map { mouse.y >= $0.y && mouse.y < $0.bottom } ?? false
    }

    /// The column that a dragged card is over; at an edge of the screen the one beyond it, so that the board scrolls on.
    private func over(_ mouse: Mouse) -> Int {
        guard let first = areas.first, let last = areas.last else { return column }
        if mouse.x < first.x { return max(0, firstColumn - 1) }
        if mouse.x >= last.right { return min(board.columns.count - 1, firstColumn + areas.count) }
        return firstColumn + (areas.lastIndex { mouse.x >= $0.x } ?? 0)
    }

    /// Scrolls the cards of a column; its cursor comes along when it would be out of sight.
    private mutating func scroll(_ index: Int, by step: Int) -> Step? {
        guard board.columns.indices.contains(index) else { return nil }
        let count = board.columns[index].ids.count
        tops[index] = max(0, min(tops[index] + step, count - room))
        rows[index] = max(0, min(max(rows[index], tops[index]), tops[index] + room - 1, count - 1))
        return .stay
    }

    // MARK: Drawing

    var status: StyledText? {
        if let drag, let over = drag.over, let card = cards[drag.id] {
            let stage = board.columns[over].stage.name
            return StyledText(
                over == drag.from ? say("\(card.name) stays in \(stage)") : "\(card.name) \(Glyphs.right) \(stage)",
                .accent.bold)
        }
        guard !isNarrow, let worth = DealCards.worth(board, office.dates) else { return nil }
        return worth + "  " + office.status
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        drawLine(on: &canvas, in: area)
        for (offset, place) in areas.enumerated() {
            drawColumn(firstColumn + offset, on: &canvas, in: place)
            if offset > 0 { canvas.verticalRule(x: place.x - 2, y: place.y, height: place.height) }
        }
        if board.columns.allSatisfy(\.ids.isEmpty) {
            canvas.hint(
                line.day == nil
                    ? say("No open deals: n adds one, o on a contact adds one for them.")
                    : say("No deal was open then."), in: area.inset(left: 3, top: 5 + line.height, right: 3))
        }
    }
}
