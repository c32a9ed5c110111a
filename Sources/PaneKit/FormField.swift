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
        /// nil for what is only a text.
        package var value: String?
        /// Whether it may be taken by a mere Enter when it is the first one; else it must be chosen.
        package var isLikely: Bool
        /// What stands in the list for it; the text itself where that is not longer than it need be.
        package var label: String
        /// Only a piece of the way, as a folder is: once it is taken, what may follow is proposed.
        package var leadsOn: Bool

        package init(
            _ text: String, detail: String = "", value: String? = nil, isLikely: Bool = true, label: String? = nil,
            leadsOn: Bool = false
        ) {
            self.text = text
            self.label = label ?? text
            self.leadsOn = leadsOn
            self.detail = detail
            self.value = value
            self.isLikely = isLikely
        }
    }

    /// Something to be told of while typing, that never blocks.
    package struct Warning {
        package var text: String
        /// Shows what it is about.
        package var open: (() throws -> Step)?

        package init(_ text: String, open: (() throws -> Step)? = nil) {
            self.text = text
            self.open = open
        }
    }

    /// How a field is completed while typing.
    struct Completing {
        /// The first one is taken by Enter or Tab at once; of mere suggestions only one that was chosen with the arrows.
        var isPick: Bool
        /// Several, parted by commas.
        var isList: Bool
        /// Each one is the line that was typed with its last word completed: Tab takes the first, and what comes next is proposed.
        var isLine = false
        var complete: (String) -> [Completion]
    }

    enum Kind {
        case line
        /// With at least so many rows.
        case area(rows: Int)
        /// `extends`: one that is not there yet may be typed after `+`.
        case choice([Choice], extends: Bool)
        case completed(Completing)
        case check
        /// Several that follow from the rest of the form.
        case checks((Form) -> [Check])
        /// What follows is seen when this is opened.
        case more
        /// Kept in drafts, never seen.
        case hidden
    }

    package let id: String
    package var label: String
    let kind: Kind
    package var isRequired: Bool
    /// A word about the text while it is typed, such as a date in full; nil for none. It is given the whole form.
    package var hint: (Form) -> StyledText?
    /// What should be known, such as that somebody has the number already.
    package var warning: (Form) -> Warning? = { _ in nil }
    /// What Ctrl-N puts into it: the next after what stands there.
    var next: ((Form) throws -> String)?
    /// Whether it is there now.
    package var isShown: (Form) -> Bool = { _ in true }
    /// What is wrong with it; shown under the field until it is changed.
    package var error: String?
    /// What somebody else wrote here since the form was opened.
    var theirs: Content?

    var editor: TextEditor
    /// The text that it started from; empty for none.
    var start: [TextEditor.Paragraph] = []
    /// The value of the completion that was chosen, or of the choice.
    var value: String?
    /// The values of the completions that were taken in a list, by their texts.
    var values: [String: String] = [:]
    var completions: [Completion] = []
    /// Index of the completion that Enter takes.
    var highlighted: Int?
    /// What the form opened with.
    var opened = Content()
    /// What the warning and the hint said when the form was last laid out.
    var shownWarning: Warning?
    var shownHint: StyledText?
    /// The checks that there were then.
    var shownChecks: [Check] = []

    /// What stands in a field.
    struct Content: Equatable {
        var paragraphs: [TextEditor.Paragraph] = []
        var value: String?
        var values: [String: String] = [:]
    }

    var content: Content {
        get {
            Content(paragraphs: isAtStart ? TextEditor().paragraphs : editor.paragraphs, value: value, values: values)
        }
        set {
            editor.text = newValue.paragraphs.map { String($0.characters) }.joined(separator: "\n")
            (value, values) = (newValue.value, newValue.values)
            completions = []
            error = nil
        }
    }

    init(
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
        FormField(id, label, .area(rows: rows), text: text, required: required, limit: 4_000_000, hint: hint)
    }

    /// One of a few, each with its letter.
    ///
    /// - Parameter extends: after `+` one may be typed that is not there yet; see `Form.newChoice`.
    package static func choice(
        _ id: String, _ label: String, _ choices: [Choice], value: String? = nil, required: Bool = false,
        extends: Bool = false, hint: @escaping (Form) -> StyledText? = { _ in nil }
    ) -> FormField {
        FormField(
            id, label, .choice(choices, extends: extends), text: "", value: value, required: required, limit: 200,
            hint: hint)
    }

    /// Text that is completed while typing; `value` is that of the completion taken, nil for text of one's own.
    package static func pick(
        _ id: String, _ label: String, text: String = "", value: String? = nil, required: Bool = false,
        hint: @escaping (Form) -> StyledText? = { _ in nil }, completions: @escaping (String) -> [Completion]
    ) -> FormField {
        let completing = Completing(isPick: true, isList: false, complete: completions)
        return FormField(
            id, label, .completed(completing), text: text, value: value, required: required, limit: 2_000, hint: hint)
    }

    /// Several of them, parted by commas; the last piece is completed.
    ///
    /// - Parameter values: of the pieces that the text begins with, by their texts.
    package static func picks(
        _ id: String, _ label: String, text: String = "", values: [String: String] = [:], required: Bool = false,
        hint: @escaping (Form) -> StyledText? = { _ in nil }, completions: @escaping (String) -> [Completion]
    ) -> FormField {
        let completing = Completing(isPick: true, isList: true, complete: completions)
        var field = FormField(
            id, label, .completed(completing), text: text, required: required, limit: 10_000, hint: hint)
        field.values = values
        return field
    }

    /// Text of one's own, for which what was used before is suggested.
    ///
    /// - Parameters:
    ///   - isList: several, parted by commas; the last piece is completed.
    ///   - isLine: a line of words, of which the last is completed; each proposal is the whole line.
    package static func suggesting(
        _ id: String, _ label: String, text: String = "", required: Bool = false, isList: Bool = false,
        isLine: Bool = false, hint: @escaping (Form) -> StyledText? = { _ in nil },
        completions: @escaping (String) -> [Completion]
    ) -> FormField {
        let completing = Completing(isPick: false, isList: isList, isLine: isLine, complete: completions)
        return FormField(id, label, .completed(completing), text: text, required: required, limit: 2_000, hint: hint)
    }

    /// Yes or no.
    package static func check(
        _ id: String, _ label: String, isOn: Bool = false, hint: @escaping (Form) -> StyledText? = { _ in nil }
    ) -> FormField {
        FormField(id, label, .check, text: "", value: isOn ? "yes" : nil, required: false, hint: hint)
    }

    /// A line behind which the fields after it stand until it is opened.
    package static func more(_ label: String) -> FormField {
        FormField("more", label, .more, text: "", required: false, hint: { _ in nil })
    }

    /// What a draft keeps beside what was typed.
    package static func hidden(_ id: String, text: String) -> FormField {
        FormField(id, "", .hidden, text: text, required: false, hint: { _ in nil })
    }

    /// With a warning.
    package func warning(_ warning: @escaping (Form) -> Warning?) -> FormField {
        var field = self
        field.warning = warning
        return field
    }

    /// With what Ctrl-N puts into it.
    ///
    /// - Parameter next: may throw `FormError`, which is shown at its field.
    package func next(_ next: ((Form) throws -> String)?) -> FormField {
        var field = self
        field.next = next
        return field
    }

    /// There only when that holds.
    package func shown(_ isShown: @escaping (Form) -> Bool) -> FormField {
        var field = self
        field.isShown = isShown
        return field
    }

    /// What stands in it. Of a choice that is typed: `+` and its name.
    var text: String {
        get {
            switch kind {
            case .line, .area, .completed, .hidden: return isAtStart ? "" : editor.text
            case .choice: return value == FormField.new ? "+" + editor.text : value ?? ""
            case .check, .more: return value ?? ""
            case .checks: return takenBack.sorted().joined(separator: "\n")
            }
        }
        set {
            switch kind {
            case .line, .area, .hidden: editor.text = newValue
            case .completed:
                editor.text = newValue
                value = nil
                completions = []
            case .choice(_, let extends):
                let isNew = extends && newValue.hasPrefix("+")
                editor.text = isNew ? String(newValue.dropFirst()) : ""
                value = isNew ? FormField.new : newValue.isEmpty ? nil : newValue
            case .check, .more: value = newValue.isEmpty ? nil : newValue
            case .checks:
                values = newValue.split(separator: "\n").reduce(into: [:]) { $0[String($1)] = "no" }
            }
            error = nil
        }
    }

    /// The value of a choice that is typed.
    static let new = "+"

    var isText: Bool {
        switch kind {
        case .line, .area, .completed: true
        case .choice: value == FormField.new
        case .check, .checks, .more, .hidden: false
        }
    }

    var isArea: Bool { if case .area = kind { true } else { false } }
    var isHidden: Bool { if case .hidden = kind { true } else { false } }

    /// Nothing was entered.
    var isBlank: Bool { text.isBlank || (value == FormField.new && editor.text.isBlank) }

    /// Whether it differs from what the form opened with.
    var isChanged: Bool { !isHidden && content != opened }

    /// A content as one would read it in a line: the label of a choice, the text.
    func said(_ content: Content) -> String {
        switch kind {
        case .choice(let choices, _): choices.first { $0.value == content.value }?.label ?? ""
        case .check: content.value ?? "–"
        default: content.paragraphs.map { String($0.characters) }.joined(separator: "\n")
        }
    }
}
