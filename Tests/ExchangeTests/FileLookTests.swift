import Exchange
import Foundation
import Sales
import Storage
import Testing

/// What a file is before it comes in, and how a person says otherwise.
@Suite struct FileLookTests {
    private let desk: Desk

    init() throws { desk = try Desk() }

    private func look(_ name: String, _ text: String) throws -> FileLook { try FileLook(desk.file(name, text)) }

    @Test func aTableTellsWhatItsColumnsHoldAndFill() throws {
        let look = try look(
            "list.csv", "Kunden 2026;;;\n\nName;Firma;Handy;Punkte\nMax;Muster AG;0171 1;12\nEva;Muster AG;0172 2;\n")
        #expect(look.sentence == "CSV table · UTF-8 · semicolon · headings in line 3 · 2 rows")
        #expect(look.kind == .contact)
        #expect(!look.isKindGuessed)
        #expect(look.columns.map(\.field) == ["name", "company", "mobile phone", nil])
        #expect(look.columns.map(\.samples) == [["Max", "Eva"], ["Muster AG"], ["0171 1", "0172 2"], ["12"]])
        #expect(look.columns.map(\.filled) == [2, 2, 2, 1])
        #expect(look.asks)
    }

    @Test func withoutAKnownHeadingTheKindIsAGuess() throws {
        var look = try look("odd.csv", "Foo,Bar,Baz\nAda Lovell,+44 20 7946 0958,+44 20 7946 0959\n")
        #expect(look.isKindGuessed)
        #expect(look.problem != nil)
        var plan = FilePlan()
        plan.kind = .contact
        plan.fields = [0: "name", 1: "mobile phone", 2: "mobile phone"]
        try look.apply(plan)
        #expect(look.problem == nil)
        #expect(!look.isKindGuessed)
        let report = try Importer(desk.store).run(paths: [look.path], plans: [plan])
        #expect(report.counts == [.contact: .init(imported: 1)])
        // Two columns of one sort are two numbers.
        let ada = try #require(try desk.all(Contact.self).first)
        #expect(
            ada.phones == [Phone("+44 20 7946 0958", label: "mobile"), Phone("+44 20 7946 0959", label: "mobile")])
    }

    @Test func eachFieldThatIsOfferedIsUnderstood() {
        for kind in Kind.main where kind != .promise {
            let words = FieldWords.all(kind)
            #expect(words.count > 5, "\(kind)")
            for word in words { #expect(FieldWords.isField(word, of: kind), "\(kind): \(word)") }
        }
        #expect(FieldWords.all(.contact).contains("mobile phone"))
        #expect(!FieldWords.isField("shoe size", of: .contact))
    }

    @Test func datesAndNumbersAreToldOverTheColumnOrAsked() throws {
        let deals = "name,amount,close date\nA,1.234,03/04/2026\nB,2.500,05/06/2026\n"
        var look = try look("deals.csv", deals)
        #expect(look.kind == .opportunity)
        #expect(look.columns.map(\.doubt) == [nil, .numbers, .dates])
        var plan = FilePlan()
        plan.dates = [2: .monthFirst]
        plan.numbers = [1: .comma]
        try look.apply(plan)
        #expect(look.columns.map(\.doubt) == [nil, nil, nil])
        let report = try Importer(desk.store).run(paths: [look.path], plans: [plan])
        #expect(report.remarks == [])
        let all = try desk.all(Opportunity.self)
        #expect(all.map(\.closeOn) == [Day("2026-03-04")!, Day("2026-05-06")!])
        #expect(all.map(\.amount) == [123_400, 250_000])
    }

    @Test func aColumnOfDecimalPointsIsNotReadAsThousands() throws {
        let report = try desk.take(
            "deals.csv", "name,amount,stage\nA,1.234,Qualified\nB,2.50,Qualified\nC,1.000,Qualified\n")
        // 1.234 has more digits than the currency.
        #expect(report.refusals.first?.remark.reason.hasSuffix(": 1.234") == true)
        #expect(report.counts[.opportunity] == .init(imported: 2, refused: 1))
        #expect(try desk.all(Opportunity.self).map(\.amount) == [250, 100])
        let mixed = try desk.take(
            "deals.csv", "name,amount,stage\nD,\"1,50\",Qualified\nE,2.50,Qualified\nF,1.234,Qualified\n")
        #expect(mixed.counts[.opportunity] == .init(imported: 2, refused: 1))
        #expect(mixed.refusals.first?.remark.reason.contains("may be two numbers") == true)
    }

    @Test func aMappingFitsTheNextFileOfTheSameHeadings() throws {
        var plan = FilePlan()
        plan.kind = .company
        plan.fields = [0: "name", 2: "-"]
        plan.dates = [1: .monthFirst]
        let kept = KeptMapping(plan, header: ["Foo", "Since", "Points"])
        #expect(kept.plan(for: ["since", "FOO", "Points"]) == kept.applied(to: ["since", "FOO", "Points"]))
        let other = kept.applied(to: ["Since", "Foo"])
        #expect(other.fields == [1: "name"])
        #expect(other.dates == [0: .monthFirst])
        #expect(kept.plan(for: ["Foo", "Since"]) == nil)
        // The rows that were refused, mended.
        #expect(kept.plan(for: ["Foo", "Since", "Points", "line", "reason"])?.fields == [0: "name", 2: "-"])
        let text = try JSONEncoder().encode(kept)
        try desk.store.keepMapping("Suppliers", String(decoding: text, as: UTF8.self))
        try desk.store.keepMapping("suppliers ", String(decoding: text, as: UTF8.self))
        #expect(try desk.store.read { try $0.mappings().map(\.name) } == ["suppliers"])
        let view = try desk.store.read { try $0.mapping(named: "SUPPLIERS") }
        #expect(try JSONDecoder().decode(KeptMapping.self, from: Data(view.query.utf8)) == kept)
        // It is no view of any list.
        for kind in Kind.main { #expect(try desk.store.read { try $0.views(of: kind) }.isEmpty) }
    }

    @Test func aMappingKeepsTheFormOfItsFile() throws {
        var plan = FilePlan()
        (plan.encoding, plan.delimiter, plan.fields) = ("Big5", "|", [0: "name"])
        let kept = KeptMapping(plan, header: ["姓名", "電話"])
        #expect(try JSONDecoder().decode(KeptMapping.self, from: JSONEncoder().encode(kept)) == kept)
        let big5: [UInt8] = [0xA9, 0x6D, 0xA6, 0x57, 0x7C, 0xB9, 0x71, 0xB8, 0xDC, 0x0A, 0x41, 0x7C, 0x31, 0x0A]
        let path = try desk.file("liste.csv", big5)
        #expect(kept.plan(of: path)?.encoding == "Big5" && kept.plan(of: path)?.delimiter == "|")
        #expect(kept.plan(of: path)?.fields == [0: "name"])
        // The same headings in a file that looks otherwise.
        let plain = try desk.file("list.csv", "姓名;電話\nA;1\n")
        #expect(kept.plan(of: plain)?.fields == [0: "name"] && kept.plan(of: plain)?.delimiter == nil)
        #expect(kept.plan(of: try desk.file("other.csv", "name|email\nA|a@example.com\n")) == nil)
        // Without headings nothing tells that a table is the one that was meant.
        var headless = FilePlan()
        headless.hasHeadings = false
        let numbered = KeptMapping(headless, header: ["column 1", "column 2"])
        #expect(numbered.plan(of: plain) == nil)
        #expect(numbered.form.hasHeadings == false)
    }

    @Test func refusedRowsThatWereMendedComeInWithoutTheirReason() throws {
        let report = try desk.take(
            "deals.csv", "name,stage,close date\nA,Qualified,2026-02-30\nB,Qualified,2026-03-01\n",
            options: ImportOptions(rejects: .init(desk.folder + "/refused.csv")))
        #expect(report.counts[.opportunity] == .init(imported: 1, refused: 1))
        let mended = try desk.text("refused.csv").replacing("2026-02-30", with: "2026-02-28")
        let again = try desk.take("refused.csv", mended)
        #expect(again.counts[.opportunity] == .init(imported: 1))
        #expect(again.files[0].unmapped == [])
        #expect(try desk.all(Opportunity.self).allSatisfy { $0.reasonID == nil })
    }

    @Test func theFirstRecordsAreShownAsTheyWillBe() throws {
        try desk.take("people.csv", "name,email,position\nAda Lovell,ada@example.com,CEO\nEva,eva@example.com,\n")
        let report = try desk.take(
            "people.csv",
            "name,email,position,birthday\nAda Lovell,ada@example.com,CEO,1980-01-02\nEva,eva@example.com,,\n王伟,ww@example.cn,,\n,,,\nX,x@example.com,,1980-02-30\n",
            options: ImportOptions(isDryRun: true))
        let previews = report.previews
        #expect(previews.map(\.fate) == [.changed, .unchanged, .new, .skipped, .refused])
        #expect(previews.map(\.line) == [2, 3, 4, 5, 6])
        #expect(previews[0].lines == [.init(heading: "birthday", text: "1980-01-02", before: "")])
        #expect(previews[2].title == "王伟")
        #expect(previews[2].lines.map(\.text) == ["王伟", "ww@example.cn"])
        #expect(previews[4].reason.contains("1980-02-30"))
        #expect(try desk.count(.contact) == 2)
    }
}
