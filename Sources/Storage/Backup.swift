internal import CSQLite
import Foundation
internal import GRDB
import Sales
import Words

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Copies of the file: made whole, checked before they take their name, and brought back.
extension Store {
    /// Writes a copy of the file: complete and checked under another name first.
    ///
    /// - Parameter replacing: whether a file of that name may be replaced.
    package func backup(to target: String, replacing: Bool = false) throws {
        do {
            try Opening.copy(queue, path, to: target, replacing: replacing)
        } catch {
            throw StoreError.from(error, path: target)
        }
    }

    /// Replaces everything in the file by what a backup holds, in one step: all or nothing. The backup is checked first, and stays
    /// as it is; when an older version made it, it is what stands here that is brought up to date.
    package func restore(from source: String) throws {
        if isReadOnly { throw StoreError.readOnly(path: path) }
        let backup = try Opening.openCopy(source)
        do {
            try backup.backup(to: queue)
            try backup.close()
            try queue.writeWithoutTransaction { try Opening.migrate($0) }
        } catch {
            throw StoreError.from(error, path: path)
        }
    }

    /// Looks through a backup, of whatever version, and leaves it as it is.
    ///
    /// - Throws: `StoreError` when it cannot be restored.
    package static func checkBackup(_ path: String) throws { try Opening.openCopy(path).close() }

    /// What is wrong with the file, each in one sentence; empty when it is whole.
    ///
    /// - Parameter thorough: also compare every index with its table, every link with its target, and everything derived with a
    ///   recomputation.
    package func problems(thorough: Bool) throws -> [String] {
        try read { try Opening.problems(in: $0.database, thorough: thorough) }
    }
}

extension Opening {
    /// Opens a copy to be read alone, and looks through it.
    fileprivate static func openCopy(_ path: String) throws -> DatabaseQueue {
        if access(path, R_OK) != 0 {
            throw StoreError.system(path: path, reason: String(cString: strerror(errno)))
        }
        _ = try inspect(path)
        do {
            var configuration = configuration(for: .reading)
            configuration.readonly = true
            let copy = try DatabaseQueue(path: path, configuration: configuration)
            try copy.read { database in
                try verify(database, path: path)
                if try problems(in: database, thorough: true).isEmpty == false { throw StoreError.damaged(path: path) }
            }
            return copy
        } catch {
            throw StoreError.from(error, path: path)
        }
    }

    /// What is wrong with a file, each in one sentence.
    fileprivate static func problems(in database: Database, thorough: Bool) throws -> [String] {
        var found = try String.fetchAll(
            database, sql: thorough ? "PRAGMA integrity_check(20)" : "PRAGMA quick_check(20)"
        )
        .filter { $0 != "ok" }
        if thorough {
            let broken = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check")
            if !broken.isEmpty { found.append(say("\(broken.count, "link leads", "links lead") nowhere")) }
        }
        return found
    }

    /// Writes a copy of a file of any version: complete and checked under another name first, then it takes its own.
    static func copy(_ queue: DatabaseQueue, _ path: String, to target: String, replacing: Bool = false) throws {
        if !replacing, access(target, F_OK) == 0 {
            throw StoreError.refused(say("\(visible(target)) is there already; name another file or add --force."))
        }
        let draft = "\(target).new-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        defer { unlink(draft) }
        // An empty file of our own first: VACUUM INTO writes into it, and nobody else may read it.
        let descriptor = Foundation.open(draft, O_CREAT | O_EXCL | O_RDWR | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw errno == ENOSPC
                ? StoreError.full(path: target)
                : StoreError.system(path: target, reason: String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        // VACUUM INTO can be in no transaction: another reader keeps the file as it is until the copy is compared with it.
        let expected: [String: Int]
        if path == ":memory:" {
            try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [draft]) }
            expected = try queue.inDatabase(counts)
        } else {
            var configuration = configuration(for: .command)
            configuration.readonly = true
            let witness = try DatabaseQueue(path: path, configuration: configuration)
            expected = try witness.read { database in
                let expected = try counts(database)
                try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [draft]) }
                return expected
            }
            try witness.close()
        }
        guard try isWhole(draft, expected) else {
            throw StoreError.refused(say("The copy did not come out whole, so no backup was kept: check the disk."))
        }
        guard fsync(descriptor) == 0, rename(draft, target) == 0 else {
            throw StoreError.system(path: target, reason: String(cString: strerror(errno)))
        }
        let folder = (target as NSString).deletingLastPathComponent
        syncFolder(folder.isEmpty ? "." : folder)
    }

    /// Opens a copy, looks through it, and counts.
    private static func isWhole(_ path: String, _ expected: [String: Int]) throws -> Bool {
        _ = try inspect(path)
        var configuration = configuration(for: .reading)
        configuration.readonly = true
        let copy = try DatabaseQueue(path: path, configuration: configuration)
        defer { try? copy.close() }
        return try copy.read { database in
            try verify(database, path: path)
            let answer = try String.fetchOne(database, sql: "PRAGMA quick_check(1)")
            return try answer == "ok" && counts(database) == expected
        }
    }

    /// How many rows each table of the user's data has; a file of an older version has fewer tables.
    private static func counts(_ database: Database) throws -> [String: Int] {
        let here = try Set(String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'table'"))
        return try Dictionary(
            uniqueKeysWithValues: Journal.tables.filter(here.contains).map { table in
                (table, try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0)
            })
    }
}
