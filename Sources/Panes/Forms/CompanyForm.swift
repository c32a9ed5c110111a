import PaneKit
import Sales
import Screen
import Storage
import Words

/// Adding and editing a company.
extension Office {
    func addCompany() throws -> Step { try companyForm(Company(), .newCompany, on: nil, title: say("New company")) }

    func editCompany(_ id: Int64) throws -> Step {
        guard let company = try read({ try $0.fetch(Company.self, id) }) else { throw StoreError.notFound("k\(id)") }
        return try companyForm(company, .edit, on: Ref(.company, id), title: say("Edit \(company.name)")) {
            try self.editCompany(id)
        }
    }

    private func companyForm(
        _ old: Company, _ name: FormName, on ref: Ref?, title: String, remake: (() throws -> Step)? = nil
    ) throws -> Step {
        let numbers = ReachFields("phone", say("Phone"), old.phones.map(\.labelled)) {
            self.phoneWarning($0, .company, except: old.id)
        }
        let addresses = ReachFields("email", say("E-mail"), old.emails.map(\.labelled)) {
            self.emailWarning($0, .company, except: old.id)
        }
        let place = old.addresses.first ?? Address()
        let main: [FormField] =
            [
                .line("name", say("Name"), text: old.name, required: true)
                    .warning(nameWarning("name", .company, except: old.id)),
                .line("nickname", say("Also called"), text: old.nickname),
                .suggesting("industry", say("Industry"), text: old.industry, completions: used(.industry)),
                .suggesting("tier", say("Tier"), text: old.tier, completions: used(.tier)),
            ] + numbers.fields + addresses.fields + [
                .line("website", say("Website"), text: old.website),
                .suggesting("city", say("City"), text: place.city, completions: used(.city)),
                tagsField(old.tags),
                .area("about", say("About"), text: old.about, rows: 2),
            ]
        let rare: [FormField] = [
            .more(say("More")),
            .line("street", say("Street"), text: place.street),
            .line("postcode", say("Postcode"), text: place.postcode),
            .line("country", say("Country"), text: place.country),
            .suggesting("source", say("Source"), text: old.source, completions: used(.source)),
            .line("employees", say("Employees"), text: old.employees.map(String.init) ?? ""),
        ]
        return try form(name, on: ref, title, Form(main + rare), remake: remake) { form in
            var new = old
            new.name = form["name"].trimmingSpaces()
            new.nickname = form["nickname"].trimmingSpaces()
            new.industry = form["industry"].trimmingSpaces()
            new.tier = form["tier"].trimmingSpaces()
            new.website = form["website"].trimmingSpaces()
            new.source = form["source"].trimmingSpaces()
            new.employees = try self.number(
                form, "employees", in: 0...1_000_000_000, say("A whole number of people."))
            new.phones = numbers.read(form, Labelled.number).map { Phone($0.text, label: $0.label) }
            new.emails = addresses.read(form, Labelled.address).map { Email($0.text, label: $0.label) }
            new.addresses = Office.addresses(old.addresses, form)
            new.tags = Office.tags(form)
            new.about = form["about"]
            try self.save(from: old, to: new)
            return Office.done(old.id == 0 ? say("\(new.name) added") : say("\(new.name) saved"))
        }
    }
}
