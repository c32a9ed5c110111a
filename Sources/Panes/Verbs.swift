import PaneKit
import Sales
import Screen
import Storage
import Words

/// The verb keys: one grammar on every pane, each acts on the record under the cursor.

/// A pane with a record under its cursor.
protocol Desk: Pane {
    var office: Office { get }
    /// What the verbs act on; nil when there is nothing under the cursor.
    var target: Ref? { get }
    /// The records chosen for a change of several at once; those verbs act on them that can.
    var selection: Selection { get set }
    /// Moves the cursor to the next record or the one before, for `J` and `K` inside an opened one.
    ///
    /// - Returns: the record to open there; nil at the end.
    mutating func walk(by step: Int) throws -> Ref?
}

extension Desk {
    var selection: Selection {
        get { Selection() }
        set {}
    }
    mutating func walk(by step: Int) throws -> Ref? { nil }

    /// What a verb acts on that can act on several.
    var targets: [Ref] { selection.isEmpty ? target.map { [$0] } ?? [] : selection.sorted }

    private func missing(_ wanted: [Kind], _ what: @autoclosure () -> String, several: Bool) -> String? {
        if !selection.isEmpty {
            if !several { return say("Several are selected; Esc takes the selection back.") }
            return selection.kinds.allSatisfy(wanted.contains) ? nil : what()
        }
        guard let target else { return say("There is nothing under the cursor.") }
        return wanted.contains(target.kind) ? nil : what()
    }

    /// Why a verb that needs a person or a company cannot act; nil when it can.
    func needsSomebody(several: Bool = false) -> String? {
        missing(Kind.main, say("This belongs to nobody."), several: several)
    }
    func needsDeal(several: Bool = false) -> String? {
        let kinds: [Kind] = selection.isEmpty ? [.opportunity, .contact] : [.opportunity]
        return missing(kinds, say("Only a deal can do that."), several: several)
    }
    /// `.`: what can be done, and a promise, which can be kept.
    func needsDoable() -> String? {
        missing(
            [.followUp, .meeting, .promise],
            say("Only a follow-up, a planned meeting or a promise can be done; f sets one."),
            several: false)
    }
    /// `X`.
    func needsMeeting() -> String? {
        missing([.meeting], say("Only a planned meeting can be cancelled."), several: false)
    }
    func needsDue(several: Bool = false) -> String? {
        missing(
            [.followUp, .meeting], say("Only a follow-up or a planned meeting can do that; f sets one."),
            several: several)
    }

    /// What `d` deletes in Today.
    func needsDueOrPromise() -> String? {
        missing(
            [.followUp, .meeting, .promise], say("Only a follow-up, a planned meeting or a promise is deleted here."),
            several: true)
    }

    /// Takes the selection back, after it was acted on.
    static var deselected: Step {
        .update(Self.self) { pane in
            pane.selection.clear()
            return .stay
        }
    }
}

/// The verbs of every pane that has a record under its cursor.
func verbs<P: Desk>(_ type: P.Type) -> [Binding<P>] {
    [
        Binding(
            "c", label: say("call"), help: say("Logs a call: outcome, summary, next step."),
            unavailable: { $0.needsSomebody() }
        ) {
            try $0.office.logCall(on: $0.target!)
        },
        Binding(
            "m", label: say("note"),
            help: say("Notes a meeting, from your template (gl t); a planned one is marked held."),
            unavailable: { $0.needsSomebody() }
        ) {
            try $0.office.noteMeeting(on: $0.target!)
        },
        Binding("M", help: say("Plans a meeting."), unavailable: { $0.needsSomebody() }) {
            try $0.office.planMeeting(on: $0.target!)
        },
        Binding(
            "f", label: say("follow-up"), help: say("Sets a follow-up, for each of several when several are selected."),
            unavailable: { $0.needsSomebody(several: true) }
        ) { pane in
            pane.selection.isEmpty
                ? try pane.office.addFollowUp(on: pane.target!)
                : try pane.office.addFollowUps(on: pane.targets, then: P.deselected)
        },
        Binding("N", help: say("Writes a note."), unavailable: { $0.needsSomebody() }) {
            try $0.office.addNote(on: $0.target!)
        },
        Binding("o", label: say("deal"), help: say("Adds a deal."), rank: 2, unavailable: { $0.needsSomebody() }) {
            try $0.office.addDeal(on: $0.target)
        },
        Binding(
            ".", label: say("done"), help: say("Done: the result and the next step; a promise is kept."),
            unavailable: { $0.needsDoable() }
        ) {
            try $0.office.done($0.target!)
        },
        Binding("X", help: say("Cancels a planned meeting; asks why."), unavailable: { $0.needsMeeting() }) {
            try $0.office.cancelMeeting($0.target!.id)
        },
    ] + snoozes() + [
        Binding(
            "e", label: say("edit"), help: say("Edits the record under the cursor, or several that are selected."),
            rank: 2, unavailable: { $0.selection.isEmpty ? $0.needsSomebody() : $0.whyNotOneKind }
        ) { pane in
            pane.selection.isEmpty
                ? try pane.office.edit(pane.target!)
                : try pane.office.changeSeveral(pane.targets, then: P.deselected)
        },
        Binding(
            "d", label: say("delete"), help: say("Deletes the record under the cursor, or all that are selected."),
            rank: 4,
            unavailable: { $0.needsSomebody(several: true) }
        ) { pane in
            pane.selection.isEmpty
                ? try pane.office.delete(pane.target!)
                : try pane.office.deleteSeveral(pane.targets, then: P.deselected)
        },
        Binding(
            ">", name: "< >", label: say("move"), help: say("Moves a deal to the next stage."), rank: 2,
            unavailable: { $0.needsDeal(several: true) }
        ) {
            try $0.moveDeals(by: 1)
        },
        Binding("<lt>", help: say("Moves a deal to the stage before."), unavailable: { $0.needsDeal(several: true) }) {
            try $0.moveDeals(by: -1)
        },
        Binding(
            "+", name: "+ -", help: say("Puts the expected close of a deal off by a week."), rank: 3,
            unavailable: { $0.needsDeal(several: true) }
        ) { try $0.pushDeals(.weekLater) },
        Binding(
            "-", help: say("Brings the expected close of a deal forward by a week."),
            unavailable: { $0.needsDeal(several: true) }
        ) { try $0.pushDeals(.weekEarlier) },
        Binding(
            "ze", help: say("Puts the expected close of a deal to the end of the month, then of the next."),
            unavailable: { $0.needsDeal(several: true) }
        ) { try $0.pushDeals(.monthEnd) },
        Binding("W", help: say("The deal is won."), unavailable: { $0.needsDeal(several: true) }) { pane in
            pane.selection.isEmpty
                ? try pane.withDeal(say("Which deal is won?")) { [office = pane.office] in try office.winDeal($0) }
                : try pane.office.winDeals(pane.targets, then: P.deselected)
        },
        Binding("L", help: say("The deal is lost; asks for the reason."), unavailable: { $0.needsDeal(several: true) })
        {
            pane in
            pane.selection.isEmpty
                ? try pane.withDeal(say("Which deal is lost?")) { [office = pane.office] in try office.loseDeal($0) }
                : try pane.office.loseDeals(pane.targets, then: P.deselected)
        },
        Binding("R", help: say("Opens a won or lost deal again."), unavailable: { $0.needsDeal() }) { pane in
            try pane.withDeal(isOpen: false, say("Open which deal again?")) { [office = pane.office] in
                try office.reopenDeal($0)
            }
        },
        Binding("T", help: say("Times a call; `c` then logs its length."), unavailable: { $0.needsSomebody() }) {
            try $0.office.toggleTimer(on: $0.target!)
        },
        Binding(
            "D", help: say("Dials, by the program of the setting `dial`, and times the call."),
            unavailable: { $0.needsSomebody() }
        ) {
            try $0.office.dial($0.target!)
        },
        Binding("y", help: say("Copies the telephone number."), unavailable: { $0.needsSomebody() }) { pane in
            let number = try pane.office.read { try $0.party(of: pane.target!).number }
            if number.isEmpty { return .say(say("There is no telephone number."), .attention) }
            return .sequence([.copy(number), .say(say("\(number) copied"))])
        },
    ]
}

/// `z` and a digit, `w` or `m`.
private func snoozes<P: Desk>() -> [Binding<P>] {
    var all = (1...9).map { days in
        Binding<P>(
            "z\(days)", name: days == 1 ? "z 1…9" : "z \(days)", label: days == 1 ? say("snooze") : "",
            help: days == 1 ? say("Snoozes to so many days from today.") : "", rank: 2,
            unavailable: { $0.needsDue(several: true) }
        ) { try $0.snooze(to: $0.office.clock.today + days) }
    }
    all.append(
        Binding<P>("zw", help: say("Snoozes by a week."), unavailable: { $0.needsDue(several: true) }) {
            try $0.snooze(to: $0.office.clock.today + 7)
        })
    all.append(
        Binding<P>("zm", help: say("Snoozes to next Monday."), unavailable: { $0.needsDue(several: true) }) {
            try $0.snooze(to: $0.office.clock.today.monday + 7)
        })
    return all
}

extension Desk {
    fileprivate func snooze(to day: Day) throws -> Step {
        .sequence([Self.deselected, try office.snooze(targets, to: day)])
    }

    /// Why several cannot be edited together.
    fileprivate var whyNotOneKind: String? {
        selection.kinds.count == 1 ? nil : say("These are of several kinds; select records of one kind.")
    }
}

extension Office {
    /// Edits whatever it is.
    func edit(_ ref: Ref) throws -> Step {
        switch ref.kind {
        case .contact: try editContact(ref.id)
        case .company: try editCompany(ref.id)
        case .opportunity: try editDeal(ref.id)
        case .followUp: try editFollowUp(ref.id)
        case .meeting: try editMeeting(ref.id)
        case .call: try editCall(ref.id)
        case .note: try editNote(ref.id)
        case .promise: try editPromise(ref.id)
        case .savedView: try editView(ref.id)
        default: try editRow(ref.kind, ref.id)
        }
    }

    /// Opens a record to its brief.
    func open(_ ref: Ref) -> Step {
        noteOpened(ref)
        return .open(RecordPane(ref, office: self))
    }

    /// Deletes a record. One that others belong to is asked about first.
    func delete(_ ref: Ref) throws -> Step {
        let isParty = [.contact, .company, .opportunity].contains(ref.kind)
        let name = try read { try $0.title(of: ref) }
        // What happened with somebody may have no title but the name: the name alone would read as if the person went.
        let title = isParty ? name : say("\(ref.kind.name) “\(name)”")
        let delete: () throws -> Step = {
            try self.act { try $0.delete([ref]) }
            return .sequence([.refresh, Office.told(say("\(title) deleted"))])
        }
        guard isParty else { return try delete() }
        return .ask(
            Question(
                say("Delete \(title) and what belongs to it alone?"),
                choices: [.init("y<Enter>", say("delete"), delete)]))
    }

    /// Moves what is due to another day.
    func snooze(_ refs: [Ref], to day: Day) throws -> Step {
        let count = try act { try $0.snooze(refs, to: day) }
        if count == 0 { return .say(say("That is done already; there is nothing to snooze."), .attention) }
        let what = count == 1 ? say("Snoozed to \(dates.full(day))") : say("\(count) snoozed to \(dates.full(day))")
        return .sequence([.refresh, Office.told(what)])
    }

    /// Undoes or redoes. What this run did goes at once; anything else is named and asked about.
    func journal(back: Bool) throws -> Step {
        guard let entry = try store.perform(back) else {
            return .say(back ? say("There is nothing to undo.") : say("There is nothing to redo."))
        }
        let act: () throws -> Step = {
            try self.act { _ = back ? try $0.undo() : try $0.redo() }
            let text = back ? say("Undone: \(entry.sentence)") : say("Done again: \(entry.sentence)")
            return .sequence([
                .refresh, .say(text + " \(Glyphs.between) " + (back ? say("Ctrl-R redo") : say("u undo")), .good),
            ])
        }
        if entry.isOurs, entry.records <= 20 { return try act() }
        let count = say("\(entry.records, "row", "rows")")
        return .ask(
            Question(
                back ? say("Undo “\(entry.sentence)” (\(count))?") : say("Do “\(entry.sentence)” again (\(count))?"),
                choices: [.init("y<Enter>", back ? say("undo") : say("redo"), act)]))
    }
}

extension Store {
    fileprivate func perform(_ back: Bool) throws -> HistoryEntry? { back ? try nextUndo() : try nextRedo() }
}
