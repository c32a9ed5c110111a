import Foundation
import Sales
import Storage
import Testing
import Words

@testable import Exchange

/// The spreadsheet round trip: exported, edited there, changed here meanwhile, brought in again.
@Suite struct SinceExportTests {
    /// Ada, Bob and 王伟, whose table was exported.
    private func desk() throws -> (Desk, String) {
        let desk = try Desk()
        try desk.take(
            "people.csv",
            """
            uid,name,company,position,tier,source,about,phone 1,phone 1 label,tags
            u1,Ada,Engines,CFO,A,fair,one,+8613800138000,mobile,old;fair
            u2,Bob,Engines,CTO,B,,,010020,,
            u3,王伟,广州华美,经理,C,展会,,1E5,,
            """, options: ImportOptions(kind: .contact))
        return (desk, try table(desk))
    }

    /// With its revision, as it is given to people.
    private func table(_ desk: Desk, _ kind: Kind = .contact) throws -> String {
        var bytes: [UInt8] = []
        try Exporter(desk.store).write(kind) { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func change(_ desk: Desk, _ uid: String, _ body: (inout Contact) -> Void) throws {
        try desk.store.write("Change") { transaction in
            var contact = try transaction.fetch(Contact.self, transaction.id(.contact, uid: uid)!)!
            body(&contact)
            try transaction.update(contact)
        }
    }

    private func contact(_ desk: Desk, _ uid: String) throws -> Contact? {
        try desk.all(Contact.self).first { $0.uid == uid }
    }

    @Test func whatWasNotEditedIsUnchanged() throws {
        let (desk, table) = try desk()
        let before = try desk.store.dump()
        #expect(try desk.take("a.csv", table).total == .init(unchanged: 3))
        // As LibreOffice saves it: signs and zeros lost, numbers written out, all in quotes.
        let saved = table.replacing("+8613800138000", with: "8613800138000").replacing("010020", with: "10020")
            .replacing("1E5", with: "100000").replacing("A,no", with: "\"A\",\"no\"")
        let report = try desk.take("b.csv", saved)
        #expect(report.total == .init(unchanged: 3) && report.conflicts == [] && report.keptHere == 0)
        #expect(try desk.store.dump() == before)
    }

    /// A spreadsheet writes dates as its country does: one that can only be read one way tells of all in its column.
    @Test(arguments: [("3/4/1990", "12/25/1985"), ("04/03/1990", "25/12/1985"), ("1990/3/4", "1985/12/25")])
    func datesMayBeWrittenAsACountryDoes(first: String, second: String) throws {
        let desk = try Desk()
        try desk.take(
            "people.csv", "uid,name,birthday\nu1,Ada,1990-03-04\nu2,Bob,1985-12-25",
            options: ImportOptions(kind: .contact))
        let saved = try table(desk).replacing("1990-03-04", with: first).replacing("1985-12-25", with: second)
        #expect(saved.contains(first) && saved.contains(second))
        let before = try desk.store.dump()
        #expect(try desk.take("a.csv", saved).total == .init(unchanged: 2))
        #expect(try desk.store.dump() == before)
        // Where none tells, it is said how they were read.
        let report = try desk.take("b.csv", table(desk).replacing("1990-03-04", with: "3/4/1990"))
        #expect(report.remarks.contains { $0.reason.contains("may be read two ways") })
    }

    @Test func eachSideKeepsWhatItChanged() throws {
        let (desk, table) = try desk()
        try change(desk, "u1") {
            $0.position = "CEO"
            $0.tags = ["fair", "new"]
        }
        try change(desk, "u3") { $0.tier = "B" }
        let edited =
            table.replacing("u1,Ada", with: "u1,Ada Lovell").replacing("old;fair", with: "old;fair;sheet")
            .replacing("CTO", with: "COO") + ",,,\r\n"
        let before = try desk.store.dump()
        let report = try desk.take("a.csv", edited.replacing("\r\n,,,\r\n", with: "\r\n"))
        #expect(report.counts[.contact] == .init(updated: 2, unchanged: 1))
        #expect(report.keptHere == 2 && report.conflicts == [])
        let ada = try #require(try contact(desk, "u1"))
        #expect(ada.name == "Ada Lovell" && ada.position == "CEO" && ada.tags == ["fair", "new", "sheet"])
        #expect(try contact(desk, "u2")?.position == "COO")
        #expect(try contact(desk, "u3")?.tier == "B")
        _ = try desk.store.undo()
        #expect(try desk.store.dump() == before)
    }

    @Test(arguments: ImportOptions.Side.allCases) func whereBothChangedOneSideWins(side: ImportOptions.Side) throws {
        let (desk, table) = try desk()
        try change(desk, "u1") {
            $0.position = "CEO"
            $0.about = "same"
        }
        var options = ImportOptions(kind: .contact)
        options.conflicts = side
        let edited = table.replacing("CFO", with: "Chair").replacing("one", with: "same")
        let report = try desk.take("a.csv", edited, options: options)
        #expect(
            report.conflicts.map(\.sentence) == ["a.csv, line 2: Ada: position is CEO here and Chair in the file"])
        #expect(try contact(desk, "u1")?.position == (side == .here ? "CEO" : "Chair"))
        #expect(report.total == (side == .here ? .init(unchanged: 3) : .init(updated: 1, unchanged: 2)))
    }

    @Test func aRowThatBothChangedIsAConflict() throws {
        let (desk, table) = try desk()
        try change(desk, "u1") { $0.phones[0].number = "111" }
        let report = try desk.take("a.csv", table.replacing("+8613800138000", with: "222"))
        #expect(report.conflicts.map(\.heading) == ["phone"])
        #expect(try contact(desk, "u1")?.phones.map(\.number) == ["111"])
    }

    @Test(arguments: ImportOptions.Side.allCases) func whatWasDeletedHere(side: ImportOptions.Side) throws {
        let (desk, table) = try desk()
        try desk.store.write("Delete") { transaction in
            for uid in ["u1", "u2"] { try transaction.delete(Ref(.contact, transaction.id(.contact, uid: uid)!)) }
        }
        var options = ImportOptions(kind: .contact)
        options.conflicts = side
        let report = try desk.take("a.csv", table.replacing("CTO", with: "COO"), options: options)
        #expect(report.conflictCount == 1 && report.conflicts[0].sentence.contains("Bob was deleted here"))
        #expect(try contact(desk, "u1") == nil)
        #expect(try contact(desk, "u2")?.position == (side == .here ? nil : "COO"))
    }

    /// A row that is missing deletes nothing, a new row needs no uid, a copied row is told.
    @Test func rowsComeAndGo() throws {
        let (desk, table) = try desk()
        var lines = table.split(separator: "\r\n").map(String.init)
        let cells = lines[3]
        lines[1] = cells.replacing("u3,王伟", with: ",Grace").replacing("1E5", with: "333")
        lines.append(cells.replacing("王伟", with: "王芳"))
        let report = try desk.take("a.csv", lines.joined(separator: "\r\n"))
        #expect(report.counts[.contact] == .init(imported: 1, unchanged: 2, refused: 1))
        #expect(report.refusals[0].remark.reason.contains("a row above"))
        #expect(try desk.count(.contact) == 4)
        let grace = try #require(try desk.all(Contact.self).first { $0.name == "Grace" })
        #expect(grace.phones.map(\.number) == ["333"] && !grace.uid.isEmpty)
    }

    /// Beside a uid stands a name; people edit the name.
    @Test func anEditedNameMeansAnotherRecord() throws {
        let (desk, table) = try desk()
        try desk.store.write("Rename") { transaction in
            var company = try transaction.fetch(Company.self, transaction.ids(.company)[0])!
            company.name = "Engines Ltd"
            try transaction.update(company)
        }
        var lines = table.split(separator: "\r\n").map(String.init)
        lines[2] = lines[2].replacing("Engines", with: "广州华美")
        try desk.take("a.csv", lines.joined(separator: "\r\n"))
        func company(_ uid: String) throws -> String? {
            let id = try contact(desk, uid)?.companyID
            return try desk.all(Company.self).first { $0.id == id }?.name
        }
        // Ada's row has the name that the company had then.
        #expect(try company("u1") == "Engines Ltd" && company("u2") == "广州华美")
        #expect(try desk.count(.company) == 2)
        lines[3] = lines[3].replacing("广州华美", with: "")
        try desk.take("b.csv", lines.joined(separator: "\r\n"))
        #expect(try contact(desk, "u3")?.companyID == nil)
    }

    /// Several tables at once: a company renamed in one is no other company in the next.
    @Test func severalTables() throws {
        let (desk, _) = try desk()
        let folder = desk.folder + "/all"
        try Exporter(desk.store).writeAll(folder)
        try change(desk, "u1") { $0.tier = "C" }
        let companies = try desk.text("all/companies.csv").replacing("Engines", with: "Engines Ltd")
        _ = try desk.file("all/companies.csv", companies)
        let report = try Importer(desk.store).run(paths: Kind.allCases.map { folder + "/\($0.plural).csv" })
        #expect(report.counts[.company] == .init(updated: 1, unchanged: 1))
        #expect(report.counts[.contact] == .init(unchanged: 3) && report.keptHere == 1)
        #expect(try desk.count(.company) == 2)
    }

    /// What was done at the export and is undone now is known, too; what was dropped is not, and that is told.
    /// What was added since is passed over in the look back; where that cannot be, as somebody came back by the same uid, it is not.
    @Test(arguments: [false, true]) func muchWasAddedSince(comesBack: Bool) throws {
        let (desk, table) = try desk()
        try desk.take(
            "more.csv",
            "uid,name,company,tags,phone 1\n"
                + (1...300).map { "n\($0),New \($0),Engines,fair,\(5_550_000 + $0)\n" }.joined(),
            options: ImportOptions(kind: .contact))
        try change(desk, "u1") { ($0.position, $0.tags) = ("CEO", ["new"]) }
        try change(desk, "n7") { ($0.tier, $0.phones) = ("C", []) }
        if comesBack {
            let bob = try contact(desk, "u2")!
            try desk.store.write("Delete") { try $0.delete(Ref(.contact, bob.id)) }
            try desk.take("back.csv", "uid,name\nu2,Bob\n", options: ImportOptions(kind: .contact))
        }
        let report = try desk.take("b.csv", table.replacing("经理", with: "总经理").replacing("CFO", with: "COO"))
        // The position of Ada was changed on both sides, her tags here alone.
        #expect(report.conflicts.contains { $0.sentence.contains("position is CEO here and COO in the file") })
        let ada = try contact(desk, "u1")!
        #expect(ada.position == "CEO" && ada.tags == ["new"])
        #expect(try contact(desk, "u3")?.position == "总经理")
        #expect(try contact(desk, "n7")?.tier == "C")
        #expect(try desk.count(.contact) == 303)
    }

    @Test func undoneAndDropped() throws {
        let (desk, _) = try desk()
        try change(desk, "u1") { $0.position = "CEO" }
        let table = try table(desk)
        _ = try desk.store.undo()
        let report = try desk.take("a.csv", table)
        #expect(report.total == .init(unchanged: 3) && report.keptHere == 1 && report.remarks == [])
        #expect(try contact(desk, "u1")?.position == "CFO")
        try change(desk, "u2") { $0.position = "COO" }
        let late = try desk.take("a.csv", table)
        #expect(late.remarks.count == 1 && late.total == .init(updated: 2, unchanged: 1))
        let other = try Desk(seed: 9)
        try other.take("a.csv", "uid,name\nu1,X\n", options: ImportOptions(kind: .contact))
        #expect(try other.take("a.csv", table).remarks.count == 1)
    }

    @Test(arguments: [
        ("+8613800138000", "8613800138000", true), ("+8613800138000", "8.6138E+12", true), ("010020", "10020", true),
        ("1E5", "100000", true), ("1.200", "1.2", true), ("86000.00", "86000", true), ("-5.0", "-5", true),
        ("6222021234567890123", "6.22202123456789E+18", true), ("6222021234567890123", "6222021234567890000", true),
        ("99999", "1.00E+05", true), ("a\r\nb", "a\nb", true), ("TRUE", "true", true), ("0", "", false),
        ("1", "-1", false), ("12", "120", false), ("138", "139", false), ("+86 138", "86 138", false), ("", "x", false),
        ("8613800138000", "8613800138001", false), ("é", "e\u{301}", false), ("0.5", "5", false), ("1E5", "1E6", false),
    ])
    func whatASpreadsheetMakesOfACell(exported: String, found: String, isSame: Bool) {
        #expect(SpreadsheetCell.isSame(exported, found) == isSame)
    }
}
