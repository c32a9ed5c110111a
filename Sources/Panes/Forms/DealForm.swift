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
            deal, title: party.name.isEmpty ? say("New deal") : say("New deal with \(party.name)"),
            key: "deal \(ref?.description ?? "")")
    }

    func editDeal(_ id: Int64) throws -> Step {
        guard let deal = try read({ try $0.fetch(Opportunity.self, id) }) else { throw StoreError.notFound("o\(id)") }
        return try dealForm(deal, title: say("Edit \(deal.name)"), key: "edit o\(id)")
    }

    private func dealForm(_ old: Opportunity, title: String, key: String) throws -> Step {
        let isNew = old.id == 0
        let (stages, companyName, contact) = try read { transaction in
            (
                try transaction.fetchAll(Stage.self),
                try old.companyID.flatMap { try transaction.fetch(Company.self, $0)?.name } ?? "",
                try old.roles.first.flatMap { try transaction.fetch(Contact.self, $0.contactID) }
            )
        }
        let stageID = isNew ? stages.first?.id ?? 0 : old.stageID
        let choices = stages.enumerated().map {
            FormField.Choice(Character(String(($0 + 1) % 10)), $1.name, value: String($1.id))
        }
        let form = Form([
            .line("name", say("Name"), text: old.name, required: true),
            .pick(
                "company", say("Company"), text: companyName, value: old.companyID.map(String.init),
                hint: pickHint("company", .company, makes: true)
            ) { self.completions(.company, $0) },
            .pick(
                "contact", say("Contact"), text: contact?.name ?? "", value: contact.map { String($0.id) },
                hint: pickHint("contact", .contact, makes: false)
            ) { self.completions(.contact, $0) },
            .line("amount", say("Amount"), text: old.money.map { Office.typed($0) } ?? "") { form in
                let text = form["amount"].trimmingSpaces()
                if text.isEmpty { return StyledText(say("120000, 12万, EUR 86k"), .dim) }
                return Money(text, currency: old.currency).map { StyledText("\($0)", .good) }
                    ?? StyledText(say("not an amount"), .bad)
            },
            .choice("stage", say("Stage"), choices, value: String(stageID), required: true),
            .line("close", say("Close"), text: old.closeOn?.description ?? "") { form in
                self.echo(form["close"]) ?? StyledText(say("月底, eom, 2026-12-31"), .dim)
            },
            .area("about", say("About"), text: old.about, rows: 2),
        ])
        return self.form(title, key: key, form) { form in
            var new = old
            new.name = form["name"].trimmingSpaces()
            new.stageID = Int64(form["stage"]) ?? stageID
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
            let contactID = try self.picked(form, "contact", .contact)
            if contactID == nil, !form["contact"].trimmingSpaces().isEmpty {
                throw FormError(field: "contact", say("Nobody of that name; pick one, or leave it empty."))
            }
            if contactID != old.roles.first?.contactID {
                new.roles = (contactID.map { [DealRole(contactID: $0)] } ?? []) + old.roles.dropFirst()
            }
            try self.save(from: old, to: new, at: \.companyID, company: self.company(form))
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

    func winDeal(_ id: Int64) throws -> Step {
        let name = try read { try $0.title(of: Ref(.opportunity, id)) }
        try act { try $0.win(id) }
        return .sequence([.refresh, .say(say("\(name) is won") + " \(Glyphs.between) " + say("u undo"), .good)])
    }

    /// `L`: lost needs a reason; one key chooses it.
    func loseDeal(_ id: Int64) throws -> Step {
        let name = try read { try $0.title(of: Ref(.opportunity, id)) }
        return try askReason { reason in
            try self.act { try $0.lose(id, reason: reason) }
            return .sequence([.refresh, Office.told(say("\(name) is lost: \(reason.name)"))])
        }
    }

    /// Asks why deals were lost.
    func askReason(_ then: @escaping (Reason) throws -> Step) throws -> Step {
        let choices = try read { try $0.fetchAll(Reason.self) }.filter { $0.uid != Reason.importUID }.prefix(9)
            .enumerated().map { index, reason in
                Question.Choice(String(index + 1), reason.name) { try then(reason) }
            }
        return .ask(Question(say("Lost because?"), choices: choices))
    }

    func reopenDeal(_ id: Int64) throws -> Step {
        let name = try read { try $0.title(of: Ref(.opportunity, id)) }
        try act { try $0.reopen(id) }
        return .sequence([.refresh, .say(say("\(name) is open again") + " \(Glyphs.between) " + say("u undo"), .good)])
    }
}
