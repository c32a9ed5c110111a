import Sales
import Storage
import Testing
import Words

/// The reports that follow deals through their histories, against a slow, plain recomputation over random histories, and each number
/// against the list that it leads to.
@Suite struct ReportsOfDealsTests {
    /// A zone with summer time, so that days begin at two times of the UTC day.
    private static let clock = Clock(zone: Zone("Europe/Berlin")!, fixedAt: Instant("2026-11-21T06:05:00Z")!)
    private static let line = "source:web or -currency:eur amount>2000"

    /// Filled once; no test here writes into it.
    nonisolated(unsafe) private static let filled: Store = {
        let store = try! Store.inMemory(clock: clock, seed: 5)
        try! fill(store, count: 250)
        return store
    }()

    /// Deals that go forward and back, skip stages, are closed and reopened, several times in a second and on the very edge of a month.
    private static func fill(_ store: Store, count: Int) throws {
        var random = SplitMix64(state: 7)
        func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
        func at() -> Instant {
            let day = clock.today - Int.random(in: 0..<500, using: &random)
            let midnight = clock.zone.instant(chance(60) ? day.firstOfMonth : day, TimeOfDay(0, 0)!)
            return min(
                clock.now,
                midnight + [-1, 0, 1, Int.random(in: 0..<86_400, using: &random)].randomElement(using: &random)!)
        }
        try store.write("Fill") { transaction in
            // One name within another, one twice, quotation marks, the sign before days, Chinese and its pinyin.
            for (position, name) in ["Lead 2", "a \"big\" one", "twin", "Twin", "at@home", "谈判", "tp"].enumerated() {
                var stage = Stage()
                (stage.name, stage.position, stage.probability) = (name, 15 + 7 * position, 37)
                try transaction.insert(&stage)
            }
            let stages = try transaction.fetchAll(Stage.self).map(\.id)
            let reasons = try transaction.ids(.reason)
            var companies: [Int64] = []
            for tier in ["A", "AA", "a", "", "B"] {
                var company = Company()
                (company.name, company.tier) = ("Company \(tier)", tier)
                companies.append(try transaction.insert(&company))
            }
            for _ in 0..<count {
                var deal = Opportunity()
                deal.name = "deal"
                deal.companyID = chance(80) ? companies.randomElement(using: &random)! : nil
                deal.source = ["", "Web", "web", "Website", "展会", "zh"].randomElement(using: &random)!
                deal.currency = ["CNY", "EUR", "JPY"].randomElement(using: &random)!
                deal.amount = chance(85) ? Int64.random(in: 1..<1_000_000, using: &random) : nil
                var times = (0..<Int.random(in: 1...7, using: &random)).map { _ in at() }.sorted()
                if chance(30) { times.append(times.last!) }
                deal.createdAt = chance(90) ? times[0] : clock.now
                var changes: [DealChange] = []
                for time in times {
                    var change = changes.last ?? DealChange()
                    change.at = time
                    (change.currency, change.amount) = (deal.currency, deal.amount)
                    change.stageID =
                        changes.isEmpty && chance(60)
                        ? stages[0] : chance(70) ? stages.randomElement(using: &random)! : change.stageID
                    if change.stageID == 0 { change.stageID = stages[0] }
                    change.state = chance(70) ? .open : chance(50) ? .won : .lost
                    change.reasonID = change.state == .lost ? reasons.randomElement(using: &random)! : nil
                    change.closeOn = change.state == .open ? nil : clock.zone.day(of: time)
                    changes.append(change)
                }
                let last = changes.last!
                (deal.stageID, deal.state, deal.reasonID, deal.closeOn) = (
                    last.stageID, last.state, last.reasonID, last.closeOn
                )
                try transaction.insert(&deal)
                for change in changes {
                    var change = change
                    change.opportunityID = deal.id
                    try transaction.insert(&change)
                }
            }
        }
    }

    private struct Past {
        var deal: Opportunity
        var tier: String
        var history: [DealChange]
    }

    private func past(_ transaction: Transaction, _ filter: String) throws -> [Past] {
        let parsed = try Kind.opportunity.filter(filter, clock: Self.clock, currency: "CNY")
        return try transaction.ids(ListQuery(.opportunity, parsed)).map { id in
            let deal = try #require(try transaction.fetch(Opportunity.self, id))
            let tier = try deal.companyID.flatMap { try transaction.fetch(Company.self, $0)?.tier } ?? ""
            return Past(deal: deal, tier: tier, history: try transaction.dealHistory(id))
        }
    }

    private func middle(_ numbers: [Double]) -> Report.Cell {
        let sorted = numbers.sorted()
        if sorted.isEmpty { return .none }
        let half = sorted.count / 2
        let value = sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
        return .days(Int((value + 0.5).rounded(.down)))
    }

    @Test(arguments: Report.Name.conversion.periods, ["", line])
    func conversionIsWhatTheHistoriesSay(period: Period, line: String) throws {
        let days = period.days(on: Self.clock.today)
        let filter = try ReportFilter(line, for: .conversion, clock: Self.clock, currency: "CNY")
        try Self.filled.read { transaction in
            let report = try transaction.report(.conversion, period, filter)
            let stages = try transaction.fetchAll(Stage.self)
            let place = Dictionary(uniqueKeysWithValues: stages.enumerated().map { ($1.id, $0) })
            let all = try past(transaction, line)
            #expect(report.lines.count == stages.count + 1)
            var everybody: Set<Int64> = []
            for (rank, stage) in stages.enumerated() {
                // Those that came to stand in it, open, and never were as far before.
                let entered = all.filter { past in
                    let open = past.history.filter { $0.state == .open }
                    guard let first = open.firstIndex(where: { place[$0.stageID]! >= rank }),
                        open[first].stageID == stage.id
                    else { return false }
                    return days?.contains(Self.clock.zone.day(of: open[first].at)) ?? true
                }
                everybody.formUnion(entered.map(\.deal.id))
                let passed = entered.filter { past in
                    past.deal.state == .won
                        || past.history.contains { $0.state == .open && place[$0.stageID]! > rank }
                }
                let stayed = entered.filter { past in !passed.contains { $0.deal.id == past.deal.id } }
                let times: [Double] = entered.compactMap { past in
                    if past.deal.state == .open, past.deal.stageID == stage.id { return nil }
                    let steps = zip(past.history, past.history.dropFirst())
                    let seconds = steps.filter { $0.0.stageID == stage.id && $0.0.state == .open }
                        .reduce(0) { $0 + $1.1.at.seconds - $1.0.at.seconds }
                    return Double(seconds) / 86_400
                }
                let cells: [Report.Cell] = [
                    .text(stage.name), .number(entered.count), .number(passed.count),
                    entered.isEmpty
                        ? .none : .percent(Int((Double(passed.count) / Double(entered.count) * 100).rounded())),
                    .number(entered.count { $0.deal.state == .won }),
                    .number(stayed.count { $0.deal.state == .lost }),
                    .number(stayed.count { $0.deal.state == .open }), middle(times),
                ]
                #expect(report.lines[rank].cells == cells, "\(stage.name)")
                #expect(report.lines[rank].bar == Int64(entered.count))
            }
            let won = all.count { everybody.contains($0.deal.id) && $0.deal.state == .won }
            #expect(report.lines.last!.cells[1] == .number(won))
            #expect(report.lines.count { $0.note != nil } == 1)
            try checkLists(report, transaction)
        }
    }

    @Test(arguments: Report.Name.winRate.periods, [Report.Name.winRate, .reasons, .sources, .tiers])
    func whatWasClosedIsCountedOnce(period: Period, name: Report.Name) throws {
        for line in ["", Self.line] {
            let days = period.days(on: Self.clock.today)
            let filter = try ReportFilter(line, for: name, clock: Self.clock, currency: "CNY")
            try Self.filled.read { transaction in
                let report = try transaction.report(name, period, filter)
                let reasons = Dictionary(
                    uniqueKeysWithValues: try transaction.fetchAll(Reason.self).map { ($0.id, $0.name) })
                let closed = try past(transaction, line).filter { past in
                    guard past.deal.state != .open, let day = past.deal.closeOn else { return false }
                    return days?.contains(day) ?? true
                }
                func group(_ past: Past) -> String {
                    switch name {
                    case .reasons: return past.deal.reasonID.flatMap { reasons[$0] } ?? "none"
                    case .sources: return past.deal.source.isEmpty ? "none" : folded(past.deal.source)
                    case .tiers: return past.tier.isEmpty ? "none" : folded(past.tier)
                    default: return String(past.deal.closeOn!.description.prefix(7))
                    }
                }
                var counted = 0
                for line in report.lines {
                    let title: String =
                        switch line.cells[0] {
                        case .month(let day): String(day.description.prefix(7))
                        case .text(let text): folded(text)
                        default: "?"
                        }
                    func own(_ state: Opportunity.State, _ currency: String?) -> [Past] {
                        closed.filter { past in
                            past.deal.state == state
                                && (currency == nil || (past.deal.currency == currency && past.deal.amount != nil))
                                && group(past) == title
                        }
                    }
                    let code: String? =
                        if case .text(let text) = line.cells[name == .reasons ? 3 : 4] { text } else { nil }
                    let (won, lost) = (own(.won, code), own(.lost, code))
                    func sum(_ all: [Past]) -> Report.Cell {
                        code.map { .money(Money(minor: all.reduce(0) { $0 + $1.deal.amount! }, currency: $0)) } ?? .none
                    }
                    func size(_ all: [Past]) -> Double {
                        code == nil ? Double(all.count) : all.reduce(0) { $0 + Double($1.deal.amount!) }
                    }
                    func rate(_ part: Double, _ whole: Double) -> Report.Cell {
                        whole == 0 ? .none : .percent(Int((part / whole * 100).rounded()))
                    }
                    if code == nil { counted += lost.count + (name == .reasons ? 0 : won.count) }
                    if name == .reasons {
                        let everyone = closed.filter {
                            $0.deal.state == .lost
                                && (code == nil || ($0.deal.currency == code && $0.deal.amount != nil))
                        }
                        #expect(line.cells[1] == .number(lost.count))
                        #expect(line.cells[2] == rate(size(lost), size(everyone)))
                        #expect(line.cells[4] == sum(lost))
                    } else {
                        #expect(line.cells[1] == .number(won.count) && line.cells[2] == .number(lost.count), "\(title)")
                        #expect(line.cells[3] == rate(size(won), size(won) + size(lost)))
                        #expect(line.cells[5] == sum(won) && line.cells[6] == sum(lost))
                        let cycles = won.map { Double($0.deal.closeOn! - Self.clock.zone.day(of: $0.deal.createdAt)) }
                        #expect(line.cells[7] == middle(cycles.filter { $0 >= 0 }))
                    }
                }
                #expect(counted == closed.count { name != .reasons || $0.deal.state == .lost })
                try checkLists(report, transaction)
            }
        }
    }

    /// Each number is that of the list behind it.
    private func checkLists(_ report: Report, _ transaction: Transaction) throws {
        for line in report.lines {
            for (cell, behind) in zip(line.cells, line.behind) {
                guard let behind else { continue }
                let filter = try behind.kind.filter(behind.line, clock: Self.clock, currency: "CNY")
                let found = try transaction.ids(ListQuery(behind.kind, filter))
                switch cell {
                case .number(let count): #expect(found.count == count, "\(behind.line)")
                case .money(let money):
                    let sum = try found.reduce(Int64(0)) { $0 + (try transaction.fetch(Opportunity.self, $1)!.amount!) }
                    #expect(sum == money.minor, "\(behind.line)")
                default: Issue.record("\(cell) leads to \(behind.line)")
                }
            }
        }
    }

    @Test func aStageIsNamedByItsNameOrByAPartOfIt() throws {
        try Self.filled.read { transaction in
            func found(_ line: String) throws -> Set<Int64> {
                let filter = try Kind.opportunity.filter(line, clock: Self.clock, currency: "CNY")
                return Set(try transaction.ids(ListQuery(.opportunity, filter)))
            }
            // One that is called just so hides those that hold its name.
            let lead = try found("entered:lead")
            let byUID = try found("entered:stage-lead")
            let either = try found("entered:lead or entered:\"lead 2\"")
            #expect(lead == byUID)
            #expect(lead.isStrictSubset(of: either))
            let proposal = try found("entered:Proposal")
            let part = try found("entered:prop")
            let early = try found("entered:proposal@500d")
            let late = try found("entered:proposal@90d")
            let anyStage = try found("entered:@500d")
            #expect(part == proposal && !proposal.isEmpty)
            #expect(late.isStrictSubset(of: early) && early.isStrictSubset(of: anyStage))
            let nothing = try found("entered:nothing or passed:nothing")
            #expect(nothing.isEmpty)
            for line in ["entered:proposal@", "entered:proposal@someday", "entered>proposal"] {
                #expect(throws: FilterError.self) { try found(line) }
            }
        }
    }
}
