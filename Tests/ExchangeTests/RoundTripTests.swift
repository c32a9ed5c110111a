import Exchange
import Foundation
import Sales
import Storage
import Testing

/// An export loses nothing, and bringing it in again changes nothing.
@Suite struct RoundTripTests {
    /// Exports all, brings it into an empty file, exports all again.
    func expectSame(_ desk: Desk, _ format: ExportFormat) throws {
        let first = desk.folder + "/first"
        let second = desk.folder + "/second"
        try Exporter(desk.store).writeAll(first, format: format)
        let files = Kind.allCases.map { "\(first)/\($0.plural).\(format)" }
        let other = try Desk(seed: 99)
        let report = try Importer(other.store).run(paths: files.reversed())
        #expect(report.refusals.map(\.remark.sentence) == [])
        #expect(report.skips == [])
        #expect(report.made == [:])
        #expect(report.files.flatMap(\.unmapped) == [])
        try Exporter(other.store).writeAll(second, format: format)
        for kind in Kind.allCases {
            let name = "/\(kind.plural).\(format)"
            let one = Desk.withoutRevision(try String(contentsOfFile: first + name, encoding: .utf8))
            let two = Desk.withoutRevision(try String(contentsOfFile: second + name, encoding: .utf8))
            let isSame = one.utf8.elementsEqual(two.utf8)
            #expect(isSame, "\(kind)")
            if !isSame {
                let a = one.split(separator: "\r\n")
                let b = two.split(separator: "\r\n")
                let at = zip(a, b).first { $0 != $1 }
                Issue.record("\(at.map { "\($0.0)\n\($0.1)" } ?? "lengths \(a.count) \(b.count)")")
            }
        }
        // And into the same file: nothing is changed, nothing is written to the journal.
        let before = try desk.store.dump()
        let entries = try desk.store.history(limit: 10_000).count
        let again = try Importer(desk.store).run(paths: files)
        #expect(again.total.unchanged == again.total.read)
        #expect(again.total.read == report.total.read)
        #expect(try desk.store.dump() == before)
        #expect(try desk.store.history(limit: 10_000).count == entries)
    }

    @Test(arguments: [1, 2, 3] as [UInt64], [ExportFormat.csv, .json])
    func nastyRecordsComeBackByteForByte(seed: UInt64, format: ExportFormat) throws {
        let desk = try Desk(seed: seed)
        try NastyRecords.fill(desk.store, seed: seed)
        try expectSame(desk, format)
    }

    /// Links, changed stages and all kinds: `KONTOR_TRIPS` records (`make trips`).
    @Test(.enabled(if: NastyRecords.wanted != nil), arguments: [ExportFormat.csv, .json])
    func aLongRun(format: ExportFormat) throws {
        let desk = try Desk(seed: 77)
        try NastyRecords.fill(desk.store, seed: 77, each: NastyRecords.wanted! / Kind.allCases.count)
        try expectSame(desk, format)
    }

    @Test(arguments: [ExportFormat.csv, .json]) func anEmptyFileComesBack(format: ExportFormat) throws {
        try expectSame(try Desk(), format)
    }

    @Test func undoTakesAnImportBackAndRedoDoesItAgain() throws {
        let source = try Desk(seed: 5)
        try NastyRecords.fill(source.store, seed: 5)
        try Exporter(source.store).writeAll(source.folder + "/all")
        let desk = try Desk(seed: 6)
        let empty = try desk.store.dump()
        try Importer(desk.store).run(paths: Kind.allCases.map { source.folder + "/all/\($0.plural).csv" })
        let full = try desk.store.dump()
        #expect(try desk.store.history().count == 1)
        _ = try desk.store.undo()
        #expect(try desk.store.dump() == empty)
        _ = try desk.store.redo()
        #expect(try desk.store.dump() == full)
        let derived = try desk.store.derivedDump()
        try desk.store.recomputeDerived()
        #expect(try desk.store.derivedDump() == derived)
    }

    @Test(.enabled(if: Desk.hasCorpus)) func whatOtherProgramsWroteComesBackByteForByte() throws {
        let desk = try Desk()
        for path in [
            "crm/salesforce-dataloader/accountData.csv", "crm/salesforce-dataloader/opportunityData.csv",
            "crm/chinook/Customer.csv",
            "csv/roundcube-csv/gmail.csv", "vcard/ez-vcard/John_Doe_MAC_ADDRESS_BOOK.vcf",
            "vcard/chinese-companies/中国平安.vcf",
            "vcard/ez-vcard/gmail-list.vcf",
        ] {
            try desk.bring(Desk.corpus(path))
        }
        try expectSame(desk, .csv)
        try expectSame(desk, .json)
    }
}
