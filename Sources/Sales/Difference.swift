import Words

/// That two contacts, or two companies, are not the same although they look like it.
package struct Difference: Record {
    package static let kind = Kind.difference
    package var id: Int64 = 0
    package var uid = ""
    package var contactID: Int64?
    package var otherContactID: Int64?
    package var companyID: Int64?
    package var otherCompanyID: Int64?

    package init() {}

    /// Of two contacts or two companies.
    package init(_ one: Ref, _ other: Ref) {
        if one.kind == .company {
            (companyID, otherCompanyID) = (one.id, other.id)
        } else {
            (contactID, otherContactID) = (one.id, other.id)
        }
    }

    package var title: String { "" }

    package static let fields: [Field<Difference>] = [
        .reference("contact", "Contact", .contact, \.contactID),
        .reference("other_contact", "Other contact", .contact, \.otherContactID),
        .reference("company", "Company", .company, \.companyID),
        .reference("other_company", "Other company", .company, \.otherCompanyID),
    ]
}
