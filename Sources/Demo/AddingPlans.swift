import Sales
import Storage

/// From the plans to open follow-ups and planned meetings.
extension Territory {
    func addPlans() throws {
        for row in Table(planTable).rows {
            let day = day(row["when"])
            let due = Due(on: day, at: instant(row["time"], on: day))
            let what = split(row["what"], at: " ")
            if what[0] == "meeting" {
                try addMeeting(row, due, minutes: Int(what[1])!)
            } else {
                try addFollowUp(row, due, FollowUp.Action(rawValue: what[0])!)
            }
        }
    }

    private func addMeeting(_ row: Table.Row, _ due: Due, minutes: Int) throws {
        var meeting = Meeting()
        meeting.title = row["text"]
        meeting.due = due
        meeting.endAt = due.at.map { $0 + minutes * 60 }
        meeting.zone = calendar.zone.name
        meeting.place = row["place"]
        meeting.attendees = row.list("who").map { contact($0).id }
        meeting.companyID = contact(row.list("who")[0]).companyID
        meeting.opportunityID = deal(row["deal"])
        meeting.alarms = [15]
        try transaction.insert(&meeting)
    }

    private func addFollowUp(_ row: Table.Row, _ due: Due, _ action: FollowUp.Action) throws {
        var followUp = FollowUp()
        followUp.action = action
        let isImportant = row["text"].hasPrefix("! ")
        followUp.subject = isImportant ? String(row["text"].dropFirst(2)) : row["text"]
        followUp.priority = isImportant ? 1 : 0
        followUp.due = due
        followUp.zone = calendar.zone.name
        followUp.contactID = row.list("who").first.map { contact($0).id }
        followUp.opportunityID = deal(row["deal"])
        followUp.alarms = due.at == nil ? [] : [10]
        try transaction.insert(&followUp)
    }

    private func day(_ text: String) -> Day {
        let number = Int(text)!
        return number == 0 ? calendar.today : number < 0 ? calendar.past(-number) : calendar.workingDay(number)
    }

    private func instant(_ text: String, on day: Day) -> Instant? {
        if text.isEmpty { return nil }
        if text.hasPrefix("now") { return calendar.instant(minutesFromNow: Int(text.dropFirst(3))!) }
        let parts = split(text, at: ":").map { Int($0)! }
        return calendar.zone.instant(day, TimeOfDay(parts[0], parts[1])!)
    }
}
