import Formats
import Sales
import Storage
import Words

/// Records as people and programs read them: fields by their labels, or as JSON in the words of the files.
final class RecordText {
    private let transaction: Transaction
    private let office: Office
    private var names: [Ref: (uid: String, name: String)] = [:]

    init(_ transaction: Transaction, _ office: Office) {
        self.transaction = transaction
        self.office = office
    }

    /// `2026-11-27 10:00`, in the clock's zone: a column of these sorts itself.
    static func iso(_ instant: Instant, _ office: Office) -> String {
        let zone = office.clock.zone
        return "\(zone.day(of: instant)) \(zone.time(of: instant))"
    }

    // MARK: For people

    /// The value of a field; empty when there is none.
    func shown<R: Record>(_ field: Field<R>, of record: R) throws -> String {
        try shown(field.get(record), field.type, currency(of: record))
    }

    /// The rows of a list, each as `+49 30 1 (work)`.
    func shown<R: Record>(_ list: ListField<R>, of record: R) throws -> [String] {
        try list.get(record).map { row in
            let parts = try zip(row, list.parts).map { (part: $1, text: try shown($0, $1.type, "")) }.filter {
                !$0.text.isEmpty
            }
            let notes = parts.filter { ["label", "source", "parameters", "name"].contains($0.part.name) }.map(\.text)
            let values = parts.filter { !["label", "source", "parameters", "name"].contains($0.part.name) }.map(\.text)
            return values.joined(separator: ", ") + (notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))")
        }
    }

    private func shown(_ value: Value, _ type: FieldType, _ currency: String) throws -> String {
        switch (type, value) {
        case (_, .null): return ""
        case (.reference(let kind), .integer(let id)):
            let ref = Ref(kind, id)
            let name = try named(ref).name
            return kind.letter == nil ? name : "\(ref) \(name)"
        case (.day, .text(let text)): return Day(text).map { office.format.full($0) } ?? text
        case (.instant, .text(let text)): return Instant(text).map { office.format.full($0) } ?? text
        case (.money, .integer(let minor)): return Money(minor: minor, currency: currency).description
        default: return type.text(of: value, currency: currency)
        }
    }

    // MARK: For programs

    /// All that is known of a record, the members named as in files, its short id in front.
    func json(_ ref: Ref) throws -> JSON {
        func json<R: Record>(_ type: R.Type) throws -> JSON {
            guard let record = try transaction.fetch(R.self, ref.id) else { throw StoreError.notFound("\(ref)") }
            return .object([JSON.Member("ref", .string("\(ref)"))] + (try members(record)))
        }
        return try json(ref.kind.type)
    }

    private func members<R: Record>(_ record: R) throws -> [JSON.Member] {
        let currency = currency(of: record)
        let fields = try R.fields.flatMap { try members($0.name, $0.get(record), $0.type, currency) }
        let lists = try R.lists.map { list in
            JSON.Member(
                Self.plural(list.name),
                .array(
                    try list.get(record).map { row in
                        if list.name == "tag" { return .string(row[0].text ?? "") }
                        return .object(
                            try zip(row, list.parts).flatMap { value, part in
                                try members(Self.member(part), value, part.type, currency)
                            })
                    }))
        }
        return [JSON.Member("uid", .string(record.uid))] + fields + lists
    }

    private func members(_ name: String, _ value: Value, _ type: FieldType, _ currency: String) throws -> [JSON.Member]
    {
        switch (type, value) {
        case (.reference(let kind), .integer(let id)):
            let named = try named(Ref(kind, id))
            return [JSON.Member(name + "_uid", .string(named.uid)), JSON.Member(name, .string(named.name))]
        case (.reference, _): return [JSON.Member(name + "_uid", .null), JSON.Member(name, .null)]
        case (_, .null): return [JSON.Member(name, .null)]
        case (.flag, .integer(let number)): return [JSON.Member(name, .bool(number == 1))]
        case (.money, .integer), (_, .integer):
            return [JSON.Member(name, .number(type.text(of: value, currency: currency)))]
        case (_, .text(let text)): return [JSON.Member(name, .string(text))]
        }
    }

    private static func plural(_ list: String) -> String {
        if list.hasSuffix("y") { return list.dropLast() + "ies" }
        return list + (list.hasSuffix("s") ? "es" : "s")
    }

    private static func member(_ part: ListPart) -> String {
        if case .reference = part.type { return String(part.column.dropLast(3)) }
        return part.name.isEmpty ? part.column : part.name
    }

    private func currency<R: Record>(of record: R) -> String {
        R.field("currency")?.get(record).text ?? Opportunity().currency
    }

    /// The uid and name of a record that another one refers to; remembered, as many refer to the same.
    private func named(_ ref: Ref) throws -> (uid: String, name: String) {
        if let known = names[ref] { return known }
        let named = (uid: try transaction.uid(ref.kind, id: ref.id) ?? "", name: try transaction.title(of: ref))
        if names.count >= 10_000 { names = [:] }
        names[ref] = named
        return named
    }
}
