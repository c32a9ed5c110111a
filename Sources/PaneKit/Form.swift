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
    /// Where it was last laid out.
    var area = Rect.zero

    package init(_ fields: [FormField], onChange: @escaping (inout Form, String) -> Reaction? = { _, _ in nil }) {
        self.fields = fields
        self.onChange = onChange
        settle()
        focus = fields.indices.first(where: isShown) ?? 0
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

    /// The name of a choice that is not there yet; nil when one of those that are was made.
    package func newChoice(_ id: String) -> String? {
        guard let field = fields.first(where: { $0.id == id }), field.value == FormField.new else { return nil }
        return field.editor.text
    }

    /// Puts text and value into a field, as if a completion had been taken.
    package mutating func set(_ id: String, text: String, value: String?) {
        guard let index = index(of: id) else { return }
        fields[index].text = text
        fields[index].value = value
    }

    package mutating func setError(_ text: String?, of id: String) {
        guard let index = index(of: id) else { return }
        fields[index].error = text
        openMore { $0.error != nil }
    }

    package mutating func focus(on id: String) {
        if let index = index(of: id) { focus = index }
    }

    /// The id of the field that has the focus.
    package var focused: String { fields.isEmpty ? "" : fields[focus].id }

    // MARK: What is there

    /// Whether a field is there now.
    func isShown(_ index: Int) -> Bool {
        guard fields.indices.contains(index), !fields[index].isHidden, fields[index].isShown(self) else { return false }
        if case .checks = fields[index].kind, fields[index].shownChecks.isEmpty { return false }
        return !fields[..<index].contains { if case .more = $0.kind { $0.value == nil } else { false } }
    }

    /// Opens what is behind a line when a field there is wanted.
    mutating func openMore(_ isWanted: (FormField) -> Bool) {
        for index in fields.indices {
            guard case .more = fields[index].kind, fields[index].value == nil else { continue }
            if fields[index...].dropFirst().contains(where: { !$0.isHidden && isWanted($0) }) {
                fields[index].value = "yes"
            }
        }
    }

    /// Whether anything differs from what the form opened with.
    package var isTouched: Bool { fields.contains { $0.isChanged && !$0.isMore } }

    /// The ids of the fields that differ from what the form opened with.
    package var changed: [String] { fields.filter { $0.isChanged && !$0.isMore }.map(\.id) }

    /// From now on this is what the form opened with.
    package mutating func settle() {
        for index in fields.indices {
            fields[index].opened = fields[index].content
            fields[index].theirs = nil
        }
    }

    /// Marks the required fields that are empty and goes to the first of them; false when there is one.
    package mutating func check() -> Bool {
        var first: Int?
        for index in fields.indices where fields[index].isRequired && fields[index].isBlank && isShown(index) {
            fields[index].error = say("\(fields[index].label) is needed.")
            first = first ?? index
        }
        if let first { focus = first }
        return first == nil
    }

    // MARK: Keys

    package mutating func next() { move(by: 1) }
    package mutating func previous() { move(by: -1) }

    private mutating func move(by step: Int) {
        guard !fields.isEmpty else { return }
        fields[focus].completions = []
        for _ in fields.indices {
            focus = (focus + step + fields.count) % fields.count
            if isShown(focus) { return }
        }
    }

    /// Takes what is typed into the field with the focus; nil when the event means nothing to it.
    package mutating func handle(_ event: Event) -> Reaction? {
        guard fields.indices.contains(focus) else { return nil }
        switch fields[focus].kind {
        case .line, .area: return handleText(event)
        case .completed(let completing): return handleCompleted(event, completing)
        case .choice(let choices, let extends): return handleChoice(event, choices, extends: extends)
        case .check:
            guard event == .key(.character(" ")) else { return moving(event) }
            fields[focus].value = fields[focus].value == nil ? "yes" : nil
            return react(default: .stay)
        case .checks: return handleChecks(event)
        case .more:
            switch event {
            case .key(.character(" ")), .key(.enter), .key(.right), .key(.character("+")):
                let isOpen = fields[focus].value != nil
                fields[focus].value = isOpen ? nil : "yes"
                if !isOpen { next() }
                return .stay
            default: return moving(event)
            }
        case .hidden: return nil
        }
    }

    mutating func react(default reaction: Reaction) -> Reaction {
        fields[focus].error = nil
        let onChange = onChange
        return onChange(&self, fields[focus].id) ?? reaction
    }

    mutating func moving(_ event: Event) -> Reaction? {
        switch event {
        case .key(.down): next()
        case .key(.up): previous()
        default: return nil
        }
        return .stay
    }

    private mutating func handleText(_ event: Event) -> Reaction? {
        let before = fields[focus].editor.paragraphs
        guard fields[focus].editor.handle(event) else { return moving(event) }
        if fields[focus].editor.paragraphs == before && !fields[focus].editor.wasCut { return .stay }
        let reaction = react(default: .stay)
        sayWhenCut(focus)
        return reaction
    }

    /// Says that a text was too long.
    mutating func sayWhenCut(_ index: Int) {
        guard fields[index].editor.wasCut else { return }
        fields[index].error = say("Cut: there is room for \(fields[index].editor.limit) characters here.")
    }

    private mutating func handleChoice(_ event: Event, _ choices: [FormField.Choice], extends: Bool) -> Reaction? {
        if fields[focus].value == FormField.new { return handleNewChoice(event) }
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
            if letter == "+", extends {
                fields[focus].text = "+"
                return react(default: .stay) == .save ? .save : .stay
            }
            let small = Character(letter.lowercased())
            guard let choice = choices.first(where: { $0.key == letter }) ?? choices.first(where: { $0.key == small })
            else { return moving(event) }
            typedCapital = choice.key != letter
            fields[focus].value = choice.value
            return react(default: .next)
        default: return nil
        }
    }

    /// The name of a choice that is not there yet; Backspace in the empty name goes back to those that are.
    private mutating func handleNewChoice(_ event: Event) -> Reaction? {
        if event == .key(.backspace), fields[focus].editor.isEmpty {
            fields[focus].text = fields[focus].opened.value ?? ""
            return react(default: .stay)
        }
        guard fields[focus].editor.handle(event) else { return moving(event) }
        return react(default: .stay)
    }
}

extension FormField {
    var isMore: Bool { if case .more = kind { true } else { false } }
}

extension String {
    /// Nothing but white space.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
