import Sales
import Storage

@testable import Demo

/// A filled store with all its records at hand.
struct TerritoryUnderTest {
    let clock: Clock
    let store: Store
    let contacts: [Contact]
    let companies: [Company]
    let deals: [Opportunity]
    let calls: [Call]
    let meetings: [Meeting]
    let followUps: [FollowUp]
    let notes: [Note]
    let outcomes: [Outcome]

    /// A Saturday afternoon, a Monday morning, a Friday night, the minute before a leap day, both ends of a day.
    static let moments = [
        ("2026-11-21T14:05+08:00", "Asia/Shanghai"), ("2026-11-23T08:00+01:00", "Europe/Berlin"),
        ("2027-01-01T23:50-05:00", "America/New_York"), ("2028-02-28T23:59+00:00", "UTC"),
        ("2027-03-28T12:00+02:00", "Europe/Berlin"), ("2026-12-31T00:00+08:00", "Asia/Shanghai"),
    ]

    init(at time: String = "2026-11-21T14:05+08:00", in zone: String = "Asia/Shanghai") throws {
        let clock = Clock(zone: Zone(zone)!, fixedAt: Instant(time)!)
        let store = try Store.inMemory(clock: clock, seed: 7)
        try DemoTerritory.fill(store, clock: clock)
        (self.clock, self.store) = (clock, store)
        contacts = try TerritoryUnderTest.all(store)
        companies = try TerritoryUnderTest.all(store)
        deals = try TerritoryUnderTest.all(store)
        calls = try TerritoryUnderTest.all(store)
        meetings = try TerritoryUnderTest.all(store)
        followUps = try TerritoryUnderTest.all(store)
        notes = try TerritoryUnderTest.all(store)
        outcomes = try TerritoryUnderTest.all(store)
    }

    private static func all<R: Record>(_ store: Store) throws -> [R] {
        try store.read { transaction in try transaction.ids(R.kind).map { try transaction.fetch(R.self, $0)! } }
    }

    var openFollowUps: [FollowUp] { followUps.filter { $0.state == .open } }
    var plannedMeetings: [Meeting] { meetings.filter { $0.state == .planned } }
    /// Everything planned, by the day in the clock's zone.
    var planned: [Due] { openFollowUps.map(\.due) + plannedMeetings.map(\.due) }
    var openDeals: [Opportunity] { deals.filter { $0.state == .open } }

    /// Days of the due date from today.
    func days(_ due: Due) -> Int { due.day(in: clock.zone) - clock.today }

    func contact(_ name: String) -> Contact { contacts.first { $0.name == name }! }

    /// Contacts with at least one touch or attempt.
    var approached: Set<Int64> {
        var ids = Set(calls.compactMap(\.contactID))
        ids.formUnion(meetings.filter { $0.state == .held }.flatMap(\.attendees))
        ids.formUnion(followUps.filter { $0.state == .done && $0.action != .task }.compactMap(\.contactID))
        return ids
    }

    /// Prospects, customers, partners and leads that were approached, unless they are not to be called.
    var activeContacts: [Contact] {
        let approached = approached
        return contacts.filter { contact in
            switch contact.status {
            case .prospect, .customer, .partner: !contact.doNotCall
            case .lead: !contact.doNotCall && approached.contains(contact.id)
            case .former: false
            }
        }
    }

    var dealsWithNothingPlanned: [Opportunity] {
        let planned = Set(openFollowUps.compactMap(\.opportunityID) + plannedMeetings.compactMap(\.opportunityID))
        return openDeals.filter { !planned.contains($0.id) }
    }

    var contactsWithNothingPlanned: [Contact] {
        let idle = Set(dealsWithNothingPlanned.map(\.id))
        var planned = Set(openFollowUps.compactMap(\.contactID) + plannedMeetings.flatMap(\.attendees))
        for deal in openDeals where !idle.contains(deal.id) { planned.formUnion(deal.roles.map(\.contactID)) }
        return activeContacts.filter { !planned.contains($0.id) }
    }
}
