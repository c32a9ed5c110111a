import Formats
import Sales
import Words

/// What a column without a heading holds, told from its values where they leave no doubt.
package enum ColumnGuess: Codable, Hashable, Sendable {
    case name, company, email, mobile, phone, website, date
    /// A date of which somebody of age can have been born.
    case birthday

    /// Rows that are looked at.
    static let rows = 100

    /// The guesses for those columns of a table that have no heading of their own; the table is read for it.
    static func all(_ table: inout CSVTable) throws -> [ColumnGuess?] {
        let bare = table.header.indices.filter { table.header[$0] == CSVDialect.heading(of: $0) }
        var found: [ColumnGuess?] = Array(repeating: nil, count: table.header.count)
        if bare.isEmpty { return found }
        var values: [Int: [String]] = [:]
        var rows = 0
        while rows < Self.rows, let entry = try table.next() {
            guard case .row(let row) = entry else { continue }
            rows += 1
            for index in bare where !row.isEmpty(index) {
                values[index, default: []].append(row[index].trimmingSpaces())
            }
        }
        for index in bare { found[index] = ColumnGuess(values[index] ?? []) }
        // The first column that may be names is that of the names.
        let names = bare.filter { found[$0] == .name }
        for index in names.dropFirst() { found[index] = nil }
        for index in bare.filter({ found[$0] == .company }).dropFirst() { found[index] = nil }
        return found
    }

    /// Whether a row that stands where headings do is a record: a value in it tells, and nothing in it is a heading.
    static func isRecord(_ header: [String]) -> Bool {
        header.contains { isEmail($0) || isPhone($0) || isWebsite($0) || day($0) != nil }
            && !header.contains { heading in
                Kind.main.contains { Headings($0).target(heading) != nil }
            }
    }

    /// Nil when the values do not agree in what they are.
    init?(_ values: [String]) {
        let values = values.filter { !$0.isEmpty }
        func most(_ test: (String) -> Bool) -> Bool { values.count(where: test) * 5 >= values.count * 4 }
        if values.isEmpty { return nil }
        if values.allSatisfy(Self.isEmail) {
            self = .email
        } else if values.allSatisfy(Self.isWebsite) {
            self = .website
        } else if values.allSatisfy({ Self.day($0) != nil }) {
            self = values.allSatisfy { (1900...2008).contains(Self.day($0)!.year) } ? .birthday : .date
        } else if values.allSatisfy(Self.isMobile) {
            self = .mobile
        } else if values.allSatisfy(Self.isPhone) {
            self = .phone
        } else if values.count(where: Self.isCompany) * 2 > values.count {
            self = .company
        } else if most(Self.isName) {
            self = .name
        } else {
            return nil
        }
    }

    /// The field of a kind that it fills, as `FieldWords` and `Headings` know it; nil for none.
    func word(_ kind: Kind, number: Int) -> String? {
        switch (self, kind) {
        case (.name, .contact), (.company, .company): "name"
        case (.name, .company), (.company, .contact): self == .company ? "company" : nil
        case (.name, .opportunity), (.name, .call), (.name, .followUp), (.name, .note), (.name, .meeting): "contact"
        case (.company, _): "company"
        case (.email, .contact), (.email, .company): "email \(number)"
        case (.email, _): "contact email"
        case (.phone, .contact), (.phone, .company): "phone \(number)"
        case (.mobile, .contact), (.mobile, .company): number == 1 ? "mobile" : "mobile \(number)"
        case (.website, .contact), (.website, .company): "website"
        case (.birthday, .contact): "birthday"
        case (.date, .opportunity): "close on"
        case (.date, .call), (.date, .note): "at"
        case (.date, .meeting), (.date, .followUp), (.birthday, .meeting), (.birthday, .followUp): "due on"
        default: nil
        }
    }

    // MARK: - What values look like

    private static func isEmail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !text.contains(where: \.isWhitespace) else { return false }
        return parts[1].dropFirst().dropLast().contains(".")
    }

    private static func isWebsite(_ text: String) -> Bool {
        ["http://", "https://", "www."].contains { text.lowercased().hasPrefix($0) } && !text.contains(" ")
    }

    /// A Chinese mobile number.
    private static func isMobile(_ text: String) -> Bool {
        guard isNumeric(text) else { return false }
        let digits = PhoneDigits(text).digits
        let own = digits.hasPrefix("86") ? String(digits.dropFirst(2)) : digits
        return own.utf8.count == 11 && own.first == "1" && ("3"..."9").contains(own.dropFirst().first ?? "0")
    }

    /// Not every long number is one: it begins with `+` or `0`, or stands in groups.
    private static func isPhone(_ text: String) -> Bool {
        if isMobile(text) { return true }
        guard isNumeric(text), (7...15).contains(PhoneDigits(text).digits.utf8.count), day(text) == nil else {
            return false
        }
        return text.hasPrefix("+") || text.hasPrefix("0") || text.hasPrefix("(") || text.contains(" ")
            || text.contains("-")
    }

    private static func isNumeric(_ text: String) -> Bool {
        text.utf8.allSatisfy { (48...57).contains($0) || "+-()./ ".utf8.contains($0) }
    }

    private static func day(_ text: String) -> Day? {
        // Eight digits may be a number, too.
        guard text.utf8.count <= 20, text.contains(where: { "-/.年 ".contains($0) }),
            text.contains(where: { $0.isASCII && $0.isNumber })
        else { return nil }
        let found = (try? ForeignDate.day(text, order: .dayFirst)) ?? (try? ForeignDate.day(text, order: .monthFirst))
        return found.flatMap { (1900...2100).contains($0.day.year) ? $0.day : nil }
    }

    private static func isCompany(_ text: String) -> Bool {
        let plain = folded(text)
        return [
            "gmbh", " ag", " inc", " inc.", " llc", " ltd", " ltd.", " limited", " corp", " corp.", " plc", " s.a.",
            " kg", " b.v.",
        ]
        .contains(where: plain.hasSuffix) || ["公司", "集团", "企业", "有限合伙"].contains(where: text.hasSuffix)
    }

    /// Two to four words that begin with capitals, or a Chinese name with one of the usual surnames.
    private static func isName(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        if scalars.allSatisfy(\.properties.isIdeographic) {
            return (2...4).contains(scalars.count) && surnames.contains(scalars.first!)
        }
        let words = text.split(separator: " ")
        return (2...4).contains(words.count)
            && words.allSatisfy { word in
                (word.first?.isUppercase ?? false) && word.allSatisfy { $0.isLetter || "-'’.".contains($0) }
            }
    }

    /// The hundred most frequent, which more than four of five people bear.
    private static let surnames = Set(
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤欧司上诸"
            .unicodeScalars)
}
