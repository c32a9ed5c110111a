import Screen
import Testing

@testable import PaneKit

struct TextEditorTests {
    /// The text with `|` where the cursor stands.
    private func typed(_ notation: String, into text: String = "", multiline: Bool = false) -> String {
        var editor = TextEditor(text, multiline: multiline)
        for event in Event.typing(notation) { _ = editor.handle(event) }
        var characters = Array(editor.text)
        characters.insert("|", at: editor.cursor)
        return String(characters)
    }

    @Test(arguments: [
        ("", "abc", "abc|"), ("王伟", "<BS>", "王|"), ("a👨‍👩‍👧b", "<Left><BS>", "a|b"), ("e\u{301}", "<BS>", "|"),
        ("abc", "<Home><Del>x", "x|bc"),
        ("one two", "<C-w>", "one |"), ("one two", "<A-b><C-k>", "one |"),
        ("one two", "<C-Left><C-Left>x", "x|one two"),
        ("one two", "<Left><C-u>", "|o"), ("one two", "<Home><A-f>x", "onex| two"), ("one", "x<C-w><C-z>", "onex|"),
        ("", "abc<C-z>", "|"), ("one", "<C-w>two<C-z><C-z>", "one|"),
        ("", "<BS><Del><Left><Right><C-w><C-k><C-u><C-z>", "|"),
        ("王伟 call", "<C-a>x", "x|王伟 call"), ("", "e\u{301}<BS>", "|"),
    ])
    func edits(text: String, notation: String, expected: String) {
        #expect(typed(notation, into: text) == expected)
    }

    @Test func aTypedCombiningMarkJoins() {
        var editor = TextEditor("e")
        _ = editor.handle(.key(.character("\u{301}")))
        #expect(editor.text.count == 1)
        #expect(editor.cursor == 1)
    }

    @Test func oneLineStaysOneLine() {
        var editor = TextEditor("a\nb")
        let answer10 = editor.handle(.key(.enter))
        #expect(!answer10)
        _ = editor.handle(.paste("x\r\ny\tz"))
        #expect(editor.text == "a bx y z")
    }

    @Test func severalLines() {
        #expect(typed("<Enter>b<Up>x", into: "a", multiline: true) == "ax|\nb")
        #expect(typed("<Up><Home>x", into: "王伟\nab", multiline: true) == "x|王伟\nab")
        var editor = TextEditor("one", multiline: true)
        let answer11 = editor.handle(.key(.up))
        #expect(!answer11)
    }

    @Test func movesOverWrappedRows() {
        var editor = TextEditor("one two three four", multiline: true)
        editor.layout(width: 9)
        #expect(editor.height(width: 9) == 3)
        #expect(editor.cursorPlace(width: 9) == (2, 4))
        _ = editor.handle(.key(.up))
        #expect(editor.cursor == 12)
        _ = editor.handle(.key(.up))
        #expect(editor.cursor == 4)
    }

    @Test func aLongPasteIsCutAndSaysSo() {
        var editor = TextEditor("", limit: 5)
        _ = editor.handle(.paste("王伟王伟王伟王伟"))
        #expect(editor.text == "王伟王伟王")
        #expect(editor.wasCut)
        _ = editor.handle(.key(.backspace))
        #expect(!editor.wasCut)
    }

    @Test func showsTheCursor() {
        var canvas = Canvas(width: 8, height: 1)
        var editor = TextEditor("王伟王伟王伟")
        editor.draw(on: &canvas, in: canvas.bounds, focused: true)
        #expect(canvas.rows == ["伟王伟"])
        #expect(canvas.cursor == .init(x: 6, y: 0))
        _ = editor.handle(.key(.home))
        editor.draw(on: &canvas, in: canvas.bounds, focused: true)
        #expect(canvas.rows == ["王伟王…"])
        #expect(canvas.cursor == .init(x: 0, y: 0))
    }
}
