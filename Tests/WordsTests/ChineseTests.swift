import Testing

@testable import Words

/// The Chinese interface says all that the English one says.
struct ChineseTests {
    private func places(_ text: String) -> Set<String> {
        Set(text.matches(of: /\{(\d+)(:[^}]*|\*)?\}/).map { String($0.1) })
    }

    private func isWord(_ key: String) -> Bool {
        key.replacing(/\{[^}]*\}/, with: "").contains { $0.isLetter }
    }

    @Test func everySentenceIsThere() throws {
        let keys = try SentenceKeys().files
        #expect(keys.count > 1500)
        for (key, file) in keys where isWord(key) {
            #expect(Chinese.sentences[key] != nil, "\(file): \(key)")
        }
        for key in Chinese.sentences.keys { #expect(keys[key] != nil, "nobody says: \(key)") }
    }

    @Test func everySentenceHasItsValues() {
        for (key, chinese) in Chinese.sentences {
            #expect(places(key) == places(chinese), "\(key): \(chinese)")
            #expect(!chinese.contains(/\{\d+:/), "\(key): \(chinese)")
            #expect(key.count { $0 == "\n" } == chinese.count { $0 == "\n" }, "\(key): \(chinese)")
            // What joins it with others may be a space.
            #expect(key.first == " " ? chinese.first == " " : chinese.first != " ", "\(key): \(chinese)")
            #expect(key.last == " " ? chinese.last == " " : chinese.last != " ", "\(key): \(chinese)")
        }
    }

    @Test func valuesStandWhereTheyBelong() {
        #expect(fill("读取 {2} 个{1*}", with: ["contacts", "3"]) == "读取 3 个联系人")
        #expect(fill("{1*}", with: ["no word of ours"]) == "no word of ours")
        #expect(Chinese.say("\(2, "deal", "deals") of nobody knows what") == "2 deals of nobody knows what")
        #expect(Chinese.say("\("customer")") == "客户")
    }

    /// One word in English, two in Chinese.
    @Test func meaningsAreToldApart() {
        let name = Phrase("Name", meaning: "Name of a person")
        #expect(Chinese.say(name) == "姓名" && Chinese.say("Name") == "名称" && say(name) == "Name")
        #expect(Chinese.say(Phrase(word: "call", as: "action")) == "电话" && Chinese.say("\("call")") == "通话")
        #expect(Chinese.say(Phrase(word: "visit", as: "action")) == "拜访")
        #expect(Chinese.say(Phrase(word: "no answer", as: "reason")) == "没有回应")
        #expect(say(Phrase(word: "no answer", as: "reason")) == "no answer")
    }

    @Test(arguments: [
        (["LANG": "zh_CN.UTF-8"], Language.chinese), (["LANG": "zh_TW.UTF-8", "LC_ALL": "en_US.UTF-8"], .english),
        (["LC_MESSAGES": "zh_CN", "LANG": "C"], .chinese), ([:], .english), (["LANG": "de_DE"], .english),
        (["LANG": "zh_CN", "KONTOR_LANGUAGE": "en"], .english), (["KONTOR_LANGUAGE": "zh"], .chinese),
    ])
    func theLocaleOrTheSettingSaysWhich(environment: [String: String], language: Language) {
        #expect(Settings(environment: environment).language == language)
    }
}
