import Exchange
import Formats
import Sales
import Storage
import Words

/// Records as people and programs read them: fields by their labels, or as JSON in the words of the files.
final class RecordText {
    private let transaction: Transaction
    private let errand: Errand

    init(_ transaction: Transaction, _ errand: Errand) {
        self.transaction = transaction
        self.errand = errand
    }

    /// `2026-11-27 10:00`, in the clock's zone: a column of these sorts itself.
    static func iso(_ instant: Instant, _ errand: Errand) -> String {
        let zone = errand.clock.zone
        return "\(zone.day(of: instant)) \(zone.time(of: instant))"
    }

    // MARK: For people

    /// The value of a field; empty when there is none.
    func shown<R: Record>(_ field: Field<R>, of record: R) throws -> String {
        if let followUp = record as? FollowUp, field.name == "repeat" {
            return followUp.recurrence?.words ?? followUp.repeat
        }
        return try shown(field.get(record), field.type, currency(of: record))
    }

    /// The rows of a list, each as `+49 30 1 (work)`.
    func shown<R: Record>(_ list: ListField<R>, of record: R) throws -> [String] {
        if list.name == "alarm" {
            return list.get(record).compactMap { $0.first?.integer }.map { say("\(AlarmWords.text([Int($0)])) before") }
        }
        return try list.get(record).map { row in
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
            let name = try transaction.title(of: ref)
            return kind.letter == nil ? name : "\(ref) \(name)"
        case (.day, .text(let text)): return Day(text).map { errand.format.full($0) } ?? text
        case (.instant, .text(let text)): return Instant(text).map { errand.format.full($0) } ?? text
        case (.money, .integer(let minor)): return Money(minor: minor, currency: currency).description
        case (.flag, .integer(let number)): return number == 1 ? say("yes") : say("no")
        case (.choice, .text(let word)): return say("\(word)")
        default: return type.text(of: value, currency: currency)
        }
    }

    // MARK: For programs

    /// All that is known of a record, as a file has it, its short id in front.
    func json(_ ref: Ref) throws -> JSON {
        func json<R: Record>(_ type: R.Type) throws -> JSON {
            guard let record = try transaction.fetch(R.self, ref.id) else { throw StoreError.notFound("\(ref)") }
            var rows = RecordRows<R>(transaction)
            try rows.prepare([record])
            return .object([JSON.Member("ref", .string("\(ref)"))] + (rows.object(record).members ?? []))
        }
        return try json(ref.kind.type)
    }

    private func currency<R: Record>(of record: R) -> String {
        R.field("currency")?.get(record).text ?? Settings.current.currency
    }
}
