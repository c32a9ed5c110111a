import Sales
import Storage
import Words

/// Somebody whom a calendar names: a contact who is here, or a line in the notes.
struct Guest: Hashable, Sendable {
    var name = ""
    var email = ""
    /// Who calls the meeting, mostly the owner of the calendar: no guest unless a contact.
    var isHost = false

    /// As a person reads it.
    var shown: String { name.isEmpty || name == email ? email : email.isEmpty ? name : "\(name) <\(email)>" }

    /// What may stand round a name or an address.
    private static let marks = "<>()[]'\""

    /// The people of a cell: `Ada Lovell; Bob <bob@example.com>; eva@example.com`.
    static func all(in cell: String, isHost: Bool) -> [Guest] {
        cell.split { ";；\n".contains($0) }.compactMap { text in
            let email = text.split { " ,，".contains($0) || marks.contains($0) }.first { $0.contains("@") }
            var name = email.map { text.replacing($0, with: "") } ?? text
            while let last = name.last, last.isWhitespace || marks.contains(last) { name.removeLast() }
            name = name.drop { $0.isWhitespace || marks.contains($0) }
            let guest = Guest(name: String(name), email: email.map { String($0) } ?? "", isHost: isHost)
            return guest.shown.isEmpty ? nil : guest
        }
    }
}

extension ImportRun {
    /// The contact with that address, else the only one of that name.
    func contact(_ guest: Guest) throws -> Int64? {
        let mailed = guest.email.isEmpty ? [] : try transaction.ids(.contact, email: guest.email)
        if mailed.count == 1 { return mailed[0] }
        if guest.name.isEmpty || guest.name.contains("@") { return nil }
        var named = try finder.ids(.contact, named: guest.name)
        let parts = guest.name.split(separator: ",")
        if named.isEmpty, parts.count == 2 {
            // Lovell, Ada
            named = try finder.ids(.contact, named: parts[1].trimmingSpaces() + " " + parts[0].trimmingSpaces())
        }
        // Of several with one address the one of that name.
        let both = mailed.isEmpty ? named : named.filter { mailed.contains($0) }
        return both.count == 1 ? both[0] : nil
    }

    /// Makes those of a meeting's guests who are here its attendees; the others stand in its notes.
    func seat<R: Record>(_ incoming: inout Incoming<R>) throws {
        guard !incoming.guests.isEmpty, let list = R.lists.firstIndex(where: { $0.name == "attendee" }) else { return }
        var rows = R.lists[list].get(incoming.record)
        var others: [String] = []
        for guest in incoming.guests {
            if let id = try contact(guest) {
                if !rows.contains([.integer(id)]) { rows.append([.integer(id)]) }
            } else if !guest.isHost, !others.contains(guest.shown) {
                others.append(guest.shown)
            }
        }
        R.lists[list].set(&incoming.record, rows)
        if !incoming.lists.contains(list) { incoming.lists.append(list) }
        if others.isEmpty { return }
        let notes = R.field("notes")?.get(incoming.record).text ?? ""
        let line = say("With: \(others.joined(separator: ", "))")
        incoming.set("notes", .text(notes.isEmpty ? line : notes + "\n\n" + line))
    }
}
