import PaneKit
import Sales
import Screen
import Storage
import Testing
import Words

@testable import Panes

/// A record opened: its timeline to the end, its relatives, and deleting one of them.
struct RecordTests {
    private func store(notes: Int) throws -> Store {
        let store = try Store.inMemory(clock: TestDesk.clock, seed: 1)
        try store.write("Fill") { transaction in
            var company = Company()
            company.name = "上海艾克米"
            try transaction.insert(&company)
            for name in ["王伟", "Ada"] {
                var contact = Contact()
                (contact.name, contact.companyID) = (name, company.id)
                try transaction.insert(&contact)
            }
            for number in 0..<notes {
                var note = Note()
                (note.companyID, note.text) = (company.id, "note \(number)")
                note.at = Instant(seconds: 1_700_000_000 + number)
                try transaction.insert(&note)
            }
        }
        return store
    }

    private func open(_ store: Store, width: Int = 80, height: Int = 24) -> App {
        var app = App(
            program: Office(store: store, currency: "CNY").program(), size: Size(width: width, height: height))
        app.type("3<Enter>")
        return app
    }

    private func target(_ app: App) -> Ref? { (app.top as? RecordPane)?.target }

    @Test func theTimelineGoesOnToItsEnd() throws {
        var app = open(try store(notes: 250))
        var seen: Set<Ref> = []
        for _ in 0..<260 {
            app.type("j")
            if let ref = target(app), ref.kind == .note { seen.insert(ref) }
        }
        #expect(seen.count == 250)
        #expect(app.draw().rows.contains { $0.contains("note 0") })
        app.type("gg")
        #expect(target(app) == Ref(.company, 1))
    }

    @Test(arguments: ["G", "<End>"]) func theEndIsOneKeyAway(key: String) throws {
        var app = open(try store(notes: 250))
        #expect(!app.draw().rows.contains { $0.contains("note 0 ") })
        app.type(key)
        #expect(target(app) == Ref(.note, 1))
        #expect(!app.draw().rows.contains { $0.contains("older") })
    }

    @Test func pagesGoThroughAllLinesAndBack() throws {
        var app = open(try store(notes: 150))
        var last: Ref?
        var pages = 0
        while target(app) != last {
            last = target(app)
            app.type("<PgDn>")
            pages += 1
        }
        #expect(last == Ref(.note, 1))
        #expect((8...12).contains(pages))
        for _ in 0..<pages { app.type("<PgUp>") }
        #expect(target(app) == Ref(.company, 1))
    }

    @Test func aRelativeIsDeletedSaidAndBroughtBack() throws {
        let store = try store(notes: 3)
        let before = try store.dump()
        var app = open(store)
        app.type("jjj")
        #expect(target(app) == Ref(.note, 3))
        app.type("d")
        #expect(app.messageText == "note “note 2” deleted · u undo")
        #expect(target(app) == Ref(.note, 2))
        #expect(!app.draw().rows.contains { $0.contains("note 2") && !$0.contains("deleted") })
        app.type("u")
        #expect(try store.dump() == before)
        // A person is asked about.
        app.type("ggj")
        let person = try #require(target(app))
        app.type("d")
        #expect(app.draw().rows.last?.contains("and what belongs to it alone?") == true)
        app.type("y")
        #expect(try store.read { try !$0.exists(person) })
        app.type("u")
        #expect(try store.dump() == before)
    }

    @Test func theCursorStaysOnItsRecordWhenOneComesInAbove() throws {
        let store = try store(notes: 3)
        var app = open(store)
        app.type("jjjj")
        #expect(target(app) == Ref(.note, 2))
        var note = Note()
        (note.companyID, note.text, note.at) = (1, "new", TestDesk.clock.now)
        try store.add(note)
        app.type("f3d<Enter>")
        #expect(target(app) == Ref(.note, 2))
    }

    @Test func relationsAreFollowed() throws {
        let store = try store(notes: 0)
        var relation = Relation()
        (relation.contactID, relation.name, relation.otherID) = (1, "reports to", 2)
        try store.add(relation)
        var app = open(store)
        app.type("ggjj")
        let wang = try #require(target(app))
        app.type("<Enter>")
        #expect(app.draw().rows.contains { $0.contains("RELATIONS") })
        app.type("G<Enter>")
        let other = try #require(target(app))
        #expect(other.kind == .contact && other != wang)
        // Said from the other side.
        #expect(app.draw().rows.contains { $0.contains("leads") })
    }
}
