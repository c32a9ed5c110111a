import Exchange
import Foundation
import PaneKit
import Sales
import Screen
import Storage
import Testing
import Words

@testable import Panes

/// An edited export on its way back in, on the screen.
@Suite struct ImportPaneTests {
    @Test(arguments: [("c", "COO"), ("cc", "CEO")])
    func aKeySaysWhichSideCounts(keys: String, position: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "kontor-import-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try Store.open(
            folder.appending(path: "office.db").path, for: .screen, clock: TestDesk.clock, seed: 1)
        func save(_ name: String, _ position: String) throws {
            try store.write("Save") { transaction in
                let id = try transaction.id(.contact, uid: name)
                var contact = try id.flatMap { try transaction.fetch(Contact.self, $0) } ?? Contact()
                (contact.uid, contact.name, contact.position) = (name, name, position)
                if id == nil { try transaction.insert(&contact) } else { try transaction.update(contact) }
            }
        }
        try save("Ada", "CFO")
        try save("Bob", "CTO")
        var bytes: [UInt8] = []
        try Exporter(store).write(.contact) { bytes += $0 }
        try save("Ada", "CEO")
        let table = String(decoding: bytes, as: UTF8.self).replacing("CFO", with: "COO").replacing("CTO", with: "CIO")
        let file = folder.appending(path: "people.csv")
        try table.write(to: file, atomically: true, encoding: .utf8)

        var program = Office(store: store, currency: "CNY").program()
        program.executable =
            URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("kontor").path
        var app = App(program: program, size: Size(width: 100, height: 30))
        func wait(for text: String) {
            for _ in 0..<4000 where !app.draw().rows.joined().contains(text) {
                usleep(5_000)
                app.handle(.tick)
            }
            #expect(app.draw().rows.joined(separator: "\n").contains(text))
        }
        app.type("i")
        app.handle(.paste(file.path))
        app.type("<Enter>")
        wait(for: "1 in conflict   in conflict what is here stays")
        for (index, key) in keys.enumerated() {
            app.type(String(key))
            wait(for: index == 0 ? "in conflict the file counts" : "in conflict what is here stays")
        }
        app.type("<Enter>")
        wait(for: "Imported")
        let people = try store.read { transaction in
            try ["Ada", "Bob"].map { uid in
                try transaction.id(.contact, uid: uid).flatMap { try transaction.fetch(Contact.self, $0)?.position }
            }
        }
        #expect(people == [position, "CIO"])
    }
}
