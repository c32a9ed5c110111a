import Sales
import Testing
import Words

@testable import Storage

/// People whose surname is read otherwise than its character: found by all that one types, and sorted where one looks.
@Suite struct SurnamesTests {
    struct Person: Sendable, CustomTestStringConvertible {
        var name: String
        /// Surname and given name in pinyin.
        var reading: [String]
        /// The same in traditional characters; empty where it is the same.
        var traditional = ""
        var testDescription: String { name }
    }

    static let people = [
        Person(name: "单雄信", reading: ["shan", "xiong", "xin"], traditional: "單雄信"),
        Person(name: "曾国藩", reading: ["zeng", "guo", "fan"], traditional: "曾國藩"),
        Person(name: "查良镛", reading: ["zha", "liang", "yong"], traditional: "查良鏞"),
        Person(name: "解缙", reading: ["xie", "jin"], traditional: "解縉"),
        Person(name: "区志强", reading: ["ou", "zhi", "qiang"], traditional: "區志強"),
        Person(name: "仇英", reading: ["qiu", "ying"]), Person(name: "朴树", reading: ["piao", "shu"], traditional: "朴樹"),
        Person(name: "欧阳娜娜", reading: ["ou", "yang", "na", "na"], traditional: "歐陽娜娜"),
        Person(name: "司马懿", reading: ["si", "ma", "yi"], traditional: "司馬懿"),
        Person(name: "诸葛亮", reading: ["zhu", "ge", "liang"], traditional: "諸葛亮"),
    ]

    /// All of them among others.
    private static func office() throws -> Store {
        let store = try Store.inMemory(clock: RandomActions.clock, seed: 5)
        try store.write("Add") { transaction in
            for name in ["王伟", "丹阳", "Ada Lovell", "层林", "Chá Tea", "区", "皮尔"] + people.map(\.name) {
                var contact = Contact()
                contact.name = name
                try transaction.insert(&contact)
            }
        }
        return store
    }

    @Test(arguments: people) func isFoundByAllThatOneTypes(person: Person) throws {
        let store = try Self.office()
        let reading = person.reading
        let wide = String(
            String.UnicodeScalarView(
                reading.joined().unicodeScalars.map { Unicode.Scalar($0.value - 0x21 + 0xFF01)! }))
        let joined = reading.joined()
        var typed: [String] = [person.name, String(person.name.prefix(1)), String(person.name.suffix(1)), wide]
        typed += [joined, joined.uppercased(), reading.joined(separator: " "), reading[0]]
        typed.append(reading[0] + " " + reading.dropFirst().joined())
        typed.append(String(reading.map { $0.first! }))
        if !person.traditional.isEmpty { typed += [person.traditional, String(person.traditional.suffix(1))] }
        for text in typed {
            let found = try store.read { transaction in
                try transaction.find(Filter(finding: text), limit: 50).map { try transaction.title(of: $0.ref) }
            }
            #expect(found.contains(person.name), "\(text)")
            let filter = try Kind.contact.filter(text, clock: RandomActions.clock, currency: "CNY")
            let listed = try store.read { transaction in
                try transaction.orderedIDs(ListQuery(.contact, filter)).map {
                    try transaction.title(of: Ref(.contact, $0))
                }
            }
            #expect(listed.contains(person.name), "\(text)")
        }
    }

    /// In traditional characters they are the same people.
    @Test(arguments: people.filter { !$0.traditional.isEmpty }) func traditionalIsTheSame(person: Person) throws {
        let store = try Store.inMemory(clock: RandomActions.clock, seed: 5)
        var contact = Contact()
        contact.name = person.traditional
        try store.add(contact)
        for text in [person.name, person.reading.joined(), String(person.name.prefix(1))] {
            let found = try store.read { try $0.find(Filter(finding: text), limit: 5) }
            #expect(found.count == 1, "\(text)")
        }
        #expect(SortKey.of(person.traditional) == SortKey.of(person.name))
    }

    @Test func theyStandWhereOneLooks() throws {
        let store = try Self.office()
        let names = try store.read { transaction in
            try transaction.orderedIDs(ListQuery(.contact)).map { try transaction.title(of: Ref(.contact, $0)) }
        }
        #expect(
            names.filter { Self.people.map(\.name).contains($0) } == [
                "区志强", "欧阳娜娜", "朴树", "仇英", "单雄信", "司马懿", "解缙", "曾国藩", "查良镛", "诸葛亮",
            ])
    }
}
