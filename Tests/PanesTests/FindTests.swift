import Foundation
import PaneKit
import Sales
import Screen
import Storage
import Testing

@testable import Panes

/// Ctrl-F over what one was doing.
struct FindTests {
    @Test(arguments: ["ww", "wangw", "王伟", "王偉", "0013"])
    func fiveKeysOpenSomebody(typed: String) throws {
        var desk = try TestDesk()
        desk.type("4<C-f>\(typed)<Enter>")
        #expect(desk.app.top?.title.hasPrefix("王伟") == true, "\(typed)")
        // Back to what was found, and back to what one was doing.
        desk.type("<Esc>")
        #expect(desk.app.top is FindPane)
        desk.type("<Esc>")
        #expect(desk.app.top is ListPane && desk.app.activeTab == 3)
    }

    /// Nothing that takes long is waited for while keys wait, but for what they act on.
    @Test func aTabThatIsTypedAheadGoesToWhatIsFound() throws {
        var desk = try TestDesk()
        desk.store.isKeyWaiting = { true }
        desk.app.type("<C-f>0013<Tab>")
        desk.store.isKeyWaiting = { false }
        #expect(desk.app.messageText == nil)
        #expect((desk.app.top as? FindPane)?.target != nil)
    }

    @Test func aFieldIsSentToTheLists() throws {
        var desk = try TestDesk()
        desk.type("<C-f>stage:lead")
        #expect(desk.screen.contains("a field narrows a list"))
        desk.type("<C-u>zzz:lead")
        #expect(desk.screen.contains("Nothing holds that"))
        #expect(!desk.screen.contains("Ctrl-N"))
    }

    @Test func verbsActOnWhatWasFound() throws {
        var desk = try TestDesk()
        desk.type("<C-f>ww<Tab>f")
        #expect(desk.app.top is FormPane)
        desk.type("<Esc>")
        #expect(desk.app.top is FindPane)
        // In the line they are letters again.
        desk.type("<Tab> f")
        #expect(desk.app.top is FindPane)
    }

    @Test func beginsWithWhatWasOpenedLately() throws {
        var desk = try TestDesk()
        desk.type("<C-f>")
        #expect(!desk.screen.contains("OPENED LATELY"))
        desk.type("<Esc><C-f>grace h<Enter><Esc><Esc><C-f>ada l<Enter>J<Esc><Esc><C-f>")
        #expect(desk.screen.contains("OPENED LATELY"))
        let rows = desk.app.draw().rows
        let first = try #require(rows.firstIndex { $0.contains("OPENED LATELY") })
        #expect(rows[(first + 1)...].contains { $0.contains("Grace Hopper") })
        desk.type("<Enter>")
        #expect(desk.app.top is RecordPane)
        // And after a new start.
        let office = Office(store: desk.store, currency: "CNY")
        office.noteOpened(Ref(.company, 1))
        office.keepOpened()
        #expect(Office(store: desk.store, currency: "CNY").opened.first == Ref(.company, 1))
    }

    @Test func marksWhatWasTyped() throws {
        var desk = try TestDesk(width: 100, height: 28)
        desk.type("<C-f>wangw")
        let canvas = desk.app.draw()
        let marked = Style.match.bold.underline
        let hasMark = (0..<canvas.height).contains { y in
            (0..<canvas.width).contains { canvas[$0, y].style.marks.isSuperset(of: marked.marks) }
        }
        #expect(hasMark)
    }
}
