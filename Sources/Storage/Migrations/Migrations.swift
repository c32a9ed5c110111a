/// All versions of the file, in order: the schema version is the number of migrations done.
enum Migrations {
    /// Append only. A migration adds tables and columns; one that cannot must close the undo history and say so.
    static let all = [migration1, migration2, migration3, migration4, migration5, migration6, migration7, migration8]

    /// The version that this program writes.
    static var current: Int { all.count }

    /// Marks the file as ours in its header (PRAGMA application_id): "Kntr".
    static let applicationID: Int32 = 0x4B6E_7472
}
