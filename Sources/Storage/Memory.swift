internal import GRDB
package import Sales

/// What the program remembers that is no part of the user's data: how lists were left, which reminders were told. Not journaled.
extension Transaction {
    /// What was kept under a key; nil for nothing.
    package func remembered(_ key: String) throws -> String? {
        try String.fetchOne(
            database.cachedStatement(sql: "SELECT value FROM memory WHERE key = ?"), arguments: [key])
    }

    /// What was opened lately and is there still, the last first.
    package func opened() throws -> [Ref] {
        let refs = try remembered("opened")?.split(separator: " ").compactMap { Ref(String($0)) } ?? []
        return try refs.filter { try Kind.main.contains($0.kind) && exists($0) }
    }
}

extension Store {
    package func remember(_ key: String, _ value: String) throws {
        try writeUnjournaled {
            try $0.execute(
                sql: "INSERT INTO memory VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                arguments: [key, value])
        }
    }

    /// - Parameter refs: what was opened lately, the last first.
    package func remember(opened refs: [Ref]) throws {
        try remember("opened", refs.map(\.description).joined(separator: " "))
    }
}
