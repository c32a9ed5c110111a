import PaneKit
import Sales
import Screen
import Storage
import Words

/// What the keys of deals do on every pane: with the deal under the cursor, or with one of its contact's or company's.
extension Desk {
    /// Does something with the deal under the cursor, or with one of the contact's: the only one, or the one that is picked.
    func withDeal(isOpen: Bool = true, _ title: String, _ body: @escaping (Int64) throws -> Step) throws
        -> Step
    {
        guard let target else { return .stay }
        if target.kind == .opportunity { return try body(target.id) }
        let deals = try office.read { try $0.brief(target).deals.filter { ($0.state == .open) == isOpen } }
        switch deals.count {
        case 0:
            let nothing = isOpen ? say("There is no open deal here; o adds one.") : say("There is no closed deal here.")
            return .say(nothing, .attention)
        case 1: return try body(deals[0].id)
        default: return office.pick(deals, title, then: body)
        }
    }

    func moveDeals(by step: Int) throws -> Step {
        selection.isEmpty
            ? try withDeal(step > 0 ? say("Move which deal on?") : say("Move which deal back?")) { [office] in
                try office.moveDeal($0, by: step)
            }
            : try office.moveDeals(targets, by: step, then: Self.deselected)
    }

    func pushDeals(_ push: ClosePush) throws -> Step {
        selection.isEmpty
            ? try withDeal(say("Put off the close of which deal?")) { [office] in try office.pushDeal($0, push) }
            : try office.pushDeals(targets, push, then: Self.deselected)
    }
}

extension Office {
    /// Asks which of several deals is meant.
    fileprivate func pick(_ deals: [Brief.Deal], _ title: String, then: @escaping (Int64) throws -> Step) -> Step {
        .open(
            MenuPane(
                title,
                deals.map { deal in
                    let stage = deal.state == .open ? deal.stage : say("\(deal.state.rawValue)")
                    return .init(
                        deal.name,
                        detail: [Wording.money(deal.money), stage].filter { !$0.isEmpty }.joined(separator: "  "),
                        value: { try then(deal.id) })
                }))
    }
}
