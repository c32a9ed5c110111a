import Exchange
import Formats
import Foundation
import Sales
import Storage
import Testing
import Words

/// What exports look like, byte by byte.
@Suite struct ExporterTests {
    func filled() throws -> Desk {
        let desk = try Desk()
        try desk.store.write("Fill") { transaction in
            var company = Company()
            (company.uid, company.name) = ("k-1", "上海, Ltd")
            try transaction.insert(&company)
            var ada = Contact()
            (ada.uid, ada.name, ada.companyID, ada.about) = ("c-2", "Ada", company.id, "=1+1\nx")
            ada.phones = [Phone("+44 20 7946 0000", label: "work"), Phone("2")]
            ada.tags = ["a;b", "c\\d"]
            try transaction.insert(&ada)
            var bob = Contact()
            (bob.uid, bob.name, bob.doNotCall) = ("c-1", "Bob", true)
            try transaction.insert(&bob)
            var deal = Opportunity()
            (deal.uid, deal.name, deal.companyID, deal.stageID) = (
                "o-1", "Big", company.id, try transaction.ids(.stage)[0]
            )
            (deal.amount, deal.currency, deal.closeOn) = (1_234_567, "JPY", Day(2027, 1, 2))
            deal.roles = [DealRole(contactID: ada.id, role: "buyer")]
            try transaction.insert(&deal)
            var next = FollowUp()
            (next.uid, next.subject, next.contactID, next.dueOn) = ("f-1", "call her", ada.id, Day(2026, 12, 1)!)
            try transaction.insert(&next)
        }
        return desk
    }

    @Test func contactsAsATable() throws {
        let text = try filled().export(.contact)
        let lines = text.split(separator: "\r\n")
        #expect(text.hasPrefix("\u{FEFF}uid,"))
        #expect(text.hasSuffix("\r\n"))
        #expect(
            lines[0]
                == "\u{FEFF}uid,name,given name,family name,nickname,company uid,company,position,department,status,tier,do not call,"
                + "cadence,birthday,website,source,about,nothing because,created at,phone 1,phone 1 label,phone 2,phone 2 label,email 1,email 1 label,"
                + "address 1 label,address 1 street,address 1 city,address 1 region,address 1 postcode,address 1 country,tags,"
                + "external id 1,external id 1 source,property 1,property 1 name,property 1 parameters,last contact,last attempt,next step"
        )
        // Ordered by uid, whatever the order in which they were added.
        #expect(lines[1] == "c-1,Bob,,,,,,,,lead,,yes,,,,,,,2026-11-21T06:05:00Z,,,,,,,,,,,,,,,,,,,,,")
        #expect(
            lines[2]
                == "c-2,Ada,,,,k-1,\"上海, Ltd\",,,lead,,no,,,,,\"'=1+1\nx\",,2026-11-21T06:05:00Z,+44 20 7946 0000,work,2,,,,,,,,,,a\\;b;c\\\\d,,,,,,,,2026-12-01"
        )
        #expect(lines.count == 3)
    }

    @Test func dealsAsJSON() throws {
        #expect(
            try filled().export(.opportunity, .json) == """
                [
                {"uid":"o-1","name":"Big","company_uid":"k-1","company":"上海, Ltd","stage_uid":"stage-lead","stage":"Lead","state":"open",\
                "currency":"JPY","amount":1234567,"probability":null,"close_on":"2027-01-02","reason_uid":null,"reason":null,"source":"",\
                "about":"","nothing_because":"","created_at":"2026-11-21T06:05:00Z","reviewed_at":null,"roles":[{"contact_uid":"c-2","contact":"Ada","role":"buyer"}],"tags":[],\
                "external_ids":[],"next_step":null}
                ]

                """)
    }

    @Test func aListExportsWhatItShows() throws {
        let desk = try filled()
        let filter = try Kind.contact.filter("bob", clock: Desk.clock, currency: "USD")
        var bytes: [UInt8] = []
        let count = try Exporter(desk.store).write(.contact, query: ListQuery(.contact, filter)) { bytes += $0 }
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(count == 1)
        #expect(text.contains("c-1,Bob") && !text.contains("Ada"))
        // Only as many columns as its own records need.
        #expect(text.contains("phone 1 label,email 1,"))
    }

    @Test func allKindsGoIntoFilesOfAFolder() throws {
        let desk = try filled()
        let counts = try Exporter(desk.store).writeAll(desk.folder + "/all")
        let names = try FileManager.default.contentsOfDirectory(atPath: desk.folder + "/all").sorted()
        #expect(names == Kind.allCases.map { $0.plural + ".csv" }.sorted())
        #expect(counts.first { $0.kind == .contact }?.count == 2)
        #expect(
            try desk.text("all/deal-changes.csv").contains(
                "o-1,Big,2026-11-21T06:05:00Z,stage-lead,Lead,open,JPY,1234567,2027-01-02"))
        #expect(throws: ExchangeError.self) { try Exporter(desk.store).writeAll(desk.folder + "/all") }
        #expect(try FileManager.default.contentsOfDirectory(atPath: desk.folder + "/all").count == names.count)
        try Exporter(desk.store).writeAll(desk.folder + "/all", force: true)
    }

    @Test func noCellOfAnyKindBeginsAFormula() throws {
        let desk = try Desk()
        for formula in ["=1+1", "+cmd|' /C calc'!A0", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "＝1"] {
            try desk.store.write("Fill") { transaction in
                var random = NastyRecords(random: SplitMix64(state: 1), transaction: transaction, formula: formula)
                for kind in Kind.allCases { random.ids[kind] = try transaction.ids(kind) }
                for kind in Kind.allCases where kind != .dealChange { try random.add(kind.type) }
            }
        }
        for kind in Kind.allCases {
            var reader = CSVReader(Array(try desk.export(kind).utf8.dropFirst(3)), delimiter: UInt8(ascii: ","))
            var row = CSVRow()
            while try reader.next(&row) == .row {
                for cell in row.cells where Int(cell) == nil {
                    #expect(!["=", "+", "-", "@", "\t", "\r", "＝"].contains { cell.hasPrefix($0) }, "\(kind) \(cell)")
                }
            }
        }
    }

    @Test func manyRecordsAreWrittenInPieces() throws {
        let desk = try Desk()
        try desk.store.write("Fill") { transaction in
            for number in 0..<1201 {
                var contact = Contact()
                contact.name = "Person \(number)"
                try transaction.insert(&contact)
            }
        }
        var pieces = 0
        var lines = 0
        let count = try Exporter(desk.store).write(.contact) {
            pieces += 1
            lines += $0.count { $0 == 0x0A }
        }
        #expect((count, lines, pieces) == (1201, 1202, 3))
    }
}
