import Formats
import Testing

@Suite struct VCardReaderTests {
    static func read(_ bytes: [UInt8], pieces: Int = 1 << 16, encoding: TextEncoding? = nil) throws -> (
        cards: [VCard], problems: [FileProblem]
    ) {
        var reader = try VCardReader(source(of: bytes, pieces: pieces), encoding: encoding)
        var cards: [VCard] = []
        while let card = try reader.next() { cards.append(card) }
        return (cards, reader.problems.list)
    }

    /// The card of some lines between BEGIN and END.
    static func card(_ lines: String, version: String = "3.0") throws -> VCard {
        let text = "BEGIN:VCARD\r\nVERSION:\(version)\r\n\(lines)\r\nEND:VCARD\r\n"
        let whole = try read(text.bytes)
        #expect(whole.problems.isEmpty)
        #expect(try read(text.bytes, pieces: 3).cards == whole.cards)
        return try #require(whole.cards.first)
    }

    @Test func severalCardsAndTheirLines() throws {
        let text = "BEGIN:VCARD \nFN:A\nEND:VCARD\n\nbegin:vcard\rFN:B\nend:vcard"
        let cards = try VCardReaderTests.read("BEGIN:VCARD \nFN:A\nEND:VCARD\n\nbegin:vcard\nFN:B\nend:vcard".bytes)
            .cards
        #expect(cards.map(\.formattedName) == ["A", "B"])
        #expect(cards.map(\.line) == [1, 5])
        #expect(cards[0].problems.count == 1)  // no VERSION
        #expect(try VCardReaderTests.read(text.bytes.map { $0 == 10 ? 13 : $0 }).cards.count == 2)
    }

    /// A colon in quotes is none, also where the quotes are closed on the next physical line; quotes that are never closed count
    /// for nothing.
    @Test func quotesMayBeFolded() throws {
        let card = try VCardReaderTests.card("X-A;SOURCE=\"a: b\r\n  c;d\":one\r\nX-B;SOURCE=\"a:two\r\nNOTE:x")
        #expect(card.others.map(\.value) == ["one", "two"] && card.notes == ["x"])
        #expect(card.others.first?.values("SOURCE") == ["a: b c;d"])
    }

    @Test func nestedCardsAreCardsToo() throws {
        let text = "BEGIN:VCARD\nN:p\nBEGIN:VCARD\nN:a\nEND:VCARD\nBEGIN:VCARD\nN:b\nEND:VCARD\nTEL:1\nEND:VCARD\n"
        let cards = try VCardReaderTests.read(text.bytes).cards
        #expect(cards.map(\.name.family) == ["a", "b", "p"])
        #expect(cards[2].phones.map(\.value) == ["1"])
    }

    @Test(arguments: [(99, 99), (100, 100), (101, 100), (50_000, 100)])
    func nestingHasALimit(levels: Int, cards: Int) throws {
        let text =
            String(repeating: "BEGIN:VCARD\nN:a\n", count: levels) + String(repeating: "END:VCARD\n", count: levels)
        #expect(try VCardReaderTests.read(text.bytes).cards.count == cards)
    }

    @Test func brokenFiles() throws {
        let open = try VCardReaderTests.read("BEGIN:VCARD\nVERSION:3.0\nFN:A\n".bytes)
        #expect(open.cards.map(\.formattedName) == ["A"])
        #expect(open.cards[0].problems.count == 1)
        let stray = try VCardReaderTests.read("x\ny\nBEGIN:VEVENT\nFN:no\nEND:VEVENT\nEND:VCARD\n".bytes)
        #expect(stray.cards.isEmpty)
        #expect(stray.problems.map(\.line) == [1, 3, 6])
        #expect(throws: FileProblem.self) { try VCardReaderTests.read([]) }
    }

    @Test func brokenLinesAreReportedAndTheCardIsKept() throws {
        let card = try VCardReaderTests.card("FN:A\nno property\n# a comment\nTEL:1\n=:x\nEMAIL:\"O\"\n  <o@x.y>")
        #expect(card.formattedName == "A")
        #expect(card.phones.map(\.value) == ["1"])
        #expect(card.emails.map(\.value) == ["o@x.y"])
        #expect(card.problems.map(\.line) == [4, 7, 8])
    }

    @Test func foldsAndSoftBreaks() throws {
        let folded = try VCardReaderTests.card("FN:Ann\r\n  Lee\r\nTEL;TYPE=W\r\n\tORK:1")
        #expect(folded.formattedName == "Ann Lee")
        #expect(folded.phones[0].types == ["work"])
        let soft = try VCardReaderTests.card(
            "FN;ENCODING=QUOTED-PRINTABLE;CHARSET=utf-8:St=C3=\r\n=BCrmer=3D\r\nNOTE;QUOTED-PRINTABLE:a=\r\n#b=0D=0A=\r\nc",
            version: "2.1")
        #expect(soft.formattedName == "Stürmer=")
        #expect(soft.notes == ["a#b\nc"])
        let address = try VCardReaderTests.card(
            "ADR;HOME:;;Street\\\r\n12\\\r\nHouse;City;;1;X\r\nTEL:1", version: "2.1")
        #expect(address.addresses[0].value.street == "Street\n12\nHouse")
        #expect(address.addresses[0].value.locality == "City")
    }

    @Test func charsets() throws {
        let head = "BEGIN:VCARD\nVERSION:2.1\n".bytes
        let end = "\nEND:VCARD\n".bytes
        let declared = head + "FN;CHARSET=SHIFT_JIS:".bytes + [0x89, 0xA4] + end
        #expect(try VCardReaderTests.read(declared).cards[0].formattedName == "王")
        let printed = head + "FN;ENCODING=QUOTED-PRINTABLE:Iksi=F1ski".bytes + end
        let guessless = try VCardReaderTests.read(printed).cards[0]
        #expect(guessless.formattedName == "Iksi�ski")
        #expect(guessless.problems.map(\.line) == [3])
        let chosen = try VCardReaderTests.read(printed, encoding: .other("CP1250")).cards[0]
        #expect(chosen.formattedName == "Iksiński")
        #expect(chosen.problems.isEmpty)
        let wide = "BEGIN:VCARD\nVERSION:3.0\nFN:王伟\nEND:VCARD\n".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        #expect(try VCardReaderTests.read(wide).cards[0].formattedName == "王伟")
        let unknown = try VCardReaderTests.card("FN;CHARSET=klingon:A")
        #expect(unknown.formattedName == "A")
        #expect(unknown.problems.map(\.line) == [3])
    }

    @Test func photos() throws {
        let jpeg = try VCardReaderTests.card("PHOTO;ENCODING=b;TYPE=JPEG:/9j/\r\n 4AA=\r\nTEL:1")
        #expect(jpeg.photo == .image([0xFF, 0xD8, 0xFF, 0xE0, 0x00], type: "JPEG"))
        let old = try VCardReaderTests.card("PHOTO;BASE64:\r\n  /9j/\r\n\r\nTEL:1", version: "2.1")
        #expect(old.photo == .image([0xFF, 0xD8, 0xFF], type: nil))
        let unfolded = try VCardReaderTests.card("PHOTO;ENCODING=BASE64:/9j/\r\n/9j/\r\nTEL:1", version: "2.1")
        #expect(unfolded.photo == .image([0xFF, 0xD8, 0xFF, 0xFF, 0xD8, 0xFF], type: nil))
        for card in [jpeg, old, unfolded] { #expect(card.phones.count == 1) }
        #expect(try VCardReaderTests.card("PHOTO;VALUE=uri:file:///etc/passwd").photo == .link("file:///etc/passwd"))
        #expect(
            try VCardReaderTests.card("PHOTO:data:image/png;base64,/9j/").photo
                == .image([0xFF, 0xD8, 0xFF], type: "png"))
        let damaged = try VCardReaderTests.card("PHOTO;ENCODING=BASE64:qgEP:ASDF==\r\n\r\nFN:A", version: "2.1")
        #expect(damaged.photo == nil)
        #expect(damaged.problems.map(\.line) == [3])
        #expect(damaged.formattedName == "A")
    }

    @Test(arguments: [(Limits.line - 10, true), (Limits.line + 10, false)])
    func aLineOfOneMegabyte(size: Int, isRead: Bool) throws {
        let card = try VCardReaderTests.card("NOTE:" + String(repeating: "x", count: size - 5) + "\nFN:A")
        #expect(card.notes.count == (isRead ? 1 : 0))
        #expect(card.problems.count == (isRead ? 0 : 1))
        #expect(card.formattedName == "A")
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "\n a", "\n \"a", "a", "A:=\n", "\\", "\nBEGIN:VCARD", "\nEND:VCARD", "\nA;ENCODING=B:aaaa\naaaa", "N;",
            "\nTEL;A=\"",
            "\nBEGIN:X", "\0", "\r",
        ])
    func repeatedRubbishEnds(piece: String) throws {
        let text = "BEGIN:VCARD\nNOTE" + String(repeating: piece, count: 50_000) + "\nFN:A\nEND:VCARD\n"
        #expect(try VCardReaderTests.read(text.bytes).cards.count >= 1)
    }

    @Test(.enabled(if: Corpus.isThere), arguments: Corpus.files("vcard", ".vcf", ".vcs"))
    func everyCardOfARealFileIsRead(path: String) throws {
        let bytes = try Corpus.bytes(path)
        var decoder = TextDecoder(try TextDetection(sample: bytes))
        let begins = decoder.decode(bytes).text.lowercased().split(whereSeparator: \.isNewline).count {
            $0.trimmingPrefix(" ").hasPrefix("begin:vcard")
        }
        let (cards, problems) = try VCardReaderTests.read(bytes)
        #expect(cards.count == begins)
        #expect(begins > 0 || !problems.isEmpty)
        // Three files hold cards of nothing but a place, a link or addresses.
        for card in cards where !["geo2", "vcard-url", "group"].contains(where: path.contains) {
            let isNamed = !card.formattedName.isEmpty || !card.name.isEmpty || card.isCompany
            #expect(isNamed || !card.phones.isEmpty || !card.emails.isEmpty)
        }
        if path.contains("chinese-companies") {
            #expect(cards[0].isCompany)
            #expect(cards[0].phoneticOrganisation != nil)
            guard case .image = cards[0].photo else {
                Issue.record("no photo")
                return
            }
        }
    }

    @Test(
        .enabled(if: Corpus.isThere),
        arguments: ["csv", "crm", "hostile", "encodings", "json", "ical"].flatMap {
            Corpus.files($0, ".csv", ".txt", ".json", ".input", ".bin", ".enc", ".ics")
        })
    func otherFilesHoldNoCards(path: String) throws {
        do {
            let bytes = try Corpus.bytes(path)
            let isInside = bytes.text.contains("BEGIN:VCARD")
            #expect(try VCardReaderTests.read(bytes).cards.isEmpty != isInside)
        } catch let problem as FileProblem {
            #expect(!problem.reason.isEmpty)
        }
    }
}
