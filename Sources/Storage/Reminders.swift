internal import GRDB
package import Sales

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What makes itself heard at a time, told once: by whichever screen or `kontor remind` comes first.

/// An open follow-up or planned meeting whose time to make itself heard has come.
package struct Reminder: Sendable, Equatable {
    package var step: Brief.NextStep
    /// Whom it is about.
    package var who: String
    /// When it makes itself heard: the latest of its alarms that has come.
    package var at: Instant
    /// What is remembered when it was told: a key for each of those alarms.
    var keys: [String]

    /// When something of a whole day makes itself heard, on its day or an alarm earlier: nine o'clock in the morning.
    package static let morning = TimeOfDay(9, 0)!
    /// The longest lead of an alarm, in days; a longer one makes itself heard then.
    package static let longestLead = 28
}

extension Transaction {
    /// What makes itself heard between two instants: behind the first, up to and with the second; in that order. It does so at
    /// each of its alarms, or at its time when it has none.
    package func reminders(after start: Instant, until end: Instant) throws -> [Reminder] {
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT 'f' || f.id AS ref, due_on, due_at, coalesce(minutes_before, 0) AS before
                    FROM follow_up f LEFT JOIN alarm ON follow_up_id = f.id
                    WHERE state = 'open' AND due_on BETWEEN ?1 AND ?2 AND (due_on <= ?3 OR minutes_before IS NOT NULL)
                    UNION ALL
                    SELECT 'm' || m.id, due_on, due_at, coalesce(minutes_before, 0)
                    FROM meeting m LEFT JOIN alarm ON meeting_id = m.id
                    WHERE state = 'planned' AND due_on BETWEEN ?1 AND ?2 AND (due_on <= ?3 OR minutes_before IS NOT NULL)
                    """),
            // A time of another zone may fall on a neighbouring date.
            arguments: [
                (clock.zone.day(of: start) - 1).description,
                (clock.zone.day(of: end) + (Reminder.longestLead + 1)).description,
                (clock.zone.day(of: end) + 1).description,
            ])
        var found: [Ref: (at: Instant, keys: [String])] = [:]
        for row in rows {
            guard let ref = Ref(row["ref"] as String), let day = Day(row["due_on"] as String) else { continue }
            let before = min(row["before"] as Int, Reminder.longestLead * 1440)
            let at = (row["due_at"] as String?).flatMap { Instant($0) }
            let rings = (at ?? clock.zone.instant(day, Reminder.morning)) + -60 * before
            guard rings > start, rings <= end else { continue }
            let due = at?.description ?? day.description
            var one = found[ref] ?? (rings, [])
            one.at = max(one.at, rings)
            one.keys.append("\(Reminder.mark)\(ref) \(due) \(before)")
            found[ref] = one
        }
        return try found.sorted {
            ($0.value.at, $0.key.kind.name, $0.key.id) < ($1.value.at, $1.key.kind.name, $1.key.id)
        }
        .compactMap { ref, rings in
            try nextStep(ref).map {
                Reminder(step: $0, who: try party(of: ref).name, at: rings.at, keys: rings.keys)
            }
        }
    }

    /// What has made itself heard until now, for one who asks now and then: nothing from before the day on which it was first
    /// asked, and nothing that is older than a month and listed anyway.
    fileprivate func remindersUntilNow() throws -> [Reminder] {
        let now = clock.now
        let since = try remembered(Reminder.since).flatMap { Instant($0) } ?? now
        return try reminders(after: max(since, now + -31 * 86_400), until: now)
    }
}

extension Reminder {
    fileprivate static let mark = "told "
    fileprivate static let since = "reminding since"

    /// What is remembered while a process tells it.
    fileprivate static func telling(_ process: Int32) -> String { "telling \(process)" }

    /// Whether it was told, or a process that had begun to tell it is still there.
    fileprivate static func isTaken(_ value: String) -> Bool {
        guard value.hasPrefix("telling "), let process = Int32(value.dropFirst(8)) else { return true }
        return kill(process, 0) == 0 || errno != ESRCH
    }
}

extension Store {
    /// Marks reminders as told.
    ///
    /// - Returns: those that nobody had told before.
    package func announce(_ reminders: [Reminder]) throws -> [Reminder] { try claim(reminders, clock.now.description) }

    /// Takes what is to be told now and nobody has told: nobody else gets it, unless it is given back by `untold`, or this
    /// process ends without saying that it was `told`.
    package func takeReminders() throws -> [Reminder] {
        if try read({ try $0.remembered(Reminder.since) }) == nil {
            let midnight = clock.zone.instant(clock.today, TimeOfDay(0, 0)!)
            try remember(Reminder.since, (midnight + -1).description)
        }
        return try claim(read { try $0.remindersUntilNow() }, Reminder.telling(getpid()))
    }

    /// Says that what was taken has been told.
    package func told(_ reminders: [Reminder]) throws {
        try writeUnjournaled { database in
            for key in reminders.flatMap(\.keys) {
                try database.execute(
                    sql: "UPDATE memory SET value = ?3 WHERE key = ?1 AND value = ?2",
                    arguments: [key, Reminder.telling(getpid()), clock.now.description])
            }
        }
    }

    /// Gives back what was taken and could not be told.
    package func untold(_ reminders: [Reminder]) throws {
        try writeUnjournaled { database in
            for key in reminders.flatMap(\.keys) {
                try database.execute(
                    sql: "DELETE FROM memory WHERE key = ?1 AND value = ?2",
                    arguments: [key, Reminder.telling(getpid())])
            }
        }
    }

    private func claim(_ reminders: [Reminder], _ value: String) throws -> [Reminder] {
        if reminders.isEmpty { return [] }
        // Nothing is written where all was told: one asks every minute.
        let known = try read { try $0.told(reminders) }
        let new = reminders.filter { reminder in !reminder.keys.allSatisfy { known[$0].map(Reminder.isTaken) ?? false }
        }
        if new.isEmpty { return [] }
        return try writeUnjournaled { database in
            // What is older than any reminder that can still come need not be remembered.
            try database.execute(
                sql: "DELETE FROM memory WHERE key >= ?1 AND key < ?2 AND value < ?3",
                arguments: [Reminder.mark, "told!", (clock.now + -62 * 86_400).description])
            return try new.filter { reminder in
                var isFirst = false
                for key in reminder.keys {
                    let old = try String.fetchOne(
                        database, sql: "SELECT value FROM memory WHERE key = ?", arguments: [key])
                    if old.map(Reminder.isTaken) ?? false { continue }
                    isFirst = true
                    try database.execute(
                        sql: "INSERT INTO memory VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                        arguments: [key, value])
                }
                return isFirst
            }
        }
    }
}

extension Transaction {
    /// What is remembered of reminders, by their keys.
    fileprivate func told(_ reminders: [Reminder]) throws -> [String: String] {
        var known: [String: String] = [:]
        for key in reminders.flatMap(\.keys) { known[key] = try remembered(key) }
        return known
    }
}
