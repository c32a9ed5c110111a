import Sales
import Words

/// A repeat rule of an event: that of `Recurrence` for the days, and hours, minutes and seconds, which follow-ups do not know.
package struct CalendarRule: Sendable {
    /// Which days, without an end.
    private let days: Recurrence
    /// Seconds of the unit of a rule that is finer than a day; nil for days.
    private let unit: Int?
    private let interval: Int
    private let hours: [Int]
    private let minutes: [Int]
    private let seconds: [Int]
    private let count: Int?
    private let until: Recurrence.Until?

    /// - Throws: `FileProblem` for what is no rule.
    package init(_ text: String) throws(FileProblem) {
        var parts: [(name: String, value: String)] = []
        for part in text.uppercased().split(separator: ";") {
            let pieces = part.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
            if pieces.count == 2 { parts.append((pieces[0], pieces[1])) } else { parts.append((String(part), "")) }
        }
        func take(_ name: String) -> String? {
            defer { parts.removeAll { $0.name == name } }
            return parts.first { $0.name == name }?.value
        }
        hours = try CalendarRule.numbers(take("BYHOUR"), "BYHOUR", 24)
        minutes = try CalendarRule.numbers(take("BYMINUTE"), "BYMINUTE", 60)
        seconds = try CalendarRule.numbers(take("BYSECOND"), "BYSECOND", 60)
        let frequency = parts.first { $0.name == "FREQ" }?.value ?? ""
        unit = ["HOURLY": 3600, "MINUTELY": 60, "SECONDLY": 1][frequency]
        if unit != nil {
            let number = take("INTERVAL") ?? "1"
            guard let steps = Int(number), (1...1_000_000).contains(steps) else {
                throw FileProblem(
                    reason: say("INTERVAL is a number from 1, not \(visible(String(number.prefix(40))))."))
            }
            interval = steps
            let isByYearDay = parts.contains { $0.name == "BYYEARDAY" }
            parts = parts.map { $0.name == "FREQ" ? ("FREQ", isByYearDay ? "YEARLY" : "DAILY") : $0 }
        } else {
            interval = 1
        }
        var rule: Recurrence
        do throws(RecurrenceError) {
            rule = try Recurrence(rule: parts.map { $0.name + "=" + $0.value }.joined(separator: ";"))
        } catch {
            throw FileProblem(reason: error.description)
        }
        (count, until) = (rule.count, rule.until)
        (rule.count, rule.until) = (nil, nil)
        days = rule
    }

    private static func numbers(_ text: String?, _ name: String, _ end: Int) throws(FileProblem) -> [Int] {
        guard let text else { return [] }
        var found: Set<Int> = []
        for piece in text.split(separator: ",") {
            guard let number = Int(String(piece).trimmed), (0...end).contains(number) else {
                throw FileProblem(
                    reason: say("\(name) takes numbers from 0 to \(end - 1), not \(visible(String(piece.prefix(40)))).")
                )
            }
            found.insert(number)
        }
        return found.sorted()
    }

    /// The times of the rule on the clock of the event, in order; the event's own start is always the first one.
    ///
    /// - Parameters:
    ///   - after: leaves out what is earlier; with a COUNT it counts nevertheless.
    ///   - end: leaves out this and what is later.
    ///   - limit: so many at most.
    package func walls(
        from start: CalendarTime, clock: CalendarClock, after: Int = .min, until end: Int, limit: Int
    ) -> [Int] {
        var found: [Int] = []
        var counted = 1
        let first = start.wall
        if first >= after, first < end { found.append(first) }
        if let count, count <= 1 { return found }
        // One or two days earlier, as a rule without a COUNT need not be walked through from its begin.
        let isFar = count == nil && after != .min && after > first
        let skipped = isFar ? Day(number: after / 86_400 - 2) : nil
        var patience = CalendarRule.patience
        for day in days.days(from: start.day, after: skipped) {
            if day.number * 86_400 >= end || patience <= 0 { return found }
            for time in times(on: day, start, &patience) where time > first {
                guard time < end, !isOver(time, start, clock) else { return found }
                counted += 1
                if time >= after { found.append(time) }
                if found.count >= limit || count.map({ counted >= $0 }) ?? false { return found }
            }
        }
        return found
    }

    /// Days and times that are looked at, at most: no rule may hang the program.
    private static let patience = 2_000_000

    private func isOver(_ wall: Int, _ start: CalendarTime, _ clock: CalendarClock) -> Bool {
        switch until {
        case nil: false
        case .day(let day): Day(number: Int((Double(wall) / 86_400).rounded(.down))) > day
        case .local(let day, let seconds): wall > day.number * 86_400 + seconds
        case .instant(let last):
            start.seconds == nil ? wall > clock.wall(last) : clock.instant(wall: wall) > last
        }
    }

    /// The times of one of the days.
    private func times(on day: Day, _ start: CalendarTime, _ patience: inout Int) -> [Int] {
        patience -= 1
        let midnight = day.number * 86_400
        guard let own = start.seconds else { return [midnight] }
        guard let unit else {
            if hours.isEmpty, minutes.isEmpty, seconds.isEmpty { return [midnight + own] }
            return (hours.isEmpty ? [own / 3600] : hours).flatMap { hour in
                (minutes.isEmpty ? [own / 60 % 60] : minutes).flatMap { minute in
                    (seconds.isEmpty ? [own % 60] : seconds).map { midnight + hour * 3600 + minute * 60 + $0 }
                }
            }
        }
        return slots(from: midnight, unit: unit, own: own, start.wall, &patience)
    }

    /// The steps of the rhythm that fall on a day, with those that its parts leave.
    private func slots(from midnight: Int, unit: Int, own: Int, _ first: Int, _ patience: inout Int) -> [Int] {
        var found: [Int] = []
        let step = unit * interval
        let origin = first - (first % unit + unit) % unit
        // The rhythm counts in whole hours or minutes; what is finer is the event's own.
        let behind = midnight - origin
        var slot = origin + (behind > 0 ? (behind + step - 1) / step * step : 0)
        while slot < midnight + 86_400 {
            patience -= 1
            defer { slot += step }
            let time = slot - midnight
            if !hours.isEmpty, !hours.contains(time / 3600) { continue }
            if unit <= 60, !minutes.isEmpty, !minutes.contains(time / 60 % 60) { continue }
            if unit == 1 {
                if seconds.isEmpty || seconds.contains(time % 60) { found.append(slot) }
                continue
            }
            let ownMinute = unit == 3600 ? own / 60 % 60 : 0
            for minute in unit == 3600 ? (minutes.isEmpty ? [ownMinute] : minutes) : [0] {
                for second in seconds.isEmpty ? [own % 60] : seconds { found.append(slot + minute * 60 + second) }
            }
        }
        return found
    }
}
