import PaneKit
import Sales
import Screen
import Storage
import Words

/// The notes of a meeting start from a text of the user's own: the first template, or another that is chosen.
extension Office {
    /// Which template, where there are several, and the notes; those that a meeting has already start from nothing else.
    func notesFields(of meeting: Meeting) throws -> [FormField] {
        let all = try meeting.notes.isEmpty ? read { try $0.fetchAll(Template.self) } : []
        let names = zip("123456789", all).map { FormField.Choice($0, $1.name, value: String($1.id)) }
        return [
            FormField.choice("template", say("Template"), names, value: names.first?.value).shown { _ in names.count > 1
            },
            .area("notes", say("Notes"), text: meeting.notes, rows: 8)
                .starting(with: try all.first.map { try text(of: $0, for: meeting) } ?? ""),
        ]
    }

    /// Starts the notes anew when another template was chosen, unless something is written already.
    func startNotes(of meeting: Meeting) -> (inout Form, String) -> Form.Reaction? {
        { form, changed in
            guard changed == "template" else { return nil }
            let chosen = Int64(form["template"]).flatMap { id in try? self.read { try $0.fetch(Template.self, id) } }
            let text = (try? chosen.map { try self.text(of: $0, for: meeting) } ?? "") ?? ""
            if form.start("notes", with: text) {
                // Which one it was is nothing that was typed.
                form.settle("template")
                return nil
            }
            form.putBack("template")
            form.setError(say("The notes are begun; empty them to start from another."), of: "template")
            return .stay
        }
    }

    /// A template with the names of those who attend in the place of `{with}`.
    private func text(of template: Template, for meeting: Meeting) throws -> String {
        let names = try read { transaction in
            try meeting.attendees.map { try transaction.title(of: Ref(.contact, $0)) }
        }
        return template.text.replacing("{with}", with: names.joined(separator: ", "))
    }
}
