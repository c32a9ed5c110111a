import Sales

/// The days of the territory, all told from the day on which it is made.
struct Calendar {
    let now: Instant
    let today: Day
    let zone: Zone
    /// The user's holidays; true for a weekend day on which one works.
    private let exceptions: [Day: Bool]
    /// When one is at one's desk: mostly in the morning, as people who sell by telephone are.
    private let hours = [
        (10, 20), (14, 5), (9, 15), (10, 45), (15, 30), (11, 10), (16, 20), (10, 5), (13, 40), (9, 50), (11, 35),
        (17, 5),
        (17, 5),
    ].map { TimeOfDay($0.0, $0.1)! }

    init(clock: Clock, holidays: [Holiday]) {
        now = clock.now
        today = clock.zone.day(of: now)
        zone = clock.zone
        exceptions = Dictionary(holidays.map { ($0.day, $0.isWorking) }, uniquingKeysWith: { $0 || $1 })
    }

    func isWorking(_ day: Day) -> Bool {
        exceptions[day] ?? (day.weekday < 6)
    }

    /// The working day that many days ago, or the last one before it.
    func past(_ days: Int) -> Day {
        var day = today - days
        while !isWorking(day) { day = day - 1 }
        return day
    }

    /// The working day in that many days, or the first one after it.
    func future(_ days: Int) -> Day {
        var day = today + days
        while !isWorking(day) { day = day + 1 }
        return day
    }

    /// The n-th working day after today, from 1.
    func workingDay(_ number: Int) -> Day {
        var day = today
        for _ in 0..<number { day = future(day - today + 1) }
        return day
    }

    /// A likely time on that day; the same for the same number.
    func instant(_ day: Day, _ number: Int) -> Instant {
        zone.instant(day, hours[number % hours.count])
    }

    /// So many minutes from now, on a full five minutes, but still today.
    func instant(minutesFromNow minutes: Int) -> Instant {
        let wished = zone.time(of: now).minutes + minutes
        let time = min(max(wished, 0), 23 * 60 + 55) / 5 * 5
        return zone.instant(today, TimeOfDay(time / 60, time % 60)!)
    }
}
