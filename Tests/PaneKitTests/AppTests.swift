import Screen
import Testing

@testable import PaneKit

struct AppTests {
    private func hints(_ app: App) -> String { app.draw().rows.last! }

    @Test func keysActAndTheStackTurns() {
        let shelf = Shelf()
        var app = demo(shelf: shelf)
        app.type("npAda<Enter>")
        #expect(shelf.names.last == "Ada")
        #expect(app.depth == 1)
        #expect(app.messageText == "Added.")
        #expect(app.draw().rows.joined().contains("6 d"))
        app.type("2")
        #expect(app.activeTab == 1)
        app.type("<Tab>")
        #expect(app.activeTab == 0)
    }

    @Test func questionsAreAnsweredWithOneKey() {
        let shelf = Shelf()
        var app = demo(shelf: shelf)
        app.type("jd")
        #expect(hints(app) == " Delete Ada Lovell?  y yes  n no")
        app.type("x")
        #expect(shelf.names.count == 5)
        app.type("dy")
        #expect(shelf.names.count == 4)
        #expect(hints(app) == " Deleted.")
        app.type("k")
        #expect(hints(app).hasPrefix(" n new  d delete"))
    }

    @Test func sequencesOfKeys() {
        var app = demo()
        app.type("Gg")
        #expect((app.top as? NamesPane)?.table.selected == 4)
        app.type("g")
        #expect((app.top as? NamesPane)?.table.selected == 0)
        app.type("Ggx")
        #expect(app.messageText == nil)
        #expect((app.top as? NamesPane)?.table.selected == 4)
    }

    @Test func aKeyThatCannotActSaysWhyAndIsNoHint() {
        let shelf = Shelf()
        shelf.names = []
        var app = demo(shelf: shelf)
        #expect(!hints(app).contains("delete"))
        app.type("d")
        #expect(app.messageText == "There is nothing to delete.")
    }

    @Test func aFailedKeyPutsThePaneBack() {
        var app = demo()
        app.type("b")
        #expect((app.top as? NamesPane)?.touched == 0)
        #expect(app.messageText == "The shelf is broken.")
        app.type("w")
        #expect((app.top as? NamesPane)?.touched == 1)
    }

    @Test func retriesUntilTheOtherProcessIsDone() {
        let shelf = Shelf()
        var app = demo(shelf: shelf)
        app.type("npEve")
        shelf.isLocked = true
        app.type("<Enter>")
        #expect(app.messageText == "Another process is writing.")
        app.handle(.tick)
        #expect(app.depth == 2)
        #expect(app.messageText == "Another process is writing.")
        shelf.isLocked = false
        app.handle(.tick)
        #expect(shelf.names.last == "Eve")
        #expect(app.depth == 1)
        app.handle(.tick)
        #expect(shelf.names.count == 6)
    }

    @Test func aTypedKeyOrEscEndsTheWaiting() {
        let shelf = Shelf()
        var app = demo(shelf: shelf)
        app.type("npEve")
        shelf.isLocked = true
        app.type("<Enter>n")
        shelf.isLocked = false
        app.handle(.tick)
        #expect(shelf.names.count == 5)
        shelf.isLocked = true
        app.type("<Enter><Esc>")
        shelf.isLocked = false
        app.handle(.tick)
        #expect(app.depth == 2)
        app.type("<Enter>")
        #expect(shelf.names.last == "Even")
    }

    @Test func aLockedAnswerIsTriedAgain() {
        let shelf = Shelf()
        shelf.isLocked = true
        var app = demo(shelf: shelf)
        app.type("dy")
        #expect(shelf.names.count == 5)
        shelf.isLocked = false
        app.handle(.tick)
        #expect(shelf.names.count == 4)
        #expect(app.messageText == "Deleted.")
    }

    @Test func draftsAreKeptAndTakenUp() {
        let shelf = Shelf()
        var app = demo(shelf: shelf)
        app.type("n<Esc>")
        #expect(shelf.drafts.isEmpty)
        app.type("npEve<Esc>")
        #expect(shelf.drafts["name"]?.fields["name"] == "Eve")
        app.type("n")
        #expect(hints(app).contains("Ctrl-O take up draft"))
        app.type("<C-o>")
        #expect((app.top as? FormPane)?.form["name"] == "Eve")
        app.type("<C-s>")
        #expect(shelf.names.last == "Eve")
        #expect(shelf.drafts.isEmpty)
        app.type("npX")
        app.handle(.hangUp)
        #expect(shelf.drafts["name"]?.fields["name"] == "X")
        #expect(app.wantsToQuit)
    }

    @Test func aWrongFieldIsShownThere() {
        var app = demo()
        app.type("n<Tab>nobody<Enter>")
        #expect(app.draw().rows.joined().contains("Nobody is no name."))
        #expect(app.depth == 2)
        app.type("<C-u><Enter>")
        #expect(app.draw().rows.joined().contains("Name is needed."))
    }

    @Test func aPasteIsNeverKeys() {
        let shelf = Shelf()
        var app = demo(shelf: shelf)
        app.handle(.paste("dyQ"))
        #expect(shelf.names.count == 5)
        #expect(!app.wantsToQuit)
        app.type("n<Tab>")
        app.handle(.paste("a\nb\n"))
        #expect((app.top as? FormPane)?.form["name"] == "a b ")
    }

    @Test func chineseKeys() {
        var app = demo()
        app.type("？")
        #expect(app.depth == 2)
        app.type("<Esc>王")
        #expect(app.messageText?.contains("input method") == true)
        app.type("n<Tab>：王")
        #expect((app.top as? FormPane)?.form["name"] == "：王")
    }

    @Test func helpAndPaletteComeFromTheTable() {
        let shelf = Shelf()
        var app = demo(shelf: shelf)
        app.type("?")
        #expect(app.draw().rows.contains { $0.contains("Deletes the name under the cursor.") })
        app.type("<Esc>:deletes<Enter>")
        #expect(hints(app).hasPrefix(" Delete 王伟?"))
        #expect(keyTable(of: NamesPane.self).contains("| `gg` | Goes to the first name. |"))
    }

    @Test func leaving() {
        var app = demo()
        app.type("q<Esc>")
        #expect(!app.wantsToQuit)
        app.type("qq")
        #expect(app.wantsToQuit)
    }

    @Test func theEditorBringsTextBack() throws {
        var app = demo()
        app.type("n<Tab>x<C-e>")
        guard case .edit(let edit)? = app.state.effects.first else { throw Broken() }
        app.finish(edit, text: edit.text + "王")
        #expect((app.top as? FormPane)?.form["name"] == "x王")
    }

    @Test func workRunsAndTellsItsEnd() {
        var now = 0
        var app = demo {
            $0.executable = "/bin/sh"
            $0.milliseconds = {
                now += 1
                return now
            }
            $0.bindings = {
                [
                    GlobalBinding("R", help: "Works.") {
                        .run(
                            Work(title: "Work", arguments: ["-c", "echo step >&2; echo out; exit 3"]) {
                                .say("\($0.status) \($0.output)\($0.progress)")
                            })
                    },
                    GlobalBinding("P", help: "Tells how far it is.") {
                        .run(
                            Work(title: "Work", arguments: ["-c", "echo '47% 12000 records' >&2; exec sleep 60"]) { _ in
                                .stay
                            })
                    },
                    GlobalBinding("S", help: "Sleeps.") {
                        .run(
                            Work(title: "Work", arguments: ["-c", "exec sleep 60"]) {
                                .say("\($0.status) \($0.wasCancelled)")
                            })
                    },
                ]
            }
        }
        app.type("R")
        let end = monotonicMilliseconds() + 20_000
        while app.work != nil, monotonicMilliseconds() < end { app.handle(.tick) }
        #expect(app.messageText == "3 out\n[\"step\"]")
        app.type("Sj<Esc>")
        while app.work != nil, monotonicMilliseconds() < end { app.handle(.tick) }
        #expect(app.messageText == "143 true")
        app.type("P")
        func screen() -> String { app.draw().rows.joined(separator: "\n") }
        while !screen().contains("12000 records"), monotonicMilliseconds() < end { app.handle(.tick) }
        #expect(screen().contains("█") && screen().contains("47%"))
        #expect(!screen().contains("47% 12000"))
        app.type("<Esc>")
        while app.work != nil, monotonicMilliseconds() < end { app.handle(.tick) }
    }

    @Test func ticksDrawOnlyWhenSomethingChanged() {
        var now = 0
        var clock = "14:05"
        var news = Program.News()
        let shelf = Shelf()
        var app = demo(shelf: shelf) {
            $0.milliseconds = { now }
            $0.clock = { clock }
            $0.news = { news }
        }
        func tick() -> Bool {
            app.needsDraw = false
            now += 1000
            app.handle(.tick)
            return app.needsDraw
        }
        let answer1 = tick()
        #expect(!answer1)
        clock = "14:06"
        let answer2 = tick()
        #expect(answer2)
        #expect(app.draw().rows[0].hasSuffix("14:06"))
        shelf.names.append("Neu")
        news.changed = true
        let answer3 = tick()
        #expect(answer3)
        #expect(app.draw().rows.joined().contains("Neu"))
        news = .init(message: ("A call is due.", .attention))
        let answer4 = tick()
        #expect(answer4)
        #expect(app.messageText == "A call is due.")
    }

    @Test func aClickOnATabShowsIt() {
        var app = demo()
        app.handle(.mouse(Mouse(.click, x: 14, y: 0)))
        #expect(app.activeTab == 1)
    }

    @Test func tooSmall() {
        let app = demo(59, 20)
        #expect(app.draw().rows.joined(separator: " ").contains("at least 60 by 20"))
    }

    @Test(arguments: [1, 2, 3, 5, 60, 80, 200], [1, 2, 3, 5, 20, 24])
    func anySizeDraws(width: Int, height: Int) {
        var app = demo()
        app.type("np王")
        app.resize(Size(width: width, height: height))
        let canvas = app.draw()
        #expect(canvas.width == width && canvas.height == height)
    }
}
