internal import GRDB
import Sales
import Words

/// When somebody is reached: by the hour and the weekday of the call, and by how often one had tried. Outgoing calls only, in the
/// current zone.
extension Transaction {
    private struct Tally {
        var calls = 0
        var reached = 0
    }

    /// An hour counts as the best one when it holds at least so many of a hundred calls.
    private static var enoughForBest: Int { 5 }
    /// The last line of attempts takes all that come after it, too.
    private static var lastAttempt: Int { 8 }

    /// The weekdays in filter lines, from Monday on.
    static var weekdays: [String] { ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] }

    private func line(
        _ title: Report.Cell, _ tally: Tally, _ terms: String, _ filter: ReportFilter
    ) -> Report.Line {
        func behind(_ count: Int, _ more: String = "") -> Report.Behind? {
            count > 0 ? Report.Behind(kind: .call, line: filter.with(terms + more)) : nil
        }
        return Report.Line(
            cells: [
                title, .number(tally.calls), .number(tally.reached),
                tally.calls > 0 ? .percent(share(tally.reached, of: tally.calls)) : .none,
            ],
            behind: [nil, behind(tally.calls), behind(tally.reached, " reached:yes"), nil],
            parts: [
                Report.Part(Int64(tally.reached)), Report.Part(Int64(tally.calls - tally.reached), .shaded),
            ])
    }

    private static var columns: [Report.Column] {
        [Report.Column("calls", "Calls"), Report.Column("reached", "Reached"), Report.Column("share", "Share")]
    }

    private func reachingOutcomes() throws -> Set<Int64> {
        Set(try fetchAll(Outcome.self).filter(\.reached).map(\.id))
    }

    func hoursReport(_ period: Period, _ filter: ReportFilter) throws -> Report {
        let days = period.days(on: clock.today)
        let narrowed = try narrowed("id", by: filter)
        let reaching = try reachingOutcomes()
        let times = days == nil ? "" : " AND at >= ? AND at < ?"
        var week = Array(repeating: Tally(), count: 168)
        try BoundStatement(
            "SELECT at, outcome_id FROM call WHERE direction = 'out'\(times)\(narrowed.sql)", database,
            arguments: (days.map { [start(of: $0.lowerBound), start(of: $0.upperBound + 1)] } ?? [])
                + narrowed.arguments
        ).forEach([]) { row in
            guard let at = row.instant(0)?.seconds else { return }
            let hour = clock.zone.hourOfWeek(at: Instant(seconds: at))
            week[hour].calls += 1
            if reaching.contains(row.integer(1)) { week[hour].reached += 1 }
        }
        let hours = (0..<24).map { hour in
            (0..<7).reduce(into: Tally()) { sum, day in
                sum.calls += week[day * 24 + hour].calls
                sum.reached += week[day * 24 + hour].reached
            }
        }
        let (calls, reached) = (hours.reduce(0) { $0 + $1.calls }, hours.reduce(0) { $0 + $1.reached })
        let met = hours.indices.filter { hours[$0].calls > 0 }
        // Compared exactly, as fractions; of equals the one with more calls, then the earlier.
        let best = met.filter { hours[$0].reached > 0 && hours[$0].calls * 100 >= calls * Self.enoughForBest }.max {
            let (a, b) = (hours[$0], hours[$1])
            return (a.reached * b.calls, a.calls, $1) < (b.reached * a.calls, b.calls, $0)
        }
        let when = days.map { " at:" + range($0) } ?? ""
        let shown = met.isEmpty ? 0..<0 : met.first!..<met.last! + 1
        let lines = shown.map { hour -> Report.Line in
            let terms = "direction:out hour:\(hour)"
            var line = line(.hour(hour), hours[hour], terms + when, filter)
            for (day, name) in Self.weekdays.enumerated() {
                let tally = week[day * 24 + hour]
                line.cells.append(tally.calls > 0 ? .percent(share(tally.reached, of: tally.calls)) : .none)
                line.behind.append(
                    tally.calls > 0
                        ? Report.Behind(kind: .call, line: filter.with("\(terms) weekday:\(name)\(when)")) : nil)
            }
            if hour == best { line.note = say("best") }
            return line
        }
        let labels: [Phrase] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        return Report(
            name: .hours,
            columns: [Report.Column("hour", "Hour")] + Self.columns
                + zip(Self.weekdays, labels).map { Report.Column($0, $1) },
            sections: lines.isEmpty ? [] : [Report.Section(lines: lines)],
            summary: calls == 0
                ? []
                : (best.map { [say("best hour \($0) to \($0 + 1)")] } ?? [])
                    + [say("\(share(reached, of: calls)) % reached"), say("\(calls, "call", "calls")")])
    }

    func attemptsReport(_ period: Period, _ filter: ReportFilter) throws -> Report {
        let days = period.days(on: clock.today)
        let (first, behind) = (days.map { start(of: $0.lowerBound) }, days.map { start(of: $0.upperBound + 1) })
        let narrowed = try narrowed("id", by: filter)
        let reaching = try reachingOutcomes()
        var tallies: [Int: Tally] = [:]
        var (contact, tried): (Int64, Int) = (0, 0)
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT contact_id, outcome_id, direction = 'out', at, (1\(narrowed.sql)) FROM call INDEXED BY call_contact
                    WHERE contact_id IS NOT NULL ORDER BY contact_id, at, id
                    """), arguments: StatementArguments(narrowed.arguments))
        while let row = try rows.next() {
            if row[0] != contact { (contact, tried) = (row[0], 0) }
            let isReached = reaching.contains(row[1])
            if row[2] as Bool {
                let at: String = row[3]
                if row[4] as Bool, at >= first ?? "", behind.map({ at < $0 }) ?? true {
                    let attempt = min(tried + 1, Self.lastAttempt)
                    tallies[attempt, default: Tally()].calls += 1
                    if isReached { tallies[attempt]!.reached += 1 }
                }
                tried += 1
            }
            if isReached { tried = 0 }
        }
        let when = days.map { " at:" + range($0) } ?? ""
        let lines = (tallies.keys.max().map { Array(1...$0) } ?? []).map { attempt -> Report.Line in
            let isLast = attempt == Self.lastAttempt
            return line(
                isLast ? .text("\(attempt)+") : .number(attempt), tallies[attempt] ?? Tally(),
                "attempt\(isLast ? ">=" : ":")\(attempt)\(when)", filter)
        }
        let (calls, reached) = (
            tallies.values.reduce(0) { $0 + $1.calls }, tallies.values.reduce(0) { $0 + $1.reached }
        )
        return Report(
            name: .attempts, columns: [Report.Column("attempt", "Attempt")] + Self.columns,
            sections: lines.isEmpty ? [] : [Report.Section(lines: lines)],
            summary: calls == 0
                ? []
                : [
                    say("\(share(reached, of: calls)) % reached"), say("\(calls, "call", "calls")"),
                    say("\(share(tallies[1]?.reached ?? 0, of: tallies[1]?.calls ?? 0)) % at the first attempt"),
                ])
    }
}
