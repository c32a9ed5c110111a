import Sales
import Storage

/// From the rows of the tables to companies and people.
extension Territory {
    func addCompanies() throws {
        for (number, row) in Table(companyTable).rows.enumerated() {
            var company = Company()
            company.name = row["name"]
            company.nickname = row["also"]
            company.tier = row["tier"]
            company.industry = row["industry"]
            company.employees = Int(row["staff"])
            company.website = "https://www." + row["domain"]
            company.createdAt = calendar.instant(calendar.past(340 + number % 60), number)
            company.phones = [Phone(row["phone"], label: "work")]
            company.emails = [Email("info@" + row["domain"], label: "work")]
            let parts = split(row["address"], at: ";")
            company.addresses = [
                Address(
                    label: "work", street: parts[0], city: parts[1], region: parts[2], postcode: parts[3],
                    country: parts[4])
            ]
            company.tags = row.list("tags")
            try transaction.insert(&company)
            companies[row["key"]] = company
        }
    }

    func addPeople() throws {
        let firstSeen = firstDays()
        for (number, row) in (Table(peopleEast).rows + Table(peopleWest).rows).enumerated() {
            var contact = Contact()
            contact.name = row["name"]
            (contact.givenName, contact.familyName) = nameParts(row["name"])
            contact.nickname = row["also"]
            contact.position = row["position"]
            contact.status = Status(rawValue: row["status"])!
            contact.tier = row["tier"]
            // Who has no story yet came in the last weeks.
            let day = firstSeen[row["key"]] ?? calendar.past(3 + number * 7 % 55)
            contact.createdAt = calendar.instant(calendar.past(calendar.today - day + 1), number)
            contact.phones = [Phone(row["mobile"], label: "mobile")]
            var domain = "mail.example"
            if !row["company"].isEmpty {
                let company = company(row["company"])
                contact.companyID = company.id
                contact.addresses = company.addresses
                domain = String(company.website.dropFirst("https://www.".count))
                if !row["ext"].isEmpty {
                    contact.phones.append(Phone(direct(company.phones[0].number, extension: row["ext"]), label: "work"))
                }
            }
            contact.emails = [Email("\(row["key"])@\(domain)", label: "work")]
            read(row.list("more"), into: &contact)
            try transaction.insert(&contact)
            contacts[row["key"]] = contact
        }
        try addRelations()
    }

    private func read(_ words: [String], into contact: inout Contact) {
        for word in words {
            let (verb, rest) = (word.prefix { $0 != " " }, word.drop { $0 != " " }.dropFirst())
            switch verb {
            case "every": contact.cadence = Int(rest)
            case "born": contact.birthday = String(rest)
            case "from": contact.source = String(rest)
            case "no": contact.doNotCall = true
            default:
                precondition(word.first == "#", "what is \(word)?")
                contact.tags.append(String(word.dropFirst()))
            }
        }
    }

    /// Who reports to whom.
    private func addRelations() throws {
        let pairs = [
            ("wang.wei", "liu.ming"), ("ouyang.xiu", "gao.yuan"), ("priya.nair", "ada.lovell"),
            ("ingrid.solheim", "nils.berg"), ("suzuki.aiko", "tanaka.hiroshi"), ("elena.ortiz", "grace.hopper"),
            ("akosua.boateng", "kofi.mensah"),
        ]
        for (contact, other) in pairs {
            let other = Ref(.contact, self.contact(other).id)
            try transaction.relate(self.contact(contact).id, "reports to", to: other)
        }
    }

    /// The day on which each contact is first heard of, in a story or in a deal.
    private func firstDays() -> [String: Day] {
        var days: [String: Day] = [:]
        func note(_ key: String, _ day: Day) { days[key] = min(day, days[key] ?? day) }
        for story in stories { for key in story.who { note(key, story.day) } }
        for row in dealRows {
            let start = DealStep(split(row["path"], at: " ")[0], calendar).day
            for person in row.list("people") { note(split(person, at: ":")[0], start) }
        }
        return days
    }

    /// A person's own number behind the company's, as the country writes it.
    private func direct(_ number: String, extension ext: String) -> String {
        if number.hasPrefix("+86") { return "\(number) 转 \(ext)" }
        if number.hasPrefix("+49"), let dash = number.lastIndex(of: "-") { return number[...dash] + ext }
        return "\(number) ext. \(ext)"
    }
}

/// Given and family name: Han names begin with the family's.
func nameParts(_ name: String) -> (given: String, family: String) {
    var words = split(name, at: " ").filter { $0 != "Dr." }
    let isHan = name.unicodeScalars.allSatisfy { $0.value >= 0x2E80 || $0 == " " }
    if isHan, words.count == 1 {
        let length = name.hasPrefix("欧阳") ? 2 : 1
        words = [String(name.prefix(length)), String(name.dropFirst(length))]
    }
    guard words.count > 1 else { return (name, "") }
    let rest = words.dropFirst().joined(separator: " ")
    return isHan ? (rest, words[0]) : (words[0], rest)
}
