import PaneKit
import Sales
import Storage
import Testing

@testable import Panes

/// The lists that forms pick from are the user's own.
struct PickListPaneTests {
    private func outcomes(_ desk: TestDesk) throws -> [Outcome] {
        try desk.store.read { try $0.fetchAll(Outcome.self) }
    }

    @Test func aNewOutcomeIsChosenByItsKeyAtOnce() throws {
        var desk = try TestDesk()
        desk.type("glon")
        desk.paste("约了演示")
        desk.type("<Tab>d<Tab><Space><Tab>v<C-u>4<C-s>")
        let added = try #require(try outcomes(desk).last)
        #expect(added.name == "约了演示")
        #expect((added.key, added.reached, added.nextAction, added.nextDays) == ("d", false, "visit", 4))
        desk.type("<Esc>jcd")
        let call = try desk.store.read { try $0.fetch(Call.self, try $0.ids(.call).last!) }
        #expect(call?.outcomeID == added.id)
    }

    @Test func whatAnOutcomeDoesIsShownBeforeAndSaidAfter() throws {
        var desk = try TestDesk(width: 120, height: 40)
        desk.type("gloe<Tab><Tab><Tab><Tab><Tab>d<C-s>")
        #expect(desk.screen.contains("cannot be called next"))
        desk.type("n<Tab>0<Tab>d3<C-s>")
        #expect(try outcomes(desk)[0].stageID == 3)
        #expect(desk.screen.contains("Proposal"))
        desk.type("<Esc>jca")
        #expect(desk.screen.contains("[x] do not call"))
        let before = try desk.store.dump()
        desk.type("agreed<Enter>")
        #expect(desk.app.messageText?.contains("; do not call") == true)
        desk.type("u")
        #expect(try desk.store.dump() == before)
        // Taken back with the space bar.
        desk.type("ca<S-Tab><S-Tab><Space><Enter>")
        #expect(desk.app.messageText?.contains("do not call") == false)
    }

    @Test(arguments: [
        ("a", "is the key of answered already"), ("ab", "One small letter"), ("A", "One small letter"),
        ("", "One small letter"),
    ])
    func aKeyThatCannotBeIsRefusedAtItsField(key: String, sentence: String) throws {
        var desk = try TestDesk()
        let before = try outcomes(desk).count
        desk.type("glonnew one<Tab>\(key)<C-s>")
        #expect(desk.screen.contains(sentence))
        #expect(try outcomes(desk).count == before)
    }

    @Test func theOrderIsTheUsersAndUndone() throws {
        var desk = try TestDesk()
        let before = try outcomes(desk).map(\.name)
        desk.type("gloJJ")
        let after = try outcomes(desk).map(\.name)
        #expect(after == [before[1], before[2], before[0]] + before.dropFirst(3))
        desk.type("uu")
        #expect(try outcomes(desk).map(\.name) == before)
    }

    @Test func whatRecordsNeedIsKept() throws {
        var desk = try TestDesk()
        let before = try outcomes(desk).count
        desk.type("glod")
        #expect(try outcomes(desk).count == before)
        #expect(desk.app.messageText?.contains("rename it") == true)
        desk.type("<Esc>glsd")
        #expect(desk.app.messageText?.contains("move them first") == true)
    }

    @Test func aHolidayMovesWhatIsProposed() throws {
        var desk = try TestDesk()
        desk.type("glhn2026-11-23<Tab>Stocktaking<C-s>")
        desk.type("<Esc>jcn")
        #expect(desk.app.messageText?.contains("Tue 24 Nov 2026") == true)
    }

    @Test(arguments: PickListPane.kinds.map(\.kind))
    func everyListCanBeAddedToAndDeletedFrom(kind: Kind) throws {
        var desk = try TestDesk()
        let letter = PickListPane.kinds.first { $0.kind == kind }!.letter
        let before = try desk.store.dump()
        let count = try desk.store.read { try $0.count(kind) }
        desk.type("gl\(letter)n")
        desk.type(
            kind == .holiday
                ? "2027-02-08"
                : kind == .quota
                    ? "2027-02-01<Tab>"
                    : kind == .rate ? "2027-02-01<Tab>EUR" : kind == .commission ? "<Tab><Tab><Tab>2.5" : "zz")
        if kind == .outcome { desk.type("<Tab>z") }
        desk.type("<C-s>")
        #expect(try desk.store.read { try $0.count(kind) } == count + 1)
        desk.type("Gd")
        #expect(try desk.store.read { try $0.count(kind) } == count)
        desk.type("uu")
        #expect(try desk.store.dump() == before)
    }
}
