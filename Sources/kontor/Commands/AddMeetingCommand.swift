import ArgumentParser
import Sales
import Storage
import Words

/// `kontor add meeting`.
struct AddMeetingCommand: AddingSubcommand {
    typealias Added = Meeting
    static let configuration = CommandConfiguration(commandName: "meeting", abstract: "Plan a meeting.")

    @Argument(help: "What it is about.")
    var title: String
    @Option(help: ArgumentHelp("When it begins, in date words; a day alone is the whole day.", valueName: "when"))
    var at: String
    @Option(help: "How long it lasts.")
    var minutes: Int?
    @Option(help: ArgumentHelp("A contact who attends, a company or a deal; may be repeated.", valueName: "ref"))
    var with: [String] = []
    @Option(help: "Where.")
    var place: String?
    @Option(parsing: .unconditional, help: ArgumentHelp("Notes.", valueName: "text"))
    var notes: String?
    @OptionGroup var set: SetOptions
    @OptionGroup var options: ErrandOptions

    var assignments: [Assignment] {
        Assignment.from([("title", title), ("due", at), ("place", place), ("notes", notes)])
    }

    func validate() throws {
        if let minutes, !(1...10_080).contains(minutes) {
            throw ValidationError(say("--minutes is a number from 1 to 10080."))
        }
    }

    func prepare(_ record: inout Meeting, _ links: Links) throws {
        for text in with {
            let ref = try links.transaction.record(text)
            switch ref.kind {
            case .contact: if !record.attendees.contains(ref.id) { record.attendees.append(ref.id) }
            case .company: record.companyID = ref.id
            default: record.opportunityID = ref.id
            }
        }
        guard let minutes else { return }
        let due = try links.errand.due(at, calendar: links.transaction.workCalendar())
        guard let start = due.at else { throw Failure.usage(say("--minutes needs a time in --at, as \"fri 10:00\".")) }
        // Setting the date later keeps the length.
        (record.dueAt, record.endAt) = (start, start + minutes * 60)
    }

    func answer(_ record: Meeting, _ ref: Ref, _ links: Links) -> String {
        let end = record.endAt.map { "–" + links.errand.format.time($0) } ?? ""
        return say("Meeting \(ref) planned: \(record.title), \(links.errand.format.full(record.due))\(end).")
            + inTheWay(of: record, ref, links)
    }

    /// What cannot be kept beside it: it is said, and hinders nothing.
    private func inTheWay(of record: Meeting, _ ref: Ref, _ links: Links) -> String {
        guard let start = record.dueAt else { return "" }
        let end = record.endAt ?? start + TimeSlot.meeting * 60
        let slot = TimeSlot(start: start, end: end, place: record.place)
        let others = (try? links.transaction.conflicts(with: slot, except: ref)) ?? []
        if others.isEmpty { return "" }
        let names = others.map { other in
            let time = other.step.due.at.map { links.errand.format.time($0) } ?? say("all day")
            return "\(other.step.ref) \(time) \(other.step.subject)"
        }
        return " " + say("In its way: \(names.joined(separator: ", ")).")
    }
}
