import PaneKit
import Sales
import Screen
import Storage
import Words

/// A list that is worked through one record after the other, kept so that one can go on where one left off.
struct WorkList: Equatable {
    /// Where it waits when it was left in the middle: a review and what is due today wait beside a list of calls.
    enum Place: String { case list = "work", review, today }

    let place: Place
    /// The pane and the filter line that it was made from.
    var title: String
    private(set) var refs: [Ref]
    var position = 0
    /// What was called, met, done or put off since the work began.
    var done: Set<Ref> = []
    /// When the deals of a review were looked at; nil where the list is only worked through.
    private(set) var seen: [Ref: Instant]?

    init(title: String, refs: [Ref], place: Place = .list) {
        self.place = place
        self.title = title
        self.refs = refs
        seen = place == .review ? [:] : nil
    }

    var isReview: Bool { place == .review }

    /// Notes that the current record was looked at.
    mutating func see(at now: Instant) {
        if let current { seen?[current] = now }
    }

    var current: Ref? { refs.indices.contains(position) ? refs[position] : nil }

    /// Takes the current record out of the list.
    mutating func remove() { refs.remove(at: position) }

    /// Brings back what was taken out.
    mutating func insert(_ ref: Ref, at place: Int) { refs.insert(ref, at: min(place, refs.count)) }

    /// Reads what `text` wrote; nil when it is something else.
    init?(text: String, place: Place = .list) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard (4...5).contains(lines.count), let position = Int(lines[1]) else { return nil }
        func refs(_ line: String) -> [Ref] { line.split(separator: " ").compactMap { Ref($0) } }
        self.place = place
        title = lines[0]
        self.refs = refs(lines[2])
        self.position = max(0, position)
        done = Set(refs(lines[3]))
        if lines.count == 5 {
            let pairs = lines[4].split(separator: " ").compactMap { pair -> (Ref, Instant)? in
                let parts = pair.split(separator: "=")
                guard parts.count == 2, let ref = Ref(String(parts[0])), let at = Instant(parts[1]) else { return nil }
                return (ref, at)
            }
            seen = Dictionary(pairs) { $1 }
        }
        if current == nil { return nil }
    }

    /// A line each: title, position, records, those worked on; of a review when each was looked at.
    var text: String {
        func line(_ refs: [Ref]) -> String { refs.map(\.description).joined(separator: " ") }
        return
            ([
                title.split(separator: "\n").joined(separator: " "), String(position), line(refs),
                line(refs.filter(done.contains)),
            ] + (seen.map { [$0.map { "\($0)=\($1)" }.sorted().joined(separator: " ")] } ?? []))
            .joined(separator: "\n")
    }
}

extension Office {
    /// A list of more would be no work but a life.
    static let longest = 10_000

    /// The review of all open deals.
    func reviewPipeline() throws -> Step {
        try review(say("Review"), board(asOf: nil).ids)
    }

    /// Walks open deals one after the other: what changed since each was last looked at, and one key a decision.
    func review(_ title: String, _ deals: [Int64]) throws -> Step {
        try work(title, count: deals.count, place: .review) { deals.map { Ref(.opportunity, $0) } }
    }

    /// `r`: begins to work through a list; one that was left in the middle is offered first.
    func work(_ title: String, count: Int, place: WorkList.Place = .list, _ refs: () throws -> [Ref]) throws -> Step {
        if count == 0 { return .say(say("There is nothing to work through here."), .attention) }
        if count > Office.longest {
            return .say(
                say("\(count) records are too many to work through; narrow the list to \(Office.longest)."),
                .attention)
        }
        let refs = try refs()
        if refs.count > Office.longest { return try work(title, count: refs.count, place: place) { refs } }
        let text = try read { try $0.remembered(place.rawValue) } ?? ""
        let left = WorkList(text: text, place: place)
        let begin: () throws -> Step = {
            // What was looked at in the one that is given up was looked at.
            if let left { try self.noteReview(left) }
            let work = WorkList(title: title, refs: refs, place: place)
            try self.keep(work)
            return .open(WorkPane(work, office: self))
        }
        // Where nothing was done yet, nothing is lost by beginning anew.
        guard let left, left.position > 0 || !left.done.isEmpty else { return try begin() }
        return .ask(
            Question(
                say("Go on with \(left.title), \(left.position + 1) of \(left.refs.count)?"),
                choices: [
                    .init("gy<Enter>", say("go on")) { .open(WorkPane(left, office: self)) },
                    .init("n", say("begin this list"), begin),
                ]))
    }

    func keep(_ work: WorkList) throws {
        try act { try $0.remember(work.place.rawValue, work.text) }
    }

    func finish(_ work: WorkList) throws {
        try noteReview(work)
        try act { try $0.remember(work.place.rawValue, "") }
    }

    private func noteReview(_ work: WorkList) throws {
        guard let seen = work.seen, !seen.isEmpty else { return }
        try act { try $0.noteReview(Dictionary(uniqueKeysWithValues: seen.map { ($0.key.id, $0.value) })) }
    }

    /// Whom a record is about: itself, or the person, company or deal of an activity.
    func subject(of ref: Ref) throws -> Ref? {
        if [.contact, .company, .opportunity].contains(ref.kind) { return ref }
        return try read { try $0.subject(ofActivity: ref) }
    }
}
