import PaneKit
import Sales
import Screen
import Storage
import Testing

@testable import Panes

/// Relations in the form of a contact, and in the briefs of both.
struct RelationsFieldTests {
    @Test func aRelationIsTypedWithCompletionAndShownOnBothSides() throws {
        var desk = try TestDesk(width: 120, height: 40)
        let (ada, grace) = try desk.store.read {
            (try $0.resolve("Ada Lovell").id, try $0.resolve("Grace Hopper").id)
        }
        let before = try desk.store.read { try $0.relations(of: ada) }.count
        desk.type("2/Ada Lovell<Enter>e<S-Tab><S-Tab><S-Tab>")
        desk.type(", Grace Ho<Enter>: fam<Enter><C-s>")
        let relations = try desk.store.read { try $0.relations(of: ada) }
        #expect(relations.count == before + 1)
        #expect(relations.contains { $0.id == grace && $0.relation == "family" })
        #expect(
            try desk.store.read { try $0.relations(of: grace) }.contains { $0.id == ada && $0.relation == "family" })
        desk.type("u")
        #expect(try desk.store.read { try $0.relations(of: ada) }.count == before)
    }

    @Test func itMustBeSaidWhatSomebodyIs() throws {
        var desk = try TestDesk(width: 120, height: 40)
        desk.type("2nNew<Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab>Grace Hopper<C-s>")
        #expect(desk.app.top is FormPane)
    }
}
