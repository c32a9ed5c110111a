import Words

/// How often one wants to be in touch with the contacts of a tier, or with those that have a tag.
package struct Cadence: Record {
    /// What of a contact the row asks for.
    package enum Of: String, CaseIterable, Sendable {
        case tier, tag
    }

    package static let kind = Kind.cadence
    package var id: Int64 = 0
    package var uid = ""
    /// The tier or the tag.
    package var name = ""
    package var of = Of.tier
    /// 0 for those with whom one need not keep in touch, whatever another row says.
    package var days = 30

    package init() {}
    package var title: String { name.isEmpty ? "" : "\(of.rawValue) \(name)" }

    package static let fields: [Field<Cadence>] = [
        .text("name", "Tier or tag", \.name, required: true),
        .choice("field", "Which", \.of),
        .number("days", "Every, days", 0...3650, \.days),
    ]

    /// Whether the row is about the contacts of that tier and with those tags. Case, accents and width do not matter.
    package func applies(tier: String, tags: [String]) -> Bool {
        let name = folded(self.name)
        return of == .tier ? folded(tier) == name : tags.contains { folded($0) == name }
    }
}

extension [Cadence] {
    /// The row that holds for a contact without a cadence of its own: of those that apply the one with the fewest days.
    package func first(tier: String, tags: [String]) -> Cadence? {
        filter { $0.applies(tier: tier, tags: tags) }.min { ($0.days, $0.id) < ($1.days, $1.id) }
    }
}
