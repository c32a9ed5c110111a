import PaneKit
import Sales
import Screen
import Storage
import Words

/// The time of a meeting while it is typed: when it ends, what is in its way, and when there is room.
extension Office {
    /// When a meeting ends: so many minutes after its start, or at a time of its day; a new one after an hour when neither is said.
    /// nil for no end.
    ///
    /// - Throws: `FormError` at that field.
    func end(_ form: Form, isNew: Bool) throws -> Instant? {
        let text = folded(form["minutes"])
        guard let start = try due(form, "when")?.at else { return nil }
        if text.isEmpty { return isNew ? start + 60 * 60 : nil }
        if let minutes = Int(text), (0...10_080).contains(minutes) { return minutes == 0 ? nil : start + minutes * 60 }
        if Int(text) == nil, let end = try? DateWords.parse(text, clock: clock).at {
            let day = clock.zone.day(of: start)
            let at = clock.zone.instant(day, clock.zone.time(of: end))
            return at >= start ? at : clock.zone.instant(day + 1, clock.zone.time(of: end))
        }
        throw FormError(field: "minutes", say("A whole number of minutes, up to a week, or the time of the end."))
    }

    /// The time that a meeting would take; nil as long as none is typed.
    private func slot(_ form: Form, isNew: Bool) -> TimeSlot? {
        guard let start = (try? DateWords.parse(form["when"], clock: clock))?.at else { return nil }
        let end = (try? end(form, isNew: isNew)) ?? nil
        return TimeSlot(start: start, end: end ?? start, place: form["place"])
    }

    /// What is in the way: it warns, it never blocks.
    func conflict(_ form: Form, except own: Ref?) -> FormField.Warning? {
        guard let slot = slot(form, isNew: own == nil) else { return nil }
        let others = (try? store.read { try $0.conflicts(with: slot, except: own) }) ?? []
        guard let first = others.first else { return nil }
        let more = others.count > 1 ? " " + say("and \(others.count - 1) more") : ""
        return FormField.Warning(said(first) + more) { try self.edit(first.step.ref) }
    }

    private func said(_ conflict: Conflict) -> String {
        let step = conflict.step
        let what = step.subject.isEmpty ? Wording.action(step.action) : step.subject
        let when = step.due.at.map { dates.time($0) } ?? say("all day")
        switch conflict.clash {
        case .overlap: return say("then: \(when) \(what)")
        case .tooClose(let minutes): return say("\(minutes) min for the way: \(when) \(what), \(conflict.place)")
        case nil: return say("that day: \(when) \(what)")
        }
    }

    /// The next free time at or after what is typed, or from now on; when that is what is typed already, the one after it.
    func nextFree(_ form: Form, except own: Ref?) throws -> String {
        let typed = try? DateWords.parse(form["when"], clock: clock)
        let from = typed.map { $0.at ?? clock.zone.instant($0.on, TimeOfDay(0, 0)!) } ?? clock.now
        var minutes = TimeSlot.meeting
        if typed?.at != nil, let end = try end(form, isNew: own == nil) {
            minutes = max(1, (end - from) / 60)
        } else if let length = try number(
            form, "minutes", in: 0...10_080, say("A whole number of minutes, up to a week."))
        {
            minutes = max(1, length)
        }
        func next(_ earliest: Instant) throws -> Instant? {
            try read {
                try $0.nextFree(from: max(earliest, clock.now), minutes: minutes, place: form["place"], except: own)
            }
        }
        var found = try next(from)
        if let free = found, free == typed?.at { found = try next(free + 60) }
        guard let found else {
            throw FormError(field: "when", say("No \(minutes) min are free in the working hours of a year."))
        }
        return self.typed(Due(on: clock.zone.day(of: found), at: found))
    }
}
