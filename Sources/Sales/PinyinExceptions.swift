/// Readings that depend on where a character stands: surnames, and the words of names and places that salespeople meet.
enum PinyinExceptions {
    struct Phrase: Sendable {
        let characters: [Unicode.Scalar]
        let syllables: [Syllable]
    }

    /// Characters that are read differently as a surname (Xiandai Hanyu Cidian, entries marked 姓).
    static let surnames: [Unicode.Scalar: Syllable] = {
        var all: [Unicode.Scalar: Syllable] = [:]
        for (name, syllables) in parsed(
            """
            单 shan4 單 shan4 曾 zeng1 查 zha1 解 xie4 区 ou1 區 ou1 仇 qiu2 朴 piao2 任 ren2 盖 ge3 蓋 ge3 华 hua4 華 hua4
            繁 po2 燕 yan1 纪 ji3 紀 ji3 秘 bi4 冼 xian3 洗 xian3 员 yun4 員 yun4 折 she2 黑 he4 缪 miao4 繆 miao4 翟 zhai2
            乐 yue4 樂 yue4 召 shao4 尹 yin3 覃 qin2 逄 pang2 过 guo1 過 guo1 那 na1 哈 ha3 葛 ge3 宁 ning4 应 ying1 應 ying1
            种 chong2 重 chong2 牟 mu4 隗 wei3 郗 xi1 祭 zhai4 佴 nai4 车 che1 車 che1 石 shi2 都 du1 貟 yun4 么 yao1
            晟 cheng2 谌 chen2 諶 chen2 令 ling2 曲 qu1 相 xiang4 谷 gu3 万 wan4 洗 xian3 能 nai4 占 zhan1 教 jiao1 行 xing2
            钻 zuan4 句 gou1 观 guan4 觀 guan4 适 kuo4 撒 sa3 卜 bu3 尉 wei4 长 zhang3 長 zhang3
            """)
        {
            all[name.unicodeScalars.first!] = syllables[0]
        }
        return all
    }()

    /// Surnames of two characters; those whose usual readings would do are here too, so that a single surname (单, 解, 尉,
    /// 长) never takes their first character.
    static let doubleSurnames: [String: [Syllable]] = Dictionary(
        uniqueKeysWithValues: parsed(
            """
            尉迟 yu4chi2 尉遲 yu4chi2 欧阳 ou1yang2 歐陽 ou1yang2 司马 si1ma3 司馬 si1ma3 诸葛 zhu1ge3 諸葛 zhu1ge3
            长孙 zhang3sun1 長孫 zhang3sun1 万俟 mo4qi2 萬俟 mo4qi2 上官 shang4guan1 司徒 si1tu2 司空 si1kong1
            夏侯 xia4hou2 东方 dong1fang1 東方 dong1fang1 皇甫 huang2fu3 公孙 gong1sun1 公孫 gong1sun1 慕容 mu4rong2
            令狐 ling2hu2 宇文 yu3wen2 轩辕 xuan1yuan2 軒轅 xuan1yuan2 端木 duan1mu4 百里 bai3li3 呼延 hu1yan2
            单于 chan2yu2 單于 chan2yu2 澹台 tan2tai2 澹臺 tan2tai2 淳于 chun2yu2 濮阳 pu2yang2 濮陽 pu2yang2
            申屠 shen1tu2 太叔 tai4shu1 仲孙 zhong4sun1 钟离 zhong1li2 鍾離 zhong1li2 鲜于 xian1yu2 鮮于 xian1yu2
            闾丘 lv2qiu1 亓官 qi2guan1 子车 zi3ju1 颛孙 zhuan1sun1 拓跋 tuo4ba2 独孤 du2gu1 獨孤 du2gu1 南宫 nan2gong1
            第五 di4wu3 乐正 yue4zheng4 公冶 gong1ye3 宰父 zai3fu3 谷梁 gu3liang2 赫连 he4lian2 赫連 he4lian2
            闻人 wen2ren2 西门 xi1men2 西門 xi1men2 贺兰 he4lan2 纳兰 na4lan2 完颜 wan2yan2
            """
        ).map { (String($0.name), $0.syllables) })

    /// Words in which the usual reading of a character is wrong, by their first character.
    static let phrases: [Unicode.Scalar: [Phrase]] = {
        var all: [Unicode.Scalar: [Phrase]] = [:]
        for (name, syllables) in parsed(
            """
            重庆 chong2qing4 重慶 chong2qing4 银行 yin2hang2 銀行 yin2hang2 长春 chang2chun1 长沙 chang2sha1 长安 chang2an1
            长江 chang2jiang1 长城 chang2cheng2 長江 chang2jiang1 長城 chang2cheng2 长兴 chang2xing1 长治 chang2zhi4
            长荣 chang2rong2 厦门 xia4men2 廈門 xia4men2 大厦 da4sha4 大廈 da4sha4 六安 lu4an1 蚌埠 beng4bu4
            台州 tai1zhou1 丽水 li2shui3 东阿 dong1e1 番禺 pan1yu2 会计 kuai4ji4 會計 kuai4ji4 朝阳 chao2yang2
            朝陽 chao2yang2 音乐 yin1yue4 音樂 yin1yue4 乐器 yue4qi4 行业 hang2ye4 行業 hang2ye4 商行 shang1hang2
            洋行 yang2hang2 成都 cheng2du1 首都 shou3du1 都市 du1shi4 乐清 yue4qing1 解放 jie3fang4 解决 jie3jue2
            区域 qu1yu4 查理 cha2li3 华为 hua2wei2 華為 hua2wei2 华东 hua2dong1 华南 hua2nan2 华北 hua2bei3
            华中 hua2zhong1 华美 hua2mei3 华润 hua2run4 华夏 hua2xia4 华星 hua2xing1 单位 dan1wei4 重工 zhong4gong1
            重型 zhong4xing2 重机 zhong4ji1 黑龙江 hei1long2jiang1 燕京 yan1jing1 乐天 le4tian1 乐高 le4gao1 长虹 chang2hong2
            应用 ying4yong4 种子 zhong3zi3 过滤 guo4lv4 行政 xing2zheng4 适达 shi4da2 都江堰 du1jiang1yan4
            百度 bai3du4 调研 diao4yan2 率先 shuai4xian1 宁波 ning2bo1 宁夏 ning2xia4 寧波 ning2bo1 员工 yuan2gong1
            教育 jiao4yu4 能源 neng2yuan2 黑马 hei1ma3 折扣 zhe2kou4 秘书 mi4shu1 石家庄 shi2jia1zhuang1
            """)
        {
            let phrase = Phrase(characters: Array(name.unicodeScalars), syllables: syllables)
            all[phrase.characters[0], default: []].append(phrase)
        }
        return all
    }()

    /// True when the text begins with one of the phrases: 华为 is not a Mr Hua.
    static func isPhrase(startingWith characters: [Unicode.Scalar]) -> Bool {
        guard let first = characters.first else { return false }
        return (phrases[first] ?? []).contains { characters.starts(with: $0.characters) }
    }

    /// Reads `尉迟 yu4chi2 单 shan4`, byte by byte: this happens at the first name of every start.
    private static func parsed(_ text: String) -> [(name: Substring, syllables: [Syllable])] {
        var all: [(name: Substring, syllables: [Syllable])] = []
        let words = text.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A })
        all.reserveCapacity(words.count / 2)
        for at in stride(from: 0, to: words.count - 1, by: 2) {
            var syllables: [Syllable] = []
            var start = words[at + 1].startIndex
            for place in words[at + 1].indices where (48...57).contains(words[at + 1][place]) {
                syllables.append(
                    Syllable(String(Substring(words[at + 1][start..<place])), Int(words[at + 1][place]) - 48))
                start = words[at + 1].index(after: place)
            }
            all.append((Substring(words[at]), syllables))
        }
        return all
    }
}
