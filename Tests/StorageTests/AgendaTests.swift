import Sales
import Testing
import Words

@testable import Storage

/// The parts of Today, found by SQL over indexes, against a plain look at everything that is open.
struct AgendaTests {
    /// The same numbers at every run (SplitMix64).
    private struct Seeded: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    /// Every open follow-up and planned meeting in its part, decided in Swift.
    private func plain(_ store: Store) throws -> [Agenda.Part: [Ref]] {
        let clock = store.clock
        return try store.read { transaction in
            var all: [(ref: Ref, due: Due, isLate: Bool)] = []
            for id in try transaction.ids(.followUp) {
                let followUp = try transaction.fetch(FollowUp.self, id)!
                if followUp.state == .open {
                    all.append((Ref(.followUp, id), followUp.due, followUp.due.isOverdue(at: clock)))
                }
            }
            for id in try transaction.ids(.meeting) {
                let meeting = try transaction.fetch(Meeting.self, id)!
                guard meeting.state == .planned else { continue }
                let isLate = meeting.endAt.map { $0 < clock.now } ?? meeting.due.isOverdue(at: clock)
                all.append((Ref(.meeting, id), meeting.due, isLate))
            }
            all.sort { a, b in
                if a.due != b.due { return a.due < b.due }
                return (a.ref.kind == .meeting ? 1 : 0, a.ref.id) < (b.ref.kind == .meeting ? 1 : 0, b.ref.id)
            }
            var parts: [Agenda.Part: [Ref]] = [:]
            for (ref, due, isLate) in all {
                let day = due.day(in: clock.zone)
                if isLate {
                    parts[.overdue, default: []].append(ref)
                } else if day <= clock.today {
                    parts[.today, default: []].append(ref)
                } else if day <= clock.today + 7 {
                    parts[.nextDays, default: []].append(ref)
                }
            }
            return parts
        }
    }

    @Test(arguments: ["UTC", "Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
    func partsAreThoseOfAPlainLook(zone: String) throws {
        let clock = Clock(zone: Zone(zone)!, fixedAt: Instant("2026-11-20T06:05:00Z")!)
        let store = try Store.inMemory(clock: clock, seed: 7)
        var random = Seeded(state: 42)
        try store.write("Fill") { transaction in
            var contact = Contact()
            contact.name = "Ada"
            let ada = try transaction.insert(&contact)
            for _ in 0..<400 {
                // Meant in any zone, so that the date and the instant disagree about the day.
                let meant = Zone(
                    ["UTC", "Asia/Tokyo", "America/New_York", "Pacific/Kiritimati"].randomElement(using: &random)!)!
                let at = clock.now + Int.random(in: -12 * 24 * 60...12 * 24 * 60, using: &random) * 60
                let due = Bool.random(using: &random) ? Due(on: meant.day(of: at)) : Due(on: meant.day(of: at), at: at)
                if Bool.random(using: &random) {
                    var followUp = FollowUp()
                    (followUp.action, followUp.due, followUp.zone) = (.call, due, meant.name)
                    followUp.contactID = ada
                    try transaction.insert(&followUp)
                } else {
                    var meeting = Meeting()
                    (meeting.title, meeting.due, meeting.zone) = ("Visit", due, meant.name)
                    meeting.endAt = due.at.map { $0 + Int.random(in: 0...3 * 24 * 60, using: &random) * 60 }
                    meeting.attendees = [ada]
                    try transaction.insert(&meeting)
                }
            }
        }
        let expected = try plain(store)
        try store.read { transaction in
            for part in [Agenda.Part.overdue, .today, .nextDays] {
                let refs = expected[part] ?? []
                let (count, all) = (
                    try transaction.agendaCount(part), try transaction.agendaItems(part, 0..<refs.count)
                )
                #expect(count == refs.count)
                #expect(all.map(\.ref) == refs)
                // A window is a part of the whole.
                let window = refs.count / 3..<refs.count * 2 / 3
                let some = try transaction.agendaItems(part, window)
                #expect(some.map(\.ref) == Array(refs[window]))
            }
        }
    }

    @Test func nothingPlannedGoesFromDealsToPeopleInOneOrder() throws {
        let clock = Clock(zone: Zone("UTC")!, fixedAt: Instant("2026-11-20T06:05:00Z")!)
        let store = try Store.inMemory(clock: clock, seed: 7)
        try store.write("Fill") { transaction in
            let stage = try transaction.fetchAll(Stage.self)[0].id
            for number in 1...9 {
                var deal = Opportunity()
                (deal.name, deal.stageID, deal.currency, deal.amount) = ("Deal \(number)", stage, "CNY", Int64(number))
                try transaction.insert(&deal)
                var contact = Contact()
                (contact.name, contact.status) = ("Person \(number)", .customer)
                try transaction.insert(&contact)
            }
        }
        try store.read { transaction in
            let all = try transaction.agendaItems(.nothingPlanned, 0..<18)
            let count = try transaction.agendaCount(.nothingPlanned)
            #expect(count == 18)
            #expect(all.map(\.subject).prefix(9) == (1...9).reversed().map { "Deal \($0)" }[...])
            #expect(all.map(\.who).suffix(9) == (1...9).map { "Person \($0)" }[...])
            for first in 0..<18 {
                for last in first...18 {
                    let window = try transaction.agendaItems(.nothingPlanned, first..<last)
                    #expect(window == Array(all[first..<last]))
                }
            }
        }
    }
}
