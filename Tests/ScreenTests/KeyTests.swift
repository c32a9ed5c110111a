import Testing

@testable import Screen

struct KeyTests {
    @Test(arguments: [
        ("jj<Enter>c<C-s>", [Key.character("j"), .character("j"), .enter, .character("c"), .control("s")]),
        ("<", [.character("<")]), ("<>", [.character("<"), .character(">")]),
        ("<lt>x", [.character("<"), .character("x")]),
        ("a<b>", [.character("a"), .character("<"), .character("b"), .character(">")]),
        ("<F12><F13>", [.function(12)] + "<F13>".map(Key.character)),
        ("<S-Tab><A-b><C-Left>王", [.backTab, .alt("b"), .wordLeft, .character("王")]), ("", []),
        ("<Space>", [.character(" ")]),
    ])
    func parses(notation: String, keys: [Key]) {
        #expect(Key.parse(notation) == keys)
    }

    @Test(arguments: [
        ("<C-s>", "Ctrl-S"), ("<Enter>", "Enter"), (" ", "Space"), ("<S-Tab>", "Shift-Tab"), ("c", "c"),
        ("<A-f>", "Alt-f"),
    ])
    func names(notation: String, name: String) {
        #expect(Key.parse(notation)[0].name == name)
    }

    @Test(arguments: [
        ("：", ":"), ("？", "?"), ("／", "/"), ("。", "."), ("ｑ", "q"), ("《", "<"), ("　", " "), ("a", "a"), ("王", "王"),
    ])
    func narrows(wide: String, narrow: String) {
        #expect(Key.character(Character(wide)).narrow == .character(Character(narrow)))
    }

    @Test(arguments: [("王", true), ("𠮷", true), ("a", false), ("。", false), ("é", false)])
    func knowsHan(text: String, isHan: Bool) {
        #expect(Key.character(Character(text)).isHan == isHan)
    }
}
