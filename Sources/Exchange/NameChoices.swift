package import Sales
import Words

/// What becomes of the names in files that lead to no record here, or to several, as the person says: of one name, or of all of a kind.
package struct NameChoices: Codable, Hashable, Sendable {
    package enum Choice: Codable, Hashable, Sendable {
        /// A record of that name.
        case make
        /// The rows that name it are left out.
        case skip
        /// The rows that name it are refused, so that they can be put right.
        case refuse
        /// It means the record of this name or uid.
        case take(String)
    }

    /// The kinds to which rows of other kinds lead by a name.
    package static let kinds: [Kind] = [.company, .contact, .stage, .outcome, .reason, .opportunity]

    /// By the folded name.
    private var names: [Kind: [String: Choice]] = [:]
    private var kinds: [Kind: Choice] = [:]

    package init() {}

    package var isEmpty: Bool { names.isEmpty && kinds.isEmpty }

    /// What was said of this name.
    package subscript(kind: Kind, name: String) -> Choice? {
        get { names[kind]?[folded(name)] }
        set { names[kind, default: [:]][folded(name)] = newValue }
    }

    /// What becomes of those of which nothing else was said.
    package subscript(kind: Kind) -> Choice {
        get { kinds[kind] ?? (Self.isUsuallyMade(kind) ? .make : .refuse) }
        set { kinds[kind] = newValue }
    }

    /// Whether a name is enough to make one.
    package static func canMake(_ kind: Kind) -> Bool { kind != .opportunity }

    /// A person whom nobody knows is rather a slip of the pen than somebody new.
    private static func isUsuallyMade(_ kind: Kind) -> Bool { canMake(kind) && kind != .contact }

    package mutating func add(_ other: NameChoices) {
        for (kind, all) in other.names { names[kind, default: [:]].merge(all) { $1 } }
        kinds.merge(other.kinds) { $1 }
    }
}

/// A name that files give and that leads to no record here, or to several.
package struct UnknownName: Codable, Hashable, Sendable {
    package var kind: Kind
    package var name: String
    /// How many rows name it; of what is made, the import itself counts the first one only.
    package var rows = 0
    package var choice: NameChoices.Choice
    /// There are several of that name.
    package var isUnclear = false
}

extension UnknownName {
    /// So many are kept.
    static let most = 1000

    /// What is to be said of them, in a sentence for each kind and fate: `3 stages not known, would be made: Angebot, Abschluss.`
    ///
    /// - Parameters:
    ///   - madeBeyond: how many names of a kind were made that are not among them.
    ///   - told: how many names a sentence has at most.
    package static func sentences(
        _ all: [UnknownName], madeBeyond: [Kind: Int] = [:], told: Int, isDryRun: Bool
    ) -> [String] {
        var groups: [(first: UnknownName, names: [String])] = []
        for unknown in all {
            let name = if case .take(let known) = unknown.choice { "\(unknown.name) = \(known)" } else { unknown.name }
            if let index = groups.firstIndex(where: { $0.first.isAlike(unknown) }) {
                groups[index].names.append(name)
            } else {
                groups.append((unknown, [name]))
            }
        }
        return groups.map { first, names in
            let count = names.count + (first.choice == .make ? madeBeyond[first.kind] ?? 0 : 0)
            let list =
                names.prefix(told).joined(separator: ", ") + (count > told ? say(" and \(count - told) more") : "")
            let who = say("\(count) \(count == 1 ? first.kind.name : first.kind.plural)")
            if first.isUnclear { return say("\(who) of whom there are several, rows refused: \(list).") }
            switch first.choice {
            case .make:
                return isDryRun
                    ? say("\(who) not known, would be made: \(list).") : say("\(who) not known, made: \(list).")
            case .skip: return say("\(who) not known, rows left out: \(list).")
            case .refuse: return say("\(who) not known, rows refused: \(list).")
            case .take: return say("\(who) read as another: \(list).")
            }
        }
    }

    private func isAlike(_ other: UnknownName) -> Bool {
        if kind != other.kind || isUnclear != other.isUnclear { return false }
        switch (choice, other.choice) {
        case (.make, .make), (.skip, .skip), (.refuse, .refuse), (.take, .take): return true
        default: return false
        }
    }
}
