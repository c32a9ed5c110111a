import Testing
import Words

@Suite struct EscapingTests {
    /// An accent, the colour of an emoji or a joiner behind a quote makes one character of them for a reader.
    @Test(arguments: [
        ("a\"b", "a\"\"b"), ("\"\u{301}", "\"\"\u{301}"), ("\"\u{1F3FE}\"", "\"\"\u{1F3FE}\"\""),
        ("x\"\u{200D}y", "x\"\"\u{200D}y"), ("", ""), ("王", "王"), ("e\u{301}", "e\u{301}"),
    ])
    func everyScalarIsEscaped(text: String, expected: String) {
        #expect(text.escaping("\"", as: "\"\"").utf8.elementsEqual(expected.utf8))
    }

    @Test(arguments: [
        ("", ""), ("a", "a"), ("a\nb", "a|b"), ("a\rb", "a|b"), ("a\r\nb", "a|b"), ("\r\r\n", "||"), ("\r\n\n", "||"),
        ("\n\r", "||"), ("王\r\u{301}\n伟", "王|\u{301}|伟"),
    ])
    func breaksOfLines(text: String, expected: String) {
        #expect(text.breakingLines(with: "|").utf8.elementsEqual(expected.utf8))
    }
}
