import Formats
import Testing

@Suite struct JSONWriterTests {
    @Test(arguments: [
        ("a\"b\\c/", #""a\"b\\c/""#), ("\n\r\t\u{8}\u{C}", #""\n\r\t\b\f""#),
        ("\u{1B}[0m\u{7F}\u{0}", #""\u001b[0m\u007f\u0000""#),
        ("\u{80}\u{9B}\u{9F}\u{A0}", "\"\\u0080\\u009b\\u009f\u{A0}\""),
        ("\u{2027}\u{2028}\u{2029}\u{202A}", "\"\u{2027}\\u2028\\u2029\u{202A}\""),
        ("王😀é", "\"王😀é\""), ("", "\"\""),
    ])
    func strings(text: String, json: String) throws {
        let written = JSONWriter.text(.string(text))
        #expect(Array(written.utf8) == Array(json.utf8))
        #expect(try JSONReader.value(written.bytes) == .string(text))
    }

    @Test func aRecordALine() {
        var writer = JSONWriter()
        writer.record(["a": 1, "b": [true, nil, [], [:]]])
        let first = writer.take().text
        writer.beginRecord()
        writer.beginObject()
        writer.name("c")
        writer.number(-2)
        writer.name("d")
        writer.string("x")
        writer.endObject()
        writer.endRecords()
        #expect(first + writer.take().text == "[\n{\"a\":1,\"b\":[true,null,[],{}]},\n{\"c\":-2,\"d\":\"x\"}\n]\n")
    }

    @Test func noRecords() {
        var writer = JSONWriter()
        writer.endRecords()
        #expect(writer.take().text == "[]\n")
    }
}
