import PaneKit
import Sales
import Screen
import Storage
import Words

/// `s`: by what a list is sorted, and which columns it shows. What is changed is seen in the list behind at once.
struct ColumnsPane: Pane {
    private let kind: Kind
    private var arrangement: Arrangement
    /// All columns: those that are shown in their order, then the others.
    private var names: [String]
    private var selected = 0
    private var top = 0

    init(_ kind: Kind, _ arrangement: Arrangement) {
        self.kind = kind
        self.arrangement = arrangement
        names = ColumnsPane.names(kind, arrangement)
        if let column = arrangement.order?.column { selected = names.firstIndex(of: column) ?? 0 }
    }

    private static func names(_ kind: Kind, _ arrangement: Arrangement) -> [String] {
        arrangement.columns + ListLook.choosableColumns(kind).filter { !arrangement.columns.contains($0) }
    }

    var title: String { say("Sort and columns") }
    var placement: Placement { .floating(width: 44, height: names.count) }
    var isModal: Bool { true }

    static var bindings: [Binding<ColumnsPane>] {
        [
            Binding(
                "<Enter>", label: say("sort"), help: say("Sorts by this column; again the other way round."), rank: 0
            ) { pane in
                pane.arrangement.sort(by: pane.names[pane.selected])
                return .sequence([.back, pane.apply])
            },
            Binding(
                "<Space>", label: say("show"), help: say("Shows or hides this column."), rank: 0,
                unavailable: { $0.isLastShown ? say("A list needs one column at least.") : nil }
            ) { $0.toggle() },
            Binding("j", "<Down>", name: "j k", help: say("Moves to the next column.")) { $0.move(by: 1) },
            Binding("k", "<Up>", help: say("Moves to the column before.")) { $0.move(by: -1) },
            Binding(
                "K", name: "J K", label: say("place"), help: say("Moves this column to the left."),
                unavailable: { $0.whyFixed }
            ) {
                $0.shift(by: -1)
            },
            Binding("J", help: say("Moves this column to the right."), unavailable: { $0.whyFixed }) {
                $0.shift(by: 1)
            },
            Binding("0", label: say("as at first"), help: say("Columns and order as at first.")) { pane in
                let usual = Arrangement(pane.kind)
                (pane.arrangement.columns, pane.arrangement.order) = (usual.columns, usual.order)
                pane.names = ColumnsPane.names(pane.kind, pane.arrangement)
                return pane.apply
            },
        ]
            + (1...9).map { digit in
                Binding(
                    "\(digit)", name: digit == 1 ? "1…9" : "\(digit)",
                    help: digit == 1 ? say("Sorts by the column of that number.") : "",
                    unavailable: { $0.names.count < digit ? say("There is no such column.") : nil }
                ) { pane in
                    pane.arrangement.sort(by: pane.names[digit - 1])
                    return .sequence([.back, pane.apply])
                }
            }
    }

    /// Arranges the list behind.
    private var apply: Step {
        let arrangement = arrangement
        return .update(ListPane.self) { try $0.arrange(arrangement) }
    }

    private func isShown(_ name: String) -> Bool { arrangement.columns.contains(name) }
    private var isLastShown: Bool { arrangement.columns == [names[selected]] }
    private var whyFixed: String? {
        isShown(names[selected]) ? nil : say("It is not shown; Space shows it.")
    }

    private mutating func move(by step: Int) -> Step {
        selected = max(0, min(names.count - 1, selected + step))
        return .stay
    }

    private mutating func toggle() -> Step {
        let name = names[selected]
        if isShown(name) { arrangement.columns.removeAll { $0 == name } } else { arrangement.columns.append(name) }
        names = ColumnsPane.names(kind, arrangement)
        selected = names.firstIndex(of: name) ?? selected
        return apply
    }

    private mutating func shift(by step: Int) -> Step {
        let other = selected + step
        guard arrangement.columns.indices.contains(other) else { return .stay }
        arrangement.columns.swapAt(selected, other)
        names.swapAt(selected, other)
        selected = other
        return apply
    }

    mutating func layout(in area: Rect) {
        top = max(min(top, selected), selected - area.height + 1, 0)
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        for (row, index) in names.indices.dropFirst(top).prefix(area.height).enumerated() {
            let name = names[index]
            let y = area.y + row
            let digit = index < 9 ? String(index + 1) : " "
            canvas.write(digit, x: area.x + 2, y: y, style: .accent.bold)
            let style: Style = isShown(name) ? .normal : .dim
            canvas.write(
                (isShown(name) ? "[x] " : "[ ] ") + ListLook.label(kind, name), x: area.x + 4, y: y, style: style,
                width: area.width - 8)
            if let order = arrangement.order, order.column == name {
                canvas.write(
                    order.isDescending ? Glyphs.down : Glyphs.up, x: area.right - 2, y: y, style: .accent.bold)
            }
            if index == selected {
                canvas.write(Glyphs.selected, x: area.x, y: y, style: .accent.bold)
                canvas.restyle(Rect(x: area.x, y: y, width: area.width, height: 1)) { $0.selected }
            }
        }
    }
}
