internal import GRDB
package import Sales
import Words

/// What a salesperson does, each one action of the journal: the loop *touch → outcome → dated next step*.

/// What is to be done next, and when.
package struct NextStepPlan: Sendable, Equatable {
    package var action: FollowUp.Action
    package var subject: String
    package var due: Due

    package init(action: FollowUp.Action, subject: String, due: Due) {
        self.action = action
        self.subject = subject
        self.due = due
    }
}

extension Transaction {
    /// Working days as the person's week and the list of holidays have them.
    package func workCalendar() throws -> WorkCalendar {
        let days = try fetchAll(Holiday.self)
        return WorkCalendar(
            weekdays: store.workingDays, holidays: Set(days.filter { !$0.isWorking }.map(\.day)),
            makeUpDays: Set(days.filter(\.isWorking).map(\.day)))
    }

    /// The next step that an outcome proposes, on a working day; nil when it proposes none. Where the call closes a
    /// follow-up that repeats and the outcome proposes the same, it is what the rhythm has next.
    ///
    /// - Parameter party: whom the call was with.
    package func proposal(for outcome: Outcome, of party: Party? = nil) throws -> NextStepPlan? {
        guard let action = outcome.proposedAction else { return nil }
        if outcome.reached, let id = party?.followUpID, let open = try fetch(FollowUp.self, id),
            let next = try following(open), next.action == action
        {
            return NextStepPlan(action: action, subject: next.subject, due: next.due)
        }
        let day = try workCalendar().workingDay(onOrAfter: clock.today + outcome.nextDays)
        return NextStepPlan(action: action, subject: "", due: Due(on: day))
    }

    /// What a won deal proposes for the next sale, on a working day; nil when the person wants none.
    package func nextSale() throws -> NextStepPlan? {
        if store.nextSaleDays == 0 { return nil }
        let day = try workCalendar().workingDay(onOrAfter: clock.today + store.nextSaleDays)
        return NextStepPlan(action: .call, subject: say("next sale"), due: Due(on: day))
    }

    /// Stores a follow-up for a party.
    @discardableResult
    package func plan(_ step: NextStepPlan, for party: Party) throws -> Int64 {
        var followUp = FollowUp()
        followUp.action = step.action
        followUp.subject = step.subject
        followUp.due = step.due
        followUp.zone = clock.zone.name
        (followUp.contactID, followUp.companyID, followUp.opportunityID) = (
            party.contactID, party.companyID, party.opportunityID
        )
        return try insert(&followUp)
    }

    /// What a follow-up goes on in when it is done; nil when it does not repeat, or not any more.
    private func following(_ followUp: FollowUp) throws -> FollowUp? {
        if followUp.repeat.isEmpty { return nil }
        do {
            return try followUp.following(at: clock, calendar: workCalendar())
        } catch let error as RecurrenceError {
            throw StoreError.refused(
                say("How it repeats is not understood, so it was not done; change its repeat first. \(error)"))
        }
    }

    /// Marks an open follow-up as done; one that repeats goes on in a new one, unless it shall not go on.
    ///
    /// - Returns: the new one.
    @discardableResult
    func finish(_ followUpID: Int64, result: String, at: Instant, goesOn: Bool = true) throws -> FollowUp? {
        guard let old = try fetch(FollowUp.self, followUpID) else { throw StoreError.notFound("f\(followUpID)") }
        // Looked at here, as another process may have done it meanwhile: it must not go on twice.
        if old.state == .done { throw StoreError.refused(say("That follow-up is done already.")) }
        var done = old
        done.state = .done
        done.doneAt = at
        done.result = result
        var next = goesOn ? try following(old) : nil
        if next != nil { done.repeat = "" }
        try update(from: old, to: done)
        if next != nil { try insert(&next!) }
        return next
    }

    fileprivate func deal(_ id: Int64) throws -> Opportunity {
        guard let deal = try fetch(Opportunity.self, id) else { throw StoreError.notFound("o\(id)") }
        return deal
    }
}

extension Store {
    /// Marks a follow-up as done, with its result and what comes next. One that repeats goes on in a new one besides.
    ///
    /// - Parameter because: why there is no next step.
    /// - Returns: the one that it goes on in; nil when it does not repeat, or not any more.
    @discardableResult
    package func complete(_ followUpID: Int64, result: String, next: NextStepPlan?, because: String = "") throws
        -> FollowUp?
    {
        guard let followUp = try read({ try $0.fetch(FollowUp.self, followUpID) }) else {
            throw StoreError.notFound("f\(followUpID)")
        }
        let party = try read { try $0.party(of: Ref(.followUp, followUpID)) }
        return try write("Done: \(followUp.subject.isEmpty ? party.name : followUp.subject)") { transaction in
            let following = try transaction.finish(followUpID, result: result, at: clock.now)
            if let next { try transaction.plan(next, for: party) }
            if !because.isEmpty { try transaction.excuse(party, because: because) }
            return following
        }
    }

    /// Marks a planned meeting as held, with its notes and what comes next.
    ///
    /// - Parameters:
    ///   - because: why there is no next step.
    ///   - opened: the meeting as it was when its notes were taken up; notes that somebody else changed since are not
    ///     overwritten.
    ///   - lines: those of the notes that act.
    package func hold(
        _ meetingID: Int64, notes: String, next: NextStepPlan?, because: String = "", from opened: Meeting? = nil,
        lines: [NoteLine] = []
    )
        throws
    {
        guard let meeting = try read({ try $0.fetch(Meeting.self, meetingID) }) else {
            throw StoreError.notFound("m\(meetingID)")
        }
        if meeting.state != .planned {
            throw StoreError.refused(say("That meeting is \(meeting.state.rawValue) already."))
        }
        let party = try read { try $0.party(of: Ref(.meeting, meetingID)) }
        try write("Held: \(meeting.title)") { transaction in
            var held = meeting
            held.state = .held
            held.notes = notes
            // Held before its time: only what happened may move the last contact, and the future has not.
            if held.due > Due(on: clock.today, at: clock.now) {
                held.due = Due(on: clock.today, at: meeting.dueAt == nil ? nil : clock.now)
                held.endAt = nil
            }
            if let opened, opened.notes != meeting.notes {
                var old = meeting
                old.notes = opened.notes
                try transaction.update(from: old, to: held)
            } else {
                try transaction.update(from: meeting, to: held)
            }
            if let next { try transaction.plan(next, for: party) }
            try transaction.make(lines, for: party, source: Ref(.meeting, meetingID), at: clock.now)
            if !because.isEmpty { try transaction.excuse(party, because: because) }
        }
    }

    /// Marks a planned meeting as cancelled: it stays in the histories, and closes nothing.
    ///
    /// - Parameters:
    ///   - reason: why it was cancelled; may be empty.
    ///   - because: why there is no next step.
    package func cancel(_ meetingID: Int64, reason: String, next: NextStepPlan? = nil, because: String = "") throws {
        guard let meeting = try read({ try $0.fetch(Meeting.self, meetingID) }) else {
            throw StoreError.notFound("m\(meetingID)")
        }
        if meeting.state != .planned {
            throw StoreError.refused(say("That meeting is \(meeting.state.rawValue) already."))
        }
        let party = try read { try $0.party(of: Ref(.meeting, meetingID)) }
        try write("Cancel \(meeting.title)") { transaction in
            var cancelled = meeting
            (cancelled.state, cancelled.reason) = (.cancelled, reason)
            try transaction.update(from: meeting, to: cancelled)
            if let next { try transaction.plan(next, for: party) }
            if !because.isEmpty { try transaction.excuse(party, because: because) }
        }
    }

    /// Moves open follow-ups and planned meetings to another day; a time of day stays, and of one that repeats the rhythm.
    /// What is done or held stays where it is.
    ///
    /// - Returns: how many moved.
    @discardableResult
    package func snooze(_ refs: [Ref], to day: Day) throws -> Int {
        try write("Snooze \(refs.count, "item", "items") to \(day)") { transaction in
            var count = 0
            for ref in refs {
                if ref.kind == .followUp, let old = try transaction.fetch(FollowUp.self, ref.id), old.state == .open {
                    var new = old
                    new.due = old.due.moved(to: day, in: clock.zone)
                    new.keepRhythm(of: old, at: clock)
                    try transaction.update(from: old, to: new)
                    count += 1
                } else if ref.kind == .meeting, let old = try transaction.fetch(Meeting.self, ref.id),
                    old.state == .planned
                {
                    var new = old
                    new.due = old.due.moved(to: day, in: clock.zone)
                    if let start = old.dueAt, let end = old.endAt { new.endAt = new.dueAt.map { $0 + (end - start) } }
                    try transaction.update(from: old, to: new)
                    count += 1
                }
            }
            return count
        }
    }

    /// Moves an open deal to a stage.
    package func move(_ dealID: Int64, to stage: Stage) throws {
        let deal = try read { try $0.deal(dealID) }
        if deal.state != .open {
            throw StoreError.refused(say("\(deal.name) is \(deal.state.rawValue); reopen it before moving it."))
        }
        try write("Move \(deal.name) to \(stage.name)") { transaction in
            var moved = deal
            moved.stageID = stage.id
            try transaction.update(from: deal, to: moved)
        }
    }

    /// Puts off the expected close of an open deal, or brings it forward.
    ///
    /// - Returns: the day that was expected, and the one that is now; nil when it cannot be moved so.
    package func push(_ dealID: Int64, _ push: ClosePush) throws -> (from: Day?, to: Day)? {
        let deal = try read { try $0.deal(dealID) }
        if deal.state != .open {
            throw StoreError.refused(
                say("\(deal.name) is \(deal.state.rawValue), so no close is expected; reopen it first."))
        }
        guard let day = push.day(from: deal.closeOn, today: clock.today) else { return nil }
        var pushed = deal
        pushed.closeOn = day
        try write("Push the close of \(deal.name) to \(day)") { try $0.update(from: deal, to: pushed) }
        return (deal.closeOn, day)
    }

    /// Closes a deal as won, today.
    ///
    /// - Parameter next: what is to be done for the next sale, in the same action.
    package func win(_ dealID: Int64, next: NextStepPlan? = nil) throws {
        let deal = try read { try $0.deal(dealID) }
        if deal.state == .won { throw StoreError.refused(say("\(deal.name) is won already.")) }
        try write("Win \(deal.name)") { transaction in
            try transaction.close(deal, as: .won, reasonID: nil)
            if let next { try transaction.plan(next, for: transaction.party(of: Ref(.opportunity, dealID))) }
        }
    }

    /// Closes a deal as lost, today. A reason is needed on every path.
    ///
    /// - Parameter reason: one that is not stored yet is made in the same action.
    package func lose(_ dealID: Int64, reason: Reason) throws {
        let deal = try read { try $0.deal(dealID) }
        if deal.state == .lost { throw StoreError.refused(say("\(deal.name) is lost already.")) }
        try write("Lose \(deal.name): \(reason.name)") { transaction in
            try transaction.close(
                deal, as: .lost, reasonID: reason.id == 0 ? transaction.make(reason) : reason.id)
        }
    }

    /// Opens a won or lost deal again, in the stage where it was; its history stays.
    package func reopen(_ dealID: Int64) throws {
        let deal = try read { try $0.deal(dealID) }
        if deal.state == .open { throw StoreError.refused(say("\(deal.name) is open already.")) }
        try write("Reopen \(deal.name)") { transaction in
            var open = deal
            open.state = .open
            open.reasonID = nil
            // The date that was expected before it closed.
            open.closeOn = try transaction.dealHistory(dealID).last { $0.state == .open }?.closeOn
            try transaction.update(from: deal, to: open)
        }
    }

    /// Stores a new record.
    ///
    /// - Returns: its id.
    @discardableResult
    package func add<R: Sales.Record>(_ record: R) throws -> Int64 {
        try write("Add \(R.kind.name) \(record.title.prefix(40))") { transaction in
            var record = record
            return try transaction.insert(&record)
        }
    }

    /// Saves what differs between two states of a record.
    package func edit<R: Sales.Record>(from old: R, to new: R) throws {
        try write("Edit \(R.kind.name) \(old.title.prefix(40))") { try $0.update(from: old, to: new) }
    }

    /// Deletes records.
    package func delete(_ refs: [Ref]) throws {
        let title = try refs.count == 1 ? read { try $0.title(of: refs[0]) } : say("\(refs.count, "record", "records")")
        try write("Delete \(title)") { transaction in for ref in refs { try transaction.delete(ref) } }
    }
}
