import Foundation
import Sales
import Storage
import Testing
import Words

/// Attempts and best hour against a slow, plain recomputation over random calls: of each call all that came before it are looked
/// through, and its hour is asked of Foundation.
@Suite struct ReportsOfReachingTests {
    private static let filter = "direction:out or outcome:voicemail at<2026-11-01"

    /// The hours of the first have summer time, those of the second begin at half past, the third is nearly a day ahead.
    private static let zones = ["Europe/Berlin", "Asia/Kolkata", "Pacific/Kiritimati"]

    nonisolated(unsafe) private static let filled: [String: Store] = {
        var stores: [String: Store] = [:]
        for (number, zone) in zones.enumerated() {
            let clock = Clock(zone: Zone(zone)!, fixedAt: Instant("2026-11-21T06:05:00Z")!)
            stores[zone] = try! Store.inMemory(clock: clock, seed: 5)
            try! fill(stores[zone]!, seed: UInt64(number))
        }
        return stores
    }()

    /// Calls of both directions to people and companies, many in one second, at the edges of days and periods and in the nights
    /// in which the clock is put.
    private static func fill(_ store: Store, seed: UInt64) throws {
        var random = SplitMix64(state: seed)
        func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
        let nights = [Day("2025-10-26")!, Day("2026-03-29")!, Day("2026-10-25")!]
        let edges = Report.Name.hours.periods.compactMap { $0.days(on: store.clock.today) }.flatMap {
            [$0.lowerBound, $0.upperBound + 1]
        }
        try store.write("Fill") { transaction in
            var company = Company()
            company.name = "北京长城"
            try transaction.insert(&company)
            let outcomes = try transaction.fetchAll(Outcome.self)
            let unreached = outcomes.filter { !$0.reached } + outcomes.filter(\.reached).prefix(1)
            for _ in 0..<40 {
                var contact = Contact()
                contact.name = "王伟"
                try transaction.insert(&contact)
                // Few of them are reached, so that there are long rows of attempts.
                let own = chance(50) ? outcomes : unreached
                for _ in 0..<Int.random(in: 0...30, using: &random) {
                    var call = Call()
                    (call.contactID, call.companyID) = chance(95) ? (contact.id, nil) : (nil, company.id)
                    let day = [
                        nights.randomElement(using: &random)!, edges.randomElement(using: &random)!,
                        transaction.clock.today - Int.random(in: -3..<400, using: &random),
                    ].randomElement(using: &random)!
                    let hour = chance(60) ? 0 : Int.random(in: 0..<24, using: &random)
                    let start = transaction.clock.zone.instant(day, TimeOfDay(hour, 0)!)
                    call.at = start + [-1, 0, 0, 1, 1800, 3599].randomElement(using: &random)!
                    call.zone = zones.randomElement(using: &random)!
                    call.direction = chance(80) ? .out : .in
                    call.outcomeID = own.randomElement(using: &random)!.id
                    try transaction.insert(&call)
                }
            }
        }
    }

    private struct Past {
        var call: Call
        var isReached: Bool
        var isCounted: Bool
    }

    /// All calls in their order; counted are those of the period that pass the filter.
    private func past(_ transaction: Transaction, _ period: Period, _ line: String) throws -> [Past] {
        let filter = try Kind.call.filter(line, clock: transaction.clock, currency: "CNY")
        let passing = Set(try transaction.ids(ListQuery(.call, filter)))
        let days = period.days(on: transaction.clock.today)
        let reaching = Set(try transaction.fetchAll(Outcome.self).filter(\.reached).map(\.id))
        return try transaction.ids(.call).map { id in
            let call = try #require(try transaction.fetch(Call.self, id))
            let day = transaction.clock.zone.day(of: call.at)
            return Past(
                call: call, isReached: reaching.contains(call.outcomeID),
                isCounted: passing.contains(id) && days?.contains(day) ?? true)
        }.sorted { ($0.call.at, $0.call.id) < ($1.call.at, $1.call.id) }
    }

    private func cells(_ title: Report.Cell, _ calls: [Past]) -> [Report.Cell] {
        let reached = calls.count(where: \.isReached)
        return [title, .number(calls.count), .number(reached), share(reached, calls.count)]
    }

    private func share(_ part: Int, _ whole: Int) -> Report.Cell {
        whole == 0 ? .none : .percent(Int((Double(part) / Double(whole) * 100).rounded()))
    }

    @Test(arguments: zones, Report.Name.attempts.periods) func attemptsAreThoseSinceOneWasReached(
        zone: String, period: Period
    ) throws {
        for line in ["", Self.filter] {
            try Self.filled[zone]!.read { transaction in
                let all = try past(transaction, period, line)
                var expected: [Int: [Past]] = [:]
                for (place, past) in all.enumerated() {
                    guard past.isCounted, past.call.direction == .out, let contact = past.call.contactID else {
                        continue
                    }
                    let before = all[..<place].filter { $0.call.contactID == contact }
                    let since = before.lastIndex(where: \.isReached).map { before[($0 + 1)...] } ?? before[...]
                    let attempt = since.count { $0.call.direction == .out } + 1
                    expected[min(attempt, 8), default: []].append(past)
                }
                let filter = try ReportFilter(line, for: .attempts, clock: transaction.clock, currency: "CNY")
                let report = try transaction.report(.attempts, period, filter)
                let last = expected.keys.max() ?? 0
                #expect(
                    report.lines.map(\.cells)
                        == (1..<(last + 1)).map { cells($0 == 8 ? .text("8+") : .number($0), expected[$0] ?? []) })
                if period == .all, line.isEmpty { #expect(last == 8 && expected.count == 8) }
            }
        }
    }

    @Test(arguments: zones, Report.Name.hours.periods) func theHourIsThatOfTheClockOnTheWall(
        zone: String, period: Period
    ) throws {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = TimeZone(identifier: zone)!
        for line in ["", Self.filter] {
            try Self.filled[zone]!.read { transaction in
                let calls = try past(transaction, period, line).filter { $0.isCounted && $0.call.direction == .out }
                let times = calls.map { past in
                    let date = Date(timeIntervalSince1970: Double(past.call.at.seconds))
                    // Foundation counts weekdays from Sunday.
                    return (
                        hour: calendar.component(.hour, from: date),
                        weekday: (calendar.component(.weekday, from: date) + 5) % 7
                    )
                }
                func own(_ hour: Int, _ weekday: Int? = nil) -> [Past] {
                    zip(calls, times).filter { $1.hour == hour && (weekday == nil || $1.weekday == weekday) }.map(\.0)
                }
                let filter = try ReportFilter(line, for: .hours, clock: transaction.clock, currency: "CNY")
                let report = try transaction.report(.hours, period, filter)
                let hours = times.map(\.hour)
                let shown = hours.isEmpty ? [] : Array(hours.min()!...hours.max()!)
                #expect(
                    report.lines.map(\.cells)
                        == shown.map { hour in
                            cells(.hour(hour), own(hour))
                                + (0..<7).map { day in
                                    let met = own(hour, day)
                                    return share(met.count(where: \.isReached), met.count)
                                }
                        })
                // The best hour: no other one that is large enough has a better share, more calls at the same, or is earlier.
                var best: Int?
                for hour in shown {
                    let (a, b) = (own(hour), best.map { own($0) } ?? [])
                    let (reachedA, reachedB) = (a.count(where: \.isReached), b.count(where: \.isReached))
                    if reachedA == 0 || a.count * 20 < calls.count { continue }
                    let (x, y) = (reachedA * b.count, reachedB * a.count)
                    if best == nil || x > y || (x == y && a.count > b.count) { best = hour }
                }
                #expect(report.lines.filter { $0.note != nil }.map(\.cells[0]) == (best.map { [.hour($0)] } ?? []))
            }
        }
    }
}
