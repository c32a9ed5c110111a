internal import GRDB
import Sales

/// What is derived from the records (last contact, next step, what is searched): recomputed for those that a write,
/// an undo or an import touched, by the one mechanism below.
struct Touched {
    private let database: Database
    private var contacts: Set<Int64> = []
    private var companies: Set<Int64> = []
    private var opportunities: Set<Int64> = []
    private var meetings: Set<Int64> = []
    private var outcomes: Set<Int64> = []
    /// Rows of which only the changed columns are known: whom they belong to is looked up.
    private var changedRows: [String: Set<Int64>] = [:]
    private var renamedCompanies: Set<Int64> = []
    private let columns: Columns

    init(database: Database) {
        self.database = database
        columns = Columns(database: database)
    }

    /// Every record: for a recomputation of everything.
    init(everythingIn database: Database) throws {
        self.database = database
        columns = Columns(database: database)
        contacts = try Set(Int64.fetchAll(database, sql: "SELECT id FROM contact"))
        companies = try Set(Int64.fetchAll(database, sql: "SELECT id FROM company"))
        opportunities = try Set(Int64.fetchAll(database, sql: "SELECT id FROM opportunity"))
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
        switch change.table {
        case "contact": contacts.formUnion(row)
        case "company":
            companies.formUnion(row)
            let names = [columns["name"], columns["nickname"]]
            if change.operation == .update, names.contains(where: { $0.map { change.new[$0] != nil } ?? false }) {
                renamedCompanies.formUnion(row)
            }
        case "opportunity": opportunities.formUnion(row)
        case "meeting": meetings.formUnion(row)
        case "attendee": meetings.formUnion(ids("meeting_id"))
        case "outcome": outcomes.formUnion(row)
        default: break
        }
        contacts.formUnion(ids("contact_id"))
        companies.formUnion(ids("company_id"))
        opportunities.formUnion(ids("opportunity_id"))
        if change.operation == .update, Columns.ownedTables.contains(change.table) {
            changedRows[change.table, default: []].formUnion(row)
        }
    }

    /// Recomputes what is derived of all that was touched: deals first, as people's next steps need theirs.
    mutating func refresh() throws {
        try widen()
        let refresher = Refresher(database: database)
        for id in opportunities { try refresher.refreshOpportunity(id) }
        for id in contacts { try refresher.refreshContact(id) }
        for id in companies { try refresher.refreshCompany(id) }
    }

    /// From the rows that changed to the records whose derived data they enter.
    private mutating func widen() throws {
        for (table, ids) in changedRows {
            let columns = columns.of(table)
            for owner in ["contact_id", "company_id", "opportunity_id"] where columns[owner] != nil {
                let found = try links("SELECT \(owner) FROM \(table) WHERE id = ?", ids)
                switch owner {
                case "contact_id": contacts.formUnion(found)
                case "company_id": companies.formUnion(found)
                default: opportunities.formUnion(found)
                }
            }
        }
        contacts.formUnion(try links("SELECT contact_id FROM attendee WHERE meeting_id = ?", meetings))
        companies.formUnion(try links("SELECT company_id FROM meeting WHERE id = ?", meetings))
        opportunities.formUnion(try links("SELECT opportunity_id FROM meeting WHERE id = ?", meetings))
        contacts.formUnion(try links("SELECT contact_id FROM call WHERE outcome_id = ?", outcomes))
        companies.formUnion(try links("SELECT company_id FROM call WHERE outcome_id = ?", outcomes))
        contacts.formUnion(try links("SELECT id FROM contact WHERE company_id = ?", renamedCompanies))
        opportunities.formUnion(try links("SELECT id FROM opportunity WHERE company_id = ?", renamedCompanies))
        contacts.formUnion(try links("SELECT contact_id FROM role WHERE opportunity_id = ?", opportunities))
        companies.formUnion(try links("SELECT company_id FROM opportunity WHERE id = ?", opportunities))
        companies.formUnion(try links("SELECT company_id FROM contact WHERE id = ?", contacts))
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
        "call", "follow_up", "note", "phone", "email", "address", "tag", "role", "contact", "opportunity", "meeting",
        "deal_change", "attendee",
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
        try writeUnjournaled { database in
            try database.execute(
                sql: "DELETE FROM contact_state; DELETE FROM company_state; DELETE FROM opportunity_state;")
            var all = try Touched(everythingIn: database)
            try all.refresh()
        }
    }
}
