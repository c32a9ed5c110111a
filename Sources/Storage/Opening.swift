internal import CSQLite
import Foundation
internal import GRDB
package import Sales
import Words

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Opening the file: looking at it before SQLite touches it, making it when it is not there, migrating it.
extension Store {
    /// Opens the file, or makes it.
    ///
    /// - Parameters:
    ///   - onWait: called once when a lock has been waited for longer than a second.
    ///   - onUpdate: called when a file of an older version is about to be brought up to date, and that takes a while.
    /// - Throws: `StoreError`; a file that is not ours, newer or damaged is left as it is, byte for byte.
    package static func open(
        _ path: String, for use: Use, clock: Clock, seed: UInt64? = nil, onWait: @escaping @Sendable () -> Void = {},
        onUpdate: () -> Void = {}
    ) throws -> Store {
        if access(path, F_OK) != 0 {
            if errno != ENOENT { throw StoreError.system(path: path, reason: String(cString: strerror(errno))) }
            try Opening.create(path)
        }
        let isWritable = access(path, W_OK) == 0
        // A journal that is left beside the file is a sign of an unclean end.
        let hadJournal = access(path + "-journal", F_OK) == 0
        let version = try Opening.inspect(path)
        do {
            // A file of an older version is brought up to date even by who only wants to read.
            let readsOnly = (use == .reading && version == Migrations.current) || !isWritable
            var configuration = Opening.configuration(for: use, onWait: onWait)
            configuration.readonly = readsOnly
            var queue: DatabaseQueue
            do {
                queue = try DatabaseQueue(path: path, configuration: configuration)
                try queue.unsafeRead { try Opening.verify($0, path: path) }
            } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK && isWritable
            {
                // A writer died: SQLite rolls its half-done work back when the file is opened for writing.
                configuration.readonly = false
                queue = try DatabaseQueue(path: path, configuration: configuration)
                try queue.unsafeRead { try Opening.verify($0, path: path) }
            }
            if hadJournal, use == .screen {
                let answer = try queue.unsafeRead { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") }
                if answer != "ok" { throw StoreError.damaged(path: path) }
            }
            if !readsOnly {
                if version < Migrations.current { try Opening.keepBackup(queue, path, clock: clock) }
                try queue.writeWithoutTransaction { try Opening.migrate($0, onUpdate: onUpdate) }
            }
            return Store(queue: queue, path: path, clock: clock, isReadOnly: !isWritable, seed: seed)
        } catch {
            throw StoreError.from(error, path: path)
        }
    }
}

enum Opening {
    /// How every connection is set up.
    static func configuration(for use: Store.Use, onWait: @escaping @Sendable () -> Void = {}) -> Configuration {
        _ = isUncounted
        var configuration = Configuration()
        configuration.busyMode =
            use == .screen
            ? .immediateError
            : .callback { tries in
                // 10 ms a try: told after a second, given up after thirty.
                if tries == 100 { onWait() }
                usleep(10_000)
                return tries < 3000
            }
        configuration.prepareDatabase { database in
            let connection = database.sqliteConnection!
            _ = kontor_db_config_flag(connection, SQLITE_DBCONFIG_DEFENSIVE, 1)
            // EXTRA: the journal's unlink is synced too, so that an acknowledged commit survives a power cut.
            try database.execute(
                sql: """
                    PRAGMA synchronous = EXTRA;
                    PRAGMA trusted_schema = OFF;
                    PRAGMA cell_size_check = ON;
                    PRAGMA mmap_size = 0;
                    PRAGMA temp_store = MEMORY;
                    """)
            // An import touches more pages than SQLite keeps by itself, and would write and read the same ones again and again.
            if use == .command { try database.execute(sql: "PRAGMA cache_size = -65536") }
            Functions.register(in: database)
            try IDQuery.register(in: database)
        }
        return configuration
    }

    /// SQLite counts the memory that it takes, under a lock at each piece: nobody asks for the sum. Only before its first use.
    private static let isUncounted = kontor_config_flag(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK

    /// Makes a new file: complete under another name first, so that nobody ever sees half of it.
    static func create(_ path: String) throws {
        let folder = (path as NSString).deletingLastPathComponent
        if !folder.isEmpty, access(folder, F_OK) != 0 {
            do {
                try FileManager.default.createDirectory(
                    atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            } catch {
                throw StoreError.system(path: folder, reason: say("the folder cannot be made"))
            }
        }
        let draft = "\(path).new-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        let descriptor = Foundation.open(draft, O_CREAT | O_EXCL | O_RDWR | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            let code = errno
            if code == ENOSPC { throw StoreError.full(path: path) }
            throw StoreError.system(path: path, reason: String(cString: strerror(code)))
        }
        Foundation.close(descriptor)
        defer { unlink(draft) }
        do {
            let queue = try DatabaseQueue(path: draft, configuration: configuration(for: .command))
            try queue.writeWithoutTransaction { try migrate($0) }
            try queue.close()
        } catch {
            throw StoreError.from(error, path: path)
        }
        // Another process may have made it meanwhile: then that one is the file.
        if link(draft, path) != 0, errno != EEXIST {
            throw StoreError.system(path: path, reason: String(cString: strerror(errno)))
        }
        syncFolder(folder.isEmpty ? "." : folder)
    }

    /// Looks at the file before SQLite opens it: merely opening a damaged file for writing can change it.
    ///
    /// - Returns: the version of the file.
    static func inspect(_ path: String) throws -> Int {
        for _ in 0..<40 {
            do { return try look(at: path) } catch StoreError.damaged {
                // A commit of another process between two looks at it makes a whole file seem half: look again.
                usleep(25_000)
            }
        }
        return try look(at: path)
    }

    private static func look(at path: String) throws -> Int {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw StoreError.system(path: path, reason: String(cString: strerror(errno)))
        }
        if status.st_mode & S_IFMT == S_IFDIR { throw StoreError.system(path: path, reason: say("it is a folder")) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw StoreError.notKontor(path: path) }
        let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StoreError.system(path: path, reason: String(cString: strerror(errno))) }
        defer { Foundation.close(descriptor) }
        var header = [UInt8](repeating: 0, count: 100)
        guard pread(descriptor, &header, 100, 0) == 100 else { throw StoreError.notKontor(path: path) }
        func number(_ offset: Int) -> Int { header[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
        guard header.starts(with: Array("SQLite format 3\0".utf8)), number(68) == Int(Migrations.applicationID) else {
            throw StoreError.notKontor(path: path)
        }
        let version = number(60)
        if version > Migrations.current { throw StoreError.newer(path: path, version: version) }
        let word = Int(header[16]) << 8 | Int(header[17])
        let pageSize = word == 1 ? 65_536 : word
        let isPowerOfTwo = pageSize >= 512 && pageSize & (pageSize - 1) == 0
        // With a journal beside it a writer died or is at work, and SQLite is to say how long the file should be.
        let hasJournal = access(path + "-journal", F_OK) == 0
        let isWhole = hasJournal || number(28) * pageSize == Int(status.st_size)
        guard version >= 1, isPowerOfTwo, header[18] == 1, header[19] == 1, isWhole else {
            throw StoreError.damaged(path: path)
        }
        return version
    }

    /// A first look by SQLite: the schema can be read, is ours, and holds nothing that acts by itself.
    static func verify(_ database: Database, path: String) throws {
        do {
            let tables = try Set(String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'table'"))
            let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            // A file of an older version has the tables of that version.
            let expected =
                version >= Migrations.current
                ? Journal.tables
                : Journal.tables.filter { table in
                    Migrations.all.prefix(version).contains { $0.contains("CREATE TABLE \(table) (") }
                }
            guard Set(expected).isSubset(of: tables), tables.contains("journal"), version >= 1 else {
                throw StoreError.damaged(path: path)
            }
            if try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'trigger')")! {
                throw StoreError.refused(
                    say("\(visible(path)) holds triggers that Kontor did not make; it was left as it is."))
            }
        } catch let error as DatabaseError
            where error.resultCode == .SQLITE_CORRUPT || error.resultCode == .SQLITE_ERROR
        {
            throw StoreError.damaged(path: path)
        }
    }

    /// Keeps a copy of a file as an older version wrote it, before it is brought to the version of this program.
    fileprivate static func keepBackup(_ queue: DatabaseQueue, _ path: String, clock: Clock) throws {
        let answer = try queue.unsafeRead { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") }
        if answer != "ok" { throw StoreError.damaged(path: path) }
        let backups = Backups(of: path, clock: clock)
        try copy(queue, path, to: backups.newPath(.beforeUpdate))
        backups.prune()
    }

    /// Calls what a new file begins with in the language of its maker, who may call it otherwise later.
    private static func nameBeginnings(in database: Database) throws {
        if Language.current == .english { return }
        for (table, column) in [
            ("stage", "name"), ("outcome", "name"), ("reason", "name"), ("template", "name"), ("template", "text"),
        ] {
            for row in try Row.fetchAll(database, sql: "SELECT id, \(column) FROM \(table)") {
                let text: String = row[1]
                try database.execute(
                    sql: "UPDATE \(table) SET \(column) = ? WHERE id = ?",
                    arguments: [say(Phrase(word: text, as: table)), row[0] as Int64])
            }
        }
    }

    /// Brings the file to the version of this program, in one transaction.
    static func migrate(_ database: Database, onUpdate: () -> Void = {}) throws {
        func version() throws -> Int { try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0 }
        if try version() == Migrations.current { return }
        try database.inTransaction(.immediate) {
            let before = try version()
            // Making indexes of much takes a while.
            if before > 0 {
                let kinds = before < 4 ? Kind.main.filter { $0 != .promise } : Kind.main
                let records = try kinds.reduce(0) {
                    try $0 + (Int.fetchOne(database, sql: "SELECT count(*) FROM \($1.table)") ?? 0)
                }
                if records > 50_000 { onUpdate() }
            }
            for (index, sql) in Migrations.all.enumerated() where index >= before {
                try database.execute(sql: sql)
                try database.execute(sql: "PRAGMA user_version = \(index + 1)")
            }
            if before == 0 { try nameBeginnings(in: database) }
            // A file of before the search index.
            if before == 1 {
                for kind in Kind.main { try SearchSource.fill(kind, in: database) }
            }
            // One of before the cadences of tiers and tags, in which contacts have their own.
            if (1...4).contains(before) { try Refresher(database: database).refreshCadences() }
            // One that does not say when deals stood open.
            if (1...7).contains(before) {
                let deals = try Int64.fetchAll(database, sql: "SELECT id FROM opportunity ORDER BY id")
                try DealStays.derive(deals, database)
            }
            try database.execute(sql: "PRAGMA application_id = \(Migrations.applicationID)")
            return .commit
        }
    }

    /// Makes a new name in a folder survive a power cut.
    static func syncFolder(_ folder: String) {
        let descriptor = Foundation.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if descriptor >= 0 {
            fsync(descriptor)
            Foundation.close(descriptor)
        }
    }
}
