import Sales
import Storage
import Testing
import Words

/// Undo, redo and what is derived, under random actions.
@Suite struct JournalTests {
    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func undoingAllGivesTheSameDumpAndRedoingAllToo(seed: UInt64) throws {
        let store = try Store.inMemory(clock: RandomActions.clock, seed: seed)
        let empty = try store.dump()
        var actions = RandomActions(seed: seed, store: store)
        for step in 0..<120 {
            try actions.act()
            if step % 10 == 0 { try expectDerivedIsExact(store) }
        }
        let full = try store.dump()
        #expect(full != empty)

        var undone = 0
        while try store.undo() != nil {
            undone += 1
            if undone % 10 == 0 { try expectDerivedIsExact(store) }
        }
        #expect(undone > 60)
        #expect(try store.dump() == empty)
        try expectDerivedIsExact(store)
        while try store.redo() != nil {}
        #expect(try store.dump() == full)
        try expectDerivedIsExact(store)
    }

    /// What is derived equals a recomputation of everything.
    func expectDerivedIsExact(_ store: Store) throws {
        let kept = try store.derivedDump()
        try store.recomputeDerived()
        let recomputed = try store.derivedDump()
        #expect(kept == recomputed)
    }

    @Test func whatWasUndoneIsGoneOnceSomethingElseIsDone() throws {
        let store = try Store.inMemory(clock: RandomActions.clock, seed: 1)
        var first = Contact()
        first.name = "王伟"
        try store.write("Add \(first.name)") { try $0.insert(&first) }
        #expect(try store.undo()?.sentence == "Add 王伟")
        var second = Contact()
        second.name = "Ada"
        try store.write("Add \(second.name)") { try $0.insert(&second) }
        #expect(try store.redo() == nil)
        // An undone id is never given again.
        #expect(second.id == first.id + 1)
        #expect(try store.history().map(\.state) == [.done, .dropped])
    }

    @Test func aLargeEntryIsKeptInPiecesAndUndoneWhole() throws {
        let store = try Store.inMemory(clock: RandomActions.clock, seed: 1)
        let empty = try store.dump()
        try store.write("Import") { transaction in
            for number in 0..<15_000 {
                var contact = Contact()
                contact.name = "Person \(number)"
                contact.phones = [Phone("\(1_000_000 + number)")]
                try transaction.insert(&contact)
            }
        }
        let full = try store.dump()
        #expect(try store.nextUndo()?.records == 30_000)
        _ = try store.undo()
        #expect(try store.dump() == empty)
        _ = try store.redo()
        #expect(try store.dump() == full)
        try expectDerivedIsExact(store)
    }

    @Test func aFailedWriteLeavesNothing() throws {
        let store = try Store.inMemory(clock: RandomActions.clock, seed: 1)
        let empty = try store.dump()
        var nobody = Call()
        nobody.outcomeID = 1
        #expect(throws: StoreError.self) {
            try store.write("Log call") {
                var contact = Contact()
                contact.name = "王伟"
                try $0.insert(&contact)
                try $0.insert(&nobody)
            }
        }
        #expect(try store.dump() == empty)
        #expect(try store.history().isEmpty)
    }
}
