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
        if !replacing, access(target, F_OK) == 0 {
            throw StoreError.refused(say("\(visible(target)) is there already; name another file or add --force."))
        }
        let draft = "\(target).new-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        defer { unlink(draft) }
        do {
            // An empty file of our own first: VACUUM INTO writes into it, and nobody else may read it.
            let descriptor = Foundation.open(draft, O_CREAT | O_EXCL | O_RDWR | O_NOFOLLOW, 0o600)
            guard descriptor >= 0 else {
                throw StoreError.system(path: target, reason: String(cString: strerror(errno)))
            }
            Foundation.close(descriptor)
            try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [draft]) }
            let copy = try Store.open(draft, for: .reading, clock: clock)
            let problems = try copy.problems(thorough: false)
            let isComplete = try Kind.allCases.allSatisfy { kind in
                try copy.read { try $0.count(kind) } == read { try $0.count(kind) }
            }
            try copy.close()
            guard problems.isEmpty, isComplete else {
                throw StoreError.refused(say("The copy did not come out whole, so no backup was kept: check the disk."))
            }
            let written = Foundation.open(draft, O_RDONLY | O_CLOEXEC)
            if written >= 0 {
                fsync(written)
                Foundation.close(written)
            }
            guard rename(draft, target) == 0 else {
                throw StoreError.system(path: target, reason: String(cString: strerror(errno)))
            }
            let folder = (target as NSString).deletingLastPathComponent
            Opening.syncFolder(folder.isEmpty ? "." : folder)
        } catch {
            throw StoreError.from(error, path: target)
        }
    }

    /// Replaces everything in the file by what a backup holds, in one step: all or nothing. The backup is checked first.
    package func restore(from source: String) throws {
        if isReadOnly { throw StoreError.readOnly(path: path) }
        if access(source, R_OK) != 0 {
            throw StoreError.system(path: source, reason: String(cString: strerror(errno)))
        }
        let backup = try Store.open(source, for: .reading, clock: clock)
        let problems = try backup.problems(thorough: true)
        if !problems.isEmpty { throw StoreError.damaged(path: source) }
        do {
            try backup.queue.backup(to: queue)
            try backup.close()
        } catch {
            throw StoreError.from(error, path: path)
        }
    }

    /// What is wrong with the file, each in one sentence; empty when it is whole.
    ///
    /// - Parameter thorough: also compare every index with its table, every link with its target, and everything derived with a
    ///   recomputation.
    package func problems(thorough: Bool) throws -> [String] {
        try read { transaction in
            let database = transaction.database
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
    }
}
