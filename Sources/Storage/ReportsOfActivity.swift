internal import GRDB
import Sales
import Words

/// What was done week by week: calls, meetings held, follow-ups done, notes. ISO weeks in the current zone.
extension Transaction {
    /// A kind of activity: where its time stands in the file, and how a list is filtered to it.
    private struct Source {
        var kind: Kind
        var name: String
        var label: Phrase
        /// Instants, and for meetings of a whole day the day.
        var time: String
        var rows: String
        /// True when there is an index of the times.
        var isIndexed = false
        /// Begins the filter line; the days follow.
        var filter: String
    }

    private static let sources = [
        Source(kind: .call, name: "calls", label: "Calls", time: "at", rows: "call", isIndexed: true, filter: "at:"),
        Source(
            kind: .meeting, name: "meetings", label: "Meetings", time: "coalesce(due_at, due_on)",
            rows: "meeting WHERE state = 'held'", filter: "state:held at:"),
        Source(
            kind: .followUp, name: "follow-ups", label: "Follow-ups", time: "done_at",
            rows: "follow_up WHERE state = 'done'", filter: "state:done done:"),
        Source(kind: .note, name: "notes", label: "Notes", time: "at", rows: "note", isIndexed: true, filter: "at:"),
    ]

    func activityReport(_ period: Period) throws -> Report {
        let sources = Self.sources
        let days = try period.days(on: clock.today) ?? wholeTime()
        let counts = try sources.map { try $0.isIndexed ? seek($0, days) : scan($0, days) }
        // The latest week first.
        let mondays = stride(from: days.upperBound.monday.number, through: days.lowerBound.monday.number, by: -7)
        let lines = mondays.map { number in
            let monday = Day(number: number)
            let week = max(monday, days.lowerBound)...min(monday + 6, days.upperBound)
            let found = counts.map { $0[monday] ?? 0 }
            let sum = Int64(found.reduce(0, +))
            return Report.Line(
                cells: [.day(monday)] + found.map { .number($0) },
                behind: [nil]
                    + zip(sources, found).map { source, count in
                        count > 0 ? Report.Behind(kind: source.kind, line: source.filter + range(week)) : nil
                    }, parts: [Report.Part(sum)])
        }
        let totals = counts.map { $0.values.reduce(0, +) }
        return Report(
            name: .activity,
            columns: [Report.Column("week", "Week of")]
                + sources.map { Report.Column($0.name, $0.label) },
            sections: [Report.Section(lines: lines)],
            summary: totals.allSatisfy { $0 == 0 }
                ? [] : zip(sources, totals).map { "\(say($0.label)) \($1)" })
    }

    /// From the first activity to the last, or to today.
    private func wholeTime() throws -> ClosedRange<Day> {
        var ends: [Day] = [clock.today]
        for source in Self.sources {
            let (first, last) = ("min(\(source.time))", "max(\(source.time))")
            // Apart where there is an index, as SQLite finds one end at a time by it.
            let row = try Row.fetchOne(
                database.cachedStatement(
                    sql: source.isIndexed
                        ? "SELECT (SELECT \(first) FROM \(source.rows)), (SELECT \(last) FROM \(source.rows))"
                        : "SELECT \(first), \(last) FROM \(source.rows)"))
            for index in 0...1 {
                if let text: String = row?[index], let day = day(text) { ends.append(day) }
            }
        }
        return ends.min()!...ends.max()!
    }

    private func day(_ text: String) -> Day? { Instant(text).map { clock.zone.day(of: $0) } ?? Day(text) }

    /// Counts by an index of the times, from one week in which something happened to the next.
    private func seek(_ source: Source, _ days: ClosedRange<Day>) throws -> [Day: Int] {
        let next = try database.cachedStatement(
            sql: "SELECT min(\(source.time)) FROM \(source.rows) WHERE \(source.time) >= ? AND \(source.time) < ?")
        let count = try database.cachedStatement(
            sql: "SELECT count(*) FROM \(source.rows) WHERE \(source.time) >= ? AND \(source.time) < ?")
        var counts: [Day: Int] = [:]
        var from = start(of: days.lowerBound)
        let end = start(of: days.upperBound + 1)
        while let first = try String.fetchOne(next, arguments: [from, end]), let monday = day(first)?.monday {
            let behind = min(start(of: monday + 7), end)
            counts[monday] = try Int.fetchOne(count, arguments: [max(from, start(of: monday)), behind])
            from = behind
        }
        return counts
    }

    /// Counts in one go through the table: by the day in UTC, cut where a week begins in the current zone. With summer time weeks
    /// begin at two times of the day.
    private func scan(_ source: Source, _ days: ClosedRange<Day>) throws -> [Day: Int] {
        let mondays = stride(from: days.lowerBound.monday.number, through: days.upperBound.monday.number, by: 7)
        let cuts = Set(mondays.map { String(start(of: Day(number: $0)).suffix(9).prefix(8)) }).sorted()
        let parts = ["length(time)", "substr(time, 1, 10)"] + cuts.map { _ in "substr(time, 12, 8) >= ?" }
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT min(time), count(*) FROM (SELECT \(source.time) AS time FROM \(source.rows))
                    WHERE CASE length(time) WHEN 10 THEN time BETWEEN ? AND ? ELSE time >= ? AND time < ? END
                    GROUP BY \(parts.joined(separator: ", "))
                    """),
            arguments: StatementArguments(
                [
                    days.lowerBound.description, days.upperBound.description, start(of: days.lowerBound),
                    start(of: days.upperBound + 1),
                ] + cuts))
        var counts: [Day: Int] = [:]
        for row in rows {
            if let day = day(row[0]) { counts[day.monday, default: 0] += row[1] }
        }
        return counts
    }
}
