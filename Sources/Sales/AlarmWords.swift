import Words

/// How long before its time something makes itself heard, as a person types it: `15m, 1d`, `1 hour before`, 提前半小时.
package enum AlarmWords {
    /// The longest lead: four weeks.
    package static let longest = 28 * 1440

    /// Reads one or several leads. A number alone is minutes.
    ///
    /// - Returns: minutes, each once, the shortest first; none for an empty text.
    package static func parse(_ text: String) throws(FieldError) -> [Int] {
        let plain = folded(text)
        if ["none", "无", "不提醒"].contains(plain) { return [] }
        var scan = DateScanner(plain)
        var found: Set<Int> = []
        skipJoints(&scan)
        while !scan.isAtEnd {
            guard let minutes = takeLead(&scan) else {
                throw FieldError(
                    say("“\(visible(String(text.prefix(60))))” says no time to be reminded; try 15m, 1h, 1d or 提前半小时."))
            }
            guard minutes <= longest else {
                throw FieldError(
                    say("A reminder comes at most 28 days before; for one that is earlier set a follow-up."))
            }
            found.insert(minutes)
            skipJoints(&scan)
        }
        return found.sorted()
    }

    /// Leads in words that `parse` reads: `15m, 1h, 1d`.
    package static func text(_ alarms: [Int]) -> String {
        alarms.sorted().map { minutes in
            if minutes > 0, minutes % 1440 == 0 { return "\(minutes / 1440)d" }
            return minutes > 0 && minutes % 60 == 0 ? "\(minutes / 60)h" : "\(minutes)m"
        }.joined(separator: ", ")
    }

    private static func skipJoints(_ scan: inout DateScanner) {
        while true {
            let start = scan.at
            _ = scan.takeMark(" ,;、")
            _ = scan.takePhrase(["before", "and", "和", "前", "之前", "以前"])
            if scan.at == start { return }
        }
    }

    private static func takeLead(_ scan: inout DateScanner) -> Int? {
        _ = scan.takePhrase(["提前"])
        scan.skipSpaces()
        if scan.takePhrase(["half an hour", "半小时", "半个小时"]) { return 30 }
        let number: Int
        if scan.takePhrase(["a", "an", "one"]) {
            number = 1
        } else if let found = scan.takeNumber() {
            number = found.value
        } else {
            return nil
        }
        scan.skipSpaces()
        if let unit = scan.take(from: units) { return number * unit }
        return scan.isAtEnd || scan.current.map({ " ,;、".contains($0) }) == true ? number : nil
    }

    private static let units: [(String, Int)] = [
        ("m", 1), ("min", 1), ("mins", 1), ("minute", 1), ("minutes", 1), ("分钟", 1), ("分", 1), ("h", 60), ("hr", 60),
        ("hrs", 60), ("hour", 60), ("hours", 60), ("小时", 60), ("个小时", 60), ("d", 1440), ("day", 1440),
        ("days", 1440), ("天", 1440), ("w", 10_080), ("week", 10_080), ("weeks", 10_080), ("周", 10_080),
        ("个星期", 10_080), ("星期", 10_080),
    ]
}
