internal import GRDB
import Sales
import Words

/// With whom one wants to be in touch, and whom one is losing: by tier.
extension Transaction {
    func losingReport(_ filter: ReportFilter) throws -> Report {
        let today = clock.today
        let losing = LosingTouch.condition("s", today: today)
        let narrowed = try narrowed("s.contact_id", by: filter)
        // A tier in another case or width is the same tier, as for its cadence and for a filter.
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT min(tier), count(*), sum(losing), sum(losing AND touch_due >= ?), sum(losing AND touch_due < ?),
                        min(CASE WHEN losing THEN touch_due END)
                    FROM (SELECT tier, touch_due, \(losing.sql) AS losing
                        FROM contact_state s JOIN contact ON contact.id = s.contact_id
                        WHERE s.touch_due IS NOT NULL\(narrowed.sql))
                    GROUP BY fold(tier) ORDER BY fold(tier) = '', fold(tier)
                    """),
            arguments: StatementArguments(
                [(today - 7).description, (today - 30).description] + losing.arguments + narrowed.arguments))
        let names = rows.map { $0[0] as String }
        var (people, lost, longest) = (0, 0, 0)
        let lines = rows.map { row in
            let name: String = row[0]
            let (wanted, count, fresh, old): (Int, Int, Int, Int) = (row[1], row[2], row[3], row[4])
            let days = (row[5] as String?).flatMap { Day($0) }.map { today - $0 }
            people += wanted
            lost += count
            longest = max(longest, days ?? 0)
            let tier = name.isEmpty ? "tier:none" : exactly("tier", name, among: names)
            func behind(_ count: Int, _ terms: String) -> Report.Behind? {
                count == 0 ? nil : Report.Behind(kind: .contact, line: filter.with("\(tier) \(terms)"))
            }
            return Report.Line(
                cells: [
                    .text(name), .number(wanted), .number(count), .number(fresh), .number(count - fresh - old),
                    .number(old), days.map { .days($0) } ?? .none,
                ],
                behind: [
                    nil, behind(wanted, "-touch:none"), behind(count, "touch:losing"),
                    behind(fresh, "touch:losing touch>=\(today - 7)"),
                    behind(count - fresh - old, "touch:losing touch:\(range(today - 30...today - 8))"),
                    behind(old, "touch:losing touch<\(today - 30)"), nil,
                ], parts: [Report.Part(Int64(count), .lost), Report.Part(Int64(wanted - count), .shaded)])
        }
        return Report(
            name: .losing,
            columns: [
                Report.Column("tier", "Tier"), Report.Column("contacts", "Contacts"),
                Report.Column("losing", "Losing"), Report.Column("week", "To 7 d"),
                Report.Column("month", "To 30 d"), Report.Column("longer", "Over 30"),
                Report.Column("longest", "Longest"),
            ], sections: lines.isEmpty ? [] : [Report.Section(lines: lines)],
            summary: people == 0
                ? []
                : [say("losing \(lost) of \(people)")]
                    + (lost > 0 ? [say("\(share(lost, of: people)) %"), say("longest \(longest, "day", "days")")] : []))
    }
}
