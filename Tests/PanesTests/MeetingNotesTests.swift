import PaneKit
import Sales
import Storage
import Testing

@testable import Panes

/// Notes of meetings, and the text that they start from.
struct MeetingNotesTests {
    private func last(_ desk: TestDesk) throws -> Meeting {
        try #require(try desk.store.read { try $0.fetch(Meeting.self, try $0.ids(.meeting).last!) })
    }

    private func add(_ desk: TestDesk, _ name: String, _ text: String) throws {
        var template = Template()
        (template.name, template.text) = (name, text)
        try desk.store.add(template)
    }

    @Test func theNotesStartFromTheTemplateWithWhoIsThere() throws {
        var desk = try TestDesk()
        desk.type("2/王伟<Enter>m")
        for line in ["Present: 王伟", "Said:", "Decided:", "Owed:"] { #expect(desk.screen.contains(line)) }
        #expect(!desk.screen.contains("Template"))
        desk.type("wants two options<C-s>")
        #expect(try last(desk).notes == "Present: 王伟\nSaid: wants two options\nDecided: \nOwed: ")
        #expect(try last(desk).state == .held)
    }

    @Test func theNextStepIsSaidInTheSameForm() throws {
        var desk = try TestDesk()
        desk.type("2/王伟<Enter>m")
        let before = try desk.store.dump()
        desk.type("wants two options<Tab><Tab>下周三 下午3点")
        #expect(desk.screen.contains("Wed 25 Nov 2026 15:00"))
        desk.type("<Tab>the second option<C-s>")
        #expect(desk.app.messageText?.contains("Held: Meeting with 王伟; call Wed 25 Nov 2026 15:00") == true)
        let planned = try #require(
            try desk.store.read { try $0.fetch(FollowUp.self, try $0.ids(.followUp).last!) })
        #expect(planned.subject == "the second option")
        #expect(try planned.contactID == last(desk).attendees.first)
        desk.type("u")
        #expect(try desk.store.dump() == before)
        // With somebody for whom nothing is planned, why.
        var alone = Contact()
        (alone.name, alone.status) = ("Zenobia", .customer)
        let id = try desk.store.add(alone)
        desk.type("<Esc>/zenobia<Enter>m<Tab><Tab>none: waits for spring<C-s>")
        #expect(desk.app.messageText?.contains("none: waits for spring") == true)
        #expect(try desk.store.read { try $0.fetch(Contact.self, id)?.nothingBecause } == "waits for spring")
        desk.type("m<C-s>")
        #expect(desk.app.messageText?.contains("nothing planned") == true)
    }

    @Test func anUntouchedTemplateIsNotSavedAndNoDraft() throws {
        var desk = try TestDesk()
        desk.type("2/王伟<Enter>m<C-s>")
        #expect(try last(desk).notes == "")
        #expect(try last(desk).state == .held)
        desk.type("m<Esc>")
        #expect(desk.app.messageText?.contains("draft") != true)
        // The same for a planned one, which has notes of its own or starts from the template.
        desk.type("Mtoday 9:00<Enter>5/Meeting with 王伟 state:planned<Enter>m")
        #expect(desk.screen.contains("Said:"))
        desk.type("<C-s>")
        #expect(try last(desk).state == .held)
        #expect(try last(desk).notes == "")
    }

    @Test func notesMadeBeforeStay() throws {
        var desk = try TestDesk()
        var meeting = Meeting()
        (meeting.title, meeting.notes, meeting.dueOn) = ("Zenith review", "ask for the plan", desk.store.clock.today)
        try desk.store.add(meeting)
        desk.type("5/zenith<Enter>m")
        #expect(desk.screen.contains("ask for the plan"))
        #expect(!desk.screen.contains("Said:"))
    }

    @Test func anotherTemplateIsChosenInTheForm() throws {
        var desk = try TestDesk()
        try add(desk, "首次拜访", "到场：{with}\n需求：\n下一步：")
        desk.type("2/王伟<Enter>m")
        #expect(desk.screen.contains("1 Meeting note") && desk.screen.contains("2 首次拜访"))
        #expect(desk.screen.contains("Said:"))
        desk.type("<S-Tab>2")
        #expect(desk.screen.contains("到场：王伟"))
        #expect(!desk.screen.contains("Said:"))
        desk.paste("两条产线")
        // What is written is never replaced.
        desk.type("<S-Tab>1")
        #expect(desk.screen.contains("两条产线"))
        #expect(desk.screen.contains("The notes are begun"))
        desk.type("<C-s>")
        #expect(try last(desk).notes == "到场：王伟\n需求：两条产线\n下一步：")
        desk.type("m<S-Tab>2<Esc>")
        #expect(desk.app.messageText?.contains("draft") != true)
    }

    @Test func withoutATemplateNotesStartEmpty() throws {
        var desk = try TestDesk()
        desk.type("gltd")
        #expect(desk.app.messageText?.contains("deleted") == true)
        desk.type("<Esc>2/王伟<Enter>mcame by<C-s>")
        #expect(try last(desk).notes == "came by")
    }
}
