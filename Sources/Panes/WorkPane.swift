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
    /// What is due, or in a review what changed since the last one.
    private var head: [WorkHead.Line] = []
    /// What was decided on, the last one last: its undo brings it up again.
    private var decisions: [Decision] = []
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

    /// What was decided on together, where it stood, and what the first of it looked like before.
    private struct Decision {
        var refs: [Ref]
        var position: Int
        var mark: Progress
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
                "<Space>", "J", label: say("keep"),
                help: say("Keeps a deal of a review, or what is due, as it is, and goes on to the next."), rank: 0,
                unavailable: { $0.work.isReview || $0.isDue ? nil : say("Nothing is decided here.") }
            ) { try $0.go(by: 1) },
            Binding(
                "<Enter>", help: "", unavailable: { $0.work.isReview ? nil : say("This is no review.") }
            ) { try $0.go(by: 1) },
        ]
        let own: [Binding<WorkPane>] = [
            Binding(
                "J", "<Space>", name: "J", label: say("next"), help: say("Goes on to the next record."), rank: 0,
                unavailable: { $0.work.isReview || $0.isDue ? say("Space keeps it, and goes on.") : nil }
            ) { try $0.go(by: 1) },
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
        return triaging(verbs(WorkPane.self)) + keeping + own + reviewing(verbs(WorkPane.self))
    }

    /// On what is due each decision is one key, and they stand first in the hint bar.
    private static func triaging(_ verbs: [Binding<WorkPane>]) -> [Binding<WorkPane>] {
        let days = (1...9).map { days in
            Binding<WorkPane>(
                "\(days)", name: days == 1 ? "1…9" : "\(days)", label: days == 1 ? say("days") : "",
                help: days == 1 ? say("Puts what is due off to so many days from today.") : "", rank: 0,
                unavailable: { $0.whyNotDue }
            ) { pane in try pane.office.snooze(pane.targets, to: pane.office.clock.today + days) }
        }
        let labels = [(".", say("done")), ("e", say("date")), ("d", say("drop"))]
        let decisions = labels.compactMap { name, label in
            verbs.first { $0.name == name }.map { verb in
                var row = verb
                (row.label, row.help, row.rank) = (label, "", 0)
                row.unavailable = { verb.unavailable($0) ?? $0.whyNotDue }
                return row
            }
        }
        let spread = Binding<WorkPane>(
            "S", label: say("spread"),
            help: say("Spreads the overdue follow-ups that are left over the coming working days."),
            unavailable: { $0.whyNotDue }
        ) { pane in
            let rest = try pane.rest()
            if rest.isEmpty { return .say(say("No overdue follow-up is left to spread."), .attention) }
            let decision = Decision(refs: rest, position: pane.work.position, mark: try pane.progress(of: rest[0]))
            return try pane.office.spread(rest, then: .update(WorkPane.self) { try $0.leave(decision) })
        }
        return days + decisions + [spread]
    }

    private var isDue: Bool { work.current.map { [.followUp, .meeting].contains($0.kind) } ?? false }
    private var whyNotDue: String? { isDue ? nil : say("Only what is due is decided on so.") }

    /// The overdue follow-ups from here on that nothing was decided on.
    private func rest() throws -> [Ref] {
        try office.read { transaction in
            try work.refs[work.position...].filter { ref in
                guard ref.kind == .followUp, !work.done.contains(ref),
                    let item = try transaction.fetch(FollowUp.self, ref.id)
                else { return false }
                return item.state == .open && item.due.day(in: office.clock.zone) < office.clock.today
            }
        }
    }

    /// Goes on behind what was decided on all at once.
    private mutating func leave(_ decision: Decision) throws -> Step {
        decisions.append(decision)
        work.done.formUnion(decision.refs)
        while let ref = work.current, work.done.contains(ref) { work.position += 1 }
        return try arrive() ?? .stay
    }

    /// In a review the keys that decide on a deal stand first in the hint bar: rows without help, before their own.
    private static func reviewing(_ verbs: [Binding<WorkPane>]) -> [Binding<WorkPane>] {
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
        return try arrive() ?? .stay
    }

    /// Shows the record that one has come to; nil while there is one.
    private mutating func arrive() throws -> Step? {
        guard work.current != nil else {
            try office.finish(work)
            let told = say("That was the last of \(work.refs.count); \(work.done.count) were worked on.")
            return .sequence([.back, .say(told, .good)])
        }
        try office.keep(work)
        try show()
        return nil
    }

    private mutating func show() throws {
        top = 0
        view = try subject().flatMap { try BriefView($0, office: office) }
        head = try work.current.map { try WorkHead.lines($0, isReview: work.isReview, office: office) } ?? []
        mark = try work.current.map { try progress(of: $0) } ?? Progress()
    }

    /// The newest call, meeting or done follow-up of whom it is about, what is planned next or why nothing is, and what is
    /// due itself.
    private func progress(of ref: Ref) throws -> Progress {
        guard let subject = try office.subject(of: ref) else { return Progress() }
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
        if try isTakenBack() { return }
        // What is gone is passed over.
        let (office, shown, at) = (office, work.current, work.position)
        while let ref = work.current, try !office.read({ try $0.exists(ref) }) { work.remove() }
        if let shown, shown != work.current, mark != Progress() {
            decisions.append(Decision(refs: [shown], position: at, mark: mark))
        }
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
        decisions.append(Decision(refs: [ref], position: work.position, mark: before))
        if isNew || isAdjusted, work.position + 1 < work.refs.count {
            isAdjusted = false
            work.see(at: office.clock.now)
            work.position += 1
            try office.keep(work)
            try show()
        }
    }

    /// Whether the last decision was undone: then it is to be made again.
    private mutating func isTakenBack() throws -> Bool {
        guard let last = decisions.last, try progress(of: last.refs[0]) == last.mark else { return false }
        decisions.removeLast()
        work.done.subtract(last.refs)
        if !work.refs.contains(last.refs[0]) { work.insert(last.refs[0], at: last.position) }
        work.position = last.position
        isAdjusted = false
        try office.keep(work)
        try show()
        return true
    }

    mutating func layout(in area: Rect) { height = max(1, area.height - 2 - headHeight) }

    private var headHeight: Int { head.isEmpty ? 0 : head.count + 1 }

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
        for (row, line) in head.enumerated() {
            let (y, width) = (area.y + 2 + row, min(area.width, 100) - 2)
            let used = canvas.write(line.right, x: area.x + 1, y: y, width: width, align: .right)
            canvas.write(line.left, x: area.x + 1, y: y, width: width - used - (used > 0 ? 2 : 0))
        }
        let below = Rect(x: area.x, y: area.y + 2 + headHeight, width: min(area.width, 100), height: height)
        view?.draw(on: &canvas, in: below, from: top)
        if let ref = work.current, work.done.contains(ref) {
            canvas.write(Glyphs.check, x: area.x, y: below.y, style: .good)
        }
    }
}
