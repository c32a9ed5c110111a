import Sales
import Storage
import Words

/// Random actions of a salesperson on a store, repeatable by their seed.
struct RandomActions {
    var random: SplitMix64
    let store: Store
    /// Whether the cadences of tiers and tags are changed, too.
    var changesCadences = true
    /// Whether it is said why nothing is planned.
    var givesReasons = true

    init(seed: UInt64, store: Store) {
        random = SplitMix64(state: seed)
        self.store = store
    }

    static let clock = Clock(zone: Zone("Asia/Shanghai")!, fixedAt: Instant("2026-11-21T06:05:00Z")!)
    static let names = [
        "王伟", "Ada Lovell", "Ökonom GmbH", "欧阳修", "O'Brien; DROP TABLE", "👩‍👩‍👧 Family", "שלום", "=1+1", "a\u{202E}b",
    ]

    mutating func pick<C: RandomAccessCollection>(_ collection: C) -> C.Element? {
        collection.randomElement(using: &random)
    }
    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
    mutating func name() -> String { "\(pick(RandomActions.names)!) \(Int.random(in: 0..<50, using: &random))" }
    mutating func at() -> Instant {
        Instant(seconds: RandomActions.clock.now.seconds - Int.random(in: 0..<8_000_000, using: &random))
    }

    func ids(_ kind: Kind) throws -> [Int64] { try store.read { try $0.ids(kind) } }

    /// One action of the user: one entry of the journal.
    mutating func act() throws {
        let contacts = try ids(.contact)
        let companies = try ids(.company)
        let deals = try ids(.opportunity)
        let stages = try ids(.stage)
        let outcomes = try ids(.outcome)
        switch Int.random(in: 0..<16, using: &random) {
        case 0, 1:
            var contact = Contact()
            contact.name = name()
            contact.companyID = pick(companies)
            contact.status = pick(Status.allCases)!
            contact.doNotCall = chance(10)
            contact.tier = pick(["", "A", "ａ", "B"])!
            contact.cadence = chance(20) ? Int.random(in: 1...90, using: &random) : nil
            contact.phones = (0..<Int.random(in: 0..<3, using: &random)).map { Phone("+86 138 0000 \(1000 + $0)") }
            if chance(50) { contact.tags = ["fair", "展会"] }
            try store.write("Add \(contact.name)") { try $0.insert(&contact) }
        case 2:
            var company = Company()
            company.name = name()
            if chance(40) { company.addresses = [Address(street: "1", city: "上海")] }
            try store.write("Add \(company.name)") { try $0.insert(&company) }
        case 3:
            guard !contacts.isEmpty || !companies.isEmpty else { return }
            var call = Call()
            call.contactID = pick(contacts)
            call.companyID = call.contactID == nil || chance(30) ? pick(companies) : nil
            guard call.contactID != nil || call.companyID != nil else { return }
            call.at = at()
            call.zone = pick(["Asia/Shanghai", "America/Los_Angeles", "Pacific/Apia", "nowhere"])!
            call.outcomeID = pick(outcomes)!
            call.summary = name()
            try store.write("Log call") { try $0.insert(&call) }
        case 4:
            var followUp = FollowUp()
            followUp.action = pick(FollowUp.Action.allCases)!
            followUp.contactID = pick(contacts)
            if chance(40) { followUp.opportunityID = pick(deals) }
            if chance(20) { followUp.companyID = pick(companies) }
            followUp.dueOn = RandomActions.clock.today + Int.random(in: -20..<20, using: &random)
            if chance(30) { followUp.dueAt = at() + 8_000_000 }
            try store.write("Set follow-up") { try $0.insert(&followUp) }
        case 5:
            var deal = Opportunity()
            deal.name = name()
            deal.companyID = pick(companies)
            deal.stageID = pick(stages)!
            deal.amount = chance(80) ? Int64.random(in: 0..<100_000_000, using: &random) : nil
            deal.roles = contacts.isEmpty ? [] : [DealRole(contactID: pick(contacts)!, role: "buyer")]
            try store.write("Add deal \(deal.name)") { try $0.insert(&deal) }
        case 6:
            guard let id = pick(deals), let deal = try store.read({ try $0.fetch(Opportunity.self, id) }) else {
                return
            }
            var changed = deal
            changed.stageID = pick(stages)!
            changed.state = pick(Opportunity.State.allCases)!
            changed.reasonID = changed.state == .lost ? try ids(.reason).first : nil
            if chance(20) { changed.roles = [] }
            if givesReasons, chance(30) { changed.nothingBecause = "waits" }
            try store.write("Move deal \(deal.name)") { try $0.update(from: deal, to: changed) }
        case 7:
            guard let id = pick(contacts), let contact = try store.read({ try $0.fetch(Contact.self, id) }) else {
                return
            }
            var changed = contact
            changed.name = name()
            changed.status = pick(Status.allCases)!
            changed.tier = pick(["", "a", "B"])!
            changed.cadence = chance(20) ? 30 : nil
            if chance(30) { changed.tags = ["FAIR"] }
            changed.companyID = pick(companies)
            if givesReasons, chance(30) { changed.nothingBecause = "等预算" }
            changed.phones = chance(50) ? [] : [Phone("010-1234567"), Phone("x")]
            try store.write("Edit \(contact.name)") { try $0.update(from: contact, to: changed) }
        case 8:
            var meeting = Meeting()
            meeting.title = name()
            meeting.state = pick(Meeting.State.allCases)!
            meeting.dueOn = RandomActions.clock.today + Int.random(in: -20..<20, using: &random)
            meeting.attendees = Array(Set([pick(contacts), pick(contacts)].compactMap { $0 }))
            meeting.opportunityID = chance(30) ? pick(deals) : nil
            meeting.companyID = chance(30) ? pick(companies) : nil
            try store.write("Plan meeting") { try $0.insert(&meeting) }
        case 9:
            guard let id = pick(try ids(.followUp)), let old = try store.read({ try $0.fetch(FollowUp.self, id) })
            else { return }
            var done = old
            done.state = old.state == .open ? .done : .open
            done.doneAt = done.state == .done ? at() : nil
            try store.write("Done") { try $0.update(from: old, to: done) }
        case 10:
            guard let id = pick(try ids(.meeting)), let old = try store.read({ try $0.fetch(Meeting.self, id) }) else {
                return
            }
            var changed = old
            changed.state = pick(Meeting.State.allCases)!
            changed.attendees = contacts.isEmpty ? [] : [pick(contacts)!]
            try store.write("Change meeting") { try $0.update(from: old, to: changed) }
        case 11:
            guard let id = pick(companies), let old = try store.read({ try $0.fetch(Company.self, id) }) else { return }
            var changed = old
            changed.name = name()
            try store.write("Rename \(old.name)") { try $0.update(from: old, to: changed) }
        case 12:
            guard let id = pick(outcomes), let old = try store.read({ try $0.fetch(Outcome.self, id) }) else { return }
            var changed = old
            changed.reached.toggle()
            try store.write("Change outcome") { try $0.update(from: old, to: changed) }
        case 13:
            guard changesCadences else { return }
            var cadence = Cadence()
            (cadence.of, cadence.name) = chance(50) ? (.tier, pick(["A", "b"])!) : (.tag, pick(["fair", "展会"])!)
            cadence.days = Int.random(in: 0..<60, using: &random)
            try store.write("Add cadence") { try $0.insert(&cadence) }
        case 14:
            guard let id = pick(try ids(.cadence)), let old = try store.read({ try $0.fetch(Cadence.self, id) })
            else { return }
            if chance(30) { return try store.write("Delete cadence") { try $0.delete(Ref(.cadence, id)) } }
            var changed = old
            changed.days = Int.random(in: 0..<60, using: &random)
            if chance(30) { changed.name = "B" }
            try store.write("Change cadence") { try $0.update(from: old, to: changed) }
        default:
            guard let kind = pick([Kind.contact, .company, .opportunity, .call, .meeting, .followUp]),
                let id = pick(try ids(kind))
            else { return }
            try store.write("Delete") { try $0.delete(Ref(kind, id)) }
        }
    }
}
