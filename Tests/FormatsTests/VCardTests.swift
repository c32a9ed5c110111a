import Formats
import Testing

@Suite struct VCardTests {
    func card(_ lines: String, version: String = "3.0") throws -> VCard {
        try VCardReaderTests.card(lines, version: version)
    }

    @Test func names() throws {
        let card = try card("N:Doe;John;Richter\\, James;Mr.;Sr.\nNICKNAME:Jo,Jo\\, Joe\nFN:John Doe\nUID:u1\nREV:2020")
        #expect(card.name.family == "Doe")
        #expect(card.name.given == "John")
        #expect(card.name.additional == "Richter, James")
        #expect(card.name.suffix == "Sr.")
        #expect(card.nicknames == ["Jo", "Jo, Joe"])
        #expect(card.uid == "u1")
        #expect(card.revision == "2020")
        #expect(!card.isCompany)
    }

    @Test func backslashesOf21() throws {
        let card = try card("N:;A\\;B\\\\;C\\\\\\;;D;\\:E;\\\\\\\\;\nNOTE:C:\\new", version: "2.1")
        #expect(card.name.given == "A;B\\")
        #expect(card.name.additional == "C\\;")
        #expect(card.name.prefix == "D")
        #expect(card.name.suffix == ":E")
        #expect(card.notes == ["C:\\new"])
        #expect(try self.card("NOTE:a\\nb\\,c\\\\n").notes == ["a\nb,c\\n"])
    }

    @Test func phonesWithLabels() throws {
        let card = try card(
            "TEL;HOME:1\nTEL;TYPE=\"a,b:c.d\",WORK;TYPE=pref:2\nitem1.TEL:3\nitem1.X-ABLabel:_$!<Main>!$_\nTEL;PREF=50;VALUE=uri:tel:+1-2;ext=9"
        )
        #expect(card.phones.map(\.value) == ["2", "+1-2 ext. 9", "1", "3"])
        #expect(card.phones[0].types == ["a,b:c.d", "work"])
        #expect(card.phones[2].types == ["home"])
        #expect(card.phones[3].label == "Main")
        #expect(card.others.isEmpty)
    }

    @Test func organisationsWithTitles() throws {
        let card = try card("ORG:A\\, Inc.;North;Sales\nTITLE:x\nORG:B\nTITLE:y\nTITLE:z")
        #expect(card.organisations.map(\.name) == ["A, Inc.", "B", ""])
        #expect(card.organisations[0].units == ["North", "Sales"])
        #expect(card.organisations.map(\.title) == ["x", "y", "z"])
    }

    @Test(arguments: [
        ("1980-03-22", 1980, 3, 22), ("19800322", 1980, 3, 22), ("--0203", nil, 2, 3), ("--02-29", nil, 2, 29),
        ("1985-01-28T00:00:00Z", 1985, 1, 28),
    ] as [(String, Int?, Int, Int)])
    func birthdays(text: String, year: Int?, month: Int, day: Int) throws {
        #expect(try card("BDAY:\(text)").birthday == VCard.PartialDate(year: year, month: month, day: day))
    }

    @Test(arguments: ["soon", "1980-13-01", "1981-02-29", "--0230", "1980", "00000101"])
    func noBirthday(text: String) throws {
        let card = try card("BDAY:\(text)")
        #expect(card.birthday == nil)
        #expect(card.problems.map(\.line) == [3])
        #expect(card.others.map(\.value) == [text])
    }

    @Test func aYearThatAppleLeavesOut() throws {
        let card = try card("BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-03")
        #expect(card.birthday == VCard.PartialDate(year: nil, month: 2, day: 3))
    }

    @Test(arguments: [
        ("FN:\nN:;;;;\nORG:招商银行", true), ("FN:X\nX-ABShowAs:COMPANY", true), ("FN:X\nKIND:org", true), ("FN:X\nORG:Y", false),
        ("N:X\nORG:Y", false), ("NOTE:a", false), ("KIND:group\nORG:Y", false),
    ])
    func companies(lines: String, isCompany: Bool) throws {
        #expect(try card(lines).isCompany == isCompany)
    }

    @Test func whatHasNoFieldIsKept() throws {
        let card = try card("item9.X-A;x=\"1,2\",3;FOO:a\\;b\nitem9.X-ABLabel:L\nN:A\nN:B\nGEO:1;2")
        #expect(card.others.map(\.name) == ["X-A", "N", "GEO", "X-ABLABEL"])
        #expect(card.others[0].value == "a\\;b")
        #expect(card.others[0].group == "item9")
        #expect(card.others[0].values("X") == ["1,2", "3"])
        #expect(card.others[0].isType("foo"))
        #expect(card.others[0].line == 3)
    }

    @Test func groupsAndCategories() throws {
        let card = try card("X-ADDRESSBOOKSERVER-KIND:group\nX-ADDRESSBOOKSERVER-MEMBER:urn:1\nCATEGORIES:a,b\\,c")
        #expect(card.isGroup)
        #expect(card.members == ["urn:1"])
        #expect(card.categories == ["a", "b,c"])
    }
}
