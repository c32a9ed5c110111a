import Screen

/// The manual's tables of keys, made from the tables that dispatch them.

/// Rows of a Markdown table, `| key | what it does |`, of a pane's own keys.
package func keyTable<P: Pane>(of pane: P.Type) -> String {
    markdown(pane.bindings.map { (names($0.keys, or: $0.name), $0.help) })
}

extension App {
    /// The same of the keys that work on every pane: the program's and the App's own.
    package var globalKeyTable: String {
        markdown(globalBindings.map { (names($0.action.keys, or: $0.action.name), $0.action.help) })
    }
}

/// Every key of a row; a row of many keys (`z 1…9`) has a name for all.
func names(_ keys: [[Key]], or name: String) -> [String] {
    name.contains("…") ? [name] : keys.map(shownName)
}

private func markdown(_ rows: [(keys: [String], help: String)]) -> String {
    "| key | does |\n|---|---|\n"
        + rows.filter { !$0.help.isEmpty }.map { row in
            let keys = row.keys.map { "`\($0.replacing("|", with: "\\|"))`" }.joined(separator: " ")
            return "| \(keys) | \(row.help) |\n"
        }.joined()
}
