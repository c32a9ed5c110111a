import Formats
import Testing

@Suite struct CSVTableTests {
    struct Outcome: Equatable {
        var rows: [[String]] = []
        var refused: [Int] = []
    }

    static func read(_ bytes: [UInt8]) throws -> (table: CSVTable, outcome: Outcome) {
        var table = try CSVTable(bytes)
        var outcome = Outcome()
        while let entry = try table.next() {
            switch entry {
            case .row(let row): outcome.rows.append(row.cells)
            case .refused(let problem, _): outcome.refused.append(problem.line!)
            }
        }
        return (table, outcome)
    }

    @Test(arguments: [
        ("a;b;c\n1,5;2;3\n", ";", 1, [["1,5", "2", "3"]], []), ("a\tb\n1\t2\n", "\t", 1, [["1", "2"]], []),
        ("a|b\n1|2\n", "|", 1, [["1", "2"]], []), ("sep=;\na;b\n1;2\n", ";", 2, [["1", "2"]], []),
        ("A list of names\n\n\na,b\n1,2\n", ",", 4, [["1", "2"]], []),
        ("# c\na,b\n# d\n1,2\n", ",", 2, [["1", "2"]], [3]),
        ("Title,,\n,,\na,b,c\n1,2,3\n", ",", 3, [["1", "2", "3"]], []),
        ("a,b,c\n1,2,3,4\n1,2\n1,2,3\n1,2,3,\n", ",", 1, [["1", "2", "3"], ["1", "2", "3"]], [2, 3]),
        ("\u{FEFF}a,b\n1,2\n", ",", 1, [["1", "2"]], []), ("n\n0\n", ",", 1, [["0"]], []),
        ("a,b\n\"x;y;z\",1\n\"x;y;z\",2\n", ",", 1, [["x;y;z", "1"], ["x;y;z", "2"]], []),
    ])
    func tables(text: String, delimiter: String, header: Int, rows: [[String]], refused: [Int]) throws {
        let (table, outcome) = try CSVTableTests.read(text.bytes)
        #expect(table.dialect.delimiter == delimiter.utf8.first!)
        #expect(table.dialect.headerLine == header)
        #expect(outcome == Outcome(rows: rows, refused: refused))
    }

    @Test(arguments: [
        "", "\n\n", "Client,1,Foo\nAccount,2,a,b,c\nAccount,3,a,b,c\nClient,2,Bar\nAccount,3,a,b,c\n",
        "BEGIN:VCARD\nN:a\n",
        "[\n{\"a\":1}]", "<html><body>a,b</body></html>", "\u{1B}[31mred\u{1B}[0m\n\u{1B}[2Jx\n",
    ])
    func noTable(text: String) {
        #expect(throws: FileProblem.self) { try CSVTable(text.bytes) }
    }

    @Test func aHeaderOfDataIsDoubted() throws {
        #expect(try CSVTable("4,5,6\n".bytes).dialect.isHeaderDoubtful)
        #expect(try !CSVTable("Name,Phone 1\n".bytes).dialect.isHeaderDoubtful)
    }

    @Test func unreadableCharactersAreReportedByLine() throws {
        var table = try CSVTable("名称和电话和地址,b\n".bytes + [0xFF] + ",2\n".bytes)
        var rows = 0
        while try table.next() != nil { rows += 1 }
        #expect(rows == 1)
        #expect(table.decodingProblems.list.map(\.line) == [2])
    }

    @Test(.enabled(if: Corpus.isThere), arguments: Corpus.files("csv/csv-spectrum", ".csv"))
    func spectrum(path: String) throws {
        let bytes = try Corpus.bytes(path)
        let (table, outcome) = try CSVTableTests.read(bytes)
        let value = try JSONReader.value(try Corpus.bytes(path.dropLast(4) + ".json"))
        let rows = value.array ?? [value]
        #expect(outcome.refused.isEmpty)
        #expect(outcome.rows.count == rows.count)
        for (cells, row) in zip(outcome.rows, rows) {
            // A telephone number is not the same in the two forms of one file.
            for (name, cell) in zip(table.header, cells) where name != "Contact Phone Number" {
                let wanted = row[name]?.string
                // A file named after CRLF holds only LF.
                let isLF = !bytes.contains(0x0D)
                #expect((isLF ? wanted?.replacing("\r\n", with: "\n") : wanted) == cell)
            }
            #expect(row.members?.count == cells.count)
        }
    }

    @Test(
        .enabled(if: Corpus.isThere),
        arguments: [
            ("crm/univocity/uk-500.csv", 500, 0), ("crm/salesforce-dataloader/accountData.csv", 423, 0),
            ("crm/salesforce-dataloader/opportunityData.csv", 38, 0), ("crm/chinook/Customer.csv", 59, 0),
            ("crm/chinook/Invoice.csv", 412, 0), ("crm/odoo/m2m_customers_tags.csv", 5, 0),
            ("csv/csvkit/bad.csv", 1, 2),
            ("csv/csvkit/null_byte.csv", 0, 1), ("csv/csvkit/test_utf16_big.csv", 2, 0),
            ("csv/agate/test_cr.csv", 3, 0),
            ("csv/csvkit/test_skip_lines.csv", 1, 0), ("csv/agate/test_csv_sniff.csv", 3, 0),
            ("csv/commons-csv/emoji.csv", 4, 0), ("csv/commons-csv/psql.csv", 2, 0),
            ("csv/salesforce-dataloader/csvtext_BOM_UTF16BE.csv", 2, 0), ("csv/roundcube-csv/gmail.csv", 1, 0),
            ("csv/thunderbird/csv_semicolon.csv", 2, 0), ("csv/w3c-csvw/test-utf16-bom.csv", 3, 0),
            ("csv/text-csv_xs/E2023.csv", -1, -1), ("csv/univocity/multi_schema.csv", -1, -1),
            ("csv/salesforce-dataloader/csvtext_BOM_UTF32LE.csv", -1, -1),
            ("csv/commons-csv/999751170.patch.csv", 1, 0),
        ])
    func realFiles(path: String, rows: Int, refused: Int) throws {
        if rows < 0 {
            #expect(throws: FileProblem.self) { try CSVTableTests.read(try Corpus.bytes(path)) }
            return
        }
        let outcome = try CSVTableTests.read(try Corpus.bytes(path)).outcome
        #expect(outcome.rows.count == rows)
        #expect(outcome.refused.count == refused)
    }

    @Test(
        .enabled(if: Corpus.isThere),
        arguments: ["csv", "crm", "hostile", "encodings", "vcard", "json"].flatMap {
            Corpus.files($0, ".csv", ".tsv", ".txt", ".vcf", ".json", ".input", ".bin", ".enc")
        })
    func nothingCrashes(path: String) throws {
        do {
            _ = try CSVTableTests.read(try Corpus.bytes(path))
        } catch let problem as FileProblem {
            #expect(!problem.reason.isEmpty)
        }
    }
}
