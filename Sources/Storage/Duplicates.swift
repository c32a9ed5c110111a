internal import GRDB
package import Sales
import Words

/// Two contacts or two companies that are likely one, and why.
package struct LikelyPair: Sendable, Equatable {
    package enum Reason: String, Sendable, CaseIterable {
        case email = "same e-mail"
        case phone = "same phone"
        case name = "same name"
        case nearName = "nearly the same name"
        case company = "same company"
        case city = "same city"

        /// As a person reads it; the raw value is the word in files.
        package var sentence: String {
            switch self {
            case .email: say("same e-mail")
            case .phone: say("same phone")
            case .name: say("same name")
            case .nearName: say("nearly the same name")
            case .company: say("same company")
            case .city: say("same city")
            }
        }
    }

    /// The older one: it is the one to keep.
    package var first: Ref
    package var second: Ref
    package var titles: [String]
    /// The company of each contact; the city of each company.
    package var details: [String]
    package var reasons: [Reason]
    /// How certain it is, from 3 up.
    package var weight: Int

    /// The most certain first.
    static func < (a: LikelyPair, b: LikelyPair) -> Bool {
        (b.weight, a.titles[0], a.first.id, a.second.id) < (a.weight, b.titles[0], b.first.id, b.second.id)
    }
}

/// Looks for likely pairs along the indexes of addresses, numbers, names and companies, some milliseconds at a time.
package struct DuplicateSearch: Sendable {
    /// More pairs than anybody goes through by hand: beyond them the least certain ones are let go.
    package static let most = 2_000
    /// Where more share a number or a name than so many (a switchboard), each is compared with the next ones, and of those further
    /// away with whose name is nearly the same.
    private static let reach = 8
    private static let piece = 256

    package let kind: Kind
    /// The most certain first.
    package private(set) var pairs: [LikelyPair] = []
    /// There are more than those: the least certain were let go, or so many share a number that not all of them were compared.
    package private(set) var isCut = false
    package var isFinished: Bool { walks.isEmpty }
    private var walks: [DuplicateWalk]
    private var place = DuplicateWalk.Place()
    /// The last of the piece before: a pair may lie across the border.
    private var tail: [DuplicateWalk.Entry] = []
    /// Those of the group at hand by what their names have in common with nearly the same ones.
    private var group = DuplicateGroup()
    private var weighed: Set<[Int64]> = []

    package init(_ kind: Kind) {
        self.kind = kind
        walks = kind == .contact ? [.emails, .phones, .names, .colleagues] : [.emails, .phones, .names]
    }

    /// Goes on until nothing is left or the time is over.
    ///
    /// - Returns: whether it found something.
    package mutating func goOn(in transaction: Transaction, milliseconds: Int) throws -> Bool {
        let end = ContinuousClock.now + .milliseconds(milliseconds)
        let before = weighed.count
        while !isFinished {
            try step(transaction)
            if ContinuousClock.now >= end { break }
        }
        return weighed.count != before
    }

    private mutating func step(_ transaction: Transaction) throws {
        guard let walk = walks.first else { return }
        let entries = try transaction.entries(kind, walk, after: place, limit: Self.piece)
        let all = tail + entries
        for index in all.indices.dropFirst(tail.count) {
            let entry = all[index]
            for other in all[max(0, index - Self.reach)..<index] where walk.mayBeOne(other, entry, kind) {
                try look(entry.id, other.id, transaction)
            }
            guard let key = walk.group(of: entry) else { continue }
            for id in group.alike(entry, in: key, kind) { try look(entry.id, id, transaction) }
            if group.isCut { isCut = true }
        }
        if entries.count < Self.piece {
            walks.removeFirst()
            (place, tail, group) = (DuplicateWalk.Place(), [], DuplicateGroup())
        } else {
            (place, tail) = (entries.last!.place, all.suffix(Self.reach))
        }
    }

    private mutating func look(_ one: Int64, _ other: Int64, _ transaction: Transaction) throws {
        let ids = [min(one, other), max(one, other)]
        guard ids[0] > 0, ids[0] != ids[1], weighed.insert(ids).inserted,
            let pair = try transaction.weigh(Ref(kind, ids[0]), Ref(kind, ids[1]))
        else { return }
        take(pair)
    }

    private mutating func take(_ pair: LikelyPair) {
        var (low, high) = (0, pairs.count)
        while low < high {
            let middle = (low + high) / 2
            if pairs[middle] < pair { low = middle + 1 } else { high = middle }
        }
        pairs.insert(pair, at: low)
        if pairs.count > Self.most {
            pairs.removeLast()
            isCut = true
        }
    }

    /// Weighs what was found anew, after a merge or another change.
    package mutating func weighAgain(in transaction: Transaction) throws {
        let old = pairs
        pairs = []
        for pair in old { if let now = try transaction.weigh(pair.first, pair.second) { take(now) } }
    }
}

/// One way through the file on which those that may be one stand beside each other.
private enum DuplicateWalk {
    case emails, phones, names, colleagues

    struct Place {
        var key = ""
        /// 0 for none.
        var company: Int64 = 0
        var id: Int64 = 0
    }

    struct Entry {
        var place: Place
        var id: Int64
        /// What is compared.
        var text: String
        /// The core of the name.
        var name: String
    }

    /// The number, address or company that many may share; nil where each is compared with its neighbours only.
    func group(of entry: Entry) -> String? {
        switch self {
        case .emails, .phones: entry.text.isEmpty ? nil : entry.text
        case .colleagues: String(entry.place.company)
        case .names: nil
        }
    }

    func mayBeOne(_ a: Entry, _ b: Entry, _ kind: Kind) -> Bool {
        switch self {
        case .emails, .phones: !a.text.isEmpty && a.text == b.text
        // Who shares the name alone and works elsewhere is somebody else.
        case .names where kind == .contact:
            a.text == b.text && (a.place.company == b.place.company || min(a.place.company, b.place.company) == 0)
        case .names: Likeness.areAlike(cores: a.text, b.text, isCompany: true)
        // The group finds all of them.
        case .colleagues: false
        }
    }
}

/// Those who share a number, an address or a company. Nearly the same names are found by keys that both have, as comparing each with
/// each would take the square of a large company.
private struct DuplicateGroup: Sendable {
    /// A company of more is looked through in parts.
    private static let most = 5_000
    private var key: String?
    private var ids: [String: [Int64]] = [:]
    private var count = 0
    /// Not all were compared.
    private(set) var isCut = false

    /// Those before it in the group whose names are nearly the same; it joins them.
    mutating func alike(_ entry: DuplicateWalk.Entry, in key: String, _ kind: Kind) -> [Int64] {
        if key != self.key || count == Self.most {
            isCut = isCut || key == self.key
            (self.key, count) = (key, 0)
            ids.removeAll(keepingCapacity: true)
        }
        count += 1
        var found: Set<Int64> = []
        for name in Likeness.keys(of: entry.name, isCompany: kind == .company) {
            // Of very many of one name those that came last are enough.
            let same = ids[name] ?? []
            if same.count > 20 { isCut = true }
            found.formUnion(same.suffix(20))
            ids[name, default: []].append(entry.id)
        }
        return found.sorted()
    }
}

extension Transaction {
    fileprivate func entries(_ kind: Kind, _ walk: DuplicateWalk, after place: DuplicateWalk.Place, limit: Int) throws
        -> [DuplicateWalk.Entry]
    {
        let id = kind.table + "_id"
        let name = "(SELECT name FROM \(kind.table) r WHERE r.id = \(id))"
        // Each along an index, so that a piece costs the same at any size of the file.
        let sql =
            switch walk {
            case .emails:
                """
                SELECT lower(address), 0, id, \(id), lower(address), \(name) FROM email
                WHERE lower(address) >= ?1 AND (lower(address) > ?1 OR id > ?3) ORDER BY lower(address), id LIMIT ?4
                """
            case .phones:
                """
                SELECT reversed_digits, 0, id, \(id), substr(reversed_digits, 1, 7), \(name) FROM phone
                WHERE reversed_digits >= ?1 AND (reversed_digits > ?1 OR id > ?3) ORDER BY reversed_digits, id LIMIT ?4
                """
            case .names:
                """
                SELECT s.sort_key, \(kind == .contact ? "r.company_id" : "0"), r.id, r.id, '', r.name
                FROM \(kind.table)_state s JOIN \(kind.table) r ON r.id = s.\(id)
                WHERE s.sort_key >= ?1 AND (s.sort_key, s.\(id)) > (?1, ?3) ORDER BY s.sort_key, s.\(id) LIMIT ?4
                """
            case .colleagues:
                """
                SELECT '', company_id, id, id, '', name FROM contact
                WHERE company_id >= ?2 AND (company_id > ?2 OR id > ?3) ORDER BY company_id, id LIMIT ?4
                """
            }
        let rows = try Row.fetchAll(
            database.cachedStatement(sql: sql), arguments: [place.key, place.company, place.id, limit])
        return rows.map { row in
            let company: Int64? = row[1]
            // Numbers and addresses of the other kind stand between.
            let owner: Int64? = row[3]
            let core = Likeness.core(of: row[5] ?? "", isCompany: kind == .company)
            let text: String = walk == .names ? core : row[4]
            return DuplicateWalk.Entry(
                place: .init(key: row[0], company: company ?? 0, id: row[2]), id: owner ?? -(row[2] as Int64),
                text: owner == nil || walk == .phones && text.utf8.count < 5 ? "" : text, name: core)
        }
    }

    /// What speaks for two being one; nil when it is not enough, when one is gone, or when a person said that they are not.
    package func weigh(_ one: Ref, _ other: Ref) throws -> LikelyPair? {
        if try areToldApart(one, other) { return nil }
        switch one.kind {
        case .contact:
            guard let a = try fetch(Contact.self, one.id), let b = try fetch(Contact.self, other.id) else { return nil }
            var reasons = reach(a.phones, b.phones, a.emails, b.emails)
            let isNamed = name(a.name, b.name, isCompany: false, &reasons)
            var weight = weight(of: reasons)
            let isColleague = a.companyID != nil && a.companyID == b.companyID
            if isColleague {
                // Colleagues share a switchboard and a mailbox.
                weight += isNamed ? 1 : -3
                reasons.append(.company)
            } else if a.companyID != nil, b.companyID != nil {
                weight -= 1
            }
            func company(_ contact: Contact) throws -> String {
                try contact.companyID.flatMap { try fetch(Company.self, $0)?.name } ?? ""
            }
            if weight < 3 { return nil }
            return LikelyPair(
                first: one, second: other, titles: [a.name, b.name], details: [try company(a), try company(b)],
                reasons: reasons, weight: weight)
        case .company:
            guard let a = try fetch(Company.self, one.id), let b = try fetch(Company.self, other.id) else { return nil }
            var reasons = reach(a.phones, b.phones, a.emails, b.emails)
            _ = name(a.name, b.name, isCompany: true, &reasons)
            var weight = weight(of: reasons)
            let cities = [a, b].map { $0.addresses.first?.city ?? "" }
            if !cities[0].isEmpty, !cities[1].isEmpty {
                let isSame = folded(cities[0]) == folded(cities[1])
                weight += isSame ? 1 : -1
                if isSame { reasons.append(.city) }
            }
            if weight < 3 { return nil }
            return LikelyPair(
                first: one, second: other, titles: [a.name, b.name], details: cities, reasons: reasons,
                weight: weight)
        default: return nil
        }
    }

    private func weight(of reasons: [LikelyPair.Reason]) -> Int {
        reasons.reduce(0) { sum, reason in
            switch reason {
            case .email: sum + 4
            case .phone, .name: sum + 3
            case .nearName: sum + 2
            case .company, .city: sum
            }
        }
    }

    private func reach(_ a: [Phone], _ b: [Phone], _ c: [Email], _ d: [Email]) -> [LikelyPair.Reason] {
        let isMail = c.contains { one in d.contains { folded($0.address) == folded(one.address) } }
        let isPhone = a.contains { one in
            b.contains {
                let digits = PhoneDigits(one.number)
                return digits.digits.utf8.count >= 5 && digits.isSame(as: PhoneDigits($0.number))
            }
        }
        return (isMail ? [.email] : []) + (isPhone ? [.phone] : [])
    }

    private func name(_ a: String, _ b: String, isCompany: Bool, _ reasons: inout [LikelyPair.Reason]) -> Bool {
        let cores = [a, b].map { Likeness.core(of: $0, isCompany: isCompany) }
        if folded(a) == folded(b) || (cores[0] == cores[1] && !cores[0].isEmpty) {
            reasons.append(.name)
        } else if Likeness.areAlike(a, b, isCompany: isCompany) {
            reasons.append(.nearName)
        } else {
            return false
        }
        return true
    }

    private func areToldApart(_ one: Ref, _ other: Ref) throws -> Bool {
        let (own, others) = (one.kind.table + "_id", "other_\(one.kind.table)_id")
        return try Bool.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM difference WHERE \(own) = ?1 AND \(others) = ?2)
                        OR EXISTS (SELECT 1 FROM difference WHERE \(own) = ?2 AND \(others) = ?1)
                    """), arguments: [one.id, other.id]) ?? false
    }
}
