import Screen
import Testing

@testable import PaneKit

struct PalettePaneTests {
    private func first(_ app: App) -> String {
        app.draw().rows.first { $0.contains("▸") && $0.contains("│ ▸") } ?? app.draw().rows.joined(separator: "\n")
    }

    @Test(arguments: [
        ("deletes", "Deletes the name"), ("delete", "Deletes the name"), ("new", "Adds a name."), ("n", "Adds a name."),
        ("gg", "Goes to the first name."), ("Ctrl-Z", "Goes to the shell"), ("copi", "Copies the name."),
    ])
    func findsByHelpLabelAndKey(query: String, help: String) {
        var app = demo()
        app.type(":" + query)
        #expect(first(app).contains(help), "\(first(app))")
    }

    @Test func whatIsFarFetchedIsNoAnswer() {
        var app = demo()
        app.type(":deletes")
        #expect(app.draw().rows.filter { $0.contains("│   ") && $0.contains(".") }.isEmpty)
        app.type("zzz")
        #expect(app.draw().rows.contains { $0.contains("No command is called that.") })
        app.type("<Enter>")
        #expect(app.depth == 2)
    }

    @Test func whatWasRunLastComesFirst() {
        var app = demo()
        app.type(":copies<Enter>")
        #expect(app.depth == 1)
        app.type(":")
        #expect(first(app).contains("Copies the name."))
        app.type("<Esc>:adds<Enter><Esc>:")
        #expect(first(app).contains("Adds a name."))
        let rows = app.draw().rows
        #expect(
            rows.firstIndex { $0.contains("Copies") } == rows.firstIndex { $0.contains("Adds a name.") }.map { $0 + 1 })
    }

    @Test func aCommandThatCannotActSaysWhy() {
        let shelf = Shelf()
        shelf.names = []
        var app = demo(shelf: shelf)
        app.type(":deletes")
        #expect(first(app).contains("(There is nothing to delete.)"))
        app.type("<Enter>")
        #expect(app.depth == 1)
        #expect(app.messageText == "There is nothing to delete.")
    }
}
