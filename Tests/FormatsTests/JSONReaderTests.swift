import Formats
import Testing

@Suite struct JSONReaderTests {
    @Test(
        arguments: [
            ("[]", JSON.array([])), (" {} ", .object([])), ("\"\\u738b\\ud83d\\ude00\\n\"", "王😀\n"),
            ("-0", .number("-0")),
            ("1E400", .number("1E400")),
            ("123456789012345678901234567890.10", .number("123456789012345678901234567890.10")),
            ("[null,true,false]", [nil, true, false]), ("\u{FEFF}[1]", [1]), ("{\"a\":{\"b\":[]}}", ["a": ["b": []]]),
            ("\"\u{7F}\u{2028}\"", "\u{7F}\u{2028}"),
        ] as [(String, JSON)])
    func values(text: String, value: JSON) throws {
        #expect(try JSONReader.value(text.bytes) == value)
    }

    @Test(arguments: [
        ("", 1), ("[", 1), ("[1,]", 1), ("{\"a\":1,}", 1), ("01", 1), ("1.", 1), (".5", 1), ("+1", 1), ("-", 1),
        ("1e", 1),
        ("'a'", 1), ("\"a", 1), ("\"\t\"", 1), ("\"\\x\"", 1), ("\"\\ud800\"", 1), ("\"\\ud800\\u0041\"", 1),
        ("nul", 1),
        ("[1] x", 1), ("{a:1}", 1), ("\n\n[1 2]", 3), ("[\"\\u00g0\"]", 1), ("NaN", 1), ("//\n1", 1), ("{\"a\"}", 1),
    ])
    func refused(text: String, line: Int) {
        let problem = #expect(throws: FileProblem.self) { try JSONReader.value(text.bytes) }
        #expect(problem?.line == line)
        #expect(problem?.reason.contains("at byte") == true)
    }

    @Test(arguments: [(99, true), (100, true), (101, false), (100_000, false)])
    func depth(levels: Int, isRead: Bool) throws {
        let text = String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        if isRead {
            _ = try JSONReader.value(text.bytes)
        } else {
            #expect(throws: FileProblem.self) { try JSONReader.value(text.bytes) }
        }
    }

    @Test(arguments: [("[]", 0), (" [ 1 , {\"a\":2} , [3] ] ", 3), ("[[]]", 1)])
    func recordsOneByOne(text: String, count: Int) throws {
        var reader = JSONReader(source(of: text.bytes, pieces: 1))
        var read = 0
        while try reader.next() != nil { read += 1 }
        #expect(read == count)
        #expect(try reader.next() == nil)
    }

    @Test(arguments: ["", "{}", "[", "[1", "[1,", "[1,]", "[,1]", "[1] 2", "[1 2]", "[]]"])
    func brokenRecords(text: String) {
        #expect(throws: FileProblem.self) {
            var reader = JSONReader(source(of: text.bytes))
            while try reader.next() != nil {}
        }
    }

    @Test(arguments: [1, 7, 4096, Limits.sample])
    func aLongTextIsReadPieceByPiece(pieces: Int) throws {
        let record = "{\"name\": \"王😀\\n\",\r\n \"list\": [1, -2.5e3, null]}"
        let text = "\u{FEFF}[" + Array(repeating: record, count: 3000).joined(separator: ",\r\n")
        var reader = JSONReader(source(of: (text + "\n]\n").bytes, pieces: pieces))
        for _ in 0..<3000 { #expect(try reader.next()?.members?.first?.value == "王😀\n") }
        #expect(try reader.next() == nil)
        // What is wrong is told by its line and place, however much was let go of before.
        reader = JSONReader(source(of: (text + ",\r\n  x]").bytes, pieces: pieces))
        let problem = #expect(throws: FileProblem.self) { while try reader.next() != nil {} }
        #expect(problem == FileProblem(line: 6001, reason: "unexpected x at byte 3 of the line"))
    }

    @Test func aRecordWithoutEndIsRefusedAndAnErrorOfTheSourceIsTold() throws {
        var pieces = 0
        var reader = JSONReader {
            pieces += 1
            return pieces == 1 ? "[\"".bytes : Array(repeating: 0x61, count: 1 << 20)
        }
        let problem = #expect(throws: FileProblem.self) { try reader.next() }
        #expect(problem?.reason.hasPrefix("a record of more than 16 MB") == true && pieces < 20)
        struct Broken: Error {}
        reader = JSONReader { throw Broken() }
        #expect(throws: Broken.self) { try reader.next() }
    }

    @Test(.enabled(if: Corpus.isThere), arguments: Corpus.files("json/JSONTestSuite", ".json"))
    func suite(path: String) throws {
        let bytes = try Corpus.bytes(path)
        let name = path.split(separator: "/").last!
        if name.hasPrefix("y_") {
            let value = try JSONReader.value(bytes)
            #expect(try JSONReader.value(JSONWriter.text(value).bytes) == value)
        } else if name.hasPrefix("n_") {
            let problem = #expect(throws: FileProblem.self) { try JSONReader.value(bytes) }
            #expect(problem?.line != nil)
        } else {
            _ = try? JSONReader.value(bytes)
        }
    }

    @Test(.enabled(if: Corpus.isThere), arguments: Corpus.files("json/JSONTestSuite-transform", ".json"))
    func noNumberChanges(path: String) throws {
        let bytes = try Corpus.bytes(path)
        guard let value = try? JSONReader.value(bytes) else {
            #expect(path.contains("invalid_codepoint"))
            return
        }
        let blanks: Set<Character> = [" ", "\n"]
        #expect(JSONWriter.text(value).filter { !blanks.contains($0) } == bytes.text.filter { !blanks.contains($0) })
    }
}
