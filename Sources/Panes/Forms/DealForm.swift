import PaneKit
import Sales
import Screen
import Storage
import Words

/// Adding and editing a deal, and the ways in which it ends.
extension Office {
    func addDeal(on ref: Ref?) throws -> Step {
        let party = try ref.map { ref in try read { try $0.party(of: ref) } } ?? Party()
        var deal = Opportunity()
        deal.currency = currency
        deal.companyID = party.companyID
        if let id = party.contactID, let contact = try read({ try $0.fetch(Contact.self, id) }) {
            deal.companyID = deal.companyID ?? contact.companyID
            deal.roles = [DealRole(contactID: id)]
        }
        return try dealForm(
            deal, .deal, on: ref, title: party.name.isEmpty ? say("New deal") : say("New deal with \(party.name)"))
    }

    func editDeal(_ id: Int64) throws -> Step {
        guard let deal = try read({ try $0.fetch(Opportunity.self, id) }) else { throw StoreError.notFound("o\(id)") }
        return try dealForm(deal, .edit, on: Ref(.opportunity, id), title: say("Edit \(deal.name)")) {
            try self.editDeal(id)
        }
    }

    private func dealForm(
        _ old: Opportunity, _ name: FormName, on ref: Ref?, title: String, remake: (() throws -> Step)? = nil
    ) throws -> Step {
        let isNew = old.id == 0
        let (stages, companyName, names) = try read { transaction in
            (
                try transaction.fetchAll(Stage.self),
                try old.companyID.flatMap { try transaction.fetch(Company.self, $0)?.name } ?? "",
                try old.roles.map { try transaction.title(of: Ref(.contact, $0.contactID)) }
            )
        }
        let stageID = isNew ? stages.first?.id ?? 0 : old.stageID
        let choices = stages.enumerated().map {
            FormField.Choice(Character(String(($0 + 1) % 10)), $1.name, value: String($1.id))
        }
        let people = zip(names, old.roles).map { $1.role.isEmpty ? $0 : "\($0): \($1.role)" }.joined(separator: ", ")
        let ids = zip(names, old.roles).map { ($0, String($1.contactID)) }
        let form = Form([
            .line("name", say("Name"), text: old.name, required: true),
            .pick(
                "company", say("Company"), text: companyName, value: old.companyID.map(String.init),
                hint: pickHint("company", .company), completions: records(.company)),
            .picks(
                "people", say("People"), text: people, values: Dictionary(ids) { first, _ in first },
                hint: { form in
                    let all = (try? self.parts(form, "people")) ?? []
                    let new = all.filter { $0.who.id == nil }.count
                    if new > 0 { return StyledText(say("\(new) made on saving"), .good) }
                    return all.count > 1 ? nil : StyledText(say("王伟: decider, Ada: buyer"), .dim)
                }, completions: self.people(.role, who: self.records(.contact)) { _ in Office.usualParts }),
            .line("amount", say("Amount"), text: old.money.map { Office.typed($0) } ?? "") { form in
                let text = form["amount"].trimmingSpaces()
                if text.isEmpty { return StyledText(say("120000, 12万, EUR 86k"), .dim) }
                return Money(text, currency: old.currency).map { StyledText("\($0)", .good) }
                    ?? StyledText(say("not an amount"), .bad)
            },
            .choice("stage", say("Stage"), choices, value: String(stageID), required: true, extends: true),
            .line("close", say("Close"), text: old.closeOn?.description ?? "") { form in
                self.echo(form["close"]) ?? StyledText(say("月底, eom, 2026-12-31"), .dim)
            },
            .area("about", say("About"), text: old.about, rows: 2),
            .more(say("More")),
            .line("probability", say("Probability"), text: old.probability.map(String.init) ?? "") { _ in
                StyledText(say("in percent; empty for the stage's own"), .dim)
            },
            .suggesting("source", say("Source"), text: old.source, completions: used(.source)),
            tagsField(old.tags),
        ])
        return try self.form(name, on: ref, title, form, remake: remake) { form in
            var new = old
            new.name = form["name"].trimmingSpaces()
            let amount = form["amount"].trimmingSpaces()
            new.amount = nil
            if !amount.isEmpty {
                guard let money = Money(amount, currency: old.currency) else {
                    throw FormError(field: "amount", say("Not an amount; write 120000, 12万 or EUR 86k."))
                }
                (new.amount, new.currency) = (money.minor, money.currency)
            }
            new.closeOn = try self.due(form, "close")?.day(in: self.clock.zone)
            new.about = form["about"]
            new.source = form["source"].trimmingSpaces()
            new.tags = Office.tags(form)
            new.probability = try self.number(form, "probability", in: 0...100, say("A whole number from 0 to 100."))
            let company = try self.named(form, "company", .company)
            let roles = try self.parts(form, "people")
            let newStage = form.newChoice("stage")?.trimmingSpaces()
            new.stageID = Int64(form["stage"]) ?? stageID
            try self.save(from: old, to: new) { transaction, saved in
                saved.companyID = try transaction.company(company)
                if let newStage { saved.stageID = try transaction.makeStage(newStage) }
                if isNew || form.changed.contains("people") {
                    let people = try transaction.contacts(roles.map(\.who), company: saved.companyID, field: "people")
                    saved.roles = try people.map { id in
                        let index = try roles.firstIndex { try transaction.isSame($0.who, id) } ?? 0
                        return DealRole(contactID: id, role: roles[index].part)
                    }
                }
            }
            return Office.done(isNew ? say("\(new.name) added") : say("\(new.name) saved"))
        }
    }

    static func typed(_ money: Money) -> String { "\(money.currency) \(money.decimal)" }

    /// `<` and `>`: an open deal to the stage before or after its own.
    func moveDeal(_ id: Int64, by step: Int) throws -> Step {
        let (found, stages) = try read { (try $0.fetch(Opportunity.self, id), try $0.fetchAll(Stage.self)) }
        guard let deal = found else { throw StoreError.notFound("o\(id)") }
        guard let at = stages.firstIndex(where: { $0.id == deal.stageID }), stages.indices.contains(at + step) else {
            return .say(
                step > 0
                    ? say("\(deal.name) is in the last stage; W says it is won.")
                    : say("\(deal.name) is in the first stage."),
                .attention)
        }
        try act { try $0.move(id, to: stages[at + step]) }
        return .sequence([
            .refresh,
            .say("\(deal.name) \(Glyphs.right) \(stages[at + step].name) \(Glyphs.between) " + say("u undo"), .good),
        ])
    }

    /// `+`, `-` and `ze`: the expected close by a week, or to the end of a month.
    func pushDeal(_ id: Int64, _ push: ClosePush) throws -> Step {
        let name = try read { try $0.title(of: Ref(.opportunity, id)) }
        guard let days = try act({ try $0.push(id, push) }) else { return .say(Office.cannotPush(push), .attention) }
        // The date first: a long name may be cut, it may not.
        let now = dates.full(days.to)
        let text =
            days.from.map { say("Closes \(now), was \(dates.short($0)): \(name)") } ?? say("Closes \(now): \(name)")
        return .sequence([.refresh, Office.told(text)])
    }

    static func cannotPush(_ push: ClosePush) -> String {
        push == .weekEarlier
            ? say("No close is expected after today; + puts it a week later.")
            : say("A close cannot be put later than the year 9999.")
    }

    func winDeal(_ id: Int64) throws -> Step {
        let name = try read { try $0.title(of: Ref(.opportunity, id)) }
        try act { try $0.win(id) }
        return try .sequence([
            .refresh, offerNextSale(after: [Ref(.opportunity, id)], say("\(clip(name, 24)) is won")),
        ])
    }

    /// Says that deals are won and offers, in the same line, a follow-up for the next sale: one key takes it, any other goes its
    /// own way. It is an action of its own, so that `u` takes it back and leaves the deal won.
    func offerNextSale(after refs: [Ref], _ told: String) throws -> Step {
        guard let plan = try read({ try $0.nextSale() }) else { return Office.told(told) }
        let when = dates.full(plan.due)
        return .ask(
            Question(
                told, role: .good, isOffer: true,
                choices: [
                    .init("y<Enter>", say("call again \(when)")) {
                        try self.act { try $0.plan(plan, for: refs) }
                        return .sequence([.refresh, Office.told(say("call again \(when)"))])
                    },
                    .init("f", say("other")) {
                        refs.count == 1
                            ? try self.addFollowUp(on: refs[0], as: plan) : try self.addFollowUps(on: refs, then: .stay)
                    },
                    .init("u", say("undo")) { try self.journal(back: true) },
                ]))
    }

    /// `L`: lost needs a reason.
    ///
    /// - Parameter typing: straight to the form for a reason that is not there yet.
    func loseDeal(_ id: Int64, typing: Bool = false) throws -> Step {
        let name = try read { try $0.title(of: Ref(.opportunity, id)) }
        return try askReason(say("\(name) is lost because"), of: Ref(.opportunity, id), typing: typing) { reason in
            try self.act { try $0.lose(id, reason: reason) }
            return Office.told(say("\(name) is lost: \(reason.name)"))
        }
    }

    /// Asks why something was lost: one key chooses the reason, or leads to a form for one that is not there yet.
    ///
    /// - Parameter deal: whose draft that form is; nil when it is of several.
    func askReason(_ title: String, of deal: Ref?, typing: Bool = false, then: @escaping (Reason) throws -> Step) throws
        -> Step
    {
        let usual = try read { try $0.fetchAll(Reason.self) }.filter { $0.uid != Reason.importUID }
        let known = usual.map { KnownWord($0.name) }
        let form = Form([
            .suggesting("reason", say("Reason"), required: true) { typed in
                let plain = folded(typed)
                return known.filter { $0.begins(with: plain) }.prefix(7).map { FormField.Completion($0.text) }
            }
        ])
        let save: (inout Form) throws -> Step = { form in
            let text = form["reason"].trimmingSpaces()
            var reason = usual.first { folded($0.name) == folded(text) } ?? Reason()
            if reason.id == 0 { reason.name = text }
            return .sequence([.back, try then(reason)])
        }
        let another =
            try deal.map { try self.form(.lost, on: $0, title, form, save: save) }
            ?? passingForm(title, form, save: save)
        if typing { return another }
        let choices = usual.prefix(9).enumerated().map { index, reason in
            Question.Choice(String(index + 1), reason.name) { .sequence([.refresh, try then(reason)]) }
        }
        return .ask(
            Question(say("Lost because?"), choices: choices + [.init("+", say("new reason")) { another }]))
    }

    func reopenDeal(_ id: Int64) throws -> Step {
        let name = try read { try $0.title(of: Ref(.opportunity, id)) }
        try act { try $0.reopen(id) }
        return .sequence([.refresh, .say(say("\(name) is open again") + " \(Glyphs.between) " + say("u undo"), .good)])
    }
}

extension Transaction {
    /// Whether a record of that id is what was named.
    fileprivate func isSame(_ named: Office.Named, _ id: Int64) throws -> Bool {
        if let wanted = named.id { return wanted == id }
        return try fetch(Contact.self, id).map { folded($0.name) == folded(named.name) } ?? false
    }
}
