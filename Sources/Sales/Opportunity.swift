import Words

/// A possible deal.
package struct Opportunity: Record {
    package enum State: String, CaseIterable, Sendable { case open, won, lost }

    package static let kind = Kind.opportunity
    package var id: Int64 = 0
    package var uid = ""
    package var name = ""
    package var companyID: Int64?
    package var stageID: Int64 = 0
    package var state = State.open
    /// ISO 4217.
    package var currency = "USD"
    /// Minor units; nil when it is not known yet.
    package var amount: Int64?
    /// In percent; nil for the stage's own.
    package var probability: Int?
    /// When it is expected to close; once won or lost, when it did.
    package var closeOn: Day?
    /// Why it was lost; a lost deal always has one.
    package var reasonID: Int64?
    package var source = ""
    package var about = ""
    /// Why nothing is planned, where that was said; over with the next plan and the next touch.
    package var nothingBecause = ""
    package var createdAt = Instant(seconds: 0)
    /// When it was last looked at in a review of the pipeline; nil for never.
    package var reviewedAt: Instant?
    package var roles: [DealRole] = []
    package var tags: [String] = []
    package var externalIDs: [ExternalID] = []

    package init() {}

    package var title: String { name }

    package var money: Money? { amount.map { Money(minor: $0, currency: currency) } }

    package static let fields: [Field<Opportunity>] = [
        .text("name", "Name", \.name, required: true),
        .reference("company", "Company", .company, \.companyID),
        .requiredReference("stage", "Stage", .stage, \.stageID),
        .choice("state", "State", \.state),
        .text("currency", "Currency", \.currency, required: true),
        .money("amount", "Amount", \.amount),
        .integer("probability", "Probability, %", 0...100, \.probability),
        .day("close_on", "Close", \.closeOn),
        .reference("reason", "Lost because", .reason, \.reasonID),
        .text("source", "Source", \.source),
        .text("about", "About", \.about, long: true),
        .text("nothing_because", "Nothing planned because", \.nothingBecause),
        .requiredInstant("created_at", "Added", \.createdAt),
        .instant("reviewed_at", "Reviewed", \.reviewedAt),
    ]

    package static let lists: [ListField<Opportunity>] = [
        .roles(\.roles), .tags(\.tags), .externalIDs(\.externalIDs),
    ]
}

/// One line of a deal's history: what it was from that instant on.
package struct DealChange: Record {
    package static let kind = Kind.dealChange
    package var id: Int64 = 0
    package var uid = ""
    package var opportunityID: Int64 = 0
    package var at = Instant(seconds: 0)
    package var stageID: Int64 = 0
    package var state = Opportunity.State.open
    package var currency = "USD"
    package var amount: Int64?
    package var closeOn: Day?
    package var reasonID: Int64?

    package init() {}

    package var title: String { at.description }

    package static let fields: [Field<DealChange>] = [
        .requiredReference("opportunity", "Deal", .opportunity, \.opportunityID),
        .requiredInstant("at", "When", \.at),
        .requiredReference("stage", "Stage", .stage, \.stageID),
        .choice("state", "State", \.state),
        .text("currency", "Currency", \.currency, required: true),
        .money("amount", "Amount", \.amount),
        .day("close_on", "Close", \.closeOn),
        .reference("reason", "Lost because", .reason, \.reasonID),
    ]
}
