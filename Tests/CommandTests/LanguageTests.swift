import Testing

/// Kontor in Chinese, as its locale or its user says: sentences, and what a new file begins with; never commands and files.
@Suite struct LanguageTests {
    private static let chinese = ["LANG": "zh_CN.UTF-8"]

    @Test func speaksAsTheLocaleOrTheSettingSays() throws {
        let desk = Desk()
        let added = try desk.run(["add", "contact", "王伟"], environment: Self.chinese)
        #expect(added.output == "已添加联系人 c1 王伟。\n")
        #expect(try desk("list", "contacts").output.contains("NAME"))
        let listed = try desk.run(["list", "contacts"], environment: Self.chinese)
        #expect(listed.output.contains("姓名") && !listed.output.contains("NAME"))
        let refused = try desk.run(["show", "c9"], environment: Self.chinese)
        #expect(refused.status == 3 && refused.error.contains("c9") && !refused.error.contains("Nothing"))
        let english = try desk.run(
            ["--setting", "language=en", "add", "contact", "Ada"], environment: Self.chinese)
        #expect(english.output == "Contact c2 Ada added.\n")
        #expect(try desk.run(["undo"], environment: ["KONTOR_LANGUAGE": "zh"]).output.hasPrefix("已撤销：新建联系人：Ada"))
        // What was done in one language is told in the other.
        #expect(try desk("redo").output.hasPrefix("Done again: Add contact Ada"))
    }

    @Test func aNewFileBeginsInTheLanguageOfItsMaker() throws {
        let desk = Desk()
        try desk.run(["add", "opportunity", "冷却系统", "--company", "上海艾克米"], environment: Self.chinese)
        let shown = try desk("list", "opportunities", "--format", "csv").output
        #expect(shown.contains(",线索,") && shown.hasPrefix("\u{FEFF}ref,name,"))
        let other = Desk()
        try other("add", "opportunity", "Pumps", "--company", "Acme")
        let later = try other.run(["list", "opportunities", "--format", "csv"], environment: Self.chinese)
        #expect(later.output.contains(",Lead,") && later.output.hasPrefix("\u{FEFF}ref,name,"))
        #expect(try other.run(["list", "--help"], environment: Self.chinese).output == other("list", "--help").output)
    }
}
