import PaneKit
import Sales
import Screen
import Storage
import Words

/// Setting a follow-up, changing one, and saying that it is done.
extension Office {
    /// - Parameter plan: what the form begins with.
    func addFollowUp(on ref: Ref, as plan: NextStepPlan? = nil) throws -> Step {
        let party = try read { try $0.party(of: ref) }
        var followUp = FollowUp()
        (followUp.contactID, followUp.companyID, followUp.opportunityID) = (
            party.contactID, party.companyID, party.opportunityID
        )
        followUp.zone = clock.zone.name
        if let plan { (followUp.action, followUp.subject, followUp.due) = (plan.action, plan.subject, plan.due) }
        return try followUpForm(followUp, .followUp, on: ref, party, isPlanned: plan != nil)
    }

    func editFollowUp(_ id: Int64) throws -> Step {
        guard let followUp = try read({ try $0.fetch(FollowUp.self, id) }) else { throw StoreError.notFound("f\(id)") }
        let ref = Ref(.followUp, id)
        let party = try read { try $0.party(of: ref) }
        return try followUpForm(followUp, .edit, on: ref, party) { try self.editFollowUp(id) }
    }

    private func followUpForm(
        _ old: FollowUp, _ name: FormName, on ref: Ref, _ party: Party, isPlanned: Bool = false,
        remake: (() throws -> Step)? = nil
    ) throws -> Step {
        let isNew = old.id == 0
        // Whom it belongs to, and which deal: seen, not typed.
        let belongs = [party.name, old.opportunityID != nil && party.deal != party.name ? party.deal : ""]
            .filter { !$0.isEmpty }.joined(separator: " \(Glyphs.between) ")
        let title = isNew ? say("Follow-up with \(belongs)") : say("Edit follow-up with \(belongs)")
        let form = Form([
            .suggesting(
                "when", say("When"), text: isNew && !isPlanned ? "" : typed(old.due), required: true,
                hint: { form in
                    if isNew, let reason = NoNextStep.reason(form["when"]) { return Office.saidNone(reason) }
                    return self.echo(form["when"]) ?? StyledText(say("tomorrow, fri 10, 3d, 周五下午3点"), .dim)
                }, completions: isNew ? usedReasons : { _ in [] }),
            .choice("action", say("To do"), Choices.action(none: false), value: old.action.rawValue, required: true),
            .line("subject", say("Subject"), text: old.subject),
            repeatField(old),
            alarmField(old),
            .choice("priority", say("Priority"), Choices.priority, value: String(old.priority)),
        ])
        return try self.form(name, on: ref, title, form, remake: remake) { form in
            if isNew, let reason = NoNextStep.reason(form["when"]) { return try self.planNothing([party], reason) }
            var new = old
            new.action = FollowUp.Action(rawValue: form["action"]) ?? .call
            new.subject = form["subject"].trimmingSpaces()
            new.due = try self.due(form, "when")!
            new.priority = Int(form["priority"]) ?? 0
            new.repeat = try self.repeating(form, old)
            new.alarms = try self.alarms(form)
            if !isNew { new.keepRhythm(of: old, at: self.clock) }
            try self.save(from: old, to: new)
            let what = [Wording.action(new.action.rawValue), new.subject].filter { !$0.isEmpty }.joined(separator: " ")
            return Office.done("\(what): \(self.dates.full(new.due))")
        }
    }

    /// A due date as one would type it.
    func typed(_ due: Due) -> String {
        guard let at = due.at else { return due.on.description }
        return "\(clock.zone.day(of: at)) \(dates.time(at))"
    }

    /// `.`: the result of what is done, and what comes next. A call to be made is done by logging it.
    func done(_ ref: Ref) throws -> Step {
        switch ref.kind {
        case .meeting: return try noteMeeting(on: ref)
        case .promise: return try keep(ref.id)
        case .followUp:
            guard let followUp = try read({ try $0.fetch(FollowUp.self, ref.id) }) else {
                throw StoreError.notFound("\(ref)")
            }
            if followUp.state == .done { return .say(say("That follow-up is done already."), .attention) }
            if followUp.action == .call, followUp.contactID != nil || followUp.companyID != nil {
                return try logCall(on: ref)
            }
            let party = try read { try $0.party(of: ref) }
            let form = Form(
                [
                    .line("result", say("Result"))
                ] + nextFields(party, finished: ref), onChange: settling)
            let what = followUp.subject.isEmpty ? Wording.action(followUp.action.rawValue) : followUp.subject
            return try self.form(.done, on: ref, say("Done: \(what)"), form) { form in
                let next = try self.nextStep(form)
                let again = try self.act {
                    try $0.complete(
                        ref.id, result: form["result"].trimmingSpaces(), next: next, because: self.because(form))
                }
                let then = try self.afterwards(party, next, self.because(form))
                let rhythm = again.map { "; " + say("again \(self.dates.full($0.due))") } ?? ""
                return Office.done(say("Done: \(what) \(party.name)") + then + rhythm)
            }
        default: return .say(say("Only a follow-up or a planned meeting can be done."), .attention)
        }
    }
}
