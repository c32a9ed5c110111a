import PaneKit
import Sales
import Screen
import Storage
import Words

/// Logging a call: outcome by one key, summary, and the next step that the outcome proposes.
extension Office {
    func logCall(on ref: Ref) throws -> Step {
        let (party, outcomes) = try read { (try $0.party(of: ref), try $0.fetchAll(Outcome.self)) }
        guard party.contactID != nil || party.companyID != nil else {
            return .say(say("Nobody to call: this belongs to no contact and no company."), .attention)
        }
        let timed = timed(ref)
        let started = timed ?? clock.now
        let choices = outcomes.map { FormField.Choice($0.key.first ?? "?", $0.name, value: String($0.id)) }
        func outcome(_ form: Form) -> Outcome? { outcomes.first { String($0.id) == form["outcome"] } }
        func proposal(_ form: Form) -> NextStepPlan? {
            outcome(form).flatMap { chosen in try? self.store.read { try $0.proposal(for: chosen) } }
        }
        let form = Form(
            [
                .choice("outcome", say("Outcome"), choices, required: true),
                .line("summary", say("Summary")),
                .choice("next", say("Next step"), Choices.action(none: true)),
                .line("when", say("When")) { form in
                    if form["next"].isEmpty { return nil }
                    if form["next"] == "none" { return StyledText(say("no next step"), .dim) }
                    if let echo = self.echo(form["when"]) { return echo }
                    let due = proposal(form)?.due ?? Due(on: self.clock.today + 1)
                    return StyledText(self.dates.full(due), .good)
                        + StyledText("  " + say("or type 3d, fri 10, 周五"), .dim)
                },
                .line("subject", say("About")),
                .line("minutes", say("Length"), text: timed.map { String(max(1, (clock.now - $0 + 30) / 60)) } ?? "") {
                    _ in
                    StyledText(say("minutes; begun \(self.dates.time(started))"), .dim)
                },
            ],
            onChange: { form, field in
                guard field == "outcome", let chosen = outcome(form) else { return nil }
                form["next"] = chosen.nextAction.isEmpty ? "none" : chosen.nextAction
                // Nobody was reached: one key says all there is to say. Its capital stays for a note.
                return chosen.reached || form.typedCapital ? nil : .save
            })
        let number = party.number.isEmpty ? "" : " \(Glyphs.between) \(party.number)"
        return self.form(say("Call with \(party.name)") + number, key: "call \(ref)", form) { form in
            guard let chosen = outcome(form) else { throw FormError(field: "outcome", say("Say how the call went.")) }
            var call = Call()
            (call.contactID, call.companyID, call.opportunityID) = (
                party.contactID, party.companyID, party.opportunityID
            )
            if call.contactID != nil { call.companyID = nil }
            call.at = started
            call.zone = self.clock.zone.name
            call.outcomeID = chosen.id
            call.summary = form["summary"].trimmingSpaces()
            let length = form["minutes"].trimmingSpaces()
            if !length.isEmpty {
                guard let minutes = Int(length), (0...1440).contains(minutes) else {
                    throw FormError(field: "minutes", say("A whole number of minutes, up to 1440."))
                }
                call.minutes = minutes
            }
            var next: NextStepPlan?
            if let action = FollowUp.Action(rawValue: form["next"]) {
                let due = try self.due(form, "when") ?? proposal(form)?.due ?? Due(on: self.clock.today + 1)
                next = NextStepPlan(action: action, subject: form["subject"].trimmingSpaces(), due: due)
            }
            try self.act { try $0.log(call, of: party, next: next) }
            if timed != nil { self.stopTimer() }
            let then = next.map { "; \(Wording.action($0.action.rawValue)) \(self.dates.full($0.due))" } ?? ""
            return Office.done("\(party.name): \(chosen.name)\(then)")
        }
    }
}
