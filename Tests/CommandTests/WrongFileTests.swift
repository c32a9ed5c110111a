import Foundation
import Testing

/// Files that are not whole Kontor files: told in one sentence with status 4, and left as they are, byte for byte.
@Suite struct WrongFileTests {
    enum Wrong: String, CaseIterable, Sendable {
        case picture, empty, text, otherProgram, newer, truncated, grown, writeAheadLog, noVersion, flippedPage

        /// What the sentence must hold.
        var says: String {
            switch self {
            case .picture, .empty, .text, .otherProgram: "is not a Kontor file"
            case .newer: "newer Kontor"
            case .truncated, .grown, .writeAheadLog, .noVersion: "is damaged"
            case .flippedPage: "restore"
            }
        }

        /// Makes the file from a whole one.
        func bytes(from whole: [UInt8]) -> [UInt8] {
            var bytes = whole
            switch self {
            case .picture: return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](repeating: 7, count: 5000)
            case .empty: return []
            case .text: return Array(String(repeating: "SQLite format 3? no. ", count: 400).utf8)
            case .otherProgram: bytes.replaceSubrange(68..<72, with: [0, 0, 0, 0])
            case .newer: bytes.replaceSubrange(60..<64, with: [0, 0, 0, 99])
            case .truncated: bytes.removeLast(4096)
            case .grown: bytes += [UInt8](repeating: 0, count: 4096)
            case .writeAheadLog: bytes.replaceSubrange(18..<20, with: [2, 2])
            case .noVersion: bytes.replaceSubrange(60..<64, with: [0, 0, 0, 0])
            case .flippedPage: for at in 8192..<bytes.count { bytes[at] = ~bytes[at] }
            }
            return bytes
        }
    }

    /// In seconds: time enough for a busy machine.
    private static let atOnce = 20.0

    static let commands = [["check"], ["list", "contacts"], ["add", "contact", "X"], ["today"], ["backup"], ["undo"]]

    @Test(arguments: Wrong.allCases) func isToldAndLeftAlone(_ wrong: Wrong) throws {
        let desk = Desk()
        try desk.furnish()
        let url = URL(fileURLWithPath: desk.file)
        let bytes = wrong.bytes(from: [UInt8](try Data(contentsOf: url)))
        try Data(bytes).write(to: url)
        for command in Self.commands {
            let begin = Date()
            let answer = try desk.run(command)
            #expect(answer.status == 4, "\(command): \(answer.output)")
            #expect(
                !answer.sentence.contains("\n") && answer.sentence.contains(wrong.says), "\(command): \(answer.error)")
            #expect(Date().timeIntervalSince(begin) < Self.atOnce)
            #expect([UInt8](try Data(contentsOf: url)) == bytes, "\(command) changed the file")
            #expect(!FileManager.default.fileExists(atPath: desk.file + "-journal"))
        }
    }

    @Test func placesThatAreNoFiles() throws {
        let desk = Desk()
        let pipe = desk.folder + "/pipe"
        #expect(mkfifo(pipe, 0o600) == 0)
        for (place, says) in [
            (desk.folder, "it is a folder"), (desk.folder + "/missing/x.db", "no folder"), (pipe, "not a Kontor file"),
            ("/dev/null", "not a Kontor file"), (desk.folder + "/pipe/x.db", "cannot be used"),
        ] {
            let begin = Date()
            let answer = try desk.run(["list", "contacts"], file: place)
            #expect(answer.status == 4)
            #expect(answer.sentence.contains(says) && !answer.sentence.contains("\n"), "\(place): \(answer.error)")
            #expect(Date().timeIntervalSince(begin) < Self.atOnce)
        }
        #expect(!FileManager.default.fileExists(atPath: desk.folder + "/missing"))
    }

    @Test func oneFlippedPageIsFoundByCheck() throws {
        let desk = Desk()
        try desk.furnish()
        let url = URL(fileURLWithPath: desk.file)
        let whole = [UInt8](try Data(contentsOf: url))
        #expect(try desk("check").output == "\(desk.file) is whole.\n")
        // Pages that hold rows; a page that holds nothing may be anything.
        var found = 0
        for page in stride(from: 2, to: whole.count / 4096, by: 12) {
            var bytes = whole
            for at in page * 4096..<(page + 1) * 4096 { bytes[at] = ~bytes[at] }
            try Data(bytes).write(to: url)
            if try desk("check").status == 4 { found += 1 }
            #expect([UInt8](try Data(contentsOf: url)) == bytes)
        }
        #expect(found >= 5)
    }

    @Test(.enabled(if: ProcessInfo.processInfo.environment["KONTOR_CORPUS"] != nil))
    func damagedFilesOfTheCorpus() throws {
        let root = ProcessInfo.processInfo.environment["KONTOR_CORPUS"]! + "/sqlite-damaged"
        let names = (FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []).sorted()
        let desk = Desk()
        var files = 0
        for name in names {
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: root + "/" + name, isDirectory: &isFolder)
            if isFolder.boolValue { continue }
            let bytes = try Data(contentsOf: URL(fileURLWithPath: root + "/" + name))
            let file = desk.folder + "/damaged.db"
            try bytes.write(to: URL(fileURLWithPath: file))
            let begin = Date()
            let answer = try desk.run(["list", "contacts"], file: file)
            #expect(answer.status == 4, "\(name): \(answer.error)")
            #expect(Date().timeIntervalSince(begin) < Self.atOnce)
            #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == bytes, "\(name) was changed")
            files += 1
        }
        #expect(files > 0)
    }
}
