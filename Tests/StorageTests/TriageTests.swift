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
