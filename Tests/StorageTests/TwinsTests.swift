import Sales
import Storage
import Testing
import Words

/// Who is here already, found by indexes alone, and in every way in which a name is typed twice.
struct TwinsTests {
    private let store: Store

    init() throws {
        store = try Store.inMemory(clock: Clock(zone: Zone("UTC")!, fixedAt: Instant("2026-11-20T09:00:00Z")!), seed: 1)
        for name in ["Lovell Engines Ltd", "上海艾克米有限公司", "Berg AS"] {
            var company = Company()
            company.name = name
            company.addresses = [Address(city: "Oslo")]
            try store.add(company)
        }
        for (name, phone, email) in [
            ("Ada Lovell", "+44 20 7946 0018", "ada@lovell.example"), ("王伟", "+86 138 0013 8000", ""),
            ("王薇", "", ""), ("汪伟", "", ""), ("Wang Wei", "", ""), ("王伟明", "", ""), ("吕布", "", ""),
        ] {
            var contact = Contact()
            contact.name = name
            contact.companyID = name == "Ada Lovell" ? 1 : nil
            if !phone.isEmpty { contact.phones = [Phone(phone)] }
            if !email.isEmpty { contact.emails = [Email(email)] }
            try store.add(contact)
        }
        for number in 0..<300 {
            var contact = Contact()
            contact.name = "Wang Number \(number)"
            try store.add(contact)
        }
    }

    @Test(arguments: [
        ("ada lovell", ["Ada Lovell"]), ("Lovell Ada", ["Ada Lovell"]), ("Lovell, Ada", ["Ada Lovell"]),
        ("Ada Lovel", ["Ada Lovell"]), ("Aad Lovell", ["Ada Lovell"]), ("Xda Lovell", ["Ada Lovell"]),
        ("Ada Lovelx", ["Ada Lovell"]), ("王伟", ["王伟", "王薇", "汪伟"]), ("王威", ["王伟", "王薇", "汪伟"]),
        ("wang wei", ["Wang Wei"]), ("Wei Wang", ["王伟", "王薇", "汪伟"]), ("Weiming Wang", ["王伟明"]),
        ("明王伟", ["王伟明"]), ("Lv Bu", ["吕布"]), ("铝布", ["吕布"]), ("X", []), ("", []), ("Nobody Here", []),
        ("%_\\'\"]", []), (String(repeating: "a", count: 5000), []),
    ])
    func names(typed: String, expected: [String]) throws {
        let found = try store.read { try $0.twins(.contact, named: typed) }.map(\.title)
        #expect(Set(expected).isSubset(of: Set(found)) || found.first == expected.first && expected.count <= 1)
        if expected.isEmpty { #expect(found.isEmpty) }
    }

    @Test func theVeryNameComesFirst() throws {
        let found = try store.read { try $0.twins(.contact, named: "Wang wei") }
        #expect(found.first?.title == "Wang Wei")
        #expect(found.first?.isExact == true)
        #expect(found.dropFirst().allSatisfy { !$0.isExact })
        let own = try #require(found.first?.ref.id)
        #expect(
            try store.read { try $0.twins(.contact, named: "Wang wei", except: own) }.allSatisfy { $0.ref.id != own })
    }

    @Test(arguments: [
        ("Lovell Engines", "Lovell Engines Ltd"), ("LOVELL ENGINES GmbH", "Lovell Engines Ltd"),
        ("上海艾克米", "上海艾克米有限公司"), ("上海艾克米集团有限公司", "上海艾克米有限公司"), ("Berg", "Berg AS"),
        ("Lovel Engines Ltd", "Lovell Engines Ltd"),
    ])
    func companies(typed: String, expected: String) throws {
        let found = try store.read { try $0.twins(.company, named: typed) }
        #expect(found.map(\.title) == [expected])
        #expect(found.first?.detail == "Oslo")
    }

    @Test func numbersAndAddresses() throws {
        try store.read { (transaction: Transaction) throws -> Void in
            #expect(try transaction.twins(.contact, phone: "13800138000").map(\.title) == ["王伟"])
            #expect(
                try transaction.twins(.contact, phone: "mobile (020) 7946 0018").map(\.detail) == ["Lovell Engines Ltd"]
            )
            #expect(try transaction.twins(.contact, phone: "8000").isEmpty)
            #expect(try transaction.twins(.contact, email: "ADA@lovell.example").map(\.title) == ["Ada Lovell"])
            #expect(try transaction.twins(.company, phone: "13800138000").isEmpty)
        }
    }
}
