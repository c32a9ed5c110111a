import Testing

@testable import Sales

@Suite struct FilterTests {
    static let clock = Clock(zone: Zone("Europe/Berlin")!, fixedAt: Instant("2026-11-21T13:05:00Z")!)
    static let fields = [
        FilterField("city", .text, words: ["none"], aliases: ["城市"]),
        FilterField("tier", .choice(["A", "B", "C"])),
        FilterField("stage", .choice(["lead", "qualified", "proposal", "negotiation", "提案"])),
        FilterField("amount", .money), FilterField("probability", .number),
        FilterField("last", .day(.past), words: ["none"]), FilterField("close", .day(.coming)),
        FilterField("next", .day(.coming), words: ["none", "overdue"]), FilterField("tag", .text),
        FilterField("is", .special, words: ["mine", "starred"]), FilterField("entered", .dated),
    ]

    static func parse(_ line: String) throws(FilterError) -> Filter {
        try Filter.parse(line, fields: fields, clock: clock, currency: "CNY")
    }

    /// A short spelling of what was understood: groups joined by `|`, terms by `&`.
    static func answer(_ line: String) -> String {
        guard let filter = try? parse(line) else { return "!" }
        return filter.groups.map { $0.map(describe).joined(separator: " & ") }.joined(separator: " | ")
    }

    private static func describe(_ term: Filter.Term) -> String {
        let text =
            switch term.test {
            case .word(let word, let isQuoted): isQuoted ? "\"\(word)\"" : word
            case .field(let name, .contains(let value)): "\(name)~\(value)"
            case .field(let name, .choice(let value)): "\(name)=\(value)"
            case .field(let name, .special(let value)): "\(name)#\(value)"
            case .field(let name, .number(let bounds)): name + describe(bounds)
            case .field(let name, .day(let bounds)): name + describe(bounds)
            case .field(let name, .money(let money)):
                name + describe(money.minor) + (money.isCurrencyNamed ? money.currency : "")
            case .field(let name, .dated(let value, let days)): "\(name)~\(value)" + (days.map(describe) ?? "")
            }
        return (term.isNegated ? "not " : "") + text
    }

    private static func describe<Value>(_ bounds: Bounds<Value>) -> String {
        (bounds.includesLower ? "[" : "(") + (bounds.lower.map { "\($0)" } ?? "") + ","
            + (bounds.upper.map { "\($0)" } ?? "") + (bounds.includesUpper ? "]" : ")")
    }

    @Test(arguments: [
        ("", ""), ("   ", ""), ("wang", "wang"), ("Müller GMBH", "muller & gmbh"), ("\"New York\"", "\"new york\""),
        ("“New York”", "\"new york\""), ("「上海」", "\"上海\""), ("\"New York", "\"new york" + "\""), ("\"", ""),
        ("\"\"", ""), ("-", ""),
        ("-former", "not former"), ("－former", "not former"), ("- former", "former"), ("-\"a b\"", "not \"a b\""),
        ("a or b", "a | b"), ("a OR b c", "a | b & c"), ("a 或 b", "a | b"), ("a | b", "a | b"), ("or", ""),
        ("a or", "a"), ("or a", "a"),
        ("a or or b", "a | b"), ("\"or\"", "\"or\""), ("-or", "not or"), ("10:30", "10:30"), ("1:2:3", "1:2:3"),
        (":x", ":x"), ("http://x.org", "http://x.org"),
        ("a@b.org", "a@b.org"), ("+86", "+86"), ("50%_", "50%_"), ("city:shanghai", "city~shanghai"),
        ("CITY:Köln", "city~koln"),
        ("城市：上海", "city~上海"), ("city=x", "city~x"), ("city:\"New York\"", "city~new york"), ("city:none", "city#none"),
        ("-city:none", "not city#none"),
        ("city:a:b", "city~a:b"), ("city:\"\"", "city~"), ("tier:a", "tier=A"), ("stage:prop", "stage=proposal"),
        ("stage:提案", "stage=提案"), ("-stage:lead", "not stage=lead"),
        ("amount>10000", "amount(1000000,]"), ("amount>=10000", "amount[1000000,]"),
        ("amount＞10000", "amount(1000000,]"), ("amount≥1万", "amount[1000000,]"),
        ("amount<10k", "amount[,1000000)"), ("amount<=1.5m", "amount[,150000000]"),
        ("amount:10..20", "amount[1000,2000]"), ("amount:20..10", "amount[1000,2000]"),
        ("amount:10..", "amount[1000,]"), ("amount:..10", "amount[,1000]"), ("amount>10EUR", "amount(1000,]EUR"),
        ("amount>€10", "amount(1000,]EUR"),
        ("amount:\"10..20 EUR\"", "amount[1000,2000]EUR"), ("amount>-5", "amount(-500,]"),
        ("amount:12万", "amount[12000000,12000000]"), ("amount>￥86000", "amount(8600000,]CNY"),
        ("probability>=60", "probability[60.0,]"), ("probability:60%", "probability[60.0,60.0]"),
        ("probability:1.5..2", "probability[1.5,2.0]"), ("probability<１０", "probability[,10.0)"),
        ("entered:Lead", "entered~lead"), ("entered:\"\"", "entered~"),
        ("entered:\"Lead 2 @ 30d\"", "entered~lead 2[2026-10-22,2026-11-21]"),
        ("entered:lead＠2026-10-01..2026-10-31", "entered~lead[2026-10-01,2026-10-31]"),
        ("entered:@2026-10-01", "entered~[2026-10-01,2026-10-01]"),
        ("entered:a@b@2026-10-01", "entered~a@b[2026-10-01,2026-10-01]"), ("entered:lead@", "!"),
        ("entered:lead@someday", "!"), ("entered>lead", "!"),
        ("last>30d", "last[,2026-10-22)"), ("last<30d", "last(2026-10-22,]"), ("last>=30d", "last[,2026-10-22]"),
        ("last<=30d", "last[2026-10-22,]"),
        ("last:30d", "last[2026-10-22,2026-11-21]"), ("last=30d", "last[2026-10-22,2026-10-22]"),
        ("last>30天", "last[,2026-10-22)"), ("last>2026-10-01", "last(2026-10-01,]"), ("last:none", "last#none"),
        ("last:yesterday", "last[2026-11-20,2026-11-20]"), ("last:60d..30d", "last[2026-09-22,2026-10-22]"),
        ("last:30d..60d", "last[2026-09-22,2026-10-22]"), ("last:上周", "last[2026-11-09,2026-11-15]"),
        ("last>\"30 days ago\"", "last(2026-10-22,]"), ("last:oct", "last[2026-10-01,2026-10-31]"),
        ("close<月底", "close[,2026-11-30)"), ("close<=eom", "close[,2026-11-30]"),
        ("close:下个月", "close[2026-12-01,2026-12-31]"), ("close<30d", "close[,2026-12-21)"),
        ("close:30d", "close[2026-11-21,2026-12-21]"),
        ("close:\"this month\"", "close[2026-11-01,2026-11-30]"), ("close>\"this month\"", "close(2026-11-30,]"),
        ("close:2026-12", "close[2026-12-01,2026-12-31]"), ("close:2027", "close[2027-01-01,2027-12-31]"),
        ("close:today..eom", "close[2026-11-21,2026-11-30]"), ("close:dec", "close[2026-12-01,2026-12-31]"),
        ("close:本周", "close[2026-11-16,2026-11-22]"),
        ("next:none", "next#none"), ("next:overdue", "next#overdue"), ("next:today", "next[2026-11-21,2026-11-21]"),
        ("next:今天", "next[2026-11-21,2026-11-21]"), ("next:7d", "next[2026-11-21,2026-11-28]"), ("is:mine", "is#mine"),
        (
            "city:shanghai tier:A stage:proposal amount>10000 last>30d next:none tag:fair",
            "city~shanghai & tier=A & stage=proposal & amount(1000000,] & last[,2026-10-22) & next#none & tag~fair"
        ),
        ("'; DROP TABLE contact;--", "'; & drop & table & contact;--"), ("tag:'||1=1", "tag~'||1=1"),
        ("tag:%_\\*", "tag~%_\\*"), ("a\u{0}b", "a b"),
    ])
    func understood(_ line: String, _ expected: String) {
        #expect(Self.answer(line) == expected)
    }

    @Test(arguments: [
        ("citty:x", "did you mean city?"), ("zzz:x", "fields are city, tier"), ("hello:", "There is no field “hello”"),
        ("city:", "needs a value"),
        ("tier:D", "possible: A, B, C"), ("tier>A", "no order"), ("stage:propsal", "did you mean proposal?"),
        ("stage:", "lead, qualified"), ("city>x", "is text"),
        ("amount>x", "an amount"), ("amount>", "needs a value"), ("amount:..", "an amount"),
        ("amount:\"10 EUR..20 USD\"", "different currencies"), ("amount>99999999999999999999", "an amount"),
        ("probability>x", "a number"), ("probability:1-2", "a number"), ("probability:nan", "a number"),
        ("probability:inf", "a number"), ("probability:0x10", "a number"),
        ("last>soon", "is not a date"), ("close:2-30", "no such date"), ("is:yours", "mine, starred"),
        ("is>mine", "mine, starred"), ("next:overdu", "is not a date"), ("city:x tier:Z", "tier cannot be"),
        ("\u{202E}citty:x zz:1", "There is no field"),
    ])
    func refused(_ line: String, _ part: String) {
        do throws(FilterError) {
            _ = try Self.parse(line)
            Issue.record("understood \(line)")
        } catch {
            #expect(error.description.contains(part), "\(error.description)")
            #expect(error.range.upperBound <= line.count && !error.range.isEmpty)
        }
    }

    @Test func places() throws {
        let filter = try Self.parse("王伟  -tier:A or \"x y\"")
        #expect(filter.groups.map { $0.map(\.range) } == [[0..<2, 4..<11], [15..<20]])
        do throws(FilterError) {
            _ = try Self.parse("王伟 tier:Z x")
        } catch {
            #expect(error.range == 3..<9)
            #expect(!error.isIncomplete)
        }
        for half in ["city:", "stage:", "-city:", "x city:"] {
            do throws(FilterError) {
                _ = try Self.parse(half)
                Issue.record("\(half)")
            } catch {
                #expect(error.isIncomplete, "\(half)")
            }
        }
    }

    @Test func bounds() {
        let open = Bounds(lower: 1, includesLower: false, upper: 3, includesUpper: true)
        #expect([0, 1, 2, 3, 4].filter(open.contains) == [2, 3])
        #expect([0, 9].allSatisfy(Bounds<Int>().contains))
        let any = MoneyBounds(
            minor: Bounds(lower: 1050, includesLower: false, upper: 2050), currency: "CNY", isCurrencyNamed: false)
        #expect(any.bounds(in: "EUR") == any.minor)
        #expect(any.bounds(in: "JPY") == Bounds(lower: 11, includesLower: true, upper: 20))
        #expect(any.bounds(in: "KWD") == Bounds(lower: 10500, includesLower: false, upper: 20500))
        let named = MoneyBounds(minor: Bounds(lower: 1), currency: "CNY", isCurrencyNamed: true)
        #expect(named.bounds(in: "EUR") == nil)
        #expect(named.bounds(in: "CNY") == named.minor)
    }

    /// Any garbage is an answer or a sentence, never a crash, and soon.
    @Test func hostile() {
        var random = SystemRandomNumberGenerator()
        let pieces = [
            "city", ":", ">", "<", "=", "-", "\"", "“", "..", "30d", "月底", " ", "or", "\u{0}", "🙂", "\u{202E}",
            "9999999999", "amount", "last", "\u{301}", "，", "(", "%", "e", ".",
        ]
        for _ in 0..<3000 {
            let line = (0..<Int.random(in: 0...12, using: &random)).map { _ in pieces.randomElement(using: &random)! }
                .joined()
            do throws(FilterError) {
                for term in try Self.parse(line).groups.joined() {
                    #expect(term.range.upperBound <= line.count, "\(line)")
                }
            } catch {
                #expect(error.range.upperBound <= line.count && !error.description.isEmpty, "\(line)")
            }
        }
        let long = String(repeating: "a", count: 50_000)
        #expect(Self.answer(long + ":x") == "!")
        #expect(Self.answer("tier:" + long) == "!")
        #expect(Self.answer("last>" + String(repeating: "9", count: 50_000)) == "!")
    }

    /// Of two lines with alternatives every pair must hold.
    @Test func bothOfTwoFilters() throws {
        let (a, b) = (try Self.parse("x or y"), try Self.parse("city:kiel or tier:A"))
        #expect(a.and(b).groups.map(\.count) == [2, 2, 2, 2])
        #expect(a.and(b).words == ["x", "x", "y", "y"])
        #expect(a.and(Filter()) == a && Filter().and(b) == b)
    }

    @Test func distances() {
        #expect(editDistance("city", "citty") == 1)
        #expect(editDistance("city", "ctiy") == 1)
        #expect(editDistance("", "ab") == 2)
        #expect(editDistance("abc", "") == .max)
        #expect(nearest(to: "xyz", among: ["abc"]) == nil)
    }
}
