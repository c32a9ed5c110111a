import Testing

@testable import Sales

struct LikenessTests {
    @Test(arguments: [
        ("Ada Lovell", "ADA  lovell", true), ("Ada Lovell", "Lovell, Ada", true), ("Müller", "Muller", true),
        ("Ada Lovell", "Ada Lovel", true), ("Ada Lovell", "Ada Lowell", true), ("Ada Lovell", "dAa Lovell", true),
        ("Ada Lovell", "Ada Lovlel", true), ("Ada Lovell", "Ida Lovett", false), ("Bob", "Rob", false),
        ("王伟", "王薇", true), ("王伟", "王为民", false), ("王伟", "Wang Wei", true), ("Wei Wang", "王伟", true),
        ("王伟明", "Wang Weiming", true), ("Weiming Wang", "王伟明", true), ("王偉", "王伟", true), ("伟明王", "王伟明", true),
        ("王伟", "张伟", false), ("", "", false), ("王伟", "", false), ("O'Neill", "ONeill", true), ("单伟", "Shan Wei", true),
        ("J. R. Smith", "J R Smith", true), ("\u{1B}[2J", "2J", true), ("欧阳修", "Ouyang Xiu", true),
    ])
    func people(a: String, b: String, alike: Bool) {
        #expect(Likeness.areAlike(a, b) == alike)
        #expect(Likeness.areAlike(b, a) == alike)
    }

    @Test(arguments: [
        ("ACME Co., Ltd.", "Acme", true), ("ACME GmbH & Co. KG", "acme gmbh", true), ("Berg AS", "Berg", true),
        ("上海艾克米有限公司", "上海艾克米", true), ("上海艾克米股份有限公司", "上海艾克米集团", true), ("Acme", "Acne", false),
        ("Acmes", "Acmex", true), ("公司", "有限公司", false), ("Ltd", "Limited", false), ("S.A.", "SA", true),
        ("Lovell Engines", "Engines Lovell", false), ("北京远大", "北京源达", true), ("Beijing Yuanda", "北京远大", true),
    ])
    func companies(a: String, b: String, alike: Bool) {
        #expect(Likeness.areAlike(a, b, isCompany: true) == alike)
        #expect(Likeness.areAlike(b, a, isCompany: true) == alike)
    }

    @Test(arguments: [
        ("wang wei", [["wang", "wei"], ["wei", "wang"]]), ("wangweiming", [["wang", "wei", "ming"]]),
        ("Wei", []), ("Ada Lovell", []), ("", []), ("xian", []),
    ])
    func syllables(name: String, expected: [[String]]) {
        #expect(Likeness.syllables(of: name) == expected)
    }

    /// Which has more ways to be parted than could ever be tried.
    @Test(arguments: [6, 34, 200, 20_000]) func whatLooksLikeEndlessPinyinIsParted(letters: Int) {
        let name = String(String(repeating: "nana", count: letters / 4 + 1).prefix(letters))
        #expect(Likeness.syllables(of: name + "x") == [])
        #expect(Likeness.syllables(of: name) == (letters == 6 ? [["nan", "an", "a"]] : []))
    }

    @Test func variantsAreOneLetterOff() {
        let variants = Likeness.variants(of: "grace hopper")
        #expect(variants.contains("grece hopper"))
        #expect(variants.contains("race hopper"))
        #expect(variants.contains("garce hopper"))
        #expect(!variants.contains("grace hopper"))
        #expect(variants.allSatisfy { Likeness.isOneLetterOff($0, "grace hopper") })
        #expect(Likeness.variants(of: "王伟明").isEmpty)
    }
}
