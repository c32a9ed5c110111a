/// A value of JSON (RFC 8259). Numbers keep their text, so that none is changed; members keep their order.

package enum JSON: Sendable, Equatable {
    case null
    case bool(Bool)
    /// As written: `-0`, `1E400` and 30 digits stay what they are.
    case number(String)
    case string(String)
    case array([JSON])
    /// A name may stand twice; `subscript` gives the last, as most readers do.
    case object([Member])

    package struct Member: Sendable, Equatable {
        package var name: String
        package var value: JSON

        package init(_ name: String, _ value: JSON) {
            self.name = name
            self.value = value
        }

        // Names are compared as scalars: é in one piece and é in two are different names in a file.
        package static func == (a: Self, b: Self) -> Bool { a.name.isSame(b.name) && a.value == b.value }
    }

    /// The member of an object; nil for other values.
    package subscript(_ name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.name.isSame(name) }?.value
    }

    package var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// Nil for fractions and for numbers outside of Int.
    package var int: Int? {
        if case .number(let text) = self { Int(text) } else { nil }
    }

    package var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    package var array: [JSON]? {
        if case .array(let values) = self { values } else { nil }
    }

    package var members: [Member]? {
        if case .object(let members) = self { members } else { nil }
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByNilLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(stringLiteral text: String) { self = .string(text) }
    package init(integerLiteral number: Int) { self = .number(String(number)) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(nilLiteral: ()) { self = .null }
    package init(arrayLiteral values: JSON...) { self = .array(values) }
    package init(dictionaryLiteral members: (String, JSON)...) { self = .object(members.map { Member($0, $1) }) }
}

extension String {
    /// Equal scalar by scalar, where `==` also holds for canonically equivalent texts.
    fileprivate func isSame(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
