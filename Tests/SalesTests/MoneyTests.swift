import Testing

@testable import Sales

@Suite struct MoneyTests {
    @Test(
        arguments: [
            ("0", 0, "CNY"), ("1", 100, "CNY"), ("120000", 12_000_000, "CNY"), ("120,000.50", 12_000_050, "CNY"),
            ("1,234.50", 123_450, "CNY"),
            ("1.234,50", 123_450, "CNY"), ("1'000", 100_000, "CNY"), ("1 000", 100_000, "CNY"),
            ("1\u{A0}000,5", 100_050, "CNY"),
            ("1,234,567", 123_456_700, "CNY"), ("1.234.567", 123_456_700, "CNY"), ("1,234,567.89", 123_456_789, "CNY"),
            ("1.234.567,89", 123_456_789, "CNY"),
            ("1,234", 123_400, "CNY"), ("1.234", 123_400, "CNY"), ("0.5", 50, "CNY"), (".5", 50, "CNY"),
            ("0,5", 50, "CNY"), ("12.5", 1_250, "CNY"),
            ("12,5", 1_250, "CNY"), ("1.50", 150, "CNY"), ("1.500000", 150, "CNY"), ("5.", 500, "CNY"),
            ("12万", 12_000_000, "CNY"), ("1.5万", 1_500_000, "CNY"),
            ("3亿", 30_000_000_000, "CNY"), ("86k", 8_600_000, "CNY"), ("86K", 8_600_000, "CNY"),
            ("1.5m", 150_000_000, "CNY"), ("5千", 500_000, "CNY"),
            ("5.0E7", 5_000_000_000, "CNY"), ("5e3", 500_000, "CNY"), ("1.2E+3", 120_000, "CNY"),
            ("500E-2", 500, "CNY"), ("CNY 86,000", 8_600_000, "CNY"), ("86000 EUR", 8_600_000, "EUR"),
            ("¥86000", 8_600_000, "CNY"), ("￥86000", 8_600_000, "CNY"), ("€1.234,50", 123_450, "EUR"),
            ("1.234,50 €", 123_450, "EUR"), ("$1,234.50", 123_450, "USD"),
            ("US$ 5", 500, "USD"), ("HK$5", 500, "HKD"), ("£5", 500, "GBP"), ("12万元", 12_000_000, "CNY"),
            ("12万 EUR", 12_000_000, "EUR"), ("12万美元", 12_000_000, "USD"),
            ("500 JPY", 500, "JPY"), ("5.0 JPY", 5, "JPY"), ("1.500 KWD", 1_500, "KWD"),
            ("1,500 KWD", 1_500_000, "KWD"), ("12,34,567", 123_456_700, "CNY"), ("1.5 KWD", 1_500, "KWD"),
            ("eur 5", 500, "EUR"), ("5eur", 500, "EUR"),
            ("-5", -500, "CNY"), ("−5", -500, "CNY"), ("+5", 500, "CNY"), ("(5)", -500, "CNY"), ("-€5", -500, "EUR"),
            ("€-5", -500, "EUR"), ("- 5", -500, "CNY"), ("  5  ", 500, "CNY"),
            ("１２３", 12_300, "CNY"), ("１，２３４．５０", 123_450, "CNY"), ("1k EUR", 100_000, "EUR"), ("1 MXN", 100, "MXN"),
            ("1 KRW", 1, "KRW"), ("1m EUR", 100_000_000, "EUR"),
            ("92233720368547758.07", .max, "CNY"), ("-92233720368547758.08", .min, "CNY"), ("0.00", 0, "CNY"),
            ("000", 0, "CNY"), ("-0", 0, "CNY"), ("0.005 KWD", 5, "KWD"),
        ] as [(String, Int64, String)])
    func amounts(_ text: String, _ minor: Int64, _ currency: String) {
        #expect(Money(text, currency: "CNY") == Money(minor: minor, currency: currency))
    }

    @Test(arguments: [
        "", " ", "x", "-", "+", ".", ",", "€", "CNY", "5 x", "5 abcd", "0.001", "1.234567", "0.5 JPY",
        "1.23.4", "1,23,4", "1,2.3,4", "1,234.56.78", "12,34.56", "--5x", "5-", "1-2", "1/2",
        "92233720368547758.08", "99999999999999999999", "1e20", "1e99", "5e", "1e-3", "万", "(5", "5)", "((5))", "NaN",
        "inf", "0x10", "5 5 EUR 5", "¥¥5", "€5 USD", "1e3k", "5%", "٥", "1'00", "1 00", "1,,000", "1..5", "--5",
    ])
    func refusals(_ text: String) {
        #expect(Money(text, currency: "CNY") == nil, "\(text) \(String(describing: Money(text, currency: "CNY")))")
    }

    @Test func spelled() {
        #expect(Money(minor: 12_000_000, currency: "CNY").description == "CNY 120,000")
        #expect(Money(minor: 12_000_050, currency: "CNY").number == "120,000.50")
        #expect(Money(minor: -5, currency: "CNY").number == "-0.05")
        #expect(Money(minor: -123_456, currency: "JPY").number == "-123,456")
        #expect(Money(minor: 5, currency: "KWD").decimal == "0.005")
        #expect(Money(minor: 1500, currency: "JPY").decimal == "1500")
        #expect(Money(minor: .min, currency: "CNY").decimal == "-92233720368547758.08")
    }

    /// What Kontor writes, Kontor reads, over all sizes and numbers of digits.
    @Test func roundTrips() {
        var values: [Int64] = [.min, .max, 0]
        for power in 0..<18 {
            var value: Int64 = 1
            for _ in 0..<power { value *= 10 }
            values += [value, -value, value - 1, value + 1, value * 7, value / 3]
        }
        for currency in ["CNY", "JPY", "KWD", "CLF"] {
            for value in values {
                let money = Money(minor: value, currency: currency)
                #expect(Money(money.description, currency: "EUR") == money, "\(money)")
                // A file's number has all its digits, so a lone point before three is a decimal mark there.
                #expect(Money(decimal: money.decimal, currency: currency) == money, "\(money.decimal)")
            }
        }
    }

    @Test(
        arguments: [
            (100, 50, 50), (1, 50, 1), (-1, 50, -1), (149, 1, 1), (150, 1, 2), (-150, 1, -2), (-149, 1, -1),
            (-101, 1, -1),
            (99, 100, 99), (5, 0, 0), (.max, 100, .max), (.min, 100, .min), (.min, 0, 0),
        ] as [(Int64, Int, Int64)])
    func weighted(minor: Int64, percent: Int, expected: Int64) {
        #expect(Money(minor: minor, currency: "EUR").weighted(by: percent) == Money(minor: expected, currency: "EUR"))
    }
}
