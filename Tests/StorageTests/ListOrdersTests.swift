import Sales
import Storage
import Testing
import Words

/// Lists in an order that somebody chose: every column, both directions, what is empty last.
@Suite struct ListOrdersTests {
    nonisolated(unsafe) private static let filled: Store = {
        let store = try! Store.inMemory(clock: RandomActions.clock, seed: 11)
        var actions = RandomActions(seed: 11, store: store)
        for _ in 0..<250 { try! actions.act() }
        return store
    }()

    static let columns: [(Kind, String)] = Kind.allCases.flatMap { kind in
        kind.allListColumns.map { (kind, $0.name) }
    }

    @Test(arguments: columns)
    func everyColumnSortsInBothDirections(kind: Kind, column: String) throws {
        try Self.filled.read { transaction in
            let own = try whole(ListQuery(kind, columns: [kind.listColumn(column)!]), transaction)
            for isDescending in [false, true] {
                let query = ListQuery(
                    kind, order: ListOrder(column, isDescending: isDescending), columns: [kind.listColumn(column)!])
                let ids = try transaction.orderedIDs(query)
                let rows = try transaction.rows(query, ids: ids)
                #expect(Set(ids) == Set(own.map(\.ref.id)) && ids.count == own.count)
                // What is empty stands last, and among itself in the list's own order.
                let empty = own.filter { $0.cells[0] == .none }
                #expect(rows.suffix(empty.count).map(\.ref) == empty.map(\.ref))
                let filled = rows.dropLast(empty.count)
                #expect(!filled.contains { $0.cells[0] == .none })
                for (a, b) in zip(filled, filled.dropFirst()) {
                    let (x, y) = (try key(a, column, transaction), try key(b, column, transaction))
                    #expect(isDescending ? !isLess(x, y) : !isLess(y, x), "\(a.cells) \(b.cells)")
                    if !isLess(x, y), !isLess(y, x) {
                        let places = [a, b].map { row in own.firstIndex { $0.ref == row.ref }! }
                        #expect(places[0] < places[1], "\(a) \(b)")
                    }
                }
                for (index, row) in rows.enumerated() {
                    #expect(try transaction.position(of: row.ref, in: query) == index)
                }
            }
        }
    }

    /// What a cell is compared by, said another way than the store says it.
    private func key(_ row: ListRow, _ column: String, _ transaction: Transaction) throws -> [Part] {
        switch row.cells[0] {
        case .none: return []
        case .text(let text):
            let order = try [
                "stage": transaction.fetchAll(Stage.self).map(\.name),
                "outcome": transaction.fetchAll(Outcome.self).map(\.name),
                "reason": transaction.fetchAll(Reason.self).map(\.name),
                "status": Status.allCases.map(\.rawValue),
                "state": ["open", "planned", "held", "cancelled", "done", "won", "lost"],
                "action": FollowUp.Action.allCases.map(\.rawValue),
            ]
            if let place = order[column]?.firstIndex(of: text) { return [.number(Int64(place))] }
            let isName =
                ["contact", "company", "deal", "name"].contains(column)
                && [.contact, .company, .opportunity, .call, .meeting, .followUp, .note].contains(row.ref.kind)
            return [.text(SortKey.of(text, isName: isName))]
        case .number(let number): return [.number(number)]
        case .day(let day): return [.text(day.description)]
        case .instant(let instant): return [.text(instant.description)]
        case .money(let money): return [.text(money.currency), .number(money.minor)]
        case .step(let due, _): return [.text(due.on.description), .text(due.at?.description ?? "~")]
        }
    }

    private enum Part { case number(Int64), text(String) }

    private func isLess(_ a: [Part], _ b: [Part]) -> Bool {
        for pair in zip(a, b) {
            switch pair {
            case (.number(let x), .number(let y)): if x != y { return x < y }
            case (.text(let x), .text(let y)):
                if x != y { return Array(x.utf8).lexicographicallyPrecedes(Array(y.utf8)) }
            default: return false
            }
        }
        return false
    }

    @Test func aColumnThatThereIsNotIsRefused() throws {
        try Self.filled.read { transaction in
            _ = #expect(throws: StoreError.self) {
                try transaction.orderedIDs(ListQuery(.contact, order: ListOrder("name; DROP TABLE contact")))
            }
        }
    }

    @Test func aRecordThatIsGoneHasEmptyCells() throws {
        try Self.filled.read { transaction in
            let row = try transaction.rows(ListQuery(.contact), ids: [999_999])[0]
            #expect(row.ref == Ref(.contact, 999_999))
            #expect(row.cells.allSatisfy { $0 == .none })
        }
    }

    private func whole(_ query: ListQuery, _ transaction: Transaction) throws -> [ListRow] {
        try transaction.page(query, limit: 10_000)
    }
}
