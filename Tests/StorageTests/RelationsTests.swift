import Sales
import Storage
import Testing
import Words

/// What people are to one another, from both sides.
@Suite struct RelationsTests {
    private let store: Store
    private let ids: [Int64]

    init() throws {
        store = try Store.inMemory(clock: RandomActions.clock, seed: 1)
        var ids: [Int64] = []
        for name in ["王伟", "Ada", "Grace"] {
            var contact = Contact()
            contact.name = name
            ids.append(try store.add(contact))
        }
        self.ids = ids
    }

    private func who(_ index: Int) -> Ref { Ref(.contact, ids[index]) }

    private func said(_ index: Int) throws -> [String] {
        try store.read { try $0.relations(of: Ref(.contact, ids[index])) }.map { "\($0.shown) \($0.name)" }
    }

    private func relate(_ index: Int, _ word: String, _ other: Int) throws {
        try store.write("Relate") { try $0.relate(ids[index], word, to: Ref(.contact, ids[other])) }
    }

    @Test(arguments: [
        ("reports to", "leads"), ("Leads", "reports to"), ("汇报给", "领导"), ("referred by", "referred"),
        ("family", "family"),
        ("neighbour", "neighbour"), ("mentors/is mentored by", "is mentored by"), ("ＦＡＭＩＬＹ", "family"),
    ])
    func isReadFromBothSides(typed: String, inverse: String) throws {
        try relate(0, typed, 1)
        #expect(try said(0) == ["\(RelationWords.sides(typed).word) Ada"])
        #expect(try said(1) == ["\(inverse) 王伟"])
        // The same, from the other side too, is not said twice.
        try relate(0, typed, 1)
        try relate(1, inverse, 0)
        #expect(try said(0).count == 1)
        _ = try store.undo()
        #expect(try said(0) == [] && said(1) == [])
        _ = try store.redo()
        #expect(try said(1) == ["\(inverse) 王伟"])
    }

    @Test func aNewWordIsKnownTheNextTime() throws {
        try relate(0, "mentors/is mentored by", 1)
        try relate(2, "IS MENTORED BY", 0)
        #expect(try said(0) == ["mentors Ada", "mentors Grace"])
        let words = try store.read { try $0.words(.relation) }.map(\.text)
        #expect(words.contains("mentors") && words.contains("is mentored by"))
    }

    @Test func whatIsWantedIsMade() throws {
        try relate(0, "reports to", 1)
        try relate(2, "friend", 0)
        try store.write("Edit") {
            try $0.setRelations(of: ids[0], to: [(who(2), "friend"), (who(2), "leads"), (who(1), "family")])
        }
        #expect(Set(try said(0)) == ["friend Grace", "leads Grace", "family Ada"])
        #expect(try said(1) == ["family 王伟"])
        // The one that stayed is the same row, and one undo takes all back.
        _ = try store.undo()
        #expect(Set(try said(0)) == ["reports to Ada", "friend Grace"])
    }

    private func company(_ name: String) throws -> Ref {
        var company = Company()
        company.name = name
        return Ref(.company, try store.add(company))
    }

    private func said(_ company: Ref) throws -> [String] {
        try store.read { try $0.relations(of: company) }.map { "\($0.shown) \($0.name)" }
    }

    private func found(_ kind: Kind, _ line: String) throws -> [Int64] {
        let filter = try kind.filter(line, clock: RandomActions.clock, currency: "CNY")
        return try store.read { try $0.page(ListQuery(kind, filter), limit: 10) }.map(\.ref.id).sorted()
    }

    @Test func aFormerCompanyIsReadFromBothSides() throws {
        let (acme, other) = (try company("上海艾克米"), try company("Berg AS"))
        try store.write("Relate") {
            try $0.relate(ids[0], "former company", to: acme)
            try $0.relate(ids[0], "Former Company", to: acme)
            try $0.relate(ids[1], "前公司", to: acme)
            try $0.relate(ids[1], "audits/is audited by", to: other)
        }
        #expect(try said(0) == ["former company 上海艾克米"])
        #expect(try said(acme) == ["former employee 王伟", "前员工 Ada"])
        #expect(try said(other) == ["is audited by Ada"])
        // By the word and by the name, pinyin too, from both sides.
        #expect(try found(.contact, "relation:\"former company\"") == [ids[0]])
        #expect(try found(.contact, "关系:shanghai") == [ids[0], ids[1]])
        #expect(try found(.contact, "relation:none") == [ids[2]])
        #expect(try found(.company, "relation:former") == [acme.id])
        #expect(try found(.company, "关系:无") == [])
        try store.write("Edit") {
            try $0.setRelations(of: ids[0], to: [(other, "former company"), (who(2), "friend")])
        }
        #expect(try said(0) == ["friend Grace", "former company Berg AS"])
        _ = try store.undo()
        #expect(try said(0) == ["former company 上海艾克米"])
        // Who is deleted has no relations, whichever of the two.
        try store.delete([Ref(.contact, ids[0])])
        #expect(try said(acme) == ["前员工 Ada"])
        try store.delete([acme])
        #expect(try said(1) == ["audits Berg AS"])
        while try store.undo() != nil {}
        while try store.redo() != nil {}
        #expect(try said(1) == ["audits Berg AS"] && said(other) == ["is audited by Ada"])
    }

    @Test func nobodyIsRelatedToThemselves() throws {
        #expect(throws: StoreError.self) { try relate(0, "family", 0) }
        #expect(throws: StoreError.self) { try relate(0, "  ", 1) }
    }

    @Test func whoIsDeletedHasNoRelations() throws {
        try relate(0, "reports to", 1)
        try relate(1, "family", 2)
        try store.delete([Ref(.contact, ids[1])])
        #expect(try said(0) == [] && said(2) == [])
        _ = try store.undo()
        #expect(try said(0) == ["reports to Ada"] && said(2) == ["family Ada"])
    }
}
