internal import GRDB
package import Sales
import Words

/// Whom a call, follow-up or note concerns: what is filled in before the user types anything.
package struct Party: Sendable, Equatable {
    package var contactID: Int64?
    package var companyID: Int64?
    /// The one open deal of the contact, when there is exactly one; or the deal it was begun from.
    package var opportunityID: Int64?
    /// The due call that a call closes: the follow-up it was begun from, or the contact's only one due by today.
    package var followUpID: Int64?
    /// What a person calls it: the contact, else the company, else the deal.
    package var name = ""
    /// The first telephone number that is not a bad one, or the one that was dialled; empty when there is none.
    package var number = ""
    /// All that there are.
    package var numbers: [Phone] = []
    package var deal = ""

    package init() {}
}

extension Transaction {
    /// Whom an activity is about: the person, else the company, else the deal. Nil when it is gone, or about nobody.
    ///
    /// - Throws: `StoreError.refused` for what belongs to nobody.
    package func subject(ofActivity ref: Ref) throws -> Ref? {
        guard let party = try concerned(by: ref) else { return nil }
        return party.contactID.map { Ref(.contact, $0) } ?? party.companyID.map { Ref(.company, $0) }
            ?? party.opportunityID.map { Ref(.opportunity, $0) }
    }

    /// Whom a record concerns, and what follows from that.
    package func party(of ref: Ref) throws -> Party {
        guard var party = try concerned(by: ref) else { throw StoreError.notFound("\(ref)") }
        if ref.kind == .followUp, let followUp = try fetchFields(FollowUp.self, ref.id), followUp.action == .call,
            followUp.state == .open
        {
            party.followUpID = ref.id
        }
        if let id = party.opportunityID, let deal = try fetchFields(Opportunity.self, id) {
            (party.deal, party.name) = (deal.name, deal.name)
        }
        if let id = party.companyID, let company = try fetch(Company.self, id) {
            party.name = company.name
            party.numbers = company.phones
        }
        if let id = party.contactID, let contact = try fetch(Contact.self, id) {
            party.name = contact.name
            party.numbers = contact.phones
            if party.opportunityID == nil {
                let deals = try Row.fetchAll(
                    database.cachedStatement(
                        sql: """
                            SELECT o.id, o.name FROM role r JOIN opportunity o ON o.id = r.opportunity_id
                            WHERE r.contact_id = ? AND o.state = 'open' LIMIT 2
                            """), arguments: [id])
                if deals.count == 1 { (party.opportunityID, party.deal) = (deals[0]["id"], deals[0]["name"]) }
            }
            if party.followUpID == nil {
                let due = try Int64.fetchAll(
                    database.cachedStatement(
                        sql: """
                            SELECT id FROM follow_up WHERE contact_id = ? AND state = 'open' AND action = 'call' AND due_on <= ? LIMIT 2
                            """), arguments: [id, clock.today.description])
                if due.count == 1 { party.followUpID = due[0] }
            }
            // A call that closes a deal's follow-up is the deal's, and so is what comes next.
            if party.opportunityID == nil,
                let followUp = try party.followUpID.flatMap({ try fetch(FollowUp.self, $0) }),
                let dealID = followUp.opportunityID, let deal = try fetch(Opportunity.self, dealID)
            {
                (party.opportunityID, party.deal) = (dealID, deal.name)
            }
        }
        party.number = (party.numbers.first { !$0.isBad } ?? party.numbers.first)?.number ?? ""
        return party
    }

    /// The ids alone. Nil when the activity is gone.
    private func concerned(by ref: Ref) throws -> Party? {
        var party = Party()
        let contact: String
        switch ref.kind {
        case .contact:
            party.contactID = ref.id
            return party
        case .company:
            party.companyID = ref.id
            return party
        case .opportunity:
            party.opportunityID = ref.id
            return try withPeopleOfDeal(party)
        case .call, .followUp, .note, .promise: contact = "contact_id"
        case .meeting:
            contact = "(SELECT contact_id FROM attendee WHERE meeting_id = m.id ORDER BY ordinal, id LIMIT 1)"
        default: throw StoreError.refused(say("A \(ref.kind.name) belongs to nobody."))
        }
        var found: Party?
        try BoundStatement(
            "SELECT \(contact), company_id, opportunity_id FROM \(ref.kind.table) m WHERE id = ?", database
        ).forEach([.integer(ref.id)]) { row in
            (party.contactID, party.companyID, party.opportunityID) = (row.number(0), row.number(1), row.number(2))
            found = party
        }
        return try found.map { try withPeopleOfDeal($0) }
    }

    /// Where nobody is named, it is the first one who has a part in the deal, else the deal's company.
    private func withPeopleOfDeal(_ party: Party) throws -> Party {
        guard let deal = party.opportunityID, party.contactID == nil else { return party }
        var party = party
        try BoundStatement(
            """
            SELECT (SELECT contact_id FROM role WHERE opportunity_id = o.id ORDER BY ordinal, id LIMIT 1), company_id
            FROM opportunity o WHERE id = ?
            """, database
        ).forEach([.integer(deal)]) { row in
            party.contactID = row.number(0)
            if party.contactID == nil, party.companyID == nil { party.companyID = row.number(1) }
        }
        return party
    }
}
