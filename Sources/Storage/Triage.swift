internal import GRDB
package import Sales
import Words

/// A pile of what is due: in which order one goes through it, and the follow-ups of it spread over the working days from tomorrow.
extension Transaction {
    /// Open follow-ups and planned meetings, what is worth most first: by priority, then the amount of the open deal (its own, else
    /// the largest of whom it is about), then the tier (A before B), then age. Anything else is left out.
    package func byWorth(_ refs: [Ref]) throws -> [Ref] {
        let rates = try fetchAll(Rate.self).filter { $0.startsOn <= clock.today }
        func worth(_ amount: Int64, _ currency: String) -> Double {
            var money = Money(minor: amount, currency: currency)
            let rate = rates.filter { $0.currency == store.baseCurrency && $0.foreign == currency }
                .max { ($0.startsOn, $0.id) < ($1.startsOn, $1.id) }
            // Only an order: what has no rate counts as much as it reads.
            if let known = rate?.worth(of: amount) { money = known }
            return (0..<Money.digits(of: money.currency)).reduce(Double(money.minor)) { part, _ in part / 10 }
        }
        func piled(_ kind: Kind, _ sql: String) throws -> [Piled] {
            let ids = IDList.json(refs.lazy.filter { $0.kind == kind }.map(\.id))
            return try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [ids]).map { row in
                let tier = folded(row[2] as String)
                return Piled(
                    ref: Ref(kind, row[0]), priority: row[1], worth: worth(row[5] ?? 0, row[6] ?? ""),
                    tier: tier.isEmpty ? "~" : tier,
                    due: Due(on: Day(row[3] as String) ?? clock.today, at: (row[4] as String?).flatMap { Instant($0) }))
            }
        }
        let pile = try piled(.followUp, Piled.followUps) + piled(.meeting, Piled.meetings)
        return pile.sorted { $0.comes(before: $1) }.map(\.ref)
    }

    /// The open deal by which something due is worth what it is: its own, else the largest of whom it is about.
    package func deal(behind ref: Ref) throws -> Opportunity? {
        let sql = ref.kind == .meeting ? Piled.meetings : Piled.followUps
        let row = try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [IDList.json([ref.id])])
        return try (row?[7] as Int64?).flatMap { try fetch(Opportunity.self, $0) }
    }

    /// On which day each follow-up of a pile would come, with at most so many due a day, those counted that are due there
    /// already. What is worth most comes first.
    ///
    /// - Parameters:
    ///   - refs: open follow-ups; anything else is left out.
    ///   - perDay: 1 or more.
    package func spread(_ refs: [Ref], perDay: Int) throws -> [(ref: Ref, day: Day)] {
        let pile = try byWorth(refs.filter { $0.kind == .followUp })
        let moving = Set(pile.map(\.id))
        let calendar = try workCalendar()
        var day = calendar.workingDay(onOrAfter: clock.today + 1)
        var room = try perDay - dueCount(on: day, except: moving)
        return try pile.map { ref in
            while room <= 0 {
                day = calendar.workingDay(onOrAfter: day + 1)
                room = try perDay - dueCount(on: day, except: moving)
            }
            room -= 1
            return (ref, day)
        }
    }

    private func dueCount(on day: Day, except moving: Set<Int64>) throws -> Int {
        let open = try Int64.fetchAll(
            database.cachedStatement(sql: "SELECT id FROM follow_up WHERE state = 'open' AND due_on = ?"),
            arguments: [day.description])
        return open.count { !moving.contains($0) }
    }
}

/// Something in a pile, with what decides its place.
private struct Piled {
    var ref: Ref
    var priority: Int
    var worth: Double
    var tier: String
    var due: Due

    func comes(before other: Piled) -> Bool {
        if priority != other.priority { return priority > other.priority }
        if worth != other.worth { return worth > other.worth }
        return (tier, due, ref.kind.rawValue, ref.id) < (other.tier, other.due, other.ref.kind.rawValue, other.ref.id)
    }

    static let followUps = sql("follow_up", who: "d.contact_id", priority: "d.priority", "d.state = 'open'")
    static let meetings = sql(
        "meeting", who: "(SELECT contact_id FROM attendee WHERE meeting_id = d.id ORDER BY ordinal LIMIT 1)",
        priority: "0", "d.state = 'planned'")

    private static func sql(_ table: String, who: String, priority: String, _ condition: String) -> String {
        """
        SELECT d.id, \(priority), coalesce(nullif(p.tier, ''), c.tier, ''), d.due_on, d.due_at, o.amount, o.currency,
            o.id
        FROM \(table) d LEFT JOIN contact p ON p.id = \(who)
            LEFT JOIN company c ON c.id = coalesce(d.company_id, p.company_id)
            LEFT JOIN opportunity o ON o.state = 'open' AND o.id = coalesce(d.opportunity_id, (
                SELECT deal.id FROM role r JOIN opportunity deal ON deal.id = r.opportunity_id
                WHERE r.contact_id = p.id AND +deal.state = 'open' ORDER BY deal.amount DESC, deal.id LIMIT 1))
        WHERE d.id IN (SELECT value FROM json_each(?)) AND \(condition)
        """
    }
}

extension Store {
    /// Spreads follow-ups over the coming working days, as one action.
    ///
    /// - Returns: how many were moved, and the last of the days; nil when there was none.
    @discardableResult
    package func spread(_ refs: [Ref], perDay: Int) throws -> (count: Int, last: Day)? {
        try write("Spread \(refs.count, "follow-up", "follow-ups")") { transaction in
            let plan = try transaction.spread(refs, perDay: perDay)
            for (ref, day) in plan {
                guard let old = try transaction.fetch(FollowUp.self, ref.id) else { continue }
                var new = old
                new.due = old.due.moved(to: day, in: clock.zone)
                new.keepRhythm(of: old, at: clock)
                try transaction.update(from: old, to: new)
            }
            return plan.last.map { (plan.count, $0.day) }
        }
    }
}
