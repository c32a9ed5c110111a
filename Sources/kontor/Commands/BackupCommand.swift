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
        discussion: "Without a name it is backups/kontor-YYYY-MM-DD-HHMM.db beside the file.")

    @Argument(help: ArgumentHelp("Where.", valueName: "file"))
    var file: String?
    @OptionGroup var options: ErrandOptions

    func run(in errand: Errand) throws {
        let store = try errand.store(for: .command)
        let target = try file ?? errand.backupFile("kontor")
        try store.backup(to: target)
        errand.output.line(say("Backup \(target) made: \(try errand.counts(of: store))."))
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
        let backup = try Store.open(file, for: .reading, clock: errand.clock)
        guard try backup.problems(thorough: true).isEmpty else { throw StoreError.damaged(path: file) }
        try backup.close()
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
            kept = try errand.backupFile("before-restore")
            try errand.store(for: .command).backup(to: kept)
        } catch StoreError.damaged {
            let aside = try errand.backupFile("damaged")
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
    /// A name for a copy in the folder `backups` beside the file, which is made when it is not there.
    fileprivate func backupFile(_ name: String) throws -> String {
        let folder = parentFolder(of: path) + "/backups"
        if mkdir(folder, 0o700) != 0, errno != EEXIST {
            throw StoreError.system(path: folder, reason: String(cString: strerror(errno)))
        }
        let time = clock.timeOfDay.description.replacing(":", with: "")
        let stem = "\(folder)/\(name)-\(clock.today)-\(time)"
        // Two within one minute both stay.
        for number in 1...99 {
            let file = number == 1 ? stem + ".db" : "\(stem)-\(number).db"
            if access(file, F_OK) != 0 { return file }
        }
        throw Failure.system(say("\(visible(stem)).db and 98 more are there already; name a file."))
    }

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
