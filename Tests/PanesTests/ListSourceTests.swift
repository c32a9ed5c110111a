import Sales
import Storage
import Testing
import Words

@testable import Panes

/// The rows near the screen, in every way of moving, against the whole list.
@Suite struct ListSourceTests {
    nonisolated(unsafe) private static let filled: Store = {
        let store = try! Store.inMemory(clock: TestDesk.clock, seed: 1)
        try! store.write("Add many") { transaction in
            for number in 0..<1500 {
                var contact = Contact()
                contact.name = "\(number % 2 == 0 ? "Wanda" : "Bert") \(number * 7919 % 1500)"
                contact.addresses = number % 5 == 0 ? [] : [Address(city: ["上海", "Berlin", "Ulm"][number % 3])]
                try transaction.insert(&contact)
                var followUp = FollowUp()
                (followUp.contactID, followUp.subject) = (contact.id, "No \(number % 10)")
                followUp.dueOn = TestDesk.clock.today + number % 30
                if number % 3 == 0 { (followUp.state, followUp.doneAt) = (.done, TestDesk.clock.now) }
                try transaction.insert(&followUp)
            }
        }
        return store
    }()

    @Test(arguments: [
        (Kind.contact, "", nil), (.contact, "", ListOrder("city")),
        (.contact, "", ListOrder("name", isDescending: true)),
        (.contact, "w", nil), (.contact, "city:ulm", nil), (.contact, "b", ListOrder("city", isDescending: true)),
        (.contact, "wanda 1", nil), (.contact, "-w city:none", nil), (.followUp, "state:open", nil),
        (.followUp, "", nil), (.followUp, "state:done no", nil),
    ])
    func pagingAndJumpingGivesTheWholeList(kind: Kind, line: String, order: ListOrder?) throws {
        let store = Self.filled
        let query = ListQuery(kind, try kind.filter(line, clock: store.clock, currency: "CNY"), order: order)
        try store.read { transaction in
            let whole = try transaction.rows(query, ids: transaction.orderedIDs(query))
            var source = ListSource(query)
            _ = try source.reload(query, in: transaction)
            while source.isUnfinished { try source.goOn(in: transaction, milliseconds: 1) }
            #expect(source.isExact && source.count == whole.count)
            // Down by pages, up again, and jumps to and fro.
            let downwards = stride(from: 0, to: whole.count, by: 37).map { $0 }
            let jumps = [1400, 3, 777, 0, whole.count - 1, 250].map { min($0, whole.count - 1) }
            for start in downwards + downwards.reversed() + jumps {
                let window = start..<min(whole.count, start + 40)
                try source.load(window, in: transaction)
                for position in window { #expect(source[position] == whole[position]) }
                #expect(source.position(of: whole[start].ref) == start)
            }
        }
    }

    @Test func afterAChangeTheRowsAreThoseAroundTheCursor() throws {
        let store = try Self.filled.copyInMemory()
        let query = ListQuery(.contact)
        var source = ListSource(query)
        /// The program remembers something: another state of the file, with the same records.
        func touch() throws { try store.remember("test", "") }
        func whole() throws -> [ListRow] {
            try store.read { try $0.rows(query, ids: $0.orderedIDs(query)) }
        }
        let before = try whole()
        func expectAround(_ row: ListRow, _ position: Int, of rows: [ListRow]) throws {
            try touch()
            try store.read { transaction in
                let now = try source.reload(query, around: row, in: transaction)
                #expect(now == position)
                // Nothing has changed since: nothing is loaded anew, and the cursor stays.
                let again = try source.reload(query, around: row, in: transaction)
                #expect(again == nil)
            }
            for near in max(0, position - 30)..<min(rows.count, position + 30) { #expect(source[near] == rows[near]) }
        }
        for position in [0, 1, 700, 1498, 1499] { try expectAround(before[position], position, of: before) }
        // One that is gone: where it stood.
        try store.write("Delete") { try $0.delete(before[700].ref) }
        try expectAround(before[700], 700, of: try whole())
    }

    @Test func anotherFilterOnTheSameDataIsCountedAnew() throws {
        try Self.filled.read { transaction in
            var source = ListSource(ListQuery(.followUp))
            func count(_ line: String) throws -> Int {
                let filter = try Kind.followUp.filter(line, clock: transaction.clock, currency: "CNY")
                try source.narrow(ListQuery(.followUp, filter), in: transaction)
                while source.isUnfinished { try source.goOn(in: transaction, milliseconds: 1) }
                return source.count
            }
            for (line, number) in [
                ("state:open", 1000), ("", 1500), ("state:done", 500), ("state:open", 1000), ("no", 1500),
            ] {
                let found = try count(line)
                #expect(found == number)
            }
        }
    }
}
