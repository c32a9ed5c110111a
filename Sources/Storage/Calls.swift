internal import GRDB
package import Sales
import Words

/// Logging a call, and what its outcome does besides.

/// What a call does besides being logged: told before it is saved, and done with it.
package enum CallEffect: Sendable, Equatable {
    /// Nobody is reached under the number that was dialled.
    case badNumber(String)
    /// They are not to be called any more, and so many follow-ups to call them are closed.
    case doNotCall(closes: Int)
    /// The deal goes on to that stage.
    case move(deal: Opportunity, to: Stage)

    /// By which it can be refused.
    package var name: String {
        switch self {
        case .badNumber: "bad-number"
        case .doNotCall: "do-not-call"
        case .move: "stage"
        }
    }

    /// The same words before and after.
    package var sentence: String {
        switch self {
        case .badNumber(let number): say("\(number) marked as a bad number")
        case .doNotCall(0): say("do not call")
        case .doNotCall(let count): say("do not call, closes \(count, "follow-up", "follow-ups") to call")
        case .move(let deal, let stage): "\(deal.name) → \(stage.name)"
        }
    }
}

/// What was done by logging a call.
package struct LoggedCall: Sendable, Equatable {
    package var id: Int64
    package var effects: [CallEffect]
}

extension Transaction {
    /// What a call with that outcome does besides.
    ///
    /// - Parameter party: whom the call was with; its number is the one that was dialled.
    package func effects(of outcome: Outcome, on party: Party) throws -> [CallEffect] {
        var effects: [CallEffect] = []
        switch outcome.effect {
        case .badNumber:
            if party.numbers.contains(where: { $0.number == party.number && !$0.isBad }) {
                effects.append(.badNumber(party.number))
            }
        case .doNotCall:
            if let id = party.contactID, let contact = try fetch(Contact.self, id) {
                let closed = try openCalls(with: id).filter { $0 != party.followUpID }.count
                if !contact.doNotCall || closed > 0 { effects.append(.doNotCall(closes: closed)) }
            }
        case .none: break
        }
        // On, never back; and what is won or lost stays where it was.
        if let dealID = party.opportunityID, let deal = try fetch(Opportunity.self, dealID), deal.state == .open,
            let stage = try outcome.stageID.flatMap({ try fetch(Stage.self, $0) }),
            let current = try fetch(Stage.self, deal.stageID),
            (current.position, current.id) < (stage.position, stage.id)
        {
            effects.append(.move(deal: deal, to: stage))
        }
        return effects
    }

    /// The open follow-ups to call a contact.
    private func openCalls(with contactID: Int64) throws -> [Int64] {
        try Int64.fetchAll(
            database.cachedStatement(
                sql: "SELECT id FROM follow_up WHERE contact_id = ? AND state = 'open' AND action = 'call'"),
            arguments: [contactID])
    }

    /// How many open follow-ups would ask to call a contact.
    package func openCallsCount(with contactID: Int64) throws -> Int { try openCalls(with: contactID).count }

    /// Closes those follow-ups when a change of the contact says that it is not to be called any more, whatever made the change:
    /// what would ask for it must not stand, nor come again.
    func closeCalls(from old: Contact, to new: Contact) throws {
        if old.doNotCall || !new.doNotCall { return }
        try closeCalls(with: new.id, result: say("do not call"), at: clock.now)
    }

    func closeCalls(with contactID: Int64, result: String, at: Instant) throws {
        let calls = try openCalls(with: contactID)
        for open in calls { try finish(open, result: result, at: at, goesOn: false) }
        closedCalls += calls.count
    }

    fileprivate func apply(_ effect: CallEffect, of outcome: Outcome, on party: Party, at: Instant) throws {
        switch effect {
        case .badNumber(let number):
            func marked(_ phones: [Phone]) -> [Phone] { phones.map { $0.number == number ? $0.markedBad : $0 } }
            if let id = party.contactID, let old = try fetch(Contact.self, id) {
                var new = old
                new.phones = marked(old.phones)
                try update(from: old, to: new)
            } else if let id = party.companyID, let old = try fetch(Company.self, id) {
                var new = old
                new.phones = marked(old.phones)
                try update(from: old, to: new)
            }
        case .doNotCall:
            guard let id = party.contactID, let old = try fetch(Contact.self, id) else { return }
            // First, as what the change itself closes has no outcome for a result.
            try closeCalls(with: id, result: outcome.name, at: at)
            var new = old
            new.doNotCall = true
            try update(from: old, to: new)
        case .move(let deal, let stage):
            var moved = deal
            moved.stageID = stage.id
            try update(from: deal, to: moved)
        }
    }

    /// The due call that a logged one answers: closed, or moved on when nobody was reached.
    ///
    /// - Parameter goesOn: whether there is to be another call at all.
    /// - Returns: what is still to be planned.
    fileprivate func answer(
        _ open: FollowUp, with call: Call, _ outcome: Outcome, next: NextStepPlan?, goesOn: Bool
    ) throws -> NextStepPlan? {
        if goesOn, !outcome.reached, let step = next, step.action == .call {
            // Tried again later: the same reminder moves on, so that its age and subject stay with it.
            var moved = open
            moved.due = step.due
            moved.keepRhythm(of: open, at: clock)
            if !step.subject.isEmpty { moved.subject = step.subject }
            try update(from: open, to: moved)
            return nil
        }
        let result = call.summary.isEmpty ? outcome.name : call.summary
        let following = try finish(open.id, result: result, at: call.at, goesOn: goesOn)
        // What the rhythm has planned already is not planned again.
        if let step = next, let following, step.action == following.action,
            step.due.day(in: clock.zone) == following.due.day(in: clock.zone)
        {
            return nil
        }
        return next
    }
}

extension Store {
    /// Logs a call with everything that follows from it, as one action: the due call that it answers is closed, or moved
    /// on when nobody was reached; the next step is set; the outcome's effects are applied.
    ///
    /// - Parameters:
    ///   - outcome: one that is not there yet, made in the same action.
    ///   - because: why there is no next step.
    ///   - lines: those of the summary that act.
    ///   - refused: names of effects that shall not be.
    @discardableResult
    package func log(
        _ call: Call, of party: Party, next: NextStepPlan?, because: String = "", outcome: Outcome? = nil,
        lines: [NoteLine] = [], refusing refused: Set<String> = []
    ) throws -> LoggedCall {
        try write("Log call with \(party.name)") { transaction in
            var call = call
            if let outcome { call.outcomeID = try transaction.make(outcome) }
            guard let outcome = try transaction.fetch(Outcome.self, call.outcomeID) else {
                throw StoreError.refused(say("Say how the call went."))
            }
            try transaction.insert(&call)
            let effects = try transaction.effects(of: outcome, on: party).filter { !refused.contains($0.name) }
            var next = next
            if let id = party.followUpID, let open = try transaction.fetch(FollowUp.self, id), open.state == .open {
                let goesOn = !effects.contains { $0.name == "do-not-call" }
                next = try transaction.answer(open, with: call, outcome, next: next, goesOn: goesOn)
            }
            // First what is closed, so that what is planned now stays.
            for effect in effects { try transaction.apply(effect, of: outcome, on: party, at: call.at) }
            if let next { try transaction.plan(next, for: party) }
            try transaction.make(lines, for: party, source: Ref(.call, call.id), at: call.at)
            if !because.isEmpty { try transaction.excuse(party, because: because) }
            return LoggedCall(id: call.id, effects: effects)
        }
    }
}
