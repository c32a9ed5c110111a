/// The time that a report looks at.
package enum Period: String, CaseIterable, Sendable {
    /// This ISO week and the eleven before it.
    case weeks = "12-weeks"
    /// The ISO week before this one, and this one.
    case monday = "last-monday"
    /// The last month, this one and the four that come.
    case months = "6-months"
    /// This month and the eleven before it.
    case twelve = "12-months"
    /// The current one, to its last day.
    case week, month, quarter, year
    case all

    /// Its days, by a day in it; nil for all days.
    package func days(on today: Day) -> ClosedRange<Day>? {
        switch self {
        case .weeks: return today.monday - 77...today.monday + 6
        case .monday: return today.monday - 7...today.monday + 6
        case .months: return months(6, from: today.firstOfMonth.adding(months: -1))
        case .twelve: return months(12, from: today.firstOfMonth.adding(months: -11))
        case .week: return today.monday...today.monday + 6
        case .month: return months(1, on: today)
        case .quarter: return months(3, on: today)
        case .year: return months(12, on: today)
        case .all: return nil
        }
    }

    /// So many months that together part the year, with the one that holds the day.
    private func months(_ count: Int, on today: Day) -> ClosedRange<Day> {
        months(count, from: today.firstOfMonth.adding(months: -((today.month - 1) % count)))
    }

    private func months(_ count: Int, from first: Day) -> ClosedRange<Day> { first...first.adding(months: count) - 1 }
}

extension Day {
    /// The first day of its month.
    package var firstOfMonth: Day { self - (day - 1) }
}
