import Exchange
import PaneKit
import Sales
import Screen
import Storage
import Words

/// `n` over what would come in: the names in the files that are not known here, each with what becomes of it.
struct NamesPane: Pane {
    private let office: Office
    private var unknown: [UnknownName]
    private var choices: NameChoices
    private var isChanged = false
    private var table = ListTable(
        columns: [
            .init(say("Name"), width: 24, least: 14, grows: true), .init(say("Kind"), width: 12, least: 8, priority: 2),
            .init(say("Rows"), width: 6, least: 5, align: .right, priority: 1),
            .init(say("What becomes of it"), width: 30, least: 16, grows: true),
        ], showsTitles: true)

    init(_ unknown: [UnknownName], _ choices: NameChoices, office: Office) {
        // What keeps rows out comes first.
        self.unknown = unknown.filter { $0.choice == .refuse } + unknown.filter { $0.choice != .refuse }
        self.choices = choices
        self.office = office
        table.sections = [.init(count: unknown.count)]
    }

    var title: String { say("Names that are not known") }
    var placement: Placement { .floating(width: 96, height: max(4, unknown.count + 1)) }

    private var chosen: UnknownName { unknown[table.selected] }

    static var bindings: [Binding<NamesPane>] {
        [
            Binding(
                "<Enter>", label: say("which"), help: say("Says which record the name means, of those that are here."),
                rank: 0
            ) { $0.pick() },
            Binding(
                "m", label: say("make"), help: say("Makes a record of that name."), rank: 0,
                unavailable: { NameChoices.canMake($0.chosen.kind) ? nil : say("A name alone makes no deal.") }
            ) { $0.choose(.make) },
            Binding("<Space>", label: say("leave out"), help: say("Leaves the rows that name it out."), rank: 0) {
                $0.choose(.skip)
            },
            Binding(
                "-", label: say("refuse"), help: say("Refuses the rows that name it, so that they can be put right.")
            ) { $0.choose(.refuse) },
            Binding("a", label: say("all so"), help: say("All names of this kind that follow become of the same.")) {
                $0.chooseAll()
            },
            Binding(
                "i", "<Esc>", "q", label: say("go on"), help: say("Shows what would come in so, before it does."),
                rank: 0
            ) { $0.goOn() },
        ] + ListTable.bindings(\.table)
    }

    // MARK: What the keys do

    /// Says it of the name under the cursor, and goes to the next one.
    private mutating func choose(_ choice: NameChoices.Choice) -> Step {
        set(table.selected, choice)
        table.select(min(table.selected + 1, unknown.count - 1))
        return .stay
    }

    private mutating func set(_ index: Int, _ choice: NameChoices.Choice) {
        let name = unknown[index]
        if case .make = choice, !NameChoices.canMake(name.kind) { return }
        choices[name.kind, name.name] = choice
        unknown[index].choice = choice
        isChanged = true
    }

    private mutating func chooseAll() -> Step {
        let (choice, kind) = (chosen.choice, chosen.kind)
        if case .take = choice {
            return .say(say("Each name means one record; m, Space and - hold of several."), .attention)
        }
        for index in unknown.indices.dropFirst(table.selected) where unknown[index].kind == kind { set(index, choice) }
        return .stay
    }

    private func pick() -> Step {
        let (name, office, index) = (chosen, office, table.selected)
        let few = office.few(name.kind)
        var form = Form([
            .pick("known", say("\(name.kind.name)"), required: true) { typed in
                few.map { Self.completions($0, typed) } ?? office.records(name.kind, makes: false)(typed)
            }
        ])
        if few != nil { form.propose() }
        let shown = visible(name.name)
        return office.passingForm(say("Which \(name.kind.name) does \(shown) mean?"), form, rows: 11) { form in
            let typed = form["known"].trimmingSpaces()
            let known = try office.known(form, "known", name.kind)
            guard let known else {
                throw FormError(field: "known", say("No \(name.kind.name) is called \(visible(typed)); m makes one."))
            }
            return .sequence([
                .back,
                .update(NamesPane.self) { pane in
                    pane.table.select(index)
                    return pane.choose(.take(known))
                },
            ])
        }
    }

    private static func completions(_ all: [String], _ typed: String) -> [FormField.Completion] {
        let plain = folded(typed.trimmingSpaces())
        let words = all.map { KnownWord($0) }
        return words.filter { $0.begins(with: plain) || folded($0.text).contains(plain) }.map {
            FormField.Completion($0.text)
        }
    }

    /// Back to what would come in, which is found out anew when anything was said.
    private func goOn() -> Step {
        if !isChanged { return .back }
        let choices = choices
        return .sequence([
            .back,
            .update(MappingPane.self) { pane in
                pane.take(choices)
                return .stay
            },
            .update(ImportPane.self) { $0.take(choices) },
        ])
    }

    // MARK: How it looks

    mutating func layout(in area: Rect) { table.layout(in: area) }
    mutating func handle(_ event: Event) throws -> Step? { table.mouse(event) }

    func draw(on canvas: inout Canvas, in area: Rect) { table.draw(unknown[table.window].map(row), on: &canvas) }

    private func row(_ name: UnknownName) -> ListTable.Row {
        let fate: StyledText =
            switch name.choice {
            case .make: StyledText(say("is made"), .good)
            case .skip: StyledText(say("rows left out"), .dim)
            case .refuse where name.isUnclear: StyledText(say("several have it: rows refused"), .bad)
            case .refuse: StyledText(say("rows refused"), .bad)
            case .take(let known): StyledText("= ", .accent) + StyledText(visible(known))
            }
        return .init([
            StyledText(visible(name.name), .normal.bold), StyledText(say("\(name.kind.name)"), .dim),
            StyledText(name.rows == 0 ? "" : String(name.rows), .dim), fate,
        ])
    }
}

extension Office {
    /// The names of a kind of which there are few; nil of the others.
    fileprivate func few(_ kind: Kind) -> [String]? {
        guard [.stage, .outcome, .reason].contains(kind) else { return nil }
        return
            (try? read { transaction in
                try transaction.ids(kind).compactMap { try transaction.named(Ref(kind, $0))?.name }
            }) ?? []
    }

    /// The record that a field means, by its name, or by its uid where several have that name; nil when there is none.
    fileprivate func known(_ form: Form, _ field: String, _ kind: Kind) throws -> String? {
        if let few = few(kind) {
            let plain = folded(form[field].trimmingSpaces())
            return few.first { folded($0) == plain }
        }
        guard let id = try named(form, field, kind)?.id else { return nil }
        return try read { transaction in
            guard let (uid, name) = try transaction.named(Ref(kind, id)) else { return nil }
            return try transaction.ids(kind, named: name).count == 1 ? name : uid
        }
    }
}
