import Exchange
import Foundation
import Testing

/// Files are written whole or not at all, and never through a link.
@Suite struct SafeFileTests {
    func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }
    func names(_ desk: Desk) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: desk.folder).sorted()
    }

    @Test func aFileAppearsWholeAndForItsOwnerOnly() throws {
        let desk = try Desk()
        let path = desk.folder + "/a.csv"
        let file = try SafeFile(path)
        try file.write([UInt8](repeating: 65, count: 600_000))
        #expect(!FileManager.default.fileExists(atPath: path))
        try file.finish()
        #expect(try text(path).utf8.count == 600_000)
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        #expect(try names(desk) == ["a.csv"])
    }

    @Test func anExistingFileIsOnlyReplacedWhenAsked() throws {
        let desk = try Desk()
        let path = try desk.file("a.csv", "old")
        #expect(throws: ExchangeError.usage("\(path) exists already; name another file, or use --force to replace it."))
        { try SafeFile(path) }
        let file = try SafeFile(path, force: true)
        try file.write(Array("new".utf8))
        #expect(try text(path) == "old")
        try file.finish()
        #expect(try text(path) == "new")
    }

    @Test func whatAnotherProgramPutThereMeanwhileStays() throws {
        let desk = try Desk()
        let path = desk.folder + "/a.csv"
        let file = try SafeFile(path)
        try file.write(Array("ours".utf8))
        _ = try desk.file("a.csv", "theirs")
        #expect(throws: ExchangeError.self) { try file.finish() }
        file.discard()
        #expect(try text(path) == "theirs")
        #expect(try names(desk) == ["a.csv"])
    }

    @Test func nothingIsWrittenThroughALink() throws {
        let desk = try Desk()
        let target = try desk.file("target", "safe")
        let link = desk.folder + "/link.csv"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
        for force in [false, true] {
            #expect(throws: ExchangeError.self) { try SafeFile(link, force: force) }
        }
        #expect(try text(target) == "safe")
        #expect(try names(desk) == ["link.csv", "target"])
    }

    @Test func whatIsNotFinishedLeavesNothing() throws {
        let desk = try Desk()
        do {
            let file = try SafeFile(desk.folder + "/a.csv")
            try file.write([1, 2, 3])
        }
        #expect(try names(desk) == [])
    }

    @Test(arguments: ["", "/nowhere/at/all/a.csv", "/", "/usr", "/usr/..", "/dev/null"])
    func aPathThatCannotBeAFileIsOneSentence(path: String) throws {
        #expect(throws: ExchangeError.self) { try SafeFile(path, force: true) }
    }

    @Test func aDeviceIsNoFile() throws {
        let error = #expect(throws: ExchangeError.self) { try SafeFile("/dev/null", force: true) }
        #expect(error?.sentence == "/dev/null is no ordinary file; name another.")
    }
}
