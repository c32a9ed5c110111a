import Words

/// What takes time: a planned meeting, or a follow-up that has a time.
package struct TimeSlot: Hashable, Sendable {
    package var start: Instant
    /// After the start.
    package var end: Instant
    /// Empty where it is not known.
    package var place: String

    package init(start: Instant, end: Instant, place: String = "") {
        (self.start, self.place) = (start, place)
        self.end = max(end, start + 60)
    }

    /// How long a meeting lasts that does not say its end, and what is to be done at a time, in minutes.
    package static let (meeting, followUp) = (60, 15)
}

/// When there is time: the hours of the working days, and the way between two places.
package struct Availability: Sendable {
    package var calendar: WorkCalendar
    /// The working hours of a day, in minutes since midnight, in order.
    package var hours: [Range<Int>]
    /// Minutes that the way takes between two places.
    package var travel: Int
    package var zone: Zone

    package init(
        calendar: WorkCalendar = WorkCalendar(), hours: [Range<Int>] = Availability.usualHours,
        travel: Int = Availability.usualTravel, zone: Zone
    ) {
        (self.calendar, self.hours, self.travel, self.zone) = (calendar, hours, travel, zone)
    }

    package static let usualHours = [9 * 60..<18 * 60]
    package static let usualTravel = 30

    /// Why two cannot both be kept.
    package enum Clash: Hashable, Sendable {
        case overlap
        /// So many minutes are between them, fewer than the way takes.
        case tooClose(Int)
    }

    /// - Returns: nil when both can be kept. There is a way only between two places that are known and not the same.
    package func clash(_ a: TimeSlot, _ b: TimeSlot) -> Clash? {
        if a.start < b.end, b.start < a.end { return .overlap }
        let between = max(a.start - b.end, b.start - a.end)
        return between < way(from: a.place, to: b.place) * 60 ? .tooClose(between / 60) : nil
    }

    private func way(from a: String, to b: String) -> Int {
        let (a, b) = (folded(a), folded(b))
        return a.isEmpty || b.isEmpty || a == b ? 0 : travel
    }

    /// The first quarter of an hour at or after an instant from which so many minutes are free within the working hours of one
    /// working day; nil when there is none in a year.
    ///
    /// - Parameters:
    ///   - place: where it would be.
    ///   - taken: what takes time on some days; asked for two weeks at a time.
    package func nextFree(
        from earliest: Instant, minutes: Int, place: String = "", taken: (ClosedRange<Day>) throws -> [TimeSlot]
    ) rethrows -> Instant? {
        let first = zone.day(of: earliest)
        for fortnight in 0..<26 {
            let start = first + fortnight * 14
            let days = start...start + 13
            let slots = try taken(days)
            for day in (0..<14).map({ start + $0 }) where calendar.isWorking(day) {
                for span in hours {
                    let from = max(earliest, instant(day, span.lowerBound))
                    let until = instant(day, span.upperBound)
                    if let free = free(from: from, until: until, minutes, place, slots) { return free }
                }
            }
        }
        return nil
    }

    private func free(from: Instant, until: Instant, _ minutes: Int, _ place: String, _ taken: [TimeSlot]) -> Instant? {
        var start = quarter(from)
        while start + minutes * 60 <= until {
            let wanted = TimeSlot(start: start, end: start + minutes * 60, place: place)
            guard let other = taken.first(where: { clash(wanted, $0) != nil }) else { return start }
            start = quarter(other.end + way(from: place, to: other.place) * 60)
        }
        return nil
    }

    private func instant(_ day: Day, _ minutes: Int) -> Instant {
        zone.instant(day + minutes / (24 * 60), TimeOfDay(minutes / 60 % 24, minutes % 60)!)
    }

    /// The quarter of an hour at or after an instant.
    private func quarter(_ instant: Instant) -> Instant {
        Instant(seconds: (instant.seconds + 899) / 900 * 900)
    }
}
