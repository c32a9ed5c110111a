import Foundation
import Testing

/// Saved views on the command line: `--view` of list and export, `list views`.
@Suite struct ViewTests {
    private func furnished() throws -> Desk {
        let desk = Desk()
        try desk.furnish()
        let file = desk.folder + "/views.csv"
        try """
        uid,pane,name,query,sort,columns
        v1,contacts,从展会来,tag:fair,,
        v2,contacts,By name,"city:none","name,desc","name,company"
        v3,contacts,Either,"tag:fair or email:ada",,
        v4,contacts,Broken,colour:red,,
        """.write(toFile: file, atomically: true, encoding: .utf8)
        #expect(try desk("import", file).status == 0)
        return desk
    }

    @Test func aViewFiltersOrdersAndChoosesColumns() throws {
        let desk = try furnished()
        #expect(
            try desk("list", "contacts", "--view", "by NAME", "--format", "csv").output
                == "\u{FEFF}ref,name,company\r\nc1,王伟,Müller GmbH\r\nc2,Ada Lovell,Müller GmbH\r\n")
        // What is typed narrows it further, and goes before its columns.
        #expect(
            try desk("list", "contacts", "--view", "Either", "ada", "--columns", "name", "--format", "csv").output
                == "\u{FEFF}ref,name\r\nc2,Ada Lovell\r\n")
        #expect(try desk("list", "contacts", "--view", "从展会来", "--columns", "name").output.contains("王伟"))
    }

    @Test func anExportHoldsWhatTheViewHolds() throws {
        let desk = try furnished()
        let lines = try desk("export", "contacts", "--view", "从展会来").output.split(separator: "\r\n")
        #expect(lines.count == 2 && lines[1].contains("王伟"))
        #expect(try desk("export", "all", "--view", "x", "-o", desk.folder + "/all").status == 2)
    }

    @Test func theViewsAreListed() throws {
        let desk = try furnished()
        let output = try desk("list", "views").output
        #expect(output.contains("从展会来") && output.contains("tag:fair") && output.contains("name,desc"))
        #expect(try desk.records("views", "pane:contacts").count == 4)
    }

    @Test func aWrongNameIsAnsweredWithThoseThereAre() throws {
        let desk = try furnished()
        let answer = try desk("list", "contacts", "--view", "fairs")
        #expect(answer.status == 3)
        #expect(answer.sentence.contains("there are: 从展会来, By name, Either, Broken"))
        #expect(try desk("export", "companies", "--view", "Either").sentence.contains("No view of companies is saved"))
        #expect(try desk("list", "contacts", "--view", "broken").sentence.contains("There is no field “colour”"))
    }
}
