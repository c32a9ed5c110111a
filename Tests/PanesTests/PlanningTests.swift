import PaneKit
import Sales
import Storage
import Testing

@testable import Panes

/// Planning a meeting and cancelling one, by keys.
struct PlanningTests {
    private func last(_ desk: TestDesk) throws -> Meeting {
        try #require(try desk.store.read { try $0.fetch(Meeting.self, try $0.ids(.meeting).last!) })
    }

    private func plan(_ store: Store, _ title: String, _ day: String, _ hour: Int, place: String = "") throws {
        var meeting = Meeting()
        (meeting.title, meeting.place) = (title, place)
        meeting.due = Due(on: Day(day)!, time: TimeOfDay(hour, 0)!, zone: store.clock.zone)
        meeting.endAt = meeting.dueAt! + 3600
        try store.add(meeting)
    }

    private func desk() throws -> TestDesk {
        let desk = try TestDesk(isDemo: false)
        var contact = Contact()
        (contact.name, contact.status) = ("王伟", .customer)
        try desk.store.add(contact)
        return desk
    }

    @Test func theNextFreeTimeIsOneKeyAndEchoedInFull() throws {
        var desk = try desk()
        // Now it is Friday, five past two in the afternoon.
        try plan(desk.store, "standing", "2026-11-20", 15)
        desk.type("2M<C-n>")
        #expect(desk.screen.contains("2026-11-20 16:00"))
        #expect(desk.screen.contains("Fri 20 Nov 2026 16:00"))
        desk.type("<C-n>")
        #expect(desk.screen.contains("2026-11-20 16:15"))
        desk.type("<Tab><Tab><Tab>30<C-n><C-u>tue<C-n>")
        #expect(desk.screen.contains("2026-11-24 09:00"))
        desk.type("<Enter>")
        #expect(try last(desk).dueAt == Instant("2026-11-24T01:00:00Z"))
        #expect(try last(desk).endAt == Instant("2026-11-24T01:30:00Z"))
    }

    @Test func whatIsInTheWayIsSaidWhileTyping() throws {
        var desk = try desk()
        try plan(desk.store, "standing", "2026-11-24", 10, place: "上海")
        desk.type("2Mtue 10:30")
        #expect(desk.screen.contains("then: 10:00 standing"))
        desk.type("<C-u>tue 11:10")
        #expect(!desk.screen.contains("standing"))
        desk.type("<Tab><Tab><Tab><Tab>苏州")
        #expect(desk.screen.contains("10 min for the way: 10:00 standing, 上海"))
        // It leaves time for the way.
        desk.type("<C-n>")
        #expect(desk.screen.contains("2026-11-24 11:30"))
        #expect(!desk.screen.contains("standing"))
        desk.type("<C-s>")
        #expect(try last(desk).dueAt == Instant("2026-11-24T03:30:00Z"))
    }

    @Test func noRoomIsSaidAtTheField() throws {
        var desk = try desk()
        desk.type("2M<Tab><Tab><Tab>700<C-n>")
        #expect(desk.screen.contains("No 700 min are free"))
        desk.type("<Tab><Tab><Tab>x<C-n>")
        #expect(desk.screen.contains("A whole number of minutes"))
    }

    @Test(arguments: ["1", "5", "5t", "5<Enter>"])
    func aPlannedMeetingIsCancelledFromEveryPane(keys: String) throws {
        var desk = try desk()
        try plan(desk.store, "standing", "2026-11-20", 15)
        desk.type(keys + "X")
        #expect(desk.screen.contains("Cancel: standing"))
        desk.type("they moved<Enter>")
        #expect(desk.app.messageText?.contains("Cancelled: standing") == true)
        #expect(try last(desk).state == .cancelled)
        #expect(try last(desk).reason == "they moved")
        desk.type("u")
        #expect(try last(desk).state == .planned)
        desk.type("ggX<Enter>")
        #expect(try last(desk).state == .cancelled)
    }

    /// What comes instead is said in the same form, or why nothing does.
    @Test(arguments: [
        ("3d", "call Mon 23 Nov 2026", 0), ("none: sold the plant", "sold the plant", 0), ("", "nothing planned", 1),
    ])
    func whatComesInsteadIsAskedFor(typed: String, said: String, unplanned: Int) throws {
        var desk = try desk()
        desk.type("2Mtue 10<Enter>")
        #expect(try desk.store.read { try $0.nothingPlannedCount() } == 0)
        desk.type("5Xno time<Tab><Tab>")
        desk.paste(typed)
        desk.type("<C-s>")
        #expect(desk.app.messageText?.contains("Cancelled: Meeting with 王伟") == true)
        #expect(desk.app.messageText?.contains(said) == true, "\(desk.app.messageText ?? "")")
        #expect(try desk.store.read { try $0.nothingPlannedCount() } == unplanned)
    }

    @Test func onlyAPlannedOneIsCancelled() throws {
        var desk = try desk()
        desk.type("2X")
        #expect(desk.app.messageText == "Only a planned meeting can be cancelled.")
        try plan(desk.store, "standing", "2026-11-20", 15)
        desk.type("5X<Enter>X")
        #expect(desk.app.messageText == "That meeting is cancelled already.")
        desk.type("<Enter>")
        #expect(desk.screen.contains("cancelled"))
    }
}
