internal import GRDB
import Sales

/// How much of a part of Today is due on which day, at some moment: so that any place in the part is found without going through
/// what stands before it.
struct DueDays {
    let state: FileState
    let now: Instant
    let days: [(day: String, count: Int)]

    var count: Int { days.reduce(0) { $0 + $1.count } }

    /// The days on which what stands at some places is due, and how much stands before them; nil when nothing stands there.
    func holding(_ places: Range<Int>) -> (days: ClosedRange<String>, before: Int)? {
        var (before, end) = (0, 0)
        var first: String?
        for (day, count) in days {
            if first == nil, end + count > places.lowerBound { (first, before) = (day, end) }
            end += count
            if let first, end >= places.upperBound { return (first...day, before) }
        }
        return first.map { ($0...days[days.count - 1].day, before) }
    }
}

extension Transaction {
    /// On which days something of a part is due: counted once a minute, and when the file has changed.
    func dueDays(_ part: Agenda.Part) throws -> DueDays {
        let (state, now) = (try self.state, clock.now)
        if let known = store.dueDays[part], known.state == state, known.now.seconds / 60 == now.seconds / 60 {
            return known
        }
        let due = dueCondition(part, at: now)
        var counts: [String: Int] = [:]
        for (table, condition) in [("follow_up", due.followUps), ("meeting", due.meetings)] {
            try BoundStatement(
                "SELECT due_on, count(*) FROM \(table) WHERE \(condition.sql) GROUP BY due_on", database,
                arguments: condition.arguments
            ).forEach([]) { counts[$0.text(0) ?? "", default: 0] += Int($0.integer(1)) }
        }
        let days = DueDays(state: state, now: now, days: counts.map { ($0, $1) }.sorted { $0.0 < $1.0 })
        store.dueDays[part] = days
        return days
    }
}
