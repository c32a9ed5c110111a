import Sales
import Words

/// What a column of a file, or a member of an object, fills.
enum Target: Hashable, Sendable {
    enum LinkPart: Sendable { case uid, external, email, name }
    enum Guests: String, Sendable {
        case required = "required attendees"
        case optional = "optional attendees"
        case host = "organizer"
    }

    case uid
    /// A field by its name.
    case field(String)
    /// The record to which a reference field leads.
    case link(String, LinkPart)
    /// One part of one row of a list: the rows are those of the same group, in the order of the columns.
    case list(String, group: String, part: String, label: String)
    case tags
    /// Several people in one cell.
    case guests(Guests)
    /// The id that the other program gave to the record.
    case id
    /// Pieces of a name that only help to compose it.
    case middleName, suffix
    /// Salesforce's two flags of a deal that is no longer open.
    case isWon, isClosed
    /// The time of a field whose date stands in another column, or whether there is one.
    case timeOf(String)
    /// Known, and on purpose not read: what is derived, or said again in other words.
    case left

    /// The word that a person reads for it.
    var word: String {
        switch self {
        case .uid: "uid"
        case .field(let name): name.replacing("_", with: " ")
        case .link(let name, .uid): name + " uid"
        case .link(let name, .external): name + " id"
        case .link(let name, .email): name + " e-mail"
        case .link(let name, .name): name
        case .list("address", _, let part, let label): [label, part].filter { !$0.isEmpty }.joined(separator: " ")
        case .list("role", _, _, _): "contact"
        case .list(let name, _, let part, let label):
            ([label, name.replacing("_", with: " "), part].filter { !$0.isEmpty }).joined(separator: " ")
        case .tags: "tags"
        case .guests(let guests): guests.rawValue
        case .id: "external id"
        case .middleName: "middle name"
        case .suffix: "name suffix"
        case .isWon, .isClosed: "state"
        case .timeOf(let name): say("time of \(name.replacing("_", with: " "))")
        case .left: "-"
        }
    }
}

/// The letters and digits of a heading, folded: `E-mail 1 - Value`, `e_mail 1 value` and `EMAIL1VALUE` are the same.
func plainHeading(_ text: String) -> String {
    String(
        String.UnicodeScalarView(
            folded(text).unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) }))
}
