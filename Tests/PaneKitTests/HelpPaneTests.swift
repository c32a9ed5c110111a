import Screen
import Testing

@testable import PaneKit

struct HelpPaneTests {
    /// All lines of the help, scrolled through.
    private func text(_ app: App) -> String {
        var app = app
        var pages = app.draw().rows.joined(separator: "\n")
        for _ in 0..<6 {
            app.type("<PgDn>")
            pages += app.draw().rows.joined(separator: "\n")
        }
        return pages
    }

    @Test(arguments: [(60, 20), (80, 24), (120, 40)])
    func everyKeyOfThePaneAndOfEveryPaneIsThere(width: Int, height: Int) {
        var app = demo(width, height)
        let actions = (app.top?.actions ?? []) + app.globalBindings.map(\.action)
        app.type("?")
        let help = text(app)
        for action in actions where !action.help.isEmpty {
            #expect(help.contains(action.help.prefix(20)), "\(action.name)")
            for name in names(action.keys, or: action.name) { #expect(help.contains(name), "\(name)") }
        }
        for title in ["WRITING DOWN", "THIS RECORD", "MOVING", "EVERYWHERE"] { #expect(help.contains(title)) }
    }

    @Test func aKeyThatCannotActSaysWhyInDim() throws {
        let shelf = Shelf()
        shelf.names = []
        var app = demo(shelf: shelf)
        app.type("?")
        let canvas = app.draw()
        let y = try #require(canvas.rows.firstIndex { $0.contains("Deletes the name") })
        #expect((canvas.rows[y] + canvas.rows[y + 1]).contains("(There is nothing to delete.)"))
        let x = try #require((0..<80).first { canvas[$0, y].text == "D" })
        #expect(canvas[x, y].style.role == .dim)
    }

    @Test func typingNarrowsAndEscShowsAllAgainBeforeItLeaves() {
        var app = demo()
        app.type("?/deletes")
        #expect(text(app).contains("Deletes the name"))
        #expect(!text(app).contains("Adds a name."))
        app.type("zzz")
        #expect(text(app).contains("No key does that"))
        app.type("<BS><BS><BS><Enter>")
        #expect(app.depth == 2 && !text(app).contains("Adds a name."))
        app.type("<Esc>")
        #expect(app.depth == 2 && text(app).contains("Adds a name."))
        app.type("<Esc>")
        #expect(app.depth == 1)
    }

    @Test func theKeysOfAFormHaveNoGroups() {
        var app = demo()
        app.type("n<F1>")
        #expect(text(app).contains("Goes to the next field."))
        #expect(!text(app).contains("EVERYWHERE"))
    }

    @Test(arguments: [
        ("c", KeyGroup.writing), ("j", .moving), ("gg", .moving), ("<PgDn>", .moving), ("/", .list), ("x", .list),
        ("W", .record),
        ("gx", .record), ("<Enter>", .record), ("z1", .record),
    ])
    func groups(keys: String, group: KeyGroup) {
        let action = Action(keys: [Key.parse(keys)], name: keys, label: "", help: "x", rank: 1, unavailable: nil)
        #expect(KeyGroup(of: action) == group)
    }

    /// Of two rows for one key the one that acts is told; a pane's own key hides the same of every pane.
    @Test func rowsThatShareAKey() {
        func row(_ keys: [String], _ help: String, _ unavailable: String? = nil) -> Action {
            Action(keys: keys.map(Key.parse), name: keys[0], label: "", help: help, rank: 1, unavailable: unavailable)
        }
        let own = [row(["i"], "One.", "not now"), row(["i"], ""), row(["k"], "Two."), row(["z"], "")]
        #expect(own.acting.map(\.help) == ["One.", "Two."])
        #expect(own.acting[0].unavailable == nil)
        let left = [row(["i"], "Hidden."), row(["k", "m"], "Half."), row(["n"], "Whole.")].besides(own)
        #expect(left.map(\.help) == ["Half.", "Whole."])
        #expect(left[0].name == "m")
    }
}
