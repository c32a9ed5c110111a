package import Sales

/// Dates, times and durations as calendars write them (RFC 5545, 3.3).
package enum CalendarText {
    /// `20261127`.
    package static func date(_ day: Day) -> String { day.description.filter { $0 != "-" } }

    /// `20261127T090000Z`.
    package static func utc(_ instant: Instant) -> String { instant.description.filter { $0 != "-" && $0 != ":" } }

    /// `20261127T170000`, the time of a clock in that zone.
    package static func local(_ instant: Instant, _ zone: Zone) -> String {
        String(utc(instant + zone.offset(at: instant)).dropLast())
    }

    /// Seconds to add to UTC: `+0800`, with seconds only where there are some.
    package static func offset(_ seconds: Int) -> String {
        let size = abs(seconds)
        return (seconds < 0 ? "-" : "+") + padded(size / 3600, 2) + padded(size / 60 % 60, 2)
            + (size % 60 == 0 ? "" : padded(size % 60, 2))
    }

    /// Minutes after something, or before it: `-PT15M`, `-P1D`.
    package static func duration(minutes: Int) -> String {
        let size = abs(minutes)
        let (days, hours, rest) = (size / 1440, size / 60 % 24, size % 60)
        var text = minutes < 0 ? "-P" : "P"
        if days > 0 { text += "\(days)D" }
        if hours > 0 || rest > 0 || days == 0 { text += "T" }
        if hours > 0 { text += "\(hours)H" }
        if rest > 0 || size == 0 { text += "\(rest)M" }
        return text
    }
}
