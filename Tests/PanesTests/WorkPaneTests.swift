import PaneKit
import Sales
import Screen
import Storage
import Testing

@testable import Panes

/// Working through a list: one record a screen, the next one after each call, and on again where one left off.
struct WorkPaneTests {
    private func work(_ desk: TestDesk) throws -> WorkPane { try #require(desk.app.top as? WorkPane) }

    @Test func aCallBringsUpTheNextRecord() throws {
        var desk = try TestDesk()
        desk.type("2/city:上海<Enter>r")
        let first = try #require(try work(desk).target)
        #expect(desk.screen.contains("1 of 9"))
        desk.type("cn")
        #expect(desk.screen.contains("2 of 9"))
        #expect(desk.screen.contains("1 worked on"))
        #expect(try work(desk).target != first)
        desk.type("K")
        #expect(try work(desk).target == first)
        // A second call to somebody who was worked on already does not run ahead.
        desk.type("cn")
        #expect(try work(desk).target == first)
    }

    @Test(arguments: ["fmon<Enter>", "fnone: waits<Enter>"])
    func aPlanBringsUpTheNextRecord(keys: String) throws {
        var desk = try TestDesk()
        desk.type("2/next:none active:yes<Enter>r")
        let first = try #require(try work(desk).target)
        desk.type(keys)
        #expect(desk.screen.contains("1 worked on"))
        #expect(try work(desk).target != first)
    }

    @Test func aNoteStaysWithTheRecord() throws {
        var desk = try TestDesk()
        desk.type("2r")
        let first = try work(desk).target
        desk.type("Nasked for samples<C-s>")
        #expect(try work(desk).target == first)
    }

    @Test func snoozingADueItemBringsUpTheNext() throws {
        var desk = try TestDesk()
        desk.type("r")
        let first = try #require(try work(desk).target)
        #expect(first.kind == .followUp || first.kind == .meeting)
        desk.type("z3")
        #expect(try work(desk).target != first)
    }

    @Test func oneGoesOnWhereOneLeftOff() throws {
        let store = try TestDesk().store
        func start() -> App {
            App(program: Office(store: store, currency: "CNY").program(), size: Size(width: 80, height: 24))
        }
        var app = start()
        app.type("2/city:上海<Enter>rcnJ")
        let target = (app.top as? WorkPane)?.target
        #expect(target != nil)
        var later = start()
        later.type("2r")
        #expect(later.draw().rows.joined().contains("Go on with Contacts city:上海, 3 of 9?"))
        later.type("g")
        #expect((later.top as? WorkPane)?.target == target)
        #expect(later.draw().rows.joined().contains("1 worked on"))
    }

    @Test func behindTheLastOneItIsDone() throws {
        var desk = try TestDesk()
        desk.type("2/city:上海<Enter>r")
        for _ in 0..<9 { desk.type("J") }
        #expect(desk.app.top is ListPane)
        #expect(desk.app.messageText?.contains("the last of 9") == true)
        desk.type("r")
        #expect(desk.screen.contains("1 of 9"))
    }

    @Test func whatWasDeletedIsPassedOver() throws {
        var desk = try TestDesk()
        desk.type("2/city:上海<Enter>r")
        let first = try work(desk).target
        desk.type("dy")
        #expect(try work(desk).target != first)
        #expect(desk.screen.contains("1 of 8"))
    }

    @Test(arguments: ["", "x", "a\nb\nc12\n", "t\n5\nc1 c2\n", "t\n0\n\n"])
    func whatIsNoListIsNone(text: String) { #expect(WorkList(text: text) == nil) }

    @Test func isReadAsItWasWritten() {
        var work = WorkList(title: "Contacts city:上海", refs: [Ref(.contact, 1), Ref(.followUp, 22)])
        work.position = 1
        work.done = [Ref(.contact, 1)]
        #expect(WorkList(text: work.text) == work)
    }
}
