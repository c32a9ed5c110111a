import Sales
import Storage
import Testing
import Words

@testable import Demo

/// The territory as a whole: always the same, complete, and consistent with the rules of the trade.
struct DemoTerritoryTests {
    @Test func isTheSameAtEveryCall() throws {
        let first = try TerritoryUnderTest().store.dump()
        #expect(try TerritoryUnderTest().store.dump() == first)
        #expect(try TerritoryUnderTest(at: "2026-11-24T14:05+08:00").store.dump() != first)
    }

    @Test func isOneActionThatCanBeUndone() throws {
        let territory = try TerritoryUnderTest()
        let empty = try Store.inMemory(clock: territory.clock, seed: 7).dump()
        #expect(try territory.store.history().map(\.sentence) == ["Add the demo territory"])
        _ = try territory.store.undo()
        #expect(try territory.store.dump() == empty)
    }

    @Test func isLargeEnoughToLookReal() throws {
        let territory = try TerritoryUnderTest()
        #expect(territory.companies.count == 60)
        #expect(territory.contacts.count == 150)
        let held = territory.meetings.filter { $0.state == .held }
        let done = territory.followUps.filter { $0.state == .done }
        #expect(territory.calls.count + held.count + done.count + territory.notes.count == 400)
        #expect((40...50).contains(territory.deals.count))
        #expect(territory.contacts.filter { $0.phones.count > 1 }.count > 40)
        #expect((3...10).contains(territory.contacts.filter(\.doNotCall).count))
        #expect(territory.contacts.filter { $0.cadence != nil }.count > 30)
        #expect(territory.contacts.filter { $0.birthday != nil }.count > 6)
        for status in Status.allCases { #expect(territory.contacts.contains { $0.status == status }) }
        for outcome in territory.outcomes {
            #expect(territory.calls.contains { $0.outcomeID == outcome.id }, "\(outcome.name)")
        }
    }

    @Test(arguments: TerritoryUnderTest.moments)
    func fillsEverySectionOfToday(time: String, zone: String) throws {
        let territory = try TerritoryUnderTest(at: time, in: zone)
        let overdue = territory.openFollowUps.map { -territory.days($0.due) }.filter { $0 > 0 }
        #expect((2...4).contains(overdue.count))
        #expect(overdue.allSatisfy { $0 <= 9 })
        let today = territory.planned.filter { territory.days($0) == 0 }
        #expect((4...6).contains(today.count))
        #expect(today.filter { $0.at != nil }.count >= 2)
        #expect((7...12).contains(territory.planned.filter { (1...7).contains(territory.days($0)) }.count))
        #expect(territory.planned.filter { territory.days($0) > 7 }.count >= 10)
        // One meeting is just ahead; one is over and waits for "held?", but for the first minutes of a day.
        let starts = territory.plannedMeetings.filter { territory.days($0.due) == 0 }.compactMap(\.dueAt)
        #expect(starts.count == 2)
        #expect(starts.contains { $0 - territory.clock.now > -300 && $0 - territory.clock.now <= 1800 })
        #expect(starts.contains { $0 < territory.clock.now } || territory.clock.timeOfDay.minutes < 5)
    }

    @Test(arguments: TerritoryUnderTest.moments)
    func plansNothingOnAWeekend(time: String, zone: String) throws {
        let territory = try TerritoryUnderTest(at: time, in: zone)
        for due in territory.planned where territory.days(due) != 0 {
            #expect(due.on.weekday < 6, "\(due.on)")
            #expect(due.day(in: territory.clock.zone) == due.on)
        }
        for deal in territory.deals { #expect(deal.closeOn!.weekday < 6, "\(deal.name)") }
    }

    @Test func plansNothingOnTheUsersHolidays() throws {
        let clock = Clock(zone: Zone("Asia/Shanghai")!, fixedAt: Instant("2026-11-23T14:05+08:00")!)
        let store = try Store.inMemory(clock: clock, seed: 7)
        var holiday = Holiday()
        holiday.day = clock.today + 1
        try store.write("Add a holiday") { try $0.insert(&holiday) }
        try DemoTerritory.fill(store, clock: clock)
        let due = try store.read { transaction in
            try transaction.ids(.followUp).map { try transaction.fetch(FollowUp.self, $0)! }.filter {
                $0.state == .open
            }
        }
        #expect(due.count > 30)
        #expect(!due.contains { $0.dueOn == holiday.day })
    }

    @Test(arguments: TerritoryUnderTest.moments)
    func nothingHappenedInTheFuture(time: String, zone: String) throws {
        let territory = try TerritoryUnderTest(at: time, in: zone)
        let now = territory.clock.now
        #expect(territory.calls.allSatisfy { $0.at < now })
        #expect(territory.notes.allSatisfy { $0.at < now })
        #expect(territory.meetings.filter { $0.state == .held }.allSatisfy { $0.endAt! < now })
        #expect(territory.followUps.filter { $0.state == .done }.allSatisfy { $0.doneAt! < now })
        // Nobody is spoken to before being added.
        let added = Dictionary(uniqueKeysWithValues: territory.contacts.map { ($0.id, $0.createdAt) })
        for call in territory.calls { if let id = call.contactID { #expect(added[id]! < call.at) } }
        for deal in territory.deals { for role in deal.roles { #expect(added[role.contactID]! < deal.createdAt) } }
    }

    @Test func nearlyEverythingHasANextStep() throws {
        let territory = try TerritoryUnderTest()
        let deals = territory.dealsWithNothingPlanned.map(\.name)
        let contacts = territory.contactsWithNothingPlanned.map(\.name)
        #expect(deals.contains("Compressor hall"))
        #expect((3...6).contains(deals.count + contacts.count), "\(deals) \(contacts)")
        #expect(territory.activeContacts.count > 60)
    }

    @Test func knowsThePeopleOfTheManual() throws {
        let territory = try TerritoryUnderTest()
        let wang = territory.contact("王伟")
        #expect(wang.nickname == "Wang Wei")
        #expect(wang.position == "purchasing manager")
        #expect((wang.status, wang.tier) == (.customer, "A"))
        #expect(wang.phones[0].number == "+86 138 0013 8000")
        let overdue = territory.openFollowUps.first { $0.contactID == wang.id }!
        #expect((overdue.action, overdue.subject) == (.call, "send revised quote"))
        #expect(territory.days(overdue.due) == -3)
        #expect(
            territory.deals.filter { $0.name == "Line 3 retrofit" || $0.name == "Spare parts 2027" }
                .map { $0.money!.description } == ["CNY 18,500", "CNY 120,000"])
        for name in ["Ada Lovell", "李蕾", "Grace Hopper", "Kofi Mensah", "欧阳修", "Nils Berg", "张三", "陈静", "刘洋"] {
            #expect(territory.contacts.contains { $0.name == name }, "\(name)")
        }
        for name in [
            "上海艾克米", "Lovell Engines", "北京远大", "Navy Data", "Müller & Söhne", "Ökonom GmbH", "Hansa Tools",
        ] {
            #expect(territory.companies.contains { $0.name == name }, "\(name)")
        }
    }
}
