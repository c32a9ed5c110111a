/// An exact amount in one currency: integer minor units (cents, fen) and an ISO 4217 code. Totals never mix currencies.
package struct Money: Hashable, Sendable, CustomStringConvertible {
    /// Minor units; negative is allowed.
    package var minor: Int64
    /// Three capital letters, ISO 4217.
    package var currency: String

    package init(minor: Int64, currency: String) {
        self.minor = minor
        self.currency = currency
    }

    /// Digits after the point that a currency has (ISO 4217, table A.1).
    package static func digits(of currency: String) -> Int {
        switch currency {
        case "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF",
            "XOF", "XPF":
            0
        case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": 3
        case "CLF", "UYW": 4
        default: 2
        }
    }

    /// The currency that a sign or a word means: `¥` and `元` are CNY, `€` EUR; nil when it is none.
    package static func currency(named text: some StringProtocol) -> String? {
        switch text.uppercased() {
        case "€", "EURO", "EUROS", "欧元": return "EUR"
        case "$", "US$", "美元", "美金": return "USD"
        case "£", "英镑": return "GBP"
        case "¥", "￥", "元", "RMB", "人民币", "CN¥": return "CNY"
        case "円", "JP¥", "日元": return "JPY"
        case "HK$", "港币", "港元": return "HKD"
        case let code where code.utf8.count == 3 && code.utf8.allSatisfy { (65...90).contains($0) }: return code
        default: return nil
        }
    }

    /// Reads an amount as a person or a file writes it: `120000`, `120,000.50`, `1.234,50`, `1'000`, `12,34,567`,
    /// `CNY 86,000`, `¥86000`, `12万`, `86k`, `1.5m`, `5.0E7`, `(5)`. The last point or comma is the decimal mark, but a lone
    /// one before exactly three digits parts thousands, unless it is a point and the currency has three digits (KWD). More
    /// digits than the currency has are refused, never rounded, unless they are zeros.
    ///
    /// - Returns: nil when it is not an amount or does not fit into 64 bits.
    package init?(_ text: some StringProtocol, currency defaultCurrency: String) {
        var rest = folded(String(text))[...]
        var isNegative = Money.takeMinus(&rest)
        if isNegative == nil, rest.hasPrefix("("), rest.hasSuffix(")") {
            isNegative = true
            rest = rest.dropFirst().dropLast()
        }
        var named: String?
        let lead = rest.prefix { !$0.isNumber && !"(.,-+".contains($0) }
        if !lead.isEmpty {
            guard let currency = Money.currency(named: lead.trimmingSpaces()) else { return nil }
            named = currency
            rest = rest.dropFirst(lead.count)
            if isNegative == nil { isNegative = Money.takeMinus(&rest) }
        }
        let mantissa = rest.prefix { $0.isASCII && ($0.isNumber || ".,' _".contains($0)) }
        var tail = rest.dropFirst(mantissa.count).trimmingSpaces()
        let power = Money.takePower(&tail)
        guard (-20...20).contains(power) else { return nil }
        if !tail.isEmpty {
            guard named == nil, let currency = Money.currency(named: tail) else { return nil }
            named = currency
        }
        let currency = named ?? defaultCurrency
        let minorDigits = Money.digits(of: currency)
        guard let (digits, fraction) = Money.digitsAndFraction(mantissa.trimmingSpaces(), minorDigits) else {
            return nil
        }
        self.init(digits, shift: minorDigits + power - fraction, isNegative: isNegative ?? false, currency: currency)
    }

    /// Reads a plain decimal number of a file, as `decimal` writes it: digits, perhaps a minus in front, perhaps a point. The point is
    /// always the decimal mark.
    package init?(decimal text: some StringProtocol, currency: String) {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } })
        else { return nil }
        let shift = Money.digits(of: currency) - (parts.count == 2 ? parts[1].count : 0)
        self.init(parts.joined(), shift: shift, isNegative: text.hasPrefix("-"), currency: currency)
    }

    /// Digits times ten to the power of `shift`, in minor units; nil when that is no whole number or too large.
    private init?(_ digits: String, shift: Int, isNegative: Bool, currency: String) {
        var number = digits[...]
        if shift < 0 {
            guard number.suffix(-shift).allSatisfy({ $0 == "0" }) else { return nil }
            number = number.dropLast(-shift)
        }
        let zeros = String(repeating: "0", count: max(0, shift))
        guard let value = Int64((isNegative ? "-" : "") + (number.isEmpty ? "0" : number) + zeros) else { return nil }
        self.init(minor: value, currency: currency)
    }

    /// Takes one sign; nil when there is none.
    private static func takeMinus(_ rest: inout Substring) -> Bool? {
        guard let first = rest.first, first == "-" || first == "+" else { return nil }
        rest = rest.dropFirst().drop { $0 == " " }
        return first == "-"
    }

    /// Takes an exponent (`e7`) or a word for a power of ten (`k`, 万) from what follows a number.
    private static func takePower(_ tail: inout String) -> Int {
        if tail.first == "e", let exponent = Int(tail.dropFirst()) {
            tail = ""
            return exponent
        }
        for (unit, zeros) in [("万", 4), ("亿", 8), ("千", 3), ("k", 3), ("m", 6)] where tail.hasPrefix(unit) {
            let behind = tail.dropFirst(unit.count).trimmingSpaces()
            if behind.isEmpty || currency(named: behind) != nil {
                tail = behind
                return zeros
            }
        }
        return 0
    }

    /// All digits of a number as it is written, and how many of them stand behind the decimal mark; nil when its groups
    /// are none that people write.
    private static func digitsAndFraction(_ text: String, _ minorDigits: Int) -> (String, Int)? {
        let marks = text.filter { $0 == "." || $0 == "," }
        var whole = text[...]
        var fraction = text[text.endIndex...]
        if let mark = marks.last, let at = text.lastIndex(of: mark) {
            let behind = text[text.index(after: at)...]
            let isLone = marks.count == 1 && !text.contains(where: { "' _".contains($0) })
            let looksGrouped = isLone && behind.count == 3 && (1...3).contains(text[..<at].count) && text.first != "0"
            let isGroup = marks.filter { $0 == mark }.count > 1 || (looksGrouped && !(mark == "." && minorDigits == 3))
            if !isGroup {
                whole = text[..<at]
                fraction = behind
            }
        }
        let separators = Set(whole.filter { !$0.isNumber })
        guard separators.count <= 1, fraction.allSatisfy(\.isNumber), !(whole.isEmpty && fraction.isEmpty) else {
            return nil
        }
        if let separator = separators.first {
            let groups = whole.split(separator: separator, omittingEmptySubsequences: false).map(\.count)
            // By thousands, or as in India by hundreds above the first thousand.
            let middle = groups.dropFirst().dropLast()
            guard groups.last == 3, (1...3).contains(groups[0]),
                middle.allSatisfy({ $0 == 3 }) || middle.allSatisfy({ $0 == 2 })
            else { return nil }
        }
        return (whole.filter(\.isNumber) + fraction, fraction.count)
    }

    /// The plain decimal number, for files: `120000.00`; as many digits as the currency has.
    package var decimal: String {
        let digits = Money.digits(of: currency)
        let text = Money.padded(minor.magnitude, digits + 1)
        let sign = minor < 0 ? "-" : ""
        return digits == 0 ? sign + text : sign + text.dropLast(digits) + "." + text.suffix(digits)
    }

    /// The number as a person reads it, `120,000` or `120,000.50`, without the currency.
    package var number: String {
        let digits = Money.digits(of: currency)
        let text = Money.padded(minor.magnitude, digits + 1)
        var grouped = ""
        for (index, digit) in text.dropLast(digits).reversed().enumerated() {
            if index > 0, index % 3 == 0 { grouped = "," + grouped }
            grouped = String(digit) + grouped
        }
        let fraction = text.suffix(digits)
        return (minor < 0 ? "-" : "") + grouped + (fraction.allSatisfy { $0 == "0" } ? "" : "." + fraction)
    }

    /// `120,000`, rounded to whole units of the currency: where exact ones would not stand in their column.
    package var whole: String {
        let digits = Money.digits(of: currency)
        let unit = (0..<digits).reduce(Int64(1)) { power, _ in power * 10 }
        let (quotient, rest) = minor.quotientAndRemainder(dividingBy: unit)
        let rounded = rest.magnitude * 2 >= unit.magnitude ? quotient + minor.signum() : quotient
        // In a currency without smaller units the units are the minor ones.
        return Money(minor: digits == 0 ? minor : rounded, currency: "JPY").number
    }

    /// Also for 2⁶³, the size of the smallest amount, which is no Int.
    private static func padded(_ number: UInt64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    /// This amount by a probability of 0 to 100 percent, rounded to the minor unit, halves away from zero. Never overflows.
    package func weighted(by percent: Int) -> Money {
        Money(minor: Self.weighted(minor, by: percent), currency: currency)
    }

    /// The same of minor units alone.
    package static func weighted(_ minor: Int64, by percent: Int) -> Int64 {
        minor / 100 * Int64(percent) + (minor % 100 * Int64(percent) + (minor < 0 ? -50 : 50)) / 100
    }

    /// `CNY 120,000`.
    package var description: String { "\(currency) \(number)" }
}

extension StringProtocol {
    /// Without white space at both ends.
    @specialized(where Self == String)
    @specialized(where Self == Substring)
    package func trimmingSpaces() -> String {
        // Most texts have none: characters that nothing can join are looked at by their scalars.
        func isSolid(_ scalar: Unicode.Scalar?) -> Bool {
            guard let value = scalar?.value else { return false }
            return (0x21...0x7E).contains(value) || (0x4E00...0x9FFF).contains(value)
        }
        if isSolid(unicodeScalars.first), isSolid(unicodeScalars.last) { return String(self) }
        var text = self[...]
        while let first = text.first, first.isWhitespace { text = text.dropFirst() }
        while let last = text.last, last.isWhitespace { text = text.dropLast() }
        return String(text)
    }
}
