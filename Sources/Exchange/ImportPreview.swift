package import Sales
import Words

/// One record of a file as it would be, for a person to look at before it is brought in.
package struct ImportPreview: Codable, Hashable, Sendable {
    package enum Fate: String, Codable, Sendable { case new, changed, unchanged, skipped, refused }

    package struct Line: Codable, Hashable, Sendable {
        package var heading: String
        package var text: String
        /// What stands there now; nil for a record that is new.
        package var before: String?

        package init(heading: String, text: String, before: String? = nil) {
            (self.heading, self.text, self.before) = (heading, text, before)
        }
    }

    /// So many are kept.
    package static let most = 300

    package var fate: Fate
    package var kind: Kind
    package var line: Int?
    package var title: String
    /// The fields of which the file says something; of a record that is here, those that change.
    package var lines: [Line] = []
    /// Why it is skipped or refused.
    package var reason = ""
}

/// What an import tells to the screen that has started it as a child.
package struct ImportSummary: Codable, Sendable {
    package var counts = ImportCounts()
    package var sentences: [String] = []
    /// Those of them that say no more than `counts`.
    package var counted: [String] = []
    package var previews: [ImportPreview] = []
    /// The names that lead to no record here, and what is said of them.
    package var unknown: [UnknownName] = []
    package var ofNames: [String] = []

    package struct ImportCounts: Codable, Sendable {
        package var read = 0, new = 0, changed = 0, unchanged = 0, skipped = 0, refused = 0
        /// Fields that were changed both here and in the file.
        package var conflicts = 0
    }

    package init(_ report: ImportReport, _ sentences: [String], counted: [String]) {
        let total = report.total
        counts = ImportCounts(
            read: total.read, new: total.imported, changed: total.updated, unchanged: total.unchanged,
            skipped: total.skipped, refused: total.refused, conflicts: report.conflictCount)
        self.sentences = sentences
        self.counted = counted
        previews = report.previews
        unknown = report.unknown
        ofNames = report.sentences(ofNames: 10)
    }
}

extension ImportPreview {
    /// How values are said to a person.
    struct Saying {
        let zone: Zone
        let named: (Kind, Int64) -> String

        func text<R: Record>(_ value: Value, _ type: FieldType, of record: R) -> String {
            switch (type, value) {
            case (_, .null): ""
            case (.reference(let kind), .integer(let id)): named(kind, id)
            case (.money, .integer(let minor)):
                Money(minor: minor, currency: R.field("currency")?.get(record).text ?? "USD").description
            case (.percent, .integer(let hundredths)): Percent.text(hundredths) + "%"
            case (.flag, .integer(let number)): number == 1 ? say("yes") : say("no")
            case (.instant, .text(let text)):
                Instant(text).map { "\(zone.day(of: $0)) \(zone.time(of: $0))" } ?? text
            case (_, .integer(let number)): String(number)
            case (_, .text(let text)): text
            }
        }

        /// A row of a list in a line: `+44 20 7946 0958, work`.
        func row<R: Record>(_ row: [Value], of list: ListField<R>) -> String {
            if list.name == "alarm" { return AlarmWords.text(row.compactMap { $0.integer.map { Int($0) } }) }
            return zip(row, list.parts).compactMap { value, part -> String? in
                switch value {
                case .text(let text): text.isEmpty ? nil : text
                case .integer(let number):
                    if case .reference(let kind) = part.type { named(kind, number) } else { String(number) }
                case .null: nil
                }
            }.joined(separator: ", ")
        }
    }

    /// A record that is new: all that it would hold.
    init<R: Record>(new record: R, _ incoming: Incoming<R>, _ saying: Saying) {
        self.init(fate: .new, kind: R.kind, line: incoming.line, title: record.title)
        for (index, field) in R.fields.enumerated() where field.name != "zone" {
            if let link = incoming.links[index], !link.isEmpty {
                let text = [link.name, link.email, link.external, link.uid].first { !$0.isEmpty } ?? ""
                lines.append(Line(heading: field.heading, text: text))
            } else if incoming.fields.contains(index) {
                add(field.heading, saying.text(field.get(record), field.type, of: record))
            }
        }
        for list in R.lists where list.name != "external_id" {
            for row in list.get(record) { add(list.name, saying.row(row, of: list)) }
        }
    }

    /// A record that is here: what would change.
    init<R: Record>(from here: R, to new: R, line: Int?, _ saying: Saying) {
        self.init(fate: .changed, kind: R.kind, line: line, title: new.title)
        for field in R.fields where field.get(here) != field.get(new) {
            func text(_ record: R) -> String { saying.text(field.get(record), field.type, of: record) }
            lines.append(Line(heading: field.heading, text: text(new), before: text(here)))
        }
        for list in R.lists {
            let (before, after) = (list.get(here), list.get(new))
            let name = list.name.replacing("_", with: " ")
            for row in after where !before.contains(row) {
                lines.append(Line(heading: name, text: saying.row(row, of: list), before: ""))
            }
            for row in before where !after.contains(row) {
                lines.append(Line(heading: name, text: "", before: saying.row(row, of: list)))
            }
        }
    }

    private mutating func add(_ heading: String, _ text: String) {
        if !text.isEmpty { lines.append(Line(heading: heading, text: text)) }
    }
}
