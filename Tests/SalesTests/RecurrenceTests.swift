import Testing

@testable import Sales

/// What comes after something that is done: the rhythm, the time of day, the end.
@Suite struct RecurrenceTests {
    private func next(
        _ rule: String, due: String, time: String? = nil, done: String, zone: String = "Europe/Berlin",
        calendar: WorkCalendar = WorkCalendar()
    ) throws -> String {
        let zone = Zone(zone)!
        let parts = time?.split(separator: ":").compactMap { Int($0) }
        let day = Day(due)!
        let first = parts.map { Due(on: day, time: TimeOfDay($0[0], $0[1])!, zone: zone) } ?? Due(on: day)
        guard
            let next = try Recurrence(rule: rule).following(first, doneOn: Day(done)!, zone: zone, calendar: calendar)
        else { return "ends" }
        let clock = next.due.at.map { " \(zone.time(of: $0))" } ?? ""
        return "\(next.due.on)\(clock) \(next.rule)"
    }

    @Test(arguments: [
        // On its day, early, late, and long overdue: after the later of both.
        ("FREQ=WEEKLY;BYDAY=MO", "2026-11-23", "2026-11-23", "2026-11-30 FREQ=WEEKLY;BYDAY=MO"),
        ("FREQ=WEEKLY;BYDAY=MO", "2026-11-23", "2026-11-20", "2026-11-30 FREQ=WEEKLY;BYDAY=MO"),
        ("FREQ=WEEKLY;BYDAY=MO", "2026-11-23", "2026-12-02", "2026-12-07 FREQ=WEEKLY;BYDAY=MO"),
        ("FREQ=DAILY", "2020-01-01", "2026-11-22", "2026-11-23 FREQ=DAILY"),
        ("FREQ=WEEKLY;INTERVAL=2", "2026-11-02", "2026-11-22", "2026-11-30 FREQ=WEEKLY;INTERVAL=2"),
        // Put off to Wednesday: still each Monday, and the second Monday from where it began.
        ("FREQ=WEEKLY;BYDAY=MO", "2026-11-25", "2026-11-25", "2026-11-30 FREQ=WEEKLY;BYDAY=MO"),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;DTSTART=20261102", "2026-11-11", "2026-11-11",
            "2026-11-16 FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"
        ),
        ("FREQ=MONTHLY", "2026-01-31", "2026-01-31", "2026-03-31 FREQ=MONTHLY"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "2027-01-31", "2027-01-31", "2027-02-28 FREQ=MONTHLY;BYMONTHDAY=-1"),
        // It counts what is done; what was missed is not done.
        ("FREQ=DAILY;COUNT=3", "2026-11-01", "2026-11-22", "2026-11-23 FREQ=DAILY;COUNT=2"),
        ("FREQ=DAILY;COUNT=1", "2026-11-22", "2026-11-22", "ends"),
        ("FREQ=WEEKLY;UNTIL=20261130", "2026-11-23", "2026-11-23", "2026-11-30 FREQ=WEEKLY;UNTIL=20261130"),
        ("FREQ=WEEKLY;UNTIL=20261129", "2026-11-23", "2026-11-23", "ends"),
        ("FREQ=DAILY", "9999-12-31", "2026-11-22", "ends"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2026-11-22", "2026-11-22", "ends"),
    ])
    func comesAfterTheLaterOfBoth(rule: String, due: String, done: String, expected: String) throws {
        #expect(try next(rule, due: due, done: done) == expected)
    }

    /// Berlin leaves summer time on 25 October 2026 and enters it on 28 March 2027.
    @Test(arguments: [
        ("2026-10-24", "2026-10-24", "2026-10-25 09:00"), ("2026-10-25", "2026-10-25", "2026-10-26 09:00"),
        ("2027-03-27", "2027-03-27", "2027-03-28 09:00"), ("2026-07-01", "2026-12-24", "2026-12-25 09:00"),
    ])
    func nineStaysNine(due: String, done: String, expected: String) throws {
        #expect(try next("FREQ=DAILY", due: due, time: "09:00", done: done) == expected + " FREQ=DAILY")
    }

    /// A week of the first and of the last year may belong to a year that no date has.
    @Test(arguments: [
        ("FREQ=YEARLY;BYWEEKNO=1;WKST=TH;BYDAY=FR", "9999-12-25", "9999-12-31"),
        ("FREQ=YEARLY;BYWEEKNO=52;BYDAY=FR", "9999-12-25", "9999-12-31"),
        ("FREQ=YEARLY;BYWEEKNO=1;WKST=TH;BYDAY=TH", "0001-01-01", "0001-01-04"),
        ("FREQ=YEARLY;BYWEEKNO=-1;WKST=TH;BYDAY=MO", "0001-01-01", "0001-01-01"),
        ("FREQ=WEEKLY;WKST=TH;BYDAY=TH", "0001-01-01", "0001-01-04"),
        ("FREQ=YEARLY;BYYEARDAY=-1", "9999-12-25", "9999-12-31"),
    ])
    func weeksReachBeyondTheYears(rule: String, from: String, expected: String) throws {
        let days = try Recurrence(rule: rule).days(from: Day(from)!)
        #expect(days.first == Day(expected))
        // It ends.
        #expect(Array(days.prefix(600_000)).last! <= Day("9999-12-31")!)
    }

    @Test func aTimeOfTheEndDecides() throws {
        let rule = "FREQ=DAILY;UNTIL=20261123T080000Z"
        #expect(try next(rule, due: "2026-11-22", time: "09:00", done: "2026-11-22").hasPrefix("2026-11-23 09:00"))
        #expect(try next(rule, due: "2026-11-22", time: "09:01", done: "2026-11-22") == "ends")
    }

    @Test(arguments: [
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-09-30", "2026-10-08"),
        ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "2026-10-09", "2026-10-10"),
        // These say days, not working days, and are left where they are.
        ("FREQ=DAILY", "2026-09-30", "2026-10-01"), ("FREQ=WEEKLY;BYDAY=TH", "2026-09-24", "2026-10-01"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR", "2026-09-30", "2026-10-01"),
    ])
    func weekdaysKeepToWorkingDays(rule: String, due: String, expected: String) throws {
        // The national holiday of a year: off from 1 to 7 October, Saturday the 10th worked for it.
        let calendar = WorkCalendar(
            holidays: Set((1...7).map { Day(2026, 10, $0)! }), makeUpDays: [Day(2026, 10, 10)!])
        #expect(try next(rule, due: due, done: due, calendar: calendar) == "\(expected) \(rule)")
    }

    @Test(arguments: [
        ("FREQ=DAILY", "FREQ=DAILY"), ("FREQ=DAILY;INTERVAL=3", "FREQ=DAILY;INTERVAL=3;DTSTART=20261123"),
        ("FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=MO"), ("FREQ=WEEKLY;BYDAY=TH", "FREQ=WEEKLY;BYDAY=TH"),
        ("FREQ=WEEKLY;INTERVAL=2", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;DTSTART=20261123"),
        // Put off twice: it counts from where it began.
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;DTSTART=20261120", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;DTSTART=20261120"
        ),
        ("FREQ=MONTHLY", "FREQ=MONTHLY;BYMONTHDAY=23"), ("FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=23"),
        ("FREQ=YEARLY;BYMONTH=3", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=23"),
        ("FREQ=YEARLY;BYWEEKNO=20", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO"),
    ])
    func anAnchorHoldsTheWholeRhythm(rule: String, expected: String) throws {
        #expect(try Recurrence(rule: rule).anchored(on: Day("2026-11-23")!).description == expected)
    }
}
