/// Which days are worked: proposed next steps fall on these.
package struct WorkCalendar: Hashable, Sendable {
    /// ISO weekdays, 1 Monday to 7 Sunday.
    package var weekdays: Set<Int>
    package var holidays: Set<Day>
    /// Days that are worked although their weekday is not (调休); they win over holidays.
    package var makeUpDays: Set<Day>

    package init(weekdays: Set<Int> = [1, 2, 3, 4, 5], holidays: Set<Day> = [], makeUpDays: Set<Day> = []) {
        self.weekdays = weekdays
        self.holidays = holidays
        self.makeUpDays = makeUpDays
    }

    package func isWorking(_ day: Day) -> Bool {
        makeUpDays.contains(day) || (weekdays.contains(day.weekday) && !holidays.contains(day))
    }

    /// The day itself when it is worked, else the first worked one after it. The day itself, too, when nothing is worked for two years.
    package func workingDay(onOrAfter day: Day) -> Day {
        (0..<732).lazy.map { day + $0 }.first(where: isWorking) ?? day
    }

    /// The day that is so many working days later, or earlier when negative. 0 is the first working day on or after it.
    package func adding(workingDays count: Int, to day: Day) -> Day {
        if count == 0 { return workingDay(onOrAfter: day) }
        let step = count > 0 ? 1 : -1
        var result = day
        for _ in 0..<abs(count) {
            guard let distance = (1...732).first(where: { isWorking(result + $0 * step) }) else { return day }
            result = result + distance * step
        }
        return result
    }
}
