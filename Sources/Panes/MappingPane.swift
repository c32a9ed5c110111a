import Exchange
import Foundation
import PaneKit
import Sales
import Screen
import Storage
import Words

/// How a table is read before it comes in: each column with what it holds and the field that it fills, to be changed one by one.
struct MappingPane: Pane {
    private(set) var intake: Intake
    let office: Office
    /// The file that is shown, when there are several.
    private var shown = 0
    private var table = ListTable(
        columns: [
            .init(say("Column"), width: 22, least: 12, grows: true),
            .init(say("Fills"), width: 20, least: 16),
            .init(say("Holds"), width: 34, least: 10, priority: 1, grows: true),
        ], showsTitles: true)

    init(_ intake: Intake, office: Office) {
        self.intake = intake
        self.office = office
        show(0)
    }

    var title: String { say("Import \(file.name)") }

    private var file: Intake.File { intake.files[shown] }
    private var column: Int { table.selected }
    private var hasColumn: Bool { file.look.columns.indices.contains(column) }

    private mutating func show(_ index: Int) {
        shown = index
        table.sections = [.init(count: file.look.columns.count)]
        table.select(0)
    }

    /// Shows the file that was added last.
    mutating func take(_ intake: Intake) {
        self.intake = intake
        show(intake.files.count - 1)
    }

    static var bindings: [Binding<MappingPane>] {
        [
            Binding("<Enter>", label: say("field"), help: say("Says which field the column fills."), rank: 0) {
                $0.pickField()
            },
            Binding(
                "i", label: say("go on"), help: say("Shows what would come in, before it does."), rank: 0,
                unavailable: { pane in pane.intake.files.lazy.compactMap(\.look.problem).first }
            ) { $0.office.preview($0.intake) },
            Binding("<Space>", label: say("read or not"), help: say("Leaves the column out, or reads it again.")) {
                try $0.toggle()
            },
            Binding(
                "o", label: say("order"),
                help: say("Says how dates are read, day or month first, and numbers, with decimal point or comma."),
                unavailable: { $0.whyNoOrder }
            ) { try $0.turn() },
            Binding("a", label: say("kind"), help: say("Says what the rows are: contacts, companies …")) {
                $0.pickKind()
            },
            Binding(
                "E", label: say("encoding"),
                help: say("Says in which encoding the file is, where it was recognised wrongly.")
            ) { pane in
                let (office, file) = (pane.office, pane.file)
                return office.pickEncoding(file.look.encoding) { encoding in
                    Self.reread(file, office) { $0.encoding = encoding }
                }
            },
            Binding("S", label: say("separator"), help: say("Says what parts the cells: comma, semicolon, tab …")) {
                $0.pickDelimiter()
            },
            Binding(
                "H", label: say("headings"), help: say("Says whether the first row is one of headings or a record.")
            ) { pane in
                let isHeadless = pane.file.look.isHeadless
                return Self.reread(pane.file, pane.office, movesColumns: true) { $0.hasHeadings = isHeadless }
            },
            Binding("s", label: say("keep"), help: say("Keeps this mapping under a name.")) { $0.keep() },
            Binding("v", label: say("mappings"), help: say("Puts on a mapping that was kept, or deletes one.")) {
                .open(KeptMappingsPane($0.office))
            },
            Binding("n", label: say("add file"), help: say("Brings in another file with this one.")) {
                $0.office.importFiles(beside: $0.intake)
            },
            Binding(
                "J", name: "J K", label: say("files"), help: say("Shows the next file."),
                unavailable: { $0.intake.files.count < 2 ? say("There is one file; n adds another.") : nil }
            ) { $0.move(1) },
            Binding("K", help: say("Shows the file before.")) { $0.move(-1) },
        ] + ListTable.bindings(\.table)
    }

    /// Takes what was said of names over what would come in.
    mutating func take(_ names: NameChoices) { intake.choose(names) }

    private mutating func move(_ step: Int) -> Step {
        show((shown + step + intake.files.count) % intake.files.count)
        return .stay
    }

    /// Changes how the file is read.
    fileprivate mutating func plan(_ body: (inout FilePlan) -> Void) throws -> Step {
        var plan = file.plan
        body(&plan)
        try intake.files[shown].look.apply(plan)
        intake.files[shown].plan = plan
        return .stay
    }

    // MARK: What the keys do

    private func pickField() -> Step {
        guard hasColumn, let kind = file.look.kind else { return .stay }
        let column = column
        let now = file.look.columns[column]
        let words = FieldWords.all(kind)
        var form = Form([
            .pick(
                "field", say("Fills"), required: true,
                hint: { _ in
                    StyledText(say("now") + ": " + (now.field ?? say("not read")), .dim)
                }
            ) { typed in
                let plain = folded(typed.trimmingSpaces())
                let found =
                    words.filter { folded($0).hasPrefix(plain) }
                    + words.filter { !folded($0).hasPrefix(plain) && folded($0).contains(plain) }
                return found.map { FormField.Completion($0) }
                    + (plain == "-" ? [.init("-", detail: say("not read"))] : [])
            }
        ])
        form.propose()
        let heading = visible(now.heading)
        return office.passingForm(say("What does \(heading) fill?"), form, rows: 11) { form in
            let word = form["field"].trimmingSpaces()
            guard FieldWords.isField(word, of: kind) else {
                throw FormError(field: "field", say("\(kind.plural) have no field \(visible(word))."))
            }
            return .sequence([.back, .update(MappingPane.self) { try $0.plan { $0.fields[column] = word } }])
        }
    }

    private mutating func toggle() throws -> Step {
        guard hasColumn else { return .stay }
        let column = column
        let isRead = file.look.columns[column].field != nil
        defer { table.select(column + 1) }
        return try plan { $0.fields[column] = isRead ? "-" : nil }
    }

    private var whyNoOrder: String? {
        guard hasColumn, file.look.form(of: column) != nil else { return say("This column holds no dates or numbers.") }
        return nil
    }

    private mutating func turn() throws -> Step {
        let (look, old, column) = (file.look, file.plan, column)
        return try plan { plan in
            switch look.form(of: column) {
            case .dates:
                switch look.columns[column].doubt == nil ? look.order(of: column, old) : nil {
                case .dayFirst: plan.dates[column] = .monthFirst
                case .monthFirst: plan.dates[column] = .yearFirst
                case .yearFirst, nil: plan.dates[column] = .dayFirst
                }
            case .numbers:
                // Of 1.234 the thousands are the likelier reading, whichever mark it has.
                let first: DecimalMark =
                    look.columns[column].samples.contains { $0.contains(",") } ? .point : .comma
                plan.numbers[column] = look.mark(of: column, old).map { $0 == .point ? .comma : .point } ?? first
            case nil: break
            }
        }
    }

    private func pickKind() -> Step {
        let kinds: [Kind] = [.contact, .company, .opportunity, .call, .meeting, .followUp, .note]
        return .open(
            MenuPane(
                say("The rows are"),
                kinds.map { kind in
                    .init(say("\(kind.plural)")) {
                        .update(MappingPane.self) { pane in
                            try pane.plan { plan in
                                // What was said of the columns was said of other fields.
                                if plan.kind != kind { plan.fields = plan.fields.filter { $0.value == "-" } }
                                plan.kind = kind
                            }
                        }
                    }
                }, from: kinds.firstIndex { $0 == file.look.kind }))
    }

    /// Reads the file in another form, and shows at once what that gives.
    ///
    /// - Parameter movesColumns: what was said of the columns was said of others then.
    private static func reread(
        _ file: Intake.File, _ office: Office, movesColumns: Bool = false, _ body: (inout FilePlan) -> Void
    ) -> Step {
        var plan = file.plan
        body(&plan)
        if movesColumns { (plan.fields, plan.dates, plan.numbers) = ([:], [:], [:]) }
        return show(
            file.look.path, plan, movesColumns ? nil : file.mapping, office, movesColumns: movesColumns)
    }

    /// Looks at a file as a plan says, and shows that.
    private static func show(
        _ path: String, _ plan: FilePlan, _ mapping: String?, _ office: Office, movesColumns: Bool
    ) -> Step {
        office.look(at: path, plan) { read in
            .update(MappingPane.self) { pane in
                guard let index = pane.intake.files.firstIndex(where: { $0.look.path == path }) else { return .stay }
                pane.intake.files[index] = read
                pane.intake.files[index].mapping = read.mapping ?? mapping
                if movesColumns { pane.show(index) }
                return .stay
            }
        }
    }

    private func pickDelimiter() -> Step {
        let (file, office) = (file, office)
        func item(_ name: String, _ delimiter: String?) -> Menu<() throws -> Step>.Item {
            .init(name) { Self.reread(file, office, movesColumns: true) { $0.delimiter = delimiter } }
        }
        return .open(
            MenuPane(
                say("The cells are parted by"),
                FilePlan.delimiters.map { item(say($0.1), $0.0) } + [item(say("as it looks"), nil)],
                from: FilePlan.delimiters.firstIndex { $0.0 == file.look.delimiter }))
    }

    private func keep() -> Step {
        let form = Form([
            .line(
                "name", say("Name"), text: file.mapping ?? "", required: true,
                hint: { _ in StyledText(say("put on when a file has the same headings"), .dim) })
        ])
        let (file, office) = (file, office)
        return office.passingForm(say("Keep this mapping"), form) { form in
            let name = form["name"].trimmingSpaces()
            let mapping = KeptMapping(file.plan, header: file.look.header)
            try office.store.keepMapping(name, String(decoding: JSONEncoder().encode(mapping), as: UTF8.self))
            return .sequence([
                .back,
                .update(MappingPane.self) { pane in
                    pane.intake.files[pane.shown].mapping = name
                    return .stay
                }, Office.told(say("Mapping \(name) kept")),
            ])
        }
    }

    /// Puts on a mapping that was kept.
    mutating func put(on kept: SavedView) throws -> Step {
        guard let mapping = KeptMapping(kept) else { return .say(say("This mapping cannot be read."), .bad) }
        let form = file.plan.read(as: mapping.form)
        if form != file.plan {
            let header = try FileLook.header(of: file.look.path, form)
            return Self.show(
                file.look.path, mapping.applied(to: header).read(as: form), kept.name, office, movesColumns: true)
        }
        let plan = mapping.applied(to: file.look.header).read(as: file.plan)
        try intake.files[shown].look.apply(plan)
        (intake.files[shown].plan, intake.files[shown].mapping) = (plan, kept.name)
        return .stay
    }

    // MARK: How it looks

    mutating func layout(in area: Rect) { table.layout(in: area.inset(top: 5)) }

    mutating func handle(_ event: Event) throws -> Step? { table.mouse(event) }

    func draw(on canvas: inout Canvas, in area: Rect) {
        let (x, width) = (area.x + 3, area.width - 4)
        var head = StyledText(say("Import") + " ", .normal.bold) + StyledText(visible(file.name), .normal.bold)
        if intake.files.count > 1 {
            head += StyledText("  " + say("file \(shown + 1) of \(intake.files.count)"), .dim)
        }
        canvas.write(head, x: x, y: area.y, width: width)
        canvas.write(file.look.sentence, x: x, y: area.y + 1, style: .dim, width: width)
        canvas.write(kindLine, x: x, y: area.y + 2, width: width)
        canvas.write(attention, x: x, y: area.y + 3, width: width)
        table.draw(
            file.look.columns[table.window].enumerated().map { offset, column in
                row(column, table.window.lowerBound + offset)
            }, on: &canvas)
    }

    private var kindLine: StyledText {
        let plural = file.look.kind.map { say("\($0.plural)") } ?? ""
        var line =
            file.look.isKindGuessed && file.plan.kind == nil
            ? StyledText(say("Nothing tells what the rows are; read as \(plural). a changes it."), .attention)
            : StyledText(say("The rows are") + " ") + StyledText(plural, .normal.bold)
        if let mapping = file.mapping {
            line +=
                StyledText(" \(Glyphs.between) " + say("mapped as") + " ", .dim) + StyledText(visible(mapping), .accent)
        }
        return line
    }

    /// What a person should look at.
    private var attention: StyledText {
        let look = file.look
        let doubt = look.isHeaderDoubtful ? [say("the headings look like a record: H")] : []
        if let problem = look.problem {
            return StyledText(([problem] + doubt).joined(separator: " \(Glyphs.between) "), .bad)
        }
        var parts = doubt
        let doubts = look.columns.count { $0.doubt != nil }
        if doubts > 0 { parts.append(say("\(doubts, "column", "columns") may be read two ways: o")) }
        let unread = look.columns.count { $0.field == nil && !$0.isLeft && $0.filled > 0 }
        if unread > 0 { parts.append(say("\(unread, "column is", "columns are") not read")) }
        if parts.isEmpty { return StyledText(Glyphs.check + " " + say("each column has its field"), .good) }
        return StyledText(parts.joined(separator: " \(Glyphs.between) "), .attention)
    }

    private func row(_ column: FileLook.Column, _ index: Int) -> ListTable.Row {
        let fills: StyledText =
            if let doubt = column.doubt {
                StyledText((column.field ?? "") + " ") + StyledText(doubt == .dates ? "d/m/y?" : "1.234?", .attention)
            } else if let field = column.field {
                StyledText(field) + StyledText(form(index), .dim)
            } else if column.isLeft {
                StyledText(Glyphs.dash, .dim)
            } else if column.filled == 0 {
                StyledText(say("empty"), .dim)
            } else {
                StyledText(say("not read"), .attention)
            }
        let heading = column.heading.isEmpty ? StyledText(say("no heading"), .dim) : StyledText(visible(column.heading))
        return ListTable.Row([
            heading, fills,
            StyledText(column.samples.map { visible($0) }.joined(separator: " \(Glyphs.between) "), .dim),
        ])
    }

    /// How the dates or numbers of a column are read, where that was said or told from the column.
    private func form(_ index: Int) -> String {
        switch file.look.form(of: index) {
        case .dates where file.plan.dates[index] == .dayFirst: " d/m/y"
        case .dates where file.plan.dates[index] == .monthFirst: " m/d/y"
        case .dates where file.plan.dates[index] == .yearFirst: " y/m/d"
        case .numbers where file.plan.numbers[index] != nil:
            file.plan.numbers[index] == .point ? " 1,234.50" : " 1.234,50"
        default: ""
        }
    }
}
