import Testing

@testable import Screen

struct CanvasTests {
    private func row(_ width: Int, _ draw: (inout Canvas) -> Void) -> String {
        var canvas = Canvas(width: width, height: 1)
        draw(&canvas)
        return canvas.rows[0]
    }

    @Test(arguments: [
        ("王伟!", 6, "王伟!", 5), ("王伟!", 4, "王…", 3), ("abc", 0, "", 0), ("a\u{1B}[2Jb", 20, "a␛[2Jb", 6),
        ("x\u{202E}y", 20, "x<202E>y", 8), ("a\nb", 20, "a↵b", 3), ("\u{9B}m", 20, "<9B>m", 5),
        ("e\u{301}x", 20, "e\u{301}x", 2),
        ("👨‍👩‍👧", 20, "👨👩👧", 6), ("❤️x", 20, "❤x", 2), ("مرحبا", 20, "مرحبا", 5), ("\u{301}a", 5, "a", 1),
    ])
    func writes(text: String, width: Int, expected: String, used: Int) {
        var canvas = Canvas(width: 24, height: 1)
        #expect(canvas.write(text, x: 0, y: 0, width: width) == used)
        #expect(canvas.rows[0].unicodeScalars.elementsEqual(expected.unicodeScalars))
    }

    @Test func cutsAtTheEdges() {
        #expect(row(5) { $0.write("王伟大", x: 1, y: 0) } == " 王…")
        #expect(row(5) { $0.write("abc", x: 9, y: 0) } == "")
        #expect(row(5) { $0.write("abc", x: 0, y: 7) } == "")
        #expect(row(6) { $0.write("ab", x: 0, y: 0, width: 6, align: .right) } == "    ab")
    }

    @Test func halfAWideCharacterBecomesABlank() {
        #expect(
            row(6) {
                $0.write("王伟", x: 0, y: 0)
                $0.write("x", x: 1, y: 0)
            } == " x伟")
        #expect(
            row(6) {
                $0.write("王伟", x: 0, y: 0)
                $0.write("x", x: 2, y: 0)
            } == "王x")
    }

    /// A cell has room for a letter with all the marks that languages put on one, and not for those that are heaped up as a joke.
    @Test func marksHaveRoomAndAnEnd() {
        for text in ["ệ́", "กี่", "e\u{301}\u{302}\u{303}\u{304}", "क्\u{94D}\u{902}"] {
            let decomposed = text.unicodeScalars.map { String($0) }.joined()
            #expect(row(5) { $0.write(decomposed, x: 0, y: 0) }.unicodeScalars.elementsEqual(decomposed.unicodeScalars))
        }
        let heap = "a" + String(repeating: "\u{301}", count: 1000)
        var canvas = Canvas(width: 3, height: 1)
        #expect(canvas.write(heap + "b", x: 0, y: 0) == 2)
        #expect(canvas[0, 0].text.unicodeScalars.count == 8 && canvas[1, 0].text == "b")
    }

    @Test func styledTextIsCutAsOne() {
        let text = StyledText("call ", .dim) + StyledText("王伟", .normal.bold) + StyledText(" today")
        #expect(row(20) { $0.write(text, x: 0, y: 0) } == "call 王伟 today")
        #expect(row(20) { $0.write(text, x: 0, y: 0, width: 9) } == "call 王…")
        #expect(row(20) { $0.write(text, x: 0, y: 0, width: 5) } == "call…")
        #expect(row(20) { $0.write(text, x: 0, y: 0, width: 17, align: .right) } == "  call 王伟 today")
    }

    @Test func frameWithTitle() {
        var canvas = Canvas(width: 14, height: 3)
        canvas.box(canvas.bounds, title: "王伟")
        #expect(canvas.rows == ["╭─ 王伟 ─────╮", "│            │", "╰────────────╯"])
        #expect(canvas.styleRows[0].hasPrefix("aaa..."))
    }

    @Test func dumpTellsStyles() {
        var canvas = Canvas(width: 8, height: 1)
        canvas.write("ab", x: 0, y: 0, style: .bad)
        canvas.write("c", x: 2, y: 0, style: .good.bold)
        canvas.write("d", x: 3, y: 0, style: .accent.reverse)
        canvas.write("e", x: 4, y: 0, style: .normal.selected)
        #expect(canvas.dump == "abcde\n========\nbbGrs\n")
    }

    @Test func nothingOutsideIsTouched() {
        var canvas = Canvas(width: 3, height: 2)
        canvas.fill(Rect(x: -5, y: -5, width: 50, height: 50), with: "x")
        canvas.rule(x: -2, y: 9, width: 99)
        canvas.box(Rect(x: 2, y: 1, width: 9, height: 9))
        #expect(canvas.rows == ["xxx", "xx╭"])
    }
}
