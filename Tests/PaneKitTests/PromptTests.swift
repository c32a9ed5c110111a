import Screen
import Testing

@testable import PaneKit

struct PromptTests {
    @Test func answers() {
        var prompt = Prompt("/")
        let answer23 = prompt.handle(.key(.character("王")))
        #expect(answer23 == .changed("王"))
        let answer24 = prompt.handle(.paste("伟"))
        #expect(answer24 == .changed("王伟"))
        let answer25 = prompt.handle(.key(.left))
        #expect(answer25 == .handled)
        let answer26 = prompt.handle(.key(.down))
        #expect(answer26 == nil)
        let answer27 = prompt.handle(.key(.enter))
        #expect(answer27 == .accepted("王伟"))
        let answer28 = prompt.handle(.key(.control("u")))
        #expect(answer28 == .changed("伟"))
        let answer29 = prompt.handle(.key(.delete))
        #expect(answer29 == .changed(""))
        let answer30 = prompt.handle(.key(.backspace))
        #expect(answer30 == .cancelled)
        let answer31 = prompt.handle(.key(.escape))
        #expect(answer31 == .cancelled)
    }

    @Test func standsBehindItsLabel() {
        var canvas = Canvas(width: 40, height: 1)
        Prompt("/", text: "stage:lead").draw(on: &canvas, in: canvas.bounds)
        #expect(canvas.rows == [" / stage:lead"])
    }

    /// What holds already is taken away by what is typed, and kept by whoever goes on with it.
    @Test(arguments: [
        ("x", "x"), ("王", "王"), (" x", "tag:fair x"), ("<Left>x", "tag:faixr"), ("<End>x", "tag:fairx"), ("<BS>", ""),
        ("<C-w>x", "tag:x"), ("<Down>x", "x"), ("xy", "xy"),
    ])
    func whatIsTypedTakesThePlaceOfWhatHeld(keys: String, expected: String) {
        var prompt = Prompt("/", text: "tag:fair")
        for key in Key.parse(keys) { _ = prompt.handle(.key(key)) }
        #expect(prompt.text == expected)
    }

    @Test func aPasteTakesItsPlaceToo() {
        var prompt = Prompt("/", text: "tag:fair")
        let answer = prompt.handle(.paste("王伟"))
        #expect(answer == .changed("王伟"))
    }

    @Test func whatIsGoingToBeReplacedIsSeen() {
        var canvas = Canvas(width: 20, height: 1)
        var prompt = Prompt("/", text: "lead")
        prompt.draw(on: &canvas, in: canvas.bounds)
        #expect(canvas.styleRows.joined().contains("ssss"))
        prompt.keep()
        canvas = Canvas(width: 20, height: 1)
        prompt.draw(on: &canvas, in: canvas.bounds)
        #expect(!canvas.styleRows.joined().contains("s"))
    }
}
