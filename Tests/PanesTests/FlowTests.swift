import Foundation
import PaneKit
import Sales
import Screen
import Storage
import Testing
import Words

@testable import Panes

/// What a salesperson does, by keys alone, and what the store holds afterwards.
struct FlowTests {
    private func count(_ desk: TestDesk, _ kind: Kind) throws -> Int { try desk.store.read { try $0.count(kind) } }

    /// A first day: company, contact, call, follow-up, note, deal, moved twice; undone and done again; due the next day.
    @Test func aFirstDayByKeysAlone() throws {
        var desk = try TestDesk(isDemo: false)
        let empty = try desk.store.dump()

        desk.type("gk")
        desk.paste("上海艾克米")
        desk.type("<Enter>")
        desk.type("2n")
        desk.paste("王伟")
        desk.type("<Tab>")
        desk.paste("上海艾克米")
        desk.type("<Tab><Tab>")  // takes the completion, then past the position to the first phone
        desk.type("+86 138 0013 8000<Tab>021 5555 1234<C-s>")
        let contact = try #require(try desk.store.read { try $0.fetch(Contact.self, 1) })
        #expect(contact.name == "王伟")
        #expect(contact.phones.map(\.number) == ["+86 138 0013 8000", "021 5555 1234"])
        #expect(contact.companyID == 1)

        desk.type("ciwants two options<Enter>")
        let call = try #require(try desk.store.read { try $0.fetch(Call.self, 1) })
        #expect(call.summary == "wants two options")
        let proposed = try #require(try desk.store.read { try $0.fetch(FollowUp.self, 1) })
        #expect(proposed.action == .send)
        #expect(proposed.dueOn == Day("2026-11-23"))  // tomorrow is a Saturday

        desk.type("ftomorrow 10:00<Enter>")
        let followUp = try #require(try desk.store.read { try $0.fetch(FollowUp.self, 2) })
        #expect(followUp.dueAt == Instant("2026-11-21T02:00:00Z"))

        desk.type("N")
        desk.paste("第一段：参观三号线。\n\n第二段：需要CE认证。\n\n第三段：设备2027年到货。")
        desk.type("<C-s>")
        #expect(try desk.store.read { try $0.fetch(Note.self, 1)?.text.components(separatedBy: "\n\n").count } == 3)

        desk.type("oLine 3 retrofit<Tab><Tab><Tab>120000<Enter>")
        let deal = try #require(try desk.store.read { try $0.fetch(Opportunity.self, 1) })
        #expect(deal.money == Money(minor: 12_000_000, currency: "CNY"))
        #expect(deal.companyID == 1)
        #expect(deal.roles.map(\.contactID) == [1])
        desk.type("7>>")
        #expect(try desk.store.read { try $0.fetch(Opportunity.self, 1)?.stageID } == 3)
        #expect(try desk.store.read { try $0.dealHistory(1).map(\.stageID) } == [1, 2, 3])

        let full = try desk.store.dump()
        for _ in 0..<9 { desk.type("u") }
        #expect(try desk.store.dump() == empty)
        for _ in 0..<9 { desk.type("<C-r>") }
        #expect(try desk.store.dump() == full)
    }

    @Test func verbsActOnWhomALineIsAbout() throws {
        var desk = try TestDesk()
        for (tab, kind) in [("3", Kind.company), ("4", .call), ("5", .meeting), ("6", .followUp)] {
            desk.type(tab)
            #expect((desk.app.top as? ListPane)?.target?.kind == kind)
            let before = try count(desk, .call)
            desk.type("cn")
            #expect(try count(desk, .call) == before + 1)
            desk.type("u")
            #expect(try count(desk, .call) == before)
            desk.type("<Enter>")
            #expect(desk.app.depth == 2)
            desk.type("<Esc>")
        }
    }

    @Test(arguments: [("4", Kind.call, "n"), ("5", .meeting, "mon 10<Enter>"), ("6", .followUp, "mon<Enter>")])
    func everyListAddsItsOwnKind(tab: String, kind: Kind, rest: String) throws {
        var desk = try TestDesk()
        let before = try count(desk, kind)
        desk.type("\(tab)nwangwei<Enter><Enter>\(rest)")
        #expect(try count(desk, kind) == before + 1)
        let people = try count(desk, .contact)
        desk.type("nQuite Somebody New<Enter>")
        #expect(desk.screen.contains("Add a contact of that name?"))
        desk.type("y\(rest)")
        #expect(try count(desk, kind) == before + 2)
        #expect(try count(desk, .contact) == people + 1)
    }

    @Test func whatWasAddedIsUnderTheCursor() throws {
        var desk = try TestDesk()
        desk.type("2nNils Anders Berg<C-s>")
        let added = try desk.store.read { try $0.ids(.contact).last }
        #expect((desk.app.top as? ListPane)?.target?.id == added)
        desk.type("7nA new deal<Enter>")
        let deal = try desk.store.read { try $0.ids(.opportunity).last }
        #expect((desk.app.top as? PipelinePane)?.target?.id == deal)
    }

    @Test func noAnswerIsTwoKeysAndMovesTheDueCallOn() throws {
        var desk = try TestDesk()
        desk.type("j")  // 王伟: call, send revised quote, three days over
        let before = try count(desk, .followUp)
        desk.type("cn")
        #expect(desk.app.depth == 1)
        #expect(try count(desk, .followUp) == before)
        let wang = try desk.store.read { try $0.resolve("王伟").id }
        let open = try desk.store.read { transaction in
            try transaction.ids(.followUp).compactMap { try transaction.fetch(FollowUp.self, $0) }
                .filter { $0.contactID == wang && $0.state == .open && $0.action == .call }
        }
        #expect(open.contains { $0.subject == "send revised quote" && $0.dueOn == Day("2026-11-23") })
        #expect(desk.app.messageText?.contains("Mon 23 Nov 2026") == true)
    }

    @Test func whyNothingIsPlannedIsTypedInPlaceOfADate() throws {
        var desk = try TestDesk(isDemo: false)
        var contact = Contact()
        (contact.name, contact.status) = ("王伟", .customer)
        try desk.store.add(contact)
        func because() throws -> String? { try desk.store.read { try $0.fetch(Contact.self, 1)?.nothingBecause } }
        func count() throws -> Int { try desk.store.read { try $0.nothingPlannedCount() } }
        desk.type("2cx<Tab><Tab>")
        #expect(desk.screen.contains("nothing planned then"))
        desk.type("none: waits for the budget<Enter>")
        #expect(try because() == "waits for the budget")
        #expect(desk.app.messageText?.contains("王伟: not interested; none: waits for the budget") == true)
        desk.type("j")
        #expect(desk.screen.contains("all planned"))
        #expect(desk.screen.contains("none: waits for the"))
        // What was given once is proposed.
        desk.type("cx<Tab><Tab>none: w")
        #expect(desk.screen.contains("none: waits for the budget"))
        desk.type("<C-x>")
        // A date typed where none was said is a call; it ends the reason.
        desk.type("cx<Tab><Tab>3d<Enter>")
        #expect(try because() == "")
        #expect(try desk.store.read { try $0.fetch(FollowUp.self, 1)?.action } == .call)
        desk.type("1.a<Tab><Tab>none<Enter>")
        #expect(desk.app.messageText?.contains("; nothing planned") == true)
        #expect(try count() == 1)
        // In place of a follow-up; taken back by a mere none.
        desk.type("2f无：等预算<Enter>")
        #expect(try because() == "等预算")
        desk.type("u")
        #expect(try because() == "")
        desk.type("fnone: x<Enter>fnone<Enter>")
        #expect(try count() == 1)
        desk.type("<Space>fnone: y<Enter>")
        #expect(try because() == "y")
        // Something is planned: then there is nothing to say.
        desk.type("<Esc>ffri<Enter>fnone: z<Enter>")
        #expect(desk.screen.contains("Something is planned there"))
        #expect(try because() == "")
    }

    @Test func whoIsNotToBeCalledIsToldOfBeforeDialling() throws {
        var desk = try TestDesk(isDemo: false)
        var contact = Contact()
        (contact.name, contact.doNotCall) = ("王伟", true)
        try desk.store.add(contact)
        desk.type("2c")
        #expect(desk.screen.contains("⚠ do not call"))
    }

    @Test func whatEndsWithoutANextStepIsNamedOnQuitting() throws {
        var desk = try TestDesk(isDemo: false)
        var contact = Contact()
        (contact.name, contact.status) = ("王伟", .customer)
        try desk.store.add(contact)
        desk.type("2ffri<Enter>1q")
        #expect(!desk.screen.contains("new under"))
        desk.type("n6d1q")
        #expect(desk.screen.contains("1 new under nothing planned: 王伟. Quit?"))
        desk.type("n6u1q")
        #expect(!desk.screen.contains("new under"))
    }

    @Test func ofSeveralDealsOneIsPicked() throws {
        var desk = try TestDesk(isDemo: false)
        var contact = Contact()
        contact.name = "王伟"
        let person = try desk.store.add(contact)
        desk.type("2>")
        #expect(desk.app.messageText?.contains("no open deal") == true)
        for name in ["Line 3", "产线四"] {
            var deal = Opportunity()
            (deal.name, deal.stageID, deal.roles) = (name, 2, [DealRole(contactID: person)])
            try desk.store.add(deal)
        }
        func stages() throws -> [Int64?] {
            try desk.store.read { store in try [1, 2].map { try store.fetch(Opportunity.self, $0)?.stageID } }
        }
        desk.type(">")
        #expect(desk.screen.contains("Move which deal on?") && desk.screen.contains("产线四"))
        desk.type("2")
        #expect(try stages() == [2, 3])
        #expect(desk.app.depth == 1)
        desk.type("<lt><Enter>")
        #expect(try stages() == [1, 3])
        desk.type("><Esc>")
        #expect(try stages() == [1, 3])
        desk.type("L21")
        #expect(try desk.store.read { try $0.fetch(Opportunity.self, 2)?.state } == .lost)
        // Now there is one that is open, and one to be opened again.
        desk.type(">")
        #expect(try stages() == [2, 3])
        desk.type("R")
        #expect(try desk.store.read { try $0.fetch(Opportunity.self, 2)?.state } == .open)
    }

    @Test func aCapitalStaysInTheFormForANote() throws {
        var desk = try TestDesk()
        desk.type("jcN")
        #expect(desk.app.depth == 2)
        desk.type("tried both numbers<Enter>")
        #expect(desk.app.depth == 1)
        let last = try desk.store.read { try $0.fetch(Call.self, try $0.ids(.call).last!) }
        #expect(last?.summary == "tried both numbers")
    }

    @Test func aReachedCallClosesTheDueOneAndPlansTheNext() throws {
        var desk = try TestDesk()
        desk.type("j")
        let id = try #require((desk.app.top as? TodayPane)?.target?.id)
        desk.type("ciapproved<Tab><Tab>3d<Enter>")
        let closed = try desk.store.read { try $0.fetch(FollowUp.self, id) }
        #expect(closed?.state == .done)
        #expect(closed?.result == "approved")
        let next = try desk.store.read { try $0.fetch(FollowUp.self, try $0.ids(.followUp).last!) }
        #expect(next?.dueOn == Day("2026-11-23"))
    }

    @Test func snoozeIsTwoKeysAndUndoIsOne() throws {
        var desk = try TestDesk()
        let id = try #require((desk.app.top as? TodayPane)?.target?.id)
        let before = try desk.store.read { try $0.fetch(FollowUp.self, id)?.dueOn }
        desk.type("j")
        let second = (desk.app.top as? TodayPane)?.target
        desk.type("kz3")
        // What is snoozed goes; the cursor is on the next one.
        #expect((desk.app.top as? TodayPane)?.target == second)
        #expect(try desk.store.read { try $0.fetch(FollowUp.self, id)?.dueOn } == Day("2026-11-23"))
        desk.type("u")
        #expect(try desk.store.read { try $0.fetch(FollowUp.self, id)?.dueOn } == before)
    }

    @Test func lostNeedsAReasonAndReopeningKeepsTheHistory() throws {
        var desk = try TestDesk()
        desk.type("7")
        let id = try #require((desk.app.top as? PipelinePane)?.target?.id)
        let lines = try desk.store.read { try $0.dealHistory(id).count }
        desk.type("L1")
        let lost = try desk.store.read { try $0.fetch(Opportunity.self, id) }
        #expect(lost?.state == .lost)
        #expect(lost?.reasonID != nil)
        let office = try #require((desk.app.top as? PipelinePane)?.office)
        _ = try office.reopenDeal(id)
        #expect(try desk.store.read { try $0.fetch(Opportunity.self, id)?.state } == .open)
        #expect(try desk.store.read { try $0.dealHistory(id).count } == lines + 2)
    }

    @Test func whatSomebodyElseDidIsAskedAboutBeforeItIsUndone() throws {
        var desk = try TestDesk()
        desk.type("u")
        // The demo came by this store, but changed more than twenty rows.
        #expect(desk.screen.contains("Add the demo territory"))
        #expect(try count(desk, .contact) == 150)
        desk.type("y")
        #expect(try count(desk, .contact) == 0)
    }

    @Test func aTimedCallIsLoggedWithItsLength() throws {
        var desk = try TestDesk()
        desk.type("jTkj")
        #expect(desk.screen.contains("☎ 0:00"))
        desk.type("ciquick question<Enter>")
        #expect(!desk.screen.contains("☎ 0:00"))
        let call = try desk.store.read { try $0.fetch(Call.self, try $0.ids(.call).last!) }
        #expect(call?.minutes == 1)
        desk.type("jTT")
        #expect(desk.app.messageText?.contains("nothing was logged") == true)
    }

    @Test func typedTextIsKeptAsADraftByEsc() throws {
        var kept: [String: Draft] = [:]
        let store = try Store.inMemory(clock: TestDesk.clock, seed: 1)
        let drafts = Drafts(save: { kept[$0.key] = $0 }, load: { kept[$0] }, discard: { kept[$0] = nil })
        let office = Office(store: store, currency: "CNY", drafts: drafts)
        var app = App(program: office.program(), size: Size(width: 80, height: 24))
        app.type("nAda<Esc>")
        #expect(kept.count == 1)
        app.type("n<C-o><C-s>")
        #expect(try store.read { try $0.fetch(Contact.self, 1)?.name } == "Ada")
        #expect(kept.isEmpty)
    }

    @Test func aReminderAnnouncesItselfOnce() throws {
        let start = Clock(zone: Zone("UTC")!, fixedAt: Instant("2026-11-20T09:00:00Z")!)
        let store = try Store.inMemory(clock: start, seed: 1)
        var followUp = FollowUp()
        followUp.subject = "ring the bell"
        followUp.due = Due(on: Day("2026-11-20")!, at: Instant("2026-11-20T10:00:00Z")!)
        followUp.alarms = [15]
        try store.add(followUp)
        let due = try store.read { try $0.reminders(after: start.now, until: Instant("2026-11-20T09:45:00Z")!) }
        #expect(due.map(\.step.subject) == ["ring the bell"])
        #expect(
            try store.read {
                try $0.reminders(after: Instant("2026-11-20T09:45:00Z")!, until: Instant("2026-11-20T10:30:00Z")!)
            }.isEmpty)
        #expect(try store.announce(due).map(\.step.subject) == ["ring the bell"])
        #expect(try store.announce(due).isEmpty)
    }

    @Test func hostileNamesKeepEveryColumnStraight() throws {
        let store = try Store.inMemory(clock: TestDesk.clock, seed: 1)
        var company = Company()
        company.name = "§"
        try store.add(company)
        for name in [
            "\u{1B}[2J王伟", "a\u{202E}dcb", "👩‍👩‍👧‍👦 Family", "שלום עולם", "e\u{301}clair", "\u{9B}31m red",
            "国" + String(repeating: "长", count: 80),
        ] {
            var contact = Contact()
            contact.name = name
            contact.status = .customer
            contact.companyID = 1
            try store.add(contact)
        }
        let office = Office(store: store, currency: "CNY")
        for (width, height) in [(80, 24), (120, 40)] {
            var app = App(program: office.program(), size: Size(width: width, height: height))
            app.type("2")
            let rows = app.draw().rows
            let columns = rows.compactMap { row in row.firstIndex(of: "§").map { displayWidth(of: String(row[..<$0])) }
            }
            #expect(columns.count >= 7)
            #expect(Set(columns.prefix(7)).count == 1)
            #expect(rows.allSatisfy { displayWidth(of: $0) <= width })
            #expect(
                !rows.joined().unicodeScalars.contains {
                    $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || $0.value == 0x202E
                })
        }
    }
}
