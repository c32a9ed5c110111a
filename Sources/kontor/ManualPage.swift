import ArgumentParser
import Formats
import Words

/// The manual page, in the roff that `man` reads, from the commands' own help.
struct ManualPage {
    private let root: JSON

    init() throws {
        let help = try JSONReader.value(Array(Kontor._dumpHelp().utf8))
        root = help["command"] ?? .null
    }

    var text: String {
        var lines = [
            ".\\\" Made by `kontor generate-docs`; change the commands instead.",
            ".TH KONTOR 1",
            ".SH NAME",
            "kontor \\- " + Self.escaped(abstract(root)),
            ".SH SYNOPSIS",
            ".B kontor",
            "[\\fIoptions\\fR] [\\fIcommand\\fR]",
            ".SH DESCRIPTION",
        ]
        lines += paragraphs(root)
        lines.append(".SH OPTIONS")
        lines += arguments(of: root)
        lines.append(".SH COMMANDS")
        lines.append("All options above may also stand behind the name of a command.")
        for command in commands(of: root) { lines += section(command, "kontor") }
        lines += [
            ".SH FILES", ".TP", "\\fB$XDG_DATA_HOME/kontor/kontor.db\\fR",
            "The file, where neither --db nor KONTOR_DB names another.",
            ".TP", "\\fB$XDG_CONFIG_HOME/kontor/config.toml\\fR", "The settings (default: under \\fB~/.config\\fR).",
            ".TP", "\\fB$XDG_STATE_HOME/kontor/drafts\\fR", "What was typed into forms that were not saved.",
            ".SH SETTINGS",
            "The command line (--setting) says more than the environment, the environment more than the file.",
        ]
        for setting in Setting.all {
            lines += [
                ".TP", "\\fB\(setting.key)\\fR, \\fB\(setting.variable)\\fR",
                Self.escaped("\(setting.about) It is \(setting.possible); by default \(setting.standard)."),
            ]
        }
        lines += [
            ".SH ENVIRONMENT", ".TP", "\\fBKONTOR_DB\\fR", "The file.",
            ".TP", "\\fBKONTOR_NOW\\fR", "Work as if it were this time, as --now.",
            ".TP", "\\fBNO_COLOR\\fR", "Show the screen without colours, where no theme is set.",
            ".TP", "\\fBCOLORFGBG\\fR", "What some terminals say of their background.",
            ".TP", "\\fBVISUAL\\fR, \\fBEDITOR\\fR", "The editor of Ctrl\\-E.",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    private func section(_ command: JSON, _ path: String) -> [String] {
        let name = path + " " + Self.escaped(command["commandName"]?.string ?? "")
        let children = commands(of: command)
        if !children.isEmpty { return children.flatMap { section($0, name) } }
        let positional = (command["arguments"]?.array ?? []).filter {
            $0["kind"]?.string == "positional" && isShown($0)
        }
        let places = positional.map { argument in
            let value = "\\fI" + Self.escaped(argument["valueName"]?.string ?? "") + "\\fR"
            let repeated = argument["isRepeating"]?.bool == true ? value + "…" : value
            return argument["isOptional"]?.bool == true ? "[\(repeated)]" : repeated
        }
        var lines = [".SS \"\(([name] + places).joined(separator: " "))\""]
        lines.append(Self.escaped(abstract(command)))
        lines += paragraphs(command)
        lines += arguments(of: command)
        return lines
    }

    /// The options of a command; those of every command only at the root.
    private func arguments(of command: JSON) -> [String] {
        let isRoot = command == root
        return (command["arguments"]?.array ?? []).filter(isShown).flatMap { argument -> [String] in
            let name = argument["preferredName"]?["name"]?.string ?? ""
            if name == "help" || (!isRoot && ["db", "now", "setting", "version"].contains(name)) { return [] }
            let abstract = Self.escaped(abstract(argument))
            let value = Self.escaped(argument["valueName"]?.string ?? "")
            switch argument["kind"]?.string {
            case "positional": return [".TP", "\\fI\(value)\\fR", abstract]
            case "flag": return [".TP", "\\fB\(names(argument))\\fR", abstract]
            default: return [".TP", "\\fB\(names(argument))\\fR \\fI\(value)\\fR", abstract]
            }
        }
    }

    private func names(_ argument: JSON) -> String {
        (argument["names"]?.array ?? []).compactMap { name in
            name["name"]?.string.map { Self.escaped((name["kind"]?.string == "short" ? "-" : "--") + $0) }
        }.joined(separator: ", ")
    }

    private func commands(of command: JSON) -> [JSON] {
        (command["subcommands"]?.array ?? []).filter { isShown($0) && $0["commandName"]?.string != "help" }
    }

    private func isShown(_ entry: JSON) -> Bool { entry["shouldDisplay"]?.bool != false }
    private func abstract(_ entry: JSON) -> String { entry["abstract"]?.string ?? "" }

    private func paragraphs(_ entry: JSON) -> [String] {
        (entry["discussion"]?.string ?? "").split(separator: "\n").flatMap { [".PP", Self.escaped(String($0))] }
    }

    /// Text that roff takes as text.
    private static func escaped(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
    }
}
