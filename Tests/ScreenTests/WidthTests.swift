import Testing

@testable import Screen

struct WidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("王伟", 4), ("Müller", 6), ("Mu\u{308}ller", 6), ("👍", 2), ("👨‍👩‍👧", 6), ("❤️", 1), ("한국", 4),
        ("ｶﾅ", 2), ("カナ", 4), ("…", 1), ("●▸█", 3), ("مرحبا", 5), ("מָה", 2), ("\u{301}", 0), ("𠮷", 2), ("ａ", 2),
    ])
    func widthOfText(text: String, width: Int) {
        #expect(displayWidth(of: text) == width)
        #expect(text.reduce(0) { $0 + displayWidth(of: $1) } == width)
    }

    @Test(arguments: [
        ("Ada Lovell", 10, "Ada Lovell"), ("Ada Lovell", 9, "Ada Love…"), ("王伟大", 6, "王伟大"), ("王伟大", 5, "王伟…"),
        ("王伟大", 4, "王…"), ("王伟", 2, "…"), ("王伟", 1, "…"), ("王伟", 0, ""), ("a👨‍👩‍👧b", 4, "a…"),
        ("e\u{301}e\u{301}e", 2, "e\u{301}…"),
        ("abc", -3, ""),
    ])
    func clipped(text: String, width: Int, expected: String) {
        #expect(clip(text, width) == expected)
        #expect(displayWidth(of: clip(text, width)) <= max(0, width))
    }

    @Test(arguments: [
        ("王伟", 6, Alignment.left, "王伟  "), ("王伟", 6, .right, "  王伟"), ("王伟大", 4, .left, "王… "), ("ab", 2, .right, "ab"),
    ])
    func padded(text: String, width: Int, align: Alignment, expected: String) {
        #expect(pad(text, width, align) == expected)
    }

    @Test func tablesAreSortedAndDisjoint() {
        for table in [zeroWidth, doubleWidth] {
            for (a, b) in zip(table, table.dropFirst()) { #expect(a.upperBound < b.lowerBound) }
        }
    }
}
