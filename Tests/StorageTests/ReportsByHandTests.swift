import Sales
import Storage
import Testing
import Words

/// Thirty deals whose every reported number is worked out here by hand. The zone is eight hours before UTC, and today is Saturday,
/// 21 November 2026; a step without a time is at 10:00.
@Suite struct ReportsByHandTests {
    private static let clock = Clock(zone: Zone("Asia/Shanghai")!, fixedAt: Instant("2026-11-21T06:05:00Z")!)

    /// Nine groups: so many deals each, from the days on that are given, with steps some days later. Capital letters are stages (Lead,
    /// Qualified, Proposal, Negotiation), `won` and `lost` the end; a stage after it is a reopening.
    private struct Group {
        var days: String
        var steps: String
        var money: Money?
        var source = ""
        var tier = ""
        var reasons: [String] = []
        var close: String?
        var probability: Int?
    }

    private static let groups: [Group] = [
        // A: eight, won after 60 days.
        Group(
            days: "2026-01-01 2026-02-01 2026-03-01 2026-04-01 2026-05-01 2026-06-01 2026-07-01 2026-08-01",
            steps: "L0 Q10 P30 N50 won60", money: Money("EUR 10000", currency: "EUR"), source: "web", tier: "A"),
        // B: six, lost in Proposal after 45 days.
        Group(
            days: "2026-02-05 2026-03-05 2026-04-05 2026-05-05 2026-06-05 2026-07-05", steps: "L0 Q5 P15 lost45",
            money: Money("CNY 20000", currency: "EUR"), source: "fair", tier: "B",
            reasons: ["price", "price", "price", "price", "competitor", "competitor"]),
        // C: four, skip Qualified and stand in Proposal.
        Group(
            days: "2026-09-01 2026-09-08 2026-09-15 2026-09-22", steps: "L0 P7",
            money: Money("CNY 50000", currency: "EUR"), close: "2026-12-15"),
        // D: three, lost in Lead and reopened, without an amount.
        Group(
            days: "2026-10-01 2026-10-02 2026-10-03", steps: "L0 lost20 L30", source: "referral",
            reasons: ["timing", "timing", "timing"]),
        // E: two, won, reopened and lost.
        Group(
            days: "2026-03-10 2026-04-10", steps: "L0 P10 won20 P25 lost40", money: Money("EUR 5000", currency: "EUR"),
            source: "web", tier: "A", reasons: ["product", "product"]),
        // F: two, begin in Qualified, go back to Lead, then stand in Negotiation.
        Group(
            days: "2026-10-10 2026-10-20", steps: "Q0 L4 N10", money: Money("EUR 30000", currency: "EUR"),
            source: "Web", tier: "a", close: "2026-11-30", probability: 50),
        // I: expected last month, and without a date.
        Group(days: "2026-11-01", steps: "L0", money: Money("CNY 1000", currency: "EUR"), close: "2026-10-15"),
        Group(days: "2026-11-10", steps: "L0", money: Money("CNY 333", currency: "EUR")),
    ]

    /// Three on the edge of a month, each step at its instant.
    private static let edges:
        [(steps: [(String, String)], money: String, source: String, tier: String, reason: String)] = [
            // G: in Proposal on 5 December at 10:00, won half an hour before the year ended.
            (
                [
                    ("L", "2025-11-01T02:00:00Z"), ("Q", "2025-11-20T02:00:00Z"), ("P", "2025-12-05T02:00:00Z"),
                    ("won", "2025-12-31T15:30:00Z"),
                ], "EUR 7000", "", "", ""
            ),
            // H: in Lead a second before December 2025 began, in Qualified when it did; won a minute before October ended.
            (
                [
                    ("L", "2025-11-30T15:59:59Z"), ("Q", "2025-11-30T16:00:00Z"), ("won", "2026-10-31T15:59:00Z"),
                ], "JPY 1000", "zh", "B", ""
            ),
            // In Lead when November began, lost on the fifteenth at 10:00.
            ([("L", "2026-10-31T16:00:00Z"), ("lost", "2026-11-15T02:00:00Z")], "JPY 3000", "zh", "B", "timing"),
        ]

    nonisolated(unsafe) private static let store: Store = {
        let store = try! Store.inMemory(clock: clock, seed: 1)
        try! store.write("Fill") { transaction in
            var companies: [String: Int64] = [:]
            for tier in ["A", "a", "B"] {
                var company = Company()
                (company.name, company.tier) = ("Company \(tier)", tier)
                companies[tier] = try transaction.insert(&company)
            }
            let stages = try transaction.fetchAll(Stage.self)
            let reasons = try transaction.fetchAll(Reason.self)
            func add(_ deal: Opportunity, _ tier: String, _ steps: [(what: String, at: Instant)], _ reason: String)
                throws
            {
                var deal = deal
                deal.name = "deal"
                deal.companyID = companies[tier]
                deal.createdAt = steps[0].at
                var changes: [DealChange] = []
                for step in steps {
                    var change = changes.last ?? DealChange()
                    (change.at, change.currency, change.amount) = (step.at, deal.currency, deal.amount)
                    (change.state, change.reasonID, change.closeOn) = (.open, nil, deal.closeOn)
                    if let state = Opportunity.State(rawValue: step.what) {
                        (change.state, change.closeOn) = (state, clock.zone.day(of: step.at))
                        if state == .lost { change.reasonID = reasons.first { $0.name.hasPrefix(reason) }!.id }
                    } else {
                        change.stageID = stages.first { $0.name.hasPrefix(step.what) }!.id
                    }
                    changes.append(change)
                }
                let last = changes.last!
                (deal.stageID, deal.state, deal.reasonID, deal.closeOn) = (
                    last.stageID, last.state, last.reasonID, last.closeOn
                )
                try transaction.insert(&deal)
                for change in changes {
                    var change = change
                    change.opportunityID = deal.id
                    try transaction.insert(&change)
                }
            }
            for group in groups {
                for (number, day) in group.days.split(separator: " ").enumerated() {
                    var deal = Opportunity()
                    (deal.currency, deal.amount) = (group.money?.currency ?? "USD", group.money?.minor)
                    deal.closeOn = group.close.flatMap { Day($0) }
                    (deal.source, deal.probability) = (group.source, group.probability)
                    let steps = group.steps.split(separator: " ").map { step in
                        let what = String(step.prefix { $0.isLetter })
                        let day = Day(day)! + Int(step.dropFirst(what.count))!
                        return (what: what, at: clock.zone.instant(day, TimeOfDay(10, 0)!))
                    }
                    try add(deal, group.tier, steps, group.reasons.isEmpty ? "" : group.reasons[number])
                }
            }
            for edge in edges {
                let money = Money(edge.money, currency: "EUR")!
                var deal = Opportunity()
                (deal.currency, deal.amount, deal.source) = (money.currency, money.minor, edge.source)
                try add(deal, edge.tier, edge.steps.map { (what: $0.0, at: Instant($0.1)!) }, edge.reason)
            }
            var quota = Quota()
            (quota.startsOn, quota.currency, quota.amount) = (Day("2026-11-01")!, "EUR", 40_000_00)
            try transaction.insert(&quota)
            for (from, percent) in [(nil, 200), (10_000_00, 300)] as [(Int64?, Int)] {
                var step = Commission()
                (step.currency, step.fromAmount, step.percent) = ("EUR", from, percent)
                try transaction.insert(&step)
            }
            try addCalls(transaction)
        }
        return store
    }()

    private static func addCalls(_ transaction: Transaction) throws {
        let outcomes = try transaction.fetchAll(Outcome.self)
        for calls in [
            // In local time: Mon 9:30, Tue 9:15 and 10:05, Wed 9:59, Wed 10:00 from them, Thu 10:30.
            [
                ("2026-11-16T01:30:00Z", "no answer"), ("2026-11-17T01:15:00Z", "no answer"),
                ("2026-11-17T02:05:00Z", "answered"), ("2026-11-18T01:59:00Z", "no answer"),
                ("2026-11-18T02:00:00Z", "in"), ("2026-11-19T02:30:00Z", "answered"),
            ],
            // A second before Monday ended, and when Tuesday began.
            [("2026-11-16T15:59:59Z", "voicemail"), ("2026-11-16T16:00:00Z", "busy")],
        ] {
            var contact = Contact()
            contact.name = "Ada"
            try transaction.insert(&contact)
            for (at, outcome) in calls {
                var call = Call()
                (call.contactID, call.at) = (contact.id, Instant(at)!)
                call.direction = outcome == "in" ? .in : .out
                call.outcomeID = outcomes.first { $0.name == (outcome == "in" ? "answered" : outcome) }!.id
                try transaction.insert(&call)
            }
        }
    }

    private func report(_ name: Report.Name, _ period: Period) throws -> Report {
        try Self.store.read { try $0.report(name, period) }
    }

    /// The cells of the lines, parted by bars.
    private func lines(_ report: Report) -> [String] {
        report.lines.map { line in
            line.cells.map { cell in
                switch cell {
                case .none: ""
                case .text(let text): text
                case .flag(let isSo): isSo ? "yes" : "no"
                case .number(let number): "\(number)"
                case .percent(let number): "\(number) %"
                case .money(let money): money.number
                case .day(let day): day.description
                case .month(let day): String(day.description.prefix(7))
                case .days(let days): "\(days) d"
                case .hour(let hour): "\(hour)"
                }
            }.joined(separator: "|")
        }
    }

    @Test func conversion() throws {
        // December 2025 to November 2026.
        let report = try report(.conversion, .twelve)
        #expect(
            lines(report) == [
                // Entered: A 8, B 6, C 4, D 3, E 2, the third edge 1, I 2. On: A, B, C, E. Still there: D, I. 20 of 26.
                // Days: 5 six times, 7 four times, 10 ten times (A, E), 14.4: the eleventh of 21 is 10.
                "Lead|26|20|77 %|8|1|5|10 d",
                // A 8, B 6, F 2, H. Days: 4, 4, 10 six times, 20 eight times, 335: the ninth of 17 is 20.
                "Qualified|17|17|100 %|9|0|0|20 d",
                // A 8, B 6, C 4, E 2, G. On: A and G. Lost: B and E, which was won once. 9 of 21.
                // Days: 20 eight times, 25 twice (E: 10 and 15), 26.6 (G), 30 six times: the ninth of 17 is 25.
                "Proposal|21|9|43 %|9|8|4|25 d",
                // A 8, F 2.
                "Negotiation|10|8|80 %|8|0|2|10 d",
                // A, G and H.
                "won|10||||||",
            ])
        #expect(report.summary == ["30 deals", "10 won", "slowest Proposal, 25 d"])
        #expect(report.lines.map(\.note) == [nil, nil, "slowest", nil, nil])
    }

    @Test func changes() throws {
        // Since the first of November. D: the second and third were reopened on the first and the second of it, the first on
        // 31 October. The third edge is new and lost.
        #expect(
            lines(try report(.changes, .month)) == [
                "new|o26|deal|||||2026-10-15|CNY|||1,000|", "new|o27|deal||||||CNY|||333|",
                "new|o30|deal|Company B||||2026-11-15|JPY|||3,000|",
                "lost|o30|deal|Company B||||2026-11-15|JPY|||3,000|timing",
                "reopened|o20|deal||||||||||", "reopened|o21|deal||||||||||",
            ])
        // Since the first of October. Besides: D's were added then, F's too and went from their first stage to another, which is
        // no change of a deal that is new. H, in Qualified when the month began, was won.
        let quarter = try report(.changes, .quarter)
        #expect(quarter.summary == ["9 deals", "new 8", "won 1", "lost 1"])
        #expect(lines(quarter).contains("won|o29|deal|Company B||||2026-10-31|JPY|||1,000|"))
    }

    @Test func winRate() throws {
        let report = try report(.winRate, .twelve)
        #expect(
            lines(report) == [
                "2025-12|1|0|100 %||||60 d", "2026-01|0|0|||||", "2026-02|0|0|||||",
                "2026-03|1|1|50 %||||60 d", "2026-04|2|2|50 %||||60 d", "2026-05|1|2|33 %||||60 d",
                "2026-06|1|1|50 %||||60 d", "2026-07|1|1|50 %||||60 d", "2026-08|1|1|50 %||||60 d",
                "2026-09|1|0|100 %||||60 d", "2026-10|1|0|100 %||||335 d", "2026-11|0|1|0 %||||",
                // Six of 20,000 lost.
                "2026-03|0|1|0 %|CNY|0|20,000|", "2026-04|0|1|0 %|CNY|0|20,000|", "2026-05|0|1|0 %|CNY|0|20,000|",
                "2026-06|0|1|0 %|CNY|0|20,000|", "2026-07|0|1|0 %|CNY|0|20,000|", "2026-08|0|1|0 %|CNY|0|20,000|",
                // 20,000 of 25,000, and 10,000 of 15,000.
                "2025-12|1|0|100 %|EUR|7,000|0|60 d", "2026-03|1|0|100 %|EUR|10,000|0|60 d",
                "2026-04|2|1|80 %|EUR|20,000|5,000|60 d", "2026-05|1|1|67 %|EUR|10,000|5,000|60 d",
                "2026-06|1|0|100 %|EUR|10,000|0|60 d", "2026-07|1|0|100 %|EUR|10,000|0|60 d",
                "2026-08|1|0|100 %|EUR|10,000|0|60 d", "2026-09|1|0|100 %|EUR|10,000|0|60 d",
                "2026-10|1|0|100 %|JPY|1,000|0|335 d", "2026-11|0|1|0 %|JPY|0|3,000|",
            ])
        // A 8, G and H of those and B 6, E 2 and one more. Nine times 60 and once 335.
        #expect(report.summary == ["53 % won", "10 of 19", "60 d to win"])
    }

    @Test func reasonsSourcesAndTiers() throws {
        #expect(
            lines(try report(.reasons, .twelve)) == [
                "price|4|44 %||", "competitor|2|22 %||", "product does not fit|2|22 %||", "timing|1|11 %||",
                "price|4|67 %|CNY|80,000", "competitor|2|33 %|CNY|40,000", "product does not fit|2|100 %|EUR|10,000",
                "timing|1|100 %|JPY|3,000",
            ])
        #expect(
            lines(try report(.sources, .twelve)) == [
                "web|8|2|80 %||||60 d", "fair|0|6|0 %||||", "zh|1|1|50 %||||335 d", "none|1|0|100 %||||60 d",
                "fair|0|6|0 %|CNY|0|120,000|",
                // 80,000 of 90,000.
                "web|8|2|89 %|EUR|80,000|10,000|60 d", "none|1|0|100 %|EUR|7,000|0|60 d",
                "zh|1|1|25 %|JPY|1,000|3,000|335 d",
            ])
        #expect(
            lines(try report(.tiers, .twelve)) == [
                // One of eight is 12.5.
                "A|8|2|80 %||||60 d", "B|1|7|13 %||||335 d", "none|1|0|100 %||||60 d",
                "B|0|6|0 %|CNY|0|120,000|", "A|8|2|89 %|EUR|80,000|10,000|60 d", "none|1|0|100 %|EUR|7,000|0|60 d",
                "B|1|1|25 %|JPY|1,000|3,000|335 d",
            ])
    }

    @Test func pipelineAndForecast() throws {
        #expect(
            lines(try report(.pipeline, .all)) == [
                // 10 % of 1,000 and of 333; 60 % of four times 50,000.
                "Lead|2|CNY|1,333|133.30", "Qualified|0|CNY|0|0", "Proposal|4|CNY|200,000|120,000",
                "Negotiation|0|CNY|0|0",
                "Lead|0|EUR|0|0", "Qualified|0|EUR|0|0", "Proposal|0|EUR|0|0", "Negotiation|2|EUR|60,000|30,000",
                "Lead|3|||",
            ])
        // October to March.
        #expect(
            lines(try report(.forecast, .months)) == [
                "overdue|CNY|0|0|100|100||", "2026-10|CNY|0|0|0|0||", "2026-11|CNY|0|0|0|0||",
                "2026-12|CNY|0|0|120,000|120,000||", "2027-01|CNY|0|0|0|0||", "2027-02|CNY|0|0|0|0||",
                "2027-03|CNY|0|0|0|0||", "no date|CNY|0|0|33.30|33.30||",
                "2026-10|EUR|0|0|0|0||", "2026-11|EUR|0|0|30,000|30,000|40,000|75 %",
                "2026-12|EUR|0|0|0|0|40,000|0 %", "2027-01|EUR|0|0|0|0|40,000|0 %",
                "2027-02|EUR|0|0|0|0|40,000|0 %", "2027-03|EUR|0|0|0|0|40,000|0 %",
                "2026-10|JPY|1,000|0|0|1,000||", "2026-11|JPY|0|0|0|0||", "2026-12|JPY|0|0|0|0||",
                "2027-01|JPY|0|0|0|0||", "2027-02|JPY|0|0|0|0||", "2027-03|JPY|0|0|0|0||",
            ])
    }

    @Test func commission() throws {
        let report = try report(.commission, .year)
        let none = "EUR|0|0|0|0|0"
        #expect(
            lines(report) == [
                "2026-01|\(none)", "2026-02|\(none)", "2026-03|EUR|10,000|200|0|0|200",
                // 2 % of 10,000 and 3 % of the other 10,000.
                "2026-04|EUR|20,000|500|0|0|500", "2026-05|EUR|10,000|200|0|0|200", "2026-06|EUR|10,000|200|0|0|200",
                "2026-07|EUR|10,000|200|0|0|200", "2026-08|EUR|10,000|200|0|0|200", "2026-09|EUR|10,000|200|0|0|200",
                "2026-10|\(none)",
                // Half of twice 30,000: 2 % of 10,000 and 3 % of 20,000.
                "2026-11|EUR|0|0|30,000|800|800", "2026-12|\(none)",
            ])
        #expect(report.summary == ["earned EUR 1,700", "expected 800"])
    }

    @Test func calls() throws {
        #expect(
            lines(try report(.outcomes, .week)) == [
                "answered|yes|3|38 %", "no answer|no|3|38 %", "voicemail|no|1|13 %", "busy|no|1|13 %",
            ])
        #expect(lines(try report(.activity, .week)) == ["2026-11-16|8|0|0|0"])
        #expect(
            // First attempts: Mon 9:30, Wed 9:59, Thu 10:30 (they had called), and Mon 23:59 of the other.
            lines(try report(.attempts, .week)) == ["1|4|1|25 %", "2|2|0|0 %", "3|1|1|100 %"])
        let hours = try report(.hours, .week)
        #expect(
            lines(hours).filter { !$0.contains("|0|0||") } == [
                "0|1|0|0 %||0 %|||||", "9|3|0|0 %|0 %|0 %|0 %||||", "10|2|2|100 %||100 %||100 %|||",
                "23|1|0|0 %|0 %||||||",
            ])
        #expect(hours.lines.count == 24)
        #expect(hours.summary == ["best hour 10 to 11", "29 % reached", "7 calls"])
    }

    @Test(
        arguments: [
            (0, 0), (-500, 0), (1, 0), (24, 0), (25, 1), (10_000_00, 200_00), (10_000_01, 200_00), (10_000_16, 200_00),
            (10_000_17, 200_01), (100_000_00, 2_900_00), (.max, 276_701_161_105_633_274),
        ] as [(Int64, Int64)])
    func stepsAreAddedUpExactlyAndRoundedOnce(sold: Int64, earned: Int64) {
        // 2 % of what is below 10,000, 3 % of the rest: 0.48 and 0.5 of a cent, 200 and 0.48 or 0.51 of a cent.
        let steps = [(Int64?.some(10_000_00), 300), (nil, 200)].map { from, percent in
            var step = Commission()
            (step.fromAmount, step.percent) = (from, percent)
            return step
        }
        #expect(Commission.earned(on: sold, steps: steps) == earned)
        #expect(Commission.earned(on: sold, steps: []) == 0)
        var never = steps[0]
        never.fromAmount = .max
        #expect(Commission.earned(on: sold, steps: [never]) == 0)
    }

    @Test(
        arguments: [
            ("2.5", 250), ("2,5 %", 250), ("3", 300), ("0.75%", 75), ("0.05", 5), ("100", 10_000), ("7.10", 710),
            ("100.01", nil), ("2.555", nil), ("", nil), ("-1", nil), (".5", nil), ("x", nil), ("1.2.3", nil),
        ] as [(String, Int64?)])
    func percentages(text: String, hundredths: Int64?) {
        #expect(Percent.hundredths(text) == hundredths)
        if let hundredths { #expect(Percent.hundredths(Percent.text(hundredths)) == hundredths) }
    }
}
