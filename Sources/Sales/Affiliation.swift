import Words

/// What a contact is to a company beside working there: where it worked before, whom it advises, what it owns.
package struct Affiliation: Record {
    package static let kind = Kind.affiliation
    package var id: Int64 = 0
    package var uid = ""
    package var contactID: Int64 = 0
    package var name = ""
    package var companyID: Int64 = 0
    /// The same said of the company: former employee.
    package var inverse = ""

    package init() {}
    package var title: String { name }

    package static let fields: [Field<Affiliation>] = [
        .requiredReference("contact", "Contact", .contact, \.contactID),
        .text("name", "Relation", \.name, required: true),
        .requiredReference("company", "Company", .company, \.companyID),
        .text("inverse", "From the other side", \.inverse),
    ]
}
