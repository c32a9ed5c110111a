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
        let before = try desk.store.read { try $0.relations(of: Ref(.contact, ada)) }.count
        desk.type("2/Ada Lovell<Enter>e<S-Tab><S-Tab><S-Tab>")
        desk.type(", Grace Ho<Enter>: fam<Enter><C-s>")
        let relations = try desk.store.read { try $0.relations(of: Ref(.contact, ada)) }
        #expect(relations.count == before + 1)
        #expect(relations.contains { $0.other.id == grace && $0.relation == "family" })
        #expect(
            try desk.store.read { try $0.relations(of: Ref(.contact, grace)) }.contains {
                $0.other.id == ada && $0.relation == "family"
            })
        desk.type("u")
        #expect(try desk.store.read { try $0.relations(of: Ref(.contact, ada)) }.count == before)
    }

    @Test func aFormerCompanyIsTypedFollowedAndTakenBack() throws {
        var desk = try TestDesk(width: 120, height: 40)
        let (ada, acme) = try desk.store.read {
            (try $0.resolve("Ada Lovell"), try $0.resolve("上海艾克米", among: [.company]))
        }
        desk.type("2/Ada Lovell<Enter>e<S-Tab><S-Tab><S-Tab>")
        desk.type(", 上海艾<Enter>: fo<Enter>, Lathe Works: former company<C-s>")
        let relations = try desk.store.read { try $0.relations(of: ada) }.filter { $0.other.kind == .company }
        #expect(
            relations.map { "\($0.relation) \($0.name)" } == ["former company 上海艾克米", "former company Lathe Works"])
        #expect(relations.first?.other == acme)
        #expect(desk.screen.contains("former company  上海艾克米"))
        // The one that was made has Ada in its brief, and Enter goes there.
        desk.type("<Esc>3/Lathe<Enter><Enter>")
        #expect(desk.screen.contains("former employee  Ada Lovell"))
        desk.type("j<Enter>")
        #expect((desk.app.top as? RecordPane)?.ref == ada)
        desk.type("u")
        #expect(try desk.store.read { try $0.relations(of: acme) }.isEmpty)
        #expect(try desk.store.read { try $0.ids(.company, named: "Lathe Works") }.isEmpty)
    }

    @Test func itMustBeSaidWhatSomebodyIs() throws {
        var desk = try TestDesk(width: 120, height: 40)
        desk.type("2nNew<Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab>Grace Hopper<C-s>")
        #expect(desk.app.top is FormPane)
    }
}
