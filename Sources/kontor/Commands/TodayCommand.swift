import ArgumentParser
import Formats
import Sales
import Screen
import Storage
import Words

/// `kontor today`: what is due, whom one is losing, what was promised, and what nothing is planned for.
struct TodayCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "today",
        abstract:
            "What is overdue, due today and in the next 7 days, whom one is losing, and what nothing is planned for.",
        discussion: """
            A template for --format holds {overdue}, {today}, {week} (the next 7 days), {losing} (losing touch), {promises} \
            and {nothing} (nothing planned), which are counts, {next}, what comes next and when, and {first}, the same with \
            what is overdue. '{overdue} overdue, {today} today, {next}' becomes 2 overdue, 3 today, today 14:25 call Wang \
            Wei. %o, %t, %w, %l, %p and %n are short for the counts, %% is a percent sign.
            """)

    @Flag(help: "Status 1 when something is overdue or due today.")
    var exitCode = false

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("One line made from a template, for status bars.", valueName: "template"))
    var format: String?

    @Flag(help: "An array of records in JSON.")
    var json = false

    @OptionGroup var options: ErrandOptions

    /// How many lines of a pile (overdue, nothing planned) are shown; the number in the heading counts all.
    private static let shown = 20

    func run(in errand: Errand) throws {
        let store = try errand.store(for: .reading)
        let agenda = try store.read { try $0.agenda(limit: json ? Int.max : format == nil ? Self.shown : 1) }
        if json {
            try errand.output.json(
                agenda.sections.flatMap { section in section.items.map { $0.json(section.name, errand) } })
        } else if let format {
            errand.output.line(try Template(agenda, errand).fill(format))
        } else {
            write(agenda, errand)
        }
        if exitCode, agenda.isDue { throw Failure.no(nil) }
    }

    private func write(_ agenda: Agenda, _ errand: Errand) {
        for (index, section) in agenda.sections.enumerated() {
            if index > 0, !section.items.isEmpty || !agenda.sections[index - 1].items.isEmpty { errand.output.line() }
            errand.output.line("\(section.title) \(section.count)")
            for item in section.items { errand.output.line(line(item, errand)) }
            if section.count > section.items.count {
                errand.output.line(say("  and \(section.count - section.items.count) more"))
            }
        }
    }

    /// At most 80 columns.
    private func line(_ item: Agenda.Item, _ errand: Errand) -> String {
        let when = item.due.map { due in
            let over = due.daysOverdue(at: errand.clock)
            return over > 0 ? errand.format.over(days: over) : errand.format.due(due)
        }
        let since = item.since.map { errand.format.short($0) }
        let subject = item.every.map { errand.format.touch(every: $0, last: item.since) } ?? visible(item.subject)
        let cells = [
            pad("\(item.ref)", 6), pad(when ?? since ?? item.money?.description ?? "", 14), pad(item.action, 8),
            pad(visible(item.who), 20),
            clip(subject, 26),
        ]
        var line = ("  " + cells.joined(separator: " "))[...]
        while line.last == " " { line.removeLast() }
        return String(line)
    }
}

/// What stands for the places of a template of one line.
private struct Template {
    private let agenda: Agenda
    private let errand: Errand

    init(_ agenda: Agenda, _ errand: Errand) {
        self.agenda = agenda
        self.errand = errand
    }

    /// Braces around anything else than a word are text, so that a line may be JSON.
    func fill(_ template: String) throws -> String {
        var result = ""
        var rest = template[...]
        while let mark = rest.firstIndex(where: { $0 == "%" || $0 == "{" }) {
            result += rest[..<mark]
            rest = rest[mark...]
            if rest.first == "%" {
                let letter = rest.dropFirst().prefix(1)
                result += try value(String(letter), written: "%" + letter)
                rest = rest.dropFirst(2)
            } else {
                let word = rest.dropFirst().prefix { ("a"..."z").contains($0) }
                let behind = rest.dropFirst(1 + word.count)
                if word.isEmpty || behind.first != "}" {
                    result += "{"
                    rest = rest.dropFirst()
                } else {
                    result += try value(String(word), written: "{\(word)}")
                    rest = behind.dropFirst()
                }
            }
        }
        return result + rest
    }

    private func value(_ name: String, written: String) throws -> String {
        switch name {
        case "overdue", "o": return String(agenda.count(.overdue))
        case "today", "t": return String(agenda.count(.today))
        case "week", "w": return String(agenda.count(.nextDays))
        case "losing", "l": return String(agenda.count(.losingTouch))
        case "promises", "p": return String(agenda.count(.promises))
        case "nothing", "n": return String(agenda.count(.nothingPlanned))
        case "next": return text((agenda[.today] + agenda[.nextDays]).first ?? agenda[.overdue].first)
        case "first": return text((agenda[.overdue] + agenda[.today] + agenda[.nextDays]).first)
        case "%": return "%"
        default:
            throw Failure.usage(
                say(
                    "--format knows {overdue}, {today}, {week}, {losing}, {promises}, {nothing}, {next}, {first}, %o, %t, %w, %l, %p, %n and %%, not \(visible(written))."
                ))
        }
    }

    /// `today 14:25 call Wang Wei`; empty for nothing.
    private func text(_ item: Agenda.Item?) -> String {
        guard let item, let due = item.due else { return "" }
        let what = item.who.isEmpty ? item.subject : item.who
        return [errand.format.due(due), item.action, what].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension Agenda {
    fileprivate typealias Section = (name: String, title: String, count: Int, items: [Item])

    fileprivate var sections: [Section] {
        // Who has no cadence and makes no promises need not read of them every day.
        Part.allCases.filter { count($0) > 0 || ![.losingTouch, .promises].contains($0) }.map { part in
            let (name, title) = part.heading
            return (name, title, count(part), self[part])
        }
    }
}

extension Agenda.Part {
    fileprivate var heading: (name: String, title: String) {
        switch self {
        case .overdue: ("overdue", say("OVERDUE"))
        case .today: ("today", say("TODAY"))
        case .nextDays: ("next-days", say("NEXT 7 DAYS"))
        case .losingTouch: ("losing-touch", say("LOSING TOUCH"))
        case .promises: ("promises", say("PROMISES"))
        case .nothingPlanned: ("nothing-planned", say("NOTHING PLANNED"))
        }
    }
}

extension Agenda.Item {
    fileprivate func json(_ section: String, _ errand: Errand) -> JSON {
        func link(_ kind: Kind, _ id: Int64?) -> JSON { id.map { .string("\(Ref(kind, $0))") } ?? .null }
        return [
            "section": .string(section), "since": since.map { .string($0.description) } ?? .null,
            "ref": .string("\(ref)"), "action": .string(action),
            "due_on": due.map { .string($0.on.description) } ?? .null,
            "due_at": due?.at.map { .string($0.description) } ?? .null,
            "days_overdue": .number(String(due?.daysOverdue(at: errand.clock) ?? 0)),
            "every_days": every.map { .number(String($0)) } ?? .null,
            "tier": .string(tier),
            "who": .string(who), "subject": .string(subject), "contact": link(.contact, contactID),
            "company": link(.company, companyID), "opportunity": link(.opportunity, opportunityID),
            "amount": money.map { .number($0.decimal) } ?? .null,
            "currency": money.map { .string($0.currency) } ?? .null,
        ]
    }
}
