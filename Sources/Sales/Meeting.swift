import Words

/// A meeting: planned, held or cancelled. A planned one in the past is overdue ("held?").
package struct Meeting: Record {
    package enum State: String, CaseIterable, Sendable { case planned, held, cancelled }

    package static let kind = Kind.meeting
    package var id: Int64 = 0
    package var uid = ""
    package var title = ""
    package var state = State.planned
    /// The date as it was meant.
    package var dueOn = Day(number: 0)
    /// The start; nil for a whole day.
    package var dueAt: Instant?
    package var endAt: Instant?
    package var zone = "UTC"
    package var place = ""
    package var notes = ""
    /// Why it was cancelled; may be empty.
    package var reason = ""
    package var companyID: Int64?
    package var opportunityID: Int64?
    /// Ids of the contacts who attend.
    package var attendees: [Int64] = []
    /// Minutes before the start.
    package var alarms: [Int] = []
    package var externalIDs: [ExternalID] = []

    package init() {}

    package var due: Due {
        get { Due(on: dueOn, at: dueAt) }
        set { (dueOn, dueAt) = (newValue.on, newValue.at) }
    }

    package static let fields: [Field<Meeting>] = [
        .text("title", "Title", \.title, required: true),
        .choice("state", "State", \.state),
        .requiredDay("due_on", "Date", \.dueOn),
        .instant("due_at", "Start", \.dueAt),
        .instant("end_at", "End", \.endAt),
        .text("zone", "Time zone", \.zone, required: true),
        .text("place", "Place", \.place),
        .text("notes", "Notes", \.notes, long: true),
        .text("reason", "Reason", \.reason),
        .reference("company", "Company", .company, \.companyID),
        .reference("opportunity", "Deal", .opportunity, \.opportunityID),
    ]

    package static let lists: [ListField<Meeting>] = [
        .attendees(\.attendees), .alarms(\.alarms), .externalIDs(\.externalIDs),
    ]
}
