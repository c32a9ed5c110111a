import Sales
import Storage
import Testing

/// Filter lines in Chinese: each field and each word for a value has a Chinese one, which means the same.
struct FilterWordsTests {
    private func isHan(_ text: String) -> Bool { text.unicodeScalars.contains { $0.value >= 0x2E80 } }

    private func filter(_ kind: Kind, _ line: String) throws -> [[Filter.Test]] {
        try kind.filter(line, clock: RandomActions.clock, currency: "CNY").groups.map { $0.map(\.test) }
    }

    private func proposed(_ kind: Kind, _ line: String) -> [String] {
        FilterCompletion(line, at: line.count, fields: kind.filterFields)?.candidates { _, _ in [] } ?? []
    }

    @Test(arguments: Kind.main + [.savedView, .stage]) func everyFieldHasAChineseName(kind: Kind) throws {
        var seen: Set<String> = []
        for field in kind.filterFields {
            let name = field.aliases.first(where: isHan)
            #expect(name != nil, "\(kind.name) \(field.name)")
            for name in field.names { #expect(seen.insert(folded(name)).inserted, "\(kind.name) \(name)") }
            // Tab after the first character proposes it.
            let first = String(name?.first ?? " ")
            #expect(proposed(kind, first).contains("\(name ?? ""):"), "\(kind.name) \(field.name)")
        }
    }

    @Test(arguments: Kind.main) func everyWordOfAValueHasAChineseOne(kind: Kind) throws {
        for field in kind.filterFields {
            var words = field.words
            if case .choice(let choices) = field.kind { words += choices }
            if words.isEmpty { continue }
            let name = field.aliases.first(where: isHan) ?? ""
            let all = proposed(kind, "\(name):")
            #expect(all.allSatisfy(isHan), "\(kind.name) \(all)")
            let meanings = try Set(all.map { try filter(kind, "\(name):\($0)") })
            for word in words {
                let english = try filter(kind, "\(field.name):\(word)")
                #expect(meanings.contains(english), "\(kind.name) \(field.name):\(word)")
            }
        }
    }

    @Test func inQuotesAWordIsAText() throws {
        #expect(try filter(.contact, "公司:无") == [[.field("company", .special("none"))]])
        #expect(try filter(.contact, "公司:\"无\"") == [[.field("company", .contains("无"))]])
        #expect(try filter(.contact, "公司:无锡") == [[.field("company", .contains("无锡"))]])
    }

    @Test(arguments: [
        ("状态:潜", "status:prospect"), ("下一步：逾期", "next:overdue"), ("-标签:没有", "-tag:none"),
        ("上次联系>30天", "last>30d"), ("活跃:是", "active:yes"),
    ])
    func chineseMeansTheSame(chinese: String, english: String) throws {
        #expect(try filter(.contact, chinese) == filter(.contact, english))
    }

    /// What is nearly one of the words is explained by it.
    @Test func aWrongWordIsExplained() {
        #expect(throws: FilterError.self) { try filter(.contact, "状态:客人") }
        do { _ = try Kind.call.filter("星期:周八", clock: RandomActions.clock, currency: "CNY") } catch {
            #expect(error.description.contains("did you mean 周一"))
        }
    }
}
