import Foundation
import Testing

/// The loop on the command line: touch, outcome, dated next step; and what follows from each.
@Suite struct LoopTests {
    @Test func nobodyReachedMovesTheDueCallOn() throws {
        let desk = Desk()
        try desk("add", "contact", "A")
        try desk("add", "follow-up", "c1", "--due", "today", "--subject", "ask for the order")
        try desk("log", "call", "c1", "--outcome", "no-answer")
        let followUps = try desk.records("follow-ups")
        #expect(followUps.count == 1)
        #expect(followUps.first?["due_on"] as? String == "2026-11-23")
        #expect(followUps.first?["subject"] as? String == "ask for the order")
        // An attempt is no touch.
        #expect(try desk.records("contacts").first?["last_contact"] is NSNull)
        try desk("log", "call", "c1", "--outcome", "answered", "--next", "none", "--now", "2026-11-23 10:00")
        #expect(try desk.records("follow-ups", "state:open").isEmpty)
        #expect(try desk.records("contacts").first?["last_contact"] as? String == "2026-11-23T02:00:00Z")
    }

    @Test func whatAnOutcomeDoesBesidesIsSaid() throws {
        let desk = Desk()
        try desk("add", "contact", "A", "--phone", "110", "--set", "phone+=+49 30 12345")
        let logged = try desk("log", "call", "c1", "--outcome", "wrong-number", "--number", "12345")
        #expect(logged.output.contains("; +49 30 12345 marked as a bad number."), "\(logged.output)\(logged.error)")
        #expect(try desk("show", "c1").output.contains("bad number"))
        #expect(try !desk("log", "call", "c1", "--outcome", "wrong-number", "--no-effects").output.contains("marked"))
        let wrong = try desk("log", "call", "c1", "--outcome", "wrong-number", "--number", "999")
        #expect(wrong.status == 2 && wrong.sentence.contains("110, +49 30 12345"))
    }

    @Test func whyNothingIsPlannedStandsInTheTable() throws {
        let desk = Desk()
        try desk("add", "contact", "A", "--status", "customer")
        try desk("log", "call", "c1", "--outcome", "answered", "--next", "none: waits for spring")
        #expect(try desk("list", "contacts").output.contains("none: waits for spring"))
        #expect(try desk("list", "contacts", "--columns", "name,next").output.contains("none: waits for spring"))
        #expect(try !desk("list", "contacts", "--columns", "name,last").output.contains("spring"))
        // In a column of dates for programs it is none.
        #expect(try !desk("list", "contacts", "--format", "csv").output.contains("spring"))
    }

    @Test func anImportThatSaysNotToCallClosesTheCalls() throws {
        let desk = Desk()
        try desk("add", "contact", "Ada Lovell", "--set", "email+=ada@lovell.example")
        try desk("add", "follow-up", "c1", "--due", "today")
        let file = desk.folder + "/quiet.csv"
        try "Name,Email,Do not call\nAda Lovell,ada@lovell.example,yes\n".write(
            toFile: file, atomically: true, encoding: .utf8)
        let done = try desk("import", file, "--mode", "update")
        #expect(
            (done.output + done.error).contains("do not call: 1 follow-up to call closed"),
            "\(done.output)\(done.error)")
        #expect(try desk.records("follow-ups", "state:open").isEmpty)
        try desk("undo")
        #expect(try desk.records("follow-ups", "state:open").count == 1)
    }

    @Test func ofACompanyItIsSaidWhosePromiseItIs() throws {
        let desk = Desk()
        try desk("add", "company", "Acme")
        try desk("add", "contact", "王伟", "--company", "Acme")
        try desk("add", "note", "c1", "said\n-> 报价单")
        #expect(try desk("show", "k1").output.contains("报价单  王伟"))
        #expect(try !desk("show", "c1").output.contains("报价单  王伟"))
    }

    @Test func whoIsBeingLostIsToldUntilTheNextTouch() throws {
        let desk = Desk()
        try "name,field,days\nA,tier,30\n".write(toFile: desk.folder + "/c.csv", atomically: true, encoding: .utf8)
        #expect(try desk("import", desk.folder + "/c.csv", "--as", "cadences").status == 0)
        try desk("add", "contact", "王伟", "--status", "customer", "--tier", "a", "--now", "2026-10-20 07:30")
        let template = "{losing} %l {promises} %p"
        #expect(try desk("today", "--format", template).output == "1 1 0 0\n")
        let answer = try desk("today")
        #expect(answer.output.contains("LOSING TOUCH 1\n  c1     3 days over    touch    王伟"), "\(answer.output)")
        #expect(answer.output.contains("never yet, every 30 days"))
        #expect(!answer.output.contains("PROMISES"))
        #expect(try desk("show", "c1").output.contains("every 30 days, due Wed 18 Nov 2026, 3 days over"))
        #expect(try desk.records("contacts", "touch:losing cadence:30").count == 1)
        // Neither being called in vain nor a plan for next year is being in touch.
        try desk("log", "call", "c1", "--outcome", "no-answer", "--next", "2027-03-01")
        #expect(try desk("today", "--format", template).output == "1 1 0 0\n")
        try desk("log", "call", "c1", "--outcome", "answered", "--next", "none")
        #expect(try desk("today", "--format", template).output == "0 0 0 0\n")
        #expect(try !desk("today").output.contains("LOSING"))
        try desk("undo")
        #expect(try desk("today", "--format", template).output == "1 1 0 0\n")
    }

    @Test func whyNothingIsPlannedIsKept() throws {
        let desk = Desk()
        try desk("add", "contact", "A", "--set", "status=customer")
        #expect(try desk("today", "--format", "%n").output == "1\n")
        let logged = try desk("log", "call", "c1", "--outcome", "answered", "--next", "none: waits for spring")
        #expect(logged.output.contains("next: none: waits for spring"), "\(logged.output)\(logged.error)")
        #expect(try desk("today", "--format", "%n").output == "0\n")
        #expect(try desk("show", "c1").output.contains("none: waits for spring"))
        #expect(try desk.records("contacts", "next:because").count == 1)
        #expect(try desk.records("contacts").first?["nothing_because"] as? String == "waits for spring")
        try desk("set", "c1", "nothing_because=")
        #expect(try desk("today", "--format", "%n").output == "1\n")
        try desk("add", "follow-up", "c1", "--due", "today", "--action", "task")
        #expect(
            try desk("done", "f1", "--result", "sent", "--next", "无：等预算").output.contains("none: 等预算"))
        #expect(try desk("today", "--format", "%n").output == "0\n")
        #expect(
            try desk("log", "call", "c1", "--outcome", "answered", "--next", "none: x", "--action", "call").status == 2)
        // Where something is planned, no reason is kept, and none is told.
        try desk("add", "follow-up", "c1", "--due", "2027-03-01", "--action", "task")
        #expect(
            try desk("log", "call", "c1", "--outcome", "answered", "--next", "none: x").output.contains(
                "next: as planned already"))
        #expect(try desk.records("contacts").first?["nothing_because"] as? String == "")
    }

    @Test func whoIsNotToBeCalledAnyMoreIsNotWaitedFor() throws {
        let desk = Desk()
        try desk("add", "contact", "A", "--status", "customer")
        try desk("add", "follow-up", "c1", "--due", "today", "--repeat", "weekly")
        try desk("add", "follow-up", "c1", "--due", "3d", "--action", "send")
        let answer = try desk("set", "c1", "do_not_call=yes")
        #expect(answer.output.contains("do not call yes; 1 follow-up to call closed."), "\(answer.output)")
        #expect(try desk.records("follow-ups", "state:open").map { $0["action"] as? String } == ["send"])
        try desk("undo")
        #expect(try desk.records("follow-ups", "state:open").count == 2)
        #expect(try desk("set", "c1", "do_not_call=no").output.contains("is so already"))
    }

    @Test func aNameThatSeveralHaveIsNotGuessed() throws {
        let desk = Desk()
        for city in ["Kiel", "Ulm"] { try desk("add", "company", "Same GmbH", "--city", city) }
        let answer = try desk("add", "contact", "A", "--company", "same gmbh")
        #expect(answer.status == 3)
        #expect(answer.sentence.contains("k1 Same GmbH, k2 Same GmbH"))
        #expect(try desk("list", "contacts").status == 1)
        #expect(try desk("add", "contact", "A", "--company", "k2").status == 0)
        // A part of a name is another company, not the one that holds it.
        #expect(try desk("add", "contact", "B", "--company", "Same").output.contains("k3 Same added"))
    }

    @Test func whatWasNotedForAMeetingStays() throws {
        let desk = Desk()
        try desk("add", "meeting", "Talk", "--at", "today 9:00", "--notes", "ask for the plan")
        try desk("done", "m1", "--result", "got it")
        #expect(try desk.records("meetings").first?["notes"] as? String == "ask for the plan\n\ngot it")
        #expect(try desk("done", "m1", "--result", "again").status == 3)
    }

    @Test(arguments: [
        ("JPY 1000", "EUR", "EUR 1,000"), ("EUR 10.50", "KWD", "KWD 10.500"), ("CNY 12万", "USD", "USD 120,000"),
    ])
    func anotherCurrencyKeepsTheNumber(_ amount: String, _ currency: String, _ shown: String) throws {
        let desk = Desk()
        #expect(try desk("add", "deal", "D", "--amount", amount).status == 0)
        let answer = try desk("set", "o1", "currency=\(currency)")
        #expect(answer.output.contains("currency \(currency); amount \(shown)"), "\(answer.output)\(answer.error)")
    }

    @Test func centsThatACurrencyHasNotAreNotDropped() throws {
        let desk = Desk()
        try desk("add", "deal", "D", "--amount", "EUR 10.50")
        let answer = try desk("set", "o1", "currency=JPY")
        #expect(answer.status == 3 && answer.sentence.contains("10.50 is no amount in JPY"))
    }

    @Test func aWholeDayHasNoTime() throws {
        let desk = Desk()
        try desk("add", "contact", "A")
        try desk("add", "follow-up", "c1", "--due", "2026-12-01")
        for zone in ["Pacific/Kiritimati", "America/Los_Angeles"] {
            let answer = try desk.run(["list", "follow-ups", "--format", "csv"], environment: ["TZ": zone])
            #expect(answer.output.contains("2026-12-01 call"))
        }
    }

    @Test func whatIsInTheWayOfAMeetingIsSaidAndHindersNothing() throws {
        let desk = Desk()
        try desk("add", "meeting", "Talk", "--at", "tue 10:00", "--minutes", "60", "--place", "上海")
        let second = try desk("add", "meeting", "Demo", "--at", "tue 10:30", "--minutes", "30")
        #expect(second.output.contains("In its way: m1 10:00 Talk."))
        #expect(second.status == 0)
        let third = try desk("add", "meeting", "Visit", "--at", "tue 11:10", "--place", "苏州")
        #expect(third.output.contains("In its way: m1 10:00 Talk."))
        #expect(!(try desk("add", "meeting", "Later", "--at", "tue 14:00").output.contains("In its way")))
    }
}
