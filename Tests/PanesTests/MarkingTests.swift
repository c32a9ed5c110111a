import Screen
import Testing

@testable import Panes

/// What was looked for is marked where it stands, and seen where there is little room.
@Suite struct MarkingTests {
    @Test(arguments: [
        ("Anna Dixon", ["dix"], false, ["Anna ", "[Dix]", "on"]),
        ("Anna Dixon", ["a", "dixon"], false, ["[A]", "nna ", "[Dixon]"]),
        ("Dixon", ["x"], false, ["Dixon"]),
        ("王伟 is away", ["ww"], false, ["[王伟]", " is away"]),
        ("Renée Dupont", ["renee"], false, ["[Renée]", " Dupont"]),
        ("Asked for a quote on two hundred", ["two"], true, ["…", "uote on ", "[two]", " hundred"]),
        ("客户要求本周五之前报价，并且把合同寄到上海的办公室。", ["上海"], true, ["…", "，并且把合同寄到", "[上海]", "的办公室。"]),
        ("A quote on two", ["two"], true, ["A quote on ", "[two]"]),
    ])
    func marksStandWhereTheWordsAre(text: String, words: [String], isCut: Bool, runs: [String]) {
        let marked = StyledText(text, .normal, marking: words, isCut: isCut)
        let shown = marked.runs.map { $0.style == .normal ? $0.text : "[\($0.text)]" }.joined()
        #expect(shown == runs.joined())
        #expect(marked.text == runs.joined().filter { $0 != "[" && $0 != "]" })
    }
}
