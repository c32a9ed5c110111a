import Formats
import Sales
import Storage
import Words

/// A vCard file on its way in: people, companies, and groups that are passed over.
struct CardImport {
    let input: InputFile
    let encoding: TextDetection

    init(_ input: InputFile, _ options: ImportOptions) throws {
        if let kind = options.kind, kind != .contact, kind != .company {
            throw ExchangeError.usage(say("\(visible(input.path)) holds vCards, which cannot be \(kind.plural)."))
        }
        self.input = input
        encoding = try CardImport.open(input, options).encoding
    }

    private static func open(_ input: InputFile, _ options: ImportOptions) throws -> VCardReader {
        do {
            return try VCardReader(input.source(), encoding: options.encoding)
        } catch let problem as FileProblem {
            throw ExchangeError.data(input.path, problem)
        }
    }

    var file: ImportReport.File {
        var file = ImportReport.File(path: input.path, encoding: encoding.encoding.description)
        file.isEncodingGuessed = encoding.certainty == .guess
        file.header = ["card"]
        return file
    }

    func run(_ run: ImportRun, _ step: () throws -> Void) throws {
        run.source = "vcard"
        var reader = try CardImport.open(input, run.options)
        var cards = 0
        do {
            while let card = try reader.next() {
                cards += 1
                try step()
                try take(card, run)
            }
        } catch let problem as FileProblem {
            throw ExchangeError.data(input.path, problem)
        }
        if cards == 0 {
            throw ExchangeError.data(
                input.path, reader.problems.list.first ?? FileProblem(reason: say("There is no card in this file.")))
        }
        for problem in reader.problems.list { run.report.remark(input.path, problem.line, problem.reason) }
    }

    private func take(_ card: VCard, _ run: ImportRun) throws {
        for problem in card.problems { run.report.remark(input.path, problem.line ?? card.line, problem.reason) }
        let name = card.formattedName
        if card.isGroup {
            run.skip(
                .contact, card.line, say("a group of \(card.members.count, "card", "cards"), not a person: \(name)"))
        } else if run.options.kind == .company || (card.isCompany && run.options.kind == nil) {
            try run.take(try company(card, run), cells: [name.isEmpty ? card.organisations.first?.name ?? "" : name])
        } else {
            try run.take(try contact(card, run), cells: [name])
        }
        if case .image = card.photo { run.report.remark(input.path, card.line, say("the photo was left out")) }
    }

    private func contact(_ card: VCard, _ run: ImportRun) throws -> Incoming<Contact> {
        var incoming = Incoming<Contact>()
        incoming.line = card.line
        func set(_ field: String, _ text: String) { if !text.isEmpty { incoming.set(field, .text(text)) } }
        set("given_name", card.name.given)
        set("family_name", card.name.family)
        set("nickname", card.nicknames.joined(separator: ", "))
        let organisation = card.organisations.first ?? VCard.Organisation()
        if !organisation.name.isEmpty {
            incoming.links[Contact.fields.firstIndex { $0.name == "company" }!] = Link(name: organisation.name)
        }
        set("department", organisation.units.joined(separator: ", "))
        let position = organisation.title ?? card.roles.first ?? ""
        set("position", position)
        set("website", card.urls.first?.value ?? "")
        set("about", card.notes.joined(separator: "\n"))
        if let birthday = card.birthday { set("birthday", CardImport.text(birthday)) }
        incoming.record.phones = card.phones.map { Phone($0.value, label: CardImport.label($0)) }
        incoming.record.emails = card.emails.map { Email($0.value, label: CardImport.label($0)) }
        incoming.record.addresses = card.addresses.map(CardImport.address)
        incoming.record.tags = CardImport.tags(card)
        incoming.record.properties = CardImport.properties(card, usedRole: organisation.title == nil)
        incoming.lists = Array(Contact.lists.indices)
        var name = card.formattedName
        if name.isEmpty {
            name = PersonName.whole(given: card.name.given, middle: card.name.additional, family: card.name.family)
        }
        name =
            [name, card.nicknames.first, card.emails.first?.value, card.phones.first?.value, organisation.name]
            .compactMap { $0 }.first { !$0.isEmpty } ?? ""
        set("name", name)
        try identify(&incoming, card, run)
        return incoming
    }

    private func company(_ card: VCard, _ run: ImportRun) throws -> Incoming<Company> {
        var incoming = Incoming<Company>()
        incoming.line = card.line
        func set(_ field: String, _ text: String) { if !text.isEmpty { incoming.set(field, .text(text)) } }
        let organisation = card.organisations.first?.name ?? ""
        set("name", organisation.isEmpty ? card.formattedName : organisation)
        set("nickname", card.nicknames.joined(separator: ", "))
        set("website", card.urls.first?.value ?? "")
        set("about", card.notes.joined(separator: "\n"))
        incoming.record.phones = card.phones.map { Phone($0.value, label: CardImport.label($0)) }
        incoming.record.emails = card.emails.map { Email($0.value, label: CardImport.label($0)) }
        incoming.record.addresses = card.addresses.map(CardImport.address)
        incoming.record.tags = CardImport.tags(card)
        incoming.record.properties = CardImport.properties(card, usedRole: false)
        incoming.lists = Array(Company.lists.indices)
        try identify(&incoming, card, run)
        return incoming
    }

    /// The card's UID is ours only when a record here has it; else it is the other program's id.
    private func identify<R: Record>(_ incoming: inout Incoming<R>, _ card: VCard, _ run: ImportRun) throws {
        guard var uid = card.uid, !uid.isEmpty else { return }
        if uid.lowercased().hasPrefix("urn:uuid:") { uid = String(uid.dropFirst(9)) }
        if try run.transaction.id(R.kind, uid: uid) != nil {
            incoming.record.uid = uid
        } else {
            incoming.id = ExternalID(source: "vcard", value: uid)
        }
    }
}

/// The parts of a card as ours.
extension CardImport {
    /// The user's own label, else the types without those that say nothing.
    static func label<V>(_ value: VCard.Labelled<V>) -> String {
        if let label = value.label, !label.isEmpty { return label }
        return value.types.filter { !["internet", "voice", "pref", "x-internet"].contains($0) }
            .map { $0 == "cell" ? "mobile" : $0 }.joined(separator: " ")
    }

    static func address(_ labelled: VCard.Labelled<VCard.Address>) -> Address {
        let value = labelled.value
        let street = [value.street, value.extended, value.poBox].filter { !$0.isEmpty }.joined(separator: ", ")
        // A label of an address is often the whole address again.
        let label = labelled.label.map { $0.count > 40 || $0.contains("\n") ? "" : $0 } ?? ""
        var plain = labelled
        plain.label = label
        return Address(
            label: CardImport.label(plain), street: street, city: value.locality, region: value.region,
            postcode: value.postalCode, country: value.country)
    }

    static func text(_ date: VCard.PartialDate) -> String {
        let end = "\(padded(date.month, 2))-\(padded(date.day, 2))"
        guard let year = date.year, year != 1604 else { return "--" + end }
        return "\(padded(year, 4))-\(end)"
    }

    static func tags(_ card: VCard) -> [String] {
        var seen: Set<String> = []
        return card.categories.filter { !$0.trimmingSpaces().isEmpty && seen.insert(folded($0)).inserted }
    }

    /// What has no field here, as the card wrote it.
    static func properties(_ card: VCard, usedRole: Bool) -> [ForeignProperty] {
        func escaped(_ parts: [String]) -> String {
            parts.map {
                $0.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing("\n", with: "\\n")
            }.joined(separator: ";")
        }
        var properties: [ForeignProperty] = []
        let name = card.name
        if !(name.additional + name.prefix + name.suffix).isEmpty {
            let parts = [name.family, name.given, name.additional, name.prefix, name.suffix]
            properties.append(ForeignProperty(name: "N", value: escaped(parts)))
        }
        for organisation in card.organisations.dropFirst() {
            properties.append(ForeignProperty(name: "ORG", value: escaped([organisation.name] + organisation.units)))
            if let title = organisation.title { properties.append(ForeignProperty(name: "TITLE", value: title)) }
        }
        for role in card.roles.dropFirst(usedRole ? 1 : 0) {
            properties.append(ForeignProperty(name: "ROLE", value: role))
        }
        for url in card.urls.dropFirst() {
            properties.append(
                ForeignProperty(
                    name: "URL", parameters: url.types.isEmpty ? "" : "TYPE=" + url.types.joined(separator: ","),
                    value: url.value))
        }
        if let phonetic = card.phoneticOrganisation {
            properties.append(ForeignProperty(name: "X-PHONETIC-ORG", value: phonetic))
        }
        if case .link(let address) = card.photo {
            properties.append(ForeignProperty(name: "PHOTO", parameters: "VALUE=uri", value: address))
        }
        properties += card.others.map { other in
            let parameters = other.parameters.map { "\($0.name)=\($0.values.joined(separator: ","))" }.joined(
                separator: ";")
            return ForeignProperty(
                name: (other.group.map { $0 + "." } ?? "") + other.name, parameters: parameters, value: other.value)
        }
        return properties
    }
}
