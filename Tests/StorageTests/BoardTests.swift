import Sales
import Storage
import Testing
import Words

/// The board against a plain look at every deal.
@Suite struct BoardTests {
    @Test func columnsHoldEachOpenDealOnceInOrder() throws {
        let store = try Store.inMemory(clock: RandomActions.clock, seed: 9)
        var actions = RandomActions(seed: 9, store: store)
        for _ in 0..<250 { try actions.act() }
        try store.read { transaction in
            let board = try transaction.board()
            let deals = try transaction.ids(.opportunity).compactMap { try transaction.fetch(Opportunity.self, $0) }
                .filter { $0.state == .open }
            #expect(!deals.isEmpty)
            #expect(board.ids.sorted() == deals.map(\.id).sorted())
            #expect(try board.columns.map(\.stage) == transaction.fetchAll(Stage.self))
            for column in board.columns {
                let cards = try transaction.cards(column.ids)
                #expect(cards.map(\.id) == column.ids)
                #expect(cards.allSatisfy { $0.stageID == column.stage.id })
                #expect(
                    column.sums.first?.total.minor
                        == (cards.contains { $0.money != nil }
                            ? cards.reduce(0) { $0 + ($1.money?.minor ?? 0) } : nil))
                #expect(
                    column.sums.first?.weighted.minor
                        ?? 0 == cards.reduce(0) { $0 + ($1.money?.weighted(by: $1.probability).minor ?? 0) })
                for (a, b) in zip(cards, cards.dropFirst()) {
                    switch (a.next, b.next) {
                    case (let x?, let y?) where x != y: #expect(x < y)
                    case (.none, .some): Issue.record("what nothing is planned for comes last")
                    case (.some, .none): break
                    default: #expect((a.money?.minor ?? .min) >= (b.money?.minor ?? .min))
                    }
                }
            }
            #expect(board.sums == DealSum.together(board.columns.map(\.sums)))
        }
    }

    @Test func aCardSaysWhatTheDealIs() throws {
        let store = try Store.inMemory(clock: RandomActions.clock, seed: 1)
        var company = Company()
        company.name = "上海艾克米"
        var deal = Opportunity()
        (deal.name, deal.stageID, deal.amount, deal.currency, deal.probability) = ("Line 3", 2, 12_345, "JPY", 45)
        deal.closeOn = Day("2026-12-31")
        deal.companyID = try store.add(company)
        let id = try store.add(deal)
        let cards = try store.read { try $0.cards([id, 99]) }
        #expect(cards.count == 1)
        let card = try #require(cards.first)
        #expect((card.name, card.company, card.probability, card.age) == ("Line 3", "上海艾克米", 45, 0))
        #expect(card.money == Money(minor: 12_345, currency: "JPY"))
        #expect(card.money?.weighted(by: card.probability) == Money(minor: 5_555, currency: "JPY"))
        #expect((card.closeOn, card.next, card.isRotting) == (Day("2026-12-31"), nil, false))
    }

    /// Halves of a minor unit go away from zero on both sides, and nothing is too large.
    @Test(
        arguments: [(1, 50), (-1, 50), (-3, 50), (99, 1), (-99, 1), (.max, 100), (.min, 100), (.max, 99)]
            as [(Int64, Int)])
    func listAndBoardWeighAlike(amount: Int64, probability: Int) throws {
        let store = try Store.inMemory(clock: RandomActions.clock, seed: 1)
        var deal = Opportunity()
        (deal.name, deal.stageID, deal.amount, deal.currency, deal.probability) = ("x", 1, amount, "EUR", probability)
        let id = try store.add(deal)
        let money = Money(minor: amount, currency: "EUR").weighted(by: probability)
        try store.read { transaction in
            let query = ListQuery(.opportunity, columns: [Kind.opportunity.listColumn("weighted")!])
            let row = try transaction.rows(query, ids: [id])[0]
            #expect(row.cells == [.money(money)])
            let board = try transaction.board()
            #expect(board.sums.map(\.weighted) == [money])
        }
    }
}
