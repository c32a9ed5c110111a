package import Screen
import Words

/// Labelled fields, one of them with the focus.

/// A value without a place on the screen; `FormPane` gives it one.
package struct Form {
    /// What the form does after a field was changed.
    package enum Reaction: Sendable {
        case stay
        /// The focus goes to the next field.
        case next
        case save
    }

    package internal(set) var fields: [FormField]
    /// Index of the field that gets the keys.
    package internal(set) var focus = 0
    /// Whether the letter of the last choice was typed as a capital.
    package internal(set) var typedCapital = false
    /// Called after a field was changed by the person, with its id; may set other fields. nil: a choice made by its letter
    /// goes on to the next field, everything else stays.
    package var onChange: (inout Form, String) -> Reaction?
    var initial: [String: String] = [:]

    package init(_ fields: [FormField], onChange: @escaping (inout Form, String) -> Reaction? = { _, _ in nil }) {
        self.fields = fields
        self.onChange = onChange
        initial = contents
    }

    /// The text of a field; the value of a choice; `yes` or nothing of a checkbox.
    package subscript(id: String) -> String {
        get { fields.first { $0.id == id }?.text ?? "" }
        set {
            guard let index = index(of: id) else { return }
            fields[index].text = newValue
        }
    }

    package func index(of id: String) -> Int? { fields.firstIndex { $0.id == id } }

    /// The value of the choice or of the completion that was taken; nil for text of one's own.
    package func value(of id: String) -> String? { fields.first { $0.id == id }?.value }

    /// Puts text and value into a field, as if a completion had been taken.
    package mutating func set(_ id: String, text: String, value: String?) {
        guard let index = index(of: id) else { return }
        fields[index].text = text
        fields[index].value = value
    }

    package mutating func setError(_ text: String?, of id: String) {
        guard let index = index(of: id) else { return }
        fields[index].error = text
    }

    package mutating func focus(on id: String) {
        if let index = index(of: id) { focus = index }
    }

    /// The id of the field that has the focus.
    package var focused: String { fields.isEmpty ? "" : fields[focus].id }

    /// Everything in it, as a draft keeps it.
    package var contents: [String: String] {
        get {
            var all: [String: String] = [:]
            for field in fields {
                all[field.id] = field.text
                if case .pick = field.kind { all[field.id + "#value"] = field.value }
            }
            return all
        }
        set {
            for index in fields.indices {
                let id = fields[index].id
                if let text = newValue[id], text != fields[index].text { fields[index].text = text }
                if case .pick = fields[index].kind { fields[index].value = newValue[id + "#value"] }
            }
        }
    }

    /// Whether anything differs from what the form opened with.
    package var isTouched: Bool { contents != initial }

    /// The ids of the fields that differ from what the form opened with.
    package var changed: [String] { fields.map(\.id).filter { self[$0] != initial[$0] ?? "" } }

    /// From now on this is what the form opened with.
    package mutating func settle() { initial = contents }

    /// Marks the required fields that are empty and goes to the first of them; false when there is one.
    package mutating func check() -> Bool {
        var first: Int?
        for index in fields.indices where fields[index].isRequired && fields[index].text.isBlank {
            fields[index].error = say("\(fields[index].label) is needed.")
            first = first ?? index
        }
        if let first { focus = first }
        return first == nil
    }

    // MARK: Keys

    package mutating func next() { focus = fields.isEmpty ? 0 : (focus + 1) % fields.count }
    package mutating func previous() { focus = fields.isEmpty ? 0 : (focus + fields.count - 1) % fields.count }

    /// Takes what is typed into the field with the focus; nil when the event means nothing to it.
    package mutating func handle(_ event: Event) -> Reaction? {
        guard fields.indices.contains(focus) else { return nil }
        switch fields[focus].kind {
        case .line, .area: return handleText(event)
        case .pick(let complete): return handlePick(event, complete)
        case .choice(let choices): return handleChoice(event, choices)
        case .check:
            guard event == .key(.character(" ")) else { return moving(event) }
            fields[focus].value = fields[focus].value == nil ? "yes" : nil
            return react(default: .stay)
        }
    }

    private mutating func react(default reaction: Reaction) -> Reaction {
        fields[focus].error = nil
        let onChange = onChange
        return onChange(&self, fields[focus].id) ?? reaction
    }

    private mutating func moving(_ event: Event) -> Reaction? {
        switch event {
        case .key(.down): next()
        case .key(.up): previous()
        default: return nil
        }
        return .stay
    }

    private mutating func handleText(_ event: Event) -> Reaction? {
        let before = fields[focus].editor.text
        guard fields[focus].editor.handle(event) else { return moving(event) }
        if fields[focus].editor.text == before { return .stay }
        let reaction = react(default: .stay)
        if fields[focus].editor.wasCut {
            fields[focus].error = say("Cut: there is room for \(fields[focus].editor.limit) characters here.")
        }
        return reaction
    }

    private mutating func handlePick(_ event: Event, _ complete: (String) -> [FormField.Completion]) -> Reaction? {
        let count = fields[focus].completions.count
        switch event {
        case .key(.down) where count > 0:
            fields[focus].highlighted = min(count - 1, fields[focus].highlighted + 1)
            return .stay
        case .key(.up) where count > 0:
            fields[focus].highlighted = max(0, fields[focus].highlighted - 1)
            return .stay
        case .key(.enter) where count > 0, .key(.tab) where count > 0:
            let taken = fields[focus].completions[fields[focus].highlighted]
            fields[focus].text = taken.text
            fields[focus].value = taken.value
            return react(default: .next)
        default: break
        }
        let before = fields[focus].editor.text
        guard fields[focus].editor.handle(event) else { return moving(event) }
        let text = fields[focus].editor.text
        if text == before { return .stay }
        fields[focus].value = nil
        fields[focus].highlighted = 0
        fields[focus].completions = text.isBlank ? [] : complete(text)
        return react(default: .stay)
    }

    private mutating func handleChoice(_ event: Event, _ choices: [FormField.Choice]) -> Reaction? {
        let current = choices.firstIndex { $0.value == fields[focus].value }
        switch event {
        case .key(.right), .key(.left):
            guard !choices.isEmpty else { return .stay }
            let step = event == .key(.right) ? 1 : -1
            let index = current.map { ($0 + step + choices.count) % choices.count } ?? 0
            fields[focus].value = choices[index].value
            return react(default: .stay)
        case .key(.backspace), .key(.delete):
            fields[focus].value = nil
            return react(default: .stay)
        case .key(let key):
            guard case .character(let letter) = key.narrow else { return moving(event) }
            let small = Character(letter.lowercased())
            guard let choice = choices.first(where: { $0.key == letter }) ?? choices.first(where: { $0.key == small })
            else { return moving(event) }
            typedCapital = choice.key != letter
            fields[focus].value = choice.value
            return react(default: .next)
        default: return nil
        }
    }
}

extension String {
    /// Nothing but white space.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
