import ArgumentParser
import Exchange
import Formats
import Foundation
import Screen
import Words

/// `kontor config`: the person's settings, where each comes from, and changing one.
struct ConfigCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Show the settings and where each comes from, or change one.",
        discussion: """
            Settings stand in kontor/config.toml under $XDG_CONFIG_HOME as key = "value"; KONTOR_KEY in the environment says \
            more than the file, --setting on the command line more than both.
            """)

    @Argument(help: ArgumentHelp("Which; without it all are shown.", valueName: "key"))
    var key: String?

    @Argument(help: ArgumentHelp("What it is to be, written into the file.", valueName: "value"))
    var value: String?

    @Flag(help: "Take it out of the file, so that the default holds.")
    var unset = false

    @Flag(help: "An array of records in JSON.")
    var json = false

    @OptionGroup var options: ErrandOptions

    func validate() throws {
        if unset, key == nil || value != nil { throw ValidationError(say("--unset takes the name of one setting.")) }
        if json, unset || value != nil { throw ValidationError(say("--json shows settings; it changes none.")) }
    }

    func run(in errand: Errand) throws {
        let setting = try key.map(Self.setting)
        if let setting, unset || value != nil { return try change(setting, errand) }
        let shown = setting.map { [$0] } ?? Setting.all
        if json {
            try errand.output.json(shown.map(Self.record))
        } else if let setting {
            errand.output.line(Settings.current[setting].text)
        } else {
            let rows =
                [(say("KEY"), say("VALUE"), say("FROM"))]
                + shown.map { ($0.key, Settings.current[$0].text, Self.origin(of: $0)) }
            let widths = rows.reduce((0, 0)) { (max($0.0, displayWidth(of: $1.0)), max($0.1, displayWidth(of: $1.1))) }
            // No table: a path is of use only whole.
            for row in rows { errand.output.line("\(pad(row.0, widths.0))  \(pad(row.1, widths.1))  \(row.2)") }
        }
    }

    private static func setting(_ name: String) throws -> Setting {
        if let setting = Setting.named(name) { return setting }
        throw Failure.usage(
            say("There is no setting \(visible(name)); there are \(Setting.all.map(\.key).joined(separator: ", "))."))
    }

    private static func origin(of setting: Setting) -> String {
        switch Settings.current[setting].origin {
        case .standard: say("default")
        case .file(let path, let line): say("\(path), line \(line)")
        case .environment(let variable): variable
        case .commandLine: say("command line")
        }
    }

    private static func record(_ setting: Setting) -> JSON {
        [
            "key": .string(setting.key), "value": .string(Settings.current[setting].text),
            "from": .string(origin(of: setting)), "possible": .string(setting.possible),
            "default": .string(setting.standard), "variable": .string(setting.variable),
            "about": .string(setting.about),
        ]
    }

    // MARK: Changing

    private func change(_ setting: Setting, _ errand: Errand) throws {
        var new: String?
        do { new = try value.map { try setting.value(of: $0) } } catch let error as SettingError {
            throw Failure.usage(error.description)
        }
        let environment = ProcessInfo.processInfo.environment
        guard let named = Settings.path(environment) else {
            throw Failure.system(say("HOME is not set, so the place of the settings is not known."))
        }
        // A link into a folder of dotfiles stays one.
        let path =
            realpath(named, nil).map { pointer in
                defer { free(pointer) }
                return String(cString: pointer)
            } ?? named
        var file = try Self.file(path)
        file.set(setting.key, to: new)
        try Self.write(file.text, to: path)
        let held =
            new.map { say("\(setting.key) is \($0) in \(named).") } ?? say("\(setting.key) is not in \(named) now.")
        let variable = environment[setting.variable].map {
            $0.isEmpty ? "" : " " + say("\(setting.variable) says \($0) at present.")
        }
        errand.output.line(held + (variable ?? ""))
    }

    private static func file(_ path: String) throws -> SettingsFile {
        guard FileManager.default.fileExists(atPath: path) else { return SettingsFile("") }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure.system(say("\(path) cannot be read: check its permissions."))
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw Failure.data(say("\(path) is not text in UTF-8, so it is left as it is."))
        }
        return SettingsFile(text)
    }

    private static func write(_ text: String, to path: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: parentFolder(of: path), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw Failure.system(
                say("The folder \(parentFolder(of: path)) cannot be made: check the permissions above it."))
        }
        let file = try SafeFile(path, force: true)
        try file.write(Array(text.utf8))
        try file.finish()
    }
}
