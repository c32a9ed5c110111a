import PaneKit
import Sales
import Screen
import Storage
import Words

/// What the forms share: dates echoed in full, completion of companies and contacts, drafts.

extension Office {
    /// The echo of typed date words: the date in full with its weekday, or why it is none.
    func echo(_ text: String, direction: DateWords.Direction = .coming) -> StyledText? {
        if text.trimmingSpaces().isEmpty { return nil }
        do {
            let due = try DateWords.parse(text, clock: clock, direction: direction)
            let isBehind = direction == .coming && due.day(in: clock.zone) < clock.today
            return StyledText(dates.full(due), isBehind ? .attention : .good)
        } catch {
            return StyledText(error.description, .bad)
        }
    }

    /// The date that a field holds.
    ///
    /// - Throws: `FormError` at that field.
    func due(_ form: Form, _ field: String, direction: DateWords.Direction = .coming) throws -> Due? {
        let text = form[field]
        if text.trimmingSpaces().isEmpty { return nil }
        do {
            return try DateWords.parse(text, clock: clock, direction: direction)
        } catch {
            throw FormError(field: field, error.description)
        }
    }

    /// Records of a kind whose name holds what was typed, for completion.
    func completions(_ kind: Kind, _ text: String) -> [FormField.Completion] {
        let words = text.trimmingSpaces()
        guard !words.isEmpty else { return [] }
        let rows = (try? store.read { try $0.page(ListQuery(kind, Filter(holding: words)), limit: 6) }) ?? []
        return rows.map { row in
            var texts = row.cells.prefix(2).map { if case .text(let text) = $0 { text } else { "" } }
            if texts.count < 2 { texts.append("") }
            return FormField.Completion(texts[0], detail: texts[1], value: String(row.ref.id))
        }
    }

    /// The record that a pick field means: the completion that was taken, or the only one of exactly that name.
    ///
    /// - Throws: `FormError` when several have the name.
    func picked(_ form: Form, _ field: String, _ kind: Kind) throws -> Int64? {
        if let id = form.value(of: field).flatMap({ Int64($0) }) { return id }
        let name = form[field].trimmingSpaces()
        if name.isEmpty { return nil }
        do {
            return try read { try $0.named(name, kind) }
        } catch let error as StoreError {
            throw FormError(field: field, error.sentence)
        }
    }

    /// The company that a pick field means; one that is not there yet is made in the same action.
    func company(_ form: Form, _ field: String = "company") throws -> (id: Int64?, new: String?) {
        if let id = try picked(form, field, .company) { return (id, nil) }
        let name = form[field].trimmingSpaces()
        return (nil, name.isEmpty ? nil : name)
    }

    /// Stores a new record, or what changed in it; a company that is not there yet is made in the same action.
    func save<R: Record>(
        from old: R, to new: R, at path: WritableKeyPath<R, Int64?>, company: (id: Int64?, new: String?)
    ) throws {
        let isNew = old.id == 0
        try act { store in
            try store.write(isNew ? "Add \(R.kind.name) \(new.title)" : "Edit \(R.kind.name) \(new.title)") {
                transaction in
                var saved = new
                saved[keyPath: path] = company.id
                if let name = company.new {
                    var made = Company()
                    made.name = name
                    saved[keyPath: path] = try transaction.insert(&made)
                }
                if isNew { try transaction.insert(&saved) } else { try transaction.update(from: old, to: saved) }
                if isNew { noteAdded(Ref(R.kind, saved.id)) }
            }
        }
    }

    /// A hint for a pick field: whether the text is a record, or will be made.
    func pickHint(_ field: String, _ kind: Kind, makes: Bool) -> (Form) -> StyledText? {
        { form in
            if form[field].trimmingSpaces().isEmpty || form.value(of: field) != nil { return nil }
            if let found = try? self.picked(form, field, kind), found > 0 { return nil }
            return makes
                ? StyledText(say("new, made on saving"), .good)
                : StyledText(say("nobody of that name; pick one"), .attention)
        }
    }

    /// A form over what one was doing, with its draft.
    func form(_ title: String, key: String, _ form: Form, width: Int = 74, save: @escaping (inout Form) throws -> Step)
        -> Step
    {
        .open(FormPane(title: title, form: form, draftKey: key, drafts: drafts, width: width, save: save))
    }

    /// What is said after something was done; it can always be undone.
    static func told(_ sentence: String) -> Step { .say(sentence + " " + Glyphs.between + " " + say("u undo"), .good) }

    /// Leaves the form, and says what was done.
    static func done(_ sentence: String) -> Step { .sequence([.back, told(sentence)]) }
}

extension Transaction {
    /// The id of the record with exactly that name, folded; nil when there is none.
    ///
    /// - Throws: `StoreError.ambiguous` when several have it.
    func named(_ name: String, _ kind: Kind) throws -> Int64? {
        let found = try ids(kind, named: name.trimmingSpaces())
        guard found.count > 1 else { return found.first }
        throw StoreError.ambiguous(
            name, candidates: found.prefix(8).map { StoreError.Candidate(ref: Ref(kind, $0), title: name) })
    }
}

/// Numbers of choices by their first letters.
enum Choices {
    static func action(_ proposal: FollowUp.Action? = nil, none: Bool) -> [FormField.Choice] {
        let letters: [(Character, FollowUp.Action)] = [
            ("c", .call), ("v", .visit), ("e", .email), ("s", .send), ("t", .task),
        ]
        return letters.map { FormField.Choice($0, Wording.action($1.rawValue), value: $1.rawValue) }
            + (none ? [FormField.Choice("n", say("none"), value: "none")] : [])
    }

    static let priority: [FormField.Choice] = [
        FormField.Choice("h", say("high"), value: "1"), FormField.Choice("n", say("normal"), value: "0"),
        FormField.Choice("l", say("low"), value: "-1"),
    ]

    static let status: [FormField.Choice] = [
        FormField.Choice("l", say("lead"), value: "lead"), FormField.Choice("p", say("prospect"), value: "prospect"),
        FormField.Choice("c", say("customer"), value: "customer"),
        FormField.Choice("a", say("partner"), value: "partner"),
        FormField.Choice("f", say("former"), value: "former"),
    ]
}
