import ArgumentParser
import Sales
import Storage
import Words

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// `kontor backup`: a checked copy of the file.
struct BackupCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Make a checked copy of the file.",
        discussion: """
            Without a name it is backups/NAME-YYYY-MM-DD-HHMM.db beside the file, by whose name it begins. Copies stand there too of each day on which \
            something changed, and of before each large import and each update of the file: the last 14 of each, 2 GB of all.
            """)

    @Argument(help: ArgumentHelp("Where.", valueName: "file"))
    var file: String?
    @Flag(help: "Make today's copy if it is missing and something has changed since the last one: for cron.")
    var daily = false
    @Flag(help: "List the copies that stand beside the file.")
    var list = false
    @OptionGroup var options: ErrandOptions

    func run(in errand: Errand) throws {
        if daily && list || (daily || list) && file != nil {
            throw Failure.usage(say("--daily, --list and the name of a file each go alone."))
        }
        if list { return try tell(errand) }
        // Nobody waits for it.
        if daily { _ = nice(10) }
        let store = try errand.store(for: .command)
        if daily, try !store.isDailyBackupDue() { return }
        let target: String
        if let file {
            target = file
            try store.backup(to: file)
        } else {
            target = try store.keepBackup(daily ? .daily : .asked)!
        }
        errand.output.line(say("Backup \(target) made: \(try errand.counts(of: store))."))
    }

    private func tell(_ errand: Errand) throws {
        let copies = Backups(of: errand.path, clock: errand.clock).all()
        if copies.isEmpty {
            throw Failure.no(say("There is no backup beside the file yet; `kontor backup` makes one."))
        }
        let rows = copies.map { [errand.format.full($0.at), $0.occasion.words, fileSize($0.bytes), $0.path] }
        let table = Table(
            [.init(title: say("made")), .init(title: say("occasion")), .init(title: say("size"), isRight: true)],
            fitting: rows)
        errand.output.line(table.header + "  " + say("file").uppercased())
        for row in rows { errand.output.line(table.line(Array(row.prefix(3))) + "  " + row[3]) }
    }
}

/// `kontor restore`: a backup takes the place of what is there, which is kept as a backup itself.
struct RestoreCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Bring a backup back; what is there now is kept as a backup first.")

    @Argument(help: ArgumentHelp("The backup.", valueName: "file"))
    var file: String
    @OptionGroup var options: ErrandOptions

    func run(in errand: Errand) throws {
        guard access(file, F_OK) == 0 else {
            throw Failure.system(say("There is no file \(visible(file)) to restore."))
        }
        if isSameFile(file, errand.path) {
            throw Failure.usage(say("\(visible(file)) is the file itself; name a backup of it."))
        }
        // Looked at before anything is touched.
        try Store.checkBackup(file)
        if access(errand.path, F_OK) != 0 {
            _ = try errand.store(for: .command)
        } else {
            try keep(errand)
        }
        let store = try errand.store(for: .command)
        try store.restore(from: file)
        errand.output.line(say("Restored \(file): \(try errand.counts(of: store))."))
    }

    /// Keeps what is there: as a backup, or a file too damaged for that under another name.
    private func keep(_ errand: Errand) throws {
        let kept: String
        do {
            kept = try errand.store(for: .command).keepBackup(.beforeRestore)!
        } catch StoreError.damaged {
            let aside = try Backups(of: errand.path, clock: errand.clock).newPath(.damaged)
            // A journal left beside a damaged file belongs to it, not to what takes its place.
            guard rename(errand.path, aside) == 0 else {
                throw StoreError.system(path: aside, reason: String(cString: strerror(errno)))
            }
            _ = rename(errand.path + "-journal", aside + "-journal")
            return errand.output.line(say("What was there is damaged; it is kept as \(aside)."))
        }
        errand.output.line(say("What was there is kept as \(kept)."))
    }

    private func isSameFile(_ a: String, _ b: String) -> Bool {
        var one = stat()
        var other = stat()
        return stat(a, &one) == 0 && stat(b, &other) == 0 && one.st_dev == other.st_dev && one.st_ino == other.st_ino
    }
}

extension Errand {
    /// `120 contacts, 1 company, …`
    fileprivate func counts(of store: Store) throws -> String {
        try store.read { transaction in
            try Kind.main.map { kind in
                let count = try transaction.count(kind)
                return "\(count) \(count == 1 ? kind.name : kind.plural)"
            }.joined(separator: ", ")
        }
    }
}

extension Backups.Occasion {
    fileprivate var words: String {
        switch self {
        case .asked: say("asked for")
        case .daily: say("daily")
        case .beforeImport: say("before an import")
        case .beforeUpdate: say("before an update of the file")
        case .beforeRestore: say("before a restore")
        case .damaged: say("damaged, kept aside")
        }
    }
}
