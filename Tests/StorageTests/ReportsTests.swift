import Sales
import Storage
import Testing
import Words

/// Each report against a slow, plain recomputation from the records, over random data; and each number against the list that it
/// leads to.
@Suite struct ReportsTests {
    /// A zone with summer time, so that weeks begin at two times of the UTC day.
    private static let clock = Clock(zone: Zone("Europe/Berlin")!, fixedAt: Instant("2026-11-21T06:05:00Z")!)
    private static let currencies = ["CNY", "EUR", "JPY", "USD"]

    /// Filled once; no test here writes into it.
    nonisolated(unsafe) private static let filled: Store = {
        let store = try! Store.inMemory(clock: clock, seed: 5)
        try! fill(store, count: 400)
        return store
    }()

    private static func fill(_ store: Store, count: Int) throws {
        var random = SplitMix64(state: 11)
        func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
        // Two years, with many instants on the very edge of a week.
        func at() -> Instant {
            let day = clock.today - Int.random(in: -3..<700, using: &random)
            let midnight = clock.zone.instant(chance(50) ? day.monday : day, TimeOfDay(0, 0)!)
            return midnight + [-1, 0, 1, 3600, Int.random(in: 0..<86_400, using: &random)].randomElement(
                using: &random)!
        }
        try store.write("Fill") { transaction in
            // One name within another, quotation marks, Chinese and its pinyin.
            for (position, name) in ["Lead 2", "a \"big\" one", "谈判", "tp"].enumerated() {
                var stage = Stage()
                (stage.name, stage.position, stage.probability) = (name, 100 + position, 37)
                try transaction.insert(&stage)
            }
            var contact = Contact()
            contact.name = "王伟"
            try transaction.insert(&contact)
            let stages = try transaction.ids(.stage)
            let outcomes = try transaction.ids(.outcome)
            let reasons = try transaction.ids(.reason)
            for (start, amount) in [("2026-01-15", 50_000), ("2026-03-01", nil), ("2026-10-31", 90_000_00)]
                as [(String, Int64?)]
            {
                var quota = Quota()
                (quota.startsOn, quota.currency, quota.amount) = (Day(start)!, "EUR", amount)
                try transaction.insert(&quota)
            }
            for (currency, every, from, percent) in [
                ("EUR", .month, nil, 250), ("EUR", .month, 500_000, 333), ("EUR", .year, 4_000_000, 1),
                ("JPY", .quarter, 7, 9_999),
            ] as [(String, Commission.Every, Int64?, Int)] {
                var step = Commission()
                (step.currency, step.every, step.fromAmount, step.percent) = (currency, every, from, percent)
                try transaction.insert(&step)
            }
            for _ in 0..<count {
                var deal = Opportunity()
                deal.name = "deal"
                deal.stageID = stages.randomElement(using: &random)!
                deal.state = chance(50) ? .open : chance(50) ? .won : .lost
                if deal.state == .lost { deal.reasonID = reasons.randomElement(using: &random)! }
                if chance(90) { deal.closeOn = clock.today + Int.random(in: -400..<300, using: &random) }
                deal.source = ["", "Web", "web", "Website", "展会", "zh"].randomElement(using: &random)!
                deal.currency = currencies.randomElement(using: &random)!
                deal.amount = chance(80) ? Int64.random(in: -20_000..<1_000_000, using: &random) : nil
                deal.probability = chance(50) ? Int.random(in: 0...100, using: &random) : nil
                try transaction.insert(&deal)
                var call = Call()
                (call.contactID, call.at) = (contact.id, at())
                call.outcomeID = outcomes.randomElement(using: &random)!
                try transaction.insert(&call)
                var meeting = Meeting()
                meeting.title = "meeting"
                meeting.state = Meeting.State.allCases.randomElement(using: &random)!
                let start = at()
                // Meant in another zone, where it may be another day.
                meeting.due =
                    chance(50) ? Due(on: clock.zone.day(of: start)) : Due(on: Day("\(start)".prefix(10))!, at: start)
                try transaction.insert(&meeting)
                var followUp = FollowUp()
                followUp.dueOn = clock.today
                if chance(70) { (followUp.state, followUp.doneAt) = (.done, at()) }
                try transaction.insert(&followUp)
                var note = Note()
                (note.contactID, note.at, note.text) = (contact.id, at(), "x")
                try transaction.insert(&note)
            }
            var cadence = Cadence()
            (cadence.name, cadence.days) = ("A", 60)
            try transaction.insert(&cadence)
            for _ in 0..<count {
                var person = Contact()
                person.name = "person"
                person.status = Status.allCases.randomElement(using: &random)!
                person.tier = ["A", "a", "Ａ", "A1", "", "a \"big\" one", "重点", "zd"].randomElement(using: &random)!
                person.tags = chance(30) ? ["展会"] : []
                person.cadence = chance(50) ? Int.random(in: 1...90, using: &random) : nil
                person.createdAt = clock.zone.instant(
                    clock.today - Int.random(in: 0...120, using: &random), TimeOfDay(10, 0)!)
                try transaction.insert(&person)
            }
        }
    }

    @Test(arguments: Report.Name.allCases, Period.allCases)
    func everyNumberIsThatOfItsList(name: Report.Name, period: Period) throws {
        if name.periods.isEmpty || name.periods.contains(period) { try check(name, period, .none) }
    }

    /// A filter with alternatives, each of which must be put together with what a number counts.
    @Test(arguments: Report.Name.allCases.filter { $0.kind != nil })
    func everyFilteredNumberIsThatOfItsList(name: Report.Name) throws {
        let line =
            switch name.kind {
            case .call: "direction:in or -outcome:an"
            case .contact: "status:customer or cadence<40 -tag:展会"
            default: "source:web or -currency:eur probability>=37"
            }
        let filter = try ReportFilter(line, for: name, clock: Self.clock, currency: "CNY")
        for period in name.periods.isEmpty ? [.all] : name.periods { try check(name, period, filter) }
        try Self.filled.read { transaction in
            let narrowed = try transaction.report(name, .all, filter)
            let all = try transaction.report(name, .all)
            #expect(narrowed.lines != all.lines)
        }
    }

    private func check(_ name: Report.Name, _ period: Period, _ reportFilter: ReportFilter) throws {
        try Self.filled.read { transaction in
            let report = try transaction.report(name, period, reportFilter)
            #expect(!report.lines.isEmpty || period != .all)
            for line in report.lines {
                #expect(line.cells.count == report.columns.count && line.behind.count == report.columns.count)
                for (index, behind) in line.behind.enumerated() {
                    guard let behind else { continue }
                    if let record = behind.record {
                        #expect(
                            line.cells[index] == .text(try transaction.fetch(Opportunity.self, record)?.name ?? "?"))
                        continue
                    }
                    let filter = try behind.kind.filter(behind.line, clock: Self.clock, currency: "CNY")
                    let found = try transaction.ids(ListQuery(behind.kind, filter))
                    switch line.cells[index] {
                    case .money(let money):
                        let stages = try transaction.fetchAll(Stage.self)
                        let deals = try found.compactMap { try transaction.fetch(Opportunity.self, $0) }
                        let sum = deals.reduce(Int64(0)) { sum, deal in
                            let chance = deal.probability ?? stages.first { $0.id == deal.stageID }!.probability
                            let isLikely = ["likely", "weighted"].contains(report.columns[index].name)
                            return sum + (isLikely ? deal.money!.weighted(by: chance) : deal.money!).minor
                        }
                        #expect(
                            sum == money.minor && deals.allSatisfy { $0.currency == money.currency }, "\(behind.line)")
                        #expect(!deals.isEmpty)
                    case .percent(let percent) where name == .hours:
                        let outcomes = Set(try transaction.fetchAll(Outcome.self).filter(\.reached).map(\.id))
                        let reached = try found.count {
                            outcomes.contains(try transaction.fetch(Call.self, $0)!.outcomeID)
                        }
                        #expect(!found.isEmpty)
                        #expect(percent == Int((Double(reached) / Double(found.count) * 100).rounded()))
                    case let cell: #expect(cell == .number(found.count), "\(behind.line)")
                    }
                }
            }
        }
    }

    /// Each deal with an amount counts in one line and column at most; those of no line are not of the period.
    @Test(arguments: Report.Name.forecast.periods)
    func theForecastIsTheSumOfItsDeals(period: Period) throws {
        try Self.filled.read { transaction in
            let stages = try transaction.fetchAll(Stage.self)
            let report = try transaction.report(.forecast, period)
            let days = period.days(on: Self.clock.today)
            var sums: [String: Int64] = [:]
            for id in try transaction.ids(.opportunity) {
                guard let deal = try transaction.fetch(Opportunity.self, id), let money = deal.money else { continue }
                let month = deal.closeOn.map { String($0.description.prefix(7)) }
                let chance = deal.probability ?? stages.first { $0.id == deal.stageID }!.probability
                var line = month ?? "no date"
                if deal.state == .open, let month, month < "2026-11" { line = "overdue" }
                if let day = deal.closeOn, let days, !days.contains(day), line != "overdue" { continue }
                if let day = deal.closeOn, let days, line == "overdue", day > days.upperBound { continue }
                switch deal.state {
                case .won where month != nil: sums["\(line) \(deal.currency) won", default: 0] += money.minor
                case .open where chance >= 75: sums["\(line) \(deal.currency) committed", default: 0] += money.minor
                case .open:
                    sums["\(line) \(deal.currency) likely", default: 0] += money.weighted(by: chance).minor
                default: break
                }
            }
            var found: [String: Int64] = [:]
            for line in report.lines {
                let title: String =
                    switch line.cells[0] {
                    case .month(let day): String(day.description.prefix(7))
                    case .text(let text): text
                    default: "?"
                    }
                guard case .text(let currency) = line.cells[1] else { continue }
                var total: Int64 = 0
                for index in 2...4 {
                    guard case .money(let money) = line.cells[index] else { continue }
                    #expect(money.currency == currency)
                    total += money.minor
                    if line.behind[index] != nil {
                        found["\(title) \(currency) \(report.columns[index].name)"] = money.minor
                    } else {
                        #expect(money.minor == 0)
                    }
                }
                #expect(line.cells[5] == .money(Money(minor: total, currency: currency)))
                var quota: Int64?
                if currency == "EUR", title.hasPrefix("2") {
                    quota = title >= "2026-10" ? 90_000_00 : title >= "2026-03" || title < "2026-01" ? nil : 50_000
                }
                #expect(line.cells[6] == (quota.map { .money(Money(minor: $0, currency: "EUR")) } ?? .none))
                let share = quota.map { Int((Double(total) / Double($0) * 100).rounded()) }
                #expect(line.cells[7] == (share.map { .percent($0) } ?? .none))
            }
            #expect(found == sums)
        }
    }

    @Test func thePipelineIsTheSumOfItsDeals() throws {
        try Self.filled.read { transaction in
            let deals = try transaction.ids(.opportunity).compactMap { try transaction.fetch(Opportunity.self, $0) }
                .filter { $0.state == .open }
            let stages = try transaction.fetchAll(Stage.self)
            let report = try transaction.report(.pipeline, .all)
            var seen = 0
            for line in report.lines {
                guard case .text(let name) = line.cells[0], case .number(let count) = line.cells[1] else {
                    Issue.record("not a line: \(line)")
                    return
                }
                let stage = try #require(stages.first { $0.name == name })
                let inStage = deals.filter { $0.stageID == stage.id }
                seen += count
                guard case .text(let currency) = line.cells[2] else {
                    #expect(count == inStage.count { $0.amount == nil })
                    continue
                }
                let own = inStage.filter { $0.currency == currency && $0.amount != nil }
                let total = own.reduce(Int64(0)) { $0 + $1.amount! }
                let weighted = own.reduce(Int64(0)) {
                    // Rounded half away from zero, by way of hundredths.
                    let exact = $1.amount! * Int64($1.probability ?? stage.probability)
                    return $0 + (exact + (exact < 0 ? -50 : 50)) / 100
                }
                #expect(count == own.count)
                #expect(line.cells[3] == .money(Money(minor: total, currency: currency)))
                #expect(line.cells[4] == .money(Money(minor: weighted, currency: currency)))
                #expect((line.bar, line.solid) == (total, weighted))
            }
            #expect(seen == deals.count)
            #expect(Set(report.sections.dropLast().map(\.lines.count)) == [stages.count])
        }
    }

    @Test(arguments: Period.allCases)
    func activityIsCountedInISOWeeksOfTheZone(period: Period) throws {
        let zone = Self.clock.zone
        try Self.filled.read { transaction in
            func all<R: Record>(_ type: R.Type) throws -> [R] {
                try transaction.ids(R.kind).compactMap { try transaction.fetch(R.self, $0) }
            }
            let days: [[Day]] = [
                try all(Call.self).map { zone.day(of: $0.at) },
                try all(Meeting.self).filter { $0.state == .held }.map { $0.due.day(in: zone) },
                try all(FollowUp.self).compactMap { $0.doneAt.map { zone.day(of: $0) } },
                try all(Note.self).map { zone.day(of: $0.at) },
            ].map { days in days.filter { period.days(on: Self.clock.today)?.contains($0) ?? true } }
            let report = try transaction.report(.activity, period)
            var left = days
            for line in report.lines {
                guard case .day(let monday) = line.cells[0] else {
                    Issue.record("no week")
                    return
                }
                #expect(monday.weekday == 1)
                for index in left.indices {
                    let count = left[index].count { $0.monday == monday }
                    #expect(line.cells[index + 1] == .number(count), "\(period) \(monday)")
                    left[index].removeAll { $0.monday == monday }
                }
            }
            #expect(left.joined().isEmpty)
            let mondays = report.lines.map(\.cells[0])
            #expect(Set(mondays.map { "\($0)" }).count == mondays.count)
            if period == .weeks { #expect(mondays.count == 12) }
        }
    }

    @Test(arguments: Period.allCases)
    func outcomesAddUp(period: Period) throws {
        try Self.filled.read { transaction in
            let days = period.days(on: Self.clock.today)
            let calls = try transaction.ids(.call).compactMap { try transaction.fetch(Call.self, $0) }
                .filter { days?.contains(Self.clock.zone.day(of: $0.at)) ?? true }
            let outcomes = try transaction.fetchAll(Outcome.self)
            let report = try transaction.report(.outcomes, period)
            let expected = outcomes.map { outcome in
                (outcome, calls.count { $0.outcomeID == outcome.id })
            }.filter { $0.1 > 0 }
            #expect(report.lines.count == expected.count)
            for (outcome, count) in expected {
                let line = try #require(report.lines.first { $0.cells[0] == .text(outcome.name) })
                #expect(line.cells[1] == .flag(outcome.reached))
                #expect(line.cells[2] == .number(count))
                let share = (Double(count) / Double(calls.count) * 100).rounded()
                #expect(line.cells[3] == .percent(Int(share)))
                #expect((line.bar, line.solid) == (Int64(count), outcome.reached ? Int64(count) : 0))
            }
        }
    }

    @Test(arguments: Report.Name.allCases)
    func anEmptyFileHasNothingToReport(name: Report.Name) throws {
        let store = try Store.inMemory(clock: Self.clock, seed: 1)
        for period in Period.allCases {
            #expect(try store.read { try $0.report(name, period).summary.isEmpty })
        }
    }

    @Test func sumsBeyondSixtyFourBitsStandAtTheLimit() throws {
        let store = try Store.inMemory(clock: Self.clock, seed: 1)
        for amount in [Int64.max, .max, .max - 1, 1] {
            var deal = Opportunity()
            (deal.name, deal.stageID, deal.amount, deal.currency) = ("huge", 1, amount, "EUR")
            (deal.probability) = 100
            try store.add(deal)
        }
        var small = Opportunity()
        (small.name, small.stageID, small.amount, small.currency, small.probability) = ("s", 2, .min, "USD", 100)
        try store.add(small)
        try store.add(small)
        let sums = try store.read { try $0.openDealSums() }
        #expect(sums[1]?.map(\.total.minor) == [.max])
        #expect(sums[1]?.map(\.weighted.minor) == [.max])
        #expect(sums[2]?.map(\.total.minor) == [.min])
        #expect(sums[2]?.map(\.weighted.minor) == [.min])
    }

    @Test func theLargestCurrencyIsThatOfTheMostMoneyNotOfTheMostDeals() {
        func sum(_ count: Int, _ minor: Int64, _ currency: String) -> DealSum {
            DealSum(
                count: count, total: Money(minor: minor, currency: currency),
                weighted: Money(minor: minor / 2, currency: currency))
        }
        let together = DealSum.together([
            [sum(9, 5_000_00, "EUR")], [sum(1, 900_000_00, "CNY"), sum(1, 980_000, "JPY")], [sum(1, 1_00, "EUR")],
        ])
        #expect(together.map(\.currency) == ["CNY", "JPY", "EUR"])
        #expect(
            together.last
                == DealSum(
                    count: 10, total: Money(minor: 5_001_00, currency: "EUR"),
                    weighted: Money(minor: 2_500_50, currency: "EUR")))
        #expect(DealSum.together([[DealSum]]()).isEmpty)
    }
}
