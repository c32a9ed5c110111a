import PaneKit
import Sales
import Screen
import Storage
import Words

/// The forms that were begun and not saved: taken up again or thrown away.
struct DraftsPane: Pane {
    private let office: Office
    private var drafts: [KeptDraft] = []
    private var table = ListTable(columns: [
        .init(width: 26, least: 14), .init(width: 30, least: 8, grows: true),
        .init(width: 16, least: 11, align: .right),
    ])

    init(office: Office) { self.office = office }

    var title: String { say("Drafts") }
    var placement: Placement { .floating(width: 90, height: max(3, drafts.count)) }
    var isModal: Bool { true }

    private var chosen: Draft? { drafts.indices.contains(table.selected) ? drafts[table.selected].draft : nil }
    private var needsOne: String? { drafts.isEmpty ? say("No drafts are kept.") : nil }

    static var bindings: [Binding<DraftsPane>] {
        [
            Binding(
                "<Enter>", label: say("take up"), help: say("Opens the form with what was typed in it."), rank: 0,
                unavailable: { $0.needsOne }
            ) { try $0.takeUp() },
            Binding(
                "d", "<Del>", label: say("discard"), help: say("Throws the draft away."), unavailable: { $0.needsOne }
            ) { $0.discard() },
            Binding(
                "y", label: say("copy"), help: say("Copies what was typed."), unavailable: { $0.needsOne }
            ) { pane in
                .sequence([.copy(pane.chosen!.text), .say(say("The text of the draft is copied."))])
            },
        ] + ListTable.bindings(\.table)
    }

    mutating func refresh() throws {
        drafts = office.drafts.all()
        table.sections = [.init(count: drafts.count)]
    }

    mutating func layout(in area: Rect) throws { table.layout(in: area) }

    mutating func handle(_ event: Event) throws -> Step? { table.mouse(event) }

    private func takeUp() throws -> Step {
        guard let draft = chosen else { return .stay }
        do {
            return .sequence([.back, try office.reopen(draft)])
        } catch StoreError.notFound {
            return .say(
                say("The record of this draft is not there any more; undo may bring it back, y copies the text."),
                .attention)
        }
    }

    private func discard() -> Step {
        guard let draft = chosen else { return .stay }
        return .ask(
            Question(
                say("Throw away the draft “\(draft.title)”?"),
                choices: [
                    .init("y<Enter>", say("discard")) {
                        try office.drafts.discard(draft.key)
                        return .sequence([.refresh, .say(say("Draft thrown away."))])
                    }
                ]))
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        if drafts.isEmpty {
            let text = say("No drafts are kept. What you type into a form and do not save is listed here.")
            for (row, line) in wrap(text, width: area.width).enumerated() {
                canvas.write(line, x: area.x, y: area.y + row, style: .dim)
            }
            return
        }
        table.draw(
            table.window.map { index in
                let kept = drafts[index]
                let when = kept.isOnAnotherScreen ? say("on another screen") : office.moment(kept.at)
                let words = kept.draft.text.prefix(300).split(whereSeparator: \.isNewline).joined(separator: " ")
                return ListTable.Row([
                    StyledText(kept.draft.title, .normal.bold),
                    StyledText(words, .dim),
                    StyledText(when, kept.isOnAnotherScreen ? .attention : .dim),
                ])
            }, on: &canvas)
    }
}

extension Office {
    /// A moment in the past, in seconds since 1970: the time, before today with the day.
    func moment(_ seconds: Int) -> String {
        let at = Instant(seconds: seconds)
        let day = clock.zone.day(of: at)
        return (day == clock.today ? "" : dates.short(day) + " ") + dates.time(at)
    }

    /// How many drafts there are, for the status at the right of the hint bar; nothing when there are none.
    var draftStatus: StyledText {
        keptKeys.isEmpty ? "" : StyledText(say("\(keptKeys.count, "draft", "drafts")") + "  ", .attention)
    }

    /// What is said at start-up when forms were on a screen that went away by itself.
    var greeting: (text: String, role: Role)? {
        let left = drafts.all().filter { $0.draft.isOpen && !$0.isOnAnotherScreen }
        guard let last = left.first else { return nil }
        let text =
            left.count == 1
            ? say("“\(last.draft.title)” was not saved last time, \(moment(last.at)): gd takes it up again.")
            : say("\(left.count) forms were not saved last time: gd lists them.")
        return (text, .attention)
    }
}
