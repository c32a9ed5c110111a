import PaneKit
import Sales
import Screen
import Storage
import Words

/// The lines of the follow-up form on how it repeats and when it makes itself heard, echoed while one types.
extension Office {
    func repeatField(_ old: FollowUp) -> FormField {
        .line("repeat", say("Repeat"), text: rhythm(of: old)) { form in
            do {
                let text = try self.repeating(form, old)
                if text.isEmpty {
                    return StyledText(say("weekly, every mon,thu, every 15th, 每月底"), .dim)
                }
                var new = old
                if let due = try? self.due(form, "when") { new.due = due }
                new.repeat = text
                new.keepRhythm(of: old, at: self.clock)
                let then = try self.read { try new.following(at: self.clock, calendar: $0.workCalendar()) }
                let words = new.recurrence?.words ?? text
                let next = then.map { say("then \(self.dates.full($0.due.on))") } ?? say("the last one")
                // What stands in the line already need not be said again.
                return StyledText(form["repeat"] == words ? next : words + "; " + next, .good)
            } catch let error as FormError {
                return StyledText(error.description, .bad)
            } catch {
                return nil
            }
        }
    }

    /// How it repeats, the value of an RRULE; what was not changed stays as it was to the letter.
    ///
    /// - Throws: `FormError` for what is no way to repeat.
    func repeating(_ form: Form, _ old: FollowUp) throws -> String {
        if form["repeat"] == rhythm(of: old) { return old.repeat }
        do {
            let day = (try? due(form, "when"))?.on ?? clock.today
            return try RepeatWords.parse(form["repeat"], on: day)?.description ?? ""
        } catch {
            throw FormError(field: "repeat", error.description)
        }
    }

    private func rhythm(of followUp: FollowUp) -> String { followUp.recurrence?.words ?? followUp.repeat }

    func alarmField(_ old: FollowUp) -> FormField {
        .line("alarms", say("Remind"), text: AlarmWords.text(old.alarms)) { form in
            do {
                let alarms = try self.alarms(form)
                guard let due = try? self.due(form, "when") else { return StyledText(say("15m, 1h, 1d before"), .dim) }
                let at = due.at ?? self.clock.zone.instant(due.on, Reminder.morning)
                let times = (alarms.isEmpty ? [0] : alarms).map { self.dates.full(at + -60 * $0) }
                let isUsual = alarms.isEmpty
                return StyledText(
                    times.joined(separator: ", ") + (isUsual ? "  " + say("or 15m, 1h, 1d before") : ""),
                    isUsual ? .dim : .good)
            } catch let error as FormError {
                return StyledText(error.description, .bad)
            } catch {
                return nil
            }
        }
    }

    /// Minutes before.
    ///
    /// - Throws: `FormError` for what is no time.
    func alarms(_ form: Form) throws -> [Int] {
        do {
            return try AlarmWords.parse(form["alarms"])
        } catch {
            throw FormError(field: "alarms", error.sentence)
        }
    }
}
