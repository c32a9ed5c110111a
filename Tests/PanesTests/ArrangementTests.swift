import PaneKit
import Sales
import Screen
import Storage
import Testing

@testable import Panes

/// Columns and order of the lists, and that they are as one left them.
struct ArrangementTests {
    @Test(arguments: Kind.main)
    func isReadAsItWasWritten(kind: Kind) {
        var arrangement = Arrangement(kind)
        #expect(Arrangement(kind, text: arrangement.text) == arrangement)
        arrangement.line = "city:\"上海\" -tag:x"
        arrangement.columns = Array(kind.listColumns.map(\.name).reversed())
        arrangement.order = ListOrder(kind.listColumns[0].name, isDescending: true)
        arrangement.record = Ref(kind, 12)
        #expect(Arrangement(kind, text: arrangement.text) == arrangement)
    }

    @Test(arguments: ["", "a", "\n\n\n\n\n", "x\nnonsense\nnonsense descending\nz9", "x\n\n\n"])
    func whatCannotBeReadIsAsAtFirst(text: String) {
        let read = Arrangement(.contact, text: text)
        #expect(read.columns == Arrangement(.contact).columns)
        #expect(read.order == nil)
        #expect(read.record == nil)
    }

    @Test func sortingByAColumnAgainTurnsItRound() throws {
        var desk = try TestDesk(width: 120, height: 40)
        desk.type("2s2")
        #expect(desk.screen.contains("COMPANY ↑"))
        desk.type("s2")
        #expect(desk.screen.contains("COMPANY ↓"))
        desk.type("s2")
        #expect(!desk.screen.contains("COMPANY ↓") && !desk.screen.contains("COMPANY ↑"))
    }

    @Test func theOrderIsThatOfTheColumn() throws {
        var desk = try TestDesk(width: 120, height: 40)
        desk.type("3s")
        let column = try #require(ListLook.usualColumns(.company).firstIndex(of: "contacts")) + 1
        desk.type("\(column)")
        desk.type("s\(column)")
        let people = desk.app.draw().rows.dropFirst(3).prefix(10).compactMap { row in
            row.split(separator: "│").first.flatMap { half in half.split(separator: " ").compactMap { Int($0) }.last }
        }
        #expect(people.count > 3)
        #expect(people == people.sorted(by: >))
    }

    @Test func columnsAreHiddenAndShown() throws {
        var desk = try TestDesk(width: 120, height: 40)
        desk.type("2sj<Space><Esc>")
        #expect(!desk.screen.contains("COMPANY"))
        desk.type("sG<Space><Esc>")
        desk.type("s0<Esc>")
        #expect(desk.screen.contains("COMPANY"))
    }

    @Test func theNextStartShowsTheListsAsTheyWereLeft() throws {
        let store = try TestDesk().store
        let office = Office(store: store, currency: "CNY")
        var app = App(program: office.program(), size: Size(width: 80, height: 24))
        app.type("2/wang<Enter>s1s1jj")
        let target = (app.top as? ListPane)?.target
        office.keepArrangements()
        let later = Office(store: store, currency: "CNY")
        var again = App(program: later.program(), size: Size(width: 80, height: 24))
        again.type("2")
        #expect(target != nil)
        #expect((again.top as? ListPane)?.target == target)
        #expect(again.draw().rows.joined().contains("/ wang"))
        #expect(again.draw().rows.joined().contains("NAME ↓"))
    }
}
