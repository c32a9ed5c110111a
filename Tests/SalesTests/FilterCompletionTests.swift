import Testing

@testable import Sales

/// What Tab proposes in a filter line.
struct FilterCompletionTests {
    static let fields = [
        FilterField("city", .text, words: ["none"], aliases: ["城市"]), FilterField("company", .text, words: ["none"]),
        FilterField("status", .choice(["lead", "prospect", "partner"])),
        FilterField("last", .day(.past), words: ["none"]),
        FilterField("next", .day(.coming), words: ["none", "overdue", "today"]), FilterField("amount", .money),
        FilterField("tag", .text, words: ["none"], aliases: ["tags", "标签"]),
    ]

    /// The file holds these, and says itself what begins so.
    static func known(_ field: FilterField, _ typed: String) -> [String] {
        ["Shanghai", "北京", "New York", "5\" pipe", "a」\"b"].filter { typed.isEmpty || folded($0).hasPrefix(typed) }
    }

    /// The lines that Tab makes of a line; the cursor stands at `|`, or at the end.
    private func lines(_ line: String) -> [String] {
        let parts = line.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let (before, after) = (parts[0], parts.count > 1 ? parts[1] : "")
        guard let completion = FilterCompletion(before + after, at: before.count, fields: Self.fields) else {
            return []
        }
        return completion.candidates(Self.known).map { candidate in
            var characters = Array(before + after)
            characters.replaceSubrange(completion.range, with: Array(candidate))
            return String(characters)
        }
    }

    static let completed: [(String, [String])] = [
        ("ci", ["city:"]), ("CI", ["city:"]), ("-ci", ["-city:"]), ("城", ["城市:"]), ("c", ["city:", "company:"]),
        ("x ci", ["x city:"]), ("ci| x", ["city: x"]), ("zz", []), ("\"ci", []), ("colour:", []),
        ("status:p", ["status:prospect ", "status:partner "]), ("status:x", []),
        ("city:sh", ["city:Shanghai "]), ("city:new", ["city:\"New York\" "]), ("city:\"new y", ["city:\"New York\" "]),
        ("city:5", ["city:「5\" pipe」 "]), ("city:n", ["city:\"New York\" ", "city:none "]),
        ("-tags：北", ["-tags：北京 "]), ("city>s", []), ("amount>", []),
        ("状态:", []), ("城市:无", ["城市:无 "]), ("next:无", ["next:无 "]), ("status:线", ["status:线索 "]),
        ("last>昨", ["last>昨天 "]), ("next:逾", ["next:逾期 "]), ("next:o", ["next:overdue "]),
        ("next>to", ["next>today ", "next>tomorrow "]), ("last>3", ["last>30d "]),
    ]

    @Test(arguments: completed) func completes(line: String, expected: [String]) { #expect(lines(line) == expected) }

    @Test func nothingTypedNamesAllFields() {
        #expect(lines("").count == Self.fields.count)
        #expect(lines("city:x ").count == Self.fields.count)
    }

    /// Whatever is proposed can be read.
    @Test(arguments: ["next:", "next>=", "last<", "status:", "city:", "tag="]) func whatIsProposedIsUnderstood(
        line: String
    ) throws {
        let clock = Clock(zone: Zone("Asia/Shanghai")!, fixedAt: Instant("2026-11-21T06:05:00Z")!)
        #expect(!lines(line).isEmpty)
        for line in lines(line) {
            let filter = try Filter.parse(line, fields: Self.fields, clock: clock, currency: "CNY")
            #expect(filter.groups.map(\.count) == [1], "\(line)")
        }
    }

    @Test func hostile() {
        var random = SystemRandomNumberGenerator()
        let pieces = ["ci", ":", "\"", "“", "-", " ", "\u{0}", "🙂", "\u{301}", "\u{202E}", "status", ">", "=", "「"]
        for _ in 0..<2000 {
            let line = (0..<Int.random(in: 0...8, using: &random)).map { _ in pieces.randomElement(using: &random)! }
                .joined()
            let cursor = Int.random(in: 0...line.count, using: &random)
            guard let completion = FilterCompletion(line, at: cursor, fields: Self.fields) else { continue }
            #expect(completion.range.lowerBound >= 0 && completion.range.upperBound <= line.count)
            _ = completion.candidates(Self.known)
        }
    }
}
