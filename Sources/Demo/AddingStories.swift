import Sales
import Storage

/// One row of the stories: what happened, with whom and when.
struct Story {
    let who: [String]
    let day: Day
    let at: Instant
    /// The words of `what`: `call`, `answered`, `8`.
    let what: [String]
    let deal: String
    let text: String
    let more: String

    /// All that happened, the oldest first.
    static func all(_ calendar: Calendar) -> [Story] {
        var who: [String] = []
        let tables = [storiesKeyEast, storiesEast, storiesKeyWest, storiesWest, storiesOlder]
        let rows = tables.flatMap { Table($0).rows }
        let stories = rows.enumerated().map { number, row in
            if !row["who"].isEmpty { who = row.list("who") }
            let day = calendar.past(Int(row["ago"])!)
            return Story(
                who: who, day: day, at: calendar.instant(day, number), what: split(row["what"], at: " "),
                deal: row["deal"], text: row["text"], more: row["more"])
        }
        return stories.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    }
}

/// From the stories to calls, meetings, done follow-ups and notes.
extension Territory {
    func addStories() throws {
        for story in stories {
            switch story.what[0] {
            case "call", "in": try addCall(story)
            case "meeting": try addHeldMeeting(story)
            case "note": try addNote(story)
            default: try addDone(story)
            }
        }
    }

    /// The company when the story is told of one (`@acme`), else the first contact.
    private func whom(_ story: Story) -> (contact: Int64?, company: Int64?) {
        let key = story.who[0]
        return key.first == "@" ? (nil, company(String(key.dropFirst())).id) : (contact(key).id, nil)
    }

    private func addCall(_ story: Story) throws {
        var call = Call()
        (call.contactID, call.companyID) = whom(story)
        call.opportunityID = deal(story.deal)
        (call.at, call.zone) = (story.at, calendar.zone.name)
        call.direction = story.what[0] == "in" ? .in : .out
        call.outcomeID = try setting(.outcome, story.what[1])
        call.minutes = story.what.count > 2 ? Int(story.what[2]) : nil
        call.summary = story.text
        try transaction.insert(&call)
    }

    private func addHeldMeeting(_ story: Story) throws {
        var meeting = Meeting()
        meeting.title = story.text
        meeting.state = .held
        meeting.due = Due(on: story.day, at: story.at)
        meeting.endAt = story.at + Int(story.what[1])! * 60
        meeting.zone = calendar.zone.name
        meeting.notes = story.more
        meeting.companyID = contact(story.who[0]).companyID
        meeting.opportunityID = deal(story.deal)
        meeting.attendees = story.who.map { contact($0).id }
        try transaction.insert(&meeting)
    }

    private func addNote(_ story: Story) throws {
        var note = Note()
        (note.contactID, note.companyID) = whom(story)
        note.opportunityID = deal(story.deal)
        (note.at, note.zone) = (story.at, calendar.zone.name)
        note.text = story.text
        try transaction.insert(&note)
    }

    private func addDone(_ story: Story) throws {
        var followUp = FollowUp()
        followUp.action = FollowUp.Action(rawValue: story.what[0])!
        followUp.subject = story.text
        followUp.dueOn = story.day
        followUp.zone = calendar.zone.name
        (followUp.contactID, followUp.companyID) = whom(story)
        followUp.opportunityID = deal(story.deal)
        (followUp.state, followUp.doneAt, followUp.result) = (.done, story.at, story.more)
        try transaction.insert(&followUp)
    }
}
