/// How the expected close of an open deal is put off, or brought forward: what `+`, `-` and `ze` do.
package enum ClosePush: Sendable, CaseIterable {
    case weekLater, weekEarlier, monthEnd

    /// The day on which the deal is expected to close then; nil when it is not to be moved so: nothing is expected before today,
    /// or after the year 9999.
    ///
    /// - Parameter close: the day that was expected. One that has passed, or none, counts as today: a date that is over is no
    ///   promise to add a week to.
    package func day(from close: Day?, today: Day) -> Day? {
        let from = max(close ?? today, today)
        let day: Day
        switch self {
        case .weekLater: day = from + 7
        case .monthEnd: day = from == from.endOfMonth ? (from + 1).endOfMonth : from.endOfMonth
        case .weekEarlier:
            if from == today { return nil }
            day = max(from - 7, today)
        }
        return day.year > 9999 ? nil : day
    }
}
