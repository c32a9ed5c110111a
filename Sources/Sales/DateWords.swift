import Words

/// Dates as a person types them, in English and Chinese, for what is to be done and for what has happened.
///
/// | typed | means |
/// |---|---|
/// | `fri`, 周五 | the coming Friday; on a Friday the one a week from now, never today. Looking back: the last one, never today |
/// | `next tue`, 下周二 | Tuesday of the next ISO week; `this` and `last`, 本 and 上 likewise |
/// | `next week`, 下周 | its Monday; `next month` and 下个月 the 1st, `next year` 1 January |
/// | `3d` `2w` `1m` `1y`, 3天 | calendar days, weeks, months (at most the last day of a shorter month) from today; looking back: ago |
/// | `2h`, `20min`, 半小时后 | from now |
/// | `12-01`, `1 dec`, 12月1日, 15号 | the next such date, today included; looking back the last such date |
/// | `27.11.` | the 27th of November; `27/11` too, as there is no 27th month, but `12/1` is December |
/// | `10:30`, 十点半 | today when still ahead, else tomorrow; looking back: today, else yesterday |
/// | `fri 10` | ten o'clock |
package enum DateWords {
    package enum Direction: Sendable {
        /// Looking ahead: when something is due.
        case coming
        /// Looking back: when something happened.
        case past
    }

    /// Reads a date, or a date and time. Case, width and traditional characters do not matter.
    ///
    /// - Parameter calendar: the days that `3 working days` counts.
    /// - Throws: a sentence that says what is wrong, for a text that is not wholly a date, one that does not exist, and a year beyond 9999.
    package static func parse(
        _ text: String, clock: Clock, direction: Direction = .coming, calendar: WorkCalendar = WorkCalendar()
    ) throws(DateWordsError) -> Due {
        let reading = try read(text, clock: clock, direction: direction, calendar: calendar)
        if reading.period?.contains(clock.today) == true {
            throw DateWordsError(say("Which day of \(visible(text))?"))
        }
        return reading.due
    }

    /// What a text means, with what a filter needs to know beyond the date.
    struct Reading {
        var due: Due
        /// A distance from today as `30d`, without a word that says whether it is ago or ahead.
        var isDistance = false
        /// The days meant by the name of a week, month or year.
        var period: ClosedRange<Day>?
    }

    static func read(
        _ text: String, clock: Clock, direction: Direction, calendar: WorkCalendar = WorkCalendar()
    ) throws(DateWordsError) -> Reading {
        // An instant with its zone, as files have it.
        if let instant = Instant(text.trimmingSpaces()) {
            guard (1...9999).contains(clock.zone.day(of: instant).year) else { throw .tooFar(text) }
            return Reading(due: Due(on: clock.zone.day(of: instant), at: instant))
        }
        var parser = DateWordsParser(text: text, clock: clock, direction: direction, calendar: calendar)
        let reading = try parser.reading()
        guard (1...9999).contains(reading.due.on.year) else { throw .tooFar(text) }
        return reading
    }
}

/// Why a text is no date: one plain sentence.
package struct DateWordsError: Error, Hashable, CustomStringConvertible {
    package let description: String

    init(_ sentence: String) { description = sentence }

    static func unknown(_ text: String) -> DateWordsError {
        DateWordsError(say("“\(visible(text))” is not a date; try tomorrow, fri 10:00, 3d, 12-01 or 下周二"))
    }
    static func missing(_ text: String) -> DateWordsError {
        DateWordsError(say("There is no such date as \(visible(text))"))
    }
    static func tooFar(_ text: String) -> DateWordsError {
        DateWordsError(say("\(visible(text)) is too far away; a date lies in the years 1 to 9999"))
    }
}
