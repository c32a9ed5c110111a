package import Sales

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
            let alike = try group.alike(entry.id, in: key) { try transaction.likenessKeys(Ref(kind, $0)) }
            for id in alike { try look(entry.id, id, transaction) }
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

    /// Forgets pairs that are none any more.
    package mutating func drop(_ gone: [LikelyPair]) { pairs.removeAll { gone.contains($0) } }
}

/// Those who share a number, an address or a company. Nearly the same names are found by keys that both have, as comparing each with
/// each would take the square of a large company.
private struct DuplicateGroup: Sendable {
    /// A company of more is looked through in parts.
    private static let most = 5_000
    private var key: String?
    /// The first one, for whom no keys were made yet: most numbers are one's alone.
    private var first: Int64?
    private var ids: [String: [Int64]] = [:]
    private var count = 0
    /// Not all were compared.
    private(set) var isCut = false

    /// Those before it in the group whose names are nearly the same; it joins them.
    mutating func alike(_ id: Int64, in key: String, _ keys: (Int64) throws -> Set<String>) rethrows -> [Int64] {
        if key != self.key || count == Self.most {
            isCut = isCut || key == self.key
            (self.key, first, count) = (key, id, 1)
            if !ids.isEmpty { ids.removeAll(keepingCapacity: true) }
            return []
        }
        if let first {
            _ = add(first, try keys(first))
            self.first = nil
        }
        count += 1
        return add(id, try keys(id)).sorted()
    }

    private mutating func add(_ id: Int64, _ keys: Set<String>) -> Set<Int64> {
        var found: Set<Int64> = []
        for key in keys {
            // Of very many of one name those that came last are enough.
            let same = ids[key] ?? []
            if same.count > 20 { isCut = true }
            found.formUnion(same.suffix(20))
            ids[key, default: []].append(id)
        }
        return found
    }
}
