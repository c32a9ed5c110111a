import PaneKit
import Sales
import Screen
import Storage
import Words

/// Writing a note, and changing the text of a note or a call.
extension Office {
    func addNote(on ref: Ref) throws -> Step {
        let party = try read { try $0.party(of: ref) }
        guard party.contactID != nil || party.companyID != nil || party.opportunityID != nil else {
            return .say(say("A note belongs to a contact, a company or a deal."), .attention)
        }
        let form = Form([.area("text", say("Note"), rows: 10, required: true)])
        return self.form(say("Note on \(party.name)"), key: "note \(ref)", form) { form in
            var note = Note()
            (note.contactID, note.companyID, note.opportunityID) = (
                party.contactID, party.companyID, party.opportunityID
            )
            // A contact's one open deal is proposed for calls; a note stays with the record that it was written on.
            if ref.kind == .contact { note.opportunityID = nil }
            note.at = self.clock.now
            note.zone = self.clock.zone.name
            note.text = form["text"]
            try self.act { try $0.add(note) }
            return Office.done(say("Note on \(party.name) kept"))
        }
    }

    func editNote(_ id: Int64) throws -> Step {
        guard let note = try read({ try $0.fetch(Note.self, id) }) else { throw StoreError.notFound("n\(id)") }
        let form = Form([.area("text", say("Note"), text: note.text, rows: 10, required: true)])
        return self.form(say("Edit note"), key: "edit n\(id)", form) { form in
            var new = note
            new.text = form["text"]
            try self.act { try $0.edit(from: note, to: new) }
            return Office.done(say("Note changed"))
        }
    }

    func editCall(_ id: Int64) throws -> Step {
        let (found, outcomes) = try read { (try $0.fetch(Call.self, id), try $0.fetchAll(Outcome.self)) }
        guard let call = found else { throw StoreError.notFound("l\(id)") }
        var form = Form([
            .choice(
                "outcome", say("Outcome"),
                outcomes.map { FormField.Choice($0.key.first ?? "?", $0.name, value: String($0.id)) },
                value: String(call.outcomeID), required: true),
            .area("summary", say("Summary"), text: call.summary),
            .line("when", say("When"), text: typed(Due(on: clock.zone.day(of: call.at), at: call.at)), required: true) {
                form in
                self.echo(form["when"], direction: .past)
            },
            .line("minutes", say("Length"), text: call.minutes.map(String.init) ?? "") { _ in
                StyledText(say("minutes"), .dim)
            },
        ])
        form.focus(on: "summary")
        return self.form(say("Edit call"), key: "edit l\(id)", form) { form in
            var new = call
            new.outcomeID = Int64(form["outcome"]) ?? call.outcomeID
            new.summary = form["summary"].trimmingSpaces()
            if form.changed.contains("when") {
                let due = try self.due(form, "when", direction: .past)!
                new.at = due.at ?? self.clock.zone.instant(due.on, TimeOfDay(12, 0)!)
            }
            let length = form["minutes"].trimmingSpaces()
            new.minutes = Int(length)
            guard length.isEmpty || new.minutes.map({ (0...1440).contains($0) }) == true else {
                throw FormError(field: "minutes", say("A whole number of minutes, up to 1440."))
            }
            try self.act { try $0.edit(from: call, to: new) }
            return Office.done(say("Call changed"))
        }
    }
}
