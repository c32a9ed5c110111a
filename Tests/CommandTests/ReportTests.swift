import Foundation
import Testing

/// `kontor report`: the figures of the pane, for programs.
@Suite struct ReportTests {
    private func desk() throws -> Desk {
        let desk = Desk()
        try desk.furnish()
        try desk("log", "call", "c1", "--outcome", "no-answer")
        try desk("log", "call", "c2", "--outcome", "answered", "--note", "yes", "--next", "none")
        try desk("add", "deal", "Valves", "--amount", "EUR 86k", "--stage", "prop")
        return desk
    }

    @Test func thePipelineAsATable() throws {
        let answer = try desk()("report", "pipeline")
        #expect(answer.status == 0 && answer.error.isEmpty)
        #expect(
            answer.output.split(separator: "\n").prefix(2) == [
                "STAGE        DEALS  CURRENCY    TOTAL  WEIGHTED", "Lead             1  CNY       120,000    12,000",
            ])
    }

    @Test func numbersForPrograms() throws {
        let desk = try desk()
        #expect(
            try desk("report", "outcomes", "--format", "csv").output
                == "\u{FEFF}outcome,reached,calls,share\r\nanswered,yes,1,50\r\nno answer,no,1,50\r\n")
        #expect(try desk("report", "outcomes", "--json").output.contains("\"reached\":true"))
        let lines = try #require(
            try JSONSerialization.jsonObject(with: desk("report", "pipeline", "--json").bytes) as? [[String: Any]])
        let valves = try #require(lines.first { $0["currency"] as? String == "EUR" && $0["deals"] as? Int == 1 })
        #expect(valves["stage"] as? String == "Proposal")
        #expect(valves["weighted"] as? Double == 51_600)
        let weeks = try desk("report", "activity", "--period", "month", "--format", "csv").output
        #expect(weeks.hasPrefix("\u{FEFF}week,calls,meetings,follow-ups,notes\r\n"))
        #expect(weeks.contains("\r\n2026-11-16,2,0,0,1\r\n"))
        #expect(try desk("report", "activity").output.split(separator: "\n").count == 13)
    }

    @Test func intoAFileButNotOverOne() throws {
        let desk = try desk()
        let path = desk.folder + "/out.csv"
        let answer = try desk("report", "outcomes", "--format", "csv", "-o", path)
        #expect(answer.output == "2 lines written to \(path).\n")
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == desk("report", "outcomes", "--format", "csv").bytes)
        #expect(try mode(path) == 0o600)
        #expect(try desk("report", "outcomes", "--format", "csv", "-o", path).status != 0)
        #expect(try desk("report", "outcomes", "--format", "json", "-o", path, "--force").status == 0)
        #expect(try desk("report", "outcomes", "-o", path, "--force").status == 2)
    }

    @Test func whatChangedSinceADay() throws {
        let desk = try desk()
        try desk("set", "Valves", "close on=2027-01-10")
        let answer = try desk("report", "changes", "--since", "last monday", "--format", "csv")
        #expect(answer.output.hasPrefix("\u{FEFF}change,ref,deal,company,from,to,days,close_on,"))
        #expect(answer.output.contains("new,o2,Valves,,,,,2027-01-10,EUR,,,86000.00,\r\n"))
        #expect(try desk("report", "changes", "--format", "csv").output == answer.output)
        #expect(try desk("report", "changes", "currency:usd").status == 1)
        #expect(try desk("report", "changes", "--json").output.contains("\"amount\":86000"))
        #expect(try desk("report", "changes", "--since", "someday").status == 2)
        #expect(try desk("report", "changes", "--period", "all").status == 2)
        #expect(try desk("report", "changes", "--since", "monday", "--period", "week").status == 2)
        #expect(try desk("report", "forecast", "--since", "monday").sentence.contains("--since is for changes"))
    }

    @Test func wrongOnesAreExplained() throws {
        let desk = try desk()
        for line in [["report"], ["report", "nonsense"], ["report", "activity", "--period", "fortnight"]] {
            let answer = try desk.run(line)
            #expect(answer.status == 2 && answer.output.isEmpty)
            #expect(!answer.error.isEmpty)
        }
        let empty = try Desk()("report", "activity")
        #expect(empty.status == 1)
        #expect(empty.sentence == "There is nothing to report.")
    }
}
