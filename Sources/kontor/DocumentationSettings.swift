import Words

/// The page of the settings, made from their table.
enum DocumentationSettings {
    static var text: String {
        let rows = Setting.all.map { setting in
            "| `\(setting.key)` | \(setting.possible) | \(setting.standard) | \(setting.about) |"
        }
        return """
            # Settings

            Settings belong to you and this machine; they are not data, and Kontor runs without any. They stand in
            `~/.config/kontor/config.toml` (`kontor/config.toml` under `$XDG_CONFIG_HOME`):

            ```toml
            # Anything behind # is a remark.
            theme = "light"
            bell = true
            ```

            `kontor config` shows each with its value and where it comes from, `kontor config theme` one of them,
            `kontor config theme light` writes it into the file and leaves the rest of the file as it is,
            `kontor config --unset theme` takes it out. A variable of the environment (`KONTOR_THEME=light`) says more than the
            file, and the command line (`kontor --setting theme=light`) more than both. A line that cannot be understood is named
            when Kontor starts, and the default holds.

            | setting | is | by default | what it does |
            |---|---|---|---|
            \(rows.joined(separator: "\n"))

            """
    }
}
