import Sales
import Storage
import Testing
import Words

/// The commission against a slow, plain recomputation over random deals and steps: a deal after the other, a part of each amount
/// after the other.
@Suite struct ReportsOfCommissionTests {
    private static let clock = Clock(zone: Zone("Asia/Shanghai")!, fixedAt: Instant("2026-11-21T06:05:00Z")!)
    private static let currencies = ["CNY", "EUR", "JPY"]
    private static let filter = "source:web or probability<50 amount>2000"

    private func filled(_ seed: UInt64) throws -> Store {
        let store = try Store.inMemory(clock: Self.clock, seed: seed)
        var random = SplitMix64(state: seed)
        func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
        try store.write("Fill") { transaction in
            for _ in 0..<Int.random(in: 1...9, using: &random) {
                var step = Commission()
                step.currency = Self.currencies.randomElement(using: &random)!
                step.every = Commission.Every.allCases.randomElement(using: &random)!
                // Also twice from the same amount, from below nothing, and from more than is ever sold.
                step.fromAmount = [nil, 0, 0, -5, 500_000, 500_001, 3_000_000, .max].randomElement(using: &random)!
                step.percent = chance(20) ? 10_000 : Int.random(in: 0...10_000, using: &random)
                try transaction.insert(&step)
            }
            let stages = try transaction.ids(.stage)
            let reasons = try transaction.ids(.reason)
            for _ in 0..<250 {
                var deal = Opportunity()
                (deal.name, deal.stageID) = ("deal", stages.randomElement(using: &random)!)
                deal.state = chance(50) ? .open : chance(80) ? .won : .lost
                if deal.state == .lost { deal.reasonID = reasons.randomElement(using: &random)! }
                deal.source = ["Web", ""].randomElement(using: &random)!
                deal.currency = Self.currencies.randomElement(using: &random)!
                deal.amount =
                    chance(90) ? Int64.random(in: chance(20) ? -300_000..<0 : 0..<500_000, using: &random) : nil
                deal.probability = chance(50) ? Int.random(in: 0...100, using: &random) : nil
                // Up to two years back and a year ahead, many on the first and the last day of a month.
                let day = Self.clock.today + Int.random(in: -700..<400, using: &random)
                let edge = [day, day.firstOfMonth, day.firstOfMonth - 1].randomElement(using: &random)!
                deal.closeOn = chance(90) ? edge : nil
                try transaction.insert(&deal)
            }
        }
        return store
    }

    /// In ten-thousandths of a minor unit, rounded once.
    private func earned(_ sold: Int64, _ steps: [Commission]) -> Int64 {
        var (parts, left): (Int64, Int64) = (0, max(0, sold))
        // From above: the step that begins highest takes what is beyond it; of two from the same amount the one that came later.
        let fromAbove = steps.sorted { (max(0, $0.fromAmount ?? 0), $0.id) > (max(0, $1.fromAmount ?? 0), $1.id) }
        for step in fromAbove {
            let from = max(0, step.fromAmount ?? 0)
            if left <= from { continue }
            parts += (left - from) * Int64(step.percent)
            left = from
        }
        return parts / 10_000 + (parts % 10_000 >= 5_000 ? 1 : 0)
    }

    /// The month, quarter or year of a day, as files name it.
    private func unit(_ day: Day, _ every: Commission.Every) -> String {
        switch every {
        case .month: String(day.description.prefix(7))
        case .quarter: "\(day.year) Q\((day.month - 1) / 3 + 1)"
        case .year: "\(day.year)"
        }
    }

    @Test(arguments: UInt64(1)...8, ["", filter])
    func commissionIsThatOfEachDealAndStep(seed: UInt64, line: String) throws {
        let store = try filled(seed)
        let filter = try ReportFilter(line, for: .commission, clock: Self.clock, currency: "CNY")
        let passing = try Kind.opportunity.filter(line, clock: Self.clock, currency: "CNY")
        let today = Self.clock.today
        try store.read { transaction in
            let stages = try transaction.fetchAll(Stage.self)
            let rows = try transaction.fetchAll(Commission.self)
            let deals = try transaction.ids(ListQuery(.opportunity, passing)).map {
                try #require(try transaction.fetch(Opportunity.self, $0))
            }
            for period in Report.Name.commission.periods {
                var expected: Set<String> = []
                for scheme in Set(rows.map { "\($0.currency) \($0.every.rawValue)" }) {
                    let steps = rows.filter { "\($0.currency) \($0.every.rawValue)" == scheme }
                    let (currency, every) = (steps[0].currency, steps[0].every)
                    var (won, weighted): ([String: Int64], [String: Int64]) = ([:], [:])
                    for deal in deals where deal.currency == currency {
                        guard let day = deal.closeOn, let money = deal.money else { continue }
                        if deal.state == .won { won[unit(day, every), default: 0] += money.minor }
                        // What was expected before this month and is open still will not close then.
                        if deal.state == .open, (day.year, day.month) >= (today.year, today.month) {
                            let chance = deal.probability ?? stages.first { $0.id == deal.stageID }!.probability
                            weighted[unit(day, every), default: 0] += money.weighted(by: chance).minor
                        }
                    }
                    // The times that the period touches, day by day; of all time those in which there is something.
                    var titles = Set(won.keys).union(weighted.keys)
                    if let days = period.days(on: today) {
                        titles = Set((0...days.upperBound - days.lowerBound).map { unit(days.lowerBound + $0, every) })
                    }
                    for title in titles {
                        func money(_ minor: Int64) -> Report.Cell { .money(Money(minor: minor, currency: currency)) }
                        let (sold, open) = (won[title] ?? 0, weighted[title] ?? 0)
                        let now = earned(sold, steps)
                        let later = max(0, earned(sold + open, steps) - now)
                        let cells: [Report.Cell] = [
                            every == .month ? .month(Day(title + "-01")!) : .text(title), .text(currency), money(sold),
                            money(now), money(open), money(later), money(now + later),
                        ]
                        expected.insert("\(cells)")
                    }
                }
                let lines = try transaction.report(.commission, period, filter).lines.map { "\($0.cells)" }
                #expect(Set(lines) == expected, "\(period)")
                #expect(lines.count == expected.count)
            }
        }
    }
}
