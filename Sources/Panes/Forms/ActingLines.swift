import PaneKit
import Sales
import Screen
import Storage
import Words

/// The lines of a note that act: under the text stands what each makes, until it is refused.
extension Office {
    /// What the lines of a text field make, each on until it is taken back.
    ///
    /// - Parameter old: the text as it is stored: what acted once does not act again.
    func linesField(of text: String, since old: String = "") -> FormField {
        .checks("lines", say("Makes")) { form in
            self.read(form, text, since: old).map { line in
                FormField.Check(line.text, self.said(line), isOff: !line.acts)
            }
        }
    }

    /// The lines that act, and were not refused.
    func lines(_ form: Form, of text: String, since old: String = "") -> [NoteLine] {
        read(form, text, since: old).filter { $0.acts && form.isOn($0.text, of: "lines") }
    }

    private func read(_ form: Form, _ field: String, since old: String) -> [NoteLine] {
        let text = form.text(of: field, linesBeginningWith: NoteLines.marks)
        // Mostly there is none.
        guard text.contains(where: NoteLines.marks.contains) else { return [] }
        let calendar = (try? read { try $0.workCalendar() }) ?? WorkCalendar()
        return NoteLines.new(in: text, since: old, clock: clock, calendar: calendar)
    }

    /// What a line makes; a date in full.
    private func said(_ line: NoteLine) -> StyledText {
        switch line.meaning {
        case .followUp(let action, let subject, let due):
            let isBehind = due.day(in: clock.zone) < clock.today
            let what = [Wording.action(action.rawValue), subject].filter { !$0.isEmpty }.joined(separator: " ")
            return StyledText(dates.full(due) + "  ", isBehind ? .attention : .good) + StyledText(what)
        case .promise(let direction, let text): return Wording.promise(direction.rawValue, text)
        case .undated: return StyledText(say("no date in “\(line.text)”: ! fri 10 send sample"), .attention)
        }
    }

    /// What was made of them, behind the sentence that says what was saved.
    static func made(_ lines: [NoteLine]) -> String {
        let promises = lines.filter { if case .promise = $0.meaning { true } else { false } }.count
        let followUps = lines.count - promises
        return (followUps > 0 ? "; " + say("\(followUps, "follow-up", "follow-ups")") : "")
            + (promises > 0 ? "; " + say("\(promises, "promise", "promises")") : "")
    }

    // MARK: Promises

    /// `.` on a promise: it is kept.
    func keep(_ id: Int64) throws -> Step {
        guard let promise = try read({ try $0.fetch(Promise.self, id) }) else { throw StoreError.notFound("p\(id)") }
        if promise.keptAt != nil { return .say(say("That promise is kept already."), .attention) }
        try act { try $0.keep(id) }
        return .sequence([.refresh, Office.told(say("Kept: \(promise.text)"))])
    }

    func editPromise(_ id: Int64) throws -> Step {
        guard let promise = try read({ try $0.fetch(Promise.self, id) }) else { throw StoreError.notFound("p\(id)") }
        let form = Form([
            .line("text", say("What"), text: promise.text, required: true),
            .choice("direction", say("Who owes"), Choices.owes, value: promise.direction.rawValue, required: true),
            .line(
                "at", say("Made"), text: typed(Due(on: clock.zone.day(of: promise.at), at: promise.at)), required: true
            ) {
                self.echo($0["at"], direction: .past)
            },
        ])
        return try self.form(
            .edit, on: Ref(.promise, id), say("Edit promise"), form, remake: { try self.editPromise(id) }
        ) { form in
            var new = promise
            new.text = form["text"].trimmingSpaces()
            new.direction = Promise.Direction(rawValue: form["direction"]) ?? promise.direction
            if form.changed.contains("at") {
                let due = try self.due(form, "at", direction: .past)!
                new.at = due.at ?? self.clock.zone.instant(due.on, TimeOfDay(12, 0)!)
            }
            try self.act { try $0.edit(from: promise, to: new) }
            return Office.done(say("Promise changed"))
        }
    }
}

extension Choices {
    static var owes: [FormField.Choice] {
        [
            FormField.Choice("i", say("I owe"), value: "mine"), FormField.Choice("t", say("they owe"), value: "theirs"),
        ]
    }
}

extension Wording {
    /// `I owe → price list`, `They owe ← drawings`; the text at the same column.
    static func promise(_ direction: String, _ text: String) -> StyledText {
        let isMine = direction == "mine"
        let owes = [say("I owe"), say("They owe")]
        let width = owes.map { displayWidth(of: $0) }.max()!
        return StyledText(pad(owes[isMine ? 0 : 1], width) + " ", .dim)
            + StyledText((isMine ? Glyphs.right : Glyphs.left) + " " + text, isMine ? .attention : .promise)
    }
}
