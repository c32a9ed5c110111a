package import Sales
import Words

/// What is done to several records at once: each is one action of the journal, whole or not at all.

/// A change of several records of one kind: fields that all of them get, tags that are added and taken away.
package struct BulkChange: Sendable, Equatable {
    /// Values by the names of fields; what is not named stays as it is in each.
    package var values: [String: Value] = [:]
    package var addedTags: [String] = []
    package var removedTags: [String] = []

    package init() {}

    package var isEmpty: Bool { values.isEmpty && addedTags.isEmpty && removedTags.isEmpty }
}

extension Transaction {
    /// Changes one record.
    ///
    /// - Returns: whether anything in it is different now.
    fileprivate func apply<R: Record>(_ change: BulkChange, to type: R.Type, _ id: Int64) throws -> Bool {
        guard let old = try fetch(R.self, id) else { return false }
        var new = old
        for field in R.fields { if let value = change.values[field.name] { field.set(&new, value) } }
        if let list = R.lists.first(where: { $0.name == "tag" }),
            !change.addedTags.isEmpty || !change.removedTags.isEmpty
        {
            let removed = Set(change.removedTags.map { folded($0) })
            var tags = list.get(old).compactMap { $0.first?.text }.filter { !removed.contains(folded($0)) }
            for tag in change.addedTags where !tags.contains(where: { folded($0) == folded(tag) }) { tags.append(tag) }
            list.set(&new, tags.map { [.text($0)] })
        }
        if new == old { return false }
        try update(from: old, to: new)
        return true
    }
}

extension Store {
    /// Changes several records.
    ///
    /// - Returns: how many of them are different now, and how many follow-ups to call that closed; nothing is written when none
    ///   would be.
    @discardableResult
    package func change(_ refs: [Ref], _ change: BulkChange) throws -> (changed: Int, closedCalls: Int) {
        if change.isEmpty { return (0, 0) }
        return try write("Change \(refs.count, "record", "records")") { transaction in
            let changed = try refs.count { try transaction.apply(change, to: $0.kind.type, $0.id) }
            return (changed, transaction.closedCalls)
        }
    }

    /// Sets the same follow-up for each.
    package func plan(_ step: NextStepPlan, for refs: [Ref]) throws {
        let parties = try read { transaction in try refs.map { try transaction.party(of: $0) } }
        let label =
            parties.count == 1
            ? Phrase("Follow-up with \(parties[0].name)")
            : Phrase("Follow-ups with \(refs.count, "record", "records")")
        try write(label) { transaction in for party in parties { try transaction.plan(step, for: party) } }
    }

    /// Puts the rows of a pick list (stages, outcomes, reasons) into another order.
    ///
    /// - Parameters:
    ///   - ids: all of them, in the new order.
    ///   - moved: what was moved, for the history.
    package func reorder(_ kind: Kind, _ ids: [Int64], moved: String) throws {
        try write("Move \(moved)") { transaction in
            for (index, id) in ids.enumerated() {
                var change = BulkChange()
                change.values["position"] = .integer(Int64(index + 1) * 10)
                _ = try transaction.apply(change, to: kind.type, id)
            }
        }
    }

    /// Moves open deals by so many stages. One that stands at the end of the pipeline already stays there.
    ///
    /// - Returns: how many moved.
    @discardableResult
    package func move(_ dealIDs: [Int64], by step: Int) throws -> Int {
        try write("Move \(dealIDs.count, "deal", "deals")") { transaction in
            let stages = try transaction.fetchAll(Stage.self)
            var moved = 0
            for deal in try transaction.openDeals(dealIDs) {
                guard let at = stages.firstIndex(where: { $0.id == deal.stageID }), stages.indices.contains(at + step)
                else { continue }
                var new = deal
                new.stageID = stages[at + step].id
                try transaction.update(from: deal, to: new)
                moved += 1
            }
            return moved
        }
    }

    /// Puts off the expected close of open deals, or brings it forward. One that cannot be moved so stays as it is.
    ///
    /// - Returns: the new days, of those that moved.
    @discardableResult
    package func push(_ dealIDs: [Int64], _ push: ClosePush) throws -> [Day] {
        try write("Push the close of \(dealIDs.count, "deal", "deals")") { transaction in
            try transaction.openDeals(dealIDs).compactMap { deal in
                guard let day = push.day(from: deal.closeOn, today: clock.today) else { return nil }
                var pushed = deal
                pushed.closeOn = day
                try transaction.update(from: deal, to: pushed)
                return day
            }
        }
    }

    /// Closes open deals as won, today.
    package func win(_ dealIDs: [Int64]) throws {
        try write("Win \(dealIDs.count, "deal", "deals")") { transaction in
            for deal in try transaction.openDeals(dealIDs) { try transaction.close(deal, as: .won, reasonID: nil) }
        }
    }

    /// Closes open deals as lost, today, all for the same reason.
    package func lose(_ dealIDs: [Int64], reason: Reason) throws {
        try write("Lose \(dealIDs.count, "deal", "deals"): \(reason.name)") { transaction in
            let reasonID = try reason.id == 0 ? transaction.make(reason) : reason.id
            for deal in try transaction.openDeals(dealIDs) {
                try transaction.close(deal, as: .lost, reasonID: reasonID)
            }
        }
    }
}

extension Transaction {
    /// - Throws: `StoreError.refused` when one of them is closed, naming it: a bulk action does all or nothing.
    fileprivate func openDeals(_ ids: [Int64]) throws -> [Opportunity] {
        try ids.map { id in
            guard let deal = try fetch(Opportunity.self, id) else { throw StoreError.notFound("o\(id)") }
            if deal.state != .open {
                throw StoreError.refused(
                    say("\(deal.name) is \(deal.state.rawValue), so nothing was done; take it out of the selection."))
            }
            return deal
        }
    }

    /// Closes an open deal, today.
    func close(_ deal: Opportunity, as state: Opportunity.State, reasonID: Int64?) throws {
        var closed = deal
        closed.state = state
        closed.reasonID = reasonID
        closed.closeOn = clock.today
        try update(from: deal, to: closed)
    }
}
