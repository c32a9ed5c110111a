import Testing
import Words

/// What holds: the command line before the environment before the file before the defaults.
struct SettingsTests {
    @Test(arguments: [
        ([:], "USD"), (["LANG": "zh_CN.UTF-8"], "CNY"), (["LANG": "de_DE@euro"], "EUR"), (["LANG": "C.UTF-8"], "USD"),
        (["LANG": "en_GB.UTF-8", "LC_ALL": ""], "GBP"), (["LANG": "en_GB", "LC_MONETARY": "de_CH"], "CHF"),
        (["LANG": "en_GB", "LC_ALL": "ja_JP"], "JPY"), (["LANG": "xx_YY"], "USD"), (["LANG": "en"], "USD"),
        (["LANG": "zh_CN", "KONTOR_CURRENCY": "eur"], "EUR"), (["LANG": "zh_CN", "KONTOR_CURRENCY": "euro"], "CNY"),
    ])
    func currency(environment: [String: String], expected: String) {
        #expect(Settings(environment: environment).currency == expected)
    }

    private func settings(_ text: String, _ environment: [String: String] = [:]) -> Settings {
        Settings(environment: environment, file: ("config.toml", SettingsFile(text)))
    }

    @Test func theEnvironmentSaysMoreThanTheFile() throws {
        let text = "theme = \"light\"\nbell = true\n"
        #expect(settings(text).theme == "light")
        #expect(settings(text).ringsBell)
        #expect(settings(text)[Setting.named("bell")!].origin == .file("config.toml", line: 2))
        var both = settings(text, ["KONTOR_THEME": "NONE"])
        #expect(both.theme == "none")
        #expect(both[Setting.named("theme")!].origin == .environment("KONTOR_THEME"))
        #expect(both.problem == nil)
        try both.set("theme", to: "dark", from: .commandLine)
        #expect(both.theme == "dark")
    }

    @Test(arguments: [
        ("theme = \"pink\"\nbell = true", "line 1: theme is auto, dark, light, plain or none, not “pink”."),
        (
            "\n\ncolour = \"red\"\nbell = true",
            "line 3: there is no setting colour; there are currency, base_currency, language, theme"
        ),
        ("bell = true\ntheme = light", "line 2: a value stands in quotes: theme = \"light\""),
        ("[ui]\nbell = true", "line 1: there are no [sections]"),
        ("theme\nbell = true", "line 1: a setting is written as"),
        ("theme = \"light\nbell = true", "line 1: the quote is not closed"),
        ("theme = \"dark\" light\nbell = true", "line 1: “light” stands behind the value"),
        ("bell = true\nbell = false", "line 2: bell stands already in line 1"), ("= 1\nbell = true", "line 1:"),
        ("theme = \"a\\u0041\"\nbell = true", "line 1: behind \\"),
        ("theme =\nbell = true", "line 1: a value stands in"), ("dial = [\"a\" \"b\"]\nbell = true", "line 1: a list"),
        ("dial = [\"a\",\nbell = true", "line 1: a list stands in one line"),
        ("dial = [\"a\"]\nbell = true", "line 1: dial is none, or a program"),
        ("theme = \"\u{1B}[2J\"\nbell = true", "not “␛[2J”"),
    ])
    func aWrongLineIsNamedAndTheOthersHold(text: String, problem: String) {
        let settings = settings(text)
        #expect(settings.problem?.contains(problem) == true, "\(settings.problem ?? "no problem")")
        #expect(settings.theme == "auto")
        #expect(settings.ringsBell)
    }

    @Test(arguments: [
        ("next_sale = 30", 30), ("next_sale = \"0\"", 0), ("", 90), ("next_sale = 4000", 90), ("next_sale = \"x\"", 90),
    ])
    func aNumber(text: String, days: Int) {
        #expect(settings(text).nextSaleDays == days)
        let isWrong = text.contains("4000") || text.contains("x\"")
        #expect((settings(text).problem != nil) == isWrong)
        if isWrong { #expect(settings(text).problem?.contains("a whole number from 0 to 3650") == true) }
    }

    @Test func severalProblemsAreCounted() {
        #expect(settings("a = 1\nb = 2", ["KONTOR_BELL": "perhaps"]).problem?.contains("2 more") == true)
    }

    @Test(
        arguments: [
            ("mon-fri", [1, 2, 3, 4, 5], "mon-fri"), ("sun-thu", [7, 1, 2, 3, 4], "sun-thu"), ("FRI", [5], "fri"),
            ("mon,wed,fri", [1, 3, 5], "mon,wed,fri"), ("mon tue, wed", [1, 2, 3], "mon-wed"),
            ("sat-sun", [6, 7], "sat,sun"),
            ("mon-sun", [1, 2, 3, 4, 5, 6, 7], "mon-sun"), ("fri-mon,wed", [5, 6, 7, 1, 3], "fri-mon,wed"),
            ("sun,mon", [7, 1], "sun,mon"),
        ] as [(String, Set<Int>, String)])
    func workingWeek(text: String, days: Set<Int>, kept: String) throws {
        let value = try Setting.named("working_week")!.value(of: text)
        #expect(value == kept)
        #expect(Setting.weekdays(in: value) == days)
        #expect(settings("working_week = \"\(text)\"").workingDays == days)
    }

    @Test(arguments: ["", ",", "mo", "mon-", "-fri", "mon-fri-sun", "monday", "1-5", "mon–fri"])
    func noWorkingWeek(text: String) {
        #expect(throws: SettingError.self) { try Setting.named("working_week")!.value(of: text) }
    }

    @Test(
        arguments: [
            ("dialer {number}", ["dialer", "{number}"]),
            ("[\"d\", \"tel:{number}\", \"-x y\"]", ["d", "tel:{number}", "-x y"]),
            ("['a \"b\"', '{number}']", ["a \"b\"", "{number}"]), ("none", []),
        ] as [(String, [String])])
    func dial(text: String, command: [String]) throws {
        let value = try Setting.named("dial")!.value(of: text)
        var file = SettingsFile("# mine\n")
        file.set("dial", to: value)
        let settings = Settings(environment: [:], file: ("config.toml", SettingsFile(file.text)))
        #expect(settings.problem == nil)
        #expect(settings.dialCommand == command)
        #expect(Settings(environment: ["KONTOR_DIAL": text]).dialCommand == command)
    }

    @Test(arguments: ["", " ", "dialer", "{number}", "{number} x", "[]", "[\"\", \"{number}\"]", "[dialer, {number}]"])
    func noDial(text: String) {
        #expect(throws: SettingError.self) { try Setting.named("dial")!.value(of: text) }
    }

    @Test(
        arguments: [
            ("9-18", [540..<1080], "9:00-18:00"),
            ("8:30-12:00, 13:30-17:30", [510..<720, 810..<1050], "8:30-12:00,13:30-17:30"),
            ("0-24", [0..<1440], "0:00-24:00"), ("22:05-24:00", [1325..<1440], "22:05-24:00"),
        ] as [(String, [Range<Int>], String)])
    func workingHours(text: String, hours: [Range<Int>], kept: String) throws {
        #expect(try Setting.named("working_hours")!.value(of: text) == kept)
        #expect(settings("working_hours = \"\(text)\"").workingHours == hours)
    }

    @Test(arguments: [
        "", "9", "18-9", "9-9", "9-18-20", "9:60-10", "25-26", "24:30-25", "13-17,9-12", "9-12,11-14", "morning",
    ])
    func noWorkingHours(text: String) {
        #expect(throws: SettingError.self) { try Setting.named("working_hours")!.value(of: text) }
    }

    @Test func theWayIsANumberOfMinutes() {
        #expect(settings("travel = 45").travelMinutes == 45)
        #expect(settings("travel = \"0\"").travelMinutes == 0)
        #expect(settings("travel = 601").travelMinutes == 30)
        #expect(settings("travel = 601").problem?.contains("from 0 to 600") == true)
    }

    @Test func everySettingHasADefaultThatIsPossible() throws {
        let settings = Settings(environment: [:])
        #expect(settings.problem == nil)
        for setting in Setting.all {
            #expect(try setting.value(of: settings[setting].text) == settings[setting].text, "\(setting.key)")
            #expect(setting.about.hasSuffix("."))
        }
        #expect(Set(Setting.all.map(\.variable)).count == Setting.all.count)
    }
}
