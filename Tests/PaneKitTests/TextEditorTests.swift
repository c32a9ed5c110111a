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
        // Undo goes word by word, redo comes back, and something new forgets what was undone.
        ("", "one two<C-z>", "one |"), ("", "one two<C-z><C-z>", "|"), ("", "one two<C-z><C-z><C-y>", "one |"),
        ("", "one two<C-z><C-z><A-z><A-z><A-z>", "one two|"), ("", "one<C-z>x<C-y>", "x|"),
        ("a b", "<C-w><C-w><C-z><C-z><C-y>", "a |"), ("", "e\u{301}<C-z>", "|"), ("e", "\u{301}<C-z>", "e|"),
        // Words of Chinese are the runs of one kind of character.
        ("见王伟，谈Line 3报价", "<C-Left>", "见王伟，谈Line 3|报价"),
        ("见王伟，谈Line 3报价", "<C-Left><C-Left><A-b>", "见王伟，谈|Line 3报价"),
        ("见王伟，谈价", "<Home><C-Right>", "见王伟|，谈价"), ("见王伟，谈价", "<Home><A-f><A-f>", "见王伟，谈价|"),
        ("カタカナ漢字ひらがな", "<A-b><A-b>", "カタカナ|漢字ひらがな"), ("one two", "<Home><A-d>", "| two"),
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

    @Test(arguments: [
        ("one\ntwo\nthree", "<C-Home>x", "x|one\ntwo\nthree"), ("one\ntwo", "<C-Home><C-End>x", "one\ntwox|"),
        ("one\ntwo", "<C-Home><End><Del>", "one|two"), ("one\ntwo", "<Home><BS>", "one|two"),
        ("one\ntwo", "<Home><BS><C-z>", "one\n|two"), ("one\n\ntwo", "<C-Home><C-Right><C-Right>", "one\n\ntwo|"),
        ("one\ntwo", "<C-Left><C-Left>", "|one\ntwo"), ("a\nb", "<C-k><Up><C-k><Del>", "a|b"),
        // The column is kept over a shorter line.
        ("long line\nx\nlong line", "<Up><Up>!", "long line!|\nx\nlong line"),
        ("1\n2\n3\n4\n5", "<PgUp>x", "1x|\n2\n3\n4\n5"), ("1\n2\n3\n4\n5", "<C-Home><PgDn>x", "1\n2\n3\n4\nx|5"),
        ("abc\ndef", "<PgUp><PgUp>x", "x|abc\ndef"),
    ])
    func movesThroughLines(text: String, notation: String, expected: String) {
        #expect(typed(notation, into: text, multiline: true) == expected)
    }

    @Test func aPasteOfSeveralLinesIsUndoneAtOnce() {
        var editor = TextEditor("前后", multiline: true)
        _ = editor.handle(.key(.left))
        _ = editor.handle(.paste("one\r\ntwo\n\nthree"))
        #expect(editor.text == "前one\ntwo\n\nthree后")
        #expect(editor.cursor == 15)
        _ = editor.handle(.key(.control("z")))
        #expect(editor.text == "前后")
        #expect(editor.cursor == 1)
        _ = editor.handle(.key(.control("y")))
        #expect(editor.text == "前one\ntwo\n\nthree后")
    }

    /// Whatever is typed, taking all of it back gives the text that was there, and doing it again the text that was made.
    @Test(arguments: 0..<20)
    func allCanBeTakenBackAndDoneAgain(seed: Int) {
        var random = SplitMix(state: UInt64(seed))
        let keys: [Key] = [
            .left, .right, .up, .down, .backspace, .delete, .enter, .home, .end, .control("w"), .control("k"),
            .control("u"), .character("a"), .character(" "), .character("王"), .wordLeft,
            .textStart, .pageDown, .alt("d"),
        ]
        var editor = TextEditor("第一行\nsecond line\n\nlast", multiline: true)
        let before = editor.text
        for step in 0..<120 {
            if step % 17 == 0 {
                _ = editor.handle(.paste("x\ny"))
            } else {
                _ = editor.handle(.key(keys[Int(random.next() % UInt64(keys.count))]))
            }
            #expect(editor.count == editor.text.count)
            #expect(editor.cursor <= editor.count)
        }
        let after = editor.text
        for _ in 0..<200 { _ = editor.handle(.key(.control("z"))) }
        #expect(editor.text == before)
        for _ in 0..<200 { _ = editor.handle(.key(.control("y"))) }
        #expect(editor.text == after)
    }

    private struct SplitMix: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    /// A key in a megabyte touches its own paragraph only: a thousand of them, laid out and drawn, take a moment even unoptimised.
    @Test func aMegabyteIsQuickToTypeIn() {
        let text = String(repeating: "第一段，客户要两个方案。 And some English words to wrap.\n", count: 20_000)
        var editor = TextEditor(text, multiline: true, limit: 4_000_000)
        #expect(editor.text == text)
        editor.layout(width: 60, height: 10)
        let clock = ContinuousClock()
        let time = clock.measure {
            for _ in 0..<20 {
                _ = editor.handle(.key(.character("x")))
                editor.layout(width: 60, height: 10)
                var canvas = Canvas(width: 60, height: 10)
                editor.draw(on: &canvas, in: canvas.bounds, focused: true)
            }
            _ = editor.handle(.key(.control("z")))
        }
        #expect(time < .seconds(3), "\(time)")
        #expect(editor.text == text)
    }

    @Test func theScreenStaysWhereItIsWhileTheCursorIsSeen() {
        var editor = TextEditor((1...30).map(String.init).joined(separator: "\n"), multiline: true)
        func shown() -> [String] {
            editor.layout(width: 10, height: 5)
            var canvas = Canvas(width: 10, height: 5)
            editor.draw(on: &canvas, in: canvas.bounds, focused: true)
            return canvas.rows
        }
        #expect(shown() == ["26", "27", "28", "29", "30"])
        for _ in 0..<3 { _ = editor.handle(.key(.up)) }
        #expect(shown() == ["26", "27", "28", "29", "30"])
        for _ in 0..<2 { _ = editor.handle(.key(.up)) }
        #expect(shown() == ["25", "26", "27", "28", "29"])
        editor.move(toColumn: 2, row: 2)
        _ = editor.handle(.key(.character("!")))
        #expect(shown()[2] == "27!")
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
