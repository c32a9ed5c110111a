import ArgumentParser
import Sales
import Screen
import Storage
import Words

/// `kontor show`: all that is known of one record, and of a contact, company or deal its brief.
struct ShowCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a record: its fields, the next step, the last touches, the timeline.")

    @Argument(help: ArgumentHelp("The record.", valueName: "ref"))
    var ref: String
    @Flag(help: "An array of one record in JSON.")
    var json = false
    @OptionGroup var options: ErrandOptions

    func run(in errand: Errand) throws {
        try errand.store(for: .reading).read { transaction in
            let ref = try transaction.record(self.ref, among: Kind.main)
            if json { return try errand.output.json([RecordText(transaction, errand).json(ref)]) }
            func show<R: Record>(_ type: R.Type) throws { try self.show(type, ref, transaction, errand) }
            try show(ref.kind.type)
            if [.contact, .company, .opportunity].contains(ref.kind) {
                BriefText(try transaction.brief(ref), of: ref.kind, errand).write()
            }
        }
    }

    private func show<R: Record>(_: R.Type, _ ref: Ref, _ transaction: Transaction, _ errand: Errand) throws {
        guard let record = try transaction.fetch(R.self, ref.id) else { throw StoreError.notFound("\(ref)") }
        let text = RecordText(transaction, errand)
        errand.output.line("\(ref) \(try transaction.title(of: ref))")
        for field in R.fields {
            let value = try text.shown(field, of: record)
            if !value.isEmpty { write(say(field.label), value, errand) }
        }
        for list in R.lists {
            for value in try text.shown(list, of: record) { write(say(list.label), value, errand) }
        }
    }

    /// A label and its value; the further lines of a text stand below its first.
    private func write(_ label: String, _ value: String, _ errand: Errand) {
        for (index, line) in value.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            errand.output.line("  " + pad(index == 0 ? label : "", 20) + " " + line)
        }
    }
}

/// A brief as plain lines.
private struct BriefText {
    let brief: Brief
    let kind: Kind
    let errand: Errand
    private var format: DateFormat { errand.format }

    init(_ brief: Brief, of kind: Kind, _ errand: Errand) {
        self.brief = brief
        self.kind = kind
        self.errand = errand
    }

    func write() {
        if let next = brief.next {
            section(
                say("NEXT STEP"),
                [
                    ["\(next.ref)", format.full(next.due), next.action, next.subject, next.who].filter { !$0.isEmpty }
                        .joined(separator: "  ")
                ])
        } else {
            section(
                say("NEXT STEP"), [brief.because.isEmpty ? say("nothing planned") : say("none: \(brief.because)")])
        }
        if let last = brief.lastContact {
            section(
                say("LAST CONTACT"), [format.full(last) + (brief.lastOutcome.isEmpty ? "" : ", " + brief.lastOutcome)])
        }
        if let touch = brief.touch {
            let over = format.over(days: errand.clock.today - touch.due)
            let words = [say("every \(touch.every, "day", "days")"), say("due \(format.full(touch.due))"), over]
            section(say("IN TOUCH"), [words.filter { !$0.isEmpty }.joined(separator: ", ")])
        }
        section(
            say("PROMISES"),
            brief.promises.map { promise in
                let owes = promise.action == "mine" ? say("I owe ->") : say("they owe <-")
                let since = promise.since.map { format.short($0) } ?? ""
                let who = kind != .contact && promise.contactID != nil ? [promise.who] : []
                return (["\(promise.ref)", since, owes, promise.subject] + who).joined(separator: "  ")
            })
        section(
            say("DEALS"),
            brief.deals.map { deal in
                let state = deal.state == .open ? deal.stage : say("\(deal.state.rawValue)")
                return ["\(Ref(.opportunity, deal.id))", deal.name, deal.money?.description ?? "", state].joined(
                    separator: "  ")
            })
        section(
            say("PEOPLE"),
            brief.people.map { person in
                ["\(Ref(.contact, person.id))", person.name, person.part].filter { !$0.isEmpty }.joined(separator: "  ")
            })
        section(
            say("RELATIONS"),
            brief.relations.map { ["\($0.other)", $0.shown, $0.name].joined(separator: "  ") })
        section(
            say("TIMELINE"),
            brief.timeline.map { activity in
                let when = activity.at.map { RecordText.iso($0, errand) } ?? activity.on.description
                return [
                    "\(activity.ref)", when, activity.shownAction, activity.shownOutcome, activity.who,
                    activity.text,
                ]
                .filter { !$0.isEmpty }.joined(separator: "  ")
            })
    }

    private func section(_ title: String, _ lines: [String]) {
        if lines.isEmpty { return }
        errand.output.line()
        errand.output.line(title)
        for line in lines { errand.output.line("  " + line) }
    }
}
