import Foundation
import Testing

/// Every refusal: its status, and exactly one plain sentence on standard error.
@Suite struct ErrorTests {
    struct Refusal: Sendable, CustomTestStringConvertible {
        var line: [String]
        var status: Int32
        var says: String
        var testDescription: String { line.joined(separator: " ") }

        init(_ line: [String], _ status: Int32, _ says: String) {
            self.line = line
            self.status = status
            self.says = says
        }
    }

    static let refusals: [Refusal] = [
        // 1: no.
        Refusal(["find", "zzzz"], 1, "Nothing holds zzzz."),
        Refusal(["list", "calls"], 1, "There are no calls yet."),
        Refusal(["list", "contacts", "city:nowhere"], 1, "None of the contacts fits."),
        Refusal(["redo"], 1, "nothing to do again"),
        // 2: wrong usage.
        Refusal([], 2, "needs a terminal"),
        Refusal(["demo"], 2, "needs a terminal"),
        Refusal(["frobnicate"], 2, "kontor --help"),
        Refusal(["list"], 2, "See `kontor list --help`."),
        Refusal(["list", "contacts", "--frob"], 2, "Unknown option '--frob'"),
        Refusal(["list", "frobs"], 2, "it is one of contacts, companies"),
        Refusal(["list", "contacts", "--format", "xml"], 2, "xml"),
        Refusal(["list", "contacts", "--sort", "nmae"], 2, "did you mean name?"),
        Refusal(["list", "contacts", "--sort", "name,down"], 2, "name,desc"),
        Refusal(["list", "contacts", "--columns", "name,frob"], 2, "There is no column frob"),
        Refusal(["list", "contacts", "--format", "csv", "--json"], 2, "exclude each other"),
        Refusal(["add"], 2, "contact, company"),
        Refusal(["add", "contact"], 2, "name"),
        Refusal(["add", "follow-up", "c1"], 2, "--due"),
        Refusal(["add", "meeting", "X", "--at", "fri", "--minutes", "30"], 2, "needs a time"),
        Refusal(["set", "c1", "tier"], 2, "FIELD=VALUE"),
        Refusal(["done", "f1"], 2, "--result"),
        Refusal(["done", "f1", "--result", "x", "--action", "call"], 2, "--next"),
        Refusal(["lost", "o1"], 2, "--reason"),
        Refusal(["today", "--format", "%x"], 2, "%n"),
        Refusal(["today", "--now", "yesterday-ish"], 2, "--now must be a time"),
        Refusal(["--db", "", "list", "contacts"], 2, "--db"),
        Refusal(["history", "--limit", "0"], 2, "--limit"),
        // 3: the data.
        Refusal(["show", "c99"], 3, "Nothing here is called c99"),
        Refusal(["show", "nobody"], 3, "Nothing here is called nobody"),
        Refusal(["show", "müller"], 3, "fits several; say which: c1 王伟, c2 Ada Lovell, k1 Müller GmbH"),
        Refusal(["set", "c1", "nme=x"], 3, "did you mean name?"),
        Refusal(
            ["set", "c1", "status=foo"], 3, "status is one of lead, prospect, customer, partner, former, not foo."),
        Refusal(["set", "c1", "name="], 3, "needs name"),
        Refusal(["set", "c1", "cadence=0"], 3, "from 1 to 3650"),
        Refusal(["set", "c1", "birthday=soon"], 3, "1980-11-27"),
        Refusal(["set", "c1", "tag-=none"], 3, "no tag none"),
        Refusal(["set", "c1", "name+=x"], 3, "one value"),
        Refusal(["set", "c1", "relation+=Ada"], 3, "relation+=Ada: reports to"),
        Refusal(["set", "c1", "relation-=Ada"], 3, "no relation Ada"),
        Refusal(["set", "c1", "relation+=王伟: family"], 3, "to themselves"),
        Refusal(["set", "c1", "phone 9=1"], 3, "no phone 2 yet"),
        Refusal(["set", "o1", "stage=nowhere"], 3, "Lead, Qualified, Proposal, Negotiation"),
        Refusal(["set", "o1", "amount=lots"], 3, "amount"),
        Refusal(["set", "o1", "currency=gold"], 3, "ISO 4217"),
        Refusal(["set", "o1", "state=lost"], 3, "needs a reason"),
        Refusal(["set", "f1", "state=done"], 3, "kontor done"),
        Refusal(["set", "m1", "end_at=mon 1:00"], 3, "ends after it starts"),
        Refusal(["add", "contact", " "], 3, "needs name"),
        Refusal(["add", "contact", "X", "--status", "king"], 3, "status is one of"),
        Refusal(["add", "follow-up", "c1", "--due", "someday"], 3, "is not a date"),
        Refusal(["add", "follow-up", "c1", "--due", "2026-02-30"], 3, "no such date"),
        Refusal(["log", "call", "c1", "--outcome", "vanished"], 3, "outcome is one of answered"),
        Refusal(
            ["log", "call", "c1", "--outcome", "busy", "--next", "3d", "--action", "sing"], 3, "call, visit, email"),
        Refusal(["done", "c1", "--result", "x"], 3, "c1 is a contact"),
        Refusal(["move", "o1", "moon"], 3, "stage is one of Lead"),
        Refusal(["reopen", "o1"], 3, "open already"),
        Refusal(["lost", "o1", "--reason", "bad luck"], 3, "reason is one of price"),
        Refusal(["list", "contacts", "colour:red"], 3, "There is no field “colour”"),
        Refusal(["list", "deals", "amount>lots"], 3, "amount"),
        Refusal(["delete", "c1", "c99"], 3, "c99"),
        // 4: the file and the system.
        Refusal(["restore", "/nonexistent/x.db"], 4, "There is no file /nonexistent/x.db"),
        Refusal(["backup", "/nonexistent/x.db"], 4, "/nonexistent/x.db"),
        Refusal(["generate-docs", "/nonexistent"], 4, "cannot be written"),
    ]

    @Test(arguments: refusals) func refusesInOneSentence(_ refusal: Refusal) throws {
        let desk = Desk()
        try desk.furnish()
        let before = try Data(contentsOf: URL(fileURLWithPath: desk.file))
        let answer = try desk.run(refusal.line)
        #expect(answer.status == refusal.status)
        #expect(answer.output.isEmpty)
        #expect(answer.sentence.contains(refusal.says), "\(answer.sentence)")
        #expect(answer.error.hasSuffix("\n") && !answer.sentence.contains("\n"))
        #expect(answer.sentence.last.map { ".!?".contains($0) } == true)
        for noise in ["Error", "Swift.", "StoreError", "SQLite", "Optional("] {
            #expect(!answer.sentence.contains(noise))
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: desk.file)) == before)
    }

    @Test func aFullOutputIsAnError() throws {
        let desk = Desk()
        try desk.furnish()
        for line in [["list", "contacts"], ["list", "contacts", "--json"], ["today"], ["--help"], ["show", "c1"]] {
            let answer = try desk.run(line, output: "/dev/full")
            #expect(answer.status == 4)
            #expect(answer.sentence == "Standard output cannot be written: No space left on device.")
        }
    }

    @Test func aReaderMayGoAway() throws {
        let desk = Desk()
        try desk.furnish()
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/bash")
        shell.arguments = [
            "-c",
            "for i in 1 2 3; do \(Desk.program) list contacts --json | true; s=${PIPESTATUS[0]}; [ $s = 0 ] || exit $s; done",
        ]
        shell.environment = ["KONTOR_DB": desk.file]
        let errors = Pipe()
        shell.standardError = errors
        try shell.run()
        shell.waitUntilExit()
        #expect(shell.terminationStatus == 0)
        #expect(errors.fileHandleForReading.readDataToEndOfFile().isEmpty)
    }
}
