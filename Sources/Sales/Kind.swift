/// What a record is. The order is that of import: what is referred to comes before what refers to it.
package enum Kind: String, CaseIterable, Sendable, Hashable, Codable {
    case stage, outcome, reason
    case company, contact, relation, affiliation, difference
    case opportunity
    case dealChange = "deal-change"
    case call, meeting
    case followUp = "follow-up"
    case note
    case promise
    case holiday, quota, cadence, commission, rate, template
    case savedView = "view"

    /// One record, in the words of files, commands and the manual: `follow-up`.
    package var name: String { rawValue }

    /// Several, as commands and file names say it: `follow-ups`.
    package var plural: String {
        switch self {
        case .company: "companies"
        case .opportunity: "opportunities"
        default: rawValue + "s"
        }
    }

    /// The table in the file.
    package var table: String {
        switch self {
        case .followUp: "follow_up"
        case .dealChange: "deal_change"
        case .savedView: "saved_view"
        default: rawValue
        }
    }

    /// The letter of a short reference (`c12`); nil for settings and histories, which have none.
    package var letter: Character? {
        switch self {
        case .contact: "c"
        case .company: "k"
        case .opportunity: "o"
        case .call: "l"
        case .meeting: "m"
        case .followUp: "f"
        case .note: "n"
        case .promise: "p"
        default: nil
        }
    }

    /// The column that a person calls it by.
    package var titleColumn: String {
        switch self {
        case .meeting: "title"
        case .followUp: "subject"
        case .call: "summary"
        case .note, .promise: "text"
        default: "name"
        }
    }

    /// The kinds that a salesperson talks about, in the order of the panes.
    package static let main: [Kind] = [.contact, .company, .opportunity, .call, .meeting, .followUp, .note, .promise]

    /// The kind that a word means: singular or plural, `deal` and `deals` for opportunities.
    package init?(word: String) {
        let word = word.lowercased().replacing("_", with: "-").replacing(" ", with: "-")
        let found = Kind.allCases.first { $0.name == word || $0.plural == word }
        guard let kind = found ?? (word == "deal" || word == "deals" ? .opportunity : nil) else { return nil }
        self = kind
    }

    package var type: any Record.Type {
        switch self {
        case .stage: Stage.self
        case .outcome: Outcome.self
        case .reason: Reason.self
        case .company: Company.self
        case .contact: Contact.self
        case .relation: Relation.self
        case .affiliation: Affiliation.self
        case .difference: Difference.self
        case .opportunity: Opportunity.self
        case .dealChange: DealChange.self
        case .call: Call.self
        case .meeting: Meeting.self
        case .followUp: FollowUp.self
        case .note: Note.self
        case .promise: Promise.self
        case .holiday: Holiday.self
        case .quota: Quota.self
        case .rate: Rate.self
        case .cadence: Cadence.self
        case .commission: Commission.self
        case .template: Template.self
        case .savedView: SavedView.self
        }
    }
}

/// One record of one kind: what the cursor stands on, what a line of a timeline leads to.
package struct Ref: Hashable, Sendable, CustomStringConvertible {
    package var kind: Kind
    package var id: Int64

    package init(_ kind: Kind, _ id: Int64) {
        self.kind = kind
        self.id = id
    }

    /// Reads `c12`. A kind without a letter has no short reference.
    package init?(_ text: some StringProtocol) {
        guard let letter = text.first?.lowercased(), let id = Int64(text.dropFirst()), id > 0,
            let kind = Kind.main.first(where: { $0.letter.map(String.init) == letter })
        else { return nil }
        self.init(kind, id)
    }

    /// `c12`.
    package var description: String { (kind.letter.map(String.init) ?? kind.name + " ") + String(id) }
}
