package import Sales

/// The clock on a wall somewhere: of a zone that the system knows, or of one that the calendar itself describes.
package enum CalendarClock: Sendable {
    case known(Zone)
    case described(DescribedZone)

    package static let utc = CalendarClock.known(Zone("UTC")!)

    /// The IANA name, where it has one.
    package var name: String? {
        switch self {
        case .known(let zone): zone.name
        case .described: nil
        }
    }

    /// When the clock shows a time, given as seconds since 1970 on that clock.
    package func instant(wall: Int) -> Instant {
        switch self {
        case .known(let zone):
            let time = CalendarTime(wall: wall)
            let minutes = time.seconds! / 60
            return zone.instant(time.day, TimeOfDay(minutes / 60, minutes % 60)!) + time.seconds! % 60
        case .described(let zone): return zone.instant(wall: wall)
        }
    }

    /// What the clock shows at an instant.
    package func wall(_ instant: Instant) -> Int {
        switch self {
        case .known(let zone): instant.seconds + zone.offset(at: instant)
        case .described(let zone): zone.wall(instant)
        }
    }
}

/// A VTIMEZONE: what the clocks of a zone show from when on (RFC 5545, 3.6.5).
package struct DescribedZone: Sendable {
    private struct Change: Sendable {
        /// On the clock as it stood before.
        var wall: Int
        var from: Int
        var to: Int

        var instant: Int { wall - from }
    }

    private let first: Int
    private let changes: [Change]

    /// - Parameter year: the last for which changes are looked for.
    /// - Returns: nil when it describes nothing.
    init?(_ component: CalendarComponent, until year: Int) {
        var changes: [Change] = []
        let end = (Day(min(year, 9998) + 1, 1, 1)?.number ?? 0) * 86_400
        for part in component.parts where part.name == "STANDARD" || part.name == "DAYLIGHT" {
            guard
                let from = CalendarTime.offset(part.text("TZOFFSETFROM").trimmed)
                    ?? CalendarTime.offset(part.text("TZOFFSETTO").trimmed),
                let to = CalendarTime.offset(part.text("TZOFFSETTO").trimmed),
                let start = try? part.time("DTSTART")
            else { continue }
            var walls = [start.wall]
            for line in part.all("RDATE") {
                walls += ((try? line.times()) ?? []).map { $0.isUTC ? $0.wall + from : $0.wall }
            }
            for line in part.all("RRULE") {
                guard let rule = try? CalendarRule(line.value) else { continue }
                walls += rule.walls(from: start, clock: .utc, until: end, limit: 2000)
            }
            changes += Set(walls).map { Change(wall: $0, from: from, to: to) }
        }
        self.changes = changes.sorted { $0.instant < $1.instant }
        guard let first = self.changes.first else { return nil }
        self.first = first.from
    }

    /// A time that the clock skips is read as it would have been before the change.
    func instant(wall: Int) -> Instant {
        let last = changes.last { $0.wall <= wall }
        let offset = last.map { wall < $0.wall + $0.to - $0.from ? $0.from : $0.to } ?? first
        return Instant(seconds: wall - offset)
    }

    func wall(_ instant: Instant) -> Int {
        instant.seconds + (changes.last { $0.instant <= instant.seconds }?.to ?? first)
    }
}

/// The zones of a calendar, by the names that it gives to them.
package struct CalendarZones {
    private var described: [String: CalendarComponent] = [:]
    private var clocks: [String: CalendarClock?] = [:]
    /// Of times that are the same on every clock.
    private let own: Zone
    /// The zone that the calendar names for all of itself.
    package var usual: String?
    /// Names that say nothing.
    package private(set) var unknown: [String] = []
    private let lastYear: Int

    /// - Parameters:
    ///   - own: the user's zone.
    ///   - year: the last that is of interest.
    package init(own: Zone, until year: Int) {
        self.own = own
        lastYear = year
    }

    package mutating func describe(_ component: CalendarComponent) {
        let name = component.text("TZID")
        if described[name] == nil { described[name] = component }
    }

    /// The clock on which a time is meant.
    package mutating func clock(of time: CalendarTime) -> CalendarClock {
        if time.isUTC { return .utc }
        guard let name = time.zone ?? usual else { return .known(own) }
        if let known = clocks[name] { return known ?? .known(own) }
        let found = find(name)
        clocks[name] = found
        if found == nil { unknown.append(name) }
        return found ?? .known(own)
    }

    package mutating func instant(_ time: CalendarTime) -> Instant { clock(of: time).instant(wall: time.wall) }

    /// By its own name, by that of Microsoft, by the end of a path, by what the calendar says of it.
    private func find(_ name: String) -> CalendarClock? {
        if let zone = CalendarZones.named(name) { return .known(zone) }
        guard let component = described[name] else { return nil }
        if let zone = CalendarZones.named(component.text("X-LIC-LOCATION")) { return .known(zone) }
        return DescribedZone(component, until: lastYear).map { .described($0) }
    }

    private static func named(_ name: String) -> Zone? {
        if name.isEmpty { return nil }
        if let iana = MicrosoftZones.iana(name) { return Zone(iana) }
        if let zone = Zone(name) { return zone }
        // `/mozilla.org/20050126_1/America/Chicago`
        let parts = name.split(separator: "/")
        for count in [3, 2] where parts.count > count {
            if let zone = Zone(parts.suffix(count).joined(separator: "/")) { return zone }
        }
        return nil
    }
}
