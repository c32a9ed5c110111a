import Testing

@testable import Sales

@Suite struct PhoneTests {
    @Test(
        arguments: [
            ("+86 138 0013 8000", "8613800138000", nil), ("１３８ ００１３ ８０００", "13800138000", nil),
            ("(030) 123-4567", "0301234567", nil),
            ("+49 (0) 30 1234567", "49301234567", nil), ("+49(0)30 1234567", "49301234567", nil),
            ("021-5888 1234 转 12", "02158881234", "12"),
            ("021-58881234轉12", "02158881234", "12"), ("58881234 分机 801", "58881234", "801"),
            ("555-1234 ext. 56", "5551234", "56"),
            ("555-1234 x56", "5551234", "56"), ("555-1234#56", "5551234", "56"),
            ("555-1234 extension 5", "5551234", "5"),
            ("", "", nil), ("none", "", nil), ("٠١٢٣٤٥٦٧", "01234567", nil), ("#12", "12", nil), ("三二一", "", nil),
            ("1-800-FLOWERS", "1800", nil),
            ("0049 30 1234567", "0049301234567", nil), ("tel:+1-212-555-0100", "12125550100", nil), ("ext 5", "5", nil),
        ] as [(String, String, String?)])
    func digits(_ text: String, _ digits: String, _ ext: String?) {
        let phone = PhoneDigits(text)
        #expect(phone.digits == digits)
        #expect(phone.ext == ext)
        #expect(phone.reversed == String(digits.reversed()))
    }

    @Test(arguments: [
        ("+86 138 0013 8000", "13800138000", true), ("0086 13800138000", "+86 138-0013-8000", true),
        ("0049 30 1234567", "+49 30 1234567", true), ("0049 30 1234567", "030 1234567", true),
        ("+49 30 1234567", "030 1234567", true),
        ("+49 (0)30 1234567", "030/1234567", true), ("+1 212 555 0100", "212-555-0100", true),
        ("1 212 555 0100", "2125550100", true),
        ("+86 13800138000", "+1 13800138000", false), ("13800138000", "13800138001", false),
        ("8000", "13800138000", false),
        ("0138000", "138000", false), ("", "", false), ("+49 30 1234567", "+49 40 1234567", false),
        ("030 1234567", "040 1234567", false), ("030 1234567", "1234567", false), ("110", "110", true),
        ("5551234 ext 1", "5551234 ext 2", false), ("5551234 ext 1", "5551234", true),
        ("+358 9 1234567", "09 1234567", true),
    ])
    func sameNumber(_ a: String, _ b: String, _ expected: Bool) {
        #expect(PhoneDigits(a).isSame(as: PhoneDigits(b)) == expected, "\(a) \(b)")
        #expect(PhoneDigits(b).isSame(as: PhoneDigits(a)) == expected, "\(b) \(a)")
    }
}
