import Words

/// What the user's pipeline and calls are made of: rows that can be changed, with sensible ones from the start.

/// A column of the pipeline.
package struct Stage: Record {
    package static let kind = Kind.stage
    package var id: Int64 = 0
    package var uid = ""
    package var name = ""
    /// The order on the board, from left to right.
    package var position = 0
    /// The default probability of its deals, in percent.
    package var probability = 0
    /// Days after which a deal in it is rotting.
    package var rottingDays = 30

    package init() {}
    package var title: String { name }

    package static let fields: [Field<Stage>] = [
        .text("name", "Name", \.name, required: true),
        .number("position", "Order", 0...100_000, \.position),
        .number("probability", "Probability, %", 0...100, \.probability),
        .number("rotting_days", "Rotting after, days", 1...3650, \.rottingDays),
    ]
}

/// How a call went, and the next step that it proposes.
package struct Outcome: Record {
    package enum Effect: String, CaseIterable, Sendable {
        case none
        case badNumber = "bad-number"
        case doNotCall = "do-not-call"
    }

    package static let kind = Kind.outcome
    package var id: Int64 = 0
    package var uid = ""
    package var name = ""
    /// The letter that chooses it in the call form.
    package var key = ""
    package var position = 0
    /// Reached is a touch; else the call was an attempt.
    package var reached = true
    /// What it proposes to do next; empty for nothing.
    package var nextAction = ""
    /// In how many days; 0 with no next action.
    package var nextDays = 0
    package var effect = Effect.none
    /// The stage to which it moves a deal that lies behind it; nil for none.
    package var stageID: Int64?

    package init() {}
    package var title: String { name }

    /// What it proposes to do next; who is not to be called is not called next.
    package var proposedAction: FollowUp.Action? {
        let action = FollowUp.Action(rawValue: nextAction)
        return effect == .doNotCall && action == .call ? nil : action
    }

    package static let fields: [Field<Outcome>] = [
        .text("name", "Name", \.name, required: true),
        .text("key", "Key", \.key),
        .number("position", "Order", 0...100_000, \.position),
        .flag("reached", "Reached", \.reached),
        .text("next_action", "Next step", \.nextAction),
        .number("next_days", "In days", 0...3650, \.nextDays),
        .choice("effect", "Effect", \.effect),
        .reference("stage", "Moves deal to", .stage, \.stageID),
    ]
}

/// Why a deal was lost.
package struct Reason: Record {
    package static let kind = Kind.reason
    /// The row that an import without reasons gets.
    package static let importUID = "reason-not-given-import"
    package var id: Int64 = 0
    package var uid = ""
    package var name = ""
    package var position = 0

    package init() {}
    package var title: String { name }

    package static let fields: [Field<Reason>] = [
        .text("name", "Name", \.name, required: true),
        .number("position", "Order", 0...100_000, \.position),
    ]
}

/// What a contact is to another: reports to, referred by, family.
package struct Relation: Record {
    package static let kind = Kind.relation
    package var id: Int64 = 0
    package var uid = ""
    package var contactID: Int64 = 0
    package var name = ""
    package var otherID: Int64 = 0
    /// The same said of the other: leads. Empty where the word itself tells, or nothing is known.
    package var inverse = ""

    package init() {}
    package var title: String { name }

    package static let fields: [Field<Relation>] = [
        .requiredReference("contact", "Contact", .contact, \.contactID),
        .text("name", "Relation", \.name, required: true),
        .requiredReference("other", "To", .contact, \.otherID),
        .text("inverse", "From the other side", \.inverse),
    ]
}

/// A day on which one does not work, or a weekend day on which one does.
package struct Holiday: Record {
    package static let kind = Kind.holiday
    package var id: Int64 = 0
    package var uid = ""
    package var day = Day(number: 0)
    package var name = ""
    /// True for a make-up working day.
    package var isWorking = false

    package init() {}
    package var title: String { name }

    package static let fields: [Field<Holiday>] = [
        .requiredDay("day", "Day", \.day),
        .text("name", "Name", \.name),
        .flag("is_working", "Working day", \.isWorking),
    ]
}

/// What one is to sell in a month: it holds from that month on, until another begins.
package struct Quota: Record {
    package static let kind = Kind.quota
    package var id: Int64 = 0
    package var uid = ""
    /// A day of the first month in which it holds.
    package var startsOn = Day(number: 0)
    /// ISO 4217.
    package var currency = "USD"
    /// Minor units; nil for none from then on.
    package var amount: Int64?

    package init() {}
    package var title: String {
        startsOn.description.prefix(7) + (amount.map { " \(Money(minor: $0, currency: currency))" } ?? "")
    }

    package static let fields: [Field<Quota>] = [
        .requiredDay("starts_on", "From the month of", \.startsOn),
        .text("currency", "Currency", \.currency, required: true),
        .money("amount", "Quota a month", \.amount),
    ]
}

/// A text to start from: the headings of a meeting note.
package struct Template: Record {
    package static let kind = Kind.template
    package var id: Int64 = 0
    package var uid = ""
    package var name = ""
    package var text = ""

    package init() {}
    package var title: String { name }

    package static let fields: [Field<Template>] = [
        .text("name", "Name", \.name, required: true),
        .text("text", "Text", \.text, long: true),
    ]
}

/// How a list may be looked at, kept under a name: its filter, order and columns.
package struct SavedView: Record {
    package static let kind = Kind.savedView
    package var id: Int64 = 0
    package var uid = ""
    /// The plural of the kind that it lists.
    package var pane = ""
    package var name = ""
    /// Its date words are as of the day on which it is looked at.
    package var query = ""
    /// A column, `,desc` behind it for the other way round; empty for the list's own order.
    package var sort = ""
    /// Names with commas between them; empty for the usual ones.
    package var columns = ""
    package var position = 0

    package init() {}
    package var title: String { name }

    package static let fields: [Field<SavedView>] = [
        .text("pane", "Pane", \.pane, required: true),
        .text("name", "Name", \.name, required: true),
        .text("query", "Filter", \.query),
        .text("sort", "Sorted by", \.sort),
        .text("columns", "Columns", \.columns),
        .number("position", "Order", 0...100_000, \.position),
    ]
}
