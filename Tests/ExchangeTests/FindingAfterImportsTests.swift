import Exchange
import Sales
import Storage
import Testing

/// After imports that add and change, merges, undo and redo the index finds what a plain look at every record finds.
@Suite struct FindingAfterImportsTests {
    private static let people = ["Ada Lovell", "Kofi Mensah", "Ivan Petrov", "Anke Ökonom", "王伟", "张蕾", "陈静", "欧阳娜娜"]
    private static let companies = ["Granite Metals", "Harbour & Sons", "无为电缆厂", "北京博云贸易"]
    private static let cities = ["Berlin", "上海", "Accra", "广州"]
    /// None of them begins the pinyin of a name above.
    private static let words = [
        "lov", "lovell", "kofi", "petr", "okon", "王", "伟", "王伟", "娜", "gran", "sons", "电缆", "博云", "berl", "上海", "acc",
        "fair",
        "lov berl", "王 上海", "nobody",
    ]

    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func theIndexFindsWhatAPlainLookFinds(seed: UInt64) throws {
        let desk = try Desk(seed: seed)
        var random = SplitMix64(state: seed)
        func line(_ number: Int) -> String {
            [
                "u\(number)", Self.people.randomElement(using: &random)!, Self.companies.randomElement(using: &random)!,
                Self.cities.randomElement(using: &random)!, Bool.random(using: &random) ? "fair" : "",
            ].joined(separator: ",")
        }
        for round in 0..<4 {
            // The later files bring most of the records again, changed.
            let numbers = (0..<60).map { _ in Int.random(in: 0..<40 + 20 * round, using: &random) }
            let lines = Set(numbers).sorted().map(line)
            try desk.take(
                "people.csv", "uid,name,company,city,tags\n" + lines.joined(separator: "\n") + "\n",
                options: ImportOptions(kind: .contact))
            try expectExact(desk)
            let people = try desk.all(Contact.self).shuffled(using: &random)
            try desk.store.merge(Merge(kept: people[0], lost: people[1]))
            let companies = try desk.all(Company.self).shuffled(using: &random)
            try desk.store.merge(Merge(kept: companies[0], lost: companies[1]))
            try expectExact(desk)
            for _ in 0...round { _ = try desk.store.undo() }
            try expectExact(desk)
            _ = try desk.store.redo()
            try expectExact(desk)
        }
    }

    private func expectExact(_ desk: Desk) throws {
        #expect(try desk.store.staleKinds() == [])
        let companies = Dictionary(uniqueKeysWithValues: try desk.all(Company.self).map { ($0.id, $0.name) })
        let people = try desk.all(Contact.self)
        try desk.store.read { transaction in
            for word in Self.words {
                let filter = try Kind.contact.filter(word, clock: Desk.clock, currency: "CNY")
                let expected = people.filter { contact in
                    let texts =
                        [contact.name, contact.companyID.flatMap { companies[$0] } ?? ""]
                        + contact.addresses.map(\.city) + contact.tags
                    return word.split(separator: " ").allSatisfy { word in
                        texts.contains { Self.holds($0, String(word)) }
                    }
                }
                var narrowing = Narrowing(ListQuery(.contact, filter))
                while !narrowing.isFinished { try narrowing.find(in: transaction, milliseconds: 0) }
                #expect(Set(narrowing.ids) == Set(expected.map(\.id)), "\(word)")
                let found = try transaction.find(Filter(finding: word), limit: 1_000).filter { $0.ref.kind == .contact }
                #expect(Set(found.map(\.ref.id)) == Set(expected.map(\.id)), "\(word)")
            }
        }
    }

    /// A Latin word by its beginning, Chinese by any part.
    private static func holds(_ text: String, _ word: String) -> Bool {
        let plain = folded(text)
        return word.utf8.allSatisfy { $0 < 0x80 }
            ? plain.split { !$0.isLetter && !$0.isNumber }.contains { $0.hasPrefix(word) } : plain.contains(word)
    }
}
