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
        let ref = Ref(.meeting, id)
        let party = try read { try $0.party(of: ref) }
        let form = Form(
            [
                .line("reason", say("Why")) { _ in StyledText(say("may stay empty"), .dim) }
            ] + nextFields(party, finished: ref), onChange: settling)
        return try self.form(.cancel, on: ref, say("Cancel: \(meeting.title)"), form) { form in
            let next = try self.nextStep(form)
            let because = self.because(form)
            try self.act {
                try $0.cancel(id, reason: form["reason"].trimmingSpaces(), next: next, because: because)
            }
            return Office.done(say("Cancelled: \(meeting.title)") + (try self.afterwards(party, next, because)))
        }
    }
}
