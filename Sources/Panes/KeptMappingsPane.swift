import Exchange
import PaneKit
import Sales
import Screen
import Storage
import Words

/// `v` over a mapping: those that are kept. One is put on, or deleted.
struct KeptMappingsPane: Pane {
    private let office: Office
    private var kept: [SavedView] = []
    private var table = ListTable(columns: [
        .init(width: 20, least: 12, grows: true), .init(width: 40, least: 10, priority: 1, grows: true),
    ])

    init(_ office: Office) { self.office = office }

    var title: String { say("Mappings") }
    var placement: Placement { .floating(width: 70, height: max(2, kept.count)) }

    private var chosen: SavedView? { kept.indices.contains(table.selected) ? kept[table.selected] : nil }
    private var whyNone: String? { chosen == nil ? say("None is kept yet; s keeps one.") : nil }

    static var bindings: [Binding<KeptMappingsPane>] {
        [
            Binding(
                "<Enter>", label: say("put on"), help: say("Maps the columns so."), rank: 0, unavailable: { $0.whyNone }
            ) {
                let kept = $0.chosen!
                return .sequence([.back, .update(MappingPane.self) { try $0.put(on: kept) }])
            },
            Binding("d", label: say("delete"), help: say("Deletes the mapping."), unavailable: { $0.whyNone }) {
                try $0.office.delete(Ref(.savedView, $0.chosen!.id))
            },
        ] + ListTable.bindings(\.table)
    }

    mutating func refresh() throws {
        let office = office
        kept = try office.read { try $0.mappings() }
        table.sections = [.init(count: kept.count)]
    }

    mutating func layout(in area: Rect) { table.layout(in: area) }
    mutating func handle(_ event: Event) throws -> Step? { table.mouse(event) }

    func draw(on canvas: inout Canvas, in area: Rect) {
        if kept.isEmpty {
            canvas.write(
                say("None is kept yet; s keeps one."), x: area.x + 1, y: area.y, style: .dim, width: area.width)
            return
        }
        table.draw(
            kept[table.window].map { view in
                let headings = KeptMapping(view)?.columns.map(\.heading).joined(separator: ", ") ?? ""
                return .init([StyledText(visible(view.name), .normal.bold), StyledText(visible(headings), .dim)])
            }, on: &canvas)
    }
}
