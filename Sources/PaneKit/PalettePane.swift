import Screen
import Words

/// `:`: every command of the pane on top, found by a few letters of its name.

struct PalettePane: Pane {
    private var menu: Menu<[Key]>

    init(actions: [Action]) {
        menu = Menu(
            actions.filter { !$0.keys.isEmpty && !$0.help.isEmpty }.map { action in
                Menu.Item(
                    action.help, detail: action.name, isAvailable: action.unavailable == nil,
                    value: action.keys[0])
            }, filterable: true)
    }

    var title: String { say("Command") }
    var placement: Placement { .floating(width: 70, height: 14) }
    var isModal: Bool { true }

    static var bindings: [Binding<PalettePane>] {
        [
            Binding("<Enter>", label: say("run"), help: say("Runs the command.")) { pane in
                pane.menu.chosen.map { .sequence([.back, .press($0)]) } ?? .stay
            },
            Binding("<Esc>", label: say("back"), help: say("Goes back.")) { _ in .back },
        ]
    }

    mutating func handle(_ event: Event) throws -> Step? { menu.handle(event) ? .stay : nil }
    mutating func layout(in area: Rect) throws { menu.layout(in: area) }
    func draw(on canvas: inout Canvas, in area: Rect) { menu.draw(on: &canvas, in: area) }
}
