import PaneKit
import Sales
import Screen
import Storage
import Words

/// Writing a note, and changing its text.
extension Office {
    func addNote(on ref: Ref) throws -> Step {
        let party = try read { try $0.party(of: ref) }
        guard party.contactID != nil || party.companyID != nil || party.opportunityID != nil else {
            return .say(say("A note belongs to a contact, a company or a deal."), .attention)
        }
        let form = Form([.area("text", say("Note"), rows: 10, required: true), linesField(of: "text")])
        return try self.form(.note, on: ref, say("Note on \(party.name)"), form) { form in
            var note = Note()
            (note.contactID, note.companyID, note.opportunityID) = (
                party.contactID, party.companyID, party.opportunityID
            )
            // A contact's one open deal is proposed for calls; a note stays with the record that it was written on.
            if ref.kind == .contact { note.opportunityID = nil }
            note.at = self.clock.now
            note.zone = self.clock.zone.name
            note.text = form["text"]
            let lines = self.lines(form, of: "text")
            try self.save(from: Note(), to: note, lines: lines)
            return Office.done(say("Note on \(party.name) kept") + Office.made(lines))
        }
    }

    func editNote(_ id: Int64) throws -> Step {
        guard let note = try read({ try $0.fetch(Note.self, id) }) else { throw StoreError.notFound("n\(id)") }
        let form = Form([
            .area("text", say("Note"), text: note.text, rows: 10, required: true),
            linesField(of: "text", since: note.text),
        ])
        return try self.form(
            .edit, on: Ref(.note, id), say("Edit note"), form, remake: { try self.editNote(id) }
        ) { form in
            var new = note
            new.text = form["text"]
            let lines = self.lines(form, of: "text", since: note.text)
            try self.save(from: note, to: new, lines: lines)
            return Office.done(say("Note changed") + Office.made(lines))
        }
    }
}
