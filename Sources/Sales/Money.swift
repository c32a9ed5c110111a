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

    /// Reads an amount as a person or a file writes it: `120000`, `120,000.50`, `1.234,50`, `1'000`, `CNY 86,000`,
    /// `¥86000`, `12万`, `86k`, `1.5m`, `5.0E7`. The last point or comma is the decimal mark unless exactly three digits follow a
    /// lone one. More digits than the currency has are refused, never rounded, unless they are zeros.
    ///
    /// - Returns: nil when it is not an amount or does not fit into 64 bits.
    package init?(_ text: some StringProtocol, currency defaultCurrency: String) {
        var currency = defaultCurrency
        var rest = text.trimmingSpaces()[...]
        var negative = false
        func takeSign() {
            while let first = rest.first, first == "-" || first == "−" || first == "+" {
                if first != "+" { negative.toggle() }
                rest = rest.dropFirst()
            }
            rest = rest.drop { $0.isWhitespace }
        }
        takeSign()
        if rest.hasPrefix("("), rest.hasSuffix(")") {
            negative.toggle()
            rest = rest.dropFirst().dropLast()
        }
        let lead = rest.prefix { !$0.isNumber && $0 != "." && $0 != "," && $0 != "-" && $0 != "−" }
        if !lead.isEmpty {
            guard let named = Money.currency(named: lead.trimmingSpaces()) else { return nil }
            currency = named
            rest = rest.dropFirst(lead.count)
            takeSign()
        }
        let mantissa = rest.prefix { ("0"..."9").contains($0) || ".,'’ \u{A0}\u{202F}_".contains($0) }
        var tail = rest.dropFirst(mantissa.count).trimmingSpaces()
        var power = 0
        if let first = tail.first, first == "e" || first == "E", let exponent = Int(tail.dropFirst()) {
            guard (-20...20).contains(exponent) else { return nil }
            power = exponent
            tail = ""
        }
        for (unit, zeros) in [("万", 4), ("亿", 8), ("千", 3), ("k", 3), ("K", 3), ("m", 6), ("M", 6)]
        where tail == unit
            || (tail.hasPrefix(unit) && Money.currency(named: tail.dropFirst(unit.count).trimmingSpaces()) != nil)
                && tail.count != 3
        {
            power = zeros
            tail = tail.dropFirst(unit.count).trimmingSpaces()
            break
        }
        if !tail.isEmpty {
            guard let named = Money.currency(named: tail) else { return nil }
            currency = named
        }
        guard let (digits, fraction) = Money.digitsAndFraction(mantissa) else { return nil }
        var number = digits
        var shift = Money.digits(of: currency) + power - fraction
        while shift < 0 {
            guard number.count > 1 ? number.last == "0" : (number == "0" || number.isEmpty) else { return nil }
            if number.count > 1 { number.removeLast() }
            shift += 1
        }
        guard shift <= 25 else { return nil }
        number += String(repeating: "0", count: shift)
        guard let value = Int64(number) else { return nil }
        self.init(minor: negative ? -value : value, currency: currency)
    }

    /// All digits of a number as it is written, and how many of them stand behind the decimal mark.
    private static func digitsAndFraction(_ text: Substring) -> (String, Int)? {
        let clean = text.trimmingSpaces()
        guard clean.contains(where: \.isNumber) else { return nil }
        let marks = clean.filter { $0 == "." || $0 == "," }
        var fraction = 0
        if let last = marks.last, let at = clean.lastIndex(of: last) {
            let behind = clean[clean.index(after: at)...].filter(\.isNumber).count
            let isLone = marks.count == 1
            let repeats = marks.filter { $0 == last }.count > 1
            let groups = repeats || (isLone && behind == 3 && !(clean.first == "0"))
            fraction = groups ? 0 : behind
        }
        return (clean.filter(\.isNumber), fraction)
    }

    /// The plain decimal number, for files: `120000.00`; as many digits as the currency has.
    package var decimal: String {
        let digits = Money.digits(of: currency)
        let text = padded(Int(minor.magnitude), digits + 1)
        let sign = minor < 0 ? "-" : ""
        return digits == 0 ? sign + text : sign + text.dropLast(digits) + "." + text.suffix(digits)
    }

    /// The number as a person reads it, `120,000` or `120,000.50`, without the currency.
    package var number: String {
        let digits = Money.digits(of: currency)
        let text = padded(Int(minor.magnitude), digits + 1)
        var grouped = ""
        for (index, digit) in text.dropLast(digits).reversed().enumerated() {
            if index > 0, index % 3 == 0 { grouped = "," + grouped }
            grouped = String(digit) + grouped
        }
        let fraction = text.suffix(digits)
        return (minor < 0 ? "-" : "") + grouped + (fraction.allSatisfy { $0 == "0" } ? "" : "." + fraction)
    }

    /// `CNY 120,000`.
    package var description: String { "\(currency) \(number)" }
}

extension StringProtocol {
    /// Without white space at both ends.
    package func trimmingSpaces() -> String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text = text.dropFirst() }
        while let last = text.last, last.isWhitespace { text = text.dropLast() }
        return String(text)
    }
}
