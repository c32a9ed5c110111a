import Testing

@testable import Sales

@Suite struct PinyinTests {
    @Test(arguments: [
        ("王伟", "wang wei"), ("王薇", "wang wei"), ("欧阳修", "ou yang xiu"), ("陈静", "chen jing"), ("刘洋", "liu yang"),
        ("李蕾", "li lei"), ("张三", "zhang san"), ("单雄信", "shan xiong xin"), ("曾国藩", "zeng guo fan"),
        ("查良镛", "zha liang yong"),
        ("解缙", "xie jin"), ("区志强", "ou zhi qiang"), ("仇英", "qiu ying"), ("朴槿惠", "piao jin hui"),
        ("任正非", "ren zheng fei"),
        ("尉迟恭", "yu chi gong"), ("欧阳锋", "ou yang feng"), ("司马光", "si ma guang"), ("诸葛亮", "zhu ge liang"),
        ("长孙无忌", "zhang sun wu ji"), ("万俟卨", "mo qi xie"), ("单于", "chan yu"), ("吕布", "lv bu"), ("華為", "hua wei"),
        ("华为", "hua wei"), ("重庆银行", "chong qing yin hang"), ("厦门", "xia men"), ("长春", "chang chun"), ("解放", "jie fang"),
        ("无为电缆厂", "wu wei dian lan chang"), ("成都", "cheng du"), ("區志強", "ou zhi qiang"), ("Wang", ""), ("", ""),
        ("王 Wei 伟", "wang wei"), ("〇", "ling"), ("盖叫天", "ge jiao tian"), ("缪斯", "miao si"), ("葛优", "ge you"),
        ("翟天临", "zhai tian lin"), ("冼星海", "xian xing hai"), ("宁浩", "ning hao"), ("逄蒙", "pang meng"), ("燕青", "yan qing"),
        ("乐毅", "yue yi"), ("召公", "shao gong"), ("折德扆", "she de yi"), ("繁钦", "po qin"), ("員半千", "yun ban qian"),
        ("闾丘露薇", "lv qiu lu wei"), ("令狐冲", "ling hu chong"), ("𬱖", "di"), ("𬱟", "wei"),
    ])
    func names(_ name: String, _ expected: String) {
        #expect(Pinyin.pinyin(of: name).map(\.letters).joined(separator: " ") == expected)
    }

    @Test func notNames() {
        #expect(Pinyin.spelled("单价", isName: false) == "danjia")
        #expect(Pinyin.spelled("曾经", isName: false) == "cengjing")
        #expect(Pinyin.spelled("王伟") == "wangwei")
        #expect(Pinyin.initials("王伟") == "ww")
        #expect(Pinyin.initials("重庆") == "cq")
        #expect(Pinyin.pinyin(of: "绿").map(\.description) == ["lv4"])
    }

    /// Every character of the two blocks that everybody uses answers, and only with letters.
    @Test func coverage() {
        var missing = 0
        for value in UInt32(0x4E00)...0x9FA5 {
            guard let syllable = Pinyin.syllable(of: Unicode.Scalar(value)!) else {
                missing += 1
                continue
            }
            if !syllable.letters.utf8.allSatisfy({ (97...122).contains($0) }) || !(1...5).contains(syllable.tone) {
                Issue.record("\(value): \(syllable)")
            }
        }
        #expect(missing < 30)
        for value in [0x33FF, 0x4DC0, 0xA000, 0x41, 0x1F600, 0x20001] as [UInt32] {
            #expect(Pinyin.syllable(of: Unicode.Scalar(value)!) == nil)
        }
    }
}
