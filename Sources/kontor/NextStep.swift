import Sales
import Storage
import Words

/// The dated next step that a command sets.
extension NextOptions {
    /// The plan; nil when nothing shall be planned.
    ///
    /// - Parameter proposal: what is planned when the user said nothing.
    func plan(_ transaction: Transaction, _ errand: Errand, proposal: NextStepPlan? = nil) throws -> NextStepPlan? {
        if isNone { return nil }
        var plan = proposal
        if let next {
            let due = try errand.due(next, calendar: transaction.workCalendar())
            plan = NextStepPlan(action: proposal?.action ?? .call, subject: "", due: due)
        }
        if plan == nil, action != nil || subject != nil {
            throw Failure.usage(say("Say with --next when the next step is due."))
        }
        if let action { plan?.action = try FollowUp.Action(word: action) }
        if let subject { plan?.subject = subject }
        return plan
    }
}

extension FollowUp.Action {
    /// - Throws: `FieldError` that lists the actions.
    init(word: String) throws {
        guard let action = FollowUp.Action.allCases.first(where: { $0.rawValue == folded(word.trimmingSpaces()) })
        else {
            let list = FollowUp.Action.allCases.map(\.rawValue).joined(separator: ", ")
            throw FieldError(say("action is one of \(list), not \(visible(word))."))
        }
        self = action
    }
}

extension NextStepPlan {
    /// `call Mon 23 Nov 2026`.
    func echoed(_ errand: Errand) -> String { say("\(action.rawValue)") + " " + errand.format.full(due) }
}
