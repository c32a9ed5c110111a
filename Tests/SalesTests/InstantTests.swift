import Testing

@testable import Sales

@Suite struct InstantTests {
    @Test(arguments: [
        ("2026-11-21T14:05:00Z", "2026-11-21T14:05:00Z"), ("2026-11-21t14:05z", "2026-11-21T14:05:00Z"),
        ("2026-11-21 14:05:09 Z", "2026-11-21T14:05:09Z"), ("2026-11-21T14:05+08:00", "2026-11-21T06:05:00Z"),
        ("2026-11-21T14:05:00.999-0330", "2026-11-21T17:35:00Z"), ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"),
        ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"), ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
        ("2026-01-01T00:00:00+14:00", "2025-12-31T10:00:00Z"), ("2026-11-21T14:05:00,5Z", "2026-11-21T14:05:00Z"),
    ])
    func texts(_ text: String, _ expected: String) { #expect(Instant(text)?.description == expected) }

    @Test(arguments: [
        "", "2026-11-21", "2026-11-21T14:05", "2026-11-21T24:00Z", "2026-11-21T14:60Z", "2026-11-21T14:05:61Z",
        "2026-11-21T14Z",
        "2026-11-21T14:05+8", "2026-11-21T14:05+08:00x", "2026-11-21T14:05+08:60", "2026-11-21T14:05+19:00",
        "2026-02-30T14:05Z", "2026-11-21X14:05Z",
        "2026-11-21T14:05++800", "2026-11-21T14:05+-800", "2026-11-21T14:05+:0:8:0:0:", "2026-11-21T14:05+0800:",
        "2026-11-21T14:05Zulu",
    ])
    func refusals(_ text: String) { #expect(Instant(text) == nil) }

    @Test func roundTrips() {
        for seconds in stride(from: -62_135_596_800, through: 253_402_300_799, by: 86_399 * 997) {
            let instant = Instant(seconds: seconds)
            #expect(Instant(instant.description) == instant)
        }
    }

    @Test func timesOfDay() {
        #expect(TimeOfDay(23, 59)?.description == "23:59")
        #expect(TimeOfDay(24, 0) == nil && TimeOfDay(-1, 0) == nil && TimeOfDay(0, 60) == nil)
    }
}
