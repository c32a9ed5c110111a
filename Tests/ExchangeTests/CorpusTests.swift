import Exchange
import Sales
import Storage
import Testing

/// Files that other programs wrote; skipped without KONTOR_CORPUS.
@Suite(.enabled(if: Desk.hasCorpus)) struct CorpusTests {
    @Test func accountsThenDealsOfSalesforceAreAllLinked() throws {
        let desk = try Desk()
        let folder = "crm/salesforce-dataloader/"
        let empty = try desk.store.dump()
        let report = try desk.bring(
            Desk.corpus(folder + "opportunityData.csv"), Desk.corpus(folder + "accountData.csv"))
        #expect(report.refusals.map(\.remark.sentence) == [])
        #expect(try desk.count(.company) == 423)
        let deals = try desk.all(Opportunity.self)
        #expect(deals.count == 38)
        #expect(deals.allSatisfy { $0.companyID != nil })
        #expect(deals.count { $0.state == .won } == 8)
        #expect(report.total.read == 461)
        let full = try desk.store.dump()
        let again = try desk.bring(Desk.corpus(folder + "opportunityData.csv"), Desk.corpus(folder + "accountData.csv"))
        #expect(again.total == .init(unchanged: 461))
        #expect(try desk.store.dump() == full)
        _ = try desk.store.undo()
        #expect(try desk.store.dump() == empty)
        _ = try desk.store.redo()
        #expect(try desk.store.dump() == full)
    }

    @Test(arguments: [("crm/univocity/uk-500.csv", 500), ("crm/chinook/Customer.csv", 59)])
    func everyPersonOfAListComesIn(path: String, people: Int) throws {
        let desk = try Desk()
        let report = try desk.bring(Desk.corpus(path))
        #expect(report.counts[.contact] == .init(imported: people))
        #expect(try desk.count(.contact) == people)
        let again = try desk.bring(Desk.corpus(path))
        #expect(again.total == .init(unchanged: people))
        #expect(try desk.store.history().count == 1)
    }
}
