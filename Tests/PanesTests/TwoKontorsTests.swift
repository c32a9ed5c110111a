import Foundation
import PaneKit
import Sales
import Screen
import Storage
import Testing
import Words

@testable import Panes

/// Two screens on one file: what one saves the other shows, and nobody ever hears of a lock.
struct TwoKontorsTests {
    /// Milliseconds that the test lets pass.
    final class Time { var now = 0 }

    let path = FileManager.default.temporaryDirectory.appending(path: "kontor-two-" + UUID().uuidString + ".db").path

    private func screen(_ time: Time) throws -> (store: Store, app: App) {
        let store = try Store.open(path, for: .screen, clock: TestDesk.clock)
        var program = Office(store: store, currency: "CNY").program()
        program.milliseconds = { time.now }
        return (store, App(program: program, size: Size(width: 80, height: 24)))
    }

    private func text(_ app: App) -> String { app.draw().rows.joined(separator: "\n") }

    @Test func whatOneSavesTheOtherShows() throws {
        defer { for end in ["", "-journal"] { unlink(path + end) } }
        let time = Time()
        var (storeA, a) = try screen(time)
        var (storeB, b) = try screen(time)
        a.type("2")
        b.type("2")
        time.now += 1000
        b.handle(.tick)
        a.type("nAda Lovell<C-s>")
        #expect(!text(b).contains("Ada Lovell"))
        time.now += 1000
        b.handle(.tick)
        #expect(text(b).contains("Ada Lovell"))
        // What another run did is asked about before it is undone.
        b.type("u")
        #expect(text(b).contains("Undo"))
        b.type("y")
        time.now += 1000
        a.handle(.tick)
        // The line at the foot still says what this screen did.
        #expect(!a.draw().rows.dropLast().joined().contains("Ada Lovell"))
        try storeA.close()
        try storeB.close()
    }

    @Test func aSaveWaitsForTheOtherAndKeepsItsForm() throws {
        defer { for end in ["", "-journal"] { unlink(path + end) } }
        let time = Time()
        var (store, app) = try screen(time)
        let other = try Store.open(path, for: .command, clock: TestDesk.clock)
        app.type("2n")
        try other.write("Import a great many") { transaction in
            var contact = Contact()
            contact.name = "From elsewhere"
            try transaction.insert(&contact)
            app.type("Ada<C-s>")
            #expect(app.depth == 2)
            #expect(text(app).contains("Another Kontor is writing"))
            #expect(!text(app).contains("locked"))
            app.handle(.tick)
            #expect(app.depth == 2)
        }
        app.handle(.tick)
        #expect(app.depth == 1)
        #expect(app.messageText?.contains("Ada added") == true)
        #expect(try store.read { try $0.count(.contact) } == 2)
        try other.close()
        try store.close()
    }
}
