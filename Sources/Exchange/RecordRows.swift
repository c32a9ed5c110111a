package import Formats
package import Sales
package import Storage

/// Records as the cells of a table or as JSON objects.
package struct RecordRows<R: Sales.Record> {
    private let transaction: Transaction
    private let derived = Columns.derived(R.kind)
    private let currency = R.field("currency")
    /// Stages, outcomes and reasons, of which there are few.
    private var known: [Ref: (uid: String, name: String)] = [:]

    package init(_ transaction: Transaction) { self.transaction = transaction }

    /// How many rows of each list the fullest record has.
    ///
    /// - Parameter ids: the records that are written; nil for all.
    func widths(of ids: [Int64]?) throws -> [Int] {
        try R.lists.map { list in
            if list.name == "tag" { return 1 }
            guard let ids else { return try transaction.fullest(list.name, of: R.kind) }
            var width = 0
            for id in ids { width = max(width, try transaction.count(list.name, of: Ref(R.kind, id))) }
            return width
        }
    }

    // MARK: Tables

    /// The cells of a record in the order of `Columns.headings`.
    mutating func cells(_ record: R, widths: [Int]) throws -> [String] {
        var cells = [record.uid]
        let currency = currency?.get(record).text ?? ""
        for field in R.fields { try append(field.get(record), field.type, currency, to: &cells) }
        for (list, width) in zip(R.lists, widths) {
            let rows = list.get(record)
            if list.name == "tag" {
                cells.append(TagCell.joined(rows.compactMap { $0[0].text }))
                continue
            }
            for number in 0..<max(1, width) {
                for (index, part) in list.parts.enumerated() {
                    try append(number < rows.count ? rows[number][index] : .null, part.type, currency, to: &cells)
                }
            }
        }
        if derived.isEmpty { return cells }
        return cells + (try transaction.derived(derived, of: Ref(R.kind, record.id)))
    }

    private mutating func append(_ value: Value, _ type: FieldType, _ currency: String, to cells: inout [String]) throws
    {
        switch (type, value) {
        case (.reference(let kind), _):
            let named = try value.integer.flatMap { try name(Ref(kind, $0)) }
            cells.append(named?.uid ?? "")
            cells.append(named?.name ?? "")
        case (.flag, .integer(let number)): cells.append(number == 1 ? "yes" : "no")
        case (.money, .integer(let minor)): cells.append(Money(minor: minor, currency: currency).decimal)
        case (.percent, .integer(let hundredths)): cells.append(Percent.text(hundredths))
        case (_, .integer(let number)): cells.append(String(number))
        case (_, .text(let text)): cells.append(text)
        case (_, .null): cells.append("")
        }
    }

    private mutating func name(_ ref: Ref) throws -> (uid: String, name: String)? {
        if let known = known[ref] { return known }
        let named = try transaction.named(ref)
        if [Kind.stage, .outcome, .reason].contains(ref.kind) { known[ref] = named }
        return named
    }

    // MARK: JSON

    package mutating func object(_ record: R) throws -> JSON {
        var members = [JSON.Member("uid", .string(record.uid))]
        let currency = currency?.get(record).text ?? ""
        for field in R.fields { try append(field.get(record), field.name, field.type, currency, to: &members) }
        for list in R.lists {
            var rows: [JSON] = []
            for row in list.get(record) {
                if list.name == "tag" {
                    rows.append(.string(row[0].text ?? ""))
                    continue
                }
                var parts: [JSON.Member] = []
                for (index, part) in list.parts.enumerated() {
                    try append(row[index], Columns.member(part), part.type, currency, to: &parts)
                }
                rows.append(.object(parts))
            }
            members.append(JSON.Member(Columns.member(list.name), .array(rows)))
        }
        if !derived.isEmpty {
            let values = try transaction.derived(derived, of: Ref(R.kind, record.id))
            members += zip(derived, values).map { JSON.Member($0, $1.isEmpty ? .null : .string($1)) }
        }
        return .object(members)
    }

    private mutating func append(
        _ value: Value, _ name: String, _ type: FieldType, _ currency: String, to members: inout [JSON.Member]
    ) throws {
        switch (type, value) {
        case (.reference(let kind), _):
            let named = try value.integer.flatMap { try self.name(Ref(kind, $0)) }
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
