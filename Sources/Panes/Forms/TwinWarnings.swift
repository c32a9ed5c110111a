import PaneKit
import Sales
import Storage
import Words

/// Who is here already under a name, number or address: a warning while it is typed, that never blocks.
extension Office {
    /// What was found for the last text, so that a form that is drawn again does not look again.
    private final class Last {
        var text = ""
        /// How often something had changed by then.
        var changes = 0
        var found: [Twin] = []
    }

    func nameWarning(_ field: String, _ kind: Kind, except own: Int64) -> (Form) -> FormField.Warning? {
        warning(field, changedOnly: own != 0) {
            try $0.twins(kind, named: $1, except: own)
        } text: { twin, who in
            twin.isExact ? say("\(who) is here already") : say("\(who) is here: the same?")
        }
    }

    func phoneWarning(_ field: String, _ kind: Kind, except own: Int64) -> (Form) -> FormField.Warning? {
        warning(field, changedOnly: false) {
            try $0.twins(kind, phone: $1, except: own)
        } text: { _, who in
            say("\(who) has this number")
        }
    }

    func emailWarning(_ field: String, _ kind: Kind, except own: Int64) -> (Form) -> FormField.Warning? {
        warning(field, changedOnly: false) {
            try $0.twins(kind, email: Labelled.address($1).text, except: own)
        } text: { _, who in
            say("\(who) has this address")
        }
    }

    private func warning(
        _ field: String, changedOnly: Bool, _ find: @escaping (Transaction, String) throws -> [Twin],
        text: @escaping (Twin, String) -> String
    ) -> (Form) -> FormField.Warning? {
        let last = Last()
        return { form in
            let typed = form[field].trimmingSpaces()
            if typed.isEmpty || (changedOnly && !form.changed.contains(field)) { return nil }
            if last.text != typed || last.changes != self.changes {
                last.found = (try? self.store.read { try find($0, typed) }) ?? []
                (last.text, last.changes) = (typed, self.changes)
            }
            guard let first = last.found.first else { return nil }
            let who = first.detail.isEmpty ? first.title : "\(first.title) (\(first.detail))"
            let more = last.found.count > 1 ? " " + say("and \(last.found.count - 1) more") : ""
            return FormField.Warning(text(first, who) + more) { self.open(first.ref) }
        }
    }
}
