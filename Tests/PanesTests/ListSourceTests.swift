@testable import Panes
import Sales
import Storage
import Testing
import Words

/// The rows near the screen, in every way of moving, against the whole list.
@Suite struct ListSourceTests {
    @Test(arguments: [nil, ListOrder("city"), ListOrder("name", isDescending: true)])
    func pagingAndJumpingGivesTheWholeList(order: ListOrder?) throws {
        let store = try Store.inMemory(clock: TestDesk.clock, seed: 1)
        try store.write("Add many") { transaction in
            for number in 0..<1500 {
                var contact = Contact()
                contact.name = "Person \(number * 7919 % 1500)"
                contact.addresses = number % 5 == 0 ? [] : [Address(city: ["上海", "Berlin", "Ulm"][number % 3])]
                try transaction.insert(&contact)
            }
        }
        let query = ListQuery(.contact, order: order)
        try store.read { transaction in
            let whole = try transaction.rows(query, ids: transaction.orderedIDs(query))
            var source = ListSource(query)
            _ = try source.reload(query, in: transaction)
            #expect(source.count == whole.count)
            // Down by pages, up again, and jumps to and fro.
            let downwards = stride(from: 0, to: whole.count, by: 37).map { $0 }
            for start in downwards + downwards.reversed() + [1400, 3, 777, 0, whole.count - 1, 250] {
                let window = start..<min(whole.count, start + 40)
                try source.load(window, in: transaction)
                for position in window { #expect(source[position] == whole[position]) }
                #expect(source.position(of: whole[start].ref) == start)
            }
        }
    }
}
