import Formats
import Sales
import Storage
import Words

/// Whom the lines of a calendar mean: contacts that are here, and others by name.
extension CalendarIntake {
    struct People {
        /// Ids of contacts, each once.
        var contacts: [Int64] = []
        /// Those that are not here, as they are to be read.
        var others: [String] = []
    }

    /// Attendees and organizer. An organizer alone is the calendar itself.
    func people(_ component: CalendarComponent) throws -> People {
        var people = People()
        let attendees = component.all("ATTENDEE")
        for line in attendees + component.all("ORGANIZER") + component.all("CONTACT") {
            let type = line.values("CUTYPE").first?.uppercased()
            if type == "ROOM" || type == "RESOURCE" { continue }
            let hasDeclined = line.values("PARTSTAT").first?.uppercased() == "DECLINED"
            let (name, email) = CalendarIntake.who(line)
            if let id = try contact(line, name, email, isOwn: component.isOwn), !hasDeclined {
                if component.isOwn || !people.contacts.contains(id) { people.contacts.append(id) }
                continue
            }
            if attendees.isEmpty, line.name == "ORGANIZER" { continue }
            var shown = name.isEmpty || name == email ? email : email.isEmpty ? name : "\(name) <\(email)>"
            if hasDeclined { shown += say(" (declined)") }
            if !shown.isEmpty, !people.others.contains(shown) { people.others.append(shown) }
        }
        return people
    }

    private static func who(_ line: ContentLine) -> (name: String, email: String) {
        // CONTACT is a text; the others are addresses.
        if line.name == "CONTACT" { return (line.text.trimmingSpaces(), "") }
        var address = line.values("EMAIL").first ?? line.value.trimmingSpaces()
        if address.lowercased().hasPrefix("mailto:") { address = String(address.dropFirst(7)) }
        let name = (line.values("CN").first ?? "").trimmingSpaces()
        if address.contains("@") { return (name, address) }
        return (name.isEmpty && !address.contains(":") ? address : name, "")
    }

    /// The contact with that address, else the only one of that name.
    private func contact(_ line: ContentLine, _ name: String, _ email: String, isOwn: Bool) throws -> Int64? {
        let transaction = run.transaction
        if isOwn, let uid = line.values(CardExport.prefix + "UID").first,
            let id = try transaction.id(.contact, uid: uid)
        {
            return id
        }
        let mailed = email.isEmpty ? [] : try transaction.ids(.contact, email: email)
        if mailed.count == 1 { return mailed[0] }
        if name.isEmpty || name.contains("@") { return nil }
        let named = try run.finder.ids(.contact, named: name)
        // Of several with one address the one of that name.
        let both = mailed.isEmpty ? named : named.filter { mailed.contains($0) }
        return both.count == 1 ? both[0] : nil
    }
}
