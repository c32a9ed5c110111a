import PaneKit
import Sales
import Screen
import Storage
import Words

/// `X`: a planned meeting is cancelled; why, and what comes instead, may be said.
extension Office {
    func cancelMeeting(_ id: Int64) throws -> Step {
        guard let meeting = try read({ try $0.fetch(Meeting.self, id) }) else { throw StoreError.notFound("m\(id)") }
        if meeting.state != .planned {
            return .say(say("That meeting is \(meeting.state.rawValue) already."), .attention)
        }
        let form = Form([
            .line("reason", say("Why")) { _ in StyledText(say("may stay empty"), .dim) },
            .choice("next", say("Next step"), Choices.action(none: true), value: "none"),
            .line("when", say("When")) { form in
                form["next"] == "none" ? StyledText(say("no next step"), .dim) : self.echo(form["when"])
            },
            .line("subject", say("About")),
        ])
        return try self.form(.cancel, on: Ref(.meeting, id), say("Cancel: \(meeting.title)"), form) { form in
            let next = try self.nextStep(form)
            try self.act { try $0.cancel(id, reason: form["reason"].trimmingSpaces(), next: next) }
            let then = next.map { "; \(Wording.action($0.action.rawValue)) \(self.dates.full($0.due))" } ?? ""
            return Office.done(say("Cancelled: \(meeting.title)") + then)
        }
    }
}
