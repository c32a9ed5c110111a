import PaneKit
import Sales
import Screen
import Storage
import Words

/// What a contact is to others and to companies, in one field of its form: `Ada Lovell: reports to, 艾克米: former company`.
extension Office {
    func relationsField(_ id: Int64) throws -> FormField {
        let known = try id == 0 ? [] : read { try $0.relations(of: Ref(.contact, id)) }
        let text = known.map { "\($0.name): \($0.shown)" }.joined(separator: ", ")
        return .picks(
            "relations", say("Relations"), text: text,
            values: Dictionary(known.map { ($0.name, $0.other.description) }) { first, _ in first },
            hint: { form in
                let all = (try? self.relationParts(form)) ?? []
                let new = all.filter { $0.who.id == nil }.count
                if new > 0 { return StyledText(say("\(new) made on saving"), .good) }
                if let open = all.first(where: { $0.word.isEmpty }) {
                    return StyledText(
                        open.kind == .company
                            ? say("\(open.who.name): former company, adviser to …")
                            : say("\(open.who.name): reports to, family …"), .dim)
                }
                guard let last = all.last?.word else { return StyledText(say("王伟: reports to, Ada: family"), .dim) }
                let isNew = RelationWords.inverse(of: last) == nil && !last.contains("/") && !last.hasPrefix("(")
                return isNew && form.changed.contains("relations")
                    ? StyledText(say("the same from both sides; or mentors/is mentored by"), .dim) : nil
            },
            completions: people(.relation, who: everyone) { name in
                RelationWords.usual(self.isCompany(name) ? .company : .contact)
            })
    }

    /// A relation as it is typed. Of somebody who is not there `kind` is the likely one.
    typealias TypedRelation = (kind: Kind, who: Named, word: String)

    /// - Throws: `FormError` for somebody of whom it is not said what they are.
    func relations(_ form: Form) throws -> [TypedRelation] {
        let all = try relationParts(form)
        if let open = all.first(where: { $0.word.isEmpty }) {
            throw FormError(
                field: "relations",
                say("Say behind a colon what the contact is to \(open.who.name): reports to, family …"))
        }
        return all
    }

    private func relationParts(_ form: Form) throws -> [TypedRelation] {
        try form.pieces(of: "relations").compactMap { piece in
            let (name, part) = Office.part(of: piece)
            if name.isEmpty { return nil }
            let word = part ?? ""
            let value = form.value(of: "relations", piece: name) ?? form.value(of: "relations", piece: piece)
            if let ref = value.flatMap({ Ref($0) }) { return (ref.kind, Named(id: ref.id, name: name), word) }
            // By what was said; where that may mean either, a company is meant when only one of that name is there.
            let kinds = RelationWords.kinds(word)
            let kind = kinds.count > 1 ? isCompany(name) ? .company : .contact : kinds[0]
            return (kind, try named(name, kind, value: nil, field: "relations"), word)
        }
    }

    /// There is a company of that name, and nobody.
    private func isCompany(_ name: String) -> Bool {
        (try? read { try $0.ids(.contact, named: name).isEmpty && !$0.ids(.company, named: name).isEmpty }) ?? false
    }

    /// People first, then companies; who is there by that very name before all.
    private func everyone(_ typed: String) -> [FormField.Completion] {
        func found(_ kind: Kind, _ count: Int) -> [FormField.Completion] {
            records(kind, makes: false)(typed).prefix(count).map { completion in
                var named = completion
                named.value = completion.value.flatMap { Int64($0) }.map { Ref(kind, $0).description }
                if kind == .company {
                    named.detail = [say("company"), completion.detail].filter { !$0.isEmpty }.joined(separator: ", ")
                }
                return named
            }
        }
        let plain = folded(typed.trimmingSpaces())
        let companies = found(.company, 4)
        let all = found(.contact, 7 - min(3, companies.count)) + companies
        let same = all.filter { folded($0.text) == plain }
        // Whoever only works at a company of that name comes behind the company.
        let others = [true, false].flatMap { isLikely in
            all.filter { folded($0.text) != plain && $0.isLikely == isLikely }
        }
        if all.isEmpty || !same.isEmpty { return same + others }
        return others + [FormField.Completion(typed.trimmingSpaces(), detail: say("new, made on saving"))]
    }
}
