package import Words

/// What a field holds, as the file's three storage classes: nothing, a whole number, a text.
package enum Value: Hashable, Sendable {
    case null
    case integer(Int64)
    case text(String)

    package var text: String? { if case .text(let text) = self { text } else { nil } }
    package var integer: Int64? { if case .integer(let number) = self { number } else { nil } }
    package var isNull: Bool { self == .null }
}

/// How the value of a field is written and what it may be.
package enum FieldType: Sendable, Hashable {
    /// One line.
    case text
    /// Several lines.
    case longText
    case integer(ClosedRange<Int64>)
    /// Yes or no, stored as 1 or 0.
    case flag
    case choice([String])
    /// `YYYY-MM-DD`.
    case day
    /// `YYYY-MM-DD`, or `--MM-DD` when the year is not known.
    case birthday
    /// `YYYY-MM-DDTHH:MM:SSZ`.
    case instant
    /// Minor units of the record's own `currency`.
    case money
    /// Hundredths of a percent, from 0 to 10000.
    case percent
    /// The id of a record of that kind; in files its uid.
    case reference(Kind)
}

/// One property of a record: its word in SQL, commands and files, its label on the screen, its type, and the way to it.
/// The table of these drives storage, forms, lists, files, `set` and filter terms.
package struct Field<R: Sendable>: Sendable {
    /// The word, in lower case with `_` between words. The column of a reference is this and `_id`.
    package let name: String
    /// The label on the screen.
    package let label: Phrase
    package let type: FieldType
    /// Whether a record may not be without it.
    package let isRequired: Bool
    package let get: @Sendable (R) -> Value
    package let set: @Sendable (inout R, Value) -> Void

    /// The column in the table.
    package var column: String { if case .reference = type { name + "_id" } else { name } }
    /// The word in the heading of a CSV file: `due on`.
    package var heading: String { name.replacing("_", with: " ") }
}

package typealias Path<R, V> = any WritableKeyPath<R, V> & Sendable

// Always inlined, so that the path of a field is known where its closures are made: followed at run time it costs more than the value.
extension Field {
    @inline(__always) static func text(
        _ name: String, _ label: Phrase, _ path: Path<R, String>, required: Bool = false, long: Bool = false
    )
        -> Field
    {
        Field(
            name: name, label: label, type: long ? .longText : .text, isRequired: required,
            get: { .text($0[keyPath: path]) }, set: { $0[keyPath: path] = $1.text ?? "" })
    }

    @inline(__always) static func choice<C: RawRepresentable<String> & CaseIterable & SendableMetatype>(
        _ name: String, _ label: Phrase, _ path: Path<R, C>
    )
        -> Field
    {
        Field(
            name: name, label: label, type: .choice(C.allCases.map(\.rawValue)), isRequired: true,
            get: { .text($0[keyPath: path].rawValue) },
            set: { record, value in
                if let choice = value.text.flatMap({ C(rawValue: $0) }) { record[keyPath: path] = choice }
            })
    }

    @inline(__always) static func flag(_ name: String, _ label: Phrase, _ path: Path<R, Bool>) -> Field {
        Field(
            name: name, label: label, type: .flag, isRequired: true,
            get: { .integer($0[keyPath: path] ? 1 : 0) }, set: { $0[keyPath: path] = $1.integer == 1 })
    }

    @inline(__always) static func integer(
        _ name: String, _ label: Phrase, _ range: ClosedRange<Int64>, _ path: Path<R, Int?>
    ) -> Field {
        Field(
            name: name, label: label, type: .integer(range), isRequired: false,
            get: { $0[keyPath: path].map { .integer(Int64($0)) } ?? .null },
            set: { $0[keyPath: path] = $1.integer.map { Int($0) } })
    }

    @inline(__always) static func number(
        _ name: String, _ label: Phrase, _ range: ClosedRange<Int64>, _ path: Path<R, Int>
    ) -> Field {
        Field(
            name: name, label: label, type: .integer(range), isRequired: true,
            get: { .integer(Int64($0[keyPath: path])) }, set: { $0[keyPath: path] = Int($1.integer ?? 0) })
    }

    @inline(__always) static func money(_ name: String, _ label: Phrase, _ path: Path<R, Int64?>) -> Field {
        Field(
            name: name, label: label, type: .money, isRequired: false,
            get: { $0[keyPath: path].map { .integer($0) } ?? .null }, set: { $0[keyPath: path] = $1.integer })
    }

    @inline(__always) static func percent(_ name: String, _ label: Phrase, _ path: Path<R, Int>) -> Field {
        Field(
            name: name, label: label, type: .percent, isRequired: true,
            get: { .integer(Int64($0[keyPath: path])) }, set: { $0[keyPath: path] = Int($1.integer ?? 0) })
    }

    @inline(__always) static func day(_ name: String, _ label: Phrase, _ path: Path<R, Day?>) -> Field {
        Field(
            name: name, label: label, type: .day, isRequired: false,
            get: { $0[keyPath: path].map { .text($0.description) } ?? .null },
            set: { $0[keyPath: path] = $1.text.flatMap { Day($0) } })
    }

    @inline(__always) static func requiredDay(_ name: String, _ label: Phrase, _ path: Path<R, Day>) -> Field {
        Field(
            name: name, label: label, type: .day, isRequired: true,
            get: { .text($0[keyPath: path].description) },
            set: { record, value in if let day = value.text.flatMap({ Day($0) }) { record[keyPath: path] = day } })
    }

    @inline(__always) static func instant(_ name: String, _ label: Phrase, _ path: Path<R, Instant?>) -> Field {
        Field(
            name: name, label: label, type: .instant, isRequired: false,
            get: { $0[keyPath: path].map { .text($0.description) } ?? .null },
            set: { $0[keyPath: path] = $1.text.flatMap { Instant($0) } })
    }

    @inline(__always) static func requiredInstant(_ name: String, _ label: Phrase, _ path: Path<R, Instant>) -> Field {
        Field(
            name: name, label: label, type: .instant, isRequired: true,
            get: { .text($0[keyPath: path].description) },
            set: { record, value in if let at = value.text.flatMap({ Instant($0) }) { record[keyPath: path] = at } })
    }

    @inline(__always) static func reference(_ name: String, _ label: Phrase, _ kind: Kind, _ path: Path<R, Int64?>)
        -> Field
    {
        Field(
            name: name, label: label, type: .reference(kind), isRequired: false,
            get: { $0[keyPath: path].map { .integer($0) } ?? .null }, set: { $0[keyPath: path] = $1.integer })
    }

    @inline(__always) static func requiredReference(
        _ name: String, _ label: Phrase, _ kind: Kind, _ path: Path<R, Int64>
    ) -> Field {
        Field(
            name: name, label: label, type: .reference(kind), isRequired: true,
            get: { $0[keyPath: path] == 0 ? .null : .integer($0[keyPath: path]) },
            set: { $0[keyPath: path] = $1.integer ?? 0 })
    }

    @inline(__always) static func birthday(_ name: String, _ label: Phrase, _ path: Path<R, String?>) -> Field {
        Field(
            name: name, label: label, type: .birthday, isRequired: false,
            get: { $0[keyPath: path].map { .text($0) } ?? .null }, set: { $0[keyPath: path] = $1.text })
    }
}

/// Several values of one record that are rows of a table of their own: phones, e-mails, attendees.
package struct ListField<R: Sendable>: Sendable {
    /// The word for one: `phone`; in CSV its columns are `phone 1`, `phone 1 label`. The table of the rows, too.
    package let name: String
    package let label: Phrase
    /// What one row holds, in order.
    package let parts: [ListPart]
    package let get: @Sendable (R) -> [[Value]]
    package let set: @Sendable (inout R, [[Value]]) -> Void
}

/// One column of the rows of a list.
package struct ListPart: Sendable {
    /// The word behind the list's own in a heading; empty for the value itself (`phone 1`).
    package let name: String
    package let column: String
    package let type: FieldType
}

/// Something with an identity that a salesperson keeps.
package protocol Record: Sendable, Equatable {
    static var kind: Kind { get }
    static var fields: [Field<Self>] { get }
    static var lists: [ListField<Self>] { get }
    init()
    /// The number in this file, for short references and the journal; 0 before it is stored.
    var id: Int64 { get set }
    /// The identity in every file, for ever. Given by the store when empty.
    var uid: String { get set }
    /// What a person calls it.
    var title: String { get }
}

extension Record {
    package static var lists: [ListField<Self>] { [] }

    package static func field(_ name: String) -> Field<Self>? { fields.first { $0.name == name } }
}
