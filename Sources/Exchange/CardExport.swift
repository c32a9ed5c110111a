import Formats
import Sales
import Storage
import Words

/// The versions of vCard that are written.
package enum CardVersion: String, CaseIterable, Sendable {
    case three = "3.0"
    case four = "4.0"
}

/// Contacts and companies as vCards (RFC 6350, RFC 2426), from which `CardImport` makes the same again.
///
/// What vCard has no word for stands in `X-KONTOR-…`, one line for each field; others' properties go out as they came in.
struct CardExport {
    let transaction: Transaction
    let version: CardVersion

    /// What the lines of a card are called that hold a field which vCard does not know.
    static let prefix = "X-KONTOR-"

    /// The fields that vCard has words for.
    private static let standard: Set<String> = [
        "name", "given_name", "family_name", "nickname", "company", "position", "department", "birthday", "website",
        "about",
    ]

    func lines(_ contact: Contact) throws -> [ContentLine] {
        let company = try contact.companyID.flatMap { try transaction.named(Ref(.company, $0)) }
        var card = begin(contact.uid, contact.name)
        let kept = contact.properties.first { $0.name == "N" }
        let parts = kept.map { ContentText.parts($0.value) } ?? []
        let further = (2..<5).map { $0 < parts.count ? parts[$0] : "" }
        let name = [contact.familyName, contact.givenName] + further
        if name.contains(where: { !$0.isEmpty }) || version == .three { card.append(ContentLine("N", parts: name)) }
        add("NICKNAME", contact.nickname, &card)
        let department = contact.department
        if company != nil || !department.isEmpty {
            card.append(ContentLine("ORG", parts: [company?.name ?? ""] + (department.isEmpty ? [] : [department])))
        }
        add("TITLE", contact.position, &card)
        if let birthday = contact.birthday { card.append(line(birthday: birthday)) }
        addAll(
            contact, contact.phones, contact.emails, contact.addresses, contact.website, contact.about, contact.tags,
            contact.properties, contact.externalIDs, &card)
        if let company {
            card.append(ContentLine(CardExport.prefix + "COMPANY", text: company.uid))
        }
        for relation in try transaction.ownRelations(of: contact.id) {
            guard let other = try transaction.named(Ref(.contact, relation.otherID)) else { continue }
            card += CardRelation(relation.name, relation.inverse, uid: other.uid).lines(version)
        }
        for affiliation in try transaction.affiliations(of: contact.id) {
            guard let other = try transaction.named(Ref(.company, affiliation.companyID)) else { continue }
            card += CardRelation(affiliation.name, affiliation.inverse, uid: other.uid).lines(version)
        }
        return end(card)
    }

    func lines(_ company: Company) -> [ContentLine] {
        var card = begin(company.uid, company.name)
        if version == .three {
            card.append(ContentLine("N", parts: Array(repeating: "", count: 5)))
            card.append(ContentLine("X-ABShowAs", text: "COMPANY"))
        } else {
            card.append(ContentLine("KIND", text: "org"))
        }
        card.append(ContentLine("ORG", parts: [company.name]))
        add("NICKNAME", company.nickname, &card)
        addAll(
            company, company.phones, company.emails, company.addresses, company.website, company.about, company.tags,
            company.properties, company.externalIDs, &card)
        return end(card)
    }

    private func begin(_ uid: String, _ name: String) -> [ContentLine] {
        [
            ContentLine(name: "BEGIN", value: "VCARD"), ContentLine(name: "VERSION", value: version.rawValue),
            ContentLine(name: "PRODID", value: ContentLine.product),
            ContentLine("UID", text: CardExport.name(of: uid)),
            ContentLine("FN", text: name),
        ]
    }

    /// A uid as cards have it.
    static func name(of uid: String) -> String {
        let isUUID =
            uid.utf8.count == 36
            && uid.utf8.allSatisfy { $0 == 45 || (48...57).contains($0) || (97...102).contains($0) }
        return isUUID ? "urn:uuid:" + uid : uid
    }

    private func end(_ card: [ContentLine]) -> [ContentLine] {
        let now = transaction.clock.now.description.filter { version == .three || ($0 != "-" && $0 != ":") }
        return card + [ContentLine(name: "REV", value: now), ContentLine(name: "END", value: "VCARD")]
    }

    private func add(_ name: String, _ text: String, _ card: inout [ContentLine]) {
        if !text.isEmpty { card.append(ContentLine(name, text: text)) }
    }

    /// Without a year as RFC 6350 has it, and in 3.0, which does not know that, as Apple does.
    private func line(birthday: String) -> ContentLine {
        if version == .four {
            let date =
                birthday.hasPrefix("--")
                ? "--" + birthday.dropFirst(2).filter { $0 != "-" } : birthday.filter { $0 != "-" }
            return ContentLine(name: "BDAY", value: date)
        }
        guard birthday.hasPrefix("--") else { return ContentLine(name: "BDAY", value: birthday) }
        return ContentLine(
            name: "BDAY", parameters: [.init(name: "X-APPLE-OMIT-YEAR", values: ["1604"])],
            value: "1604-" + birthday.dropFirst(2))
    }

    /// What people and companies have alike.
    private func addAll<R: Record>(
        _ record: R, _ phones: [Phone], _ emails: [Email], _ addresses: [Address], _ website: String, _ about: String,
        _ tags: [String], _ properties: [ForeignProperty], _ ids: [ExternalID], _ card: inout [ContentLine]
    ) {
        let kept = properties.compactMap(ContentLine.init(kept:))
        var groups = Groups(taken: Set(kept.compactMap { $0.group?.lowercased() }))
        for phone in phones {
            card += groups.labelled(ContentLine("TEL", text: phone.number), phone.label, CardLabel.phones)
        }
        for email in emails {
            card += groups.labelled(ContentLine("EMAIL", text: email.address), email.label, CardLabel.places)
        }
        for address in addresses {
            let parts = ["", "", address.street, address.city, address.region, address.postcode, address.country]
            card += groups.labelled(ContentLine("ADR", parts: parts), address.label, CardLabel.places)
        }
        // The value is an address, in which commas and semicolons are not escaped.
        if !website.isEmpty {
            card.append(ContentLine(name: "URL", value: website.escaping("\\", as: "\\\\")))
        }
        add("NOTE", about, &card)
        if !tags.isEmpty {
            card.append(ContentLine(name: "CATEGORIES", value: tags.map(ContentText.escaped).joined(separator: ",")))
        }
        card += kept.map { $0.name == "PHOTO" ? photo($0) : $0 }
        let empty = R()
        for field in R.fields where !CardExport.standard.contains(field.name) && field.get(record) != field.get(empty) {
            let name = CardExport.prefix + field.name.uppercased().replacing("_", with: "-")
            card.append(ContentLine(name, text: field.type.text(of: field.get(record), currency: "")))
        }
        for id in ids {
            card.append(
                ContentLine(
                    CardExport.prefix + "ID", text: id.value,
                    parameters: id.source.isEmpty ? [] : [.init(name: "SOURCE", values: [id.source])]))
        }
    }

    private func photo(_ kept: ContentLine) -> ContentLine {
        guard version == .four, kept.values("ENCODING").first?.lowercased() == "b" else { return kept }
        let type = kept.values("TYPE").first?.lowercased() ?? "jpeg"
        return ContentLine(name: "PHOTO", value: "data:image/\(type);base64,\(kept.value)")
    }
}

/// Labels as cards know them: a few words as types, the user's own as a label beside the property.
enum CardLabel {
    static let places = ["work": "work", "home": "home"]
    static let phones = places.merging(["mobile": "cell", "fax": "fax", "pager": "pager", "video": "video"]) { a, _ in a
    }
}

/// Names the groups by which a property and its label belong together: `item1`, `item2`.
private struct Groups {
    let taken: Set<String>
    private var number = 0

    init(taken: Set<String>) { self.taken = taken }

    mutating func labelled(_ line: ContentLine, _ label: String, _ types: [String: String]) -> [ContentLine] {
        if label.isEmpty { return [line] }
        var line = line
        let words = label.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        if words.allSatisfy({ types[$0] != nil }) {
            line.parameters.append(.init(name: "TYPE", values: words.map { types[$0]! }))
            return [line]
        }
        repeat { number += 1 } while taken.contains("item\(number)")
        line.group = "item\(number)"
        return [line, ContentLine("X-ABLabel", text: label, group: line.group)]
    }
}

extension ContentLine {
    /// What another program's card had and Kontor kept; nil for what Kontor writes itself.
    fileprivate init?(kept property: ForeignProperty) {
        guard
            let line = ContentLine(
                head: property.name + (property.parameters.isEmpty ? "" : ";" + property.parameters),
                value: property.value, line: 0),
            !["N", "BEGIN", "END", "VERSION", "PRODID", "REV", "UID", "FN"].contains(line.name)
        else { return nil }
        self = line
    }
}
