import Exchange
import Foundation
import Sales
import Storage
import Testing
import Words

/// What an import takes for the same, what it refuses, and that it is all or nothing.
@Suite struct ImporterTests {
    @Test func peopleAreTheSameWhenNameAndPhoneOrMailAgree() throws {
        let desk = try Desk()
        try desk.take(
            "a.csv", "Full name,Phone,Email,Job title\n王偉,+86 138 0013 8000,,\nAda,,ada@example.com,\nBob,,,\n")
        let report = try desk.take(
            "b.csv",
            "Full name,Phone,Email,Job title\n王伟,13800138000,ww@example.com,经理\nADA,,ADA@example.com,CEO\nAda,,other@example.com,\nBob,,,Boss\nBob,5550001111,,\n"
        )
        #expect(report.counts[.contact] == .init(imported: 2, updated: 3))
        let people = try desk.all(Contact.self)
        #expect(people.map(\.name) == ["王偉", "Ada", "Bob", "Ada", "Bob"])
        #expect(people.map(\.position) == ["经理", "CEO", "Boss", "", ""])
        #expect(people[0].emails.map(\.address) == ["ww@example.com"])
        #expect(people[0].phones.map(\.number) == ["+86 138 0013 8000"])
    }

    /// An export from before a merge brings the duplicate not back; what hangs on it finds the merged record.
    @Test func anOldUidFindsTheMergedRecord() throws {
        let desk = try Desk()
        try desk.take(
            "contacts.csv", "uid,name,position\nu1,Ada,CEO\nu2,Ada L.,Intern\n", options: ImportOptions(kind: .contact))
        let old = try desk.export(.contact)
        let people = try desk.all(Contact.self)
        try #require(people.count == 2)
        try desk.store.merge(Merge(kept: people[0], lost: people[1]))
        let report = try desk.take("contacts.csv", old)
        #expect(try desk.count(.contact) == 1)
        #expect(report.counts[.contact]?.skipped == 1)
        #expect(report.skips.first?.reason.contains("it was merged into Ada") == true)
        try desk.take("notes.csv", "uid,contact uid,at,zone,text\nn1,u2,2026-11-20T09:00:00Z,UTC,hello\n")
        #expect(try desk.all(Note.self).map(\.contactID) == [people[0].id])
        // Merged on, both uids lead to the last one; undone, they are two again.
        try desk.take("contacts.csv", "uid,name\nu3,Lovell\n", options: ImportOptions(kind: .contact))
        let now = try desk.all(Contact.self)
        try desk.store.merge(Merge(kept: now[1], lost: now[0]))
        #expect(Set(try desk.all(Contact.self)[0].externalIDs.map(\.value)) == ["u1", "u2"])
        _ = try desk.store.undo()
        #expect(try desk.count(.contact) == 2)
    }

    /// From some hundred questions on it is first asked whether a number, address or id can be here at all.
    @Test func theLastOfManyIsFoundAsTheFirst() throws {
        let desk = try Desk()
        func rows(_ numbers: some Sequence<Int>, _ prefix: String) -> String {
            numbers.map {
                "P\($0),\(prefix)138 0000 \(1000 + $0),\($0 % 2 == 0 ? "Mail\($0)@Example.com" : ""),\($0)\n"
            }.joined()
        }
        let heading = "Full name,Phone,Email,Record Id\n"
        try desk.take("a.csv", heading + rows(0..<900, "+86 "))
        let again = rows((0..<900).reversed(), "0086").uppercased()
        #expect(
            try desk.take("c.csv", heading + again + rows(900..<1800, "") + rows(1790..<1800, "+86 ")).counts[.contact]?
                .imported == 900)
        #expect(try desk.count(.contact) == 1800)
    }

    @Test func aViewOfThatNameIsTheSameView() throws {
        let desk = try Desk()
        try desk.take("views.csv", "uid,pane,name,query,sort,columns\nv1,contacts,Fairs,tag:fair,name,\n")
        let report = try desk.take(
            "views.csv",
            "uid,pane,name,query,sort,columns\nv2,contacts,ＦＡＩＲＳ,tag:expo,\"last,desc\",\"name,city\"\nv3,companies,Fairs,,,\n"
        )
        #expect(report.counts[.savedView] == .init(imported: 1, updated: 1))
        let views = try desk.all(SavedView.self)
        try #require(views.map(\.uid) == ["v1", "v3"])
        #expect(views[0].query == "tag:expo" && views[0].order == ListOrder("last", isDescending: true))
        #expect(views[0].columnNames == ["name", "city"])
    }

    @Test func whatIsHereStaysWhereOnlyLooksAgree() throws {
        let desk = try Desk()
        try desk.take("a.csv", "Full name,Email,Job title\nAda,ada@example.com,CEO\n")
        let report = try desk.take("b.csv", "Full name,Email,Job title\nAda,ada@example.com,Intern\n")
        #expect(report.total == .init(unchanged: 1))
        #expect(try desk.all(Contact.self).map(\.position) == ["CEO"])
    }

    @Test(arguments: [(ImportOptions.Mode.add, 2, 0), (.skip, 1, 1), (.update, 1, 0)])
    func theModeSaysWhatBecomesOfWhatIsHere(mode: ImportOptions.Mode, people: Int, skipped: Int) throws {
        let desk = try Desk()
        let text = "Full name,Email\nAda,ada@example.com\n"
        try desk.take("a.csv", text)
        let report = try desk.take("a.csv", text, options: ImportOptions(mode: mode))
        #expect(try desk.count(.contact) == people)
        #expect(report.total.skipped == skipped)
        #expect(report.total.read == 1)
    }

    @Test func numbersOfUnknownListsDoNotMixPeopleUp() throws {
        let desk = try Desk()
        try desk.take("customers.csv", "CustomerId,FirstName,LastName\n1,Ada,Lovell\n2,Bob,Boss\n")
        let report = try desk.take("staff.csv", "EmployeeId,FirstName,LastName\n1,Carl,Clerk\n2,Bob,Boss\n")
        #expect(report.total == .init(imported: 1, unchanged: 1))
        #expect(try desk.all(Contact.self).map(\.name) == ["Ada Lovell", "Bob Boss", "Carl Clerk"])
    }

    @Test func aNameThatFitsSeveralIsRefused() throws {
        let desk = try Desk()
        try desk.store.write("Add") { transaction in
            for _ in 0..<2 {
                var company = Company()
                company.name = "Acme"
                try transaction.insert(&company)
            }
        }
        let before = try desk.store.dump()
        let report = try desk.take("a.csv", "Full name,Company\nAda,ACME\n")
        #expect(
            report.refusals.map(\.remark.sentence) == [
                "a.csv, line 2: 2 companies are called ACME, so it is not clear which is meant"
            ])
        #expect(try desk.store.dump() == before)
    }

    @Test func aDryRunTellsTheTruthAndChangesNothing() throws {
        let desk = try Desk()
        let text = "Full name,Company,Birthday\nAda,Acme,1980-01-01\nBob,Acme,nonsense\n"
        let before = try desk.store.dump()
        var dry = try desk.take("a.csv", text, options: ImportOptions(isDryRun: true))
        #expect(try desk.store.dump() == before)
        #expect(try desk.store.history() == [])
        let real = try desk.take("a.csv", text)
        #expect(dry.previews.map(\.fate) == [.new, .refused])
        (dry.isDryRun, dry.previews) = (false, [])
        #expect(dry == real)
        #expect(real.total == .init(imported: 1, refused: 1))
        #expect(real.made == [.company: ["Acme"]])
    }

    /// Nothing comes in when its refused rows could not be kept; and they never stay half written.
    @Test func aFileOfRefusedRowsIsNeverWrittenOver() throws {
        let desk = try Desk()
        let path = try desk.file("rejects.csv", "mine")
        let options = ImportOptions(rejects: .init(path))
        let table = try desk.file("a.csv", "Full name,Birthday\nAda,soon\nBob,1980-01-01\n")
        #expect {
            try desk.bring(table, options: options)
        } throws: {
            ($0 as? ExchangeError)?.sentence.contains("rejects.csv exists already") == true
        }
        #expect(try desk.count(.contact) == 0)
        #expect(try desk.text("rejects.csv") == "mine")
        let other = ImportOptions(rejects: .init(desk.folder + "/other.csv"))
        #expect(throws: (any Error).self) {
            try Importer(desk.store, options: other).run(paths: [table, try desk.file("bad.json", "[{")])
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: desk.folder).allSatisfy { !$0.hasSuffix(".new") })
        try desk.take("good.csv", "Full name\nEve\n", options: other)
        #expect(!FileManager.default.fileExists(atPath: desk.folder + "/other.csv"))
    }

    @Test func ofVeryManyRefusedRowsTheFileHasAll() throws {
        let desk = try Desk()
        let rows = (0..<1500).map { "Person \($0),soon\n" }
        let options = ImportOptions(rejects: .init(desk.folder + "/rejects.csv"))
        let report = try desk.take("a.csv", "Full name,Birthday\n" + rows.joined(), options: options)
        #expect(report.total == .init(refused: 1500))
        #expect(report.refusals.count == 1000)
        #expect(try desk.text("rejects.csv").contains("\r\nPerson 1499,soon,1501,birthday: "))
    }

    @Test func refusedRowsGoIntoAFileWithTheirReasons() throws {
        let desk = try Desk()
        let options = ImportOptions(rejects: .init(desk.folder + "/rejects.csv"))
        let table = "Full name,Birthday\nAda,=1+1\nBob,1980-01-01\nCarl,1980-01-01,more\n"
        try desk.take("a.csv", table, options: options)
        #expect(
            try desk.text("rejects.csv")
                == "\u{FEFF}Full name,Birthday,line,reason\r\nAda,'=1+1,2,birthday: there is no such date: =1+1\r\n"
                + "Carl,\"1980-01-01\nmore\",4,\"the row has 3 cells, more than the 2 of the header\"\r\n")
    }

    @Test func aRefusedRowLeavesNothingOfItself() throws {
        let desk = try Desk()
        let options = ImportOptions(kind: .contact)
        try desk.take("contacts.csv", "uid,name,tags\nu1,Ada,old\n", options: options)
        let before = try desk.store.dump()
        // A blank tag is refused by the file itself, when the name has been changed and the company made.
        let report = try desk.take(
            "contacts.csv",
            "uid,name,company uid,company,tags\nu1,Eve,k1,Acme, \nu2,Bob,k2,Birch, \nu3,Carl,k1,Acme,new\n",
            options: options)
        #expect(report.total == .init(imported: 1, refused: 2))
        #expect(report.made == [.company: ["Acme"]])
        let people = try desk.all(Contact.self)
        #expect(people.map(\.name) == ["Ada", "Carl"])
        #expect(people.map(\.tags) == [["old"], ["new"]])
        #expect(people.map(\.companyID) == [nil, try desk.all(Company.self)[0].id])
        #expect(try desk.all(Company.self).map(\.name) == ["Acme"])
        let after = try desk.store.dump()
        _ = try desk.store.undo()
        #expect(try desk.store.dump() == before)
        _ = try desk.store.redo()
        #expect(try desk.store.dump() == after)
        #expect(try desk.store.staleKinds() == [])
    }

    @Test func manyDealsOfOneNameAreToldApartByCompanyAndDay() throws {
        let desk = try Desk()
        let rows =
            "Renewal,Acme,2026-12-01\nRenewal,Acme,2026-12-02\nRenewal,Birch,2026-12-01\nRENEWAL,,2026-12-01\nRenewal,,\n"
        let text = "Deal Name,Company,Close Date\n" + rows
        #expect(
            try desk.take("deals.csv", text, options: ImportOptions(kind: .opportunity)).total == .init(imported: 5))
        #expect(
            try desk.take("deals.csv", text, options: ImportOptions(kind: .opportunity)).total == .init(unchanged: 5))
    }

    @Test func aStoppedImportChangesNothing() throws {
        let desk = try Desk()
        let rows = (0..<3000).map { "Person \($0)" }.joined(separator: "\n")
        let path = try desk.file("a.csv", "Full name\n" + rows)
        let before = try desk.store.dump()
        var seen: [Int] = []
        #expect(throws: ExchangeError.cancelled) {
            try Importer(desk.store).run(
                paths: [path], progress: { seen.append($0.records) }, isCancelled: { seen.count == 2 })
        }
        #expect(seen == [999, 1999])
        #expect(try desk.store.dump() == before)
    }

    @Test func badFilesAreOneSentenceAndChangeNothing() throws {
        let desk = try Desk()
        let good = try desk.file("good.csv", "Full name\nAda\n")
        let bad = [
            desk.folder + "/missing.csv", desk.folder,
            try desk.file("empty.csv", ""),
            try desk.file("a.png", [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0]),
            try desk.file("noise.csv", (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) }),
            try desk.file("junk.csv", "Description,Amount\nItem,50\nOther,60\n"),
            try desk.file(
                "invoice.csv", "InvoiceId,CustomerId,InvoiceDate,BillingCity,Total\n1,2,2009-01-01,Oslo,1.98\n"),
            try desk.file("foreign.json", #"[{"name":"Ada"}]"#),
            try desk.file("broken.json", "[{\"uid\":"),
            try desk.file("number.json", "[1,2]"),
            try desk.file("a.vcf", "nothing here"),
            try desk.file("a.ics", "nothing here"),
        ]
        let before = try desk.store.dump()
        for path in bad {
            let error = #expect(throws: ExchangeError.self, "\(path)") { try desk.bring(good, path) }
            let sentence = error?.sentence ?? ""
            #expect(sentence.hasSuffix("."), "\(sentence)")
            #expect(!sentence.contains("\n"))
            #expect(try desk.store.dump() == before)
        }
        #expect(try desk.store.history() == [])
    }

    @Test func cellsThatLookLikeFormulasComeInAsTheyWereMeant() throws {
        let desk = try Desk()
        try desk.take("a.csv", "Full name,Notes\nAda,'=1+1\nBob,'quoted'\n")
        #expect(try desk.all(Contact.self).map(\.about) == ["=1+1", "'quoted'"])
        #expect(try desk.export(.contact).contains(",'=1+1,"))
    }
}

/// Tables and JSON of ours that somebody has changed meanwhile.
@Suite struct OwnFilesTests {
    @Test func onlyTheColumnsThatAreThereAreChanged() throws {
        let desk = try Desk()
        try desk.take("contacts.csv", "uid,name,position,phone 1,phone 2,tags\nc-1,Ada,CEO,111,222,a;b\n")
        let report = try desk.take(
            "changed.csv", "uid,name,phone 1,tags\nc-1,Ada L,333,\nc-2,Bob,,x\n", options: .init(kind: .contact))
        #expect(report.total == .init(imported: 1, updated: 1))
        let people = try desk.all(Contact.self)
        #expect(people.map(\.uid) == ["c-1", "c-2"])
        #expect((people[0].name, people[0].position, people[0].tags) == ("Ada L", "CEO", []))
        #expect(people[0].phones == [Phone("333")])
        #expect(try desk.store.history().count == 2)
    }

    @Test func uidsOfOtherProgramsAreTheirIds() throws {
        let desk = try Desk()
        try desk.take("ldap.csv", "uid,cn,full name,mail,objectclass\njdoe,x,John Doe,j@example.com,person\n")
        let john = try #require(try desk.all(Contact.self).first)
        #expect(john.uid.utf8.count == 36)
        #expect(john.externalIDs == [ExternalID(source: "import", value: "jdoe")])
    }

    @Test func aRowThatBreaksARuleIsRefusedAloneWithItsReason() throws {
        let desk = try Desk()
        let report = try desk.take(
            "contacts.csv",
            """
            uid,name,status,cadence,birthday,do not call,company uid,company
            c-1,,lead,,,no,,
            c-2,Ada,friend,,,no,,
            c-3,Ada,lead,0,,no,,
            c-4,Ada,lead,,1980-02-30,no,,
            c-5,Ada,lead,,,maybe,,
            c-6,Ada,lead,,,no,k-9,
            c-7,Ada,lead,30,--02-29,yes,k-9,Acme
            """)
        #expect(
            report.refusals.map(\.remark.reason) == [
                "no name", "status: friend is none of lead, prospect, customer, partner, former",
                "cadence: 0 is not between 1 and 3650", "birthday: there is no such date: 1980-02-30",
                "do not call: neither yes nor no: maybe",
                "no company with the id k-9 is here; bring in the companies first",
            ])
        #expect(report.total == .init(imported: 1, refused: 6))
        #expect(try desk.all(Contact.self).map(\.uid) == ["c-7"])
        #expect(try desk.all(Company.self).map(\.uid) == ["k-9"])
    }

    @Test func callsWithoutUidsAreNotDoubled() throws {
        let desk = try Desk()
        try desk.take("people.csv", "Full name,Email\nAda,a@example.com\nBob,\n")
        let calls =
            "contact,at,outcome,summary\nAda,2026-11-01T10:00:00Z,answered,hello\nEve,2026-11-01T10:00:00Z,answered,\n"
        let options = ImportOptions(kind: .call)
        let report = try desk.take("calls.csv", calls, options: options)
        #expect(report.total == .init(imported: 1, refused: 1))
        #expect(report.refusals.map(\.remark.reason) == ["no contact is called Eve"])
        #expect(try desk.take("calls.csv", calls, options: options).total == .init(unchanged: 1, refused: 1))
        #expect(try desk.count(.call) == 1)
    }

    @Test func aRecordOfJSONIsRefusedByItsNumber() throws {
        let desk = try Desk()
        let report = try desk.take(
            "notes.json", #"[{"uid":"n-1","text":"x","at":"2026-11-01T10:00:00Z"},{"uid":"n-2","text":5,"shape":1},3]"#)
        #expect(report.total == .init(refused: 3))
        #expect(
            report.refusals.map(\.remark.sentence) == [
                "notes.json: record 1: a note on nothing", "notes.json: record 2: a note on nothing",
                "notes.json: record 3: not an object",
            ])
        #expect(report.files[0].unmapped == ["shape"])
    }

    @Test func aDealThatWasLostMeanwhileGetsTheReasonOfImports() throws {
        let desk = try Desk()
        try desk.take("o.csv", "Id,Name,StageName,CloseDate\n006x0000001YtCrAAK,A,Lead,2026-01-01\n")
        let report = try desk.take(
            "o.csv", "Id,Name,StageName,CloseDate\n006x0000001YtCrAAK,A,Closed Lost,2026-01-01\n")
        #expect(report.total == .init(updated: 1))
        let deal = try #require(try desk.all(Opportunity.self).first)
        #expect(deal.state == .lost)
        #expect(deal.reasonID == (try desk.store.read { try $0.id(.reason, uid: Reason.importUID) }))
    }
}
