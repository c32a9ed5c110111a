import Exchange
import Foundation
import PaneKit
import Sales
import Screen
import Storage
import Testing
import Words

@testable import Panes

/// Files on their way in on the screen: names that are not known, and files whose form was found out wrongly.
@Suite struct NamesPaneTests {
    /// A screen on a store in a folder, and the built program beside it.
    private final class Place {
        let folder = FileManager.default.temporaryDirectory.appending(path: "kontor-names-\(UUID().uuidString)")
        let store: Store
        var app: App

        init(_ name: String, _ bytes: [UInt8]) throws {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(bytes).write(to: folder.appending(path: name))
            store = try Store.open(
                folder.appending(path: "office.db").path, for: .screen, clock: TestDesk.clock, seed: 1)
            var program = Office(store: store, currency: "CNY").program()
            program.executable =
                URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
                .appendingPathComponent("kontor").path
            app = App(program: program, size: Size(width: 100, height: 30))
            app.type("i")
            app.handle(.paste(folder.appending(path: name).path))
            app.type("<Enter>")
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        var screen: String { app.draw().rows.joined(separator: "\n") }

        func wait(for text: String) {
            let end = Date() + 20
            while !screen.contains(text), Date() < end {
                usleep(5_000)
                app.handle(.tick)
            }
            #expect(screen.contains(text), "\(text)\n\(screen)")
        }
    }

    @Test func namesAreMappedMadeAndLeftOut() throws {
        let rows = "name,company,stage\nA,Acme,Angebot\nB,Beta,Angebot\nC,Beta,Verhandlung\n"
        let place = try Place("deals.csv", Array(rows.utf8))
        place.wait(for: "COLUMN")
        place.app.type("i")
        place.wait(for: "2 stages not known, would be made: Angebot, Verhandlung.")
        place.app.type("n")
        place.wait(for: "WHAT BECOMES OF IT")
        place.app.type("<Enter>prop<Enter><Enter>")
        place.wait(for: "= Proposal")
        // The cursor is on the next one.
        place.app.type("<Space>")
        place.wait(for: "rows left out")
        place.app.type("<Esc>")
        place.wait(for: "1 stage read as another: Angebot = Proposal.")
        place.wait(for: "1 skipped")
        // They hold when one goes back to the columns.
        place.app.type("<Esc>")
        place.wait(for: "The rows are opportunities")
        place.app.type("i")
        place.wait(for: "1 stage read as another: Angebot = Proposal.")
        place.app.type("<Enter>")
        place.wait(for: "Imported")
        let (deals, stages) = try place.store.read { transaction in
            (
                try transaction.ids(.opportunity).compactMap { try transaction.fetch(Opportunity.self, $0) },
                try transaction.fetchAll(Stage.self)
            )
        }
        #expect(deals.map(\.name) == ["A", "B"])
        let proposal = stages.first { $0.name == "Proposal" }
        #expect(deals.allSatisfy { $0.stageID == proposal?.id })
        #expect(stages.count == 4)
    }

    @Test func allOfAKindBecomeTheSame() throws {
        let place = try Place("deals.csv", Array("name,company,stage\nA,Acme,X\nB,Beta,Y\nC,Gamma,Z\n".utf8))
        place.wait(for: "COLUMN")
        place.app.type("i")
        place.wait(for: "3 stages not known")
        place.app.type("n-ka")
        place.wait(for: "rows refused")
        place.app.type("i")
        place.wait(for: "3 stages not known, rows refused: X, Y, Z.")
        place.wait(for: "3 refused")
    }

    @Test func theFormOfAFileIsChangedAndSeenAtOnce() throws {
        // Letters of another alphabet, bars where commas are, and no headings.
        let bytes = Array("Ada Lovell|ada@example.com|".utf8) + [0xC1, 0xE8, 0xDE, 0xED, 0xE1] + Array("\n".utf8)
        let place = try Place("bare.csv", bytes)
        place.wait(for: "no headings")
        place.wait(for: "column 2")
        place.app.type("H")
        place.wait(for: "the headings look like a record")
        place.app.type("H")
        place.wait(for: "no headings")
        place.app.type("S")
        place.wait(for: "The cells are parted by")
        place.app.type("2")
        place.wait(for: "semicolon · no headings")
        #expect(!place.screen.contains("column 2"))
        place.app.type("S")
        place.wait(for: "The cells are parted by")
        place.app.type("4")
        place.wait(for: "column 3")
        #expect(!place.screen.contains("БиЮнб"))
        place.app.type("E")
        place.wait(for: "Windows-1251")
        place.app.type("9")
        place.wait(for: "БиЮнб")
        place.app.type("i")
        place.wait(for: "1 read  1 new")
    }
}
