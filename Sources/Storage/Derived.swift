internal import GRDB
import Sales

/// What is derived from the records (last contact, next step, what is searched): recomputed for those that a write,
/// an undo or an import touched, by the one mechanism below.
struct Touched {
    private let database: Database
    private var records: [Kind: Set<Int64>] = [:]
    private var outcomes: Set<Int64> = []
    /// Whether the cadence of a tier or tag is another: that concerns whoever has it.
    private var hasCadences = false
    /// Rows of which only the changed columns are known: whom they belong to is looked up.
    private var changedRows: [String: Set<Int64>] = [:]
    /// Those whose name stands in the search texts of others.
    private var renamed: [Kind: Set<Int64>] = [:]
    private let columns: Columns

    init(database: Database) {
        self.database = database
        columns = Columns(database: database)
    }

    /// Every record: for a recomputation of everything.
    init(everythingIn database: Database) throws {
        self.init(database: database)
        for kind in Kind.main {
            records[kind] = try Set(Int64.fetchAll(database, sql: "SELECT id FROM \(kind.table)"))
        }
    }

    /// Notes whom a change of one row concerns.
    mutating func add(_ change: Changeset.Change) {
        let columns = columns.of(change.table)
        func ids(_ column: String) -> [Int64] {
            guard let index = columns[column] else { return [] }
            return [change.old[index], change.new[index]].compactMap {
                if case .integer(let id)? = $0 { id } else { nil }
            }
        }
        let row = ids("id")
        if change.table == Kind.cadence.table { hasCadences = true }
        if let kind = Columns.kinds[change.table] {
            if kind == .outcome { outcomes.formUnion(row) } else { records[kind, default: []].formUnion(row) }
            let names = [columns["name"], columns["nickname"], columns["company_id"]]
            if change.operation == .update, names.contains(where: { $0.map { change.new[$0] != nil } ?? false }) {
                renamed[kind, default: []].formUnion(row)
            }
        }
        for (column, kind) in Columns.owners {
            let owners = ids(column)
            if !owners.isEmpty { records[kind, default: []].formUnion(owners) }
        }
        if change.operation == .update, Columns.ownedTables.contains(change.table) {
            changedRows[change.table, default: []].formUnion(row)
        }
    }

    /// Recomputes what is derived of all that was touched: deals first, as people's next steps need theirs.
    ///
    /// - Parameter watch: is told for whom nothing is planned any more.
    mutating func refresh(watching watch: PlanWatch? = nil) throws {
        try widen()
        let unplanned = try watch?.before(records, database)
        let refresher = Refresher(database: database)
        for id in records[.opportunity] ?? [] { try refresher.refreshOpportunity(id) }
        for id in records[.contact] ?? [] { try refresher.refreshContact(id) }
        for id in records[.company] ?? [] { try refresher.refreshCompany(id) }
        for kind in [Kind.call, .meeting, .followUp, .note, .promise] {
            for id in records[kind] ?? [] { try refresher.refreshActivity(kind, id) }
        }
        if hasCadences { try refresher.refreshCadences() }
        try watch?.after(records, before: unplanned ?? nil, database)
    }

    /// From the rows that changed to the records whose derived data they enter.
    private mutating func widen() throws {
        for (table, ids) in changedRows {
            let columns = columns.of(table)
            for (column, kind) in Columns.owners where columns[column] != nil {
                try add(kind, "SELECT \(column) FROM \(table) WHERE id = ?", ids)
            }
        }
        let meetings = records[.meeting] ?? []
        try add(.contact, "SELECT contact_id FROM attendee WHERE meeting_id = ?", meetings)
        try add(.company, "SELECT company_id FROM meeting WHERE id = ?", meetings)
        try add(.opportunity, "SELECT opportunity_id FROM meeting WHERE id = ?", meetings)
        try add(.contact, "SELECT contact_id FROM call WHERE outcome_id = ?", outcomes)
        try add(.company, "SELECT company_id FROM call WHERE outcome_id = ?", outcomes)
        try add(.call, "SELECT id FROM call WHERE outcome_id = ?", renamed[.outcome] ?? [])
        let companies = renamed[.company] ?? []
        let people = try links("SELECT id FROM contact WHERE company_id = ?", companies)
        records[.contact, default: []].formUnion(people)
        renamed[.contact, default: []].formUnion(people)
        try add(.opportunity, "SELECT id FROM opportunity WHERE company_id = ?", companies)
        for (column, owner) in Columns.owners {
            for kind in [Kind.call, .meeting, .followUp, .note, .promise] where columns.of(kind.table)[column] != nil {
                try add(kind, "SELECT id FROM \(kind.table) WHERE \(column) = ?", renamed[owner] ?? [])
            }
        }
        try add(.meeting, "SELECT meeting_id FROM attendee WHERE contact_id = ?", renamed[.contact] ?? [])
        try add(.contact, "SELECT contact_id FROM role WHERE opportunity_id = ?", records[.opportunity] ?? [])
        try add(.company, "SELECT company_id FROM opportunity WHERE id = ?", records[.opportunity] ?? [])
        try add(.company, "SELECT company_id FROM contact WHERE id = ?", records[.contact] ?? [])
    }

    private mutating func add(_ kind: Kind, _ sql: String, _ ids: Set<Int64>) throws {
        if !ids.isEmpty { records[kind, default: []].formUnion(try links(sql, ids)) }
    }

    private func links(_ sql: String, _ ids: Set<Int64>) throws -> [Int64] {
        if ids.isEmpty { return [] }
        let statement = try database.cachedStatement(sql: sql)
        return try ids.flatMap { try Int64?.fetchAll(statement, arguments: [$0]).compactMap { $0 } }
    }
}

/// The places of a table's columns in its changesets.
private final class Columns {
    /// Tables whose rows belong to a contact, company or deal.
    static let ownedTables: Set = [
        "call", "follow_up", "note", "promise", "phone", "email", "address", "tag", "role", "contact", "opportunity",
        "meeting",
        "deal_change", "attendee",
    ]

    /// Tables whose rows are searched for, or stand in what is.
    static let kinds: [String: Kind] = Dictionary(
        uniqueKeysWithValues: (Kind.main + [.outcome]).map { ($0.table, $0) })
    /// Columns that lead to whom a row belongs to.
    static let owners: [(column: String, kind: Kind)] = [
        ("contact_id", .contact), ("company_id", .company), ("opportunity_id", .opportunity), ("meeting_id", .meeting),
    ]

    private let database: Database
    private var known: [String: [String: Int]] = [:]

    init(database: Database) { self.database = database }

    func of(_ table: String) -> [String: Int] {
        if let columns = known[table] { return columns }
        let names = ((try? database.columns(in: table)) ?? []).map(\.name)
        let columns = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
        known[table] = columns
        return columns
    }
}

extension Store {
    /// Recomputes everything that is derived. Nothing the user entered is changed.
    package func recomputeDerived() throws {
        try writeUnjournaled { try Derived.recompute(in: $0) }
    }
}

enum Derived {
    static func recompute(in database: Database) throws {
        for kind in Kind.main {
            try database.execute(sql: "DELETE FROM \(kind.table)_state")
            try SearchIndex.of(kind)?.rebuild(in: database)
        }
        var all = try Touched(everythingIn: database)
        try all.refresh()
    }
}
