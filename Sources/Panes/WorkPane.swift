import PaneKit
import Sales
import Screen
import Storage
import Words

/// `r`: works through a list. One record a screen with its brief; what was done to it brings up the next one.
struct WorkPane: Desk {
    let office: Office
    private var work: WorkList
    private var view: BriefView?
    /// What the record looked like when it came up: something was done when it looks otherwise.
    private var mark: [String] = []
    private var top = 0
    private var height = 1

    init(_ work: WorkList, office: Office) {
        self.office = office
        self.work = work
    }

    var title: String { say("Work the list") }
    var target: Ref? { work.current }

    static var bindings: [Binding<WorkPane>] {
        let own: [Binding<WorkPane>] = [
            Binding("J", "<Space>", name: "J", label: say("next"), help: say("Goes on to the next record."), rank: 0) {
                try $0.go(by: 1)
            },
            Binding("K", help: say("Goes back to the record before.")) { try $0.go(by: -1) },
            Binding("<Enter>", label: say("open"), help: say("Opens the record."), unavailable: { $0.needsSomebody() })
            {
                pane in
                try pane.subject().map { pane.office.open($0) } ?? .stay
            },
            Binding("j", "<Down>", name: "j k", help: say("Scrolls down.")) { $0.scroll(by: 1) },
            Binding("k", "<Up>", help: say("Scrolls up.")) { $0.scroll(by: -1) },
            Binding("<PgDn>", help: say("Scrolls down by a page.")) { $0.scroll(by: $0.height) },
            Binding("<PgUp>", help: say("Scrolls up by a page.")) { $0.scroll(by: -$0.height) },
        ]
        return own + verbs(WorkPane.self)
    }

    private mutating func scroll(by lines: Int) -> Step {
        top = max(0, min((view?.lines.count ?? 0) - height, top + lines))
        return .stay
    }

    /// Whom the record is about.
    private func subject() throws -> Ref? { try work.current.flatMap { try office.subject(of: $0) } }

    /// Moves through the list; behind the last one it is done with.
    private mutating func go(by step: Int) throws -> Step {
        if work.position + step < 0 { return .say(say("That is the first one.")) }
        work.position += step
        guard work.current != nil else {
            try office.finish(work)
            return .sequence([
                .back, .say(say("That was the last of \(work.refs.count); \(work.done.count) were worked on."), .good),
            ])
        }
        try office.keep(work)
        try show()
        return .stay
    }

    private mutating func show() throws {
        top = 0
        view = try subject().flatMap { try BriefView($0, office: office) }
        mark = try progress()
    }

    /// The newest call, meeting or done follow-up of whom it is about, what is planned next or why nothing is, and what is
    /// due itself.
    private func progress() throws -> [String] {
        guard let ref = work.current, let subject = try subject() else { return [] }
        return try office.read { transaction in
            let newest = try transaction.timeline(subject, limit: 5).first { $0.ref.kind != .note }?.ref.description
            var due = ""
            if ref.kind == .followUp, let item = try transaction.fetch(FollowUp.self, ref.id) {
                due = "\(item.state) \(item.due)"
            } else if ref.kind == .meeting, let item = try transaction.fetch(Meeting.self, ref.id) {
                due = "\(item.state) \(item.due)"
            }
            let brief = try transaction.brief(subject, activities: 1, relatives: 1)
            let next = brief.next.map { "\($0.ref) \($0.due)" } ?? brief.because
            return [newest ?? "", due, next]
        }
    }

    mutating func refresh() throws {
        // What is gone is passed over.
        let (office, shown) = (office, work.current)
        while let ref = work.current, try !office.read({ try $0.exists(ref) }) { work.remove() }
        if work.current == nil, !work.refs.isEmpty { work.position = work.refs.count - 1 }
        let before = work.current == shown ? mark : []
        try show()
        guard !before.isEmpty, let ref = work.current, mark != before else { return }
        if work.done.contains(ref) { return }
        work.done.insert(ref)
        // The last one stays on the screen: the next key says that it was the last.
        if work.position + 1 < work.refs.count {
            work.position += 1
            try office.keep(work)
            try show()
        }
    }

    mutating func layout(in area: Rect) { height = max(1, area.height - 2) }

    func draw(on canvas: inout Canvas, in area: Rect) {
        guard !work.refs.isEmpty else {
            canvas.write(
                say("Nothing is left of this list; Esc goes back."), x: area.x + 3, y: area.y + 1, style: .dim,
                width: area.width - 4)
            return
        }
        let place = StyledText(say("\(work.position + 1) of \(work.refs.count)"), .accent.bold)
        let worked = canvas.write(
            say("\(work.done.count) worked on"), x: area.x + 1, y: area.y, style: .dim, width: area.width - 2,
            align: .right)
        canvas.write(
            place + StyledText("  " + work.title, .dim), x: area.x + 1, y: area.y, width: area.width - 4 - worked)
        let filled = max(1, (area.width - 2) * (work.position + 1) / work.refs.count)
        canvas.rule(x: area.x + 1, y: area.y + 1, width: area.width - 2)
        canvas.rule(x: area.x + 1, y: area.y + 1, width: filled, style: .accent)
        let below = Rect(x: area.x, y: area.y + 2, width: min(area.width, 100), height: area.height - 2)
        view?.draw(on: &canvas, in: below, from: top)
        if let ref = work.current, work.done.contains(ref) {
            canvas.write(Glyphs.check, x: area.x, y: area.y + 2, style: .good)
        }
    }
}
