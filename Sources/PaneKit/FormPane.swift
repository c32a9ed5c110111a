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
    private(set) var draftKey: String
    private let drafts: Drafts
    private var save: (inout Form) throws -> Step
    /// The same form, made from the record as it is now.
    private var remake: () throws -> FormPane?
    private let width: Int
    /// Rows that it has at least, so that what may be meant has room under a field.
    private let rows: Int
    /// Names this sitting, and after a draft was taken up that one.
    private var owner: String
    /// How many events changed something since the draft was last kept.
    var unkept = 0
    /// Nothing was typed since the last tick.
    private var isQuiet = false
    /// Seconds since the draft was last kept, while something is typed.
    private var ticks = 0
    /// That the draft could not be kept was said.
    private var saidWhy = false
    private(set) var hasDraft: Bool

    /// Keys after which the draft is kept even when there is no pause.
    static let keysBetween = 100

    /// - Parameters:
    ///   - draftKey: names the form and the record; no draft is kept when it is empty.
    ///   - width: columns wanted inside the frame.
    ///   - rows: wanted at least.
    ///   - remake: the form of the same record as it is now, for when somebody else has changed it; nil when there is none.
    ///   - save: keeps the record; usually answers `.sequence([.back, .say(…)])`. Throws `FormError` to point at a field,
    ///     `FormChanged` and `FormGone` when others were there first.
    package init(
        title: String, form: Form, draftKey: String = "", drafts: Drafts = .none, width: Int = 72, rows: Int = 0,
        remake: @escaping () throws -> FormPane? = { nil }, save: @escaping (inout Form) throws -> Step
    ) {
        self.title = title
        self.form = form
        self.draftKey = draftKey
        self.drafts = draftKey.isEmpty ? .none : drafts
        self.width = width
        self.rows = rows
        self.remake = remake
        self.save = save
        owner = String(UInt64.random(in: 0...UInt64.max), radix: 36)
        hasDraft = self.drafts.load(draftKey) != nil
    }

    package var placement: Placement { .floating(width: width, height: max(rows, form.height(width: width))) }
    package var isModal: Bool { true }

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

    mutating func saveNow() throws -> Step {
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

    mutating func leave() throws -> Step {
        try keep(isOpen: false)
        return .sequence([.back, .say(say("Kept as a draft; Ctrl-O in the same form takes it up."), .normal)])
    }

    mutating func discard() throws -> Step {
        if form.isTouched { return discardOwn(.back) }
        try drafts.discard(draftKey)
        return .back
    }

    /// Removes the draft of what was typed here; one of another sitting stays. The record is saved when this fails, and says so.
    mutating func discardOwn(_ step: Step) -> Step {
        guard drafts.load(draftKey)?.owner == owner else { return step }
        do {
            try drafts.discard(draftKey)
            return step
        } catch {
            return .sequence([step, .say(String(describing: error), .bad)])
        }
    }

    mutating func takeUpDraft() -> Step {
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

    mutating func editElsewhere() -> Step {
        let id = form.focused
        // Whatever the editor does, and the machine.
        try? keep(isOpen: true)
        return .edit(
            TextEdit(text: form.fields[form.focus].editor.text) { text in
                .update(FormPane.self) { pane in
                    pane.form[id] = text
                    pane.form.index(of: id).map { pane.form.sayWhenCut($0) }
                    return try pane.answer(pane.form.onChange(&pane.form, id) ?? .stay) ?? .stay
                }
            })
    }

    /// The warning of the field with the focus that leads to a record, else the first one.
    var warned: FormField.Warning? {
        let all = [form.focus] + form.fields.indices
        return all.lazy.filter { form.fields.indices.contains($0) && form.isShown($0) }
            .compactMap { form.fields[$0].shownWarning }.first { $0.open != nil }
    }

    mutating func showWarned() throws -> Step {
        let problem = keepSaying()
        guard let step = try warned?.open?() else { return .stay }
        return .sequence([step] + (problem.map { [$0] } ?? []))
    }

    /// The field that Ctrl-N fills.
    var proposing: FormField? {
        form.fields.indices.lazy.filter(form.isShown).map { form.fields[$0] }.first { $0.next != nil }
    }

    mutating func proposeNext() throws -> Step {
        guard let field = proposing, let next = field.next else { return .stay }
        form.focus(on: field.id)
        do {
            form[field.id] = try next(form)
        } catch let error as FormError {
            form.setError(error.description, of: error.field)
            form.focus(on: error.field)
            return .stay
        }
        return try answer(form.onChange(&form, field.id) ?? .stay) ?? .stay
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
