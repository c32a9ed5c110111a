import Formats
import Sales
import Storage
import Words

/// Meetings and follow-ups as a calendar (RFC 5545), from which `CalendarImport` makes the same again.
///
/// What iCalendar has no word for stands in `X-KONTOR-…`, one line for each field.
struct CalendarExport {
    let transaction: Transaction
    /// The zones that have been written: each stands before the first task that needs it.
    private var zones: Set<String> = []

    init(_ transaction: Transaction) { self.transaction = transaction }

    static let begin = [
        ContentLine(name: "BEGIN", value: "VCALENDAR"), ContentLine(name: "VERSION", value: "2.0"),
        ContentLine(name: "PRODID", value: ContentLine.product),
    ]
    static let end = [ContentLine(name: "END", value: "VCALENDAR")]

    /// Where a whole day's alarms are counted from, in minutes after midnight.
    static let morning = Reminder.morning.minutes

    func lines(_ meeting: Meeting) throws -> [ContentLine] {
        var event = begin("VEVENT", meeting.uid)
        event.append(when("DTSTART", meeting.due))
        if let end = meeting.endAt { event.append(ContentLine(name: "DTEND", value: CalendarText.utc(end))) }
        event.append(ContentLine("SUMMARY", text: meeting.title))
        add("LOCATION", meeting.place, &event)
        add("DESCRIPTION", meeting.notes, &event)
        event.append(ContentLine(name: "STATUS", value: meeting.state == .cancelled ? "CANCELLED" : "CONFIRMED"))
        if meeting.state == .held { event.append(own("state", meeting.state.rawValue)) }
        for id in meeting.attendees { event.append(try attendee(id)) }
        event += alarms(meeting.alarms, of: meeting.due, meeting.title)
        event += try rest(
            meeting, known: ["title", "state", "due_on", "due_at", "end_at", "place", "notes"], meeting.due,
            meeting.zone, meeting.externalIDs)
        return event + [ContentLine(name: "END", value: "VEVENT")]
    }

    mutating func lines(_ followUp: FollowUp) throws -> [ContentLine] {
        let zone = try zoneLines(followUp)
        var task = begin("VTODO", followUp.uid)
        if let rule = followUp.recurrence {
            task += repeating(followUp, rule)
        } else {
            task.append(when("DUE", followUp.due))
        }
        let summary = try followUp.subject.isEmpty ? words(followUp) : followUp.subject
        task.append(ContentLine("SUMMARY", text: summary))
        if followUp.subject.isEmpty { task.append(own("subject", "")) }
        add("DESCRIPTION", try details(followUp), &task)
        if followUp.priority != 0 {
            task.append(ContentLine(name: "PRIORITY", value: followUp.priority > 0 ? "1" : "9"))
        }
        task.append(ContentLine(name: "STATUS", value: followUp.state == .done ? "COMPLETED" : "NEEDS-ACTION"))
        if let done = followUp.doneAt {
            task.append(ContentLine(name: "COMPLETED", value: CalendarText.utc(done)))
            task.append(ContentLine(name: "PERCENT-COMPLETE", value: "100"))
        }
        task += alarms(followUp.alarms, of: followUp.due, summary, related: "END")
        task += try rest(
            followUp, known: ["subject", "due_on", "due_at", "priority", "state", "done_at"], followUp.due,
            followUp.zone, followUp.externalIDs)
        return zone + task + [ContentLine(name: "END", value: "VTODO")]
    }

    private func begin(_ component: String, _ uid: String) -> [ContentLine] {
        [
            ContentLine(name: "BEGIN", value: component), ContentLine("UID", text: uid),
            ContentLine(name: "DTSTAMP", value: CalendarText.utc(transaction.clock.now)),
        ]
    }

    private func add(_ name: String, _ text: String, _ lines: inout [ContentLine]) {
        if !text.isEmpty { lines.append(ContentLine(name, text: text)) }
    }

    /// A line that only Kontor reads.
    private func own(_ field: String, _ text: String) -> ContentLine {
        ContentLine(CardExport.prefix + field.uppercased().replacing("_", with: "-"), text: text)
    }

    /// A date, or a time in UTC, which every program shows in the reader's own zone.
    private func when(_ name: String, _ due: Due) -> ContentLine {
        if let at = due.at { return ContentLine(name: name, value: CalendarText.utc(at)) }
        return ContentLine(name: name, parameters: [.date], value: CalendarText.date(due.on))
    }

    private func alarms(_ leads: [Int], of due: Due, _ text: String, related: String? = nil) -> [ContentLine] {
        leads.flatMap { lead in
            // A whole day begins at midnight for others, and in the morning here.
            let minutes = due.at == nil ? CalendarExport.morning - lead : -lead
            return [
                ContentLine(name: "BEGIN", value: "VALARM"), ContentLine(name: "ACTION", value: "DISPLAY"),
                ContentLine("DESCRIPTION", text: text),
                ContentLine(
                    name: "TRIGGER", parameters: related.map { [.init(name: "RELATED", values: [$0])] } ?? [],
                    value: CalendarText.duration(minutes: minutes)),
                ContentLine(name: "END", value: "VALARM"),
            ]
        }
    }

    /// Who comes: by the first e-mail address, as calendars know people by it.
    private func attendee(_ id: Int64) throws -> ContentLine {
        let contact = try transaction.fetch(Contact.self, id) ?? Contact()
        let address = contact.emails.first.map { "mailto:" + $0.address } ?? "urn:uuid:" + contact.uid
        return ContentLine(
            name: "ATTENDEE",
            parameters: [
                .init(name: "CN", values: [contact.name]),
                .init(name: CardExport.prefix + "UID", values: [contact.uid]),
            ], value: address)
    }

    /// What calendars have no word for: the other fields, whom it concerns, and other programs' ids.
    private func rest<R: Record>(
        _ record: R, known: Set<String>, _ due: Due, _ zone: String, _ ids: [ExternalID]
    ) throws -> [ContentLine] {
        var lines: [ContentLine] = []
        if let at = due.at, due.on != CalendarExport.day(of: at, zone) {
            lines.append(own("due_on", due.on.description))
        }
        let empty = R()
        for field in R.fields where !known.contains(field.name) && field.get(record) != field.get(empty) {
            if case .reference(let kind) = field.type {
                guard let id = field.get(record).integer, let named = try transaction.named(Ref(kind, id)) else {
                    continue
                }
                lines.append(own(field.name, named.uid))
            } else {
                lines.append(own(field.name, field.type.text(of: field.get(record), currency: "")))
            }
        }
        return lines
            + ids.map { id in
                ContentLine(
                    CardExport.prefix + "ID", text: id.value,
                    parameters: id.source.isEmpty ? [] : [.init(name: "SOURCE", values: [id.source])])
            }
    }

    /// The date of an instant where it was meant.
    static func day(of instant: Instant, _ zone: String) -> Day { (Zone(zone) ?? Zone("UTC")!).day(of: instant) }

    // MARK: - Follow-ups

    /// What is to be done, where the follow-up has no words of its own.
    private func words(_ followUp: FollowUp) throws -> String {
        let name = try transaction.party(of: Ref(.followUp, followUp.id)).name
        switch followUp.action {
        case .call: return name.isEmpty ? say("Call") : say("Call \(name)")
        case .visit: return name.isEmpty ? say("Visit") : say("Visit \(name)")
        case .email: return name.isEmpty ? say("Write an e-mail") : say("E-mail \(name)")
        case .send: return name.isEmpty ? say("Send something") : say("Send something to \(name)")
        case .task: return name.isEmpty ? say("Task") : name
        }
    }

    /// Whom it concerns and the numbers, for a reader on a telephone; Kontor reads them from elsewhere.
    private func details(_ followUp: FollowUp) throws -> String {
        let contact = try followUp.contactID.flatMap { try transaction.fetch(Contact.self, $0) }
        let company = try followUp.companyID.flatMap { try transaction.fetch(Company.self, $0) }
        let deal = try followUp.opportunityID.flatMap { try transaction.named(Ref(.opportunity, $0)) }
        let who = [contact?.name, company?.name, deal?.name].compactMap { $0 }.joined(separator: " · ")
        let numbers = (contact?.phones ?? company?.phones ?? []).prefix(3).map(\.number)
        return ([who] + numbers + [followUp.result]).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// A repeated time is one of a clock on a wall, so that it stays when the clocks are changed.
    private func wall(_ followUp: FollowUp) -> Zone? {
        guard followUp.dueAt != nil, followUp.zone != "UTC" else { return nil }
        return Zone(followUp.zone)
    }

    private mutating func zoneLines(_ followUp: FollowUp) throws -> [ContentLine] {
        guard followUp.recurrence != nil, let zone = wall(followUp), zones.insert(zone.name).inserted else { return [] }
        return ZoneLines(zone).lines(from: min(followUp.dueOn.year, transaction.clock.today.year))
    }

    private func repeating(_ followUp: FollowUp, _ rule: Recurrence) -> [ContentLine] {
        let zone = wall(followUp)
        let here = zone ?? Zone("UTC")!
        func line(_ name: String, _ due: Due) -> ContentLine {
            guard let zone, let at = due.at else { return when(name, due) }
            return ContentLine(
                name: name, parameters: [.init(name: "TZID", values: [zone.name])], value: CalendarText.local(at, zone))
        }
        var rule = rule
        // The rhythm counts from the first one; here it may be another day than that on which it is due.
        let day = followUp.due.day(in: here)
        let first = rule.start.map { followUp.due.moved(to: $0, in: here) } ?? followUp.due
        if let count = rule.count, let start = rule.start, start < day {
            var whole = rule
            whole.count = nil
            rule.count = count + whole.days(from: start, until: day - 1).reduce(0) { sum, _ in sum + 1 }
        }
        rule.until = rule.until.map { until in
            switch (until, followUp.dueAt) {
            case (.day(let last), .some): .instant(here.instant(last, TimeOfDay(23, 59)!))
            case (.local(let last, let seconds), .some):
                .instant(here.instant(last, TimeOfDay(0, 0)!) + seconds)
            case (.local(let last, _), .none): .day(last)
            case (.instant(let last), .none): .day(here.day(of: last))
            default: until
            }
        }
        return [
            line("DTSTART", first), line("DUE", followUp.due), ContentLine(name: "RRULE", value: rule.standardText),
        ]
    }
}

extension ContentLine.Parameter {
    fileprivate static let date = ContentLine.Parameter(name: "VALUE", values: ["DATE"])
}
