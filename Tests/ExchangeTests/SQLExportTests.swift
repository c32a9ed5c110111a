import Exchange
import Foundation
import Sales
import Storage
import Testing

/// Everything as an SQL script.
@Suite struct SQLExportTests {
    private func script(_ desk: Desk) throws -> String {
        var bytes: [UInt8] = []
        try Exporter(desk.store).writeSQL { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func aContact() throws {
        let desk = try Desk()
        try desk.take("a.csv", "name,company,phone,birthday,do not call\nO'Neil \\,Ltd,+49 30,--12-10,yes\n")
        let text = try desk.export(.contact, .sql)
        #expect(text.contains("START TRANSACTION;\n") && text.hasSuffix("COMMIT;\n"))
        #expect(text.contains("CREATE TABLE \"contact\" (\n    \"id\" BIGINT PRIMARY KEY,\n"))
        #expect(text.contains("'O''Neil \\'"))
        #expect(text.contains("'--12-10'") && text.contains("TRUE"))
        #expect(text.contains("CAST('2026-11-21 06:05:00+00:00' AS TIMESTAMP WITH TIME ZONE)"))
        #expect(
            text.contains(
                "INSERT INTO \"contact_phone\" (\"contact_id\", \"ordinal\", \"number\", \"label\") VALUES\n(1, 1, '+49 30', '');"
            ))
        // The company is not in this file, so no key leads there.
        #expect(
            text.contains(
                "ALTER TABLE \"contact_phone\" ADD FOREIGN KEY (\"contact_id\") REFERENCES \"contact\" (\"id\");"))
        #expect(!text.contains("REFERENCES \"company\""))
        #expect(
            try script(desk).contains(
                "ALTER TABLE \"contact\" ADD FOREIGN KEY (\"company_id\") REFERENCES \"company\" (\"id\");"))
    }

    @Test func whatIsChosenStandsAlone() throws {
        let desk = try Desk()
        try desk.take("a.csv", "name\nAda\nBob\n")
        var bytes: [UInt8] = []
        let filter = try Kind.contact.filter("bob", clock: Desk.clock, currency: "USD")
        let count = try Exporter(desk.store).write(.contact, query: ListQuery(.contact, filter), format: .sql) {
            bytes += $0
        }
        #expect(count == 1 && !String(decoding: bytes, as: UTF8.self).contains("'Ada'"))
    }

    @Test func nastyRecordsAreCounted() throws {
        let desk = try Desk(seed: 3)
        try NastyRecords.fill(desk.store, seed: 3)
        var bytes: [UInt8] = []
        let counts = try Exporter(desk.store).writeSQL { bytes += $0 }
        for (kind, count) in counts { #expect(try desk.count(kind) == count) }
        // Outside of strings nothing but ASCII, and every string ends.
        var isText = false
        for byte in bytes {
            if byte == 39 { isText.toggle() }
            #expect(byte != 0)
            if !isText, byte >= 0x80 { Issue.record("a letter outside of a string"); break }
        }
        #expect(!isText)
    }
}
