import Foundation
import PaneKit
import Sales
import Screen
import Storage
import Testing
import Words

@testable import Panes

/// Whole screens, text and styles, against the files in `Screens`. With KONTOR_RECORD set they are written anew.
struct GoldenTests {
    static let screens: [(name: String, keys: String)] = [
        ("today", ""), ("today-down", "<PgDn><PgDn>j"), ("contacts", "2jj"), ("narrowed", "2/wang"),
        ("wrong-filter", "2/colour:red"), ("record", "2/wangwei<Enter><Enter>jj"), ("pipeline", "7llj"),
        ("companies", "3j"), ("calls", "4j"), ("meetings", "5j"), ("follow-ups", "6j"),
        ("company", "3jjjj<Enter>"),
        ("call", "jc"), ("call-reached", "jci"), ("call-effects", "jjcW"), ("call-none", "jcx<Tab><Tab>none: waits"),
        ("because", "2/wangwei<Enter>cx<Tab><Tab>无：等预算<C-s><Enter>"), ("contact-form", "2n"),
        ("follow-up", "jffri 10"),
        ("plan", "jMmon 10"),
        ("note", "jN第一段"), ("deal", "jo"), ("lost", "7L"), ("won", "7W"), ("review", "7r+"), ("delete", "2d"),
        ("help", "?"),
        ("palette", ":snoo"),
        ("meeting-note", "jmwants two options"), ("held", "5m"),
        ("edit-contact", "2/wangwei<Enter>e"), ("selected", "2<Space><Space>jVjj"), ("columns", "2s"),
        ("several", "2<Space><Space>e"), ("work", "2/city:上海<Enter>rcn"), ("outcomes", "glo"),
        ("outcome-form", "glojje"),
        ("more", "2nAda Lovel<S-Tab><Enter>"), ("twin", "2n王伟<Tab>上海"),
        ("edit-call", "4e"), ("edit-meeting", "5e"), ("edit-follow-up", "6e"), ("edit-company", "3e"),
        ("reason", "7L+pr"),
        ("tags", "2nEve<Tab><Tab><Tab><Tab><Tab><Tab><Tab>北京<Tab>fair, k"), ("new-outcome", "jc+left word<Tab>"),
        ("deal-table", "7lljt"), ("report-pipeline", "8j"),
        ("report-changes", "8]ppj"), ("reports", "8r"), ("report-forecast", "8]]j"), ("report-activity", "8[jll"),
        ("report-outcomes", "8[[[["),
        ("report-records", "8j<Enter>"), ("report-conversion", "8]]]jl"), ("report-win-rate", "8]]]]G"),
        ("report-reasons", "8]]]]]j"), ("report-sources", "8]]]]]]j"),
        ("report-commission", "8]]]]]]]]j"), ("report-attempts", "8[[[j"), ("report-hours", "8[[jl"),
        ("week", "5t"), ("week-coming", "5t]"), ("find", "<C-f>ww"), ("find-phone", "<C-f>0013<Tab>"),
        ("find-text", "<C-f>quote"), ("find-nothing", "<C-f>zzz"),
        ("pipeline-past", "7l@2w<Enter>"), ("pipeline-typing", "7@last mon"), ("deal-table-past", "7t@2w<Enter>"),
        ("movements", "7C@6w<Enter>"),
        ("duplicates", "g="), ("duplicates-found", "gc王伟<C-s>g="), ("promise", "N-> 报价单<C-s>"),
        ("acting-lines", "N! 周四 15:00 送样<Enter>-> 报价单<Enter><lt>- 图纸"), ("merge", "2<Space><Space>="),
        ("views", "2v"), ("view-on", "2v2"), ("view-changed", "2v1/ city:上海<Enter>"),
        ("view-form", "2/city:上海<Enter>vn"),
        ("views-of-deals", "7v"), ("views-none", "3v"),
        ("next-free", "2/王伟<Enter>M<C-n>"), ("cancel", "5X"), ("no-dial", "2/王伟<Enter>D"),
        ("lists", "gl"), ("quotas", "glq"), ("quota-form", "glqn"), ("templates", "glt"), ("template-form", "glte"),
        ("quit", "q"), ("undo", "u"), ("find-empty", "<C-f>"), ("import", "i"),
    ]

    @Test(arguments: [(80, 24), (120, 40), (60, 20)], screens.indices)
    func screen(size: (width: Int, height: Int), index: Int) throws {
        let (name, keys) = GoldenTests.screens[index]
        var desk = try TestDesk(width: size.width, height: size.height)
        desk.type(keys)
        try compare(desk, "\(name)-\(size.width)x\(size.height)")
    }

    /// The same in Chinese, of the screens on which one works.
    static let inChinese: Set = [
        "today", "contacts", "record", "companies", "calls", "meetings", "follow-ups", "pipeline", "deal-table",
        "call-effects",
        "contact-form", "plan", "help", "palette", "report-changes", "report-conversion", "find", "week",
        "wrong-filter",
    ]

    @Test(arguments: [(80, 24), (120, 40), (60, 20)], screens.indices.filter { inChinese.contains(screens[$0].name) })
    func screenInChinese(size: (width: Int, height: Int), index: Int) throws {
        let (name, keys) = GoldenTests.screens[index]
        try Language.$ofTask.withValue(.chinese) {
            var desk = try TestDesk(width: size.width, height: size.height)
            desk.type(keys)
            try compare(desk, "zh-\(name)-\(size.width)x\(size.height)")
        }
    }

    /// On the Chinese screen no English is left but what the file holds, and what is the same in both: keys, terms of filters, formats.
    @Test(arguments: [(80, 24), (120, 40), (60, 20)])
    func noEnglishIsLeft(size: (width: Int, height: Int)) throws {
        func words(_ text: String) -> Set<String> { Set(text.matches(of: /[A-Za-z]{3,}/).map { String($0.0) }) }
        let same: Set = [
            "Enter", "Space", "Esc", "Tab", "Ctrl", "Shift", "Home", "End", "PgDn", "PgUp", "Kontor", "kontor", "CSV",
            "vCard", "JSON", "iCalendar", "EDITOR",
            // Terms, and what may be typed.
            "last", "shanghai", "desc", "amount", "monday", "fri", "eom", "config", "dial", "PROGRAM", "number",
            "backup",
            // The template of the file.
            "Said", "Decided", "Owed",
        ]
        try Language.$ofTask.withValue(.chinese) {
            for (name, keys) in GoldenTests.screens {
                var desk = try TestDesk(width: size.width, height: size.height)
                let terms = Kind.main.flatMap { $0.filterFields.map(\.name) } + ["open", "none"]
                let held = words(try desk.store.dump()).union(words(keys)).union(same).union(terms)
                desk.type(keys)
                // A word that was cut is the begin or the end of one.
                let strange = words(desk.screen).filter { word in
                    !held.contains { $0.hasPrefix(word) || $0.hasSuffix(word) }
                }
                #expect(strange.isEmpty, "\(name): \(strange.sorted())")
            }
        }
    }

    @Test(arguments: [(80, 24), (120, 40), (60, 20)])
    func firstStart(size: (width: Int, height: Int)) throws {
        var desk = try TestDesk(isDemo: false, width: size.width, height: size.height)
        try compare(desk, "empty-today-\(size.width)x\(size.height)")
        desk.type("2")
        try compare(desk, "empty-contacts-\(size.width)x\(size.height)")
        desk.type("6")
        try compare(desk, "empty-follow-ups-\(size.width)x\(size.height)")
        desk.type("7")
        try compare(desk, "empty-pipeline-\(size.width)x\(size.height)")
        desk.type("8[")
        try compare(desk, "empty-report-\(size.width)x\(size.height)")
        desk.type("5t")
        try compare(desk, "empty-week-\(size.width)x\(size.height)")
    }

    /// A card on its way: from the first column over the edge of the screen, or to the third column.
    @Test(arguments: [(60, 20, 59), (120, 40, 70)])
    func dragging(size: (width: Int, height: Int, x: Int)) throws {
        var desk = try TestDesk(width: size.width, height: size.height)
        desk.type("7")
        desk.app.handle(.mouse(Mouse(.click, x: 5, y: 10)))
        desk.app.handle(.mouse(Mouse(.drag, x: size.x, y: 8)))
        try compare(desk, "dragging-\(size.width)x\(size.height)")
    }

    /// Drafts that were left behind, and a field that two have changed.
    @Test(arguments: [(80, 24), (120, 40), (60, 20)])
    func draftsAndClashes(size: (width: Int, height: Int)) throws {
        let shelf = DraftShelf()
        let store = try TestDesk().store
        func screen() -> App {
            App(
                program: Office(store: store, currency: "CNY", drafts: shelf.drafts).program(),
                size: Size(width: size.width, height: size.height))
        }
        var first = screen()
        first.type("2/grace<Enter>e<Tab><Tab><C-u>Director<Esc>")
        first.type("2nEve<Tab>Nova")
        first.handle(.hangUp)
        var next = screen()
        try compare(next, "drafts-left-\(size.width)x\(size.height)")
        next.type("gdj")
        try compare(next, "drafts-\(size.width)x\(size.height)")
        let old = try #require(try store.read { try $0.fetch(Contact.self, $0.resolve("Grace Hopper").id) })
        var theirs = old
        theirs.position = "Admiral"
        try store.edit(from: old, to: theirs)
        next.type("k<Enter>")
        try compare(next, "clash-\(size.width)x\(size.height)")
    }

    /// Several numbers of somebody who is not to be called, and a meeting with something else in its way.
    @Test(arguments: [(80, 24), (120, 40), (60, 20)])
    func whatIsAskedAbout(size: (width: Int, height: Int)) throws {
        var desk = try TestDesk(width: size.width, height: size.height, dial: ["/bin/true", "{number}"])
        let old = try #require(try desk.store.read { try $0.fetch(Contact.self, $0.resolve("王伟").id) })
        var new = old
        new.phones = [Phone("+86 21 5888 0100", label: "work").markedBad, Phone("+86 138 0013 8000", label: "手机")]
        new.doNotCall = true
        try desk.store.edit(from: old, to: new)
        desk.type("2/王伟<Enter>D")
        try compare(desk, "dial-\(size.width)x\(size.height)")
        desk.type("<Esc>M")
        let taken = try #require(
            try desk.store.read { transaction in
                try transaction.ids(.meeting).compactMap { try transaction.fetch(Meeting.self, $0) }.first {
                    $0.state == .planned && !$0.place.isEmpty && $0.dueAt.map { $0 > TestDesk.clock.now } == true
                }
            })
        desk.paste("\(TestDesk.clock.zone.day(of: taken.dueAt!)) \(TestDesk.clock.zone.time(of: taken.dueAt!))")
        try compare(desk, "conflict-\(size.width)x\(size.height)")
    }

    /// A form that two have open: what only they changed, and what both did.
    @Test(arguments: [(80, 24), (120, 40), (60, 20)])
    func aConflictOfEdit(size: (width: Int, height: Int)) throws {
        var desk = try TestDesk(width: size.width, height: size.height)
        desk.type("2/grace<Enter>e<Tab><Tab><C-u>Director")
        let old = try #require(try desk.store.read { try $0.fetch(Contact.self, $0.resolve("Grace Hopper").id) })
        var theirs = old
        (theirs.position, theirs.tier) = ("Admiral", "C")
        try desk.store.edit(from: old, to: theirs)
        desk.type("<C-s>")
        try compare(desk, "edit-clash-\(size.width)x\(size.height)")
    }

    /// What an import would do, and what it did.
    @Test(arguments: [(80, 24), (120, 40), (60, 20)])
    func importing(size: (width: Int, height: Int)) throws {
        // The screen tells the path, which must be the same each time.
        let folder = URL(fileURLWithPath: "/tmp/kontor-golden-\(size.width)x\(size.height)")
        try? FileManager.default.removeItem(at: folder)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let people = """
            name,company,phone,city,shoe size
            Ada Lovell,Analytical Engines,+44 20 7946 0958,London,38
            王小明,上海艾克米,138 0013 8111,上海,
            ,Nobody Ltd,,,41

            """
        try people.write(to: folder.appending(path: "people.csv"), atomically: true, encoding: .utf8)
        let store = try Store.open(
            folder.appending(path: "office.db").path, for: .screen, clock: TestDesk.clock, seed: 1)
        var program = Office(store: store, currency: "CNY").program()
        program.executable =
            URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("kontor").path
        var app = App(program: program, size: Size(width: size.width, height: size.height))
        func wait(for text: String) {
            for _ in 0..<4000 where !app.draw().rows.joined().contains(text) {
                usleep(5_000)
                app.handle(.tick)
            }
        }
        app.type("i")
        app.handle(.paste(folder.appending(path: "people.csv").path))
        app.type("<Enter>")
        wait(for: "COLUMN")
        try compare(app, "import-mapping-\(size.width)x\(size.height)")
        app.type("G<Enter>ti<Enter>")
        try compare(app, "import-field-\(size.width)x\(size.height)")
        app.type("<Esc>i")
        wait(for: "This would come in")
        try compare(app, "import-preview-\(size.width)x\(size.height)")
        app.type("<Enter>")
        wait(for: "Imported")
        try compare(app, "imported-\(size.width)x\(size.height)")
    }

    private func compare(_ desk: TestDesk, _ name: String) throws { try compare(desk.app, name) }

    private func compare(_ app: App, _ name: String) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Screens/\(name).txt")
        // Whatever follows when nobody types is there.
        var app = app
        while app.isUnfinished { app.goOn() }
        let dump = app.draw().dump
        if ProcessInfo.processInfo.environment["KONTOR_RECORD"] != nil {
            try dump.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try dump == String(contentsOf: file, encoding: .utf8), "\(name)")
    }
}
