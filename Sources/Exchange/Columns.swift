import Sales
import Words

/// What a file calls the fields of a record: the columns of CSV (`due on`, `phone 1 label`) and the members of JSON (`due_on`, `phones`).
enum Columns {
    /// The columns that are written for people and ignored on reading.
    static func derived(_ kind: Kind) -> [String] {
        switch kind {
        case .contact: ["last_contact", "last_attempt", "next_step"]
        case .company: ["last_contact", "next_step"]
        case .opportunity: ["next_step"]
        default: []
        }
    }

    /// The heading of a column that is always empty: it says when the table was exported, see `Transaction.revision`.
    static func heading(of revision: String) -> String { "revision " + revision }

    /// What such a heading says; nil for another one.
    static func revision(_ heading: String) -> String? {
        heading.hasPrefix("revision ") ? heading.dropFirst("revision ".count).trimmingSpaces() : nil
    }

    /// The headings of a table.
    ///
    /// - Parameter widths: how many rows of each list, in their order, the fullest record has.
    static func headings<R: Record>(_ type: R.Type, widths: [Int]) -> [String] {
        var headings = ["uid"]
        for field in R.fields { headings += names(field.heading, field.type) }
        for (list, width) in zip(R.lists, widths) {
            if list.name == "tag" {
                headings.append("tags")
                continue
            }
            for number in 1...max(1, width) {
                for part in list.parts { headings += names(heading(list, number, part), part.type) }
            }
        }
        return headings + derived(R.kind).map { $0.replacing("_", with: " ") }
    }

    /// `phone 1`, `phone 1 label`; the part of a list that is a reference alone has no word of its own: `attendee 1`.
    private static func heading<R: Record>(_ list: ListField<R>, _ number: Int, _ part: ListPart) -> String {
        list.name.replacing("_", with: " ") + " \(number)" + (part.name.isEmpty ? "" : " " + part.name)
    }

    /// A reference has two columns: the uid, by which it is read, and what a person calls it.
    private static func names(_ name: String, _ type: FieldType) -> [String] {
        if case .reference = type { [name + " uid", name] } else { [name] }
    }

    /// The member of a JSON object that holds the rows of a list: `phones`.
    static func member(_ list: String) -> String {
        if list.hasSuffix("y") { return list.dropLast() + "ies" }
        return list + (list.hasSuffix("s") ? "es" : "s")
    }

    /// The member for a part of a list's row: its own word, else the column, a reference without `_id`.
    static func member(_ part: ListPart) -> String {
        if case .reference = part.type { return String(part.column.dropLast(3)) }
        return part.name.isEmpty ? part.column : part.name
    }
}

/// Tags in one cell: parted by `;`, and a `;` or `\` inside a tag has a `\` before it.
enum TagCell {
    static func joined(_ tags: some Sequence<String>) -> String {
        tags.map { $0.escaping("\\", as: "\\\\").escaping(";", as: "\\;") }.joined(separator: ";")
    }

    static func split(_ cell: String) -> [String] {
        if cell.isEmpty { return [] }
        var tags: [String] = []
        var tag = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in cell.unicodeScalars {
            if !isEscaped, scalar == "\\" {
                isEscaped = true
            } else if !isEscaped, scalar == ";" {
                tags.append(String(tag))
                tag.removeAll()
            } else {
                if isEscaped, scalar != ";", scalar != "\\" { tag.append("\\") }
                tag.append(scalar)
                isEscaped = false
            }
        }
        if isEscaped { tag.append("\\") }
        return tags + [String(tag)]
    }
}

extension Kind {
    /// Whether what has these columns or members, as we write them, can be one: a relation is none without both ends, so that a list
    /// of people with their companies is not taken for one.
    func canBe(_ columns: Set<String>) -> Bool {
        func ends<R: Record>(_ type: R.Type) -> [String] {
            R.fields.filter { field in
                if case .reference = field.type { field.isRequired } else { false }
            }.map(\.name)
        }
        let plain = Set(columns.map(plainHeading))
        let ends = ends(self.type)
        return letter != nil
            || ends.allSatisfy { plain.contains(plainHeading($0)) || plain.contains(plainHeading($0 + "_uid")) }
    }
}
