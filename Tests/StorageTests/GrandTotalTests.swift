import Sales
import Storage
import Testing

/// One total of all currencies: by the rates of the day, beside the exact ones, and none where a rate is missing.
struct GrandTotalTests {
    let store: Store

    init() throws {
        store = try Store.inMemory(clock: RandomActions.clock, seed: 5)
        store.baseCurrency = "CNY"
    }

    private func add(_ day: String, _ foreign: String, _ units: Int, _ amount: Int64?, in currency: String = "CNY")
        throws
    {
        var rate = Rate()
        (rate.startsOn, rate.foreign, rate.units) = (Day(day)!, foreign, units)
        (rate.currency, rate.amount) = (currency, amount)
        try store.add(rate)
    }

    private func total(_ sums: [Money], on day: String = "2026-11-20") throws -> GrandTotal? {
        try store.read { try $0.grandTotal(sums, on: Day(day)!) }
    }

    private let cny = Money(minor: 1_000_00, currency: "CNY")
    private let usd = Money(minor: 100_00, currency: "USD")
    private let jpy = Money(minor: 20_000, currency: "JPY")

    @Test func theNewestRateOfThatDayHolds() throws {
        try add("2026-01-01", "USD", 100, 700_00)
        try add("2026-11-12", "USD", 100, 712_34)
        try add("2026-12-01", "USD", 100, 1)
        // Into another currency it is of no use.
        try add("2026-11-13", "USD", 1, 1, in: "EUR")
        let all = try #require(try total([cny, usd]))
        #expect(all.money == Money(minor: 1_712_34, currency: "CNY"))
        #expect(all.ratesOf == Day("2026-11-12") && all.missing.isEmpty)
        #expect(try total([cny, usd], on: "2026-11-11")?.money.minor == 1_700_00)
        #expect(try total([cny, usd], on: "2025-12-31")?.missing == ["USD"])
        try add("2026-11-14", "USD", 1, nil)
        #expect(try total([cny, usd])?.missing == ["USD"])
    }

    @Test func theDayIsThatOfTheOldestRate() throws {
        try add("2026-11-12", "USD", 100, 712_34)
        try add("2026-10-01", "JPY", 10_000, 470_12)
        let all = try #require(try total([usd, jpy, cny]))
        #expect(all.money.minor == 712_34 + 940_24 + 1_000_00)
        #expect(all.ratesOf == Day("2026-10-01"))
    }

    @Test func nothingToConvertIsNoTotal() throws {
        #expect(try total([]) == nil)
        #expect(try total([cny]) == nil)
        store.baseCurrency = nil
        #expect(try total([cny, usd]) == nil)
    }

    @Test func itStandsBesideTheExactTotals() throws {
        for (amount, currency) in [(Int64(1_000_00), "CNY"), (100_00, "USD"), (20_000, "JPY")] {
            var deal = Opportunity()
            (deal.name, deal.stageID, deal.amount, deal.currency, deal.probability) = ("d", 1, amount, currency, 100)
            deal.closeOn = store.clock.today
            try store.add(deal)
        }
        let exact = try store.read { try $0.board().sums }
        try add("2026-11-12", "USD", 100, 712_34)
        let (board, pipeline, forecast) = try store.read { transaction in
            (
                try transaction.board(), try transaction.report(.pipeline, Period.months, .none),
                try transaction.report(.forecast, Period.months, .none)
            )
        }
        #expect(board.sums == exact)
        #expect(board.grandTotal?.missing == ["JPY"])
        #expect(pipeline.summary[1] == "no rate of JPY in CNY: gl x")
        #expect(forecast.summary.last == "no rate of JPY in CNY: gl x")
        try add("2026-11-13", "JPY", 10_000, 470_12)
        try store.read { transaction in
            #expect(try transaction.board().grandTotal?.money == Money(minor: 2_652_58, currency: "CNY"))
            for name in [Report.Name.pipeline, .forecast] {
                let report = try transaction.report(name, Period.months, .none)
                #expect(
                    report.summary[name == .pipeline ? 1 : report.summary.count - 1]
                        == "all ≈ CNY 2,652.58, rates of 12 Nov")
            }
        }
        #expect(try store.read { try $0.board().sums } == exact)
        _ = try store.undo()
        #expect(try store.read { try $0.board().grandTotal?.missing } == ["JPY"])
    }
}
