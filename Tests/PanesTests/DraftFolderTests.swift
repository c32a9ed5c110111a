import Foundation
import PaneKit
import Testing

@testable import Panes

/// Drafts as files: kept whole, for their owner alone, one a form and record.
struct DraftFolderTests {
    @Test func draftsAreKeptApartAndForTheirOwnerAlone() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "kontor-drafts-" + UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let drafts = Drafts.inFolder(folder)
        let text = "第一段\n\n=1+1 \u{1B}[2J " + String(repeating: "x", count: 100_000)
        func draft(_ key: String, _ text: String) -> Draft { Draft(key: key, title: "Note", fields: ["text": text]) }
        #expect(drafts.load("note c1") == nil)
        try drafts.discard("note c1")
        try drafts.save(draft("note c1", text))
        try drafts.save(draft("note c2", "other"))
        try drafts.save(draft("../../evil", "stays here"))
        try drafts.save(draft("note c1", text + "!"))
        #expect(drafts.load("note c1") == draft("note c1", text + "!"))
        #expect(drafts.load("note c2") == draft("note c2", "other"))
        #expect(drafts.load("../../evil")?.fields == ["text": "stays here"])
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(names.count == 3)
        for name in names {
            let mode = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
        #expect(try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions] as? Int == 0o700)
        try drafts.discard("note c1")
        #expect(drafts.load("note c1") == nil)
        #expect(drafts.load("note c2") != nil)
    }

    @Test func aDamagedDraftIsNone() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "kontor-drafts-" + UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let drafts = Drafts.inFolder(folder)
        try drafts.save(Draft(key: "call", title: "Call", fields: ["summary": "x"]))
        try drafts.save(Draft(key: "note", title: "Note", fields: ["text": "y"]))
        try Data("{".utf8).write(to: URL(fileURLWithPath: folder + "/call.json"))
        #expect(drafts.load("call") == nil)
        #expect(drafts.all().map(\.draft.key) == ["note"])
    }
}
