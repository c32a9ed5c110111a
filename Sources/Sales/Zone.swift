import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A time zone: the offset from UTC at any instant.
package struct Zone: Sendable, Hashable {
    /// The IANA name, as `Europe/Berlin`.
    package let name: String
    /// Nil for the machine's own zone, which the C library answers without loading ICU.
    private let zone: TimeZone?

    /// The zone of this machine and user (`TZ`, else `/etc/localtime`).
    package static let system: Zone = {
        tzset()
        return Zone(name: systemName(), zone: nil)
    }()

    private init(name: String, zone: TimeZone?) {
        self.name = name
        self.zone = zone
    }

    /// Nil when the system knows no zone of that name.
    package init?(_ name: String) {
        guard let zone = TimeZone(identifier: name) else { return nil }
        self.init(name: name, zone: zone)
    }

    /// Seconds to add to UTC at that instant.
    package func offset(at instant: Instant) -> Int {
        if let zone { return zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.seconds))) }
        var time = time_t(instant.seconds)
        var parts = tm()
        localtime_r(&time, &parts)
        return parts.tm_gmtoff
    }

    /// The date there at that instant.
    package func day(of instant: Instant) -> Day {
        let local = instant.seconds + offset(at: instant)
        return Day(number: local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
    }

    /// The time of day there at that instant.
    package func time(of instant: Instant) -> TimeOfDay {
        let local = instant.seconds + offset(at: instant)
        let minutes = ((local % 86_400) + 86_400) % 86_400 / 60
        return TimeOfDay(minutes / 60, minutes % 60)!
    }

    /// The hour of the week there at that instant: 0 to 167, from midnight to Monday on.
    package func hourOfWeek(at instant: Instant) -> Int {
        let local = instant.seconds + offset(at: instant)
        // The first of January 1970 was a Thursday.
        let hours = (local >= 0 ? local : local - 3599) / 3600 + 72
        return (hours % 168 + 168) % 168
    }

    /// The instant of a date and time there. A time that the clock skips in spring is the instant as far after the
    /// gap's start as it says; one that comes twice in autumn is the first of the two (RFC 5545, 3.3.5).
    package func instant(_ day: Day, _ time: TimeOfDay) -> Instant {
        let wall = day.number * 86_400 + time.minutes * 60
        let before = offset(at: Instant(seconds: wall - 86_400))
        let after = offset(at: Instant(seconds: wall + 86_400))
        let early = Instant(seconds: wall - before)
        if before == after || offset(at: early) == before { return early }
        let late = Instant(seconds: wall - after)
        return offset(at: late) == after ? late : early
    }

    private static func systemName() -> String {
        if let named = ProcessInfo.processInfo.environment["TZ"] {
            let name = named.hasPrefix(":") ? String(named.dropFirst()) : named
            if !name.isEmpty { return name.hasPrefix("/") ? zoneName(inPath: name) ?? "UTC" : name }
        }
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        if realpath("/etc/localtime", &buffer) != nil,
            let name = zoneName(
                inPath: String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
        {
            return name
        }
        return "UTC"
    }

    private static func zoneName(inPath path: String) -> String? {
        guard let range = path.range(of: "/zoneinfo/") else { return nil }
        let name = String(path[range.upperBound...])
        return name == "Etc/UTC" ? "UTC" : name
    }
}
