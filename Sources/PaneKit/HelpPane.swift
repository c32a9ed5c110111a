import Screen
import Words

/// The keys of a pane, made from its table.

struct HelpPane: Pane {
    private let rows: [StyledText]
    private let subject: String
    private var top = 0
    private var height = 1

    init(title: String, actions: [Action], globals: [Action]) {
        subject = title
        // A row without help is another key of the row before.
        let local = actions.filter { !$0.help.isEmpty }.map(Self.row)
        let everywhere = globals.map(Self.row)
        rows =
            local + (everywhere.isEmpty ? [] : ["", StyledText(say("EVERYWHERE"), .dim.bold)] + everywhere)
    }

    private static func row(_ action: Action) -> StyledText {
        let keys = pad(action.name, 12)
        var row = StyledText(keys, .accent.bold) + StyledText(action.help)
        if let reason = action.unavailable { row += StyledText("  " + reason, .dim) }
        return row
    }

    var title: String { say("Keys: \(subject)") }
    var placement: Placement { .floating(width: 72, height: rows.count) }
    var isModal: Bool { true }

    static var bindings: [Binding<HelpPane>] {
        [
            Binding("<Down>", "j", label: say("down"), help: say("Scrolls down.")) { $0.scroll(by: 1) },
            Binding("<Up>", "k", label: say("up"), help: say("Scrolls up.")) { $0.scroll(by: -1) },
            Binding("<PgDn>", "<Space>", help: say("Scrolls down a page.")) { $0.scroll(by: $0.height) },
            Binding("<PgUp>", help: say("Scrolls up a page.")) { $0.scroll(by: -$0.height) },
            Binding("<Esc>", "q", "?", "<Enter>", label: say("back"), help: say("Goes back.")) { _ in .back },
        ]
    }

    private mutating func scroll(by lines: Int) -> Step {
        top = max(0, min(top + lines, rows.count - height))
        return .stay
    }

    mutating func layout(in area: Rect) throws {
        height = area.height
        _ = scroll(by: 0)
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        for (row, line) in rows.dropFirst(top).prefix(area.height).enumerated() {
            canvas.write(line, x: area.x, y: area.y + row, width: area.width)
        }
        if top + area.height < rows.count {
            canvas.write(
                Glyphs.down, x: area.x, y: area.bottom - 1, style: .accent, width: area.width, align: .right)
        }
    }
}
