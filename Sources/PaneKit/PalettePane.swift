import Screen
import Words

/// `:`: every command of the pane on top, found by a few letters of its name, its help or its key; those used last come first.
struct PalettePane: Pane {
    /// What was run from here, the last first.
    final class Recents {
        fileprivate(set) var commands: [String] = []

        fileprivate func note(_ command: String) {
            commands.removeAll { $0 == command }
            commands.insert(command, at: 0)
            commands = Array(commands.prefix(8))
        }
    }

    private var menu: Menu<Action>
    private let recents: Recents

    /// - Parameters:
    ///   - actions: the pane's own.
    ///   - globals: those of every pane.
    init(actions: [Action], globals: [Action], recents: Recents) {
        self.recents = recents
        let all = (actions.acting + globals.besides(actions).acting).filter { !$0.keys.isEmpty }
        let last = recents.commands.compactMap { command in all.first { $0.help == command } }
        let others = all.filter { !recents.commands.contains($0.help) }
        menu = Menu(
            (last + others).map { action in
                Menu.Item(
                    action.help, detail: action.name, words: [action.label] + names(action.keys, or: action.name),
                    reason: action.unavailable, isAvailable: action.unavailable == nil, value: action)
            }, filterable: true)
    }

    var title: String { say("Command") }
    var placement: Placement { .floating(width: 76, height: 16) }
    var isModal: Bool { true }

    static var bindings: [Binding<PalettePane>] {
        [
            Binding("<Enter>", label: say("run"), help: say("Runs the command, or says why it cannot act now.")) {
                pane in
                guard let action = pane.menu.chosen else { return .stay }
                pane.recents.note(action.help)
                return .sequence([.back, .press(action.keys[0])])
            },
            Binding("<Esc>", label: say("back"), help: say("Goes back.")) { _ in .back },
        ]
    }

    mutating func handle(_ event: Event) throws -> Step? { menu.handle(event) ? .stay : nil }
    mutating func layout(in area: Rect) throws { menu.layout(in: area) }

    func draw(on canvas: inout Canvas, in area: Rect) {
        menu.draw(on: &canvas, in: area)
        if menu.chosen == nil {
            canvas.write(
                say("No command is called that."), x: area.x + 2, y: area.y + 2, style: .dim, width: area.width - 2)
        }
    }
}
