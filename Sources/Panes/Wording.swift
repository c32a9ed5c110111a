import Sales
import Screen
import Storage
import Words

/// How dates, amounts and actions read on every pane, and in which role of colour.
enum Wording {
    static func action(_ action: String) -> String { FollowUp.Action.said(action) }

    /// The mark of an activity in a timeline.
    static func glyph(_ action: String) -> String {
        switch action {
        case "call": Glyphs.phone
        case "meeting", "visit": Glyphs.meeting
        case "email", "send": Glyphs.mail
        case "note": "¶"
        default: Glyphs.check
        }
    }

    /// The role of what is due then.
    static func role(_ due: Due, clock: Clock) -> Role {
        if due.isOverdue(at: clock) { return .bad }
        return due.day(in: clock.zone) == clock.today ? .attention : .good
    }

    /// That there is no next step, and why.
    static func none(_ because: String) -> String { say("none: \(because)") }

    /// A next step in one cell: `call, 3 days over`, `meeting today 14:25`, `nothing planned`, `none: waits for spring`.
    static func step(_ due: Due?, action: String, isActive: Bool, because: String = "", office: Office) -> StyledText {
        guard let due else {
            if !because.isEmpty { return StyledText(none(because), .dim) }
            return isActive ? StyledText(say("nothing planned"), .attention) : ""
        }
        let role = role(due, clock: office.clock)
        let (what, when) = (Wording.action(action), office.dates.due(due))
        let text = role == .bad ? say("\(what), \(when)") : what + " " + when
        return StyledText(text, role == .good ? .normal : Style(role))
    }

    /// What makes itself heard, in one line: `Reminder: 10:00 call Wang Wei: quote`.
    static func reminder(_ reminder: Reminder, andMore count: Int, _ dates: DateFormat) -> String {
        let step = reminder.step
        let what = [step.due.at.map { dates.time($0) } ?? "", action(step.action), reminder.who].filter { !$0.isEmpty }
        let text = what.joined(separator: " ") + (step.subject.isEmpty ? "" : ": " + step.subject)
        return count == 0 ? say("Reminder: \(text)") : say("Reminder: \(text); and \(count) more, see Today")
    }

    /// A text with the mark of what repeats behind it: `report  ↻ every 2 weeks`; the text alone for once.
    static func repeating(_ text: StyledText, _ rule: String) -> StyledText {
        if rule.isEmpty { return text }
        let pace = (try? Recurrence(rule: rule))?.pace ?? rule
        let gap = text.isEmpty ? "" : "  "
        return text + StyledText(gap + Glyphs.repeats + " " + pace, .dim)
    }

    /// A money amount, right for a narrow column: the number only when the currency is understood.
    /// Rows of a table that go over to another record when two become one.
    static func followers(_ table: String, _ count: Int) -> String {
        switch table {
        case "attendee", "meeting": say("\(count, "meeting", "meetings")")
        case "role", "opportunity": say("\(count, "deal", "deals")")
        case "call": say("\(count, "call", "calls")")
        case "follow_up": say("\(count, "follow-up", "follow-ups")")
        case "note": say("\(count, "note", "notes")")
        case "contact": say("\(count, "contact", "contacts")")
        case "relation": say("\(count, "relation", "relations")")
        case "affiliation": say("\(count, "relation to a company", "relations to companies")")
        default: "\(count) \(table.replacing("_", with: " "))"
        }
    }

    static func money(_ money: Money?) -> String { money.map { "\($0)" } ?? "" }
}
