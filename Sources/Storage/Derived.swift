internal import GRDB
import Sales

/// What is derived from the records (last contact, next step, what is searched): recomputed for those that a write,
/// an undo or an import touched, by the one mechanism below.
struct Touched {
    private let database: Database
    private var records: [Kind: Set<Int64>] = [:]
    /// Of those, the ones that changed themselves: their own row, or one of their lists.
    private var changed: [Kind: Set<Int64>] = [:]
    private var outcomes: Set<Int64> = []
    /// Whether the cadence of a tier or tag is another: that concerns whoever has it.
    private var hasCadences = false
    /// Rows of which only the changed columns are known: whom they belong to is looked up.
    private var changedRows: [String: Set<Int64>] = [:]
    /// The one that was noted last as changed.
    private var last: (kind: Kind, id: Int64)?
    /// Those whose name stands in the search texts of others.
    private var renamed: [Kind: Set<Int64>] = [:]
    let columns: TableColumns.All
    private let memory = WordMemory()

    init(database: Database) {
        self.database = database
        columns = TableColumns.All(database: database)
    }

    /// Every record: for a recomputation of everything.
    init(everythingIn database: Database) throws {
        self.init(database: database)
        for kind in Kind.main {
            records[kind] = try Set(Int64.fetchAll(database, sql: "SELECT id FROM \(kind.table)"))
        }
    }

    /// Nobody is touched any more.
    mutating func removeAll() {
        (records, changed, outcomes, hasCadences, changedRows, renamed) = ([:], [:], [], false, [:], [:])
        last = nil
    }

    /// Notes whom a new row concerns.
    mutating func add(_ insert: RowInsert, _ id: Int64, _ values: [Value]) {
        let table = insert.table
        if table.kind == .outcome { outcomes.insert(id) } else if let kind = table.kind { addChanged(kind, id) }
        if table.table == Kind.cadence.table { hasCadences = true }
        for owner in insert.owners {
            guard let id = values[owner.value].integer else { continue }
            if table.kind == nil { addChanged(owner.kind, id) } else { records[owner.kind, default: []].insert(id) }
        }
    }

    private mutating func addChanged(_ kind: Kind, _ id: Int64) {
        // The rows of a record's lists come one after another.
        if let last, last == (kind, id) { return }
        last = (kind, id)
        records[kind, default: []].insert(id)
        changed[kind, default: []].insert(id)
    }

    /// Notes whom a change of one row concerns.
    mutating func add(_ change: Changeset.Change) {
        let table = columns.of(change.table)
        if change.table == Kind.cadence.table { hasCadences = true }
        if let kind = table.kind {
            if kind == .outcome {
                change.forEachID(table.id) { outcomes.insert($0) }
            } else {
                change.forEachID(table.id) {
                    records[kind, default: []].insert($0)
                    changed[kind, default: []].insert($0)
                }
            }
            if change.operation == .update, table.names.contains(where: { change.isNew($0) }) {
                change.forEachID(table.id) { renamed[kind, default: []].insert($0) }
            }
        }
        for (column, kind) in table.owners {
            change.forEachID(column) {
                records[kind, default: []].insert($0)
                if table.kind == nil { changed[kind, default: []].insert($0) }
            }
        }
        if change.operation == .update, table.isOwned {
            change.forEachID(table.id) { changedRows[change.table, default: []].insert($0) }
        }
    }

    /// Those whom a long write touched only through other records, until its last piece: an import touches the companies of its
    /// people in piece after piece, and once is enough.
    typealias Postponed = [Kind: Set<Int64>]

    /// More are not remembered: they take memory.
    private static let mostPostponed = 100_000

    /// Recomputes what is derived of all that was touched in a piece of a longer write, or puts it off.
    ///
    /// - Parameters:
    ///   - postponed: those of the pieces before.
    ///   - isLast: nothing is put off any more. Those who depend on what was put off are touched again, so it does not matter that
    ///     they were computed without it.
    mutating func refresh(watching watch: PlanWatch?, postponed: inout Postponed, isLast: Bool) throws {
        if isLast || postponed.values.reduce(0, { $0 + $1.count }) > Self.mostPostponed {
            for (kind, ids) in postponed { records[kind, default: []].formUnion(ids) }
            postponed = [:]
            try refresh(watching: watch)
            return
        }
        try widen()
        for (kind, ids) in records {
            postponed[kind, default: []].formUnion(ids.subtracting(changed[kind] ?? []))
            records[kind] = changed[kind]
        }
        try recompute(watch)
    }

    /// Recomputes what is derived of all that was touched.
    mutating func refresh() throws { try refresh(watching: nil) }

    private mutating func refresh(watching watch: PlanWatch?) throws {
        try widen()
        try recompute(watch)
    }

    /// Deals first, as people's next steps need theirs.
    ///
    /// - Parameter watch: is told for whom nothing is planned any more.
    private func recompute(_ watch: PlanWatch?) throws {
        let unplanned = try watch?.before(records, database)
        let refresher = Refresher(database: database, memory: memory)
        for kind in [Kind.opportunity, .contact, .company, .call, .meeting, .followUp, .note, .promise] {
            try refresher.refresh(kind, records[kind] ?? [])
        }
        if hasCadences { try refresher.refreshCadences() }
        try watch?.after(records, before: unplanned ?? nil, database)
    }

    /// From the rows that changed to the records whose derived data they enter.
    private mutating func widen() throws {
        let any = "IN (SELECT value FROM json_each(?))"
        for (table, ids) in changedRows {
            for (column, kind) in columns.of(table).ownerNames {
                try add(kind, "SELECT \(column) FROM \(table) WHERE id \(any)", ids)
            }
        }
        let meetings = records[.meeting] ?? []
        try add(.contact, "SELECT contact_id FROM attendee WHERE meeting_id \(any)", meetings)
        try add(.company, "SELECT company_id FROM meeting WHERE id \(any)", meetings)
        try add(.opportunity, "SELECT opportunity_id FROM meeting WHERE id \(any)", meetings)
        try add(.contact, "SELECT contact_id FROM call WHERE outcome_id \(any)", outcomes)
        try add(.company, "SELECT company_id FROM call WHERE outcome_id \(any)", outcomes)
        try add(.call, "SELECT id FROM call WHERE outcome_id \(any)", renamed[.outcome] ?? [])
        let companies = renamed[.company] ?? []
        let people = try links("SELECT id FROM contact WHERE company_id \(any)", companies)
        records[.contact, default: []].formUnion(people)
        renamed[.contact, default: []].formUnion(people)
        try add(.opportunity, "SELECT id FROM opportunity WHERE company_id \(any)", companies)
        for kind in [Kind.call, .meeting, .followUp, .note, .promise] {
            for (column, owner) in columns.of(kind.table).ownerNames {
                try add(kind, "SELECT id FROM \(kind.table) WHERE \(column) \(any)", renamed[owner] ?? [])
            }
        }
        try add(.meeting, "SELECT meeting_id FROM attendee WHERE contact_id \(any)", renamed[.contact] ?? [])
        try add(.contact, "SELECT contact_id FROM role WHERE opportunity_id \(any)", records[.opportunity] ?? [])
        try add(.company, "SELECT company_id FROM opportunity WHERE id \(any)", records[.opportunity] ?? [])
        try add(.company, "SELECT company_id FROM contact WHERE id \(any)", records[.contact] ?? [])
    }

    private mutating func add(_ kind: Kind, _ sql: String, _ ids: Set<Int64>) throws {
        if !ids.isEmpty { records[kind, default: []].formUnion(try links(sql, ids)) }
    }

    private func links(_ sql: String, _ ids: Set<Int64>) throws -> [Int64] {
        if ids.isEmpty { return [] }
        return try Int64?.fetchAll(database.cachedStatement(sql: sql), arguments: [IDList.json(ids)]).compactMap { $0 }
    }
}

/// What the columns of a table mean for what is derived.
final class TableColumns {
    let table: String
    var id: Int32?
    /// Whose rows are searched for, or stand in what is.
    var kind: Kind?
    /// Columns whose changes change the texts of others.
    var names: [Int32] = []
    /// Columns that lead to whom a row belongs to.
    var owners: [(column: Int32, kind: Kind)] = []
    var ownerNames: [(column: String, kind: Kind)] = []
    /// Whether the rows belong to a contact, company or deal.
    var isOwned = false

    init(_ table: String) { self.table = table }
}

extension TableColumns {
    /// The tables that were asked for, with the places of their columns in changesets.
    final class All {
        /// Tables whose rows belong to a contact, company or deal.
        private static let ownedTables: Set = [
            "call", "follow_up", "note", "promise", "phone", "email", "address", "tag", "role", "contact",
            "opportunity",
            "meeting",
            "deal_change", "attendee",
        ]

        /// Tables whose rows are searched for, or stand in what is.
        private static let kinds: [String: Kind] = Dictionary(
            uniqueKeysWithValues: (Kind.main + [.outcome]).map { ($0.table, $0) })
        /// Columns that lead to whom a row belongs to.
        private static let owners: [(column: String, kind: Kind)] = [
            ("contact_id", .contact), ("company_id", .company), ("opportunity_id", .opportunity),
            ("meeting_id", .meeting),
        ]

        private let database: Database
        private var known: [String: TableColumns] = [:]
        /// The changes of a table come one after another.
        private var last: TableColumns?

        init(database: Database) { self.database = database }

        func of(_ table: String) -> TableColumns {
            if let last, last.table == table { return last }
            if let columns = known[table] {
                last = columns
                return columns
            }
            let names = ((try? database.columns(in: table)) ?? []).map(\.name)
            let places = Dictionary(uniqueKeysWithValues: zip(names, names.indices.map { Int32($0) }))
            let columns = TableColumns(table)
            columns.id = places["id"]
            columns.kind = Self.kinds[table]
            columns.names = ["name", "nickname", "company_id"].compactMap { places[$0] }
            columns.ownerNames = Self.owners.filter { places[$0.column] != nil }
            columns.owners = columns.ownerNames.map { (places[$0.column]!, $0.kind) }
            columns.isOwned = Self.ownedTables.contains(table)
            known[table] = columns
            return columns
        }
    }
}

extension Store {
    /// Recomputes everything that is derived. Nothing the user entered is changed.
    package func recomputeDerived() throws {
        try writeUnjournaled { try Derived.recompute(in: $0) }
    }
}

enum Derived {
    /// The rows that hold what is derived of a kind, and their order.
    static func rows(of kind: Kind) -> [(from: String, order: String)] {
        [("\(kind.table)_state", "\(kind.table)_id"), ("unplanned WHERE kind = '\(kind.table)'", "kind")]
            + (kind == .opportunity ? [("deal_stay", "opportunity_id, begins")] : [])
    }

    static func recompute(in database: Database) throws {
        try database.execute(sql: "UPDATE unplanned SET count = 0; DELETE FROM deal_stay")
        for kind in Kind.main {
            try database.execute(sql: "DELETE FROM \(kind.table)_state")
            try SearchIndex.of(kind)?.rebuild(in: database)
        }
        var all = try Touched(everythingIn: database)
        try all.refresh()
    }
}
