import Foundation
import PaneKit
import Sales
import Screen
import Storage
import Testing

@testable import Panes

/// What the foot of the screen says of the copies of the file.
@Suite struct BackupLookTests {
    @Test func theFootSaysHowOldTheNewestCopyIs() throws {
        let folder = NSTemporaryDirectory() + "kontor-backups-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let file = folder + "/office.db"
        func foot(_ time: String, width: Int, isOn: Bool = true, then: (Store) throws -> Void = { _ in }) throws
            -> String
        {
            let clock = Clock(zone: Zone("Europe/Berlin")!, fixedAt: Instant(time)!)
            let store = try Store.open(file, for: .command, clock: clock)
            defer { try? store.close() }
            let office = Office(store: store, currency: "EUR")
            office.keepsBackups = isOn
            let app = App(program: office.program(), size: Size(width: width, height: 24))
            try then(store)
            #expect((office.backup(by: "kontor") != nil) == (try isOn && store.isDailyBackupDue()))
            return app.draw().rows[23]
        }
        var contact = Contact()
        contact.name = "王伟"
        // An empty file needs none.
        #expect(try !foot("2026-11-20T08:00:00Z", width: 120) { try $0.add(contact) }.contains("backup"))
        #expect(try foot("2026-11-20T08:10:00Z", width: 80).hasSuffix("no backup yet"))
        #expect(try !foot("2026-11-20T08:10:00Z", width: 80, isOn: false).contains("backup"))
        _ = try foot("2026-11-20T08:10:00Z", width: 120) { try $0.keepBackup(.daily) }
        #expect(try foot("2026-11-20T10:15:00Z", width: 120).hasSuffix("backup 2 h ago ✓"))
        #expect(try !foot("2026-11-20T10:15:00Z", width: 80).contains("backup"))
        // Old, but nothing has changed since.
        contact.name = "Ada"
        #expect(try foot("2026-11-29T10:15:00Z", width: 120) { try $0.add(contact) }.hasSuffix("backup 9 days ago ✓"))
        #expect(try foot("2026-11-29T10:15:00Z", width: 80).hasSuffix("backup 9 days ago"))
    }
}
