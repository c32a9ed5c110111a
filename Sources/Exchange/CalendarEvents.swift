import Formats
import Sales
import Storage
import Words

/// Events as meetings: one for each time of a repeated event.
extension CalendarIntake {
    func takeEvent(_ event: CalendarComponent, _ step: () throws -> Void) throws {
        let title = self.title(event)
        guard let start = try event.time("DTSTART") else {
            throw Refused(reason: say("an event without a start: \(title)"))
        }
        let uid = self.uid(event, title)
        let times = CalendarSeries(event, start, &plan.zones)
        for problem in times.problems { run.report.remark(run.path, problem.line, problem.reason) }
        let changes = plan.changes(of: uid)
        let named = Occurrence(event, start: start, original: times.start.wall)
        guard times.repeats || !changes.isEmpty else {
            try step()
            var id = plan.standing(event) == .another ? uid + "/" + mark(times, times.start.wall) : uid
            // It may have repeated before, or be one time of an event that is elsewhere.
            let whole = uid + "/" + mark(times, try original(event, times))
            if event.first("RECURRENCE-ID") != nil { id = whole }
            if try meeting(id) == nil, try meeting(whole) != nil { id = whole }
            return try take(named, id, isOwn: event.isOwn, uid)
        }
        let found = try occurrences(event, times, changes)
        if times.repeats, !found.isEmpty { series += 1 }
        var ids: Set<String> = []
        for occurrence in found.prefix(CalendarPlan.limit) {
            try step()
            var id = uid + "/" + mark(times, occurrence.original)
            // What did not repeat before has the id alone.
            if occurrence.original == start.wall, try meeting(uid) != nil { id = uid }
            ids.insert(id)
            try take(occurrence, id, isOwn: event.isOwn && id == uid, uid)
        }
        if found.count > CalendarPlan.limit {
            run.report.remark(
                run.path, event.line, say("only the first \(CalendarPlan.limit) times were taken in: \(title)"))
        } else {
            try cancel(uid, but: ids)
        }
        if found.isEmpty {
            run.skip(
                .meeting, event.line,
                say("no time from \(plan.days.lowerBound) to \(plan.days.upperBound): \(title)"))
        }
    }

    /// One time of an event: what is said of it, when it begins, and when it was to begin.
    struct Occurrence {
        var component: CalendarComponent
        var start: CalendarTime
        /// On the clock of the event.
        var original: Int

        init(_ component: CalendarComponent, start: CalendarTime, original: Int) {
            self.component = component
            self.start = start
            self.original = original
        }
    }

    /// What the id of a time is: the instant, or the day.
    private func mark(_ times: CalendarSeries, _ wall: Int) -> String {
        if times.start.seconds == nil { return CalendarText.date(CalendarTime(wall: wall).day) }
        return CalendarText.utc(times.clock.instant(wall: wall))
    }

    private func original(_ event: CalendarComponent, _ times: CalendarSeries) throws(FileProblem) -> Int {
        guard let time = try event.time("RECURRENCE-ID") else { return times.start.wall }
        return times.wall(time, &plan.zones)
    }

    /// The times within the days that are of interest, those that were changed as they are now.
    private func occurrences(
        _ event: CalendarComponent, _ times: CalendarSeries, _ changes: [CalendarComponent]
    ) throws -> [Occurrence] {
        let window = plan.days.lowerBound.number * 86_400..<(plan.days.upperBound.number + 1) * 86_400
        var single: [Int: Occurrence] = [:]
        /// From an original time on: all that follow are moved by so much, and say what this one says.
        var following: [(from: Int, by: Int, component: CalendarComponent)] = []
        for change in changes {
            guard let id = try change.time("RECURRENCE-ID") else { continue }
            let original = times.wall(id, &plan.zones)
            let start = try change.time("DTSTART") ?? CalendarIntake.time(original, like: times.start)
            if change.first("RECURRENCE-ID")!.values("RANGE").first?.uppercased() == "THISANDFUTURE" {
                following.append((original, times.wall(start, &plan.zones) - original, change))
            } else {
                single[original] = Occurrence(change, start: start, original: original)
            }
        }
        following.sort { $0.from < $1.from }
        var found: [Occurrence] = []
        // A few more than are taken tell that there are more.
        for wall in times.walls(from: window.lowerBound, until: window.upperBound, limit: CalendarPlan.limit + 1) {
            if let change = single.removeValue(forKey: wall) {
                found.append(change)
            } else if let change = following.last(where: { $0.from <= wall }) {
                let start = CalendarIntake.time(wall + change.by, like: times.start)
                found.append(Occurrence(change.component, start: start, original: wall))
            } else {
                found.append(Occurrence(event, start: CalendarIntake.time(wall, like: times.start), original: wall))
            }
        }
        // Those that were moved here from elsewhere, and those that the rule does not name any more.
        found += single.values.filter { window.contains(times.wall($0.start, &plan.zones)) }
        return found.sorted { ($0.start.wall, $0.original) < ($1.start.wall, $1.original) }
    }

    private static func time(_ wall: Int, like start: CalendarTime) -> CalendarTime {
        var time = CalendarTime(wall: wall, isUTC: start.isUTC, zone: start.zone)
        if start.seconds == nil { time.seconds = nil }
        return time
    }

    /// The meeting that has come from there before.
    private func meeting(_ id: String) throws -> Int64? {
        try run.finder.id(.meeting, external: id, source: CalendarImport.source)
    }

    /// Cancels the planned meetings of an event at which it takes place no more.
    private func cancel(_ uid: String, but ids: Set<String>) throws {
        for (id, external) in try run.transaction.meetings(ofSeries: uid, source: CalendarImport.source)
        where !ids.contains(external) {
            guard let here = try run.transaction.fetch(Meeting.self, id), here.state == .planned,
                clock.today...plan.days.upperBound ~= here.due.day(in: clock.zone)
            else { continue }
            var incoming = Incoming<Meeting>()
            incoming.record.title = here.title
            incoming.set("state", .text(Meeting.State.cancelled.rawValue))
            incoming.id = ExternalID(source: CalendarImport.source, value: external)
            try run.take(incoming, cells: [here.title])
        }
    }

    private func take(_ occurrence: Occurrence, _ id: String, isOwn: Bool, _ uid: String) throws {
        let event = occurrence.component
        var incoming = Incoming<Meeting>()
        incoming.line = event.line
        let known = try isOwn ? nil : run.transaction.id(.meeting, uid: uid) ?? meeting(id)
        let here = try known.flatMap { try run.transaction.fetch(Meeting.self, $0) }
        let title = self.title(event)
        incoming.set("title", .text(title.isEmpty ? say("Event") : title))
        let (due, zone) = self.due(occurrence.start)
        let meant = own("zone", event) ?? (event.isOwn ? "UTC" : zone)
        incoming.set("zone", .text(meant))
        incoming.set("due_on", .text((isOwn ? ownDay(due, meant, event) : due.on).description))
        incoming.set("due_at", due.at.map { .text($0.description) } ?? .null)
        let end = try due.at.flatMap { try self.end(of: event, from: $0) }
        incoming.set("end_at", end.map { .text($0.description) } ?? .null)
        let place = event.text("LOCATION")
        incoming.set("place", .text(event.isOwn ? place : place.replacing("\n", with: ", ").trimmingSpaces()))
        let people = try self.people(event)
        setState(&incoming, event, isPast: isPast(due, end), here)
        setNotes(&incoming, event, people, here)
        incoming.record.attendees = people.contacts
        incoming.record.alarms = leads(event, due)
        for name in ["attendee", "alarm"] { incoming.lists.append(Meeting.lists.firstIndex { $0.name == name }!) }
        if isOwn {
            try ownLink("company", .company, event, &incoming)
            try ownLink("opportunity", .opportunity, event, &incoming)
            incoming.set("reason", .text(own("reason", event) ?? ""))
            finishOwn(&incoming, uid, event)
        } else if let here, here.uid == uid {
            // A calendar of ours that another program has saved.
            incoming.record.uid = uid
        } else {
            incoming.id = ExternalID(source: CalendarImport.source, value: id)
        }
        try run.take(incoming, cells: [title])
    }

    private func isPast(_ due: Due, _ end: Instant?) -> Bool {
        due.at == nil ? due.on < clock.today : (end ?? due.at!) < clock.now
    }

    /// What was held or cancelled here stays so, unless the calendar cancels it, or takes a cancellation back.
    private func setState(
        _ incoming: inout Incoming<Meeting>, _ event: CalendarComponent, isPast: Bool, _ here: Meeting?
    ) {
        let isCancelled = event.word("STATUS") == "CANCELLED" || event.method == "CANCEL"
        var state = isCancelled ? Meeting.State.cancelled : isPast ? .held : .planned
        if event.isOwn {
            state = own("state", event).flatMap { Meeting.State(rawValue: $0) } ?? (isCancelled ? .cancelled : .planned)
        } else if let here {
            guard isCancelled != (here.state == .cancelled) else { return }
        } else if state == .held {
            held += 1
        }
        incoming.set("state", .text(state.rawValue))
    }

    /// The description, and what has no field of its own. Notes that were written here stay.
    private func setNotes(
        _ incoming: inout Incoming<Meeting>, _ event: CalendarComponent, _ people: People, _ here: Meeting?
    ) {
        let description = event.text("DESCRIPTION")
        if event.isOwn {
            for name in people.others { incoming.remarks.append(say("\(name) is not here and was left out")) }
            return incoming.set("notes", .text(description))
        }
        var lines: [String] = []
        if let last = lastDay(event) { lines.append(say("Until \(last)")) }
        if !people.others.isEmpty { lines.append(say("With: \(people.others.joined(separator: ", "))")) }
        for line in event.all("URL") + event.all("CONFERENCE") where !description.contains(line.value) {
            lines.append(line.value)
        }
        let notes = [description.trimmingSpaces(), lines.joined(separator: "\n")].filter { !$0.isEmpty }.joined(
            separator: "\n\n")
        if let here, here.state == .held || here.notes.contains(notes) { return }
        incoming.set("notes", .text(notes))
    }

    /// The last day of an event of several whole days.
    private func lastDay(_ event: CalendarComponent) -> Day? {
        guard let start = try? event.time("DTSTART"), start.seconds == nil else { return nil }
        var last = start.day
        if let end = try? event.time("DTEND") {
            last = end.day - (end.seconds == nil ? 1 : 0)
        } else if let duration = event.first("DURATION").flatMap({ CalendarDuration($0.value) }) {
            last = start.day + (duration.days - 1)
        }
        return last > start.day ? last : nil
    }
}
