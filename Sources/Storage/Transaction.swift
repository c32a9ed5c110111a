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
    var selects: [Kind: BoundStatement] = [:]
    var listSelects: [Kind: [String: BoundStatement]] = [:]
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
