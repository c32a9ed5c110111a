/// The manual's tables of keys, made from the tables that dispatch them.

/// Rows of a Markdown table, `| key | what it does |`, of a pane's own keys.
package func keyTable<P: Pane>(of pane: P.Type) -> String {
    markdown(pane.bindings.map { ($0.name, $0.help) })
}

/// The same of the keys that work on every pane.
package func keyTable(of globals: [GlobalBinding]) -> String {
    markdown(globals.map { ($0.action.name, $0.action.help) })
}

private func markdown(_ rows: [(key: String, help: String)]) -> String {
    "| key | does |\n|---|---|\n"
        + rows.filter { !$0.help.isEmpty }.map {
            "| `\($0.key.replacing("|", with: "\\|"))` | \($0.help.replacing("|", with: "\\|")) |\n"
        }.joined()
}
