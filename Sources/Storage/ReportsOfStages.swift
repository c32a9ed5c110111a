internal import GRDB
import Sales
import Words

/// From stage to stage: of the deals that entered a stage in the period, how many went on, and how long they stood there.
///
/// A deal enters a stage when it comes to stand in it, open, and never stood in it or in a later one before. So it enters each
/// stage once at most: going back enters nothing, and what was skipped was not entered. What became of it is what it is now: it
/// went on when it once stood in a later stage or is won; else it was lost there, or is still there, which one that went back
/// or was reopened is, too.
extension Transaction {
    private struct Tally {
        var entered = 0
        var passed = 0
        var won = 0
        var lost = 0
        /// The seconds of those that no longer stand there: all their visits together.
        var times: [Int] = []

        var still: Int { entered - passed - lost }
    }

    func conversionReport(_ period: Period, _ filter: ReportFilter) throws -> Report {
        let days = period.days(on: clock.today)
        let stages = try fetchAll(Stage.self)
        let (tallies, deals, won) = try followed(stages, days, filter)
        let medians = tallies.map { tally in median(tally.times).map { ($0 + 43_200) / 86_400 } }
        let slowest = medians.compactMap { $0 }.count > 1 ? medians.compactMap { $0 }.max() : nil
        let bottleneck = slowest.flatMap { medians.firstIndex(of: $0) }
        let when = days.map { "@" + range($0) } ?? ""
        func behind(_ count: Int, _ terms: String) -> Report.Behind? {
            count > 0 ? Report.Behind(kind: .opportunity, line: filter.with(terms)) : nil
        }
        var lines = stages.indices.map { index in
            let (stage, tally) = (stages[index], tallies[index])
            let word = word(for: stage, among: stages)
            let entered = "entered:\"\(word)\(when)\""
            let stayed = entered + " -passed:\"\(word)\""
            return Report.Line(
                cells: [
                    .text(stage.name), .number(tally.entered), .number(tally.passed),
                    tally.entered > 0 ? .percent(share(tally.passed, of: tally.entered)) : .none,
                    .number(tally.won), .number(tally.lost), .number(tally.still),
                    medians[index].map { .days($0) } ?? .none,
                ],
                behind: [
                    nil, behind(tally.entered, entered), behind(tally.passed, entered + " passed:\"\(word)\""), nil,
                    behind(tally.won, entered + " state:won"), behind(tally.lost, stayed + " state:lost"),
                    behind(tally.still, stayed + " state:open"), nil,
                ],
                parts: [
                    Report.Part(Int64(tally.passed)), Report.Part(Int64(tally.still), .shaded),
                    Report.Part(Int64(tally.lost), .bad),
                ], note: index == bottleneck ? say("slowest") : nil)
        }
        lines.append(
            Report.Line(
                cells: [.text(say("won")), .number(won)] + Array(repeating: .none, count: 6),
                behind: [nil, behind(won, "entered:\"\(when)\" state:won")] + Array(repeating: nil, count: 6),
                parts: [Report.Part(Int64(won), .good)]))
        return Report(
            name: .conversion,
            columns: [
                Report.Column("stage", "Stage"), Report.Column("entered", "Entered"),
                Report.Column("went_on", "Went on"), Report.Column("share", "Share"), Report.Column("won", "Won"),
                Report.Column("lost", "Lost"), Report.Column("still_there", "Still there"),
                Report.Column("days", "Days"),
            ], sections: [Report.Section(lines: lines)],
            summary: deals == 0
                ? []
                : [say("\(deals, "deal", "deals")"), say("\(won) won")]
                    + (bottleneck.map { [say("slowest \(stages[$0].name), \(medians[$0]!) d")] } ?? []))
    }

    /// What a filter line calls a stage by: its name, or its uid where that would fit another one or cannot be quoted.
    private func word(for stage: Stage, among stages: [Stage]) -> String {
        let isPlain = !stage.name.contains { "\"＂“”\n@＠".contains($0) } && stage.name == stage.name.trimmingSpaces()
        let same = stages.count { folded($0.name) == folded(stage.name) }
        return isPlain && same == 1 ? stage.name : stage.uid
    }

    /// Follows each deal through its history, once from the first to the last.
    ///
    /// - Returns: a tally a stage, how many deals entered any of them, and how many of these are won.
    private func followed(
        _ stages: [Stage], _ days: ClosedRange<Day>?, _ filter: ReportFilter
    ) throws -> (tallies: [Tally], deals: Int, won: Int) {
        var tallies = Array(repeating: Tally(), count: stages.count)
        var (deals, wonDeals) = (0, 0)
        let ranks = Dictionary(uniqueKeysWithValues: stages.enumerated().map { ($1.id, $0) })
        let first = days.map { clock.zone.instant($0.lowerBound, TimeOfDay(0, 0)!).seconds } ?? .min
        let behind = days.map { clock.zone.instant($0.upperBound + 1, TimeOfDay(0, 0)!).seconds } ?? .max

        // Of the deal that is being followed.
        var entries: [Int] = []
        var furthest = -1
        var times = Array(repeating: 0, count: stages.count)
        var stand: (rank: Int, since: Int)?
        func finish(_ state: Opportunity.State) {
            if !entries.isEmpty {
                deals += 1
                if state == .won { wonDeals += 1 }
            }
            for rank in entries {
                tallies[rank].entered += 1
                if state == .won { tallies[rank].won += 1 }
                if state == .won || furthest > rank {
                    tallies[rank].passed += 1
                } else if state == .lost {
                    tallies[rank].lost += 1
                }
                if stand?.rank != rank { tallies[rank].times.append(times[rank]) }
            }
            entries.removeAll(keepingCapacity: true)
            furthest = -1
            for rank in times.indices { times[rank] = 0 }
            stand = nil
        }

        let narrowed = try narrowed("id", by: filter)
        var ids: [Int64] = []
        var states: [Opportunity.State] = []
        try BoundStatement(
            "SELECT id, (state = 'won') + 2 * (state = 'lost') FROM opportunity WHERE 1\(narrowed.sql) ORDER BY id",
            database,
            arguments: narrowed.arguments
        ).forEach([]) { row in
            ids.append(row.integer(0))
            states.append(row.integer(1) == 1 ? .won : row.integer(1) == 2 ? .lost : .open)
        }
        // All lines of all histories: bytes and numbers only, as there may be half a million.
        var next = 0
        try BoundStatement(
            """
            SELECT opportunity_id, at, iif(state = 'open', stage_id, 0) FROM deal_change INDEXED BY deal_change_way
            ORDER BY opportunity_id, at, id
            """, database
        ).forEach([]) { row in
            let id = row.integer(0)
            while next < ids.count, ids[next] < id {
                finish(states[next])
                next += 1
            }
            guard next < ids.count, ids[next] == id, let at = row.instant(1)?.seconds else { return }
            if let stand { times[stand.rank] += max(0, at - stand.since) }
            stand = nil
            guard let rank = ranks[row.integer(2)] else { return }
            stand = (rank, at)
            if rank > furthest {
                furthest = rank
                if at >= first, at < behind { entries.append(rank) }
            }
        }
        for state in states[next...] { finish(state) }
        return (tallies, deals, wonDeals)
    }
}
