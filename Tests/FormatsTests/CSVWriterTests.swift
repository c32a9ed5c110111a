import Formats
import Testing

@Suite struct CSVWriterTests {
    @Test(arguments: [
        (["a", "b"], "a,b\r\n"), (["a,b", "c\"d", "e\nf"], "\"a,b\",\"c\"\"d\",\"e\nf\"\r\n"), ([""], "\"\"\r\n"),
        (["", ""], ",\r\n"), ([" a", "b "], "\" a\",\"b \"\r\n"), (["=1", "-1"], "'=1,-1\r\n"), (["#a"], "\"#a\"\r\n"),
        (["王伟", "a;b"], "王伟,a;b\r\n"),
    ])
    func rows(cells: [String], line: String) {
        var writer = CSVWriter(mark: false)
        writer.row(cells)
        #expect(writer.take().text == line)
        #expect(writer.take().isEmpty)
    }

    @Test func aFileBeginsWithTheMark() {
        #expect(CSVWriter().bytes == [0xEF, 0xBB, 0xBF])
    }

    @Test func everyTableComesBack() throws {
        let alphabet = Array("'=+-@\t\r\n,;|\"1a é王\u{301}😀#".unicodeScalars)
        var dice = Dice(state: 7)
        for width in 1...4 {
            var rows = [(0..<width).map { "column \($0)" }]
            for _ in 0..<500 {
                rows.append(
                    (0..<width).map { _ in
                        var scalars = String.UnicodeScalarView()
                        for _ in 0..<Int.random(in: 0...5, using: &dice) {
                            scalars.append(alphabet.randomElement(using: &dice)!)
                        }
                        return String(scalars)
                    })
            }
            var writer = CSVWriter()
            for row in rows { writer.row(row) }
            var table = try CSVTable(writer.take(), delimiter: UInt8(ascii: ","))
            #expect(table.header == rows[0])
            var index = 1
            while let entry = try table.next() {
                guard case .row(let row) = entry else {
                    Issue.record("refused: \(entry)")
                    continue
                }
                #expect(row.cells.map { Array(FormulaGuard.remove($0).utf8) } == rows[index].map { Array($0.utf8) })
                index += 1
            }
            #expect(index == rows.count)
        }
    }
}
