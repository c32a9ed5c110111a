import Foundation
import PaneKit
import Sales
import Screen
import Storage
import Testing
import Words

@testable import Panes

/// Whatever is typed into a search or a filter is only text: no crash, nothing of it reaches SQL or the terminal, nothing is changed.
struct HostileTests {
    static let texts = [
        "'; DROP TABLE contact; --", "\" OR 1=1", "\"", "*", "^", "(", "NEAR(a b)", "{search} : a", "a* AND", "%",
        "\\", "_", "?1", ":a", "\u{1B}[31m", "\u{1B}]0;owned\u{07}", "\u{0}", "a\u{0}b", "\u{202E}", "\u{9B}2J",
        "👩‍👩‍👧", "\u{301}", "\u{200D}", "name:\u{1B}[2J", "tag:\"\u{0}", "last>\u{9B}31m", "amount>9e999999", "last>-1d",
        "close<99999999999999999999d", "colour\u{1B}[31m:red", "name:%", "city:'", "-", "or or", "“", "search:a",
        String(repeating: "a ", count: 600), String(repeating: "a or ", count: 300),
        String(repeating: "-a ", count: 600), String(repeating: "name:a ", count: 300),
        String(repeating: "tag:a or ", count: 200), String(repeating: "王", count: 3000), "ﷺ", "\u{FEFF}", "١٢٣", "²",
        "\u{10FFFF}", "\u{E0041}", "＇ ＯＲ １＝１",
    ]

    /// Real ones, where the folder of them is given: every line of every file.
    static let corpus: [String] = {
        guard let folder = ProcessInfo.processInfo.environment["KONTOR_CORPUS"] else { return [] }
        let names = FileManager.default.enumerator(atPath: folder + "/hostile")?.allObjects as? [String] ?? []
        return names.sorted().flatMap { name -> [String] in
            let bytes = (try? Data(contentsOf: URL(filePath: folder + "/hostile/" + name))) ?? Data()
            return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { String($0.prefix(4000)) }
        }
    }()

    private func expectSafe(_ desk: TestDesk, _ text: String) {
        for row in desk.app.draw().rows {
            let isSafe = row.unicodeScalars.allSatisfy { scalar in
                let value = scalar.value
                return value >= 0x20 && !(0x7F..<0xA0).contains(value) && !(0x202A...0x202E).contains(value)
                    && !(0x2066...0x2069).contains(value)
            }
            #expect(isSafe, "\(text.debugDescription)")
        }
    }

    /// Pastes a text where some keys lead, completes it, and leaves again.
    private func paste(_ text: String, behind keys: String, _ desk: inout TestDesk) {
        desk.type(keys)
        desk.paste(text)
        while desk.app.isUnfinished { desk.app.goOn() }
        expectSafe(desk, text)
        #expect(desk.app.messageText == nil, "\(text.debugDescription)")
        desk.type("<Tab>")
        expectSafe(desk, text)
        desk.type("<Esc><Esc>")
    }

    /// Ctrl-F, the line over each list, over the deals behind the board, and over each report that has one.
    @Test(arguments: ["<C-f>", "2/", "3/", "4/", "5/", "6/", "7v0/", "8/", "8]/", "8]]/", "8]]]/"])
    func isOnlyText(keys: String) throws {
        var desk = try TestDesk()
        let before = try desk.store.dump()
        for text in Self.texts { paste(text, behind: keys, &desk) }
        #expect(try desk.store.dump() == before)
    }

    @Test(.enabled(if: !corpus.isEmpty), arguments: ["<C-f>", "2/", "5/", "7v0/"])
    func isOnlyTextInTheWild(keys: String) throws {
        #expect(Self.corpus.count > 600)
        var desk = try TestDesk()
        let before = try desk.store.dump()
        for text in Self.corpus { paste(text, behind: keys, &desk) }
        #expect(try desk.store.dump() == before)
    }

    /// And as names of what is in the file: found by themselves, or refused as a line, never run.
    @Test(.enabled(if: !corpus.isEmpty)) func isOnlyANameInTheWild() throws {
        let store = try Store.inMemory(clock: TestDesk.clock, seed: 1)
        let names = Self.corpus.filter { !$0.trimmingCharacters(in: .whitespaces).isEmpty && !$0.contains("\0") }
        try store.write("Add all") { transaction in
            for name in names {
                var company = Company()
                company.name = name
                try transaction.insert(&company)
            }
        }
        for text in Self.corpus {
            for filter in [Filter(finding: text), Filter(holding: text)] {
                _ = try store.read { try $0.find(filter, limit: 5) }
                _ = try store.read { try $0.page(ListQuery(.company, filter), limit: 5) }
            }
        }
        #expect(try store.read { try $0.count(.company) } == names.count)
        #expect(try store.problems(thorough: true).isEmpty)
        let here = try store.read { transaction in
            Set(try transaction.ids(.company).compactMap { try transaction.fetch(Company.self, $0)?.name })
        }
        #expect(here == Set(names))
    }

    /// A name of a view, and its line, are such texts too.
    @Test func isOnlyTextInAView() throws {
        var desk = try TestDesk()
        for (index, text) in Self.texts.enumerated() {
            var view = SavedView()
            (view.pane, view.name, view.query) = ("contacts", "\(index)\(text)", text)
            (view.sort, view.columns) = (text, text)
            try desk.store.add(view)
        }
        for digit in 0...9 {
            desk.type("2v")
            expectSafe(desk, "\(digit)")
            desk.type("\(digit)")
            expectSafe(desk, "\(digit)")
        }
        desk.type("<Esc>v")
        for _ in 0..<Self.texts.count {
            desk.type("j")
            expectSafe(desk, "moved")
        }
    }
}
