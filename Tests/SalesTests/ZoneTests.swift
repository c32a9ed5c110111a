import Testing

@testable import Sales

@Suite struct ZoneTests {
    /// Every quarter of an hour of thirty years comes back, but for what the clock skips, which comes back later.
    @Test(arguments: [
        "Europe/Berlin", "America/New_York", "Asia/Shanghai", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu",
        "UTC",
    ])
    func roundTrips(_ name: String) {
        let zone = Zone(name)!
        var skipped = 0
        for number in stride(from: Day(2009, 1, 1)!.number, to: Day(2030, 1, 1)!.number, by: 1) {
            let day = Day(number: number)
            for minutes in stride(from: 0, to: 1440, by: number % 7 == 3 ? 30 : 720) {
                let time = TimeOfDay(minutes / 60, minutes % 60)!
                let instant = zone.instant(day, time)
                if zone.day(of: instant) == day && zone.time(of: instant) == time { continue }
                skipped += 1
                let shown = zone.day(of: instant).number * 1440 + zone.time(of: instant).minutes
                if shown <= number * 1440 + minutes { Issue.record("\(name) \(day) \(time) went back") }
            }
        }
        // Only the hours of spring, and the day that Samoa left out.
        #expect(skipped <= 60, "\(name)")
        if ["UTC", "Asia/Shanghai", "Asia/Kathmandu"].contains(name) { #expect(skipped == 0) }
    }

    @Test(arguments: [
        ("Europe/Berlin", "2026-03-29", 2, 30, "2026-03-29T01:30:00Z"),
        ("Europe/Berlin", "2026-03-29", 1, 59, "2026-03-29T00:59:00Z"),
        ("Europe/Berlin", "2026-03-29", 3, 0, "2026-03-29T01:00:00Z"),
        ("Europe/Berlin", "2026-10-25", 2, 30, "2026-10-25T00:30:00Z"),
        ("Europe/Berlin", "2026-10-25", 3, 0, "2026-10-25T02:00:00Z"),
        ("Europe/Berlin", "2026-10-25", 1, 59, "2026-10-24T23:59:00Z"),
        ("America/New_York", "2026-03-08", 2, 30, "2026-03-08T07:30:00Z"),
        ("America/New_York", "2026-11-01", 1, 30, "2026-11-01T05:30:00Z"),
        ("Australia/Lord_Howe", "2026-10-04", 2, 15, "2026-10-03T15:45:00Z"),
        ("America/Sao_Paulo", "2018-11-04", 0, 30, "2018-11-04T03:30:00Z"),
        ("Asia/Shanghai", "1969-12-31", 23, 59, "1969-12-31T15:59:00Z"),
    ])
    func gapsAndOverlaps(_ name: String, _ day: String, _ hour: Int, _ minute: Int, _ expected: String) {
        #expect(Zone(name)!.instant(Day(day)!, TimeOfDay(hour, minute)!).description == expected)
    }

    @Test func names() {
        #expect(Zone("Nowhere/Land") == nil)
        #expect(Zone("") == nil)
        #expect(!Zone.system.name.isEmpty)
        // The system's zone is the same by the C library as by its name.
        if let named = Zone(Zone.system.name) {
            for seconds in stride(from: 0, to: 2_000_000_000, by: 8_640_000) {
                #expect(
                    named.offset(at: Instant(seconds: seconds)) == Zone.system.offset(at: Instant(seconds: seconds)))
            }
        }
    }
}
