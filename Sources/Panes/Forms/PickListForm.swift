import PaneKit
import Sales
import Screen
import Storage
import Words

/// Adding and editing a row of a pick list, by a form made from the table of its fields.
extension Office {
    /// Asks which pick list is to be changed.
    func choosePickList() -> Step {
        .open(
            MenuPane(
                say("Change which list?"),
                PickListPane.kinds.map { letter, kind in
                    .init(PickListPane.name(kind), key: letter.first) { .open(PickListPane(kind, office: self)) }
                }))
    }

    /// - Parameter id: nil for a new row.
    func editRow(_ kind: Kind, _ id: Int64?) throws -> Step {
        func edit<R: Record>(_ type: R.Type) throws -> Step {
            guard let id else {
                var row = R()
                R.field("currency")?.set(&row, .text(kind == .rate ? store.baseCurrency ?? currency : currency))
                return try rowForm(row, say("New row: \(PickListPane.name(kind))"))
            }
            guard let row = try read({ try $0.fetch(R.self, id) }) else {
                throw StoreError.notFound("\(kind.name) \(id)")
            }
            return try rowForm(row, row.title)
        }
        return try edit(kind.type)
    }

    private func rowForm<R: Record>(_ old: R, _ title: String) throws -> Step {
        let isNew = old.id == 0
        let form = Form(
            try R.shownFields.map {
                try formField($0, $0.get(old), isNew: isNew, currency: R.field("currency")?.get(old).text ?? currency)
            })
        guard let name = isNew ? FormName(newRow: R.kind) : .edit else { return .stay }
        return try self.form(
            name, on: isNew ? nil : Ref(R.kind, old.id), title, form,
            remake: { try self.editRow(R.kind, isNew ? nil : old.id) }
        ) { form in
            var new = old
            for field in R.shownFields { field.set(&new, try self.value(field, form)) }
            try self.check(new)
            if isNew {
                if let position = R.field("position") {
                    let last =
                        try self.read { try $0.fetchAll(R.self) }.compactMap { position.get($0).integer }.max() ?? 0
                    position.set(&new, .integer(last + 10))
                }
                try self.act { try $0.add(new) }
            } else {
                try self.act { try $0.edit(from: old, to: new) }
            }
            return Office.done(isNew ? say("\(new.title) added") : say("\(new.title) saved"))
        }
    }

    private func formField<R>(_ field: Field<R>, _ value: Value, isNew: Bool, currency: String) throws
        -> FormField
    {
        let label = say(field.label)
        let text = field.type.text(of: value, currency: currency)
        switch field.type {
        case _ where field.name == "next_action":
            return .choice(
                field.name, label, Choices.action(none: true), value: text.isEmpty ? "none" : text, required: true)
        case .reference(let kind):
            let rows = zip("123456789", try read { try $0.pickList(kind) })
            return .choice(
                field.name, label,
                rows.map { .init($0, $1.title, value: String($1.id)) } + [.init("n", say("none"), value: "none")],
                value: text.isEmpty ? "none" : text, required: true)
        case .longText: return .area(field.name, label, text: text, rows: 8)
        case .flag: return .check(field.name, label, isOn: value == .integer(1))
        case .choice(let choices):
            var letters: Set<Character> = []
            return .choice(
                field.name, label,
                choices.map { choice in
                    let letter = choice.first { letters.insert($0).inserted } ?? "?"
                    return .init(letter, choice.replacing("-", with: " "), value: choice)
                }, value: text, required: true)
        case .integer(let range):
            return .line(field.name, label, text: isNew && value == .integer(0) ? "" : text) { _ in
                StyledText(say("\(range.lowerBound) to \(range.upperBound)"), .dim)
            }
        case .percent:
            return .line(field.name, label, text: isNew ? "" : text, required: true) { _ in
                StyledText(say("2.5, of what is beyond the amount"), .dim)
            }
        case .day:
            return .line(field.name, label, text: isNew ? "" : text, required: true) { form in
                self.echo(form[field.name]) ?? StyledText(say("2027-02-08, fri"), .dim)
            }
        default: return .line(field.name, label, text: text, required: field.isRequired)
        }
    }

    private func value<R: Record>(_ field: Field<R>, _ form: Form) throws -> Value {
        let text = form[field.name]
        if field.name == "next_action" { return .text(text == "none" ? "" : text) }
        if case .reference = field.type { return Int64(text).map { .integer($0) } ?? .null }
        if case .day = field.type {
            return try due(form, field.name).map { .text($0.day(in: clock.zone).description) } ?? .null
        }
        if ["currency", "foreign_currency"].contains(field.name),
            text.utf8.count != 3 || !text.utf8.allSatisfy({ (65...90).contains($0) })
        {
            throw FormError(field: field.name, say("The three capital letters of a currency, such as EUR."))
        }
        do {
            // A row that has a currency of its own has its amounts in that.
            let own = R.field("currency") == nil ? currency : form["currency"]
            let value = try field.type.value(of: text, name: say(field.label), currency: own)
            if value.isNull, field.isRequired { return .integer(0) }
            return value.text.map { .text($0.trimmingSpaces()) } ?? value
        } catch {
            throw FormError(field: field.name, error.sentence)
        }
    }

    /// What the table of fields cannot say: names and letters that would be mistaken for each other.
    private func check<R: Record>(_ row: R) throws {
        let others = try read { try $0.fetchAll(R.self) }.filter { $0.id != row.id }
        if others.contains(where: { folded($0.title) == folded(row.title) && !row.title.isEmpty }),
            R.field("name") != nil,
            R.kind != .holiday
        {
            throw FormError(field: "name", say("There is one of that name already."))
        }
        if let rate = row as? Rate {
            if rate.foreign == rate.currency {
                throw FormError(
                    field: "foreign_currency", say("The currency that is converted, not the one into which."))
            }
            if rate.amount.map({ $0 <= 0 }) == true {
                throw FormError(field: "amount", say("More than nothing; empty for no rate from that day on."))
            }
        }
        guard let outcome = row as? Outcome else { return }
        let key = outcome.key
        guard key.count == 1, key == key.lowercased(), key.first?.isLetter == true || key.first?.isNumber == true else {
            throw FormError(field: "key", say("One small letter or digit: the key that chooses it."))
        }
        if outcome.effect == .doNotCall, outcome.nextAction == FollowUp.Action.call.rawValue {
            throw FormError(field: "next_action", say("Who is not to be called cannot be called next."))
        }
        if let taken = others.first(where: { ($0 as? Outcome)?.key == key }) {
            throw FormError(field: "key", say("\(key) is the key of \(taken.title) already."))
        }
    }
}
