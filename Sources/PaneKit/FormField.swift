package import Screen

/// One labelled place of a form.

/// A field's text is always text: the value of a choice, `yes` or nothing for a checkbox. What it means is the owner's.
package struct FormField {
    package struct Choice: Hashable, Sendable {
        /// Picks it with one key.
        package var key: Character
        package var label: String
        package var value: String

        package init(_ key: Character, _ label: String, value: String? = nil) {
            self.key = key
            self.label = label
            self.value = value ?? label
        }
    }

    /// Something that may be meant by what was typed so far.
    package struct Completion: Hashable, Sendable {
        package var text: String
        /// Tells two of the same text apart; dim.
        package var detail: String
        package var value: String

        package init(_ text: String, detail: String = "", value: String? = nil) {
            self.text = text
            self.detail = detail
            self.value = value ?? text
        }
    }

    enum Kind {
        case line
        /// With at least so many rows.
        case area(rows: Int)
        case choice([Choice])
        case pick((String) -> [Completion])
        case check
    }

    package let id: String
    package var label: String
    let kind: Kind
    package var isRequired: Bool
    /// A word about the text while it is typed, such as a date in full; nil for none. It is given the whole form.
    package var hint: (Form) -> StyledText?
    /// What is wrong with it; shown under the field until it is changed.
    package var error: String?

    var editor: TextEditor
    /// The value of the completion that was chosen, or of the choice.
    var value: String?
    var completions: [Completion] = []
    var highlighted = 0

    private init(
        _ id: String, _ label: String, _ kind: Kind, text: String, value: String? = nil, required: Bool,
        limit: Int = 10_000, hint: @escaping (Form) -> StyledText?
    ) {
        self.id = id
        self.label = label
        self.kind = kind
        self.isRequired = required
        self.hint = hint
        self.value = value
        var multiline = false
        if case .area = kind { multiline = true }
        editor = TextEditor(text, multiline: multiline, limit: limit)
    }

    /// One line of text.
    package static func line(
        _ id: String, _ label: String, text: String = "", required: Bool = false,
        hint: @escaping (Form) -> StyledText? = { _ in nil }
    ) -> FormField {
        FormField(id, label, .line, text: text, required: required, limit: 2_000, hint: hint)
    }

    /// Several lines, wrapped; it grows with the text.
    package static func area(
        _ id: String, _ label: String, text: String = "", rows: Int = 3, required: Bool = false,
        hint: @escaping (Form) -> StyledText? = { _ in nil }
    ) -> FormField {
        FormField(id, label, .area(rows: rows), text: text, required: required, limit: 1_000_000, hint: hint)
    }

    /// One of a few, each with its letter.
    package static func choice(
        _ id: String, _ label: String, _ choices: [Choice], value: String? = nil, required: Bool = false,
        hint: @escaping (Form) -> StyledText? = { _ in nil }
    ) -> FormField {
        FormField(id, label, .choice(choices), text: "", value: value, required: required, hint: hint)
    }

    /// Text that is completed while typing; `value` is that of the completion taken, nil for text of one's own.
    package static func pick(
        _ id: String, _ label: String, text: String = "", value: String? = nil, required: Bool = false,
        hint: @escaping (Form) -> StyledText? = { _ in nil }, completions: @escaping (String) -> [Completion]
    ) -> FormField {
        FormField(id, label, .pick(completions), text: text, value: value, required: required, limit: 2_000, hint: hint)
    }

    /// Yes or no.
    package static func check(
        _ id: String, _ label: String, isOn: Bool = false, hint: @escaping (Form) -> StyledText? = { _ in nil }
    ) -> FormField {
        FormField(id, label, .check, text: "", value: isOn ? "yes" : nil, required: false, hint: hint)
    }

    /// What stands in it.
    var text: String {
        get {
            switch kind {
            case .line, .area, .pick: editor.text
            case .choice, .check: value ?? ""
            }
        }
        set {
            switch kind {
            case .line, .area: editor.text = newValue
            case .pick:
                editor.text = newValue
                value = nil
                completions = []
            case .choice, .check: value = newValue.isEmpty ? nil : newValue
            }
            error = nil
        }
    }

    var isText: Bool {
        switch kind {
        case .line, .area, .pick: true
        case .choice, .check: false
        }
    }
}
