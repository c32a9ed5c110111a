package import Words

/// How far one has come with a person.
package enum Status: String, CaseIterable, Sendable {
    case lead, prospect, customer, partner, former
}

/// A person; may belong to a company.
package struct Contact: Record {
    package static let kind = Kind.contact
    package var id: Int64 = 0
    package var uid = ""
    /// As the person is called, in full.
    package var name = ""
    package var givenName = ""
    package var familyName = ""
    /// Another form of the name: the Latin one beside the Chinese, or what friends say.
    package var nickname = ""
    package var companyID: Int64?
    /// The position in the company.
    package var position = ""
    package var department = ""
    package var status = Status.lead
    /// How much the contact matters: `A`, `B`, `C` or the user's own word.
    package var tier = ""
    package var doNotCall = false
    /// How often one wants to be in touch, in days; nil when the tier, a tag or nothing says it.
    package var cadence: Int?
    package var birthday: String?
    package var website = ""
    /// Where the contact came from: a fair, a list, a referral.
    package var source = ""
    package var about = ""
    /// Why nothing is planned, where that was said; over with the next plan and the next touch.
    package var nothingBecause = ""
    package var createdAt = Instant(seconds: 0)
    package var phones: [Phone] = []
    package var emails: [Email] = []
    package var addresses: [Address] = []
    package var tags: [String] = []
    package var externalIDs: [ExternalID] = []
    package var properties: [ForeignProperty] = []

    package init() {}

    package var title: String { name }

    /// Chinese has two words for what is *Name* in English.
    package static let nameLabel = Phrase("Name", meaning: "Name of a person")

    package static let fields: [Field<Contact>] = [
        .text("name", nameLabel, \.name, required: true),
        .text("given_name", "Given name", \.givenName),
        .text("family_name", "Family name", \.familyName),
        .text("nickname", "Also called", \.nickname),
        .reference("company", "Company", .company, \.companyID),
        .text("position", "Position", \.position),
        .text("department", "Department", \.department),
        .choice("status", "Status", \.status),
        .text("tier", "Tier", \.tier),
        .flag("do_not_call", "Do not call", \.doNotCall),
        .integer("cadence", "Cadence, days", 1...3650, \.cadence),
        .birthday("birthday", "Birthday", \.birthday),
        .text("website", "Website", \.website),
        .text("source", "Source", \.source),
        .text("about", "About", \.about, long: true),
        .text("nothing_because", "Nothing planned because", \.nothingBecause),
        .requiredInstant("created_at", "Added", \.createdAt),
    ]

    package static let lists: [ListField<Contact>] = [
        .phones(\.phones), .emails(\.emails), .addresses(\.addresses), .tags(\.tags), .externalIDs(\.externalIDs),
        .properties(\.properties),
    ]
}
