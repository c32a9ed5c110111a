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
}

extension Desk {
    private func missing(_ wanted: Set<Kind>, _ what: String) -> String? {
        guard let target else { return say("There is nothing under the cursor.") }
        return wanted.contains(target.kind) ? nil : what
    }

    /// Why a verb that needs a person or a company cannot act; nil when it can.
    func needsSomebody() -> String? { missing(Set(Kind.main), say("This belongs to nobody.")) }
    func needsDeal() -> String? { missing([.opportunity, .contact], say("Only a deal can do that.")) }
    func needsDue() -> String? {
        missing([.followUp, .meeting], say("Only a follow-up or a planned meeting can do that; f sets one."))
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
            "m", label: say("note"), help: say("Notes a meeting; on a planned one it is marked held."),
            unavailable: { $0.needsSomebody() }
        ) {
            try $0.office.noteMeeting(on: $0.target!)
        },
        Binding("M", help: say("Plans a meeting."), unavailable: { $0.needsSomebody() }) {
            try $0.office.planMeeting(on: $0.target!)
        },
        Binding("f", label: say("follow-up"), help: say("Sets a follow-up."), unavailable: { $0.needsSomebody() }) {
            try $0.office.addFollowUp(on: $0.target!)
        },
        Binding("N", help: say("Writes a note."), unavailable: { $0.needsSomebody() }) {
            try $0.office.addNote(on: $0.target!)
        },
        Binding("o", label: say("deal"), help: say("Adds a deal."), rank: 2, unavailable: { $0.needsSomebody() }) {
            try $0.office.addDeal(on: $0.target)
        },
        Binding(
            ".", label: say("done"), help: say("Done: the result and the next step."), unavailable: { $0.needsDue() }
        ) {
            try $0.office.done($0.target!)
        },
    ] + snoozes() + [
        Binding(
            "e", label: say("edit"), help: say("Edits the record under the cursor."), rank: 2,
            unavailable: { $0.needsSomebody() }
        ) {
            try $0.office.edit($0.target!)
        },
        Binding("d", help: say("Deletes the record under the cursor."), unavailable: { $0.needsSomebody() }) {
            try $0.office.delete($0.target!)
        },
        Binding(
            ">", name: "< >", label: say("move"), help: say("Moves a deal to the next stage."), rank: 2,
            unavailable: { $0.needsDeal() }
        ) {
            try $0.moveDeal(by: 1)
        },
        Binding("<lt>", help: say("Moves a deal to the stage before."), unavailable: { $0.needsDeal() }) {
            try $0.moveDeal(by: -1)
        },
        Binding("W", help: say("The deal is won."), unavailable: { $0.needsDeal() }) { pane in
            try pane.withDeal { try pane.office.winDeal($0) }
        },
        Binding("L", help: say("The deal is lost; asks for the reason."), unavailable: { $0.needsDeal() }) { pane in
            try pane.withDeal { try pane.office.loseDeal($0) }
        },
        Binding("R", help: say("Opens a won or lost deal again."), unavailable: { $0.needsDeal() }) { pane in
            try pane.withDeal { try pane.office.reopenDeal($0) }
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
            help: days == 1 ? say("Snoozes to so many days from today.") : "", rank: 2, unavailable: { $0.needsDue() }
        ) { try $0.office.snooze($0.target!, to: $0.office.clock.today + days) }
    }
    all.append(
        Binding<P>("zw", help: say("Snoozes by a week."), unavailable: { $0.needsDue() }) {
            try $0.office.snooze($0.target!, to: $0.office.clock.today + 7)
        })
    all.append(
        Binding<P>("zm", help: say("Snoozes to next Monday."), unavailable: { $0.needsDue() }) {
            try $0.office.snooze($0.target!, to: $0.office.clock.today.monday + 7)
        })
    return all
}

extension Desk {
    /// Does something with the deal under the cursor, or with the contact's only open one.
    fileprivate func withDeal(_ body: (Int64) throws -> Step) throws -> Step {
        guard let target else { return .stay }
        if target.kind == .opportunity { return try body(target.id) }
        let open = try office.read { try $0.brief(target).deals.filter { $0.state == .open } }
        if open.isEmpty { return .say(say("There is no open deal here; o adds one."), .attention) }
        if open.count == 1 { return try body(open[0].id) }
        return .say(say("There are several open deals here; open the one you mean."), .attention)
    }

    fileprivate func moveDeal(by step: Int) throws -> Step { try withDeal { try office.moveDeal($0, by: step) } }
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
        default: .stay
        }
    }

    /// Opens a record: a contact, company or deal to its brief, an activity to its form.
    func open(_ ref: Ref) throws -> Step {
        switch ref.kind {
        case .contact, .company, .opportunity: .open(RecordPane(ref, office: self))
        default: try edit(ref)
        }
    }

    /// Deletes a record. One that others belong to is asked about first.
    func delete(_ ref: Ref) throws -> Step {
        let title = try read { try $0.title(of: ref) }
        let delete: () throws -> Step = {
            try self.act { try $0.delete([ref]) }
            return .sequence([.refresh, .say(say("\(title) deleted") + " \(Glyphs.between) " + say("u undo"), .good)])
        }
        guard [.contact, .company, .opportunity].contains(ref.kind) else { return try delete() }
        return .ask(
            Question(
                say("Delete \(title) and what belongs to it alone?"),
                choices: [.init("y<Enter>", say("delete"), delete)]))
    }

    /// Moves what is due by so many days from today, or to next Monday.
    func snooze(_ ref: Ref, to day: Day) throws -> Step {
        if ref.kind == .followUp, try read({ try $0.fetch(FollowUp.self, ref.id)?.state }) == .done {
            return .say(say("That follow-up is done already."), .attention)
        }
        try act { try $0.snooze([ref], to: day) }
        return .sequence([
            .refresh, .say(say("Snoozed to \(dates.full(day))") + " \(Glyphs.between) " + say("u undo"), .good),
        ])
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
