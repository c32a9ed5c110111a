import PaneKit
import Sales
import Screen
import Storage
import Words

/// Two records of the same person or company beside each other: field by field one says which stays, and Enter makes them one.
struct MergePane<R: Record>: Pane {
    private let office: Office
    /// The record that stays, and the one that goes into it.
    private var refs: (kept: Ref, lost: Ref)
    private let then: Step
    private var merge: Merge<R>?
    /// What was chosen by hand: it outlasts a change by another process.
    private var chosen: [String: Merge<R>.Side] = [:]
    /// What is shown: the fields in which they differ, then those in which they agree.
    private var rows: [Row] = []
    private var followers = ""
    private var table = ListTable(columns: [], showsTitles: true)

    private struct Row {
        var row: Merge<R>.Row
        var kept: String
        var lost: String
    }

    init(_ kept: Ref, _ lost: Ref, office: Office, then: Step = .stay) {
        self.office = office
        refs = (kept, lost)
        self.then = then
    }

    var title: String { say("Merge") }

    private var isGone: String? {
        merge == nil ? say("One of the two is not there any more; Esc goes back.") : nil
    }

    private var chosenRow: Row? { rows.indices.contains(table.selected) ? rows[table.selected] : nil }

    private var isFixed: String? {
        if let isGone { return isGone }
        return chosenRow?.row.isSame == false ? nil : say("Here both say the same.")
    }

    static var bindings: [Binding<MergePane>] {
        [
            Binding(
                "<Enter>", "<C-s>", label: say("merge"), help: say("Makes the two one; u takes it back."), rank: 0,
                unavailable: { $0.isGone }
            ) { try $0.finish() },
            Binding(
                "h", "<Left>", name: "h l", label: say("take left, right"),
                help: say("Takes the value at the left."), rank: 0, unavailable: { $0.isFixed }
            ) { $0.take(.kept) },
            Binding("l", "<Right>", help: say("Takes the value at the right."), unavailable: { $0.isFixed }) {
                $0.take(.lost)
            },
            Binding(
                "b", label: say("both"), help: say("Takes both values: of a list without repeats, of a text below."),
                rank: 0,
                unavailable: {
                    $0.isFixed
                        ?? ($0.chosenRow?.row.canJoin == true ? nil : say("Only one of the two can be here."))
                }
            ) { $0.take(.both) },
            Binding(
                "x", label: say("swap"), help: say("Swaps which of the two stays and which goes into it."),
                unavailable: { $0.isGone }
            ) { pane in
                pane.refs = (pane.refs.lost, pane.refs.kept)
                for (name, side) in pane.chosen where side != .both {
                    pane.chosen[name] = side == .kept ? .lost : .kept
                }
                try pane.refresh()
                return .stay
            },
            Binding("d", label: say("not the same"), help: say("Says that they are two, and proposes them no more.")) {
                try $0.tellApart()
            },
        ] + ListTable.bindings(\.table)
    }

    mutating func refresh() throws {
        let (refs, office) = (refs, office)
        let now: (kept: R, lost: R, followers: [(table: String, count: Int)])? = try office.read {
            guard let kept = try $0.fetch(R.self, refs.kept.id), let lost = try $0.fetch(R.self, refs.lost.id) else {
                return nil
            }
            return (kept, lost, try $0.followers(of: refs.lost))
        }
        guard let now else {
            (merge, rows) = (nil, [])
            return
        }
        var merge = Merge(kept: now.kept, lost: now.lost)
        for (name, side) in chosen { merge.take(name, from: side) }
        self.merge = merge
        followers = now.followers.map { Wording.followers($0.table, $0.count) }.joined(separator: ", ")
        table.columns = [
            .init(width: 16, least: 9),
            .init("\(refs.kept) " + say("stays"), width: 26, least: 16, grows: true),
            .init("\(refs.lost) " + say("goes into it"), width: 26, least: 16, grows: true),
        ]
        let all = try merge.rows.map { Row(row: $0, kept: try text($0, now.kept), lost: try text($0, now.lost)) }
            .filter { !$0.kept.isEmpty || !$0.lost.isEmpty }
        let different = all.filter { !$0.row.isSame }
        rows = different + all.filter { $0.row.isSame }
        table.sections = [
            .init(say("Different"), style: .attention, count: different.count),
            .init(say("The same"), style: .dim, count: rows.count - different.count),
        ]
    }

    /// A value on one line.
    private func text(_ row: Merge<R>.Row, _ record: R) throws -> String {
        guard let field = R.field(row.name) else {
            let list = R.lists.first { $0.name == row.name }
            return (list?.get(record) ?? []).map { values in
                let texts = values.compactMap(\.text).filter { !$0.isEmpty }
                return row.name == "address" ? texts.joined(separator: " ") : texts.first ?? ""
            }.joined(separator: ", ")
        }
        let value = field.get(record)
        switch (field.type, value) {
        case (.reference(let kind), .integer(let id)):
            return try office.read { try $0.exists(Ref(kind, id)) ? $0.title(of: Ref(kind, id)) : "" }
        case (.instant, .text(let text)):
            return Instant(text).map { office.clock.zone.day(of: $0).description } ?? text
        default:
            return field.type.text(of: value, currency: "").split(whereSeparator: \.isNewline)
                .joined(separator: " \(Glyphs.lineBreak) ")
        }
    }

    private mutating func take(_ side: Merge<R>.Side) -> Step {
        guard let row = chosenRow else { return .stay }
        chosen[row.row.name] = side
        merge?.take(row.row.name, from: side)
        let sides = Dictionary(uniqueKeysWithValues: (merge?.rows ?? []).map { ($0.name, $0) })
        for index in rows.indices { if let now = sides[rows[index].row.name] { rows[index].row = now } }
        // On to the next field in which they differ.
        if table.selected + 1 < table.sections[0].count { table.select(table.selected + 1) }
        return .stay
    }

    private func finish() throws -> Step {
        guard let merge else { return .stay }
        try office.act { try $0.merge(merge) }
        return .sequence([
            .back, then, .refresh, Office.told(say("\(merge.lost.title) merged into \(merge.result.title)")),
        ])
    }

    private func tellApart() throws -> Step { .sequence([.back, then, try office.tellApart(refs.kept, refs.lost)]) }

    mutating func layout(in area: Rect) throws {
        table.layout(in: Rect(x: area.x, y: area.y, width: area.width, height: max(1, area.height - 2)))
    }

    mutating func handle(_ event: Event) throws -> Step? {
        guard case .mouse = event else { return nil }
        return table.handle(event) ? .stay : nil
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        guard merge != nil else {
            canvas.write(isGone ?? "", x: area.x + 1, y: area.y, style: .attention, width: area.width - 2)
            return
        }
        table.draw(
            table.window.map { index in
                let row = rows[index]
                func cell(_ text: String, _ side: Merge<R>.Side) -> StyledText {
                    if row.row.isSame { return StyledText("  " + text, .dim) }
                    // Of both, nothing is taken from the side that has nothing.
                    let isTaken = row.row.side == side || (row.row.side == .both && !text.isEmpty)
                    return StyledText(isTaken ? Glyphs.dot + " " : "  ", .good)
                        + StyledText(text.isEmpty ? Glyphs.dash : text, isTaken ? .normal : .dim)
                }
                return ListTable.Row([
                    StyledText(say(row.row.label), row.row.isSame ? .dim : .normal), cell(row.kept, .kept),
                    cell(row.lost, .lost),
                ])
            }, on: &canvas)
        let text =
            followers.isEmpty
            ? say("Nothing else belongs to \(refs.lost).") : say("With \(refs.lost) go over: \(followers).")
        canvas.write(text, x: area.x + 3, y: area.bottom - 1, style: .dim, width: area.width - 4)
    }
}

extension Office {
    /// Opens two contacts or two companies side by side; the older one stays, unless one says otherwise.
    func merge(_ one: Ref, _ other: Ref, then: Step = .stay) -> Step {
        let (kept, lost) = one.id < other.id ? (one, other) : (other, one)
        return kept.kind == .company
            ? .open(MergePane<Company>(kept, lost, office: self, then: then))
            : .open(MergePane<Contact>(kept, lost, office: self, then: then))
    }

    /// Notes that two are not the same.
    func tellApart(_ one: Ref, _ other: Ref) throws -> Step {
        try act { try $0.tellApart(one, other) }
        return .sequence([.refresh, Office.told(say("They are two; they are not proposed again"))])
    }
}
