import Exchange
import Foundation
import Sales
import Storage
import Testing
import Words

/// Contacts and companies as vCards, and back.
@Suite struct CardExportTests {
    /// In 4.0 relations travel with the people; brought in again they change nothing, into an empty file they are there again.
    @Test func relationsGoOutAndIn() throws {
        let desk = try Desk()
        try desk.take(
            "contacts.csv", "uid,name\nu1,Ada\n018f0000-0000-7000-8000-000000000001,Grace\nu3,王伟\n",
            options: ImportOptions(kind: .contact))
        let ids = try desk.all(Contact.self).map(\.id)
        try desk.store.write("Relate") { transaction in
            try transaction.relate(ids[0], "reports to", to: Ref(.contact, ids[1]))
            try transaction.relate(ids[2], "mentors; 师父/徒弟, of", to: Ref(.contact, ids[0]))
        }
        let cards = try desk.export(.contact, .vcard)
        #expect(
            cards.replacing("\r\n ", with: "").contains(
                "RELATED;TYPE=co-worker:urn:uuid:018f0000-0000-7000-8000-000000000001"))
        let report = try desk.take("cards.vcf", cards)
        #expect(report.total == .init(unchanged: 3))
        #expect(try desk.count(.relation) == 2)
        let other = try Desk(seed: 2)
        try other.take("cards.vcf", cards)
        func said(_ desk: Desk, _ name: String) throws -> Set<String> {
            let id = try desk.store.read { try $0.resolve(name, among: [.contact]).id }
            return Set(
                try desk.store.read { try $0.relations(of: Ref(.contact, id)) }.map { "\($0.relation) \($0.name)" })
        }
        for name in ["Ada", "Grace"] { #expect(try said(other, name) == said(desk, name)) }
        #expect(try other.all(Contact.self).allSatisfy(\.properties.isEmpty))
    }

    /// A relation to a company goes out with the person, and is one again where the company is.
    @Test func relationsToCompaniesGoOutAndIn() throws {
        let desk = try Desk()
        try desk.take("contacts.csv", "uid,name\nu1,Ada\n", options: ImportOptions(kind: .contact))
        try desk.take("companies.csv", "uid,name\nk1,艾克米\n", options: ImportOptions(kind: .company))
        let (ada, acme) = (try desk.all(Contact.self)[0].id, try desk.all(Company.self)[0].id)
        try desk.store.write("Relate") { try $0.relate(ada, "former company", to: Ref(.company, acme)) }
        let (people, companies) = (try desk.export(.contact, .vcard), try desk.export(.company, .vcard))
        #expect(people.contains("X-KONTOR-RELATION:former company;former employee;k1"))
        #expect(try desk.take("cards.vcf", people).total == .init(unchanged: 1))
        #expect(try desk.count(.affiliation) == 1)
        let other = try Desk(seed: 2)
        try other.take("companies.vcf", companies)
        try other.take("people.vcf", people)
        #expect(
            try other.all(Affiliation.self).map { "\($0.name), \($0.inverse)" } == ["former company, former employee"])
    }

    /// Everything that a card can say, from a file of another program.
    private let foreign = """
        BEGIN:VCARD
        VERSION:3.0
        PRODID:-//Apple Inc.//macOS 14//EN
        UID:abc-1
        FN:Dr. Ada Lovell
        N:Lovell;Ada;Augusta;Dr.;
        ORG:Engines Ltd;Board
        TITLE:CEO
        TEL;TYPE=CELL,VOICE:+44 20 7946 0000
        TEL;TYPE=WORK,FAX:+44 20 7946 0001
        item1.EMAIL;TYPE=INTERNET:ada@example.com
        item1.X-ABLabel:Mill
        item2.X-SHOE;SIZE="a:b":\\,42
        ADR;TYPE=WORK:;;1 Way;London;;W1;UK
        BDAY;X-APPLE-OMIT-YEAR=1604:1604-12-10
        NOTE:one\\ntwo
        CATEGORIES:fair,VIP
        PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRg==
        END:VCARD

        """

    private func cards(_ desk: Desk, _ kind: Kind, _ version: CardVersion = .four) throws -> String {
        var bytes: [UInt8] = []
        try Exporter(desk.store, cardVersion: version).write(kind, format: .vcard) { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Without the lines that differ in every file.
    private func settled(_ text: String) -> [String] {
        text.split(separator: "\r\n").filter { !$0.hasPrefix("UID:") && !$0.hasPrefix("X-KONTOR-COMPANY:") }.map(
            String.init)
    }

    @Test func aCardOfVersionFour() throws {
        let desk = try Desk()
        try desk.take("a.vcf", foreign)
        #expect(
            settled(try cards(desk, .contact)) == [
                "BEGIN:VCARD", "VERSION:4.0", "PRODID:-//Kontor//Kontor//EN", "FN:Dr. Ada Lovell",
                "N:Lovell;Ada;Augusta;Dr.;", "ORG:Engines Ltd;Board", "TITLE:CEO", "BDAY:--1210",
                "TEL;TYPE=cell:+44 20 7946 0000", "TEL;TYPE=work,fax:+44 20 7946 0001",
                "item1.EMAIL:ada@example.com", "item1.X-ABLabel:Mill", "ADR;TYPE=work:;;1 Way;London;;W1;UK",
                "NOTE:one\\ntwo", "CATEGORIES:fair,VIP", "PHOTO:data:image/jpeg;base64,/9j/4AAQSkZJRg==",
                "item2.X-SHOE;SIZE=\"a:b\":\\,42", "X-KONTOR-CREATED-AT:2026-11-21T06:05:00Z",
                "X-KONTOR-ID;SOURCE=vcard:abc-1", "REV:20261121T060500Z", "END:VCARD",
            ])
    }

    @Test func aCardOfVersionThree() throws {
        let desk = try Desk()
        try desk.take("a.vcf", foreign)
        let lines = settled(try cards(desk, .contact, .three))
        for line in [
            "VERSION:3.0", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-12-10", "PHOTO;ENCODING=b;TYPE=jpeg:/9j/4AAQSkZJRg==",
            "REV:2026-11-21T06:05:00Z",
        ] { #expect(lines.contains(line), "\(line)") }
        let company = settled(try cards(desk, .company, .three))
        #expect(
            company.contains("X-ABShowAs:COMPANY") && company.contains("N:;;;;") && company.contains("ORG:Engines Ltd"))
        #expect(settled(try cards(desk, .company)).contains("KIND:org"))
    }

    /// Exports, brings it into an empty file, exports again; and into the same file, where nothing is changed.
    private func expectSame(_ desk: Desk, _ version: CardVersion, _ note: Comment = "") throws {
        let other = try Desk(seed: 99)
        let files = try [Kind.company, .contact].filter { try desk.count($0) > 0 }.map {
            try desk.file("\($0.plural).vcf", try cards(desk, $0, version))
        }
        let report = try Importer(other.store).run(paths: files)
        #expect(report.refusals.map(\.remark.sentence) == [], note)
        #expect(report.skips == [], note)
        for kind in [Kind.company, .contact] {
            let one = try cards(desk, kind, version)
            let two = try cards(other, kind, version)
            #expect(one == two, note)
        }
        let before = try desk.store.dump()
        let again = try Importer(desk.store).run(paths: files)
        #expect(again.total.unchanged == again.total.read, note)
        #expect(try desk.store.dump() == before, note)
    }

    @Test(arguments: CardVersion.allCases) func aForeignCardComesBack(version: CardVersion) throws {
        let desk = try Desk()
        try desk.take("a.vcf", foreign)
        try expectSame(desk, version)
    }

    /// Records that a card can hold as they are: one kind of line break, no empty row in a list.
    @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64], CardVersion.allCases)
    func nastyRecordsComeBack(seed: UInt64, version: CardVersion) throws {
        try expectNastyRecordsBack(seed: seed, version)
    }

    /// `KONTOR_TRIPS` people and companies (`make trips`).
    @Test(.enabled(if: NastyRecords.wanted != nil), arguments: CardVersion.allCases)
    func aLongRun(version: CardVersion) throws {
        try expectNastyRecordsBack(seed: 77, version, kinds: [.company, .contact], each: NastyRecords.wanted! / 2)
    }

    private func expectNastyRecordsBack(
        seed: UInt64, _ version: CardVersion, kinds: [Kind] = Kind.allCases, each: Int = 12
    ) throws {
        let desk = try Desk(seed: seed)
        try NastyRecords.fill(desk.store, seed: seed, kinds: kinds, each: each)
        try desk.store.write("Settle") { transaction in
            try settle(Contact.self, transaction)
            try settle(Company.self, transaction)
        }
        try expectSame(desk, version)
    }

    private func settle<R: Sales.Record>(_ type: R.Type, _ transaction: Transaction) throws {
        func plain(_ value: Value) -> Value {
            guard let text = value.text else { return value }
            return .text(text.breakingLines(with: "\n"))
        }
        for id in try transaction.ids(R.kind) {
            var record = try transaction.fetch(R.self, id)!
            for field in R.fields { field.set(&record, plain(field.get(record))) }
            for list in R.lists {
                let rows = list.name == "property" ? [] : list.get(record).map { $0.map(plain) }
                list.set(&record, rows.filter { list.name != "address" || $0.dropFirst().contains { $0.text != "" } })
            }
            try transaction.update(record)
        }
    }

    @Test func onlyPeopleAndCompaniesAreCards() throws {
        #expect(throws: ExchangeError.self) { try cards(try Desk(), .call) }
        let desk = try Desk()
        try desk.take("a.vcf", foreign)
        let counts = try Exporter(desk.store).writeAll(desk.folder + "/all", format: .vcard)
        #expect(counts.map(\.count) == [1, 1])
        #expect(try desk.text("all/contacts.vcf") == cards(desk, .contact))
    }

    @Test(arguments: [
        ("a.vcf", ExportFormat.vcard), ("b/c.JSON", .json), ("x.y/z", nil), ("csv", nil), ("a.csv", .csv),
    ])
    func theNameOfAFileSaysItsFormat(name: String, format: ExportFormat?) {
        #expect(ExportFormat(fileName: name) == format)
    }

    @Test(.enabled(if: Desk.hasCorpus), arguments: CardVersion.allCases)
    func realCardsComeBack(version: CardVersion) throws {
        let all = FileManager.default.enumerator(atPath: Desk.corpus("vcard"))!.allObjects as! [String]
        var compared = 0
        for name in all.filter({ $0.hasSuffix(".vcf") }).sorted() {
            let desk = try Desk()
            guard (try? desk.bring(Desk.corpus("vcard/" + name))) != nil else { continue }
            try expectSame(desk, version, "\(name)")
            compared += 1
        }
        #expect(compared > 90)
    }
}
