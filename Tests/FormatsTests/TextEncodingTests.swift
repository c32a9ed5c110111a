import Formats
import Testing

@Suite struct TextEncodingTests {
    @Test(arguments: [
        ("UTF-8", TextEncoding.utf8), ("us-ascii", .utf8), ("GB2312", .gb18030), ("gbk", .gb18030), ("CP936", .gb18030),
        ("latin1", .windows1252), ("ISO-8859-1", .windows1252), ("SHIFT_JIS", .shiftJIS),
        ("windows-1250", .other("CP1250")),
        ("iso_8859-2", .other("ISO-8859-2")), ("big5", .big5),
    ])
    func namesOfFiles(name: String, encoding: TextEncoding) {
        #expect(TextEncoding(named: name) == encoding)
        #expect(TextEncoding(named: encoding.description) == encoding)
    }

    @Test func anUnknownNameIsNone() {
        #expect(TextEncoding(named: "utf-7") == nil)
        #expect(TextEncoding(named: "") == nil)
    }
}
