package import Sales
import Words

/// One total of all currencies, converted by the rates that the user keeps. It stands beside the exact totals, never among them.
package struct GrandTotal: Sendable, Equatable {
    /// In the base currency, of everything for which there is a rate.
    package var money: Money
    /// From when the oldest of the rates is.
    package var ratesOf: Day
    /// The currencies without a rate: while there are any there is no total.
    package var missing: [String]
}

extension Transaction {
    /// The total of some sums in the base currency: each currency is converted once, as a whole, by the newest rate of that day or
    /// before, and rounded (`Rate.worth`).
    ///
    /// - Parameters:
    ///   - sums: exact, one a currency.
    ///   - day: by whose rates.
    /// - Returns: nil without a base currency, and where there is nothing in another one.
    package func grandTotal(_ sums: [Money], on day: Day) throws -> GrandTotal? {
        guard let base = store.baseCurrency, sums.contains(where: { $0.currency != base }) else { return nil }
        let rates = try fetchAll(Rate.self).filter { $0.currency == base && $0.startsOn <= day }
        var total = GrandTotal(money: Money(minor: 0, currency: base), ratesOf: day, missing: [])
        for sum in sums {
            var worth = sum
            if sum.currency != base {
                let rate = rates.filter { $0.foreign == sum.currency }.max {
                    ($0.startsOn, $0.id) < ($1.startsOn, $1.id)
                }
                guard let rate, let converted = rate.worth(of: sum.minor) else {
                    total.missing.append(sum.currency)
                    continue
                }
                worth = converted
                total.ratesOf = min(total.ratesOf, rate.startsOn)
            }
            total.money.minor = clamped(total.money.minor, plus: worth.minor)
        }
        return total
    }

    /// The same as one sentence of a report; none where there is nothing to be converted.
    func grandTotalWords(_ sums: [Money]) throws -> [String] {
        guard let total = try grandTotal(sums, on: clock.today) else { return [] }
        if !total.missing.isEmpty {
            return [say("no rate of \(total.missing.joined(separator: ", ")) in \(total.money.currency): gl x")]
        }
        return [say("all ≈ \(total.money.description), rates of \(DateFormat(clock: clock).short(total.ratesOf))")]
    }
}
