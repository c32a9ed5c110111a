import Sales
import Storage
import Testing

/// What the lines of a note make, and what becomes of promises.
struct PromisesTests {
    private let store: Store
    private let contact: Int64

    init() throws {
        store = try Store.inMemory(clock: RandomActions.clock, seed: 7)
        var ada = Contact()
        (ada.name, ada.status) = ("Ada", .customer)
        contact = try store.add(ada)
    }

    private func log(_ summary: String) throws -> Int64 {
        var call = Call()
        (call.contactID, call.at, call.summary) = (contact, store.clock.now, summary)
        call.outcomeID = try #require(try store.read { try $0.fetchAll(Outcome.self) }.first { $0.reached }?.id)
        let party = try store.read { try $0.party(of: Ref(.contact, contact)) }
        return try store.log(call, of: party, next: nil, lines: NoteLines.read(summary, clock: store.clock)).id
    }

    private func open() throws -> [String] {
        try store.read { try $0.agenda()[.promises].map { "\($0.action) \($0.subject) \($0.who)" } }
    }

    @Test func oneActionMakesThemAndOneUndoTakesThemBack() throws {
        let before = try store.dump()
        let call = try log("two options; -> price list; <- drawings; ! 3d send sample")
        #expect(try open() == ["mine price list Ada", "theirs drawings Ada"])
        let promise = try #require(try store.read { try $0.fetchAll(Promise.self) }.first)
        #expect(promise.callID == call)
        let next = try store.read { try $0.fetchAll(FollowUp.self) }
        #expect(next.map(\.subject) == ["sample"])
        #expect(try store.read { try $0.brief(Ref(.contact, contact)).promises.count } == 2)
        _ = try store.undo()
        #expect(try store.dump() == before)
        _ = try store.redo()
        #expect(try open().count == 2)
        #expect(try store.staleKinds().isEmpty)
    }

    @Test func aKeptOneIsOwedNoMore() throws {
        _ = try log("-> price list")
        let promise = try #require(try store.read { try $0.fetchAll(Promise.self) }.first)
        try store.keep(promise.id)
        #expect(try open().isEmpty)
        #expect(throws: StoreError.self) { try store.keep(promise.id) }
        _ = try store.undo()
        #expect(try open().count == 1)
    }

    @Test func itStaysWithoutItsCallAndGoesWithItsPerson() throws {
        let call = try log("-> price list")
        try store.delete([Ref(.call, call)])
        #expect(try store.read { try $0.fetchAll(Promise.self) }.map(\.callID) == [nil])
        try store.delete([Ref(.contact, contact)])
        #expect(try store.read { try $0.count(.promise) } == 0)
        _ = try store.undo()
        _ = try store.undo()
        #expect(try store.read { try $0.fetchAll(Promise.self) }.map(\.callID) == [call])
    }
}
