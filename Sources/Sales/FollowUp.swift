import Words

/// A reminder to do something by a date, or by a date and time.
package struct FollowUp: Record {
    /// What is to be done. A visit done is a touch, an e-mail or parcel sent an attempt, a task neither.
    package enum Action: String, CaseIterable, Sendable {
        case call, visit, email, send, task

        /// Its word; that of another thing to be done, such as `meeting`, too.
        package static func said(_ action: String) -> String { say(Phrase(word: action, as: "action")) }
    }

    package enum State: String, CaseIterable, Sendable { case open, done }

    package static let kind = Kind.followUp
    package var id: Int64 = 0
    package var uid = ""
    package var action = Action.call
    package var subject = ""
    package var dueOn = Day(number: 0)
    package var dueAt: Instant?
    package var zone = "UTC"
    package var contactID: Int64?
    package var companyID: Int64?
    package var opportunityID: Int64?
    /// 1 high, 0 normal, -1 low.
    package var priority = 0
    /// How it repeats: the value of an RRULE (RFC 5545, 3.3.10); empty for once.
    package var `repeat` = ""
    package var state = State.open
    package var doneAt: Instant?
    package var result = ""
    /// Minutes before the time it is due.
    package var alarms: [Int] = []
    package var externalIDs: [ExternalID] = []

    package init() {}

    package var title: String { subject }

    package var due: Due {
        get { Due(on: dueOn, at: dueAt) }
        set { (dueOn, dueAt) = (newValue.on, newValue.at) }
    }

    package static let fields: [Field<FollowUp>] = [
        .choice("action", "To do", \.action),
        .text("subject", "Subject", \.subject),
        .requiredDay("due_on", "Due", \.dueOn),
        .instant("due_at", "Due at", \.dueAt),
        .text("zone", "Time zone", \.zone, required: true),
        .reference("contact", "Contact", .contact, \.contactID),
        .reference("company", "Company", .company, \.companyID),
        .reference("opportunity", "Deal", .opportunity, \.opportunityID),
        .number("priority", "Priority", -1...1, \.priority),
        .text("repeat", "Repeat", \.repeat),
        .choice("state", "State", \.state),
        .instant("done_at", "Done", \.doneAt),
        .text("result", "Result", \.result, long: true),
    ]

    package static let lists: [ListField<FollowUp>] = [.alarms(\.alarms), .externalIDs(\.externalIDs)]
}
