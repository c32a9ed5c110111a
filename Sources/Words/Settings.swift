import Foundation

/// The person's settings as they hold in this run: the command line before the environment before the file before the defaults.

/// They are not data: they belong to this machine and this user.
package struct Settings: Sendable, Equatable {
    /// Where a value comes from.
    package enum Origin: Sendable, Hashable {
        case standard
        case file(String, line: Int)
        case environment(String)
        case commandLine
    }

    package struct Value: Sendable, Hashable {
        /// In the form in which `Setting.value(of:)` gives it.
        package var text: String
        package var origin: Origin
    }

    private var values: [String: Value] = [:]
    private var locale: Language
    /// A sentence that says what could not be understood, and where; nil when all could.
    package private(set) var problem: String?

    /// - Parameters:
    ///   - environment: `KONTOR_…`, and the locale, which gives the currency where nothing else does.
    ///   - file: the settings file and its name, when there is one.
    package init(environment: [String: String], file: (path: String, contents: SettingsFile)? = nil) {
        var problems: [String] = []
        locale = Language(locale: environment)
        for setting in Setting.all {
            values[setting.key] = Value(
                text: setting.key == "currency" ? Settings.currency(of: environment) : setting.standard,
                origin: .standard)
        }
        if let (path, contents) = file {
            problems = contents.problems.map { "\(path), \($0)" }
            for entry in contents.entries {
                do {
                    try set(entry.key, to: entry.value, from: .file(path, line: entry.line))
                } catch {
                    problems.append(say("\(path), line \(entry.line): \(error.description)"))
                }
            }
        }
        for setting in Setting.all {
            guard let text = environment[setting.variable], !text.isEmpty else { continue }
            do { try set(setting.key, to: text, from: .environment(setting.variable)) } catch {
                problems.append("\(setting.variable): \(error.description)")
            }
        }
        guard let first = problems.first else { return }
        problem = (first.hasSuffix(".") ? first : first + ".")
        if problems.count > 1 { problem! += " " + say("\(problems.count - 1) more could not be understood.") }
    }

    /// - Throws: `SettingError` for a name that is none and for a wrong value.
    package mutating func set(_ key: String, to text: String, from origin: Origin) throws(SettingError) {
        guard let setting = Setting.named(key) else {
            throw SettingError(
                say("there is no setting \(visible(key)); there are \(Setting.all.map(\.key).joined(separator: ", ")).")
            )
        }
        values[key] = Value(text: try setting.value(of: text), origin: origin)
    }

    /// What holds of a row of the table.
    package subscript(setting: Setting) -> Value { values[setting.key]! }
    private subscript(key: String) -> String { values[key]!.text }

    // MARK: What the program asks

    /// ISO 4217: of new deals, and of amounts typed without a currency.
    package var currency: String { self["currency"] }
    /// ISO 4217: in which totals of all currencies are shown; nil for none.
    package var baseCurrency: String? { self["base_currency"] == "none" ? nil : self["base_currency"] }
    package var language: Language { Language(rawValue: self["language"]) ?? locale }
    /// `auto`, or the name of a theme.
    package var theme: String { self["theme"] }
    /// `auto`, `full` or `plain`.
    package var glyphs: String { self["glyphs"] }
    package var hasMouse: Bool { self["mouse"] == "on" }
    package var ringsBell: Bool { self["bell"] == "on" }
    package var keepsBackups: Bool { self["backups"] == "on" }
    /// ISO weekdays, 1 Monday to 7 Sunday; never empty.
    package var workingDays: Set<Int> { Setting.weekdays(in: self["working_week"]) ?? [1, 2, 3, 4, 5] }
    /// Minutes since midnight, in order; never empty.
    package var workingHours: [Range<Int>] { Setting.hours(in: self["working_hours"]) ?? [9 * 60..<18 * 60] }
    /// Minutes.
    package var travelMinutes: Int { Int(self["travel"]) ?? 30 }
    /// The program that dials, and its arguments with `{number}` in one of them; empty for none.
    package var dialCommand: [String] { SettingsFile.list(self["dial"]) ?? [] }

    /// After how many days a won deal proposes to ask again; 0 for never.
    package var nextSaleDays: Int { Int(self["next_sale"]) ?? 90 }

    // MARK: Of this run

    /// Read when first asked for. Changed by the command line only, before anything else is done.
    nonisolated(unsafe) package private(set) static var current = read(ProcessInfo.processInfo.environment)

    /// What the command line says, for this run and for what it starts.
    ///
    /// - Throws: `SettingError`.
    package static func override(_ key: String, with text: String) throws(SettingError) {
        try current.set(key, to: text, from: .commandLine)
        setenv(Setting.named(key)!.variable, text, 1)
    }

    /// `kontor/config.toml` under `$XDG_CONFIG_HOME`; nil without a home.
    package static func path(_ environment: [String: String]) -> String? {
        if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") { return folder + "/kontor/config.toml" }
        guard let home = environment["HOME"], !home.isEmpty else { return nil }
        return home + "/.config/kontor/config.toml"
    }

    private static func read(_ environment: [String: String]) -> Settings {
        guard let path = path(environment), let bytes = contents(of: path) else {
            return Settings(environment: environment)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            var settings = Settings(environment: environment)
            settings.problem = say("\(path) is not text in UTF-8, so the settings are as if it were not there.")
            return settings
        }
        return Settings(environment: environment, file: (path, SettingsFile(text)))
    }

    /// The bytes of a file, up to a megabyte; nil when it cannot be read. Without Foundation, which is slower where there is none.
    private static func contents(of path: String) -> [UInt8]? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = fread(&bytes, 1, bytes.count, file)
        return Array(bytes[..<count])
    }

    // MARK: Currencies

    /// That of the locale's country, else USD.
    private static func currency(of environment: [String: String]) -> String {
        let locale = ["LC_ALL", "LC_MONETARY", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        let country =
            locale.prefix { $0 != "." && $0 != "@" }.split(separator: "_").dropFirst().first.map(String.init) ?? ""
        return currencies[country] ?? "USD"
    }

    /// The currency of a country, ISO 3166-1 and ISO 4217; countries of the euro share one row.
    private static let currencies: [String: String] = {
        var all = [
            "US": "USD", "CN": "CNY", "TW": "TWD", "HK": "HKD", "MO": "MOP", "SG": "SGD", "JP": "JPY", "KR": "KRW",
            "GB": "GBP",
            "CH": "CHF", "LI": "CHF", "NO": "NOK", "SE": "SEK", "DK": "DKK", "PL": "PLN", "CZ": "CZK", "HU": "HUF",
            "RO": "RON", "CA": "CAD", "AU": "AUD", "NZ": "NZD", "IN": "INR", "BR": "BRL", "MX": "MXN", "ZA": "ZAR",
            "TR": "TRY", "IL": "ILS", "AE": "AED", "SA": "SAR", "TH": "THB", "MY": "MYR", "ID": "IDR", "VN": "VND",
            "PH": "PHP", "UA": "UAH", "AR": "ARS", "CL": "CLP", "CO": "COP", "NG": "NGN", "KE": "KES", "EG": "EGP",
        ]
        let euro = "AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK"
        for country in euro.split(separator: " ") { all[String(country)] = "EUR" }
        return all
    }()
}
