import PaneKit
import Sales
import Screen
import Storage
import Words

/// Adding and editing a contact.
extension Office {
    func addContact(company: Int64? = nil) throws -> Step {
        var contact = Contact()
        contact.companyID = company
        return try contactForm(
            contact, .newContact, on: company.map { Ref(.company, $0) }, title: say("New contact"))
    }

    func editContact(_ id: Int64) throws -> Step {
        guard let contact = try read({ try $0.fetch(Contact.self, id) }) else { throw StoreError.notFound("c\(id)") }
        return try contactForm(contact, .edit, on: Ref(.contact, id), title: say("Edit \(contact.name)")) {
            try self.editContact(id)
        }
    }

    private func contactForm(
        _ old: Contact, _ name: FormName, on ref: Ref?, title: String, remake: (() throws -> Step)? = nil
    ) throws -> Step {
        let companyName = try old.companyID.flatMap { id in try read { try $0.fetch(Company.self, id)?.name } } ?? ""
        let numbers = ReachFields("phone", say("Phone"), old.phones.map(\.labelled)) {
            self.phoneWarning($0, .contact, except: old.id)
        }
        let addresses = ReachFields("email", say("E-mail"), old.emails.map(\.labelled)) {
            self.emailWarning($0, .contact, except: old.id)
        }
        let place = old.addresses.first ?? Address()
        let (cadences, openCalls) = try read { transaction in
            (try transaction.fetchAll(Cadence.self), try transaction.openCallsCount(with: old.id))
        }
        let main: [FormField] =
            [
                .line("name", say(Contact.nameLabel), text: old.name, required: true)
                    .warning(nameWarning("name", .contact, except: old.id)),
                .pick(
                    "company", say("Company"), text: companyName, value: old.companyID.map(String.init),
                    hint: pickHint("company", .company), completions: records(.company)),
                .suggesting("position", say("Position"), text: old.position, completions: used(.position)),
            ] + numbers.fields + addresses.fields + [
                .choice("status", say("Status"), Choices.status, value: old.status.rawValue, required: true),
                .suggesting("tier", say("Tier"), text: old.tier, completions: used(.tier)),
                .suggesting("city", say("City"), text: place.city, completions: used(.city)),
                tagsField(old.tags), try relationsField(old.id),
                .area("about", say("About"), text: old.about, rows: 2),
            ]
        let rare: [FormField] = [
            .more(say("More")),
            .line("nickname", say("Also called"), text: old.nickname),
            .line("birthday", say("Birthday"), text: old.birthday ?? "") { _ in
                StyledText(say("1980-11-27, or 11-27"), .dim)
            },
            .suggesting("source", say("Source"), text: old.source, completions: used(.source)),
            .line("cadence", say("In touch"), text: old.cadence.map(String.init) ?? "") { form in
                guard let row = cadences.first(tier: form["tier"], tags: Office.tags(form)), row.days > 0 else {
                    return StyledText(say("every so many days"), .dim)
                }
                return StyledText(
                    say("empty: every \(row.days, "day", "days"), by \(row.title)"), .dim)
            },
            .line("department", say("Department"), text: old.department),
            .line("street", say("Street"), text: place.street),
            .line("postcode", say("Postcode"), text: place.postcode),
            .line("country", say("Country"), text: place.country),
            .line("website", say("Website"), text: old.website),
            .check("quiet", say("Do not call"), isOn: old.doNotCall).warning { form in
                guard form["quiet"] == "yes", !old.doNotCall, openCalls > 0 else { return nil }
                return .init(say("closes \(openCalls, "follow-up", "follow-ups") to call"))
            },
        ]
        return try form(name, on: ref, title, Form(main + rare), remake: remake) { form in
            var new = old
            new.name = form["name"].trimmingSpaces()
            new.nickname = form["nickname"].trimmingSpaces()
            new.position = form["position"].trimmingSpaces()
            new.department = form["department"].trimmingSpaces()
            new.phones = numbers.read(form, Labelled.number).map { Phone($0.text, label: $0.label) }
            new.emails = addresses.read(form, Labelled.address).map { Email($0.text, label: $0.label) }
            new.status = Status(rawValue: form["status"]) ?? .lead
            new.tier = form["tier"].trimmingSpaces()
            new.addresses = Office.addresses(old.addresses, form)
            new.tags = Office.tags(form)
            new.doNotCall = form["quiet"] == "yes"
            new.about = form["about"]
            new.source = form["source"].trimmingSpaces()
            new.website = form["website"].trimmingSpaces()
            new.birthday = try Office.birthday(form)
            new.cadence = try self.number(
                form, "cadence", in: 1...3650, say("A whole number of days, from 1 to 3650."))
            let company = try self.named(form, "company", .company)
            let relations = try form.changed.contains("relations") ? self.relations(form) : nil
            var closed = 0
            try self.save(from: old, to: new) { transaction, contact in
                contact.companyID = try transaction.company(company)
            } then: { transaction, saved in
                closed = transaction.closedCalls
                guard let relations else { return }
                let others = try relations.map { kind, who, _ in
                    Ref(
                        kind,
                        kind == .company
                            ? try transaction.company(who, field: "relations")!
                            : try transaction.contacts([who], company: saved.companyID, field: "relations")[0])
                }
                try transaction.setRelations(of: saved.id, to: zip(others, relations).map { ($0, $1.word) })
            }
            if closed > 0 {
                return Office.done(
                    say("\(new.name) saved, \(closed, "follow-up", "follow-ups") to call closed"))
            }
            return Office.done(old.id == 0 ? say("\(new.name) added") : say("\(new.name) saved"))
        }
    }

    // MARK: What contacts and companies share

    func tagsField(_ tags: [String]) -> FormField {
        .suggesting(
            "tags", say("Tags"), text: tags.joined(separator: ", "), isList: true,
            hint: { $0["tags"].isEmpty ? StyledText(say("parted by commas"), .dim) : nil }, completions: used(.tag))
    }

    static func tags(_ form: Form) -> [String] {
        var seen: Set<String> = []
        return form.pieces(of: "tags").filter { seen.insert($0).inserted }
    }

    /// The addresses with the fields of the form in the first one.
    static func addresses(_ old: [Address], _ form: Form) -> [Address] {
        var addresses = old
        if addresses.isEmpty { addresses = [Address()] }
        addresses[0].city = form["city"].trimmingSpaces()
        addresses[0].street = form["street"].trimmingSpaces()
        addresses[0].postcode = form["postcode"].trimmingSpaces()
        addresses[0].country = form["country"].trimmingSpaces()
        return addresses.filter { !$0.isEmpty || !$0.label.isEmpty }
    }

    /// `1980-11-27`, or `11-27` without the year.
    private static func birthday(_ form: Form) throws -> String? {
        let text = folded(form["birthday"])
        if text.isEmpty { return nil }
        let parts = text.split { !$0.isNumber }.compactMap { Int($0) }
        if parts.count == 3, let day = Day(parts[0], parts[1], parts[2]) { return day.description }
        if parts.count == 2, let day = Day(2000, parts[0], parts[1]) {
            return "--" + day.description.dropFirst(5)
        }
        throw FormError(field: "birthday", say("A date as 1980-11-27, or 11-27 without the year."))
    }
}

/// The fields of several numbers or addresses: the next one is there as soon as the one before is filled.
struct ReachFields {
    let fields: [FormField]
    private let id: String
    private let old: [Labelled]

    init(
        _ id: String, _ label: String, _ old: [Labelled],
        warning: (String) -> (Form) -> FormField.Warning?
    ) {
        self.id = id
        self.old = old
        fields = (0..<old.count + 3).map { index in
            let name = "\(id)\(index)"
            return FormField.line(
                name, index == 0 ? label : "\(label) \(index + 1)",
                text: old.indices.contains(index) ? old[index].typed : ""
            )
            .warning(warning(name))
            .shown { form in index == 0 || !form[name].isEmpty || !form["\(id)\(index - 1)"].isEmpty }
        }
    }

    /// What stands in them now; what was not touched stays as it was, also when it would be read in another way.
    func read(_ form: Form, _ parse: (String) -> Labelled) -> [Labelled] {
        fields.indices.compactMap { index in
            let name = "\(id)\(index)"
            if old.indices.contains(index), !form.changed.contains(name) { return old[index] }
            let parsed = parse(form[name])
            return parsed.text.isEmpty ? nil : parsed
        }
    }
}
