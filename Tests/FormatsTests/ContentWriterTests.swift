import Testing

@testable import Formats

/// Lines of vCards and calendars as they are written, and read again.
@Suite struct ContentWriterTests {
    private func written(_ line: ContentLine) -> String {
        var writer = ContentWriter()
        writer.line(line)
        return writer.take().text
    }

    @Test func whatPartsValuesIsEscaped() {
        #expect(written(ContentLine("NOTE", text: "a;b,c\\d\r\ne\nf\rg")) == "NOTE:a\\;b\\,c\\\\d\\ne\\nf\\ng\r\n")
        #expect(written(ContentLine("N", parts: ["王;", "伟", ""])) == "N:王\\;;伟;\r\n")
    }

    @Test(arguments: [
        ("plain", "plain"), ("a:b", "\"a:b\""), ("a,b;c", "\"a,b;c\""), ("say \"hi\"", "say ^'hi^'"), ("a^b", "a^^b"),
        ("two\nlines", "two^nlines"), (" x ", "\" x \""), ("王伟", "王伟"),
    ])
    func parametersAreQuotedWhereTheyMustBe(text: String, expected: String) throws {
        let line = ContentLine("X", text: "y", parameters: [.init(name: "P", values: [text])])
        #expect(written(line) == "X;P=\(expected):y\r\n")
        let back = try #require(ContentLine(head: "X;" + line.parameterText, value: "y", line: 0))
        #expect(back.values("P") == [text])
    }

    @Test(arguments: [
        String(repeating: "a", count: 300), String(repeating: "王", count: 100),
        "x" + String(repeating: "👩‍👩‍👧", count: 30), String(repeating: "e\u{301}", count: 90),
        "e" + String(repeating: "\u{301}", count: 200),
    ])
    func noLineIsLongerThan75BytesAndNoCharacterIsCut(text: String) throws {
        let out = written(ContentLine("NOTE", text: text))
        let lines = out.split(separator: "\r\n", omittingEmptySubsequences: false).dropLast()
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        #expect(lines.dropFirst().allSatisfy { $0.utf8.first == 0x20 })
        // Each piece begins where a character begins, unless one alone is longer than a line.
        if text.count > 2 {
            #expect(lines.map { $0.drop { $0 == " " }.count }.reduce(0, +) == "NOTE:".count + text.count)
        }
        var reader = try VCardReader("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:a\r\n\(out)END:VCARD\r\n".bytes)
        #expect(try reader.next()?.notes == [text])
    }

    @Test(arguments: [[], [0], [0, 1], [0, 1, 2], [255, 254, 253, 252]] as [[UInt8]])
    func base64ComesBack(bytes: [UInt8]) {
        #expect(Base64.decode(Base64.encode(bytes).utf8) == bytes)
    }
}
