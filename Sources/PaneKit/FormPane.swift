package import Screen
import Words

/// A form over what one was doing, which never loses what was typed.

/// Where unfinished forms are kept: one draft a form and record, under a key of the owner's making.
package struct Drafts {
    package var save: (_ key: String, _ contents: [String: String]) throws -> Void
    package var load: (_ key: String) -> [String: String]?
    package var discard: (_ key: String) throws -> Void

    package init(
        save: @escaping (String, [String: String]) throws -> Void, load: @escaping (String) -> [String: String]?,
        discard: @escaping (String) throws -> Void
    ) {
        self.save = save
        self.load = load
        self.discard = discard
    }

    /// Keeps nothing.
    package static var none: Drafts { Drafts(save: { _, _ in }, load: { _ in nil }, discard: { _ in }) }
}

/// Says what is wrong with one field; the form stays open and shows it there.
package struct FormError: Error, CustomStringConvertible {
    package var field: String
    package var description: String

    package init(field: String, _ description: String) {
        self.field = field
        self.description = description
    }
}

package struct FormPane: Pane {
    package var form: Form
    package let title: String
    private let draftKey: String
    private let drafts: Drafts
    private let save: (inout Form) throws -> Step
    private let width: Int
    /// What the kept draft holds, to write only what is new.
    private var kept: [String: String]?
    /// What was in the form a second ago, and for how many seconds it has been changing.
    private var lastSeen: [String: String] = [:]
    private var secondsOfTyping = 0
    private var hasDraft: Bool

    /// - Parameters:
    ///   - draftKey: names the form and the record.
    ///   - width: columns wanted inside the frame.
    ///   - save: keeps the record; usually answers `.sequence([.back, .say(…)])`. Throws `FormError` to point at a field.
    package init(
        title: String, form: Form, draftKey: String = "", drafts: Drafts = .none, width: Int = 72,
        save: @escaping (inout Form) throws -> Step
    ) {
        self.title = title
        self.form = form
        self.draftKey = draftKey
        self.drafts = drafts
        self.width = width
        self.save = save
        hasDraft = drafts.load(draftKey) != nil
    }

    package var placement: Placement { .floating(width: width, height: form.height(width: width)) }
    package var isModal: Bool { true }

    package static var bindings: [Binding<FormPane>] {
        [
            Binding("<Tab>", label: say("next field"), help: say("Goes to the next field.")) { pane in
                pane.form.next()
                return .stay
            },
            Binding("<S-Tab>", help: say("Goes to the previous field.")) { pane in
                pane.form.previous()
                return .stay
            },
            Binding(
                "<Enter>", label: say("save"),
                help: say("Saves from a one-line field; breaks the line in a text area."),
                unavailable: { $0.isInArea ? say("Here Enter breaks the line; Ctrl-S saves.") : nil }
            ) { try $0.saveNow() },
            Binding("<C-s>", label: say("save"), help: say("Saves from every field.")) { try $0.saveNow() },
            Binding(
                "<C-o>", label: say("take up draft"), help: say("Takes up the draft that was kept of this form."),
                rank: 0,
                unavailable: { pane in
                    if !pane.hasDraft { return say("No draft of this form is kept.") }
                    return pane.form.isTouched
                        ? say("Something is typed here already; Esc keeps it as the draft.") : nil
                }
            ) { $0.takeUpDraft() },
            Binding(
                "<Esc>", label: say("keep as draft"), help: say("Goes back; what was typed is kept as a draft."),
                unavailable: { $0.form.isTouched ? nil : say("Nothing was typed.") }
            ) { try $0.leave() },
            Binding(
                "<Esc>", label: say("back"), help: say("Goes back from a form in which nothing was typed."),
                unavailable: { $0.form.isTouched ? say("Something was typed; Ctrl-X discards it.") : nil }
            ) { _ in .back },
            Binding(
                "<C-x>", label: say("discard"), help: say("Throws away what was typed, and the draft."), rank: 2,
                unavailable: { $0.form.isTouched || $0.hasDraft ? nil : say("There is nothing to throw away.") }
            ) { try $0.discard() },
            Binding(
                "<C-e>", label: say("editor"), help: say("Edits the text of this field in $EDITOR."), rank: 2,
                unavailable: { $0.isInText ? nil : say("This field holds no text to edit.") }
            ) { $0.editElsewhere() },
        ]
    }

    private var isInText: Bool { form.fields.indices.contains(form.focus) && form.fields[form.focus].isText }

    private var isInArea: Bool {
        guard form.fields.indices.contains(form.focus), case .area = form.fields[form.focus].kind else { return false }
        return true
    }

    // MARK: Events

    package mutating func handle(_ event: Event) throws -> Step? {
        switch event {
        case .tick:
            try keepWhenQuiet()
            return nil
        case .hangUp:
            try keep()
            return nil
        default: break
        }
        switch form.handle(event) {
        case nil: return nil
        case .stay: return .stay
        case .next:
            form.next()
            return .stay
        case .save: return try saveNow()
        }
    }

    package mutating func layout(in area: Rect) throws { form.layout(in: area) }
    package func draw(on canvas: inout Canvas, in area: Rect) { form.draw(on: &canvas, in: area) }

    // MARK: What the keys do

    private mutating func saveNow() throws -> Step {
        guard form.check() else { return .stay }
        do {
            let step = try save(&form)
            try drafts.discard(draftKey)
            return step
        } catch let error as FormError {
            form.setError(error.description, of: error.field)
            form.focus(on: error.field)
            return .stay
        }
    }

    private mutating func leave() throws -> Step {
        try keep()
        return .sequence([.back, .say(say("Kept as a draft; Ctrl-O in the same form takes it up."), .normal)])
    }

    private mutating func discard() throws -> Step {
        try drafts.discard(draftKey)
        return .back
    }

    private mutating func takeUpDraft() -> Step {
        guard let draft = drafts.load(draftKey) else { return .stay }
        form.contents = draft
        kept = draft
        return .stay
    }

    private mutating func editElsewhere() -> Step {
        let id = form.focused
        return .edit(
            TextEdit(text: form[id]) { text in
                .update(FormPane.self) { pane in
                    pane.form[id] = text
                    return .stay
                }
            })
    }

    // MARK: Drafts

    private mutating func keep() throws {
        guard form.isTouched, form.contents != kept else { return }
        try drafts.save(draftKey, form.contents)
        kept = form.contents
        hasDraft = true
    }

    /// Called once a second: keeps the draft when nothing was typed for that long, and at every second call while somebody
    /// types on.
    private mutating func keepWhenQuiet() throws {
        let contents = form.contents
        secondsOfTyping = contents == lastSeen ? 0 : secondsOfTyping + 1
        lastSeen = contents
        if secondsOfTyping.isMultiple(of: 2) { try keep() }
    }
}
