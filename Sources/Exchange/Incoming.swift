import Sales

/// Why a record of a file is not taken in.
struct Refused: Error {
    var reason: String
    /// A name in it of which there are several.
    var unclear: (kind: Kind, name: String)?
}

/// Whatever a file says about the record to which another belongs.
struct Link: Hashable, Sendable {
    var uid = ""
    /// The id that the other program gave to it.
    var external = ""
    var email = ""
    var name = ""

    var isEmpty: Bool { uid.isEmpty && external.isEmpty && email.isEmpty && name.isEmpty }
    /// As a person reads it; empty for an id alone.
    var called: String { name.isEmpty ? email : name }
}

/// One record as a file tells it, before it is known whether it is new.
struct Incoming<R: Record>: Sendable {
    /// The physical line, from 1; nil where a format has none.
    var line: Int?
    /// What needs no look into the store.
    var record = R()
    /// The fields, by their place in the table, about which the file says something.
    var fields: [Int] = []
    /// The lists about which the file says something.
    var lists: [Int] = []
    /// Where reference fields lead, by their place in the table.
    var links: [Int: Link] = [:]
    /// The people of a list of references, and the further parts of its rows.
    var people: [(link: Link, role: String)] = []
    /// Others whom it names, and who need not be here.
    var guests: [Guest] = []
    /// The id that the other program gave to it.
    var id: ExternalID?
    /// It comes from a file of ours: what it says is the whole truth, also where it says nothing.
    var isOwn = false
    /// Things to tell although the record is taken in.
    var remarks: [String] = []

    mutating func set(_ name: String, _ value: Value) {
        guard let index = R.fields.firstIndex(where: { $0.name == name }) else { return }
        R.fields[index].set(&record, value)
        if !fields.contains(index) { fields.append(index) }
    }

    /// Sets a text that is not empty.
    mutating func set(_ name: String, text: String) { if !text.isEmpty { set(name, .text(text)) } }
}
