import Testing

@testable import Screen

struct WrapTests {
    @Test(arguments: [
        ("", 10, [""]), ("one two three", 7, ["one two", "three"]), ("one two three", 8, ["one two", "three"]),
        ("incomprehensible", 6, ["incomp", "rehens", "ible"]), ("a\nb\n", 5, ["a", "b", ""]),
        ("参观三号线，需要认证。", 10, ["参观三号", "线，需要认", "证。"]), ("他说：（好的）", 6, ["他说：", "（好", "的）"]),
        ("见Ada Lovell先生", 6, ["见Ada", "Lovell", "先生"]), ("  lead", 4, ["", "lead"]),
        // Nothing that closes begins a line, also after a word that fills it, and nothing that opens ends one.
        ("abcdef。", 6, ["abcde", "f。"]), ("一二三」。四", 6, ["一二", "三」。", "四"]), ("一二三〗四", 6, ["一二", "三〗四"]),
        ("ハーバード", 4, ["ハー", "バー", "ド"]), ("ちょっと", 4, ["ちょ", "っと"]), ("一二〖三〗", 6, ["一二", "〖三〗"]),
        ("好的.再见", 6, ["好的.", "再见"]),
        ("👨‍👩‍👧👨‍👩‍👧", 6, ["👨‍👩‍👧", "👨‍👩‍👧"]),
    ])
    func wrapped(text: String, width: Int, lines: [String]) {
        #expect(wrap(text, width: width) == lines)
    }

    @Test(arguments: 1...30)
    func rangesLeaveNothingOut(width: Int) {
        let text = Array("send 两种方案 to Müller & Söhne，预算 is approved（十二月）。\n\nNext: 报价 👨‍👩‍👧 done")
        let ranges = lineRanges(of: text, width: width)
        #expect(ranges.flatMap { Array(text[$0]) } == text)
        #expect(ranges.dropLast().allSatisfy { !$0.isEmpty })
        if width > 6 {
            #expect(!ranges.dropFirst().contains { !$0.isEmpty && "，。、）".contains(text[$0.lowerBound]) })
        }
    }
}
