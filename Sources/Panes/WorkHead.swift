import Sales
import Screen
import Storage
import Words

/// What stands above the brief of a record that is worked on: what is due there, or in a review what changed since the last one.
enum WorkHead {
    /// The right part is never cut.
    typealias Line = (left: StyledText, right: StyledText)

    static func lines(_ ref: Ref, isReview: Bool, office: Office) throws -> [Line] {
        try office.read { transaction in
            switch ref.kind {
            case .followUp:
                guard let item = try transaction.fetch(FollowUp.self, ref.id) else { return [] }
                var what = Wording.action(item.action.rawValue)
                if !item.subject.isEmpty { what += ": " + item.subject }
                let text = Wording.repeating(StyledText(what, .normal.bold), item.repeat)
                let due = due(item.due, isOpen: item.state == .open, office)
                return [try line(due + text, ref, item.priority, transaction)]
            case .meeting:
                guard let item = try transaction.fetch(Meeting.self, ref.id) else { return [] }
                let isOver = item.state == .planned && item.due.isOverdue(at: office.clock)
                let what = StyledText((isOver ? say("held?") + " " : "") + item.title, .normal.bold)
                let due = due(item.due, isOpen: item.state == .planned, office)
                return [try line(due + what, ref, 0, transaction)]
            case .opportunity where isReview:
                guard let deal = try transaction.fetch(Opportunity.self, ref.id) else { return [] }
                return try changes(deal, transaction, office).map { ($0, "") }
            default: return []
            }
        }
    }

    /// A line of what is due: behind it, why it stands where it does.
    private static func line(_ text: StyledText, _ ref: Ref, _ priority: Int, _ transaction: Transaction) throws -> Line
    {
        var text = text
        if priority != 0 {
            text += StyledText("  " + (priority > 0 ? say("high priority") : say("low priority")), .attention)
        }
        guard let deal = try transaction.deal(behind: ref) else { return (text, "") }
        return (text + StyledText("  " + deal.name, .dim), StyledText(Wording.money(deal.money)))
    }

    /// When it is due; how late it is, once it is late.
    private static func due(_ due: Due, isOpen: Bool, _ office: Office) -> StyledText {
        let role: Style = isOpen ? Style(Wording.role(due, clock: office.clock)) : .dim
        return StyledText(office.dates.due(due), role.bold) + "  "
    }

    /// What changed since the deal was last looked at; of one that never was since Monday of last week, as `C` has it.
    private static func changes(_ deal: Opportunity, _ transaction: Transaction, _ office: Office) throws
        -> [StyledText]
    {
        let monday = office.clock.today.monday - 7
        let movements =
            try deal.reviewedAt.map { try transaction.movements(of: deal.id, after: $0) }
            ?? transaction.movements(of: deal.id, since: monday)
        let since = office.dates.full(deal.reviewedAt.map { office.clock.zone.day(of: $0) } ?? monday)
        var head = StyledText(
            deal.reviewedAt == nil ? say("Since \(since), not reviewed before") : say("Since the review of \(since)"),
            .accent.bold)
        if movements.isEmpty { head += StyledText("  " + say("nothing changed"), .dim) }
        return [head]
            + movements.map { movement in
                StyledText("  " + movement.what.title, MovementsPane.style(movement.what)) + "  "
                    + MovementsPane.text(movement, office.dates)
            }
    }
}
