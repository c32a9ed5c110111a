import PaneKit
import Sales
import Screen
import Storage
import Words

/// How a column of the board and its cards look.
extension PipelinePane {
    func drawColumn(_ index: Int, on canvas: inout Canvas, in area: Rect) {
        let stage = board.columns[index]
        let isActive = index == column
        drawHeading(stage, index, isActive: isActive, on: &canvas, in: area)
        var y = area.y + Self.heading
        let count = stage.ids.count
        for row in min(tops[index], count)..<count {
            // The last line is kept for what is below.
            if y + 3 > area.bottom - (row < count - 1 ? 1 : 0) {
                canvas.write(
                    say("\(count - row) more") + " " + Glyphs.down, x: area.x, y: area.bottom - 1, style: .dim,
                    width: area.width)
                break
            }
            if let card = cards[stage.ids[row]] {
                let place = Rect(x: area.x, y: y, width: area.width, height: 3)
                draw(
                    card, currency: stage.sums.first?.currency, isSelected: isActive && row == rows[index],
                    on: &canvas, in: place)
                if card.id == drag?.id, drag?.over != nil { canvas.restyle(place) { _ in .dim } }
            }
            y += Self.cardHeight
        }
    }

    private func drawHeading(
        _ stage: Board.Column, _ index: Int, isActive: Bool, on canvas: inout Canvas, in area: Rect
    ) {
        let title =
            StyledText(stage.stage.name, isActive ? .accent.bold : .normal.bold)
            + StyledText("  \(stage.stage.probability)%", .dim)
        var deals = say("\(stage.ids.count, "deal", "deals")")
        if title.width + 1 + displayWidth(of: deals) > area.width { deals = String(stage.ids.count) }
        let count = canvas.write(deals, x: area.x, y: area.y, style: .dim, width: area.width, align: .right)
        canvas.write(title, x: area.x, y: area.y, width: area.width - count - 1)
        if let first = stage.sums.first { drawSum(first, DealCards.more(stage.sums), on: &canvas, in: area) }
        let y = area.y + 2
        canvas.rule(x: area.x, y: y, width: area.width, style: isActive ? .accent : .dim)
        // What is out of sight: stages at both sides, cards above.
        if index == firstColumn, firstColumn > 0 {
            canvas.write("\(Glyphs.left) \(firstColumn) ", x: area.x, y: y, style: .dim)
        }
        var beyond = tops[index] > 0 ? " \(tops[index]) \(Glyphs.up)" : ""
        let behind = board.columns.count - firstColumn - areas.count
        if index == firstColumn + areas.count - 1, behind > 0 { beyond += " \(behind) \(Glyphs.right)" }
        let width = displayWidth(of: beyond)
        canvas.write(beyond, x: area.right - width, y: y, style: .dim, width: width)
        if let drag, drag.over == index, index != drag.from, let card = cards[drag.id] {
            // Where it will land.
            canvas.fill(Rect(x: area.x, y: y, width: area.width, height: 1), style: .accent.reverse)
            canvas.write(
                " \(Glyphs.down) \(card.name)", x: area.x, y: y, style: .accent.reverse.bold, width: area.width)
        }
    }

    /// Total and weighted total; where there is not room for both, the weighted one alone: an amount is never cut.
    private func drawSum(_ sum: DealSum, _ more: String, on canvas: inout Canvas, in area: Rect) {
        var weighted = "\(Glyphs.approximately) \(sum.weighted.number)" + more
        let isTight = displayWidth(of: "\(sum.total) \(weighted)") > area.width
        if isTight { weighted = "\(Glyphs.approximately) \(sum.weighted)" + more }
        canvas.write(weighted, x: area.x, y: area.y + 1, style: .accent, width: area.width, align: .right)
        if !isTight { canvas.write("\(sum.total)", x: area.x, y: area.y + 1, width: area.width) }
    }

    /// - Parameter currency: that of the column's total, which need not stand on every card.
    private func draw(
        _ card: Board.Card, currency: String?, isSelected: Bool, on canvas: inout Canvas, in area: Rect
    ) {
        let role = DealCards.role(card, asOf: line.day, office: office)
        for row in 0..<3 { canvas.write(Glyphs.edge, x: area.x, y: area.y + row, style: Style(role)) }
        let inside = area.inset(left: 2)
        let money = card.money.map { $0.currency == currency ? $0.number : $0.description } ?? ""
        let amount = canvas.write(money, x: inside.x, y: area.y, width: inside.width, align: .right)
        canvas.write(
            card.name, x: inside.x, y: area.y, style: .normal.bold, width: inside.width - (amount > 0 ? amount + 1 : 0))
        let age = canvas.write(DealCards.age(card), x: inside.x, y: area.y + 1, width: inside.width, align: .right)
        canvas.write(card.company, x: inside.x, y: area.y + 1, width: inside.width - age - 1)
        canvas.write(
            DealCards.step(card, asOf: line.day, office: office), x: inside.x, y: area.y + 2, width: inside.width)
        if isSelected {
            canvas.write(Glyphs.selected, x: area.x + 1, y: area.y, style: .accent.bold)
            canvas.restyle(Rect(x: area.x + 1, y: area.y, width: area.width - 1, height: 3)) {
                Style($0.role == .dim ? .normal : $0.role, $0.marks).selected
            }
        }
    }
}
