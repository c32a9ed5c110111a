import Exchange
import Foundation
import Sales
import Storage
import Testing

/// People, companies and groups of vCards.
@Suite struct CardImportTests {
    let cards = """
        BEGIN:VCARD
        VERSION:3.0
        UID:abc-1
        FN:Dr. Ada Lovell
        N:Lovell;Ada;;Dr.;
        ORG:Engines Ltd;Board
        TITLE:CEO
        TEL;TYPE=CELL,VOICE:+44 20 7946 0000
        item1.EMAIL;TYPE=INTERNET:ada@example.com
        item1.X-ABLabel:Mill
        ADR;TYPE=WORK:;;1 Way;London;;W1;UK
        BDAY:--12-10
        NOTE:one\\ntwo
        CATEGORIES:fair,VIP
        X-TWITTER:ada
        END:VCARD
        BEGIN:VCARD
        VERSION:3.0
        N:;;;;
        FN:
        ORG:平安
        TEL:95511
        X-ABShowAs:COMPANY
        END:VCARD
        BEGIN:VCARD
        VERSION:3.0
        FN:Friends
        X-ADDRESSBOOKSERVER-KIND:group
        END:VCARD
        BEGIN:VCARD
        VERSION:3.0
        N:;;;;
        END:VCARD

        """

    @Test func aFileOfCards() throws {
        let desk = try Desk()
        let report = try desk.take("a.vcf", cards)
        #expect(report.counts == [.contact: .init(imported: 1, skipped: 1, refused: 1), .company: .init(imported: 1)])
        #expect(report.skips.map(\.line) == [25])
        #expect(report.refusals.map(\.remark.sentence) == ["a.vcf, line 30: no name"])
        let ada = try #require(try desk.all(Contact.self).first)
        #expect((ada.name, ada.position, ada.department, ada.birthday) == ("Dr. Ada Lovell", "CEO", "Board", "--12-10"))
        #expect(ada.phones == [Phone("+44 20 7946 0000", label: "mobile")])
        #expect(ada.emails == [Email("ada@example.com", label: "Mill")])
        #expect(ada.about == "one\ntwo")
        #expect(ada.tags == ["fair", "VIP"])
        #expect(ada.externalIDs == [ExternalID(source: "vcard", value: "abc-1")])
        #expect(ada.properties.map(\.name) == ["N", "X-TWITTER"])
        #expect(try desk.all(Company.self).map(\.name) == ["Engines Ltd", "平安"])
        let full = try desk.store.dump()
        #expect(try desk.take("a.vcf", cards).total == .init(unchanged: 2, skipped: 1, refused: 1))
        #expect(try desk.store.dump() == full)
    }

    @Test func aUIDThatComesTwiceOverwritesNothing() throws {
        func card(_ name: String, _ phone: String) -> String {
            "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:1\r\nFN:\(name)\r\nTEL:\(phone)\r\nEND:VCARD\r\n"
        }
        let desk = try Desk()
        let report = try desk.take("a.vcf", card("Ada", "111111111") + card("Bob", "222222222"))
        #expect(report.total == .init(imported: 1, updated: 1))
        let ada = try #require(try desk.all(Contact.self).first)
        #expect(ada.name == "Ada")
        #expect(ada.phones.map(\.number) == ["111111111", "222222222"])
        #expect(
            report.remarks.map(\.sentence) == [
                "a.vcf, line 7: its id stood before in this import, for Ada; it was added to that record"
            ])
    }

    @Test(.enabled(if: Desk.hasCorpus)) func everyRealCardIsCounted() throws {
        let desk = try Desk()
        let all = FileManager.default.enumerator(atPath: Desk.corpus("vcard"))!.allObjects as! [String]
        let files = all.filter { $0.hasSuffix(".vcf") || $0.hasSuffix(".vcs") }.sorted()
        #expect(files.count > 100)
        var known = 0
        for name in files {
            // A calendar.
            if name == "libical/user-cal.vcf" { continue }
            if name == "evolution-data-server/7.vcf" {
                // No BEGIN:VCARD in it.
                #expect(throws: ExchangeError.self) { try desk.bring(Desk.corpus("vcard/" + name)) }
                continue
            }
            let report = try desk.bring(Desk.corpus("vcard/" + name))
            let total = report.total
            #expect(total.read > 0, "\(name)")
            #expect(total.read == total.imported + total.merged + total.skipped + total.refused)
            #expect(report.refusals.count == total.refused)
            #expect(report.skips.count == total.skipped)
            known += total.imported
            #expect(try desk.count(.contact) + desk.count(.company) == known + (try made(desk)), "\(name)")
            let full = try desk.store.dump()
            let again = try desk.bring(Desk.corpus("vcard/" + name))
            #expect(again.total.imported == 0, "\(name)")
            #expect(again.total.updated == 0, "\(name)")
            #expect(try desk.store.dump() == full, "\(name)")
        }
    }

    /// Companies that were made because a person belongs to them.
    private func made(_ desk: Desk) throws -> Int {
        try desk.all(Company.self).count {
            $0.phones.isEmpty && $0.emails.isEmpty && $0.properties.isEmpty && $0.externalIDs.isEmpty
        }
    }
}
