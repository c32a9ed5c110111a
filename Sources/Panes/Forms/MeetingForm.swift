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
        var meeting = Meeting()
        meeting.title = say("Meeting with \(party.name)")
        meeting.attendees = party.contactID.map { [$0] } ?? []
        (meeting.companyID, meeting.opportunityID) = (party.companyID, party.opportunityID)
        meeting.zone = clock.zone.name
        return meetingForm(meeting, title: say("Plan a meeting with \(party.name)"), key: "plan \(ref)")
    }

    func editMeeting(_ id: Int64) throws -> Step {
        guard let meeting = try read({ try $0.fetch(Meeting.self, id) }) else { throw StoreError.notFound("m\(id)") }
        return meetingForm(meeting, title: say("Edit meeting"), key: "edit m\(id)")
    }

    private func meetingForm(_ old: Meeting, title: String, key: String) -> Step {
        let isNew = old.id == 0
        let length = old.dueAt.flatMap { start in old.endAt.map { ($0 - start) / 60 } } ?? 60
        let form = Form([
            .line("when", say("When"), text: isNew ? "" : typed(old.due), required: true) { form in
                self.conflictHint(form, except: isNew ? nil : Ref(.meeting, old.id))
            },
            .line("title", say("Title"), text: old.title, required: true),
            .line("minutes", say("Length"), text: String(length)) { _ in StyledText(say("minutes"), .dim) },
            .line("place", say("Place"), text: old.place),
            .area("notes", say("Notes"), text: old.notes),
        ])
        return self.form(title, key: key, form) { form in
            var new = old
            new.title = form["title"].trimmingSpaces()
            new.due = try self.due(form, "when")!
            new.endAt = nil
            if let start = new.dueAt {
                guard let minutes = Int(form["minutes"].trimmingSpaces()), (0...10_080).contains(minutes) else {
                    throw FormError(field: "minutes", say("A whole number of minutes, up to a week."))
                }
                new.endAt = start + minutes * 60
            }
            new.place = form["place"].trimmingSpaces()
            new.notes = form["notes"]
            if isNew {
                try self.act { try $0.add(new) }
            } else {
                try self.act { try $0.edit(from: old, to: new) }
            }
            return Office.done("\(new.title): \(self.dates.full(new.due))")
        }
    }

    /// The date in full, and what is there already at that time: it warns, it never blocks.
    private func conflictHint(_ form: Form, except: Ref?) -> StyledText? {
        guard let due = try? DateWords.parse(form["when"], clock: clock) else {
            return echo(form["when"]) ?? StyledText(say("tue 10:00, 下周三 下午3点"), .dim)
        }
        let echo = StyledText(dates.full(due), .good)
        guard let start = due.at else { return echo + StyledText("  " + say("all day"), .dim) }
        let end = start + (Int(form["minutes"]) ?? 60) * 60
        let others = (try? store.read { try $0.conflicts(from: start, to: end, except: except) }) ?? []
        guard let first = others.first else { return echo }
        let time = first.due.at.map { dates.time($0) } ?? ""
        return echo + StyledText("  \(Glyphs.warning) " + say("then: \(time) \(first.subject)"), .attention)
    }

    /// `m`: note a meeting. On a planned one it fills that in and marks it held.
    func noteMeeting(on ref: Ref) throws -> Step {
        if ref.kind == .meeting, let meeting = try read({ try $0.fetch(Meeting.self, ref.id) }) {
            if meeting.state == .planned { return holdMeeting(meeting) }
            return try editMeeting(ref.id)
        }
        let party = try read { try $0.party(of: ref) }
        var form = Form([
            .line("when", say("When"), text: typed(Due(on: clock.today, at: clock.now)), required: true) { form in
                self.echo(form["when"], direction: .past)
            },
            .line("title", say("Title"), text: say("Meeting with \(party.name)"), required: true),
            .area("notes", say("Notes"), rows: 8),
        ])
        form.focus(on: "notes")
        return self.form(say("Meeting with \(party.name)"), key: "meeting \(ref)", form) { form in
            var meeting = Meeting()
            meeting.title = form["title"].trimmingSpaces()
            meeting.due = try self.due(form, "when", direction: .past)!
            meeting.zone = self.clock.zone.name
            meeting.state = .held
            meeting.notes = form["notes"]
            meeting.attendees = party.contactID.map { [$0] } ?? []
            (meeting.companyID, meeting.opportunityID) = (party.companyID, party.opportunityID)
            try self.act { try $0.add(meeting) }
            return Office.done(say("Held: \(meeting.title)"))
        }
    }

    private func holdMeeting(_ meeting: Meeting) -> Step {
        var form = Form([
            .area("notes", say("Notes"), text: meeting.notes, rows: 8),
            .choice("next", say("Next step"), Choices.action(none: true), value: "none"),
            .line("when", say("When")) { form in
                form["next"] == "none" ? StyledText(say("no next step"), .dim) : self.echo(form["when"])
            },
            .line("subject", say("About")),
        ])
        form.focus(on: "notes")
        return self.form(say("Held: \(meeting.title)"), key: "held m\(meeting.id)", form) { form in
            let next = try self.nextStep(form)
            try self.act { try $0.hold(meeting.id, notes: form["notes"], next: next) }
            let then = next.map { "; \(Wording.action($0.action.rawValue)) \(self.dates.full($0.due))" } ?? ""
            return Office.done(say("Held: \(meeting.title)") + then)
        }
    }
}
