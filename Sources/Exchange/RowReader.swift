import Sales
import Words

/// Makes a record of the cells of a row. What each column fills is worked out once for all rows.
struct RowReader<R: Record>: Sendable {
    private enum Step: Sendable {
        case uid, tags, id, middleName, suffix, isWon, isClosed
        case field(Int)
        case link(Int, Target.LinkPart)
        case guests(isHost: Bool)
        /// The place of the cell among those of all groups.
        case entry(Int)
    }

    /// A row of a list that stands in several columns.
    private struct Group: Sendable {
        var list: Int
        var label: String
        /// The parts that have a column, and the places of their cells.
        var parts: [(name: String, place: Int)] = []
    }

    /// The cells of a group, by their parts; nil for an empty one.
    private struct Cells {
        let group: Group
        let texts: [String]

        subscript(part: String) -> String? {
            for known in group.parts where known.name == part {
                return texts[known.place].isEmpty ? nil : texts[known.place]
            }
            return nil
        }

        var isEmpty: Bool { group.parts.allSatisfy { texts[$0.place].isEmpty } }
    }

    let isOwn: Bool
    var reading: Reading
    private var steps: [(column: Int, step: Step)] = []
    private var groups: [Group] = []
    /// The lists that have groups.
    private var listPlaces: [Int] = []
    private var entries = 0
    private let source: String
    private let reasonField = R.fields.firstIndex { $0.name == "reason" }
    private let currencyField = R.fields.firstIndex { $0.name == "currency" }
    private let dayField = R.fields.firstIndex { $0.name == "due_on" }
    private let startField = R.fields.firstIndex { $0.name == "due_at" }
    private let companyField = R.fields.firstIndex { $0.name == "company" }
    private let tagList = R.lists.firstIndex { $0.name == "tag" }

    /// - Parameters:
    ///   - targets: what each column fills.
    ///   - source: the program that gave the ids of the file.
    init(_ targets: [Target?], isOwn: Bool, source: String, reading: Reading) {
        self.isOwn = isOwn
        self.source = source
        self.reading = reading
        var places: [String: Int] = [:]
        for (column, target) in targets.enumerated() {
            switch target {
            case .uid: steps.append((column, .uid))
            case .tags: steps.append((column, .tags))
            case .id: steps.append((column, .id))
            case .middleName: steps.append((column, .middleName))
            case .suffix: steps.append((column, .suffix))
            case .isWon: steps.append((column, .isWon))
            case .isClosed: steps.append((column, .isClosed))
            case .guests(let guests): steps.append((column, .guests(isHost: guests == .host)))
            case .field(let name):
                if let index = R.fields.firstIndex(where: { $0.name == name }) { steps.append((column, .field(index))) }
            case .link(let name, let part):
                if let index = R.fields.firstIndex(where: { $0.name == name }) {
                    steps.append((column, .link(index, part)))
                }
            case .list(let name, let group, let part, let label):
                guard let list = R.lists.firstIndex(where: { $0.name == name }) else { continue }
                let key = "\(name) \(group)"
                let index = places[key] ?? groups.count
                if index == groups.count { groups.append(Group(list: list, label: label)) }
                if !listPlaces.contains(list) { listPlaces.append(list) }
                places[key] = index
                let known = groups[index].parts.first { $0.name == part }?.place
                steps.append((column, .entry(known ?? entries)))
                if known == nil {
                    groups[index].parts.append((part, entries))
                    entries += 1
                }
            case .timeOf, .left, nil: break
            }
        }
    }

    /// - Parameter cell: the text of a column.
    func read(line: Int?, _ cell: (Int) -> String) throws(Refused) -> Incoming<R> {
        var incoming = Incoming<R>()
        incoming.line = line
        incoming.isOwn = isOwn
        var texts = Array(repeating: "", count: entries)
        var amounts: [(field: Int, text: String, column: Int)] = []
        var middle = ""
        var suffix = ""
        var isWon: Bool?
        var isClosed: Bool?
        for (column, step) in steps {
            var text = cell(column)
            if !isOwn { text = text.trimmingSpaces() }
            switch step {
            case .uid: incoming.record.uid = text
            case .tags: setTags(text, &incoming)
            case .id:
                if !text.isEmpty {
                    incoming.id = ExternalID(source: RowReader.source(of: text, else: source), value: text)
                }
            case .middleName: middle = text
            case .suffix: suffix = text
            case .isWon: isWon = Reading.flag(text)
            case .isClosed: isClosed = Reading.flag(text)
            case .guests(let isHost): incoming.guests += Guest.all(in: text, isHost: isHost)
            case .field(let index): try setField(index, text, column, &incoming, &amounts)
            case .link(let index, let part):
                var link = incoming.links[index] ?? Link()
                switch part {
                case .uid: link.uid = text
                case .external: link.external = text.allSatisfy { $0 == "0" || $0 == "A" } ? "" : text
                case .email: link.email = text
                case .name: link.name = text
                }
                if isOwn || !link.isEmpty { incoming.links[index] = link }
            case .entry(let place): if !text.isEmpty { texts[place] = text }
            }
        }
        try setLists(texts, &incoming)
        try setAmounts(amounts, &incoming)
        if !isOwn {
            RowReader.composeName(&incoming, middle: middle, suffix: suffix, companyField)
            RowReader.close(&incoming, isWon: isWon, isClosed: isClosed, reasonField)
        }
        return incoming
    }

    /// Salesforce's ids have a form of their own: 15 or 18 letters and digits behind `00` or `a0`.
    static func source(of id: String, else source: String) -> String {
        let bytes = id.utf8
        guard bytes.count == 15 || bytes.count == 18, id.hasPrefix("00") || id.hasPrefix("a0"),
            bytes.allSatisfy({ (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) }),
            bytes.contains(where: { $0 >= 65 })
        else { return source }
        return "salesforce"
    }

    // MARK: - Fields

    private func setField(
        _ index: Int, _ text: String, _ column: Int, _ incoming: inout Incoming<R>,
        _ amounts: inout [(field: Int, text: String, column: Int)]
    ) throws(Refused) {
        let field = R.fields[index]
        if text.isEmpty {
            if isOwn, !field.isRequired {
                incoming.fields.append(index)
                field.set(&incoming.record, .null)
            }
            return
        }
        let value: Value
        if !isOwn, try isDayAlone(index, text, column, &incoming) { return }
        if !isOwn, case .choice(let choices) = field.type {
            guard let choice = Reading.choice(text, choices) else {
                // Another program's own word: not ours to guess, and no reason to lose the record.
                incoming.remarks.append(
                    say("\(field.heading): \(text) is none of \(choices.joined(separator: ", ")) and was left out"))
                return
            }
            value = .text(choice)
        } else if !isOwn, field.name == "currency" {
            guard let code = Money.currency(named: text) else {
                throw Refused(reason: say("currency: not a currency: \(text)"))
            }
            value = .text(code)
        } else {
            value = try reading.value(text, field, column: column)
        }
        if case .money = field.type {
            amounts.append((index, text, column))
            return
        }
        if incoming.fields.contains(index) {
            // Two columns for one field: notes are put together, else the first stays.
            if case .longText = field.type, let before = field.get(incoming.record).text, before != text {
                field.set(&incoming.record, .text(before + "\n" + text))
            }
            return
        }
        field.set(&incoming.record, value)
        incoming.fields.append(index)
    }

    /// A date without a time, where one is due: it is the day, and never midnight.
    private func isDayAlone(_ index: Int, _ text: String, _ column: Int, _ incoming: inout Incoming<R>) throws(Refused)
        -> Bool
    {
        guard index == startField, let dayField, Reading.isDay(text) else { return false }
        let day = try reading.value(text, R.fields[dayField], column: column)
        if !incoming.fields.contains(dayField) { incoming.fields.append(dayField) }
        R.fields[dayField].set(&incoming.record, day)
        return true
    }

    private func setAmounts(_ amounts: [(field: Int, text: String, column: Int)], _ incoming: inout Incoming<R>)
        throws(Refused)
    {
        guard let place = currencyField else { return }
        let currency = R.fields[place]
        let isNamed = incoming.fields.contains(place)
        if !isNamed { currency.set(&incoming.record, .text(reading.currency)) }
        for (index, text, column) in amounts {
            let code = currency.get(incoming.record).text ?? reading.currency
            let money = try reading.amount(text, column: column, currency: code, heading: R.fields[index].heading)
            if money.currency != code {
                if isNamed { throw Refused(reason: say("\(R.fields[index].heading): \(text) is not in \(code)")) }
                currency.set(&incoming.record, .text(money.currency))
                if !incoming.fields.contains(place) { incoming.fields.append(place) }
            }
            R.fields[index].set(&incoming.record, .integer(money.minor))
            incoming.fields.append(index)
        }
    }

    private func setTags(_ text: String, _ incoming: inout Incoming<R>) {
        guard let index = tagList else { return }
        var tags = isOwn ? TagCell.split(text) : RowReader.foreignTags(text)
        if !isOwn {
            let plain = tags.map { folded($0) }
            tags = tags.indices.filter { !plain[..<$0].contains(plain[$0]) }.map { tags[$0] }
        }
        if tags.isEmpty, !isOwn { return }
        R.lists[index].set(&incoming.record, tags.map { [.text($0)] })
        incoming.lists.append(index)
    }

    /// Google: `* myContacts ::: Friends`; others: commas or semicolons.
    static func foreignTags(_ text: String) -> [String] {
        let parts =
            text.utf8.contains(UInt8(ascii: ":")) && text.contains(" ::: ")
            ? text.split(separator: " ::: ")
            : text.unicodeScalars.split { $0 == "," || $0 == ";" || $0 == "，" || $0 == "；" || $0 == "、" }.map {
                Substring($0)
            }
        return parts.map { ($0.hasPrefix("* ") ? $0.dropFirst(2) : $0).trimmingSpaces() }.filter { !$0.isEmpty }
    }

    // MARK: - Lists

    private func setLists(_ texts: [String], _ incoming: inout Incoming<R>) throws(Refused) {
        for place in listPlaces {
            let list = R.lists[place]
            let isOfPeople = list.parts.contains { if case .reference = $0.type { true } else { false } }
            var rows: [[Value]] = []
            var isSaid = isOwn
            for group in groups where group.list == place {
                let cells = Cells(group: group, texts: texts)
                if cells.isEmpty { continue }
                isSaid = true
                if !isOfPeople {
                    rows += try entries(cells, list, group.label)
                } else if let person = person(cells, list) {
                    incoming.people.append(person)
                }
            }
            if isOwn || isSaid && (!rows.isEmpty || !incoming.people.isEmpty) {
                list.set(&incoming.record, rows)
                incoming.lists.append(place)
            }
        }
    }

    private func entries(_ cells: Cells, _ list: ListField<R>, _ label: String) throws(Refused) -> [[Value]] {
        if isOwn { return [try ownEntry(cells, list)] }
        switch list.name {
        case "phone", "email":
            guard let value = cells[""] else { return [] }
            let word = cells["label"].map { ($0.hasPrefix("* ") ? String($0.dropFirst(2)) : $0).lowercased() } ?? label
            let parts: [Substring]
            if value.utf8.contains(UInt8(ascii: ":")), value.contains(":::") {
                parts = value.split(separator: ":::")
            } else if value.utf8.contains(where: { $0 == 0x3B || $0 == 0x0A || $0 == 0xEF }) {
                parts = value.unicodeScalars.split { $0 == ";" || $0 == "；" || $0 == "\n" }.map { Substring($0) }
            } else {
                parts = [value[...]]
            }
            return parts.map { $0.trimmingSpaces() }.filter { !$0.isEmpty }.map {
                [.text($0), .text(word == "*" ? "" : word)]
            }
        case "address":
            var street = ""
            for part in ["street", "street 2", "street 3", "extended", "box"] {
                if let text = cells[part] { street += street.isEmpty ? text : ", " + text }
            }
            let rest = ["city", "region", "postcode", "country"].map { cells[$0] ?? "" }
            if street.isEmpty, rest.allSatisfy(\.isEmpty) { street = cells["whole"] ?? "" }
            if street.isEmpty, rest.allSatisfy(\.isEmpty) { return [] }
            let word = cells["label"].map { ($0.hasPrefix("* ") ? String($0.dropFirst(2)) : $0).lowercased() } ?? label
            return [([word, street] + rest).map { .text($0) }]
        default: return [try ownEntry(cells, list)]
        }
    }

    private func ownEntry(_ cells: Cells, _ list: ListField<R>) throws(Refused) -> [Value] {
        var row: [Value] = []
        for part in list.parts {
            let text = cells[part.name] ?? ""
            guard case .integer(let range) = part.type else {
                row.append(.text(text))
                continue
            }
            guard let number = Reading.integer(text), range.contains(number) else {
                throw Refused(reason: say("\(list.name): not a whole number up to \(range.upperBound): \(text)"))
            }
            row.append(.integer(number))
        }
        return row
    }

    /// A row of a list that leads to a contact, and the further word in it.
    private func person(_ cells: Cells, _ list: ListField<R>) -> (link: Link, role: String)? {
        var link = Link()
        var role = ""
        for part in list.parts {
            if case .reference = part.type {
                link.uid = cells[part.name + " uid"] ?? ""
                link.name = cells[part.name] ?? ""
                link.email = cells["contact email"] ?? ""
                link.external = cells["contact id"] ?? ""
            } else {
                role = cells[part.name] ?? ""
            }
        }
        return link.isEmpty ? nil : (link, role)
    }
}
