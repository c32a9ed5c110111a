import Screen
import Words

/// The keys of a form, besides those that a field takes as text.
extension FormPane {
    package static var bindings: [Binding<FormPane>] {
        [
            Binding(
                "<Tab>", label: say("complete"), help: say("Completes the last word, where something is proposed."),
                unavailable: { $0.isCompleting ? nil : say("Nothing is proposed.") }
            ) { _ in .stay },
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
                "<Space>", label: say("yes, no"),
                help: say("Refuses what the line under the cursor makes, or takes it again."),
                rank: 0,
                unavailable: { $0.isInChecks ? nil : say("There is nothing to refuse here.") }
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
                "<C-n>", label: say("next free"), help: say("Puts in the next free time; again the one after it."),
                rank: 0,
                unavailable: { $0.proposing == nil ? say("Nothing here is planned for a time.") : nil }
            ) { try $0.proposeNext() },
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
    private var isInChecks: Bool { if case .checks? = field?.kind { true } else { false } }
    private var isCompleting: Bool {
        guard let field, case .completed(let completing) = field.kind else { return false }
        return completing.isLine && !field.completions.isEmpty
    }
    private var isTaking: Bool { field.map { !$0.completions.isEmpty && $0.highlighted != nil } ?? false }
    private var isProposing: Bool { field.map { !$0.completions.isEmpty && $0.highlighted == nil } ?? false }
}
