import Exchange
import Sales
import Storage
import Testing

/// Deals of other programs: stages, closing, reasons, histories.
@Suite struct DealsTests {
    let deals = """
        Id,Name,AccountName,StageName,Amount,Probability,CloseDate,CreatedDate
        006x0000001YtCrAAK,One,Acme,Prospecting,5.0E3,10.0,2026-12-24,2026-01-05T08:00:00.000Z
        006x0000001YtCsAAK,Two,Acme,Value Proposition,,50.0,2026-12-24,2026-01-05T08:00:00.000+0000
        006x0000001YtCtAAK,Three,Acme,Closed Won,"1,234.50",100,2026-03-01,2026-01-05T08:00:00.000Z
        006x0000001YtwJAAS,Four,Acme,Closed Lost,10,0,2026-03-02,
        006x0000001YtwKAAS,Five,Acme,negotiation,10,80,2027-03-02,

        """

    @Test func stagesTakeTheirPlaceByProbabilityAndClosedOnesAreStates() throws {
        let desk = try Desk()
        let report = try desk.take("opportunities.csv", deals)
        #expect(report.counts[.opportunity] == .init(imported: 5))
        #expect(report.refusals == [])
        let stages = try desk.store.read { try $0.fetchAll(Stage.self) }
        #expect(
            stages.map(\.name) == ["Lead", "Prospecting", "Qualified", "Value Proposition", "Proposal", "Negotiation"])
        #expect(stages.map(\.probability) == [10, 10, 30, 50, 60, 80])
        #expect(report.made == [.stage: ["Prospecting", "Value Proposition"], .company: ["Acme"]])
        let all = try desk.all(Opportunity.self)
        let names = all.map { deal in stages.first { $0.id == deal.stageID }?.name }
        #expect(names == ["Prospecting", "Value Proposition", "Negotiation", "Negotiation", "Negotiation"])
        #expect(all.map(\.state) == [.open, .open, .won, .lost, .open])
        #expect(all.map(\.amount) == [500_000, nil, 123_450, 1000, 1000])
        let reason = try desk.store.read { try $0.id(.reason, uid: Reason.importUID) }
        #expect(all.map(\.reasonID) == [nil, nil, nil, reason, nil])
        #expect(all.map(\.externalIDs.first?.source) == Array(repeating: "salesforce", count: 5))
        #expect(all[0].createdAt == Instant("2026-01-05T08:00:00Z"))
        #expect(try desk.all(Company.self).map(\.name) == ["Acme"])
    }

    @Test func theHistoryOfAClosedDealSaysWhenItWasClosed() throws {
        let desk = try Desk()
        try desk.take("opportunities.csv", deals)
        let lines = try desk.store.read { transaction in
            try transaction.ids(.opportunity).map { try transaction.dealHistory($0).map { "\($0.at) \($0.state)" } }
        }
        #expect(
            lines == [
                ["2026-11-21T06:05:00Z open"], ["2026-11-21T06:05:00Z open"],
                ["2026-01-05T08:00:00Z open", "2026-03-01T12:00:00Z won"], ["2026-03-02T12:00:00Z lost"],
                ["2026-11-21T06:05:00Z open"],
            ])
    }

    @Test func theSameDealsAgainChangeNothingAndShortIdsAreTheSame() throws {
        let desk = try Desk()
        try desk.take("opportunities.csv", deals)
        let full = try desk.store.dump()
        #expect(try desk.take("opportunities.csv", deals).total == .init(unchanged: 5))
        let short = deals.replacing("AAK,", with: ",").replacing("AAS,", with: ",")
        #expect(try desk.take("opportunities.csv", short).total == .init(unchanged: 5))
        #expect(try desk.store.dump() == full)
    }

    @Test func salesforceFlagsSayMoreThanTheStage() throws {
        let desk = try Desk()
        try desk.take(
            "o.csv",
            "NAME,STAGENAME,ISWON,ISCLOSED,CLOSEDATE\nA,Handed over,true,true,2026-01-01\nB,Handed over,false,true,2026-01-01\nC,Lead,false,false,2026-01-01\n"
        )
        let all = try desk.all(Opportunity.self)
        #expect(all.map(\.state) == [.won, .lost, .open])
    }

    @Test func aDealWhoseCompanyIsNotHereIsRefusedByItsId() throws {
        let desk = try Desk()
        let report = try desk.take(
            "o.csv", "Id,AccountId,Name,StageName,CloseDate\n006x0000001YtCrAAK,001x0000002xLCVAA2,A,Lead,2026-01-01\n")
        #expect(
            report.refusals.map(\.remark.reason) == [
                "no company with the id 001x0000002xLCVAA2 is here; bring in the companies first"
            ])
        #expect(report.total == .init(refused: 1))
    }

    @Test func chineseDeals() throws {
        let desk = try Desk()
        let report = try desk.take(
            "商机.csv", "商机名称,客户名称,阶段,金额,预计成交日期,币种\n大单,上海公司,方案,12万,2026年12月1日,人民币\n小单,上海公司,赢单,¥86000,2026/1/2,\n",
            options: ImportOptions(currency: "CNY"))
        #expect(report.refusals.map(\.remark.sentence) == [])
        let all = try desk.all(Opportunity.self)
        #expect(
            all.map(\.money) == [Money(minor: 12_000_000, currency: "CNY"), Money(minor: 8_600_000, currency: "CNY")])
        #expect(all.map(\.closeOn) == [Day(2026, 12, 1), Day(2026, 1, 2)])
        #expect(all.map(\.state) == [.open, .won])
    }

    @Test(arguments: [
        ("1,234.50", 123_450), ("1.234,50", 123_450), ("5.0E7", 5_000_000_000), ("1.200", 120_000), ("1200", 120_000),
        ("500000.0", 50_000_000),
        ("EUR 12", 1200), ("12 €", 1200), ("(5)", -500), ("12万", 12_000_000),
    ])
    func amountsAsPeopleAndProgramsWriteThem(text: String, minor: Int64) throws {
        let desk = try Desk()
        try desk.take(
            "deals.csv", "Deal name,Stage,Amount,Close date\nA,Lead,\"\(text)\",2027-01-01\n",
            options: ImportOptions(currency: "EUR"))
        #expect(try desk.all(Opportunity.self).map(\.money) == [Money(minor: minor, currency: "EUR")])
    }

    @Test func anAmountOfOursIsAPlainDecimalNumber() throws {
        let desk = try Desk()
        let text =
            "uid,name,stage,currency,amount\no-1,A,Lead,KWD,1.200\no-2,B,Lead,JPY,1200\no-3,C,Lead,EUR,ten\no-4,D,Lead,EUR,1.005\n"
        let report = try desk.take("opportunities.csv", text)
        #expect(try desk.all(Opportunity.self).map(\.amount) == [1200, 1200])
        #expect(
            report.refusals.map(\.remark.reason) == [
                "amount: not an amount of EUR: ten", "amount: not an amount of EUR: 1.005",
            ])
    }
}
