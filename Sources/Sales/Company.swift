import Words

/// An organisation and its people.
package struct Company: Record {
    package static let kind = Kind.company
    package var id: Int64 = 0
    package var uid = ""
    package var name = ""
    /// Another form of the name: the Latin one beside the Chinese, a short form.
    package var nickname = ""
    package var tier = ""
    package var industry = ""
    package var employees: Int?
    package var website = ""
    package var source = ""
    package var about = ""
    package var createdAt = Instant(seconds: 0)
    package var phones: [Phone] = []
    package var emails: [Email] = []
    package var addresses: [Address] = []
    package var tags: [String] = []
    package var externalIDs: [ExternalID] = []
    package var properties: [ForeignProperty] = []

    package init() {}

    package var title: String { name }

    package static let fields: [Field<Company>] = [
        .text("name", "Name", \.name, required: true),
        .text("nickname", "Also called", \.nickname),
        .text("tier", "Tier", \.tier),
        .text("industry", "Industry", \.industry),
        .integer("employees", "Employees", 0...1_000_000_000, \.employees),
        .text("website", "Website", \.website),
        .text("source", "Source", \.source),
        .text("about", "About", \.about, long: true),
        .requiredInstant("created_at", "Added", \.createdAt),
    ]

    package static let lists: [ListField<Company>] = [
        .phones(\.phones), .emails(\.emails), .addresses(\.addresses), .tags(\.tags), .externalIDs(\.externalIDs),
        .properties(\.properties),
    ]
}
