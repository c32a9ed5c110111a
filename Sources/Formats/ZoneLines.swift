package import Sales

/// A time zone as the lines of a VTIMEZONE (RFC 5545, 3.6.5), so that a program that does not know it by name reads the
/// same times.
package struct ZoneLines {
    private let zone: Zone

    package init(_ zone: Zone) { self.zone = zone }

    /// The hour at which the clocks are changed.
    private struct Change {
        var at: Instant
        var from: Int
        var to: Int

        /// Where the clocks stood just before.
        var local: Instant { at + from }
        var day: Day { Day(number: Int((Double(local.seconds) / 86_400).rounded(.down))) }
        var time: Int { local.seconds - day.number * 86_400 }
    }

    /// - Parameter year: of the first time that is written in this zone.
    package func lines(from year: Int) -> [ContentLine] {
        // The year before tells what holds on its first of January; ten years are what anybody plans ahead.
        let begin = Instant(seconds: (Day(max(1, year - 1), 1, 1) ?? Day(number: 0)).number * 86_400)
        let changes = changes(from: begin, days: 12 * 366)
        var lines = [ContentLine(name: "BEGIN", value: "VTIMEZONE"), ContentLine("TZID", text: zone.name)]
        let first = zone.offset(at: begin)
        if let rules = rules(changes) {
            for (change, rule) in rules { lines += observance(change, rule) }
        } else {
            lines += observance(Change(at: begin + -first, from: first, to: first))
            for change in changes { lines += observance(change) }
        }
        return lines + [ContentLine(name: "END", value: "VTIMEZONE")]
    }

    private func observance(_ change: Change, _ rule: Recurrence? = nil) -> [ContentLine] {
        let name = change.to > change.from ? "DAYLIGHT" : "STANDARD"
        var lines = [
            ContentLine(name: "BEGIN", value: name),
            ContentLine(name: "DTSTART", value: String(CalendarText.utc(change.local).dropLast())),
            ContentLine(name: "TZOFFSETFROM", value: CalendarText.offset(change.from)),
            ContentLine(name: "TZOFFSETTO", value: CalendarText.offset(change.to)),
        ]
        if let rule { lines.append(ContentLine(name: "RRULE", value: rule.standardText)) }
        return lines + [ContentLine(name: "END", value: name)]
    }

    /// Found by looking once a week, and between two looks that differ by halving.
    private func changes(from begin: Instant, days: Int) -> [Change] {
        var found: [Change] = []
        var last = begin
        for week in 1...days / 7 {
            let now = begin + week * 7 * 86_400
            let (before, after) = (zone.offset(at: last), zone.offset(at: now))
            if before != after {
                var (low, high) = (last, now)
                while high - low > 1 {
                    let middle = low + (high - low) / 2
                    if zone.offset(at: middle) == before { low = middle } else { high = middle }
                }
                found.append(Change(at: high, from: before, to: after))
            }
            last = now
        }
        return found
    }

    /// The two changes of a year and their rules, where they come on such a day of the same month each year.
    private func rules(_ changes: [Change]) -> [(Change, Recurrence)]? {
        guard changes.count > 4 else { return nil }
        var rules: [(Change, Recurrence)] = []
        for start in 0..<2 {
            let same = stride(from: start, to: changes.count, by: 2).map { changes[$0] }
            let first = same[0]
            let isRegular = zip(same, same.dropFirst()).allSatisfy { one, next in
                next.day.year == one.day.year + 1 && next.day.month == one.day.month
                    && next.day.weekday == one.day.weekday && next.time == one.time && next.from == one.from
                    && next.to == one.to
            }
            guard isRegular else { return nil }
            let ordinal: Int
            if same.allSatisfy({ $0.day.endOfMonth - $0.day < 7 }) {
                ordinal = -1
            } else if same.allSatisfy({ ($0.day.day - 1) / 7 == (first.day.day - 1) / 7 }) {
                ordinal = (first.day.day - 1) / 7 + 1
            } else {
                return nil
            }
            var rule = Recurrence(.yearly)
            rule.months = [first.day.month]
            rule.weekdays = [Recurrence.Weekday(first.day.weekday, ordinal: ordinal)]
            rules.append((first, rule))
        }
        return rules
    }
}
