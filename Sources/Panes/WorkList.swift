import PaneKit
import Sales
import Screen
import Storage
import Words

/// A list that is worked through one record after the other, kept so that one can go on where one left off.
struct WorkList: Equatable {
    /// The pane and the filter line that it was made from.
    var title: String
    private(set) var refs: [Ref]
    var position = 0
    /// What was called, met, done or put off since the work began.
    var done: Set<Ref> = []

    init(title: String, refs: [Ref]) {
        self.title = title
        self.refs = refs
    }

    var current: Ref? { refs.indices.contains(position) ? refs[position] : nil }

    /// Takes the current record out of the list.
    mutating func remove() { refs.remove(at: position) }

    /// Reads what `text` wrote; nil when it is something else.
    init?(text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count == 4, let position = Int(lines[1]) else { return nil }
        func refs(_ line: String) -> [Ref] { line.split(separator: " ").compactMap { Ref($0) } }
        title = lines[0]
        self.refs = refs(lines[2])
        self.position = max(0, position)
        done = Set(refs(lines[3]))
        if current == nil { return nil }
    }

    /// A line each: title, position, records, those worked on.
    var text: String {
        func line(_ refs: [Ref]) -> String { refs.map(\.description).joined(separator: " ") }
        return [
            title.split(separator: "\n").joined(separator: " "), String(position), line(refs),
            line(refs.filter(done.contains)),
        ].joined(separator: "\n")
    }
}

extension Office {
    /// A list of more would be no work but a life.
    private static let longest = 10_000
    private static let key = "work"

    /// `r`: begins to work through a list; one that was left in the middle is offered first.
    func work(_ title: String, count: Int, _ refs: () throws -> [Ref]) throws -> Step {
        if count == 0 { return .say(say("There is nothing to work through here."), .attention) }
        if count > Office.longest {
            return .say(
                say("\(count) records are too many to work through; narrow the list to \(Office.longest)."),
                .attention)
        }
        let refs = try refs()
        if refs.count > Office.longest { return try work(title, count: refs.count) { refs } }
        let begin: () throws -> Step = {
            let work = WorkList(title: title, refs: refs)
            try self.keep(work)
            return .open(WorkPane(work, office: self))
        }
        let text = try read { try $0.remembered(Office.key) } ?? ""
        guard let left = WorkList(text: text) else { return try begin() }
        return .ask(
            Question(
                say("Go on with \(left.title), \(left.position + 1) of \(left.refs.count)?"),
                choices: [
                    .init("gy<Enter>", say("go on")) { .open(WorkPane(left, office: self)) },
                    .init("n", say("begin this list"), begin),
                ]))
    }

    func keep(_ work: WorkList) throws { try act { try $0.remember(Office.key, work.text) } }
    func finish(_ work: WorkList) throws { try act { try $0.remember(Office.key, "") } }

    /// Whom a record is about: itself, or the person, company or deal of an activity.
    func subject(of ref: Ref) throws -> Ref? {
        if [.contact, .company, .opportunity].contains(ref.kind) { return ref }
        let party = try read { try $0.exists(ref) ? $0.party(of: ref) : Party() }
        return party.contactID.map { Ref(.contact, $0) } ?? party.companyID.map { Ref(.company, $0) }
            ?? party.opportunityID.map { Ref(.opportunity, $0) }
    }
}
