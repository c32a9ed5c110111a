import Demo
import Exchange
import Foundation
import PaneKit
import Sales
import Screen
import Storage
import Words

/// Files in and out: an import is shown before it is done; both run as a child of this program, so that Esc can end them.
extension Office {
    private var childOptions: [String] {
        ["--db", store.path] + (clock.isFixed ? ["--now", clock.now.description] : [])
    }

    /// Asks for a file, shows what would come in, and brings it in.
    func importFiles() -> Step {
        let form = Form([
            .pick(
                "path", say("File"), required: true,
                hint: { _ in StyledText(say("CSV, vCard or iCalendar; Google, Outlook, Salesforce … exports"), .dim) }
            ) {
                self.fileCompletions($0)
            }
        ])
        return passingForm(say("Import"), form) { form in
            let path = Office.expanded(form["path"])
            guard FileManager.default.fileExists(atPath: path) else {
                throw FormError(field: "path", say("There is no such file."))
            }
            return .sequence([
                .back,
                .run(
                    Work(
                        title: say("Looking at \(path)"),
                        arguments: ["import", path, "--dry-run", "--for-screen"] + self.childOptions
                    ) { result in
                        self.preview(path, result)
                    }),
            ])
        }
    }

    private func preview(_ path: String, _ result: Work.Result) -> Step {
        if result.wasCancelled { return .say(say("Nothing was imported.")) }
        guard result.status == 0 || result.status == 3 else {
            return .say(result.progress.last ?? say("The file could not be read."), .bad)
        }
        let work = Work(title: say("Importing \(path)"), arguments: ["import", path, "--for-screen"] + childOptions) {
            result in
            if result.wasCancelled { return .sequence([.refresh, .say(say("Cancelled: nothing was imported."))]) }
            let isDone = result.status == 0
            let lines =
                result.output.split(separator: "\n").map(String.init) + (isDone ? [] : result.progress.suffix(1))
            return .sequence([
                .refresh,
                .open(
                    ReportPane(
                        isDone ? say("Imported; u takes it all back") : say("Nothing was imported"), lines, action: nil)
                ),
            ])
        }
        var lines = result.output.split(separator: "\n").map(String.init)
        if result.status != 0 {
            lines += result.progress.suffix(1)
            return .open(ReportPane(say("Nothing can come in"), lines, action: nil))
        }
        return .open(ReportPane(say("This would come in"), lines, action: (say("import"), work)))
    }

    /// `x`: what is shown, as a CSV file, or as the end of its name says.
    func export(_ kind: Kind, query: String) -> Step {
        export(say("Export what is shown"), say("File"), "\(kind.plural)-\(clock.today).csv", Office.formats(kind)) {
            ["export", kind.plural] + (query.isEmpty ? [] : [query]) + ["-o", $0]
        }
    }

    /// `x` on a report: its figures, as a CSV file.
    func export(_ report: Report.Name, _ period: Period, filter: String) -> Step {
        export(say("Export what is shown"), say("File"), "report-\(report.rawValue)-\(clock.today).csv") {
            ["report", report.rawValue] + (filter.isEmpty ? [] : [filter])
                + ["--period", period.rawValue, "--format", "csv", "-o", $0]
        }
    }

    func exportAll() -> Step {
        export(say("Export everything"), say("Folder"), "kontor-\(clock.today)") { ["export", "all", "-o", $0] }
    }

    /// - Parameters:
    ///   - name: proposed, in the home folder.
    ///   - hint: which names are understood.
    ///   - arguments: the command that writes to a path.
    private func export(
        _ title: String, _ label: String, _ name: String, _ hint: String? = nil,
        _ arguments: @escaping (String) -> [String]
    ) -> Step {
        let form = Form([
            .line(
                "path", label, text: Office.home + "/" + name, required: true,
                hint: { _ in hint.map { StyledText($0, .dim) } })
        ])
        return passingForm(title, form) { form in
            let path = Office.expanded(form["path"])
            let run: (Bool) -> Step = { force in
                .run(
                    Work(
                        title: say("Exporting to \(path)"),
                        arguments: arguments(path) + (force ? ["--force"] : []) + self.childOptions
                    ) { self.told($0) })
            }
            return .sequence([.back, self.unlessThere(path, run)])
        }
    }

    /// Which ends of a name give which format: `.csv table · .vcf vCard`.
    private static func formats(_ kind: Kind) -> String {
        ExportFormat.allCases.filter { $0.kinds.contains(kind) }.map { ".\($0.ending)" }.joined(
            separator: " \(Glyphs.between) ")
    }

    private func unlessThere(_ path: String, _ run: @escaping (Bool) -> Step) -> Step {
        guard FileManager.default.fileExists(atPath: path) else { return run(false) }
        return .ask(
            Question(
                say("\(path) is there already. Replace it?"), choices: [.init("y<Enter>", say("replace")) { run(true) }]
            ))
    }

    private func told(_ result: Work.Result) -> Step {
        if result.wasCancelled { return .say(say("Cancelled: nothing was written.")) }
        let last = result.output.split(separator: "\n").last.map(String.init) ?? result.progress.last ?? ""
        return .say(last, result.status == 0 ? .good : .bad)
    }

    /// Fills an empty file with the demo territory.
    func fillWithDemo() throws -> Step {
        try act { try DemoTerritory.fill($0, clock: clock) }
        return .sequence([
            .refresh,
            .say(
                say("A demo territory to look around in") + " \(Glyphs.between) " + say("u takes it out again"), .good),
        ])
    }

    private static var home: String { ProcessInfo.processInfo.environment["HOME"] ?? "." }

    private static func expanded(_ path: String) -> String {
        let path = path.trimmingSpaces()
        return path == "~" || path.hasPrefix("~/") ? home + path.dropFirst() : path
    }

    private func fileCompletions(_ typed: String) -> [FormField.Completion] {
        let path = Office.expanded(typed)
        // By hand: Foundation's way of cutting a path crashes on text that is none.
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        let start = path.dropFirst(folder.count).lowercased()
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
        return names.filter { $0.lowercased().hasPrefix(start) && ($0.first != "." || start.first == ".") }.sorted()
            .prefix(8).map { name in
                var isFolder: ObjCBool = false
                let full = folder + name
                _ = FileManager.default.fileExists(atPath: full, isDirectory: &isFolder)
                return FormField.Completion(full + (isFolder.boolValue ? "/" : ""))
            }
    }
}

/// Lines that a command printed, and what may be done next.
struct ReportPane: Pane {
    let title: String
    private let lines: [String]
    private let action: (label: String, work: Work)?
    private var shown: [String] = []
    private var top = 0
    private var height = 1

    /// - Parameter action: what Enter goes on to do; nil to close.
    init(_ title: String, _ lines: [String], action: (label: String, work: Work)?) {
        self.title = title
        self.lines = lines
        self.action = action
        shown = ReportPane.wrapped(lines, 84)
    }

    var placement: Placement { .floating(width: 84, height: min(max(shown.count, 3), 24)) }

    static var bindings: [Binding<ReportPane>] {
        [
            Binding(
                "<Enter>", label: say("import"), help: say("Does what is shown."), rank: 0,
                unavailable: { $0.action == nil ? say("It is done.") : nil }
            ) { pane in .sequence([.back, .run(pane.action!.work)]) },
            Binding(
                "<Enter>", label: say("close"), help: "", rank: 0,
                unavailable: { $0.action == nil ? nil : say("Esc goes back.") }
            ) { _ in .back },
            Binding("j", "<Down>", name: "j k", label: say("scroll"), help: say("Scrolls down.")) { $0.scroll(1) },
            Binding("k", "<Up>", help: say("Scrolls up.")) { $0.scroll(-1) },
            Binding("<PgDn>", help: say("Scrolls down by a page.")) { $0.scroll($0.height) },
            Binding("<PgUp>", help: say("Scrolls up by a page.")) { $0.scroll(-$0.height) },
        ]
    }

    private static func wrapped(_ lines: [String], _ width: Int) -> [String] {
        lines.flatMap { $0.isEmpty ? [""] : wrap($0, width: width) }
    }

    private mutating func scroll(_ rows: Int) -> Step {
        top = max(0, min(shown.count - height, top + rows))
        return .stay
    }

    mutating func layout(in area: Rect) {
        height = max(1, area.height)
        shown = ReportPane.wrapped(lines, max(20, area.width))
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        for (row, line) in shown.dropFirst(top).prefix(area.height).enumerated() {
            canvas.write(line, x: area.x, y: area.y + row, width: area.width)
        }
    }
}
