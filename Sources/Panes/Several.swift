import PaneKit
import Sales
import Screen
import Storage
import Words

/// What the verbs do when several records are selected: each is one action, and one undo takes it back.
extension Office {
    /// More than this would keep the screen waiting.
    private static let most = 5_000

    /// Nil when so many may be changed at once.
    private func tooMany(_ refs: [Ref]) -> Step? {
        refs.count <= Office.most
            ? nil
            : .say(
                say("\(refs.count) are selected; at most \(Office.most) can be changed at once. Narrow the list."),
                .attention)
    }

    func deleteSeveral(_ refs: [Ref], then: Step) throws -> Step {
        if let refusal = tooMany(refs) { return refusal }
        return .ask(
            Question(
                say("Delete \(refs.count, "record", "records") and what belongs to them alone?"),
                choices: [
                    .init("y<Enter>", say("delete")) {
                        try self.act { try $0.delete(refs) }
                        return .sequence([
                            then, .refresh, Office.told(say("\(refs.count, "record", "records") deleted")),
                        ])
                    }
                ]))
    }

    /// Sets the same follow-up for each.
    func addFollowUps(on refs: [Ref], then: Step) throws -> Step {
        if let refusal = tooMany(refs) { return refusal }
        return followUpForm(
            say("Follow-up with each of \(refs.count)"),
            none: { reason in
                let parties = try self.read { transaction in try refs.map { try transaction.party(of: $0) } }
                return .sequence([then, try self.planNothing(parties, reason)])
            }
        ) { step in
            try self.act { try $0.plan(step, for: refs) }
            return .sequence([
                then,
                Office.done(
                    say("\(refs.count, "follow-up", "follow-ups")") + ": \(Wording.action(step.action.rawValue)) "
                        + self.dates.full(step.due)),
            ])
        }
    }

    private func followUpForm(
        _ title: String, none: @escaping (String) throws -> Step, save: @escaping (NextStepPlan) throws -> Step
    ) -> Step {
        let form = Form([
            .suggesting(
                "when", say("When"), required: true,
                hint: { form in
                    if let reason = NoNextStep.reason(form["when"]) { return Office.saidNone(reason) }
                    return self.echo(form["when"]) ?? StyledText(say("tomorrow, fri 10, 3d, 周五下午3点"), .dim)
                }, completions: usedReasons),
            .choice("next", say("To do"), Choices.action(none: false), value: "call", required: true),
            .line("subject", say("Subject")),
        ])
        return passingForm(title, form) { form in
            if let reason = NoNextStep.reason(form["when"]) { return try none(reason) }
            return try save(self.nextStep(form)!)
        }
    }

    /// `S`: a pile of follow-ups over the coming working days; one key says how many a day.
    func spread(_ refs: [Ref], then: Step) throws -> Step {
        if let refusal = tooMany(refs) { return refusal }
        let choices = try [3, 5, 8].map { perDay in
            let last = try read { try $0.spread(refs, perDay: perDay) }.last?.day
            let until = last.map { say("until \(dates.short($0))") } ?? ""
            return Question.Choice("\(perDay)", until) {
                guard let spread = try self.act({ try $0.spread(refs, perDay: perDay) }) else { return .stay }
                return .sequence([
                    then, .refresh,
                    Office.told(
                        say(
                            "\(spread.count, "follow-up", "follow-ups") spread, the last on \(self.dates.full(spread.last))"
                        )),
                ])
            }
        }
        return .ask(
            Question(say("\(refs.count, "follow-up", "follow-ups"), how many a day?"), choices: choices))
    }

    // MARK: Deals

    func moveDeals(_ refs: [Ref], by step: Int, then: Step) throws -> Step {
        if let refusal = tooMany(refs) { return refusal }
        let count = try act { try $0.move(refs.map(\.id), by: step) }
        if count == 0 {
            return .say(step > 0 ? say("They are in the last stage.") : say("They are in the first stage."), .attention)
        }
        return .sequence([then, .refresh, Office.told(say("\(count, "deal", "deals") moved"))])
    }

    func pushDeals(_ refs: [Ref], _ push: ClosePush, then: Step) throws -> Step {
        if let refusal = tooMany(refs) { return refusal }
        let days = try act { try $0.push(refs.map(\.id), push) }
        guard let first = days.min(), let last = days.max() else { return .say(Office.cannotPush(push), .attention) }
        let count = say("\(days.count, "deal", "deals")")
        let text =
            first == last
            ? say("Closes \(dates.full(last)): \(count)")
            : say("Closes \(dates.full(first)) to \(dates.full(last)): \(count)")
        return .sequence([then, .refresh, Office.told(text)])
    }

    func winDeals(_ refs: [Ref], then: Step) throws -> Step {
        if let refusal = tooMany(refs) { return refusal }
        try act { try $0.win(refs.map(\.id)) }
        return try .sequence([then, .refresh, offerNextSale(after: refs, say("\(refs.count, "deal", "deals") won"))])
    }

    func loseDeals(_ refs: [Ref], then: Step) throws -> Step {
        if let refusal = tooMany(refs) { return refusal }
        return try askReason(say("\(refs.count, "deal", "deals") lost because"), of: nil) { reason in
            try self.act { try $0.lose(refs.map(\.id), reason: reason) }
            return .sequence([
                then, Office.told(say("\(refs.count, "deal", "deals") lost: \(reason.name)")),
            ])
        }
    }

    // MARK: Fields

    /// `e`: what is filled in goes into all of them, what is left empty stays as it is in each.
    func changeSeveral(_ refs: [Ref], then: Step) throws -> Step {
        if let refusal = tooMany(refs) { return refusal }
        let kind = refs[0].kind
        let fields = try read { try severalFields(kind, $0) }
        if fields.isEmpty { return .say(say("\(ListLook.title(kind)) are edited one at a time."), .attention) }
        let count = say("\(refs.count) \(refs.count == 1 ? kind.name : kind.plural)")
        return passingForm(say("Change \(count)"), Form(fields)) { form in
            var change = BulkChange()
            for id in ["status", "state", "action"] where !form[id].isEmpty { change.values[id] = .text(form[id]) }
            if let quiet = Int64(form["quiet"]) { change.values["do_not_call"] = .integer(quiet) }
            if let priority = Int64(form["priority"]) { change.values["priority"] = .integer(priority) }
            if let stage = Int64(form["stage"]) { change.values["stage"] = .integer(stage) }
            for id in ["tier", "source", "industry"] {
                let text = form[id].trimmingSpaces()
                if !text.isEmpty { change.values[id] = .text(text) }
            }
            if let close = try self.due(form, "close") {
                change.values["close_on"] = .text(close.day(in: self.clock.zone).description)
            }
            change.addedTags = form.pieces(of: "add")
            change.removedTags = form.pieces(of: "remove")
            if change.isEmpty { throw FormError(field: form.focused, say("Nothing is filled in; Esc goes back.")) }
            let (changed, closed) = try self.act { try $0.change(refs, change) }
            let told =
                changed == refs.count
                ? say("\(count) changed") : say("\(changed) of \(count) changed; the others had it already")
            let besides = closed > 0 ? ", " + say("\(closed, "follow-up", "follow-ups") to call closed") : ""
            return .sequence([then, Office.done(told + besides)])
        }
    }

    private func severalFields(_ kind: Kind, _ transaction: Transaction) throws -> [FormField] {
        let tags: [FormField] = [
            .suggesting(
                "add", say("Add tags"), isList: true, hint: { _ in StyledText(say("parted by commas"), .dim) },
                completions: used(.tag)),
            .suggesting("remove", say("Take tags away"), isList: true, completions: used(.tag)),
        ]
        switch kind {
        case .contact:
            return tags + [
                .choice("status", say("Status"), Choices.status),
                .suggesting("tier", say("Tier"), completions: used(.tier)),
                .suggesting("source", say("Source"), completions: used(.source)),
                .choice(
                    "quiet", say("Do not call"),
                    [.init("y", say("yes"), value: "1"), .init("n", say("no"), value: "0")]
                ) { form in form["quiet"] == "1" ? StyledText(say("closes what is due to call them"), .attention) : nil
                },
            ]
        case .company:
            return tags + [
                .suggesting("tier", say("Tier"), completions: used(.tier)),
                .suggesting("industry", say("Industry"), completions: used(.industry)),
            ]
        case .opportunity:
            let stages = try transaction.fetchAll(Stage.self).enumerated().map {
                FormField.Choice(Character(String(($0 + 1) % 10)), $1.name, value: String($1.id))
            }
            return tags + [
                .choice("stage", say("Stage"), stages),
                .line("close", say("Close")) { self.echo($0["close"]) ?? StyledText(say("月底, eom, 2026-12-31"), .dim) },
                .suggesting("source", say("Source"), completions: used(.source)),
            ]
        case .followUp:
            return [
                .choice("action", say("To do"), Choices.action(none: false)),
                .choice("priority", say("Priority"), Choices.priority),
            ]
        case .meeting:
            // Held is said of one at a time: it asks for what was said, and what comes next.
            return [.choice("state", say("State"), [.init("c", say("cancelled"), value: "cancelled")])]
        default: return []
        }
    }
}
