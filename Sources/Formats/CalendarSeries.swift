import Sales
import Words

/// The times of an event: its start, those of its rules and those that are listed, without those that are taken out
/// (RFC 5545, 3.8.5).
package struct CalendarSeries {
    package let start: CalendarTime
    package let clock: CalendarClock
    /// Why a rule was not read.
    package private(set) var problems: [FileProblem] = []
    private var rules: [CalendarRule] = []
    private var withoutRules: [CalendarRule] = []
    private var dates: Set<Int> = []
    private var without: Set<Int> = []
    /// Days that are taken out whole, whatever the time.
    private var withoutDays: Set<Day> = []

    /// Whether there is more than the start.
    package var repeats: Bool { !rules.isEmpty || !dates.isEmpty }

    package init(_ component: CalendarComponent, _ start: CalendarTime, _ zones: inout CalendarZones) {
        self.start = start
        clock = zones.clock(of: start)
        for line in component.lines {
            do throws(FileProblem) {
                switch line.name {
                case "RRULE": rules.append(try CalendarRule(line.value))
                case "EXRULE": withoutRules.append(try CalendarRule(line.value))
                case "RDATE": for time in try line.times() { dates.insert(wall(time, &zones)) }
                case "EXDATE":
                    for time in try line.times() {
                        if time.seconds == nil, start.seconds != nil {
                            withoutDays.insert(time.day)
                        } else {
                            without.insert(wall(time, &zones))
                        }
                    }
                default: break
                }
            } catch {
                problems.append(
                    FileProblem(line: line.line, reason: say("\(line.name) was not read: \(error.reason)")))
            }
        }
    }

    /// A time on the clock of the event.
    package func wall(_ time: CalendarTime, _ zones: inout CalendarZones) -> Int {
        guard let seconds = time.seconds, start.seconds != nil else {
            // A date means the occurrence of that day.
            if start.seconds == nil { return time.day.number * 86_400 }
            return time.day.number * 86_400 + (start.seconds ?? 0)
        }
        if !time.isUTC, time.zone == start.zone, !start.isUTC { return time.day.number * 86_400 + seconds }
        return clock.wall(zones.instant(time))
    }

    /// The starts in order, on the clock of the event.
    ///
    /// - Parameters:
    ///   - begin: leaves out what is earlier.
    ///   - end: leaves out this and what is later.
    package func walls(from begin: Int = .min, until end: Int, limit: Int) -> [Int] {
        var found: Set<Int> = [start.wall]
        for rule in rules {
            found.formUnion(
                rule.walls(from: start, clock: clock, after: begin, until: end, limit: limit + without.count))
        }
        found.formUnion(dates)
        let last = found.max() ?? begin
        for rule in withoutRules {
            found.subtract(rule.walls(from: start, clock: clock, after: begin, until: min(end, last + 1), limit: .max))
        }
        return Array(
            found.filter {
                $0 >= begin && $0 < end && !without.contains($0)
                    && (withoutDays.isEmpty || !withoutDays.contains(CalendarTime(wall: $0).day))
            }.sorted().prefix(limit))
    }
}
