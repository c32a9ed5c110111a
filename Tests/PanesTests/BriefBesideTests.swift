import PaneKit
import Screen
import Storage
import Testing

@testable import Panes

/// The brief beside a list: one frame with it, and never in the way of who types on.
@Suite struct BriefBesideTests {
    @Test(arguments: ["1", "2", "4", "6"])
    func itIsDrawnWithTheListUnlessAKeyWaits(tab: String) throws {
        var desk = try TestDesk(width: 120, height: 30)
        desk.type(tab + "jj")
        let before = desk.screen

        desk.app.type("j")
        #expect(!desk.app.isUnfinished)
        let whole = desk.screen
        #expect(whole != before)

        desk.type("k")
        #expect(desk.screen == before)
        desk.store.isKeyWaiting = { true }
        desk.app.type("j")
        #expect(desk.app.isUnfinished)
        #expect(beside(desk.screen) == beside(before))
        #expect(desk.screen != before)
        desk.store.isKeyWaiting = { false }
        desk.app.goOn()
        #expect(desk.screen == whole)
    }

    /// What stands at the right of the list, line by line.
    private func beside(_ screen: String) -> [Substring] {
        screen.split(separator: "\n").dropFirst(2).dropLast(2).compactMap { $0.split(separator: "│").dropFirst().first }
    }
}
