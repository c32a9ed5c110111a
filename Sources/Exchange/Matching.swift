import Sales
import Storage
import Words

/// Is the record here already? Without ids two people are the same when the name and a phone or e-mail agree, two companies
/// when the name agrees, two deals when name, company and close date do; never when a program gave them different ids.
extension ImportRun {
    /// The record that the file means.
    struct Match {
        var id: Int64
        /// By uid or by the other program's id, not by its looks.
        var isCertain: Bool
    }

    func match<R: Record>(_ incoming: Incoming<R>) throws -> Match? {
        let record = incoming.record
        if !record.uid.isEmpty, let id = try transaction.id(R.kind, uid: record.uid) {
            return Match(id: id, isCertain: true)
        }
        for external in externalIDs(incoming) {
            guard let id = try finder.id(R.kind, external: external.value, source: external.source) else { continue }
            if try ImportSource.isTrusted(external.source) || looksAlike(incoming, id) {
                return Match(id: id, isCertain: true)
            }
        }
        // No two views of a list have the same name.
        if let view = record as? SavedView, let kind = Kind(word: view.pane),
            let same = try transaction.savedView(view.name, of: kind)
        {
            return Match(id: same.id, isCertain: true)
        }
        if let view = record as? SavedView, view.pane == SavedView.importPane,
            let same = try transaction.mapping(view.name)
        {
            return Match(id: same.id, isCertain: true)
        }
        if !record.uid.isEmpty || options.mode == .add { return nil }
        return try alike(incoming).map { Match(id: $0, isCertain: false) }
    }

    func externalIDs<R: Record>(_ incoming: Incoming<R>) -> [ExternalID] {
        let list = R.lists.first { $0.name == "external_id" }
        let own = list?.get(incoming.record).map { ExternalID(source: $0[1].text ?? "", value: $0[0].text ?? "") } ?? []
        return (incoming.id.map { [$0] } ?? []) + own
    }

    /// Whether a number of an unknown list (`id` 1) means this record: other lists have a number 1, too.
    private func looksAlike<R: Record>(_ incoming: Incoming<R>, _ id: Int64) throws -> Bool {
        guard let here = try transaction.fetch(R.self, id) else { return false }
        if folded(here.title) == folded(incoming.record.title) { return true }
        guard let a = here as? Contact, let b = incoming.record as? Contact else { return false }
        return sharesAddress(a, b)
    }

    private func sharesAddress(_ a: Contact, _ b: Contact) -> Bool {
        a.emails.contains { one in b.emails.contains { folded($0.address) == folded(one.address) } }
            || a.phones.contains { one in
                b.phones.contains { PhoneDigits($0.number).isSame(as: PhoneDigits(one.number)) }
            }
    }

    private func alike<R: Record>(_ incoming: Incoming<R>) throws -> Int64? {
        let found: [Int64]
        switch incoming.record {
        case let contact as Contact: found = try people(like: contact, incoming)
        case let company as Company: found = try finder.ids(.company, named: company.name)
        case let deal as Opportunity: found = try deals(like: deal, incoming)
        case is Stage, is Outcome, is Reason: found = try finder.ids(R.kind, named: incoming.record.title)
        default:
            let links = try resolved(incoming, makes: false)
            if incoming.links.contains(where: { !$0.value.isEmpty && links[$0.key] == nil }) { return nil }
            var record = incoming.record
            for (index, id) in links { R.fields[index].set(&record, .integer(id)) }
            let fields = Set(incoming.fields).union(incoming.links.keys).sorted().map { R.fields[$0] }
                // Guests who are not here stand in the notes, until they are.
                .filter { incoming.guests.isEmpty || $0.name != "notes" }
            return try transaction.twin(of: record, in: fields)
        }
        let same = try found.filter { try !hasOtherID(incoming, $0) }
        if same.count > 1, R.kind == .company {
            throw Refused(
                reason: say(
                    "\(same.count, "company", "companies") are called \(incoming.record.title), so it is not clear which is meant"
                ))
        }
        return same.first
    }

    private func people<R: Record>(like contact: Contact, _ incoming: Incoming<R>) throws -> [Int64] {
        let name = folded(contact.name)
        func isNamed(_ id: Int64) throws -> Bool {
            try transaction.named(Ref(.contact, id)).map { folded($0.name) == name } ?? false
        }
        for email in contact.emails {
            let ids = try transaction.ids(.contact, email: email.address).filter(isNamed)
            if !ids.isEmpty { return ids }
        }
        for phone in contact.phones {
            let ids = try transaction.ids(.contact, phone: phone.number).filter(isNamed)
            if !ids.isEmpty { return ids }
        }
        if !contact.emails.isEmpty || !contact.phones.isEmpty { return [] }
        let company = try company(of: incoming)
        if company.isNew { return [] }
        return try finder.ids(.contact, named: contact.name).filter { id in
            guard let here = try transaction.fetch(Contact.self, id) else { return false }
            return here.companyID == company.id && here.emails.isEmpty && here.phones.isEmpty
        }
    }

    private func deals<R: Record>(like deal: Opportunity, _ incoming: Incoming<R>) throws -> [Int64] {
        let company = try company(of: incoming)
        if company.isNew { return [] }
        if company.id == nil, deal.closeOn == nil {
            return try finder.ids(.opportunity, named: deal.name).filter { id in
                guard let here = try transaction.fetch(Opportunity.self, id) else { return false }
                return here.companyID == nil && here.closeOn == nil
            }
        }
        let name = folded(deal.name)
        return try transaction.deals(of: company.id, closing: deal.closeOn).filter { folded($0.name) == name }.map(\.id)
    }

    /// The company that the file names, and whether there is none of that name yet.
    private func company<R: Record>(of incoming: Incoming<R>) throws -> (id: Int64?, isNew: Bool) {
        guard let index = R.fields.firstIndex(where: { $0.name == "company" }), let link = incoming.links[index],
            !link.isEmpty
        else { return (nil, false) }
        let id = try finder.find(.company, link, source: source)
        return (id, id == nil)
    }

    /// Whether the same program gave that record another id.
    private func hasOtherID<R: Record>(_ incoming: Incoming<R>, _ id: Int64) throws -> Bool {
        let ids = externalIDs(incoming)
        guard !ids.isEmpty, let list = R.lists.first(where: { $0.name == "external_id" }),
            let here = try transaction.fetch(R.self, id)
        else { return false }
        let isOfThisImport = touched[R.kind]?.contains(id) == true
        return list.get(here).contains { row in
            ids.contains {
                $0.source == row[1].text && $0.value != row[0].text
                    && (isOfThisImport || ImportSource.isTrusted($0.source))
            }
        }
    }
}

/// The programs whose ids are recognised.
enum ImportSource {
    /// For ids of a list that is not recognised.
    static let unknown = "import"

    /// Ids of unknown lists are small numbers that every list has.
    static func isTrusted(_ source: String) -> Bool { source != unknown }
}
