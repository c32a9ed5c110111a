import Words

/// Free text on a contact, company or opportunity.
package struct Note: Record {
    package static let kind = Kind.note
    package var id: Int64 = 0
    package var uid = ""
    package var contactID: Int64?
    package var companyID: Int64?
    package var opportunityID: Int64?
    package var at = Instant(seconds: 0)
    package var zone = "UTC"
    package var text = ""
    package var externalIDs: [ExternalID] = []

    package init() {}

    package var title: String { text }

    package static let fields: [Field<Note>] = [
        .reference("contact", "Contact", .contact, \.contactID),
        .reference("company", "Company", .company, \.companyID),
        .reference("opportunity", "Deal", .opportunity, \.opportunityID),
        .requiredInstant("at", "When", \.at),
        .text("zone", "Time zone", \.zone, required: true),
        .text("text", "Text", \.text, required: true, long: true),
    ]

    package static let lists: [ListField<Note>] = [.externalIDs(\.externalIDs)]
}
