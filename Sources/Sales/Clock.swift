#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What time it is, and where: given to whatever needs it, so that tests and `--now` can fix it.
package struct Clock: Sendable {
    package var zone: Zone
    private var fixed: Instant?

    /// The machine's clock, or one that stands still.
    package init(zone: Zone = .system, fixedAt instant: Instant? = nil) {
        self.zone = zone
        fixed = instant
    }

    package var now: Instant {
        if let fixed { return fixed }
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(seconds: time.tv_sec)
    }

    package var today: Day { zone.day(of: now) }
    package var timeOfDay: TimeOfDay { zone.time(of: now) }
    /// True when the clock stands still (`--now`, tests).
    package var isFixed: Bool { fixed != nil }
}

/// When something is due: a date, or a date and time. A date alone never shifts with the time zone; a time is an instant.
package struct Due: Hashable, Comparable, Sendable {
    /// The date as it was meant.
    package var on: Day
    /// The instant, when a time was given.
    package var at: Instant?

    package init(on: Day, at: Instant? = nil) {
        self.on = on
        self.at = at
    }

    /// A date and time in a zone.
    package init(on: Day, time: TimeOfDay, zone: Zone) {
        self.init(on: on, at: zone.instant(on, time))
    }

    /// The date in the zone where it is read: the instant decides when there is one.
    package func day(in zone: Zone) -> Day { at.map { zone.day(of: $0) } ?? on }

    /// The same on another day; a time of day stays what it is in that zone.
    package func moved(to day: Day, in zone: Zone) -> Due {
        at.map { Due(on: day, time: zone.time(of: $0), zone: zone) } ?? Due(on: day)
    }

    /// Within a day, what has a time comes first, by time.
    package static func < (a: Due, b: Due) -> Bool {
        if a.on != b.on { return a.on < b.on }
        switch (a.at, b.at) {
        case (let x?, let y?): return x < y
        case (.some, .none): return true
        default: return false
        }
    }

    /// Days after the due date; 0 when it is due today or later. What has a time is overdue on the same day once the time is past.
    package func daysOverdue(at clock: Clock) -> Int { max(0, clock.today - day(in: clock.zone)) }

    package func isOverdue(at clock: Clock) -> Bool {
        if let at { return at < clock.now }
        return on < clock.today
    }
}
