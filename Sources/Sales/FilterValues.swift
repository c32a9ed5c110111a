import Words

/// The words that stand for values in a filter line, in Chinese: 下一步:无 is `next:none`.
enum FilterValues {
    /// Each word with the Chinese ones; the first one is proposed.
    private static let chinese: [String: [String]] = [
        "none": ["无", "没有"], "because": ["有原因"], "overdue": ["逾期", "过期"], "today": ["今天", "今日"],
        "losing": ["疏远", "失联"],
        "yes": ["是"], "no": ["否", "不是"],
        "lead": ["线索"], "prospect": ["潜在客户", "潜在"], "customer": ["客户"], "partner": ["合作伙伴", "伙伴"],
        "former": ["前客户", "以前的客户"],
        "open": ["未结", "未完成", "进行中"], "won": ["赢单", "成交"], "lost": ["输单", "丢单"], "done": ["完成", "已完成"],
        "planned": ["计划", "已计划"], "held": ["已开", "举行"], "cancelled": ["取消", "已取消"], "kept": ["兑现", "已兑现"],
        "mine": ["我方", "我"], "theirs": ["对方"], "out": ["呼出"], "in": ["呼入"],
        "call": ["电话", "打电话"], "visit": ["拜访"], "email": ["邮件"], "send": ["寄送"], "task": ["任务"],
        "mon": ["周一", "星期一"], "tue": ["周二", "星期二"], "wed": ["周三", "星期三"], "thu": ["周四", "星期四"],
        "fri": ["周五", "星期五"], "sat": ["周六", "星期六"], "sun": ["周日", "星期日", "周天", "星期天"],
    ]

    /// A word and its other spellings.
    static func spellings(_ word: String) -> [String] { [word] + (chinese[word] ?? []) }

    /// Days that are proposed.
    static func days(_ direction: DateWords.Direction, inChinese: Bool) -> [String] {
        switch (direction, inChinese) {
        case (.past, false): ["today", "yesterday", "7d", "30d", "90d"]
        case (.coming, false): ["today", "tomorrow", "7d", "30d", "eom"]
        case (.past, true): ["今天", "昨天", "7天", "30天", "90天"]
        case (.coming, true): ["今天", "明天", "7天", "30天", "月底"]
        }
    }

    /// In which language one types.
    static func isChinese(_ text: String) -> Bool {
        text.unicodeScalars.contains { (0x2E80..<0xA000).contains($0.value) || (0xF900..<0xFB00).contains($0.value) }
    }
}

extension FilterField {
    /// The name of it, in Chinese where there is one and it is asked for.
    func name(inChinese: Bool) -> String { inChinese ? aliases.first(where: FilterValues.isChinese) ?? name : name }

    /// All names by which it is typed.
    package var names: [String] { [name] + aliases }

    /// The value that a folded text means, of those given.
    func value(_ typed: String, of values: [String]) -> String? {
        values.first { value in FilterValues.spellings(value).contains { folded($0) == typed } }
    }
}
