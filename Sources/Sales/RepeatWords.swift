/// How something repeats as a person types it, in English and Chinese.
///
/// | typed | means |
/// |---|---|
/// | `daily` `weekly` `monthly` `quarterly` `yearly`, 每天 每周 每月 每季度 每年 | as often, on the day of the first one |
/// | `every 2 weeks`, `every other month`, 每两周 | in every second week, month… |
/// | `every mon,thu`, `every 2 weeks on fri`, 每周一、四 | on these weekdays |
/// | `weekdays`, 每个工作日 | on each working day |
/// | `every 15th`, `monthly on the 1st, 15th`, 每月15号 | on these days of the month; of a shorter month the last |
/// | `every month on the last day`, `end of month`, 每月底 | on the last day |
/// | `every month on the 2nd tue`, `… on the last weekday`, 每月第二个周二 | on these |
/// | `every 15 mar`, 每年3月15日 | once a year |
/// | `… until 31 dec 2026`, `… 5 times`, …共5次 | the end |
/// | `FREQ=MONTHLY;BYDAY=-1FR` | what an RRULE of RFC 5545 says |
/// | nothing, `none`, 不重复 | once |
package enum RepeatWords {
    /// Reads how something repeats; nil for once. Case, width and traditional characters do not matter.
    ///
    /// - Parameter day: when the first one is due.
    /// - Throws: a sentence that says what is possible, or what is wrong with a rule.
    package static func parse(_ text: String, on day: Day) throws(RecurrenceError) -> Recurrence? {
        let plain = folded(text)
        if ["", "none", "no", "never", "once", "不重复", "不", "无"].contains(plain) { return nil }
        if plain.hasPrefix("freq=") || plain.hasPrefix("rrule:") { return try Recurrence(rule: plain) }
        var parser = RepeatWordsParser(text: text, day: day)
        return try parser.reading()
    }
}
