import Testing
import Words

@testable import Sales

/// How something repeats, as a person types it, and as it is echoed.
@Suite struct RepeatWordsTests {
    /// A Friday.
    private let day = Day("2026-11-27")!

    private static let table: [(typed: String, rule: String, words: String)] = [
        ("daily", "FREQ=DAILY", "every day"), ("every day", "FREQ=DAILY", "every day"),
        ("Every 3 Days", "FREQ=DAILY;INTERVAL=3", "every 3 days"),
        ("every other day", "FREQ=DAILY;INTERVAL=2", "every 2 days"),
        ("每天", "FREQ=DAILY", "every day"), ("每日", "FREQ=DAILY", "every day"),
        ("每隔一天", "FREQ=DAILY;INTERVAL=2", "every 2 days"),
        ("每3天", "FREQ=DAILY;INTERVAL=3", "every 3 days"),
        ("weekly", "FREQ=WEEKLY;BYDAY=FR", "every Fri"), ("every week", "FREQ=WEEKLY;BYDAY=FR", "every Fri"),
        ("每周", "FREQ=WEEKLY;BYDAY=FR", "every Fri"), ("每星期", "FREQ=WEEKLY;BYDAY=FR", "every Fri"),
        ("每個禮拜", "FREQ=WEEKLY;BYDAY=FR", "every Fri"),
        ("every 2 weeks", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "every 2 weeks on Fri"),
        ("fortnightly", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "every 2 weeks on Fri"),
        ("每两周", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "every 2 weeks on Fri"),
        ("每2周", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "every 2 weeks on Fri"),
        ("每隔一周", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "every 2 weeks on Fri"),
        ("every mon", "FREQ=WEEKLY;BYDAY=MO", "every Mon"),
        ("every mon,thu", "FREQ=WEEKLY;BYDAY=MO,TH", "every Mon, Thu"),
        ("every thursday and Monday", "FREQ=WEEKLY;BYDAY=MO,TH", "every Mon, Thu"),
        ("weekly on tue", "FREQ=WEEKLY;BYDAY=TU", "every Tue"),
        ("every 2 weeks on mon, wed", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", "every 2 weeks on Mon, Wed"),
        ("every other fri", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "every 2 weeks on Fri"),
        ("每周一", "FREQ=WEEKLY;BYDAY=MO", "every Mon"), ("每週一", "FREQ=WEEKLY;BYDAY=MO", "every Mon"),
        ("每周日", "FREQ=WEEKLY;BYDAY=SU", "every Sun"), ("每周天", "FREQ=WEEKLY;BYDAY=SU", "every Sun"),
        ("每周一三五", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "every Mon, Wed, Fri"),
        ("每周一、四", "FREQ=WEEKLY;BYDAY=MO,TH", "every Mon, Thu"), ("每周一和周四", "FREQ=WEEKLY;BYDAY=MO,TH", "every Mon, Thu"),
        ("每两周的周一", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "every 2 weeks on Mon"),
        ("weekdays", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday"),
        ("every working day", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday"),
        ("every mon, tue, wed, thu, fri", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday"),
        ("每个工作日", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday"),
        ("工作日", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday"),
        ("monthly", "FREQ=MONTHLY;BYMONTHDAY=27", "every month on the 27th"),
        ("every 3 months", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=27", "every 3 months on the 27th"),
        ("quarterly", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=27", "every 3 months on the 27th"),
        ("every 2 quarters", "FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=27", "every 6 months on the 27th"),
        ("每月", "FREQ=MONTHLY;BYMONTHDAY=27", "every month on the 27th"),
        ("每个月", "FREQ=MONTHLY;BYMONTHDAY=27", "every month on the 27th"),
        ("每季度", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=27", "every 3 months on the 27th"),
        ("每三个月", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=27", "every 3 months on the 27th"),
        ("每半年", "FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=27", "every 6 months on the 27th"),
        ("every 15th", "FREQ=MONTHLY;BYMONTHDAY=15", "every month on the 15th"),
        ("monthly on the 1st, 15th", "FREQ=MONTHLY;BYMONTHDAY=1,15", "every month on the 1st, 15th"),
        ("monthly on the 1st and last day", "FREQ=MONTHLY;BYMONTHDAY=1,-1", "every month on the 1st, last day"),
        ("每月15号", "FREQ=MONTHLY;BYMONTHDAY=15", "every month on the 15th"),
        ("每月十五日", "FREQ=MONTHLY;BYMONTHDAY=15", "every month on the 15th"),
        ("每月1号和15号", "FREQ=MONTHLY;BYMONTHDAY=1,15", "every month on the 1st, 15th"),
        ("每两个月15号", "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15", "every 2 months on the 15th"),
        ("每月初", "FREQ=MONTHLY;BYMONTHDAY=1", "every month on the 1st"),
        ("every month on the last day", "FREQ=MONTHLY;BYMONTHDAY=-1", "every month on the last day"),
        ("end of month", "FREQ=MONTHLY;BYMONTHDAY=-1", "every month on the last day"),
        ("每月底", "FREQ=MONTHLY;BYMONTHDAY=-1", "every month on the last day"),
        ("每个月最后一天", "FREQ=MONTHLY;BYMONTHDAY=-1", "every month on the last day"),
        ("every 31st", "FREQ=MONTHLY;BYMONTHDAY=-1", "every month on the last day"),
        ("每月30号", "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1", "every month on the 30th or the last day"),
        ("every 29th", "FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1", "every month on the 29th or the last day"),
        ("every month on the 2nd tue", "FREQ=MONTHLY;BYDAY=2TU", "every month on the 2nd Tue"),
        ("monthly on the last friday", "FREQ=MONTHLY;BYDAY=-1FR", "every month on the last Fri"),
        (
            "every month on the first mon, third mon", "FREQ=MONTHLY;BYDAY=1MO,3MO",
            "every month on the 1st Mon, 3rd Mon"
        ),
        ("每月第二个周二", "FREQ=MONTHLY;BYDAY=2TU", "every month on the 2nd Tue"),
        ("每月最后一个周五", "FREQ=MONTHLY;BYDAY=-1FR", "every month on the last Fri"),
        (
            "monthly on the last weekday", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "every month on the last weekday"
        ),
        ("每月第一个工作日", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1", "every month on the first weekday"),
        ("yearly", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=27", "every year on 27 Nov"),
        ("每年", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=27", "every year on 27 Nov"),
        ("每两年", "FREQ=YEARLY;INTERVAL=2;BYMONTH=11;BYMONTHDAY=27", "every 2 years on 27 Nov"),
        ("every 15 mar", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15", "every year on 15 Mar"),
        ("every year on March 15", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15", "every year on 15 Mar"),
        ("每年3月15日", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15", "every year on 15 Mar"),
        ("every 29 feb", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1", "every year on 29 Feb"),
        ("yearly on the 2nd sun of may", "FREQ=YEARLY;BYMONTH=5;BYDAY=2SU", "every year on the 2nd Sun of May"),
        ("every mon, 5 times", "FREQ=WEEKLY;COUNT=5;BYDAY=MO", "every Mon, 5 times"),
        ("monthly on the 1st for 3 times", "FREQ=MONTHLY;COUNT=3;BYMONTHDAY=1", "every month on the 1st, 3 times"),
        ("每周一，共5次", "FREQ=WEEKLY;COUNT=5;BYDAY=MO", "every Mon, 5 times"),
        ("每周一5次", "FREQ=WEEKLY;COUNT=5;BYDAY=MO", "every Mon, 5 times"),
        ("daily until 31 dec 2026", "FREQ=DAILY;UNTIL=20261231", "every day until 31 Dec 2026"),
        ("weekdays until 1 feb", "FREQ=WEEKLY;UNTIL=20270201;BYDAY=MO,TU,WE,TH,FR", "every weekday until 1 Feb 2027"),
        ("每天到2026年12月31日为止", "FREQ=DAILY;UNTIL=20261231", "every day until 31 Dec 2026"),
        ("FREQ=MONTHLY;BYDAY=-2MO", "FREQ=MONTHLY;BYDAY=-2MO", "every month on the 2nd to last Mon"),
        ("rrule:freq=monthly;bymonthday=-3", "FREQ=MONTHLY;BYMONTHDAY=-3", "every month on the 3rd to last day"),
    ]

    /// What is said in Chinese is read again as the same rule.
    @Test(arguments: table.map(\.rule)) func speaksChinese(rule: String) throws {
        let rule = try Recurrence(rule: rule)
        let words = Language.$ofTask.withValue(.chinese) { rule.words }
        #expect(!words.contains { $0.isASCII && $0.isLetter }, "\(words)")
        #expect(try RepeatWords.parse(words, on: day) == rule, "\(words)")
    }

    @Test(arguments: table.map { [$0.typed, $0.rule, $0.words] })
    func readsAndEchoes(row: [String]) throws {
        let rule = try #require(try RepeatWords.parse(row[0], on: day))
        #expect(rule.description == row[1])
        #expect(rule.words == row[2])
        // The echo, typed, is the same rule.
        #expect(try RepeatWords.parse(row[2], on: day)?.description == row[1])
    }

    @Test(arguments: [
        ("2026-01-31", "monthly", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("2026-01-30", "monthly", "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1"),
        ("2026-11-30", "quarterly", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=28,29,30;BYSETPOS=-1"),
        ("2028-02-29", "yearly", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1"),
        ("2026-01-31", "yearly", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31"),
    ])
    func aShortMonthHasALastDay(first: String, typed: String, rule: String) throws {
        #expect(try RepeatWords.parse(typed, on: Day(first)!)?.description == rule)
    }

    @Test(arguments: [
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "every 2 weeks", "every 2 weeks on Mon"),
        ("FREQ=WEEKLY;BYDAY=MO,TH;COUNT=4", "every Mon, Thu", "every Mon, Thu, 4 times"),
        ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "every weekday", "every weekday"),
        ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=27", "every 3 months", "every 3 months on the 27th"),
        ("FREQ=YEARLY", "every year", "every year"), ("FREQ=WEEKLY", "every week", "every week"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;DTSTART=20261120", "every 2 weeks", "every 2 weeks on Fri"),
        // For these there are no words.
        ("FREQ=YEARLY;BYDAY=20MO", "every year", "FREQ=YEARLY;BYDAY=20MO"),
        ("FREQ=DAILY;BYMONTH=1", "every day", "FREQ=DAILY;BYMONTH=1"),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU", "every 2 weeks",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU"
        ),
        ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "every month", "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR"),
    ])
    func saysHowOftenAndAll(rule: String, pace: String, words: String) throws {
        let rule = try Recurrence(rule: rule)
        #expect(rule.pace == pace)
        #expect(rule.words == words)
    }

    @Test(arguments: ["", " ", "none", "once", "不重复"]) func nothingIsOnce(text: String) throws {
        #expect(try RepeatWords.parse(text, on: day) == nil)
    }

    @Test(arguments: [
        "dailyish", "everyday", "week", "every", "every 0 days", "every 1000 weeks", "every 2", "every mon tomorrow",
        "every 2nd fri", "every 32nd", "every 30 feb", "每", "每3", "每周末", "每周3次", "每隔两天", "每月32号", "周一", "mon",
        "biweekly", "hourly", "daily until", "daily until tomorrow", "daily 0 times", "monthly on",
        "every month on the 1st, mon",
        "\u{1B}[2J", "每天 每周",
    ])
    func refusesWhatIsNoRepeat(text: String) {
        let error = #expect(throws: RecurrenceError.self) { try RepeatWords.parse(text, on: day) }
        let sentence = error?.description ?? ""
        #expect(sentence.contains("every 2 weeks") && sentence.contains("每月底") && !sentence.contains("\u{1B}"))
    }

    @Test func refusesAnEndBeforeTheBeginning() {
        let error = #expect(throws: RecurrenceError.self) {
            try RepeatWords.parse("daily until 1 jan 2020", on: day)
        }
        #expect(error?.description.contains("end before it begins") == true)
    }
}
