import Sales
import Testing

/// What an amount is worth in another currency: exact to the last minor unit.
struct RateTests {
    private func rate(_ foreign: String, _ units: Int, _ currency: String, _ amount: Int64?) -> Rate {
        var rate = Rate()
        (rate.foreign, rate.units, rate.currency, rate.amount) = (foreign, units, currency, amount)
        return rate
    }

    @Test(
        arguments: [
            // 100 USD = CNY 712.34
            ("USD", 100, "CNY", 712_34, 1_000_00, 7_123_40), ("USD", 100, "CNY", 712_34, 1, 7),
            ("USD", 100, "CNY", 712_34, 0, 0),
            // Halves go away from zero: 0.5 and -0.5 of a minor unit, and a little less than one.
            ("USD", 2, "CNY", 1, 100, 1), ("USD", 2, "CNY", 1, -100, -1), ("USD", 2, "CNY", 1, 99, 0),
            ("USD", 2, "CNY", 1, -99, 0),
            ("USD", 2, "CNY", 1, 300, 2),
            // Without minor units, with three, into one without.
            ("JPY", 10_000, "CNY", 470_12, 1_234_567, 58_039_46), ("KWD", 1, "CNY", 23_12, 1_000, 23_12),
            ("CNY", 1, "JPY", 21, 1_50, 32), ("JPY", 1, "KRW", 9, 1_000, 9_000),
        ] as [(String, Int, String, Int64, Int64, Int64)])
    func worth(foreign: String, units: Int, currency: String, amount: Int64, minor: Int64, expected: Int64) {
        let worth = rate(foreign, units, currency, amount).worth(of: minor)
        #expect(worth == Money(minor: expected, currency: currency))
    }

    @Test func nothingOverflows() {
        let most = rate("JPY", 1, "CNY", .max)
        #expect(most.worth(of: .max)?.minor == .max)
        #expect(most.worth(of: .min)?.minor == -.max)
        // As large as it may be, and still exact.
        #expect(rate("JPY", 1_000_000, "JPY", 1_000_000).worth(of: .max)?.minor == .max)
        let nearly = Int64.max - 1
        #expect(rate("JPY", 1_000_000, "JPY", 1_000_000).worth(of: nearly)?.minor == nearly)
    }

    @Test func agreesWithAPlainFraction() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let (units, amount) = (
                Int.random(in: 1...10_000, using: &random), Int64.random(in: 1...1_000_000, using: &random)
            )
            let minor = Int64.random(in: -1_000_000...1_000_000, using: &random)
            let (top, bottom) = (minor * amount, Int64(units) * 100)
            let expected = (abs(top) * 2 + bottom) / (2 * bottom) * top.signum()
            #expect(rate("EUR", units, "CNY", amount).worth(of: minor)?.minor == expected)
        }
    }

    @Test(arguments: [nil, 0, -5] as [Int64?]) func noAmountIsNoRate(amount: Int64?) {
        #expect(rate("USD", 1, "CNY", amount).worth(of: 100) == nil)
    }
}
