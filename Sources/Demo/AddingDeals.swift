import Sales
import Storage

/// From the rows of the table to opportunities, with the history of each.
extension Territory {
    func addDeals() throws {
        for (number, row) in dealRows.enumerated() {
            let money = Money(row["money"], currency: "CNY")!
            let days = Int(row["close"])!
            let steps = split(row["path"], at: " ").map { DealStep($0, calendar) }
            let end = split(row["end"], at: "@")
            var deal = Opportunity()
            deal.name = row["name"]
            deal.companyID = company(row["company"]).id
            deal.stageID = try setting(.stage, steps.last!.stage)
            (deal.currency, deal.amount) = (money.currency, money.minor)
            deal.closeOn = days < 0 ? calendar.past(-days) : calendar.future(days)
            deal.source = row["source"]
            deal.about = row["about"]
            deal.createdAt = calendar.instant(steps[0].day, number)
            deal.roles = row.list("people").map { person in
                let parts = split(person, at: ":")
                return DealRole(contactID: contact(parts[0]).id, role: parts[1])
            }
            if let outcome = end.first.map({ split($0, at: ":") }) {
                deal.state = Opportunity.State(rawValue: outcome[0])!
                if outcome.count > 1 { deal.reasonID = try setting(.reason, outcome[1]) }
            }
            try transaction.insert(&deal)
            deals[row["key"]] = deal.id

            var change = DealChange()
            change.opportunityID = deal.id
            change.currency = deal.currency
            (change.amount, change.closeOn) = (deal.amount, deal.closeOn)
            for step in steps {
                change.at = calendar.instant(step.day, number)
                change.stageID = try setting(.stage, step.stage)
                if let amount = step.amount { change.amount = Money(amount, currency: deal.currency)!.minor }
                if let close = step.closeOn { change.closeOn = close }
                try add(change)
            }
            if deal.state != .open {
                change.at = calendar.instant(calendar.past(Int(end[1])!), number)
                (change.state, change.reasonID) = (deal.state, deal.reasonID)
                try add(change)
            }
        }
    }

    private func add(_ change: DealChange) throws {
        var change = change
        try transaction.insert(&change)
    }
}

/// One step of a deal's way, read from `proposal@12=120000>30`.
struct DealStep {
    let stage: String
    let day: Day
    var amount: String?
    var closeOn: Day?

    init(_ text: String, _ calendar: Calendar) {
        var rest = text
        if let mark = rest.firstIndex(of: ">") {
            let days = Int(rest[rest.index(after: mark)...])!
            closeOn = days < 0 ? calendar.past(-days) : calendar.future(days)
            rest = String(rest[..<mark])
        }
        if let mark = rest.firstIndex(of: "=") {
            amount = String(rest[rest.index(after: mark)...])
            rest = String(rest[..<mark])
        }
        let parts = split(rest, at: "@")
        stage = parts[0]
        day = calendar.past(Int(parts[1])!)
    }
}
