import Foundation
import Testing

/// Backup and restore, import and export.
@Suite struct FilesTests {
    @Test func aListIsSortedAndShowsTheColumnsThatAreAskedFor() throws {
        let desk = Desk()
        for (name, tier) in [("Zoë", "B"), ("王伟", ""), ("Ada", "B"), ("李蕾", "A")] {
            _ = try desk("add", "contact", name, "--set", "tier=\(tier)")
        }
        func names(_ order: String) throws -> [String] {
            let csv = try desk("list", "contacts", "--sort", order, "--columns", "name,tier", "--format", "csv").output
            return csv.split(separator: "\r\n").dropFirst().map { String($0.split(separator: ",")[1]) }
        }
        #expect(try names("name") == ["Ada", "李蕾", "王伟", "Zoë"])
        #expect(try names("name,desc") == ["Zoë", "王伟", "李蕾", "Ada"])
        #expect(try names("tier") == ["李蕾", "Ada", "Zoë", "王伟"])
        #expect(try names("tier,desc") == ["Ada", "Zoë", "李蕾", "王伟"])
    }

    @Test func aBackupComesBack() throws {
        let desk = Desk()
        try desk.furnish()
        let backup = desk.folder + "/backups/office-2026-11-21-1405.db"
        #expect(
            try desk("backup").output
                == "Backup \(backup) made: 2 contacts, 1 company, 1 opportunity, 0 calls, 1 meeting, 1 follow-up, 1 note, 0 promises.\n"
        )
        let before = try desk("list", "contacts", "--json").output
        try desk("delete", "c1")
        let answer = try desk("restore", backup)
        let kept = desk.folder + "/backups/office-2026-11-21-1405-before-restore.db"
        #expect(answer.status == 0)
        #expect(answer.output.hasPrefix("What was there is kept as \(kept).\nRestored \(backup): 2 contacts"))
        #expect(try desk("list", "contacts", "--json").output == before)
        #expect(
            try desk.run(["list", "contacts", "--format", "csv"], file: kept).output.split(separator: "\r\n").count == 2
        )
        #expect(try desk("check").status == 0)
        // A second one in the same minute takes another name.
        #expect(try desk("backup").output.contains("1405-2.db"))
        #expect(try desk("backup", backup).status == 3)
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")))
    func whatIsDerivedCanBeMadeAnew() throws {
        let desk = Desk()
        try desk.furnish()
        let shown = try desk("list", "contacts", "--json").output
        // Another program wrote into the file.
        let other = Process()
        other.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        other.arguments = [
            "-c",
            """
            import sqlite3, sys
            c = sqlite3.connect(sys.argv[1])
            c.execute('UPDATE contact_state SET attempts = 77'); c.execute('UPDATE unplanned SET count = 77')
            c.execute('DELETE FROM deal_stay'); c.commit()
            """, desk.file,
        ]
        try other.run()
        other.waitUntilExit()
        let answer = try desk("check")
        #expect(answer.status == 4 && answer.sentence.contains("kontor check --repair"))
        #expect(
            answer.output
                == "what is derived of contacts is out of date\nwhat is derived of opportunities is out of date\n")
        #expect(try desk("check", "--repair").status == 0)
        #expect(try desk("check").output == "\(desk.file) is whole.\n")
        #expect(try desk("list", "contacts", "--json").output == shown)
        // Nothing to do is no mistake, and there is nothing of it to undo.
        #expect(try desk("check", "--repair").output == "\(desk.file) is whole.\n")
        #expect(try !desk("history").output.contains("anew"))
    }

    @Test func aCopyOfTheDayIsMadeOnce() throws {
        let desk = Desk()
        #expect(try desk("backup", "--list").status == 1)
        // Nothing is there to be copied.
        #expect(try desk("backup", "--daily").output == "")
        try desk.furnish()
        #expect(
            try desk("backup", "--daily").output.hasPrefix(
                "Backup \(desk.folder)/backups/office-2026-11-21-1405-daily.db made: 2"))
        #expect(try desk("backup", "--daily").output == "")
        let list = try desk("backup", "--list").output.split(separator: "\n")
        #expect(list.count == 2)
        #expect(list.last?.hasPrefix("Sat 21 Nov 2026 14:05  daily  ") == true)
        #expect(list.last?.hasSuffix("/backups/office-2026-11-21-1405-daily.db") == true)
        for words in [["--daily", "--list"], ["--daily", "x.db"], ["--list", "x.db"]] {
            #expect(try desk.run(["backup"] + words).status == 2)
        }
    }

    /// Others write while the copy is made: it is the file as it was at one moment, whole.
    @Test func aCopyIsWholeWhileOthersWrite() throws {
        let desk = Desk()
        try desk.furnish()
        let loop = #"for i in 1 2 3 4 5 6 7 8 9 10; do "$0" --db "$1" add contact "Person $2 $i" || exit; done"#
        let writers = try ["A", "B"].map { name in
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-c", loop, Desk.program, desk.file, name]
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            return process
        }
        var counts: [Int] = []
        repeat {
            let copy = desk.folder + "/copy-\(counts.count).db"
            #expect(try desk("backup", copy).status == 0)
            #expect(try desk.run(["check"], file: copy).status == 0)
            let list = try desk.run(["list", "contacts", "--format", "csv"], file: copy).output
            counts.append(list.split(separator: "\r\n").count - 1)
        } while writers.contains(where: \.isRunning)
        #expect(counts == counts.sorted() && counts.allSatisfy { (2...22).contains($0) })
        #expect(try desk.records("contacts").count == 22)
    }

    @Test func aLargeImportIsPrecededByACopy() throws {
        let desk = Desk()
        try desk.furnish()
        let row = String(repeating: "很长的备注", count: 3000)
        let table = "Name,About\r\n" + (0..<120).map { "Person \($0),\(row)\r\n" }.joined()
        let file = desk.folder + "/many.csv"
        try table.write(toFile: file, atomically: true, encoding: .utf8)
        #expect(table.utf8.count > 5_000_000)
        func copies() -> [String] {
            (try? FileManager.default.contentsOfDirectory(atPath: desk.folder + "/backups")) ?? []
        }
        #expect(try desk("import", "--dry-run", file).status == 0)
        #expect(copies() == [])
        #expect(try desk("import", file).status == 0)
        #expect(copies() == ["office-2026-11-21-1405-before-import.db"])
        let kept = desk.folder + "/backups/office-2026-11-21-1405-before-import.db"
        #expect(
            try desk.run(["list", "contacts", "--format", "csv"], file: kept).output.split(separator: "\r\n").count == 3
        )
    }

    @Test func aDamagedFileIsKeptAsideByRestore() throws {
        let desk = Desk()
        try desk.furnish()
        try desk("backup", desk.folder + "/b.db")
        let url = URL(fileURLWithPath: desk.file)
        let damaged = try Data(contentsOf: url).dropLast(4096)
        try damaged.write(to: url)
        let answer = try desk("restore", desk.folder + "/b.db")
        #expect(answer.status == 0, "\(answer.error)")
        #expect(try desk.records("contacts").count == 2)
        let aside = desk.folder + "/backups/office-2026-11-21-1405-damaged.db"
        #expect(try Data(contentsOf: URL(fileURLWithPath: aside)) == damaged)
    }

    @Test func whatIsNoBackupIsNotRestored() throws {
        let desk = Desk()
        try desk.furnish()
        let before = try Data(contentsOf: URL(fileURLWithPath: desk.file))
        try "no".write(toFile: desk.folder + "/x.db", atomically: true, encoding: .utf8)
        #expect(try desk("restore", desk.folder + "/x.db").status == 4)
        #expect(try desk("restore", desk.folder + "/none.db").status == 4)
        #expect(!FileManager.default.fileExists(atPath: desk.folder + "/none.db"))
        #expect(try desk("restore", desk.file).status == 2)
        #expect(try Data(contentsOf: URL(fileURLWithPath: desk.file)) == before)
    }

    @Test func whatIsExportedIsImportedAgain() throws {
        let desk = Desk()
        try desk.furnish()
        try desk("log", "call", "c1", "--outcome", "answered", "--note", "=1+1")
        for format in ["csv", "json"] {
            let folder = desk.folder + "/" + format
            #expect(try desk("export", "all", "--format", format, "-o", folder).status == 0)
            let files = try FileManager.default.contentsOfDirectory(atPath: folder).map { folder + "/" + $0 }
            let again = try desk.run(["import"] + files)
            #expect(again.status == 0, "\(again.error)")
            #expect(!again.output.contains("undo"))
            let other = desk.folder + "/other-\(format).db"
            #expect(try desk.run(["import"] + files, file: other).status == 0)
            for kind in ["contacts", "deals", "calls", "notes"] {
                // A table says when it was exported, too.
                let out = try desk.run(["export", kind, "--format", "json"], file: other).output
                #expect(try desk("export", kind, "--format", "json").output == out)
            }
        }
    }

    @Test func aMappingIsKeptUnderAName() throws {
        let desk = Desk()
        let table = desk.folder + "/odd.csv"
        try "Foo,Bar,Points\nAda Lovell,+44 20 7946 0958,7\n".write(toFile: table, atomically: true, encoding: .utf8)
        let look = try desk("import", table, "--columns")
        #expect(look.output.contains("odd.csv: CSV table · UTF-8 · comma · 1 row\n"))
        #expect(look.output.contains("Points  not read  7\n"))
        #expect(look.output.contains("No column holds the name of the contacts yet."))
        #expect(try desk("import", "--mappings").status == 1)
        let keeping = [
            "import", table, "--as", "contacts", "--map", "Foo=name", "--map", "Bar=mobile", "--keep-mapping", "Fair",
        ]
        let dry = try desk.run(keeping + ["--dry-run"])
        #expect(dry.status == 0, "\(dry.error)")
        #expect(dry.output.contains("1 contact read: 1 would be imported, 0 updated"))
        #expect(try desk("import", "--mappings").status == 1)
        #expect(try desk.run(keeping).output.contains("1 contact read: 1 imported"))
        #expect(try desk("import", "--mappings").output == "Fair: Foo, Bar, Points\n")
        #expect(try desk("undo").output.contains("Import odd.csv"))
        #expect(try desk("import", table, "--mapping", "fair").output.contains("1 contact read: 1 imported"))
        #expect(try desk("import", table, "--mapping", "other").error.contains("There is no mapping “other”"))
        #expect(try desk("import", "--forget-mapping", "fair").status == 0)
        #expect(try desk("import", "--mappings").status == 1)
        #expect(try desk("import").status == 2)
    }

    @Test func anImportTellsItsNumbers() throws {
        let desk = Desk()
        let table = desk.folder + "/people.csv"
        try "Name;Phone;Shoe\nA;1234567;44\n王伟;138001380;\n;;39\n".write(
            toFile: table, atomically: true, encoding: .utf8)
        let dry = try desk("import", table, "--as", "contacts", "--dry-run")
        #expect(dry.output.contains("imported"))
        #expect(try desk("list", "contacts").status == 1)
        let rejects = desk.folder + "/rejects.csv"
        let answer = try desk("import", table, "--as", "contacts", "--map", "Shoe=tier", "--rejects", rejects)
        #expect(answer.status == 0, "\(answer.error)")
        #expect(answer.output.contains("3 contacts read: 2 imported, 0 updated, 0 unchanged, 0 skipped, 1 refused."))
        #expect(answer.output.contains("1 refused row is in \(rejects)"))
        #expect(try String(contentsOfFile: rejects, encoding: .utf8).contains("39"))
        #expect(try desk.records("contacts", "tier:44").count == 1)
        #expect(try desk("undo").status == 0)
        #expect(try desk("list", "contacts").status == 1)
        #expect(try desk("import", desk.folder + "/none.csv").status == 4)
        #expect(try desk("import", table, "--map", "Shoe").status == 2)
    }

    @Test func anExportIsNotWrittenOver() throws {
        let desk = Desk()
        try desk.furnish()
        let file = desk.folder + "/c.csv"
        #expect(try desk("export", "contacts", "-o", file).output == "2 contacts written to \(file).\n")
        #expect(try desk("export", "contacts", "-o", file).status == 2)
        #expect(
            try desk("export", "contacts", "tag:fair", "-o", file, "--force").output
                == "1 contact written to \(file).\n")
        #expect(try desk("export", "all").status == 2)
    }
}
