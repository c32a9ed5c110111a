/// A point in time, to the second.
package struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Seconds since 1970-01-01T00:00:00Z.
    package let seconds: Int

    package init(seconds: Int) { self.seconds = seconds }

    /// Reads ISO 8601 with a zone: `2026-11-21T14:05:00Z`, `2026-11-21T14:05+08:00`; a fraction of a second is cut.
    package init?(_ text: some StringProtocol) {
        if let seconds = Instant.stored(text.utf8) {
            self.seconds = seconds
            return
        }
        guard let (day, time, rest) = Instant.split(text) else { return nil }
        let offset: Int
        if rest == "Z" || rest == "z" {
            offset = 0
        } else {
            guard let sign = rest.first, sign == "+" || sign == "-" else { return nil }
            // `+08:00` or `+0800`.
            var digits = rest.dropFirst()
            if digits.utf8.count == 5, let colon = digits.firstIndex(of: ":"), digits[..<colon].utf8.count == 2 {
                digits.remove(at: colon)
            }
            guard digits.utf8.count == 4, digits.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(digits),
                number % 100 < 60, number / 100 <= 18
            else { return nil }
            offset = (number / 100 * 3600 + number % 100 * 60) * (sign == "-" ? -1 : 1)
        }
        seconds = day.number * 86_400 + time - offset
    }

    /// Reads the bytes of the form in which the file has it, `YYYY-MM-DDTHH:MM:SSZ`, and no other.
    package init?(bytes: UnsafeBufferPointer<UInt8>) {
        guard let seconds = Instant.stored(bytes) else { return nil }
        self.seconds = seconds
    }

    /// The seconds of the form in which the file has them: read byte by byte, as a long list reads thousands of them. Nil for
    /// every other form.
    private static func stored(_ text: some Collection<UInt8>) -> Int? {
        var (hour, minute, second, place) = (0, 0, 0, 0)
        for byte in text.dropFirst(10) {
            let digit = Int(byte) - 48
            switch place {
            case 0: guard byte == 84 else { return nil }
            case 3, 6: guard byte == 58 else { return nil }
            case 9: guard byte == 90 else { return nil }
            case 1, 2, 4, 5, 7, 8:
                guard (0...9).contains(digit) else { return nil }
                if place < 3 {
                    hour = hour * 10 + digit
                } else if place < 6 {
                    minute = minute * 10 + digit
                } else {
                    second = second * 10 + digit
                }
            default: return nil
            }
            place += 1
        }
        guard place == 10, hour < 24, minute < 60, second < 60, let day = Day(bytes: text.prefix(10)) else {
            return nil
        }
        return day.number * 86_400 + hour * 3600 + minute * 60 + second
    }

    /// The date, the seconds since midnight and what follows (the zone, or nothing) of an ISO 8601 text whose date and
    /// time are parted by `T` or a space. Nil when the date or the time does not exist.
    package static func split(_ text: some StringProtocol) -> (day: Day, time: Int, rest: String)? {
        let text = String(text)
        guard let day = Day(text.prefix(10)) else { return nil }
        var rest = text.dropFirst(10)
        guard let separator = rest.first, separator == "T" || separator == "t" || separator == " " else { return nil }
        rest = rest.dropFirst()
        let clock = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ":") }
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), parts.allSatisfy({ $0.utf8.count == 2 }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
        else { return nil }
        var second = 0
        if parts.count == 3 {
            guard let number = Int(parts[2]), number <= 60 else { return nil }
            second = min(number, 59)
        }
        rest = rest.dropFirst(clock.count)
        if rest.first == "." || rest.first == "," { rest = rest.dropFirst().drop { $0.isASCII && $0.isNumber } }
        return (day, hour * 3600 + minute * 60 + second, String(rest.drop { $0 == " " }))
    }

    /// `YYYY-MM-DDTHH:MM:SSZ`.
    package var description: String {
        let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let time = seconds - day * 86_400
        // Byte by byte: an import writes a million of them.
        return Day(number: day).description
            + String(unsafeUninitializedCapacity: 10) { bytes in
                bytes[0] = UInt8(ascii: "T")
                bytes.write(time / 3600, at: 1, digits: 2)
                bytes[3] = UInt8(ascii: ":")
                bytes.write(time / 60 % 60, at: 4, digits: 2)
                bytes[6] = UInt8(ascii: ":")
                bytes.write(time % 60, at: 7, digits: 2)
                bytes[9] = UInt8(ascii: "Z")
                return 10
            }
    }

    package static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }
    package static func + (instant: Instant, seconds: Int) -> Instant { Instant(seconds: instant.seconds + seconds) }
    package static func - (a: Instant, b: Instant) -> Int { a.seconds - b.seconds }
}

/// A time of day, to the minute.
package struct TimeOfDay: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Minutes since midnight, 0 to 1439.
    package let minutes: Int

    package init?(_ hour: Int, _ minute: Int) {
        guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
        minutes = hour * 60 + minute
    }

    package var hour: Int { minutes / 60 }
    package var minute: Int { minutes % 60 }
    /// `HH:MM`.
    package var description: String { padded(hour, 2) + ":" + padded(minute, 2) }

    package static func < (a: TimeOfDay, b: TimeOfDay) -> Bool { a.minutes < b.minutes }
}
