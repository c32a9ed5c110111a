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
            let guest = CalendarIntake.guest(line)
            if let id = try contact(line, guest, isOwn: component.isOwn), !hasDeclined {
                if component.isOwn || !people.contacts.contains(id) { people.contacts.append(id) }
                continue
            }
            if attendees.isEmpty, line.name == "ORGANIZER" { continue }
            var shown = guest.shown
            if hasDeclined { shown += say(" (declined)") }
            if !shown.isEmpty, !people.others.contains(shown) { people.others.append(shown) }
        }
        return people
    }

    private static func guest(_ line: ContentLine) -> Guest {
        // CONTACT is a text; the others are addresses.
        if line.name == "CONTACT" { return Guest(name: line.text.trimmingSpaces()) }
        var address = line.values("EMAIL").first ?? line.value.trimmingSpaces()
        if address.lowercased().hasPrefix("mailto:") { address = String(address.dropFirst(7)) }
        let name = (line.values("CN").first ?? "").trimmingSpaces()
        if address.contains("@") { return Guest(name: name, email: address) }
        return Guest(name: name.isEmpty && !address.contains(":") ? address : name)
    }

    private func contact(_ line: ContentLine, _ guest: Guest, isOwn: Bool) throws -> Int64? {
        if isOwn, let uid = line.values(CardExport.prefix + "UID").first,
            let id = try run.transaction.id(.contact, uid: uid)
        {
            return id
        }
        return try run.contact(guest)
    }
}
