import ArgumentParser
import Exchange
import Foundation
import Sales
import Storage
import Words

/// How tables are to be read where their own looks mislead, and what becomes of names that are not known.
struct ImportReading: ParsableArguments {
    enum Dates: String, ExpressibleByArgument, CaseIterable { case dmy, mdy, ymd }

    @Flag(help: "The first row of a table is a record; the columns are then called column 1, column 2 …")
    var noHeadings = false
    @Flag(help: "The first row of a table holds headings, whatever it looks like.")
    var headings = false
    @Option(help: ArgumentHelp("The encoding of the text: UTF-8, GB18030, Windows-1252 …", valueName: "name"))
    var encoding: String?
    @Option(help: ArgumentHelp("What parts the cells: comma, semicolon, tab, bar, or the character.", valueName: "it"))
    var delimiter: String?
    @Option(help: "How dates such as 3/4/26 are read in a column that leaves it open.")
    var dates: Dates?
    @Option(help: ArgumentHelp("The decimal mark where a column leaves it open: point or comma.", valueName: "mark"))
    var decimal: String?
    @Option(
        help: ArgumentHelp(
            "Which record a name means that is not known: stage:Angebot=Proposal; - leaves its rows out, + makes one. May be repeated.",
            valueName: "kind:name=known"))
    var name: [String] = []
    @Option(
        help: ArgumentHelp(
            "What becomes of other names that are not known: make, skip or refuse; of one kind alone contact=make. May be repeated.",
            valueName: "fate"))
    var unknown: [String] = []

    /// Whether anything of it is said of the form of a table.
    var isSaid: Bool { noHeadings || headings || encoding != nil || delimiter != nil }

    /// Puts what was said into a plan.
    func apply(to plan: inout FilePlan) throws {
        if noHeadings, headings { throw Failure.usage(say("Say --headings or --no-headings, not both.")) }
        if noHeadings || headings { plan.hasHeadings = headings }
        if let encoding { plan.encoding = encoding }
        if let delimiter {
            guard let character = FilePlan.delimiter(delimiter) else {
                throw Failure.usage(
                    say("--delimiter is comma, semicolon, tab, bar or one character, not \(visible(delimiter))."))
            }
            plan.delimiter = character
        }
        switch dates {
        case .dmy: plan.usualDates = .dayFirst
        case .mdy: plan.usualDates = .monthFirst
        case .ymd: plan.usualDates = .yearFirst
        case nil: break
        }
        switch decimal {
        case ".", "point": plan.usualNumbers = .point
        case ",", "comma": plan.usualNumbers = .comma
        case nil: break
        case let other?: throw Failure.usage(say("--decimal is point or comma, not \(visible(other))."))
        }
        try applyNames(to: &plan.names)
    }

    private func applyNames(to names: inout NameChoices) throws {
        for text in unknown {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            let kinds = parts.count == 2 ? [try kind(parts[0])] : NameChoices.kinds.filter(NameChoices.canMake)
            for kind in kinds {
                switch parts.last {
                case "make" where NameChoices.canMake(kind): names[kind] = .make
                case "skip": names[kind] = .skip
                case "refuse": names[kind] = .refuse
                case "make": throw Failure.usage(say("\(kind.plural) cannot be made of a name alone."))
                default: throw Failure.usage(say("--unknown is make, skip or refuse, not \(visible(text))."))
                }
            }
        }
        for text in name {
            guard let colon = text.firstIndex(of: ":"), let equals = text.lastIndex(of: "="), colon < equals else {
                throw Failure.usage(say("--name \(visible(text)) says nothing: write KIND:NAME=KNOWN."))
            }
            let kind = try kind(String(text[..<colon]))
            let known = String(text[text.index(after: equals)...])
            let name = String(text[text.index(after: colon)..<equals])
            switch known {
            case "-", "": names[kind, name] = .skip
            case "+" where NameChoices.canMake(kind): names[kind, name] = .make
            case "+": throw Failure.usage(say("\(kind.plural) cannot be made of a name alone."))
            default: names[kind, name] = .take(known)
            }
        }
    }

    private func kind(_ word: String) throws -> Kind {
        let kind = ["person", "people"].contains(word.lowercased()) ? .contact : Kind(word: word)
        guard let kind, NameChoices.kinds.contains(kind) else {
            let kinds = NameChoices.kinds.map(\.name).joined(separator: ", ")
            throw Failure.usage(say("\(visible(word)) is no kind to which a name leads: \(kinds)."))
        }
        return kind
    }
}
