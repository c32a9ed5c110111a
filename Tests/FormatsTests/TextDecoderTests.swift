import Formats
import Testing

@Suite struct TextDecoderTests {
    @Test(arguments: [
        (TextEncoding.utf16LE, [0x61, 0, 0x8B, 0x73, 0x3D, 0xD8, 0, 0xDE], "a王😀"),
        (.utf16BE, [0, 0x61, 0x73, 0x8B, 0xD8, 0x3D, 0xDE, 0], "a王😀"),
        (.gb18030, [0xCD, 0xF5, 0x94, 0x39, 0xFC, 0x36, 0x2C], "王😀,"), (.big5, [0xA4, 0xFD, 0x61], "王a"),
        (.shiftJIS, [0x89, 0xA4, 0xB1], "王ｱ"), (.windows1252, [0x43, 0xE9, 0x80], "Cé€"),
        (.other("CP1250"), [0xF1], "ń"), (.utf8, "a王😀".bytes, "a王😀"),
    ])
    func everyCutGivesTheSameText(encoding: TextEncoding, bytes: [UInt8], text: String) {
        for cut in 0...bytes.count {
            var decoder = TextDecoder(encoding)
            let result = decoder.decode(Array(bytes[..<cut]), isLast: false) + decoder.decode(Array(bytes[cut...]))
            #expect(result.text == text, "cut at \(cut)")
            #expect(decoder.problems.count == 0)
        }
    }

    @Test(arguments: [
        (TextEncoding.utf8, "a\r\nb\rc\n".bytes + [0xFF, 0x62, 0xE7, 0x8E], "a\r\nb\rc\n�b�", 4),
        (.utf16LE, [0x0A, 0, 0x3D, 0xD8, 0x61, 0], "\n�a", 2), (.utf16LE, [0x61, 0, 0x62], "a�", 1),
        (.gb18030, [0x0A, 0x0A, 0xFF, 0x61, 0xCD], "\n\n�a�", 3),
    ])
    func whatIsNotValidIsReportedByLine(encoding: TextEncoding, bytes: [UInt8], text: String, line: Int) {
        var decoder = TextDecoder(encoding)
        #expect(decoder.decode(bytes).text == text)
        #expect(decoder.problems.list.map(\.line) == [line])
    }

    @Test func aMarkIsNoText() {
        var decoder = TextDecoder(.utf8, mark: 3)
        #expect(decoder.decode([0xEF, 0xBB], isLast: false).isEmpty)
        #expect(decoder.decode([0xBF, 0x61]) == [0x61])
    }

    @Test func rubbishIsReadInLinearTime() {
        for encoding in [TextEncoding.utf8, .gb18030, .utf16LE] {
            var decoder = TextDecoder(encoding)
            let result = decoder.decode([UInt8](repeating: 0xFF, count: 100_000) + [0x0A])
            #expect(!result.isEmpty)
            #expect(encoding == .utf16LE || decoder.problems.count == 1)
        }
    }

    @Test(
        .enabled(if: Corpus.isThere),
        arguments: [
            ("cpython-cjk/gbk.txt", "cpython-cjk/gbk-utf8.txt", TextEncoding.gb18030),
            ("cpython-cjk/gb18030.txt", "cpython-cjk/gb18030-utf8.txt", .gb18030),
            ("cpython-cjk/big5.txt", "cpython-cjk/big5-utf8.txt", .big5),
            ("perl-encode/gb2312.enc", "perl-encode/gb2312.utf", .other("EUC-CN")),
        ])
    func realFilesEqualTheirUTF8(path: String, expected: String, encoding: TextEncoding) throws {
        var decoder = TextDecoder(encoding)
        let text = decoder.decode(try Corpus.bytes("encodings/" + path)).text
        #expect(text == (try Corpus.bytes("encodings/" + expected)).text)
        #expect(decoder.problems.count == 0)
    }

    @Test(.enabled(if: Corpus.isThere)) func invalidUTF8AsTheReferenceReplacesIt() throws {
        var decoder = TextDecoder(.utf8)
        let all = decoder.decode(try Corpus.bytes("encodings/utf8tests/utf8tests.bin")).text
        let reference = try Corpus.bytes("encodings/utf8tests/utf8.replace.ref.txt").text
        var expected: [Substring: Substring] = [:]
        for line in reference.split(whereSeparator: \.isNewline) {
            if let colon = line.firstIndex(of: ":") { expected[line[..<colon]] = line[colon...] }
        }
        var compared = 0
        for line in all.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
            guard let colon = line.firstIndex(of: ":"), let wanted = expected[line[..<colon]] else { continue }
            #expect(Array(line[colon...].unicodeScalars) == Array(wanted.unicodeScalars), "\(line[..<colon])")
            compared += 1
        }
        #expect(compared > 100)
    }
}
