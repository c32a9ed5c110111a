import Words

/// What an amount of another currency is worth in one's own, from a day on: `100 USD = CNY 712.34`. Two whole numbers, so that it
/// is exact.
package struct Rate: Record {
    package static let kind = Kind.rate
    package var id: Int64 = 0
    package var uid = ""
    /// The day from which on it holds, until a later one does.
    package var startsOn = Day(number: 0)
    /// Of what is converted; ISO 4217.
    package var foreign = ""
    /// How much of it: 1, or 100, or 10,000, so that the amount has enough digits.
    package var units = 1
    /// In which it is worth the amount; ISO 4217.
    package var currency = "USD"
    /// Minor units of that currency; nil for no rate from then on.
    package var amount: Int64?

    package init() {}

    package var title: String {
        let worth = amount.map { Money(minor: $0, currency: currency).description } ?? say("none")
        return "\(startsOn) \(units) \(foreign) = \(worth)"
    }

    package static let fields: [Field<Rate>] = [
        .requiredDay("starts_on", "From", \.startsOn),
        .text("foreign_currency", "Currency", \.foreign, required: true),
        .number("units", "Units", 1...1_000_000, \.units),
        .text("currency", "In", \.currency, required: true),
        .money("amount", "Are worth", \.amount),
    ]

    /// What an amount of `foreign` is worth: rounded to the minor unit of the currency, halves away from zero, in 128 bits; beyond
    /// 64 it stands at their limit. Nil where there is no rate.
    package func worth(of minor: Int64) -> Money? {
        guard let amount, amount > 0, units > 0 else { return nil }
        let scale = (0..<Money.digits(of: foreign)).reduce(UInt64(1)) { power, _ in power * 10 }
        let divisor = UInt64(units) * scale
        let product = minor.magnitude.multipliedFullWidth(by: UInt64(amount))
        var whole = UInt64(Int64.max)
        if product.high < divisor {
            let (quotient, rest) = divisor.dividingFullWidth(product)
            let rounded = rest >= divisor - rest ? quotient + 1 : quotient
            whole = min(whole, rounded)
        }
        return Money(minor: minor < 0 ? -Int64(whole) : Int64(whole), currency: currency)
    }
}
