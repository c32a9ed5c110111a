import Sales
import Storage
import Testing

@testable import Panes

/// Lines of a note that act: shown while typing, refused with a key, saved with the note, kept in Today.
@Suite struct ActingLinesTests {
    private func desk() throws -> TestDesk {
        let desk = try TestDesk(isDemo: false)
        var contact = Contact()
        (contact.name, contact.status) = ("王伟", .customer)
        try desk.store.add(contact)
        return desk
    }

    private func promises(_ desk: TestDesk) throws -> [Promise] {
        try desk.store.read { try $0.fetchAll(Promise.self) }
    }

    @Test func aNoteShowsWhatItsLinesMakeAndOneCanBeRefused() throws {
        var desk = try desk()
        desk.type("2N! thu 15:00 send sample<Enter>-> 两班制报价<Enter><lt>- drawings")
        #expect(desk.screen.contains("[x] Thu 26 Nov 2026 15:00  send sample"))
        #expect(desk.screen.contains("They owe ← drawings"))
        desk.type("<Tab><Down><Space>")
        #expect(desk.screen.contains("[ ] I owe    → 两班制报价"))
        desk.type("<C-s>")
        #expect(try promises(desk).map(\.text) == ["drawings"])
        #expect(try desk.store.read { try $0.fetchAll(FollowUp.self) }.map(\.subject) == ["sample"])
        desk.type("u")
        #expect(try promises(desk).isEmpty)
        #expect(try desk.store.read { try $0.count(.note) + $0.count(.followUp) } == 0)
    }

    @Test func editingItLaterDoesNotMakeThemAgain() throws {
        var desk = try desk()
        desk.type("2N-> price<C-s>")
        let note = try #require(try desk.store.read { try $0.fetchAll(Note.self) }.first)
        desk.type("<Enter>G")
        desk.type("e")
        #expect(note.text == "-> price")
        #expect(!desk.screen.contains("[x]"))
        desk.type("<Enter>-> samples")
        #expect(desk.screen.contains("[x] I owe    → samples"))
        desk.type("<C-s>")
        #expect(try promises(desk).map(\.text) == ["price", "samples"])
    }

    @Test func inTodayAPromiseIsKeptWithOneKey() throws {
        var desk = try desk()
        desk.type("2caoptions; -> price<Enter>1")
        #expect(desk.screen.contains("PROMISES 1"))
        desk.type("G")
        while try promises(desk)[0].keptAt == nil, !desk.screen.contains("▸ I owe") { desk.type("k") }
        desk.type(".")
        #expect(try promises(desk)[0].keptAt != nil)
        #expect(!desk.screen.contains("PROMISES"))
    }
}
