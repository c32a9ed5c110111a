import Formats
import Testing

@Suite struct TextDetectionTests {
    static let chinese: [UInt8] = [  // 姓名,电话\n王伟,138\n in GB2312
        0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0xB5, 0xE7, 0xBB, 0xB0, 0x0A, 0xCD, 0xF5, 0xCE, 0xB0, 0x2C, 0x31, 0x33, 0x38,
        0x0A,
    ]

    @Test(arguments: [
        ("name,city\n".bytes, TextEncoding.utf8), ("姓名,电话\n".bytes, .utf8), ([0xEF, 0xBB, 0xBF, 0x61], .utf8),
        ([0xFF, 0xFE, 0x61, 0], .utf16LE), ([0xFE, 0xFF, 0, 0x61], .utf16BE), ([0x61, 0, 0x2C, 0, 0x62, 0], .utf16LE),
        ([0, 0x61, 0, 0x2C, 0, 0x62], .utf16BE), (chinese, .gb18030), ("Cr\u{1}dito,N\u{2}1".latin, .windows1252),
        // 姓名,電話 in Big5 and 名前、でんわ in Shift_JIS
        ([0xA9, 0x6D, 0xA6, 0x57, 0x2C, 0xB9, 0x71, 0xB8, 0xDC], .big5),
        ([0x96, 0xBC, 0x91, 0x4F, 0x81, 0x41, 0x82, 0xC5, 0x82, 0xF1, 0x82, 0xED], .shiftJIS),
        // One NUL makes no UTF-16.
        ("a,b,c\n\0,2,3\n".bytes, .utf8), ([], .utf8),
    ])
    func encodings(sample: [UInt8], encoding: TextEncoding) throws {
        #expect(try TextDetection(sample: sample).encoding == encoding)
    }

    @Test(
        arguments: [
            [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61],
            [0xFE, 0xFF, 0x22, 0, 0, 0, 0x61, 0, 0, 0, 0x62, 0, 0, 0], [0x61, 0, 0, 0, 0x62, 0, 0, 0, 0x0A, 0, 0, 0],
        ] as [[UInt8]])
    func utf32IsRefused(sample: [UInt8]) {
        #expect(throws: FileProblem.self) { try TextDetection(sample: sample) }
    }

    @Test func aSampleCutInsideACharacterIsStillUTF8() throws {
        #expect(try TextDetection(sample: "王伟".bytes.dropLast()).encoding == .utf8)
    }

    @Test func aFewBrokenBytesDoNotHideUTF8() throws {
        let detection = try TextDetection(sample: "客户名称和地址".bytes + [0xFF] + "电话".bytes)
        #expect(detection == TextDetection(encoding: .utf8, certainty: .likely))
    }

    @Test(
        .enabled(if: Corpus.isThere),
        arguments: [
            ("encodings/cpython-cjk/gbk.txt", TextEncoding.gb18030), ("encodings/cpython-cjk/gb18030.txt", .gb18030),
            ("encodings/cpython-cjk/big5.txt", .big5), ("encodings/uchardet/big5.txt", .big5),
            ("encodings/uchardet/utf-16be.txt", .utf16BE), ("encodings/uchardet/utf-8.txt", .utf8),
            ("encodings/uchardet/iso-2022-jp.txt", .other("ISO-2022-JP")),
            ("crm/salesforce-dataloader/accountData.csv", .windows1252),
            ("vcard/roundcube/utf-16_sample.vcf", .utf16BE),
            ("crm/w3c-organogram/HEFCE_organogram_senior_data_31032011.csv", .windows1252),
        ])
    func realFiles(path: String, encoding: TextEncoding) throws {
        #expect(try TextDetection(sample: Array(Corpus.bytes(path).prefix(Limits.sample))).encoding == encoding)
    }
}

extension String {
    /// Latin-1 in which U+0001 stands for é and U+0002 for º.
    fileprivate var latin: [UInt8] { utf8.map { $0 == 1 ? 0xE9 : $0 == 2 ? 0xBA : $0 } }
}
