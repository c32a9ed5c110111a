internal import GRDB

/// What the file holds, as SQLite itself says it: for the manual, which must not say anything else.
package struct TableShape: Sendable, Equatable {
    package struct Column: Sendable, Equatable {
        package var name: String
        /// `INTEGER`, `TEXT`, `BLOB`.
        package var type: String
        /// Whether a row may be without it.
        package var isOptional: Bool
        /// The table to which it leads.
        package var target: String?
    }

    package var name: String
    package var columns: [Column]
}

extension Store {
    /// All tables but SQLite's own and those in which it keeps its full-text indexes, in the order in which they were made.
    package func tables() throws -> [TableShape] {
        try read { transaction in
            let database = transaction.database
            let names = try String.fetchAll(
                database,
                sql:
                    """
                    SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
                        AND name NOT IN (SELECT name FROM pragma_table_list WHERE type IN ('shadow', 'virtual')) ORDER BY rowid
                    """)
            return try names.map { name in
                let links = try Row.fetchAll(
                    database, sql: "SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?)", arguments: [name])
                let targets = Dictionary(uniqueKeysWithValues: links.map { ($0[0] as String, $0[1] as String) })
                let columns = try Row.fetchAll(
                    database,
                    sql: "SELECT name, type, \"notnull\" OR pk > 0 AS required FROM pragma_table_info(?) ORDER BY cid",
                    arguments: [name])
                return TableShape(
                    name: name,
                    columns: columns.map {
                        let column: String = $0["name"]
                        return .init(
                            name: column, type: $0["type"], isOptional: !($0["required"] as Bool),
                            target: targets[column])
                    })
            }
        }
    }
}
