import Formats
import Sales
import Storage
import Words

/// Takes the components of a calendar in, one after another, and counts what is told of them in one line each.
final class CalendarIntake {
    let run: ImportRun
    var plan: CalendarPlan
    let clock: Clock
    /// Components that are nothing here, by their name.
    private var left: [String: Int] = [:]
    /// Properties that have no field here, by their name.
    private var unread: [String: Int] = [:]
    private var attachments = 0
    /// Meetings of the past that came in as held.
    var held = 0
    /// Repeated events of which only some times were taken in.
    var series = 0
    /// Tasks that say no date.
    var undated = 0
    /// Alarms that cannot be kept.
    var alarms = 0
    /// Where the remarks of this file begin.
    private let begin: Int

    init(_ run: ImportRun, _ plan: CalendarPlan) {
        self.run = run
        self.plan = plan
        clock = run.transaction.clock
        begin = run.report.remarks.count
    }

    /// - Parameter step: called for each record.
    func take(_ component: CalendarComponent, _ step: () throws -> Void) throws {
        let kind: Kind
        switch component.name {
        case "VTIMEZONE": return
        case "VEVENT": kind = .meeting
        case "VTODO": kind = .followUp
        case "VJOURNAL": kind = .note
        default:
            left[component.name, default: 0] += 1
            return
        }
        guard run.options.kind ?? kind == kind else {
            left[component.name, default: 0] += 1
            return
        }
        for problem in component.problems {
            run.report.remark(run.path, problem.line ?? component.line, problem.reason)
        }
        if plan.belongs(component), kind != .followUp { return }
        let title = component.text("SUMMARY").trimmingSpaces()
        if plan.standing(component) == .older {
            return run.skip(kind, component.line, say("an older version of what stands again in the file: \(title)"))
        }
        noteUnread(component)
        do {
            switch kind {
            case .meeting: try takeEvent(component, step)
            case .followUp: try takeTask(component, step)
            default: try takeJournal(component, step)
            }
        } catch let problem as FileProblem {
            try run.refuse(kind, problem.line ?? component.line, problem.reason, [title])
        } catch let refused as Refused {
            try run.refuse(kind, component.line, refused.reason, [title])
        }
    }

    /// Tells, before all that concerns single lines, what concerns the whole file.
    func finish(_ problems: FileProblems) {
        for problem in problems.list { run.report.remark(run.path, problem.line, problem.reason) }
        var lines: [String] = []
        if held > 0 { lines.append(say("\(held, "meeting", "meetings") of the past came in as held")) }
        if series > 0 {
            lines.append(
                say(
                    "\(series, "repeating event", "repeating events"): the times from \(plan.days.lowerBound) to \(plan.days.upperBound) were taken in"
                ))
        }
        if undated > 0 { lines.append(say("\(undated, "task", "tasks") without a date: due today")) }
        for name in plan.zones.unknown {
            lines.append(
                say("\(name) is no time zone that is known; its times were read as those of \(clock.zone.name)"))
        }
        if alarms > 0 { lines.append(say("\(alarms, "alarm", "alarms") that cannot be kept left out")) }
        if attachments > 0 { lines.append(say("\(attachments, "attachment", "attachments") left out")) }
        if !left.isEmpty { lines.append(say("left out: \(CalendarIntake.list(left))")) }
        if !unread.isEmpty { lines.append(say("not read: \(CalendarIntake.list(unread))")) }
        if run.report.counts.isEmpty, left.isEmpty, run.report.files.count == 1 {
            lines.append(say("There is no event and no task in this file"))
        }
        run.report.remarks.insert(
            contentsOf: lines.map { ImportReport.Remark(path: run.path, line: nil, reason: $0) }, at: begin)
    }

    /// `2 VFREEBUSY, 1 X-THING`.
    private static func list(_ counts: [String: Int]) -> String {
        let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let shown = sorted.prefix(12).map { "\($0.value) \($0.key)" }.joined(separator: ", ")
        return sorted.count > 12 ? shown + say(" and \(sorted.count - 12, "other", "others")") : shown
    }

    /// Has what has no field here counted; what only calendars need among themselves is not.
    private func noteUnread(_ component: CalendarComponent) {
        attachments += component.attachments
        if component.isOwn { return }
        let read = component.name == "VEVENT" ? CalendarIntake.ofEvents : CalendarIntake.ofTasks
        for line in component.lines where !CalendarIntake.known.contains(line.name) && !read.contains(line.name) {
            unread[line.name.hasPrefix("X-") ? "X-…" : line.name, default: 0] += 1
        }
        for part in component.parts where part.name != "VALARM" { left[part.name, default: 0] += 1 }
    }

    private static let known: Set<String> = [
        "UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "DCREATED", "SEQUENCE", "TRANSP", "SUMMARY", "DESCRIPTION",
        "DTSTART",
        "DURATION", "STATUS", "ATTENDEE", "ORGANIZER", "RRULE", "RECURRENCE-ID", "CONTACT", "URL",
    ]
    private static let ofEvents: Set<String> = [
        "DTEND", "LOCATION", "EXDATE", "RDATE", "EXRULE", "CONFERENCE", "DALARM", "AALARM",
    ]
    private static let ofTasks: Set<String> = ["DUE", "COMPLETED", "PRIORITY", "PERCENT-COMPLETE", "LOCATION"]
}

// MARK: - What all of them have

extension CalendarIntake {
    /// The identity that other programs know; one that says none gets it from what it says.
    func uid(_ component: CalendarComponent, _ title: String) -> String {
        let uid = component.text("UID").trimmingSpaces()
        if !uid.isEmpty { return uid }
        return (component.first("DTSTART") ?? component.first("DUE")).map { $0.value + " " + title } ?? title
    }

    /// A title of one line.
    func title(_ component: CalendarComponent) -> String {
        let text = component.text("SUMMARY")
        return component.isOwn ? text : text.replacing("\n", with: " ").trimmingSpaces()
    }

    /// What our own calendars say in lines of their own.
    func own(_ field: String, _ component: CalendarComponent) -> String? {
        component.isOwn
            ? component.first(CardExport.prefix + field.uppercased().replacing("_", with: "-"))?.text : nil
    }

    /// The record that a calendar of ours names; what is not here is told and left out.
    func ownLink<R: Record>(
        _ field: String, _ kind: Kind, _ component: CalendarComponent, _ incoming: inout Incoming<R>
    ) throws {
        guard let uid = own(field, component) else { return }
        if let id = try run.transaction.id(kind, uid: uid) {
            incoming.set(field, .integer(id))
        } else {
            incoming.remarks.append(say("its \(kind.name) is not here and was left out"))
        }
    }

    /// What a calendar of ours says is the whole truth.
    func finishOwn<R: Record>(_ incoming: inout Incoming<R>, _ uid: String, _ component: CalendarComponent) {
        incoming.record.uid = uid
        incoming.isOwn = true
        incoming.fields = Array(R.fields.indices)
        incoming.lists = Array(R.lists.indices)
        let ids = R.lists.first { $0.name == "external_id" }!
        ids.set(
            &incoming.record,
            component.all(CardExport.prefix + "ID").map { [.text($0.text), .text($0.values("SOURCE").first ?? "")] })
    }

    /// A date stays what it is; a time is an instant, and its date is that of the zone in which it is meant.
    func due(_ time: CalendarTime) -> (due: Due, zone: String) {
        guard time.seconds != nil else { return (Due(on: time.day), clock.zone.name) }
        let there = plan.zones.clock(of: time)
        let instant = there.instant(wall: time.wall)
        // A time in UTC says nothing about where it is meant.
        guard !time.isUTC, let name = there.name else {
            return (Due(on: clock.zone.day(of: instant), at: instant), clock.zone.name)
        }
        return (Due(on: time.day, at: instant), name)
    }

    /// The time of the day on which it was meant, where our own calendar says another.
    func ownDay(_ due: Due, _ zone: String, _ component: CalendarComponent) -> Day {
        if let text = own("due_on", component), let day = Day(text) { return day }
        return due.at.map { CalendarExport.day(of: $0, zone) } ?? due.on
    }

    /// The leads of the alarms before a time, in minutes.
    func leads(_ component: CalendarComponent, _ due: Due) -> [Int] {
        var found: [Int] = []
        for alarm in component.parts where alarm.name == "VALARM" {
            // Apple's word for no alarm, and one that only repeats another that was put off.
            let isSnooze = alarm.first("RELATED-TO")?.values("RELTYPE").first?.uppercased() == "SNOOZE"
            guard alarm.word("ACTION") != "NONE", !isSnooze, let trigger = alarm.first("TRIGGER") else { continue }
            guard let lead = lead(trigger, component, due), (0...525_600).contains(lead) else {
                alarms += 1
                continue
            }
            if component.isOwn || !found.contains(lead) { found.append(lead) }
        }
        return found
    }

    private func lead(_ trigger: ContentLine, _ component: CalendarComponent, _ due: Due) -> Int? {
        let base = due.at ?? clock.zone.instant(due.on, Reminder.morning)
        guard let duration = CalendarDuration(trigger.value) else {
            guard let time = try? CalendarTime(trigger), time.seconds != nil else { return nil }
            return (base - plan.zones.instant(time)) / 60
        }
        let seconds = duration.days * 86_400 + duration.seconds
        let isAtEnd = trigger.values("RELATED").first?.uppercased() == "END"
        var shift = 0
        if component.name == "VEVENT", isAtEnd, let at = due.at, let end = try? end(of: component, from: at) {
            shift = end - at
        } else if component.name == "VTODO", !isAtEnd, let at = due.at,
            let start = try? component.time("DTSTART"), start.seconds != nil
        {
            shift = plan.zones.instant(start) - at
        }
        // A whole day begins at midnight, and rings in the morning.
        if due.at == nil { return CalendarExport.morning - seconds / 60 }
        return -(seconds + shift) / 60
    }

    /// When an event that begins then ends; nil when it does not say, or ends before it begins.
    func end(of component: CalendarComponent, from start: Instant) throws(FileProblem) -> Instant? {
        guard let begin = try component.time("DTSTART"), begin.seconds != nil else { return nil }
        let end: Instant
        if let time = try component.time("DTEND") {
            // As long as the event itself, at whichever of its times.
            end = start + (plan.zones.instant(time) - plan.zones.instant(begin))
        } else if let text = component.first("DURATION")?.value {
            guard let duration = CalendarDuration(text) else {
                throw FileProblem(
                    line: component.first("DURATION")!.line,
                    reason: say("DURATION is no length of time: \(visible(String(text.prefix(60))))"))
            }
            end = start + (duration.days * 86_400 + duration.seconds)
        } else {
            return nil
        }
        // A century is a mistake.
        return (0..<100 * 366 * 86_400).contains(end - start) ? end : nil
    }
}
