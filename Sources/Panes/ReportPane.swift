import PaneKit
import Screen
import Words

/// Lines that a command printed.
struct ReportPane: Pane {
    let title: String
    private let lines: [String]
    /// Writes down what was refused; nil when nothing was.
    private let refused: (() -> Step)?
    private var shown: [String] = []
    private var top = 0
    private var height = 1

    init(_ title: String, _ lines: [String], refused: (() -> Step)? = nil) {
        self.title = title
        self.lines = lines
        self.refused = refused
        shown = ReportPane.wrapped(lines, 84)
    }

    var placement: Placement { .floating(width: 84, height: min(max(shown.count, 3), 24)) }

    static var bindings: [Binding<ReportPane>] {
        [
            Binding("<Enter>", label: say("close"), help: say("Goes back."), rank: 0) { _ in .back },
            Binding(
                "w", label: say("write refused"), help: say("Writes the refused rows down, each with its reason."),
                rank: 0,
                unavailable: { $0.refused == nil ? say("Nothing was refused.") : nil }
            ) { $0.refused!() },
            Binding("j", "<Down>", name: "j k", label: say("scroll"), help: say("Scrolls down.")) { $0.scroll(1) },
            Binding("k", "<Up>", help: say("Scrolls up.")) { $0.scroll(-1) },
            Binding("<PgDn>", help: say("Scrolls down by a page.")) { $0.scroll($0.height) },
            Binding("<PgUp>", help: say("Scrolls up by a page.")) { $0.scroll(-$0.height) },
        ]
    }

    private static func wrapped(_ lines: [String], _ width: Int) -> [String] {
        lines.flatMap { $0.isEmpty ? [""] : wrap($0, width: width) }
    }

    private mutating func scroll(_ rows: Int) -> Step {
        top = max(0, min(shown.count - height, top + rows))
        return .stay
    }

    mutating func layout(in area: Rect) {
        height = max(1, area.height)
        shown = ReportPane.wrapped(lines, max(20, area.width))
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        for (row, line) in shown.dropFirst(top).prefix(area.height).enumerated() {
            canvas.write(line, x: area.x, y: area.y + row, width: area.width)
        }
    }
}
