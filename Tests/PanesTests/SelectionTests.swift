import PaneKit
import Sales
import Storage
import Testing

@testable import Panes

/// Several records at once, by keys, and what the store holds afterwards.
struct SelectionTests {
    private func list(_ desk: TestDesk) throws -> ListPane { try #require(desk.app.top as? ListPane) }

    private func contact(_ desk: TestDesk, _ ref: Ref) throws -> Contact {
        try #require(try desk.store.read { try $0.fetch(Contact.self, ref.id) })
    }

    @Test func spaceSelectsAndMovesOn() throws {
        var desk = try TestDesk()
        desk.type("2")
        let first = try #require(try list(desk).target)
        desk.type("<Space><Space>")
        #expect(try list(desk).selection.count == 2)
        #expect(try list(desk).selection.contains(first))
        #expect(desk.screen.contains("2 selected"))
        desk.type("gg<Space>")
        #expect(try !list(desk).selection.contains(first))
        desk.type("<Esc>")
        #expect(try list(desk).selection.isEmpty)
    }

    @Test func aRangeFollowsTheCursorAndKeepsWhatWasSelectedBefore() throws {
        var desk = try TestDesk()
        desk.type("2<Space>jjVjjj")
        #expect(try list(desk).selection.count == 5)
        desk.type("kk")
        #expect(try list(desk).selection.count == 3)
        desk.type("VGj")
        #expect(try list(desk).selection.count == 3)
        desk.type("<C-a>")
        #expect(try list(desk).selection.count == 150)
    }

    @Test func tagsStatusAndTierOfSeveralAreOneUndo() throws {
        var desk = try TestDesk()
        desk.type("2")
        let before = try desk.store.dump()
        desk.type("<Space><Space><Space>")
        let refs = try list(desk).selection.sorted
        desk.type("efair, 展会<Tab><Tab>c<C-s>")
        for ref in refs {
            let changed = try contact(desk, ref)
            #expect(Set(changed.tags).isSuperset(of: ["fair", "展会"]))
            #expect(changed.status == .customer)
        }
        #expect(try list(desk).selection.isEmpty)
        desk.type("u")
        #expect(try desk.store.dump() == before)
        #expect(desk.app.depth == 1)
    }

    @Test func aVerbForOneSaysWhySeveralCannot() throws {
        var desk = try TestDesk()
        desk.type("2<Space><Space>c")
        #expect(desk.app.depth == 1)
        #expect(desk.app.messageText?.contains("Several are selected") == true)
        desk.type("<Space>W")
        #expect(desk.app.messageText?.contains("Only a deal") == true)
    }

    @Test func deletingSeveralAsksWithTheCount() throws {
        var desk = try TestDesk()
        desk.type("2<Space><Space><Space>d")
        #expect(desk.screen.contains("Delete 3 records"))
        desk.type("n")
        #expect(try desk.store.read { try $0.count(.contact) } == 150)
        desk.type("dy")
        #expect(try desk.store.read { try $0.count(.contact) } == 147)
        #expect(try list(desk).selection.isEmpty)
        desk.type("u")
        desk.type("y")
        #expect(try desk.store.read { try $0.count(.contact) } == 150)
    }

    @Test func aPileOfOverdueItemsIsSnoozedAtOnce() throws {
        var desk = try TestDesk()
        desk.type("VjjVz2")
        #expect(desk.app.messageText?.contains("3 snoozed to Sun 22 Nov 2026") == true)
        desk.type("u")
        #expect(desk.app.messageText?.contains("Undone") == true)
    }

    @Test func whatIsOverdueIsSpreadOverTheComingDays() throws {
        var desk = try TestDesk()
        desk.type("S")
        #expect(desk.screen.contains("how many a day?  3 until"))
        desk.type("3")
        #expect(desk.app.messageText?.contains("spread, the last on") == true)
        let overdue = try desk.store.read { try $0.agenda() }[.overdue]
        #expect(overdue.allSatisfy { $0.ref.kind == .meeting })
        desk.type("S")
        #expect(desk.app.messageText?.contains("nothing to spread") == true)
    }

    @Test func aFollowUpForEach() throws {
        var desk = try TestDesk()
        let before = try desk.store.read { try $0.count(.followUp) }
        desk.type("2<Space><Space><Space>fmon<Tab>eautumn catalogue<C-s>")
        #expect(try desk.store.read { try $0.count(.followUp) } == before + 3)
        let last = try desk.store.read { try $0.fetch(FollowUp.self, try $0.ids(.followUp).last!) }
        #expect(last?.subject == "autumn catalogue")
        #expect(last?.action == .email)
        #expect(last?.dueOn == Day("2026-11-23"))
        desk.type("u")
        #expect(try desk.store.read { try $0.count(.followUp) } == before)
    }

    @Test func nextAndPreviousRecordWithinTheListItCameFrom() throws {
        var desk = try TestDesk()
        desk.type("2jj")
        let start = try #require(try list(desk).target)
        desk.type("<Enter>J")
        let next = try #require(desk.app.top as? RecordPane).ref
        #expect(next != start)
        #expect(desk.app.depth == 2)
        desk.type("K")
        #expect((desk.app.top as? RecordPane)?.ref == start)
        desk.type("J<Esc>")
        #expect(try list(desk).target == next)
        desk.type("gg<Enter>K")
        #expect(desk.app.messageText == "That was the first one.")
    }
}
