import Formats
import Sales
import Storage
import Words

/// A vCard file on its way in: people, companies, and groups that are passed over.
struct CardImport {
    let input: InputFile
    let encoding: TextDetection
    private let options: ImportOptions

    init(_ input: InputFile, _ options: ImportOptions) throws {
        self.options = options
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
        var reader = try CardImport.open(input, options)
        var cards = 0
        // Whom a card names may come behind it.
        var relations: [(uid: String, relation: CardRelation)] = []
        do {
            while let card = try reader.next() {
                cards += 1
                try step()
                try take(card, run)
                if let uid = card.uid, card.isOwn {
                    relations += card.others.compactMap(CardRelation.init).map {
                        (CardImport.plain(uid), $0)
                    }
                }
            }
            for (uid, relation) in relations { try relate(uid, relation, run) }
        } catch let problem as FileProblem {
            throw ExchangeError.data(input.path, problem)
        }
        if cards == 0 {
            throw ExchangeError.data(
                input.path, reader.problems.list.first ?? FileProblem(reason: say("There is no card in this file.")))
        }
        for problem in reader.problems.list { run.report.remark(input.path, problem.line, problem.reason) }
    }

    /// Brings in what one is to another, where both are here.
    private func relate(_ uid: String, _ relation: CardRelation, _ run: ImportRun) throws {
        let (finder, source, transaction) = (run.finder, run.source, run.transaction)
        guard run.options.mode != .skip, let id = try finder.find(.contact, Link(uid: uid), source: source) else {
            return
        }
        if let other = try finder.find(.contact, Link(uid: relation.uid), source: source) {
            var made = Relation()
            (made.contactID, made.name, made.otherID, made.inverse) = (id, relation.word, other, relation.inverse)
            try add(made, to: transaction.ownRelations(of: id), run)
        } else if let other = try finder.find(.company, Link(uid: relation.uid), source: source) {
            var made = Affiliation()
            (made.contactID, made.name, made.companyID, made.inverse) = (id, relation.word, other, relation.inverse)
            try add(made, to: transaction.affiliations(of: id), run)
        }
    }

    /// Adds what one is to another, unless that is here already.
    private func add<R: Record>(_ made: R, to here: [R], _ run: ImportRun) throws {
        let isHere = here.contains { old in R.fields.allSatisfy { $0.get(old) == $0.get(made) } }
        if isHere { return }
        var made = made
        try run.transaction.insert(&made)
    }

    private static func plain(_ uid: String) -> String {
        uid.lowercased().hasPrefix("urn:uuid:") ? String(uid.dropFirst(9)) : uid
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
    }

    private func contact(_ card: VCard, _ run: ImportRun) throws -> Incoming<Contact> {
        var incoming = Incoming<Contact>()
        // Where a name may not be missing, 3.0 has one that says nothing.
        incoming.set("given_name", text: card.name.given)
        incoming.set("family_name", text: card.name.family)
        let organisation = card.organisations.first ?? VCard.Organisation()
        let own = CardImport.own("company", card)
        if !organisation.name.isEmpty || own != nil || card.isOwn {
            incoming.links[Contact.fields.firstIndex { $0.name == "company" }!] = Link(
                uid: own ?? "", name: organisation.name)
        }
        incoming.set("department", text: organisation.units.joined(separator: ", "))
        let position = organisation.title ?? (card.isOwn ? nil : card.roles.first)
        incoming.set("position", text: position ?? "")
        if let birthday = card.birthday { incoming.set("birthday", text: CardImport.text(birthday)) }
        (incoming.record.phones, incoming.record.emails, incoming.record.addresses, incoming.record.tags) =
            CardImport.lists(card)
        incoming.record.properties = CardImport.properties(
            card, usedRole: position != nil && organisation.title == nil, &incoming.remarks)
        var name = card.formattedName
        if name.isEmpty {
            name = PersonName.whole(given: card.name.given, middle: card.name.additional, family: card.name.family)
        }
        name =
            [name, card.nicknames.first, card.emails.first?.value, card.phones.first?.value, organisation.name]
            .compactMap { $0 }.first { !$0.isEmpty } ?? ""
        incoming.set("name", text: name)
        try finish(&incoming, card, run)
        return incoming
    }

    private func company(_ card: VCard, _ run: ImportRun) throws -> Incoming<Company> {
        var incoming = Incoming<Company>()
        let organisation = card.organisations.first?.name ?? ""
        incoming.set("name", text: organisation.isEmpty ? card.formattedName : organisation)
        (incoming.record.phones, incoming.record.emails, incoming.record.addresses, incoming.record.tags) =
            CardImport.lists(card)
        incoming.record.properties = CardImport.properties(card, usedRole: false, &incoming.remarks)
        try finish(&incoming, card, run)
        return incoming
    }

    /// What people and companies have alike.
    private func finish<R: Record>(_ incoming: inout Incoming<R>, _ card: VCard, _ run: ImportRun) throws {
        incoming.line = card.line
        incoming.set("nickname", text: card.nicknames.joined(separator: ", "))
        incoming.set("website", text: card.urls.first?.value ?? "")
        incoming.set("about", text: card.notes.joined(separator: "\n"))
        incoming.lists = R.lists.indices.filter { R.lists[$0].name != "external_id" }
        for field in R.fields {
            guard let text = CardImport.own(field.name, card), field.name != "company" else { continue }
            do {
                incoming.set(field.name, try field.type.value(of: text, name: field.heading, currency: ""))
            } catch {
                incoming.remarks.append(say("\(field.heading): \(text) was left out: \(error.sentence)"))
            }
        }
        let ids = R.lists.firstIndex { $0.name == "external_id" }!
        R.lists[ids].set(
            &incoming.record,
            card.others.filter { $0.name == CardExport.prefix + "ID" }.map {
                [
                    .text(ContentText.unescaped($0.value, version: card.version)),
                    .text($0.values("SOURCE").first ?? ""),
                ]
            })
        if card.isOwn {
            // What is not said is empty.
            incoming.isOwn = true
            incoming.fields = R.fields.indices.filter { index in
                if case .reference = R.fields[index].type { false } else { true }
            }
            incoming.lists.append(ids)
        }
        try identify(&incoming, card, run)
    }

    /// What our own cards say in lines of their own.
    private static func own(_ field: String, _ card: VCard) -> String? {
        let name = CardExport.prefix + field.uppercased().replacing("_", with: "-")
        return card.others.first { $0.name == name }.map { ContentText.unescaped($0.value, version: card.version) }
    }

    /// The card's UID is ours only when a record here has it; else it is the other program's id.
    private func identify<R: Record>(_ incoming: inout Incoming<R>, _ card: VCard, _ run: ImportRun) throws {
        guard var uid = card.uid, !uid.isEmpty else { return }
        uid = CardImport.plain(uid)
        if try card.isOwn || run.transaction.id(R.kind, uid: uid) != nil {
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

    static func lists(_ card: VCard) -> ([Phone], [Email], [Address], tags: [String]) {
        (
            card.phones.map { Phone($0.value, label: label($0)) },
            card.emails.map { Email($0.value, label: label($0)) },
            card.addresses.map { address($0, isOwn: card.isOwn) }, tags(card)
        )
    }

    static func address(_ labelled: VCard.Labelled<VCard.Address>, isOwn: Bool) -> Address {
        let value = labelled.value
        let street = [value.street, value.extended, value.poBox].filter { !$0.isEmpty }.joined(separator: ", ")
        // A label of an address is often the whole address again.
        let label = labelled.label.map { !isOwn && ($0.count > 40 || $0.contains("\n")) ? "" : $0 } ?? ""
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
        if card.isOwn { return card.categories }
        var seen: Set<String> = []
        return card.categories.filter { !$0.trimmingSpaces().isEmpty && seen.insert(folded($0)).inserted }
    }

    /// `jpeg`, `png`: as the card says, else as the image begins.
    private static func imageType(_ bytes: [UInt8], _ said: String?) -> String {
        if let word = said?.lowercased().split(separator: "/").last { return String(word) }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return "png" }
        return bytes.starts(with: Array("GIF8".utf8)) ? "gif" : "jpeg"
    }

    /// What has no field here, as the card wrote it.
    ///
    /// - Parameter remarks: told when it is more than a record keeps.
    static func properties(_ card: VCard, usedRole: Bool, _ remarks: inout [String]) -> [ForeignProperty] {
        var properties: [ForeignProperty] = []
        func add(_ line: ContentLine) {
            properties.append(
                ForeignProperty(
                    name: (line.group.map { $0 + "." } ?? "") + line.name, parameters: line.parameterText,
                    // As it will stand in a card again.
                    value: line.value.replacing("\n", with: "\\n")))
        }
        let name = card.name
        if !(name.additional + name.prefix + name.suffix).isEmpty {
            add(ContentLine("N", parts: [name.family, name.given, name.additional, name.prefix, name.suffix]))
        }
        for organisation in card.organisations.dropFirst() {
            add(ContentLine("ORG", parts: [organisation.name] + organisation.units))
            if let title = organisation.title { add(ContentLine("TITLE", text: title)) }
        }
        for role in card.roles.dropFirst(usedRole ? 1 : 0) { add(ContentLine("ROLE", text: role)) }
        for url in card.urls.dropFirst() {
            add(
                ContentLine(
                    name: "URL", parameters: url.types.isEmpty ? [] : [.init(name: "TYPE", values: url.types)],
                    value: url.value))
        }
        if let phonetic = card.phoneticOrganisation { add(ContentLine("X-PHONETIC-ORG", text: phonetic)) }
        switch card.photo {
        case .link(let address):
            add(ContentLine(name: "PHOTO", parameters: [.init(name: "VALUE", values: ["uri"])], value: address))
        case .image(let bytes, let type):
            add(
                ContentLine(
                    name: "PHOTO",
                    parameters: [
                        .init(name: "ENCODING", values: ["b"]),
                        .init(name: "TYPE", values: [imageType(bytes, type)]),
                    ], value: Base64.encode(bytes)))
        case nil: break
        }
        // Relations of ours are rows of their own; those that another program wrote are kept as they are.
        let related = card.others.compactMap(CardRelation.init).flatMap { $0.lines(.four) }
        for line in card.others where !line.name.hasPrefix(CardExport.prefix) {
            let isOurs = card.isOwn && related.contains { $0.name == line.name && $0.value == line.value }
            if !isOurs { add(line) }
        }
        var room = Limits.kept
        return properties.filter { property in
            let size = property.value.utf8.count + property.parameters.utf8.count
            if size > room {
                remarks.append(say("\(property.name) is larger than what a record keeps (700 kB) and was left out"))
                return false
            }
            room -= size
            return true
        }
    }
}
