import Words

/// Which property fills which field of a card.
extension VCard {
    init(_ properties: [ContentLine]) {
        self.init()
        isOwn = properties.contains(where: \.isOwnMark)
        version = properties.first { $0.name == "VERSION" }?.value.trimmed
        let labels = Dictionary(
            properties.filter { $0.name == "X-ABLABEL" && $0.group != nil }.map { ($0.group!.lowercased(), text($0)) },
            uniquingKeysWith: { first, _ in first })
        var titles: [String] = []
        var isUsed: Set<String> = []
        for property in properties {
            let label = property.group.flatMap { labels[$0.lowercased()] }.map(VCard.plainLabel)
            if take(property, label: label, titles: &titles) {
                if let group = property.group { isUsed.insert(group.lowercased()) }
            } else if property.name != "X-ABLABEL" {
                others.append(property)
            }
        }
        // A label of a property that has no field stays beside it.
        others += properties.filter { $0.name == "X-ABLABEL" && !isUsed.contains($0.group?.lowercased() ?? "") }
        for (index, title) in titles.enumerated() {
            if index == organisations.count { organisations.append(Organisation()) }
            organisations[index].title = title
        }
        phones.preferredFirst()
        emails.preferredFirst()
        addresses.preferredFirst()
        urls.preferredFirst()
        if version == nil {
            problems.append(FileProblem(line: properties.first?.line, reason: say("the card has no VERSION")))
        }
    }

    /// Puts a property into its field; false when there is none for it, or when the field is taken.
    private mutating func take(_ property: ContentLine, label: String?, titles: inout [String]) -> Bool {
        let plain = cleaned(text(property))
        switch property.name {
        case "VERSION", "BEGIN", "END", "PRODID": break
        case "UID" where uid == nil: uid = plain
        case "FN":
            if formattedName.isEmpty { formattedName = plain } else if formattedName != plain { return plain.isEmpty }
        case "N":
            if !name.isEmpty { return false }
            name = Name(parts(property))
        case "NICKNAME": nicknames += list(property)
        case "ORG":
            let parts = parts(property)
            if parts.allSatisfy(\.isEmpty) { break }
            var organisation = Organisation()
            organisation.name = parts[0]
            organisation.units = parts.dropFirst().filter { !$0.isEmpty }
            organisations.append(organisation)
        case "TITLE": if !plain.isEmpty { titles.append(plain) }
        case "ROLE": if !plain.isEmpty { roles.append(plain) }
        case "TEL": phones.add(isOwn ? plain : VCard.phone(plain), property, label)
        case "EMAIL": emails.add(isOwn ? plain : address(ofMail: plain, property), property, label)
        case "ADR":
            let address = Address(parts(property))
            if !address.isEmpty { addresses.append(Labelled(address, property, label)) }
        case "URL": urls.add(plain, property, label)
        case "BDAY" where birthday == nil:
            if plain.isEmpty { break }
            birthday = ContentText.date(plain, omittedYear: property.values("X-APPLE-OMIT-YEAR").first)
            if birthday == nil {
                problems.append(FileProblem(line: property.line, reason: say("not a date: \(visible(plain))")))
                return false
            }
        case "NOTE": if !plain.isEmpty { notes.append(plain) }
        case "CATEGORIES": categories += list(property)
        case "REV" where revision == nil: revision = plain
        case "KIND", "X-ADDRESSBOOKSERVER-KIND":
            kind = plain.lowercased()
            if kind == "org" || kind == "organization" { showsAsCompany = true }
        case "MEMBER", "X-ADDRESSBOOKSERVER-MEMBER": members.append(plain)
        case "X-ABSHOWAS":
            if plain.uppercased() != "COMPANY" { return false }
            showsAsCompany = true
        case "X-PHONETIC-ORG" where phoneticOrganisation == nil: phoneticOrganisation = plain
        default: return false
        }
        return true
    }

    /// Other programs leave blanks around values.
    private func cleaned(_ text: String) -> String { isOwn ? text : text.trimmed }

    private func text(_ property: ContentLine) -> String {
        ContentText.unescaped(property.value, version: version)
    }

    /// The parts of a structured value.
    private func parts(_ property: ContentLine) -> [String] {
        ContentText.parts(property.value, version: version).map(cleaned)
    }

    private func list(_ property: ContentLine) -> [String] {
        ContentText.split(property.value, on: ",", honouring: .backslashes)
            .map { cleaned(ContentText.unescaped($0, version: version)) }.filter { !$0.isEmpty }
    }

    /// `"Omega" <omega@example.com>` is not an address but holds one.
    private mutating func address(ofMail text: String, _ property: ContentLine) -> String {
        guard let open = text.lastIndex(of: "<"), let close = text[open...].firstIndex(of: ">") else {
            return text.lowercased().hasPrefix("mailto:") ? String(text.dropFirst(7)) : text
        }
        problems.append(
            FileProblem(
                line: property.line, reason: say("not an e-mail address, only what is inside < > is: \(visible(text))"))
        )
        return String(text[text.index(after: open)..<close])
    }

    /// `tel:+1-418-656-9254;ext=102` as people write it.
    private static func phone(_ text: String) -> String {
        guard text.lowercased().hasPrefix("tel:") else { return text }
        let parts = text.dropFirst(4).split(separator: ";")
        let ext = parts.dropFirst().first { $0.lowercased().hasPrefix("ext=") }
        return String(parts.first ?? "") + (ext.map { " ext. " + $0.dropFirst(4) } ?? "")
    }

    /// Apple writes its own labels as `_$!<HomePage>!$_`.
    private static func plainLabel(_ text: String) -> String {
        guard text.hasPrefix("_$!<"), text.hasSuffix(">!$_") else { return text }
        return String(text.dropFirst(4).dropLast(4))
    }
}

extension VCard.Labelled {
    fileprivate init(_ value: Value, _ property: ContentLine, _ label: String?) {
        let words = property.values("TYPE").map { $0.lowercased() }
        self.value = value
        types = words.filter { $0 != "pref" && !$0.isEmpty }
        self.label = label ?? property.values("LABEL").first
        let number = property.values("PREF").first.flatMap { Int($0) }
        preference = number.map { min(max($0, 1), 100) } ?? (words.contains("pref") ? 1 : nil)
    }
}

extension Array {
    fileprivate mutating func add(_ text: String, _ property: ContentLine, _ label: String?)
    where Element == VCard.Labelled<String> {
        if !text.isEmpty { append(VCard.Labelled(text, property, label)) }
    }

    fileprivate mutating func preferredFirst<Value>() where Element == VCard.Labelled<Value> {
        let ordered = enumerated().sorted { a, b in
            (a.element.preference ?? 101, a.offset) < (b.element.preference ?? 101, b.offset)
        }
        self = ordered.map(\.element)
    }
}

extension VCard.Name {
    fileprivate init(_ parts: [String]) {
        func part(_ index: Int) -> String { index < parts.count ? parts[index] : "" }
        family = part(0)
        given = part(1)
        additional = part(2)
        prefix = part(3)
        suffix = part(4)
    }
}

extension VCard.Address {
    fileprivate init(_ parts: [String]) {
        func part(_ index: Int) -> String { index < parts.count ? parts[index] : "" }
        poBox = part(0)
        extended = part(1)
        street = part(2)
        locality = part(3)
        region = part(4)
        postalCode = part(5)
        country = part(6)
    }
}
