internal import GRDB
package import Sales
import Words

/// Records in and out of the tables, by the table of their fields: one set of statements for every kind.
package final class Transaction {
    let database: Database
    package unowned let store: Store
    let journal: JournalEntry?
    /// The statements that insert a record of a kind, and a row of one of its lists: an import runs them a million times.
    private var inserts: [Kind: RowInsert] = [:]
    private var listInserts: [Kind: [String: RowInsert]] = [:]
    /// The values of the row that is being inserted.
    private var values: [Value] = []
    /// Those that fetch one.
    private var selects: [Kind: BoundStatement] = [:]
    private var listSelects: [Kind: [String: BoundStatement]] = [:]
    private var createdAt: [Kind: Int?] = [:]
    /// Those by which an import asks whether a record is here.
    private var questions: [Question: BoundStatement] = [:]
    /// Nil: there is too much to be looked through.
    var sieves: [Sieve.Sort: Sieve?] = [:]
    var questionsAsked = 0
    /// What is being done that may be taken back alone.
    var underway: Attempt?
    /// Deals written here, whose histories must get a line.
    var writtenDeals: Set<Int64> = []

    /// For whom something is planned here, and why for others nothing is.
    var excuses = Excuses()
    /// How many follow-ups to call were closed here, as somebody is not to be called any more.
    package internal(set) var closedCalls = 0
    /// Whether there is any reason that could be over: an import writes a million records, and mostly there is none.
    private lazy var hasExcuses = (try? anyExcuse()) ?? true

    init(database: Database, store: Store, journal: JournalEntry?) {
        self.database = database
        self.store = store
        self.journal = journal
    }

    package var clock: Clock { store.clock }

    // MARK: Reading

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

    private func select<R: Sales.Record>(_ type: R.Type) -> String {
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

    private func listRows<R: Sales.Record>(_ list: ListField<R>, of record: R) throws -> [(id: Int64, values: [Value])]
    {
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

    enum Question: Hashable {
        case uid(Kind), external(Kind), email(Kind), phone(Kind), name(Kind), named(Kind)
        case deals(hasCompany: Bool)
    }

    /// The statement that answers a question: kept, as an import asks it a million times.
    func question(_ question: Question, _ sql: @autoclosure () -> String) throws -> BoundStatement {
        if let known = questions[question] { return known }
        let statement = try BoundStatement(sql(), database)
        questions[question] = statement
        return statement
    }

    // MARK: Writing

    /// Stores a new record: gives it an id, a uid when it has none, and the time it was added.
    ///
    /// - Returns: the id.
    @specialized(where R == Contact)
    @specialized(where R == Company)
    @specialized(where R == Opportunity)
    @specialized(where R == Call)
    @specialized(where R == Meeting)
    @specialized(where R == FollowUp)
    @discardableResult
    package func insert<R: Sales.Record>(_ record: inout R) throws -> Int64 {
        if record.uid.isEmpty { record.uid = store.uids.next(at: clock.now) }
        let fields = R.fields
        if let place = createdAt(R.self), fields[place].get(record) == Self.never {
            fields[place].set(&record, now)
        }
        let insert: RowInsert
        if let known = inserts[R.kind] {
            insert = known
        } else {
            insert = try insertion(R.kind.table, ["uid"] + fields.map(\.column))
            inserts[R.kind] = insert
        }
        values.removeAll(keepingCapacity: true)
        values.append(.text(record.uid))
        for field in fields { values.append(field.get(record)) }
        record.id = try run(insert)
        for list in R.lists { try writeList(list, of: record, before: []) }
        noteDeal(record)
        if hasExcuses { excuses.note(record, was: nil) }
        try changed()
        return record.id
    }

    lazy var histories = Result {
        try BoundStatement(select(DealChange.self) + " WHERE opportunity_id = ? ORDER BY at, id", database)
    }

    private lazy var now = Value.text(clock.now.description)

    private static let never = Value.text(Instant(seconds: 0).description)

    /// The place of the field that says when a record was added; nil for kinds that have none.
    private func createdAt<R: Sales.Record>(_ type: R.Type) -> Int? {
        if let known = createdAt[R.kind] { return known }
        let place = R.fields.firstIndex { $0.name == "created_at" }
        createdAt[R.kind] = .some(place)
        return place
    }

    /// Saves what differs between two states of a record, and nothing else.
    ///
    /// - Parameters:
    ///   - old: the record as it was when it was opened.
    ///   - new: as it shall be.
    /// - Throws: `StoreError.changed` when one of those fields was changed meanwhile, naming each with what stands there now;
    ///   `StoreError.gone` when the record was deleted.
    package func update<R: Sales.Record>(from old: R, to new: R) throws {
        try protect()
        guard let current = try fetch(R.self, old.id) else { throw StoreError.gone(old.title) }
        let fields = R.fields.filter { $0.get(old) != $0.get(new) }
        let lists = R.lists.filter { $0.get(old) != $0.get(new) }
        let clashes = StoreError.Clash.between(fields, lists, old: old, ours: new, theirs: current)
        if !clashes.isEmpty { throw StoreError.changed(old.title, clashes) }
        if !fields.isEmpty {
            let assignments = fields.map { "\($0.column) = ?" }.joined(separator: ", ")
            try database.execute(
                sql: "UPDATE \(R.kind.table) SET \(assignments) WHERE id = ?",
                arguments: StatementArguments(fields.map { argument($0.get(new)) } + [old.id]))
        }
        for list in lists { try writeList(list, of: new, before: listRows(list, of: current)) }
        noteDeal(new)
        if hasExcuses { excuses.note(new, was: current) }
        try changed()
        if let new = new as? Contact, let old = old as? Contact { try closeCalls(from: old, to: new) }
    }

    /// Saves a record as it shall be, whatever it was.
    package func update<R: Sales.Record>(_ new: R) throws {
        guard let current = try fetch(R.self, new.id) else { throw StoreError.notFound("\(R.kind.name) \(new.id)") }
        try update(from: current, to: new)
    }

    /// Writes the rows of a list: those that differ are changed in place, new ones added, surplus ones deleted.
    private func writeList<R: Sales.Record>(_ list: ListField<R>, of record: R, before: [(id: Int64, values: [Value])])
        throws
    {
        let rows = list.get(record)
        if rows.isEmpty && before.isEmpty { return }
        sift(list.name, rows)
        func columns() -> [String] { list.parts.map(\.column) + (list.name == "phone" ? ["reversed_digits"] : []) }
        var insert: RowInsert?
        for (index, row) in rows.enumerated() {
            if index < before.count {
                if before[index].values == row { continue }
                let assignments = columns().map { "\($0) = ?" }.joined(separator: ", ")
                try BoundStatement("UPDATE \(list.name) SET \(assignments) WHERE id = ?", database)
                    .run(row + digits(row) + [.integer(before[index].id)])
            } else {
                let known = try insert ?? self.insertion(list.name, of: R.kind, columns)
                insert = known
                values.removeAll(keepingCapacity: true)
                values.append(.integer(record.id))
                values.append(.integer(Int64(index + 1)))
                values += row
                values += digits(row)
                _ = try run(known)
            }
        }
        func digits(_ row: [Value]) -> [Value] {
            list.name == "phone" ? [.text(PhoneDigits(row[0].text ?? "").reversed)] : []
        }
        for surplus in before.dropFirst(rows.count) {
            try database.execute(sql: "DELETE FROM \(list.name) WHERE id = ?", arguments: [surplus.id])
        }
    }

    /// What inserts a row of a list.
    private func insertion(_ list: String, of kind: Kind, _ columns: () -> [String]) throws -> RowInsert {
        if let known = listInserts[kind]?[list] { return known }
        let insert = try insertion(list, ["\(kind.table)_id", "ordinal"] + columns())
        listInserts[kind, default: [:]][list] = insert
        return insert
    }

    private func insertion(_ table: String, _ columns: [String]) throws -> RowInsert {
        try journal?.insertion(table, columns)
            ?? RowInsert(TableColumns.All(database: database).of(table), columns, database)
    }

    /// Inserts a row of the values that were gathered.
    private func run(_ insert: RowInsert) throws -> Int64 {
        let mark = insert.mark
        let id = try journal?.run(insert, values) ?? insert.run(values, isNoted: false)
        underway?.inserted.append((insert, id, mark))
        return id
    }

    /// Called after every change: the journal may close a piece, but not amid what may yet be taken back.
    func changed() throws {
        if underway == nil { try journal?.checkpoint() }
    }
}

func argument(_ value: Value) -> (any DatabaseValueConvertible)? {
    switch value {
    case .null: nil
    case .integer(let number): number
    case .text(let text): text
    }
}

func databaseQuestionMarks(count: Int) -> String {
    Array(repeating: "?", count: count).joined(separator: ", ")
}
