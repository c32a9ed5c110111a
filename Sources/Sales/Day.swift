/// A calendar date, without a time and without a zone: it never shifts. Years 1 to 9999 of the Gregorian calendar.
package struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Days since 1970-01-01.
    package let number: Int

    package init(number: Int) { self.number = number }

    /// Nil when there is no such date.
    package init?(_ year: Int, _ month: Int, _ day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, in: year)
        else { return nil }
        number = Day.number(year, month, day)
    }

    /// Reads `YYYY-MM-DD`, nothing else.
    package init?(_ text: some StringProtocol) { self.init(bytes: text.utf8) }

    /// Byte by byte: a long list reads thousands of them.
    package init?(bytes: some Collection<UInt8>) {
        var (year, month, day, place) = (0, 0, 0, 0)
        for byte in bytes {
            let digit = Int(byte) - 48
            let isDash = place == 4 || place == 7
            guard place < 10, isDash ? byte == 45 : (0...9).contains(digit) else { return nil }
            switch place {
            case 0...3: year = year * 10 + digit
            case 5, 6: month = month * 10 + digit
            case 8, 9: day = day * 10 + digit
            default: break
            }
            place += 1
        }
        guard place == 10 else { return nil }
        self.init(year, month, day)
    }

    /// `YYYY-MM-DD`.
    package var description: String {
        let (year, month, day) = parts
        guard (0...9999).contains(year) else { return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2) }
        return String(unsafeUninitializedCapacity: 10) { bytes in
            bytes.write(year, at: 0, digits: 4)
            bytes[4] = UInt8(ascii: "-")
            bytes.write(month, at: 5, digits: 2)
            bytes[7] = UInt8(ascii: "-")
            bytes.write(day, at: 8, digits: 2)
            return 10
        }
    }

    package var parts: (year: Int, month: Int, day: Int) {
        // Howard Hinnant, "chrono-compatible low-level date algorithms", civil_from_days.
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let ofEra = shifted - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * ofYear + 2) / 153
        let day = ofYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    package var year: Int { parts.year }
    package var month: Int { parts.month }
    package var day: Int { parts.day }

    /// 1 is Monday, 7 is Sunday, as in ISO 8601.
    package var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

    /// The Monday of the ISO week that holds this day.
    package var monday: Day { self - (weekday - 1) }

    /// The same day some months later; the last day of that month when it is too short.
    package func adding(months: Int) -> Day {
        let (year, month, day) = parts
        let total = year * 12 + (month - 1) + months
        let newYear = total >= 0 ? total / 12 : (total - 11) / 12
        let newMonth = total - newYear * 12 + 1
        return Day(number: Day.number(newYear, newMonth, min(day, Day.length(ofMonth: newMonth, in: newYear))))
    }

    /// The last day of this month.
    package var endOfMonth: Day {
        let (year, month, _) = parts
        return Day(number: Day.number(year, month, Day.length(ofMonth: month, in: year)))
    }

    package static func < (a: Day, b: Day) -> Bool { a.number < b.number }
    package static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
    package static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }
    /// Days from `b` to `a`; negative when `a` is earlier.
    package static func - (a: Day, b: Day) -> Int { a.number - b.number }

    package static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Howard Hinnant's days_from_civil.
    private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let ofEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear
        return era * 146_097 + ofEra - 719_468
    }
}

/// A number with leading zeros, at least `width` digits wide.
package func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

extension UnsafeMutableBufferPointer<UInt8> {
    /// Writes a number with so many digits.
    func write(_ number: Int, at place: Int, digits: Int) {
        var rest = number
        for index in (place..<place + digits).reversed() {
            self[index] = 0x30 + UInt8(rest % 10)
            rest /= 10
        }
    }
}
