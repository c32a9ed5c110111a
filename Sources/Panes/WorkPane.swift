import PaneKit
import Sales
import Screen
import Storage
import Words

/// `r`: works through a list. One record a screen with its brief; what was done to it brings up the next one. In a review of the
/// pipeline what changed since the last one stands above it.
struct WorkPane: Desk {
    let office: Office
    private var work: WorkList
    private var view: BriefView?
    /// What the record looked like when it came up: something was done when it looks otherwise.
    private var mark = Progress()
    /// Of a deal in a review: what changed since it was last looked at.
    private var changes: [StyledText] = []
    /// The record on the screen was moved or put off, and nothing else yet.
    private var isAdjusted = false
    private var top = 0
    private var height = 1

    /// What tells that something was done.
    private struct Progress: Equatable {
        /// What brings up the next record: the newest activity, what is due itself; of a deal what is planned, and whether it is open.
        var steps: [String] = []
        /// What may want another key: the stage of a deal, its close, its amount.
        var place = ""
    }

    init(_ work: WorkList, office: Office) {
        self.office = office
        self.work = work
    }

    var title: String { work.isReview ? say("Review") : say("Work the list") }
    var target: Ref? { work.current }

    static var bindings: [Binding<WorkPane>] {
        let keeping: [Binding<WorkPane>] = [
            Binding(
                "<Space>", "<Enter>", "J", name: "Space", label: say("keep"),
                help: say("In a review: keeps the deal as it is, and goes on to the next."), rank: 0,
                unavailable: { $0.work.isReview ? nil : say("This is no review.") }
            ) { try $0.go(by: 1) }
        ]
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
        return keeping + own + deciding(verbs(WorkPane.self))
    }

    /// In a review the keys that decide on a deal stand first in the hint bar: rows without help, before their own.
    private static func deciding(_ verbs: [Binding<WorkPane>]) -> [Binding<WorkPane>] {
        let wanted: Set = ["f", "< >", "+ -", "W", "L"]
        return PipelinePane.onBoard(verbs).filter { wanted.contains($0.name) }.map { binding in
            var row = binding
            (row.help, row.rank) = ("", 0)
            row.unavailable = { binding.unavailable($0) ?? ($0.work.isReview ? nil : say("This is no review.")) }
            return row
        } + verbs
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
        if step > 0 { work.see(at: office.clock.now) }
        isAdjusted = false
        work.position += step
        guard work.current != nil else {
            try office.finish(work)
            let told = say("That was the last of \(work.refs.count); \(work.done.count) were worked on.")
            return .sequence([.back, .say(told, .good)])
        }
        try office.keep(work)
        try show()
        return .stay
    }

    private mutating func show() throws {
        top = 0
        view = try subject().flatMap { try BriefView($0, office: office) }
        changes = try whatChanged()
        mark = try progress()
    }

    /// What changed since the deal was last looked at; of one that never was since Monday of last week, as `C` has it.
    private func whatChanged() throws -> [StyledText] {
        guard work.isReview, let ref = work.current, ref.kind == .opportunity else { return [] }
        return try office.read { transaction in
            guard let deal = try transaction.fetch(Opportunity.self, ref.id) else { return [] }
            let monday = office.clock.today.monday - 7
            let movements =
                try deal.reviewedAt.map { try transaction.movements(of: ref.id, after: $0) }
                ?? transaction.movements(of: ref.id, since: monday)
            let since = office.dates.full(deal.reviewedAt.map { office.clock.zone.day(of: $0) } ?? monday)
            var head = StyledText(
                deal.reviewedAt == nil
                    ? say("Since \(since), not reviewed before") : say("Since the review of \(since)"), .accent.bold)
            if movements.isEmpty { head += StyledText("  " + say("nothing changed"), .dim) }
            return [head]
                + movements.map { movement in
                    StyledText("  " + movement.what.title, MovementsPane.style(movement.what)) + "  "
                        + MovementsPane.text(movement, office.dates)
                }
        }
    }

    /// The newest call, meeting or done follow-up of whom it is about, what is planned next or why nothing is, and what is
    /// due itself.
    private func progress() throws -> Progress {
        guard let ref = work.current, let subject = try subject() else { return Progress() }
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
            var progress = Progress(steps: [newest ?? "", due, next])
            if ref.kind == .opportunity, let deal = try transaction.fetch(Opportunity.self, ref.id) {
                progress.steps += [deal.state.rawValue, try transaction.lastPlanned(of: ref.id) ?? ""]
                progress.place =
                    "\(deal.stageID) \(deal.closeOn?.description ?? "") \(deal.money?.description ?? "")"
            }
            return progress
        }
    }

    mutating func refresh() throws {
        // What is gone is passed over.
        let (office, shown) = (office, work.current)
        while let ref = work.current, try !office.read({ try $0.exists(ref) }) { work.remove() }
        if work.current == nil, !work.refs.isEmpty { work.position = work.refs.count - 1 }
        let before = work.current == shown ? mark : Progress()
        try show()
        guard before != Progress(), let ref = work.current, mark != before else { return }
        let isNew = work.done.insert(ref).inserted
        if mark.steps == before.steps {
            // A stage or a date may want the same key again, and the next one would be another deal's.
            isAdjusted = isAdjusted || isNew
            return try office.keep(work)
        }
        // Whom one came back to stays, and the last one, too: the next key says that it was the last.
        if isNew || isAdjusted, work.position + 1 < work.refs.count {
            isAdjusted = false
            work.see(at: office.clock.now)
            work.position += 1
            try office.keep(work)
            try show()
        }
    }

    mutating func layout(in area: Rect) { height = max(1, area.height - 2 - changesHeight) }

    private var changesHeight: Int { changes.isEmpty ? 0 : changes.count + 1 }

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
        for (row, line) in changes.enumerated() {
            canvas.write(line, x: area.x + 1, y: area.y + 2 + row, width: min(area.width, 100) - 2)
        }
        let below = Rect(x: area.x, y: area.y + 2 + changesHeight, width: min(area.width, 100), height: height)
        view?.draw(on: &canvas, in: below, from: top)
        if let ref = work.current, work.done.contains(ref) {
            canvas.write(Glyphs.check, x: area.x, y: below.y, style: .good)
        }
    }
}
