import Sales
import Storage
import Words

/// Finds the records that a file means: by uid, by the other program's id, by e-mail, by a name that fits only one.
///
/// What this import has just written is not yet among the names that the store has indexed, so the last ones are
/// remembered here; older ones the store has indexed meanwhile, which keeps the memory small however long the file is.
final class Finder {
    let transaction: Transaction
    private var young: [Kind: Names] = [:]
    private var old: [Kind: Names] = [:]
    private var count = 0
    private var small: [Kind: [(id: Int64, plain: String)]] = [:]
    /// What was found last by a name: the people of a file have the same companies again and again.
    private var found: [Kind: [String: [Int64]]] = [:]

    /// The store indexes at the latest after 20,000 changes; every record is at least one.
    private static let generation = 20_000

    init(_ transaction: Transaction) { self.transaction = transaction }

    /// - Parameter isNew: false for a record that had another name before.
    func remember(_ ref: Ref, _ name: String, isNew: Bool = true) {
        small[ref.kind] = nil
        guard [.contact, .company, .opportunity].contains(ref.kind) else { return }
        if !isNew {
            found[ref.kind] = nil
        } else if found[ref.kind] != nil {
            found[ref.kind]?[folded(name)] = nil
        }
        young[ref.kind, default: Names()].add(ref.id, name)
        count += 1
        if count == Finder.generation {
            (old, young, count) = (young, [:], 0)
        }
    }

    /// Forgets what a record that was refused had made on its way.
    func forget(_ refs: [Ref]) {
        for ref in refs {
            small[ref.kind] = nil
            found[ref.kind] = nil
            young[ref.kind]?.forget(ref.id)
        }
    }

    /// All records of a kind with that name, whatever its case, accents or width.
    func ids(_ kind: Kind, named name: String) throws -> [Int64] {
        let plain = folded(name)
        if [.stage, .outcome, .reason].contains(kind) { return try few(kind).filter { $0.plain == plain }.map(\.id) }
        if let ids = found[kind]?[plain] { return ids }
        var ids = try transaction.ids(kind, named: name)
        for id in (young[kind]?.ids(plain) ?? []) + (old[kind]?.ids(plain) ?? []) where !ids.contains(id) {
            if let now = try transaction.named(Ref(kind, id)), folded(now.name) == plain { ids.append(id) }
        }
        if found[kind, default: [:]].count == Finder.generation { found[kind] = [:] }
        found[kind, default: [:]][plain] = ids
        return ids
    }

    /// Stages, outcomes and reasons: few enough to be read at once.
    private func few(_ kind: Kind) throws -> [(id: Int64, plain: String)] {
        if let known = small[kind] { return known }
        let all = try transaction.ids(kind).compactMap { id in
            try transaction.named(Ref(kind, id)).map { (id, folded($0.name)) }
        }
        small[kind] = all
        return all
    }

    /// The record with an id of another program. Salesforce writes its ids with 15 or with 18 characters.
    func id(_ kind: Kind, external value: String, source: String) throws -> Int64? {
        if let id = try transaction.id(kind, external: value, source: source) { return id }
        guard source == "salesforce" else { return nil }
        let other = value.utf8.count == 15 ? SalesforceID.long(value) : String(value.prefix(15))
        return try transaction.id(kind, external: other, source: source)
    }

    /// The record into which the one of that uid was merged.
    func merged(_ kind: Kind, uid: String) throws -> Int64? {
        guard kind == .contact || kind == .company else { return nil }
        return try transaction.id(kind, external: uid, source: ExternalID.merged)
    }

    /// The record to which a link leads; nil when the file names one that is not here.
    ///
    /// - Throws: `Refused` when it leads to several, or by an id to none.
    func find(_ kind: Kind, _ link: Link, source: String) throws -> Int64? {
        if !link.uid.isEmpty, let id = try transaction.id(kind, uid: link.uid) ?? merged(kind, uid: link.uid) {
            return id
        }
        if !link.external.isEmpty {
            let program = RowReader<Company>.source(of: link.external, else: source)
            if let id = try id(kind, external: link.external, source: program) { return id }
        }
        if !link.email.isEmpty {
            let ids = try transaction.ids(kind, email: link.email)
            if ids.count == 1 { return ids[0] }
            if ids.count > 1 {
                throw Refused(
                    reason: say("several have the e-mail address \(link.email), so it is not clear which is meant"),
                    unclear: (kind, link.called))
            }
        }
        if !link.name.isEmpty {
            let ids = try ids(kind, named: link.name)
            if ids.count == 1 { return ids[0] }
            if ids.count > 1 {
                throw Refused(
                    reason: say(
                        "\(ids.count) \(kind.plural) are called \(link.name), so it is not clear which is meant"
                    ), unclear: (kind, link.name))
            }
        }
        return nil
    }
}

/// Ids by names: put in order when somebody asks, which for most kinds nobody does.
private struct Names {
    private var latest: [(id: Int64, name: String)] = []
    private var known: [String: [Int64]] = [:]

    mutating func add(_ id: Int64, _ name: String) { latest.append((id, name)) }

    mutating func ids(_ plain: String) -> [Int64] {
        for (id, name) in latest { known[folded(name), default: []].append(id) }
        latest.removeAll(keepingCapacity: true)
        return known[plain] ?? []
    }

    mutating func forget(_ id: Int64) {
        latest.removeAll { $0.id == id }
        for (name, ids) in known where ids.contains(id) { known[name] = ids.filter { $0 != id } }
    }
}

/// Salesforce's ids: 15 characters in which case matters, or 18, whose last three say which of them are capitals.
enum SalesforceID {
    static func long(_ short: String) -> String {
        let bytes = Array(short.utf8)
        guard bytes.count == 15 else { return short }
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ012345".utf8)
        let check = stride(from: 0, to: 15, by: 5).map { start in
            alphabet[(0..<5).reduce(0) { $0 | ((65...90).contains(bytes[start + $1]) ? 1 << $1 : 0) }]
        }
        return String(decoding: bytes + check, as: UTF8.self)
    }
}
