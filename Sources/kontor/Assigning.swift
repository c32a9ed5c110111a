import Sales
import Storage
import Words

/// Carries assignments out on a record, driven by the table of its fields.
struct Assigning<R: Record> {
    let links: Links
    private var clock: Clock { links.errand.clock }

    init(_ links: Links) { self.links = links }

    /// - Throws: `FieldError` for an unknown field or an impossible value, `StoreError` for a link that leads nowhere.
    func apply(_ assignments: [Assignment], to record: inout R) throws {
        let old = record
        // How it repeats is read on the day that it is due.
        for assignment in assignments.filter({ $0.name != "repeat" }) + assignments.filter({ $0.name == "repeat" }) {
            switch try AssignmentTarget<R>(assignment.name) {
            case .field(let field): try set(field, assignment, &record)
            case .due: try setDue(assignment, &record)
            case .list(let list, let row, let part): try change(list, row, part, assignment, &record)
            }
        }
        if let old = old as? FollowUp, var moved = record as? FollowUp {
            moved.keepRhythm(of: old, at: clock)
            record = moved as! R
        }
        try check(record)
    }

    // MARK: Single values

    private func set(_ field: Field<R>, _ assignment: Assignment, _ record: inout R) throws {
        if assignment.operation != .set {
            throw FieldError(say("\(field.name) holds one value: use \(field.name)=…"))
        }
        let old = record
        let value = try value(field, assignment.value, record)
        if field.isRequired, value.isNull || value.text.map({ $0.trimmingSpaces().isEmpty }) == true {
            throw FieldError(say("A \(R.kind.name) needs \(field.name), so it cannot be empty."))
        }
        field.set(&record, value)
        if case .money = field.type { try setCurrency(assignment.value, &record) }
        if field.name == "currency" { try convert(&record, from: old) }
    }

    private func value(_ field: Field<R>, _ text: String, _ record: R) throws -> Value {
        let isEmpty = text.trimmingSpaces().isEmpty
        let currency = currency(of: record)
        if let followUp = record as? FollowUp, field.name == "repeat" {
            return .text(try RepeatWords.parse(text, on: followUp.dueOn)?.description ?? "")
        }
        switch field.type {
        case .reference(let kind): return isEmpty ? .null : .integer(try links.id(kind, text))
        case .day where !isEmpty: return .text(try DateWords.parse(text, clock: clock).day(in: clock.zone).description)
        case .instant where !isEmpty:
            let direction: DateWords.Direction = ["at", "done_at", "created_at"].contains(field.name) ? .past : .coming
            return .text(try instant(text, direction).description)
        case .money where !isEmpty:
            guard let money = Money(text, currency: currency) else {
                throw FieldError(
                    say("\(field.name) must be an amount as 120000.50 or \"CNY 86,000\", not \(visible(text))."))
            }
            return .integer(money.minor)
        default: return try field.type.value(of: text, name: field.name, currency: currency)
        }
    }

    /// A time; noon when only a day was said, as noon is the same day nearly everywhere.
    private func instant(_ text: String, _ direction: DateWords.Direction) throws -> Instant {
        let due = try DateWords.parse(text, clock: clock, direction: direction)
        return due.at ?? clock.zone.instant(due.on, TimeOfDay(12, 0)!)
    }

    private func setDue(_ assignment: Assignment, _ record: inout R) throws {
        let atField = R.field("due_at")!
        if assignment.value.trimmingSpaces().isEmpty {
            guard assignment.name == "due_at" else {
                throw FieldError(say("A \(R.kind.name) needs a date, so due cannot be empty."))
            }
            return atField.set(&record, .null)
        }
        let due = try DateWords.parse(assignment.value, clock: clock)
        let start = atField.get(record).text.flatMap { Instant($0) }
        let end = R.field("end_at").flatMap { $0.get(record).text }.flatMap { Instant($0) }
        R.field("due_on")?.set(&record, .text(due.on.description))
        atField.set(&record, due.at.map { .text($0.description) } ?? .null)
        R.field("zone")?.set(&record, .text(clock.zone.name))
        // A meeting keeps its length.
        if let start, let end {
            R.field("end_at")?.set(&record, due.at.map { .text(($0 + (end - start)).description) } ?? .null)
        }
    }

    // MARK: Money

    private func currency(of record: R) -> String { R.field("currency")?.get(record).text ?? Settings.current.currency }

    /// An amount may bring its currency.
    private func setCurrency(_ text: String, _ record: inout R) throws {
        if let money = Money(text, currency: currency(of: record)) {
            R.field("currency")?.set(&record, .text(money.currency))
        }
    }

    /// Another currency leaves the number of an amount as it is written.
    private func convert(_ record: inout R, from old: R) throws {
        guard let field = R.field("currency"), let text = field.get(record).text else { return }
        guard let code = Money.currency(named: text) else {
            throw FieldError(say("currency is an ISO 4217 code as CNY or EUR, not \(visible(text))."))
        }
        field.set(&record, .text(code))
        guard let amount = R.field("amount"), let minor = amount.get(old).integer else { return }
        let number = Money(minor: minor, currency: currency(of: old)).decimal
        guard let money = Money(number, currency: code) else {
            throw FieldError(say("\(number) is no amount in \(code); set the amount too."))
        }
        amount.set(&record, .integer(money.minor))
    }

    // MARK: Several values

    private func change(_ list: ListField<R>, _ row: Int, _ part: Int, _ assignment: Assignment, _ record: inout R)
        throws
    {
        var rows = list.get(record)
        let empty = list.parts.map { part -> Value in if case .text = part.type { .text("") } else { .null } }
        // Tags and other lists of single values may come several at once.
        let isPlain = list.parts.count == 1
        let pieces =
            (isPlain
            ? assignment.value.split(whereSeparator: { ";；".contains($0) }).map(String.init) : [assignment.value])
            .map { $0.trimmingSpaces() }.filter { !$0.isEmpty }
        let values =
            try list.name == "alarm"
            ? pieces.flatMap { try AlarmWords.parse($0) }.map { Value.integer(Int64($0)) }
            : pieces.map { try value(list.parts[part].type, $0, list.name) }
        switch assignment.operation {
        case .add:
            for value in values where !rows.contains(where: { isSame($0[part], value, list) }) {
                var new = empty
                new[part] = value
                rows.append(new)
            }
        case .remove:
            for value in values {
                guard rows.contains(where: { isSame($0[part], value, list) }) else {
                    throw FieldError(say("There is no \(list.name) \(visible(assignment.value)) to remove."))
                }
                rows.removeAll { isSame($0[part], value, list) }
            }
        case .set where isPlain && row == 0: rows = values.map { [$0] }
        case .set:
            if let value = values.first {
                if row > rows.count {
                    throw FieldError(say("There is no \(list.name) \(rows.count + 1) yet; set that one first."))
                }
                if row == rows.count { rows.append(empty) }
                rows[row][part] = value
            } else if row < rows.count {
                // Emptying the value drops the row; emptying its label only that.
                if list.parts[part].name.isEmpty { rows.remove(at: row) } else { rows[row][part] = empty[part] }
                rows.removeAll { $0 == empty }
            }
        }
        list.set(&record, rows)
    }

    private func value(_ type: FieldType, _ text: String, _ name: String) throws -> Value {
        if case .reference(let kind) = type { return .integer(try links.id(kind, text)) }
        return try type.value(of: text, name: name, currency: Settings.current.currency)
    }

    private func isSame(_ a: Value, _ b: Value, _ list: ListField<R>) -> Bool {
        guard let a = a.text, let b = b.text else { return a == b }
        return folded(a) == folded(b) || (list.name == "phone" && PhoneDigits(a).isSame(as: PhoneDigits(b)))
    }

    // MARK: The whole

    /// What no single field can know.
    private func check(_ record: R) throws {
        for field in R.fields where field.isRequired {
            let value = field.get(record)
            if value.isNull || value.text.map({ $0.trimmingSpaces().isEmpty }) == true {
                throw FieldError(say("A \(R.kind.name) needs \(field.name)."))
            }
        }
        if let deal = record as? Opportunity, deal.state == .lost, deal.reasonID == nil {
            throw FieldError(say("A lost deal needs a reason: use `kontor lost REF --reason R`, or set reason too."))
        }
        if let followUp = record as? FollowUp, (followUp.state == .done) != (followUp.doneAt != nil) {
            throw FieldError(say("Done and its time go together: use `kontor done REF --result …`."))
        }
        if let meeting = record as? Meeting, let end = meeting.endAt, meeting.dueAt.map({ end < $0 }) ?? true {
            throw FieldError(say("A meeting ends after it starts: set due with a time before end_at."))
        }
    }
}
