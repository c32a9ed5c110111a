internal import GRDB
package import Sales
import Words

/// That nothing is planned, and why: said by the user, over with the next plan and the next touch.

/// Whom a transaction plans something for or touches, and for whom it says why nothing is planned.
struct Excuses {
    private var over: [Kind: Set<Int64>] = [:]
    private var given: [Kind: Set<Int64>] = [:]
    /// Logged calls: whether they are touches is for their outcomes to say.
    private(set) var calls: [(outcome: Int64, contact: Int64?, deal: Int64?)] = []

    mutating func give(_ ref: Ref) { given[ref.kind, default: []].insert(ref.id) }

    mutating func end(contact: Int64? = nil, deal: Int64? = nil) {
        if let contact { over[.contact, default: []].insert(contact) }
        if let deal { over[.opportunity, default: []].insert(deal) }
    }

    /// Those whose reason is over; one that was given in the same transaction stays.
    func ended(_ kind: Kind) -> Set<Int64> { (over[kind] ?? []).subtracting(given[kind] ?? []) }

    /// Notes a record that is written.
    ///
    /// - Parameter old: as it was; nil for a new one.
    mutating func note<R: Sales.Record>(_ new: R, was old: R?) {
        switch R.kind {
        case .contact:
            guard let new = new as? Contact, !new.nothingBecause.isEmpty else { return }
            if new.nothingBecause != (old as? Contact)?.nothingBecause { give(Ref(.contact, new.id)) }
        case .opportunity:
            guard let new = new as? Opportunity else { return }
            let old = old as? Opportunity
            if !new.nothingBecause.isEmpty, new.nothingBecause != old?.nothingBecause {
                give(Ref(.opportunity, new.id))
            }
            // What was said of an open deal does not hold once it is opened again.
            if let old, old.state != new.state { end(deal: new.id) }
        case .followUp:
            guard let new = new as? FollowUp else { return }
            let isTouch = new.state == .done && new.action == .visit && (old as? FollowUp)?.state != .done
            if new.state == .open || isTouch { end(contact: new.contactID, deal: new.opportunityID) }
        case .meeting:
            guard let new = new as? Meeting else { return }
            let isTouch = new.state == .held && (old as? Meeting)?.state != .held
            guard new.state == .planned || isTouch else { return }
            for attendee in new.attendees { end(contact: attendee) }
            end(deal: new.opportunityID)
        case .call:
            guard old == nil, let new = new as? Call else { return }
            calls.append((new.outcomeID, new.contactID, new.opportunityID))
        default: break
        }
    }
}

extension Transaction {
    /// Whether of anybody it was said why nothing is planned. What is said later in this transaction stays anyway.
    func anyExcuse() throws -> Bool {
        try Bool.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM contact INDEXED BY contact_because WHERE nothing_because <> '')
                        OR EXISTS (SELECT 1 FROM opportunity INDEXED BY opportunity_because WHERE nothing_because <> '')
                    """)) == true
    }

    /// Takes back why nothing is planned where something is planned now, or where there was a touch.
    func completeExcuses() throws {
        let reached = try Set(
            Int64.fetchAll(database.cachedStatement(sql: "SELECT id FROM outcome WHERE reached = 1")))
        for call in excuses.calls where reached.contains(call.outcome) {
            excuses.end(contact: call.contact, deal: call.deal)
        }
        for kind in [Kind.contact, .opportunity] {
            let ended = excuses.ended(kind)
            if ended.isEmpty { continue }
            // An import touches many, and few have a reason.
            let excused = try Int64.fetchAll(
                database.cachedStatement(
                    sql: ended.count < 100
                        ? "SELECT id FROM \(kind.table) WHERE id IN (SELECT value FROM json_each(?)) AND nothing_because <> ''"
                        : "SELECT id FROM \(kind.table) WHERE nothing_because <> '' AND ? IS NOT NULL"),
                arguments: [ended.count < 100 ? "[\(ended.map(String.init).joined(separator: ","))]" : ""])
            for id in excused where ended.contains(id) {
                try database.execute(
                    sql: "UPDATE \(kind.table) SET nothing_because = '' WHERE id = ?", arguments: [id])
                store.planWatch?.note(Ref(kind, id))
                try changed()
            }
        }
    }

    /// For whom a next step counts: the open deal of a party, and its contact.
    private func owners(of party: Party) throws -> [Ref] {
        var owners: [Ref] = []
        if let id = party.opportunityID, try fetch(Opportunity.self, id)?.state == .open {
            owners.append(Ref(.opportunity, id))
        }
        return owners + (party.contactID.map { [Ref(.contact, $0)] } ?? [])
    }

    /// Says why nothing is planned for the open deal and the contact of a party, for each when it has no next step. An empty
    /// reason takes it back.
    ///
    /// - Returns: for how many it holds now.
    @discardableResult
    package func excuse(_ party: Party, because reason: String) throws -> Int {
        var count = 0
        for owner in try owners(of: party) where try !hasNextStep(owner) {
            excuses.give(owner)
            try database.execute(
                sql: "UPDATE \(owner.kind.table) SET nothing_because = ?1 WHERE id = ?2 AND nothing_because <> ?1",
                arguments: [reason, owner.id])
            count += 1
        }
        try changed()
        return count
    }

    /// Whom of a party nothing is planned for, or will be when something is finished: the open deal, the active contact.
    ///
    /// - Parameters:
    ///   - finished: a follow-up or meeting that counts no more.
    ///   - isTouched: a lead is active once it is touched or tried.
    ///   - isExcused: those too of whom it was said why.
    package func unplanned(
        _ party: Party, without finished: Ref? = nil, isTouched: Bool = false, isExcused: Bool = false
    ) throws -> [Ref] {
        try owners(of: party).filter { owner in
            if try hasNextStep(owner, without: finished) { return false }
            guard owner.kind == .contact else {
                return try isExcused || fetch(Opportunity.self, owner.id)?.nothingBecause == ""
            }
            guard let contact = try fetch(Contact.self, owner.id), !contact.doNotCall else { return false }
            if !isExcused, !contact.nothingBecause.isEmpty { return false }
            switch contact.status {
            case .former: return false
            case .prospect, .customer, .partner: return true
            case .lead: return try isTouched || isActive(owner.id)
            }
        }
    }

    /// Whether a reason why nothing is planned is kept of a party: only where nothing is.
    package func keepsReason(of party: Party) throws -> Bool { try !unplanned(party, isExcused: true).isEmpty }

    private func isActive(_ contactID: Int64) throws -> Bool {
        try Bool.fetchOne(
            database.cachedStatement(sql: "SELECT active FROM contact_state WHERE contact_id = ?"),
            arguments: [contactID]) == true
    }

    /// Whether a contact or deal has an open follow-up or planned meeting, as the tables have it now.
    private func hasNextStep(_ owner: Ref, without finished: Ref? = nil) throws -> Bool {
        let followUp = "state = 'open' AND id <> ?2"
        let meeting = "state = 'planned' AND id <> ?3"
        let ofDeal = { (id: String) in
            """
            EXISTS (SELECT 1 FROM follow_up WHERE opportunity_id = \(id) AND \(followUp))
                OR EXISTS (SELECT 1 FROM meeting WHERE opportunity_id = \(id) AND \(meeting))
            """
        }
        let sql =
            owner.kind == .opportunity
            ? "SELECT \(ofDeal("?1"))"
            : """
            SELECT EXISTS (SELECT 1 FROM follow_up WHERE contact_id = ?1 AND \(followUp))
                OR EXISTS (SELECT 1 FROM meeting WHERE id IN (SELECT meeting_id FROM attendee WHERE contact_id = ?1) AND \(meeting))
                OR EXISTS (SELECT 1 FROM role r JOIN opportunity o ON o.id = r.opportunity_id
                    WHERE r.contact_id = ?1 AND o.state = 'open' AND (\(ofDeal("o.id"))))
            """
        func id(_ kind: Kind) -> Int64 { finished?.kind == kind ? finished!.id : 0 }
        return try Bool.fetchOne(
            database.cachedStatement(sql: sql), arguments: [owner.id, id(.followUp), id(.meeting)]) == true
    }
}

extension Store {
    /// Says why nothing is planned; an empty reason takes it back.
    ///
    /// - Returns: of how many parties it holds; those that something is planned for are left.
    @discardableResult
    package func excuse(_ parties: [Party], because reason: String) throws -> Int {
        let who = parties.count == 1 ? parties[0].name : say("\(parties.count, "record", "records")")
        return try write("Plan nothing with \(who)") { transaction in
            try parties.count { try transaction.excuse($0, because: reason) > 0 }
        }
    }
}

// MARK: What is new

/// Remembers for which contacts and deals this run of the program left nothing planned.
final class PlanWatch {
    private var fresh: Set<Ref> = []

    func note(_ ref: Ref) { fresh.insert(ref) }

    /// Of those that are about to be refreshed, for whom nothing is planned as far as was known; none when there are too many.
    func before(_ records: [Kind: Set<Int64>], _ database: Database) throws -> Set<Ref>? {
        let refs = [Kind.opportunity, .contact].flatMap { kind in (records[kind] ?? []).map { Ref(kind, $0) } }
        guard refs.count <= 5_000 else { return nil }
        return try Set(refs.filter { try PlanWatch.isUnplanned($0, database) })
    }

    func after(_ records: [Kind: Set<Int64>], before: Set<Ref>?, _ database: Database) throws {
        guard let before else { return }
        for kind in [Kind.opportunity, .contact] {
            for id in records[kind] ?? [] where !before.contains(Ref(kind, id)) {
                if try PlanWatch.isUnplanned(Ref(kind, id), database) { fresh.insert(Ref(kind, id)) }
            }
        }
    }

    /// Those for whom nothing is planned still.
    func unplanned(_ database: Database) throws -> [Ref] {
        try fresh.filter { try PlanWatch.isUnplanned($0, database) }.sorted {
            ($0.kind == .opportunity ? 0 : 1, $0.id) < ($1.kind == .opportunity ? 0 : 1, $1.id)
        }
    }

    private static func isUnplanned(_ ref: Ref, _ database: Database) throws -> Bool {
        let (kind, flag) = (ref.kind.table, ref.kind == .contact ? "active" : "open")
        return try Bool.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM \(kind)_state s JOIN \(kind) r ON r.id = s.\(kind)_id
                        WHERE s.\(kind)_id = ? AND \(flag) = 1 AND next_on IS NULL AND nothing_because = '')
                    """), arguments: [ref.id]) == true
    }
}

extension Store {
    /// From now on it is remembered for whom nothing is planned any more.
    package func watchPlans() { planWatch = PlanWatch() }

    /// The names of those for whom this run left nothing planned: deals first.
    package func newlyUnplanned() throws -> [String] {
        guard let planWatch else { return [] }
        return try read { transaction in
            try planWatch.unplanned(transaction.database).map { try transaction.title(of: $0) }
        }
    }
}
