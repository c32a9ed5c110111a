import Words

/// A step of one's own commission: from an amount on that is sold in a period, so many percent of what is sold beyond it.
package struct Commission: Record {
    /// In which time what is sold is added up.
    package enum Every: String, CaseIterable, Sendable {
        case month, quarter, year

        package var months: Int {
            switch self {
            case .month: 1
            case .quarter: 3
            case .year: 12
            }
        }
    }

    package static let kind = Kind.commission
    package var id: Int64 = 0
    package var uid = ""
    package var every = Every.month
    /// ISO 4217.
    package var currency = "USD"
    /// Minor units; nil from the first one on.
    package var fromAmount: Int64?
    /// In hundredths of a percent.
    package var percent = 0

    package init() {}
    package var title: String { "\(currency) \(every.rawValue) \(Percent.text(Int64(percent))) %" }

    package static let fields: [Field<Commission>] = [
        .choice("every", "Every", \.every),
        .text("currency", "Currency", \.currency, required: true),
        .money("from_amount", "From", \.fromAmount),
        .percent("percent", "Percent", \.percent),
    ]

    /// What the steps of one currency and period give for what was sold in it: each part of the amount by the percentage of its step,
    /// added up exactly and rounded once to the minor unit, a half away from zero. Of two steps from the same amount the later row
    /// holds; below the first step, and for less than nothing, there is nothing.
    package static func earned(on sold: Int64, steps: [Commission]) -> Int64 {
        let rows = steps.sorted { (max(0, $0.fromAmount ?? 0), $0.id) < (max(0, $1.fromAmount ?? 0), $1.id) }
        var (whole, rest): (Int64, Int64) = (0, 0)
        for (index, row) in rows.enumerated() {
            let from = max(0, row.fromAmount ?? 0)
            let end = index + 1 < rows.count ? max(0, rows[index + 1].fromAmount ?? 0) : Int64.max
            if sold <= from { continue }
            let part = min(sold, end) - from
            // At most a hundred percent, so that no product and no sum is more than what was sold.
            whole += part / 10_000 * Int64(row.percent)
            rest += part % 10_000 * Int64(row.percent)
        }
        return whole + (rest + 5_000) / 10_000
    }
}

/// Percentages to the hundredth, as whole numbers of hundredths.
package enum Percent {
    /// `2.5`, `3`, `0.75`.
    package static func text(_ hundredths: Int64) -> String {
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return String(whole) }
        return "\(whole)." + (rest % 10 == 0 ? String(rest / 10) : (rest < 10 ? "0" : "") + String(rest))
    }

    /// Reads `2.5`, `2,5` and `2.5 %`, from 0 to 100; nil for anything else.
    package static func hundredths(_ text: some StringProtocol) -> Int64? {
        var text = text.trimmingSpaces()[...]
        if let sign = text.last, "%％".contains(sign) { text = text.dropLast() }
        let parts = text.trimmingSpaces().split(omittingEmptySubsequences: false) { ".,".contains($0) }
        guard (1...2).contains(parts.count),
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let whole = Int64(parts[0]), whole <= 100
        else { return nil }
        var fraction = parts.count == 2 ? parts[1][...] : ""
        while fraction.last == "0" { fraction = fraction.dropLast() }
        guard fraction.utf8.count <= 2 else { return nil }
        let hundredths = whole * 100 + (Int64(fraction + String(repeating: "0", count: 2 - fraction.utf8.count)) ?? 0)
        return hundredths <= 10_000 ? hundredths : nil
    }
}
