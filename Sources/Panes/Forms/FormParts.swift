import PaneKit
import Sales
import Screen
import Storage
import Words

/// What the forms share: dates echoed in full, numbers of choices, and the records that a field names.

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

    /// The whole number in a field; nil when it is empty.
    ///
    /// - Throws: `FormError` at that field, with that sentence.
    func number(_ form: Form, _ field: String, in range: ClosedRange<Int>, _ sentence: String) throws -> Int? {
        let text = folded(form[field])
        if text.isEmpty { return nil }
        guard let number = Int(text), range.contains(number) else { throw FormError(field: field, sentence) }
        return number
    }

    // MARK: Records that a field names

    /// A record that a field means: one that is there, or the name of one to be made.
    struct Named: Equatable {
        var id: Int64?
        var name: String
    }

    /// What a pick field means; nil when it is empty.
    ///
    /// - Throws: `FormError` when several have the name.
    func named(_ form: Form, _ field: String, _ kind: Kind) throws -> Named? {
        let name = form[field].trimmingSpaces()
        if name.isEmpty { return nil }
        return try named(name, kind, value: form.value(of: field), field: field)
    }

    /// What a name in a field means.
    func named(_ name: String, _ kind: Kind, value: String?, field: String) throws -> Named {
        if let id = value.flatMap({ Int64($0) }) { return Named(id: id, name: name) }
        let found = try read { try $0.ids(kind, named: name) }
        guard found.count > 1 else { return Named(id: found.first, name: name) }
        throw FormError(field: field, say("\(found.count) are called \(name); pick one of those proposed."))
    }

    /// The contacts that a field of several names means.
    func everybody(_ form: Form, _ field: String) throws -> [Named] {
        try form.pieces(of: field).map {
            try named($0, .contact, value: form.value(of: field, piece: $0), field: field)
        }
    }

    /// The people of a field and their parts: `王伟: decider, Ada`.
    func parts(_ form: Form, _ field: String) throws -> [(who: Named, part: String)] {
        try form.pieces(of: field).compactMap { piece in
            let (name, part) = Office.part(of: piece)
            if name.isEmpty { return nil }
            let value = form.value(of: field, piece: name) ?? form.value(of: field, piece: piece)
            return (try named(name, .contact, value: value, field: field), part ?? "")
        }
    }

    /// A hint for a pick field: whether the text will be made.
    func pickHint(_ field: String, _ kind: Kind) -> (Form) -> StyledText? {
        { form in
            if form[field].trimmingSpaces().isEmpty || form.value(of: field) != nil { return nil }
            guard let found = try? self.named(form, field, kind), found.id == nil else { return nil }
            return StyledText(say("new, made on saving"), .good)
        }
    }

    /// A hint for a field of several people: who will be made.
    func picksHint(_ field: String, _ otherwise: String) -> (Form) -> StyledText? {
        { form in
            guard let all = try? self.everybody(form, field), !all.isEmpty else { return StyledText(otherwise, .dim) }
            let new = all.filter { $0.id == nil }.count
            return new == 0 ? nil : StyledText(say("\(new) made on saving"), .good)
        }
    }

    /// Stores a new record, or what changed in it, with what it names and is not there yet: one action.
    ///
    /// - Parameters:
    ///   - lines: those of its text that act.
    ///   - links: puts the ids of what the form names into the record.
    ///   - then: what belongs to the record and is not in it.
    func save<R: Record>(
        from old: R, to new: R, lines: [NoteLine] = [], links: (Transaction, inout R) throws -> Void = { _, _ in },
        then: (Transaction, R) throws -> Void = { _, _ in }
    ) throws {
        let isNew = old.id == 0
        let title = new.title.prefix(40)
        try act { store in
            try store.write(isNew ? "Add \(R.kind.name) \(title)" : "Edit \(R.kind.name) \(title)") { transaction in
                var saved = new
                try links(transaction, &saved)
                if isNew { try transaction.insert(&saved) } else { try transaction.update(from: old, to: saved) }
                try then(transaction, saved)
                if !lines.isEmpty {
                    let ref = Ref(R.kind, saved.id)
                    try transaction.make(lines, for: transaction.party(of: ref), source: ref, at: clock.now)
                }
                if isNew { noteAdded(Ref(R.kind, saved.id)) }
            }
        }
    }

    /// What is said after something was done; it can always be undone.
    static func told(_ sentence: String) -> Step { .say(sentence + " " + Glyphs.between + " " + say("u undo"), .good) }

    /// Leaves the form, and says what was done.
    static func done(_ sentence: String) -> Step { .sequence([.back, told(sentence)]) }
}

extension Transaction {
    /// The company that was named, made when there is none.
    func company(_ named: Office.Named?, field: String = "company") throws -> Int64? {
        guard let named else { return nil }
        if let id = named.id { return try there(id, .company, field: field) }
        var made = Company()
        made.name = named.name
        return try insert(&made)
    }

    /// The contacts that were named, each once; who is not there is made, and belongs to the company.
    func contacts(_ all: [Office.Named], company: Int64?, field: String) throws -> [Int64] {
        var made: [String: Int64] = [:]
        var ids: [Int64] = []
        for named in all {
            let id: Int64
            if let known = try named.id.map({ try there($0, .contact, field: field) }) ?? made[folded(named.name)] {
                id = known
            } else {
                var contact = Contact()
                contact.name = named.name
                contact.companyID = company
                id = try insert(&contact)
                made[folded(named.name)] = id
            }
            if !ids.contains(id) { ids.append(id) }
        }
        return ids
    }

    /// - Throws: `FormError` when somebody deleted it meanwhile.
    private func there(_ id: Int64, _ kind: Kind, field: String) throws -> Int64 {
        if try exists(Ref(kind, id)) { return id }
        throw FormError(field: field, say("That \(kind.name) was deleted meanwhile; pick another."))
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

    static var priority: [FormField.Choice] {
        [
            FormField.Choice("h", say("high"), value: "1"), FormField.Choice("n", say("normal"), value: "0"),
            FormField.Choice("l", say("low"), value: "-1"),
        ]
    }

    static var status: [FormField.Choice] {
        [
            FormField.Choice("l", say("lead"), value: "lead"),
            FormField.Choice("p", say("prospect"), value: "prospect"),
            FormField.Choice("c", say("customer"), value: "customer"),
            FormField.Choice("a", say("partner"), value: "partner"),
            FormField.Choice("f", say("former"), value: "former"),
        ]
    }

    static var direction: [FormField.Choice] {
        [
            FormField.Choice("o", say("out: I called"), value: "out"),
            FormField.Choice("i", say("in: they called"), value: "in"),
        ]
    }

    /// Each by its place.
    static func numbers(_ all: [Phone]) -> [FormField.Choice] {
        zip("123456789", all).map {
            FormField.Choice($0, $1.number + ($1.label.isEmpty ? "" : " " + $1.label), value: $1.number)
        }
    }

    /// Each by its letter.
    static func outcomes(_ all: [Outcome]) -> [FormField.Choice] {
        all.map { FormField.Choice($0.key.first ?? "?", $0.name, value: String($0.id)) }
    }
}
