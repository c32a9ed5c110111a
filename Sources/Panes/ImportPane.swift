import Exchange
import PaneKit
import Sales
import Screen
import Words

/// What would come in: the numbers, and the first records as they will be, each with all that the file says of it.
struct ImportPane: Pane {
    private(set) var intake: Intake
    private let summary: ImportSummary
    let office: Office
    private var table = ListTable(
        columns: [
            .init(width: 9), .init(say("Line"), width: 6, least: 4, align: .right, priority: 2),
            .init(say("Record"), width: 22, least: 14, grows: true),
            .init(say("What"), width: 28, least: 10, priority: 1, grows: true),
        ], showsTitles: true)
    private var area = Rect.zero

    init(_ intake: Intake, _ summary: ImportSummary, office: Office) {
        self.intake = intake
        self.summary = summary
        self.office = office
        table.sections = [.init(count: summary.previews.count)]
    }

    var title: String { say("This would come in") }

    /// Finds out anew what would come in when names mean this.
    mutating func take(_ names: NameChoices) -> Step {
        intake.choose(names)
        return office.preview(intake, replacing: true)
    }

    private var isNothing: Bool { summary.counts.new + summary.counts.changed == 0 }

    static var bindings: [Binding<ImportPane>] {
        [
            Binding(
                "<Enter>", "i", label: say("import"),
                help: say("Brings in what is shown, as one action that u takes back."),
                rank: 0, unavailable: { $0.isNothing ? say("There is nothing new or changed to bring in.") : nil }
            ) { $0.office.bringIn($0.intake) },
            Binding(
                "n", label: say("names"),
                help: say(
                    "Says what becomes of the names in the file that are not known here: which record each means, made, left out."
                ),
                rank: 0,
                unavailable: { $0.summary.unknown.isEmpty ? say("Every name in the file is known here.") : nil }
            ) { .open(NamesPane($0.summary.unknown, $0.intake.names, office: $0.office)) },
            Binding(
                "m", label: say("update, skip, add"),
                help: say(
                    "Says what happens to records that are here: they are updated, left as they are, or all are added."),
                rank: 0
            ) { pane in
                var intake = pane.intake
                let modes = ["update", "skip", "add"]
                intake.mode = modes[((modes.firstIndex(of: intake.mode) ?? 0) + 1) % modes.count]
                return pane.office.preview(intake, replacing: true)
            },
            Binding(
                "c", label: say("conflicts"),
                help: say("Says which side counts where a record was changed both here and in the file."), rank: 0,
                unavailable: { $0.summary.counts.conflicts == 0 ? say("Nothing was changed on both sides.") : nil }
            ) { pane in
                var intake = pane.intake
                intake.conflicts = intake.conflicts == "here" ? "file" : "here"
                return pane.office.preview(intake, replacing: true)
            },
            Binding(
                "w", label: say("write refused"), help: say("Writes the refused rows down, each with its reason."),
                unavailable: { $0.summary.counts.refused == 0 ? say("Nothing would be refused.") : nil }
            ) { $0.office.writeRefused($0.intake) },
            Binding(
                "E", label: say("encoding"),
                help: say("Says in which encoding the file is, where it was recognised wrongly."),
                unavailable: {
                    $0.intake.hasTable ? say("Esc goes back to the columns; E there says the encoding.") : nil
                }
            ) { pane in
                let (intake, office) = (pane.intake, pane.office)
                return office.pickEncoding(intake.files.first?.look.encoding) { encoding in
                    var intake = intake
                    for index in intake.files.indices { intake.files[index].plan.encoding = encoding }
                    return office.preview(intake, replacing: true)
                }
            },
            Binding("r", label: say("remarks"), help: say("Shows all that is to be said about the files.")) {
                .open(ReportPane(say("About the files"), $0.summary.sentences))
            },
        ] + ListTable.bindings(\.table)
    }

    // MARK: How it looks

    private var isWide: Bool { area.width >= 100 }
    /// Rows of what is said above the list.
    private var notes: [String] {
        Array(
            summary.sentences.filter { !summary.counted.contains($0) && !summary.ofNames.contains($0) }
                .prefix(max(0, 3 - names.count)))
    }
    /// Of the names that are not known.
    private var names: [String] { Array(summary.ofNames.prefix(2)) }
    private var top: Int { 3 + names.count + notes.count }
    /// Rows under the list in which the chosen record stands where there is no room beside it.
    private var foot: Int { isWide ? 0 : min(9, area.height / 3) }

    mutating func layout(in area: Rect) {
        self.area = area
        var list = area.inset(top: top, bottom: foot)
        if isWide { list.width = area.width / 2 }
        table.layout(in: list)
    }

    mutating func handle(_ event: Event) throws -> Step? { table.mouse(event) }

    func draw(on canvas: inout Canvas, in area: Rect) {
        let (x, width) = (area.x + 3, area.width - 4)
        let head = StyledText(say("This would come in"), .normal.bold) + StyledText("  " + visible(intake.title), .dim)
        canvas.write(head, x: x, y: area.y, width: width)
        canvas.write(numbers, x: x, y: area.y + 1, width: width)
        for (row, sentence) in names.enumerated() {
            let key = StyledText(row == 0 ? "  n" : "", .accent.bold)
            let used = canvas.write(
                visible(sentence), x: x, y: area.y + 2 + row, style: Style(.attention), width: width - key.width)
            canvas.write(key, x: x + used, y: area.y + 2 + row, width: width)
        }
        for (row, note) in notes.enumerated() {
            canvas.write(visible(note), x: x, y: area.y + 2 + names.count + row, style: .dim, width: width)
        }
        table.draw(summary.previews[table.window].map(row), on: &canvas)
        guard summary.previews.indices.contains(table.selected) else { return }
        let record = summary.previews[table.selected]
        if isWide {
            let left = area.x + area.width / 2 + 1
            for y in area.y + top..<area.bottom { canvas.write(Glyphs.vertical, x: left, y: y, style: .dim) }
            draw(
                record, on: &canvas,
                in: Rect(x: left + 2, y: area.y + top, width: area.right - left - 3, height: area.height - top))
        } else {
            canvas.rule(x: area.x, y: area.bottom - foot, width: area.width)
            draw(record, on: &canvas, in: Rect(x: x, y: area.bottom - foot + 1, width: width, height: foot - 1))
        }
    }

    /// `120 read · 100 new · 12 changed · 3 unchanged · 1 in conflict · 5 refused`, and what happens to those that are here.
    private var numbers: StyledText {
        let counts = summary.counts
        var line = StyledText("\(counts.read)", .normal.bold) + StyledText(" " + say("read"), .dim)
        for (number, word, role) in [
            (counts.new, say("new"), Role.good), (counts.changed, say("changed"), .attention),
            (counts.unchanged, say("unchanged"), .dim), (counts.skipped, say("skipped"), .dim),
            (counts.conflicts, say("in conflict"), .attention), (counts.refused, say("refused"), .bad),
        ] where number > 0 || word == say("new") {
            line +=
                StyledText("  ") + StyledText("\(number)", number == 0 ? Style(.dim) : Style(role).bold)
                + StyledText(" " + word, .dim)
        }
        return line + StyledText("   " + mode, .accent)
    }

    private var mode: String {
        switch intake.mode {
        case "skip": say("what is here stays")
        case "add": say("all are added")
        default:
            if summary.counts.conflicts == 0 {
                say("what is here is updated")
            } else {
                intake.conflicts == "file" ? say("in conflict the file counts") : say("in conflict what is here stays")
            }
        }
    }

    private func row(_ record: ImportPreview) -> ListTable.Row {
        let (word, role) = ImportPane.fate(record.fate)
        let what =
            record.reason.isEmpty
            // What the title says already, as the parts of a name do, is not said again.
            ? record.lines.filter { $0.before != nil || !record.title.contains($0.text) }.map(ImportPane.short)
                .joined(separator: " \(Glyphs.between) ")
            : record.reason
        return .init([
            StyledText(word, Style(role)), StyledText(record.line.map(String.init) ?? "", .dim),
            StyledText(visible(record.title.isEmpty ? say("\(record.kind.name)") : record.title)),
            StyledText(visible(what), .dim),
        ])
    }

    private static func short(_ line: ImportPreview.Line) -> String {
        guard let before = line.before else { return line.text }
        return "\(line.heading): \(before.isEmpty ? "" : before + " ")\(Glyphs.right) \(line.text)"
    }

    private static func fate(_ fate: ImportPreview.Fate) -> (String, Role) {
        switch fate {
        case .new: (say("new"), .good)
        case .changed: (say("changed"), .attention)
        case .unchanged: (say("unchanged"), .dim)
        case .skipped: (say("skipped"), .dim)
        case .refused: (say("refused"), .bad)
        }
    }

    /// One record with all that the file says of it.
    private func draw(_ record: ImportPreview, on canvas: inout Canvas, in area: Rect) {
        let (word, role) = ImportPane.fate(record.fate)
        let head =
            StyledText(visible(record.title), .normal.bold) + StyledText("  " + say("\(record.kind.name)") + ", ", .dim)
            + StyledText(word, Style(role))
        canvas.write(head, x: area.x, y: area.y, width: area.width)
        var y = area.y + 1
        if !record.reason.isEmpty {
            for line in wrap(visible(record.reason), width: area.width) where y < area.bottom {
                canvas.write(line, x: area.x, y: y, style: .bad, width: area.width)
                y += 1
            }
        }
        for line in record.lines where y < area.bottom {
            canvas.write(visible(line.heading), x: area.x, y: y, style: .dim, width: 14)
            var text = StyledText(visible(line.text))
            if let before = line.before {
                let gone = before.isEmpty ? StyledText() : StyledText(visible(before) + " ", .dim)
                text = gone + StyledText("\(Glyphs.right) ", .attention) + StyledText(visible(line.text))
            }
            canvas.write(text, x: area.x + 15, y: y, width: area.width - 15)
            y += 1
        }
    }
}
