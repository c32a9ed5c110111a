/// The time that a report looks at.
package enum Period: String, CaseIterable, Sendable {
    /// This ISO week and the eleven before it.
    case weeks = "12-weeks"
    /// The current one, to its last day.
    case week, month, quarter, year
    case all

    /// Its days, by a day in it; nil for all days.
    package func days(on today: Day) -> ClosedRange<Day>? {
        switch self {
        case .weeks: return today.monday - 77...today.monday + 6
        case .week: return today.monday...today.monday + 6
        case .month: return months(1, on: today)
        case .quarter: return months(3, on: today)
        case .year: return months(12, on: today)
        case .all: return nil
        }
    }

    /// So many months that together part the year, with the one that holds the day.
    private func months(_ count: Int, on today: Day) -> ClosedRange<Day> {
        let thisMonth = today - (today.day - 1)
        let first = thisMonth.adding(months: -((today.month - 1) % count))
        return first...first.adding(months: count) - 1
    }
}
