import Foundation
internal import GRDB
package import Sales
import Words

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The copies that are kept of a file, in the folder `backups` beside it: their names, when the next is due, and which of them go.
package struct Backups {
    /// Why there is a copy: the end of its name.
    package enum Occasion: String, Sendable {
        /// Somebody asked for it.
        case asked = ""
        case daily
        case beforeImport = "before-import"
        /// Before the file is brought to a newer version.
        case beforeUpdate = "before-update"
        case beforeRestore = "before-restore"
        /// No copy, but a file that was no longer whole when another took its place.
        case damaged

        /// Whether Kontor made it by itself, so that it goes in its time.
        var isPassing: Bool { [.daily, .beforeImport, .beforeUpdate].contains(self) }
    }

    package struct Copy {
        package let path: String
        /// To the minute, in the zone of the clock.
        package let at: Instant
        package let occasion: Occasion
        package let bytes: Int
    }

    // RELIABILITY, rule 6: of each occasion 14 copies, of all together 2 GB, but never fewer than two.
    static let most = 14
    static let mostBytes = 2_000_000_000
    static let least = 2

    private let folder: String
    /// How the names of the copies begin: as the file is called.
    private let stem: String
    private let clock: Clock

    package init(of path: String, clock: Clock) {
        let parent = (path as NSString).deletingLastPathComponent
        folder = (parent.isEmpty ? "." : parent) + "/backups"
        stem = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
        self.clock = clock
    }

    /// All copies of the file, the newest first.
    package func all() -> [Copy] {
        names().compactMap(copy).sorted { ($0.at, $0.path) > ($1.at, $1.path) }
    }

    /// The newest copy that can be restored.
    package var newest: Copy? { all().first { $0.occasion != .damaged } }

    /// A path for a copy of now, in the folder, which is made when it is not there.
    package func newPath(_ occasion: Occasion) throws -> String {
        if mkdir(folder, 0o700) != 0, errno != EEXIST {
            throw StoreError.system(path: folder, reason: String(cString: strerror(errno)))
        }
        let time = clock.timeOfDay.description.replacing(":", with: "")
        let end = occasion == .asked ? "" : "-\(occasion.rawValue)"
        let start = "\(folder)/\(stem)-\(clock.today)-\(time)\(end)"
        // Two within one minute both stay.
        for number in 1...99 {
            let path = number == 1 ? start + ".db" : "\(start)-\(number).db"
            if access(path, F_OK) != 0 { return path }
        }
        throw StoreError.refused(say("\(visible(start)).db and 98 more are there already; name a file."))
    }

    /// Removes the oldest of what Kontor copied by itself, and what a copying that was broken off has left.
    func prune() {
        var (kept, bytes): ([Occasion: Int], Int) = ([:], 0)
        for copy in all() where copy.occasion.isPassing {
            let number = kept.values.reduce(0, +)
            let fits = kept[copy.occasion, default: 0] < Self.most && bytes + copy.bytes <= Self.mostBytes
            if number < Self.least || fits {
                kept[copy.occasion, default: 0] += 1
                bytes += copy.bytes
            } else {
                unlink(copy.path)
            }
        }
        for name in names() where name.hasPrefix(stem + "-") && name.contains(".db.new-") {
            var status = stat()
            let path = folder + "/" + name
            // One of the last day may still be written.
            if stat(path, &status) == 0, time(nil) - status.st_mtim.tv_sec > 86_400 { unlink(path) }
        }
    }

    private func names() -> [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] }

    /// What a name says: `kontor-2026-11-21-1405-before-import-2.db`.
    private func copy(_ name: String) -> Copy? {
        guard name.hasPrefix(stem + "-"), name.hasSuffix(".db") else { return nil }
        let rest = name.dropFirst(stem.count + 1).dropLast(3)
        let (day, clockTime, end) = (rest.prefix(10), rest.dropFirst(10).prefix(5), rest.dropFirst(15))
        guard let day = Day(String(day)), clockTime.count == 5, clockTime.first == "-",
            let number = Int(clockTime.dropFirst()),
            let time = TimeOfDay(number / 100, number % 100)
        else { return nil }
        var words = end.split(separator: "-", omittingEmptySubsequences: false).dropFirst()
        if let last = words.last, Int(last) != nil { words.removeLast() }
        guard end.first == "-" || end.isEmpty, let occasion = Occasion(rawValue: words.joined(separator: "-")) else {
            return nil
        }
        let path = folder + "/" + name
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Copy(
            path: path, at: clock.zone.instant(day, time), occasion: occasion, bytes: Int(status.st_size))
    }
}

extension Store {
    /// The copies of the file; nil for one that is nowhere.
    package var backups: Backups? { path == ":memory:" ? nil : Backups(of: path, clock: clock) }

    /// Makes a copy that stands with the others, and lets the oldest of them go.
    ///
    /// - Returns: its path; nil for a file that is nowhere.
    @discardableResult
    package func keepBackup(_ occasion: Backups.Occasion) throws -> String? {
        guard let backups else { return nil }
        let path = try backups.newPath(occasion)
        try backup(to: path)
        backups.prune()
        return path
    }

    /// Whether today's copy is missing, and something has changed since the last one.
    package func isDailyBackupDue() throws -> Bool {
        guard let copies = backups?.all().filter({ $0.occasion != .damaged }), !isReadOnly else { return false }
        if copies.contains(where: { $0.occasion == .daily && clock.zone.day(of: $0.at) == clock.today }) {
            return false
        }
        guard let newest = copies.first else { return try !read { try $0.isEmpty() } }
        return try history(limit: 1).first.map { $0.at >= newest.at } ?? false
    }
}
