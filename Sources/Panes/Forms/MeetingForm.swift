import PaneKit
import Sales
import Screen
import Storage
import Words

/// Planning a meeting, and noting one that was held.
extension Office {
    /// `M`: plan a meeting with whom the cursor is on.
    func planMeeting(on ref: Ref) throws -> Step {
        let party = try read { try $0.party(of: ref) }
        return try meetingForm(
            meeting(with: party), .plan, on: ref, title: say("Plan a meeting with \(party.name)"))
    }

    func editMeeting(_ id: Int64) throws -> Step {
        guard let meeting = try read({ try $0.fetch(Meeting.self, id) }) else { throw StoreError.notFound("m\(id)") }
        return try meetingForm(meeting, .edit, on: Ref(.meeting, id), title: say("Edit meeting")) {
            try self.editMeeting(id)
        }
    }

    /// A meeting that is not stored yet.
    private func meeting(with party: Party) -> Meeting {
        var meeting = Meeting()
        meeting.title = say("Meeting with \(party.name)")
        meeting.attendees = party.contactID.map { [$0] } ?? []
        (meeting.companyID, meeting.opportunityID) = (party.companyID, party.opportunityID)
        meeting.zone = clock.zone.name
        return meeting
    }

    private func meetingForm(
        _ old: Meeting, _ name: FormName, on ref: Ref, title: String, remake: (() throws -> Step)? = nil
    ) throws -> Step {
        let isNew = old.id == 0
        let own = isNew ? nil : Ref(.meeting, old.id)
        let length = old.dueAt.flatMap { start in old.endAt.map { ($0 - start) / 60 } }
        let form = Form([
            .line("when", say("When"), text: isNew ? "" : typed(old.due), required: true) { form in
                guard let echo = self.echo(form["when"], direction: old.state == .held ? .past : .coming) else {
                    return StyledText(say("tue 10:00, 下周三 下午3点"), .dim)
                }
                let due = try? DateWords.parse(form["when"], clock: self.clock)
                return due == nil || due?.at != nil ? echo : echo + StyledText("  " + say("all day"), .dim)
            }
            .warning { form in old.state == .planned ? self.conflict(form, except: own) : nil }
            .next(old.state == .planned ? { try self.nextFree($0, except: own) } : nil),
            .line("title", say("Title"), text: old.title, required: true),
            try attendeesField(old),
            .line("minutes", say("Length"), text: length.map(String.init) ?? "") { form in
                let end = (try? self.end(form, isNew: isNew)) ?? nil
                let until = end.map { StyledText(say("until \(self.dates.time($0))") + "  ", .good) } ?? ""
                return until + StyledText(say("minutes, or 11:30"), .dim)
            },
            .suggesting("place", say("Place"), text: old.place, completions: used(.place)),
            .area("notes", say("Notes"), text: old.notes),
            linesField(of: "notes", since: old.notes),
        ])
        return try self.form(name, on: ref, title, form, remake: remake) { form in
            var new = old
            new.title = form["title"].trimmingSpaces()
            if isNew || form.changed.contains("when") {
                new.due = try self.due(form, "when", direction: old.state == .held ? .past : .coming)!
            }
            new.endAt = try self.end(form, isNew: isNew)
            new.place = form["place"].trimmingSpaces()
            new.notes = form["notes"]
            let lines = self.lines(form, of: "notes", since: old.notes)
            try self.save(from: old, to: new, lines: lines, links: self.attendees(form, isNew: isNew))
            return Office.done("\(new.title): \(self.dates.full(new.due))" + Office.made(lines))
        }
    }

    /// Who comes, by name; who is not there yet is made.
    private func attendeesField(_ meeting: Meeting) throws -> FormField {
        let people = try read { transaction in
            try meeting.attendees.map { (try transaction.title(of: Ref(.contact, $0)), String($0)) }
        }
        return .picks(
            "with", say("With"), text: people.map(\.0).joined(separator: ", "),
            values: Dictionary(people) { first, _ in first }, hint: picksHint("with", say("names, parted by commas")),
            completions: records(.contact))
    }

    private func attendees(_ form: Form, isNew: Bool) throws -> (Transaction, inout Meeting) throws -> Void {
        guard isNew || form.changed.contains("with") else { return { _, _ in } }
        let all = try everybody(form, "with")
        return { transaction, meeting in
            let known =
                try meeting.companyID
                ?? all.lazy.compactMap(\.id).first.flatMap {
                    try transaction.fetch(Contact.self, $0)?.companyID
                }
            meeting.attendees = try transaction.contacts(all, company: known, field: "with")
        }
    }

    /// `m`: note a meeting. On a planned one it fills that in and marks it held.
    func noteMeeting(on ref: Ref) throws -> Step {
        if ref.kind == .meeting, let meeting = try read({ try $0.fetch(Meeting.self, ref.id) }) {
            if meeting.state == .planned { return try holdMeeting(meeting) }
            return try editMeeting(ref.id)
        }
        let party = try read { try $0.party(of: ref) }
        let new = meeting(with: party)
        var form = try Form(
            [
                .line("at", say("When"), text: typed(Due(on: clock.today, at: clock.now)), required: true) { form in
                    self.echo(form["at"], direction: .past)
                },
                .line("title", say("Title"), text: new.title, required: true),
                attendeesField(new),
            ] + notesFields(of: new) + [linesField(of: "notes")] + nextFields(party, finished: nil),
            onChange: starting(new))
        form.focus(on: "notes")
        return try self.form(.meeting, on: ref, say("Meeting with \(party.name)"), form) { form in
            var held = new
            held.title = form["title"].trimmingSpaces()
            held.due = try self.due(form, "at", direction: .past)!
            held.state = .held
            held.notes = form["notes"]
            let (next, because) = (try self.nextStep(form), self.because(form))
            let lines = self.lines(form, of: "notes")
            var met = party
            try self.save(from: new, to: held, lines: lines, links: self.attendees(form, isNew: true)) {
                // With whom it was in the end, who may be somebody else than the cursor was on.
                met = try $0.party(of: Ref(.meeting, $1.id))
                if let next { try $0.plan(next, for: met) }
                if !because.isEmpty { try $0.excuse(met, because: because) }
            }
            let then = try self.afterwards(met, next, because)
            return Office.done(say("Held: \(held.title)") + then + Office.made(lines))
        }
    }

    private func holdMeeting(_ meeting: Meeting) throws -> Step {
        let ref = Ref(.meeting, meeting.id)
        let party = try read { try $0.party(of: ref) }
        var form = Form(
            try notesFields(of: meeting) + [linesField(of: "notes", since: meeting.notes)]
                + nextFields(party, finished: ref), onChange: starting(meeting))
        form.focus(on: "notes")
        return try self.form(
            .held, on: ref, say("Held: \(meeting.title)"), form, remake: { try self.noteMeeting(on: ref) }
        ) { form in
            let next = try self.nextStep(form)
            let lines = self.lines(form, of: "notes", since: meeting.notes)
            try self.act {
                try $0.hold(
                    meeting.id, notes: form["notes"], next: next, because: self.because(form), from: meeting,
                    lines: lines)
            }
            let then = try self.afterwards(party, next, self.because(form))
            return Office.done(say("Held: \(meeting.title)") + then + Office.made(lines))
        }
    }

    /// The notes start from a template, and what is typed settles the next step.
    private func starting(_ meeting: Meeting) -> (inout Form, String) -> Form.Reaction? {
        let startNotes = startNotes(of: meeting)
        return { form, field in
            self.settleNext(&form, field)
            return startNotes(&form, field)
        }
    }
}
