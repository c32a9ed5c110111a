import Foundation
import Testing

/// What the options of `kontor import` say: names that are not known, the form of a table, kept mappings.
@Suite struct ImportTests {
    private let desk = Desk()

    private func file(_ name: String, _ text: String) throws -> String {
        let path = desk.folder + "/" + name
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    @Test func namesMeanWhatIsSaid() throws {
        let path = try file("deals.csv", "name,stage,contact\nA,Angebot,Ada\nB,Verhandlung,\n")
        let dry = try desk("import", path, "--dry-run").output
        #expect(dry.contains("2 stages not known, would be made: Angebot, Verhandlung.\n"))
        #expect(dry.contains("1 contact not known, rows refused: Ada.\n"))
        #expect(dry.contains("--name 'stage:Angebot=KNOWN' says which is meant"))
        let answer = try desk(
            "import", path, "--name", "stage:angebot=Proposal", "--name", "stage:Verhandlung=-", "--unknown",
            "person=make")
        #expect(answer.status == 0)
        #expect(
            answer.output.contains("2 opportunities read: 1 imported, 0 updated, 0 unchanged, 1 skipped, 0 refused."))
        #expect(answer.output.contains("1 contact not known, made: Ada.\n"))
        #expect(answer.output.contains("1 stage read as another: Angebot = Proposal.\n"))
        #expect(answer.output.contains("1 stage not known, rows left out: Verhandlung.\n"))
        #expect(try desk.records("contacts").count == 1)
        let refused = try desk("import", path, "--unknown", "refuse")
        #expect(refused.output.contains("0 imported, 0 updated, 0 unchanged, 0 skipped, 2 refused"))
    }

    @Test(arguments: [
        (["--name", "Angebot=Proposal"], "write KIND:NAME=KNOWN"), (["--name", "city:A=B"], "is no kind"),
        (["--unknown", "perhaps"], "make, skip or refuse"), (["--unknown", "deal=make"], "cannot be made"),
        (["--delimiter", "ab"], "one character"), (["--encoding", "klingon"], "no encoding klingon"),
        (["--decimal", "x"], "point or comma"), (["--headings", "--no-headings"], "not both"),
        (["--dates", "yyy"], "dmy"),
    ])
    func whatIsSaidWronglyIsToldInASentence(arguments: [String], part: String) throws {
        let path = try file("deals.csv", "name,stage\nA,Proposal\n")
        let answer = try desk.run(["import", path] + arguments)
        #expect(answer.status == 2, "\(answer)")
        #expect(answer.error.contains(part), "\(answer.error)")
    }

    @Test func theOptionThatDecidesIsNamed() throws {
        let path = try file("deals.csv", "name,amount,close date,stage\nA,1.234,03/04/2026,Proposal\n")
        let open = try desk("import", path, "--dry-run").output
        #expect(open.contains("--dates dmy, mdy or ymd says how such dates are read.\n"))
        #expect(open.contains("--decimal point or comma says how such numbers are read.\n"))
        let said = try desk("import", path, "--dates", "mdy", "--decimal", "comma").output
        #expect(!said.contains("--dates") && !said.contains("two ways"))
        #expect(try desk("list", "opportunities", "--format", "csv").output.contains("2026-03-04"))
    }

    @Test func aTableInAnyFormIsReadAsSaid() throws {
        let path = try file("odd.txt", "Ada;London\nBob;Paris\n")
        let answer = try desk(
            "import", path, "--no-headings", "--delimiter", "semicolon", "--encoding", "windows-1252", "--as",
            "contacts", "--map", "column 1=name", "--map", "column 2=city")
        #expect(
            answer.output.hasPrefix("odd.txt: no headings; read: column 1 is name, column 2 is city.\n"), "\(answer)")
        #expect(try desk.records("contacts").count == 2)
        let columns = try desk("import", "--columns", "--no-headings", path).output
        #expect(columns.contains("column 1"))
    }

    @Test func aKeptMappingThatFitsIsToldAndUsed() throws {
        let path = try file("odd.csv", "Foo,Bar\nAda,138 0013 8000\n")
        let kept = try desk(
            "import", path, "--as", "contacts", "--map", "Foo=name", "--map", "Bar=mobile", "--keep-mapping", "fair")
        #expect(kept.status == 0)
        let next = try file("next.csv", "Bar,Foo\n139 0013 8000,Bob\n")
        let used = try desk("import", next, "--dry-run").output
        #expect(used.hasPrefix("next.csv: mapped as kept under fair; --mapping - reads it without.\n"))
        #expect(used.contains("1 contact read: 1 would be imported"))
        let other = try desk("import", next, "--as", "companies", "--map", "Foo=name", "--dry-run").output
        #expect(other.hasPrefix("next.csv: the mapping fair fits and was not used"))
        #expect(try desk("import", next, "--mapping", "-").status == 3)
        let odd = try file("third.csv", "Foo,Baz\nEva,1\n")
        let part = try desk("import", odd, "--mapping", "fair", "--dry-run").output
        #expect(part.hasPrefix("third.csv: the mapping fair was kept for other headings"))
    }

    @Test func aMappingBringsTheFormOfItsFileWithIt() throws {
        let path = try file("odd.txt", "Foo_x!Bar\nAda, M!138 0013 8000\n")
        let kept = try desk(
            "import", path, "--delimiter", "!", "--headings", "--as", "contacts", "--map", "Foo_x=name", "--map",
            "Bar=mobile", "--keep-mapping", "fair")
        #expect(kept.status == 0, "\(kept)")
        let next = try file("next.txt", "Foo_x!Bar\nBob, K!139 0013 8000\n")
        let used = try desk("import", next, "--dry-run").output
        #expect(used.hasPrefix("next.txt: mapped as kept under fair; --mapping - reads it without.\n"), "\(used)")
        #expect(used.contains("1 contact read: 1 would be imported"))
        // What is said goes before it.
        let said = try desk("import", next, "--mapping", "fair", "--delimiter", "comma", "--columns").output
        #expect(said.contains("kept for other headings") && said.contains("comma"), "\(said)")
        let columns = try desk("import", next, "--mapping", "fair", "--columns").output
        #expect(columns.contains("The rows are contacts.") && columns.contains("Bob, K"), "\(columns)")
    }
}
