import Testing

@testable import Sales

/// How long before its time something makes itself heard.
@Suite struct AlarmWordsTests {
    @Test(arguments: [
        ("", [Int](), ""), ("none", [], ""), ("15m", [15], "15m"), ("15", [15], "15m"), ("0", [0], "0m"),
        ("1d, 15m", [15, 1440], "15m, 1d"), ("15m 1h 1d", [15, 60, 1440], "15m, 1h, 1d"),
        ("30 min before, 1 hour before and 2 Days before", [30, 60, 2880], "30m, 1h, 2d"),
        ("90m", [90], "90m"), ("120", [120], "2h"), ("1w", [10_080], "7d"), ("4 weeks", [40_320], "28d"),
        ("15m,15m", [15], "15m"), ("half an hour", [30], "30m"), ("a day before", [1440], "1d"),
        ("提前15分钟", [15], "15m"), ("提前半小时、1天", [30, 1440], "30m, 1d"), ("两小时前", [120], "2h"),
        ("１５ｍ；１ｄ", [15, 1440], "15m, 1d"),
    ])
    func readsLeads(text: String, minutes: [Int], canonical: String) throws {
        #expect(try AlarmWords.parse(text) == minutes)
        #expect(AlarmWords.text(minutes) == canonical)
        #expect(try AlarmWords.parse(canonical) == minutes)
    }

    @Test(arguments: ["soon", "15q", "m", "-15m", "15mm", "1d tomorrow", "29d", "99999999m", "\u{1B}[2J", "1.5h"])
    func refusesWhatIsNone(text: String) {
        let error = #expect(throws: FieldError.self) { try AlarmWords.parse(text) }
        let sentence = error?.sentence ?? ""
        #expect(sentence.hasSuffix(".") && !sentence.contains("\u{1B}"))
    }
}
