import Sales
import Testing
import Words

@testable import Storage

/// What takes long is given up when a key waits, goes on later, and then says the same.
@Suite struct PatienceTests {
    private static func office() throws -> Store {
        let store = try Store.inMemory(clock: RandomActions.clock, seed: 1)
        try store.write("Add") { transaction in
            for number in 0..<3000 {
                var contact = Contact()
                contact.name = number % 3 == 0 ? "Wanda \(number)" : "Bert \(number)"
                try transaction.insert(&contact)
            }
        }
        return store
    }

    @Test func aQueryIsGivenUpWhenAKeyWaits() throws {
        let store = try Self.office()
        var asked = 0
        store.isKeyWaiting = {
            asked += 1
            return true
        }
        // Three hundred words looked for in each of three thousand texts.
        let line = (0..<300).map { "-nobody\($0)" }.joined(separator: " ")
        let slow = ListQuery(.contact, try Kind.contact.filter(line, clock: store.clock, currency: "CNY"))
        let answer = try store.read { transaction in
            try transaction.patiently(until: nil) { try transaction.orderedIDs(slow) }
        }
        #expect(answer == nil && asked == 1)
        // The time is over.
        store.isKeyWaiting = { false }
        let late = try store.read { transaction in
            try transaction.patiently(until: ContinuousClock.now + .milliseconds(2)) {
                try transaction.orderedIDs(slow)
            }
        }
        #expect(late == nil)
        // Nothing of it is left: what follows is not given up.
        #expect(try store.read { try $0.patiently(until: nil) { 7 } } == 7)
        #expect(try store.read { try $0.orderedIDs(slow) }.count == 3000)
    }

    /// However often it is given up, in the end it has found what it finds at once.
    @Test(arguments: ["w", "wanda", "b 1", "wa or 7", "-bert", "name:wanda"])
    func whatWasGivenUpGoesOn(line: String) throws {
        let store = try Self.office()
        let filter = try Kind.contact.filter(line, clock: store.clock, currency: "CNY")
        let order: ListOrder? = line == "w" ? ListOrder("name", isDescending: true) : nil
        let query = ListQuery(.contact, filter, order: order)
        let expected = try store.read { try $0.orderedIDs(query) }
        var narrowing = Narrowing(query)
        // A key waits every other time.
        var isKeyWaiting = false
        store.isKeyWaiting = { isKeyWaiting }
        for round in 0..<10_000 where !narrowing.isFinished {
            isKeyWaiting = round % 2 == 0
            try store.read { try narrowing.find(in: $0, milliseconds: 1) }
        }
        #expect(narrowing.isFinished && narrowing.ids == expected)
        guard line.allSatisfy({ $0 != ":" }) else { return }
        isKeyWaiting = false
        let words = Filter(finding: line)
        let found = try store.read { try $0.find(words, limit: 100) }.map(\.ref)
        var finding = Finding(words, most: 200)
        for round in 0..<10_000 where !finding.isFinished {
            isKeyWaiting = round % 2 == 0
            _ = try store.read { try finding.goOn(in: $0, milliseconds: 1, atMost: round % 3 == 0 ? 2 : nil) }
        }
        #expect(finding.isFinished && finding.hits.prefix(100).map(\.ref) == found)
    }
}
