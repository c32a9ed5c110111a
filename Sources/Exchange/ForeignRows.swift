import Sales
import Words

/// What other programs say in more or other columns than ours: names in pieces, deals that are closed by their stage.
extension RowReader {
    /// Gives a contact a name: its own, else of the pieces, else its e-mail address or telephone number.
    static func composeName(
        _ incoming: inout Incoming<R>, middle: String, suffix: String, _ companyField: Int?
    ) {
        guard R.kind == .contact, incoming.record.title.isEmpty, let contact = incoming.record as? Contact else {
            return
        }
        var name = PersonName.whole(given: contact.givenName, middle: middle, family: contact.familyName)
        if !name.isEmpty, !suffix.isEmpty { name += " " + suffix }
        if name.isEmpty { name = contact.nickname }
        if name.isEmpty { name = contact.emails.first?.address ?? "" }
        let company = companyField.flatMap { incoming.links[$0] }
        // Without a person it is the company's row; a number alone is still somebody.
        if name.isEmpty, company?.name.isEmpty ?? true { name = contact.phones.first?.number ?? "" }
        incoming.set("name", text: name)
    }

    /// Works out whether a deal is open, won or lost from the stage (`Closed Won`, 赢单) and Salesforce's flags.
    static func close(_ incoming: inout Incoming<R>, isWon: Bool?, isClosed: Bool?, _ reason: Int?) {
        guard R.kind == .opportunity, var deal = incoming.record as? Opportunity,
            let stage = R.fields.firstIndex(where: { $0.name == "stage" })
        else { return }
        let named = incoming.links[stage].flatMap { ClosedStage.state($0.name) }
        if let named { deal.state = named }
        if let isWon, let isClosed {
            deal.state = isWon ? .won : isClosed ? .lost : .open
        } else if isWon == true {
            deal.state = .won
        }
        if named != nil { incoming.links[stage] = nil }
        let isSaid = named != nil || isWon != nil || isClosed != nil
        incoming.record = deal as! R
        if isSaid { incoming.set("state", .text(deal.state.rawValue)) }
        if deal.state != .lost, let reason { incoming.links[reason] = nil }
    }
}

/// Names of people from their pieces.
enum PersonName {
    /// `王` and `伟` are 王伟; others stand with a space between, the given name first.
    static func whole(given: String, middle: String = "", family: String) -> String {
        let isHan =
            !(given + family).isEmpty && (given + family).unicodeScalars.allSatisfy { $0.properties.isIdeographic }
        if isHan { return family + middle + given }
        return [given, middle, family].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

/// Stages that other programs keep for deals which are won or lost; here that is a state, not a stage.
enum ClosedStage {
    static func state(_ name: String) -> Opportunity.State? {
        switch plainHeading(name) {
        case "closedwon", "won", "closewon", "赢单", "已赢单", "成交", "已成交", "赢单关闭", "签约成功": .won
        case "closedlost", "lost", "closelost", "输单", "已输单", "丢单", "已丢单", "失败", "输单关闭", "战败": .lost
        default: nil
        }
    }
}
