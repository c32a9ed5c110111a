import ArgumentParser
import Sales
import Storage
import Words

/// `kontor add follow-up`.
struct AddFollowUpCommand: AddingSubcommand {
    typealias Added = FollowUp
    static let configuration = CommandConfiguration(
        commandName: "follow-up", abstract: "Set a reminder to do something by a date.")

    @Argument(help: ArgumentHelp("Whom it concerns: a contact, company or deal.", valueName: "ref"))
    var ref: String
    @Option(help: ArgumentHelp("When, in date words.", valueName: "when"))
    var due: String
    @Option(help: "call, visit, email, send or task; by itself call.")
    var action: String?
    @Option(parsing: .unconditional, help: ArgumentHelp("What it is about.", valueName: "text"))
    var subject: String?
    @Option(
        help: ArgumentHelp(
            "How it repeats: weekly, every 2 weeks, every mon,thu, weekdays, every 15th, 每月底, or an RRULE.",
            valueName: "how"))
    var `repeat`: String?
    @Option(
        help: ArgumentHelp(
            "How long before to be reminded: 15m, 1h, 1d; may be repeated. Without one at its time, and on a day without a time at 9:00.",
            valueName: "lead"))
    var alarm: [String] = []
    @OptionGroup var set: SetOptions
    @OptionGroup var options: ErrandOptions

    var title: String { subject ?? ref }
    var assignments: [Assignment] {
        Assignment.from([("subject", subject ?? ""), ("due", due), ("action", action), ("repeat", `repeat`)])
            + Assignment.adding("alarm", alarm)
    }

    func prepare(_ record: inout FollowUp, _ links: Links) throws {
        let party = try links.party(ref)
        (record.contactID, record.companyID, record.opportunityID) = (
            party.contactID, party.companyID, party.opportunityID
        )
    }

    func answer(_ record: FollowUp, _ ref: Ref, _ links: Links) throws -> String {
        let who = try links.transaction.party(of: ref).name
        let rhythm = record.recurrence.map { "; " + $0.words } ?? ""
        return say(
            "Follow-up \(ref) set: \(record.action.rawValue) \(who), \(links.errand.format.full(record.due))\(rhythm).")
    }
}

/// `kontor add note`.
struct AddNoteCommand: AddingSubcommand {
    typealias Added = Note
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Write a note on a contact, company or deal.",
        discussion: """
            A line "! fri 10 send sample" sets a follow-up, "-> text" records what I owe, "<- text" what they owe.
            """)

    @Argument(help: ArgumentHelp("Whom it concerns.", valueName: "ref"))
    var ref: String
    @Argument(help: "The text.")
    var text: String
    @OptionGroup var linesOptions: LinesOptions
    @OptionGroup var set: SetOptions
    @OptionGroup var options: ErrandOptions

    var title: String { text }
    var assignments: [Assignment] { Assignment.from([("text", text)]) }

    func prepare(_ record: inout Note, _ links: Links) throws {
        let ref = try links.transaction.record(ref)
        switch ref.kind {
        case .contact: record.contactID = ref.id
        case .company: record.companyID = ref.id
        default: record.opportunityID = ref.id
        }
        record.at = links.errand.clock.now
        record.zone = links.errand.clock.zone.name
    }

    func finish(_ record: Note, _ ref: Ref, _ links: Links) throws {
        let lines = try linesOptions.read(record.text, links.transaction)
        let party = try links.transaction.party(of: ref)
        try links.transaction.make(lines, for: party, source: ref, at: record.at)
        LinesOptions.tell(lines, links.errand)
    }

    func answer(_ record: Note, _ ref: Ref, _ links: Links) throws -> String {
        let owner =
            record.opportunityID.map { Ref(.opportunity, $0) } ?? record.companyID.map { Ref(.company, $0) }
            ?? record.contactID.map { Ref(.contact, $0) }
        return say("Note \(ref) on \(try owner.map { try links.transaction.title(of: $0) } ?? "") added.")
    }
}
