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
    /// Whom a record concerns, and what follows from that.
    package func party(of ref: Ref) throws -> Party {
        var party = Party()
        switch ref.kind {
        case .contact: party.contactID = ref.id
        case .company: party.companyID = ref.id
        case .opportunity: party.opportunityID = ref.id
        case .followUp:
            guard let followUp = try fetch(FollowUp.self, ref.id) else { throw StoreError.notFound("\(ref)") }
            (party.contactID, party.companyID, party.opportunityID) = (
                followUp.contactID, followUp.companyID, followUp.opportunityID
            )
            if followUp.action == .call, followUp.state == .open { party.followUpID = ref.id }
        case .meeting:
            guard let meeting = try fetch(Meeting.self, ref.id) else { throw StoreError.notFound("\(ref)") }
            (party.contactID, party.companyID, party.opportunityID) = (
                meeting.attendees.first, meeting.companyID, meeting.opportunityID
            )
        case .call:
            guard let call = try fetch(Call.self, ref.id) else { throw StoreError.notFound("\(ref)") }
            (party.contactID, party.companyID, party.opportunityID) = (
                call.contactID, call.companyID, call.opportunityID
            )
        case .note:
            guard let note = try fetch(Note.self, ref.id) else { throw StoreError.notFound("\(ref)") }
            (party.contactID, party.companyID, party.opportunityID) = (
                note.contactID, note.companyID, note.opportunityID
            )
        case .promise:
            guard let promise = try fetch(Promise.self, ref.id) else { throw StoreError.notFound("\(ref)") }
            (party.contactID, party.companyID, party.opportunityID) = (
                promise.contactID, promise.companyID, promise.opportunityID
            )
        default: throw StoreError.refused(say("A \(ref.kind.name) belongs to nobody."))
        }
        if let id = party.opportunityID, let deal = try fetch(Opportunity.self, id) {
            party.deal = deal.name
            party.name = deal.name
            if party.contactID == nil { party.contactID = deal.roles.first?.contactID }
            if party.contactID == nil, party.companyID == nil { party.companyID = deal.companyID }
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
}
