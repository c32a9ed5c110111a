import PaneKit
import Sales
import Screen
import Storage
import Words

/// A list of one's own that forms pick from: outcomes, stages, reasons for losing, holidays, quotas, cadences, commission, rates, templates. Made from
/// the tables of their fields.
struct PickListPane: Pane {
    /// The kinds that have one, each by its letter.
    static let kinds: [(letter: String, kind: Kind)] = [
        ("o", .outcome), ("s", .stage), ("r", .reason), ("h", .holiday), ("q", .quota), ("c", .cadence),
        ("m", .commission),
        ("x", .rate), ("t", .template),
    ]

    let kind: Kind
    let office: Office
    private var rows: [PickListRow] = []
    private var table: ListTable

    init(_ kind: Kind, office: Office) {
        self.kind = kind
        self.office = office
        table = ListTable(columns: PickListPane.columns(kind.type), sections: [], showsTitles: true)
    }

    static func name(_ kind: Kind) -> String {
        switch kind {
        case .outcome: say("Outcomes of calls")
        case .stage: say("Stages of the pipeline")
        case .reason: say("Reasons for losing")
        case .holiday: say("Holidays and make-up days")
        case .quota: say("Quotas by month")
        case .rate: say("Currency rates")
        case .cadence: say("Cadences by tier or tag")
        case .commission: say("Commission by steps")
        default: say("Templates of meeting notes")
        }
    }

    var title: String { PickListPane.name(kind) }
    private var selected: PickListRow? { rows.indices.contains(table.selected) ? rows[table.selected] : nil }
    private var isOrdered: Bool { hasOrder(kind.type) }

    private var whyNothing: String? { rows.isEmpty ? say("There is nothing under the cursor; n adds one.") : nil }

    static var bindings: [Binding<PickListPane>] {
        [
            Binding("n", label: say("new"), help: say("Adds a row."), rank: 0) { pane in
                try pane.office.editRow(pane.kind, nil)
            },
            Binding(
                "<Enter>", "e", label: say("edit"), help: say("Edits the row under the cursor."), rank: 0,
                unavailable: { $0.whyNothing }
            ) { pane in try pane.office.editRow(pane.kind, pane.selected?.id) },
            Binding(
                "d", label: say("delete"), help: say("Deletes the row; one that records need is kept."),
                unavailable: { $0.whyNothing }
            ) { pane in try pane.delete() },
            Binding(
                "J", name: "J K", label: say("order"), help: say("Moves the row down."),
                unavailable: { $0.whyNotMoved }
            ) { try $0.shift(by: 1) },
            Binding("K", help: say("Moves the row up."), unavailable: { $0.whyNotMoved }) { try $0.shift(by: -1) },
        ] + ListTable.bindings(\.table)
    }

    private var whyNotMoved: String? {
        whyNothing ?? (isOrdered ? nil : say("These have an order of their own."))
    }

    private func delete() throws -> Step {
        guard let selected else { return .stay }
        if kind == .stage, rows.count == 1 {
            return .say(say("A pipeline needs one stage at least."), .attention)
        }
        if kind == .outcome, rows.count == 1 {
            return .say(say("A call needs an outcome; one is needed at least."), .attention)
        }
        return try office.delete(Ref(kind, selected.id))
    }

    private mutating func shift(by step: Int) throws -> Step {
        let other = table.selected + step
        guard rows.indices.contains(other), let row = selected else { return .stay }
        var order = rows.map(\.id)
        order.swapAt(table.selected, other)
        try office.act { try $0.reorder(kind, order, moved: row.title) }
        table.select(other)
        return .refresh
    }

    mutating func refresh() throws {
        rows = try office.read { try $0.pickList(kind) }
        table.sections = [.init(count: rows.count)]
    }

    mutating func layout(in area: Rect) { table.layout(in: area.inset(top: 2)) }

    mutating func handle(_ event: Event) throws -> Step? { table.mouse(event) }

    func draw(on canvas: inout Canvas, in area: Rect) {
        canvas.write(StyledText(title, .normal.bold), x: area.x + 3, y: area.y, width: area.width - 4)
        if rows.isEmpty {
            canvas.write(say("None yet: n adds one."), x: area.x + 3, y: area.y + 2, style: .dim, width: area.width - 4)
            return
        }
        table.draw(rows[table.window].map { ListTable.Row($0.cells(office: office)) }, on: &canvas)
    }

    private static func columns<R: Record>(_ type: R.Type) -> [ListTable.Column] {
        R.shownFields.enumerated().map { index, field in
            switch field.type {
            case .integer:
                ListTable.Column(
                    say(field.label), width: max(6, displayWidth(of: say(field.label))), align: .right, priority: index)
            case .longText: ListTable.Column(say(field.label), width: 30, least: 12, priority: index, grows: true)
            case .text where index == 0: ListTable.Column(say(field.label), width: 24, least: 16)
            case .percent: ListTable.Column(say(field.label), width: 8, align: .right, priority: index)
            case .money:
                ListTable.Column(say(field.label), width: 16, align: .right, priority: index)
            case .day:
                ListTable.Column(say(field.label), width: max(15, displayWidth(of: say(field.label))), priority: index)
            default:
                ListTable.Column(say(field.label), width: max(10, displayWidth(of: say(field.label))), priority: index)
            }
        }
    }

    private func hasOrder<R: Record>(_ type: R.Type) -> Bool { R.field("position") != nil }
}

/// A row of a pick list: its values by the table of its fields.
struct PickListRow {
    var id: Int64
    var title: String
    var values: [(type: FieldType, value: Value)]
    /// Of its amounts.
    var currency: String

    func cells(office: Office) -> [StyledText] {
        values.enumerated().map { index, part in
            switch (part.type, part.value) {
            case (.day, .text(let text)):
                return StyledText(Day(text).map { office.dates.full($0) } ?? text, .normal.bold)
            case (.money, .integer(let minor)): return StyledText(Money(minor: minor, currency: currency).number)
            case (.flag, .integer(let flag)): return StyledText(flag == 1 ? say("yes") : say("no"), .dim)
            case (.choice, .text("none")): return ""
            default:
                let text = part.type.text(of: part.value, currency: "").replacing("-", with: " ")
                return StyledText(text, index == 0 ? .normal.bold : .normal)
            }
        }
    }
}

extension Record {
    /// What a pick list shows and its form asks for; the order is that of the list itself.
    static var shownFields: [Field<Self>] { fields.filter { $0.name != "position" } }
}

extension Transaction {
    /// The rows of a pick list in their order.
    func pickList(_ kind: Kind) throws -> [PickListRow] {
        func rows<R: Record>(_ type: R.Type) throws -> [PickListRow] {
            try fetchAll(R.self).map { record in
                PickListRow(
                    id: record.id, title: record.title,
                    values: try R.shownFields.map { field in
                        let value = field.get(record)
                        // What it refers to stands there by its name.
                        guard case .reference(let kind) = field.type, let id = value.integer else {
                            return (field.type, value)
                        }
                        return (.text, .text(try title(of: Ref(kind, id))))
                    },
                    currency: R.field("currency")?.get(record).text ?? "")
            }
        }
        let all = try rows(kind.type)
        if kind == .commission {
            func key(_ row: PickListRow) -> (String, String, Int64, Int64) {
                (row.currency, row.values[0].value.text ?? "", row.values[2].value.integer ?? 0, row.id)
            }
            return all.sorted { key($0) < key($1) }
        }
        guard [.holiday, .quota, .cadence, .rate].contains(kind) else { return all }
        return all.sorted { ($0.values[0].value.text ?? "") < ($1.values[0].value.text ?? "") }
    }
}
