import PaneKit
import Sales
import Screen
import Storage
import Words

/// `v`: the saved views of a list. One is put on by its digit; what is shown is saved under a name, or over the view under the cursor.
struct ViewsPane: Pane {
    let kind: Kind
    let office: Office
    /// How the list behind is arranged; nil over a pane that is no list, where a view is opened as one.
    private let shown: Arrangement?
    private var views: [SavedView] = []
    private var isLoaded = false
    private var table = ListTable(
        columns: [
            .init(width: 1), .init(say("View"), width: 22, least: 14, grows: true),
            .init(say("Filter"), width: 26, least: 14, grows: true),
            .init(say("Order"), width: 24, least: 10, priority: 1, grows: true),
        ], showsTitles: true)

    init(_ kind: Kind, office: Office, shown: Arrangement? = nil) {
        self.kind = kind
        self.office = office
        self.shown = shown
    }

    var title: String { say("Views of \(ListLook.title(kind).lowercased())") }
    var placement: Placement { .floating(width: 90, height: views.count + (views.isEmpty ? 4 : 2)) }

    /// The view under the cursor; nil on the first line, which is the list without one.
    private var chosen: SavedView? { views.indices.contains(table.selected - 1) ? views[table.selected - 1] : nil }
    private var whyNone: String? { chosen == nil ? say("This is the list as at first, no view.") : nil }
    private var whyNotShown: String? { shown == nil ? say("A list has to be shown first: Enter opens one.") : nil }

    static var bindings: [Binding<ViewsPane>] {
        [
            Binding("<Enter>", label: say("show"), help: say("Shows the list as this view has it."), rank: 0) {
                $0.put(on: $0.chosen)
            },
            Binding(
                "n", label: say("save as"), help: say("Saves what is shown under a name."), rank: 0,
                unavailable: { $0.whyNotShown }
            ) { pane in .sequence([.back, try pane.office.saveView(pane.shown!, of: pane.kind)]) },
            Binding(
                "s", label: say("save here"), help: say("Saves what is shown over the view under the cursor."),
                unavailable: { $0.whyNotShown ?? $0.whyNone }
            ) { try $0.overwrite() },
            Binding(
                "e", label: say("edit"), help: say("Edits name, filter, order and columns."),
                unavailable: { $0.whyNone }
            ) { try $0.office.editView($0.chosen!.id) },
            Binding("d", label: say("delete"), help: say("Deletes the view."), unavailable: { $0.whyNone }) {
                try $0.office.delete(Ref(.savedView, $0.chosen!.id))
            },
            Binding(
                "J", name: "J K", label: say("order"), help: say("Moves the view down."), rank: 2,
                unavailable: { $0.whyNone }
            ) { try $0.shift(by: 1) },
            Binding("K", help: say("Moves the view up."), unavailable: { $0.whyNone }) { try $0.shift(by: -1) },
        ]
            + (0...9).map { digit in
                Binding(
                    "\(digit)", name: digit == 1 ? "1…9" : "\(digit)", label: digit == 1 ? say("show") : "",
                    help: digit == 0
                        ? say("Shows the list as at first.") : digit == 1 ? say("Shows the view of that number.") : "",
                    unavailable: { $0.views.count < digit ? say("There is no such view.") : nil }
                ) { pane in pane.put(on: digit == 0 ? nil : pane.views[digit - 1]) }
            } + ListTable.bindings(\.table)
    }

    private func put(on view: SavedView?) -> Step {
        if shown == nil {
            return .replace(ListPane(kind, office: office, behind: view?.query ?? "", view: view))
        }
        return .sequence([.back, .update(ListPane.self) { try $0.put(on: view) }])
    }

    private func overwrite() throws -> Step {
        guard let old = chosen, let shown else { return .stay }
        let new = shown.kept(as: old, kind)
        if new == old { return .say(say("The view is as it is shown.")) }
        try office.act { try $0.edit(from: old, to: new) }
        return .sequence([.back, .update(ListPane.self) { try $0.put(on: new) }, Office.told(say("\(new.name) saved"))])
    }

    private mutating func shift(by step: Int) throws -> Step {
        guard let chosen, views.indices.contains(table.selected - 1 + step) else { return .stay }
        var order = views.map(\.id)
        order.swapAt(table.selected - 1, table.selected - 1 + step)
        try office.act { try $0.reorder(.savedView, order, moved: chosen.name) }
        table.select(table.selected + step)
        return .refresh
    }

    mutating func refresh() throws {
        let (kind, office) = (kind, office)
        views = try office.read { try $0.views(of: kind) }
        table.sections = [.init(count: views.count + 1)]
        if !isLoaded, let on = views.firstIndex(where: { $0.uid == shown?.view }) { table.select(on + 1) }
        isLoaded = true
    }

    mutating func layout(in area: Rect) { table.layout(in: area) }

    mutating func handle(_ event: Event) throws -> Step? { table.mouse(event) }

    func draw(on canvas: inout Canvas, in area: Rect) {
        table.draw(
            table.window.map { line in
                if line == 0 {
                    return row("0", ListLook.title(kind), ListLook.usualFilter(kind), look: say("as at first"))
                }
                let view = views[line - 1]
                return row(line < 10 ? "\(line)" : "", view.name, view.query, look: look(view))
            }, on: &canvas)
        if views.isEmpty {
            canvas.write(
                shown == nil
                    ? say("No views yet: Enter, narrow the list, v n.") : say("No views yet: n saves what is shown."),
                x: area.x + 3, y: area.y + 3, style: .dim, width: area.width - 4)
        }
    }

    private func row(_ digit: String, _ name: String, _ filter: String, look: String) -> ListTable.Row {
        ListTable.Row([
            StyledText(digit, .accent.bold), StyledText(name, .normal.bold), StyledText(filter), StyledText(look, .dim),
        ])
    }

    /// `Last contact ↓  Name, City`.
    private func look(_ view: SavedView) -> String {
        let order = view.order.map {
            ListLook.label(kind, $0.column) + " " + ($0.isDescending ? Glyphs.down : Glyphs.up)
        }
        let columns = view.columnNames.map { ListLook.label(kind, $0) }.joined(separator: ", ")
        return [order ?? "", columns].filter { !$0.isEmpty }.joined(separator: "  ")
    }
}
