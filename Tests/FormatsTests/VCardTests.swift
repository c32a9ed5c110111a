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

    @Test(
        arguments: [
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
        ("FN:\nN:;;;;\nORG:招商银行", true), ("FN:X\nX-ABShowAs:COMPANY", true), ("FN:X\nKIND:org", true),
        ("FN:X\nORG:Y", false),
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

/// What single files of other programs must give.
@Suite(.enabled(if: Corpus.isThere)) struct RealVCardTests {
    func cards(_ path: String) throws -> [VCard] {
        try VCardReaderTests.read(try Corpus.bytes("vcard/" + path)).cards
    }

    /// Every value of these cards as another program reads it (jCard, RFC 7095).
    @Test(arguments: [("vcard", 32), ("vcard_grouped", 3)]) func asJCardSays(name: String, count: Int) throws {
        let card = try cards("ical.js/\(name).vcf")[0]
        let json = try JSONReader.value(try Corpus.bytes("vcard/ical.js/\(name).json"))
        let properties = try #require(json.array?[1].array).compactMap(\.array)
        var addresses = card.addresses.map(\.value)[...]
        for property in properties {
            let (name, type) = (property[0].string ?? "", property[2].string ?? "")
            var expected = (property[3].array ?? [property[3]]).map {
                $0.string ?? $0.array?.compactMap(\.string).joined(separator: ",") ?? ""
            }
            var found: [String]
            switch name {
            case "version": found = [card.version ?? ""]
            case "fn": found = [card.formattedName]
            case "n":
                let name = card.name
                found = [name.family, name.given, name.additional, name.prefix, name.suffix]
            case "adr":
                let address = try #require(addresses.first)
                addresses.removeFirst()
                found = [
                    address.poBox, address.extended, address.street, address.locality, address.region,
                    address.postalCode, address.country,
                ]
            case "bday": found = [card.birthday.map { "--0\($0.month)-0\($0.day)" } ?? ""]
            case "email": found = card.emails.map(\.value)
            case "tel":
                found = card.phones.map(\.value)
                expected = expected.map { $0.replacing("tel:", with: "") }
            case "nickname": found = card.nicknames
            case "note": found = card.notes
            case "org": found = [card.organisations[0].name] + card.organisations[0].units
            case "title": found = [card.organisations[0].title ?? ""]
            case "role": found = card.roles
            case "kind": found = [card.kind ?? ""]
            case "member": found = card.members
            case "photo": if case .link(let link) = card.photo { found = [link] } else { found = [] }
            case "rev": found = [card.revision ?? ""]
            default:
                let value = card.others.first { $0.name == name.uppercased() }?.value ?? ""
                found =
                    expected.count > 1
                    ? value.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
                    : [value.replacing("\\,", with: ",")]
            }
            if type.hasPrefix("date") || ["timestamp", "utc-offset"].contains(type) {
                // The two write times differently.
                (expected, found) = ([expected[0].filter(\.isNumber)], [found[0].filter(\.isNumber)])
            }
            #expect(found == expected, "\(name)")
        }
        #expect(properties.count == count)
    }

    @Test func android() throws {
        #expect(try cards("ez-vcard/John_Doe_ANDROID.vcf").count == 6)
        let pref = try cards("android-vcard/v21_pref_handling.vcf")[0]
        #expect(pref.organisations.map(\.name) == ["Company", "Mystery", "Poetry"])
        #expect(pref.organisations.map(\.title) == ["Engineer", "Blogger", "Poet"])
        #expect(pref.phones.map(\.value) == ["2", "1", "3"])
        let back = try cards("android-vcard/v21_backslash.vcf")[0]
        #expect(back.name.given == "A;B\\")
        #expect(back.name.additional == "C\\;")
        #expect(try cards("android-vcard/v21_nest.vcf").map(\.name.family) == ["nest1", "nest2", "parent"])
        let damaged = try cards("android-vcard/v21_malformed_photo.vcf")[0]
        #expect(damaged.photo == nil)
        #expect(damaged.problems.count == 1)
        let omega = try cards("android-vcard/v21_invalid_multiple_line.vcf")[0]
        #expect(omega.name.given == "Omega")
        #expect(omega.emails.map(\.value) == ["omega@example.com"])
        #expect(omega.problems.map(\.line) == [4])
        let note = try cards("android-vcard/v21_invalid_comment_line.vcf")[0]
        #expect(note.notes == ["This is an (sharp ->#<- sharp) example. This message must NOT be ignored."])
        #expect(note.problems.isEmpty)
        let japanese = try cards("android-vcard/v21_japanese_1.vcf")[0]
        #expect(japanese.name.family.unicodeScalars.allSatisfy { $0.value > 0x3000 && $0.value != 0xFFFD })
        for file in ["v21_base64_no_2_crlf", "v21_complicated", "v21_x_android_custom_after_photo"] {
            let card = try cards("android-vcard/\(file).vcf")[0]
            guard case .image(let image, _) = card.photo else {
                Issue.record("no photo in \(file)")
                continue
            }
            #expect(image.count > 1000)
            #expect(card.problems.isEmpty)
        }
        let street = try cards("android-vcard/v21_adr_multiple_line.vcf")[0]
        #expect(street.addresses.count == 2)
        #expect(street.problems.isEmpty)
    }

    @Test func others() throws {
        #expect(try cards("sabre-vobject/issue153.vcf").map(\.formattedName) == ["Test Benutzer"])
        #expect(try cards("text-vcard/quotedprintable.vcf").map(\.formattedName) == ["Carl Gauß"])
        #expect(
            try cards("text-vcard/encoding2.vcf").map(\.formattedName) == ["Bartholomäus von Stürmer", "Carl Gauß"])
        #expect(try cards("roundcube/utf-16_sample.vcf").count == 1)
        #expect(try cards("roundcube/thebat.vcf")[0].problems.count == 2)
        let mac = try cards("ez-vcard/John_Doe_MAC_ADDRESS_BOOK.vcf")[0]
        #expect(mac.phones.first?.value == "905-777-1234")
        #expect(mac.phones.contains { $0.label == "AssistantPhone" })
        #expect(mac.urls.map(\.label) == ["HomePage"])
        #expect(mac.urls.map(\.value) == ["http://www.ibm.com"])
        #expect(try cards("caldavtester-vcardput/17.vcf")[0].isGroup)
        #expect(try cards("ez-vcard/gmail-list.vcf").count == 3)
        let rfc = try cards("ical.js/vcard.vcf")[0]
        #expect(rfc.birthday == VCard.PartialDate(year: nil, month: 2, day: 3))
        #expect(rfc.organisations[0].name == "ABC, Inc.")
        #expect(rfc.phones.map(\.value) == ["+33-01-23-45-67"])
    }
}
