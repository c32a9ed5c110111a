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
        let counted = try store.read { try $0.nothingPlannedCount() }
        #expect(try counted == unplanned(store))
        let listed = try store.read { try $0.agendaItems(.nothingPlanned, 0..<counted) }
        #expect(Set(listed.map(\.ref)).count == counted)
        // The filter line finds the same: of people those that are active, of deals the open ones.
        let found = try store.read { transaction in
            try [(Kind.contact, "next:none active:yes"), (.opportunity, "next:none state:open")].map { kind, line in
                try transaction.count(ListQuery(kind, kind.filter(line, clock: store.clock, currency: "CNY")))
            }
        }
        #expect(found.reduce(0, +) == counted)
    }

    /// Open deals and active contacts without a next step and without a reason for that, from the records alone.
    private func unplanned(_ store: Store) throws -> Int {
        try store.read { transaction in
            func all<R: Record>(_ type: R.Type) throws -> [R] {
                try transaction.ids(R.kind).compactMap { try transaction.fetch(R.self, $0) }
            }
            let followUps = try all(FollowUp.self)
            let meetings = try all(Meeting.self)
            let calls = try all(Call.self)
            let deals = try all(Opportunity.self).filter { $0.state == .open }
            let open = followUps.filter { $0.state == .open }
            let planned = meetings.filter { $0.state == .planned }
            func isPlanned(_ deal: Opportunity) -> Bool {
                open.contains { $0.opportunityID == deal.id } || planned.contains { $0.opportunityID == deal.id }
            }
            let people = try all(Contact.self).filter { contact in
                let isHandled =
                    calls.contains { $0.contactID == contact.id }
                    || meetings.contains { $0.state == .held && $0.attendees.contains(contact.id) }
                    || followUps.contains {
                        $0.contactID == contact.id && $0.state == .done && $0.action != .call && $0.action != .task
                    }
                let isActive = contact.status == .lead ? isHandled : contact.status != .former
                return isActive && !contact.doNotCall && contact.nothingBecause.isEmpty
                    && !open.contains { $0.contactID == contact.id }
                    && !planned.contains { $0.attendees.contains(contact.id) }
                    && !deals.contains { $0.roles.contains { $0.contactID == contact.id } && isPlanned($0) }
            }
            return people.count + deals.count { $0.nothingBecause.isEmpty && !isPlanned($0) }
        }
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

    /// What is added is noted apart from what is changed: in which order it came is not lost by that.
    @Test func whatOneGivesUpAnotherMayGetInTheSameEntry() throws {
        let store = try Store.inMemory(clock: RandomActions.clock, seed: 1)
        func contact(_ name: String, _ id: String?) -> Contact {
            var contact = Contact()
            (contact.name, contact.tags) = (name, ["展会"])
            contact.externalIDs = id.map { [ExternalID(source: "crm", value: $0)] } ?? []
            contact.about = String(repeating: "长", count: 9_000)
            return contact
        }
        var (first, second, third) = (contact("王伟", "1"), contact("Ada", "2"), contact("Bob", "1"))
        try store.write("Add") { try $0.insert(&first) }
        let before = try store.dump()
        try store.write("Import") { transaction in
            try transaction.insert(&second)
            var changed = first
            changed.externalIDs = []
            try transaction.update(from: first, to: changed)
            try transaction.insert(&third)
            // Of one that is refused nothing stays, wherever it was noted.
            for _ in 0..<2 {
                var refused = Call()
                (refused.contactID, refused.outcomeID) = (second.id, 1)
                #expect(throws: StoreError.self) {
                    try transaction.attempt {
                        try transaction.insert(&refused)
                        throw StoreError.refused("no")
                    }
                }
            }
        }
        let after = try store.dump()
        #expect(try store.nextUndo()?.records == 7)
        for _ in 0..<2 {
            _ = try store.undo()
            #expect(try store.dump() == before)
            _ = try store.redo()
            #expect(try store.dump() == after)
        }
        try expectDerivedIsExact(store)
    }

    @Test func ofARefusedRecordNothingIsNoted() throws {
        let store = try Store.inMemory(clock: RandomActions.clock, seed: 1)
        try store.write("Import") { transaction in
            for name in ["Ada", "Bob", "王伟"] {
                try? transaction.attempt {
                    var contact = Contact()
                    (contact.name, contact.phones) = (name, [Phone("1")])
                    try transaction.insert(&contact)
                    if name == "Bob" { throw StoreError.refused("no") }
                }
            }
        }
        let full = try store.dump()
        #expect(try store.nextUndo()?.records == 4)
        _ = try store.undo()
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
