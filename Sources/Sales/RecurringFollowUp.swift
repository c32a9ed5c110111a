import Words

/// A follow-up that repeats: what it goes on in when it is done, and its rhythm when it is put off.
extension FollowUp {
    /// How it repeats; nil for once, and for a rule that Kontor does not know.
    package var recurrence: Recurrence? { try? Recurrence(rule: `repeat`) }

    /// The follow-up that comes after this one is done: the same for the same people, on the next day of its rhythm after its
    /// own and after today. Nil when it does not repeat, or not any more.
    ///
    /// - Throws: `RecurrenceError` for a rule that Kontor does not know.
    package func following(at clock: Clock, calendar: WorkCalendar) throws(RecurrenceError) -> FollowUp? {
        if `repeat`.isEmpty { return nil }
        let rule = try Recurrence(rule: `repeat`)
        guard let next = rule.following(due, doneOn: clock.today, zone: ownZone(clock), calendar: calendar) else {
            return nil
        }
        var new = self
        (new.id, new.uid, new.externalIDs) = (0, "", [])
        new.due = next.due
        new.repeat = next.rule.description
        (new.state, new.doneAt, new.result) = (.open, nil, "")
        return new
    }

    /// Writes the rhythm out in the rule where only this one was moved to another day: those that follow come as before.
    package mutating func keepRhythm(of old: FollowUp, at clock: Clock) {
        guard due != old.due, `repeat` == old.repeat, let rule = old.recurrence else { return }
        let zone = old.ownZone(clock)
        `repeat` = rule.anchored(on: old.dueAt.map { zone.day(of: $0) } ?? old.dueOn).description
    }

    /// Where its time is meant.
    private func ownZone(_ clock: Clock) -> Zone {
        zone == clock.zone.name ? clock.zone : Zone(zone) ?? clock.zone
    }
}
