import Sales
import Storage
import Testing

/// A pile of overdue follow-ups over the coming working days.
struct TriageTests {
    private let store: Store
    private var today: Day { store.clock.today }

    init() throws { store = try Store.inMemory(clock: RandomActions.clock, seed: 5) }

    @discardableResult
    private func followUp(_ due: Day, priority: Int = 0, tier: String? = nil, time: TimeOfDay? = nil) throws -> Ref {
        var followUp = FollowUp()
        followUp.due = time.map { Due(on: due, time: $0, zone: store.clock.zone) } ?? Due(on: due)
        followUp.priority = priority
        if let tier {
            var contact = Contact()
            (contact.name, contact.tier) = ("Ada", tier)
            followUp.contactID = try store.add(contact)
        }
        return Ref(.followUp, try store.add(followUp))
    }

    private func due(_ ref: Ref) throws -> Day? { try store.read { try $0.fetch(FollowUp.self, ref.id)?.dueOn } }

    @Test func atMostSoManyADayAndOnlyOnWorkingDays() throws {
        let pile = try (1...23).map { try followUp(today - $0) }
        let spread = try #require(try store.spread(pile, perDay: 4))
        #expect(spread.count == 23)
        var load: [Day: Int] = [:]
        for ref in pile { load[try #require(try due(ref)), default: 0] += 1 }
        let calendar = try store.read { try $0.workCalendar() }
        #expect(load.values.allSatisfy { $0 <= 4 })
        #expect(load.keys.allSatisfy { $0 > today && calendar.isWorking($0) })
        #expect(load.keys.max() == spread.last)
        #expect(load.count == 6)
    }

    @Test func whatIsDueThereAlreadyCounts() throws {
        let next = try store.read { try $0.workCalendar() }.workingDay(onOrAfter: today + 1)
        for _ in 0..<5 { try followUp(next) }
        let pile = try [followUp(today - 1), followUp(today - 2)]
        try store.spread(pile, perDay: 6)
        #expect(try pile.compactMap { try due($0) }.count { $0 == next } == 1)
        try store.spread(pile, perDay: 3)
        #expect(try pile.compactMap { try due($0) }.allSatisfy { $0 > next })
    }

    @Test func theImportantComeFirstThenTheOldest() throws {
        let old = try followUp(today - 90)
        let young = try followUp(today - 1)
        let tierB = try followUp(today - 1, tier: "B")
        let tierA = try followUp(today - 1, tier: "A")
        let high = try followUp(today - 1, priority: 1)
        let order = try store.read { try $0.spread([old, young, tierB, tierA, high], perDay: 1) }.map(\.ref)
        #expect(order == [high, tierA, tierB, old, young])
    }

    @Test func whatIsWorthMostComesFirst() throws {
        func deal(_ amount: Int64, _ currency: String, of contact: Int64? = nil, state: Opportunity.State = .open)
            throws
            -> Int64
        {
            var deal = Opportunity()
            (deal.name, deal.stageID, deal.amount, deal.currency, deal.state) = ("Line", 1, amount, currency, state)
            if state != .open { deal.closeOn = today }
            deal.roles = contact.map { [DealRole(contactID: $0)] } ?? []
            return try store.add(deal)
        }
        func item(_ days: Int, _ change: (inout FollowUp) throws -> Void) throws -> Ref {
            var followUp = FollowUp()
            followUp.dueOn = today - days
            try change(&followUp)
            return Ref(.followUp, try store.add(followUp))
        }
        var person = Contact()
        (person.name, person.tier) = ("王伟", "A")
        let wang = try store.add(person)
        let plain = try item(40) { _ in }
        let small = try item(1) { $0.opportunityID = try deal(5_000_00, "CNY") }
        // Of whom it is about the largest open deal counts: 3 million yen are less than 200,000 yuan, and have no decimals.
        _ = try deal(9_000_000_00, "CNY", of: wang, state: .won)
        _ = try deal(150_000_00, "CNY", of: wang)
        let ofWang = try item(1) { $0.contactID = wang }
        let yen = try item(1) { $0.opportunityID = try deal(3_000_000, "JPY") }
        let low = try item(90) {
            $0.opportunityID = try deal(8_000_000_00, "CNY")
            $0.priority = -1
        }
        var meeting = Meeting()
        (meeting.title, meeting.dueOn) = ("Review", today - 41)
        let held = Ref(.meeting, try store.add(meeting))
        let pile = [plain, small, ofWang, yen, low, held, Ref(.contact, wang), Ref(.followUp, 99)]
        // Without a rate an amount counts as it reads.
        #expect(try store.read { try $0.byWorth(pile) } == [yen, ofWang, small, held, plain, low])
        store.baseCurrency = "CNY"
        var rate = Rate()
        (rate.startsOn, rate.foreign, rate.units, rate.currency, rate.amount) = (today - 9, "JPY", 100, "CNY", 4_71)
        try store.add(rate)
        #expect(try store.read { try $0.byWorth(pile) } == [ofWang, yen, small, held, plain, low])
        #expect(try store.read { try $0.deal(behind: ofWang)?.amount } == 150_000_00)
        #expect(try store.read { try $0.deal(behind: plain) } == nil)
    }

    @Test func timesOfDayStayAndTheRestIsLeftAlone() throws {
        let timed = try followUp(today - 3, time: TimeOfDay(9, 30)!)
        var done = FollowUp()
        (done.dueOn, done.state, done.doneAt) = (today - 2, .done, store.clock.now)
        let doneRef = Ref(.followUp, try store.add(done))
        let before = try store.dump()
        #expect(try store.spread([timed, doneRef, Ref(.meeting, 1), Ref(.followUp, 99)], perDay: 2)?.count == 1)
        let moved = try #require(try store.read { try $0.fetch(FollowUp.self, timed.id) })
        #expect(store.clock.zone.time(of: try #require(moved.dueAt)) == TimeOfDay(9, 30))
        #expect(try due(doneRef) == today - 2)
        _ = try store.undo()
        #expect(try store.dump() == before)
        #expect(try store.spread([doneRef], perDay: 2) == nil)
    }
}
