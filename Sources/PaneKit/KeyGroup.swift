import Screen
import Words

/// What a key is for. One grammar on every pane: the key itself says it.
enum KeyGroup: CaseIterable {
    case writing, record, list, moving, everywhere

    var title: String {
        switch self {
        case .writing: say("Writing down")
        case .record: say("This record")
        case .list: say("This list")
        case .moving: say("Moving")
        case .everywhere: say("Everywhere")
        }
    }

    private static let writingKeys: Set<String> = ["c", "m", "M", "f", "N", "o", "n"]
    private static let listKeys: Set<String> = [
        "/", "s", "S", "v", "V", "Space", "x", "r", "t", "@", "p", "[", "]", "i", "D",
    ]
    private static let movingKeys: Set<Key> = Set(
        Key.parse("jkhlgGJK<Up><Down><Left><Right><PgUp><PgDn><Home><End><C-Left><C-Right><Tab><S-Tab>"))

    /// The group of one of a pane's own keys.
    init(of action: Action) {
        let keys = action.keys.first ?? []
        let name = shownName(of: keys)
        if KeyGroup.writingKeys.contains(name) {
            self = .writing
        } else if KeyGroup.listKeys.contains(name) {
            self = .list
        } else if let first = keys.first, KeyGroup.movingKeys.contains(first), keys.count == 1 || name == "gg" {
            self = .moving
        } else {
            self = .record
        }
    }
}

extension [Action] {
    /// What each key does now, of several rows for one key the one that acts, as a struck key finds it. A row without help is
    /// another key of a row that has it.
    var acting: [Action] {
        var shown: [Action] = []
        for (index, action) in enumerated() {
            let rows = filter { $0.keys.first == action.keys.first }
            guard self[..<index].allSatisfy({ $0.keys.first != action.keys.first }) else { continue }
            var row = rows.first { $0.unavailable == nil } ?? action
            if row.help.isEmpty { row.help = rows.first { !$0.help.isEmpty }?.help ?? "" }
            if !row.help.isEmpty { shown.append(row) }
        }
        return shown
    }

    /// Those of every pane that a pane's own keys leave.
    func besides(_ own: [Action]) -> [Action] {
        let taken = Set(own.flatMap(\.keys))
        return filter { !$0.keys.allSatisfy(taken.contains) }.map { action in
            var rest = action
            rest.keys.removeAll(where: taken.contains)
            if rest.keys.count != action.keys.count { rest.name = shownName(of: rest.keys[0]) }
            return rest
        }
    }
}
