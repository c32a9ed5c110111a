import PaneKit
import Sales
import Screen
import Storage
import Words

/// The next step in the forms that end something: what and when, or that there is none, and why.
extension Office {
    /// What is to be done next, when, and about what; at first nothing.
    func nextFields(_ party: Party, finished: Ref?) -> [FormField] {
        [
            .choice("next", say("Next step"), Choices.action(none: true), value: "none"),
            whenField(party, finished: finished), .line("subject", say("About")),
        ]
    }

    /// The field that says when, or `none: why`.
    ///
    /// - Parameter finished: what counts no more once the form is saved.
    private func whenField(_ party: Party, finished: Ref?) -> FormField {
        .suggesting(
            "when", say("When"),
            hint: { form in
                form["next"] == "none" ? self.echoNone(form, party, finished: finished) : self.echo(form["when"])
            }, completions: usedReasons)
    }

    /// What one types for *when* also says whether there is a next step.
    func settleNext(_ form: inout Form, _ field: String) {
        let isNone = NoNextStep.reason(form["when"]) != nil
        if field == "when" {
            let isOpen = form["next"].isEmpty || form["next"] == "none"
            if isNone {
                form["next"] = "none"
            } else if isOpen, (try? DateWords.parse(form["when"], clock: clock)) != nil {
                form["next"] = FollowUp.Action.call.rawValue
            }
        } else if field == "next", isNone, form["next"] != "none" {
            form["when"] = ""
        }
    }

    var settling: (inout Form, String) -> Form.Reaction? {
        { form, field in
            self.settleNext(&form, field)
            return nil
        }
    }

    /// The echo of no next step: why, or that somebody will be forgotten.
    func echoNone(_ form: Form, _ party: Party, finished: Ref?) -> StyledText {
        let reason = because(form)
        if !reason.isEmpty { return Office.saidNone(reason) }
        let isForgotten =
            (try? read {
                try !$0.unplanned(party, without: finished, isTouched: true, isExcused: true).isEmpty
            }) ?? false
        return isForgotten
            ? StyledText(say("nothing planned then; type 3d, or none: why"), .attention)
            : StyledText(say("no next step"), .dim)
    }

    static func saidNone(_ reason: String) -> StyledText {
        reason.isEmpty
            ? StyledText(say("no next step; none: why"), .dim)
            : StyledText(say("no next step, because of that"), .good)
    }

    /// Reasons that were given before, once one begins to say that there is no next step.
    var usedReasons: (String) -> [FormField.Completion] {
        { typed in
            guard let reason = NoNextStep.reason(typed) else { return [] }
            let plain = folded(reason)
            return self.words(.because).lazy.filter { $0.begins(with: plain) && $0.text != reason }.prefix(7).map {
                FormField.Completion(NoNextStep.text($0.text, like: typed))
            }
        }
    }

    /// The next step of the fields `next`, `when` and `subject`; nil for none.
    func nextStep(_ form: Form) throws -> NextStepPlan? {
        guard let action = FollowUp.Action(rawValue: form["next"]) else { return nil }
        guard let due = try due(form, "when") else { throw FormError(field: "when", say("Say when: 3d, fri 10, 周五.")) }
        return NextStepPlan(action: action, subject: form["subject"].trimmingSpaces(), due: due)
    }

    /// Why there is no next step; empty when there is one, or when that was not said.
    func because(_ form: Form) -> String {
        if form["next"] != "none" { return "" }
        // What nothing is about is why there is nothing: it must not be lost.
        let about = form["subject"].trimmingSpaces()
        return NoNextStep.reason(form["when"]).flatMap { $0.isEmpty ? nil : $0 } ?? NoNextStep.reason(about) ?? about
    }

    /// What is planned with a party after something was saved, behind the sentence that says what.
    func afterwards(_ party: Party, _ next: NextStepPlan?, _ because: String) throws -> String {
        if let next { return "; \(Wording.action(next.action.rawValue)) \(dates.full(next.due))" }
        if !because.isEmpty {
            return try "; "
                + (read { try $0.keepsReason(of: party) } ? Wording.none(because) : say("as planned already"))
        }
        return try read { try $0.unplanned(party).isEmpty } ? "" : "; " + say("nothing planned")
    }

    /// `none: why` in place of a new follow-up.
    func planNothing(_ parties: [Party], _ reason: String) throws -> Step {
        let isFree = try read { transaction in
            try parties.contains { try !transaction.unplanned($0, isTouched: true, isExcused: true).isEmpty }
        }
        if !isFree {
            throw FormError(field: "when", say("Something is planned there, or it needs no next step."))
        }
        let count = try act { try $0.excuse(parties, because: reason) }
        let who =
            parties.count == 1
            ? parties[0].name
            : count == parties.count
                ? say("\(count, "record", "records")")
                : say("\(count) of \(parties.count), as nothing is planned there")
        return Office.done("\(who): " + (reason.isEmpty ? say("nothing planned") : Wording.none(reason)))
    }
}
