import Foundation
import Sales
import Testing
import Words

@testable import Storage

/// Cadence: who is being lost, against a plain look at everybody; and what restarts it.
struct LosingTouchTests {
    private static let now = Instant("2026-11-20T06:05:00Z")!

    private func store(_ zone: String = "Asia/Shanghai") throws -> Store {
        try Store.inMemory(clock: Clock(zone: Zone(zone)!, fixedAt: Self.now), seed: 7)
    }

    private struct Touch {
        var id: Int64
        var tier: String
        var due: Day
        var isLosing: Bool
    }

    /// Everybody with whom one wants to be in touch, when that is due, and who is being lost, decided in Swift from the records
    /// alone.
    private func plain(_ store: Store) throws -> [Touch] {
        try store.read { transaction in
            let rows = try transaction.fetchAll(Cadence.self)
            let outcomes = Dictionary(
                uniqueKeysWithValues: try transaction.fetchAll(Outcome.self).map { ($0.id, $0.reached) })
            let calls = try transaction.fetchAll(Call.self)
            let meetings = try transaction.fetchAll(Meeting.self)
            let followUps = try transaction.fetchAll(FollowUp.self)
            let today = transaction.clock.today
            func meant(_ at: Instant, _ zone: String) -> Day { (Zone(zone) ?? Zone("UTC")!).day(of: at) }
            return try transaction.fetchAll(Contact.self).compactMap { contact in
                if contact.status == .former || contact.doNotCall { return nil }
                let mine = calls.filter { $0.contactID == contact.id }
                let done = followUps.filter { $0.contactID == contact.id && $0.state == .done }
                var touches = mine.filter { outcomes[$0.outcomeID] == true }.map { ($0.at, meant($0.at, $0.zone)) }
                touches += meetings.filter { $0.state == .held && $0.attendees.contains(contact.id) }.map {
                    ($0.dueAt ?? Instant(seconds: 0), $0.dueOn)
                }
                touches += done.filter { $0.action == .visit }.map { ($0.doneAt!, meant($0.doneAt!, $0.zone)) }
                let hasAttempt =
                    mine.contains { outcomes[$0.outcomeID] == false }
                    || done.contains { [.email, .send].contains($0.action) }
                let isActive = contact.status != .lead || !touches.isEmpty || hasAttempt
                let row = rows.filter { $0.applies(tier: contact.tier, tags: contact.tags) }.map(\.days).min()
                guard let days = contact.cadence ?? (isActive ? row : nil), days > 0 else { return nil }
                let last = touches.max { $0.0 < $1.0 }?.1 ?? Zone("UTC")!.day(of: contact.createdAt)
                let steps =
                    followUps.filter { $0.contactID == contact.id && $0.state == .open }.map(\.dueOn)
                    + meetings.filter { $0.state == .planned && $0.attendees.contains(contact.id) }.map(\.dueOn)
                let isNear = steps.min().map { $0 <= today + days } ?? false
                return Touch(
                    id: contact.id, tier: contact.tier, due: last + days, isLosing: last + days <= today && !isNear)
            }.sorted { ($0.due, $0.id) < ($1.due, $1.id) }
        }
    }

    /// A store in a zone with people who were touched, tried and planned for at random.
    private func filled(_ zone: String) throws -> Store {
        let store = try store(zone)
        var random = SplitMix64(state: 42)
        func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
        func at() -> Instant { Self.now + -Int.random(in: 0...120 * 24 * 60, using: &random) * 60 }
        let zones = ["UTC", "Asia/Tokyo", "America/New_York", "Pacific/Kiritimati", "Pacific/Apia", "no zone"]
        try store.write("Fill") { transaction in
            for (of, name, days) in [(Cadence.Of.tier, "A", 30), (.tag, "fair", 14), (.tag, "quiet", 0)] {
                var row = Cadence()
                (row.of, row.name, row.days) = (of, name, days)
                try transaction.insert(&row)
            }
            let outcomes = try transaction.ids(.outcome)
            for number in 0..<300 {
                var contact = Contact()
                (contact.name, contact.createdAt) = ("Person \(number)", at())
                contact.status = Status.allCases.randomElement(using: &random)!
                contact.tier = ["A", "a", "Ａ", "B", "重点", ""].randomElement(using: &random)!
                contact.tags = chance(30) ? ["Fair"] : chance(10) ? ["quiet"] : []
                contact.cadence = chance(20) ? Int.random(in: 1...60, using: &random) : nil
                contact.doNotCall = chance(10)
                let id = try transaction.insert(&contact)
                for _ in 0..<Int.random(in: 0...2, using: &random) {
                    var call = Call()
                    (call.contactID, call.at, call.zone) = (id, at(), zones.randomElement(using: &random)!)
                    call.outcomeID = outcomes.randomElement(using: &random)!
                    try transaction.insert(&call)
                }
                if chance(30) {
                    var meeting = Meeting()
                    (meeting.title, meeting.zone, meeting.attendees) = (
                        "Talk", zones.dropLast().randomElement(using: &random)!, [id]
                    )
                    meeting.state = [.held, .planned, .cancelled].randomElement(using: &random)!
                    let when = meeting.state == .planned ? Self.now + (Self.now - at()) : at()
                    meeting.due = Due(on: Zone(meeting.zone)!.day(of: when), at: when)
                    try transaction.insert(&meeting)
                }
                if chance(30) {
                    var followUp = FollowUp()
                    (followUp.contactID, followUp.zone) = (id, zones.randomElement(using: &random)!)
                    followUp.action = FollowUp.Action.allCases.randomElement(using: &random)!
                    followUp.dueOn = transaction.clock.today + Int.random(in: -20...90, using: &random)
                    if chance(50) { (followUp.state, followUp.doneAt) = (.done, at()) }
                    try transaction.insert(&followUp)
                }
            }
        }
        return store
    }

    private static let zones = [
        "UTC", "Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati", "Pacific/Pago_Pago",
    ]

    @Test(arguments: zones) func theSectionIsThatOfAPlainLook(zone: String) throws {
        let store = try filled(zone)
        let expected = try plain(store).filter(\.isLosing)
        #expect(expected.count > 20)
        try store.read { transaction in
            let all = try transaction.agendaItems(.losingTouch, 0..<expected.count)
            #expect(all.map(\.ref.id) == expected.map(\.id))
            #expect(all.map(\.due?.on) == expected.map { Optional($0.due) })
            #expect(try transaction.agendaCount(.losingTouch) == expected.count)
            let window = expected.count / 3..<expected.count * 2 / 3
            let some = try transaction.agendaItems(.losingTouch, window)
            #expect(some == Array(all[window]))
            let filter = try Kind.contact.filter("touch:losing", clock: transaction.clock, currency: "CNY")
            let listed = try transaction.orderedIDs(ListQuery(.contact, filter))
            #expect(Set(listed) == Set(expected.map(\.id)))
        }
    }

    @Test(arguments: zones, ["", "status:customer or cadence<40 -tag:fair"])
    func theReportIsThatOfAPlainLook(zone: String, line: String) throws {
        let store = try filled(zone)
        let filter = try ReportFilter(line, for: .losing, clock: store.clock, currency: "CNY")
        let passing = try Kind.contact.filter(line, clock: store.clock, currency: "CNY")
        let all = try plain(store)
        try store.read { transaction in
            let ids = Set(try transaction.ids(ListQuery(.contact, passing)))
            let report = try transaction.report(.losing, .all, filter)
            var left = all.filter { ids.contains($0.id) }
            #expect(report.lines.count == Set(left.map { folded($0.tier) }).count)
            for row in report.lines {
                guard case .text(let tier) = row.cells[0] else {
                    Issue.record("no tier: \(row)")
                    return
                }
                let own = left.filter { folded($0.tier) == folded(tier) }
                left.removeAll { folded($0.tier) == folded(tier) }
                // How many days ago the touch was due.
                let over = own.filter(\.isLosing).map { transaction.clock.today - $0.due }
                let counts = [
                    own.count, over.count, over.count { $0 <= 7 }, over.count { (8...30).contains($0) },
                    over.count { $0 > 30 },
                ]
                #expect(
                    Array(row.cells.dropFirst()) == counts.map { .number($0) } + [over.max().map { .days($0) } ?? .none]
                )
            }
            #expect(left.isEmpty)
        }
    }

    /// The touch that is due of one customer, added 40 days ago.
    private func due(_ store: Store, _ id: Int64) throws -> Brief.Touch? {
        try store.read { try $0.brief(Ref(.contact, id)).touch }
    }

    private func customer(_ store: Store, _ change: (inout Contact) -> Void = { _ in }) throws -> Int64 {
        var contact = Contact()
        (contact.name, contact.status, contact.tier) = ("王伟", .customer, "A")
        contact.createdAt = Self.now + -40 * 86_400
        change(&contact)
        return try store.add(contact)
    }

    private func row(_ store: Store, _ of: Cadence.Of = .tier, _ name: String = "A", _ days: Int = 30) throws -> Cadence
    {
        var row = Cadence()
        (row.of, row.name, row.days) = (of, name, days)
        row.id = try store.add(row)
        return try store.read { try $0.fetch(Cadence.self, row.id) }!
    }

    private func log(_ store: Store, _ id: Int64, reached: Bool, at: Instant = LosingTouchTests.now) throws {
        var call = Call()
        (call.contactID, call.at, call.zone) = (id, at, "Asia/Shanghai")
        call.outcomeID = try store.read { try $0.fetchAll(Outcome.self) }.first { $0.reached == reached }!.id
        try store.write("Log call") { try $0.insert(&call) }
    }

    @Test func aTouchRestartsItAndAnAttemptDoesNot() throws {
        let store = try store()
        _ = try row(store)
        let id = try customer(store)
        let added = Day("2026-10-11")!
        #expect(try due(store, id) == Brief.Touch(every: 30, due: added + 30, isLosing: true))
        try log(store, id, reached: false)
        #expect(try due(store, id)?.due == added + 30)
        try log(store, id, reached: true)
        #expect(try due(store, id) == Brief.Touch(every: 30, due: Day("2026-12-20")!, isLosing: false))
        _ = try store.undo()
        #expect(try due(store, id)?.isLosing == true)
    }

    /// Half past midnight in Shanghai is still the day before in UTC; the date as it was meant counts.
    @Test func theDayIsThatOfTheZoneInWhichItWasMeant() throws {
        let store = try store("America/Los_Angeles")
        _ = try row(store)
        let id = try customer(store)
        try log(store, id, reached: true, at: Instant("2026-11-18T16:30:00Z")!)
        #expect(try due(store, id)?.due == Day("2026-11-19")! + 30)
    }

    @Test func changingARowConcernsEverybodyInOneActionAndUndoGoesBack() throws {
        let store = try store()
        let tier = try row(store)
        let ids = try [
            customer(store), customer(store) { $0.tags = ["展会"] }, customer(store) { $0.cadence = 7 },
            customer(store) { $0.status = .former }, customer(store) { $0.doNotCall = true },
            customer(store) { $0.status = .lead }, customer(store) { ($0.status, $0.cadence) = (.lead, 9) },
            customer(store) { $0.tier = "B" },
        ]
        func every() throws -> [Int?] { try ids.map { try due(store, $0)?.every } }
        let first: [Int?] = [30, 30, 7, nil, nil, nil, 9, nil]
        #expect(try every() == first)
        var changed = tier
        changed.days = 60
        try store.edit(from: tier, to: changed)
        #expect(try every() == [60, 60, 7, nil, nil, nil, 9, nil])
        let tag = try row(store, .tag, "展会", 14)
        #expect(try every() == [60, 14, 7, nil, nil, nil, 9, nil])
        let kept = try store.derivedDump()
        try store.recomputeDerived()
        #expect(try store.derivedDump() == kept)
        try store.delete([Ref(.cadence, tier.id)])
        #expect(try every() == [nil, 14, 7, nil, nil, nil, 9, nil])
        for _ in 0..<3 { _ = try store.undo() }
        #expect(try every() == first)
        #expect(try store.read { try $0.fetch(Cadence.self, tag.id) } == nil)
    }

    @Test(arguments: [(-3, false), (0, false), (30, false), (31, true)])
    func aNextStepNearIsTouchEnough(days: Int, isLosing: Bool) throws {
        let store = try store()
        _ = try row(store)
        let id = try customer(store)
        var followUp = FollowUp()
        (followUp.contactID, followUp.dueOn) = (id, store.clock.today + days)
        try store.add(followUp)
        #expect(try due(store, id)?.isLosing == isLosing)
        #expect(try store.read { try $0.agendaCount(.losingTouch) } == (isLosing ? 1 : 0))
    }

    /// The places in the section are found by the index alone.
    @Test func noTableIsWalked() throws {
        let path = RawFile.path()
        defer { unlink(path) }
        try Store.open(path, for: .command, clock: RandomActions.clock, seed: 1).close()
        let losing = LosingTouch.condition(today: Day("2026-11-20")!).sql.replacing("?", with: "'2026-11-20'")
        let plan = RawFile(path).rows(
            """
            EXPLAIN QUERY PLAN SELECT contact_id FROM contact_state INDEXED BY contact_state_touch WHERE \(losing)
            ORDER BY touch_due, contact_id
            """)
        #expect(plan.map { $0[3] } == ["SEARCH contact_state USING COVERING INDEX contact_state_touch (touch_due<?)"])
    }
}
