import PaneKit
import Sales
import Screen
import Storage
import Words

/// Asking whom something is about, where there is nobody under the cursor: in the lists of calls, meetings and follow-ups.
extension Office {
    /// Asks for a contact, company or deal, and goes on with it. Somebody who is not there yet can be added on the way.
    func askWho(_ title: String, then: @escaping (Ref) throws -> Step) -> Step {
        let form = Form([
            .pick(
                "who", say("Who"), required: true,
                hint: { form in
                    form.value(of: "who") == nil
                        ? StyledText(say("a contact, company or deal; a few letters are enough"), .dim) : nil
                }
            ) { self.whoever($0) }
        ])
        return passingForm(title, form) { form in
            if let ref = form.value(of: "who").flatMap({ Ref($0) }) { return try self.goOn(with: ref, then) }
            let name = form["who"].trimmingSpaces()
            do {
                return try self.goOn(with: self.read { try $0.resolve(name) }, then)
            } catch let error as StoreError {
                guard case .notFound = error else { throw FormError(field: "who", error.sentence) }
                return .ask(
                    Question(
                        say("There is no \(name) yet. Add a contact of that name?"),
                        choices: [
                            .init("y<Enter>", say("add")) {
                                var contact = Contact()
                                contact.name = name
                                let id = try self.act { try $0.add(contact) }
                                return try self.goOn(with: Ref(.contact, id), then)
                            }
                        ]))
            }
        }
    }

    private func goOn(with ref: Ref, _ then: (Ref) throws -> Step) throws -> Step {
        .sequence([.back, try then(ref)])
    }

    /// Contacts, companies and deals that hold what was typed.
    private func whoever(_ text: String) -> [FormField.Completion] {
        let kinds: [(kind: Kind, name: String, most: Int)] = [
            (.contact, say("contact"), 5), (.company, say("company"), 3), (.opportunity, say("deal"), 3),
        ]
        var all: [FormField.Completion] = []
        for (kind, name, most) in kinds {
            for found in records(kind, makes: false)(text).prefix(most) {
                let detail = found.detail.isEmpty ? name : "\(found.detail) \(Glyphs.between) \(name)"
                let ref = found.value.flatMap { Int64($0) }.map { Ref(kind, $0).description }
                all.append(FormField.Completion(found.text, detail: detail, value: ref))
            }
        }
        return all
    }
}
