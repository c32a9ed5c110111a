import Sales
import Words

/// Reads single values of fields: strictly what our own files write, and beyond it what other programs write.
struct Reading: Sendable {
    /// Of a file of ours, whose amounts are plain decimal numbers: `1.200` is never 1,200 there.
    var isOwn: Bool
    /// Of amounts that do not say theirs.
    var currency: String
    var zone: Zone
    var hint: DateOrder
    /// What is known about the dates of the columns, by their place.
    var dates: [Int: DateColumn] = [:]
    /// How the dates of columns are read, as the person said.
    var orders: [Int: DateOrder] = [:]
    /// What is known about the numbers of the columns, by their place.
    var numbers: [Int: Numbers] = [:]

    /// The value of a field. An empty text is never given.
    ///
    /// - Throws: `Refused` when the text is no such value.
    func value<R: Record>(_ text: String, _ field: Field<R>, column: Int) throws(Refused) -> Value {
        switch field.type {
        case .text, .longText: return .text(text)
        case .integer(let range):
            guard let number = Reading.integer(try plain(text, column: column, heading: field.heading)) else {
                throw Refused(reason: say("\(field.heading): not a whole number: \(text)"))
            }
            guard range.contains(number) else {
                throw Refused(
                    reason: say("\(field.heading): \(text) is not between \(range.lowerBound) and \(range.upperBound)"))
            }
            return .integer(number)
        case .flag:
            guard let flag = Reading.flag(text) else {
                throw Refused(reason: say("\(field.heading): neither yes nor no: \(text)"))
            }
            return .integer(flag ? 1 : 0)
        case .choice(let choices):
            guard let found = Reading.choice(text, choices) else {
                throw Refused(reason: say("\(field.heading): \(text) is none of \(choices.joined(separator: ", "))"))
            }
            return .text(found)
        case .day: return .text(try day(text, column, field.heading).description)
        case .birthday: return .text(try birthday(text, column, field.heading))
        case .instant:
            if let instant = Instant(text) { return .text(instant.description) }
            do {
                return .text(try ForeignDate.instant(text, order: order(column), zone: zone).description)
            } catch {
                throw Reading.refused(text, field.heading, error)
            }
        case .money: return .text(text)
        case .percent:
            guard let hundredths = Percent.hundredths(try plain(text, column: column, heading: field.heading)) else {
                throw Refused(reason: say("\(field.heading): not a percentage from 0 to 100: \(text)"))
            }
            return .integer(hundredths)
        case .reference: return .null
        }
    }

    /// Which of some words a text means; nil when it is none.
    static func choice(_ text: String, _ choices: [String]) -> String? {
        if choices.contains(text) { return text }
        let wanted = folded(text)
        return choices.first { folded($0) == wanted } ?? synonym(text, choices)
    }

    /// Minor units of an amount; what our own files write is read as such.
    func amount(
        _ text: String, column: Int, currency: String, heading: @autoclosure () -> String
    ) throws(Refused) -> Money {
        let plain = numbers.isEmpty ? text : try plain(text, column: column, heading: heading())
        let isPlain = isOwn && text.utf8.allSatisfy { (48...57).contains($0) || $0 == 46 || $0 == 45 }
        guard let money = isPlain ? Money(decimal: text, currency: currency) : Money(plain, currency: currency) else {
            throw Refused(reason: say("\(heading()): not an amount of \(currency): \(text)"))
        }
        return money
    }

    private func order(_ column: Int) -> DateOrder? {
        orders[column] ?? dates[column].map { $0.order(hint: hint) } ?? hint
    }

    private func day(_ text: String, _ column: Int, _ heading: @autoclosure () -> String) throws(Refused) -> Day {
        if let day = Day(text) { return day }
        do {
            return try ForeignDate.day(text, order: order(column)).day
        } catch {
            throw Reading.refused(text, heading(), error)
        }
    }

    /// `YYYY-MM-DD`, or `--MM-DD` without a year, which others write `--MMDD`, `1604-MM-DD` or `MM-DD`.
    private func birthday(
        _ text: String, _ column: Int, _ heading: @autoclosure () -> String
    ) throws(Refused) -> String {
        let digits = text.filter { $0.isASCII && $0.isNumber }
        let isBare = text.hasPrefix("--") || (text.utf8.count == 5 && text.utf8.dropFirst(2).first == UInt8(ascii: "-"))
        if isBare, digits.count == 4, let month = Int(digits.prefix(2)), let day = Int(digits.suffix(2)),
            Day(2000, month, day) != nil
        {
            return "--\(padded(month, 2))-\(padded(day, 2))"
        }
        let day = try day(text, column, heading())
        return day.year == 1604 ? "--" + day.description.dropFirst(5) : day.description
    }

    private static func refused(_ text: String, _ heading: String, _ problem: ForeignDate.Problem) -> Refused {
        switch problem {
        case .none: Refused(reason: say("\(heading): there is no such date: \(text)"))
        case .ambiguous:
            Refused(
                reason: say(
                    "\(heading): \(text) may be two dates, and the column holds days both first and second; write it as 2026-12-01"
                ))
        }
    }

    /// Whether a text holds no time of day.
    static func isDay(_ text: String) -> Bool {
        !text.contains(":") && !text.contains("点") && Instant(text) == nil && text.utf8.count != 13
    }

    /// `25`, `25.0`, `1,200`, `10 %`, `0.6` as a share is 60.
    static func integer(_ text: String) -> Int64? {
        if let number = Int64(text) { return number }
        var text = text.trimmingSpaces()
        if text.hasSuffix("%") { text = text.dropLast().trimmingSpaces() }
        if text.hasPrefix("0."), let share = Double(text) { return Int64((share * 100).rounded()) }
        // The yen has no smaller unit: a fraction is only allowed when it is zero.
        return Money(text, currency: "JPY").flatMap { $0.currency == "JPY" ? $0.minor : nil }
    }

    static func flag(_ text: String) -> Bool? {
        switch folded(text) {
        case "yes", "true", "1", "y", "t", "x", "是", "对", "有", "ja", "oui", "on", "ein", "开": true
        case "no", "false", "0", "n", "f", "否", "不", "无", "nein", "non", "off", "aus", "关": false
        default: nil
        }
    }

    /// Other words for the status of a contact, the state of a deal and the like; only those that are among the choices.
    static func synonym(_ text: String, _ choices: [String]) -> String? {
        let plain = plainHeading(text)
        return synonyms.first { choices.contains($0.choice) && $0.words.contains(plain) }?.choice
    }

    private static let synonyms: [(choice: String, words: Set<String>)] = [
        ("customer", ["client", "customers", "evangelist", "客户", "成交客户", "老客户", "已成交"]),
        ("lead", ["leads", "subscriber", "marketingqualifiedlead", "salesqualifiedlead", "线索", "潜在客户", "新客户"]),
        ("prospect", ["prospects", "opportunity", "意向", "意向客户", "商机客户"]),
        ("partner", ["partners", "reseller", "supplier", "合作伙伴", "伙伴", "渠道"]),
        ("former", ["inactive", "churned", "lostcustomer", "formercustomer", "流失", "流失客户"]),
        ("open", ["offen", "inprogress", "进行中", "跟进中"]),
        ("won", ["closedwon", "赢单", "已赢单", "成交", "已成交", "赢", "签约", "已签约"]),
        ("lost", ["closedlost", "输单", "已输单", "丢单", "已丢单", "失败", "输", "战败"]),
    ]
}
