package import Sales
package import Storage
import Words

/// A salesperson's territory to look at and to try things on: believable, and the same at every call.
package enum DemoTerritory {
    /// Adds the territory to a store, in one action that can be undone.
    ///
    /// - Parameter clock: everything happened before its now, and is planned from its today, in its zone.
    /// - Throws: what the store throws when it cannot be written.
    package static func fill(_ store: Store, clock: Clock) throws {
        try store.write("Add the demo territory") { transaction in
            let holidays = try transaction.fetchAll(Holiday.self)
            let territory = Territory(transaction, Calendar(clock: clock, holidays: holidays))
            try territory.addCadences()
            try territory.addCompanies()
            try territory.addPeople()
            try territory.addDeals()
            try territory.addStories()
            try territory.addPlans()
            try territory.addViews()
            try territory.addQuotas()
            try territory.addCommission()
        }
    }
}

/// What is being added, and the ids of what already is.
final class Territory {
    let transaction: Transaction
    let calendar: Calendar
    /// The companies and contacts by the key of their row.
    var companies: [String: Company] = [:]
    var contacts: [String: Contact] = [:]
    var deals: [String: Int64] = [:]
    let stories: [Story]
    let dealRows = Table(dealTable).rows

    init(_ transaction: Transaction, _ calendar: Calendar) {
        self.transaction = transaction
        self.calendar = calendar
        stories = Story.all(calendar)
    }

    /// The key's record. A key that no row has is a mistake in the tables.
    func company(_ key: String) -> Company { found(companies[key], key) }
    func contact(_ key: String) -> Contact { found(contacts[key], key) }
    func deal(_ key: String) -> Int64? { key.isEmpty ? nil : found(deals[key], key) }

    /// The id of a stage, outcome or reason by the end of its uid: `proposal`.
    func setting(_ kind: Kind, _ name: String) throws -> Int64 {
        found(try transaction.id(kind, uid: "\(kind.name)-\(name)"), name)
    }

    private func found<T>(_ value: T?, _ key: String) -> T {
        guard let value else { preconditionFailure("the tables know no \(key)") }
        return value
    }

    /// What one is to sell a month, raised with the new year.
    func addQuotas() throws {
        let month = transaction.clock.today.firstOfMonth
        for (start, currency, amount) in [
            (month.adding(months: -11), "CNY", Int64(240_000_00)), (month.adding(months: 1), "CNY", 360_000_00),
            (month.adding(months: 2), "CNY", 280_000_00), (month.adding(months: -11), "EUR", 60_000_00),
        ] {
            var quota = Quota()
            (quota.startsOn, quota.currency, quota.amount) = (start, currency, amount)
            try transaction.insert(&quota)
        }
    }

    /// How often one wants to be in touch with those of whom nothing of their own is said.
    func addCadences() throws {
        for (of, name, days) in [(Cadence.Of.tier, "A", 21), (.tier, "B", 30), (.tag, "fair", 21)] {
            var cadence = Cadence()
            (cadence.of, cadence.name, cadence.days) = (of, name, days)
            try transaction.insert(&cadence)
        }
    }

    /// Two percent, three of what is beyond the quota of a month.
    func addCommission() throws {
        for (currency, from, percent) in [("CNY", nil, 200), ("CNY", 240_000_00, 300), ("EUR", nil, 150)]
            as [(String, Int64?, Int)]
        {
            var step = Commission()
            (step.currency, step.fromAmount, step.percent) = (currency, from, percent)
            try transaction.insert(&step)
        }
    }

    func addViews() throws {
        let views = [
            ("contacts", "From the fairs", "tag:fair"), ("contacts", "A customers gone quiet", "tier:A last>30d"),
            ("opportunities", "Large deals", "amount>100000"),
        ]
        for (index, (pane, name, query)) in views.enumerated() {
            var view = SavedView()
            (view.pane, view.name, view.query, view.position) = (pane, name, query, index + 1)
            try transaction.insert(&view)
        }
    }
}
