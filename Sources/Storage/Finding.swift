internal import GRDB
package import Sales

/// Finding records of every kind by words, the best first; worked out in small steps, so that no key waits for it.
///
/// The order: contacts, companies and deals whose name holds every word, then those whose name holds some, then those that
/// hold them elsewhere (company, phone, e-mail, city, tag); then calls, meetings, follow-ups and notes, those first whose own
/// words hold them. What was opened lately comes first of its like, then contacts before companies before deals, then who was
/// in touch last; what happened stands by its date, the newest first.
///
/// Of what very many records hold these are looked at: what was opened lately, who was in touch last, what was added last,
/// and the names that begin so.
package struct Finding: Sendable {
    /// A record that was found, and what decides its place.
    package struct Hit: Sendable, Equatable {
        package var ref: Ref
        /// 0 is best; see `Finding`.
        var rank: Int
        /// How many records were opened after it; `.max` for one that was not opened lately.
        var opened: Int
        /// The last contact, or when it was; empty for never.
        var date: String
        /// Sorts those that are the same otherwise.
        var name: String
    }

    package let filter: Filter
    /// The best first.
    package private(set) var hits: [Hit] = []
    /// There are more than were looked at.
    package private(set) var isCut = false
    package var isFinished: Bool { steps.isEmpty }

    private var steps: [Step]
    private var seen: Set<Ref> = []
    private let words: [SearchWord]
    /// The words as the filter has them: of one of the groups all must pass.
    private let groups: [[(word: SearchWord, isNegated: Bool)]]
    /// Whether something is looked for that may be pinyin.
    private let reading: SearchText.Reading
    private let latest: LatestTexts
    private let match: String?
    private let opened: [Ref]
    /// So many of a kind are taken from the index.
    private let most: Int

    private enum Step {
        case opened
        /// Names that begin with what was typed.
        case names(Kind)
        /// Those that were in touch last, or are the newest.
        case latest(Kind)
        /// What the index says.
        case index(Kind)
    }

    /// The kinds that have a name.
    private static let named: [Kind] = [.contact, .company, .opportunity]
    private static let happened: [Kind] = [.meeting, .call, .followUp, .note]
    static let kinds = named + happened

    /// - Parameters:
    ///   - filter: words only, as `Filter(finding:)` makes it.
    ///   - opened: what was opened lately, the last first.
    ///   - latest: what the finding of the letter before has read.
    ///   - most: so many of a kind at most, besides those opened lately and the newest.
    package init(_ filter: Filter, opened: [Ref] = [], latest: LatestTexts = LatestTexts(), most: Int = 100) {
        self.filter = filter
        self.latest = latest
        self.opened = opened
        self.most = most
        match = SearchIndex.match(filter)
        words = filter.words.map { SearchWord($0) }
        let isSpelled = filter.words.contains { $0.utf8.contains { (97...122).contains($0) } }
        reading = isSpelled ? .anywhere : .characters
        groups = filter.groups.map { group in
            group.compactMap { term in term.searchWord.map { ($0, term.isNegated) } }
        }
        steps =
            match == nil
            ? []
            : [.opened] + Self.named.flatMap { [.names($0), .latest($0), .index($0)] }
                + Self.happened.flatMap { [.latest($0), .index($0)] }
    }

    /// Goes on for about so many milliseconds. A step that takes long is given up when a key waits, and taken again the next time.
    ///
    /// - Parameter most: a key waits for the answer: a step is given up when so many milliseconds are over.
    /// - Returns: whether something new was found.
    @discardableResult
    package mutating func goOn(
        in transaction: Transaction, milliseconds: Int = .max, atMost most: Int? = nil, heedsKeys: Bool = true
    ) throws -> Bool {
        let now = ContinuousClock.now
        let deadline = now + .milliseconds(min(milliseconds, 3_600_000))
        let last = most.map { now + .milliseconds($0) }
        let before = hits.count
        while let step = steps.first {
            let taken: Void? = try transaction.patiently(until: last, heedsKeys: heedsKeys) {
                try take(step, in: transaction)
            }
            if taken == nil { break }
            steps.removeFirst()
            if ContinuousClock.now > deadline { break }
        }
        if hits.count == before { return false }
        hits.sort { $0.isBefore($1) }
        return true
    }

    private mutating func take(_ step: Step, in transaction: Transaction) throws {
        switch step {
        case .opened:
            for (kind, refs) in Dictionary(grouping: opened.filter { Kind.main.contains($0.kind) }, by: \.kind) {
                try add(kind, passing(refs.map(\.id), kind, in: transaction), in: transaction)
            }
        case .names(let kind):
            try add(kind, passing(beginning(kind, in: transaction), kind, in: transaction), in: transaction)
        case .latest(let kind):
            let held = try latest.of(kind, in: transaction).filter { text in
                groups.contains { $0.allSatisfy { $0.word.isHeld(by: text.bytes) != $0.isNegated } }
            }
            try add(kind, held.map(\.id), in: transaction)
        case .index(let kind):
            let found = try indexed(kind, in: transaction)
            if found.count > most { isCut = true }
            try add(kind, Array(found.prefix(most)), in: transaction)
        }
    }

    // MARK: Where to look

    /// Those whose sort key begins with what was typed.
    private func beginning(_ kind: Kind, in transaction: Transaction) throws -> [Int64] {
        guard filter.groups.count == 1 else { return [] }
        let list = ListDefinition.of(kind)
        let key = SortKey.of(filter.words.joined(separator: " "))
        return try Int64.fetchAll(
            transaction.database.cachedStatement(
                sql: """
                    SELECT \(list.id) FROM \(list.base) WHERE \(list.key) >= ? AND \(list.key) < ?
                    ORDER BY \(list.key) LIMIT 60
                    """), arguments: [key, key + "\u{10FFFF}"])
    }

    /// The newest first, one more than are wanted.
    private func indexed(_ kind: Kind, in transaction: Transaction) throws -> [Int64] {
        guard let index = SearchIndex.of(kind), let match else { return [] }
        let found = try BoundStatement(
            "SELECT rowid FROM \(index.table) WHERE \(index.table) MATCH ? ORDER BY rowid DESC LIMIT ?",
            transaction.database
        ).integers([.text(match), .integer(Int64(most + 1))])
        return SearchIndex.isWords(filter) ? found : try passing(found, kind, in: transaction)
    }

    /// Those of some records that hold the words, in the order given.
    private func passing(_ ids: [Int64], _ kind: Kind, in transaction: Transaction) throws -> [Int64] {
        let unseen = ids.filter { !seen.contains(Ref(kind, $0)) }
        guard !unseen.isEmpty, let index = SearchIndex.of(kind) else { return [] }
        let condition = try transaction.filterSQL(kind).condition(filter)
        let holding = try Set(
            Int64.fetchAll(
                transaction.database.cachedStatement(
                    sql: """
                        SELECT s.\(index.id) FROM \(index.state) s
                        WHERE s.\(index.id) IN (SELECT value FROM json_each(?)) AND \(condition.sql)
                        """), arguments: StatementArguments([Self.json(unseen)] + condition.arguments)))
        return unseen.filter(holding.contains)
    }

    private static func json(_ ids: [Int64]) -> String { "[" + ids.map { String($0) }.joined(separator: ",") + "]" }

    // MARK: Ranking

    private mutating func add(_ kind: Kind, _ ids: [Int64], in transaction: Transaction) throws {
        let new = ids.filter { !seen.contains(Ref(kind, $0)) }
        if new.isEmpty { return }
        let isNamed = Self.named.contains(kind)
        var own = SearchText(latest.memory)
        var found: [Hit] = []
        try BoundStatement(Self.telling(kind), transaction.database).forEach([.text(Self.json(new))]) { row in
            let ref = Ref(kind, row.integer(0))
            own.clear()
            own.add(beginning: row.utf8(1), Self.longest, reading)
            if let more = row.utf8(3) { own.add(utf8: more, reading) }
            let held = words.count { $0.isHeld(by: own.bytes) }
            // What happened is no name, however its words are held.
            let rank = held == words.count ? 0 : held > 0 ? 1 : 2
            found.append(
                Hit(
                    ref: ref, rank: isNamed ? rank : rank == 0 ? 3 : 4, opened: opened.firstIndex(of: ref) ?? .max,
                    date: row.text(2) ?? "", name: row.text(4) ?? ""))
        }
        seen.formUnion(new.map { Ref(kind, $0) })
        hits += found
    }

    /// So many characters of a name, or of what was written, are looked at.
    private static let longest = 200

    /// Id, own words, date, further own words and sort key of some records.
    private static func telling(_ kind: Kind) -> String {
        let from =
            switch kind {
            case .contact:
                "p.id, p.name, s.last_contact, p.nickname, s.sort_key FROM contact p JOIN contact_state s ON s.contact_id = p.id"
            case .company:
                "p.id, p.name, s.last_contact, p.nickname, s.sort_key FROM company p JOIN company_state s ON s.company_id = p.id"
            case .opportunity:
                "p.id, p.name, s.stage_since, NULL, s.sort_key FROM opportunity p JOIN opportunity_state s ON s.opportunity_id = p.id"
            case .meeting: "p.id, p.title, coalesce(p.due_at, p.due_on), p.place, NULL FROM meeting p"
            case .call: "p.id, p.summary, p.at, NULL, NULL FROM call p"
            case .followUp: "p.id, p.subject, coalesce(p.due_at, p.due_on), NULL, NULL FROM follow_up p"
            default: "p.id, p.text, p.at, NULL, NULL FROM note p"
            }
        return "SELECT \(from) WHERE p.id IN (SELECT value FROM json_each(?))"
    }
}

extension Finding.Hit {
    fileprivate func isBefore(_ other: Finding.Hit) -> Bool {
        if rank != other.rank { return rank < other.rank }
        if opened != other.opened { return opened < other.opened }
        if rank < 3, ref.kind != other.ref.kind { return place < other.place }
        if date != other.date { return date > other.date }
        if name != other.name { return name < other.name }
        return (ref.kind.rawValue, ref.id) < (other.ref.kind.rawValue, other.ref.id)
    }

    private var place: Int { [.contact, .company].firstIndex(of: ref.kind) ?? 2 }
}

extension Transaction {
    /// Records of all kinds that hold what was typed, the best first.
    ///
    /// - Parameter limit: of all kinds together.
    package func find(_ filter: Filter, limit: Int) throws -> [Finding.Hit] {
        var finding = Finding(filter, opened: try opened(), most: max(200, limit))
        try finding.goOn(in: self)
        return Array(finding.hits.prefix(limit))
    }
}
