import Foundation
import Testing

/// What must hold whatever happens: several at once, ends in the middle, names that would command a terminal, other users.
@Suite struct SafetyTests {
    @Test func twoWritersLoseNothing() throws {
        let desk = Desk()
        try desk("add", "contact", "first")
        let failures = Failures()
        DispatchQueue.concurrentPerform(iterations: 2) { writer in
            for number in 1...50 {
                do {
                    let answer = try desk.run(["add", "contact", "writer \(writer) number \(number)"])
                    if answer.status != 0 || !answer.error.isEmpty { failures.add(answer.error) }
                } catch {
                    failures.add("\(error)")
                }
            }
        }
        #expect(failures.all == [])
        let records = try desk.records("contacts")
        #expect(records.count == 101)
        #expect(Set(records.compactMap { $0["ref"] as? String }).count == 101)
        #expect(Set(records.compactMap { $0["uid"] as? String }).count == 101)
        #expect(try desk("check").status == 0)
    }

    @Test func eightFirstStartsAtOnce() throws {
        let desk = Desk()
        let failures = Failures()
        DispatchQueue.concurrentPerform(iterations: 8) { number in
            do {
                let answer = try desk.run(["add", "contact", "start \(number)"], file: nil)
                if answer.status != 0 || !answer.error.isEmpty { failures.add(answer.error) }
            } catch {
                failures.add("\(error)")
            }
        }
        #expect(failures.all == [])
        let folder = desk.folder + "/.local/share/kontor"
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["kontor.db"])
        #expect(try mode(folder) == 0o700)
        #expect(try mode(folder + "/kontor.db") == 0o600)
        let answer = try desk.run(["list", "contacts", "--format", "csv"], file: folder + "/kontor.db")
        #expect(answer.output.split(separator: "\r\n").count == 9)
        let elsewhere = desk.folder + "/data"
        #expect(try desk.run(["list", "contacts"], file: nil, environment: ["XDG_DATA_HOME": elsewhere]).status == 1)
        #expect(try mode(elsewhere + "/kontor/kontor.db") == 0o600)
    }

    @Test func anEndInTheMiddleLeavesAWholeFile() throws {
        let desk = Desk()
        try desk("add", "contact", "first")
        let rows = (1...4000).map { "Person \($0),\($0)00000" }.joined(separator: "\n")
        let table = desk.folder + "/people.csv"
        try "name,phone\n\(rows)\n".write(toFile: table, atomically: true, encoding: .utf8)
        var killed = 0
        for pause in [40, 150, 300, 600, 900, 1200] {
            let running = try desk.start(["import", table, "--as", "contacts", "--mode", "add"])
            usleep(useconds_t(pause * 1000))
            if running.process.isRunning {
                kill(running.process.processIdentifier, SIGKILL)
                killed += 1
            }
            running.process.waitUntilExit()
            let answer = try desk("list", "contacts", "--format", "csv")
            #expect(answer.status == 0, "\(answer.error)")
            // All or nothing.
            #expect((answer.output.split(separator: "\r\n").count - 2) % 4000 == 0)
            #expect(try desk("check").status == 0)
        }
        #expect(killed > 0)
    }

    static let hostile = [
        "Red \u{1B}[31mname", "Title \u{1B}]0;owned\u{07}", "Turned \u{202E}round", "Isolate \u{2066}x\u{2069}",
        "C1 \u{9B}31m",
        "Null-ish \u{08}\u{7F}", "Zero \u{200B}width", "Line\nbreak\rback", "Tag \u{E0041}",
    ]

    @Test(arguments: hostile) func noNameCommandsTheTerminal(_ name: String) throws {
        let desk = Desk()
        #expect(try desk("add", "contact", name, "--company", name, "--phone", name).status == 0)
        try desk("add", "opportunity", name, "--company", "k1", "--contact", "c1", "--set", "about=\(name)")
        try desk("add", "follow-up", "c1", "--due", "today", "--subject", name)
        try desk("add", "note", "c1", name)
        for command in [
            ["list", "contacts"], ["list", "contacts", "--json"], ["list", "notes"], ["show", "c1"],
            ["show", "o1", "--json"], ["today"],
            ["today", "--json"], ["history"], ["find", "k"], ["set", "c1", "tier=\(name)"], ["undo"], ["redo"],
            ["show", name + "x"],
            ["set", "c1", "\(name)=1"], [name], ["list", name], ["list", "contacts", "\(name):1"],
            ["--db", "/\(name)/x", "today"],
            ["restore", name], ["won", "o1"], ["delete", "c1"],
        ] {
            let answer = try desk.run(command)
            for scalar in (answer.output + answer.error).unicodeScalars where scalar != "\n" {
                let isSafe =
                    scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value)
                    && !(0x200B...0x200F).contains(scalar.value)
                    && !(0x2028...0x202E).contains(scalar.value) && !(0x2060...0x206F).contains(scalar.value)
                    && scalar.value < 0xE0000
                #expect(isSafe, "\(command): U+\(String(scalar.value, radix: 16))")
            }
        }
    }

    /// As the text of a search or a filter they find nothing, or are refused in a sentence; nothing of them reaches SQL or the terminal.
    @Test(arguments: [
        "'; DROP TABLE contact; --", "\" OR 1=1", "*", "NEAR(a b)", "{search} : a", "%", "\\", "\u{1B}]0;owned\u{07}",
        "\u{9B}2J", "a\u{202E}b", "name:\u{1B}[31m", "last>\u{9B}31m", "amount>9e999999", "?1", "😈", "or or",
    ]) func noSearchDoesMoreThanSearch(_ text: String) throws {
        let desk = Desk()
        try desk.furnish()
        let before = try desk("list", "contacts", "--json").output
        for command in [
            ["find", "--", text], ["list", "contacts", "--", text], ["list", "deals", "--", text],
            ["list", "notes", "--", text], ["list", "contacts", "--view", text], ["report", "pipeline", "--", text],
            ["export", "contacts", "--", text],
        ] {
            let answer = try desk.run(command)
            #expect([0, 1, 2, 3].contains(answer.status), "\(command)")
            for scalar in (answer.output + answer.error).unicodeScalars
            where scalar != "\n" && scalar != "\r" && scalar.value != 0xFEFF {
                let isSafe =
                    scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value)
                    && !(0x2028...0x202E).contains(scalar.value)
                #expect(isSafe, "\(command): U+\(String(scalar.value, radix: 16))")
            }
        }
        #expect(try desk("list", "contacts", "--json").output == before)
        #expect(try desk("check").status == 0)
    }

    @Test func jsonGivesBackWhatWasTyped() throws {
        let desk = Desk()
        for name in Self.hostile { #expect(try desk("add", "contact", name).status == 0) }
        let names = try desk.records("contacts").compactMap { $0["name"] as? String }
        #expect(Set(names.map { Array($0.unicodeScalars) }) == Set(Self.hostile.map { Array($0.unicodeScalars) }))
    }

    @Test func filesAreForTheirOwnerAlone() throws {
        let desk = Desk()
        #expect(try desk("add", "contact", "A").status == 0)
        #expect(try mode(desk.file) == 0o600)
        #expect(try desk("backup").status == 0)
        #expect(try mode(desk.folder + "/backups") == 0o700)
        #expect(try mode(desk.folder + "/backups/office-2026-11-21-1405.db") == 0o600)
        try desk("export", "contacts", "-o", desk.folder + "/c.csv")
        #expect(try mode(desk.folder + "/c.csv") == 0o600)
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")))
    func aLockIsWaitedForAndTold() throws {
        let desk = Desk()
        try desk.furnish()
        // An open transaction of another process, held for two seconds.
        let script = """
            import sqlite3, time, sys
            c = sqlite3.connect(sys.argv[1], isolation_level=None)
            c.execute('BEGIN EXCLUSIVE'); print('locked', flush=True); time.sleep(2.5); c.execute('ROLLBACK')
            """
        let holder = Process()
        holder.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        holder.arguments = ["-c", script, desk.file]
        let said = Pipe()
        holder.standardOutput = said
        try holder.run()
        _ = said.fileHandleForReading.availableData
        let answer = try desk("add", "contact", "late")
        holder.waitUntilExit()
        #expect(answer.status == 0)
        #expect(answer.sentence == "Another Kontor is writing to the file; waiting for it.")
        #expect(try desk.records("contacts").count == 3)
    }
}

/// What went wrong in several threads.
private final class Failures: @unchecked Sendable {
    private let lock = NSLock()
    private var list: [String] = []
    func add(_ text: String) { lock.withLock { list.append(text) } }
    var all: [String] { lock.withLock { list } }
}
