internal import GRDB
package import Sales

/// What takes time already: what is in the way of a meeting, and when there is room for one.

/// Something that cannot be kept beside what is planned.
package struct Conflict: Sendable, Equatable {
    package var step: Brief.NextStep
    package var place: String
    /// nil for a meeting of the whole day.
    package var clash: Availability.Clash?
}

extension Transaction {
    /// The working days, hours and way between places by which time is planned.
    package func availability() throws -> Availability {
        Availability(
            calendar: try workCalendar(), hours: store.workingHours, travel: store.travelMinutes, zone: clock.zone)
    }

    /// Planned meetings and follow-ups with a time that cannot be kept beside a meeting; those of the whole day last.
    ///
    /// - Parameter except: the one that is being planned.
    package func conflicts(with wanted: TimeSlot, except: Ref? = nil) throws -> [Conflict] {
        let availability = try availability()
        let all = try taken(clock.zone.day(of: wanted.start)...clock.zone.day(of: wanted.end), except: except)
        let found = try all.compactMap { taken -> Conflict? in
            guard let clash = availability.clash(wanted, taken.slot), let step = try nextStep(taken.ref) else {
                return nil
            }
            return Conflict(step: step, place: taken.slot.place, clash: taken.isWholeDay ? nil : clash)
        }
        return found.filter { $0.clash != nil } + found.filter { $0.clash == nil }
    }

    /// The first time at or after an instant at which a meeting can be held; nil when there is none in a year.
    package func nextFree(from earliest: Instant, minutes: Int, place: String = "", except: Ref? = nil) throws
        -> Instant?
    {
        try availability().nextFree(from: earliest, minutes: minutes, place: place) { days in
            try taken(days, except: except).map(\.slot)
        }
    }

    /// What takes time on some days; also what began up to a week before.
    private func taken(_ days: ClosedRange<Day>, except: Ref?) throws -> [(ref: Ref, slot: TimeSlot, isWholeDay: Bool)]
    {
        // A time of another zone may fall on the day before or after the date that it was meant for.
        let range = [(days.lowerBound - 8).description, (days.upperBound + 1).description]
        return try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT 'm' || id, due_on, due_at, end_at, place FROM meeting
                    WHERE state = 'planned' AND due_on BETWEEN ?1 AND ?2
                    UNION ALL
                    SELECT 'f' || id, due_on, due_at, NULL, '' FROM follow_up
                    WHERE state = 'open' AND due_on BETWEEN ?1 AND ?2 AND due_at IS NOT NULL
                    ORDER BY 2, 3, 1
                    """), arguments: StatementArguments(range)
        ).compactMap { row in
            guard let ref = Ref(row[0] as String), ref != except, let on = Day(row[1] as String) else { return nil }
            let at = (row[2] as String?).flatMap { Instant($0) }
            let end = (row[3] as String?).flatMap { Instant($0) }
            let start = at ?? clock.zone.instant(on, TimeOfDay(0, 0)!)
            let usual =
                at == nil
                ? clock.zone.instant(on + 1, TimeOfDay(0, 0)!)
                : start + (ref.kind == .meeting ? TimeSlot.meeting : TimeSlot.followUp) * 60
            return (ref, TimeSlot(start: start, end: end ?? usual, place: at == nil ? "" : row[4]), at == nil)
        }
    }
}
