import PaneKit
import Sales
import Storage
import Testing

@testable import Panes

/// How a deal is lost, and how lists tell of one that is closed.
@Suite struct ClosingDealsTests {
    @Test(arguments: [(60, 20), (80, 24), (120, 40)])
    func everyReasonForALossIsSeenAndPickedByItsKey(width: Int, height: Int) throws {
        var desk = try TestDesk(width: width, height: height)
        desk.type("7")
        let deal = try #require((desk.app.top as? PipelinePane)?.target).id
        desk.type("L")
        let reasons = try desk.store.read { try $0.fetchAll(Reason.self) }.filter { $0.uid != Reason.importUID }
        for (index, reason) in reasons.enumerated() { #expect(desk.screen.contains("\(index + 1) \(reason.name)")) }
        #expect(desk.screen.contains("+ new reason"))
        desk.type("\(reasons.count)")
        let lost = try #require(try desk.store.read { try $0.fetch(Opportunity.self, deal) })
        #expect((lost.state, lost.reasonID) == (.lost, reasons.last?.id))
        // What was done is told to the end, with the key that takes it back.
        #expect(desk.screen.contains("u undo"))
    }

    @Test func aListOfDealsSaysOfTheClosedHowTheyEnded() throws {
        var desk = try TestDesk()
        func row(_ name: String) -> String? {
            // Below the tabs and the filter line.
            desk.screen.split(separator: "\n").dropFirst(3).first { $0.contains(name) }.map(String.init)
        }
        let deals = try desk.store.read { transaction in
            try transaction.ids(.opportunity).compactMap { try transaction.fetch(Opportunity.self, $0) }
        }
        for state in Opportunity.State.allCases {
            let deal = try #require(deals.first { $0.state == state })
            desk.type("7v0/state:\(state.rawValue) ")
            desk.paste(deal.name)
            desk.type("<Enter>")
            let line = try #require(row(deal.name))
            #expect(line.contains(" won") == (state == .won) && line.contains(" lost") == (state == .lost), "\(line)")
        }
    }
}
