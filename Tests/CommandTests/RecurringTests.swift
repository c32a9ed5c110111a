import Foundation
import Testing

/// What repeats, and alarms, on the command line; and the line for status bars.
@Suite struct RecurringTests {
    private let desk = Desk()

    @Test func isSetShownDoneAndListed() throws {
        try desk.furnish()
        let added = try desk(
            "add", "follow-up", "c1", "--due", "2026-11-30 09:00", "--subject", "report", "--repeat", "每月底", "--alarm",
            "15m",
            "--alarm", "1d")
        #expect(
            added.output
                == "Follow-up f2 set: call 王伟, Mon 30 Nov 2026 09:00; every month on the last day.\n")
        let shown = try desk("show", "f2").output
        #expect(
            shown.contains("every month on the last day") && shown.contains("15m before") && shown.contains("1d before")
        )
        let record = try #require(try desk.records("follow-ups", "report").first)
        #expect(record["repeat"] as? String == "FREQ=MONTHLY;BYMONTHDAY=-1")
        #expect(
            try desk("list", "follow-ups", "report", "--columns", "subject,repeat").output.contains(
                "every month on the last day"))
        let done = try desk("done", "f2", "--result", "sent")
        #expect(done.output == "Follow-up f2 report done; again: f3 Thu 31 Dec 2026 09:00.\n")
        #expect(try desk("show", "f3").output.contains("1d before"))
        try desk("undo")
        #expect(try desk("show", "f3").status == 3)
    }

    @Test(arguments: [
        (["repeat=每月底"], "FREQ=MONTHLY;BYMONTHDAY=-1", "every month on the last day"),
        (["repeat=every 2 weeks", "due=2026-11-30"], "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "every 2 weeks on Mon"),
        (["repeat=FREQ=YEARLY;BYDAY=20MO"], "FREQ=YEARLY;BYDAY=20MO", "FREQ=YEARLY;BYDAY=20MO"),
        (["alarm=15m, 1d", "repeat=daily"], "FREQ=DAILY", "alarms 15m before, 1d before"),
    ])
    func setReadsWords(fields: [String], rule: String, told: String) throws {
        try desk.furnish()
        let answer = try desk.run(["set", "f1"] + fields)
        #expect(answer.status == 0 && answer.output.contains(told), "\(answer.output)\(answer.error)")
        #expect(try desk.records("follow-ups")[0]["repeat"] as? String == rule)
        #expect(try desk("set", "f1", "repeat=").output.contains("repeat emptied"))
    }

    @Test func movingOneKeepsTheRhythm() throws {
        try desk.furnish()
        try desk("set", "f1", "repeat=every 2 weeks")
        try desk("set", "f1", "due=2026-12-02")
        #expect(try desk("done", "f1", "--result", "").output.contains("again: f2 Fri 11 Dec 2026"))
    }

    @Test(arguments: [
        (["set", "f1", "repeat=sometimes"], "every 2 weeks"), (["set", "f1", "repeat=FREQ=HOURLY"], "HOURLY"),
        (["set", "f1", "alarm=soon"], "15m"),
        (["add", "follow-up", "c1", "--due", "3d", "--repeat", "mon"], "every mon,thu"),
        (["add", "follow-up", "c1", "--due", "3d", "--alarm", "2 months"], "15m"),
    ])
    func refusesInOneSentence(arguments: [String], part: String) throws {
        try desk.furnish()
        let answer = try desk.run(arguments)
        #expect(answer.status == 3 && answer.sentence.contains(part) && !answer.sentence.contains("\n"))
        #expect(try desk.records("follow-ups").count == 1)
    }

    @Test(arguments: [
        ("{overdue} {today} {next}", "1 1 today 15:00 send 王伟"),
        ("{first}", "1 day over call 王伟"),
        ("{week} {nothing}", "1 0"), ("%o/%t/%w/%n 100%%", "1/1/1/0 100%"),
        ("{\"text\":\"{overdue}\"} {} { x", "{\"text\":\"1\"} {} { x"),
    ])
    func todayFillsATemplate(template: String, line: String) throws {
        try desk.furnish()
        try desk("add", "follow-up", "c1", "--due", "2026-11-21 15:00", "--action", "send")
        try desk("set", "f1", "due=2026-11-20")
        #expect(try desk("today", "--format", template).output == line + "\n")
    }

    @Test(arguments: ["{soon}", "%x", "%"]) func todayKnowsItsPlaces(template: String) throws {
        try desk.furnish()
        let answer = try desk("today", "--format", template)
        #expect(answer.status == 2 && answer.sentence.contains("{next}"))
    }

    @Test func todayHasNothingNext() throws {
        #expect(try desk("today", "--format", "{overdue}{next}{first}").output == "0\n")
    }
}
