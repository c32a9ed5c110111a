import Foundation
import PaneKit
import Sales
import Words

/// Completes the path of a file while it is typed: folders lead on, `~` is the home folder and stays as it was typed, hidden files come
/// only after a point.
struct PathCompletion {
    /// Of `~`.
    let home: String
    /// How files end that are looked for: they come first.
    let endings: [String]

    /// More are not listed; a further letter brings them.
    private static let most = 200

    /// The path that is meant. Spaces around it belong to it only where there is such a file.
    func path(_ typed: String) -> String {
        let whole = expanded(typed)
        return FileManager.default.fileExists(atPath: whole) ? whole : expanded(typed.trimmingSpaces())
    }

    /// A path that begins anew behind what stood there, as one that is pasted: `~//tmp/a.csv`, `~/~/a.csv`.
    private func fresh(_ typed: String) -> String {
        let slash = typed.range(of: "//", options: .backwards)?.lowerBound
        let tilde = typed.range(of: "/~/", options: .backwards)?.lowerBound
        guard let cut = [slash, tilde].compactMap({ $0 }).max() else { return typed }
        return String(typed[typed.index(after: cut)...])
    }

    private func expanded(_ typed: String) -> String {
        let path = fresh(typed)
        return path == "~" || path.hasPrefix("~/") ? home + path.dropFirst() : path
    }

    /// A path as it is typed and shown: what lies in the home folder begins with `~`.
    func short(_ path: String) -> String {
        path == home || path.hasPrefix(home + "/") ? "~" + path.dropFirst(home.count) : path
    }

    /// What a path that was begun may become.
    func completions(_ typed: String) -> [FormField.Completion] {
        let typed = fresh(typed)
        if typed == "~" { return [.init("~/", leadsOn: true)] }
        // By hand: Foundation's way of cutting a path crashes on text that is none.
        let shown = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
        let start = folded(String(typed.dropFirst(shown.count)))
        let isHidden = start.first == "."
        let folder = shown.isEmpty ? "." : expanded(shown)
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter {
            folded($0).hasPrefix(start) && ($0.first == ".") == isHidden
        }
        // What is typed in full is meant, though others go on from there.
        let isWhole = names.contains { shown + $0 == typed }
        let entries = names.prefix(10 * PathCompletion.most).map { Entry($0, in: folder, endings) }
        return entries.sorted { $0.order < $1.order }.prefix(PathCompletion.most).map { entry in
            let name = entry.name + (entry.isFolder ? "/" : "")
            return .init(
                shown + name, detail: entry.isFolder ? "" : fileSize(entry.size),
                isLikely: !isWhole, label: name,
                leadsOn: entry.isFolder)
        }
    }

    private struct Entry {
        let name: String
        let isFolder: Bool
        let size: Int
        private let rank: Int
        private let plain: String

        var order: (Int, String, String) { (rank, plain, name) }

        init(_ name: String, in folder: String, _ endings: [String]) {
            let path = folder + "/" + name
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            self.name = name
            self.isFolder = isFolder.boolValue
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            size = (attributes?[.size] as? NSNumber)?.intValue ?? 0
            plain = SortKey.of(name, isName: false)
            let isWanted = endings.contains { name.lowercased().hasSuffix("." + $0) }
            rank = isFolder.boolValue ? 1 : isWanted ? 0 : 2
        }
    }
}
