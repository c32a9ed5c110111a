import Foundation
import Testing

/// `kontor config`, and that what it says holds.
struct ConfigTests {
    private func path(_ desk: Desk) -> String { desk.folder + "/.config/kontor/config.toml" }

    private func write(_ text: String, _ desk: Desk) throws {
        let folder = desk.folder + "/.config/kontor"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try text.write(toFile: folder + "/config.toml", atomically: true, encoding: .utf8)
    }

    @Test func showsWhereEachComesFrom() throws {
        let desk = Desk()
        try write("theme = \"light\"\n", desk)
        let answer = try desk.run(
            ["--setting", "bell=on", "config"], environment: ["KONTOR_MOUSE": "off", "LANG": "de_DE"])
        let rows = answer.output.split(separator: "\n").map { $0.split(separator: " ", maxSplits: 2).map(String.init) }
        #expect(answer.status == 0 && answer.error.isEmpty)
        #expect(rows.contains { $0[0] == "currency" && $0[1] == "EUR" && $0[2].hasSuffix("default") })
        #expect(rows.contains { $0[0] == "theme" && $0[1] == "light" && $0[2].hasSuffix("line 1") })
        #expect(rows.contains { $0[0] == "mouse" && $0[1] == "off" && $0[2].hasSuffix("KONTOR_MOUSE") })
        #expect(rows.contains { $0[0] == "bell" && $0[1] == "on" && $0[2].hasSuffix("command line") })
    }

    @Test func oneValueIsWrittenAndReadBack() throws {
        let desk = Desk()
        #expect(try desk("config", "theme").output == "auto\n")
        let answer = try desk("config", "theme", "LIGHT")
        #expect(answer.output == "theme is light in \(path(desk)).\n")
        #expect(try desk("config", "theme").output == "light\n")
        #expect(try mode(path(desk)) == 0o600)
        #expect(try mode(desk.folder + "/.config/kontor") == 0o700)
        let overridden = try desk.run(["config", "theme", "dark"], environment: ["KONTOR_THEME": "none"])
        #expect(overridden.output.hasSuffix("KONTOR_THEME says none at present.\n"))
        try desk("config", "--unset", "theme")
        #expect(try String(contentsOfFile: path(desk), encoding: .utf8) == "")
    }

    @Test func remarksAndOrderStay() throws {
        let desk = Desk()
        try write("# mine\nmouse = false # by hand\n\ntheme = 'dark'\n", desk)
        try desk("config", "mouse", "on")
        #expect(
            try String(contentsOfFile: path(desk), encoding: .utf8)
                == "# mine\nmouse = true # by hand\n\ntheme = 'dark'\n")
    }

    @Test func aLinkToAFileOfOnesOwnStaysOne() throws {
        let desk = Desk()
        try write("theme = 'dark'\n", desk)
        let dots = desk.folder + "/dots.toml"
        try FileManager.default.moveItem(atPath: path(desk), toPath: dots)
        try FileManager.default.createSymbolicLink(atPath: path(desk), withDestinationPath: dots)
        #expect(try desk("config", "bell", "on").status == 0)
        #expect(try String(contentsOfFile: dots, encoding: .utf8) == "theme = 'dark'\nbell = true\n")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path(desk)) == dots)
    }

    @Test func aWrongLineIsSaidAndTheRestGoesOn() throws {
        let desk = Desk()
        try write("theme = \"pink\"\ncurrency = \"CHF\"\n", desk)
        let answer = try desk("add", "contact", "Ada")
        #expect(answer.status == 0)
        #expect(answer.sentence == "\(path(desk)), line 1: theme is auto, dark, light, plain or none, not “pink”.")
        try desk("add", "opportunity", "Pumps", "--amount", "12")
        #expect(try desk.records("opportunities").first?["currency"] as? String == "CHF")
    }

    @Test(arguments: [
        (["config", "colour"], "There is no setting colour; there are currency, base_currency"),
        (["config", "theme", "pink"], "theme is auto, dark, light, plain or none, not “pink”."),
        (["config", "mouse", "perhaps"], "mouse is on or off"), (["config", "currency", "euro"], "three letters"),
        (["config", "working_week", "never"], "mon-fri"), (["config", "--unset"], "--unset takes"),
        (["--setting", "theme", "config"], "--setting is written as"),
        (["--setting", "a=b", "config"], "no setting a"),
        (["config", "--json", "theme", "dark"], "--json shows"),
    ])
    func wrongUsage(arguments: [String], sentence: String) throws {
        let desk = Desk()
        let answer = try desk.run(arguments)
        #expect(answer.status == 2)
        #expect(answer.sentence.contains(sentence), "\(answer.sentence)")
        #expect(!answer.sentence.contains("\n"))
        #expect(!FileManager.default.fileExists(atPath: path(desk)))
    }

    /// The outcome "no answer" proposes the next working day: on a Saturday that is Monday, unless Saturdays are worked.
    @Test func theWorkingWeekDecidesTheNextTry() throws {
        for (week, day) in [("mon-fri", "2026-11-23"), ("mon-sun", "2026-11-22")] {
            let desk = Desk()
            try desk.furnish()
            try desk.run(["log", "call", "c2", "--outcome", "no-answer"], environment: ["KONTOR_WORKING_WEEK": week])
            let dates = try desk.records("follow-ups").compactMap { $0["due_on"] as? String }
            #expect(dates.contains(day), "\(week): \(dates)")
        }
    }
}
