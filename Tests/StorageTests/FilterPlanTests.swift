import Foundation
import Sales
import Testing

@testable import Storage

/// How SQLite answers filters, by its plans: what is asked of each record of a list begins with that record's own rows. One that
/// went through all deals for each contact took minutes in a large file, and no small file shows it.
struct FilterPlanTests {
    /// A line for a field, and one for each of its special words.
    private func lines(_ field: FilterField) -> [String] {
        let plain: String? =
            switch field.kind {
            case .text: "\(field.name):x"
            case .number, .money: "\(field.name)>1"
            case .day: "\(field.name)<today"
            case .choice(let choices): "\(field.name):\(choices[0])"
            case .dated: "\(field.name):x@30d"
            case .special: nil
            }
        return (plain.map { [$0] } ?? []) + field.words.map { "\(field.name):\($0)" }
    }

    @Test(arguments: Kind.main) func eachRecordIsAskedForItsOwnRows(kind: Kind) throws {
        let path = RawFile.path()
        defer { unlink(path) }
        let store = try Store.open(path, for: .command, clock: RandomActions.clock)
        let list = ListDefinition.of(kind)
        let file = RawFile(path)
        var looked = 0
        for line in kind.filterFields.flatMap(lines) {
            let condition = try store.read { transaction in
                let filter = try kind.filter(line, clock: transaction.clock, currency: "CNY")
                return try transaction.filterSQL(kind).condition(filter).sql
            }
            // The plan does not depend on what our own functions give.
            let sql = ["forms(", "fold(", "sort_text(", "hour_of_week("].reduce(condition) {
                $0.replacing($1, with: "trim(")
            }
            let plan = file.rows(
                """
                EXPLAIN QUERY PLAN SELECT \(list.id) FROM \(list.from)
                    WHERE \(list.id) IN (SELECT value FROM json_each(?)) AND \(sql)
                """)
            for subquery in plan where subquery[3].hasPrefix("CORRELATED") {
                guard let first = plan.first(where: { $0[1] == subquery[0] }) else { continue }
                looked += 1
                let isOwn = first[3].hasPrefix("SEARCH") && first[3].contains(/\((rowid|id|\w+_id)=\?/)
                #expect(isOwn || first[3].hasPrefix("COMPOUND"), "\(kind.name) \(line): \(first[3])")
            }
        }
        #expect(looked > 0)
    }
}
