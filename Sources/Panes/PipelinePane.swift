import PaneKit
import Sales
import Screen
import Storage
import Words

/// The pipeline as a board: a column a stage, a card an open deal. Below 80 columns one stage at a time.
struct PipelinePane: Desk {
    let office: Office
    private var board = Board(columns: [])
    private var column = 0
    /// The card under the cursor, of each column.
    private var rows: [Int] = []
    /// The first card on the screen, of each column.
    private var tops: [Int] = []
    private var areas: [Rect] = []
    /// The first column on the screen, where there is not room for all.
    private var firstColumn = 0
    private var isNarrow = false

    init(office: Office) {
        self.office = office
    }

    var title: String { say("Pipeline") }

    private var card: Board.Card? {
        guard board.columns.indices.contains(column), board.columns[column].cards.indices.contains(rows[column]) else {
            return nil
        }
        return board.columns[column].cards[rows[column]]
    }

    var target: Ref? { card.map { Ref(.opportunity, $0.id) } }

    static var bindings: [Binding<PipelinePane>] {
        let own: [Binding<PipelinePane>] = [
            Binding("<Enter>", label: say("open"), help: say("Opens the deal."), unavailable: { $0.needsDeal() }) {
                try $0.office.open($0.target!)
            },
            Binding("h", "<Left>", name: "h l", help: say("Moves to the stage at the left.")) { $0.move(columns: -1) },
            Binding("l", "<Right>", help: say("Moves to the stage at the right.")) { $0.move(columns: 1) },
            Binding("j", "<Down>", name: "j k", help: say("Moves to the next deal.")) { $0.move(cards: 1) },
            Binding("k", "<Up>", help: say("Moves to the deal before.")) { $0.move(cards: -1) },
            Binding("gg", "<Home>", help: say("Moves to the first deal of the stage.")) { $0.move(cards: -.max / 2) },
            Binding("G", "<End>", help: say("Moves to the last deal of the stage.")) { $0.move(cards: .max / 2) },
            Binding("<PgDn>", help: say("Moves down by a few deals.")) { $0.move(cards: 5) },
            Binding("<PgUp>", help: say("Moves up by a few deals.")) { $0.move(cards: -5) },
            Binding("n", label: say("new deal"), help: say("Adds a deal.")) { try $0.office.addDeal(on: nil) },
        ]
        return own
            + verbs(PipelinePane.self).map { binding in
                // On the board the moves matter most.
                var own = binding
                if [">", "< >", "W", "L"].contains(binding.name) { own.rank = 0 }
                if binding.name == "W" { own.label = say("won") }
                if binding.name == "L" { own.label = say("lost") }
                if ["c", "m", "o"].contains(binding.name) { own.rank = 2 }
                return own
            }
    }

    private mutating func move(columns step: Int) -> Step {
        column = max(0, min(board.columns.count - 1, column + step))
        return .stay
    }

    private mutating func move(cards step: Int) -> Step {
        guard board.columns.indices.contains(column) else { return .stay }
        rows[column] = max(0, min(board.columns[column].cards.count - 1, rows[column] + step))
        return .stay
    }

    mutating func refresh() throws {
        let before = office.takeAdded(.opportunity)?.id ?? card?.id
        board = try office.read { try $0.board() }
        if rows.count != board.columns.count {
            rows = Array(repeating: 0, count: board.columns.count)
            tops = rows
        }
        for (index, stage) in board.columns.enumerated() {
            // The cursor follows its deal into another stage.
            if let row = stage.cards.firstIndex(where: { $0.id == before }) { (column, rows[index]) = (index, row) }
            rows[index] = max(0, min(rows[index], stage.cards.count - 1))
        }
        column = max(0, min(column, board.columns.count - 1))
    }

    mutating func layout(in area: Rect) {
        guard !board.columns.isEmpty else { return }
        let shown = min(board.columns.count, area.width < 80 ? 1 : max(1, (area.width - 1) / 24))
        firstColumn = max(min(firstColumn, column, board.columns.count - shown), column - shown + 1, 0)
        isNarrow = area.width < 80
        areas = area.inset(left: 1, right: 1).columns(shown, gap: 3)
        for (offset, place) in areas.enumerated() {
            let index = firstColumn + offset
            let room = max(1, (place.height - 4) / 4)
            tops[index] = max(min(tops[index], rows[index]), rows[index] - room + 1, 0)
        }
    }

    mutating func handle(_ event: Event) throws -> Step? {
        guard case .mouse(let mouse) = event, mouse.action == .click || mouse.action == .doubleClick,
            let offset = areas.firstIndex(where: { $0.contains(x: mouse.x, y: mouse.y) })
        else { return nil }
        let index = firstColumn + offset
        let row = tops[index] + (mouse.y - areas[offset].y - 3) / 4
        guard mouse.y >= areas[offset].y + 3, board.columns[index].cards.indices.contains(row) else { return nil }
        (column, rows[index]) = (index, row)
        return mouse.action == .doubleClick ? try office.open(target!) : .stay
    }

    var status: StyledText? {
        let cards = board.columns.flatMap(\.cards)
        let totals = Board.totals(cards)
        guard let first = totals.first, !isNarrow else { return nil }
        let more = totals.count > 1 ? " +\(totals.count - 1)" : ""
        return StyledText("\(Glyphs.approximately) \(first.weighted)\(more)", .normal.bold) + "  " + office.status
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        for (offset, place) in areas.enumerated() {
            draw(board.columns[firstColumn + offset], firstColumn + offset, on: &canvas, in: place)
            if offset > 0 { canvas.verticalRule(x: place.x - 2, y: area.y, height: area.height) }
        }
        if board.columns.allSatisfy(\.cards.isEmpty) {
            canvas.write(
                say("No open deals: n adds one, o on a contact adds one for them."), x: area.x + 3, y: area.y + 5,
                style: .dim, width: area.width - 6)
        }
    }

    private func draw(_ stage: Board.Column, _ index: Int, on canvas: inout Canvas, in area: Rect) {
        let isActive = index == column
        let count = canvas.write(
            say("\(stage.cards.count, "deal", "deals")"), x: area.x, y: area.y, style: .dim, width: area.width,
            align: .right)
        let title =
            StyledText(stage.stage.name, isActive ? .accent.bold : .normal.bold)
            + StyledText("  \(stage.stage.probability)%", .dim)
        canvas.write(title, x: area.x, y: area.y, width: area.width - count - 1)
        let totals = stage.totals
        if let first = totals.first {
            let more = totals.count > 1 ? " +\(totals.count - 1)" : ""
            let weighted = canvas.write(
                "\(Glyphs.approximately) \(first.weighted.number)\(more)", x: area.x, y: area.y + 1, style: .accent,
                width: area.width, align: .right)
            canvas.write("\(first.total)", x: area.x, y: area.y + 1, width: area.width - weighted - 1)
        }
        canvas.rule(x: area.x, y: area.y + 2, width: area.width, style: isActive ? .accent : .dim)
        var y = area.y + 3
        let cards = Array(stage.cards.enumerated()).dropFirst(tops[index])
        for (row, card) in cards {
            // The last line is kept for what is below.
            if y + 3 > area.bottom - (row < stage.cards.count - 1 ? 1 : 0) {
                canvas.write(
                    say("\(stage.cards.count - row) more") + " " + Glyphs.down, x: area.x, y: area.bottom - 1,
                    style: .dim, width: area.width)
                break
            }
            draw(
                card, isSelected: isActive && row == rows[index], on: &canvas,
                in: Rect(x: area.x, y: y, width: area.width, height: 3))
            y += 4
        }
        if tops[index] > 0 {
            canvas.write(
                " \(tops[index]) " + Glyphs.up + " ", x: area.right - 6, y: area.y + 2, style: .dim, width: 6,
                align: .right)
        }
    }

    private func draw(_ card: Board.Card, isSelected: Bool, on canvas: inout Canvas, in area: Rect) {
        let role: Role = card.next.map { Wording.role($0, clock: office.clock) } ?? .attention
        for row in 0..<3 { canvas.write(Glyphs.edge, x: area.x, y: area.y + row, style: Style(role)) }
        let inside = area.inset(left: 2)
        let amount = canvas.write(card.money?.number ?? "", x: inside.x, y: area.y, width: inside.width, align: .right)
        canvas.write(
            card.name, x: inside.x, y: area.y, style: .normal.bold, width: inside.width - (amount > 0 ? amount + 1 : 0))
        let days = say("\(card.age) d") + (card.isRotting ? " " + Glyphs.warning : "")
        let age = canvas.write(
            days, x: inside.x, y: area.y + 1, style: card.isRotting ? .bad : .dim, width: inside.width, align: .right)
        canvas.write(card.company, x: inside.x, y: area.y + 1, width: inside.width - age - 1)
        let step: StyledText
        if let due = card.next {
            let text =
                role == .bad
                ? Wording.action(card.nextAction) + ", " + office.dates.due(due)
                : office.dates.due(due) + " " + Wording.action(card.nextAction)
            step = StyledText(text, role == .good ? .dim : Style(role).bold)
        } else {
            step = StyledText(say("nothing planned"), .attention.bold)
        }
        canvas.write(step, x: inside.x, y: area.y + 2, width: inside.width)
        if isSelected {
            canvas.write(Glyphs.selected, x: area.x + 1, y: area.y, style: .accent.bold)
            canvas.restyle(Rect(x: area.x + 1, y: area.y, width: area.width - 1, height: 3)) {
                Style($0.role == .dim ? .normal : $0.role, $0.marks).selected
            }
        }
    }
}
