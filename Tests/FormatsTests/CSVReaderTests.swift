import Formats
import Testing

@Suite struct CSVReaderTests {
    /// Rows with their lines, refused ones as `!line`.
    static func read(_ text: [UInt8], pieces: Int? = nil, delimiter: UInt8 = UInt8(ascii: ",")) throws -> [[String]] {
        var reader = CSVReader(source(of: text, pieces: pieces ?? 1 << 16), delimiter: delimiter)
        var row = CSVRow()
        var result: [[String]] = []
        while true {
            switch try reader.next(&row) {
            case .end: return result
            case .row: result.append(["\(row.line)"] + row.cells)
            case .refused(let problem): result.append(["!\(problem.line!)"])
            }
        }
    }

    @Test(arguments: [
        ("a,b\n1,2\n", [["1", "a", "b"], ["2", "1", "2"]]), ("a,b\r\n1,2", [["1", "a", "b"], ["2", "1", "2"]]),
        ("a,b\r1,2\r", [["1", "a", "b"], ["2", "1", "2"]]), ("\"a\"\"b\",\"\"\n", [["1", "a\"b", ""]]),
        ("\"x\ny\",1\n\n\r\nz,2", [["1", "x\ny", "1"], ["5", "z", "2"]]),
        ("\"x\r\ny\",1\r\nz,2", [["1", "x\r\ny", "1"], ["3", "z", "2"]]),
        ("a,\n,b\n,", [["1", "a", ""], ["2", "", "b"], ["3", "", ""]]), ("", []), ("\n\n", []),
        ("\"\"\n", [["1", ""]]),
        // Broken quoting costs the row and no more.
        ("1,\"\"e\",3\nx,y,z\n", [["!1"], ["2", "x", "y", "z"]]),
        ("a\"b, \"c\"\nd,e", [["1", "a\"b", " \"c\""], ["2", "d", "e"]]),
        ("a\\\"b,c\nd,e", [["!1"], ["2", "d", "e"]]),
        ("a,b\n1,\"open\n2,x\n3,y\n", [["1", "a", "b"], ["!2"], ["3", "2", "x"], ["4", "3", "y"]]),
        ("\"a\\\"b\",c\nd,e", [["!1"], ["2", "d", "e"]]),
        ("a\n\"b\nc\"d\ne", [["1", "a"], ["!3"], ["3", "c\"d"], ["4", "e"]]),
        ("a\0b,c\nd,e", [["!1"], ["2", "d", "e"]]), ("\"a\n\0\",c\nd,e", [["!2"], ["3", "d", "e"]]),
    ])
    func rows(text: String, expected: [[String]]) throws {
        for pieces in [1, 2, 3, 1000] {
            #expect(try CSVReaderTests.read(text.bytes, pieces: pieces) == expected, "pieces of \(pieces)")
        }
    }

    @Test(arguments: [(Limits.line - 1, true), (Limits.line, true), (Limits.line + 1, false)])
    func aRowOfOneMegabyte(size: Int, isRead: Bool) throws {
        let text = [UInt8](repeating: UInt8(ascii: "x"), count: size) + "\na\n".bytes
        let rows = try CSVReaderTests.read(text)
        #expect(rows.count == 2)
        #expect(rows[0][0] == (isRead ? "1" : "!1"))
        #expect(rows[1] == ["2", "a"])
    }

    @Test func anOpenQuoteDoesNotSwallowTheFile() throws {
        var text = "a,\"b\n".bytes
        for _ in 0..<300_000 { text += "12345678,x\n".bytes }
        let rows = try CSVReaderTests.read(text)
        #expect(rows.count == 300_001)
        #expect(rows[0] == ["!1"])
        #expect(rows[300_000] == ["300001", "12345678", "x"])
    }
}
