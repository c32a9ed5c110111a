import PaneKit
import Sales
import Screen
import Storage
import Words

/// Adding and editing a contact or a company.
extension Office {
    func addContact(company: Int64? = nil) throws -> Step {
        var contact = Contact()
        contact.companyID = company
        return try contactForm(contact, title: say("New contact"), key: "new contact")
    }

    func editContact(_ id: Int64) throws -> Step {
        guard let contact = try read({ try $0.fetch(Contact.self, id) }) else { throw StoreError.notFound("c\(id)") }
        return try contactForm(contact, title: say("Edit \(contact.name)"), key: "edit c\(id)")
    }

    private func contactForm(_ old: Contact, title: String, key: String) throws -> Step {
        let isNew = old.id == 0
        let companyName = try old.companyID.flatMap { id in try read { try $0.fetch(Company.self, id)?.name } } ?? ""
        let phones = max(2, old.phones.count + (isNew ? 0 : 1))
        let emails = max(1, old.emails.count + (isNew ? 0 : 1))
        let form = Form(
            [
                .line("name", say("Name"), text: old.name, required: true) {
                    self.twinHint($0["name"], except: old.id)
                },
                .line("nickname", say("Also called"), text: old.nickname),
                .pick(
                    "company", say("Company"), text: companyName, value: old.companyID.map(String.init),
                    hint: pickHint("company", .company, makes: true)
                ) { self.completions(.company, $0) },
                .line("position", say("Position"), text: old.position),
            ]
                + (0..<phones).map { index in
                    FormField.line(
                        "phone\(index)", index == 0 ? say("Phone") : say("Phone \(index + 1)"),
                        text: old.phones.indices.contains(index) ? old.phones[index].number : ""
                    ) { self.reachHint($0["phone\(index)"], isPhone: true, except: old.id) }
                }
                + (0..<emails).map { index in
                    FormField.line(
                        "email\(index)", index == 0 ? say("E-mail") : say("E-mail \(index + 1)"),
                        text: old.emails.indices.contains(index) ? old.emails[index].address : ""
                    ) { self.reachHint($0["email\(index)"], isPhone: false, except: old.id) }
                }
                + [
                    .choice("status", say("Status"), Choices.status, value: old.status.rawValue, required: true),
                    .line("tier", say("Tier"), text: old.tier),
                    .line("city", say("City"), text: old.addresses.first?.city ?? ""),
                    .line("tags", say("Tags"), text: old.tags.joined(separator: ", ")) { _ in
                        StyledText(say("parted by commas"), .dim)
                    },
                    .check("quiet", say("Do not call"), isOn: old.doNotCall),
                    .area("about", say("About"), text: old.about, rows: 2),
                ])
        return self.form(title, key: key, form) { form in
            var new = old
            new.name = form["name"].trimmingSpaces()
            new.nickname = form["nickname"].trimmingSpaces()
            new.position = form["position"].trimmingSpaces()
            new.phones = (0..<phones).compactMap { index in
                let number = form["phone\(index)"].trimmingSpaces()
                let label = old.phones.indices.contains(index) ? old.phones[index].label : ""
                return number.isEmpty ? nil : Phone(number, label: label)
            }
            new.emails = (0..<emails).compactMap { index in
                let address = form["email\(index)"].trimmingSpaces()
                let label = old.emails.indices.contains(index) ? old.emails[index].label : ""
                return address.isEmpty ? nil : Email(address, label: label)
            }
            new.status = Status(rawValue: form["status"]) ?? .lead
            new.tier = form["tier"].trimmingSpaces()
            new.addresses = Office.addresses(old.addresses, city: form["city"])
            new.tags = Office.tags(form["tags"])
            new.doNotCall = form["quiet"] == "yes"
            new.about = form["about"]
            try self.save(from: old, to: new, at: \.companyID, company: self.company(form))
            return Office.done(isNew ? say("\(new.name) added") : say("\(new.name) saved"))
        }
    }

    func addCompany() throws -> Step { companyForm(Company(), title: say("New company"), key: "new company") }

    func editCompany(_ id: Int64) throws -> Step {
        guard let company = try read({ try $0.fetch(Company.self, id) }) else { throw StoreError.notFound("k\(id)") }
        return companyForm(company, title: say("Edit \(company.name)"), key: "edit k\(id)")
    }

    private func companyForm(_ old: Company, title: String, key: String) -> Step {
        let isNew = old.id == 0
        let form = Form([
            .line("name", say("Name"), text: old.name, required: true) { form in
                let twins = (try? self.read { try $0.ids(.company, named: form["name"].trimmingSpaces()) }) ?? []
                return twins.allSatisfy { $0 == old.id }
                    ? nil : StyledText(say("there is a company of that name"), .attention)
            },
            .line("nickname", say("Also called"), text: old.nickname),
            .line("industry", say("Industry"), text: old.industry),
            .line("tier", say("Tier"), text: old.tier),
            .line("phone", say("Phone"), text: old.phones.first?.number ?? ""),
            .line("email", say("E-mail"), text: old.emails.first?.address ?? ""),
            .line("website", say("Website"), text: old.website),
            .line("city", say("City"), text: old.addresses.first?.city ?? ""),
            .line("tags", say("Tags"), text: old.tags.joined(separator: ", ")) { _ in
                StyledText(say("parted by commas"), .dim)
            },
            .area("about", say("About"), text: old.about, rows: 2),
        ])
        return self.form(title, key: key, form) { form in
            var new = old
            new.name = form["name"].trimmingSpaces()
            new.nickname = form["nickname"].trimmingSpaces()
            new.industry = form["industry"].trimmingSpaces()
            new.tier = form["tier"].trimmingSpaces()
            new.website = form["website"].trimmingSpaces()
            let number = form["phone"].trimmingSpaces()
            new.phones =
                (number.isEmpty ? [] : [Phone(number, label: old.phones.first?.label ?? "")]) + old.phones.dropFirst()
            let address = form["email"].trimmingSpaces()
            new.emails =
                (address.isEmpty ? [] : [Email(address, label: old.emails.first?.label ?? "")]) + old.emails.dropFirst()
            new.addresses = Office.addresses(old.addresses, city: form["city"])
            new.tags = Office.tags(form["tags"])
            new.about = form["about"]
            if isNew {
                try self.act { try $0.add(new) }
            } else {
                try self.act { try $0.edit(from: old, to: new) }
            }
            return Office.done(isNew ? say("\(new.name) added") : say("\(new.name) saved"))
        }
    }

    // MARK: Hints and values

    /// Warns of somebody of the same name.
    private func twinHint(_ name: String, except id: Int64) -> StyledText? {
        let twins = (try? store.read { try $0.ids(.contact, named: name.trimmingSpaces()) }) ?? []
        return twins.contains { $0 != id } ? StyledText(say("there is somebody of that name"), .attention) : nil
    }

    /// Warns of somebody with the same number or address.
    private func reachHint(_ text: String, isPhone: Bool, except id: Int64) -> StyledText? {
        let text = text.trimmingSpaces()
        guard text.count >= 6 else { return nil }
        let owner: String? = try? store.read { transaction in
            let ids = try isPhone ? transaction.ids(.contact, phone: text) : transaction.ids(.contact, email: text)
            return try ids.first { $0 != id }.map { try transaction.title(of: Ref(.contact, $0)) }
        }
        return owner.map { StyledText(say("\($0) has it, too"), .attention) }
    }

    static func tags(_ text: String) -> [String] {
        var seen: Set<String> = []
        return text.split(whereSeparator: { ",，;；".contains($0) }).map { $0.trimmingSpaces() }
            .filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    static func addresses(_ old: [Address], city: String) -> [Address] {
        var addresses = old
        if addresses.isEmpty { addresses = [Address()] }
        addresses[0].city = city.trimmingSpaces()
        return addresses.filter { !$0.isEmpty || !$0.label.isEmpty }
    }
}
