import Foundation
import PaneKit
import Sales
import Storage
import Testing

@testable import Panes

/// Keeping in touch, by keys alone.
struct CadenceTests {
    private func desk() throws -> TestDesk {
        let desk = try TestDesk(isDemo: false)
        var contact = Contact()
        (contact.name, contact.status, contact.tier) = ("王伟", .customer, "A")
        contact.createdAt = desk.store.clock.now + -40 * 86_400
        try desk.store.add(contact)
        return desk
    }

    @Test func aCadenceOfATierListsWhoIsBeingLostUntilTheCall() throws {
        var desk = try desk()
        #expect(!desk.screen.contains("LOSING TOUCH"))
        desk.type("glcna<C-s><Esc>")
        #expect(desk.screen.contains("LOSING TOUCH 1"))
        #expect(desk.screen.contains("never yet, every 30 days"))
        #expect(desk.screen.contains("10 over"))
        desk.type("ggz3")
        #expect(desk.app.messageText?.contains("f sets a next step") == true)
        desk.type("cn")
        // Called in vain, and tried again on Monday: that is near.
        #expect(!desk.screen.contains("LOSING TOUCH"))
        desk.type("uu")
        #expect(!desk.screen.contains("LOSING TOUCH"))
        desk.type("<C-r>")
        #expect(desk.screen.contains("LOSING TOUCH 1"))
        desk.type("catalked about spare parts<Tab><C-u>none<Enter>")
        #expect(!desk.screen.contains("LOSING TOUCH"))
        desk.type("2<Enter>")
        #expect(desk.screen.contains("In touch every 30 days · due Sun 20 Dec"))
    }

    @Test func theFormSaysWhatHoldsWithoutACadenceOfItsOwn() throws {
        var desk = try desk()
        desk.type("glcna<C-s><Esc>2<Enter>e<S-Tab><Enter>")
        #expect(desk.screen.contains("empty: every 30 days, by tier a"))
    }

    @Test func whoIsNotToBeCalledAnyMoreIsSaidToCloseCalls() throws {
        var desk = try desk()
        desk.type("2f3d<Enter>")
        let before = try desk.store.dump()
        desk.type("e<S-Tab><Enter>" + String(repeating: "<Tab>", count: 9) + "<Space>")
        #expect(desk.screen.contains("closes 1 follow-up to call"))
        desk.type("<C-s>")
        #expect(desk.app.messageText?.contains("1 follow-up to call closed") == true)
        #expect(try desk.store.read { try $0.fetchAll(FollowUp.self) }.map(\.state) == [.done])
        desk.type("u")
        #expect(try desk.store.dump() == before)
    }

    @Test func theReportLeadsToWhoIsBeingLost() throws {
        var desk = try desk()
        desk.type("glcna<C-s><Esc>8")
        for _ in Report.Name.allCases where !desk.screen.contains("Losing touch by tier") { desk.type("]") }
        #expect(desk.screen.contains("losing 1 of 1"))
        desk.type("l<Enter>")
        #expect(desk.screen.contains("touch:losing"))
        #expect(desk.screen.contains("王伟"))
        desk.type("<Esc>")
        #expect(desk.screen.contains("Losing touch by tier"))
    }
}
