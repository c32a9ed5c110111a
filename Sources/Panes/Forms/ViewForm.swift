import PaneKit
import Sales
import Screen
import Storage
import Words

/// Saving what a list shows as a view, and editing a view.
extension Office {
    func saveView(_ shown: Arrangement, of kind: Kind) throws -> Step {
        var view = shown.kept(as: SavedView(), kind)
        view.position = (try read { try $0.views(of: kind) }.map(\.position).max() ?? 0) + 10
        return try viewForm(view, .newView, on: nil, title: say("Save what is shown"))
    }

    func editView(_ id: Int64) throws -> Step {
        guard let view = try read({ try $0.fetch(SavedView.self, id) }) else {
            throw StoreError.notFound("\(Kind.savedView.name) \(id)")
        }
        return try viewForm(view, .edit, on: Ref(.savedView, id), title: view.name) { try self.editView(id) }
    }

    private func viewForm(
        _ old: SavedView, _ name: FormName, on ref: Ref?, title: String, remake: (() throws -> Step)? = nil
    ) throws -> Step {
        let kind = Kind(word: old.pane) ?? .contact
        let form = Form([
            .line("name", say("Name"), text: old.name, required: true),
            .suggesting(
                "query", say("Filter"), text: old.query, isLine: true,
                hint: { form in
                    self.explain { try self.checkFilter(form) }
                        ?? StyledText(say("city:shanghai last>30d; empty for all"), .dim)
                }, completions: lines(kind)),
            .suggesting(
                "sort", say("Sorted by"), text: old.sort, isLine: true,
                hint: { form in
                    self.explain { try self.checkOrder(form) }
                        ?? StyledText(say("name, amount,desc; empty for the usual"), .dim)
                }, completions: columns(kind)),
            .suggesting(
                "columns", say("Columns"), text: old.columns, isList: true,
                hint: { form in
                    self.explain { try self.checkColumns(form) }
                        ?? StyledText(kind.allListColumns.map(\.name).joined(separator: ","), .dim)
                }, completions: columns(kind)),
            .hidden("pane", text: old.pane),
        ])
        return try self.form(name, on: ref, title, form, remake: remake) { form in
            let kind = self.viewKind(form)
            var new = old
            new.pane = kind.plural
            new.name = form["name"].trimmingSpaces()
            new.query = form["query"].trimmingSpaces()
            new.sort = form["sort"].trimmingSpaces().lowercased()
            new.columns = form["columns"].trimmingSpaces().lowercased()
            try self.checkFilter(form)
            try self.checkOrder(form)
            try self.checkColumns(form)
            let same = try self.read { try $0.savedView(new.name, of: kind) }
            if let same, same.id != old.id {
                throw FormError(field: "name", say("There is one of that name already."))
            }
            let isNew = old.id == 0
            if isNew {
                new.id = try self.act { try $0.add(new) }
            } else {
                try self.act { try $0.edit(from: old, to: new) }
            }
            guard isNew, let saved = try self.read({ try $0.fetch(SavedView.self, new.id) }) else {
                return Office.done(say("\(new.name) saved"))
            }
            return .sequence([
                .back, .update(ListPane.self) { $0.kind == kind ? try $0.put(on: saved) : .stay },
                Office.told(say("\(new.name) saved")),
            ])
        }
    }

    /// Names of columns that begin so.
    private func columns(_ kind: Kind) -> (String) -> [FormField.Completion] {
        { typed in
            kind.allListColumns.filter { $0.name.hasPrefix(folded(typed)) }.map {
                FormField.Completion($0.name, detail: say($0.label))
            }
        }
    }

    /// Of which list the view is.
    private func viewKind(_ form: Form) -> Kind { Kind(word: form["pane"]) ?? .contact }

    /// - Throws: `FormError` that says what is wrong with the filter line.
    private func checkFilter(_ form: Form) throws {
        do {
            _ = try viewKind(form).filter(form["query"], clock: clock, currency: currency)
        } catch {
            throw FormError(field: "query", error.description)
        }
    }

    private func checkOrder(_ form: Form) throws {
        if form["sort"].trimmingSpaces().isEmpty { return }
        try told(at: "sort") { _ = try viewKind(form).order(form["sort"]) }
    }

    private func checkColumns(_ form: Form) throws {
        try told(at: "columns") { _ = try viewKind(form).columns(form["columns"]) }
    }

    /// What the store refuses, said at a field.
    private func told(at field: String, _ body: () throws -> Void) throws {
        do { try body() } catch StoreError.refused(let sentence) { throw FormError(field: field, sentence) }
    }

    /// What is wrong, as a hint while it is typed.
    private func explain(_ check: () throws -> Void) -> StyledText? {
        do { try check() } catch let error as FormError { return StyledText(error.description, .bad) } catch {}
        return nil
    }
}
