import Testing

@testable import Sales

/// Recurrence rules as text: their one spelling, and sentences for what is none.
@Suite struct RecurrenceTextTests {
    @Test(arguments: [
        ("FREQ=DAILY", "FREQ=DAILY"), ("rrule:freq=weekly;interval=1", "FREQ=WEEKLY"),
        ("  BYDAY=FR,MO,MO ;FREQ=WEEKLY;".replacing(" ;", with: ";"), "FREQ=WEEKLY;BYDAY=MO,FR"),
        ("WKST=MO;INTERVAL=02;FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2"),
        ("FREQ=WEEKLY;WKST=SU", "FREQ=WEEKLY;WKST=SU"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1,+15,-2,1", "FREQ=MONTHLY;BYMONTHDAY=1,15,-2,-1"),
        ("FREQ=MONTHLY;BYDAY=-1FR,+2TU,1FR", "FREQ=MONTHLY;BYDAY=1FR,2TU,-1FR"),
        (
            "BYSETPOS=-1;BYDAY=MO;BYMONTH=12,1;COUNT=3;FREQ=YEARLY",
            "FREQ=YEARLY;COUNT=3;BYMONTH=1,12;BYDAY=MO;BYSETPOS=-1"
        ),
        ("FREQ=DAILY;UNTIL=20261231", "FREQ=DAILY;UNTIL=20261231"),
        ("FREQ=DAILY;UNTIL=20261231T235959Z", "FREQ=DAILY;UNTIL=20261231T235959Z"),
        ("FREQ=DAILY;UNTIL=20261231t080000", "FREQ=DAILY;UNTIL=20261231T080000"),
        ("FREQ=YEARLY;BYYEARDAY=-1;BYWEEKNO=20", "FREQ=YEARLY;BYWEEKNO=20;BYYEARDAY=-1"),
        ("FREQ=WEEKLY;DTSTART=20261102;INTERVAL=2", "FREQ=WEEKLY;INTERVAL=2;DTSTART=20261102"),
    ])
    func hasOneSpelling(text: String, canonical: String) throws {
        let rule = try Recurrence(rule: text)
        #expect(rule.description == canonical)
        #expect(try Recurrence(rule: canonical) == rule)
        #expect(!rule.standardText.contains("DTSTART"))
    }

    @Test(arguments: [
        ("", "FREQ=WEEKLY;BYDAY=MO"), ("FREQ", "no part"), ("FREQ=", "no part"), ("INTERVAL=2", "says how often"),
        ("FREQ=HOURLY", "not HOURLY"), ("FREQ=SECONTLY", "not SECONTLY"), ("FREQ=DAILY;FREQ=DAILY", "only once"),
        ("FREQ=DAILY;INTERVAL=0", "from 1 to 9999, not 0"), ("FREQ=DAILY;INTERVAL=-1", "INTERVAL takes"),
        ("FREQ=DAILY;INTERVAL=99999999999999999999", "INTERVAL takes"), ("FREQ=DAILY;COUNT=0", "COUNT takes"),
        ("FREQ=DAILY;COUNT=2;UNTIL=20261231", "not by both"), ("FREQ=DAILY;UNTIL=20260230", "UNTIL must be"),
        ("FREQ=DAILY;UNTIL=20261231T250000", "UNTIL must be"), ("FREQ=DAILY;UNTIL=20261231T16000Z", "UNTIL must be"),
        ("FREQ=WEEKLY;BYDAY=XX", "A weekday is"), ("FREQ=WEEKLY;BYDAY=", "no part"),
        ("FREQ=WEEKLY;BYDAY=MO,,TU", "A weekday is"),
        ("FREQ=WEEKLY;BYDAY=1MO", "FREQ=MONTHLY"), ("FREQ=MONTHLY;BYDAY=0MO", "BYDAY takes"),
        ("FREQ=MONTHLY;BYDAY=54MO", "BYDAY takes"), ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=1MO", "numbered weekday"),
        ("FREQ=WEEKLY;BYMONTHDAY=1", "does not go with"), ("FREQ=MONTHLY;BYMONTHDAY=0", "from 1 to 31"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "from 1 to 31"), ("FREQ=YEARLY;BYMONTH=13", "from 1 to 12"),
        ("FREQ=YEARLY;BYMONTH=-1", "from 1 to 12"), ("FREQ=MONTHLY;BYYEARDAY=1", "FREQ=YEARLY only"),
        ("FREQ=MONTHLY;BYSETPOS=1", "BYSETPOS chooses"), ("FREQ=DAILY;BYHOUR=9", "leave out BYHOUR"),
        ("RSCALE=CHINESE;FREQ=YEARLY", "Gregorian"), ("FREQ=YEARLY;X-NAME=1", "no part X-NAME"),
        ("FREQ=WEEKLY;WKST=8", "A weekday is"), ("FREQ=WEEKLY;DTSTART=tomorrow", "DTSTART must be"),
        ("FREQ=\u{1B}[2J", "␛[2J"), ("MD3", "no part"),
    ])
    func refusesWithASentence(text: String, part: String) {
        let error = #expect(throws: RecurrenceError.self) { try Recurrence(rule: text) }
        let sentence = error?.description ?? ""
        #expect(sentence.contains(part), "\(sentence)")
        #expect(sentence.hasSuffix(".") && !sentence.contains("\u{1B}"))
    }
}
