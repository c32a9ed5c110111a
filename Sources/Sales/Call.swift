import Words

/// A telephone call that happened, with a contact or with a company's number.
package struct Call: Record {
    package enum Direction: String, CaseIterable, Sendable { case out, `in` }

    package static let kind = Kind.call
    package var id: Int64 = 0
    package var uid = ""
    package var contactID: Int64?
    package var companyID: Int64?
    package var opportunityID: Int64?
    package var at = Instant(seconds: 0)
    /// The IANA zone where `at` was meant.
    package var zone = "UTC"
    package var direction = Direction.out
    package var outcomeID: Int64 = 0
    /// Length in minutes; nil when it was not noted.
    package var minutes: Int?
    package var summary = ""
    package var externalIDs: [ExternalID] = []

    package init() {}

    package var title: String { summary }

    package static let fields: [Field<Call>] = [
        .reference("contact", "Contact", .contact, \.contactID),
        .reference("company", "Company", .company, \.companyID),
        .reference("opportunity", "Deal", .opportunity, \.opportunityID),
        .requiredInstant("at", "When", \.at),
        .text("zone", "Time zone", \.zone, required: true),
        .choice("direction", "Direction", \.direction),
        .requiredReference("outcome", "Outcome", .outcome, \.outcomeID),
        .integer("minutes", "Minutes", 0...1440, \.minutes),
        .text("summary", "Summary", \.summary, long: true),
    ]

    package static let lists: [ListField<Call>] = [.externalIDs(\.externalIDs)]
}
