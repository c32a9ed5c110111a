import PaneKit
import Sales
import Screen
import Storage
import Words

/// What happened or is to happen, opened to be read: when, with whom, how it went, and all of its text.
extension BriefView {
    mutating func addCall(_ call: Call, in transaction: Transaction) throws {
        let outcome = try transaction.fetch(Outcome.self, call.outcomeID)
        let with = try transaction.party(of: Ref(.call, call.id)).name
        addTitle(
            say("Call with \(with)"),
            right: StyledText(outcome?.name ?? "", outcome?.reached == true ? .good : .attention))
        var facts = [dates.full(call.at)]
        if let minutes = call.minutes { facts.append(say("\(minutes) min")) }
        if call.direction == .in { facts.append(say("they called")) }
        add(StyledText(facts.joined(separator: " \(Glyphs.between) "), .dim))
        try addLinks(call.contactID.map { [$0] } ?? [], call.companyID, call.opportunityID, in: transaction)
        addText(call.summary)
    }

    mutating func addMeeting(_ meeting: Meeting, in transaction: Transaction) throws {
        let role: Style
        switch meeting.state {
        case .planned: role = Style(Wording.role(meeting.due, clock: office.clock))
        case .held: role = .good
        case .cancelled: role = .dim
        }
        addTitle(meeting.title, right: StyledText(say("\(meeting.state.rawValue)"), role))
        var facts = [dates.full(meeting.due)]
        if let start = meeting.dueAt, let end = meeting.endAt, end > start {
            facts.append(say("\((end - start) / 60) min"))
        }
        if !meeting.place.isEmpty { facts.append(meeting.place) }
        add(StyledText(facts.joined(separator: " \(Glyphs.between) "), .dim))
        try addLinks(meeting.attendees, meeting.companyID, meeting.opportunityID, in: transaction)
        if !meeting.reason.isEmpty { add(StyledText(say("cancelled: \(meeting.reason)"), .attention)) }
        addText(meeting.notes)
    }

    mutating func addFollowUp(_ followUp: FollowUp, in transaction: Transaction) throws {
        let what = [Wording.action(followUp.action.rawValue), followUp.subject].filter { !$0.isEmpty }
        let isOpen = followUp.state == .open
        addTitle(
            what.joined(separator: ": "),
            right: isOpen
                ? StyledText(dates.due(followUp.due), Style(Wording.role(followUp.due, clock: office.clock)))
                : StyledText(say("done"), .good))
        var facts = StyledText(dates.full(followUp.due), .dim)
        if followUp.priority != 0 {
            facts += StyledText("  " + (followUp.priority > 0 ? say("high priority") : say("low priority")), .attention)
        }
        add(Wording.repeating(facts, followUp.repeat))
        if let done = followUp.doneAt { add(StyledText(say("done \(dates.full(done))"), .dim)) }
        try addLinks(
            followUp.contactID.map { [$0] } ?? [], followUp.companyID, followUp.opportunityID, in: transaction)
        addText(followUp.result)
    }

    mutating func addNote(_ note: Note, in transaction: Transaction) throws {
        addTitle(say("Note on \(try transaction.party(of: Ref(.note, note.id)).name)"))
        add(StyledText(dates.full(note.at), .dim))
        try addLinks(note.contactID.map { [$0] } ?? [], note.companyID, note.opportunityID, in: transaction)
        addText(note.text)
    }

    mutating func addPromise(_ promise: Promise, in transaction: Transaction) throws {
        addTitle(
            promise.text,
            right: promise.keptAt == nil
                ? StyledText(promise.direction == .mine ? say("I owe") : say("they owe"), .promise)
                : StyledText(say("kept"), .good))
        add(StyledText(say("promised \(dates.full(promise.at))"), .dim))
        if let kept = promise.keptAt { add(StyledText(say("kept \(dates.full(kept))"), .dim)) }
        try addLinks(
            promise.contactID.map { [$0] } ?? [], promise.companyID, promise.opportunityID, in: transaction)
        let sources = [
            (Kind.call, promise.callID), (.meeting, promise.meetingID), (.note, promise.noteID),
        ]
        for case (let kind, let id?) in sources {
            let text = try transaction.title(of: Ref(kind, id))
            add(StyledText(text), right: StyledText(Wording.action(kind.name), .dim), link: Ref(kind, id))
        }
    }

    /// The people, the company and the deal that it belongs to, each a line that Enter follows.
    private mutating func addLinks(_ people: [Int64], _ company: Int64?, _ deal: Int64?, in transaction: Transaction)
        throws
    {
        add("")
        var companies = company.map { [$0] } ?? []
        for id in people {
            guard let contact = try transaction.fetch(Contact.self, id) else { continue }
            let number = contact.phones.first.map { "   \(Glyphs.phone) \($0.number)" } ?? ""
            let position = contact.position.isEmpty ? "" : "  \(contact.position)"
            add(
                StyledText(contact.name, .normal.bold) + StyledText(position + number, .dim),
                right: StyledText(say("contact"), .dim), link: Ref(.contact, id))
            if let own = contact.companyID, !companies.contains(own) { companies.append(own) }
        }
        for id in companies {
            guard let company = try transaction.fetch(Company.self, id) else { continue }
            add(StyledText(company.name), right: StyledText(say("company"), .dim), link: Ref(.company, id))
        }
        if let deal, let found = try transaction.fetch(Opportunity.self, deal) {
            add(
                StyledText(found.name) + StyledText("  " + Wording.money(found.money), .dim),
                right: StyledText(say("deal"), .dim), link: Ref(.opportunity, deal))
        }
    }
}
