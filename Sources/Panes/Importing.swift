import Exchange
import Foundation
import PaneKit
import Sales
import Screen
import Storage
import Words

/// Files on their way in: which they are, and how a person wants them to be read.
struct Intake {
    struct File {
        var look: FileLook
        var plan = FilePlan()
        /// The name of the kept mapping that was put on.
        var mapping: String?

        var name: String { look.path.split(separator: "/").last.map(String.init) ?? look.path }
    }

    var files: [File] = []
    /// What happens to records that are here already, as the command says it.
    var mode = "update"
    /// Which side counts where both changed the same, as the command says it.
    var conflicts = "here"

    var title: String { files.map(\.name).joined(separator: ", ") }
    /// What was said of names that are not known here.
    var names: NameChoices { files.reduce(into: NameChoices()) { $0.add($1.plan.names) } }

    /// Names mean the same in all files.
    mutating func choose(_ names: NameChoices) {
        for index in files.indices { files[index].plan.names = names }
    }

    var hasTable: Bool { files.contains { $0.look.format == .table } }

    /// The command that brings them in.
    func arguments(_ more: [String]) -> [String] {
        let plans = files.map { file in
            (try? JSONEncoder().encode(file.plan)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
        }
        return ["import"] + files.map(\.look.path) + plans.flatMap { ["--plan", $0] } + [
            "--mode", mode, "--conflicts", conflicts, "--for-screen",
        ]
            + more
    }
}

/// `i`: a file is chosen, looked at, shown as it would be, and brought in. The reading is done by a child of this program, so that Esc can
/// end it.
extension Office {
    /// Asks for a file.
    ///
    /// - Parameter intake: the files that are chosen already.
    func importFiles(beside intake: Intake = Intake()) -> Step {
        let folder = intake.files.last.map { String($0.look.path.dropLast($0.name.count)) }
        let form = Form([
            .pick(
                "path", say("File"), text: folder.map { Office.paths.short($0) } ?? "~/", required: true,
                hint: { _ in StyledText(say("CSV, vCard, iCalendar, JSON"), .dim) }
            ) { Office.paths.completions($0) }
        ])
        return passingForm(intake.files.isEmpty ? say("Import") : say("One file more"), form, rows: 11) { form in
            let path = Office.paths.path(form["path"])
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw FormError(field: "path", say("There is no such file."))
            }
            if isFolder.boolValue { throw FormError(field: "path", say("This is a folder; Tab lists what is in it.")) }
            if intake.files.contains(where: { $0.look.path == path }) {
                throw FormError(field: "path", say("This file is chosen already."))
            }
            return .sequence([.back, try self.look(at: path, beside: intake)])
        }
    }

    private func look(at path: String, beside intake: Intake) throws -> Step {
        let kept = try keptMapping { $0.plan(of: path) }
        return look(at: path, kept?.plan ?? FilePlan()) { file in
            var (file, intake) = (file, intake)
            if let kept { file.mapping = kept.name }
            intake.files.append(file)
            if file.look.format == .table, intake.files.count > 1 {
                let added = intake
                return .update(MappingPane.self) { pane in
                    pane.take(added)
                    return .stay
                }
            }
            if file.look.format == .table {
                let pane = MappingPane(intake, office: self)
                return file.look.isOwn ? .sequence([.open(pane), self.preview(intake)]) : .open(pane)
            }
            return self.preview(intake)
        }
    }

    /// Looks at a file, read as a plan says.
    func look(at path: String, _ plan: FilePlan, then: @escaping (Intake.File) throws -> Step) -> Step {
        let said = (try? JSONEncoder().encode(plan)).map { ["--plan", String(decoding: $0, as: UTF8.self)] } ?? []
        return .run(
            Work(
                title: say("Looking at \(Office.paths.short(path))"),
                arguments: ["import", path, "--columns", "--for-screen"] + said + childOptions
            ) { result in
                if result.wasCancelled { return .say(say("Nothing was imported.")) }
                guard result.status == 0,
                    let look = try? JSONDecoder().decode([FileLook].self, from: Data(result.output.utf8)).first
                else {
                    return .say(result.progress.last ?? say("The file could not be read."), .bad)
                }
                return try then(try self.recognised(look, plan))
            })
    }

    /// A file with the mapping that was kept for its headings.
    private func recognised(_ look: FileLook, _ plan: FilePlan) throws -> Intake.File {
        var file = Intake.File(look: look, plan: plan)
        guard look.format == .table, !look.isOwn, plan.fields.isEmpty else { return file }
        if let kept = try keptMapping({ $0.plan(for: look.header) }) {
            file.plan = kept.plan.read(as: plan)
            file.mapping = kept.name
            try file.look.apply(file.plan)
        }
        return file
    }

    /// The first of the mappings that are kept of which a plan can be made.
    private func keptMapping(_ plan: (KeptMapping) -> FilePlan?) throws -> (name: String, plan: FilePlan)? {
        for kept in try read({ try $0.mappings() }) {
            if let plan = KeptMapping(kept).flatMap(plan) { return (kept.name, plan) }
        }
        return nil
    }

    /// Asks in which encoding a file is.
    ///
    /// - Parameter now: as which it is read.
    func pickEncoding(_ now: String?, _ then: @escaping (String?) -> Step) -> Step {
        .open(
            MenuPane(
                say("The encoding"),
                FilePlan.encodings.map { name in .init(name) { then(name) } }
                    + [.init(say("as it looks")) { then(nil) }],
                from: now.flatMap(FilePlan.encodings.firstIndex)))
    }

    /// Finds out what would come in, and shows it.
    func preview(_ intake: Intake, replacing: Bool = false) -> Step {
        .run(
            Work(
                title: say("Looking at \(intake.title)"), arguments: intake.arguments(["--dry-run"]) + childOptions
            ) { result in
                if result.wasCancelled { return .say(say("Nothing was imported.")) }
                guard let summary = Office.summary(result) else {
                    return .say(result.progress.last ?? say("The file could not be read."), .bad)
                }
                let pane = ImportPane(intake, summary, office: self)
                return replacing ? .replace(pane) : .open(pane)
            })
    }

    /// Brings in what the pane on top shows.
    func bringIn(_ intake: Intake) -> Step {
        .run(
            Work(title: say("Importing \(intake.title)"), arguments: intake.arguments([]) + childOptions) { result in
                if result.wasCancelled { return .sequence([.refresh, .say(say("Cancelled: nothing was imported."))]) }
                let summary = Office.summary(result)
                let isDone = result.status == 0
                let lines = (summary?.sentences ?? []) + (isDone ? [] : result.progress.suffix(1))
                let refused = summary?.counts.refused ?? 0
                let pane = ReportPane(
                    isDone ? say("Imported; u takes it all back") : say("Nothing was imported"), lines,
                    refused: refused > 0 ? { self.writeRefused(intake) } : nil)
                let away: [Step] = intake.hasTable ? [.back, .back] : [.back]
                return .sequence((isDone ? away : []) + [.refresh, .open(pane)])
            })
    }

    private static func summary(_ result: Work.Result) -> ImportSummary? {
        guard result.status == 0 || result.status == 3 else { return nil }
        return try? JSONDecoder().decode(ImportSummary.self, from: Data(result.output.utf8))
    }

    /// Asks where the refused rows are to be written, and writes them there.
    func writeRefused(_ intake: Intake) -> Step {
        guard let file = intake.files.first else { return .stay }
        let folder = String(file.look.path.dropLast(file.name.count))
        let stem = file.name.split(separator: ".").first.map(String.init) ?? file.name
        let names = ["\(stem)-refused.csv"] + (2...99).map { "\(stem)-refused-\($0).csv" }
        let free = names.first { !FileManager.default.fileExists(atPath: folder + $0) } ?? names[0]
        let form = Form([
            .pick("path", say("File"), text: Office.paths.short(folder + free), required: true) {
                Office.paths.completions($0).map {
                    var completion = $0
                    completion.isLikely = $0.leadsOn
                    return completion
                }
            }
        ])
        return passingForm(say("Write the refused rows"), form, rows: 11) { form in
            let path = Office.paths.path(form["path"])
            if FileManager.default.fileExists(atPath: path) {
                throw FormError(field: "path", say("There is such a file already; name another one."))
            }
            return .sequence([
                .back,
                .run(
                    Work(
                        title: say("Writing \(Office.paths.short(path))"),
                        arguments: intake.arguments(["--dry-run", "--rejects", path]) + self.childOptions
                    ) { result in
                        guard FileManager.default.fileExists(atPath: path) else {
                            return .say(result.progress.last ?? say("Nothing was written."), .bad)
                        }
                        return .say(
                            say("The refused rows are in \(Office.paths.short(path)); mend them there, then i."), .good)
                    }),
            ])
        }
    }
}

extension KeptMapping {
    /// Nil when what is kept is no mapping that this version understands.
    init?(_ view: SavedView) {
        guard let kept = try? JSONDecoder().decode(KeptMapping.self, from: Data(view.query.utf8)) else { return nil }
        self = kept
    }
}
