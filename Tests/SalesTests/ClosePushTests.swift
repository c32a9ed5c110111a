import Sales
import Testing

/// Where the expected close of a deal goes when it is put off.
struct ClosePushTests {
    @Test(
        arguments: [
            (ClosePush.weekLater, "2026-12-01", "2026-12-08"), (.weekLater, "2026-12-28", "2027-01-04"),
            // What has passed, and no date, count as today.
            (.weekLater, "2026-10-03", "2026-11-27"), (.weekLater, nil, "2026-11-27"),
            (.weekLater, "2026-11-20", "2026-11-27"),
            (.weekLater, "9999-12-30", nil),
            (.weekEarlier, "2026-12-01", "2026-11-24"), (.weekEarlier, "2026-11-22", "2026-11-20"),
            (.weekEarlier, "2026-11-20", nil), (.weekEarlier, "2026-11-01", nil), (.weekEarlier, nil, nil),
            (.monthEnd, "2026-12-01", "2026-12-31"), (.monthEnd, "2026-12-31", "2027-01-31"),
            (.monthEnd, "2027-01-31", "2027-02-28"), (.monthEnd, "2028-01-31", "2028-02-29"),
            (.monthEnd, "2026-08-31", "2026-11-30"), (.monthEnd, nil, "2026-11-30"), (.monthEnd, "9999-12-31", nil),
        ] as [(ClosePush, String?, String?)])
    func day(push: ClosePush, close: String?, expected: String?) {
        let today = Day("2026-11-20")!
        #expect(push.day(from: close.map { Day($0)! }, today: today)?.description == expected)
    }

    @Test func theLastDayOfAMonthHasItsEndInTheNext() {
        #expect(ClosePush.monthEnd.day(from: nil, today: Day("2026-11-30")!)?.description == "2026-12-31")
    }
}
