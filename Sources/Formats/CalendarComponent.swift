/// A component of a calendar: an event, a task, an alarm in one, with its properties as they were written.
package struct CalendarComponent: Sendable {
    /// In upper case: `VEVENT`.
    package let name: String
    /// The physical line of BEGIN, from 1.
    package let line: Int
    package internal(set) var lines: [ContentLine] = []
    /// The components in it, such as alarms.
    package internal(set) var parts: [CalendarComponent] = []
    package internal(set) var problems: [FileProblem] = []
    /// Attachments and the like that were too large to be looked at, or of no use here.
    package internal(set) var attachments = 0
    /// Kontor wrote the calendar: texts stand as they were, and the UID is ours.
    package internal(set) var isOwn = false
    /// What the calendar is sent for, in upper case: `CANCEL`; empty when it does not say.
    package internal(set) var method = ""

    package func all(_ name: String) -> [ContentLine] { lines.filter { $0.name == name } }

    package func first(_ name: String) -> ContentLine? { lines.first { $0.name == name } }

    /// The text of the first property of a name, unescaped; empty when there is none.
    package func text(_ name: String) -> String { first(name)?.text ?? "" }

    /// A word such as a status, in upper case.
    package func word(_ name: String) -> String { text(name).trimmed.uppercased() }

    package func number(_ name: String) -> Int? { Int(text(name).trimmed) }

    /// The time of a property.
    ///
    /// - Throws: `FileProblem` where there is such a property and it holds no time.
    package func time(_ name: String) throws(FileProblem) -> CalendarTime? {
        guard let line = first(name), !line.value.trimmed.isEmpty else { return nil }
        return try CalendarTime(line)
    }
}

extension ContentLine {
    /// The value as a text, with its escapes undone.
    package var text: String { ContentText.unescaped(value, version: nil) }

    /// The values of a list of times, periods by their begin.
    package func times() throws(FileProblem) -> [CalendarTime] {
        var times: [CalendarTime] = []
        for piece in value.split(separator: ",") where !piece.allSatisfy({ $0 == " " }) {
            var one = self
            one.value = String(piece.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)[0])
            times.append(try CalendarTime(one))
        }
        return times
    }
}
