import PaneKit
import Sales
import Screen
import Storage
import Words

/// The brief of a record as lines: what one wants to see before dialling, or all of what happened.
struct BriefView {
    /// One line: text at the left and at the right, and the record that Enter opens from it.
    struct Line {
        var left: StyledText
        var right: StyledText = ""
        var link: Ref?
        var isHeading = false
    }

    let ref: Ref
    private(set) var title: StyledText
    private(set) var lines: [Line] = []
    /// There are older activities than those that were asked for.
    private(set) var hasOlder = false

    let office: Office
    /// Columns in which long text is wrapped.
    private let width: Int

    /// Loads a brief. Nil when the record is gone.
    ///
    /// - Parameters:
    ///   - activities: how many of the timeline.
    ///   - relatives: how many people and deals.
    ///   - width: columns in which long text is wrapped.
    init?(_ ref: Ref, office: Office, activities: Int = 50, relatives: Int = 50, width: Int = 80) throws {
        self.ref = ref
        self.width = width
        self.office = office
        title = ""
        let found = try office.read { transaction -> Bool in
            guard try transaction.exists(ref) else { return false }
            switch ref.kind {
            case .call: try addCall(transaction.fetch(Call.self, ref.id)!, in: transaction)
            case .meeting: try addMeeting(transaction.fetch(Meeting.self, ref.id)!, in: transaction)
            case .followUp: try addFollowUp(transaction.fetch(FollowUp.self, ref.id)!, in: transaction)
            case .promise: try addPromise(transaction.fetch(Promise.self, ref.id)!, in: transaction)
            case .note: try addNote(transaction.fetch(Note.self, ref.id)!, in: transaction)
            default: return try addMain(transaction, activities: activities, relatives: relatives)
            }
            return true
        }
        if !found { return nil }
    }

    /// A contact, company or deal; false for anything else.
    private mutating func addMain(_ transaction: Transaction, activities: Int, relatives: Int) throws -> Bool {
        let brief = try transaction.brief(ref, activities: activities, relatives: relatives)
        hasOlder = brief.hasOlder
        switch ref.kind {
        case .contact: addContact(try transaction.fetch(Contact.self, ref.id)!, brief)
        case .company: addCompany(try transaction.fetch(Company.self, ref.id)!)
        case .opportunity:
            let deal = try transaction.fetch(Opportunity.self, ref.id)!
            let stage = try transaction.fetch(Stage.self, deal.stageID)
            let reason = try deal.reasonID.flatMap { try transaction.fetch(Reason.self, $0) }
            addDeal(
                deal, stage: stage?.name ?? "", probability: deal.probability ?? stage?.probability ?? 0,
                reason: reason?.name, brief)
        default: return false
        }
        addNext(brief)
        addPromises(brief)
        addPeople(brief)
        addDeals(brief)
        addRelations(brief)
        addTimeline(brief)
        return true
    }

    var dates: DateFormat { office.dates }

    mutating func add(_ left: StyledText, right: StyledText = "", link: Ref? = nil) {
        lines.append(Line(left: left, right: right, link: link))
    }

    mutating func addTitle(_ text: String, right: StyledText = "") {
        title = StyledText(text, .normal.bold)
        add(title, right: right)
    }

    /// Text of any length, wrapped, a blank line before it.
    mutating func addText(_ text: String) {
        if text.isEmpty { return }
        add("")
        for line in wrap(text, width: max(20, width - 2)) { add(StyledText(line)) }
    }

    private mutating func addHeading(_ text: String) {
        if let last = lines.last, !last.left.text.isEmpty { lines.append(Line(left: "")) }
        lines.append(Line(left: StyledText(text.uppercased(), .dim), isHeading: true))
    }

    private mutating func addContact(_ contact: Contact, _ brief: Brief) {
        title = StyledText(contact.name, .normal.bold)
        if !contact.nickname.isEmpty { title += StyledText("  " + contact.nickname, .normal.bold) }
        let rank = [say("\(contact.status.rawValue)"), contact.tier.isEmpty ? "" : say("tier \(contact.tier)")]
        add(title, right: StyledText(rank.filter { !$0.isEmpty }.joined(separator: " · "), .dim))
        let work = [contact.position, brief.company].filter { !$0.isEmpty }.joined(separator: " · ")
        if !work.isEmpty { add(StyledText(work), link: contact.companyID.map { Ref(.company, $0) }) }
        if contact.doNotCall { add(StyledText(Glyphs.warning + " " + say("do not call"), .bad)) }
        addReach(contact.phones, contact.emails, contact.addresses, contact.tags)
        addText(contact.about)
    }

    private mutating func addCompany(_ company: Company) {
        title = StyledText(company.name, .normal.bold)
        if !company.nickname.isEmpty { title += StyledText("  " + company.nickname, .normal.bold) }
        add(title, right: StyledText(company.tier.isEmpty ? "" : say("tier \(company.tier)"), .dim))
        if !company.industry.isEmpty { add(StyledText(company.industry)) }
        addReach(company.phones, company.emails, company.addresses, company.tags)
        addText(company.about)
    }

    private mutating func addReach(_ phones: [Phone], _ emails: [Email], _ addresses: [Address], _ tags: [String]) {
        var reach: StyledText = ""
        for (index, phone) in phones.enumerated() {
            if index > 0 { reach += "   " }
            reach += StyledText(Glyphs.phone, .accent) + StyledText(" " + phone.number)
            if !phone.label.isEmpty { reach += StyledText(" " + phone.label, phone.isBad ? .bad : .dim) }
        }
        if !reach.isEmpty { add(reach) }
        for email in emails { add(StyledText(Glyphs.mail, .accent) + StyledText(" " + email.address)) }
        for address in addresses.prefix(2) where !address.isEmpty {
            let text = [address.street, address.postcode, address.city, address.country].filter { !$0.isEmpty }
            add(StyledText(text.joined(separator: ", "), .dim))
        }
        if !tags.isEmpty { add(StyledText(tags.map { "#" + $0 }.joined(separator: " "), .dim)) }
    }

    private mutating func addDeal(_ deal: Opportunity, stage: String, probability: Int, reason: String?, _ brief: Brief)
    {
        title = StyledText(deal.name, .normal.bold)
        add(title, right: StyledText(Wording.money(deal.money), .normal.bold))
        var state: StyledText
        switch deal.state {
        case .open: state = StyledText(stage, .accent) + StyledText(" \(probability)%", .dim)
        case .won: state = StyledText(say("won"), .good.bold)
        case .lost: state = StyledText(say("lost: \(reason ?? "")"), .bad)
        }
        if let day = deal.closeOn { state += StyledText("  " + say("close") + " " + dates.short(day), .dim) }
        add(state)
        if !brief.company.isEmpty { add(StyledText(brief.company), link: deal.companyID.map { Ref(.company, $0) }) }
        addText(deal.about)
    }

    private mutating func addNext(_ brief: Brief) {
        add("")
        if let next = brief.next {
            let role = Wording.role(next.due, clock: office.clock)
            var text = StyledText(say("NEXT"), Style(role).bold) + StyledText("  " + Wording.action(next.action))
            if !next.subject.isEmpty { text += StyledText(": " + next.subject) }
            text = Wording.repeating(text, next.repeat)
            if !next.who.isEmpty { text += StyledText("  " + next.who, .dim) }
            let day = dates.short(next.due.on)
            let due = dates.due(next.due)
            // The date stands at the right, where a long subject cannot push it out.
            add(text, right: StyledText(due.hasPrefix(day) ? due : "\(day), \(due)", Style(role)), link: next.ref)
        } else if !brief.because.isEmpty {
            add(StyledText(say("NEXT"), .dim.bold) + StyledText("  " + Wording.none(brief.because)))
        } else if brief.isActive || (ref.kind == .opportunity && brief.deals.isEmpty && isOpenDeal) {
            add(
                StyledText(say("NEXT"), .attention.bold)
                    + StyledText("  " + say("nothing planned; f sets a follow-up"), .attention))
        }
        if let last = brief.lastContact {
            var text = StyledText(say("Last contact") + " ", .dim) + StyledText(dates.short(last))
            if !brief.lastOutcome.isEmpty { text += StyledText(", " + brief.lastOutcome) }
            if brief.attempts > 0 {
                text +=
                    StyledText("   " + say("attempts since") + " ", .dim)
                    + StyledText("\(brief.attempts)", .attention.bold)
            }
            add(text)
        } else if brief.attempts > 0 {
            add(
                StyledText(say("Never reached") + "   " + say("attempts") + " ", .dim)
                    + StyledText("\(brief.attempts)", .attention.bold))
        }
        if let touch = brief.touch { addTouch(touch) }
    }

    /// How often one wants to be in touch, and when that is due.
    private mutating func addTouch(_ touch: Brief.Touch) {
        let over = dates.over(days: office.clock.today - touch.due)
        add(
            StyledText(say("In touch") + " ", .dim) + StyledText(say("every \(touch.every, "day", "days")"))
                + StyledText(" \(Glyphs.between) " + dates.touchDue(touch.due), .dim)
                + StyledText(over.isEmpty ? "" : " \(Glyphs.between) " + over, touch.isLosing ? .promise : .dim))
    }

    private mutating func addPromises(_ brief: Brief) {
        for promise in brief.promises {
            let days = promise.since.map { office.clock.today - $0 } ?? 0
            // A company's are those with its people, a deal's with whoever has a part in it.
            let isNamed = ref.kind != .contact && promise.contactID != nil
            add(
                Wording.promise(promise.action, promise.subject)
                    + StyledText(isNamed ? "  " + promise.who : "", .dim),
                right: StyledText(days > 0 ? say("\(days, "day", "days")") : "", .promise), link: promise.ref)
        }
    }

    private var isOpenDeal: Bool { lines.contains { $0.left.runs.first?.style == .accent } }

    private mutating func addPeople(_ brief: Brief) {
        guard !brief.people.isEmpty else { return }
        addHeading(say("People"))
        for person in brief.people {
            add(
                StyledText(person.name) + StyledText(person.part.isEmpty ? "" : "  " + person.part, .dim),
                right: Wording.step(person.next, action: person.nextAction, isActive: false, office: office),
                link: Ref(.contact, person.id))
        }
    }

    private mutating func addDeals(_ brief: Brief) {
        guard !brief.deals.isEmpty else { return }
        addHeading(say("Deals"))
        // The columns at the right stand straight under each other.
        let amounts = brief.deals.map { Wording.money($0.money) }
        let stages = brief.deals.map {
            $0.state == .open ? "\($0.stage) \($0.probability)%" : say("\($0.state.rawValue)")
        }
        let amountWidth = amounts.map { displayWidth(of: $0) }.max() ?? 0
        let stageWidth = stages.map { displayWidth(of: $0) }.max() ?? 0
        let months = brief.deals.map { $0.closeOn.map { DateFormat.monthName($0.month) } ?? "" }
        let monthWidth = months.map { displayWidth(of: $0) }.max() ?? 0
        for (index, deal) in brief.deals.enumerated() {
            let role: Style = deal.state == .open ? .accent : deal.state == .won ? .good : .bad
            add(
                StyledText(deal.name, deal.state == .open ? .normal : .dim)
                    + StyledText(deal.role.isEmpty ? "" : "  " + deal.role, .dim),
                right: StyledText(pad(amounts[index], amountWidth, .right) + "   ")
                    + StyledText(pad(stages[index], stageWidth, .left) + " ", role)
                    + StyledText(pad(months[index], monthWidth, .left), .dim),
                link: Ref(.opportunity, deal.id))
        }
    }

    private mutating func addRelations(_ brief: Brief) {
        guard !brief.relations.isEmpty else { return }
        addHeading(say("Relations"))
        for other in brief.relations {
            let (name, relation) = (StyledText(other.name), StyledText(other.relation, .dim))
            add(
                other.isTheirs ? name + "  " + relation + StyledText(" " + title.text, .dim) : relation + "  " + name,
                link: other.other)
        }
    }

    private mutating func addTimeline(_ brief: Brief) {
        addHeading(say("Timeline"))
        if brief.timeline.isEmpty {
            return add(
                StyledText(say("Nothing happened yet: c logs a call, m notes a meeting, N writes a note."), .dim))
        }
        for activity in brief.timeline {
            let isQuiet = activity.isTouch == false
            var text =
                StyledText(dates.short(activity.on) + " ", .dim) + StyledText(Wording.glyph(activity.action), .accent)
            var words: [String] = []
            if !activity.who.isEmpty { words.append(activity.who) }
            if activity.ref.kind == .call || activity.outcome == "cancelled" { words.append(activity.shownOutcome) }
            if activity.ref.kind == .followUp { words.append(activity.shownAction) }
            if !activity.text.isEmpty { words.append(activity.text) }
            text += StyledText("  " + words.joined(separator: ": "), isQuiet ? .dim : .normal)
            add(text, link: activity.ref)
        }
        if brief.hasOlder { add(StyledText(say("older") + Glyphs.ellipsis, .dim)) }
    }

    /// The lines from which Enter opens something.
    var links: [Int] { lines.indices.filter { lines[$0].link != nil } }

    /// Draws as many lines as fit.
    ///
    /// - Parameter selected: index of the line with the cursor; nil for none.
    func draw(on canvas: inout Canvas, in area: Rect, from top: Int = 0, selected: Int? = nil) {
        for (row, index) in (top..<max(top, min(lines.count, top + area.height))).enumerated() {
            let line = lines[index]
            let y = area.y + row
            let x = area.x + 1
            let width = area.width - 2
            if line.isHeading {
                let used = canvas.write(line.left, x: x, y: y, width: width)
                canvas.rule(x: x + used + 1, y: y, width: width - used - 1)
                continue
            }
            let right = canvas.write(line.right, x: x, y: y, width: width, align: .right)
            canvas.write(line.left, x: x, y: y, width: width - (right > 0 ? right + 2 : 0))
            if index == selected {
                canvas.write(Glyphs.selected, x: area.x, y: y, style: .accent.bold)
                canvas.restyle(Rect(x: area.x, y: y, width: area.width, height: 1)) {
                    Style($0.role == .dim ? .normal : $0.role, $0.marks).selected
                }
            }
        }
    }
}
