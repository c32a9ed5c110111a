import PaneKit
import Sales
import Screen
import Storage
import Words

/// What a contact is to others, in one field of its form: `Ada Lovell: reports to, 李雷: family`.
extension Office {
    func relationsField(_ id: Int64) throws -> FormField {
        let known = try id == 0 ? [] : read { try $0.relations(of: id) }
        let text = known.map { "\($0.name): \($0.shown)" }.joined(separator: ", ")
        return .picks(
            "relations", say("Relations"), text: text,
            values: Dictionary(known.map { ($0.name, String($0.id)) }) { first, _ in first },
            hint: { form in
                let all = (try? self.parts(form, "relations")) ?? []
                let new = all.filter { $0.who.id == nil }.count
                if new > 0 { return StyledText(say("\(new) made on saving"), .good) }
                if let open = all.first(where: { $0.part.isEmpty }) {
                    return StyledText(say("\(open.who.name): reports to, family …"), .dim)
                }
                guard let last = all.last?.part else { return StyledText(say("王伟: reports to, Ada: family"), .dim) }
                let isNew = RelationWords.inverse(of: last) == nil && !last.contains("/") && !last.hasPrefix("(")
                return isNew && form.changed.contains("relations")
                    ? StyledText(say("the same from both sides; or mentors/is mentored by"), .dim) : nil
            }, completions: people(.relation, usual: RelationWords.all))
    }

    /// - Throws: `FormError` for somebody of whom it is not said what they are.
    func relations(_ form: Form) throws -> [(who: Named, part: String)] {
        let all = try parts(form, "relations")
        if let open = all.first(where: { $0.part.isEmpty }) {
            throw FormError(
                field: "relations",
                say("Say behind a colon what the contact is to \(open.who.name): reports to, family …"))
        }
        return all
    }
}
