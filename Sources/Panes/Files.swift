import Demo
import Exchange
import Foundation
import PaneKit
import Sales
import Screen
import Storage
import Words

/// Files out: an export runs as a child of this program, so that Esc can end it.
extension Office {
    var childOptions: [String] {
        ["--db", store.path] + (clock.isFixed ? ["--now", clock.now.description] : [])
    }

    /// `x`: what is shown, as a CSV file, or as the end of its name says.
    func export(_ kind: Kind, query: String) -> Step {
        export(say("Export what is shown"), say("File"), "\(kind.plural)-\(clock.today).csv", Office.formats(kind)) {
            ["export", kind.plural] + (query.isEmpty ? [] : [query]) + ["-o", $0]
        }
    }

    /// `x` on a report: its figures, as a CSV file.
    ///
    /// - Parameter day: of changes, since when instead of the begin of the period.
    func export(_ report: Report.Name, _ period: Period, filter: String = "", since day: Day? = nil) -> Step {
        export(say("Export what is shown"), say("File"), "report-\(report.rawValue)-\(clock.today).csv") {
            ["report", report.rawValue] + (filter.isEmpty ? [] : [filter])
                + (day.map { ["--since", "\($0)"] } ?? ["--period", period.rawValue])
                + ["--format", "csv", "-o", $0]
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
            .pick(
                "path", label, text: "~/" + name, required: true, hint: { _ in hint.map { StyledText($0, .dim) } }
            ) {
                // Of files one is made here; only folders lead on by themselves.
                Office.paths.completions($0).map {
                    var completion = $0
                    completion.isLikely = $0.leadsOn
                    return completion
                }
            }
        ])
        return passingForm(title, form, rows: 11) { form in
            let path = Office.paths.path(form["path"])
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

    static var paths: PathCompletion {
        PathCompletion(home: home, endings: ["csv", "tsv", "txt", "vcf", "ics", "vcs", "json"])
    }
}
