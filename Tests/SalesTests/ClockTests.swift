import Testing

@testable import Sales

@Suite struct ClockTests {
    static let clock = Clock(zone: Zone("Europe/Berlin")!, fixedAt: Instant("2026-11-21T13:05:00Z")!)

    @Test func fixed() {
        #expect(Self.clock.today.description == "2026-11-21")
        #expect(Self.clock.timeOfDay.description == "14:05")
        #expect(Self.clock.isFixed && !Clock().isFixed)
        #expect(Clock().now.seconds > 1_700_000_000)
    }

    @Test func due() {
        let clock = Self.clock
        let today = clock.today
        #expect(!Due(on: today).isOverdue(at: clock))
        #expect(Due(on: today - 1).isOverdue(at: clock))
        #expect(Due(on: today - 3).daysOverdue(at: clock) == 3)
        #expect(Due(on: today + 3).daysOverdue(at: clock) == 0)
        #expect(Due(on: today, time: TimeOfDay(14, 4)!, zone: clock.zone).isOverdue(at: clock))
        #expect(!Due(on: today, time: TimeOfDay(14, 5)!, zone: clock.zone).isOverdue(at: clock))
        // A time is an instant: eleven at night in New York is tomorrow in Berlin. A date stays.
        let late = Due(on: today, time: TimeOfDay(23, 0)!, zone: Zone("America/New_York")!)
        #expect(late.day(in: clock.zone) == today + 1)
        #expect(Due(on: today).day(in: Zone("Pacific/Apia")!) == today)
        let order = [
            Due(on: today, time: TimeOfDay(9, 0)!, zone: clock.zone),
            Due(on: today, time: TimeOfDay(10, 0)!, zone: clock.zone), Due(on: today), Due(on: today + 1),
        ]
        #expect(order.reversed().sorted() == order)
    }
}
