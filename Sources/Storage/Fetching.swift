internal import GRDB
package import Sales

/// Records out of the tables, by the table of their fields.

extension Transaction {
    /// The record with that id; nil when there is none.
    package func fetch<R: Sales.Record>(_ type: R.Type, _ id: Int64) throws -> R? {
        guard var record = try fetchFields(R.self, id) else { return nil }
        try fetchLists(&record)
        return record
    }

    /// The record without what it has several of.
    func fetchFields<R: Sales.Record>(_ type: R.Type, _ id: Int64) throws -> R? {
        let statement: BoundStatement
        if let known = selects[R.kind] {
            statement = known
        } else {
            statement = try BoundStatement(select(R.self) + " WHERE id = ?", database)
            selects[R.kind] = statement
        }
        var record: R?
        try statement.forEach([.integer(id)]) { record = decode($0) }
        return record
    }

    /// The records with those ids, in that order; those that are not there are left out. One query for all of them, and one
    /// for each of their lists.
    package func fetch<R: Sales.Record>(_ type: R.Type, _ ids: [Int64]) throws -> [R] {
        let wanted: [Value] = [.text(IDList.json(ids))]
        var records: [Int64: R] = [:]
        records.reserveCapacity(ids.count)
        try BoundStatement(select(R.self) + " WHERE id IN (SELECT value FROM json_each(?))", database)
            .forEach(wanted) { row in
                let record: R = decode(row)
                records[record.id] = record
            }
        for list in R.lists {
            let owner = R.kind.table + "_id"
            let columns = list.parts.map(\.column).joined(separator: ", ")
            var rows: [Int64: [[Value]]] = [:]
            try BoundStatement(
                """
                SELECT \(owner), \(columns) FROM \(list.name) WHERE \(owner) IN (SELECT value FROM json_each(?))
                ORDER BY \(owner), ordinal, id
                """, database
            ).forEach(wanted) { row in
                guard let id = row[0].integer else { return }
                rows[id, default: []].append(list.parts.indices.map { row[$0 + 1] })
            }
            for (id, rows) in rows { list.set(&records[id]!, rows) }
        }
        return ids.compactMap { records[$0] }
    }

    func select<R: Sales.Record>(_ type: R.Type) -> String {
        "SELECT \((["id", "uid"] + R.fields.map(\.column)).joined(separator: ", ")) FROM \(R.kind.table)"
    }

    /// All records of a kind of which there are few (stages, outcomes), in their order.
    package func fetchAll<R: Sales.Record>(_ type: R.Type) throws -> [R] {
        let order = R.field("position") == nil ? "id" : "position, id"
        var records: [R] = []
        try BoundStatement(select(R.self) + " ORDER BY \(order)", database).forEach([]) { records.append(decode($0)) }
        for index in records.indices { try fetchLists(&records[index]) }
        return records
    }

    /// The id of the record with that uid; nil when there is none.
    package func id(_ kind: Kind, uid: String) throws -> Int64? {
        try question(.uid(kind), "SELECT id FROM \(kind.table) WHERE uid = ?").integers([.text(uid)]).first
    }

    package func uid(_ kind: Kind, id: Int64) throws -> String? {
        let statement = try database.cachedStatement(sql: "SELECT uid FROM \(kind.table) WHERE id = ?")
        return try String.fetchOne(statement, arguments: [id])
    }

    /// The id of the record to which another program gave that id.
    package func id(_ kind: Kind, external value: String, source: String) throws -> Int64? {
        if try !mayHold(value, .external) { return nil }
        return try question(
            .external(kind),
            """
            SELECT \(kind.table)_id FROM external_id
            WHERE value = ? AND source = ? AND \(kind.table)_id IS NOT NULL
            """
        ).integers([.text(value), .text(source)]).first
    }

    package func exists(_ ref: Ref) throws -> Bool {
        let statement = try database.cachedStatement(sql: "SELECT 1 FROM \(ref.kind.table) WHERE id = ?")
        return try Int.fetchOne(statement, arguments: [ref.id]) != nil
    }

    /// The ids of all records of a kind, in the order in which they were added.
    package func ids(_ kind: Kind) throws -> [Int64] {
        try Int64.fetchAll(database, sql: "SELECT id FROM \(kind.table) ORDER BY id")
    }

    /// Whether Today can list a record: it is there, and neither done nor over.
    package func isListed(_ ref: Ref) throws -> Bool {
        let open =
            switch ref.kind {
            case .followUp: " AND state = 'open'"
            case .meeting: " AND state = 'planned'"
            case .promise: " AND kept_at IS NULL"
            default: ""
            }
        return try Bool.fetchOne(
            database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM \(ref.kind.table) WHERE id = ?\(open))"),
            arguments: [ref.id]) == true
    }

    /// True when nothing was ever entered, or all of it is gone: a first start.
    package func isEmpty() throws -> Bool {
        try [Kind.contact, .company, .opportunity, .followUp, .meeting].allSatisfy {
            try Bool.fetchOne(database, sql: "SELECT NOT EXISTS (SELECT 1 FROM \($0.table))") == true
        }
    }

    package func count(_ kind: Kind) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM \(kind.table)") ?? 0
    }

    func decode<R: Sales.Record>(_ row: BoundRow) -> R {
        var record = R()
        record.id = row[0].integer ?? 0
        record.uid = row[1].text ?? ""
        for (index, field) in R.fields.enumerated() { field.set(&record, row[index + 2]) }
        return record
    }

    private func fetchLists<R: Sales.Record>(_ record: inout R) throws {
        for list in R.lists {
            let rows = try listRows(list, of: record)
            if !rows.isEmpty { list.set(&record, rows.map(\.values)) }
        }
    }

    func listRows<R: Sales.Record>(_ list: ListField<R>, of record: R) throws -> [(id: Int64, values: [Value])] {
        let statement: BoundStatement
        if let known = listSelects[R.kind]?[list.name] {
            statement = known
        } else {
            let columns = list.parts.map(\.column).joined(separator: ", ")
            statement = try BoundStatement(
                "SELECT id, \(columns) FROM \(list.name) WHERE \(R.kind.table)_id = ? ORDER BY ordinal, id", database)
            listSelects[R.kind, default: [:]][list.name] = statement
        }
        var rows: [(id: Int64, values: [Value])] = []
        try statement.forEach([.integer(record.id)]) { row in
            rows.append((row[0].integer ?? 0, list.parts.indices.map { row[$0 + 1] }))
        }
        return rows
    }
}
