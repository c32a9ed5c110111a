import Foundation
import Testing

/// What every command answers when all is well: status 0, nothing on standard error, one line that says what it did.
@Suite struct HappyPathTests {
    struct Step: Sendable, CustomTestStringConvertible {
        var line: [String]
        var answer: String
        var testDescription: String { line.joined(separator: " ") }

        init(_ line: [String], _ answer: String) {
            self.line = line
            self.answer = answer
        }
    }

    static let steps: [Step] = [
        Step(
            ["add", "contact", "Grace Hopper", "--company", "Navy"],
            "Company k2 Navy added, as there was none of that name.\nContact c3 Grace Hopper added."),
        Step(
            ["add", "contact", "B", "--phone", "1", "--phone", "2", "--set", "birthday=--11-27"], "Contact c3 B added."),
        Step(["add", "company", "Navy", "--city", "Kiel"], "Company k2 Navy added."),
        Step(
            ["add", "deal", "Valves", "--amount", "86k", "--currency", "EUR", "--stage", "prop"],
            "Opportunity o2 Valves added: EUR 86,000, Proposal."),
        Step(["add", "follow-up", "王伟", "--due", "fri 10:00"], "Follow-up f2 set: call 王伟, Fri 27 Nov 2026 10:00."),
        Step(
            ["add", "follow-up", "o1", "--due", "下周二", "--action", "send"],
            "Follow-up f2 set: send 王伟, Tue 24 Nov 2026."),
        Step(
            ["add", "meeting", "Lunch", "--at", "2026-12-01", "--with", "k1"],
            "Meeting m2 planned: Lunch, Tue 1 Dec 2026."),
        Step(["add", "note", "o1", "--", "- dashes first"], "Note n2 on Pumps added."),
        Step(
            ["add", "note", "c1", "--", "-> 报价\n! fri 10 send sample"],
            "Note n2 on 王伟 added.\nI owe: 报价\nFollow-up set: send Fri 27 Nov 2026 10:00 sample"),
        Step(["add", "note", "c1", "--no-lines", "--", "-> 报价"], "Note n2 on 王伟 added."),
        Step(
            ["log", "call", "c1", "--outcome", "no-answer"],
            "Call l1 with 王伟 logged: no answer; next: call Mon 23 Nov 2026."),
        Step(
            [
                "log", "call", "Ada", "--outcome", "answered", "--note", "-ok-", "--next", "3d", "--action", "email",
                "--minutes", "5",
            ],
            "Call l1 with Ada Lovell logged: answered; next: email Tue 24 Nov 2026."),
        Step(
            ["log", "call", "k1", "--outcome", "busy", "--at", "yesterday 15:00", "--next", "none", "--in"],
            "Call l1 with Müller GmbH logged, Fri 20 Nov 2026 15:00: busy; next: no next step."),
        Step(["set", "c1", "tier=A", "status=partner"], "Contact c1 王伟 saved: status partner; tier A."),
        Step(["set", "c1", "tier="], "Contact c1 王伟 is so already."),
        Step(
            ["set", "c1", "phone+=55", "phone 2 label=home", "tag-=vip", "city=Kiel"],
            "Contact c1 王伟 saved: phone 138 0013 8000, 55 (home); address Kiel; tags fair."),
        Step(["set", "c1", "relation+=Ada: reports to"], "Contact c1 王伟 saved: reports to Ada Lovell."),
        Step(
            ["set", "c1", "tier=A", "relation+=Ada: mentors/is mentored by"],
            "Contact c1 王伟 saved: tier A; mentors Ada Lovell."),
        Step(
            ["set", "c1", "relation+=Zhonghe: former company"],
            "Company k2 Zhonghe added, as there was none of that name.\nContact c1 王伟 saved: former company Zhonghe."),
        Step(["set", "c1", "tag=x;y"], "Contact c1 王伟 saved: tags x, y."),
        Step(["set", "c1", "phone-=13800138000"], "Contact c1 王伟 saved: phone emptied."),
        Step(["set", "c1", "company="], "Contact c1 王伟 saved: company emptied."),
        Step(
            ["set", "o1", "amount=5k", "currency=JPY"], "Opportunity o1 Pumps saved: currency JPY; amount JPY 5,000."),
        Step(
            ["set", "m1", "due=wed 10:00"],
            "Meeting m1 Demo saved: date Wed 25 Nov 2026; start Wed 25 Nov 2026 10:00; end Wed 25 Nov 2026 11:00."),
        Step(["set", "f1", "due_on=mon"], "Follow-up f1 quote saved: due Mon 23 Nov 2026; due at emptied."),
        Step(
            ["delete", "c2", "f1"],
            "Contact c2 Ada Lovell deleted; `kontor undo` brings it back.\nFollow-up f1 quote deleted; `kontor undo` brings it back."
        ),
        Step(
            ["done", "f1", "--result", "sent", "--next", "1w"], "Follow-up f1 quote done; next: call Sat 28 Nov 2026."),
        Step(["done", "demo", "--result", "well"], "Meeting m1 Demo held."),
        Step(["move", "Pumps", "negotiation"], "Opportunity o1 Pumps is in Negotiation."),
        Step(["won", "o1"], "Opportunity o1 Pumps won, CNY 120,000."),
        Step(
            ["won", "o1", "--next", "90d"],
            "Opportunity o1 Pumps won, CNY 120,000; next: call Fri 19 Feb 2027."),
        Step(["lost", "o1", "--reason", "price"], "Opportunity o1 Pumps lost: price."),
        Step(["undo"], "Undone: Add note met at the fair (1 change); `kontor redo` does it again."),
        Step(
            ["today", "--format", "%o overdue, %t today, %w soon, %n nothing planned, 100%%"],
            "0 overdue, 0 today, 2 soon, 0 nothing planned, 100%"),
    ]

    @Test(arguments: steps) func answersInOneLine(_ step: Step) throws {
        let desk = Desk()
        try desk.furnish()
        let answer = try desk.run(step.line)
        #expect(answer.output == step.answer + "\n")
        #expect(answer.error.isEmpty)
        #expect(answer.status == 0)
    }

    @Test func everyWriteIsOneUndo() throws {
        let desk = Desk()
        try desk.furnish()
        let before = try desk("list", "contacts", "--json").output
        try desk("add", "contact", "New", "--company", "Also new", "--phone", "1")
        #expect(try desk.records("contacts").count == 3)
        #expect(try desk("undo").status == 0)
        #expect(try desk("list", "contacts", "--json").output == before)
        #expect(try desk.records("companies").count == 1)
        #expect(try desk("redo").status == 0)
        #expect(try desk.records("companies").count == 2)
    }

    @Test func aClosedDealOpensAgain() throws {
        let desk = Desk()
        try desk.furnish()
        try desk("lost", "o1", "--reason", "no-budget")
        #expect(try desk.records("deals").first?["reason"] as? String == "no budget")
        let answer = try desk("reopen", "o1")
        #expect(answer.output == "Opportunity o1 Pumps is open again.\n")
        #expect(try desk.records("deals").first?["state"] as? String == "open")
    }

    @Test func todayPrintsItsSections() throws {
        let desk = Desk()
        try desk.furnish()
        try desk("add", "follow-up", "c2", "--due", "2026-11-18", "--subject", String(repeating: "长", count: 60))
        let answer = try desk("today")
        let lines = answer.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(
            lines.filter { $0.first?.isUppercase == true } == [
                "OVERDUE 1", "TODAY 0", "NEXT 7 DAYS 2", "NOTHING PLANNED 0",
            ])
        #expect(lines.contains { $0.hasPrefix("  f2     3 days over    call") })
        // A Chinese character takes two columns.
        for line in lines { #expect(line.reduce(0) { $0 + ($1.unicodeScalars.first!.value > 0x2E80 ? 2 : 1) } <= 80) }
        #expect(try desk("today", "--exit-code").status == 1)
        #expect(try desk("today", "--exit-code", "--now", "2026-11-01").status == 0)
    }

    @Test func historyNamesWhatWasDone() throws {
        let desk = Desk()
        try desk.furnish()
        try desk("undo")
        let entries = try #require(
            try JSONSerialization.jsonObject(with: desk("history", "--json").bytes) as? [[String: Any]])
        #expect(entries.map { $0["state"] as? String } == ["undone", "done", "done", "done", "done", "done"])
        #expect(entries.last?["sentence"] as? String == "Add contact 王伟")
        #expect(try desk("history").output.hasPrefix("NUMBER  WHEN              WHAT"))
    }

    @Test func optionsStandBeforeAndAfterTheVerb() throws {
        let desk = Desk()
        let other = desk.folder + "/other.db"
        #expect(try desk("--db", other, "add", "contact", "A").status == 0)
        #expect(try desk("list", "contacts", "--db", other).status == 0)
        #expect(try desk("list", "--db=\(other)", "contacts").status == 0)
        #expect(try desk("list", "contacts").status == 1)
        #expect(
            try desk("--now", "2026-12-24T10:00:00Z", "add", "follow-up", "A", "--due", "today", "--db", other).output
                .contains("24 Dec"))
    }

    @Test(arguments: [[], ["list"], ["log", "call"], ["add", "contact"], ["set"]])
    func helpIsThere(_ command: [String]) throws {
        let answer = try Desk().run(command + ["--help"])
        #expect(answer.status == 0)
        #expect(answer.output.contains("USAGE: kontor" + command.map { " " + $0 }.joined()))
        #expect(answer.error.isEmpty)
    }
}
