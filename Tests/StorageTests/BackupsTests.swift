import Foundation
import Sales
import Testing

@testable import Storage

/// The copies beside a file: when one is due, what it holds, and which of them go.
@Suite final class BackupsTests {
    private let folder = NSTemporaryDirectory() + "kontor-backups-" + UUID().uuidString
    private var file: String { folder + "/office.db" }

    init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private func clock(_ time: String) -> Clock { Clock(zone: Zone("Asia/Shanghai")!, fixedAt: Instant(time)!) }

    private func open(_ time: String) throws -> Store {
        try Store.open(file, for: .command, clock: clock(time))
    }

    private func add(_ name: String, to store: Store) throws {
        var contact = Contact()
        contact.name = name
        try store.add(contact)
    }

    private var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder + "/backups").sorted() }
    }

    @Test func aCopyIsDueOnADayOnWhichSomethingHasChanged() throws {
        var store = try open("2026-11-20T02:00:00Z")
        #expect(try !store.isDailyBackupDue())
        try add("王伟", to: store)
        #expect(try store.isDailyBackupDue())
        try store.keepBackup(.daily)
        #expect(try names == ["office-2026-11-20-1000-daily.db"])
        try add("Ada", to: store)
        // One a day.
        #expect(try !store.isDailyBackupDue())
        try store.close()
        // 00:30 of the 21st in Shanghai.
        store = try open("2026-11-20T16:30:00Z")
        #expect(try store.isDailyBackupDue())
        try store.keepBackup(.asked)
        try store.close()
        // Nothing has changed since the copy that was asked for.
        store = try open("2026-11-22T02:00:00Z")
        #expect(try !store.isDailyBackupDue())
        _ = try store.undo()
        try add("Grace", to: store)
        #expect(try store.isDailyBackupDue())
        #expect(store.backups?.newest?.path.hasSuffix("office-2026-11-21-0030.db") == true)
        #expect(try Store.inMemory(clock: clock("2026-11-22T02:00:00Z")).backups == nil)
    }

    @Test func aCopyHoldsAllAndOpens() throws {
        let store = try open("2026-11-20T02:00:00Z")
        var actions = RandomActions(seed: 4, store: store)
        for _ in 0..<60 { try actions.act() }
        let path = try #require(try store.keepBackup(.daily))
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
        #expect(stat(folder + "/backups", &status) == 0 && status.st_mode & 0o777 == 0o700)
        let copy = try Store.open(path, for: .reading, clock: store.clock)
        #expect(try copy.dump() == store.dump())
        #expect(try copy.history().count == store.history().count)
        #expect(try copy.problems(thorough: true) == [])
        // Whoever makes two in a minute has both.
        #expect(try store.keepBackup(.daily) == folder + "/backups/office-2026-11-20-1000-daily-2.db")
    }

    @Test func theOldestGoButNeverThoseThatWereAskedFor() throws {
        let store = try open("2026-11-20T02:00:00Z")
        try add("Ada", to: store)
        let backups = folder + "/backups"
        try FileManager.default.createDirectory(atPath: backups, withIntermediateDirectories: true)
        func put(_ name: String, bytes: UInt64 = 10) throws {
            _ = FileManager.default.createFile(atPath: backups + "/" + name, contents: nil)
            let handle = try #require(FileHandle(forWritingAtPath: backups + "/" + name))
            try handle.truncate(atOffset: bytes)
            try handle.close()
        }
        for day in 10...19 { try put("office-2026-11-\(day)-0900-daily.db") }
        for day in 10...19 { try put("office-2026-10-\(day)-0900-daily.db") }
        let others = [
            "office-2020-01-01-0900.db", "office-2020-01-01-0900-2.db", "office-2020-01-01-0900-before-restore.db",
            "office-2020-01-01-0900-damaged.db", "other-2020-01-01-0900-daily.db", "office-2020-01-01-daily.db",
            "office-notes.txt", "office-2020-13-41-0900-daily.db",
        ]
        for name in others { try put(name) }
        try put("office-2020-01-01-0900-before-update.db")
        try put("office-2026-11-19-0900-daily.db.new-17-4711")
        try put("office-2026-11-18-0900-daily.db.new-17-4712")
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -90_000)],
            ofItemAtPath: backups + "/office-2026-11-18-0900-daily.db.new-17-4712")
        try store.keepBackup(.daily)
        let left = try Set(names)
        #expect(left.isSuperset(of: others))
        #expect(left.filter { $0.hasSuffix("-daily.db") && $0.hasPrefix("office-2026") }.count == Backups.most)
        #expect(!left.contains("office-2026-10-15-0900-daily.db") && left.contains("office-2026-10-19-0900-daily.db"))
        // Another occasion has its own fourteen.
        #expect(left.contains("office-2020-01-01-0900-before-update.db"))
        #expect(left.contains("office-2026-11-19-0900-daily.db.new-17-4711"))
        #expect(!left.contains("office-2026-11-18-0900-daily.db.new-17-4712"))
    }

    @Test(arguments: [(900_000_000, 2), (600_000_000, 3), (3_000_000_000, 2)] as [(UInt64, Int)])
    func largeCopiesAreFewButNeverFewerThanTwo(bytes: UInt64, kept: Int) throws {
        let backups = folder + "/backups"
        try FileManager.default.createDirectory(atPath: backups, withIntermediateDirectories: true)
        for day in 10...19 {
            let path = backups + "/office-2026-11-\(day)-0900-daily.db"
            _ = FileManager.default.createFile(atPath: path, contents: nil)
            #expect(truncate(path, off_t(bytes)) == 0)
        }
        Backups(of: file, clock: clock("2026-11-20T02:00:00Z")).prune()
        #expect(try names == (20 - kept...19).map { "office-2026-11-\($0)-0900-daily.db" })
    }

    @Test func aFolderThatCannotBeMadeIsSaid() throws {
        let store = try open("2026-11-20T02:00:00Z")
        try add("Ada", to: store)
        _ = FileManager.default.createFile(atPath: folder + "/backups", contents: nil)
        #expect(throws: StoreError.self) { try store.keepBackup(.daily) }
        #expect(try store.isDailyBackupDue())
    }
}
