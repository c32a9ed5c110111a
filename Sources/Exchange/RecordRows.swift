package import Formats
package import Sales
package import Storage

/// Records as JSON objects.
package struct RecordRows<R: Sales.Record> {
    private let transaction: Transaction
    private let derived = Columns.derived(R.kind)
    private let currency = R.field("currency")
    /// Those to which the records at hand lead.
    private var names: [Kind: [Int64: (uid: String, name: String)]] = [:]
    /// What is derived of the records at hand.
    private var values: [Int64: [String]] = [:]

    package init(_ transaction: Transaction) { self.transaction = transaction }

    /// Looks up at once what is said about these records beside themselves. Must come before they are written.
    package mutating func prepare(_ records: [R]) throws {
        var wanted: [Kind: Set<Int64>] = [:]
        for field in R.fields {
            guard case .reference(let kind) = field.type else { continue }
            for record in records { if let id = field.get(record).integer { wanted[kind, default: []].insert(id) } }
        }
        for list in R.lists {
            for (index, part) in list.parts.enumerated() {
                guard case .reference(let kind) = part.type else { continue }
                for record in records {
                    for row in list.get(record) {
                        if let id = row[index].integer { wanted[kind, default: []].insert(id) }
                    }
                }
            }
        }
        names = [:]
        for (kind, ids) in wanted { names[kind] = try transaction.named(kind, ids) }
        if !derived.isEmpty { values = try transaction.derived(derived, of: R.kind, records.map(\.id)) }
    }

    package func object(_ record: R) -> JSON {
        var members = [JSON.Member("uid", .string(record.uid))]
        let currency = currency?.get(record).text ?? ""
        for field in R.fields { append(field.get(record), field.name, field.type, currency, to: &members) }
        for list in R.lists {
            var rows: [JSON] = []
            for row in list.get(record) {
                if list.name == "tag" {
                    rows.append(.string(row[0].text ?? ""))
                    continue
                }
                var parts: [JSON.Member] = []
                for (index, part) in list.parts.enumerated() {
                    append(row[index], Columns.member(part), part.type, currency, to: &parts)
                }
                rows.append(.object(parts))
            }
            members.append(JSON.Member(Columns.member(list.name), .array(rows)))
        }
        if !derived.isEmpty {
            members += zip(derived, values[record.id] ?? derived.map { _ in "" }).map {
                JSON.Member($0, $1.isEmpty ? .null : .string($1))
            }
        }
        return .object(members)
    }

    private func append(
        _ value: Value, _ name: String, _ type: FieldType, _ currency: String, to members: inout [JSON.Member]
    ) {
        switch (type, value) {
        case (.reference(let kind), _):
            let named = value.integer.flatMap { names[kind]?[$0] }
            members.append(JSON.Member(name + "_uid", named.map { .string($0.uid) } ?? .null))
            members.append(JSON.Member(name, named.map { .string($0.name) } ?? .null))
        case (.flag, .integer(let number)): members.append(JSON.Member(name, .bool(number == 1)))
        case (.money, .integer(let minor)):
            members.append(JSON.Member(name, .number(Money(minor: minor, currency: currency).decimal)))
        case (.percent, .integer(let hundredths)):
            members.append(JSON.Member(name, .number(Percent.text(hundredths))))
        case (_, .integer(let number)): members.append(JSON.Member(name, .number(String(number))))
        case (_, .text(let text)): members.append(JSON.Member(name, .string(text)))
        case (_, .null): members.append(JSON.Member(name, .null))
        }
    }
}
