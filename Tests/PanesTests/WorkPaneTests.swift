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

    /// The pile of the demo territory: four are overdue, five due today.
    private func pile() throws -> TestDesk {
        var desk = try TestDesk(width: 100)
        desk.type("r")
        return desk
    }

    private func followUp(_ desk: TestDesk, _ ref: Ref) throws -> FollowUp? {
        try desk.store.read { try $0.fetch(FollowUp.self, ref.id) }
    }

    @Test func whatIsWorthMostComesFirstAndOneKeyDecides() throws {
        var desk = try pile()
        let store = desk.store
        let (late, today) = try store.read { transaction in
            (
                try transaction.byWorth(transaction.agendaItems(.overdue, 0..<50).map(\.ref)),
                try transaction.agendaItems(.today, 0..<50).map(\.ref)
            )
        }
        let all = late + today
        #expect(late.count > 2 && late.allSatisfy { $0.kind == .followUp || $0.kind == .meeting })
        var seen: [Ref] = []
        for _ in all {
            seen.append(try #require(try work(desk).target))
            desk.type("<Space>")
        }
        #expect(seen == all)
        #expect(!(desk.app.top is WorkPane))
        // From the section of today on that comes first.
        desk.type(String(repeating: "j", count: late.count) + "r")
        #expect(try work(desk).target == today[0])
    }

    @Test func putOffDroppedAndUndoneItComesUpAgain() throws {
        var desk = try pile()
        let first = try #require(try work(desk).target)
        let before = try desk.store.dump()
        desk.type("3")
        #expect(try followUp(desk, first)?.dueOn == TestDesk.clock.today + 3)
        let second = try #require(try work(desk).target)
        #expect(second != first && desk.screen.contains("1 worked on"))
        desk.type("d")
        #expect(try !desk.store.read { try $0.exists(second) })
        let third = try #require(try work(desk).target)
        #expect(third != second && third != first)
        desk.type("u")
        #expect(try work(desk).target == second)
        #expect(desk.screen.contains("2 of 9"))
        desk.type("u")
        #expect(try work(desk).target == first)
        #expect(desk.screen.contains("1 of 9") && desk.screen.contains("0 worked on"))
        #expect(try desk.store.dump() == before)
    }

    @Test func aNewDateIsTypedAndTheNextComesUp() throws {
        var desk = try pile()
        let first = try #require(try work(desk).target)
        desk.type("e")
        desk.type("<C-u>下周三<Enter>")
        #expect(try followUp(desk, first)?.dueOn == Day("2026-11-25"))
        #expect(try work(desk).target != first)
    }

    @Test func theRestIsSpreadAndOneUndoTakesItBack() throws {
        var desk = try pile()
        desk.type("1")
        let rest = try desk.store.read {
            try $0.agendaItems(.overdue, 0..<50).map(\.ref).filter { $0.kind == .followUp }
        }
        let here = try #require(try work(desk).target)
        #expect(rest.count > 1 && rest.contains(here))
        let before = try desk.store.dump()
        desk.type("S5")
        for ref in rest { #expect(try #require(try followUp(desk, ref)).dueOn > TestDesk.clock.today) }
        // Meetings that may have been held, and what is due today, are still to be gone through.
        #expect(try !rest.contains(work(desk).target!))
        desk.type("u")
        #expect(try desk.store.dump() == before)
        #expect(try work(desk).target == here)
    }

    @Test func elsewhereADigitShowsAPane() throws {
        var desk = try TestDesk()
        desk.type("2r6")
        #expect(desk.app.top is ListPane)
        // Behind what is due each section of Today is a list of its own.
        desk.type("1Gr")
        #expect(desk.screen.contains("1 of 6  Nothing planned"))
    }

    @Test func whatIsDueWaitsBesideAListOfCalls() throws {
        var desk = try TestDesk()
        desk.type("2/city:上海<Enter>rcn")
        let called = try work(desk).target
        desk.type("<Esc>1r1")
        #expect(desk.screen.contains("2 of 9  Today"))
        desk.type("<Esc>2")
        desk.type("r")
        #expect(desk.screen.contains("Go on with Contacts city:上海, 2 of 9?"))
        desk.type("g")
        #expect(try work(desk).target == called)
    }

    @Test func whatWasNotBegunIsNotAskedAbout() throws {
        var desk = try TestDesk()
        desk.type("2r<Esc>3r")
        #expect(try work(desk).target?.kind == .company)
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
