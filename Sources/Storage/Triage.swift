internal import GRDB
package import Sales
import Words

/// A pile of overdue follow-ups, spread over the working days from tomorrow.
extension Transaction {
    /// On which day each follow-up of a pile would come, with at most so many due a day, those counted that are due there
    /// already. The important come first: by priority, then the tier of the contact (A before B), then age.
    ///
    /// - Parameters:
    ///   - refs: open follow-ups; anything else is left out.
    ///   - perDay: 1 or more.
    package func spread(_ refs: [Ref], perDay: Int) throws -> [(ref: Ref, day: Day)] {
        let pile = try refs.compactMap { ref -> (followUp: FollowUp, tier: String)? in
            guard ref.kind == .followUp, let followUp = try fetch(FollowUp.self, ref.id), followUp.state == .open else {
                return nil
            }
            let tier = try followUp.contactID.flatMap { try fetch(Contact.self, $0)?.tier } ?? ""
            return (followUp, tier.isEmpty ? "~" : folded(tier))
        }.sorted {
            (-$0.followUp.priority, $0.tier, $0.followUp.due, $0.followUp.id)
                < (-$1.followUp.priority, $1.tier, $1.followUp.due, $1.followUp.id)
        }
        let moving = Set(pile.map(\.followUp.id))
        let calendar = try workCalendar()
        var day = calendar.workingDay(onOrAfter: clock.today + 1)
        var room = try perDay - dueCount(on: day, except: moving)
        return try pile.map { item in
            while room <= 0 {
                day = calendar.workingDay(onOrAfter: day + 1)
                room = try perDay - dueCount(on: day, except: moving)
            }
            room -= 1
            return (Ref(.followUp, item.followUp.id), day)
        }
    }

    private func dueCount(on day: Day, except moving: Set<Int64>) throws -> Int {
        let open = try Int64.fetchAll(
            database.cachedStatement(sql: "SELECT id FROM follow_up WHERE state = 'open' AND due_on = ?"),
            arguments: [day.description])
        return open.count { !moving.contains($0) }
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
