import Testing
import Words

/// Reading lines, and changing one of them without touching another.
struct SettingsFileTests {
    @Test(arguments: [
        ("a = \"b\"", "b"), ("a='b'", "b"), ("\t a\t=\t'\\'  # '", "\\"),
        ("a = \"say \\\"x\\\" \\\\\"", "say \"x\" \\"),
        ("a = true # yes", "true"), ("a = 12", "12"), ("\u{FEFF}a = \"# 王\"", "# 王"), ("a = \"\"", ""),
        ("a = 'x'\r\n", "x"), ("a = [ 'b',\"{c}\" , ] # d", "[\"b\", \"{c}\"]"), ("a = []", "[]"),
    ])
    func reading(text: String, value: String) {
        let file = SettingsFile(text)
        #expect(file.problems.isEmpty)
        #expect(file.entries.map(\.key) == ["a"])
        #expect(file.entries.first?.value == value)
        #expect(file.entries.first?.line == 1)
    }

    private static let mine = "# Mine\n\ntheme = \"dark\"   # by night\nbell=true\n# end\n"

    @Test(
        arguments: [
            ("theme", "light", "# Mine\n\ntheme = \"light\"   # by night\nbell=true\n# end\n"),
            ("bell", "off", "# Mine\n\ntheme = \"dark\"   # by night\nbell=false\n# end\n"),
            ("mouse", "off", mine + "mouse = false\n"), ("currency", "EUR", mine + "currency = \"EUR\"\n"),
            ("theme", nil, "# Mine\n\nbell=true\n# end\n"), ("mouse", nil, mine),
        ] as [(String, String?, String)])
    func changing(key: String, value: String?, expected: String) {
        var file = SettingsFile(Self.mine)
        file.set(key, to: value)
        #expect(file.text == expected)
        #expect(file.entries.first { $0.key == key }?.value != nil || value == nil)
    }

    @Test func wrongLinesStayWhenAnotherIsChanged() {
        var file = SettingsFile("theme = pink\n[x]\nbell = true")
        #expect(file.problems.count == 2)
        file.set("bell", to: "off")
        file.set("currency", to: "CNY")
        #expect(file.text == "theme = pink\n[x]\nbell = false\ncurrency = \"CNY\"\n")
    }

    @Test func nothingAtAll() {
        #expect(SettingsFile("").text == "")
        #expect(SettingsFile("\n\n# x").entries.isEmpty)
        var file = SettingsFile("")
        file.set("theme", to: "none")
        #expect(file.text == "theme = \"none\"\n")
    }
}
