import Words

/// Something that was promised in talking: what I owe, or what they owe. Open until it is kept.
package struct Promise: Record {
    package enum Direction: String, CaseIterable, Sendable { case mine, theirs }

    package static let kind = Kind.promise
    package var id: Int64 = 0
    package var uid = ""
    package var direction = Direction.mine
    package var text = ""
    package var contactID: Int64?
    package var companyID: Int64?
    package var opportunityID: Int64?
    /// When it was made.
    package var at = Instant(seconds: 0)
    package var zone = "UTC"
    /// When it was kept; nil while it is open.
    package var keptAt: Instant?
    /// Where it was written down: one of these at most.
    package var callID: Int64?
    package var meetingID: Int64?
    package var noteID: Int64?

    package init() {}

    package var title: String { text }

    package static let fields: [Field<Promise>] = [
        .choice("direction", "Who owes", \.direction),
        .text("text", "What", \.text, required: true),
        .reference("contact", "Contact", .contact, \.contactID),
        .reference("company", "Company", .company, \.companyID),
        .reference("opportunity", "Deal", .opportunity, \.opportunityID),
        .requiredInstant("at", "Made", \.at),
        .text("zone", "Time zone", \.zone, required: true),
        .instant("kept_at", "Kept", \.keptAt),
        .reference("call", "Call", .call, \.callID),
        .reference("meeting", "Meeting", .meeting, \.meetingID),
        .reference("note", "Note", .note, \.noteID),
    ]
}
