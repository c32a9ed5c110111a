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
        let isUnwanted =
            try party.contactID.flatMap { id in try read { try $0.fetch(Contact.self, id)?.doNotCall } } ?? false
        let timed = timed(ref)
        func outcome(_ form: Form) -> Outcome? { self.outcome(form, outcomes) }
        func proposal(_ form: Form) -> NextStepPlan? {
            outcome(form).flatMap { chosen in try? self.store.read { try $0.proposal(for: chosen, of: party) } }
        }
        func dialled(_ form: Form) -> Party {
            var dialled = party
            if !form["number"].isEmpty { dialled.number = form["number"] }
            return dialled
        }
        let closed = party.followUpID.map { Ref(.followUp, $0) }
        func effects(_ form: Form) -> [CallEffect] {
            outcome(form).flatMap { chosen in
                try? self.store.read { try $0.effects(of: chosen, on: dialled(form)) }
            } ?? []
        }
        // A draft that is taken up tomorrow is of a call that was made today.
        func started(_ form: Form) -> Instant { Instant(form["at"]) ?? clock.now }
        let form = Form(
            [
                .choice("outcome", say("Outcome"), Choices.outcomes(outcomes), required: true, extends: true)
                    .warning { _ in isUnwanted ? FormField.Warning(say("do not call")) : nil },
                reachedField,
                .line("summary", say("Summary")),
                linesField(of: "summary"),
                .choice("next", say("Next step"), Choices.action(none: true)),
                .suggesting(
                    "when", say("When"),
                    hint: { form in
                        if form["next"].isEmpty { return nil }
                        if form["next"] == "none" { return self.echoNone(form, party, finished: closed) }
                        if let echo = self.echo(form["when"]) { return echo }
                        let due = proposal(form)?.due ?? Due(on: self.clock.today + 1)
                        return StyledText(self.dates.full(due), .good)
                            + StyledText("  " + say("or type 3d, fri 10, 周五"), .dim)
                    }, completions: usedReasons),
                .line("subject", say("About")),
                .line("minutes", say("Length"), text: timed.map { String(max(1, (clock.now - $0 + 30) / 60)) } ?? "") {
                    form in
                    StyledText(say("minutes; begun \(self.dates.time(started(form)))"), .dim)
                },
                .choice("number", say("Number"), Choices.numbers(party.numbers), value: party.number, required: true)
                    .shown { party.numbers.count > 1 && outcome($0)?.effect == .badNumber },
                .checks("effects", say("Also")) { form in
                    effects(form).map { FormField.Check($0.name, StyledText($0.sentence, .attention)) }
                },
                .hidden("at", text: (timed ?? clock.now).description),
            ],
            onChange: { form, field in
                self.settleNext(&form, field)
                guard field == "outcome", let chosen = outcome(form), chosen.id != 0 else { return nil }
                if NoNextStep.reason(form["when"]) == nil { form["next"] = chosen.proposedAction?.rawValue ?? "none" }
                // Nobody was reached: one key says all there is to say. Its capital stays for a note.
                return chosen.reached || form.typedCapital ? nil : .save
            })
        let number = party.number.isEmpty ? "" : " \(Glyphs.between) \(party.number)"
        return try self.form(.call, on: ref, say("Call with \(party.name)") + number, form) { form in
            guard let chosen = outcome(form) else { throw FormError(field: "outcome", say("Say how the call went.")) }
            var call = Call()
            (call.contactID, call.companyID, call.opportunityID) = (
                party.contactID, party.companyID, party.opportunityID
            )
            if call.contactID != nil { call.companyID = nil }
            call.at = started(form)
            call.zone = self.clock.zone.name
            call.outcomeID = chosen.id
            call.summary = form["summary"].trimmingSpaces()
            call.minutes = try self.minutes(form)
            var next: NextStepPlan?
            if let action = FollowUp.Action(rawValue: form["next"]) {
                let due = try self.due(form, "when") ?? proposal(form)?.due ?? Due(on: self.clock.today + 1)
                next = NextStepPlan(action: action, subject: form["subject"].trimmingSpaces(), due: due)
            }
            let lines = self.lines(form, of: "summary")
            let refused = effects(form).map(\.name).filter { !form.isOn($0, of: "effects") }
            let logged = try self.act {
                try $0.log(
                    call, of: dialled(form), next: next, because: self.because(form),
                    outcome: chosen.id == 0 ? chosen : nil, lines: lines,
                    refusing: Set(refused))
            }
            if timed != nil { self.stopTimer() }
            let then = try self.afterwards(party, next, self.because(form))
            let besides = logged.effects.map { "; " + $0.sentence }.joined()
            return Office.done("\(party.name): \(chosen.name)\(then)\(besides)" + Office.made(lines))
        }
    }

    func editCall(_ id: Int64) throws -> Step {
        let (found, outcomes) = try read { (try $0.fetch(Call.self, id), try $0.fetchAll(Outcome.self)) }
        guard let call = found else { throw StoreError.notFound("l\(id)") }
        let company = try read { transaction in try call.companyID.map { try transaction.title(of: Ref(.company, $0)) }
        }
        let contact = try read { transaction in try call.contactID.map { try transaction.title(of: Ref(.contact, $0)) }
        }
        var form = Form([
            .choice(
                "outcome", say("Outcome"), Choices.outcomes(outcomes), value: String(call.outcomeID), required: true,
                extends: true),
            reachedField,
            .area("summary", say("Summary"), text: call.summary),
            linesField(of: "summary", since: call.summary),
            .line("when", say("When"), text: typed(Due(on: clock.zone.day(of: call.at), at: call.at)), required: true) {
                form in
                self.echo(form["when"], direction: .past)
            },
            .line("minutes", say("Length"), text: call.minutes.map(String.init) ?? "") { _ in
                StyledText(say("minutes"), .dim)
            },
            .choice("direction", say("Direction"), Choices.direction, value: call.direction.rawValue, required: true),
            .pick(
                "contact", say("With"), text: contact ?? "", value: call.contactID.map(String.init),
                hint: { form in
                    form["contact"].isEmpty
                        ? company.map { StyledText(say("somebody at \($0)"), .dim) }
                        : self.pickHint("contact", .contact)(form)
                }, completions: records(.contact)),
        ])
        form.focus(on: "summary")
        return try self.form(
            .edit, on: Ref(.call, id), say("Edit call"), form, remake: { try self.editCall(id) }
        ) { form in
            guard let chosen = self.outcome(form, outcomes) else {
                throw FormError(field: "outcome", say("Say how the call went."))
            }
            var new = call
            new.summary = form["summary"].trimmingSpaces()
            if form.changed.contains("when") {
                let due = try self.due(form, "when", direction: .past)!
                new.at = due.at ?? self.clock.zone.instant(due.on, TimeOfDay(12, 0)!)
            }
            new.minutes = try self.minutes(form)
            new.direction = Call.Direction(rawValue: form["direction"]) ?? call.direction
            let who = try self.named(form, "contact", .contact)
            if who == nil, call.companyID == nil {
                throw FormError(field: "contact", say("Say with whom the call was."))
            }
            let lines = self.lines(form, of: "summary", since: call.summary)
            try self.save(from: call, to: new, lines: lines) { transaction, saved in
                saved.outcomeID = chosen.id == 0 ? try transaction.make(chosen) : chosen.id
                saved.contactID = try who.map {
                    try transaction.contacts([$0], company: call.companyID, field: "contact")[0]
                }
            }
            return Office.done(say("Call changed") + Office.made(lines))
        }
    }

    /// Whether an outcome that is made here counts as a touch.
    private var reachedField: FormField {
        .choice(
            "reached", say("Reached"), [.init("y", say("yes"), value: "yes"), .init("n", say("no"), value: "no")],
            required: true
        ) { form in form["reached"].isEmpty ? StyledText(say("whether that outcome means that you spoke"), .dim) : nil }
        .shown { $0.newChoice("outcome") != nil }
    }

    /// The outcome that was chosen, or the one that is to be made of what was typed.
    private func outcome(_ form: Form, _ outcomes: [Outcome]) -> Outcome? {
        guard let name = form.newChoice("outcome")?.trimmingSpaces() else {
            return outcomes.first { String($0.id) == form["outcome"] }
        }
        if let same = outcomes.first(where: { folded($0.name) == folded(name) }) { return same }
        var outcome = Outcome()
        outcome.name = name
        outcome.reached = form["reached"] == "yes"
        outcome.nextAction = form["reached"] == "no" ? "call" : ""
        outcome.nextDays = form["reached"] == "no" ? 1 : 0
        return outcome
    }

    private func minutes(_ form: Form) throws -> Int? {
        try number(form, "minutes", in: 0...1440, say("A whole number of minutes, up to 1440."))
    }
}
