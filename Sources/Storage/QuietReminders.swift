import Sales

/// What an import brings that should have made itself heard long ago: it is listed, and does not pop up.
extension Store {
    /// All that has made itself heard in the last month, told or not.
    package func pastReminders() throws -> [Reminder] {
        try read { try $0.reminders(after: clock.now + -31 * 86_400, until: clock.now) }
    }

    /// Marks what would make itself heard now, and would not have before, as told.
    ///
    /// - Parameter before: `pastReminders` of then.
    package func quiet(since before: [Reminder]) throws {
        let known = Set(before.map(\.step.ref))
        _ = try announce(pastReminders().filter { !known.contains($0.step.ref) })
    }
}
