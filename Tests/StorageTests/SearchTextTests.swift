import Sales
import Testing

@testable import Storage

/// What finds a text, and what does not.
@Suite struct SearchTextTests {
    static let texts: [(text: String, found: [String], lost: [String])] = [
        ("Ada Lovell", ["a", "ada", "lov", "lovell", "Ada Lovell", "lovell ada"], ["vell", "adalovell", "lovells"]),
        ("王伟", ["王", "伟", "王伟", "王偉", "w", "ww", "wang", "wangw", "wangwei", "wei", "wang wei"], ["伟王", "angwei"]),
        ("单田芳", ["shan", "stf", "dan", "dtf", "tianfang", "tf", "单田芳"], ["田单"]),
        ("广州联联科技有限公司", ["联联", "联科技", "llkj", "zhoulianlian", "gzll", "有限公司", "guangzhoulianliankejiyouxian"], ["科联"]),
        ("Müller & Söhne", ["muller", "mül", "&", "sohne", "müller & söhne"], ["%", "uller"]),
        ("O'Brien; DROP TABLE", ["o'brien", "brien", "drop", "o'b", ";drop"], ["'", "rien"]),
        ("jgomez2@springpower7184.example.cn", ["jgomez2@", "springpower", "@springpower7184.ex", "cn"], ["gomez2"]),
        ("吕布", ["lv", "lü", "lu", "lyu", "lvbu", "lübu", "LYU bu", "lb"], ["lo", "lyb", "yu"]),
        ("女娲", ["nv", "nü", "nu", "nyuwa"], ["niu"]),
        ("3M公司", ["3m", "3m公", "公司"], ["司公"]),
        ("👩‍👩‍👧 Family 💥", ["👩", "💥", "fam"], ["👦"]),
        ("Ｆｕｌｌ　ｗｉｄｔｈ", ["full", "width"], ["idth"]),
        ("שלום עולם", ["שלו", "עולם"], ["לום"]),
        ("김철수", ["철", "철수"], ["수철"]),
        ("a\u{202E}b \u{0}c", ["ab", "c"], ["b"]),
        ("NEAR(a b) OR \"x\" *", ["near", "or", "\"x", "*"], ["+"]),
        ("Lovell 4711", ["4711", "47"], ["711", "11"]),
    ]

    @Test(arguments: texts)
    func isFoundByItsBeginnings(text: String, found: [String], lost: [String]) {
        var search = SearchText()
        search.add(text)
        for words in found { #expect(Self.holds(search.text, words), "\(words) in \(search.text)") }
        for words in lost {
            #expect(!Self.holds(search.text, words), "\(words) in \(search.text)")
        }
    }

    @Test(arguments: [
        (
            "+86 138 0013 8000", ["138", "0013", "8000", "13800138000", "138-0013-8000", "+86138", "00"],
            ["3800", "80013"]
        ),
        ("+8613800138000", ["138001", "8000", "86138"], ["0138"]),
        ("(161) 045 3039", ["161", "045", "3039", "161 045", "(161) 045-3039", "39"], ["453"]),
        ("x", [], ["x", "1"]),
    ])
    func aPhoneIsFoundByItsFirstAndLastDigits(number: String, found: [String], lost: [String]) {
        var search = SearchText()
        search.add(phone: number)
        for words in found { #expect(Self.holds(search.text, words), "\(words) in \(search.text)") }
        for words in lost { #expect(!Self.holds(search.text, words), "\(words) in \(search.text)") }
    }

    @Test func longWordsAgreeWhenTheyAgreeSoFar() {
        var search = SearchText()
        search.add(String(repeating: "ab", count: 5000))
        #expect(search.text.utf8.count < 40)
        #expect(Self.holds(search.text, String(repeating: "ab", count: 400)))
    }

    @Test(arguments: ["", " ", "\u{7F}", "←", "\u{0}", "\u{200B}"])
    func nothingIsNoWord(text: String) {
        var search = SearchText()
        search.add(text)
        #expect(search.text == " ")
        #expect(!Self.holds(" ada ← ", folded(text).isEmpty ? "←" : text))
    }

    /// Every word of a line, looked for in the plainest way.
    static func holds(_ text: String, _ line: String) -> Bool {
        folded(line).split(separator: " ").allSatisfy { word in
            SearchWord(String(word)).alternatives.contains { parts in
                parts.allSatisfy { part in text.split(separator: " ").contains { $0.hasPrefix(part) } }
            }
        }
    }
}
