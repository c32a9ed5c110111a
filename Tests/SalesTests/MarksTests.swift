import Testing

@testable import Sales

/// Where in a shown text stands what was looked for.
@Suite struct MarksTests {
    @Test(arguments: [
        ("Ada Lovell", ["lov"], "Ada [Lov]ell"),
        ("Ada Lovell", ["ada", "love"], "[Ada] [Love]ll"),
        ("Ada Lovell", ["vell"], "Ada Lovell"),
        ("Jo-Ann O'Neil, jo@b2b.example", ["jo", "neil", "b2"], "[Jo]-Ann O'[Neil], [jo]@[b2]b.example"),
        ("Room 1203, 02-1203", ["1203"], "Room [1203], 02-[1203]"), ("tel 555-0199", ["0199"], "tel 555-[0199]"),
        ("a 55 0199", ["199"], "a 55 0[199]"), ("Lovell", ["ö"], "Lovell"),
        ("王伟", ["ww"], "[王伟]"),
        ("王伟", ["wangw"], "[王伟]"),
        ("王伟", ["wei"], "王[伟]"),
        ("无为电缆厂", ["ww"], "[无为]电缆厂"),
        ("无为电缆厂", ["电缆"], "无为[电缆]厂"),
        ("單田芳", ["单"], "[單]田芳"),
        ("单田芳", ["shan"], "[单]田芳"),
        ("单田芳", ["dan"], "[单]田芳"),
        ("欧阳娜娜", ["oy"], "[欧阳]娜娜"),
        ("Ｍüller", ["mul"], "[Ｍül]ler"),
        ("吕布", ["lu"], "[吕]布"), ("吕布", ["lyubu"], "[吕布]"), ("美女", ["nv"], "美[女]"), ("Luis", ["lu"], "[Lu]is"),
        ("+86 138 0013 8000", ["8000"], "+86 138 0013 [8000]"),
        ("+86 138 0013 8000", ["38000"], "+86 138 001[3 8000]"),
        ("+86 138 0013 8000", ["86138"], "+[86 138] 0013 8000"),
        ("call 王伟 now", ["ww", "now"], "call [王伟] [now]"),
        ("", ["a"], ""), ("a", [""], "a"), ("👩‍👩‍👧 Family", ["fam"], "👩‍👩‍👧 [Fam]ily"),
        ("a\u{202E}b", ["a"], "[a]\u{202E}b"),
    ])
    func standWhereTheWordIs(text: String, words: [String], expected: String) {
        var shown = ""
        let characters = Array(text)
        let ranges = marks(in: text, of: words)
        for (index, character) in characters.enumerated() {
            if ranges.contains(where: { $0.lowerBound == index }) { shown += "[" }
            shown.append(character)
            if ranges.contains(where: { $0.upperBound == index + 1 }) { shown += "]" }
        }
        #expect(shown == expected)
    }
}
