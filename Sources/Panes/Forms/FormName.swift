import PaneKit
import Sales
import Screen
import Storage
import Words

/// Which forms there are: under these names drafts are kept, and by them a form is opened again.
enum FormName: String, CaseIterable {
    case edit, call, meeting, plan, held, cancel, done, note, deal, lost
    case followUp = "follow-up"
    case newContact = "new-contact"
    case newCompany = "new-company"
    case newOutcome = "new-outcome"
    case newStage = "new-stage"
    case newReason = "new-reason"
    case newHoliday = "new-holiday"
    case newQuota = "new-quota"
    case newCadence = "new-cadence"
    case newCommission = "new-commission"
    case newRate = "new-rate"
    case newTemplate = "new-template"
    case newView = "new-view"

    /// The form of a new row of a pick list.
    init?(newRow kind: Kind) { self.init(rawValue: "new-" + kind.rawValue) }

    /// The form on a record, as its key opens it.
    func open(on ref: Ref?, in office: Office) throws -> Step {
        switch (self, ref) {
        case (.newContact, let ref): try office.addContact(company: ref?.id)
        case (.newCompany, _): try office.addCompany()
        case (.newOutcome, _): try office.editRow(.outcome, nil)
        case (.newStage, _): try office.editRow(.stage, nil)
        case (.newReason, _): try office.editRow(.reason, nil)
        case (.newHoliday, _): try office.editRow(.holiday, nil)
        case (.newQuota, _): try office.editRow(.quota, nil)
        case (.newCadence, _): try office.editRow(.cadence, nil)
        case (.newCommission, _): try office.editRow(.commission, nil)
        case (.newRate, _): try office.editRow(.rate, nil)
        case (.newTemplate, _): try office.editRow(.template, nil)
        case (.newView, _): try office.saveView(Arrangement(.contact), of: .contact)
        case (.deal, let ref): try office.addDeal(on: ref)
        case (.edit, let ref?): try office.edit(ref)
        case (.call, let ref?): try office.logCall(on: ref)
        case (.meeting, let ref?), (.held, let ref?): try office.noteMeeting(on: ref)
        case (.cancel, let ref?): try office.cancelMeeting(ref.id)
        case (.plan, let ref?): try office.planMeeting(on: ref)
        case (.followUp, let ref?): try office.addFollowUp(on: ref)
        case (.done, let ref?): try office.done(ref)
        case (.note, let ref?): try office.addNote(on: ref)
        case (.lost, let ref?): try office.loseDeal(ref.id, typing: true)
        case (_, nil): .stay
        }
    }
}

/// A form and the record that it is about. In the key of a draft the record stands by its uid, which never means another one, also
/// when the file was replaced by a backup.
struct FormKey: Equatable {
    var name: FormName
    var ref: Ref?

    init(_ name: FormName, on ref: Ref? = nil) {
        self.name = name
        self.ref = ref
    }

    /// - Throws: `StoreError.notFound` when the record is gone.
    init?(_ text: String, in transaction: Transaction) throws {
        let parts = text.split(separator: " ", maxSplits: 2).map(String.init)
        guard let first = parts.first, let name = FormName(rawValue: first) else { return nil }
        self.init(name)
        guard parts.count == 3 else { return }
        guard let kind = Kind(rawValue: parts[1]), let id = try transaction.id(kind, uid: parts[2]) else {
            throw StoreError.notFound(text)
        }
        ref = Ref(kind, id)
    }

    func text(in transaction: Transaction) throws -> String {
        guard let ref else { return name.rawValue }
        guard let uid = try transaction.uid(ref.kind, id: ref.id) else { throw StoreError.notFound("\(ref)") }
        return "\(name.rawValue) \(ref.kind.rawValue) \(uid)"
    }
}

extension Office {
    /// Opens the form of a draft, with what was typed in it.
    ///
    /// - Throws: `StoreError.notFound` when the record is gone.
    func reopen(_ draft: Draft) throws -> Step {
        guard let key = try read({ try FormKey(draft.formKey, in: $0) }) else {
            return .say(say("This draft is of a form that is not there any more; y copies its text."), .attention)
        }
        let step = try key.name.open(on: key.ref, in: self)
        guard case .open(let pane) = step, var form = pane as? FormPane else { return step }
        form.takeUp(draft)
        return .open(form)
    }

    /// A form over what one was doing, with its draft.
    ///
    /// - Parameter remake: the same form of the record as it is now, where two may edit it.
    func form(
        _ name: FormName, on ref: Ref?, _ title: String, _ form: Form, remake: (() throws -> Step)? = nil,
        save: @escaping (inout Form) throws -> Step
    ) throws -> Step {
        let key = try read { try FormKey(name, on: ref).text(in: $0) }
        return .open(
            FormPane(
                title: title, form: form, draftKey: key, drafts: drafts, width: 74,
                remake: {
                    guard case .open(let pane)? = try remake?() else { return nil }
                    return pane as? FormPane
                },
                save: { form in
                    do {
                        return try save(&form)
                    } catch StoreError.changed where remake != nil {
                        throw FormChanged()
                    } catch let error as StoreError {
                        guard let ref, error != .busy, try self.read({ try !$0.exists(ref) }) else { throw error }
                        throw FormGone(
                            say(
                                "This record was deleted meanwhile. What you typed is kept as a draft (gd); undo brings the record back."
                            )
                        )
                    }
                }))
    }

    /// A form of which no draft is kept.
    func passingForm(_ title: String, _ form: Form, rows: Int = 0, save: @escaping (inout Form) throws -> Step) -> Step
    {
        .open(FormPane(title: title, form: form, width: 74, rows: rows, save: save))
    }
}
