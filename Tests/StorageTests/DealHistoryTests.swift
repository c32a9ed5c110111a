import Sales
import Testing
import Words

@testable import Storage

/// The pipeline as of a day, and what changed since one, against a slow replay of the histories.
@Suite struct DealHistoryTests {
    /// A zone with summer time: days end at two times of the UTC day, and one of them has 25 hours.
    private static let clock = Clock(zone: Zone("Europe/Berlin")!, fixedAt: Instant("2026-11-21T06:05:00Z")!)
    private static let today = clock.today

    /// Random histories over 60 days, many of their instants on the very edge of a day.
    private func filled(_ seed: UInt64) throws -> Store {
        let store = try Store.inMemory(clock: Self.clock, seed: seed)
        var random = SplitMix64(state: seed)
        func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
        let (stages, reasons) = try store.read { (try $0.ids(.stage), try $0.ids(.reason)) }
        try store.write("Fill") { transaction in
            for number in 0..<40 {
                var deal = Opportunity()
                (deal.name, deal.currency) = ("deal \(number)", chance(70) ? "EUR" : "JPY")
                deal.probability = chance(30) ? Int.random(in: 0...100, using: &random) : nil
                var instants = (0..<Int.random(in: 1..<8, using: &random)).map { _ in
                    let day = Self.today - Int.random(in: 1..<60, using: &random)
                    return Self.clock.zone.instant(day, TimeOfDay(0, 0)!)
                        + [-1, 0, 1, Int.random(in: 0..<86_000, using: &random)].randomElement(using: &random)!
                }
                instants.sort()
                var changes: [DealChange] = []
                for at in instants {
                    var change = DealChange()
                    (change.at, change.currency) = (at, deal.currency)
                    change.stageID = stages.randomElement(using: &random)!
                    change.state = chance(70) ? .open : chance(50) ? .won : .lost
                    change.reasonID = change.state == .lost ? reasons.randomElement(using: &random) : nil
                    change.amount = chance(80) ? Int64.random(in: 0..<1_000_000, using: &random) : nil
                    change.closeOn = chance(80) ? Self.today + Int.random(in: -30..<60, using: &random) : nil
                    changes.append(change)
                }
                let last = changes.last!
                (deal.stageID, deal.state, deal.reasonID) = (last.stageID, last.state, last.reasonID)
                (deal.amount, deal.closeOn) = (last.amount, last.closeOn)
                try transaction.insert(&deal)
                for change in changes {
                    var change = change
                    change.opportunityID = deal.id
                    try transaction.insert(&change)
                }
            }
        }
        return store
    }

    /// The last line of each history at the end of a day, by walking through all lines of all of them.
    private func replay(_ transaction: Transaction, upTo day: Day) throws -> [Int64: DealChange] {
        var state: [Int64: DealChange] = [:]
        let lines = try transaction.ids(.dealChange).compactMap { try transaction.fetch(DealChange.self, $0) }
        for line in lines.sorted(by: { ($0.at, $0.id) < ($1.at, $1.id) })
        where Self.clock.zone.day(of: line.at) <= day {
            state[line.opportunityID] = line
        }
        return state
    }

    @Test(arguments: 1...4) func theBoardOfADayIsAReplayUpToItsEnd(seed: UInt64) throws {
        let store = try filled(seed)
        try store.read { transaction in
            var seen = 0
            for back in 0..<62 {
                let day = Self.today - back
                let open = try replay(transaction, upTo: day).values.filter { $0.state == .open }
                let board = try transaction.board(asOf: day)
                seen += open.count
                for column in board.columns {
                    let expected = open.filter { $0.stageID == column.stage.id }
                    #expect(Set(column.ids) == Set(expected.map(\.opportunityID)))
                    #expect(column.ids.count == expected.count)
                    for currency in ["EUR", "JPY"] {
                        let priced = expected.filter { $0.currency == currency && $0.amount != nil }
                        let sum = column.sums.first { $0.currency == currency }
                        #expect(sum?.count ?? 0 == priced.count)
                        #expect(sum?.total.minor ?? 0 == priced.reduce(0) { $0 + $1.amount! })
                        let weighted = try priced.reduce(Int64(0)) { all, line in
                            let deal = try #require(try transaction.fetch(Opportunity.self, line.opportunityID))
                            return all
                                + Money(minor: line.amount!, currency: currency)
                                .weighted(by: deal.probability ?? column.stage.probability).minor
                        }
                        #expect(sum?.weighted.minor ?? 0 == weighted)
                    }
                    let cards = try transaction.cards(column.ids, asOf: day)
                    #expect(cards.map(\.id) == column.ids)
                    for card in cards {
                        let line = try #require(expected.first { $0.opportunityID == card.id })
                        #expect(
                            (card.money?.minor, card.closeOn, card.stageID) == (line.amount, line.closeOn, line.stageID)
                        )
                    }
                }
            }
            #expect(seen > 100)
        }
    }

    @Test(arguments: 1...4) func movementsAreTheDifferenceOfTwoReplays(seed: UInt64) throws {
        let store = try filled(seed)
        try store.read { transaction in
            var met: Set<DealMovement.What> = []
            let order = try transaction.fetchAll(Stage.self).map(\.id)
            let now = try replay(transaction, upTo: Self.today)
            for back in 0..<62 {
                let day = Self.today - back
                let before = try replay(transaction, upTo: day - 1)
                var expected: Set<String> = []
                for (id, line) in now {
                    guard let old = before[id] else {
                        expected.insert("\(id) new")
                        if line.state != .open { expected.insert("\(id) \(line.state.rawValue)") }
                        continue
                    }
                    if old.state != line.state {
                        expected.insert("\(id) \(line.state == .open ? "reopened" : line.state.rawValue)")
                    }
                    let (from, to) = (order.firstIndex(of: old.stageID)!, order.firstIndex(of: line.stageID)!)
                    if from != to { expected.insert("\(id) \(from < to ? "advanced" : "back")") }
                    if old.state == .open, line.state == .open, let a = old.closeOn, let b = line.closeOn, a != b {
                        expected.insert("\(id) \(a < b ? "slipped" : "earlier") \(abs(b - a))")
                    }
                    if old.amount != line.amount { expected.insert("\(id) amount \(old.amount ?? -1)") }
                }
                let found = try transaction.movements(since: day).map { movement in
                    met.insert(movement.what)
                    return switch movement.what {
                    case .slipped, .earlier: "\(movement.id) \(movement.what.rawValue) \(movement.days)"
                    case .amount: "\(movement.id) amount \(movement.before?.minor ?? -1)"
                    default: "\(movement.id) \(movement.what.rawValue)"
                    }
                }
                #expect(Set(found) == expected)
                #expect(found.count == expected.count)
                // The report has a line for each, and narrowed those of the deals that pass.
                let report = try transaction.report(.changes, .monday, since: day)
                #expect(report.lines.compactMap(\.movement) == (try transaction.movements(since: day)))
                let filter = try ReportFilter("currency:jpy", for: .changes, clock: Self.clock, currency: "EUR")
                let narrowed = try transaction.report(.changes, .monday, filter, since: day).lines.compactMap(
                    \.movement)
                let own = try transaction.movements(since: day).filter {
                    try transaction.fetch(Opportunity.self, $0.id)?.currency == "JPY"
                }
                #expect(narrowed == own)
            }
            #expect(met.count == DealMovement.What.allCases.count)
        }
    }

    /// Worked out by hand: all steps since Monday, 9 November, together.
    @Test func byHowManyDaysItSlipped() throws {
        let store = try Store.inMemory(clock: Self.clock, seed: 1)
        func add(_ name: String, _ lines: [(at: String, stage: Int64, close: String, amount: Int64)]) throws {
            try store.write("Add") { transaction in
                var deal = Opportunity()
                (deal.name, deal.currency, deal.stageID) = (name, "EUR", lines.last!.stage)
                (deal.amount, deal.closeOn) = (lines.last!.amount, Day(lines.last!.close))
                try transaction.insert(&deal)
                for line in lines {
                    var change = DealChange()
                    (change.opportunityID, change.at, change.stageID) = (deal.id, Instant(line.at)!, line.stage)
                    (change.currency, change.amount, change.closeOn) = ("EUR", line.amount, Day(line.close))
                    try transaction.insert(&change)
                }
            }
        }
        // The close was put off over the end of a month, three weeks and once more; a second before Monday it was another one.
        try add(
            "later",
            [
                ("2026-10-01T10:00:00Z", 1, "2026-11-01", 100), ("2026-11-08T22:59:59Z", 1, "2026-11-20", 100),
                ("2026-11-10T10:00:00Z", 1, "2026-12-01", 100), ("2026-11-12T10:00:00Z", 2, "2027-01-05", 250),
            ])
        // A day forth and back, a stage forward and back, and the amount up and down: nothing that changed.
        try add(
            "as before",
            [
                ("2026-10-01T10:00:00Z", 2, "2026-12-01", 100), ("2026-11-09T10:00:00Z", 3, "2026-12-02", 200),
                ("2026-11-10T10:00:00Z", 2, "2026-12-01", 100),
            ])
        // In the first second of Monday.
        try add("sooner", [("2026-10-01T10:00:00Z", 1, "2026-12-31", 5), ("2026-11-08T23:00:00Z", 1, "2026-12-01", 5)])
        let found = try store.read { try $0.movements(since: Day("2026-11-09")!) }
        #expect(
            found.map { "\($0.name) \($0.what) \($0.days) \($0.before?.minor ?? 0)" } == [
                // From 20 November to 5 January: 10 and 31 and 5 days.
                "later advanced 0 0", "later slipped 46 0", "sooner earlier 30 0", "later amount 0 100",
            ])
    }

    @Test func whatIsUndoneDidNotHappen() throws {
        let store = try filled(7)
        let (day, id) = try store.read { transaction in
            (Self.today, try #require(try transaction.ids(.opportunity).last))
        }
        let before = try store.read { (try $0.movements(since: day), try $0.board(asOf: day)) }
        if try #require(try store.read { try $0.fetch(Opportunity.self, id) }).state == .won { return }
        try store.win(id)
        #expect(try store.read { try $0.movements(since: day) } != before.0)
        _ = try store.undo()
        #expect(try store.read { try $0.movements(since: day) } == before.0)
        #expect(try store.read { try $0.board(asOf: day) } == before.1)
    }
}
