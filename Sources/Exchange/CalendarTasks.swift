import Formats
import Sales
import Storage
import Words

/// Tasks as follow-ups, journal entries as notes.
extension CalendarIntake {
    func takeTask(_ task: CalendarComponent, _ step: () throws -> Void) throws {
        try step()
        let title = self.title(task)
        let uid = self.uid(task, title)
        if plan.belongs(task) {
            return run.skip(.followUp, task.line, say("a changed occurrence of a task that repeats: \(title)"))
        }
        if task.word("STATUS") == "CANCELLED" || task.method == "CANCEL" {
            return run.skip(.followUp, task.line, say("a task that was cancelled: \(title)"))
        }
        var id = uid
        if plan.standing(task) == .another { id += "/" + (task.first("DTSTART")?.value ?? String(task.line)) }
        var incoming = Incoming<FollowUp>()
        incoming.line = task.line
        let known =
            try task.isOwn
            ? nil
            : run.transaction.id(.followUp, uid: uid)
                ?? run.finder.id(.followUp, external: id, source: CalendarImport.source)
        let here = try known.flatMap { try run.transaction.fetch(FollowUp.self, $0) }
        let (due, zone) = try setDue(&incoming, task, here)
        setSubject(&incoming, task, title)
        setState(&incoming, task, due, here)
        let priority = task.number("PRIORITY") ?? 0
        incoming.set("priority", .integer((1...4).contains(priority) ? 1 : (6...9).contains(priority) ? -1 : 0))
        incoming.record.alarms = leads(task, due)
        incoming.lists.append(FollowUp.lists.firstIndex { $0.name == "alarm" }!)
        if task.isOwn {
            try setOwn(&incoming, task)
            finishOwn(&incoming, uid, task)
        } else {
            setRepeat(&incoming, task, due, zone)
            if here == nil {
                incoming.set("action", .text(FollowUp.Action.task.rawValue))
                if let id = try people(task).contacts.first { incoming.set("contact", .integer(id)) }
            }
            if let here, here.uid == uid {
                incoming.record.uid = uid
            } else {
                incoming.id = ExternalID(source: CalendarImport.source, value: id)
            }
        }
        try run.take(incoming, cells: [title])
    }

    /// When it is due: by its own word, else when it begins, else today.
    private func setDue(
        _ incoming: inout Incoming<FollowUp>, _ task: CalendarComponent, _ here: FollowUp?
    ) throws -> (due: Due, zone: String) {
        var time = try task.time("DUE")
        if time == nil, let start = try task.time("DTSTART") {
            time = start
            if let length = task.first("DURATION").flatMap({ CalendarDuration($0.value) }) {
                time = CalendarTime(
                    wall: start.wall + length.days * 86_400 + length.seconds, isUTC: start.isUTC, zone: start.zone)
                if start.seconds == nil { time?.seconds = nil }
            }
        }
        guard let time else {
            // What was set here, or then, stays.
            if let here { return (here.due, here.zone) }
            undated += 1
            incoming.set("due_on", .text(clock.today.description))
            incoming.set("zone", .text(clock.zone.name))
            return (Due(on: clock.today), clock.zone.name)
        }
        let (due, zone) = self.due(time)
        let meant = own("zone", task) ?? (task.isOwn ? "UTC" : zone)
        incoming.set("due_on", .text((task.isOwn ? ownDay(due, meant, task) : due.on).description))
        incoming.set("due_at", due.at.map { .text($0.description) } ?? .null)
        incoming.set("zone", .text(meant))
        return (due, zone)
    }

    /// The summary, and behind it the description, which has no field of its own.
    private func setSubject(_ incoming: inout Incoming<FollowUp>, _ task: CalendarComponent, _ title: String) {
        if task.isOwn { return incoming.set("subject", .text(own("subject", task) ?? title)) }
        let details = [task.text("DESCRIPTION"), task.text("LOCATION"), task.text("URL")].map {
            $0.split(separator: "\n").map { $0.trimmingSpaces() }.filter { !$0.isEmpty }.joined(separator: " ")
        }.filter { !$0.isEmpty && !title.contains($0) }
        let whole = ([title] + details).filter { !$0.isEmpty }.joined(separator: " · ")
        if whole.count > CalendarIntake.longest {
            incoming.remarks.append(say("its description was cut after \(CalendarIntake.longest) letters: \(title)"))
        }
        let subject = String(whole.prefix(CalendarIntake.longest))
        incoming.set("subject", .text(subject.isEmpty ? say("Task") : subject))
    }

    /// Letters of a subject that comes from a description.
    private static let longest = 500

    /// What is done here stays done.
    private func setState(
        _ incoming: inout Incoming<FollowUp>, _ task: CalendarComponent, _ due: Due, _ here: FollowUp?
    ) {
        let isDone =
            task.word("STATUS") == "COMPLETED" || task.first("COMPLETED") != nil
            || task.number("PERCENT-COMPLETE") == 100
        guard isDone else {
            if here == nil { incoming.set("state", .text(FollowUp.State.open.rawValue)) }
            return
        }
        if here?.state == .done { return }
        let said = ["COMPLETED", "LAST-MODIFIED", "DTSTAMP"].lazy.compactMap { try? task.time($0) }.first
        let done = said.map { plan.zones.instant($0) } ?? due.at ?? clock.now
        incoming.set("state", .text(FollowUp.State.done.rawValue))
        incoming.set("done_at", .text(done.description))
    }

    /// The rule as it is; where it counts from another day than that on which the task is due, with that day in it.
    private func setRepeat(
        _ incoming: inout Incoming<FollowUp>, _ task: CalendarComponent, _ due: Due, _ zone: String
    ) {
        guard let line = task.first("RRULE") else { return }
        do {
            var rule = try Recurrence(rule: line.value)
            if let start = try? task.time("DTSTART"), start.day != due.on, rule.start == nil {
                rule = rule.anchored(on: start.day)
            }
            incoming.set("repeat", .text(rule.description))
        } catch {
            incoming.remarks.append(say("RRULE was not read: \(error.description)"))
        }
    }

    private func setOwn(_ incoming: inout Incoming<FollowUp>, _ task: CalendarComponent) throws {
        for field in FollowUp.fields where ["action", "repeat", "result"].contains(field.name) {
            if let text = own(field.name, task) { field.set(&incoming.record, .text(text)) }
        }
        try ownLink("contact", .contact, task, &incoming)
        try ownLink("company", .company, task, &incoming)
        try ownLink("opportunity", .opportunity, task, &incoming)
    }

    /// A note needs somebody on whom it is.
    func takeJournal(_ journal: CalendarComponent, _ step: () throws -> Void) throws {
        try step()
        let title = self.title(journal)
        guard let contact = try people(journal).contacts.first else {
            return run.skip(.note, journal.line, say("a journal entry that names no contact: \(title)"))
        }
        let text = [title, journal.text("DESCRIPTION")].filter { !$0.isEmpty }.joined(separator: "\n")
        var incoming = Incoming<Note>()
        incoming.line = journal.line
        incoming.set("contact", .integer(contact))
        incoming.set("text", .text(text))
        if let time = try journal.time("DTSTART") ?? journal.time("DTSTAMP") {
            incoming.set("at", .text(plan.zones.instant(time).description))
        }
        incoming.set("zone", .text(clock.zone.name))
        incoming.id = ExternalID(source: CalendarImport.source, value: uid(journal, title))
        try run.take(incoming, cells: [title])
    }
}
