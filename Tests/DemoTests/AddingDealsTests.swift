import Sales
import Storage
import Testing

@testable import Demo

/// Deals and their histories agree.
struct AddingDealsTests {
    @Test(arguments: TerritoryUnderTest.moments)
    func theLastLineOfAHistoryIsWhatTheDealIs(time: String, zone: String) throws {
        let territory = try TerritoryUnderTest(at: time, in: zone)
        try territory.store.read { transaction in
            for deal in territory.deals {
                let history = try transaction.dealHistory(deal.id)
                let last = history.last!
                #expect(last.at < territory.clock.now, "\(deal.name)")
                #expect(history.first!.at == deal.createdAt)
                #expect(last.stageID == deal.stageID && last.state == deal.state && last.currency == deal.currency)
                #expect(last.amount == deal.amount && last.closeOn == deal.closeOn && last.reasonID == deal.reasonID)
                #expect(zip(history, history.dropFirst()).allSatisfy { $0.at < $1.at }, "\(deal.name)")
                #expect(zip(history, history.dropFirst()).allSatisfy { $0.stageID <= $1.stageID }, "\(deal.name)")
            }
        }
    }

    @Test func everyStageAndEndIsThere() throws {
        let territory = try TerritoryUnderTest()
        let perStage = Dictionary(grouping: territory.openDeals, by: \.stageID).mapValues(\.count)
        #expect(perStage.count == 4)
        #expect(perStage.values.allSatisfy { $0 >= 3 })
        #expect(territory.deals.filter { $0.state == .won }.count == 10)
        let lost = territory.deals.filter { $0.state == .lost }
        #expect(lost.count == 7)
        #expect(Set(lost.map(\.reasonID)).count >= 5)
        #expect(lost.allSatisfy { $0.reasonID != nil })
        #expect(territory.deals.filter { $0.state != .lost }.allSatisfy { $0.reasonID == nil })
        #expect(Set(territory.deals.map(\.currency)) == ["CNY", "EUR", "USD", "JPY"])
        let main = territory.deals.filter { ["CNY", "EUR"].contains($0.currency) }
        #expect(main.count * 4 > territory.deals.count * 3)
        #expect(territory.deals.allSatisfy { !$0.roles.isEmpty && $0.amount! > 0 })
    }

    @Test func openDealsCloseInTheFutureAndEndedOnesInThePast() throws {
        let territory = try TerritoryUnderTest()
        for deal in territory.deals {
            #expect((deal.closeOn! > territory.clock.today) == (deal.state == .open), "\(deal.name)")
        }
    }

    @Test func readsAStep() {
        let clock = Clock(zone: Zone("UTC")!, fixedAt: Instant("2026-11-25T12:00:00Z")!)
        let calendar = Calendar(clock: clock, holidays: [])
        let step = DealStep("proposal@12=120000>30", calendar)
        #expect((step.stage, step.amount) == ("proposal", "120000"))
        #expect((step.day, step.closeOn) == (Day(2026, 11, 13)!, Day(2026, 12, 25)!))
        let bare = DealStep("lead@4", calendar)
        // A Saturday, so the Friday before.
        #expect((bare.day, bare.amount, bare.closeOn) == (Day(2026, 11, 20)!, nil, nil))
    }
}
