import Sales
import Storage
import Testing

@testable import Panes

/// A follow-up that repeats, from the form to its second time.
@Suite struct RepeatFieldsTests {
    private func desk() throws -> TestDesk {
        let desk = try TestDesk(isDemo: false)
        var contact = Contact()
        (contact.name, contact.status) = ("王伟", .customer)
        try desk.store.add(contact)
        return desk
    }

    private func followUps(_ desk: TestDesk) throws -> [FollowUp] {
        try desk.store.read { try $0.fetchAll(FollowUp.self) }
    }

    @Test func theFormEchoesWhatComesNext() throws {
        var desk = try desk()
        desk.type("2ffri 10<Tab><Tab><Tab>every other mon")
        #expect(desk.screen.contains("every 2 weeks on Mon; then Mon 7 Dec 2026"))
        desk.type("<Tab>15m, 1d")
        #expect(desk.screen.contains("Fri 27 Nov 2026 09:45, Thu 26 Nov 2026 10:00"))
        desk.type("<Enter>")
        let saved = try #require(try followUps(desk).first)
        #expect(saved.repeat == "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO")
        #expect(saved.alarms == [15, 1440])
        desk.type("6")
        #expect(desk.screen.contains("↻ every 2 weeks"))
        // Another date moves only this one, and what was not touched stays.
        desk.type("e<C-u>30 nov")
        #expect(desk.screen.contains("every 2 weeks on Mon   then Mon 7 Dec 2026"))
        desk.type("<Enter>")
        let moved = try #require(try followUps(desk).first)
        #expect(moved.dueOn == Day("2026-11-30"))
        #expect(moved.repeat == "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;DTSTART=20261127")
        #expect(moved.alarms == [15, 1440])
    }

    @Test func theFormRefusesAtTheField() throws {
        var desk = try desk()
        desk.type("2ffri 10<Tab><Tab><Tab>sometimes")
        #expect(desk.screen.contains("is no way to repeat"))
        desk.type("<Enter>")
        #expect(try followUps(desk).isEmpty)
    }

    @Test func doneItIsThereAgain() throws {
        var desk = try desk()
        var followUp = FollowUp()
        (followUp.action, followUp.subject, followUp.repeat) = (.task, "report", "FREQ=WEEKLY;BYDAY=FR")
        (followUp.contactID, followUp.dueOn, followUp.zone) = (1, desk.store.clock.today, desk.store.clock.zone.name)
        try desk.store.add(followUp)
        desk.type("21")
        #expect(desk.screen.contains("report  ↻ every Fri"))
        desk.type(".sent<C-s>")
        #expect(desk.screen.contains("again Fri 27 Nov 2026"))
        #expect(try followUps(desk).map(\.state) == [.done, .open])
        desk.type("u")
        #expect(try followUps(desk).map(\.state) == [.open])
    }
}
