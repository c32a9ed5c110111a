package import Screen
import Words

/// A form over what one was doing, which never loses what was typed.

/// Says what is wrong with one field; the form stays open and shows it there.
package struct FormError: Error, CustomStringConvertible {
    package var field: String
    package var description: String

    package init(field: String, _ description: String) {
        self.field = field
        self.description = description
    }
}

/// Somebody else has changed the record meanwhile: what was typed is brought into the form as it would open now.
package struct FormChanged: Error {
    package init() {}
}

/// The record is not there any more: the form is closed, and what was typed stays as a draft.
package struct FormGone: Error, CustomStringConvertible {
    package var description: String

    package init(_ description: String) { self.description = description }
}

package struct FormPane: Pane {
    package var form: Form
    package let title: String
    private var draftKey: String
    private let drafts: Drafts
    private var save: (inout Form) throws -> Step
    /// The same form, made from the record as it is now.
    private var remake: () throws -> FormPane?
    private let width: Int
    /// Names this sitting, and after a draft was taken up that one.
    private var owner: String
    /// How many events changed something since the draft was last kept.
    private var unkept = 0
    /// Nothing was typed since the last tick.
    private var isQuiet = false
    /// Seconds since the draft was last kept, while something is typed.
    private var ticks = 0
    /// That the draft could not be kept was said.
    private var saidWhy = false
    private var hasDraft: Bool

    /// Keys after which the draft is kept even when there is no pause.
    static let keysBetween = 100

    /// - Parameters:
    ///   - draftKey: names the form and the record; no draft is kept when it is empty.
    ///   - width: columns wanted inside the frame.
    ///   - remake: the form of the same record as it is now, for when somebody else has changed it; nil when there is none.
    ///   - save: keeps the record; usually answers `.sequence([.back, .say(…)])`. Throws `FormError` to point at a field,
    ///     `FormChanged` and `FormGone` when others were there first.
    package init(
        title: String, form: Form, draftKey: String = "", drafts: Drafts = .none, width: Int = 72,
        remake: @escaping () throws -> FormPane? = { nil }, save: @escaping (inout Form) throws -> Step
    ) {
        self.title = title
        self.form = form
        self.draftKey = draftKey
        self.drafts = draftKey.isEmpty ? .none : drafts
        self.width = width
        self.remake = remake
        self.save = save
        owner = String(UInt64.random(in: 0...UInt64.max), radix: 36)
        hasDraft = self.drafts.load(draftKey) != nil
    }

    package var placement: Placement { .floating(width: width, height: form.height(width: width)) }
    package var isModal: Bool { true }

    package static var bindings: [Binding<FormPane>] {
        [
            Binding("<Tab>", label: say("next"), help: say("Goes to the next field.")) { pane in
                pane.form.next()
                return .stay
            },
            Binding("<S-Tab>", help: say("Goes to the previous field.")) { pane in
                pane.form.previous()
                return .stay
            },
            Binding(
                "<Enter>", label: say("take"), help: "",
                unavailable: { $0.isTaking ? nil : say("Nothing is proposed.") }
            ) { _ in .stay },
            Binding(
                "<Enter>", label: say("show"), help: say("Shows the fields behind the line."),
                unavailable: { $0.field?.isMore == true ? nil : say("There is nothing behind this field.") }
            ) { _ in .stay },
            Binding(
                "<Enter>", label: say("save"),
                help: say("Saves from a one-line field; breaks the line in a text area."),
                unavailable: { $0.isInArea ? say("Here Enter breaks the line; Ctrl-S saves.") : nil }
            ) { try $0.saveNow() },
            Binding("<C-s>", label: say("save"), help: say("Saves from every field.")) { try $0.saveNow() },
            Binding(
                "<Down>", label: say("choose"), help: say("Chooses among what is proposed; Enter takes it."), rank: 0,
                unavailable: { $0.isProposing ? nil : say("Nothing is proposed here.") }
            ) { _ in .stay },
            Binding(
                "<C-t>", label: say("take theirs"),
                help: say("Takes what somebody else wrote in this field meanwhile."),
                rank: 0,
                unavailable: { $0.field?.theirs == nil ? say("Nobody else has changed this field.") : nil }
            ) { pane in
                pane.form.takeTheirs()
                pane.unkept += 1
                return .stay
            },
            Binding(
                "<C-g>", label: say("show it"),
                help: say("Shows the record that a warning is about; what was typed stays, Esc comes back to it."),
                rank: 0,
                unavailable: { $0.warned == nil ? say("No warning names a record here.") : nil }
            ) { try $0.showWarned() },
            Binding(
                "<C-o>", label: say("take up draft"), help: say("Takes up the draft that was kept of this form."),
                rank: 0,
                unavailable: { pane in
                    if !pane.hasDraft { return say("No draft of this form is kept.") }
                    return pane.form.isTouched ? say("Something is typed here already.") : nil
                }
            ) { $0.takeUpDraft() },
            Binding(
                "<Esc>", label: say("keep draft"), help: say("Goes back; what was typed is kept as a draft."),
                unavailable: { pane in
                    if pane.draftKey.isEmpty { return say("No draft is kept of this form.") }
                    return pane.form.isTouched ? nil : say("Nothing was typed.")
                }
            ) { try $0.leave() },
            Binding(
                "<Esc>", label: say("back"), help: say("Goes back from a form in which nothing was typed."),
                unavailable: { pane in
                    pane.form.isTouched && !pane.draftKey.isEmpty
                        ? say("Something was typed; Ctrl-X discards it.") : nil
                }
            ) { $0.discardOwn(.back) },
            Binding(
                "<C-x>", label: say("discard"), help: say("Throws away what was typed; in a fresh form the draft."),
                rank: 2,
                unavailable: { $0.form.isTouched || $0.hasDraft ? nil : say("There is nothing to throw away.") }
            ) { try $0.discard() },
            Binding(
                "<C-e>", label: say("editor"), help: say("Edits the text of this field in $EDITOR."), rank: 2,
                unavailable: { $0.isInText ? nil : say("This field holds no text to edit.") }
            ) { $0.editElsewhere() },
            Binding(
                "<C-z>", help: say("Takes back what was typed in this field; Ctrl-Y does it again."),
                unavailable: { $0.isInText ? nil : say("This field holds no text.") }
            ) { _ in .stay },
        ]
    }

    private var field: FormField? { form.fields.indices.contains(form.focus) ? form.fields[form.focus] : nil }
    private var isInText: Bool { field.map { $0.isText && $0.value != FormField.new } ?? false }
    private var isInArea: Bool { field?.isArea ?? false }
    private var isTaking: Bool { field.map { !$0.completions.isEmpty && $0.highlighted != nil } ?? false }
    private var isProposing: Bool { field.map { !$0.completions.isEmpty && $0.highlighted == nil } ?? false }

    // MARK: Events

    package mutating func handle(_ event: Event) throws -> Step? {
        switch event {
        case .tick: return isDue() ? keepSaying() : nil
        case .hangUp:
            try keep(isOpen: true)
            return nil
        case .mouse(let mouse):
            guard mouse.action == .click || mouse.action == .doubleClick else { return nil }
            return try answer(form.click(x: mouse.x, y: mouse.y))
        default: break
        }
        guard let reaction = form.handle(event) else { return nil }
        return try answer(reaction)
    }

    private mutating func answer(_ reaction: Form.Reaction?) throws -> Step? {
        unkept += 1
        isQuiet = false
        switch reaction {
        case nil: return nil
        case .next: form.next()
        case .save: return try saveNow()
        case .stay: break
        }
        return unkept >= FormPane.keysBetween ? keepSaying() ?? .stay : .stay
    }

    package mutating func layout(in area: Rect) throws { form.layout(in: area) }
    package func draw(on canvas: inout Canvas, in area: Rect) { form.draw(on: &canvas, in: area) }

    // MARK: What the keys do

    private mutating func saveNow() throws -> Step {
        guard form.check() else { return .stay }
        do {
            return discardOwn(try save(&form))
        } catch let error as FormError {
            form.setError(error.description, of: error.field)
            form.focus(on: error.field)
            return .stay
        } catch is FormChanged {
            guard let latest = try remake() else { return .stay }
            form = form.brought(into: latest.form)
            (save, remake) = (latest.save, latest.remake)
            if form.clashes.isEmpty { return discardOwn(try save(&form)) }
            let names = form.clashes.map(\.label).joined(separator: ", ")
            return .say(
                say("Changed meanwhile: \(names). Ctrl-S keeps yours, Ctrl-T takes theirs."), .attention
            )
        } catch let gone as FormGone {
            try keep(isOpen: false)
            return .sequence([.back, .say(gone.description, .attention)])
        } catch {
            // The file is full or busy: what was typed must not depend on it.
            try? keep(isOpen: true)
            throw error
        }
    }

    private mutating func leave() throws -> Step {
        try keep(isOpen: false)
        return .sequence([.back, .say(say("Kept as a draft; Ctrl-O in the same form takes it up."), .normal)])
    }

    private mutating func discard() throws -> Step {
        if form.isTouched { return discardOwn(.back) }
        try drafts.discard(draftKey)
        return .back
    }

    /// Removes the draft of what was typed here; one of another sitting stays. The record is saved when this fails, and says so.
    private mutating func discardOwn(_ step: Step) -> Step {
        guard drafts.load(draftKey)?.owner == owner else { return step }
        do {
            try drafts.discard(draftKey)
            return step
        } catch {
            return .sequence([step, .say(String(describing: error), .bad)])
        }
    }

    private mutating func takeUpDraft() -> Step {
        guard let draft = drafts.load(draftKey) else { return .stay }
        takeUp(draft)
        return .stay
    }

    /// Puts a draft into the form; from now on what is typed here goes on with it.
    package mutating func takeUp(_ draft: Draft) {
        form.takeUp(draft.fields, base: draft.base)
        (draftKey, owner) = (draft.key, draft.owner)
        unkept += 1
    }

    private mutating func editElsewhere() -> Step {
        let id = form.focused
        // Whatever the editor does, and the machine.
        try? keep(isOpen: true)
        return .edit(
            TextEdit(text: form[id]) { text in
                .update(FormPane.self) { pane in
                    pane.form[id] = text
                    pane.form.index(of: id).map { pane.form.sayWhenCut($0) }
                    return try pane.answer(pane.form.onChange(&pane.form, id) ?? .stay) ?? .stay
                }
            })
    }

    /// The warning of the field with the focus that leads to a record, else the first one.
    private var warned: FormField.Warning? {
        let all = [form.focus] + form.fields.indices
        return all.lazy.filter { form.fields.indices.contains($0) && form.isShown($0) }
            .compactMap { form.fields[$0].shownWarning }.first { $0.open != nil }
    }

    private mutating func showWarned() throws -> Step {
        let problem = keepSaying()
        guard let step = try warned?.open?() else { return .stay }
        return .sequence([step] + (problem.map { [$0] } ?? []))
    }

    // MARK: Drafts

    private mutating func keep(isOpen: Bool) throws {
        guard form.isTouched else { return }
        let (fields, base) = form.draft
        try drafts.keep(
            Draft(
                key: draftKey, title: title, fields: fields, base: base, texts: form.touchedTexts, owner: owner,
                isOpen: isOpen))
        (unkept, ticks) = (0, 0)
        saidWhy = false
        hasDraft = true
    }

    /// Keeps the draft; when that fails, it is said once, and nothing is lost on the screen.
    private mutating func keepSaying() -> Step? {
        do {
            try keep(isOpen: true)
            return nil
        } catch {
            unkept = 1
            defer { saidWhy = true }
            return saidWhy ? nil : .say(say("The draft is not kept: \(String(describing: error))"), .bad)
        }
    }

    /// Called once a second: true when something was typed, and nothing since the last second; at every second call while somebody
    /// types on.
    private mutating func isDue() -> Bool {
        defer { isQuiet = true }
        ticks = unkept > 0 ? ticks + 1 : 0
        return unkept > 0 && (isQuiet || ticks > 1)
    }
}
