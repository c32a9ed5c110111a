import PaneKit
import Sales
import Screen
import Storage
import Words

/// A record opened to its brief; Enter follows every line that leads somewhere.
struct RecordPane: Desk {
    let ref: Ref
    let office: Office
    private var view: BriefView?
    /// Index among the lines that lead somewhere; nil on the record itself.
    private var selected: Int?
    private var top = 0
    /// Lines scrolled beyond what shows the cursor, for text below the last line that leads somewhere.
    private var scrolled = 0
    private var area = Rect.zero
    /// How many activities of the timeline are loaded; more of them as one comes to their end.
    private var activities = RecordPane.page
    private static let page = 100

    init(_ ref: Ref, office: Office) {
        self.ref = ref
        self.office = office
    }

    var title: String { view?.title.text ?? "" }

    /// The line under the cursor, else the record itself.
    var target: Ref? {
        guard let view else { return nil }
        return selected.flatMap { view.links.indices.contains($0) ? view.lines[view.links[$0]].link : nil } ?? ref
    }

    static var bindings: [Binding<RecordPane>] {
        [
            Binding(
                "<Enter>", label: say("open"), help: say("Opens what the line under the cursor leads to."), rank: 1,
                unavailable: { $0.selected == nil ? say("Move to a line with j first.") : nil }
            ) { $0.office.open($0.target!) },
            Binding("n", help: say("Adds a contact, to the company of this record.")) { pane in
                try pane.office.addContact(company: pane.company())
            },
            Binding("j", "<Down>", name: "j k", help: say("Moves to the next line that leads somewhere.")) {
                try $0.move(by: 1)
            },
            Binding("k", "<Up>", help: say("Moves to the line before; the first is the record itself.")) {
                try $0.move(by: -1)
            },
            Binding("gg", "<Home>", help: say("Moves to the record itself.")) { try $0.move(by: -.max / 2) },
            Binding("G", "<End>", help: say("Moves to the last line, of all there are.")) { pane in
                pane.activities = .max
                try pane.refresh()
                return try pane.move(by: .max / 2)
            },
            Binding("<PgDn>", help: say("Moves down by a page.")) { try $0.page(1) },
            Binding("<PgUp>", help: say("Moves up by a page.")) { try $0.page(-1) },
            Binding(
                "J", name: "J K", label: say("next"),
                help: say("Opens the next record of the list that one came from."), rank: 2
            ) { $0.walk(list: 1) },
            Binding("K", help: say("Opens the record before in the list that one came from.")) { $0.walk(list: -1) },
        ] + verbs(RecordPane.self)
    }

    /// Moves on in the list under this record, and opens what is there.
    private func walk(list step: Int) -> Step {
        let office = office
        var isThis = true
        return .change { pane in
            // The uppermost pane is this one; the list must be right under it.
            if isThis {
                isThis = false
                return nil
            }
            guard var list = pane as? any Desk, !(pane is RecordPane) else {
                return .say(say("J and K go through a list; this record was opened from another record."), .attention)
            }
            let next = try list.walk(by: step)
            pane = list
            guard let next else {
                return .say(step > 0 ? say("That was the last one.") : say("That was the first one."))
            }
            office.noteOpened(next)
            return .replace(RecordPane(next, office: office))
        }
    }

    private func company() throws -> Int64? {
        try office.read { transaction in
            switch ref.kind {
            case .company: ref.id
            case .contact: try transaction.fetch(Contact.self, ref.id)?.companyID
            default: try transaction.fetch(Opportunity.self, ref.id)?.companyID
            }
        }
    }

    private mutating func move(by step: Int) throws -> Step {
        guard let view else { return .stay }
        if step < 0, scrolled > 0 {
            scrolled = max(0, scrolled + step)
            return .stay
        }
        var count = view.links.count
        let now = selected ?? -1
        let wanted = now + step
        if wanted >= count - 1, view.hasOlder {
            activities += Self.page
            try load()
            count = self.view?.links.count ?? 0
        }
        let next = max(-1, min(count - 1, wanted))
        if step > 0, next == now { scrolled += min(step, self.view?.lines.count ?? 0) }
        selected = next < 0 ? nil : next
        return .stay
    }

    /// Moves by as many lines as the screen has.
    private mutating func page(_ direction: Int) throws -> Step {
        guard let view else { return .stay }
        if view.links.isEmpty || scrolled > 0 { return try move(by: direction * max(1, area.height - 1)) }
        let line = selected.map { view.links[$0] } ?? 0
        let wanted = line + direction * max(1, area.height - 1)
        let index = direction > 0 ? view.links.lastIndex { $0 <= wanted } : view.links.firstIndex { $0 >= wanted }
        // Above the first line that leads somewhere is the record itself; a page has at least one line.
        let next = wanted <= 0 ? -1 : index ?? view.links.count - 1
        let step = next - (selected ?? -1)
        return try move(by: direction > 0 ? max(1, step) : min(-1, step))
    }

    private mutating func load() throws {
        view = try BriefView(
            ref, office: office, activities: activities, relatives: .max, width: min(100, max(20, area.width)))
    }

    mutating func refresh() throws {
        let before = selected == nil ? nil : target
        try load()
        guard let view, let now = selected else { return }
        // The cursor stays on its record when lines come in above; when that is gone, on the next one.
        let same = view.links.indices.filter { view.lines[view.links[$0]].link == before }
        let nearest = same.min { abs($0 - now) < abs($1 - now) } ?? now
        selected = view.links.isEmpty ? nil : min(nearest, view.links.count - 1)
    }

    mutating func layout(in area: Rect) throws {
        let isWrapped = self.area.width == area.width
        self.area = area
        if !isWrapped { try refresh() }
        guard let view else { return }
        let line = selected.map { view.links[$0] } ?? 0
        let start = selected == nil ? 0 : max(min(top - scrolled, line), line - area.height + 1, 0)
        scrolled = max(0, min(scrolled, view.lines.count - area.height - start))
        top = start + scrolled
    }

    mutating func handle(_ event: Event) throws -> Step? {
        guard case .mouse(let mouse) = event else { return nil }
        switch mouse.action {
        case .wheelDown: return try move(by: 3)
        case .wheelUp: return try move(by: -3)
        case .click, .doubleClick:
            let line = top + mouse.y - area.y
            guard let index = view?.links.firstIndex(of: line) else { return nil }
            selected = index
            return mouse.action == .doubleClick ? office.open(target!) : .stay
        default: return nil
        }
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        guard let view else {
            canvas.write(
                say("This record is not there any more; Esc goes back, u may bring it again."), x: area.x + 1,
                y: area.y, style: .attention)
            return
        }
        let column = Rect(x: area.x, y: area.y, width: min(area.width, 100), height: area.height)
        view.draw(on: &canvas, in: column, from: top, selected: selected.map { view.links[$0] })
    }
}
