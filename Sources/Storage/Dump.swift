internal import GRDB
import Sales

/// All rows as text, to compare two states of a file.
extension Store {
    /// Every row of every table of the user's, ordered by id.
    package func dump() throws -> String {
        try rows(of: Journal.tables.map { ($0, "id") })
    }

    /// Every row that is derived.
    package func derivedDump() throws -> String {
        try rows(of: Kind.main.flatMap(Derived.rows(of:)))
    }

    private func rows(of tables: [(from: String, order: String)]) throws -> String {
        try read { transaction in
            try tables.map { table in
                try Row.fetchAll(transaction.database, sql: "SELECT * FROM \(table.from) ORDER BY \(table.order)")
                    .map { "\(table.from) \($0.description)" }.joined(separator: "\n")
            }.joined(separator: "\n")
        }
    }
}
